// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// Whatever statements of coverage a reply holds, for whatever network: what is said of
// the patient, of each service, and of what is owed do not contradict each other, and a
// statement holds for the networks that it names and for no other.
func TestStatusAgrees(t *testing.T) {
	networks := []string{"", "Y", "N", "W", "U"}
	types := []string{"30", "98", "AL", "86"}
	var statements [][]string
	for _, kind := range []string{"1", "5", "6", "8", "I", "E", "A", "B", "C"} {
		for _, n := range networks {
			for _, s := range types {
				figure := map[string]string{"A": "*****0.3***", "B": "***27*20****", "C": "***29*40****"}[kind]
				if figure == "" {
					figure = "********"
				}
				eb := "EB*" + kind + "**" + s + "*" + figure + "*" + n
				statements = append(statements, []string{eb})
				if kind == "I" {
					statements = append(statements, []string{eb, "MSG*EXCEPT EMERGENCY"}, []string{eb, "MSG*COSMETIC SURGERY"})
				}
			}
		}
	}
	check := func(segments []string) *Answers {
		a := told(t, segments...).Answers(0)
		c := a.Coverage()
		for _, s := range []x12.Code{"30", "98", "96", "AL", "AM", "86", "51", "1", "UC"} {
			for _, n := range []x12.Code{AnswerYes, AnswerNo} {
				checkAgreement(t, segments, a, c, Query{ServiceType: s, Network: n})
			}
		}
		return a
	}
	rnd := rand.New(rand.NewPCG(7, 9))
	for _, base := range [][]string{nil, {"EB*1**30"}, {"EB*1**30*********Y"}, {"EB*1**30*********N"}, {"EB*1**30*MA", "EB*1**30*MB"}, {"EB*1**30*PR*GOLD", "EB*1**30*PR*SILVER"}} {
		for _, s := range statements {
			check(append(slices.Clone(base), s...))
			two := append(append(slices.Clone(base), s...), statements[rnd.IntN(len(statements))]...)
			check(two)
			check(append(two, statements[rnd.IntN(len(statements))]...))
		}
	}
	// One statement that leaves out, or ends, a service type.
	for _, kind := range []string{"6", "I"} {
		for _, s := range types {
			for _, n := range networks {
				a := check([]string{"EB*1**30", "EB*1**98", "EB*1**AL", "EB*1**86", "EB*" + kind + "**" + s + "*********" + n})
				for _, ask := range types {
					for _, network := range []x12.Code{AnswerYes, AnswerNo} {
						got := a.Benefits(Query{ServiceType: x12.Code(ask), Network: network}).Status
						want := StatusActive
						if ask == s && (n == "W" || n == string(network) || kind == "I" && n != "Y" && n != "N") {
							want = map[string]Status{"6": StatusInactive, "I": StatusNotCovered}[kind]
						}
						if got != want {
							t.Errorf("EB01 %s of %s, network %q: %s in %s is %s, want %s", kind, s, n, ask, network, got, want)
						}
					}
				}
			}
		}
	}
}

func checkAgreement(t *testing.T, segments []string, a *Answers, c *Coverage, q Query) {
	t.Helper()
	b := a.Benefits(q)
	e, err := a.Estimate(q, dollars("100"), nil)
	if err != nil {
		t.Fatal(err)
	}
	bad := func(text string, args ...any) {
		t.Errorf("%q, %s in %s: %s", segments, q.ServiceType, q.Network, fmt.Sprintf(text, args...))
	}
	if got := c.ServiceIn(q.ServiceType, q.Network); got != b.Status {
		bad("coverage says %s, benefits %s", got, b.Status)
	}
	if c.Status == StatusInactive && b.Status == StatusActive && q.Network == AnswerYes && q.ServiceType == ServicePlan {
		bad("%s, and the patient is inactive", b.Status)
	}
	first := e.Steps[0].Kind
	switch b.Status {
	case StatusActive:
		if first == StepNotCovered || first == StepUnknown {
			bad("active, estimated as %s", first)
		}
	case StatusInactive, StatusNotCovered:
		if first != StepNotCovered && first != StepPlan || !e.Exact() || !e.Low.Equal(e.Allowed) {
			bad("%s, estimated as %s: %s to %s", b.Status, first, e.Low, e.High)
		}
	default:
		if first != StepUnknown && first != StepPlan || !e.Low.IsZero() || !e.High.Equal(e.Allowed) {
			bad("%s, estimated as %s: %s to %s", b.Status, first, e.Low, e.High)
		}
	}
	checkEstimate(t, e)
	for i := range b.Plans {
		p := &b.Plans[i]
		if p.Status == StatusNotCovered && len(p.NonCovered) == 0 {
			bad("not covered, and no statement says so")
		}
		if p.Status == StatusNotCovered && len(p.NotStated) > 0 {
			bad("not covered, and not stated is %v", p.NotStated)
		}
		stated := map[Fact]bool{
			FactCopay:       len(p.Copays) > 0 || slices.ContainsFunc(p.PlanShares, func(s Share) bool { return s.Kind == BenefitCopay }),
			FactCoinsurance: len(p.Coinsurance) > 0 || slices.ContainsFunc(p.PlanShares, func(s Share) bool { return s.Kind == BenefitCoinsurance }),
			FactDeductible:  Individual(p.Deductibles) != nil, FactFamilyDeductible: Family(p.Deductibles) != nil,
			FactOutOfPocket: Individual(p.OutOfPocket) != nil, FactFamilyOutOfPocket: Family(p.OutOfPocket) != nil, FactAuthorization: p.Authorization != "",
		}
		for fact, is := range stated {
			if is && p.Is(fact) {
				bad("%s is stated and is not", fact)
			}
		}
	}
}

// An amount that could not be read is unreadable, not nothing and not left out.
func TestUnreadableFigures(t *testing.T) {
	r := told(t, "EB*1**30", "EB*B**98***27*2X", "EB*C*IND*98***29*1.2.3", "EB*C*IND*30***29*0", "EB*G*IND*30***29*900")
	p := only(t, r, Query{ServiceType: "98"})
	if len(p.Copays) != 1 || p.Copays[0].String() != "unreadable" || p.Is(FactCopay) || len(p.Deductibles) != 1 || p.Deductibles[0].String() != "unreadable left" {
		t.Errorf("%+v", p)
	}
	if e := estimated(t, r, Query{ServiceType: "98"}, "100", nil); !e.Low.IsZero() || !e.High.Equal(dollars("100")) {
		t.Errorf("%s to %s", e.Low, e.High)
	}
	r2 := told(t, "EB*1**30", "EB*B**98***27*2X", "EB*C*IND*98***29*900", "EB*G*IND*30***29*900")
	if e := estimated(t, r2, Query{ServiceType: "98"}, "100", nil); !e.Low.IsZero() || !e.High.Equal(dollars("100")) {
		t.Errorf("the copay may be all: %s to %s", e.Low, e.High)
	}
	if got := checkedResponse(r); len(got) > 0 {
		t.Errorf("what validation says of the element is said twice: %v", got)
	}
}
