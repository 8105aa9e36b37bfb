// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/internal/money"

// Balancing within one claim. Amounts are exact: one cent off is off.

func balanceRules() []Rule {
	return []Rule{
		{ID: "837P-BAL-01", SNIP: 3, Severity: isError, Sets: onlyP, Check: chargeIsSum,
			Title: "the total charge is not the sum of the line charges", Fix: "bill the sum of the lines, and do not subtract what was paid"},
		{ID: "837-BAL-02", SNIP: 3, Severity: isError, Sets: allKinds, Check: chargesNotNegative,
			Title: "a charge is negative", Fix: "void or replace the earlier claim instead; a charge is zero or more"},
		{ID: "837P-BAL-03", SNIP: 3, Severity: isWarning, Sets: onlyP, Check: patientPaidWithinCharge,
			Title: "the patient paid more than the total charge", Fix: "check the amount; the charge stays the full one whatever was paid"},
		{ID: "837P-BAL-05", SNIP: 3, Severity: isWarning, Sets: onlyP, Check: taxWithinCharge,
			Title: "sales tax and postage are more than the line charge", Fix: "put them into the line charge"},
	}
}

func chargeIsSum(c *Claim, r *report) {
	if (unreadIn(c.Rest)|unreadLines(c.Lines))&unreadCharge != 0 {
		return
	}
	var sum money.Sum
	for i := range c.Lines {
		sum.Add(c.Lines[i].Charge)
	}
	if !sum.Equal(c.Charge) {
		off(r, "charge", sum.Decimal(), c.Charge)
	}
}

func chargesNotNegative(c *Claim, r *report) {
	found := false
	for i := range c.Lines {
		if c.Lines[i].Charge.IsNegative() {
			found = true
			find(r, in("lines", i, "charge"), c.Lines[i].Charge.String())
		}
	}
	if c.Charge.IsNegative() && !found { // else it follows
		find(r, "charge", c.Charge.String())
	}
}

func patientPaidWithinCharge(c *Claim, r *report) {
	if p := c.PatientPaid; p.Valid && p.Decimal.IsNegative() {
		inWords(r, isError, "patientPaid", p.Decimal.String(), "what the patient paid is negative", "give what was paid, or leave it out when nothing was")
	}
	if c.PatientPaid.Valid && c.PatientPaid.Decimal.GreaterThan(c.Charge) && unreadIn(c.Rest)&unreadCharge == 0 {
		over(r, "patientPaid", c.Charge, c.PatientPaid.Decimal)
	}
}

func taxWithinCharge(c *Claim, r *report) {
	for i := range c.Lines {
		l := &c.Lines[i]
		if !l.SalesTax.Valid && !l.Postage.Valid || unreadIn(l.Rest)&(unreadTax|unreadCharge) != 0 {
			continue
		}
		var sum money.Sum
		sum.AddNull(l.SalesTax)
		sum.AddNull(l.Postage)
		if sum.Cmp(l.Charge) > 0 {
			over(r, in("lines", i, "salesTax"), l.Charge, sum.Decimal())
		}
	}
}
