package main

import (
	"bufio"
	"slices"
	"strconv"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// recorder writes the items of a file as records.
type recorder struct {
	w    *bufio.Writer
	file string
	buf  []byte

	interchange, group, set level
	submission              *claim837.Submission
	typed                   bool
	open                    bool // an array of segments is being written
	any                     bool // it has one
}

// level is an interchange, a group or a set that is open.
type level struct {
	n     int  // ordinal in its parent
	in    bool // it is open
	shown bool // a record has it whole
	value any
	below int // how many were in it
}

// around is what a record has of those around claims.
type around struct {
	Submission      *claim837.Submission
	BillingProvider *claim837.BillingProvider
	Subscriber      *claim837.Subscriber
	Patient         *claim837.Patient
}

func newRecorder(w *bufio.Writer, file string) *recorder { return &recorder{w: w, file: file} }

// item writes the records that an item asks for.
func (r *recorder) item(item *claim837.Item) error {
	if item.Kind != claim837.SegmentItem && !(item.Kind == claim837.SetEnd && !r.typed) {
		if err := r.endSegments(); err != nil {
			return err
		}
	}
	switch item.Kind {
	case claim837.InterchangeBegin:
		r.interchange = level{n: r.interchange.n + 1, in: true, value: item.Interchange}
		r.group, r.set = level{}, level{}
	case claim837.GroupBegin:
		r.interchange.below++
		r.group = level{n: r.group.n + 1, in: true, value: item.Group}
		r.set = level{}
	case claim837.SetBegin:
		r.group.below++
		r.set = level{n: r.set.n + 1, in: true, value: item.Set}
		r.submission, r.typed = item.Submission, item.Typed
		if !r.typed {
			return r.segment(header(item.Set))
		}
	case claim837.ClaimItem:
		r.begin(item.Claim.Kind.String(), &item.At)
		r.buf = append(r.buf, `,"claim":`...)
		return r.end(item.Claim)
	case claim837.ContextOnly:
		return r.context(&item.At, around{item.Submission, item.BillingProvider, item.Subscriber, item.Patient})
	case claim837.SegmentItem:
		if r.set.in && r.typed && !r.set.shown {
			if err := r.context(nil, around{Submission: r.submission}); err != nil {
				return err
			}
		}
		return r.segment(item.Raw)
	case claim837.SetEnd:
		return r.endSet(item)
	case claim837.GroupEnd:
		return r.endGroup(item)
	case claim837.InterchangeEnd:
		return r.endInterchange(item)
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

// context writes a "set" record.
func (r *recorder) context(at *claim837.At, c around) error {
	r.begin("set", at)
	if c == (around{}) {
		return r.endRecord()
	}
	r.buf = append(r.buf, `,"context":`...)
	return r.end(c)
}

// segment writes a segment into the array of a "segments" record.
func (r *recorder) segment(raw x12.Raw) error {
	if !r.open {
		r.begin("segments", nil)
		r.buf = append(r.buf, `,"segments":[`...)
		r.open, r.any = true, false
	}
	if r.any {
		r.buf = append(r.buf, ',')
	}
	r.any = true
	var err error
	if r.buf, err = raw.AppendSegment(r.buf); err != nil {
		return err
	}
	_, err = r.w.Write(r.buf)
	r.buf = r.buf[:0]
	return err
}

// endSegments ends the array of segments that is being written.
func (r *recorder) endSegments() error {
	if !r.open {
		return nil
	}
	r.open = false
	_, err := r.w.WriteString("]}\n")
	return err
}

func (r *recorder) endSet(item *claim837.Item) error {
	if !r.typed {
		if item.Trailer != nil {
			if err := r.segment(*item.Trailer); err != nil {
				return err
			}
		}
		r.set.in = false
		return r.endSegments()
	}
	if !r.set.shown {
		if err := r.context(nil, around{Submission: r.submission}); err != nil {
			return err
		}
	}
	control := r.set.value.(*x12.Set).Control
	err := r.trailer("set", item.Trailer, plain("SE", strconv.Itoa(item.Position.Segment), control))
	r.set.in = false
	return err
}

func (r *recorder) endGroup(item *claim837.Item) error {
	if !r.group.shown {
		if err := r.context(nil, around{}); err != nil {
			return err
		}
	}
	control := r.group.value.(*x12.Group).Control
	err := r.trailer("group", item.Trailer, plain("GE", strconv.Itoa(r.group.below), control))
	r.group.in = false
	return err
}

func (r *recorder) endInterchange(item *claim837.Item) error {
	if !r.interchange.shown {
		if err := r.context(nil, around{}); err != nil {
			return err
		}
	}
	ic := r.interchange.value.(*x12.Interchange)
	var err error
	if !ic.Fragment {
		err = r.trailer("interchange", item.Trailer, plain("IEA", strconv.Itoa(r.interchange.below), ic.Control))
	}
	r.interchange.in = false
	return err
}

// trailer writes a record for a trailer that is not what its header implies.
func (r *recorder) trailer(of string, read *x12.Raw, implied x12.Raw) error {
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
func (r *recorder) begin(kind string, at *claim837.At) {
	if at == nil {
		at = &claim837.At{Interchange: r.interchange.n}
		if r.group.in {
			at.Group = r.group.n
		}
		if r.set.in {
			at.Set = r.set.n
		}
	}
	b := append(r.buf[:0], `{"type":`...)
	b = append(jsonx.AppendString(b, kind), `,"file":`...)
	b = append(jsonx.AppendString(b, r.file), `,"at":`...)
	b, _ = jsonx.Append(b, *at) // numbers always have a JSON
	b = r.interchange.append(append(b, `,"interchange":`...))
	b = r.group.append(append(b, `,"group":`...))
	r.buf = r.set.append(append(b, `,"set":`...))
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

// end writes the last value of a record and ends it.
func (r *recorder) end(v any) error {
	var err error
	r.buf, err = jsonx.Append(r.buf, v)
	if err != nil {
		return err
	}
	return r.endRecord()
}

func (r *recorder) endRecord() error {
	r.buf = append(r.buf, "}\n"...)
	_, err := r.w.Write(r.buf)
	r.buf = r.buf[:0]
	return err
}

// close ends what an error left open.
func (r *recorder) close() error { return r.endSegments() }
