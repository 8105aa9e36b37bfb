// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"bytes"
	"encoding/binary"
	"io"
)

// quick cuts the next segment out of the window, when it is there as most are:
// without anything before it, with a plain tag. Otherwise it changes nothing.
func (r *Reader) quick() bool {
	x, at := &r.index, r.start
	if r.odd || x.term >= len(x.terms) || at+4 > r.end {
		return false
	}
	head := binary.LittleEndian.Uint32(r.buf[at : at+4])
	if byte(head)-'A' >= 26 {
		if at = r.pastBreak(); at < 0 {
			return false
		}
		head = binary.LittleEndian.Uint32(r.buf[at : at+4])
	}
	t := x.terms[x.term]
	ends := x.ends[x.end : t.end+1]
	p := int(ends[len(ends)-1])
	tag := ends[0] - uint32(at)
	key := head & tagMask[tag&3]
	if tag > 3 || key < tagLeast[tag&3] || byte(head) == 'I' {
		return false
	}
	s := &r.seg
	s.ends, s.from, s.key = ends, at, key
	if t.mark != x.mark || len(s.marks) > 0 {
		s.marks = x.marks[x.mark:t.mark]
		x.mark = t.mark
	}
	x.term++
	x.end = t.end + 1
	r.start = p + 1
	return true
}

// pastBreak returns the place after a line break that the segments have between
// them, when the next one may be cut the quick way; else -1.
func (r *Reader) pastBreak() int {
	at := r.start + r.breakLen
	if at == r.start || at+4 > r.end || string(r.buf[r.start:at]) != r.lineBreak || r.buf[at]-'A' >= 26 {
		return -1
	}
	return at
}

// A plain tag of two or three bytes, and the least that it packs to: its last
// byte is not NUL.
var (
	tagMask  = [4]uint32{2: 0xffff, 3: 0xffffff}
	tagLeast = [4]uint32{0: 1, 1: 1, 2: 1 << 8, 3: 1 << 16}
)

// cut makes the segment that ends at t.
func (r *Reader) cut(t termRef) error {
	x, s := &r.index, &r.seg
	ends, at := x.ends[x.end:t.end+1], r.start
	n := len(ends) - 1
	p := int(ends[n])
	if n > r.o.MaxElements || p-at > r.o.MaxSegment {
		return r.overLimit(n)
	}
	s.win, s.ends, s.marks, s.from, s.copied = r.buf, ends, x.marks[x.mark:t.mark], at, false
	s.offset, s.text = -1, r.text
	x.end, x.mark = t.end+1, t.mark
	x.term++
	r.start = p + 1
	if r.delims.Segment == '\n' || r.o.Unwrap {
		r.tidy(n)
	}
	s.setKey()
	return nil
}

// tidy takes line breaks out of the segment: half of CRLF, or those of wraps.
func (r *Reader) tidy(n int) {
	s := &r.seg
	if data := s.Data(); r.delims.Segment == '\n' && len(data) > 0 && data[len(data)-1] == '\r' {
		s.ends[n] = uint32(s.from + len(bytes.TrimRight(data, "\r")))
		for len(s.marks) > 0 && s.marks[len(s.marks)-1] >= s.ends[n] {
			s.marks = s.marks[:len(s.marks)-1]
		}
		if !r.saidBreak {
			r.saidBreak = true
			r.report(CodeLineBreak, r.coming(), "")
		}
	}
	if r.o.Unwrap {
		r.unwrap()
	}
}

// setKey packs the tag.
func (s *Segment) setKey() {
	if d := s.win[s.from:]; len(d) >= 4 {
		switch s.ends[0] - uint32(s.from) {
		case 3:
			if d[2] != 0 { // else it would pass for a tag of two bytes
				s.key = binary.LittleEndian.Uint32(d) & 0xffffff
				return
			}
		case 2:
			if d[1] != 0 {
				s.key = binary.LittleEndian.Uint32(d) & 0xffff
				return
			}
		}
	}
	s.key = KeyOf(string(s.win[s.from:s.ends[0]]))
}

// unterminated makes a segment of what stands before the end of the stream.
func (r *Reader) unterminated() error {
	if r.start >= r.end {
		return io.EOF
	}
	stop := r.end
	for stop > r.start && (isBlank(r.buf[stop-1]) || r.buf[stop-1] == 0 || r.buf[stop-1] == 0x1a) {
		stop--
	}
	if stop == r.start {
		r.endMark(r.buf[r.start:r.end])
		r.start = r.end
		return io.EOF
	}
	x := &r.index
	x.pack(1)
	for len(x.ends) > 0 && int(x.ends[len(x.ends)-1]) >= stop {
		x.ends = x.ends[:len(x.ends)-1]
	}
	for len(x.marks) > 0 && int(x.marks[len(x.marks)-1]) >= stop {
		x.marks = x.marks[:len(x.marks)-1]
	}
	t := termRef{uint32(len(x.ends)), uint32(len(x.marks))}
	x.ends, x.terms = append(x.ends, uint32(stop)), append(x.terms, t)
	pos := r.coming()
	if err := r.cut(t); err != nil {
		return err
	}
	r.endMark(r.buf[stop:r.end])
	r.start = r.end
	if r.seg.Key() != 0 { // what is no segment id may be anything
		pos.Tag = r.seg.Tag()
	}
	r.report(CodeUnterminated, pos, "")
	return nil
}
