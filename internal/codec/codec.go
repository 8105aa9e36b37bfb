// SPDX-License-Identifier: Apache-2.0

// Package codec lets one Go function per loop read, write and describe that
// loop. The function makes a call per segment, in the order of the guide; what
// a call does depends on the direction that the Codec has:
//
//   - reading, a call whose tag and qualifier are those of the current segment
//     takes the segment into its field and steps on; any other call costs one
//     compare and stores nothing;
//   - writing, a call whose field is set writes the segment;
//   - describing, a call notes which elements it names, and for which field: so
//     Places knows where a field stands, and which fields stand nowhere.
//
// A loop function never asks for the direction. Whatever it cannot hold is kept
// as x12.Raw in the loop's Rest with a finding, and written back in its place.
//
//	codec.go, tag.go          the type, the directions, tags
//	loop.go, shape.go         loops, what they accept
//	rest.go                   segments that no field holds
//	segment.go                segments of several elements
//	element.go, composite.go  elements and their components
//	take.go                   what was read of a segment so far
//	names.go, short.go        NM1, N3/N4, PER, HL; REF, DTP, AMT, QTY, K3
//	lists.go                  lists inside a segment: CAS, HI, modifiers, pointers
//	flat.go                   lists over segments: CAS, PLB
//	trace.go                  which field an element is written from
//	notes.go, places.go       where each field stands
//	misplaced.go              which fields of a record have no place
//	pool.go                   memory, and amounts seen before
package codec

import (
	"io"
	"math"
	"strings"

	"github.com/claimwire/claimwire/x12"
)

type direction uint8

const (
	reading direction = iota
	writing
	describing
)

// Codec is one run over one stream in one direction.
type Codec struct {
	tag  Tag // of the current segment; 0 at the end
	mask Tag // all ones when reading, else 0: every call is made
	dir  direction
	out  bool // writing: only what is set is looked at
	all  bool // not reading: whatever the current segment is, none is there

	opening bool // the next opener call takes the segment that opens the loop
	frames  []frame

	// the segment that is being read or written
	at, compAt int // element and component that were claimed last
	badAt      int // first element that no field can hold; 0 = none
	badComp    int
	badBits    uint64 // all of them, bit e for element e
	wrong      bool   // one of them says that the others mean something else
	isOpener   bool
	wrote      bool // it has a value, apart from its qualifier
	single     bool // the next loop that is read is a One
	flatPlace  int  // of the item that a FlatList read last
	content    int  // segments written that have a value

	// reading
	r         *x12.Reader
	seg       *x12.Segment
	str       string
	qual      string // element 1, or its first component
	qkey      uint32 // qual packed
	ends      []uint32
	marks     []uint32 // where component and repetition separators stand, in str
	mark      int      // marks that were passed
	simple    uint32   // elements that end before it are simple; none when all are
	after     uint32   // what simple is after the composite that is being read
	n         int
	comps     [32]uint32 // where the components of element at end, in str
	nComps    int
	taken     int
	lost      int // of them, those of which no field holds anything
	err       error
	limit     int64 // offset that a record may reach
	budget    int   // bytes that may be made for it
	onSegment func(*x12.Segment)
	report    func(x12.Issue)
	amounts   amounts
	life      *Life
	d         x12.Delimiters

	// writing
	w         *x12.Writer
	canonical bool
	level     x12.Level
	line      int
	lineOf    func(int) int
	trace     *Trace // nil when nobody asks

	// describing
	shape   *LoopShape
	current *SegmentShape
	notes   *notes
	deep    bool // loops below are described, too
}

// frame is a loop that is open.
type frame struct {
	shape *loopShape
	rest  *[]x12.Raw
	count int    // segments of the loop and loops inside it so far
	last  Tag    // of what was read of it last: a segment, or what opened a loop inside
	next  int    // the raw segment that is to be written next
	done  []bool // the raw segments that are written

	single bool // the loop's fields stand in the struct of the loop around it

	seen  [12]seenSegment // segments whose fields stand in the loop's own struct
	nSeen int
}

type seenSegment struct {
	tag        Tag
	qualifiers string
}

// NewReader returns a Codec that reads. report is told what could not be held.
func NewReader(r *x12.Reader, report func(x12.Issue)) *Codec {
	return &Codec{r: r, mask: ^Tag(0), dir: reading, report: report, limit: math.MaxInt64, life: new(Life), frames: make([]frame, 0, 16)}
}

// OnSegment sets a function that sees each segment before it is read.
func (c *Codec) OnSegment(f func(*x12.Segment)) { c.onSegment = f }

