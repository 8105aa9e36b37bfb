// SPDX-License-Identifier: Apache-2.0

package money

import (
	"testing"

	"github.com/shopspring/decimal"
)

func TestSum(t *testing.T) {
	for _, c := range []struct {
		parts []string
		want  string
	}{
		{nil, "0"},
		{[]string{"100", "50.00", "-.5"}, "149.5"},
		{[]string{"0.001", "0.009"}, "0.01"},
		{[]string{"123456789012345678901234.56", "0.44", "-1"}, "123456789012345678901234"},
		{[]string{"1e3", "2.50"}, "1002.5"},
		{[]string{"99999999.99", "0.01"}, "100000000"},
	} {
		var s, b Sum
		for _, p := range c.parts {
			d := decimal.RequireFromString(p)
			s.Add(d)
			b.Sub(d.Neg())
		}
		want := decimal.RequireFromString(c.want)
		if !s.Equal(want) || !s.Decimal().Equal(want) || !b.EqualSum(s) {
			t.Errorf("%v: %s, want %s", c.parts, s.Decimal(), want)
		}
		if cent := decimal.New(1, -2); s.Cmp(want.Add(cent)) != -1 || s.Cmp(want.Sub(cent)) != 1 {
			t.Errorf("%v: one cent more or less does not count", c.parts)
		}
		var twice Sum
		twice.AddSum(s)
		twice.AddSum(b)
		if !twice.Equal(want.Add(want)) {
			t.Errorf("%v: the sum of two sums is %s", c.parts, twice.Decimal())
		}
		twice.SubSum(b)
		twice.AddCents(100)
		if !twice.Equal(want.Add(decimal.New(1, 0))) || twice.Sign() != twice.Decimal().Sign() {
			t.Errorf("%v: less itself and a dollar more it is %s", c.parts, twice.Decimal())
		}
	}
}

func TestSumDoesNotAllocate(t *testing.T) {
	a, b := decimal.New(12550, -2), decimal.New(99, 0)
	total := decimal.New(22450, -2)
	if n := testing.AllocsPerRun(100, func() {
		var s Sum
		s.Add(a)
		s.Add(b)
		if !s.Equal(total) {
			t.Fatal("wrong sum")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// Amounts whose digits would fill the memory are no amount of any file: sums stay
// unequal to what is.
func TestHugeExponent(t *testing.T) {
	for _, d := range []decimal.Decimal{decimal.New(1, 1_000_000_000), decimal.New(-1, 1_000_000_000), decimal.New(1, -1_000_000_000), decimal.New(-3, 1<<31-1)} {
		var sum Sum
		sum.Add(d)
		if sum.Sign() != d.Sign() || sum.Equal(decimal.New(150, 0)) || sum.Equal(decimal.Zero) {
			t.Errorf("an exponent of %d sums up to another amount", d.Exponent())
		}
		sum.Sub(d)
		if sum.Sign() != 0 {
			t.Errorf("an exponent of %d less itself is not nothing", d.Exponent())
		}
	}
}

// Add gives what decimal gives, digit for digit.
func TestAdd(t *testing.T) {
	amounts := []decimal.Decimal{{}, decimal.New(0, 0), decimal.New(0, -2), decimal.New(0, 3), decimal.New(250, -2), decimal.New(-250, -2), decimal.New(5, 0), decimal.New(5, 3)}
	for _, a := range amounts {
		for _, b := range amounts {
			if got, want := Add(a, b), a.Add(b); !got.Equal(want) || got.Exponent() != want.Exponent() {
				t.Errorf("%v + %v: %v, want %v", a, b, got, want)
			}
		}
	}
}
