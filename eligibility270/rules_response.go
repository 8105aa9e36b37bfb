// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// What a response may not say although each of its segments is right.

func responseRules() []ResponseRule {
	return []ResponseRule{
		{ID: "271-04", SNIP: 4, Severity: x12.Warning, Check: shareIsFraction,
			Title: "a share of the patient is not between nothing and all", Fix: "send it as a fraction: 0.2 is 20 %"},
		{ID: "271-05", SNIP: 4, Severity: x12.Error, Check: amountIsStated,
			Title: "a copay, a deductible, an out-of-pocket maximum, cost containment or spend down has no amount", Fix: "send EB07 in dollars, and a percent with coinsurance (EB01 A) only"},
		{ID: "271-06", SNIP: 4, Severity: x12.Warning, Check: statusIsOne,
			Title: "one plan is both active and inactive for a service type", Fix: "give the statements dates, or name the plans apart"},
		{ID: "271-09", SNIP: 4, Severity: x12.Warning, Check: figuresAgree,
			Title: "more is left than there is", Fix: "check the whole amount and what is left of it"},
		{ID: "271-15", SNIP: 4, Severity: x12.Error, Check: entitiesAreBracketed,
			Title: "one of the brackets around related entities is missing", Fix: "put LS*2120 before them and LE*2120 after them"},
		{ID: "271-16", SNIP: 4, Severity: x12.Error, Check: patientIsNamed,
			Title: "a patient or subscriber who is not rejected has no name", Fix: "send the last name in NM103, or the AAA that says why there is no answer"},
	}
}

// benefitAt is the path of a field of a statement, by index.
func benefitAt(i int, field string) string { return join(index("benefits", i), field) }

func shareIsFraction(r *Response, rep *report) {
	for i := range r.Benefits {
		if p := r.Benefits[i].Percent; p.Valid && !r.Benefits[i].isAmount() && (p.Decimal.IsNegative() || p.Decimal.Cmp(one) > 0) {
			find(rep, benefitAt(i, "percent"), p.Decimal.String())
		}
	}
}

// isAmount reports whether a kind of benefit is an amount of money.
func (b *Benefit) isAmount() bool {
	switch b.Kind {
	case BenefitCopay, BenefitDeductible, BenefitOutOfPocket, BenefitCostContainment, BenefitSpendDown:
		return true
	}
	return false
}

// amountIsStated looks at the kinds of benefit that are amounts of money (271-05). One
// in units of blood or the like has a quantity.
func amountIsStated(r *Response, rep *report) {
	for i := range r.Benefits {
		b := &r.Benefits[i]
		switch {
		case !b.isAmount():
		case b.Percent.Valid:
			say(rep, x12.Error, benefitAt(i, "percent"), b.Percent.Decimal.String(), "a percent stands where an amount belongs")
		case !b.Amount.Valid && !b.Quantity.Valid && len(b.Rejections) == 0 && !b.unread(7) && !b.unread(8):
			find(rep, benefitAt(i, "amount"), "")
		}
	}
}

// patientIsNamed looks at each subscriber once, with the first of the dependents.
func patientIsNamed(r *Response, rep *report) {
	if m := r.Subscriber; m != nil && r.At.Dependent <= 1 && m.Name.Last == "" && len(m.Rejections) == 0 && !(r.Dependent == nil && r.rejected()) {
		find(rep, "subscriber.name.last", "")
	}
	if m := r.Dependent; m != nil && m.Name.Last == "" && len(m.Rejections) == 0 && !r.rejected() {
		find(rep, "dependent.name.last", "")
	}
}

// rejected reports whether a question about the patient is rejected.
func (r *Response) rejected() bool {
	return slices.ContainsFunc(r.Benefits, func(b Benefit) bool { return len(b.Rejections) > 0 })
}

func statusIsOne(r *Response, rep *report) {
	plans, when := r.plans(), r.validity(r.DefaultDate())
	for i := range plans {
		p := r.planCoverage(&plans[i], when)
		for _, s := range p.Services {
			if s.Conflict && s.Status == StatusActive && len(s.EB) > 0 {
				find(rep, benefitAt(s.EB[0]-1, "kind"), string(s.Type))
			}
		}
	}
}

// figuresAgree looks at each service type and network once.
func figuresAgree(r *Response, rep *report) {
	type key struct {
		kind, level, insurance, network x12.Code
		plan, rest                      string
		lifetime                        bool
	}
	whole := map[key]decimal.Decimal{}
	pass := func(want part, each func(i int, k key)) {
		for i := range r.Benefits {
			b := &r.Benefits[i]
			if b.Kind != BenefitDeductible && b.Kind != BenefitOutOfPocket || !b.Amount.Valid {
				continue
			}
			p, lifetime := partOf(b.Period)
			if p != want {
				continue
			}
			rest := ""
			for _, m := range b.Messages {
				rest += "|" + folded(m)
			}
			for k := range b.Further {
				rest += "|" + b.Further[k].Code
			}
			for _, t := range b.serviceTypes() {
				each(i, key{b.Kind, b.Level, b.InsuranceType, b.Network, folded(b.Plan), string(t) + rest, lifetime})
			}
		}
	}
	pass(partBase, func(i int, k key) {
		if v := r.Benefits[i].Amount.Decimal; whole[k].Cmp(v) < 0 {
			whole[k] = v
		}
	})
	told := map[int]bool{}
	pass(partRemaining, func(i int, k key) {
		if v, ok := whole[k]; ok && !told[i] && r.Benefits[i].Amount.Decimal.Cmp(v) > 0 {
			told[i] = true
			find(rep, benefitAt(i, "amount"), r.Benefits[i].Amount.Decimal.String())
		}
	})
}

func entitiesAreBracketed(r *Response, rep *report) {
	for i := range r.Benefits {
		b := &r.Benefits[i]
		switch {
		case b.LoopBegin != "" && b.LoopEnd == "":
			rep.Issue(r.bracket(rep, i, "LS", "loopEnd"))
		case b.LoopBegin == "" && b.LoopEnd != "":
			rep.Issue(r.bracket(rep, i, "LE", "loopBegin"))
		case len(b.Entities) > 0 && b.LoopBegin == "":
			issue := r.bracket(rep, i, "NM1", "loopBegin")
			issue.Severity, issue.Detail = x12.Warning, rep.Words("the brackets around related entities are missing", "")
			rep.Issue(issue)
		}
	}
}

// bracket is the issue of a bracket that is missing: it is found at the segment that
// is there.
func (r *Response) bracket(rep *report, i int, tag, field string) x12.Issue {
	path := benefitAt(i, field)
	at := x12.Position{Loop: r.places().Position(path).Loop, Tag: tag}
	return x12.Issue{Position: at, Severity: rep.Severity(), Path: path, Detail: rep.Words("", "")}
}
