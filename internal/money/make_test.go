// SPDX-License-Identifier: Apache-2.0

package money

import (
	"math"
	"math/bits"
	"testing"

	"github.com/shopspring/decimal"
)

func TestMaker(t *testing.T) {
	if !layoutKnown && bits.UintSize == 64 { // elsewhere Maker is decimal.New
		t.Error("a decimal.Decimal has another layout: Maker is slow, look at layout")
	}
	var m Maker
	var all []decimal.Decimal
	var coefs []int64
	for i := int64(0); i < 5*together; i++ {
		coef := []int64{0, 1, -1, 150, -99999, math.MaxInt64, math.MinInt64, 1e15, 10 + i}[i%9]
		all, coefs = append(all, m.New(coef, int32(i%7)-4)), append(coefs, coef)
		if i%50 == 49 {
			m.Renew()
		}
	}
	sum := decimal.Decimal{}
	for i, d := range all { // work with one changes no other
		sum = sum.Add(d).Neg().Mul(d).Truncate(3)
		if len(sum.String()) > 200 {
			sum = d
		}
		all[i].Abs()
	}
	for i, d := range all {
		want := decimal.New(coefs[i], int32(i%7)-4)
		if !d.Equal(want) || d.String() != want.String() || d.Exponent() != want.Exponent() || d.Sign() != want.Sign() ||
			d.NumDigits() != want.NumDigits() || d.IsZero() != want.IsZero() {
			t.Errorf("%d × 10^%d is %s, want %s", coefs[i], d.Exponent(), d, want)
		}
	}
}

func TestMakerAllocates(t *testing.T) {
	if bits.UintSize != 64 {
		t.Skip("Maker is decimal.New on this machine")
	}
	var m Maker
	if n := testing.AllocsPerRun(together*10, func() { m.New(12345, -2) }); n > 0.5 {
		t.Errorf("a decimal takes %v allocations", n)
	}
}
