package main

import (
	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/x12"
)

var eligibilityLayout = &layout{
	line: x12.KeyOf("EQ"), lines: "questions",
	around: []string{"transaction", "source", "receiver", "subscriber", "dependent"},
	level: func(key uint32, third string) int {
		if key != keyHL {
			return 0
		}
		return map[string]int{"20": 1, "21": 2, "22": 3, "23": 4}[third]
	},
}

// eligibilityJudging judges inquiries by their rules. A response is the payer's
// word: its guide alone judges it.
type eligibilityJudging struct {
	v     *validation
	rules *eligibility270.RuleSet
}

func (eligibility) judging(v *validation) judging {
	rules := eligibility270.NewRuleSet()
	rules.Limit(v.snip)
	return &eligibilityJudging{v, rules}
}

func (*eligibilityJudging) layout() *layout { return eligibilityLayout }

func (j *eligibilityJudging) item(it *item) bool {
	v := it.value.(*eligibility270.Item)
	if v.Kind != eligibility270.InquiryItem {
		return false
	}
	eligibility270.Judge(v.Inquiry, j.rules, func(i x12.Issue) { j.v.find(i, v.Position) })
	return true
}
