// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"math/bits"

	"github.com/claimwire/claimwire/internal/scan"
)

// The reader looks at every byte once, a piece of the window at a time, and
// notes where separators stand. A segment is then a few entries of that index.

// indexStep is how long a piece is.
const indexStep = 2048

// index is where the separators of the window stand, from the segment that is
// to be read next on.
type index struct {
	ends  []uint32  // where elements end, the last ones of segments included
	marks []uint32  // component and repetition separators
	terms []termRef // where segments end
	end   uint32    // entries of ends that were read past
	mark  uint32
	term  int
	upTo  int // how much of the window is in the index
	seps  scan.Seps
	masks [indexStep / scan.Block]scan.Mask
}

// termRef is the end of a segment: its entry in ends, and how many marks stand
// before it.
type termRef struct{ end, mark uint32 }

// reset forgets all; what follows from place at on is not yet looked at.
func (x *index) reset(at int, d Delimiters) {
	if d.Repetition == 0 {
		d.Repetition = d.Component
	}
	x.seps = scan.Of(d.Element, d.Segment, d.Component, d.Repetition)
	x.ends, x.marks, x.terms = x.ends[:0], x.marks[:0], x.terms[:0]
	x.end, x.mark, x.term, x.upTo = 0, 0, 0, at
}

// skipTo forgets what stands before place at.
func (x *index) skipTo(at int) {
	for int(x.end) < len(x.ends) && int(x.ends[x.end]) < at {
		x.end++
	}
	for int(x.mark) < len(x.marks) && int(x.marks[x.mark]) < at {
		x.mark++
	}
	for x.term < len(x.terms) && x.terms[x.term].end < x.end {
		x.term++
	}
	x.upTo = max(x.upTo, at)
}

// move follows the window, whose bytes from n on move to its front.
func (x *index) move(n int) {
	x.skipTo(n)
	for i := int(x.end); i < len(x.ends); i++ {
		x.ends[i] -= uint32(n)
	}
	for i := int(x.mark); i < len(x.marks); i++ {
		x.marks[i] -= uint32(n)
	}
	x.upTo -= n
}

// pack moves what was not yet read to the front, and makes room for another n
// entries.
func (x *index) pack(n int) {
	for i := range x.terms[x.term:] {
		t := x.terms[x.term+i]
		x.terms[i] = termRef{t.end - x.end, t.mark - x.mark}
	}
	x.terms = x.terms[:len(x.terms)-x.term]
	x.ends = x.ends[:copy(x.ends, x.ends[x.end:])]
	x.marks = x.marks[:copy(x.marks, x.marks[x.mark:])]
	x.end, x.mark, x.term = 0, 0, 0
	if cap(x.ends)-len(x.ends) < n {
		x.ends = append(make([]uint32, 0, 2*len(x.ends)+n), x.ends...)
	}
	if cap(x.marks)-len(x.marks) < n {
		x.marks = append(make([]uint32, 0, 2*len(x.marks)+n), x.marks...)
	}
	if cap(x.terms)-len(x.terms) < n {
		x.terms = append(make([]termRef, 0, 2*len(x.terms)+n), x.terms...)
	}
}

// add looks at a piece of the window b.
func (x *index) add(b []byte) {
	at, to := x.upTo, min(len(b), x.upTo+indexStep)
	x.pack(to - at + scan.Block)
	if n := (to - at) / scan.Block; n > 0 {
		x.blocks(n, b[at:], at, scan.Block)
		at += n * scan.Block
	}
	if n := to - at; n > 0 {
		var tail [scan.Block]byte
		copy(tail[:], b[at:to])
		x.blocks(1, tail[:], at, n)
	}
	x.upTo = to
}

// blocks looks at n blocks of b, which stands at a place; only some bytes of the
// last block count.
func (x *index) blocks(n int, b []byte, at, last int) {
	masks := x.masks[:n]
	nEnds, nMarks := uint32(len(x.ends)), uint32(len(x.marks))
	ends, marks := scan.Blocks(masks, x.ends, x.marks, b, uint32(at), &x.seps)
	if last < scan.Block {
		m := &masks[n-1]
		some := uint64(1)<<last - 1
		ends, marks = ends[:len(ends)-bits.OnesCount64(m.Ends&^some)], marks[:len(marks)-bits.OnesCount64(m.Inner&^some)]
		m.Ends, m.Terms, m.Inner = m.Ends&some, m.Terms&some, m.Inner&some
	}
	x.ends, x.marks = ends, marks
	terms, k := x.terms[:cap(x.terms)], len(x.terms)
	for i := range masks {
		m := &masks[i]
		for s := m.Terms; s != 0; s &= s - 1 {
			before := s&-s - 1
			terms[k] = termRef{nEnds + uint32(bits.OnesCount64(m.Ends&before)), nMarks + uint32(bits.OnesCount64(m.Inner&before))}
			k++
		}
		nEnds += uint32(bits.OnesCount64(m.Ends))
		nMarks += uint32(bits.OnesCount64(m.Inner))
	}
	x.terms = terms[:k]
}
