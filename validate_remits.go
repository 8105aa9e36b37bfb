// SPDX-License-Identifier: Apache-2.0

package claimwire

import (
	"strings"

	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
)

var remitLayout = &layout{
	record: x12.KeyOf("CLP"), line: x12.KeyOf("SVC"), lines: "lines",
	around: []string{"remittance", "header", "summary"}, field: remitField,
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

// remitQualifiers tell the segment of a field from others with its tag.
var remitQualifiers = map[string]string{
	"patient": "QC", "corrected": "74", "crossover": "TT", "correctedPayer": "PR", "statementFrom": "232",
	"date": "472", "controlNumber": "6R",
}

// remitField finds the qualifier of the field at the end of a path.
func remitField(path string) (qualifiers string, nth int) {
	first, rest, _ := strings.Cut(path, ".")
	if strings.HasPrefix(first, "lines[") {
		first, _, _ = strings.Cut(rest, ".")
	}
	if strings.HasPrefix(first, "amounts[") && strings.HasPrefix(path, "lines[") {
		return "B6", 0
	}
	return remitQualifiers[first], 0
}

// remitChecker checks remittances by the rules of balance and the situational
// rules. What only the whole of a remittance shows comes after its payments.
type remitChecker struct {
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
	j := new(remitChecker)
	j.checker = remit835.NewChecker(&o, func(f x12.Issue) { v.find(remit835.WithFigures(f), j.first) })
	return j
}

func (*remitChecker) layout() *layout { return remitLayout }

func (j *remitChecker) item(it *Item) bool {
	v := it.Remittance
	j.first = it.Position
	j.checker.Item(v)
	return v.Kind == x12.RecordStep
}
