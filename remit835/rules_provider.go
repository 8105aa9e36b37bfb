// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Provider adjustments (PLB), and the balances that the payer carries with them
// from one remittance to a later one.

func providerRules() []rule {
	return []rule{
		{ID: "835-PLB-01", SNIP: 4, Severity: isError, end: providerComplete,
			Title: "a provider adjustment lacks its provider, fiscal period or reason, or leaves a gap before it", Fix: "give them, and fill the pairs from the left"},
		{ID: "835-PLB-02", SNIP: 4, Severity: isWarning, end: providerReference,
			Title: "a provider adjustment has no reference", Fix: "name the claim, check or remittance that it is about"},
		{ID: "835-PLB-03", SNIP: 4, Severity: isWarning, end: providerKnown,
			Title: "the reason of a provider adjustment is not known", Fix: "post it as an unclassified provider adjustment"},
		{ID: "835-OVP-01", SNIP: 4, Severity: isWarning, end: recoveryOnce,
			Title: "a reversal and an overpayment recovery take the same money twice", Fix: "hold it and ask the payer"},
		{ID: "835-FB-01", SNIP: 3, Severity: isError, Strict: true, end: forwardFits,
			Title: "the balance that is moved out is not what is missing", Fix: "move out exactly what makes the payment zero"},
		{ID: "835-ADV-01", SNIP: 4, Severity: isWarning, // asked by carry
			Title: "an advance payment is settled with more than was advanced", Fix: "hold it and ask the payer"},
	}
}

// plbPath is the path of the amount of the first provider adjustment with a reason,
// or of all of them.
func (j *Checker) plbPath(reason x12.Code) string {
	for i := range j.summary.Adjustments {
		if j.summary.Adjustments[i].Reason == reason {
			return in("summary.adjustments", i, "amount")
		}
	}
	return "summary.adjustments|[0].amount"
}

func providerComplete(j *Checker) {
	for i := range j.summary.Adjustments {
		a := &j.summary.Adjustments[i]
		if a.ProviderID == "" {
			j.findSet(in("summary.adjustments", i, "providerID"), "")
		}
		if a.FiscalPeriod == 0 {
			j.findSet(in("summary.adjustments", i, "fiscalPeriod"), "")
		}
		if a.Reason == "" {
			j.findSet(in("summary.adjustments", i, "reason"), "")
		}
		if a.Place > 1 {
			j.findSet(in("summary.adjustments", i, "")+"|.reason", "")
		}
	}
}

func providerReference(j *Checker) {
	for i := range j.summary.Adjustments {
		if a := &j.summary.Adjustments[i]; a.Reference == "" && j.reasons.Provider(a.Reason).Reference {
			j.findSet(in("summary.adjustments", i, "reference"), "")
		}
	}
}

func providerKnown(j *Checker) {
	for i := range j.summary.Adjustments {
		if a := &j.summary.Adjustments[i]; a.Reason != "" && !j.reasons.Provider(a.Reason).Known {
			j.findSet(in("summary.adjustments", i, "reason"), string(a.Reason))
		}
	}
}

// recoveryOnce: who reverses a claim takes the money back with it; a recovery of
// the same money in the same remittance takes it twice, unless it is given back
// beside it.
func recoveryOnce(j *Checker) {
	var back map[string]bool
	var taken *takenBack
	for i := range j.summary.Adjustments {
		a := &j.summary.Adjustments[i]
		switch {
		case a.Reason == AdjustReturn && a.Amount.IsPositive():
			j.saySet(isWarning, in("summary.adjustments", i, "amount"), "a refund received lowers the payment", a.Amount.String())
		case a.Reason == AdjustOverpaymentRecovery && a.Amount.IsPositive() && len(j.reversed) > 0:
			if taken == nil {
				back, taken = j.givenBack(), takenBackBy(j.reversed)
			}
			if !back[a.Amount.String()] && taken.by(a) {
				j.findSet(in("summary.adjustments", i, "amount"), a.Amount.String())
			}
		}
	}
}

// givenBack returns the amounts that refunds and recoveries of the summary give
// back, as they are without their sign.
func (j *Checker) givenBack() map[string]bool {
	back := map[string]bool{}
	for i := range j.summary.Adjustments {
		a := &j.summary.Adjustments[i]
		if a.Reason == AdjustReturn || a.Reason == AdjustOverpaymentRecovery {
			back[a.Amount.Neg().String()] = true
		}
	}
	return back
}

// takenBack is what the reversals of a remittance took back: a summary can have
// as many recoveries as there are reversals.
type takenBack struct {
	amounts map[string]bool
	claims  map[takenClaim]bool
	lengths map[int]bool // of their ids
}

type takenClaim struct{ amount, id string }

func takenBackBy(reversals []reversal) *takenBack {
	t := &takenBack{map[string]bool{}, map[takenClaim]bool{}, map[int]bool{}}
	for k := range reversals {
		r := &reversals[k]
		for _, sum := range [...]money.Sum{r.paid, r.net} {
			amount := sum.Decimal().Neg().String()
			t.amounts[amount] = true
			for _, id := range [...]string{r.id, r.control} {
				if id != "" {
					t.claims[takenClaim{amount, id}] = true
					t.lengths[len(id)] = true
				}
			}
		}
	}
	return t
}

// by reports whether a recovery is about the money of a reversal: it has the
// amount, and its reference begins with an id of the claim or is empty.
func (t *takenBack) by(a *ProviderAdjustment) bool {
	amount := a.Amount.String()
	if !t.amounts[amount] || a.Reference == "" {
		return t.amounts[amount]
	}
	for n := range t.lengths {
		if n <= len(a.Reference) && t.claims[takenClaim{amount, a.Reference[:n]}] {
			return true
		}
	}
	return false
}

// forwardFits: a balance is moved out when the payment would be negative, by
// exactly as much, and once.
func forwardFits(j *Checker) {
	if j.unread&(unreadPaid|unreadAdjusted) != 0 {
		return
	}
	net := j.sums.paid
	var moved, applied money.Sum
	first, n := -1, 0
	for i := range j.summary.Adjustments {
		a := &j.summary.Adjustments[i]
		switch {
		case a.Reason != AdjustForwardBalance:
			net.Sub(a.Amount)
		case a.Amount.IsNegative():
			if moved.Add(a.Amount); n == 0 {
				first = i
			}
			n++
		default:
			applied.Add(a.Amount)
			if first < 0 {
				first = i
			}
		}
	}
	if first < 0 {
		return
	}
	if n == 0 {
		if net.Sign() < 0 {
			j.saySet(isWarning, in("summary.adjustments", first, "amount"), "a forwarded balance is taken although the claims leave nothing to take it from", "")
		}
		return
	}
	if n > 1 {
		j.saySet(isWarning, in("summary.adjustments", first, "amount"), "more than one balance is moved out", "")
	}
	net.SubSum(applied)
	want := net.Decimal()
	if want.IsPositive() {
		want = decimal.Decimal{}
	}
	if !moved.Equal(want) {
		j.figuresSet(in("summary.adjustments", first, "amount"), want, moved.Decimal())
	}
}
