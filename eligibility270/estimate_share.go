// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// share is what a copay or a coinsurance comes to: between low and high; known
// is false when nothing is stated.
type share struct {
	low, high decimal.Decimal
	known     bool
	eb        []int
	facts     []Fact
	unread    bool // a figure was sent and could not be read
}

func (s *share) add(low, high decimal.Decimal, eb int) {
	if !s.known {
		s.low, s.high, s.known = low, high, true
	} else {
		s.low, s.high = decimal.Min(s.low, low), decimal.Max(s.high, high)
	}
	s.eb = append(s.eb, eb)
}

func (s *share) zero() bool { return s.known && s.high.IsZero() }

// shares takes the steps deductible, coinsurance and copay, and returns the sum.
func (e *estimator) shares() (low, high decimal.Decimal) {
	a := e.Allowed
	copays, coinsurance := e.p.Copays, e.p.Coinsurance
	if e.o.UsePlanShares {
		for _, s := range e.p.PlanShares {
			switch {
			case s.Kind == BenefitCopay && len(e.p.Copays) == 0:
				copays = append(copays[:len(copays):len(copays)], s)
			case s.Kind == BenefitCoinsurance && len(e.p.Coinsurance) == 0:
				coinsurance = append(coinsurance[:len(coinsurance):len(coinsurance)], s)
			}
		}
	} else if list := e.p.likely(); len(list) > 0 {
		e.Likely = true
		if list[0].Kind == BenefitCopay {
			copays = list
		} else {
			coinsurance = list
		}
	}
	copay := e.amounts(copays, coinsurance)
	percent := e.percents(slices.Concat(coinsurance, percentCopays(copays)))

	// A copay without coinsurance is all that is paid for the service, unless the
	// plan takes the deductible first.
	flat := copay.known && !copay.zero() && (!percent.known || percent.zero()) && len(percent.facts) == 0
	d := [2]decimal.Decimal{}
	if !e.o.DeductibleWaived && (!flat || e.o.DeductibleBeforeCopay) {
		d = e.deductible()
		if !copay.known && !percent.known && hasFact(copay.facts, FactCopay) {
			// A copay that is not known may be all that is paid for the service.
			d[0] = decimal.Zero
			e.Steps[len(e.Steps)-1].Low = scaled(d[0])
		}
	}
	c := [2]decimal.Decimal{}
	switch {
	case flat:
	case percent.known:
		c[0] = cents(a.Sub(d[0]).Mul(percent.low))
		c[1] = cents(a.Sub(d[1]).Mul(percent.high))
		s := Step{Kind: StepCoinsurance, Low: c[0], High: c[1], EB: percent.eb, NotStated: percent.facts, Unreadable: percent.unread, Words: "coinsurance of what the deductible leaves"}
		if percent.low.Equal(percent.high) {
			s.Percent = decimal.NewNullDecimal(percent.low)
		}
		e.step(s)
	default:
		c[1] = a.Sub(d[1])
		s := Step{Kind: StepCoinsurance, Low: c[0], High: c[1], NotStated: percent.facts, Words: "what the patient pays of the rest is not stated"}
		if len(s.NotStated) == 0 {
			s.NotStated = []Fact{FactCoinsurance}
		}
		e.step(s)
	}
	m := [2]decimal.Decimal{}
	switch {
	case copay.known:
		m[0], m[1] = decimal.Min(copay.low, a.Sub(d[0])), decimal.Min(copay.high, a.Sub(d[1]))
		if hasFact(copay.facts, FactCopay) {
			m[1] = a.Sub(d[1]) // another one has no amount
		}
		words := "copay"
		if flat && !e.o.DeductibleBeforeCopay {
			words = "copay, without a deductible before it"
		}
		e.step(Step{Kind: StepCopay, Low: m[0], High: m[1], EB: copay.eb, NotStated: copay.facts, Unreadable: copay.unread, Words: words})
	case len(copay.facts) > 0:
		m[1] = a.Sub(d[1])
		words := "the copay is not stated"
		if copay.unread {
			words = "the copay could not be read"
		}
		e.step(Step{Kind: StepCopay, High: m[1], NotStated: copay.facts, Unreadable: copay.unread, Words: words})
	case !percent.known:
		e.NotStated = addFact(e.NotStated, FactCopay)
	}
	for i := range d {
		d[i] = d[i].Add(c[i]).Add(m[i])
	}
	return d[0], d[1]
}

