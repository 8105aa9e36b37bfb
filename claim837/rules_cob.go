// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/internal/distinct"
	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/x12"
)

// Coordination of benefits: each other payer is balanced by itself against the
// full charge. What it paid and why it paid less adds up to what was charged.

func otherPayerRules() []Rule {
	return []Rule{
		{ID: "COB-BAL-01", SNIP: 3, Severity: isError, Sets: allKinds, Check: lineBalances,
			Title: "what another payer paid for a line and its adjustments do not add up to the line charge", Fix: "take all amounts of the line from that payer's remittance"},
		{ID: "COB-BAL-02", SNIP: 3, Severity: isError, Sets: allKinds, Check: paymentBalances,
			Title: "what another payer paid for the claim is not what it paid for the lines less its claim adjustments", Fix: "take all amounts from that payer's remittance"},
		{ID: "COB-BAL-03", SNIP: 3, Severity: isError, Sets: allKinds, Check: payerBalances,
			Title: "what another payer paid and its adjustments do not add up to the total charge", Fix: "take all amounts from that payer's remittance"},
		{ID: "COB-BAL-04", SNIP: 3, Severity: isError, Sets: allKinds, Check: payersApart,
			Title: "the amounts of several payers add up to the total charge only together", Fix: "give each payer's own adjustments against the full charge"},
		{ID: "COB-BAL-05", SNIP: 3, Severity: isError, Sets: allKinds, Check: noZeroAdjustment,
			Title: "an adjustment has the amount zero", Fix: "leave it out"},
		// RULES.md has it as an error from experience only; a sample that three other
		// programs accept has AMT*D and AMT*A8 side by side, so who receives is warned.
		{ID: "COB-BAL-07", SNIP: 3, Severity: isError, Strict: true, Sets: allKinds, Check: nonCoveredAlone,
			Title: "a payer that was not asked has a decision, or its non-covered amount is not the total charge", Fix: "give the decision, or the total charge as not covered, never both"},
		{ID: "COB-BAL-09", SNIP: 4, Severity: isError, Sets: allKinds, Check: adjudicationsHavePayer,
			Title: "a line was decided by a payer that is not exactly one of the other payers", Fix: "use the id of that payer, once in the claim"},
		{ID: "COB-SIT-02", SNIP: 4, Severity: isError, Sets: allKinds, Check: decisionHasPayment,
			Title: "another payer has decided, and the amount that it paid is missing", Fix: "give it, zero when nothing was paid"},
		{ID: "COB-SIT-03", SNIP: 4, Severity: isError, Sets: allKinds, Check: decisionHasOneDate,
			Title: "the date of another payer's decision must stand with each of its line decisions, or with the payer when there are none", Fix: "give it in that one place"},
	}
}

func addAdjustments(s *money.Sum, groups []x12.AdjustmentGroup) {
	for i := range groups {
		for k := range groups[i].Adjustments {
			s.Add(groups[i].Adjustments[k].Amount)
		}
	}
}

// decided reports whether a payer has decided: it paid, adjusted, or said so.
func decided(c *Claim, r *report, o *OtherCoverage) bool {
	if o.Paid.Valid || unreadIn(o.Rest)&unreadPaid != 0 || len(o.Adjustments) > 0 || o.Inpatient != nil || o.Outpatient != nil || o.Payer.PaidDate != 0 {
		return true
	}
	return hasLineDecision(c, r, o)
}

func hasLineDecision(c *Claim, r *report, o *OtherCoverage) bool {
	return decisionsOf(r, c).of(o.Payer.Name.ID) != nil
}

func lineBalances(c *Claim, r *report) {
	d := decisionsOf(r, c)
	for k := range c.OtherCoverage {
		p := d.of(c.OtherCoverage[k].Payer.Name.ID)
		if p == nil || p.balanced {
			continue
		}
		p.balanced = true
		for from := 0; from < len(p.lines); {
			first := p.lines[from]
			l := &c.Lines[first.line]
			var total money.Sum
			unread := unreadIn(l.Rest) & unreadCharge
			for ; from < len(p.lines) && p.lines[from].line == first.line; from++ {
				a := &l.Adjudications[p.lines[from].at]
				unread |= unreadIn(a.Rest) & (unreadPaid | unreadAdjusted)
				total.Add(a.Paid)
				addAdjustments(&total, a.Adjustments)
			}
			if unread == 0 && !total.Equal(l.Charge) && !l.Adjudications[first.at].Paid.IsNegative() {
				off(r, in("lines", first.line, in("adjudications", first.at, "")+"|.paid"), l.Charge, total.Decimal())
			}
		}
	}
}

func paymentBalances(c *Claim, r *report) {
	for k := range c.OtherCoverage {
		o := &c.OtherCoverage[k]
		p := decisionsOf(r, c).of(o.Payer.Name.ID)
		if !o.Paid.Valid || p == nil || takesBack(p, o) || p.unread&unreadPaid != 0 || unreadIn(o.Rest)&unreadAdjusted != 0 {
			continue
		}
		var adjusted money.Sum
		addAdjustments(&adjusted, o.Adjustments)
		want := p.paid
		want.SubSum(adjusted)
		if !want.Equal(o.Paid.Decimal) {
			off(r, in("otherCoverage", k, "paid"), want.Decimal(), o.Paid.Decimal)
		}
	}
}

// takesBack reports whether a payer paid less than nothing, which COB-BAL-11
// finds: no sum is right then.
func takesBack(p *payerDecisions, o *OtherCoverage) bool {
	return o.Paid.Decimal.IsNegative() || p != nil && p.negative
}

