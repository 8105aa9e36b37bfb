// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"errors"
	"io"
	"strconv"

	"github.com/shopspring/decimal"
)

// WriterOptions say how to write; the zero value is the default.
type WriterOptions struct {
	// Delimiters; the zero value means * : ^ ~. BeginInterchange takes those of
	// its Interchange when they are set.
	Delimiters Delimiters
	// LineBreak follows every terminator: "" or "\n" or "\r\n".
	LineBreak string
	// Charset is what text may hold; the zero value is Capitals.
	Charset Charset
	// Fold brings text into the set: letters without accents, plain quotes and
	// hyphens, and the capitals that the set asks for. It is reported, but for the
	// capitals of Words, whose case means nothing.
	Fold bool
	// AsRead writes what was read elsewhere: ISA elements are not padded and
	// text may hold any byte that is no delimiter.
	AsRead bool
	// OnIssue is told of folds and of text that is refused.
	OnIssue func(Issue)
}

// Writer writes segments and envelopes. It counts segments, sets and groups,
// leaves out empty elements at the end of a segment, and refuses text that holds
// a delimiter or a character outside its set: there is no escape in X12.
//
// A segment is built by Begin, then Text and its kin with growing element and
// component numbers, then End. Errors of the destination stay: every later call
// returns them.
type Writer struct {
	w     io.Writer
	o     WriterOptions
	d     Delimiters
	lb    string
	buf   []byte
	class [256]uint8 // 0 = plain text
	holds int
	late  bool // a flush waits for the last Release
	err   error

	oddNumbers bool // a delimiter may stand in a number

	mark    int // where the segment being built begins
	elem    int // element and component that stand at the end of buf
	comp    int
	textErr error

	pos          Position
	ic           *Interchange
	group        *Group
	set          *Set
	counted      int // segments since ST
	sets, groups int
	written      int64
}

// classes of bytes that are not plain text
const (
	classLower     = 1 // a small letter, outside Basic
	classForeign   = 2 // outside the set
	classDelimiter = 3
)

// maxScale is how many digits a number may have before or after the point that
// no digit of it tells; more is refused rather than written out in zeros.
const maxScale = 40

// NewWriter returns a Writer to w; nil options are the defaults. Delimiters that
// cannot be told apart are an error of the first segment.
func NewWriter(w io.Writer, o *WriterOptions) *Writer {
	out := &Writer{w: w, buf: make([]byte, 0, windowSize+4096)}
	if o != nil {
		out.o = *o
	}
	if w == nil {
		out.err = errNoDestination
	}
	d := out.o.Delimiters
	if d == (Delimiters{}) {
		d = DefaultDelimiters()
	}
	if !d.Valid() && !out.o.AsRead {
		out.err = NewIssue(CodeDelimiter, Position{}, "")
	}
	out.shape(d, out.o.LineBreak)
	return out
}

// errNoDestination is the error of a Writer that has nothing to write to.
var errNoDestination = errors.New("x12: the Writer has no destination; make it with NewWriter, to an io.Writer that is not nil")

// unready returns what ended the writing, or why it cannot begin.
func (w *Writer) unready() error {
	if w.err == nil && w.w == nil {
		w.err = errNoDestination
	}
	if w.err == nil && w.d.Segment == 0 {
		w.err = NewIssue(CodeDelimiter, Position{}, "")
	}
	return w.err
}

// shape sets delimiters and line break and what they make of each byte.
func (w *Writer) shape(d Delimiters, lineBreak string) {
	w.d, w.lb = d, lineBreak
	w.oddNumbers = d.Has('-') || d.Has('.')
	for i := range w.class {
		b := byte(i)
		switch {
		case d.Has(b):
			w.class[i] = classDelimiter
		case w.o.AsRead || w.o.Charset.has(b):
			w.class[i] = 0
		case b-'a' < 26:
			w.class[i] = classLower
		default:
			w.class[i] = classForeign
		}
	}
}

// Delimiters returns those in use.
func (w *Writer) Delimiters() Delimiters { return w.d }

// LineBreak returns what follows every terminator.
func (w *Writer) LineBreak() string { return w.lb }

// Begin starts a segment.
func (w *Writer) Begin(tag string) {
	w.mark = len(w.buf)
	w.buf = append(w.buf, tag...)
	w.elem, w.comp, w.textErr = 0, 1, nil
	for i := 0; i < len(tag); i++ {
		if w.class[tag[i]] != 0 {
			w.oddTag(tag)
			return
		}
	}
}

// BeginKey is Begin with the tag packed as KeyOf does.
func (w *Writer) BeginKey(key uint32) {
	w.mark = len(w.buf)
	w.elem, w.comp = 0, 1
	if w.textErr != nil {
		w.textErr = nil
	}
	w.buf = append(w.buf, byte(key), byte(key>>8), byte(key>>16))
	if key < 1<<16 {
		w.buf = w.buf[:len(w.buf)-1]
		if key < 1<<8 {
			w.buf = w.buf[:len(w.buf)-1]
		}
	}
}

// to writes the separators up to component c of element e.
func (w *Writer) to(e, c int) {
	for w.elem < e {
		w.buf = append(w.buf, w.d.Element)
		w.elem++
		w.comp = 1
	}
	for w.comp < c {
		w.buf = append(w.buf, w.d.Component)
		w.comp++
	}
}

// Repeat starts another repetition of the element that was just written. It is
// refused where the interchange has no repetition separator.
func (w *Writer) Repeat() {
	if w.d.Repetition == 0 {
		w.refuse(CodeNoRepetition, w.elem, 0, "")
		return
	}
	w.buf = append(w.buf, w.d.Repetition)
	w.comp = 1
}

