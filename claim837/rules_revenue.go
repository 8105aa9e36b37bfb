// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"strings"

	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// The revenue lines of an institutional claim, and its amounts.

func revenueRules() []Rule {
	return []Rule{
		{ID: "837I-BAL-01", SNIP: 3, Severity: isError, Sets: onlyI, Check: chargeIsSumOfRevenue,
			Title: "the total charge is not the sum of the line charges", Fix: "bill the sum of the lines, and do not subtract what was paid"},
		{ID: "837I-BAL-03", SNIP: 3, Severity: isWarning, Sets: onlyI, Check: dueWithinCharge,
			Title: "what the patient is expected to pay is more than the total charge", Fix: "check the amount; the charge stays the full one whatever is due"},
		{ID: "837I-BAL-04", SNIP: 3, Severity: isError, Sets: onlyI, Check: nonCoveredWithinCharge,
			Title: "the part of a line that is not covered is negative or more than its charge", Fix: "give the part of the charge that is not covered"},
		{ID: "837I-BAL-05", SNIP: 3, Severity: isWarning, Sets: onlyI, Check: revenueTaxWithinCharge,
			Title: "the taxes of a line are more than its charge", Fix: "put them into the line charge"},
		{ID: "837I-REV-01", SNIP: 4, Severity: isError, Sets: onlyI, Check: revenueCodeForm,
			Title: "a revenue code is not four digits that begin with 0, 1, 2 or 3", Fix: "write it with its leading zero, as in 0450"},
		{ID: "837I-REV-02", SNIP: 4, Severity: isWarning, Sets: onlyI, Check: roomDaysAddUp,
			Title: "days of room and board are not whole days, or not as many as the bill covers", Fix: "count each day once, without the day of discharge, in days (DA)"},
		{ID: "837I-REV-03", SNIP: 4, Severity: isWarning, Sets: onlyI, Check: outpatientHasHCPCS,
			Title: "an outpatient service has no procedure code, and its revenue code asks for one", Fix: "give the HCPCS code"},
		{ID: "837I-REV-04", SNIP: 4, Severity: isError, Sets: onlyI, Check: hippsHasItsRevenue,
			Title: "a HIPPS rate code stands with a revenue code that has none", Fix: "give it with 0022, 0023 or 0024"},
		{ID: "837I-LN-01", SNIP: 4, Severity: isError, Sets: onlyI, Check: outpatientLinesHaveDates,
			Title: "a service of an outpatient bill has no day, or one outside of the bill", Fix: "give the day of the service; it lies within the days that the bill covers"},
		{ID: "837I-LN-02", SNIP: 4, Severity: isError, Sets: onlyI, Check: revenueUnitsArePossible,
			Title: "a line is counted in neither days nor units, or its units are negative or too many", Fix: "give DA or UN, and a number of at most eight digits, three of them decimals"},
	}
}

func chargeIsSumOfRevenue(c *Claim, r *report) {
	chargeIsSum(c, r)
	for k := range c.Lines {
		if c.Lines[k].RevenueCode == "0001" {
			fail(r, in("lines", k, "revenueCode"), "0001", "the line of the total, which only paper has, is sent and doubles the charge")
		}
	}
}

func dueWithinCharge(c *Claim, r *report) {
	if d := institutional(c).EstimatedDue; d.Valid && d.Decimal.GreaterThan(c.Charge) && unreadIn(c.Rest)&unreadCharge == 0 {
		over(r, "institutional.estimatedDue", c.Charge, d.Decimal)
	}
}

func nonCoveredWithinCharge(c *Claim, r *report) {
	for k := range c.Lines {
		l := &c.Lines[k]
		if l.Institutional == nil || !l.Institutional.NonCovered.Valid {
			continue
		}
		d := l.Institutional.NonCovered.Decimal
		switch unread := unreadIn(l.Rest)&unreadCharge != 0; {
		case unread && d.IsNegative():
			find(r, in("lines", k, "institutional.nonCovered"), d.String())
		case !unread && (d.IsNegative() || d.GreaterThan(l.Charge)):
			over(r, in("lines", k, "institutional.nonCovered"), l.Charge, d)
		}
	}
}

func revenueTaxWithinCharge(c *Claim, r *report) {
	for k := range c.Lines {
		l := &c.Lines[k]
		if l.Institutional == nil || !l.Institutional.ServiceTax.Valid && !l.Institutional.FacilityTax.Valid || unreadIn(l.Rest)&(unreadTax|unreadCharge) != 0 {
			continue
		}
		var sum money.Sum
		sum.AddNull(l.Institutional.ServiceTax)
		sum.AddNull(l.Institutional.FacilityTax)
		if sum.Cmp(l.Charge) > 0 {
			over(r, in("lines", k, "institutional.serviceTax"), l.Charge, sum.Decimal())
		}
	}
}

func revenueCodeForm(c *Claim, r *report) {
	for k := range c.Lines {
		v := c.Lines[k].RevenueCode
		if !digits(v, 4) || v[0] > '3' || v == "0000" {
			find(r, in("lines", k, "revenueCode"), v)
		} else if claimcode.RevenueName(v) == "" && !strings.HasPrefix(v, "00") { // 001x to 009x are for payers
			warn(r, in("lines", k, "revenueCode"), v, "the revenue code is of no range that is in use")
		}
		for j := range c.Lines[k].Adjudications {
			if a := c.Lines[k].Adjudications[j].RevenueCode; a != "" && a != v && (!digits(a, 4) || a[0] > '3') {
				find(r, in("lines", k, in("adjudications", j, "revenueCode")), a)
			}
		}
	}
}

