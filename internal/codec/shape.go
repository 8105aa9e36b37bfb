// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// LoopShape is what a loop function names: the description that tests hold
// against the guide tables.
type LoopShape struct {
	ID       string
	Segments []*SegmentShape
	Loops    []*LoopShape

	headless bool
}

// SegmentShape is a segment that a loop function names.
type SegmentShape struct {
	Tag         string
	QualElement int    // the element that tells it from others of its tag
	Qualifiers  string // its values, "DN|P3"; empty when the tag alone decides
	List        bool   // it repeats, and what stands between its entries stays there
	Elements    []ElementShape

	call int // which call of the loop function it is, among those of segments and loops
}

// ElementShape is an element or component that a loop function names.
type ElementShape struct {
	Element   int
	Component int    // 0 for a simple element
	Fixed     string // the one value that it may have; empty when a field holds it
	Field     string // the type and the name of the field that holds it, "x12.Name.Last"

	at uintptr // of the field
}

// loopShape is what a loop accepts, for deciding where a segment belongs.
type loopShape struct {
	id         string
	tag        Tag // of the opener; 0 for a headless loop
	qualifiers string
	qualAt     int
	tags       TagSet
	byTag      [32][]keyed // by hash of the tag
	order      []accept    // as the loop function calls them
	lists      []bool      // which of them repeat
	loops      int         // where in order loops begin
}

// place is which call of its loop function takes a segment.
type place struct {
	n    int // from 0; -1 for none
	list bool
}

// place returns where a call comes.
func (s *loopShape) place(a accept) place {
	for i, b := range s.order {
		if a == b {
			return place{i, s.lists[i]}
		}
	}
	return place{n: -1}
}

// placeOf returns the last call that could take a raw segment.
func (s *loopShape) placeOf(raw *x12.Raw) place {
	t := tagOf(raw.Tag)
	for i := len(s.order) - 1; i >= 0; i-- {
		if a := s.order[i]; a.tag == t && (a.qualifiers == "" || in(a.qualifiers, raw.Element(a.qualAt))) {
			return place{i, s.lists[i]}
		}
	}
	return place{n: -1}
}

type accept struct {
	tag        Tag
	qualAt     int
	qualifiers string
}

// keyed is one value of an accept.
type keyed struct {
	tag Tag
	key uint32 // qualifier in element 1, packed; 0 to look it up
	n   int    // in order
}

// accepts reports whether the current segment is one of the loop's own, after
// its opener, or opens a loop directly below it.
func (s *loopShape) accepts(c *Codec) bool {
	h := c.tag.hash()
	if s.tags>>h&1 == 0 {
		return false
	}
	for _, k := range s.byTag[h] {
		if k.tag == c.tag && (k.key == c.qkey || k.key == 0 && c.is(s.order[k.n].qualAt, s.order[k.n].qualifiers)) {
			return true
		}
	}
	return false
}

func (s *loopShape) add(a accept, list bool) {
	h := a.tag.hash()
	s.tags |= a.tag.Set()
	for q := range strings.SplitSeq(a.qualifiers, "|") {
		k := keyed{tag: a.tag, key: pack(q), n: len(s.order)}
		if k.key == noCode || a.qualAt != 1 {
			k.key = 0
		}
		s.byTag[h] = append(s.byTag[h], k)
	}
	s.order, s.lists = append(s.order, a), append(s.lists, list)
}

// describe runs a loop function over v, which is empty, and returns what it names:
// with notes, in the loops below, too.
func describe[T any](l *Loop[T], v *T, n *notes) *LoopShape {
	c := describer(l.ID, n)
	c.shape.headless = l.Headless
	l.Do(c, v)
	return c.shape
}

func describer(loop string, n *notes) *Codec {
	c := &Codec{dir: describing, all: true, deep: n != nil, notes: n, shape: &LoopShape{ID: loop}}
	if n == nil {
		c.notes = newNotes()
	}
	c.frames = append(c.frames, frame{shape: &loopShape{}})
	return c
}

// Describe returns what the loop's function and those below it name.
func Describe[T any](l *Loop[T]) *LoopShape {
	n, v := newNotes(), new(T)
	s := describe(l, v, n)
	n.owners(v)
	s.own(n)
	return s
}

// own gives the elements the fields that they are described with.
func (s *LoopShape) own(n *notes) {
	for _, seg := range s.Segments {
		for i := range seg.Elements {
			if e := &seg.Elements[i]; e.at != 0 {
				e.Field = n.fields[e.at].owner
			}
		}
	}
	for _, l := range s.Loops {
		l.own(n)
	}
}

// note describes a segment.
func (c *Codec) note(t Tag, qualAt int, qualifiers string) {
	c.current = &SegmentShape{Tag: t.String(), QualElement: qualAt, Qualifiers: qualifiers, call: len(c.shape.Segments) + len(c.shape.Loops)}
	c.shape.Segments = append(c.shape.Segments, c.current)
}

// named describes an element of the current segment that has one value, or that
// says how another is to be read.
func (c *Codec) named(e, comp int, fixed string) {
	c.current.Elements = append(c.current.Elements, ElementShape{Element: e, Component: comp, Fixed: fixed})
}

// holds describes an element of the current segment that a field holds.
func (c *Codec) holds(e, comp int, field uintptr) {
	c.current.Elements = append(c.current.Elements, ElementShape{Element: e, Component: comp, at: field})
	s, loop := c.current, c.shape.ID
	if c.shape.headless { // it is none of the guide
		loop = ""
	}
	c.notes.hold(field, x12.Place{Loop: loop, Tag: s.Tag, QualElement: s.QualElement, Qualifiers: s.Qualifiers, Element: e, Component: comp})
}

// span describes two dates: their format in an element, or in a component, and
// what they are in the next.
func (c *Codec) span(e, comp int, format string, from, to *x12.Date) {
	c.named(e, comp, format)
	if comp == 0 {
		e++
	} else {
		comp++
	}
	c.holds(e, comp, address(from))
	c.holds(e, comp, address(to))
	needs(c.notes, to, from)
}

// compile makes a loopShape of a shallow description, whose segments count from
// one on.
func compile(d *LoopShape, opener accept, from int) *loopShape {
	s := &loopShape{id: d.ID}
	if from > 0 {
		s.tag, s.qualAt, s.qualifiers = opener.tag, opener.qualAt, opener.qualifiers
	}
	segs, loops := d.Segments[from:], d.Loops
	for len(segs)+len(loops) > 0 {
		if len(loops) == 0 || len(segs) > 0 && segs[0].call < loops[0].Segments[0].call {
			s.add(segs[0].accept(), segs[0].List)
			segs = segs[1:]
			continue
		}
		if len(loops) == len(d.Loops) {
			s.loops = len(s.order)
		}
		s.add(loops[0].Segments[0].accept(), false) // it has the opener only
		loops = loops[1:]
	}
	if len(d.Loops) == 0 {
		s.loops = len(s.order)
	}
	return s
}

func (s *SegmentShape) accept() accept { return accept{tagOf(s.Tag), s.QualElement, s.Qualifiers} }

func tagOf(s string) Tag { return Tag(x12.KeyOf(s)) }
