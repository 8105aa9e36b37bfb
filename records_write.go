// SPDX-License-Identifier: Apache-2.0

package claimwire

import (
	"bufio"
	"errors"
	"io"
	"slices"
	"strconv"

	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// RecordWriter writes the items of a file as JSON records, for programs that read
// them for another purpose, too. ToJSON does all of it.
type RecordWriter struct {
	w    *bufio.Writer
	file string
	buf  []byte

	interchange, group, set level
	recordings              map[family]recording
	by                      recording // of the set; nil when no package reads it
	closing                 string    // what ends the record that is open; empty when none is
	any                     bool      // the array of segments that is open has one
}

// recording makes records of the items of a package.
type recording interface {
	// record takes the items of the package, from the beginning of a set to its
	// end, where it writes what comes before a trailer.
	record(*RecordWriter, *Item) error
	// show writes a record of a set that no record shows yet.
	show(*RecordWriter) error
}

// level is an interchange, a group or a set that is open.
type level struct {
	n     int  // ordinal in its parent
	in    bool // it is open
	shown bool // a record has it whole
	value any
	below int // how many were in it
}

// NewRecordWriter returns a RecordWriter to dst. Records call the file source.
func NewRecordWriter(dst io.Writer, source string) *RecordWriter {
	r := &RecordWriter{file: source, recordings: map[family]recording{}}
	if dst == nil {
		return r
	}
	r.w = bufio.NewWriterSize(dst, 64<<10)
	for _, f := range families {
		r.recordings[f] = f.recording()
	}
	return r
}

// errNoRecords is the error of a RecordWriter that has nothing to write to.
var errNoRecords = errors.New("claimwire: the RecordWriter has no destination; make it with NewRecordWriter, to an io.Writer that is not nil")

// Write writes the records that an item asks for. Items come in the order in which a
// Reader gives them.
func (r *RecordWriter) Write(it *Item) error {
	switch {
	case r == nil || r.w == nil:
		return errNoRecords
	case it == nil:
		return errors.New("claimwire: the item is nil; write what a Reader gave")
	}
	if !r.fits(it) {
		return errors.New("claimwire: the item does not follow from those before it; write what a Reader gave, in its order")
	}
	return r.item(it)
}

// fits reports whether an item has what its kind says, and can stand where it comes.
func (r *RecordWriter) fits(it *Item) bool {
	switch it.Kind {
	case x12.InterchangeBegin:
		return it.Interchange != nil
	case x12.InterchangeEnd:
		return r.interchange.in
	case x12.GroupBegin:
		return it.Group != nil
	case x12.GroupEnd:
		return r.group.in
	case x12.SetBegin:
		return it.Set != nil
	case x12.SetEnd:
		return r.set.in && (r.by == nil || it.of() != nil)
	case x12.SegmentStep:
		return true
	}
	return r.set.in && r.by != nil && it.of() != nil && r.by == r.recordings[it.of()]
}

// Close ends the record that is open, and hands what is buffered to the destination.
func (r *RecordWriter) Close() error {
	if r == nil || r.w == nil {
		return errNoRecords
	}
	return errors.Join(r.close(), r.w.Flush())
}

// segmentsEnd ends a record of segments.
const segmentsEnd = "]}\n"

// item writes the records that an item asks for.
func (r *RecordWriter) item(it *Item) error {
	if it.Kind != x12.SegmentStep && it.Kind != x12.SetEnd {
		if err := r.close(); err != nil {
			return err
		}
	}
	switch it.Kind {
	case x12.InterchangeBegin:
		r.interchange = level{n: r.interchange.n + 1, in: true, value: it.Interchange}
		r.group, r.set = level{}, level{}
	case x12.GroupBegin:
		r.interchange.below++
		r.group = level{n: r.group.n + 1, in: true, value: it.Group}
		r.set = level{}
	case x12.SetBegin:
		r.group.below++
		r.set = level{n: r.set.n + 1, in: true, value: it.Set}
		if it.of() == nil {
			r.by = nil
			return r.segment(header(it.Set))
		}
		r.by = r.recordings[it.of()]
		return r.by.record(r, it)
	case x12.SegmentStep:
		if r.set.in && r.by != nil && !r.set.shown {
			if err := r.by.show(r); err != nil {
				return err
			}
		}
		return r.segment(it.Raw)
	case x12.SetEnd:
		return r.endSet(it)
	case x12.GroupEnd:
		return r.endGroup(it)
	case x12.InterchangeEnd:
		return r.endInterchange(it)
	default:
		return r.by.record(r, it)
	}
	return nil
}

// header is the ST of a set.
func header(s *x12.Set) x12.Raw {
	return plain("ST", append([]string{s.ID, s.Control, s.Convention}, s.Extra...)...)
}

// plain is a segment of simple elements, without empty ones at its end.
func plain(tag string, elements ...string) x12.Raw {
	for len(elements) > 0 && elements[len(elements)-1] == "" {
		elements = elements[:len(elements)-1]
	}
	raw := x12.Raw{Tag: tag}
	for _, e := range elements {
		raw.Elements = append(raw.Elements, x12.RawElement{{e}})
	}
	return raw
}

// context writes a "set" record; a nil context has none.
func (r *RecordWriter) context(at, context any) error {
	r.begin("set", at)
	if context == nil {
		return r.endRecord()
	}
	r.key("context")
	return r.end(context)
}

// segment writes a segment into the array of a "segments" record.
func (r *RecordWriter) segment(raw x12.Raw) error {
	if r.closing != segmentsEnd {
		if err := r.close(); err != nil {
			return err
		}
		r.begin("segments", nil)
		r.key("segments")
		r.buf = append(r.buf, '[')
		r.closing, r.any = segmentsEnd, false
	}
	if r.any {
		r.buf = append(r.buf, ',')
	}
	r.any = true
	var err error
	if r.buf, err = raw.AppendSegment(r.buf); err != nil {
		return err
	}
	return r.flush()
}

func (r *RecordWriter) endSet(it *Item) error {
	if r.by == nil {
		if it.Trailer != nil {
			if err := r.segment(*it.Trailer); err != nil {
				return err
			}
		}
		r.set.in = false
		return r.close()
	}
	err := r.by.record(r, it)
	if err == nil {
		err = r.close()
	}
	if err != nil {
		return err
	}
	control := r.set.value.(*x12.Set).Control
	err = r.trailer("set", it.Trailer, plain("SE", strconv.Itoa(it.Position.Segment), control))
	r.set.in = false
	return err
}

func (r *RecordWriter) endGroup(it *Item) error {
	if !r.group.shown {
		if err := r.context(nil, nil); err != nil {
			return err
		}
	}
	control := r.group.value.(*x12.Group).Control
	err := r.trailer("group", it.Trailer, plain("GE", strconv.Itoa(r.group.below), control))
	r.group.in = false
	return err
}

func (r *RecordWriter) endInterchange(it *Item) error {
	if !r.interchange.shown {
		if err := r.context(nil, nil); err != nil {
			return err
		}
	}
	ic := r.interchange.value.(*x12.Interchange)
	var err error
	if !ic.Fragment {
		err = r.trailer("interchange", it.Trailer, plain("IEA", strconv.Itoa(r.interchange.below), ic.Control))
	}
	r.interchange.in = false
	return err
}

// trailer writes a record for a trailer that is not what its header implies.
func (r *RecordWriter) trailer(of string, read *x12.Raw, implied x12.Raw) error {
	if read != nil && slices.EqualFunc(read.Elements, implied.Elements, sameElement) {
		return nil
	}
	r.begin("trailer", nil)
	r.buf = append(jsonx.AppendString(append(r.buf, `,"of":`...), of), `,"trailer":`...)
	if read == nil {
		r.buf = append(r.buf, "null"...)
		return r.endRecord()
	}
	var err error
	if r.buf, err = read.AppendSegment(r.buf); err != nil {
		return err
	}
	return r.endRecord()
}

func sameElement(a, b x12.RawElement) bool {
	return slices.EqualFunc(a, b, slices.Equal[[]string])
}

// begin starts a record with its common keys; a nil at is that of the set.
func (r *RecordWriter) begin(kind string, at any) {
	if at == nil {
		place := stream.At{Interchange: r.interchange.n}
		if r.group.in {
			place.Group = r.group.n
		}
		if r.set.in {
			place.Set = r.set.n
		}
		at = place
	}
	b := append(r.buf[:0], `{"type":`...)
	b = append(jsonx.AppendString(b, kind), `,"file":`...)
	b = append(jsonx.AppendString(b, r.file), `,"at":`...)
	b, _ = jsonx.Append(b, at) // numbers always have a JSON
	b = r.interchange.append(append(b, `,"interchange":`...))
	b = r.group.append(append(b, `,"group":`...))
	r.buf = r.set.append(append(b, `,"set":`...))
}

// key goes on with a key of the record.
func (r *RecordWriter) key(name string) {
	r.buf = append(append(append(r.buf, `,"`...), name...), `":`...)
}

// append appends the level whole, as a reference, or null.
func (l *level) append(dst []byte) []byte {
	switch {
	case !l.in:
		return append(dst, "null"...)
	case l.shown:
		dst = strconv.AppendInt(append(dst, `{"ref":`...), int64(l.n), 10)
		return append(dst, '}')
	}
	l.shown = true
	dst, _ = jsonx.Append(dst, l.value) // texts always have a JSON
	return dst
}

// value writes a value of the record.
func (r *RecordWriter) value(v any) error {
	var err error
	r.buf, err = jsonx.Append(r.buf, v)
	return err
}

// end writes the last value of a record and ends it.
func (r *RecordWriter) end(v any) error {
	if err := r.value(v); err != nil {
		return err
	}
	return r.endRecord()
}

func (r *RecordWriter) endRecord() error {
	r.buf = append(r.buf, "}\n"...)
	return r.flush()
}

// flush hands over what the record is so far.
func (r *RecordWriter) flush() error {
	_, err := r.w.Write(r.buf)
	r.buf = r.buf[:0]
	return err
}

// close ends the record that is open.
func (r *RecordWriter) close() error {
	if r.closing == "" {
		return nil
	}
	_, err := r.w.WriteString(r.closing)
	r.closing = ""
	return err
}
