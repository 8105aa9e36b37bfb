// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"strings"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// FiguresText returns the figures of an issue about a remittance as people read
// them: amounts in dollars, units and counts as numbers. ok is false when the issue
// has none.
func FiguresText(i x12.Issue) (expected, actual, difference string, ok bool) {
	f := i.Figures
	if f == nil {
		return "", "", "", false
	}
	text := x12.Dollars
	if i.Tag == "TS3" && i.Element == 4 || i.Tag == "SVC" && (i.Element == 5 || i.Element == 7) {
		text = decimal.Decimal.String
	}
	return text(f.Expected), text(f.Actual), text(f.Difference()), true
}

// WithFigures returns the issue with its figures in the text, before the fix, as
// the issues of claims have them: "(expected $80.00, got $75.00)".
func WithFigures(i x12.Issue) x12.Issue {
	expected, actual, _, ok := FiguresText(i)
	if !ok {
		return i
	}
	fault, fix, hasFix := strings.Cut(i.Detail, ";")
	i.Detail = fault + " (expected " + expected + ", got " + actual + ")"
	if hasFix {
		i.Detail += ";" + fix
	}
	return i
}
