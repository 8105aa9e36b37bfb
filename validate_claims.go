// SPDX-License-Identifier: Apache-2.0

package claimwire

import (
	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
)

var claimLayout = &layout{
	record: x12.KeyOf("CLM"), line: x12.KeyOf("LX"), lines: "lines", cover: x12.KeyOf("SBR"), covers: "otherCoverage",
	around: []string{"submission", "billingProvider", "subscriber", "patient"},
	level: func(key uint32, third string) int {
		if key != keyHL {
			return 0
		}
		return map[string]int{"20": 1, "22": 2, "23": 3}[third]
	},
}

// claimChecker checks claims by the billing rules.
type claimChecker struct {
	v     *Validator
	rules *claim837.RuleSet
}

func (claims) checker(v *Validator) checker {
	rules := v.o.Claims
	if rules == nil {
		rules = claim837.NewRuleSet().Received()
		rules.Limit(v.snip)
	}
	return &claimChecker{v, rules}
}

func (*claimChecker) layout() *layout { return claimLayout }

func (j *claimChecker) item(it *Item) bool {
	v := it.Claim
	if v.Kind != x12.RecordStep {
		return false
	}
	j.v.places.place = v.Claim.Place
	for _, i := range claim837.Check(v.Claim, j.rules) {
		j.v.find(i, v.Position)
	}
	return true
}
