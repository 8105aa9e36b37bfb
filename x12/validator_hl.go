// SPDX-License-Identifier: Apache-2.0

package x12

import "bytes"

// level is the open HL at one depth.
type level struct {
	number   int64 // HL01; the expected number when HL01 is none
	expected int64
	child    byte // HL04: '0', '1', or 0 when it says nothing
	below    bool // a level below came
	guessed  bool // its HL is missing: the number is not known
	at       mark
}

// mark is the place of a segment of the set.
type mark struct {
	offset  int64
	segment int
}

// sequence follows numbers that should count 1, 2, 3. After a wrong one it goes
// on from that number, from the highest, or from how many came: so one mistake
// is one finding.
type sequence struct {
	prev, highest, count int64
	gap                  bool // one number may be missing here, and its absence was told
}

// next takes a number; ok reports whether it may follow. Zero stands for a number
// that is missing and is taken as right.
func (s *sequence) next(v int64) (expected int64, ok bool) {
	s.count++
	expected = s.prev + 1
	if v == 0 {
		v = expected
	}
	ok = v == expected || v == s.highest+1 || v == s.count || s.gap && v == expected+1
	s.gap = false
	if v > 0 && v < 1<<62 {
		s.prev = v
	}
	s.highest = max(s.highest, s.prev)
	return expected, ok
}

// level takes an HL that opened loop l; a nil segment stands for a missing one.
func (j *SetValidator) level(l int16, s *Segment) {
	w, depth := j.w, j.p.loops[l].hl
	lv := &w.levels[depth]
	*lv = level{}
	if s == nil {
		lv.expected, _ = w.hlSeen.next(0)
		lv.number, lv.guessed = lv.expected, true
	} else {
		lv.at = j.mark(s)
		b := levelNumber(s, 1)
		v, isNumber := wholeNumber(b)
		var ok bool
		if !isNumber {
			v = 0
		}
		lv.expected, ok = w.hlSeen.next(v)
		if lv.number = v; v == 0 {
			lv.number = lv.expected
		}
		if len(b) > 0 && (!ok || v == 0) && j.use(l).elems[0].fits(b) {
			j.found(CodeHLNumber, 1, 0, 0, s.Bytes(1))
		}
		if c := s.Bytes(4); len(c) == 1 && (c[0] == '0' || c[0] == '1') {
			lv.child = c[0]
		}
	}
	if depth < 2 {
		return
	}
	up := &w.levels[depth-1]
	if !up.below && up.child == '0' {
		j.reportAt(CodeHLChild, Error, up.at, "HL", j.hlLoop(l), 4)
	}
	up.below = true
	if s == nil {
		return
	}
	if b := levelNumber(s, 2); len(b) > 0 && j.use(l).elems[1].fits(b) {
		v, ok := wholeNumber(b)
		if ok && up.guessed {
			up.number, up.guessed = v, false
		}
		if !ok || (v != up.number && v != up.expected) {
			j.found(CodeHLParent, 2, 0, 0, s.Bytes(2))
		}
	}
}

// levelNumber returns the number of an HL: blanks around it, and further
// components, are issues of their own.
func levelNumber(s *Segment, element int) []byte {
	return bytes.Trim(s.Component(element, 1), " ")
}

// use is that of the segment that opens loop l.
func (j *SetValidator) use(l int16) *useRule { return j.p.nodes[j.p.loops[l].first].use }

// hlLoop is the id of the HL loop around HL loop l.
func (j *SetValidator) hlLoop(l int16) string {
	for l = j.p.loops[l].parent; l > 0; l = j.p.loops[l].parent {
		if j.p.loops[l].hl > 0 {
			break
		}
	}
	if l < 0 {
		return ""
	}
	return j.p.loops[l].id
}

// levelEnds checks an HL loop that is left.
func (j *SetValidator) levelEnds(l int16) {
	w, pl := j.w, &j.p.loops[l]
	lv := &w.levels[pl.hl]
	if lv.child == '1' && !lv.below {
		severity := Error
		if pl.hl <= 2 && j.rejected(pl) {
			severity = Warning // payers copy the inquiry's HL, and nothing is lost
		}
		j.reportAt(CodeHLChild, severity, lv.at, "HL", pl.id, 4)
	}
	if pl.floating >= 0 && w.counts[pl.floating] == 0 && w.counts[pl.below] == 0 && w.assume[l] != implied &&
		!(lv.child == '1' && !lv.below) {
		j.lacks(&j.p.nodes[pl.floating], pl)
	}
	lv.child, lv.below = 0, false
}

// rejected reports whether an AAA in the open HL loop, or in a loop of it that is
// no level, says why nothing follows.
func (j *SetValidator) rejected(pl *planLoop) bool {
	for i := pl.first; i < pl.last; i++ {
		n := &j.p.nodes[i]
		if j.w.counts[i] == 0 {
			continue
		}
		if n.loop < 0 && n.use.use.Tag == "AAA" || n.loop >= 0 && j.p.loops[n.loop].hl == 0 && j.rejected(&j.p.loops[n.loop]) {
			return true
		}
	}
	return false
}

// number takes an LX that must count within its parent.
func (j *SetValidator) number(node int16, s *Segment) {
	w := j.w
	if w.counts[node] == 1 {
		w.lxSeen = sequence{}
	}
	if s == nil {
		w.lxSeen.next(0)
		return
	}
	if s.Empty(1) {
		w.lxSeen.next(0)
		return
	}
	v, isNumber := wholeNumber(s.Bytes(1))
	if !isNumber || !j.p.nodes[node].use.elems[0].fits(s.Bytes(1)) { // its form is an issue already
		w.lxSeen.next(0)
		return
	}
	if v == 0 {
		v = -1
	}
	if _, ok := w.lxSeen.next(v); !ok {
		j.found(CodeLineNumber, 1, 0, 0, s.Bytes(1))
	}
}

// wholeNumber reads digits; leading zeros are allowed.
func wholeNumber(b []byte) (int64, bool) {
	if len(b) == 0 || len(b) > 18 {
		return 0, false
	}
	var n int64
	for _, c := range b {
		if !isDigit(c) {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	return n, true
}
