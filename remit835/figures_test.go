// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"testing"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

func TestWithFigures(t *testing.T) {
	for _, tt := range []struct {
		name, detail, expected, actual string
		tag                            string
		element                        int
		want                           string
	}{
		{"an amount", "it does not add up; check it", "80", "1234.5", "BPR", 2, "it does not add up (expected $80.00, got $1,234.50); check it"},
		{"a negative amount", "it does not add up; check it", "-8.25", "0", "PLB", 4, "it does not add up (expected -$8.25, got $0.00); check it"},
		{"a count", "claims are missing; count them", "5", "4", "TS3", 4, "claims are missing (expected 5, got 4); count them"},
		{"units", "units differ; check them", "1.5", "2", "SVC", 7, "units differ (expected 1.5, got 2); check them"},
		{"a charge of a line", "charges differ", "5", "4", "SVC", 2, "charges differ (expected $5.00, got $4.00)"},
	} {
		i := x12.Issue{
			Detail: tt.detail, Position: x12.Position{Tag: tt.tag, Element: tt.element},
			Figures: &x12.Figures{Expected: decimal.RequireFromString(tt.expected), Actual: decimal.RequireFromString(tt.actual)},
		}
		if got := WithFigures(i).Detail; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	i := x12.Issue{Detail: "it is missing; add it"}
	if got := WithFigures(i).Detail; got != i.Detail {
		t.Errorf("without figures: %q", got)
	}
}
