// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/internal/distinct"
	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Coordination of benefits beside the balances: adjustments in their groups,
// what remains for the patient, bundled lines, and the order of decisions.

func furtherPayerRules() []Rule {
	return []Rule{
		{ID: "COB-BAL-06", SNIP: 3, Severity: isWarning, Sets: allKinds, Check: groupsAreFull,
			Title: "the adjustments of one group are spread over several segments before six stand in the first", Fix: "give up to six adjustments of a group together"},
		{ID: "COB-BAL-08", SNIP: 4, Severity: isError, Sets: allKinds, Check: liabilityInOnePlace,
			Title: "what remains for the patient is given for the claim and for its lines", Fix: "give it for the lines, or for the claim when the payer decided about the claim alone"},
		{ID: "COB-BAL-10", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: bundledIntoALine,
			Title: "a line was paid with another that the claim does not have, or with itself", Fix: "give the number of the line that was paid"},
		{ID: "COB-SIT-05", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: decisionsComeFirst,
			Title: "a payer that comes later than this one has decided already", Fix: "check the order of the payers"},
		{ID: "COB-SIT-06", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: inpatientOrOutpatient,
			Title: "another payer's report on a stay is given for a bill that is none, or beside one on outpatient services", Fix: "give MIA for a stay and MOA otherwise"},
		{ID: "COB-SIT-07", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: onlyPayersReadjudicate,
			Title: "the claim says that another payer corrected its decision, which only payers tell each other", Fix: "leave the mark out"},
		{ID: "COB-SIT-08", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: firstPayerIsFirst,
			Title: "the claim goes to the first payer, and another has decided before it", Fix: "check the order of the payers"},
	}
}

func groupsAreFull(c *Claim, r *report) {
	check := func(groups []x12.AdjustmentGroup, at func() string) {
		var room distinct.Set[x12.Code] // the groups with a segment that is not full
		for i := range groups {
			g := &groups[i]
			if room.Has(g.Group) {
				find(r, at()+"|"+in("", i, "group"), string(g.Group))
			} else if len(g.Adjustments) < 6 {
				room.Add(g.Group)
			}
		}
	}
	for k := range c.OtherCoverage {
		check(c.OtherCoverage[k].Adjustments, func() string { return in("otherCoverage", k, "adjustments") })
	}
	for i := range c.Lines {
		for k := range c.Lines[i].Adjudications {
			check(c.Lines[i].Adjudications[k].Adjustments, func() string {
				return in("lines", i, in("adjudications", k, "adjustments"))
			})
		}
	}
}

// patientShare adds what a payer left to the patient.
func patientShare(groups []x12.AdjustmentGroup) decimal.Decimal {
	var sum money.Sum
	for i := range groups {
		if groups[i].Group == GroupPatient {
			for k := range groups[i].Adjustments {
				sum.Add(groups[i].Adjustments[k].Amount)
			}
		}
	}
	return sum.Decimal()
}

func liabilityInOnePlace(c *Claim, r *report) {
	check := func(at string, groups []x12.AdjustmentGroup, rest []x12.Raw, said decimal.Decimal) {
		if left := patientShare(groups); !left.Equal(said) && unreadIn(rest)&unreadAdjusted == 0 {
			inWords(r, x12.Warning, at, said.String(), "what remains for the patient is not what the payer left to the patient"+figures("expected", left, said),
				"give the sum of the adjustments under PR")
		}
	}
	for k := range c.OtherCoverage {
		o := &c.OtherCoverage[k]
		if !o.PatientLiability.Valid {
			continue
		}
		at := in("otherCoverage", k, "patientLiability")
		if p := decisionsOf(r, c).of(o.Payer.Name.ID); p != nil && p.liability {
			find(r, at, o.PatientLiability.Decimal.String())
		} else if !hasLineDecision(c, r, o) {
			check(at, o.Adjustments, o.Rest, o.PatientLiability.Decimal)
		}
	}
	for i := range c.Lines {
		for j := range c.Lines[i].Adjudications {
			a := &c.Lines[i].Adjudications[j]
			if a.PatientLiability.Valid {
				check(in("lines", i, in("adjudications", j, "patientLiability")), a.Adjustments, a.Rest, a.PatientLiability.Decimal)
			}
		}
	}
}

