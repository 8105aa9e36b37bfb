// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Balance is the proof of a remittance: what is paid is what the claims are paid
// less the provider adjustments. Amounts are dollars.
type Balance struct {
	At         At
	Amount     decimal.Decimal // BPR02: what is paid
	Expected   decimal.Decimal // Paid - Provider
	Difference decimal.Decimal // Amount - Expected: zero when it balances

	Claims                int             // claim payments
	Lines                 int             // service payments
	Charge                decimal.Decimal // sum of CLP03
	ClaimAdjusted         decimal.Decimal // sum of the claims' own adjustments, CAS in loop 2100
	LineAdjusted          decimal.Decimal // sum of the lines' adjustments, CAS in loop 2110
	Paid                  decimal.Decimal // sum of CLP04
	PatientResponsibility decimal.Decimal // sum of the adjustments of group PR; a reversal lowers it when what it takes back is of this remittance, and an estimate adds nothing
	Provider              decimal.Decimal // sum of the provider adjustments, PLB: positive lowers the payment
	Interest              decimal.Decimal // sum of AMT*I, not in Paid
	Discount              decimal.Decimal // sum of AMT*D8

	UnbalancedClaims int  // claims of which the claim itself or a line does not balance
	Reversals        int  // claims with status 22
	Unlinked         int  // reversals of which the payment that they reverse was not found
	Unread           int  // amounts that could not be read: no sum has them
	AmountUnread     bool // Amount is one of them
	Errors           int  // findings of that severity
	Warnings         int

	// Duplicate is where the same payment was read before, nil when it was not; then
	// Amount is not to be added up. Duplicates are the sums over its claim payments
	// that were read before, nil when there are none; they are in the sums above, too,
	// and Once leaves them out. Both need a Checker that looks for duplicates.
	Duplicate  *Origin
	Duplicates *Totals
}

// Balanced reports whether the payment and every claim and line add up, which
// nobody knows when an amount could not be read.
func (b *Balance) Balanced() bool {
	return b.Difference.IsZero() && b.UnbalancedClaims == 0 && b.Unread == 0
}

func (b *Balance) prove(s *totals, provider *money.Sum) {
	t := s.totals()
	b.Claims, b.Lines = t.Claims, t.Lines
	b.Charge, b.Paid = t.Charge, t.Paid
	b.ClaimAdjusted, b.LineAdjusted = t.ClaimAdjusted, t.LineAdjusted
	b.PatientResponsibility, b.Provider = t.PatientResponsibility, provider.Decimal()
	b.Interest, b.Discount = t.Interest, t.Discount
	b.Expected = b.Paid.Sub(b.Provider)
	b.Difference = b.Amount.Sub(b.Expected)
}

// Totals are sums over claim payments, in dollars. The fields are those of
// Balance.
type Totals struct {
	Claims, Lines         int
	Charge                decimal.Decimal
	ClaimAdjusted         decimal.Decimal
	LineAdjusted          decimal.Decimal
	Paid                  decimal.Decimal
	PatientResponsibility decimal.Decimal
	Interest              decimal.Decimal
	Discount              decimal.Decimal
}

func (s *totals) totals() Totals {
	return Totals{
		Claims: s.claims, Lines: s.lines, Charge: s.charge.Decimal(), ClaimAdjusted: s.claimAdjusted.Decimal(),
		LineAdjusted: s.lineAdjusted.Decimal(), Paid: s.paid.Decimal(), PatientResponsibility: s.patient.Decimal(),
		Interest: s.interest.Decimal(), Discount: s.discount.Decimal(),
	}
}

// Once returns the totals without the claim payments that are duplicates: what a
// remittance adds to those before it.
func (b *Balance) Once() Totals {
	d := b.Duplicates
	if d == nil {
		d = new(Totals)
	}
	return Totals{
		Claims: b.Claims - d.Claims, Lines: b.Lines - d.Lines, Charge: b.Charge.Sub(d.Charge),
		ClaimAdjusted: b.ClaimAdjusted.Sub(d.ClaimAdjusted), LineAdjusted: b.LineAdjusted.Sub(d.LineAdjusted),
		Paid: b.Paid.Sub(d.Paid), PatientResponsibility: b.PatientResponsibility.Sub(d.PatientResponsibility),
		Interest: b.Interest.Sub(d.Interest), Discount: b.Discount.Sub(d.Discount),
	}
}

// Balance checks a whole remittance at once: its claim payments, all of them
// taken for its own, and its summary or nil. What it finds goes to report, which may be nil; nil options are the
// defaults. For files of any size, feed a Checker.
func (r *Remittance) Balance(payments []*ClaimPayment, s *Summary, o *CheckerOptions, report func(x12.Issue)) *Balance {
	j := NewChecker(o, report)
	j.Begin(r)
	j.alone = true
	for _, p := range payments {
		j.Payment(p)
	}
	return j.End(s)
}

// ClaimBalance is the proof of a claim payment: what is charged less all
// adjustments is paid. Amounts are dollars.
type ClaimBalance struct {
	Charge       decimal.Decimal // CLP03
	Adjusted     decimal.Decimal // sum of the claim's own adjustments
	LineAdjusted decimal.Decimal // sum of the adjustments of its lines
	Paid         decimal.Decimal // CLP04
	Expected     decimal.Decimal // Charge - Adjusted - LineAdjusted
	Difference   decimal.Decimal // Paid - Expected: zero when it balances

	PatientResponsibility decimal.Decimal // sum of the adjustments of group PR, claim and lines
	LineCharge            decimal.Decimal // sum of SVC02: Charge, when all lines are reported
	Lines                 []LineBalance   // as ClaimPayment.Lines
	Unread                int             // amounts of the claim and its lines that could not be read: no sum has them
}

// LineBalance is the proof of a line. Amounts are dollars.
type LineBalance struct {
	Charge     decimal.Decimal // SVC02
	Adjusted   decimal.Decimal // sum of its adjustments
	Paid       decimal.Decimal // SVC03
	Expected   decimal.Decimal // Charge - Adjusted
	Difference decimal.Decimal // Paid - Expected: zero when it balances
	Unread     int             // amounts of the line that could not be read: no sum has them
}

// Balanced reports whether the claim and all of its lines add up, which nobody
// knows when an amount could not be read.
func (b *ClaimBalance) Balanced() bool {
	if b.Unread > 0 {
		return false
	}
	for i := range b.Lines {
		if !b.Lines[i].Difference.IsZero() {
			return false
		}
	}
	return b.Difference.IsZero()
}

// Balance returns the proof of the claim payment.
func (p *ClaimPayment) Balance() ClaimBalance {
	var t tally
	t.of(p, defaultTraits())
	b := ClaimBalance{
		Charge: p.Charge, Paid: p.Paid,
		Adjusted: t.adjusted.Decimal(), LineAdjusted: t.within.Decimal(),
		PatientResponsibility: t.patient.Decimal(), LineCharge: t.charged.Decimal(), Unread: t.amounts,
	}
	b.Expected = b.Charge.Sub(b.Adjusted).Sub(b.LineAdjusted)
	b.Difference = b.Paid.Sub(b.Expected)
	for i := range p.Lines {
		l := &p.Lines[i]
		lb := LineBalance{Charge: l.Charge, Adjusted: t.lines[i].adjusted.Decimal(), Paid: l.Paid, Expected: t.expected(p, i)}
		lb.Difference = lb.Paid.Sub(lb.Expected)
		_, lb.Unread = unreadIn(l.Rest)
		b.Lines = append(b.Lines, lb)
	}
	return b
}
