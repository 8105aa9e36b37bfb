// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"math"
	"unsafe"

	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/x12"
)

// Life is memory for values that live equally long. Values of one type come
// from chunks, so that a claim costs a few allocations and not one per segment.
type Life struct {
	pools []resetter
	heads []*poolHead // of the pools
	ints  *pool[int]  // one of them
	Reuse bool        // Reset takes back what was handed out
	c     *Codec
	made  int // bytes that were made for the current record
}

type resetter interface {
	reset()
	renew()
}

// Renew lets go of what is shared between values, so that one which is kept does
// not keep others, and their texts, from long ago.
func (l *Life) Renew() {
	for _, p := range l.pools {
		p.renew()
	}
}

// more counts bytes that are made for the record. Beyond the limit the next
// segment is not read.
func (l *Life) more(n int) {
	if l.made += n; l.c != nil && l.c.limit != math.MaxInt64 && l.made > l.c.budget {
		l.c.limit = -1
	}
}

// Reset ends the life of what was handed out.
func (l *Life) Reset() {
	if !l.Reuse {
		return
	}
	for i, h := range l.heads {
		if h.used > 0 || h.spent > 0 {
			l.pools[i].reset()
		}
	}
}

// SetLife sets where values come from until the next call.
func (c *Codec) SetLife(l *Life) {
	c.life = l
	l.c = c
}

const chunkBytes = 16 << 10

type pool[T any] struct {
	poolHead
	life  *Life
	chunk []T
}

// poolHead is what pools of all types have.
type poolHead struct {
	used  int // of the chunk
	spent int // values in chunks that were used up, for reuse
}

// reset takes back what was handed out: what is not handed out is always zero.
// When the chunk was too small, it makes one that holds as much as was needed.
func (p *pool[T]) reset() {
	if p.spent > 0 {
		p.chunk, p.spent = make([]T, len(p.chunk)+p.spent), 0
	} else {
		clear(p.chunk[:p.used])
	}
	p.used = 0
}

func (p *pool[T]) renew() { p.chunk, p.used = nil, 0 }

func poolOf[T any](l *Life) *pool[T] {
	for _, p := range l.pools {
		if p, ok := p.(*pool[T]); ok {
			return p
		}
	}
	return newPool[T](l)
}

func newPool[T any](l *Life) *pool[T] {
	p := &pool[T]{life: l}
	l.pools, l.heads = append(l.pools, p), append(l.heads, &p.poolHead)
	return p
}

// take hands out n values that follow each other, all zero.
func (p *pool[T]) take(n int) []T {
	if p.used+n > len(p.chunk) {
		p.refill(n)
	}
	out := p.chunk[p.used : p.used+n : p.used+n]
	p.used += n
	return out
}

// takeInts hands out n numbers.
func (l *Life) takeInts(n int) []int {
	p := l.ints
	if p == nil {
		p = poolOf[int](l)
		l.ints = p
	}
	return p.take(n)
}

// refill makes a new chunk that has room for n values.
func (p *pool[T]) refill(n int) {
	if p.life.Reuse {
		p.spent += len(p.chunk)
	}
	var t T
	size := max(chunkBytes/int(max(unsafe.Sizeof(t), 1)), 4, 2*n)
	p.chunk, p.used = make([]T, size), 0
	p.life.more(size * int(unsafe.Sizeof(t)))
}

// alloc returns a cleared value.
func alloc[T any](c *Codec) *T {
	return &poolOf[T](c.life).take(1)[0]
}

// New returns a cleared value that lives as long as SetLife said.
func New[T any](c *Codec) *T { return alloc[T](c) }

// maxPooled is how long a list may grow in a chunk; longer ones grow as append
// does, so that no input makes growing cost more than its length.
const maxPooled = 64

// grow returns s with one more cleared element. A list that stands at the end of
// its chunk grows in place.
func grow[T any](c *Codec, s []T) []T {
	n := len(s)
	p := poolOf[T](c.life)
	if n > 0 && p.used >= n && p.used < len(p.chunk) && &p.chunk[p.used-n] == &s[0] {
		out := p.chunk[p.used-n : p.used+1 : p.used+1]
		p.used++
		return out
	}
	if n >= maxPooled {
		var t T
		c.life.more(int(unsafe.Sizeof(t)))
		return append(s, t)
	}
	out := p.take(n + 1)
	copy(out, s)
	return out
}

// growBy returns s with n more cleared elements, in place when it can.
func growBy[T any](c *Codec, s []T, n int) []T {
	p, had := poolOf[T](c.life), len(s)
	if had > 0 && p.used >= had && p.used+n <= len(p.chunk) && &p.chunk[p.used-had] == &s[0] {
		p.used += n
		return p.chunk[p.used-n-had : p.used : p.used]
	}
	if had+n > maxPooled {
		var t T
		c.life.more(n * int(unsafe.Sizeof(t)))
		return append(s, make([]T, n)...)
	}
	out := p.take(had + n)
	copy(out, s)
	return out
}

// shrink takes the last element of s, which grow has just added, back.
func shrink[T any](c *Codec, s []T) []T { return shrinkTo(c, s, len(s)-1) }

// shrinkTo takes the elements from n on, which were just added, back.
func shrinkTo[T any](c *Codec, s []T, n int) []T {
	had := len(s)
	clear(s[n:]) // their places are handed out again
	p := poolOf[T](c.life)
	if p.used >= had && p.used <= len(p.chunk) && had > 0 && &p.chunk[p.used-had] == &s[0] {
		p.used -= had - n
		return s[:n:n]
	}
	return s[:n] // of no chunk: what stands behind is its own
}

// amounts keeps decimals that were seen, by their text: the same ones come again
// and again.
type amounts struct {
	slots *[1024]amountSlot
}

type amountSlot struct {
	text  uint64 // all bytes of the text, up to eight
	size  int
	value decimal.Decimal
}

// amount reads a number of type R.
func (c *Codec) amount(s string) (decimal.Decimal, bool) {
	var text uint64
	switch n := len(s); {
	case n > 8 || n == 0:
		return c.newAmount(s)
	case n >= 4:
		b, e := s[:4], s[n-4:n]
		text = uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(e[0])<<32 | uint64(e[1])<<40 | uint64(e[2])<<48 | uint64(e[3])<<56
	default:
		text = uint64(s[0]) | uint64(s[n/2])<<8 | uint64(s[n-1])<<16
	}
	if c.amounts.slots == nil {
		c.amounts.slots = new([1024]amountSlot)
	}
	slot := &c.amounts.slots[text*0x9e3779b97f4a7c15>>54]
	if slot.text == text && slot.size == len(s) {
		return slot.value, true
	}
	value, ok := c.newAmount(s)
	if ok {
		*slot = amountSlot{text, len(s), value}
	}
	return value, ok
}

func (c *Codec) newAmount(s string) (decimal.Decimal, bool) {
	coef, exp, ok := x12.ParseDecimal(s)
	if !ok {
		return longAmount(s)
	}
	return decimal.New(coef, exp), true
}

// longest is how many characters an amount may have: more than any element.
const longest = 40

// longAmount reads a number of type R that has more digits than an int64 holds.
func longAmount(s string) (decimal.Decimal, bool) {
	digits, points := 0, 0
	for i := range len(s) {
		switch b := s[i]; {
		case b-'0' < 10:
			digits++
		case b == '.':
			points++
		case b != '-' || i > 0:
			return decimal.Decimal{}, false
		}
	}
	if digits <= 18 || points > 1 || len(s) > longest {
		return decimal.Decimal{}, false
	}
	d, err := decimal.NewFromString(s)
	return d, err == nil
}
