// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"strings"
	"testing"
)

// A figure that was sent and could not be read is told as unreadable wherever it
// stands: beside the figures of its group that could be read, and in the estimate,
// which then leaves room for it.
func TestUnreadableEverywhere(t *testing.T) {
	card := func(p *PlanBenefits) string {
		var out []string
		for i := range p.Limits {
			out = append(out, p.Limits[i].Words)
		}
		for _, list := range [][]Share{p.Copays, p.Coinsurance, p.PlanShares} {
			for i := range list {
				out = append(out, list[i].String())
			}
		}
		for _, list := range [][]Accumulator{p.Deductibles, p.OutOfPocket} {
			for i := range list {
				out = append(out, list[i].String())
			}
		}
		for _, list := range [][]Statement{p.NonCovered, p.Others} {
			for i := range list {
				out = append(out, list[i].String())
			}
		}
		return strings.Join(out, " | ")
	}
	known := []string{"EB*C*IND*30***29*0", "EB*G*IND*30***29*900"}
	for _, x := range []struct {
		segments  []string
		says      string
		low, high string
		step      string // words of a step; empty: no step speaks of it
	}{
		{[]string{"EB*F*IND*98***23***VS*3O"}, "unreadable visits each calendar year", "10", "10", ""},
		{[]string{"EB*F*IND*98***23***VS*30", "EB*F*IND*98***29***VS*1O"}, "30 visits each calendar year, unreadable left", "10", "100", "limit could not be read"},
		{[]string{"EB*F*IND*98***23***VS*3O", "EB*F*IND*98***29***VS*12"}, "unreadable visits each calendar year, 12 left", "10", "10", ""},
		{[]string{"EB*F*IND*98***29***VS*1.2.3"}, "unreadable visits left", "10", "100", "limit could not be read"},
		{[]string{"EB*F*IND*98***23***VS*30", "EB*F*IND*98***24***VS*x"}, "30 visits each calendar year, unreadable used", "10", "100", "limit could not be read"},
		{[]string{"EB*F*IND*98***23*$2000"}, "unreadable each calendar year", "10", "10", ""},
		{[]string{"EB*F*IND*98***32*2000", "EB*F*IND*98***33*6,50"}, "$2,000.00 in a lifetime, unreadable left", "10", "100", "limit could not be read"},
		{[]string{"EB*F*IND*98", "HSD*VS*2O***23"}, "unreadable visits each calendar year", "10", "10", ""},
		{[]string{"EB*F*IND*98", "HSD*VS*2O***29"}, "unreadable visits left", "10", "100", "limit could not be read"},
		{[]string{"EB*F*IND*98", "HSD*VS*2x*WK*1*34*3"}, "unreadable visits every week for 3 months", "10", "10", ""},
		{[]string{"EB*F*IND*98", "HSD*VS*2*WK*1x*34*3"}, "2 visits every unreadable weeks for 3 months", "10", "10", ""},
		{[]string{"EB*F*IND*98", "HSD*VS*2*WK*1*34*x"}, "2 visits every week for unreadable months", "10", "10", ""},
		{[]string{"EB*F*IND*98", "HSD*VS*2*WK*1*34*3", "HSD*VS*x*MO"}, "2 visits every week for 3 months, unreadable visits every month", "10", "10", ""},
		{[]string{"EB*J*IND*98***29*3x"}, "unreadable", "10", "10", ""},
		{[]string{"EB*I**98****x"}, "not covered unreadable", "10", "10", ""}, // of an amount, and so not of the service
	} {
		r := told(t, append(append([]string{"EB*1**30", "EB*B**98***27*10"}, known...), x.segments...)...)
		p := only(t, r, Query{ServiceType: "98"})
		if got := card(p); !strings.Contains(got, x.says) {
			t.Errorf("%q: %s, want %s", x.segments, got, x.says)
		}
		e := estimated(t, r, Query{ServiceType: "98"}, "100", nil)
		if !e.Low.Equal(dollars(x.low)) || !e.High.Equal(dollars(x.high)) {
			t.Errorf("%q: %s, want %s to %s", x.segments, e, x.low, x.high)
		}
		if got := stepWords(e); x.step != "" && !strings.Contains(got, x.step) {
			t.Errorf("%q: steps %s", x.segments, got)
		}
	}
	for _, x := range []struct {
		segments  []string
		says      string
		notStated Fact // that is not said of it
		low, high string
		step      string
	}{
		{[]string{"EB*C*IND*30***23*1500", "EB*C*IND*30***29*x", "EB*A**98*****.2", known[1]}, "$1,500.00 each calendar year, unreadable left", FactDeductibleRemaining, "20", "100", "deductible could not be read"},
		{[]string{"EB*C*IND*30***23*x", "EB*C*IND*30***29*50", "EB*A**98*****.2", known[1]}, "unreadable each calendar year, $50.00 left", FactDeductible, "60", "60", ""},
		{[]string{"EB*C*IND*30***23*50", "EB*C*IND*30***24*x", "EB*A**98*****.2", known[1]}, "$50.00 each calendar year, unreadable met", FactDeductibleRemaining, "20", "60", "deductible could not be read"},
		{[]string{known[0], "EB*A**98*****.2", "EB*G*IND*30***23*3000", "EB*G*IND*30***29*9..0"}, "$3,000.00 each calendar year, unreadable left", FactOutOfPocketRemaining, "0", "20", "maximum could not be read"},
		{append([]string{"EB*A**98*****2O"}, known...), "unreadable", FactCoinsurance, "0", "100", "coinsurance"},
		{append([]string{"EB*B**98***27*3O"}, known...), "unreadable", FactCopay, "0", "100", "copay could not be read"},
		{append([]string{"EB*B**98***27*30**VS*x"}, known...), "$30.00 each visit, for unreadable visits", FactCopay, "0", "30", ""},
	} {
		r := told(t, append([]string{"EB*1**30"}, x.segments...)...)
		p := only(t, r, Query{ServiceType: "98"})
		if got := card(p); !strings.Contains(got, x.says) || strings.Contains(got, "not stated") && !strings.Contains(x.says, "not stated") {
			t.Errorf("%q: %s, want %s", x.segments, got, x.says)
		}
		if p.Is(x.notStated) {
			t.Errorf("%q: %s is stated", x.segments, x.notStated)
		}
		e := estimated(t, r, Query{ServiceType: "98"}, "100", nil)
		if !e.Low.Equal(dollars(x.low)) || !e.High.Equal(dollars(x.high)) || !strings.Contains(stepWords(e), x.step) {
			t.Errorf("%q: %s (%s), want %s to %s", x.segments, e, stepWords(e), x.low, x.high)
		}
	}
}

func stepWords(e *Estimate) string {
	var out []string
	for i := range e.Steps {
		out = append(out, e.Steps[i].Words)
	}
	return strings.Join(out, "; ")
}

// An amount beside something that is no share and no limit is told, too: what a
// Medicaid patient pays first.
func TestAmountOfStatement(t *testing.T) {
	r := told(t, "EB*1**30*MC", "EB*Y**30*MC**34*37.50")
	p := only(t, r, Query{})
	if len(p.Others) != 1 || p.Others[0].String() != "spend down $37.50 each month" {
		t.Errorf("%+v", p.Others)
	}
}
