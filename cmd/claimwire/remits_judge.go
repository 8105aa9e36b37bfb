package main

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

// remitJudging judges remittances by the rules of balance and the situational
// rules. What only the whole of a remittance shows comes after its payments.
type remitJudging struct {
	judge *remit835.Judge
	first x12.Position // of the record at hand
}

func (remits) judging(v *validation) judging {
	rules := remit835.NewReceivedRuleSet()
	rules.Limit(v.snip)
	j := new(remitJudging)
	j.judge = remit835.NewJudge(&remit835.JudgeOptions{Rules: rules}, func(f remit835.Finding) { v.find(f.Issue, j.first) })
	return j
}

func (*remitJudging) layout() *layout { return remitLayout }

func (j *remitJudging) item(it *item) bool {
	v := it.value.(*remit835.Item)
	j.first = it.Position
	j.judge.Item(v)
	return v.Kind == remit835.PaymentItem
}
