// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"sync/atomic"

	"github.com/claimwire/claimwire/x12"
)

// Loop declares a loop: what opens it and the function that reads, writes and
// describes it. Declare it once, as a package variable.
type Loop[T any] struct {
	ID         string // bare loop id, "2310B"
	Tag        Tag    // of the segment that opens it
	Qualifiers string // values of its telling element, "DN|P3"; empty when the tag decides
	QualAt     int    // the telling element; 0 means 1
	Headless   bool   // nothing opens it: it is there anyway, as the head of a set is
	Do         func(*Codec, *T)

	compiled atomic.Pointer[loopShape]
}

func (l *Loop[T]) qualAt() int {
	if l.QualAt == 0 {
		return 1
	}
	return l.QualAt
}

// shape returns what the loop accepts, worked out at the first use.
func (l *Loop[T]) shape() *loopShape {
	if s := l.compiled.Load(); s != nil {
		return s
	}
	d := describe(l, new(T), nil)
	from := 1 // the opener opens the next loop
	if l.Headless {
		from = 0
	}
	s := compile(d, accept{l.Tag, l.qualAt(), l.Qualifiers}, from)
	l.compiled.Store(s)
	return s
}

// Opt is a loop that may be there once.
func Opt[T any](c *Codec, p **T, l *Loop[T]) {
	if (c.tag^l.Tag)&c.mask == 0 {
		opt(c, p, l)
	}
}

// opens reports whether the current segment, of the right tag, opens a loop.
func (c *Codec) opens(qualAt int, qualifiers string) bool {
	switch {
	case qualifiers == "":
		return true
	case qualAt > 1:
		return c.is(qualAt, qualifiers)
	case qualifiers[0] != byte(c.qkey) && len(qualifiers) <= 3:
		return false
	}
	return c.is(1, qualifiers)
}

// opensOne is opens for a loop that comes once and has no struct of its own.
func (c *Codec) opensOne(t Tag, qualAt int, qualifiers string) bool {
	c.single = c.opens(qualAt, qualifiers) && c.frames[len(c.frames)-1].first(t, qualifiers)
	return c.single
}

func opt[T any](c *Codec, p **T, l *Loop[T]) {
	switch c.dir {
	case reading:
		if *p == nil && c.opens(l.QualAt, l.Qualifiers) {
			v := alloc[T](c)
			*p = v
			read(c, l, v)
		}
	case writing:
		if *p != nil {
			write(c, l, *p)
		}
	default:
		describeBelow(c, l, made(p))
	}
}

// One is a loop whose fields stand in a struct of the caller's, at most once.
// It is written when anything in it is set.
func One[T any](c *Codec, p *T, l *Loop[T]) {
	if (c.tag^l.Tag)&c.mask == 0 {
		one(c, p, l)
	}
}

func one[T any](c *Codec, p *T, l *Loop[T]) {
	switch c.dir {
	case reading:
		if c.opensOne(l.Tag, l.QualAt, l.Qualifiers) {
			read(c, l, p)
		}
	case writing:
		WriteIf(c, l, p)
	default:
		describeBelow(c, l, p)
	}
}

// Many is a loop that may be there several times.
func Many[T any](c *Codec, s *[]T, l *Loop[T]) {
	if (c.tag^l.Tag)&c.mask == 0 {
		many(c, s, l)
	}
}

func many[T any](c *Codec, s *[]T, l *Loop[T]) {
	switch c.dir {
	case reading:
		for c.tag == l.Tag && c.opens(l.QualAt, l.Qualifiers) {
			*s = grow(c, *s)
			read(c, l, &(*s)[len(*s)-1])
		}
	case writing:
		for i := range *s {
			write(c, l, &(*s)[i])
		}
	default:
		describeBelow(c, l, entry(s, 0))
		note := list(c.notes, s)
		note.per, note.opener = 1, l.Tag.String()
	}
}

// describeBelow notes a loop below the one being described.
func describeBelow[T any](c *Codec, l *Loop[T], v *T) {
	if c.deep {
		c.shape.Loops = append(c.shape.Loops, describe(l, v, c.notes))
		return
	}
	c.shape.Loops = append(c.shape.Loops, &LoopShape{ID: l.ID, Segments: []*SegmentShape{{Tag: l.Tag.String(), QualElement: l.qualAt(), Qualifiers: l.Qualifiers,
		call: len(c.shape.Segments) + len(c.shape.Loops)}}})
}

// Read reads the loop that the current segment opens.
func Read[T any](c *Codec, l *Loop[T], v *T) { read(c, l, v) }

// Write writes the loop.
func Write[T any](c *Codec, l *Loop[T], v *T) { write(c, l, v) }

// WriteIf writes the loop when anything in it is set.
func WriteIf[T any](c *Codec, l *Loop[T], v *T) {
	flushBefore(c, l)
	mark, before := c.w.Hold(), c.content
	write(c, l, v)
	if c.content == before {
		c.w.Rollback(mark)
		c.counted(-1)
	}
	c.fail(c.w.Release())
}

