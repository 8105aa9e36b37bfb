package remit835

import (
	"strings"

	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Provider adjustments (PLB), and the balances that the payer carries with them
// from one remittance to a later one.

func providerRules() []Rule {
	return []Rule{
		{ID: "835-PLB-01", SNIP: 4, Severity: isError, end: providerComplete,
			Text: "a provider adjustment lacks its provider, fiscal period or reason, or leaves a gap before it", Mend: "give them, and fill the pairs from the left"},
		{ID: "835-PLB-02", SNIP: 4, Severity: isWarning, end: providerReference,
			Text: "a provider adjustment has no reference", Mend: "name the claim, check or remittance that it is about"},
		{ID: "835-PLB-03", SNIP: 4, Severity: isWarning, end: providerKnown,
			Text: "the reason of a provider adjustment is not known", Mend: "post it as an unclassified provider adjustment"},
		{ID: "835-OVP-01", SNIP: 4, Severity: isWarning, end: recoveryOnce,
			Text: "a reversal and an overpayment recovery take the same money twice", Mend: "hold it and ask the payer"},
		{ID: "835-FB-01", SNIP: 3, Severity: isError, Strict: true, end: forwardFits,
			Text: "the balance that is moved out is not what is missing", Mend: "move out exactly what makes the payment zero"},
		{ID: "835-ADV-01", SNIP: 4, Severity: isWarning, // asked by carry
			Text: "an advance payment is settled with more than was advanced", Mend: "hold it and ask the payer"},
	}
}

// plbPlace is an element of a provider adjustment; element counts as if it were
// the first of its segment.
func plbPlace(i, element int, field string) place {
	return place{"", "PLB", element, 0, in("summary.adjustments", i, field)}
}

// plbPath is the first provider adjustment with a reason, or all of them.
func (j *Judge) plbPath(reason x12.Code) string {
	for i := range j.summary.Adjustments {
		if j.summary.Adjustments[i].Reason == reason {
			return in("summary.adjustments", i, "amount")
		}
	}
	return "summary.adjustments"
}

func providerComplete(j *Judge) {
	for i := range j.summary.Adjustments {
		a := &j.summary.Adjustments[i]
		if a.ProviderID == "" {
			j.findSet(plbPlace(i, 1, "providerID"), "")
		}
		if a.FiscalPeriod == 0 {
			j.findSet(plbPlace(i, 2, "fiscalPeriod"), "")
		}
		if a.Reason == "" {
			at := plbPlace(i, 3, "reason")
			at.component = 1
			j.findSet(at, "")
		}
		if a.Place > 1 {
			j.findSet(plbPlace(i, 3, ""), "")
		}
	}
}

func providerReference(j *Judge) {
	for i := range j.summary.Adjustments {
		if a := &j.summary.Adjustments[i]; a.Reference == "" && j.reasons.Provider(a.Reason).Reference {
			at := plbPlace(i, 3, "reference")
			at.component = 2
			j.findSet(at, "")
		}
	}
}

func providerKnown(j *Judge) {
	for i := range j.summary.Adjustments {
		if a := &j.summary.Adjustments[i]; a.Reason != "" && !j.reasons.Provider(a.Reason).Known {
			at := plbPlace(i, 3, "reason")
			at.component = 1
			j.findSet(at, string(a.Reason))
		}
	}
}

// recoveryOnce: who reverses a claim takes the money back with it; a recovery of
// the same money in the same remittance takes it twice, unless it is given back
// beside it.
func recoveryOnce(j *Judge) {
	for i := range j.summary.Adjustments {
		a := &j.summary.Adjustments[i]
		switch {
		case a.Reason == AdjustReturn && a.Amount.IsPositive():
			j.saySet(isWarning, plbPlace(i, 4, "amount"), "a refund received lowers the payment", a.Amount.String())
		case a.Reason == AdjustOverpaymentRecovery && a.Amount.IsPositive() && !j.givenBack(a.Amount):
			for k := range j.reversed {
				if r := &j.reversed[k]; r.takes(a) {
					j.findSet(plbPlace(i, 4, "amount"), a.Amount.String())
					break
				}
			}
		}
	}
}

// givenBack tells whether a refund or a recovery with the same amount and the
// other sign stands in the summary.
func (j *Judge) givenBack(amount decimal.Decimal) bool {
	for i := range j.summary.Adjustments {
		a := &j.summary.Adjustments[i]
		if (a.Reason == AdjustReturn || a.Reason == AdjustOverpaymentRecovery) && a.Amount.Neg().Equal(amount) {
			return true
		}
	}
	return false
}

// takes tells whether a recovery is about the money of the reversal.
func (r *reversal) takes(a *ProviderAdjustment) bool {
	var paid, net money.Sum
	paid.SubSum(r.paid)
	net.SubSum(r.net)
	if !paid.Equal(a.Amount) && !net.Equal(a.Amount) {
		return false
	}
	return a.Reference == "" || starts(a.Reference, r.id) || starts(a.Reference, r.control)
}

func starts(reference, id string) bool { return id != "" && strings.HasPrefix(reference, id) }

// forwardFits: a balance is moved out when the payment would be negative, by
// exactly as much, and once.
func forwardFits(j *Judge) {
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
			j.saySet(isWarning, plbPlace(first, 4, "amount"), "a forwarded balance is taken although the claims leave nothing to take it from", "")
		}
		return
	}
	if n > 1 {
		j.saySet(isWarning, plbPlace(first, 4, "amount"), "more than one balance is moved out", "")
	}
	net.SubSum(applied)
	want := net.Decimal()
	if want.IsPositive() {
		want = decimal.Decimal{}
	}
	if !moved.Equal(want) {
		j.figuresSet(plbPlace(first, 4, "amount"), want, moved.Decimal())
	}
}
