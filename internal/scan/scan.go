// SPDX-License-Identifier: Apache-2.0

// Package scan finds separators in bytes, 64 at a time. It is the one place where
// every byte of a stream is looked at, so it has a version in assembly (SSE2, which
// every amd64 has) beside the portable one; both give the same.
package scan

import (
	"encoding/binary"
	"math/bits"
)

// Block is how many bytes a Mask is of.
const Block = 64

// Seps are separators to look for, each repeated to fill eight bytes: those that
// end an element, end a segment, and stand inside an element.
type Seps struct{ elem, term, inner1, inner2 uint64 }

// Of returns the separators; inner2 may be the same as inner1.
func Of(elem, term, inner1, inner2 byte) Seps {
	return Seps{uint64(elem) * each, uint64(term) * each, uint64(inner1) * each, uint64(inner2) * each}
}

// Mask says of 64 bytes where separators stand, the first byte in the lowest bit.
type Mask struct {
	Ends  uint64 // elements end, the last ones of segments included
	Terms uint64 // segments end
	Inner uint64 // inside elements
}

// Blocks looks at the first 64 bytes of b for each mask of out, and adds where
// separators stand, at for the first byte, to ends and to inner. It panics when b
// is shorter, or when the lists have no room for as many.
func Blocks(out []Mask, ends, inner []uint32, b []byte, at uint32, s *Seps) (newEnds, newInner []uint32) {
	n := len(out) * Block
	if n == 0 {
		return ends, inner
	}
	_, _, _ = b[n-1], ends[:len(ends)+n], inner[:len(inner)+n]
	e, i := ends[len(ends):len(ends)+1], inner[len(inner):len(inner)+1]
	nEnds, nInner := blocks(&out[0], &b[0], len(out), s, at, &e[0], &i[0])
	return ends[:len(ends)+nEnds], inner[:len(inner)+nInner]
}

const (
	each = 0x0101010101010101
	low  = 0x7f * each
	high = 0x80 * each
)

// portable is Blocks for machines without a version of their own.
func portable(out []Mask, ends, inner []uint32, b []byte, at uint32, s *Seps) (newEnds, newInner []uint32) {
	for i := range out {
		var m Mask // its bits inverted until all are there
		for k := 0; k < Block; k += 8 {
			v := binary.LittleEndian.Uint64(b[i*Block+k:])
			t := differ(v, s.term)
			m.Terms = m.Terms>>8 | gather(t)
			m.Ends = m.Ends>>8 | gather(t&differ(v, s.elem))
			m.Inner = m.Inner>>8 | gather(differ(v, s.inner1)&differ(v, s.inner2))
		}
		m.Ends, m.Terms = ^m.Ends, ^m.Terms
		m.Inner = ^m.Inner &^ m.Ends
		out[i] = m
		ends, inner = places(ends, m.Ends, at), places(inner, m.Inner, at)
		at += Block
	}
	return ends, inner
}

func places(list []uint32, mask uint64, at uint32) []uint32 {
	for ; mask != 0; mask &= mask - 1 {
		list = append(list, at+uint32(bits.TrailingZeros64(mask)))
	}
	return list
}

// differ sets the high bit of each byte in which a and b differ.
func differ(a, b uint64) uint64 {
	x := a ^ b
	return (x&low + low) | x
}

// gather brings the high bits of eight bytes together, in the top byte.
func gather(x uint64) uint64 { return x & high * 0x0002040810204081 &^ (1<<56 - 1) }