func roomDaysAddUp(c *Claim, r *report) {
	i := institutional(c)
	if billTraits(c)&claimcode.Stay == 0 {
		return
	}
	var days decimal.Decimal
	var unread unreadSet
	first := -1
	for k := range c.Lines {
		l := &c.Lines[k]
		if !claimcode.IsRoom(l.RevenueCode) {
			continue
		}
		unread |= unreadIn(l.Rest)
		if l.Unit != UnitDays || !l.Units.IsInteger() {
			find(r, in("lines", k, "unit"), string(l.Unit))
			return
		}
		if first < 0 {
			first = k
		}
		days = days.Add(l.Units)
	}
	if first < 0 || unread&unreadUnits != 0 {
		return
	}
	if want, ok := statementDays(c); ok && !days.Equal(decimal.NewFromInt(want)) {
		find(r, in("lines", first, "units"), days.String())
		return
	}
	var counted decimal.Decimal
	any, negative := false, false
	for k := range i.ValueCodes {
		if v := &i.ValueCodes[k]; v.Code == "80" || v.Code == "81" {
			counted = counted.Add(v.Amount)
			any = true
			negative = negative || v.Amount.IsNegative() // 837I-VAL-01 finds it
		}
	}
	if any && !negative && !counted.Equal(days) && len(c.UnreadValueCodes()) == 0 {
		warn(r, "institutional.valueCodes|[0].amount", counted.String(), "covered and non-covered days (value codes 80 and 81) are not the days of room and board")
	}
}

// statementDays is how many days of a stay the bill covers: from the first, or
// from the admission when services came before it, and without the last unless
// the patient is still there.
func statementDays(c *Claim) (int64, bool) {
	s := institutional(c).Statement
	from, through := s.From, s.To
	if c.Admission > from {
		from = c.Admission
	}
	if from == 0 || through < from || !from.Valid() || !through.Valid() {
		return 0, false
	}
	days := int64(through.Time().Sub(from.Time()).Hours()) / 24
	if institutional(c).PatientStatus == StillPatient {
		days++
	}
	return max(days, 1), true
}

// needsHCPCS reports whether outpatient services of a revenue code are billed by
// procedure.
func needsHCPCS(code string) bool {
	if !digits(code, 4) {
		return false
	}
	return code[:2] == "03" && code[2] <= '5' || code == "0360" || code[:3] == "045" || code == "0510" || code == "0636"
}

func outpatientHasHCPCS(c *Claim, r *report) {
	if billTraits(c)&claimcode.ByDay == 0 {
		return
	}
	for k := range c.Lines {
		if l := &c.Lines[k]; l.Procedure.Code == "" && needsHCPCS(l.RevenueCode) {
			find(r, in("lines", k, "procedure.code"), l.RevenueCode)
		}
	}
}

func hippsHasItsRevenue(c *Claim, r *report) {
	for k := range c.Lines {
		if l := &c.Lines[k]; l.Procedure.Code == "" && claimcode.IsHIPPS(l.RevenueCode) {
			inWords(r, isWarning, in("lines", k, "procedure.code"), l.RevenueCode, "a line of a prospective payment (revenue code 0022, 0023 or 0024) has no HIPPS rate code", "take the code from the grouper, as in 1AA11")
		}
		if l := &c.Lines[k]; l.Procedure.Qualifier == ProcedureHIPPS && !claimcode.IsHIPPS(l.RevenueCode) {
			find(r, in("lines", k, "procedure.qualifier"), l.RevenueCode)
		}
	}
}

// isDrugLine reports whether a line is of a drug, which may have no day.
func isDrugLine(l *ServiceLine) bool {
	return l.Drug != nil || strings.HasPrefix(l.RevenueCode, "025") || strings.HasPrefix(l.RevenueCode, "063")
}

func outpatientLinesHaveDates(c *Claim, r *report) {
	traits, s := billTraits(c), institutional(c).Statement
	if traits == 0 || traits&claimcode.Stay != 0 || s.From == 0 {
		return
	}
	through := s.Last()
	for k := range c.Lines {
		l := &c.Lines[k]
		if l.Date.From == 0 && (traits&claimcode.ByDay == 0 || through == s.From || isDrugLine(l)) {
			continue
		}
		if outside(l.Date, s.From, through) {
			find(r, in("lines", k, "date"), l.Date.From.String())
		}
	}
}

func outside(d x12.DateRange, from, through x12.Date) bool {
	return d.From < from || d.Last() > through || d.To != 0 && d.To < d.From
}

func revenueUnitsArePossible(c *Claim, r *report) {
	for k := range c.Lines {
		l := &c.Lines[k]
		switch {
		case l.Unit != UnitDays && l.Unit != UnitCount:
			find(r, in("lines", k, "unit"), string(l.Unit))
		case l.Units.IsNegative() || !unitsFit(l.Units):
			find(r, in("lines", k, "units"), l.Units.String())
		case l.Units.IsZero() && l.Charge.Sign() > 0 && unreadIn(l.Rest)&unreadUnits == 0:
			warn(r, in("lines", k, "units"), "", "a line has a charge and no units")
		}
	}
}
