// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

const (
	isError   = x12.Error
	isWarning = x12.Warning
	isInfo    = x12.Info
)

// The three levels: a line, a claim, and what they must agree on.

func balanceRules() []rule {
	return []rule{
		{ID: "835-BAL-01", SNIP: 3, Severity: isError, needs: signLine, payment: lineBalances,
			Title: "the charge of a line less its adjustments is not what is paid for it", Fix: "ask the payer; do not post it as it is"},
		{ID: "835-BAL-02", SNIP: 3, Severity: isError, needs: signClaim, payment: claimBalances,
			Title: "the charge of a claim less all of its adjustments is not what is paid for it", Fix: "ask the payer; do not post it as it is"},
		{ID: "835-BAL-03", SNIP: 3, Severity: isWarning, needs: signLines, payment: linesMakeCharge,
			Title: "the charges of the lines do not add up to the charge of the claim", Fix: "see whether all lines are reported"},
		{ID: "835-BAL-06", SNIP: 3, Severity: isError, needs: signPatient, payment: patientShare,
			Title: "the patient responsibility of a claim is not the sum of its patient adjustments", Fix: "give that sum when it is above zero, and nothing for a reversal"},
		{ID: "835-BAL-07", SNIP: 3, Severity: isError, needs: signZero, payment: noZeroAdjustment, end: noZeroProvider,
			Title: "an adjustment has the amount zero", Fix: "leave it out"},
		{ID: "835-BAL-11", SNIP: 3, Severity: isWarning, needs: signUnits, payment: unitsBalance,
			Title: "the submitted units of a line less the adjusted ones are not the paid ones", Fix: "see which units are paid"},
		{ID: "835-BAL-12", SNIP: 4, Severity: isWarning, needs: signQuantity, payment: claimQuantity,
			Title: "an adjustment of a claim has a quantity, and its reason is not about days", Fix: "give quantities with the adjustments of lines"},
		{ID: "835-BAL-13", SNIP: 3, Severity: isWarning, needs: signFraction, payment: wholeCents,
			Title: "an amount has parts of a cent", Fix: "give differences of cents as adjustments of their own"},
		{ID: "835-BAL-14", SNIP: 3, Severity: isWarning, needs: signAllowed, payment: allowedFits,
			Title: "the allowed amount of a line is not what is paid and the patient's share of it", Fix: "do not reckon with it"},
		{ID: "835-BAL-16", SNIP: 4, Severity: isError, needs: signGroup, payment: groupsKnown,
			Title: "the group of an adjustment is none of CO, OA, PI and PR", Fix: "use one of them"},
	}
}

func lineBalances(j *Checker) {
	for i := range j.payment.Lines {
		l := &j.payment.Lines[i]
		if j.tally.lines[i].unread&(unreadCharge|unreadPaid|unreadAdjusted) != 0 {
			continue
		}
		if want := j.tally.expected(j.payment, i); !want.Equal(l.Paid) {
			j.figures(in("lines", i, "paid"), want, l.Paid)
		}
	}
}

func claimBalances(j *Checker) {
	t := &j.tally
	want := j.payment.Charge.Sub(t.adjusted.Decimal()).Sub(t.within.Decimal())
	j.figures("paid", want, j.payment.Paid)
}

func linesMakeCharge(j *Checker) {
	t := &j.tally
	if t.signs&(signLine|signClaim) != 0 {
		return // that says more
	}
	severity := isWarning
	if professional(j.payment) {
		severity = isError
	}
	want := t.charged.Decimal()
	j.report(severity, j.payment.At, "charge", j.rule.Title, j.payment.Charge.String(),
		&x12.Figures{Expected: want, Actual: j.payment.Charge})
}

// professional reports whether a claim was professional or dental: those report
// all of their lines. What only institutions have says no.
func professional(p *ClaimPayment) bool {
	if p.Inpatient != nil || p.DRG != "" || len(p.FacilityType) != 2 {
		return false
	}
	for i := range p.Lines {
		if l := &p.Lines[i]; l.RevenueCode != "" || l.Procedure.Qualifier == ProcedureRevenue || l.Procedure.Qualifier == ProcedureHIPPS {
			return false
		}
	}
	return true
}

func patientShare(j *Checker) {
	p, t := j.payment, &j.tally
	path := "patientResponsibility"
	want, got := t.patient.Decimal(), p.PatientResponsibility
	switch {
	case !got.Valid:
		j.report(isError, p.At, path, j.rule.Title, "", &x12.Figures{Expected: want})
	case got.Decimal.Equal(want):
		// It is right, and should not stand there: who receives it loses nothing.
		j.say(j.strictly(), path, "the patient responsibility of a claim is given although the guide leaves it out", got.Decimal.String())
	default:
		j.figures(path, want, got.Decimal)
	}
}

// eachAdjustment calls do for the adjustments of the claim, with line -1, and of
// its lines.
func eachAdjustment(p *ClaimPayment, do func(a *Adjustment, line, k int)) {
	for k := range p.Adjustments {
		do(&p.Adjustments[k], -1, k)
	}
	for i := range p.Lines {
		for k := range p.Lines[i].Adjustments {
			do(&p.Lines[i].Adjustments[k], i, k)
		}
	}
}

