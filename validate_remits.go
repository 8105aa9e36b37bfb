// SPDX-License-Identifier: Apache-2.0

package claimwire

import (
	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
)

var remitLayout = &layout{
	record: x12.KeyOf("CLP"), line: x12.KeyOf("SVC"), lines: "lines",
	around: []string{"remittance", "header", "summary"},
	level: func(key uint32, _ string) int {
		switch key {
		case keyLX:
			return 1
		case keyPLB:
			return 2
		}
		return 0
	},
}

// remitChecker checks remittances by the rules of balance and the situational
// rules. What only the whole of a remittance shows comes after its payments.
type remitChecker struct {
	places  *places
	checker *remit835.Checker
	first   x12.Position // of the record at hand
}

func (remits) checker(v *Validator) checker {
	rules := v.o.Remittances
	if rules == nil {
		rules = remit835.NewRuleSet().Received()
		rules.Limit(v.snip)
	}
	o := remit835.CheckerOptions{Rules: rules, Source: v.o.Source}
	if v.snip >= 3 { // else no rule asks
		o.Duplicates = v.o.Duplicates
	}
	j := &remitChecker{places: &v.places}
	j.checker = remit835.NewChecker(&o, func(f x12.Issue) { v.find(remit835.WithFigures(f), j.first) })
	return j
}

func (*remitChecker) layout() *layout { return remitLayout }

func (j *remitChecker) item(it *Item) bool {
	v := it.Remittance
	j.first, j.places.place = it.Position, remit835.Place
	j.checker.Item(v)
	return v.Kind == x12.RecordStep
}