func bundledIntoALine(c *Claim, r *report) {
	var lines map[int]int // how many lines have a number
	for i := range c.Lines {
		for k := range c.Lines[i].Adjudications {
			n := c.Lines[i].Adjudications[k].BundledInto
			if n == 0 {
				continue
			}
			if lines == nil {
				lines = make(map[int]int, len(c.Lines))
				for j := range c.Lines {
					lines[c.Lines[j].Number]++
				}
			}
			others := lines[n]
			if c.Lines[i].Number == n {
				others--
			}
			if others == 0 {
				find(r, in("lines", i, in("adjudications", k, "bundledInto")), "")
			}
		}
	}
}

// laterDecisions reports other payers that have decided although they come after
// the claim's own.
func laterDecisions(c *Claim, r *report, first bool) {
	if c.Subscriber == nil {
		return
	}
	own := claimcode.Rank(c.Subscriber.Responsibility)
	if own == 0 || (own == 1) != first {
		return
	}
	for k := range c.OtherCoverage {
		o := &c.OtherCoverage[k]
		if claimcode.Rank(o.Responsibility) > own && decided(c, r, o) {
			find(r, in("otherCoverage", k, "responsibility"), string(o.Responsibility))
		}
	}
}

func decisionsComeFirst(c *Claim, r *report) { laterDecisions(c, r, false) }
func firstPayerIsFirst(c *Claim, r *report)  { laterDecisions(c, r, true) }

func inpatientOrOutpatient(c *Claim, r *report) {
	for k := range c.OtherCoverage {
		o := &c.OtherCoverage[k]
		if o.Inpatient != nil && (o.Outpatient != nil || billTraits(c)&claimcode.ByDay != 0) {
			find(r, in("otherCoverage", k, "inpatient"), "")
		}
	}
}

func onlyPayersReadjudicate(c *Claim, r *report) {
	for k := range c.OtherCoverage {
		if c.OtherCoverage[k].Payer.Adjusted {
			find(r, in("otherCoverage", k, "payer.adjusted"), "Y")
		}
	}
}

// What another payer decided, and when.

func decisionRules() []Rule {
	return []Rule{
		{ID: "COB-SIT-09", SNIP: 4, Severity: isError, Sets: allKinds, Strict: true, Check: decisionIsBetween,
			Title: "another payer decided before the first service", Fix: "take the date from that payer's remittance"},
		{ID: "COB-BAL-11", SNIP: 4, Severity: isError, Sets: allKinds, Check: paidNotNegative, // EDIT-053
			Title: "what another payer paid is negative", Fix: "give what it has paid in all, zero when it took all back"},
	}
}

func decisionIsBetween(c *Claim, r *report) {
	first, made := firstService(c), x12.Date(0)
	if c.Submission != nil {
		made = c.Submission.Date
	}
	check := func(d x12.Date, at func() string) bool {
		switch {
		case d == 0:
			return false
		case first != 0 && d < first:
			find(r, at(), d.String())
		case made != 0 && d > made:
			fail(r, at(), d.String(), "another payer decided on a day that is yet to come")
		default:
			return false
		}
		return true
	}
	for k := range c.OtherCoverage {
		p := &c.OtherCoverage[k].Payer
		check(p.PaidDate, func() string { return in("otherCoverage", k, "payer.paidDate") })
	}
	type decision struct {
		payer string
		date  x12.Date
	}
	var said decision // of the lines that a payer decided about on one day, one is enough
	for i := range c.Lines {
		for k := range c.Lines[i].Adjudications {
			a := &c.Lines[i].Adjudications[k]
			d := decision{a.PayerID, a.PaidDate}
			if d != said && check(a.PaidDate, func() string { return in("lines", i, in("adjudications", k, "paidDate")) }) {
				said = d
			}
		}
	}
}

func paidNotNegative(c *Claim, r *report) {
	for k := range c.OtherCoverage {
		if p := c.OtherCoverage[k].Paid; p.Valid && p.Decimal.IsNegative() {
			find(r, in("otherCoverage", k, "paid"), p.Decimal.String())
		}
	}
	for i := range c.Lines {
		for k := range c.Lines[i].Adjudications {
			if p := c.Lines[i].Adjudications[k].Paid; p.IsNegative() {
				find(r, in("lines", i, in("adjudications", k, "paid")), p.String())
			}
		}
	}
}