// payerTotal is what must be the total charge: paid and adjusted on both levels. It is
// not known when an amount of it could not be read.
func payerTotal(p *payerDecisions, o *OtherCoverage) (total money.Sum, known bool) {
	unread := unreadIn(o.Rest)
	if p != nil {
		total.AddSum(p.adjusted)
		unread |= p.unread & unreadAdjusted
	}
	total.Add(o.Paid.Decimal)
	addAdjustments(&total, o.Adjustments)
	return total, unread&(unreadPaid|unreadAdjusted) == 0
}

// together reports whether several payers balance only as one.
func together(c *Claim, r *report) bool {
	var all money.Sum
	n := 0
	for k := range c.OtherCoverage {
		o := &c.OtherCoverage[k]
		if !o.Paid.Valid {
			continue
		}
		total, known := payerTotal(decisionsOf(r, c).of(o.Payer.Name.ID), o)
		if !known || total.Equal(c.Charge) {
			return false
		}
		all.AddSum(total)
		n++
	}
	return n > 1 && all.Equal(c.Charge)
}

func payerBalances(c *Claim, r *report) {
	if unreadIn(c.Rest)&unreadCharge != 0 {
		return
	}
	apart := len(c.OtherCoverage) < 2 || !together(c, r)
	for k := range c.OtherCoverage {
		o := &c.OtherCoverage[k]
		if !o.Paid.Valid || takesBack(decisionsOf(r, c).of(o.Payer.Name.ID), o) {
			continue
		}
		if total, known := payerTotal(decisionsOf(r, c).of(o.Payer.Name.ID), o); known && apart && !total.Equal(c.Charge) {
			off(r, in("otherCoverage", k, "paid"), c.Charge, total.Decimal())
		}
	}
}

func payersApart(c *Claim, r *report) {
	if len(c.OtherCoverage) > 1 && unreadIn(c.Rest)&unreadCharge == 0 && together(c, r) {
		find(r, "otherCoverage|[0].paid", "")
	}
}

func noZeroAdjustment(c *Claim, r *report) {
	check := func(groups []x12.AdjustmentGroup, rest []x12.Raw, p func() string) {
		for i := range groups {
			for k := range groups[i].Adjustments {
				if groups[i].Adjustments[k].Amount.IsZero() && !x12.UnreadAdjustment(rest, i, k) {
					find(r, p()+"|"+in("", i, in("adjustments", k, "amount")), "")
				}
			}
		}
	}
	for k := range c.OtherCoverage {
		check(c.OtherCoverage[k].Adjustments, c.OtherCoverage[k].Rest, func() string {
			return in("otherCoverage", k, "adjustments")
		})
	}
	for i := range c.Lines {
		for k := range c.Lines[i].Adjudications {
			a := &c.Lines[i].Adjudications[k]
			check(a.Adjustments, a.Rest, func() string {
				return in("lines", i, in("adjudications", k, "adjustments"))
			})
		}
	}
}

func nonCoveredAlone(c *Claim, r *report) {
	for k := range c.OtherCoverage {
		o := &c.OtherCoverage[k]
		at := in("otherCoverage", k, "nonCovered")
		switch {
		case !o.NonCovered.Valid:
		case decided(c, r, o):
			fail(r, at, o.NonCovered.Decimal.String(), "a payer that was not asked has a decision")
		case unreadIn(c.Rest)&unreadCharge == 0 && !o.NonCovered.Decimal.Equal(c.Charge):
			offAs(r, at, "what a payer that was not asked does not cover is not the total charge", "expected", c.Charge, o.NonCovered.Decimal)
		}
	}
}

func adjudicationsHavePayer(c *Claim, r *report) {
	var payers distinct.Set[string]
	for k := range c.OtherCoverage {
		id := c.OtherCoverage[k].Payer.Name.ID
		if again := !payers.Add(id); again && id != "" {
			fail(r, in("otherCoverage", k, "payer.name.id"), id, "two other payers have the same id")
		}
	}
	for i := range c.Lines {
		for k := range c.Lines[i].Adjudications {
			if id := c.Lines[i].Adjudications[k].PayerID; !payers.Has(id) {
				find(r, in("lines", i, in("adjudications", k, "payerID")), id)
			}
		}
	}
}

func decisionHasPayment(c *Claim, r *report) {
	for k := range c.OtherCoverage {
		o := &c.OtherCoverage[k]
		if !o.Paid.Valid && !o.NonCovered.Valid && unreadIn(o.Rest)&(unreadPaid|unreadNonCovered) == 0 && decided(c, r, o) {
			find(r, in("otherCoverage", k, "paid"), "")
		}
	}
}

func decisionHasOneDate(c *Claim, r *report) {
	for k := range c.OtherCoverage {
		o := &c.OtherCoverage[k]
		if o.NonCovered.Valid || unreadIn(o.Rest)&unreadNonCovered != 0 || !decided(c, r, o) {
			continue
		}
		if byLine := hasLineDecision(c, r, o); byLine == (o.Payer.PaidDate != 0) {
			find(r, in("otherCoverage", k, "payer.paidDate"), "")
		}
	}
	for i := range c.Lines {
		for k := range c.Lines[i].Adjudications {
			if c.Lines[i].Adjudications[k].PaidDate == 0 {
				find(r, in("lines", i, in("adjudications", k, "paidDate")), "")
			}
		}
	}
}
