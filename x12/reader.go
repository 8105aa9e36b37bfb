package x12

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"iter"
	"math"
	"math/bits"
)

// Defaults of ReaderOptions.
const (
	DefaultMaxSegment  = 1 << 20
	DefaultMaxElements = 1000
	windowSize         = 64 << 10
)

// ReaderOptions say how to read; the zero value is the default.
type ReaderOptions struct {
	// Fragment allows a stream that begins at GS, ST or later, without an ISA.
	Fragment bool
	// Delimiters of a fragment; the zero value means * : ^ ~.
	Delimiters Delimiters
	// Unwrap takes line breaks inside segments out, as 80-column files have them.
	Unwrap bool
	// MaxSegment is the longest segment in bytes; 0 means DefaultMaxSegment.
	MaxSegment int
	// MaxElements is the most elements of a segment; 0 means DefaultMaxElements.
	MaxElements int
	// OnIssue is told what the reader put up with.
	OnIssue func(Issue)
}

// Reader streams the segments of one or more interchanges. It holds one window
// of the stream in memory, whatever the size of the stream. A Reader serves one
// goroutine and one pass.
type Reader struct {
	src    io.Reader
	o      ReaderOptions
	buf    []byte
	start  int    // of what is not yet read, in buf
	end    int    // of what was filled, in buf
	base   int64  // offset of buf[0] in the stream
	text   string // buf[:end], made at the first use
	sought byte   // repetition separator that was looked for in buf[:end]
	none   bool   // and was not there
	srcErr error
	err    error

	isaAt int64 // offset of the ISA being read

	delims    Delimiters
	seg       Segment
	ends      []uint32
	lineBreak string // of the interchange
	own       []byte // an unwrapped segment

	ic                  *Interchange
	group               *Group
	set                 *Set
	nIC, nGroup, nSet   int
	count               int // segments since ST, ST = 1
	closing             uint32
	begun, slow         bool // slow: the next segment is not found the quick way
	isISA               bool
	saidBreak, saidGap  bool
	saidWrap, saidEmpty bool
	saidMark            bool
}

// NewReader returns a Reader of src; nil options are the defaults.
func NewReader(src io.Reader, o *ReaderOptions) *Reader {
	r := &Reader{src: src, buf: make([]byte, windowSize)}
	if o != nil {
		r.o = *o
	}
	if r.o.MaxSegment <= 0 {
		r.o.MaxSegment = DefaultMaxSegment
	}
	r.o.MaxSegment = min(r.o.MaxSegment, math.MaxInt32)
	if r.o.MaxElements <= 0 {
		r.o.MaxElements = DefaultMaxElements
	}
	r.ends = make([]uint32, max(r.o.MaxElements, 16)+2)
	r.seg.r = r
	r.slow = true
	return r
}

// Interchange returns the current ISA; nil outside one.
func (r *Reader) Interchange() *Interchange { return r.ic }

// Group returns the current GS; nil outside one.
func (r *Reader) Group() *Group { return r.group }

// Set returns the current ST; nil outside one.
func (r *Reader) Set() *Set { return r.set }

// Offset returns how many bytes of the stream were read past.
func (r *Reader) Offset() int64 { return r.base + int64(r.start) }

// Segments ranges over the rest of the stream. A non-nil error is the last.
func (r *Reader) Segments() iter.Seq2[*Segment, error] {
	return func(yield func(*Segment, error) bool) {
		for {
			s, err := r.Next()
			if err == io.EOF {
				return
			}
			if !yield(s, err) || err != nil {
				return
			}
		}
	}
}

// Next returns the next segment: a view, valid until the next call. At the end
// it returns io.EOF; a *SyntaxError or an error of the source ends the reading.
func (r *Reader) Next() (*Segment, error) {
	if r.err != nil {
		return nil, r.err
	}
	if r.closing != 0 {
		r.close()
	}
	if err := r.next(); err != nil {
		r.err = err
		return nil, err
	}
	if r.set != nil {
		r.count++
	}
	switch r.seg.key {
	case keyST, keySE, keyGS, keyGE, keyIEA:
		r.envelope()
	}
	return &r.seg, nil
}

const loBits, hiBits = 0x0101010101010101, 0x8080808080808080

// zeroBytes sets the high bit of each byte of x that is zero.
func zeroBytes(x uint64) uint64 { return ^((x&^hiBits + ^uint64(hiBits)) | x | ^uint64(hiBits)) }

