// SPDX-License-Identifier: Apache-2.0

package x12

import "math/bits"

// walkState is where a walk stands in its plan: the open loop, and for every
// loop and child of it how far it came. It can be copied and put back.
type walkState struct {
	cur    int16
	counts []uint16 // by node
	last   []int32  // position reached, by loop
	pend   []uint64 // required children not yet seen, by loop
	assume []uint8  // by loop: how its opener came, see below
	levels [maxLevels + 1]level
	hlSeen sequence
	lxSeen sequence
	altOf  int16    // loop whose missing opener was guessed; alts are the nodes of
	alts   [8]int16 // the loops that it could have been as well, -1 = none
	lost   bool     // after a segment without a place that seemed to open a loop
}

// How a loop was opened.
const (
	opened   = 0
	implied  = 1 // its opener is missing and nothing that the loop requires came yet
	inferred = 2 // its opener is missing, and required children came
)

func newWalkState(p *plan) *walkState {
	return &walkState{
		counts: make([]uint16, len(p.nodes)),
		last:   make([]int32, len(p.loops)),
		pend:   make([]uint64, len(p.loops)),
		assume: make([]uint8, len(p.loops)),
	}
}

// copyFrom makes w equal to o, which belongs to the same plan.
func (w *walkState) copyFrom(o *walkState) {
	counts, last, pend, assume := w.counts, w.last, w.pend, w.assume
	*w = *o
	w.counts, w.last, w.pend, w.assume = counts, last, pend, assume
	copy(w.counts, o.counts)
	copy(w.last, o.last)
	copy(w.pend, o.pend)
	copy(w.assume, o.assume)
}

// begin starts a set.
func (j *SetValidator) begin() {
	w := j.w
	w.levels = [maxLevels + 1]level{}
	w.hlSeen, w.lxSeen, w.lost, w.altOf = sequence{}, sequence{}, false, -1
	j.enter(0, opened)
	w.counts[0] = 0
	w.pend[0] = j.p.loops[0].required
}

// enter opens a loop: nothing of it came yet but its opener.
func (j *SetValidator) enter(l int16, how uint8) {
	w, pl := j.w, &j.p.loops[l]
	clear(w.counts[pl.first:pl.last])
	w.counts[pl.first] = 1
	w.last[l] = j.p.nodes[pl.first].pos
	w.pend[l] = pl.required &^ 1 // the opener has the first bit
	w.assume[l] = how
	w.cur = l
}

// find returns the place of s when it is an expected one: in order, and not
// more often than the guide allows; else -1.
func (j *SetValidator) find(s *Segment, tag int) int16 {
	w, p := j.w, j.p
	sp := &p.spans[int(w.cur)*len(p.names)+tag]
	cands := p.cands[sp.from:sp.to]
	var q uint64
	if sp.qe != 0 && !sp.mixed {
		q = packCode(qualifier(s, int(sp.qe), int(sp.qc)))
	}
	for i := range cands {
		c := &cands[i]
		if c.qual != 0 {
			if sp.mixed {
				u := p.nodes[c.node].use.use
				q = packCode(qualifier(s, u.QualElement, u.QualComponent))
			}
			if c.qual != q {
				continue
			}
		}
		if c.pos < w.last[c.owner] {
			continue
		}
		if c.max != 0 && w.counts[c.node] >= c.max {
			continue
		}
		return c.node
	}
	return -1
}

// qualifier is the element or component that tells a use.
func qualifier(s *Segment, element, component int) []byte {
	if component > 0 {
		return s.Component(element, component)
	}
	return s.Bytes(element)
}

// place moves to a node: leaves what is left by it, enters what it opens, and
// reports what was required before it and did not come.
func (j *SetValidator) place(node int16, s *Segment) {
	w := j.w
	n := &j.p.nodes[node]
	j.leave(n.owner)
	if m := w.pend[n.owner] & n.before; m != 0 {
		j.missing(n.owner, m)
	}
	if n.bit != 0 {
		w.pend[n.owner] &^= n.bit
		if w.assume[n.owner] == implied {
			w.assume[n.owner] = inferred
		}
	}
	if j.p.loops[n.owner].trailer > 0 {
		j.bounded(node)
	}
	w.last[n.owner] = n.pos
	if w.counts[node] < 65535 {
		w.counts[node]++
	}
	if n.loop < 0 {
		return
	}
	j.enter(n.loop, opened)
	if l := &j.p.loops[n.loop]; l.hl > 0 {
		j.level(n.loop, s)
	} else if l.numbered {
		j.number(node, s)
	}
}

// leave closes the loops inside of l.
func (j *SetValidator) leave(l int16) {
	for j.w.cur != l && j.w.cur > 0 {
		j.exit(j.w.cur)
		j.w.cur = j.p.loops[j.w.cur].parent
	}
}

// exit reports what a loop that ends lacks. A loop whose opener is missing may
// have been a single stray segment: then nothing else is said.
func (j *SetValidator) exit(l int16) {
	w, pl := j.w, &j.p.loops[l]
	if m := w.pend[l]; m != 0 && w.assume[l] != implied {
		j.missing(l, m)
	}
	if pl.trailer > 0 {
		j.unbounded(pl)
	}
	if pl.hl > 0 {
		j.levelEnds(l)
	}
}

// missing reports required children of a loop, as bits.
func (j *SetValidator) missing(l int16, m uint64) {
	pl := &j.p.loops[l]
	j.w.pend[l] &^= m
	for ; m != 0; m &= m - 1 {
		n := &j.p.nodes[pl.byBit[bits.TrailingZeros64(m)]]
		j.lacks(n, pl)
	}
}

// lacks reports one missing child, at the segment found in its stead.
func (j *SetValidator) lacks(n *planNode, pl *planLoop) {
	if n.loop >= 0 {
		j.reportNamed(CodeMissingLoop, j.p.names[n.tag], j.p.loops[n.loop].id, j.p.loops[n.loop].name)
		return
	}
	j.reportNamed(CodeMissingSegment, j.p.names[n.tag], pl.id, n.use.use.Name)
}

// imply enters a loop whose opener is missing.
func (j *SetValidator) imply(node int16) {
	n := &j.p.nodes[node]
	l := &j.p.loops[n.loop]
	w := j.w
	j.leave(n.owner)
	if m := w.pend[n.owner] & n.before; m != 0 {
		j.missing(n.owner, m)
	}
	j.reportNamed(CodeMissingSegment, j.p.names[n.tag], l.id, l.name)
	w.pend[n.owner] &^= n.bit
	if n.bit != 0 && w.assume[n.owner] == implied {
		w.assume[n.owner] = inferred
	}
	if j.p.loops[n.owner].trailer > 0 {
		j.bounded(node)
	}
	w.last[n.owner] = n.pos
	if w.counts[node] < 65535 {
		w.counts[node]++
	}
	j.enter(n.loop, implied)
	if l.hl > 0 {
		j.level(n.loop, nil)
	} else if l.numbered {
		j.number(node, nil)
	}
}