// Opens reports whether the current segment opens the loop.
func Opens[T any](c *Codec, l *Loop[T]) bool {
	return c.tag == l.Tag && c.opens(l.QualAt, l.Qualifiers)
}

func read[T any](c *Codec, l *Loop[T], v *T) {
	shape := l.compiled.Load()
	if shape == nil {
		shape = l.shape()
	}
	for begun := c.enter(shape, l.Headless); begun; {
		before := c.taken
		if l.Do(c, v); c.leaves(before) {
			break
		}
	}
	c.leave()
}

// enter opens a loop that is read, and reports whether there is anything to read.
func (c *Codec) enter(shape *loopShape, headless bool) bool {
	c.push(shape, c.single)
	c.opening, c.single = !headless, false
	return c.tag != 0
}

// leave closes a loop that was read.
func (c *Codec) leave() {
	opener := c.frames[len(c.frames)-1].shape.tag
	c.frames = c.frames[:len(c.frames)-1]
	if k := len(c.frames); k > 0 {
		c.frames[k-1].last = opener
	}
	c.counted(1)
}

// leaves reports whether the loop ends before the current segment, now that its
// function has come to its end; before is how many segments were taken when it
// began. What belongs nowhere is kept.
func (c *Codec) leaves(before int) bool {
	if c.tag == 0 {
		return true
	}
	switch {
	case c.frames[len(c.frames)-1].shape.accepts(c):
		if c.taken == before { // once more than there are fields
			c.keep(false)
		} else { // out of order: again
			c.moved()
		}
	case c.wanted():
		return true
	default:
		c.keep(false)
	}
	return false
}

// moved reports that the current segment is read into a field or a loop that the
// loop function has called already, so that writing moves it before others. Among
// neighbors of one tag, such as the references of a claim or loops that names
// open, the guide leaves the order free.
func (c *Codec) moved() {
	f := &c.frames[len(c.frames)-1]
	if c.report == nil || f.last == c.tag {
		return
	}
	pos := c.seg.Position()
	pos.Loop = f.shape.id
	c.report(x12.NewIssue(CodeMoved, pos, ""))
}

// LoopID returns the id of the innermost loop that is open; empty when none is.
func (c *Codec) LoopID() string {
	if len(c.frames) == 0 {
		return ""
	}
	return c.frames[len(c.frames)-1].shape.id
}

// wanted reports whether a loop around the current one takes the segment.
func (c *Codec) wanted() bool {
	for i := len(c.frames) - 2; i >= 0; i-- {
		if c.frames[i].shape.accepts(c) {
			return true
		}
	}
	return IsEnvelope(c.tag)
}

// IsEnvelope reports whether a segment begins or ends an interchange, group or set.
func IsEnvelope(t Tag) bool {
	switch t {
	case SE, ST, GE, GS, IEA, ISA:
		return true
	}
	return false
}

// Around makes the loops that may follow known, so that a loop being read ends
// before them. The returned function forgets them.
func (c *Codec) Around(openers ...Opener) (end func()) {
	s := &loopShape{}
	for _, o := range openers {
		s.add(accept{o.Tag, max(o.QualAt, 1), o.Qualifiers}, false)
	}
	c.push(s, false)
	return func() { c.frames = c.frames[:0] }
}

// Opener is what tells the first segment of a loop.
type Opener struct {
	Tag        Tag
	QualAt     int
	Qualifiers string
}

// step is done with the current segment.
func (c *Codec) step() {
	f := &c.frames[len(c.frames)-1]
	f.count++
	f.last = c.tag
	c.taken++
	c.Next()
}

func write[T any](c *Codec, l *Loop[T], v *T) {
	flushBefore(c, l)
	c.push(l.shape(), false)
	c.opening = !l.Headless
	l.Do(c, v)
	c.opening = false
	c.flushAll()
	c.frames = c.frames[:len(c.frames)-1]
	c.counted(1)
}

// flushBefore writes the raw segments that come before a loop.
func flushBefore[T any](c *Codec, l *Loop[T]) {
	if n := len(c.frames); n > 0 {
		if f := &c.frames[n-1]; f.waiting() {
			c.flushRest(f.shape.place(accept{l.Tag, l.qualAt(), l.Qualifiers}))
		}
	}
}

// counted notes that a loop inside the current one has ended.
func (c *Codec) counted(n int) {
	if k := len(c.frames); k > 0 {
		c.frames[k-1].count += n
	}
}

// fail notes the first error of writing.
func (c *Codec) fail(err error) {
	if c.err == nil && err != nil {
		c.err = err
	}
}

// Fault returns the first error of writing since the last call.
func (c *Codec) Fault() error {
	err := c.err
	c.err = nil
	return err
}
