// SPDX-License-Identifier: Apache-2.0

package claimwire

import (
	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/x12"
)

var (
	inquiryLayout  = eligibilityLayout("EQ", "questions")
	responseLayout = eligibilityLayout("EB", "benefits")
)

func eligibilityLayout(line, lines string) *layout {
	return &layout{
		line: x12.KeyOf(line), lines: lines,
		around: []string{"transaction", "source", "receiver", "subscriber", "dependent"},
		level: func(key uint32, third string) int {
			if key != keyHL {
				return 0
			}
			return map[string]int{"20": 1, "21": 2, "22": 3, "23": 4}[third]
		},
	}
}

// eligibilityChecker checks inquiries and responses by their rules.
type eligibilityChecker struct {
	v         *Validator
	rules     *eligibility270.RuleSet
	responses *eligibility270.ResponseRuleSet
}

func (eligibility) checker(v *Validator) checker {
	j := &eligibilityChecker{v, v.o.Inquiries, v.o.Responses}
	if j.rules == nil {
		j.rules = eligibility270.NewRuleSet().Received()
		j.rules.Limit(v.snip)
	}
	if j.responses == nil {
		j.responses = eligibility270.NewResponseRuleSet().Received()
		j.responses.Limit(v.snip)
	}
	return j
}

func (*eligibilityChecker) layout() *layout { return inquiryLayout }

func (j *eligibilityChecker) item(it *Item) bool {
	v := it.Eligibility
	found := func(issues []x12.Issue) {
		for _, i := range issues {
			j.v.find(i, v.Position)
		}
	}
	switch v.Kind {
	case x12.SetBegin:
		if v.Set.ID == "271" {
			j.v.places.layout = responseLayout
		}
	case x12.RecordStep:
		if v.Inquiry != nil {
			j.v.places.place = v.Inquiry.Place
			found(eligibility270.Check(v.Inquiry, j.rules))
		} else {
			j.v.places.place = v.Response.Place
			found(eligibility270.CheckResponse(v.Response, j.responses))
		}
		return true
	}
	return false
}
