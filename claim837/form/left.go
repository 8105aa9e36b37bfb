// SPDX-License-Identifier: Apache-2.0

package form

import (
	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
)

// What neither paper form has a box for.

// leftOver reports what neither form has a box for.
func (p *paper) leftOver(c *claim837.Claim) {
	if b := c.BillingProvider; b != nil {
		p.noBox(b.Currency != "" && b.Currency != "USD", "billingProvider.currency")
		p.noBox(b.PayToPlan != nil, "billingProvider.payToPlan")
	}
	if s := c.Subscriber; s != nil {
		p.noBox(s.DeathDate != 0, "subscriber.deathDate")
		p.noBox(s.Weight.Valid, "subscriber.weight")
		p.noBox(s.Pregnant, "subscriber.pregnant")
		p.noBox(s.SSN != "", "subscriber.ssn")
		p.noBox(len(s.Payer.SecondaryIDs) > 0, "subscriber.payer.secondaryIDs")
	}
	if w := c.Patient; w != nil {
		p.noBox(w.DeathDate != 0, "patient.deathDate")
		p.noBox(w.Weight.Valid, "patient.weight")
		p.noBox(w.Pregnant, "patient.pregnant")
		p.noBox(w.SSN != "", "patient.ssn")
	}
	for i := range c.OtherCoverage {
		o := &c.OtherCoverage[i]
		p.noBox(len(o.Payer.SecondaryIDs) > 0, jsonx.At("otherCoverage", i, "payer.secondaryIDs"))
		p.noBox(o.Payer.Predetermination != "", jsonx.At("otherCoverage", i, "payer.predetermination"))
		for _, f := range [...]struct {
			who  *claim837.Provider
			role string
		}{ // the numbers that another payer knows them by
			{o.Referring, "referring"}, {o.PrimaryCare, "primaryCare"}, {o.Rendering, "rendering"}, {o.Facility, "facility"},
			{o.Supervising, "supervising"}, {o.Attending, "attending"}, {o.Operating, "operating"}, {o.OtherOperating, "otherOperating"},
		} {
			p.noBox(f.who != nil, jsonx.At("otherCoverage", i, f.role))
		}
	}
	p.decisions(c)
}
