// SPDX-License-Identifier: Apache-2.0

package main

import (
	"strings"
	"testing"
)

// A remittance that does not balance is told with both sides, as text and as JSON.
func TestValidateTellsFigures(t *testing.T) {
	edi := isa + remitGS + remittance + remitSE + ends
	for _, tt := range []struct{ from, to, code, figures string }{
		{"BPR*I*80*", "BPR*I*91.5*", "835-BAL-04", "(expected $80.00, got $91.50); "},
		{"BPR*I*80*", "BPR*I*1234.5*", "835-BAL-04", "(expected $80.00, got $1,234.50); "},
		{"CLP*A1*1*150.00*100*", "CLP*A1*1*150.00*99*", "835-BAL-02", "(expected $100.00, got $99.00); "},
		{"SVC*HC:99213*150.00*100", "SVC*HC:99213*150.00*101", "835-BAL-01", "(expected $100.00, got $101.00); "},
		{"*150.00*100*20*12", "*150.00*100*30*12", "835-BAL-06", "(expected $20.00, got $30.00); "},
		{"PLB*1234567893*20261231*WO:ICN0*20", "PLB*1234567893*20261231*WO:ICN0*-20", "835-BAL-04", "(expected $120.00, got $80.00); "},
	} {
		in := strings.Replace(edi, tt.from, tt.to, 1)
		if in == edi {
			t.Fatalf("%s: nothing changed", tt.from)
		}
		for _, flag := range []string{"-snip=3", "-json"} {
			out, _, status := runOn([]byte(in), "validate", flag, "-")
			found := false
			for line := range strings.Lines(string(out)) {
				found = found || strings.Contains(line, tt.code) && strings.Contains(line, tt.figures)
			}
			if !found || status != exitFindings {
				t.Errorf("%s, %s: status %d, %q is not told:\n%s", tt.to, flag, status, tt.figures, out)
			}
		}
	}
}
