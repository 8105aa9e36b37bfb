// SPDX-License-Identifier: Apache-2.0

package x12

import "bytes"

// Segment is a view of the segment that a Reader stands on: valid until the
// next call of Next. Text and ComponentText hand out strings that stay valid.
type Segment struct {
	r      *Reader
	win    []byte   // the reader's window, or a copy of the segment
	ends   []uint32 // where the tag and each element end, in win
	marks  []uint32 // where component and repetition separators stand, in win
	from   int      // where the segment begins, in win
	key    uint32
	copied bool   // win is a copy
	offset int64  // in the stream; -1 for where win has it
	text   string // win, when it was asked for
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
func (s *Segment) Tag() string { return s.cut(s.from, int(s.ends[0])) }

// Len returns how many elements the segment has, empty ones at its end included.
func (s *Segment) Len() int { return len(s.ends) - 1 }

// Data returns the segment's bytes without the terminator.
func (s *Segment) Data() []byte { return s.win[s.from:s.ends[len(s.ends)-1]] }

// String returns the whole segment without its terminator as a string that
// stays valid.
func (s *Segment) String() string { return s.cut(s.from, int(s.ends[len(s.ends)-1])) }

// Cuts returns where the segment is to be cut, for readers in a hurry. The text
// holds the segment, and stays valid; element i is text[ends[i-1]+1:ends[i]], and
// marks are where component and repetition separators stand in text. The two
// slices are valid until the next call of Next.
func (s *Segment) Cuts() (text string, ends, marks []uint32) {
	if s.text == "" {
		s.whole()
	}
	return s.text, s.ends, s.marks
}

// Bytes returns element i, from 1, with its repetitions and components; nil
// beyond the last one.
func (s *Segment) Bytes(i int) []byte {
	if i < 1 || i >= len(s.ends) {
		return nil
	}
	return s.win[s.ends[i-1]+1 : s.ends[i]]
}

// Empty reports whether element i is missing or empty.
func (s *Segment) Empty(i int) bool {
	return i < 1 || i >= len(s.ends) || s.ends[i-1]+1 == s.ends[i]
}

// Text returns element i as a string that stays valid.
func (s *Segment) Text(i int) string {
	if i < 1 || i >= len(s.ends) {
		return ""
	}
	return s.cut(int(s.ends[i-1])+1, int(s.ends[i]))
}

// Component returns component j, from 1, of the first repetition of element i.
func (s *Segment) Component(i, j int) []byte {
	from, to := s.component(i, j)
	return s.win[from:to]
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

// Delimiters returns those of the interchange.
func (s *Segment) Delimiters() Delimiters { return s.r.delims }

// at is the place of the segment in the stream.
func (s *Segment) at() int64 {
	if s.offset >= 0 {
		return s.offset
	}
	return s.r.base + int64(s.from)
}

// Position returns the segment's place.
func (s *Segment) Position() Position { return s.r.position(s) }

// Raw returns the segment as a value of its own. Empty elements at its end are
// left out.
func (s *Segment) Raw() Raw {
	out := Raw{Tag: s.Tag()}
	n := s.Len()
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
		whole := s.win[from:s.ends[i+1]]
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
	if i < 1 || i >= len(s.ends) || j < 1 {
		return 0, 0
	}
	from, end := int(s.ends[i-1])+1, int(s.ends[i])
	sep, rep := s.r.delims.Component, s.r.delims.Repetition
	for k := from; k < end; k++ {
		switch c := s.win[k]; {
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

// cut returns win[from:to] as part of one string for the whole window, so that
// a segment's strings cost no allocation each.
func (s *Segment) cut(from, to int) string {
	if from >= to {
		return ""
	}
	return s.whole()[from:to]
}

// whole returns win as a string.
func (s *Segment) whole() string {
	if s.text == "" {
		if s.copied {
			s.text = string(s.win)
		} else {
			s.r.text = string(s.win[:s.r.end])
			s.text = s.r.text
		}
	}
	return s.text
}