// next cuts one segment out of the window.
func (r *Reader) next() error {
	if at := r.start; (r.slow || at >= r.end || r.buf[at]-'A' >= 26 || r.buf[at] == 'I') && (r.slow || !r.quick()) {
		if err := r.seek(); err != nil {
			return err
		}
		if r.isISA {
			return r.cutISA()
		}
	}
	elem, term := r.delims.Element, r.delims.Segment
	elems, terms := uint64(elem)*loBits, uint64(term)*loBits
	comp, structured := uint64(r.delims.Component)*loBits, uint64(0)
	ends := r.ends
	i, n := r.start, 0
	for {
		buf := r.buf[:r.end]
		at := uint32(i - r.start)
		for n+8 < len(ends) {
			b := buf[i:]
			if len(b) < 8 {
				break
			}
			x := binary.LittleEndian.Uint64(b)
			v := x ^ comp
			structured |= (v - loBits) &^ v & hiBits
			m, t := zeroBytes(x^elems), zeroBytes(x^terms)
			if t != 0 {
				m &= t&-t - 1
			}
			for m != 0 {
				ends[n] = at + uint32(bits.TrailingZeros64(m))>>3
				n++
				m &= m - 1
			}
			if t != 0 {
				last := uint32(bits.TrailingZeros64(t)) >> 3
				ends[n] = at + last
				r.seg.comps = structured != 0
				return r.cut(i+int(last), n)
			}
			i += 8
			at += 8
		}
		for ; i < len(buf); i++ {
			structured = 1 // not looked for here
			if c := buf[i]; c == elem || c == term {
				if n >= len(ends) {
					return r.overLimit(n)
				}
				ends[n] = uint32(i - r.start)
				if c == term {
					r.seg.comps = true
					return r.cut(i, n)
				}
				n++
			}
		}
		if r.end-r.start > r.o.MaxSegment {
			return r.overLimit(n)
		}
		old := r.start
		if err := r.fill(); err != nil {
			if err != io.EOF {
				return err
			}
			return r.unterminated(n)
		}
		i -= old - r.start
	}
}

// quick tells whether a plain segment id begins right here, or after the one
// line break that the interchange has after each segment.
func (r *Reader) quick() bool {
	b := r.buf[r.start:r.end]
	if n := len(r.lineBreak); n > 0 && len(b) > n && r.saidBreak && string(b[:n]) == r.lineBreak {
		b = b[n:]
	}
	if len(b) < 4 || b[0]-'A' >= 26 || (b[0] == 'I' && b[1] == 'S' && isaAt(b)) {
		return false
	}
	r.start = r.end - len(b)
	return true
}

// cut makes the segment that ends before window place p, with n separators.
func (r *Reader) cut(p, n int) error {
	if n > r.o.MaxElements || p-r.start > r.o.MaxSegment {
		return r.overLimit(n)
	}
	s := &r.seg
	s.data, s.ends, s.n, s.start = r.buf[r.start:p], r.ends, n, r.start
	s.offset = r.base + int64(r.start)
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
	if r.delims.Segment == '\n' && len(s.data) > 0 && s.data[len(s.data)-1] == '\r' {
		s.data = bytes.TrimRight(s.data, "\r")
		if int(s.ends[n]) > len(s.data) {
			s.ends[n] = uint32(len(s.data))
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
	if d := s.data; len(d) >= 4 {
		switch s.ends[0] {
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
	s.key = KeyOf(string(s.data[:s.ends[0]]))
}

// unterminated makes a segment of what stands before the end of the stream.
func (r *Reader) unterminated(n int) error {
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
	for n > 0 && int(r.ends[n-1]) >= stop-r.start {
		n--
	}
	if n >= len(r.ends) {
		return r.overLimit(n)
	}
	r.ends[n] = uint32(stop - r.start)
	pos := r.coming()
	r.seg.comps = true
	if err := r.cut(stop, n); err != nil {
		return err
	}
	r.endMark(r.buf[stop:r.end])
	r.start = r.end
	pos.Tag = r.seg.Tag()
	r.report(CodeUnterminated, pos, "")
	return nil
}

// overLimit says which limit the segment that has n separators so far is over:
// the one that it crossed first, however much of it has been read.
func (r *Reader) overLimit(n int) error {
	if n > r.o.MaxElements && int(r.ends[r.o.MaxElements]) <= r.o.MaxSegment {
		return r.syntax(CodeTooManyElements, "the segment has more elements than the limit; check the delimiters or raise MaxElements")
	}
	return r.syntax(CodeSegmentTooLong, "the segment is longer than the limit; check the segment terminator or raise MaxSegment")
}

// fill moves what is not yet read to the front of the window and reads on. It
// returns io.EOF when the stream has no more.
func (r *Reader) fill() error {
	if r.srcErr != nil {
		return r.srcErr
	}
	if have := r.end - r.start; have > len(r.buf)/2 {
		next := make([]byte, 2*len(r.buf))
		copy(next, r.buf[r.start:r.end])
		r.base += int64(r.start)
		r.buf, r.start, r.end = next, 0, have
	} else if r.start > 0 { // else bytes that come one by one would be moved each time
		copy(r.buf, r.buf[r.start:r.end])
		r.base += int64(r.start)
		r.start, r.end = 0, have
	}
	r.text, r.sought = "", 0
	for tries := 0; ; tries++ {
		n, err := r.src.Read(r.buf[r.end:])
		if n < 0 || n > len(r.buf)-r.end {
			r.srcErr = errors.New("x12: the source returned an impossible count")
			return r.srcErr
		}
		r.end += n
		r.srcErr = err
		if n > 0 {
			return nil
		}
		if err != nil {
			return err
		}
		if tries == 100 {
			r.srcErr = io.ErrNoProgress
		}
		if r.srcErr != nil {
			return r.srcErr
		}
	}
}

// report tells OnIssue.
func (r *Reader) report(code IssueCode, pos Position, value string) {
	if r.o.OnIssue != nil {
		r.o.OnIssue(NewIssue(code, pos, value))
	}
}

// syntax returns an error at the segment that is being read.
func (r *Reader) syntax(code IssueCode, reason string) error {
	return &SyntaxError{Position: r.coming(), Code: code, Reason: reason}
}
