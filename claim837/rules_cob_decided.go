// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/internal/distinct"
	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/x12/rules"
)

// decisions are what other payers decided about the lines of a claim. They are
// gathered once, since a claim can have as many payers as decisions.
type decisions struct {
	ids    distinct.Set[string] // of the payers
	payers []payerDecisions
}

// noDecisions are those of a claim without any.
var noDecisions = new(decisions)

// payerDecisions is what the payer of an id decided about the lines.
type payerDecisions struct {
	lines          []lineDecision // in the order of the claim
	paid, adjusted money.Sum      // of all of them
	unread         unreadSet      // which of them, as amounts could not be read
	negative       bool           // one of them paid less than nothing
	liability      bool           // one says what remains for the patient
	balanced       bool           // lineBalances has looked: several payers may have the id
}

// lineDecision is one adjudication: Lines[line].Adjudications[at].
type lineDecision struct{ line, at int }

// decisionsOf returns what was decided about the lines of the claim.
func decisionsOf(r *report, c *Claim) *decisions {
	some := false
	for i := range c.Lines {
		some = some || len(c.Lines[i].Adjudications) > 0
	}
	if !some {
		return noDecisions
	}
	d, first := rules.Shared[decisions](r)
	if first {
		d.gather(c)
	}
	return d
}

// gather adds what was decided about the lines of a claim.
func (d *decisions) gather(c *Claim) {
	for i := range c.Lines {
		for k := range c.Lines[i].Adjudications {
			a := &c.Lines[i].Adjudications[k]
			if d.ids.Add(a.PayerID) {
				d.payers = append(d.payers, payerDecisions{})
			}
			p := d.of(a.PayerID)
			p.lines = append(p.lines, lineDecision{i, k})
			p.negative = p.negative || a.Paid.IsNegative()
			p.unread |= unreadIn(a.Rest)
			p.paid.Add(a.Paid)
			addAdjustments(&p.adjusted, a.Adjustments)
			p.liability = p.liability || a.PatientLiability.Valid
		}
	}
}

// of returns what a payer decided; nil for nothing.
func (d *decisions) of(id string) *payerDecisions {
	if i := d.ids.Index(id); i >= 0 {
		return &d.payers[i]
	}
	return nil
}

// explained reports whether the amounts of another payer miss the total charge by just
// as much as its lines miss their charges and its payment misses theirs.
func (p *payerDecisions) explained(c *Claim, o *OtherCoverage) bool {
	if p == nil {
		return false
	}
	off, _ := payerTotal(p, o)
	off.Sub(c.Charge)
	var known money.Sum
	known.Add(o.Paid.Decimal)
	known.SubSum(p.paid)
	addAdjustments(&known, o.Adjustments)
	last := -1
	for _, d := range p.lines {
		l := &c.Lines[d.line]
		if d.line != last {
			known.Sub(l.Charge)
		}
		last = d.line
		known.Add(l.Adjudications[d.at].Paid)
		addAdjustments(&known, l.Adjudications[d.at].Adjustments)
	}
	return known.Sign() != 0 && known.EqualSum(off)
}

// explained is payerDecisions.explained of the other payer at place k.
func explained(c *Claim, k int) bool {
	o := &c.OtherCoverage[k]
	return decidedBy(c, o).explained(c, o)
}

// totalIsCharge reports whether the amounts of the other payer at place k are the total
// charge.
func totalIsCharge(c *Claim, k int) bool {
	o := &c.OtherCoverage[k]
	total, _ := payerTotal(decidedBy(c, o), o)
	return total.Equal(c.Charge)
}

// decidedBy returns what another payer decided about the lines; nil for nothing.
func decidedBy(c *Claim, o *OtherCoverage) *payerDecisions {
	var d decisions
	d.gather(c)
	return d.of(o.Payer.Name.ID)
}
