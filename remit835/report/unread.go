// SPDX-License-Identifier: Apache-2.0

package report

import (
	"strconv"

	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// unreadable is what stands in the place of an amount that could not be read:
// never the zero that the model has there.
const unreadable = "unreadable"

// amountOr is an amount, or unreadable.
func amountOr(unread bool, d decimal.Decimal) string {
	if unread {
		return unreadable
	}
	return x12.Dollars(d)
}

// unreadOf takes the amounts that could not be read out of the view of a claim,
// and what would be reckoned from them.
func (v *claimView) unreadOf(p *remit835.ClaimPayment) {
	b := p.Balance()
	if v.Unread = b.Unread; v.Unread == 0 {
		return
	}
	mark := func(path string, unread bool, at ...*string) {
		if !unread {
			return
		}
		v.unread = append(v.unread, path)
		for _, s := range at {
			*s = unreadable
		}
	}
	mark("charge", x12.Unread(p.Rest, "CLP", "", 3), &v.Charge)
	mark("paid", x12.Unread(p.Rest, "CLP", "", 4), &v.Paid)
	mark("patientResponsibility", x12.Unread(p.Rest, "CLP", "", 5))
	for _, i := range p.UnreadAdjustments() {
		mark(pathOf("adjustments", i, "amount"), true, &v.Adjustments[i].Amount)
	}
	for _, i := range x12.UnreadEntries(p.Rest, "AMT", 2) {
		mark(pathOf("amounts", i, "amount"), true)
	}
	for i := range p.Lines {
		l, line := &p.Lines[i], &v.Lines[i]
		at := pathOf("lines", i, "")
		mark(at+"charge", x12.Unread(l.Rest, "SVC", "", 2), &line.Charge)
		mark(at+"paid", x12.Unread(l.Rest, "SVC", "", 3), &line.Paid)
		for _, k := range l.UnreadAdjustments() {
			mark(at+pathOf("adjustments", k, "amount"), true, &line.Adjustments[k].Amount)
		}
		for _, k := range x12.UnreadEntries(l.Rest, "AMT", 2) {
			mark(at+pathOf("amounts", k, "amount"), true)
		}
		if b.Lines[i].Unread > 0 {
			line.Allowed, line.Patient, line.Result = unreadable, unreadable, ""
		}
	}
	v.Allowed, v.Owes, v.Unexplained, v.Where, v.AtStake, v.Why = unreadable, unreadable, "", nil, unreadable, "an amount could not be read"
	v.Result, v.Denied, v.Work, v.Back = unreadable, false, true, false
	v.Next = "read the amount in the file, or ask the payer for it; post nothing before"
}

// pathOf is list[i].field, or list[i]. without a field.
func pathOf(list string, i int, field string) string {
	return list + "[" + strconv.Itoa(i) + "]." + field
}
