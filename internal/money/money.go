// Package money sums and compares exact amounts without garbage where they are
// of usual size, and exactly always.
package money

import "github.com/shopspring/decimal"

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

// Sum is a running sum; the zero Sum is zero.
type Sum struct {
	cents int64
	rest  decimal.Decimal // what the fast way cannot hold
	slow  bool
}

const limit = 1 << 61

// Add adds d.
func (s *Sum) Add(d decimal.Decimal) {
	if c, ok := Cents(d); ok && s.cents < limit && s.cents > -limit {
		s.cents += c
		return
	}
	s.rest, s.slow = s.rest.Add(d), true
}

// AddCents adds what Cents returned.
func (s *Sum) AddCents(c int64) {
	if s.cents < limit && s.cents > -limit {
		s.cents += c
		return
	}
	s.Add(decimal.New(c, -2))
}

// Sub subtracts d.
func (s *Sum) Sub(d decimal.Decimal) {
	if c, ok := Cents(d); ok && s.cents < limit && s.cents > -limit {
		s.cents -= c
		return
	}
	s.rest, s.slow = s.rest.Sub(d), true
}

// AddSum adds another sum.
func (s *Sum) AddSum(o Sum) {
	if !o.slow && s.cents < limit && s.cents > -limit && o.cents < limit && o.cents > -limit {
		s.cents += o.cents
		return
	}
	s.rest, s.slow = s.rest.Add(o.Decimal()), true
}

// SubSum subtracts another sum.
func (s *Sum) SubSum(o Sum) {
	if !o.slow && s.cents < limit && s.cents > -limit && o.cents < limit && o.cents > -limit {
		s.cents -= o.cents
		return
	}
	s.rest, s.slow = s.rest.Sub(o.Decimal()), true
}

// Sign returns -1, 0 or 1.
func (s *Sum) Sign() int { return s.Cmp(decimal.Zero) }

// Decimal returns the sum with the fewest digits after the point, two at most
// unless an amount had more.
func (s *Sum) Decimal() decimal.Decimal {
	c, exp := s.cents, int32(-2)
	for exp < 0 && c%10 == 0 {
		c /= 10
		exp++
	}
	d := decimal.New(c, exp)
	if s.slow {
		d = d.Add(s.rest)
	}
	return d
}

// Cmp compares the sum with d: -1, 0 or 1.
func (s *Sum) Cmp(d decimal.Decimal) int {
	if c, ok := Cents(d); ok && !s.slow {
		switch {
		case s.cents < c:
			return -1
		case s.cents > c:
			return 1
		}
		return 0
	}
	return s.Decimal().Cmp(d)
}

// Equal tells whether the sum is d, by value.
func (s *Sum) Equal(d decimal.Decimal) bool { return s.Cmp(d) == 0 }

// EqualSum tells whether both sums are the same, by value.
func (s *Sum) EqualSum(o Sum) bool {
	if !s.slow && !o.slow {
		return s.cents == o.cents
	}
	return s.Decimal().Equal(o.Decimal())
}
