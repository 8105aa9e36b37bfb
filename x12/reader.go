// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"errors"
	"io"
	"iter"
	"math"
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
	// Unwrap takes line breaks inside segments out, as files wrapped to lines of
	// one width have them, and puts back the blanks that were cut off line ends.
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
	index  index  // of the separators in buf
	srcErr error
	err    error

	isaAt int64 // offset of the ISA being read

	delims    Delimiters
	seg       Segment
	ends      [17]uint32 // of an ISA
	lineBreak string     // of the interchange
	breakLen  int        // its length, when nothing of it may be data
	own       []byte     // an unwrapped segment
	ownMarks  []uint32

	ic                  *Interchange
	group               *Group
	set                 *Set
	nIC, nGroup, nSet   int
	count               int // segments since ST, ST = 1
	closing             uint32
	begun, slow         bool // slow: what comes next may be anything
	odd                 bool // slow, or something else that quick does not know
	isISA               bool
	saidBreak, saidGap  bool
	saidWrap, saidEmpty bool
	saidMark            bool

	lineAt int64 // offset of the line being read
	width  int   // of the lines of a wrapped file; 0 when it is not known
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
	r.seg.r = r
	r.slow, r.odd = true, true
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
	if !r.quick() {
		if err := r.careful(); err != nil {
			return nil, err
		}
	}
	if r.set != nil {
		r.count++
	}
	if key := r.seg.key; key < 1<<16 || key == keyIEA {
		switch key {
		case keyST, keySE, keyGS, keyGE, keyIEA:
			r.envelope()
		}
	}
	return &r.seg, nil
}

// errNoSource ends the reading of a Reader that has nothing to read.
var errNoSource = errors.New("x12: the Reader has no source; make it with NewReader, of an io.Reader that is not nil")

// careful is Next for any segment.
func (r *Reader) careful() error {
	if r.src == nil {
		r.err = errNoSource
	}
	if r.err != nil {
		return r.err
	}
	if r.closing != 0 {
		r.close()
	}
	r.err = r.next()
	r.odd = r.slow || r.err != nil || r.unusual()
	if r.breakLen = 0; r.saidBreak && !r.delims.Has('\n') && !r.delims.Has('\r') && (r.lineBreak == "\n" || r.lineBreak == "\r\n") {
		r.breakLen = len(r.lineBreak)
	}
	return r.err
}

// unusual reports whether no segment that is in the index may be cut the quick way:
// it is to be tidied, or may be over a limit.
func (r *Reader) unusual() bool {
	return r.delims.Segment == '\n' || r.o.Unwrap || len(r.index.ends) > r.o.MaxElements || r.index.upTo-r.start > r.o.MaxSegment
}

// next cuts one segment out of the window.
func (r *Reader) next() error {
	if r.slow || !r.atTag() {
		if err := r.seek(); err != nil {
			return err
		}
		if r.isISA {
			return r.cutISA()
		}
		r.index.skipTo(r.start)
	}
	for r.index.term >= len(r.index.terms) {
		if err := r.look(); err != nil {
			if err != io.EOF {
				return err
			}
			return r.unterminated()
		}
	}
	return r.cut(r.index.terms[r.index.term])
}

// look brings more of the stream into the index, none of which ends a segment
// so far.
func (r *Reader) look() error {
	x := &r.index
	if x.upTo == r.end || len(x.ends)-int(x.end) > r.o.MaxElements {
		if n := len(x.ends) - int(x.end); n > r.o.MaxElements || r.end-r.start > r.o.MaxSegment {
			return r.overLimit(n)
		}
		if err := r.fill(); err != nil {
			return err
		}
	}
	x.add(r.buf[:r.end])
	return nil
}

// atTag reports whether a plain segment id begins right here, or after the one
// line break that the interchange has after each segment.
func (r *Reader) atTag() bool {
	b := r.buf[r.start:r.end]
	if len(b) > 0 && b[0]-'A' < 26 && b[0] != 'I' {
		return true
	}
	if n := len(r.lineBreak); n > 0 && len(b) > n && r.saidBreak && string(b[:n]) == r.lineBreak {
		b = b[n:]
	}
	if len(b) < 4 || b[0]-'A' >= 26 || (b[0] == 'I' && b[1] == 'S' && isaAt(b)) {
		return false
	}
	if at := r.end - len(b); at != r.start {
		r.start = at
		r.lineAt = r.Offset()
		r.index.skipTo(at)
	}
	return true
}

// overLimit says which limit the segment that has n separators so far is over:
// the one that it crossed first, however much of it has been read.
func (r *Reader) overLimit(n int) error {
	if n > r.o.MaxElements && int(r.index.ends[int(r.index.end)+r.o.MaxElements])-r.start <= r.o.MaxSegment {
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
	r.index.move(r.start)
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
	r.text = ""
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
