// SPDX-License-Identifier: Apache-2.0

package x12

// guess is one reading of a segment that stands where none like it is expected.
type guess struct {
	kind  guessKind
	exact bool  // its qualifier fits
	open  int16 // node of the loop whose opener is missing, for guessImplied
	node  int16
	cost  int // how unlikely; smaller is better
}

type guessKind uint8

const (
	guessStray   guessKind = iota // it belongs nowhere
	guessOver                     // once more than the guide allows
	guessOrder                    // too late in its loop
	guessCode                     // expected, but its qualifier is none of the list
	guessImplied                  // the segment that opens its loop is missing
)

// Costs: what a finding, a next segment that does not fit, and a loop that turns
// out to have its opener after all weigh against a guess.
const (
	costStray   = 9
	costOver    = 4
	costOrder   = 5
	costCode    = 5
	costImplied = 6
	costFinding = 2
	costNext    = 6
	costOpener  = 4
	costExact   = 3 // for a wrong qualifier where another place takes it as it is
	maxGuesses  = 48
)

// recover places a segment that find does not know. Where there are several
// readings the segment is held until the next one tells which is right.
func (j *SetValidator) recover(s *Segment, tag int) {
	if j.w.lost && !j.p.opens[tag] {
		j.node = -1 // belongs to the stray segment before
		return
	}
	if node := j.instead(s, uint16(tag)); node >= 0 {
		j.settle(node, s)
		return
	}
	j.guess(s, uint16(tag))
	j.hold(s)
}

// instead moves to another loop than the one whose opener was found missing,
// when s has its place in that one: N3, N4 and then PER, which only one of the
// loops has that the N3 could have been in.
func (j *SetValidator) instead(s *Segment, tag uint16) int16 {
	p, w := j.p, j.w
	if w.assume[w.cur] == opened || w.altOf != w.cur {
		return -1
	}
	for i := range w.alts {
		open := w.alts[i]
		if open < 0 || j.full(open) {
			continue
		}
		in := &p.loops[p.nodes[open].loop]
		for m := in.first + 1; m < in.last; m++ {
			if p.nodes[m].tag == tag && p.nodes[m].use.fits(s) {
				w.counts[p.loops[w.cur].node]--
				w.counts[open]++
				w.pend[p.nodes[open].owner] &^= p.nodes[open].bit
				j.enter(p.nodes[open].loop, inferred)
				w.pend[w.cur] = 0 // what came before was taken for the other loop's
				return m
			}
		}
	}
	return -1
}

// others notes the loops that the segment could have been in as well.
func (j *SetValidator) others(best guess) {
	w := j.w
	w.altOf = -1
	if best.kind != guessImplied {
		return
	}
	w.altOf = j.p.nodes[best.open].loop
	n := 0
	for i := range w.alts {
		w.alts[i] = -1
	}
	for _, g := range j.guesses {
		if g.kind == guessImplied && g.open != best.open && j.p.nodes[g.open].owner == j.p.nodes[best.open].owner && n < len(w.alts) {
			w.alts[n] = g.open
			n++
		}
	}
}

// guess lists the readings of s in j.guesses.
func (j *SetValidator) guess(s *Segment, tag uint16) {
	p, w := j.p, j.w
	j.guesses = j.guesses[:0]
	exact := false
	add := func(g guess) {
		if len(j.guesses) < maxGuesses {
			j.guesses = append(j.guesses, g)
			exact = exact || g.exact
		}
	}
	k := 0
	for l := w.cur; l >= 0; l, k = p.loops[l].parent, min(k+1, 2) {
		pl := &p.loops[l]
		again := l > 0 && !j.full(pl.node)
		for i := pl.first + 1; i < pl.last; i++ {
			n := &p.nodes[i]
			inOrder, full := n.pos >= w.last[l], j.full(i)
			if n.tag == tag {
				fits := n.use.fits(s)
				switch {
				case !fits && inOrder && !full:
					add(guess{kind: guessCode, node: i, cost: costCode + k + b2i(n.bit == 0 || w.counts[i] > 0)})
				case !fits:
				case inOrder && full:
					add(guess{kind: guessOver, exact: true, node: i, cost: costOver + k})
				case full:
					add(guess{kind: guessOver, exact: true, node: i, cost: costOver + 8 + k})
				case k == 0:
					add(guess{kind: guessOrder, exact: true, node: i, cost: costOrder})
				default:
					add(guess{kind: guessOrder, exact: true, node: i, cost: costOrder + 2 + k})
				}
				if fits && again && (full || !inOrder) {
					add(guess{kind: guessImplied, exact: true, open: pl.node, node: i, cost: costImplied + k + b2i(!full)})
				}
			}
			if n.loop < 0 || !inOrder || full {
				continue
			}
			in := &p.loops[n.loop]
			for m := in.first + 1; m < in.last; m++ {
				if p.nodes[m].tag == tag && p.nodes[m].use.fits(s) {
					add(guess{kind: guessImplied, exact: true, open: i, node: m,
						cost: costImplied + k + b2i(n.bit == 0 || w.counts[i] > 0)})
				}
			}
		}
	}
	for i := range j.guesses {
		if exact && j.guesses[i].kind == guessCode {
			j.guesses[i].cost += costExact
		}
	}
	j.guesses = append(j.guesses, guess{kind: guessStray, node: -1, cost: costStray})
}