// Decimal writes a number of type R; trim drops zeros at the end of its fraction.
func (w *Writer) Decimal(e, c int, d decimal.Decimal, trim bool) {
	if exp := d.Exponent(); exp > maxScale || exp < -maxScale {
		w.refuse(CodeNumberTooLong, e, c, "")
		return
	}
	w.to(e, c)
	from := len(w.buf)
	w.buf = AppendDecimal(w.buf, d, trim)
	w.number(e, c, from)
}

// number refuses what stands from a place on when it holds a delimiter: a
// hyphen and a point may be one.
func (w *Writer) number(e, c, from int) {
	if !w.oddNumbers {
		return
	}
	for _, b := range w.buf[from:] {
		if w.d.Has(b) {
			w.refuse(CodeDelimiterInText, e, c, string(w.buf[from:]))
			return
		}
	}
}

// Int writes a number of type N0.
func (w *Writer) Int(e, c, n int) {
	w.to(e, c)
	from := len(w.buf)
	if uint(n) < 10 {
		w.buf = append(w.buf, byte('0'+n))
	} else {
		w.buf = strconv.AppendInt(w.buf, int64(n), 10)
	}
	w.number(e, c, from)
}

// Date writes CCYYMMDD.
func (w *Writer) Date(e, c int, d Date) {
	w.to(e, c)
	w.buf = AppendDate(w.buf, d)
}

// Period writes CCYYMMDD or CCYYMMDD-CCYYMMDD.
func (w *Writer) Period(e, c int, r DateRange) {
	w.to(e, c)
	from := len(w.buf)
	w.buf = AppendDateRange(w.buf, r)
	w.number(e, c, from)
}

// Time writes a time with the digits it has.
func (w *Writer) Time(e, c int, t Time) {
	w.to(e, c)
	w.buf = AppendTime(w.buf, t)
}

// End ends the segment. A segment with text that was refused is not written,
// and the error names the place.
func (w *Writer) End() error {
	if w.textErr != nil {
		w.buf = w.buf[:w.mark]
		return w.textErr
	}
	if w.err != nil || w.d.Segment == 0 { // keep no more than was kept when it failed
		w.buf = w.buf[:w.mark]
		return w.unready()
	}
	if n := len(w.buf); w.d.Segment == '\n' && n > w.mark && w.buf[n-1] == '\r' {
		w.buf = append(w.buf, w.d.Element) // else it would be taken for a part of the line break
	}
	w.buf = append(w.buf, w.d.Segment)
	if w.lb != "" {
		w.buf = append(w.buf, w.lb...)
	}
	w.counted++
	if len(w.buf) >= windowSize && w.holds == 0 {
		return w.Flush()
	}
	return w.err
}

// Abort takes the segment being built back.
func (w *Writer) Abort() {
	w.buf = w.buf[:w.mark]
	w.textErr = nil
}

// Segment writes a whole segment of simple elements.
func (w *Writer) Segment(tag string, elements ...string) error {
	w.Begin(tag)
	for i, s := range elements {
		w.Text(i+1, 1, s)
	}
	return w.End()
}

// Raw writes a segment that was kept whole.
func (w *Writer) Raw(r Raw) error {
	w.Begin(r.Tag)
	for i, e := range r.Elements {
		for k, rep := range e {
			if k > 0 {
				w.to(i+1, 1)
				w.Repeat()
			}
			for j, s := range rep {
				w.Text(i+1, j+1, s)
			}
		}
	}
	return w.End()
}

// Flush hands what is buffered to the destination; under a Hold, when the hold
// is released.
func (w *Writer) Flush() error {
	if w.err != nil || w.w == nil || len(w.buf) == 0 {
		return w.unready()
	}
	if w.holds > 0 {
		w.late = true
		return nil
	}
	n, err := w.w.Write(w.buf)
	w.written += int64(n)
	if err == nil && n < len(w.buf) {
		err = io.ErrShortWrite
	}
	w.err = err
	w.buf = w.buf[:0]
	return err
}

// Written returns how many bytes the output has so far, buffered ones included.
func (w *Writer) Written() int64 { return w.written + int64(len(w.buf)) }

// Mark is a place of the output that can be gone back to.
type Mark struct {
	at                    int
	counted, sets, groups int
	pos                   Position
	ic                    *Interchange
	group                 *Group
	set                   *Set
}

// Hold keeps what is written from here on in memory, so that Rollback can take
// it back, until Release.
func (w *Writer) Hold() Mark {
	if w.holds == 0 && len(w.buf) >= windowSize {
		w.Flush()
	}
	w.holds++
	return w.at()
}

// at is the place that the output has come to.
func (w *Writer) at() Mark {
	return Mark{len(w.buf), w.counted, w.sets, w.groups, w.pos, w.ic, w.group, w.set}
}

// Since returns the bytes written since the mark, valid until the next call.
func (w *Writer) Since(m Mark) []byte { return w.buf[m.at:] }

// Rollback takes everything since the mark back. The hold stays.
func (w *Writer) Rollback(m Mark) {
	w.buf, w.mark, w.textErr = w.buf[:m.at], m.at, nil
	w.counted, w.sets, w.groups = m.counted, m.sets, m.groups
	w.pos, w.ic, w.group, w.set = m.pos, m.ic, m.group, m.set
}

// Release ends a Hold.
func (w *Writer) Release() error {
	w.holds = max(0, w.holds-1)
	if w.holds == 0 && (w.late || len(w.buf) >= windowSize) {
		w.late = false
		return w.Flush()
	}
	return w.err
}
