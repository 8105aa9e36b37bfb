// SPDX-License-Identifier: Apache-2.0

// Package money sums and compares exact amounts without garbage where they are
// of usual size, and exactly always.
package money

import (
	"cmp"

	"github.com/shopspring/decimal"
)

// fastDigits is the longest coefficient that is summed as an int64: a thousand
// of them do not overflow.
const fastDigits = 15

// Cents returns d as a number of cents, and false when it is no whole number of
// cents or too big for the fast way.
func Cents(d decimal.Decimal) (int64, bool) {
	exp := d.Exponent()
	if exp > 4 || exp < -8 || d.NumDigits() > fastDigits {
		return 0, false
	}
	c := d.CoefficientInt64()
	for ; exp < -2; exp++ {
		if c%10 != 0 {
			return 0, false
		}
		c /= 10
	}
	for ; exp > -2; exp-- {
		c *= 10
	}
	return c, c < 1e17 && c > -1e17
}

// maxExponent is the largest exponent that is reckoned with exactly.
const maxExponent = 1000

// tame returns d, or where its exponent is one that no file holds, what has its
// sign and is as far from any amount: the digits of 1e1000000000 would take all
// memory.
func tame(d decimal.Decimal) decimal.Decimal {
	exp := d.Exponent()
	if exp <= maxExponent && exp >= -maxExponent {
		return d
	}
	return decimal.New(int64(d.Sign()), min(max(exp, -maxExponent), maxExponent))
}

// Sum is a running sum; the zero Sum is zero. Copies are sums of their own.
type Sum struct {
	cents int64
	rest  *decimal.Decimal // what the fast way cannot hold; never changed, but replaced
}

// Add returns a + b with the digits after the point that a.Add(b) has, and without
// garbage where b is a zero without any, as most parts of an amount are.
func Add(a, b decimal.Decimal) decimal.Decimal {
	if b.IsZero() && b.Exponent() == 0 && a.Exponent() <= 0 {
		return a
	}
	return a.Add(b)
}

// zero is shared by all sums that are zero: a decimal is never changed.
var zero = decimal.New(0, 0)

const limit = 1 << 61

func (s *Sum) fits(c int64) bool { return uint64(s.cents+limit) < 2*limit && uint64(c+limit) < 2*limit }

// slow adds to what the fast way cannot hold.
//
//go:noinline
func (s *Sum) slow(d decimal.Decimal) {
	d = tame(d)
	if s.rest != nil {
		d = s.rest.Add(d)
	}
	s.rest = &d
}

// Add adds d.
func (s *Sum) Add(d decimal.Decimal) {
	if c, ok := Cents(d); ok && s.fits(c) {
		s.cents += c
		return
	}
	s.slow(d)
}

// AddNull adds an amount that may be absent, which adds nothing.
func (s *Sum) AddNull(d decimal.NullDecimal) {
	if d.Valid {
		s.Add(d.Decimal)
	}
}

// AddCents adds what Cents returned.
func (s *Sum) AddCents(c int64) {
	if s.fits(c) {
		s.cents += c
		return
	}
	s.slow(decimal.New(c, -2))
}

// Sub subtracts d.
func (s *Sum) Sub(d decimal.Decimal) {
	if c, ok := Cents(d); ok && s.fits(c) {
		s.cents -= c
		return
	}
	s.slow(d.Neg())
}

// AddSum adds another sum.
func (s *Sum) AddSum(o Sum) {
	if o.rest == nil && s.fits(o.cents) {
		s.cents += o.cents
		return
	}
	s.slow(o.Decimal())
}

// SubSum subtracts another sum.
func (s *Sum) SubSum(o Sum) {
	if o.rest == nil && s.fits(o.cents) {
		s.cents -= o.cents
		return
	}
	s.slow(o.Decimal().Neg())
}

// Sign returns -1, 0 or 1.
func (s *Sum) Sign() int {
	if s.rest == nil {
		switch {
		case s.cents < 0:
			return -1
		case s.cents > 0:
			return 1
		}
		return 0
	}
	return s.Decimal().Sign()
}

// Decimal returns the sum with the fewest digits after the point, two at most
// unless an amount had more.
func (s *Sum) Decimal() decimal.Decimal {
	if s.cents == 0 && s.rest == nil {
		return zero
	}
	c, exp := s.cents, int32(-2)
	for exp < 0 && c%10 == 0 {
		c /= 10
		exp++
	}
	d := decimal.New(c, exp)
	if s.rest != nil {
		d = d.Add(*s.rest)
	}
	return d
}

// Cmp compares the sum with d: -1, 0 or 1.
func (s *Sum) Cmp(d decimal.Decimal) int {
	if c, ok := Cents(d); ok && s.rest == nil {
		return cmp.Compare(s.cents, c)
	}
	return s.Decimal().Cmp(tame(d))
}

// Cents returns the sum as a number of cents, and false when it has parts of a
// cent or is too big.
func (s *Sum) Cents() (int64, bool) { return s.cents, s.rest == nil }

// Equal reports whether the sum is d, by value.
func (s *Sum) Equal(d decimal.Decimal) bool { return s.Cmp(d) == 0 }

// EqualSum reports whether both sums are the same, by value.
func (s *Sum) EqualSum(o Sum) bool {
	if s.rest == nil && o.rest == nil {
		return s.cents == o.cents
	}
	return s.Decimal().Equal(o.Decimal())
}