// full reports whether a child has come as often as the guide allows.
func (j *SetValidator) full(node int16) bool {
	most := j.p.nodes[node].max
	return most != 0 && j.w.counts[node] >= most
}

// fits reports whether the qualifier of s, if the use has any, is one of its list.
func (u *useRule) fits(s *Segment) bool {
	if u.use.QualElement == 0 {
		return true
	}
	q := qualifier(s, u.use.QualElement, u.use.QualComponent)
	for _, c := range u.use.Qualifiers {
		if c == string(q) {
			return true
		}
	}
	return false
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// hold keeps s until the next segment. When there is but one reading, or the
// best one needs no second look, it is placed at once.
func (j *SetValidator) hold(s *Segment) {
	if len(j.guesses) == 1 {
		j.apply(j.guesses[0], s)
		return
	}
	h := &j.held
	h.r, h.copied, h.text, h.key = s.r, true, "", s.key
	h.win = append(h.win[:0], s.Data()...)
	h.ends = h.ends[:0]
	for _, end := range s.ends {
		h.ends = append(h.ends, end-uint32(s.from))
	}
	j.heldAt = j.here()
	j.holding = true
}

// resolve places the segment that was held, now that the next one is known; nil
// at the end of the set.
func (j *SetValidator) resolve(next *Segment) {
	j.holding = false
	tag := -1
	if next != nil {
		tag = j.p.tags.find(next.key)
	}
	if j.spare == nil {
		j.spare = newWalkState(j.p)
	}
	j.spare.copyFrom(j.w)
	j.quiet = true
	best, least := 0, 1<<30
	for i, g := range j.guesses {
		j.count = 0
		j.apply(g, &j.held)
		cost := g.cost
		if tag >= 0 {
			node := j.find(next, tag)
			if node < 0 {
				cost += costNext
			} else {
				if j.w.assume[j.w.cur] == implied && j.p.loops[j.w.cur].node == node {
					cost += costOpener
				}
				j.settle(node, next)
			}
		}
		cost += costFinding * j.count
		if cost < least {
			best, least = i, cost
		}
		j.w.copyFrom(j.spare)
	}
	j.quiet = false
	j.others(j.guesses[best])
	j.inHeld = true
	j.apply(j.guesses[best], &j.held)
	j.inHeld = false
}

// apply takes a reading.
func (j *SetValidator) apply(g guess, s *Segment) {
	if g.kind == guessStray {
		j.node = -1
		j.report(CodeUnexpectedSegment, "", j.p.loops[j.w.cur].id)
		if tag := j.p.tags.find(s.key); tag >= 0 && j.p.opens[tag] {
			j.w.lost = true
		}
		return
	}
	n := &j.p.nodes[g.node]
	loop := n.loop
	if loop < 0 {
		loop = n.owner
	}
	j.w.lost = false
	switch g.kind {
	case guessOver:
		j.leave(n.owner)
		code := CodeSegmentRepeats
		if n.loop >= 0 {
			code = CodeLoopRepeats
			j.w.hlSeen.gap = j.p.loops[n.owner].hl > 0 // it may be that of a level without HL
		}
		j.report(code, "", j.p.loops[loop].id)
	case guessOrder:
		j.leave(n.owner)
		j.report(CodeSegmentOrder, "", j.p.loops[loop].id)
	case guessImplied:
		j.imply(g.open)
	}
	j.settle(g.node, s)
}
