// SPDX-License-Identifier: Apache-2.0

package money

import (
	"math/big"
	"unsafe"

	"github.com/shopspring/decimal"
)

// A Maker makes decimals, many with one allocation: decimal.New takes two for
// each. The zero Maker is ready. What it made is as any other decimal, but one
// that is kept keeps its neighbours.
type Maker struct {
	free []number
}

type number struct {
	coef big.Int
	word [1]big.Word
}

// together is how many decimals are made with one allocation.
const together = 16

// New is decimal.New.
func (m *Maker) New(coef int64, exp int32) decimal.Decimal {
	if len(m.free) == 0 {
		if !layoutKnown {
			return decimal.New(coef, exp)
		}
		m.free = make([]number, together)
	}
	n := &m.free[0]
	m.free = m.free[1:]
	if coef != 0 {
		abs := uint64(coef)
		if coef < 0 {
			abs = -abs
		}
		n.word[0] = big.Word(abs)
		n.coef.SetBits(n.word[:])
		if coef < 0 {
			n.coef.Neg(&n.coef)
		}
	}
	return of(&n.coef, exp)
}

// Renew makes what comes from now on keep nothing that was made before.
func (m *Maker) Renew() { m.free = nil }

// layout is what a decimal.Decimal is in memory. There is no other way to make
// one of a big.Int without a copy of it.
type layout struct {
	value *big.Int
	exp   int32
}

func of(i *big.Int, exp int32) decimal.Decimal {
	l := layout{i, exp}
	return *(*decimal.Decimal)(unsafe.Pointer(&l))
}

// layoutKnown reports whether the decimal package that is linked has that layout,
// and the machine words that hold an int64. It is asked for each amount, so it is
// found out before.
var layoutKnown = knowsLayout()

func knowsLayout() bool {
	var d decimal.Decimal
	if unsafe.Sizeof(d) != unsafe.Sizeof(layout{}) || unsafe.Alignof(d) != unsafe.Alignof(layout{}) || unsafe.Sizeof(big.Word(0)) != 8 {
		return false
	}
	d = decimal.New(-1234567890123, -3)
	l := *(*[2]uintptr)(unsafe.Pointer(&d))
	if l[0] < 4096 || int32(l[1]) != -3 { // the first is no pointer, or the second not the exponent
		return false
	}
	back := (*layout)(unsafe.Pointer(&d))
	return back.value.IsInt64() && back.value.Int64() == -1234567890123 && of(big.NewInt(77), 5).Equal(decimal.New(77, 5))
}