// Limit allows a record that begins with the current segment n bytes, and memory
// by that; beyond, it is a *x12.SyntaxError. It keeps memory bounded whatever the
// stream is. Zero means no limit, for records that are not kept.
func (c *Codec) Limit(n int) {
	c.limit, c.life.made = math.MaxInt64, 0
	if n > 0 {
		c.limit = c.r.Offset() + int64(n)
		c.budget = 4<<20 + 8*n
	}
}

// Tag returns the tag of the current segment, 0 at the end of the stream.
func (c *Codec) Tag() Tag { return c.tag }

// Segment returns the current segment.
func (c *Codec) Segment() *x12.Segment { return c.seg }

// Err returns what ended the reading; nil at a clean end.
func (c *Codec) Err() error {
	if c.err == io.EOF {
		return nil
	}
	return c.err
}

// Next steps to the next segment and reports whether there is one.
func (c *Codec) Next() bool {
	if c.err != nil {
		return false
	}
	s, err := c.r.Next()
	if err != nil || c.r.Offset() > c.limit {
		c.stop(s, err)
		return false
	}
	if c.onSegment != nil {
		c.onSegment(s)
	}
	if c.seg != s {
		c.seg = s
	}
	c.tag = Tag(s.Key())
	if c.tag == 0 {
		c.tag = impossible
	}
	str, ends, marks := s.Cuts()
	n := len(ends) - 1
	c.str, c.ends, c.n, c.simple = str, ends, n, none
	if n == 0 {
		c.qual, c.qkey = "", noCode
		return true
	}
	from, to := ends[0]+1, ends[1]
	if len(marks) > 0 {
		c.d = s.Delimiters()
		c.marks, c.mark, c.simple = marks, 0, marks[0]
		for _, m := range marks {
			if m >= from && m < to && str[m] == c.d.Component {
				to = m
				break
			}
		}
	}
	rest, size := str[from:], to-from
	c.qual = rest[:size]
	if len(rest) < 4 {
		c.qkey = pack(c.qual)
		return true
	}
	key := (uint32(rest[0]) | uint32(rest[1])<<8 | uint32(rest[2])<<16 | uint32(rest[3])<<24) & packMask[size&3]
	if size > 3 || key < packLeast[size&3] { // too long, or its end is NUL
		key = noCode
	}
	c.qkey = key
	return true
}

const (
	impossible = ^Tag(0)        // a tag that no call names
	none       = math.MaxUint32 // a place that no element ends behind
)

// stop ends the reading: with an error, or when the record is over its limit.
func (c *Codec) stop(s *x12.Segment, err error) {
	if c.err = err; err == nil {
		c.err = &x12.SyntaxError{Position: s.Position(), Code: x12.CodeRecordTooLong,
			Reason: "the record is longer, or of more parts, than the limit allows; check that the segments that begin and end records (HL, CLM, CLP, SE) are there, or raise the limit"}
	}
	c.tag, c.seg = 0, nil
}

// Element returns the text of element e of the current segment.
func (c *Codec) Element(e int) string {
	if e > c.n {
		return ""
	}
	return c.str[c.ends[e-1]+1 : c.ends[e]]
}

// key returns what tells the current segment from others of its tag: element e,
// or its first component.
func (c *Codec) key(e int) string {
	if e == 1 {
		return c.qual
	}
	if e > c.n {
		return ""
	}
	s := c.str[c.ends[e-1]+1 : c.ends[e]]
	if c.simple != none {
		if i := strings.IndexByte(s, c.d.Component); i >= 0 {
			return s[:i]
		}
	}
	return s
}

// is reports whether the current segment has one of the qualifiers in element e.
func (c *Codec) is(e int, qualifiers string) bool {
	if qualifiers == "" {
		return true
	}
	if e == 1 && len(qualifiers) <= 3 {
		return c.qkey == pack(qualifiers) && c.qkey < noCode
	}
	return in(qualifiers, c.key(e))
}

// push opens a frame. The memory of the frames before is used again.
func (c *Codec) push(shape *loopShape, single bool) {
	n := len(c.frames)
	if n == cap(c.frames) {
		c.frames = append(c.frames, frame{})
	}
	c.frames = c.frames[:n+1]
	f := &c.frames[n]
	f.shape, f.rest, f.single = shape, nil, single
	f.count, f.next, f.nSeen = 0, 0, 0
}

// NewWriter returns a Codec that writes. Canonical numbers HL and LX anew and
// trims numbers; otherwise they are written as they were read.
func NewWriter(w *x12.Writer, canonical bool) *Codec {
	return &Codec{w: w, dir: writing, out: true, all: true, canonical: canonical, frames: make([]frame, 0, 16)}
}

// Number sets what a canonical writer gives the next HL, and how it renumbers
// lines; nil keeps references to lines as they are.
func (c *Codec) Number(level x12.Level, lineOf func(int) int) {
	c.level, c.line, c.lineOf = level, 0, lineOf
}
