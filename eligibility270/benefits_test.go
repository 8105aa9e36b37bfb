// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"
	"testing"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// only is the answer of the only plan.
func only(t testing.TB, r *Response, q Query) *PlanBenefits {
	t.Helper()
	a := r.BenefitsFor(q)
	if len(a.Plans) != 1 {
		t.Fatalf("%d plans", len(a.Plans))
	}
	return &a.Plans[0]
}

func is(t testing.TB, what string, got decimal.NullDecimal, want string) {
	t.Helper()
	switch {
	case want == "" && got.Valid:
		t.Errorf("%s is %s, and is not stated", what, got.Decimal)
	case want != "" && (!got.Valid || !got.Decimal.Equal(decimal.RequireFromString(want))):
		t.Errorf("%s is %v, want %s", what, got, want)
	}
}

// Periods say whether an amount is the whole, what is left or what was used.
func Test271_08(t *testing.T) {
	for period, want := range map[x12.Code]part{"": partBase, "21": partBase, "22": partBase, "23": partBase, "25": partBase, "26": partBase, "32": partBase,
		"29": partRemaining, "33": partRemaining, "24": partUsed, "30": partNone, "31": partNone} {
		if got, lifetime := partOf(period); got != want || lifetime != (period == "32" || period == "33") {
			t.Errorf("%s is %d", period, got)
		}
	}
	p := only(t, told(t, "EB*1**30", "EB*C*IND*30***32*1000", "EB*C*IND*30***33*400", "EB*C*IND*30***23*500", "EB*C*IND*30***29*50"), Query{})
	if len(p.Deductibles) != 2 || !p.Deductibles[0].Lifetime || p.Deductibles[1].Lifetime {
		t.Fatalf("%+v", p.Deductibles)
	}
	is(t, "met in a lifetime", p.Deductibles[0].Met, "600")
	is(t, "met this year", p.Deductibles[1].Met, "450")
}

// What is left and the whole make what was met; nothing is made of one alone.
func Test271_09(t *testing.T) {
	for _, x := range []struct {
		segments                   []string
		base, remaining, met, used string
	}{
		{[]string{"EB*C*IND*30***23*2000", "EB*C*IND*30***29*500"}, "2000", "500", "1500", ""},
		{[]string{"EB*C*IND*30***29*500", "EB*C*IND*30***22*2000"}, "2000", "500", "1500", ""}, // in any order
		{[]string{"EB*C*IND*30***29*500"}, "", "500", "", ""},                                  // the whole is not what is left
		{[]string{"EB*C*IND*30***23*2000"}, "2000", "", "", ""},
		{[]string{"EB*C*IND*30***23*2000", "EB*C*IND*30***24*1500"}, "2000", "500", "1500", "1500"},
		{[]string{"EB*C*IND*30***24*1500"}, "", "", "1500", "1500"},
		{[]string{"EB*C*IND*30***23*0"}, "0", "0", "0", ""},
		{[]string{"EB*C*IND*30****2000", "EB*C*IND*30***29*0"}, "2000", "0", "2000", ""},
		{[]string{"EB*C*IND*30***23*2000", "EB*C*IND*30***23*2000", "EB*C*IND*30***29*500"}, "2000", "500", "1500", ""}, // said twice
		{[]string{"EB*C*IND*30***23*100", "EB*C*IND*30***29*500"}, "100", "500", "", ""},                                // they disagree
	} {
		p := only(t, told(t, append([]string{"EB*1**30"}, x.segments...)...), Query{})
		if len(p.Deductibles) != 1 {
			t.Errorf("%v: %+v", x.segments, p.Deductibles)
			continue
		}
		d := p.Deductibles[0]
		is(t, "base", d.Base, x.base)
		is(t, "remaining", d.Remaining, x.remaining)
		is(t, "met", d.Met, x.met)
		is(t, "used", d.YearToDate, x.used)
		if disagree := x.base == "100"; disagree != slices.Contains(noteCodes(p.Notes), NoteFiguresDisagree) {
			t.Errorf("%v: %v", x.segments, p.Notes)
		}
	}
	// What differs in level, network, service type or message is not of one deductible.
	for _, other := range []string{"EB*C*FAM*30***29*500", "EB*C*IND*30***29*500*****Y", "EB*C*IND*48***29*500", "EB*C*IND*30*PR*GOLD*29*500"} {
		r := told(t, "EB*1**30*PR*GOLD", "EB*1**30*PR*SILVER", "EB*C*IND*30*PR*SILVER*23*2000", other)
		for _, p := range r.BenefitsFor(Query{ServiceType: "48"}).Plans {
			for _, d := range p.Deductibles {
				if d.Met.Valid {
					t.Errorf("%s was paired: %+v", other, d)
				}
			}
		}
	}
	// Two wholes, and nothing says which of them is left: each stands alone.
	p := only(t, told(t, "EB*1**30", "EB*G*IND*30***23*2000", "EB*G*IND*30***22*3000", "EB*G*IND*30***29*500"), Query{})
	if len(p.OutOfPocket) != 3 {
		t.Fatalf("%+v", p.OutOfPocket)
	}
	// Unless their dates do.
	p = only(t, told(t, "EB*1**30", "EB*G*IND*30***23*2000", "DTP*193*D8*20260101", "EB*G*IND*30***22*3000", "DTP*193*D8*20251001",
		"EB*G*IND*30***29*500", "DTP*193*D8*20251001"), Query{})
	if len(p.OutOfPocket) != 2 || !p.OutOfPocket[1].Met.Valid {
		t.Fatalf("%+v", p.OutOfPocket)
	}
}

