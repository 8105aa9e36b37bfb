// SPDX-License-Identifier: Apache-2.0

package x12

import "errors"

// SetValidator checks the segments of transaction sets against one guide, SNIP types
// 1 and 2: it places each segment in the guide and checks its elements. Its
// memory does not grow with the set. It serves one goroutine.
//
// A set is checked by Begin, then Segment for each segment from ST to SE (or Feed
// for bytes), then End.
type SetValidator struct {
	p     *plan
	w     *walkState
	out   func(Issue)
	el    elementValidator
	seg   *Segment
	tag   int   // of seg; -1 when the guide does not have it
	node  int16 // where seg was placed; -1 for nowhere
	feed  *Reader
	endAt *Position // place of what ended the set without SE

	quiet   bool // a reading is tried: findings are only counted
	count   int
	holding bool // held waits for the next segment
	inHeld  bool
	held    Segment
	heldAt  Position
	guesses []guess
	spare   *walkState
}

// NewSetValidator returns a validator of sets of the guide g, which tells report of each
// finding. It fails only for a guide that is malformed.
func NewSetValidator(g *Guide, report func(Issue)) (*SetValidator, error) {
	if g == nil || g.Root == nil {
		return nil, errors.New("x12: NewSetValidator was given no guide; find one with LookupGuide")
	}
	if report == nil {
		report = func(Issue) {}
	}
	p, err := planOf(g)
	if err != nil {
		return nil, err
	}
	j := &SetValidator{p: p, w: newWalkState(p), out: report, node: -1}
	j.el.found = j.found
	j.begin()
	return j, nil
}

// Guide returns the guide that the validator goes by.
func (j *SetValidator) Guide() *Guide {
	if !j.ready() {
		return nil
	}
	return j.p.guide
}

// ready reports whether NewSetValidator made the validator; one that it did not make finds
// nothing.
func (j *SetValidator) ready() bool { return j != nil && j.p != nil }

// Begin starts a set; the next segment is its ST.
func (j *SetValidator) Begin() {
	if !j.ready() {
		return
	}
	j.holding, j.node = false, -1
	j.begin()
	if j.feed != nil {
		j.feed.count = 0
	}
}

// Segment checks the next segment of the set. A finding about it may come with
// the next one: where a segment has several readings the next one tells which.
func (j *SetValidator) Segment(s *Segment) {
	if s == nil || s.r == nil || !j.ready() {
		return
	}
	if j.holding {
		j.resolve(s)
	}
	j.seg = s
	j.el.delimiters(s.r.delims)
	j.tag = j.p.tags.find(s.key)
	if j.tag < 0 {
		j.stranger(s)
		return
	}
	node := j.find(s, j.tag)
	if node < 0 {
		j.recover(s, j.tag)
		return
	}
	j.w.lost = false
	j.node = node
	j.place(node, s)
	u := j.p.nodes[node].use
	j.el.check(u, u.told, s)
}

// settle places a segment whose qualifier may be wrong and checks its elements.
func (j *SetValidator) settle(node int16, s *Segment) {
	j.node = node
	j.place(node, s)
	u := j.p.nodes[node].use
	j.el.check(u, u.elems, s)
}

// stranger reports a segment that the guide has no place for at all.
func (j *SetValidator) stranger(s *Segment) {
	j.node = -1
	code := CodeUnknownSegment
	if d, err := dictionary(); err == nil && s.key != 0 && d.segments[s.Tag()] != nil {
		code = CodeSegmentNotInSet
	}
	j.report(code, "", j.p.loops[j.w.cur].id)
}

// End ends a set. When its SE did not come, at is the place of what came instead
// and the loops that are still open are checked as ended.
func (j *SetValidator) End(at Position) {
	if !j.ready() {
		return
	}
	j.endAt = &at
	if j.holding {
		j.resolve(nil)
	}
	j.leave(0)
	last := j.p.loops[0].last - 1
	if m := j.w.pend[0] &^ j.p.nodes[last].bit; m != 0 && j.w.pend[0]&j.p.nodes[last].bit != 0 {
		j.missing(0, m)
	}
	j.endAt = nil
	j.node = -1
}

