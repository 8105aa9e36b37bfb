// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
)

func dollars(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func estimated(t testing.TB, r *Response, q Query, allowed string, o *EstimateOptions) *Estimate {
	t.Helper()
	e, err := r.Estimate(q, dollars(allowed), o)
	if err != nil {
		t.Fatal(err)
	}
	checkEstimate(t, e)
	return e
}

func Test271_19(t *testing.T) {
	for name, x := range map[string]struct {
		segments  []string
		allowed   string
		low, high string
		expected  string
		missing   []Fact
		options   *EstimateOptions
	}{
		"coinsurance of what the deductible leaves": {
			segments: []string{"EB*C*IND*98***29*50", "EB*A**98*****0.2", "EB*G*IND*98***29*1000"}, allowed: "200", low: "80", high: "80", expected: "80"},
		"the maximum is reached": {
			segments: []string{"EB*C*IND*98***29*50", "EB*A**98*****0.2", "EB*G*IND*98***29*0"}, allowed: "200", low: "0", high: "0", expected: "0"},
		"the family maximum is reached": {
			segments: []string{"EB*A**98*****0.2", "EB*G*IND*98***29*900", "EB*G*FAM*98***29*0"}, allowed: "200", low: "0", high: "0", expected: "0"},
		"the maximum is nearly reached": {
			segments: []string{"EB*C*IND*98***29*50", "EB*A**98*****0.2", "EB*G*IND*98***29*60.5"}, allowed: "200", low: "60.5", high: "60.5", expected: "60.5"},
		"the family maximum is nearer": {
			segments: []string{"EB*A**98*****0.2", "EB*G*IND*98***29*900", "EB*G*FAM*98***29*10"}, allowed: "200", low: "10", high: "10", expected: "10", missing: []Fact{FactDeductible}},
		"a copay": {
			segments: []string{"EB*C*IND*98***29*50", "EB*B**98***27*30", "EB*G*IND*98***29*1000"}, allowed: "200", low: "30", high: "30", expected: "30"},
		"a copay beside a coinsurance of nothing": {
			segments: []string{"EB*C*IND*98***29*50", "EB*B**98***27*30", "EB*A**98*****0", "EB*G*IND*98***29*1000"}, allowed: "200", low: "30", high: "30", expected: "30"},
		"a copay above the allowed amount": {
			segments: []string{"EB*B**98***27*30", "EB*G*IND*98***29*1000"}, allowed: "22.5", low: "22.5", high: "22.5", expected: "22.5"},
		"a copay after the deductible": {
			segments: []string{"EB*C*IND*98***29*50", "EB*B**98***27*30", "EB*G*IND*98***29*1000"}, allowed: "200", low: "80", high: "80", expected: "80",
			options: &EstimateOptions{DeductibleBeforeCopay: true}},
		"copay and coinsurance": {
			segments: []string{"EB*C*IND*98***29*50", "EB*B**98***27*30", "EB*A**98*****0.1", "EB*G*IND*98***29*1000"}, allowed: "200", low: "95", high: "95", expected: "95"},
		"no deductible for this service": {
			segments: []string{"EB*C*IND*98***29*50", "EB*A**98*****0.1", "EB*G*IND*98***29*1000"}, allowed: "200", low: "20", high: "20", expected: "20",
			options: &EstimateOptions{DeductibleWaived: true}},
		"the family deductible is met": {
			segments: []string{"EB*C*IND*98***29*50", "EB*C*FAM*98***29*0", "EB*A**98*****0.2", "EB*G*IND*98***29*1000"}, allowed: "200", low: "40", high: "40", expected: "40"},
		"what is left of the deductible is not stated": {
			segments: []string{"EB*C*IND*98***23*50", "EB*A**98*****0.2", "EB*G*IND*98***29*1000"}, allowed: "200", low: "40", high: "80", missing: []Fact{FactDeductibleRemaining}},
		"what the family has left is not stated": {
			segments: []string{"EB*C*IND*98***29*50", "EB*C*FAM*98***23*100", "EB*A**98*****0.2", "EB*G*IND*98***29*1000"}, allowed: "200", low: "40", high: "80",
			missing: []Fact{FactFamilyDedRemaining}},
		"only the family deductible is stated": {
			segments: []string{"EB*C*FAM*98***29*100", "EB*A**98*****0.2", "EB*G*IND*98***29*1000"}, allowed: "200", low: "40", high: "120", missing: []Fact{FactDeductible}},
		"no deductible is stated": {
			segments: []string{"EB*A**98*****0.2", "EB*G*IND*98***29*1000"}, allowed: "200", low: "40", high: "200", missing: []Fact{FactDeductible}},
		"no coinsurance is stated": {
			segments: []string{"EB*C*IND*98***29*50", "EB*G*IND*98***29*1000"}, allowed: "200", low: "50", high: "200", missing: []Fact{FactCoinsurance, FactCopay}},
		"no maximum is stated": {
			segments: []string{"EB*C*IND*98***29*50", "EB*A**98*****0.2"}, allowed: "200", low: "0", high: "80", expected: "80", missing: []Fact{FactOutOfPocket}},
		"what is left to the maximum is not stated": {
			segments: []string{"EB*C*IND*98***29*50", "EB*A**98*****0.2", "EB*G*IND*98***23*60"}, allowed: "200", low: "0", high: "60", expected: "60",
			missing: []Fact{FactOutOfPocketRemaining}},
		"several copays": {
			segments: []string{"EB*B**98***27*20", "MSG*PCP", "EB*B**98***27*45", "MSG*SPECIALIST", "EB*G*IND*98***29*1000"}, allowed: "200", low: "20", high: "45",
			missing: []Fact{FactCopayChoice}},
		"one of several copays": {
			segments: []string{"EB*B**98***27*20", "MSG*PCP", "EB*B**98***27*45", "MSG*SPECIALIST", "EB*G*IND*98***29*1000"}, allowed: "200", low: "45", high: "45", expected: "45",
			options: &EstimateOptions{CopayEB: 3}},
		"coinsurance of the plan is likely": {
			segments: []string{"EB*C*IND*30***29*50", "EB*A**30*****0.2", "EB*G*IND*30***29*1000"}, allowed: "200", low: "80", high: "80", expected: "80"},
		"coinsurance of the plan, not beside a copay": {
			segments: []string{"EB*C*IND*30***29*50", "EB*A**30*****0.2", "EB*B**98***27*25", "EB*G*IND*30***29*1000"}, allowed: "200", low: "25", high: "25", expected: "25"},
		"coinsurance of the plan, beside a copay of nothing": {
			segments: []string{"EB*C*IND*30***29*50", "EB*A**30*****0.2", "EB*B**98***27*0", "EB*G*IND*30***29*1000"}, allowed: "200", low: "80", high: "80", expected: "80"},
		"coinsurance of the plan, before its copay": {
			segments: []string{"EB*C*IND*30***29*50", "EB*A**30*****0.2", "EB*B**30***27*20", "EB*G*IND*30***29*1000"}, allowed: "200", low: "80", high: "80", expected: "80"},
		"a copay of the plan": {
			segments: []string{"EB*C*IND*30***29*50", "EB*B**30***27*20", "EB*G*IND*30***29*1000"}, allowed: "200", low: "20", high: "20", expected: "20"},
		"a copay as a percent": {
			segments: []string{"EB*C*IND*98***29*50", "EB*B**98*****0.2", "EB*G*IND*98***29*1000"}, allowed: "200", low: "80", high: "80", expected: "80"},
		"copay and coinsurance of the plan, when told": {
			segments: []string{"EB*C*IND*30***29*50", "EB*A**30*****0.2", "EB*B**30***27*20", "EB*G*IND*30***29*1000"}, allowed: "200", low: "100", high: "100", expected: "100",
			options: &EstimateOptions{UsePlanShares: true}},
		"a share for each day": {
			segments: []string{"EB*B**98***7*40", "EB*G*IND*98***29*1000"}, allowed: "200", low: "40", high: "200", missing: []Fact{FactUnits}},
		"a share for three days": {
			segments: []string{"EB*B**98***7*40", "EB*G*IND*98***29*1000"}, allowed: "200", low: "120", high: "120", expected: "120",
			options: &EstimateOptions{Units: dollars("3")}},
		"twenty percent as 20": {
			segments: []string{"EB*C*IND*98***29*0", "EB*A**98*****20", "EB*G*IND*98***29*1000"}, allowed: "200", low: "0", high: "200", missing: []Fact{FactCoinsurance}},
		"half a cent is rounded up": {
			segments: []string{"EB*C*IND*98***29*0", "EB*A**98*****0.15", "EB*G*IND*98***29*1000"}, allowed: "10.10", low: "1.52", high: "1.52", expected: "1.52"},
		"a copay of nothing, and no word of coinsurance": {
			segments: []string{"EB*B**98***27*0", "EB*C*IND*98***29*50", "EB*G*IND*98***29*1000"}, allowed: "200", low: "50", high: "200", missing: []Fact{FactCoinsurance}},
		"not covered": {segments: []string{"EB*I**98"}, allowed: "200", low: "200", high: "200", expected: "200"},
		"visits are used up": {
			segments: []string{"EB*B**98***27*30", "EB*F**98***29***VS*0", "EB*G*IND*98***29*1000"}, allowed: "200", low: "30", high: "200"},
	} {
		t.Run(name, func(t *testing.T) {
			r := told(t, append([]string{"EB*1**30"}, x.segments...)...)
			e := estimated(t, r, Query{ServiceType: "98"}, x.allowed, x.options)
			if !e.Low.Equal(dollars(x.low)) || !e.High.Equal(dollars(x.high)) {
				t.Errorf("%s to %s, want %s to %s: %+v", e.Low, e.High, x.low, x.high, e.Steps)
			}
			is(t, "expected", e.Expected, x.expected)
			if !slices.Equal(e.NotStated, x.missing) {
				t.Errorf("not stated: %v, want %v", e.NotStated, x.missing)
			}
		})
	}
}

func TestEstimateWithoutCoverage(t *testing.T) {
	if e := estimated(t, told(t, "EB*6**30"), Query{}, "50", nil); !e.Low.Equal(dollars("50")) || !e.Exact() {
		t.Errorf("%+v", e)
	}
	for _, r := range []*Response{told(t, "AAA*N**75*C"), told(t, "EB*V"), told(t, "EB*B**30***27*20")} {
		if e := estimated(t, r, Query{}, "50", nil); !e.Low.IsZero() || !e.High.Equal(dollars("50")) || !slices.Contains(e.NotStated, FactCoverage) {
			t.Errorf("%+v", e)
		}
	}
	for _, bad := range []string{"-1", "1.005"} {
		if _, err := told(t, "EB*1**30").Estimate(Query{}, dollars(bad), nil); !errors.Is(err, ErrAllowed) {
			t.Error(bad, err)
		}
	}
}

// Of several plans, the one with the nearest service type pays; else the
// estimate spans all of them.
func TestEstimateOfSeveralPlans(t *testing.T) {
	r := told(t, "EB*1**30*MA", "EB*1**30*MB", "EB*C*IND*30*MA**29*500", "EB*A**96*MB****0.2", "EB*C*IND*96*MB**29*0", "EB*G*IND*96*MB**29*900")
	e := estimated(t, r, Query{ServiceType: "96"}, "100", nil)
	if e.InsuranceType != "MB" || len(e.Plans) != 0 {
		t.Errorf("%+v", e)
	}
	r = told(t, "EB*1**30*PR*GOLD", "EB*1**30*PR*SILVER", "EB*B**98*PR*GOLD*27*20", "EB*B**98*PR*SILVER*27*30", "EB*G*IND*30*PR*GOLD*29*900", "EB*G*IND*30*PR*SILVER*29*900")
	e = estimated(t, r, Query{ServiceType: "98"}, "100", nil)
	if len(e.Plans) != 2 || !e.Low.Equal(dollars("20")) || !e.High.Equal(dollars("30")) || !slices.Contains(e.NotStated, FactPlan) {
		t.Errorf("%+v", e)
	}
	if e = estimated(t, r, Query{ServiceType: "98", Plan: "silver"}, "100", nil); !e.Exact() || !e.Low.Equal(dollars("30")) {
		t.Errorf("%+v", e)
	}
}

// Whatever a reply says: nobody owes less than nothing or more than the allowed
// amount, and nobody owes less because more of the deductible, of the maximum, of
// a copay or of a coinsurance is left.
func TestEstimateProperties(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	amount := func(most int) decimal.Decimal { return decimal.New(int64(rnd.IntN(most*100+1)), -2) }
	null := func(v decimal.Decimal) decimal.NullDecimal {
		return decimal.NullDecimal{Decimal: v, Valid: rnd.IntN(4) > 0}
	}
	var checked int
	for range 20000 {
		acc := func(level string) Accumulator {
			a := Accumulator{Base: null(amount(400)), Remaining: null(amount(300)), EB: []int{1}, PlanNotStated: rnd.IntN(20) == 0}
			a.Level = "IND"
			if level != "" {
				a.Level = LevelFamily
			}
			return a
		}
		p := PlanBenefits{Status: StatusActive}
		for range rnd.IntN(3) {
			p.Deductibles = append(p.Deductibles, acc(""))
		}
		for range rnd.IntN(2) {
			p.Deductibles = append(p.Deductibles, acc("F"))
		}
		for range rnd.IntN(3) {
			p.OutOfPocket = append(p.OutOfPocket, acc(""))
		}
		for range rnd.IntN(2) {
			p.OutOfPocket = append(p.OutOfPocket, acc("F"))
		}
		for range rnd.IntN(3) {
			p.Copays = append(p.Copays, Share{Kind: BenefitCopay, Amount: null(amount(150)), EB: 2})
		}
		for range rnd.IntN(3) {
			p.Coinsurance = append(p.Coinsurance, Share{Kind: BenefitCoinsurance, Percent: null(decimal.New(int64(rnd.IntN(1001)), -3)), EB: 3})
		}
		o := &EstimateOptions{DeductibleBeforeCopay: rnd.IntN(2) == 0}
		allowed := amount(500)
		before, err := p.Estimate(allowed, o)
		if err != nil {
			t.Fatal(err)
		}
		checkEstimate(t, before)
		more := amount(100)
		what := "nothing"
		switch k := rnd.IntN(4); {
		case k == 0 && len(p.Deductibles) > 0:
			what, p.Deductibles[0].Remaining.Decimal = "deductible", p.Deductibles[0].Remaining.Decimal.Add(more)
		case k == 1 && len(p.OutOfPocket) > 0:
			what, p.OutOfPocket[0].Remaining.Decimal = "out-of-pocket", p.OutOfPocket[0].Remaining.Decimal.Add(more)
		case k == 2 && len(p.Copays) > 0 && !p.Copays[0].Amount.Decimal.IsZero():
			what, p.Copays[0].Amount.Decimal = "copay", p.Copays[0].Amount.Decimal.Add(more)
		case k == 3:
			what, allowed = "allowed", allowed.Add(more)
		}
		after, err := p.Estimate(allowed, o)
		if err != nil {
			t.Fatal(err)
		}
		checkEstimate(t, after)
		checked++
		if after.Low.Cmp(before.Low) < 0 || after.High.Cmp(before.High) < 0 {
			t.Fatalf("more %s (%s) lowers %s-%s to %s-%s: %+v", what, more, before.Low, before.High, after.Low, after.High, p)
		}
	}
	t.Log(strconv.Itoa(checked) + " estimates")
}
