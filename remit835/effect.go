// SPDX-License-Identifier: Apache-2.0

package remit835

import "github.com/shopspring/decimal"

// Effect is what a claim payment changes in the totals of its remittance. Paid
// and all parts, less what is withdrawn, add up to the charge.
type Effect struct {
	Parts
	// AtStake is the outcome's, negative where a payment of this remittance is taken
	// back of which something was at stake.
	AtStake decimal.Decimal
	// Withdrawn is what a reversal takes back from patients who owe it by another
	// remittance; it is in no part.
	Withdrawn decimal.Decimal
	// Earlier reports that the other remittance was seen: Withdrawn lowers what its
	// patients owe.
	Earlier bool
}

// Effects finds out what claim payments change, so that totals of patients are
// never lowered by what was never added to them: a reversal takes back what the
// payment that it reverses has added, and not what its own adjustments say, which
// may lack the remarks or the next payer by which an amount was not the patient's.
// It remembers as many payments as a [Linker] with the default window. The zero value is ready.
type Effects struct {
	known map[At]remembered
	order []At // a ring, once it is full
	next  int
}

// remembered is what a payment has added to the totals.
type remembered struct {
	parts   Parts
	atStake decimal.Decimal
}

// Of returns what a claim payment changes; the outcome is its own, the link that of a [Linker] or [Checker].
func (e *Effects) Of(p *ClaimPayment, o *Outcome, link Link) Effect {
	if p == nil || o == nil {
		return Effect{}
	}
	effect := Effect{Parts: o.Parts, AtStake: o.AtStake}
	if p.Status != StatusReversal {
		e.remember(p.At, o)
		return effect
	}
	known := false
	if link.Found && !link.Ledger {
		var it remembered
		if it, known = e.known[link.To]; known {
			effect.Parts = it.parts.neg()
		}
		if known && link.Within(p.At) {
			effect.AtStake = it.atStake.Neg()
			return effect
		}
	}
	effect.Withdrawn, effect.Earlier = effect.Patient().Neg(), known
	effect.Deductible, effect.Coinsurance, effect.Copay = decimal.Decimal{}, decimal.Decimal{}, decimal.Decimal{}
	effect.NonCovered, effect.PatientOther = decimal.Decimal{}, decimal.Decimal{}
	return effect
}

func (e *Effects) remember(at At, o *Outcome) {
	if e.known == nil {
		e.known = make(map[At]remembered)
	}
	if len(e.order) < defaultWindow {
		e.order = append(e.order, at)
	} else {
		delete(e.known, e.order[e.next])
		e.order[e.next] = at
		e.next = (e.next + 1) % defaultWindow
	}
	e.known[at] = remembered{o.Parts, o.AtStake}
}

// neg returns the parts with the other sign.
func (p *Parts) neg() Parts {
	return Parts{
		Contractual: p.Contractual.Neg(), Deductible: p.Deductible.Neg(), Coinsurance: p.Coinsurance.Neg(), Copay: p.Copay.Neg(),
		NonCovered: p.NonCovered.Neg(), PatientOther: p.PatientOther.Neg(), Protected: p.Protected.Neg(), NextPayer: p.NextPayer.Neg(),
		OtherPayer: p.OtherPayer.Neg(), Sequestration: p.Sequestration.Neg(), Reduction: p.Reduction.Neg(), Denied: p.Denied.Neg(), Open: p.Open.Neg(),
	}
}
