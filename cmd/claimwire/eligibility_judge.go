// SPDX-License-Identifier: Apache-2.0

package main

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

// eligibilityJudging judges inquiries and responses by their rules.
type eligibilityJudging struct {
	v     *validation
	rules *eligibility270.RuleSet
}

func (eligibility) judging(v *validation) judging {
	rules := eligibility270.NewRuleSet()
	rules.Limit(v.snip)
	return &eligibilityJudging{v, rules}
}

func (*eligibilityJudging) layout() *layout { return inquiryLayout }

func (j *eligibilityJudging) item(it *item) bool {
	v := it.value.(*eligibility270.Item)
	found := func(i x12.Issue) { j.v.find(i, v.Position) }
	switch v.Kind {
	case eligibility270.SetBegin:
		if v.Set.ID == "271" {
			j.v.places.layout = responseLayout
		}
	case eligibility270.InquiryItem:
		eligibility270.Judge(v.Inquiry, j.rules, found)
		return true
	case eligibility270.ResponseItem:
		eligibility270.JudgeResponse(v.Response, j.rules, found)
		return true
	}
	return false
}
