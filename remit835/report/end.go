// SPDX-License-Identifier: Apache-2.0

package report

import (
	"strconv"

	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/internal/textpage"
	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// endView is what is known of a remittance when it ends.
type endView struct {
	Adjustments []plbView
	Findings    []issueView
	NotRead     int  // segments
	Cut         bool // its SE is missing

	Balance                          *remit835.Balance
	once                             remit835.Totals // without what was read before, and without claims of which an amount could not be read
	Unread                           int             // those claims
	aside                            remit835.Totals // of what could be read of them
	Balanced                         bool
	Claims, Denied, Partly, Reversed int
	AtStake                          decimal.Decimal // denied, open or else to be worked
	allowed, owes                    decimal.Decimal
	withdrawn                        decimal.Decimal                  // what reversals of earlier remittances take back from patients
	earlier                          decimal.Decimal                  // of that, what was owed in this file
	parts                            [len(shownParts)]decimal.Decimal // as shownParts
	findings                         []x12.Issue
}

// add counts a claim, and what it changes.
func (e *endView) add(v *claimView, effect *remit835.Effect) {
	o := v.outcome
	if v.again {
		return
	}
	e.Claims++
	switch o.Result {
	case remit835.ResultDenied:
		e.Denied++
	case remit835.ResultPartlyDenied:
		e.Partly++
	case remit835.ResultReversed:
		e.Reversed++
	}
	e.AtStake = e.AtStake.Add(effect.AtStake)
	e.allowed = e.allowed.Add(o.Allowed)
	e.owes = e.owes.Add(effect.Patient())
	e.withdrawn = e.withdrawn.Add(effect.Withdrawn)
	if effect.Earlier {
		e.earlier = e.earlier.Add(effect.Withdrawn)
	}
	for i, p := range shownParts {
		e.parts[i] = money.Add(e.parts[i], effect.Of(p))
	}
}

// leaveOut counts a claim of which an amount could not be read: what could be read
// of it alone adds up to nothing.
func (e *endView) leaveOut(v *claimView) {
	if v.again {
		return
	}
	e.Claims++
	e.Unread++
	b, t := v.payment.Balance(), &e.aside
	t.Charge, t.Paid, t.ClaimAdjusted = t.Charge.Add(b.Charge), t.Paid.Add(b.Paid), t.ClaimAdjusted.Add(b.Adjusted)
	t.LineAdjusted = t.LineAdjusted.Add(b.LineAdjusted)
	if s := v.payment.Status; s != remit835.StatusReversal && s != remit835.StatusPredetermination {
		t.PatientResponsibility = t.PatientResponsibility.Add(b.PatientResponsibility)
	}
}

// merge adds up remittances.
func (e *endView) merge(o *endView) {
	e.Claims, e.Denied, e.Partly, e.Reversed = e.Claims+o.Claims, e.Denied+o.Denied, e.Partly+o.Partly, e.Reversed+o.Reversed
	e.AtStake, e.allowed, e.owes = e.AtStake.Add(o.AtStake), e.allowed.Add(o.allowed), e.owes.Add(o.owes).Sub(o.earlier)
	e.withdrawn = e.withdrawn.Add(o.withdrawn).Sub(o.earlier)
	for i := range e.parts {
		e.parts[i] = e.parts[i].Add(o.parts[i])
	}
}

func (e *endView) balance(b *remit835.Balance) {
	if d := b.Duplicates; d != nil && d.Claims == b.Claims { // also when only the end has shown it
		*e = endView{Adjustments: e.Adjustments, Findings: e.Findings, findings: e.findings, NotRead: e.NotRead, Cut: e.Cut}
	}
	e.Balance, e.Balanced, e.once = b, b.Balanced(), b.Once()
	o, t := &e.once, &e.aside
	o.Charge, o.Paid, o.ClaimAdjusted = o.Charge.Sub(t.Charge), o.Paid.Sub(t.Paid), o.ClaimAdjusted.Sub(t.ClaimAdjusted)
	o.LineAdjusted, o.PatientResponsibility = o.LineAdjusted.Sub(t.LineAdjusted), o.PatientResponsibility.Sub(t.PatientResponsibility)
}

// Missing says what could not be read and so is in no total.
func (e *endView) Missing() string {
	if e.Balance.Unread == 0 {
		return ""
	}
	text := textpage.Counted(e.Balance.Unread, "amount is", "amounts are") + " unreadable and in no total"
	if e.Unread > 0 {
		text += ", nor is anything of " + textpage.Counted(e.Unread, "claim", "claims")
	}
	return text + "; claimwire validate names what is wrong"
}

// allAgain reports whether every claim payment was read before.
func (e *endView) allAgain() bool {
	d := e.Balance.Duplicates
	return d != nil && d.Claims == e.Balance.Claims
}

// Again says what was read before and so is in no total.
func (e *endView) Again() string {
	b := e.Balance
	claims := ""
	if d := b.Duplicates; d != nil {
		claims = textpage.Counted(d.Claims, "claim payment", "claim payments") + ", charged " + x12.Dollars(d.Charge) + ", paid " + x12.Dollars(d.Paid)
	}
	switch {
	case b.Duplicate != nil:
		return "not added up: this payment is a duplicate (" + b.Duplicate.String() + ")" + textpage.Prefix("; ", claims)
	case claims != "":
		return "not added up, being duplicates: " + claims
	}
	return ""
}

// Where is what became of the charges that were not paid.
func (e *endView) Where() []amountView {
	var out []amountView
	for i, p := range shownParts {
		if !e.parts[i].IsZero() {
			out = append(out, amountView{p.Words(), x12.Dollars(e.parts[i])})
		}
	}
	if !e.withdrawn.IsZero() {
		out = append(out, amountView{"withdrawn from patients", x12.Dollars(e.withdrawn.Neg())})
	}
	return out
}

// Withdrawn is what reversals of earlier remittances take back from patients.
func (e *endView) Withdrawn() string { return some(e.withdrawn) }

// byPart is Where by the names of the parts in the JSON.
func (e *endView) byPart() map[string]decimal.Decimal {
	out := map[string]decimal.Decimal{}
	for i, p := range shownParts {
		if !e.parts[i].IsZero() {
			out[p.String()] = e.parts[i]
		}
	}
	if !e.withdrawn.IsZero() {
		out["withdrawn"] = e.withdrawn.Neg()
	}
	return out
}

// proofRow is a row of a reckoning: the sign says what is done with the amount.
type proofRow struct {
	Sign, Name, Amount string
	Total, Wrong       bool
}

// Proof is how the payment comes about.
func (e *endView) Proof() []proofRow {
	b := e.Balance
	rows := []proofRow{
		{"", "Charges of " + textpage.Counted(b.Claims, "claim payment", "claim payments"), x12.Dollars(b.Charge), false, false},
		{"-", "Adjustments of lines", x12.Dollars(b.LineAdjusted), false, false},
		{"-", "Adjustments of claims as a whole", x12.Dollars(b.ClaimAdjusted), false, false},
	}
	if d := b.Paid.Sub(b.Charge.Sub(b.LineAdjusted).Sub(b.ClaimAdjusted)); b.Unread > 0 {
		rows = append(rows, proofRow{"?", "Amounts that could not be read, in none of the sums", strconv.Itoa(b.Unread), false, true})
	} else if !d.IsZero() {
		rows = append(rows, proofRow{"?", "Not explained: the claims do not balance", x12.Dollars(d), false, true})
	}
	expected := x12.Dollars(b.Expected)
	if b.Unread > 1 || b.Unread == 1 && !b.AmountUnread {
		expected = "not known"
	}
	rows = append(rows,
		proofRow{"=", "Claim payments (sum of CLP04)", x12.Dollars(b.Paid), true, false},
		proofRow{"-", "Provider adjustments (sum of PLB)", x12.Dollars(b.Provider), false, false},
		proofRow{"=", "Expected payment", expected, true, false},
		proofRow{"", "Payment as told (BPR02)", amountOr(b.AmountUnread, b.Amount), true, false})
	if b.Unread > 0 {
		return rows
	}
	if !b.Difference.IsZero() {
		rows = append(rows, proofRow{"?", "Difference", x12.Dollars(b.Difference), true, true})
	}
	return rows
}

// unlessZero is an amount with words before it, or nothing.
func unlessZero(d decimal.Decimal, words string) string { return textpage.Prefix(words, some(d)) }

// unlessNone is a count, or nothing.
func unlessNone(n int, one, many string) string {
	if n == 0 {
		return ""
	}
	return textpage.Counted(n, one, many)
}