// casPath is the path of a field of an adjustment, of the claim with line -1.
func casPath(line, k int, field string) string {
	path := in("adjustments", k, field)
	if line < 0 {
		return path
	}
	return in("lines", line, path)
}

func noZeroAdjustment(j *Checker) {
	var unread []int // of the list at hand, those that are not passed
	of := -2
	eachAdjustment(j.payment, func(a *Adjustment, line, k int) {
		if line != of {
			of, unread = line, j.payment.unreadAdjustments(line)
		}
		for len(unread) > 0 && unread[0] < k {
			unread = unread[1:]
		}
		if a.Amount.IsZero() && (len(unread) == 0 || unread[0] != k) {
			j.find(casPath(line, k, "amount"), "")
		}
	})
}

func noZeroProvider(j *Checker) {
	unread := x12.UnreadItems(j.summary.Rest, "PLB", providerAdjustments.First, providerAdjustments.Width, 1)
	for i := range j.summary.Adjustments {
		for len(unread) > 0 && unread[0] < i {
			unread = unread[1:]
		}
		if j.summary.Adjustments[i].Amount.IsZero() && (len(unread) == 0 || unread[0] != i) {
			j.findSet(in("summary.adjustments", i, "amount"), "")
		}
	}
}

func unitsBalance(j *Checker) {
	for i := range j.payment.Lines {
		l := &j.payment.Lines[i]
		if !j.tally.lines[i].quantity && !l.SubmittedUnits.Valid || j.tally.lines[i].unread&unreadUnits != 0 {
			continue
		}
		var paid, want, adjusted money.Sum
		if l.Units.Valid {
			paid.Add(l.Units.Decimal)
		} else {
			paid.AddCents(100) // one
		}
		want = paid
		if l.SubmittedUnits.Valid {
			want = money.Sum{}
			want.Add(l.SubmittedUnits.Decimal)
		}
		for k := range l.Adjustments {
			if q := l.Adjustments[k].Quantity; q.Valid {
				adjusted.Add(q.Decimal)
			}
		}
		if j.payment.Status == StatusReversal && adjusted.Sign() < 0 && want.Sign() >= 0 {
			want.AddSum(adjusted) // adjusted units are taken back, the units themselves stay as they were
		} else {
			want.SubSum(adjusted)
		}
		if !want.EqualSum(paid) {
			j.figures(in("lines", i, "units"), want.Decimal(), paid.Decimal())
		}
	}
}

func claimQuantity(j *Checker) {
	for k := range j.payment.Adjustments {
		a := &j.payment.Adjustments[k]
		if a.Quantity.Valid && !a.Quantity.Decimal.IsZero() && j.traits.of(a.Reason)&isDays == 0 {
			j.find(in("adjustments", k, "quantity"), a.Quantity.Decimal.String())
		}
	}
}

func wholeCents(j *Checker) {
	check := func(d decimal.Decimal, path func() string) {
		if _, ok := money.Cents(d); !ok && !d.Equal(d.Round(2)) {
			j.find(path(), d.String())
		}
	}
	p := j.payment
	check(p.Charge, func() string { return "charge" })
	check(p.Paid, func() string { return "paid" })
	for i := range p.Lines {
		check(p.Lines[i].Charge, func() string { return in("lines", i, "charge") })
		check(p.Lines[i].Paid, func() string { return in("lines", i, "paid") })
	}
	eachAdjustment(p, func(a *Adjustment, line, k int) {
		check(a.Amount, func() string { return casPath(line, k, "amount") })
	})
}

// allowedFits: what is allowed is paid by the payer or owed by the patient. What
// is cut or given afterwards may be inside or not, and what a later payer allows
// is another matter.
func allowedFits(j *Checker) {
	if j.tally.signs&(signSecondary|signOtherPayer) != 0 {
		return
	}
	for i := range j.payment.Lines {
		l := &j.payment.Lines[i]
		allowed := l.Amount(AmountAllowed)
		if !allowed.Valid || j.tally.lines[i].unread&(unreadPaid|unreadAdjusted|unreadAmount) != 0 {
			continue
		}
		want := l.Paid.Add(j.tally.lines[i].share.Decimal())
		cut := decimal.Decimal{}
		fits := want.Equal(allowed.Decimal)
		for k := range l.Adjustments {
			if a := &l.Adjustments[k]; j.traits.of(a.Reason)&isCut != 0 || a.Amount.IsNegative() {
				fits = fits || want.Add(a.Amount).Equal(allowed.Decimal)
				cut = cut.Add(a.Amount)
			}
		}
		if fits || want.Add(cut).Equal(allowed.Decimal) {
			continue
		}
		for k := range l.Amounts {
			if l.Amounts[k].Qualifier == AmountAllowed {
				j.figures(in("lines", i, in("amounts", k, "amount")), want, allowed.Decimal)
				break
			}
		}
	}
}

func groupsKnown(j *Checker) {
	eachAdjustment(j.payment, func(a *Adjustment, line, k int) {
		switch a.Group {
		case GroupContractual, GroupOther, GroupPayer, GroupPatient:
		default:
			j.find(casPath(line, k, "group"), string(a.Group))
		}
	})
}
