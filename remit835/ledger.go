// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/x12"
)

// ledger is what payers have advanced, moved out or given back for now, until a
// later remittance settles it. It is bounded: the oldest is forgotten.
type ledger struct {
	open []openBalance
	sets int // remittances so far
}

type openBalance struct {
	payer, payee, reference string
	reason                  x12.Code
	amount                  money.Sum // what is left, negative
	at                      At
	set                     int
}

// carriedBy is the rule that a reason belongs to; empty when nothing is carried.
func carriedBy(reason x12.Code) string {
	switch reason {
	case AdjustForwardBalance:
		return "835-FB-01"
	case AdjustOverpaymentRecovery:
		return "835-OVP-01"
	case AdjustPeriodicInterim, AdjustAcceleration:
		return "835-ADV-01"
	}
	return ""
}

// carry takes the provider adjustments of a remittance into the ledger.
func (j *Checker) carry() {
	j.ledger.sets++
	for i := range j.summary.Adjustments {
		a := &j.summary.Adjustments[i]
		if id := carriedBy(a.Reason); id != "" && a.Amount.IsNegative() {
			j.ledger.add(j, a)
		}
	}
	for i := range j.summary.Adjustments {
		a := &j.summary.Adjustments[i]
		if id := carriedBy(a.Reason); id != "" && a.Amount.IsPositive() && j.as(id) {
			j.settle(i, a)
		}
	}
}

// as asks in the name of another rule, and reports whether that one is on.
func (j *Checker) as(id string) bool {
	for i := range j.list {
		if r := &j.list[i]; r.ID == id {
			j.rule, j.reporter = r, j.reporters[i]
			return j.reporter != nil
		}
	}
	return false
}

func (l *ledger) add(j *Checker, a *ProviderAdjustment) {
	if len(l.open) >= j.o.Window {
		l.open = slices.Delete(l.open, 0, 1+len(l.open)/8)
	}
	b := openBalance{
		payer: strings.Clone(j.remittance.Trace.PayerID), payee: strings.Clone(j.remittance.Payee.ID),
		reference: strings.Clone(a.Reference), reason: x12.Code(strings.Clone(string(a.Reason))),
		at: j.remittance.At, set: l.sets,
	}
	b.amount.Add(a.Amount)
	l.open = append(l.open, b)
}

func (b *openBalance) of(j *Checker, reason x12.Code) bool {
	return b.reason == reason && b.payee == j.remittance.Payee.ID && b.payer == j.remittance.Trace.PayerID
}

// settle takes a positive adjustment for what it settles. It looks through what is
// open, which is no more than the Window: an index would cost every remittance more.
func (j *Checker) settle(i int, a *ProviderAdjustment) {
	open, other := j.ledger.open, false
	for k := range open {
		b := &open[k]
		if !b.of(j, a.Reason) {
			continue
		}
		var rest money.Sum
		rest.AddSum(b.amount)
		rest.Add(a.Amount)
		if b.reference != a.Reference {
			other = other || rest.Sign() == 0 && b.set != j.ledger.sets
			continue
		}
		switch {
		case a.Reason == AdjustForwardBalance && rest.Sign() != 0:
			j.settled(i, a, b, "a forwarded balance is taken with another amount than was moved out")
		case rest.Sign() > 0 && a.Reason == AdjustOverpaymentRecovery:
			j.settled(i, a, b, "more is taken back than was given back for now")
		case rest.Sign() > 0:
			j.settled(i, a, b, j.rule.Title)
		}
		b.amount = rest
		if a.Reason == AdjustForwardBalance || rest.Sign() >= 0 {
			j.ledger.open = slices.Delete(open, k, k+1)
		}
		return
	}
	if other && j.as("835-PLB-02") {
		j.saySet(isWarning, in("summary.adjustments", i, "reference"), "a provider adjustment has the amount of an open one and another reference", a.Reference)
	}
}

func (j *Checker) settled(i int, a *ProviderAdjustment, b *openBalance, text string) {
	want := b.amount.Decimal().Neg()
	j.report(isWarning, j.remittance.At, in("summary.adjustments", i, "amount"), text, a.Amount.String(), &x12.Figures{Expected: want, Actual: a.Amount})
}

// closeLedger tells what is still open.
func (j *Checker) closeLedger() {
	for k := range j.ledger.open {
		b := &j.ledger.open[k]
		if !j.as(carriedBy(b.reason)) {
			continue
		}
		severity, text := isInfo, "a balance that the payer carries is still open"
		if j.rule.ID == "835-ADV-01" {
			text = "an advance payment is still to be settled"
			if b.set < j.ledger.sets {
				severity = isWarning // later remittances have not settled it
			}
		}
		j.report(severity, b.at, "summary.adjustments|[0].amount", text, b.amount.Decimal().String(), nil)
	}
	j.ledger = ledger{}
}