// deductible is what the patient pays before the plan pays anything.
func (e *estimator) deductible() (d [2]decimal.Decimal) {
	left := e.left(e.p.Deductibles, FactDeductible, FactDeductibleRemaining, FactFamilyDedRemaining)
	d[0], d[1] = decimal.Min(e.Allowed, left.low), e.Allowed
	if left.high.Valid {
		d[1] = decimal.Min(e.Allowed, left.high.Decimal)
	}
	s := Step{Kind: StepDeductible, Low: d[0], High: d[1], EB: left.eb, NotStated: left.facts, Unreadable: left.unread && len(left.facts) > 0, Words: "deductible"}
	if len(left.facts) > 0 {
		s.Words = "what is left of the deductible is not stated"
		if left.unread {
			s.Words = "what is left of the deductible could not be read"
		}
	}
	e.step(s)
	return d
}

// amounts is what copays come to, and coinsurance that is stated in dollars.
func (e *estimator) amounts(copays, coinsurance []Share) (out share) {
	choice := 0
	take := func(list []Share, only int) {
		for i := range list {
			s := &list[i]
			if only != 0 && s.EB != only || !each(s.Period) {
				continue
			}
			if !s.Amount.Valid {
				if s.Kind == BenefitCopay && (!s.Percent.Valid || s.unreadFigure) {
					out.unread = out.unread || s.unreadFigure
					out.facts = addFact(out.facts, FactCopay) // a copay without an amount
				}
				continue
			}
			if s.Kind == BenefitCoinsurance && s.Percent.Valid {
				continue
			}
			choice++
			low := cents(s.Amount.Decimal)
			high := low
			switch {
			case s.Period != PeriodDay && s.Period != PeriodHour && s.Period != Period24Hours && s.QuantityType != QuantityDays:
			case e.o.Units.IsPositive():
				low = cents(s.Amount.Decimal.Mul(e.o.Units))
				high = low
			case !low.IsZero():
				high = decimal.Max(low, e.Allowed)
				out.facts = addFact(out.facts, FactUnits)
			}
			if only == 0 && (s.Quantity.Valid || s.unreadQuantity || len(s.Places) > 0 || s.PlanNotStated) {
				low = decimal.Zero // it does not hold always
				out.facts = addFact(out.facts, FactCopayChoice)
			}
			out.add(low, high, s.EB)
		}
	}
	take(copays, e.o.CopayEB)
	take(coinsurance, e.o.CoinsuranceEB)
	if choice > 1 && !out.low.Equal(out.high) {
		out.facts = addFact(out.facts, FactCopayChoice)
	}
	return out
}

// percentCopays are the copays that are stated as a percent and so are coinsurance.
func percentCopays(copays []Share) []Share {
	return slices.DeleteFunc(slices.Clone(copays), func(s Share) bool { return s.Amount.Valid || !s.Percent.Valid })
}

// percents is which part of the rest the patient pays.
func (e *estimator) percents(list []Share) (out share) {
	for i := range list {
		s := &list[i]
		if e.o.CoinsuranceEB != 0 && s.EB != e.o.CoinsuranceEB || !each(s.Period) {
			continue
		}
		p := s.Percent.Decimal
		switch {
		case !s.Percent.Valid && s.Amount.Valid:
		case !s.Percent.Valid, p.IsNegative(), p.Cmp(one) > 0:
			out.add(decimal.Zero, one, s.EB)
			out.unread = out.unread || s.unreadFigure
			out.facts = addFact(out.facts, FactCoinsurance)
		case e.o.CoinsuranceEB == 0 && (s.Quantity.Valid || s.unreadQuantity || len(s.Places) > 0 || s.PlanNotStated):
			out.add(decimal.Zero, p, s.EB)
			out.facts = addFact(out.facts, FactCoinsuranceChoice)
		default:
			out.add(p, p, s.EB)
		}
	}
	if len(out.eb) > 1 && !out.low.Equal(out.high) {
		out.facts = addFact(out.facts, FactCoinsuranceChoice)
	}
	return out
}

// each reports whether a share with that period is paid for each service, rather
// than being what is left or what was used of something.
func each(period x12.Code) bool {
	switch period {
	case PeriodYearToDate, PeriodExceeded, PeriodNotExceeded:
		return false
	}
	return true
}
