package x12

import "bytes"

// Segment is a view of the segment that a Reader stands on: valid until the
// next call of Next. Text and ComponentText hand out strings that stay valid.
type Segment struct {
	r      *Reader
	data   []byte   // the segment without its terminator
	ends   []uint32 // where the tag and each element end, in data
	n      int      // elements, the tag not counted
	key    uint32
	comps  bool   // false when no component separator can be in data
	start  int    // of data in the reader's window; -1 when data is a copy
	offset int64  // of data in the stream
	text   string // of a copy
}

// KeyOf packs a tag of up to three bytes into the number that Segment.Key returns.
func KeyOf(tag string) uint32 {
	var k uint32
	if len(tag) > 3 || (len(tag) > 0 && tag[len(tag)-1] == 0) {
		return 0
	}
	for i := len(tag) - 1; i >= 0; i-- {
		k = k<<8 | uint32(tag[i])
	}
	return k
}

// Key is the tag packed into a number, for comparing; 0 for an impossible tag.
func (s *Segment) Key() uint32 { return s.key }

// Tag returns the segment id.
func (s *Segment) Tag() string { return s.cut(0, int(s.ends[0])) }

// Len returns how many elements the segment has, empty ones at its end included.
func (s *Segment) Len() int { return s.n }

// Data returns the segment's bytes without the terminator.
func (s *Segment) Data() []byte { return s.data }

// String returns the whole segment without its terminator as a string that
// stays valid.
func (s *Segment) String() string { return s.cut(0, len(s.data)) }

// Ends returns where the tag and each element end in String and Data: element i
// is [Ends[i-1]+1 : Ends[i]]. The slice is valid until the next call of Next.
func (s *Segment) Ends() []uint32 { return s.ends[:s.n+1] }

// Bytes returns element i, from 1, with its repetitions and components; nil
// beyond the last one.
func (s *Segment) Bytes(i int) []byte {
	if i < 1 || i > s.n {
		return nil
	}
	return s.data[s.ends[i-1]+1 : s.ends[i]]
}

// Empty tells whether element i is missing or empty.
func (s *Segment) Empty(i int) bool {
	return i < 1 || i > s.n || s.ends[i-1]+1 == s.ends[i]
}

// Text returns element i as a string that stays valid.
func (s *Segment) Text(i int) string {
	if i < 1 || i > s.n {
		return ""
	}
	return s.cut(int(s.ends[i-1])+1, int(s.ends[i]))
}

// Component returns component j, from 1, of the first repetition of element i.
func (s *Segment) Component(i, j int) []byte {
	from, to := s.component(i, j)
	return s.data[from:to]
}

// ComponentText returns component j of element i as a string that stays valid.
func (s *Segment) ComponentText(i, j int) string {
	from, to := s.component(i, j)
	return s.cut(from, to)
}

// Components returns how many components the first repetition of element i has;
// 0 when it is missing or empty.
func (s *Segment) Components(i int) int {
	e := s.first(i)
	if len(e) == 0 {
		return 0
	}
	return 1 + bytes.Count(e, []byte{s.r.delims.Component})
}

// Repeats returns how often element i is repeated; 0 when it is missing or empty.
func (s *Segment) Repeats(i int) int {
	e := s.Bytes(i)
	if len(e) == 0 {
		return 0
	}
	if s.r.delims.Repetition == 0 {
		return 1
	}
	return 1 + bytes.Count(e, []byte{s.r.delims.Repetition})
}

// Structured tells whether an element may have components or repetitions: false
// means that every element is simple, true that one may not be.
func (s *Segment) Structured() bool {
	return s.comps || s.r.delims.Repetition != 0 && (s.start < 0 || !s.r.unrepeated())
}

// unrepeated tells whether the window holds no repetition separator: most
// transaction sets have none, and one look at the window is cheaper than many.
func (r *Reader) unrepeated() bool {
	if r.sought != r.delims.Repetition {
		r.sought = r.delims.Repetition
		r.none = bytes.IndexByte(r.buf[:r.end], r.sought) < 0
	}
	return r.none
}

// Delimiters returns those of the interchange.
func (s *Segment) Delimiters() Delimiters { return s.r.delims }

// Position returns the segment's place.
func (s *Segment) Position() Position { return s.r.position(s) }

// Raw returns the segment as a value of its own. Empty elements at its end are
// left out.
func (s *Segment) Raw() Raw {
	out := Raw{Tag: s.Tag()}
	n := s.n
	for n > 0 && s.Empty(n) {
		n--
	}
	if n == 0 {
		return out
	}
	out.Elements = make([]RawElement, n)
	d := s.r.delims
	for i := range out.Elements {
		from := int(s.ends[i]) + 1
		whole := s.data[from:s.ends[i+1]]
		if bytes.IndexByte(whole, d.Component) < 0 && (d.Repetition == 0 || bytes.IndexByte(whole, d.Repetition) < 0) {
			out.Elements[i] = RawElement{{s.cut(from, from+len(whole))}}
			continue
		}
		var reps RawElement
		var comps []string
		at := 0
		for k := 0; k <= len(whole); k++ {
			end := k == len(whole)
			if !end && whole[k] != d.Component && (d.Repetition == 0 || whole[k] != d.Repetition) {
				continue
			}
			comps = append(comps, s.cut(from+at, from+k))
			at = k + 1
			if end || whole[k] != d.Component {
				reps, comps = append(reps, comps), nil
			}
		}
		out.Elements[i] = reps
	}
	return out
}

// first returns the first repetition of element i.
func (s *Segment) first(i int) []byte {
	e := s.Bytes(i)
	if r := s.r.delims.Repetition; r != 0 {
		if k := bytes.IndexByte(e, r); k >= 0 {
			return e[:k]
		}
	}
	return e
}

// component returns where component j of element i stands in data.
func (s *Segment) component(i, j int) (from, to int) {
	if i < 1 || i > s.n || j < 1 {
		return 0, 0
	}
	from, end := int(s.ends[i-1])+1, int(s.ends[i])
	sep, rep := s.r.delims.Component, s.r.delims.Repetition
	for k := from; k < end; k++ {
		switch c := s.data[k]; {
		case c == sep:
			if j--; j == 0 {
				return from, k
			}
			from = k + 1
		case c == rep && rep != 0:
			end = k
		}
	}
	if j == 1 {
		return from, end
	}
	return 0, 0
}

// cut returns data[from:to] as part of one string for the whole window, so that
// a segment's strings cost no allocation each.
func (s *Segment) cut(from, to int) string {
	if from >= to {
		return ""
	}
	if s.start < 0 {
		if s.text == "" {
			s.text = string(s.data)
		}
		return s.text[from:to]
	}
	r := s.r
	if len(r.text) == 0 {
		r.text = string(r.buf[:r.end])
	}
	return r.text[s.start+from : s.start+to]
}