// A statement that names no network counts when no other names it.
func Test271_10(t *testing.T) {
	status := "EB*1**98"
	for _, x := range []struct {
		segments []string
		network  x12.Code
		want     string // the copay; empty: none
	}{
		{[]string{"EB*B**98***27*20*****Y", "EB*B**98***27*30"}, "Y", "20"},
		{[]string{"EB*B**98***27*30", "EB*B**98***27*20*****Y"}, "Y", "20"},
		{[]string{"EB*B**98***27*20*****W", "EB*B**98***27*30"}, "Y", "20"},
		{[]string{"EB*B**98***27*20*****W", "EB*B**98***27*30"}, "N", "20"},
		{[]string{"EB*B**98***27*30"}, "Y", "30"},
		{[]string{"EB*B**98***27*30*****U"}, "Y", "30"},
		{[]string{"EB*B**98***27*30"}, "N", ""},
		{[]string{"EB*B**98***27*20*****Y"}, "N", ""},
		{[]string{"EB*B**98***27*20*****N"}, "", ""},
	} {
		p := only(t, told(t, append([]string{status}, x.segments...)...), Query{ServiceType: "98", Network: x.network})
		switch {
		case x.want == "" && len(p.Copays) == 0 && p.Is(FactCopay):
		case len(p.Copays) == 1 && x.want != "":
			is(t, "copay", p.Copays[0].Amount, x.want)
		default:
			t.Errorf("%v %s: %+v", x.segments, x.network, p.Copays)
		}
	}
	p := only(t, told(t, status, "EB*B**98***27*20*****Y", "EB*B**98***27*30"), Query{ServiceType: "98"})
	if !slices.Contains(p.Unused, Unused{3, UnusedUnspecified}) {
		t.Errorf("%+v", p.Unused)
	}
}

// Levels are kept apart.
func Test271_11(t *testing.T) {
	p := only(t, told(t, "EB*1**30", "EB*C*IND*30***29*500", "EB*C*FAM*30***29*0"), Query{})
	if Individual(p.Deductibles) == nil || Family(p.Deductibles) == nil {
		t.Fatalf("%+v", p.Deductibles)
	}
	is(t, "individual", Individual(p.Deductibles).Remaining, "500")
	is(t, "family", Family(p.Deductibles).Remaining, "0")
	p = only(t, told(t, "EB*1**30", "EB*C*IND*30***29*500"), Query{})
	if Family(p.Deductibles) != nil || !p.Is(FactFamilyDeductible) {
		t.Error("a family deductible out of nothing")
	}
}

// Figures of the plan hold for a service as far as they prove anything.
func Test271_12(t *testing.T) {
	r := told(t, "EB*1**30", "EB*C*IND*30***29*500", "EB*G*IND*30***29*900", "EB*B**30***27*20", "EB*A**30*****0.2")
	p := only(t, r, Query{ServiceType: "UC"})
	if len(p.Copays)+len(p.Coinsurance) > 0 || len(p.PlanShares) != 2 || !slices.Contains(noteCodes(p.Notes), NotePlanShare) {
		t.Errorf("a copay of the plan is none of urgent care: %+v", p)
	}
	if len(p.Deductibles) != 1 || p.Deductibles[0].ServiceType != "30" || len(p.OutOfPocket) != 1 {
		t.Errorf("%+v", p)
	}
	if p := only(t, r, Query{}); len(p.Copays) != 1 || len(p.Coinsurance) != 1 {
		t.Errorf("it is one of the plan: %+v", p)
	}
	// The nearest type counts.
	p = only(t, told(t, "EB*1**30", "EB*C*IND*30***29*500", "EB*C*IND*98***29*0", "EB*B**96***27*25"), Query{ServiceType: "98"})
	is(t, "deductible", p.Deductibles[0].Remaining, "0")
	is(t, "copay", p.Copays[0].Amount, "25")
	if p.Copays[0].ServiceType != "96" {
		t.Error(p.Copays[0].ServiceType)
	}
	if got := costChain("A0"); !slices.Equal(got, []x12.Code{"A0", "98", "96", "1", "30"}) {
		t.Error(got)
	}
	if got := costChain("UC"); !slices.Equal(got, []x12.Code{"UC", "30"}) {
		t.Error(got)
	}
}

