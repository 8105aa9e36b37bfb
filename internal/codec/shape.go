package codec

// LoopShape is what a loop function names: the description that tests hold
// against the guide tables.
type LoopShape struct {
	ID       string
	Segments []*SegmentShape
	Loops    []*LoopShape
}

// SegmentShape is a segment that a loop function names.
type SegmentShape struct {
	Tag         string
	QualElement int    // the element that tells it from others of its tag
	Qualifiers  string // its values, "DN|P3"; empty when the tag alone decides
	Elements    []ElementShape
}

// ElementShape is an element or component that a loop function names.
type ElementShape struct {
	Element   int
	Component int    // 0 for a simple element
	Fixed     string // the one value that it may have; empty when a field holds it
}

// loopShape is what a loop accepts, for deciding where a segment belongs.
type loopShape struct {
	id         string
	tag        Tag
	qualifiers string
	qualAt     int
	byTag      [32][]accept // by hash of the tag
}

type accept struct {
	tag        Tag
	qualAt     int
	qualifiers string
}

func (t Tag) hash() int { return int((t ^ t>>5 ^ t>>11) & 31) }

// accepts tells whether the current segment is one of the loop's own, after
// its opener, or opens a loop directly below it.
func (s *loopShape) accepts(c *Codec) bool {
	for _, a := range s.byTag[c.tag.hash()] {
		if a.tag == c.tag && c.is(a.qualAt, a.qualifiers) {
			return true
		}
	}
	return false
}

func (s *loopShape) add(a accept) {
	h := a.tag.hash()
	s.byTag[h] = append(s.byTag[h], a)
}

// describe runs a loop function over a zero value and returns what it names.
func describe[T any](l *Loop[T], deep bool) *LoopShape {
	c := &Codec{dir: describing, deep: deep, shape: &LoopShape{ID: l.ID}}
	c.frames = append(c.frames, frame{shape: &loopShape{}})
	l.Do(c, new(T))
	return c.shape
}

// Describe returns what the loop's function and those below it name.
func Describe[T any](l *Loop[T]) *LoopShape { return describe(l, true) }

// note describes a segment.
func (c *Codec) note(t Tag, qualAt int, qualifiers string) {
	c.current = &SegmentShape{Tag: t.String(), QualElement: qualAt, Qualifiers: qualifiers}
	c.shape.Segments = append(c.shape.Segments, c.current)
}

// named describes an element of the current segment.
func (c *Codec) named(e, comp int, fixed string) {
	c.current.Elements = append(c.current.Elements, ElementShape{e, comp, fixed})
}

// compile makes a loopShape of a description.
func compile(d *LoopShape, t Tag, qualAt int, qualifiers string, below []accept) *loopShape {
	s := &loopShape{id: d.ID, tag: t, qualAt: qualAt, qualifiers: qualifiers}
	for i, seg := range d.Segments {
		if i == 0 {
			continue // the opener opens the next loop
		}
		s.add(accept{tagOf(seg.Tag), seg.QualElement, seg.Qualifiers})
	}
	for _, a := range below {
		s.add(a)
	}
	return s
}

func tagOf(s string) Tag {
	var t Tag
	for i := len(s) - 1; i >= 0; i-- {
		t = t<<8 | Tag(s[i])
	}
	return t
}