// Close ends the innermost open loop with this id, and all inside it, as if
// the next segment stood outside: what it lacks is reported now.
func (j *SetValidator) Close(loop string) {
	if !j.ready() {
		return
	}
	if j.holding {
		j.resolve(nil)
	}
	for l := j.w.cur; l > 0; l = j.p.loops[l].parent {
		if j.p.loops[l].id == loop {
			j.leave(j.p.loops[l].parent)
			return
		}
	}
}

// Place tells where the last segment was placed: the bare id of its loop (empty
// for the set itself) and how many loops are around it. ok is false for a segment
// that has no place, or whose place the next segment decides.
func (j *SetValidator) Place() (loop string, depth int, ok bool) {
	if !j.ready() {
		return "", 0, false
	}
	if j.node < 0 || j.holding {
		return j.p.loops[j.w.cur].id, int(j.p.loops[j.w.cur].depth), false
	}
	l := j.loopOf(j.node)
	return j.p.loops[l].id, int(j.p.loops[l].depth), true
}

func (j *SetValidator) loopOf(node int16) int16 {
	if l := j.p.nodes[node].loop; l >= 0 {
		return l
	}
	return j.p.nodes[node].owner
}

// here is the place of the segment that is checked.
func (j *SetValidator) here() Position {
	if j.inHeld {
		return j.heldAt
	}
	if j.endAt != nil {
		return *j.endAt
	}
	return j.seg.Position()
}

// mark is the place of s, kept for later.
func (j *SetValidator) mark(s *Segment) mark {
	if s == &j.held {
		return mark{j.heldAt.Offset, j.heldAt.Segment}
	}
	return mark{s.at(), s.r.count}
}

// report tells of a whole segment; an empty tag is that of the segment itself.
func (j *SetValidator) report(code IssueCode, tag, loop string) { j.reportNamed(code, tag, loop, "") }

// reportNamed tells what the guide calls the segment or loop, too.
func (j *SetValidator) reportNamed(code IssueCode, tag, loop, name string) {
	if j.quiet {
		j.count++
		return
	}
	at := j.here()
	if tag != "" {
		at.Tag = tag
	}
	at.Loop = loop
	i := NewIssue(code, at, "")
	if name != "" {
		i.Detail += " (" + name + ")"
	}
	j.out(i)
}

// reportAt tells of an element of a segment that is past.
func (j *SetValidator) reportAt(code IssueCode, severity Severity, m mark, tag, loop string, element int) {
	if j.quiet {
		j.count++
		return
	}
	at := j.here()
	at.Offset, at.Segment, at.Tag, at.Loop, at.Element = m.offset, m.segment, tag, loop, element
	i := NewIssue(code, at, "")
	i.Severity = severity
	j.out(i)
}

// found tells of an element of the segment.
func (j *SetValidator) found(code IssueCode, element, component, repeat int, value []byte) {
	if j.quiet {
		if code != CodeTrailingEmpty && code != CodeLeadingBlanks && code != CodeTrailingBlanks {
			j.count++
		}
		return
	}
	at := j.here()
	at.Element, at.Component, at.Repeat = element, component, repeat
	if j.node < 0 {
		j.out(NewIssue(code, at, string(value)))
		return
	}
	at.Loop = j.p.loops[j.loopOf(j.node)].id
	use := j.p.nodes[j.node].use.use
	if code == CodeElementNotUsed && use.Tag == "ST" {
		code = CodeConventionUnused // 835-SIT-09: many payers send it, and nothing goes by it
	}
	i := NewIssue(code, at, string(value))
	describe(&i, use)
	j.out(i)
}