// Each of several service types has the whole figure.
func Test271_13(t *testing.T) {
	r := told(t, "EB*1**30", "EB*B*IND*98^A0***27*30", "EB*F*IND*98^A0***23***VS*10")
	for _, s := range []x12.Code{"98", "A0"} {
		p := only(t, r, Query{ServiceType: s})
		if len(p.Copays) != 1 || p.Copays[0].ServiceType != s {
			t.Fatalf("%+v", p.Copays)
		}
		is(t, "copay", p.Copays[0].Amount, "30")
		is(t, "visits", p.Limits[0].Base, "10")
	}
	if p := only(t, r, Query{ServiceType: "UC"}); len(p.Copays) != 0 {
		t.Errorf("%+v", p.Copays)
	}
}

// Quantities with periods are limits, what is left of them, and what was used.
func Test271_14(t *testing.T) {
	for _, x := range []struct {
		segments              []string
		base, remaining, used string
		words                 string
	}{
		{[]string{"EB*F*IND*AD***23***VS*30", "EB*F*IND*AD***29***VS*12"}, "30", "12", "18", "30 visits each calendar year, 12 left"},
		{[]string{"EB*F*IND*AD***29***VS*12"}, "", "12", "", "12 visits left"}, // no yearly limit of 12
		{[]string{"EB*F*IND*AD***23***VS*30", "EB*F*IND*AD***24***VS*18"}, "30", "12", "18", "30 visits each calendar year, 12 left"},
		{[]string{"EB*F*IND*AD***23***VS*30", "EB*F*IND*AD******99*18"}, "30", "12", "18", "30 visits each calendar year, 12 left"},
		{[]string{"EB*F*IND*AD", "HSD*VS*20***23"}, "20", "", "", "20 visits each calendar year"},
		{[]string{"EB*F*IND*AD", "HSD*VS*20***23", "HSD*VS*5***29"}, "20", "5", "15", "20 visits, 5 left"},
		{[]string{"EB*F*IND*AD", "HSD*VS*3*WK*2*34*1"}, "", "", "", "3 visits every 2 weeks for a month"},
		{[]string{"EB*F*IND*AD****S7*18"}, "18", "", "", "age at most 18"},
		{[]string{"EB*F*IND*AD***32*2000", "EB*F*IND*AD***33*650.5"}, "2000", "650.5", "1349.5", "$2,000.00 in a lifetime, $650.50 left"},
		{[]string{"EB*H*IND*AD"}, "", "", "", "unlimited"},
	} {
		if x.segments[0] == "EB*F*IND*AD****S7*18" {
			x.segments[0] = "EB*F*IND*AD******S7*18"
		}
		p := only(t, told(t, append([]string{"EB*1**30"}, x.segments...)...), Query{ServiceType: "AD"})
		if len(p.Limits) != 1 {
			t.Errorf("%v: %+v", x.segments, p.Limits)
			continue
		}
		l := p.Limits[0]
		is(t, "base", l.Base, x.base)
		is(t, "remaining", l.Remaining, x.remaining)
		is(t, "used", l.Used, x.used)
		if l.Words != x.words {
			t.Errorf("%v: %q, want %q", x.segments, l.Words, x.words)
		}
	}
}

// Statements with different messages are different benefits, and every message
// is kept as it was sent.
func Test271_17(t *testing.T) {
	r := told(t, "EB*1**30", "EB*C*IND*30***23*2000", "MSG*MEDICAL  Only", "EB*C*IND*30***29*500", "MSG*DRUGS",
		"EB*B**98***27*20", "MSG*PCP", "EB*B**98***27*50", "MSG*SPECIALIST")
	p := only(t, r, Query{ServiceType: "98"})
	if len(p.Deductibles) != 2 || p.Deductibles[0].Met.Valid || len(p.Copays) != 2 {
		t.Errorf("%+v", p)
	}
	if len(p.Messages) != 4 || p.Messages[0].Text != "MEDICAL  Only" || p.Messages[0].EB != 2 {
		t.Errorf("%+v", p.Messages)
	}
	p = only(t, told(t, "EB*1**30", "EB*C*IND*30***23*2000", "MSG*MEDICAL", "EB*C*IND*30***29*500", "MSG*Medical"), Query{})
	if len(p.Deductibles) != 1 || !p.Deductibles[0].Met.Valid {
		t.Errorf("%+v", p.Deductibles)
	}
}

