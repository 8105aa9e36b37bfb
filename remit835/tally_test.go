// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/x12"
)

// The short way and the long way see the same in every line.
func TestBothWaysOfALine(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 835))
	table := defaultTraits()
	odd := []decimal.Decimal{
		dec("99999999999999999999.99"), dec("0.001"), dec("1e3"), dec("-0.00"), dec("900000000000000"), dec("1.500"), dec("12345678901234.5"),
	}
	lines := 0
	for range 3000 {
		p := randomPayment(r)
		for i := range p.Lines {
			l := &p.Lines[i]
			if r.IntN(2) == 0 {
				balance(l)
			}
			if len(l.Adjustments) > 0 && r.IntN(3) == 0 {
				l.Adjustments[0].Amount = odd[r.IntN(len(odd))]
				l.Adjustments = append(l.Adjustments, Adjustment{Group: "CO", Reason: "45", Amount: l.Adjustments[0].Amount.Neg()})
			}
			var short, long tally
			short.line(l, table)
			long.lines = make([]lineTally, 1)
			long.lines[0].quantity = short.lines[0].quantity
			long.longLine(l, &long.lines[0], table)
			long.facts(l, &long.lines[0])
			a, b := &short.lines[0], &long.lines[0]
			if short.signs != long.signs || !a.adjusted.EqualSum(b.adjusted) || !a.share.EqualSum(b.share) ||
				!short.patient.EqualSum(long.patient) || !short.charged.EqualSum(long.charged) || !short.within.EqualSum(long.within) {
				t.Fatalf("%+v: %b %b", l, short.signs, long.signs)
			}
			var want decimal.Decimal
			for _, a := range l.Adjustments {
				want = want.Add(a.Amount)
			}
			if !a.adjusted.Equal(want) || (short.signs&signLine == 0) != l.Charge.Sub(want).Equal(l.Paid) {
				t.Fatalf("%+v: %s, want %s", l, a.adjusted.Decimal(), want)
			}
			lines++
		}
	}
	if lines < 3000 {
		t.Errorf("%d lines", lines)
	}
}

// balance pays what is left of the charge.
func balance(l *ServicePayment) {
	l.Paid = l.Charge
	for _, a := range l.Adjustments {
		l.Paid = l.Paid.Sub(a.Amount)
	}
}

func TestValidatingDoesNotAllocate(t *testing.T) {
	r := goodRemittance()
	r.options.Earlier, r.options.Submitted = nil, nil
	j := NewChecker(received(), func(f x12.Issue) { t.Error(f) })
	j.Begin(r.Remittance)
	var payments []*ClaimPayment // each is another one: duplicates are told
	for i := range 7000 {
		p := *r.payment("A1")
		p.ID = fmt.Sprint("A", i)
		payments = append(payments, &p)
	}
	next := func() {
		j.Payment(payments[0])
		payments = payments[1:]
	}
	for range 5000 {
		next()
	}
	if n := testing.AllocsPerRun(1000, next); n != 0 {
		t.Errorf("%v allocations a payment", n)
	}
}