// What is about another day, procedure or place does not count, and is told so.
func TestBenefitsUnused(t *testing.T) {
	r := told(t, "EB*1**30", "EB*B**98***27*20", "DTP*291*RD8*20250101-20251231", "EB*B****27*10*******HC:90658", "EB*B**98***27*40", "III*ZZ*22",
		"EB*B**98***27*25", "III*ZZ*11")
	p := only(t, r, Query{ServiceType: "98", PlaceOfService: "11"})
	if len(p.Copays) != 1 || p.Copays[0].EB != 5 || !slices.Contains(p.Unused, Unused{2, UnusedDate}) || !slices.Contains(p.Unused, Unused{4, UnusedPlace}) {
		t.Errorf("%+v", p)
	}
	r = told(t, "EB*1**30", "EB*B*****27*10******HC:90650::::::90658", "EB*B**98***27*25")
	p = only(t, r, Query{ServiceType: "98", Procedure: "90655"})
	if len(p.Copays) != 2 {
		t.Errorf("%+v", p.Copays)
	}
	if p = only(t, r, Query{ServiceType: "98"}); len(p.Copays) != 1 || !slices.Contains(p.Unused, Unused{2, UnusedProcedure}) {
		t.Errorf("%+v", p)
	}
}

// An authorization that one statement asks for is needed.
func TestAuthorization(t *testing.T) {
	for _, x := range []struct {
		segments []string
		want     x12.Code
	}{
		{[]string{"EB*A**48*****0.2***N", "EB*CB**48********Y"}, "Y"},
		{[]string{"EB*CB**48********N"}, "N"},
		{[]string{"EB*CB**48********U"}, "U"},
		{[]string{"EB*A**48*****0.2"}, ""},
		{[]string{"EB*CB**98********Y"}, ""},
	} {
		p := only(t, told(t, append([]string{"EB*1**30"}, x.segments...)...), Query{ServiceType: "48"})
		if p.Authorization != x.want || (x.want == "") != p.Is(FactAuthorization) {
			t.Errorf("%v: %q", x.segments, p.Authorization)
		}
	}
}

// A figure that names no plan is of the one that has its service type, else of
// any.
func TestSharedFigures(t *testing.T) {
	r := told(t, "EB*1**30*PR*GOLD", "EB*1**35*IN*SMILE", "EB*B**98***27*20", "EB*A**41*****0.5")
	a := r.BenefitsFor(Query{ServiceType: "98"})
	if len(a.Plans) != 2 || len(a.Plans[0].Copays) != 1 || len(a.Plans[1].Copays) != 0 || a.Plans[0].Copays[0].PlanNotStated {
		t.Errorf("%+v", a.Plans)
	}
	r = told(t, "EB*1**30*MA", "EB*1**30*MB", "EB*C*IND*30***29*50")
	for _, p := range r.BenefitsFor(Query{}).Plans {
		if len(p.Deductibles) != 1 || !p.Deductibles[0].PlanNotStated || !slices.Contains(noteCodes(p.Notes), NotePlanNotStated) {
			t.Errorf("%+v", p)
		}
	}
	if a := r.BenefitsFor(Query{InsuranceType: "MB"}); len(a.Plans) != 1 || a.Plans[0].InsuranceType != "MB" {
		t.Errorf("%+v", a.Plans)
	}
}

// Figures tell themselves to people.
func TestFiguresInWords(t *testing.T) {
	p := only(t, told(t, "EB*1**30", "EB*B**98***27*20", "EB*B**98***29*434**DY*30", "EB*A**98*****0.125", "EB*C*IND*30***23*1500", "EB*C*IND*30***29*900.5",
		"EB*C*FAM*30***23*3000", "EB*G*IND*30***24*12", "EB*G*FAM*30***32*9000"), Query{ServiceType: "98"})
	var got []string
	for _, s := range slices.Concat(p.Copays, p.Coinsurance) {
		got = append(got, s.String())
	}
	for _, a := range slices.Concat(p.Deductibles, p.OutOfPocket) {
		got = append(got, a.String())
	}
	want := []string{"$20.00 each visit", "$434.00, for 30 days", "12.5%", "$1,500.00 each calendar year, $900.50 left",
		"$3,000.00 each calendar year, what is left is not stated", "$12.00 met", "$9,000.00 in a lifetime, what is left is not stated"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if s := (Share{}).String() + " " + (Accumulator{}).String(); s != "not stated not stated" {
		t.Error(s)
	}
	if e := estimated(t, told(t, "EB*6**30"), Query{}, "50", nil); e.String() != "$50.00" {
		t.Error(e)
	}
	if e := estimated(t, told(t, "EB*V"), Query{}, "50", nil); e.String() != "$0.00 to $50.00" {
		t.Error(e)
	}
}
