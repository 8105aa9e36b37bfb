package claim837

import (
	"context"
	"errors"
	"io"
	"iter"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// ReaderOptions say how to read claims; the zero value is the default.
type ReaderOptions struct {
	X12 x12.ReaderOptions
	// MaxRecord is how long a claim or a context may be, in bytes; 0 means
	// DefaultMaxRecord. It bounds the memory that a broken file can take.
	MaxRecord int
	// Reuse makes claims and their contexts valid until the next step only;
	// Clone detaches one. It saves most allocations.
	Reuse bool
	// OnIssue is told of each finding as it comes; without it, findings are kept
	// for Issues.
	OnIssue func(x12.Issue)
	// OnSegment sees each segment before it is read.
	OnSegment func(*x12.Segment)
	// Context ends the reading when it is done.
	Context context.Context
}

// DefaultMaxRecord is how long a claim or a context may be, in bytes.
const DefaultMaxRecord = 4 << 20

// Reader streams the claims of a file. It is tolerant: what no field can hold is
// kept as x12.Raw with a finding, and nothing is judged beyond that; see
// x12.Validate and Judge. A Reader is for one pass and one goroutine.
type Reader struct {
	o      ReaderOptions
	x      *x12.Reader
	c      *codec.Codec
	issues x12.IssueList
	item   Item

	billing    *BillingProvider
	subscriber *Subscriber
	patient    *Patient
	submission *Submission
	claim      *Claim
	at         At
	pending    bool // a context that no claim has shown yet
	lives      [levels]*codec.Life
	renewed    int64 // offset
	started    bool
}

// levels of memory: what is made for one of them lives until the next of it.
const (
	submissionLife = iota
	billingLife
	subscriberLife
	patientLife
	claimLife
	levels
)

// NewReader returns a Reader of src; nil options are the defaults.
func NewReader(src io.Reader, o *ReaderOptions) *Reader {
	r := &Reader{}
	if o != nil {
		r.o = *o
	}
	if r.o.MaxRecord <= 0 {
		r.o.MaxRecord = DefaultMaxRecord
	}
	xo := r.o.X12
	xo.OnIssue = r.report
	r.x = x12.NewReader(src, &xo)
	r.c = codec.NewReader(r.x, r.report)
	r.c.OnSegment(r.o.OnSegment)
	for i := range r.lives {
		if i == 0 || r.o.Reuse {
			r.lives[i] = &codec.Life{Reuse: r.o.Reuse}
		} else {
			r.lives[i] = r.lives[0]
		}
	}
	return r
}

// Issues returns what the reader found so far: the first thousand findings.
func (r *Reader) Issues() []x12.Issue { return r.issues.Kept() }

func (r *Reader) report(i x12.Issue) {
	if f := r.o.X12.OnIssue; f != nil {
		f(i)
	}
	if r.o.OnIssue != nil {
		r.o.OnIssue(i)
		return
	}
	r.issues.Add(i)
}

// Claims ranges over the claims of the stream, whatever interchanges, groups and
// sets they stand in; other sets are passed over. A non-nil error is the last.
func (r *Reader) Claims() iter.Seq2[*Claim, error] {
	return func(yield func(*Claim, error) bool) {
		for item, err := range r.Items() {
			if err != nil {
				yield(nil, err)
				return
			}
			if item.Kind == ClaimItem && !yield(item.Claim, nil) {
				return
			}
		}
	}
}

// Items ranges over all there is in the stream, in order. The item is valid
// until the next step. A non-nil error is the last.
func (r *Reader) Items() iter.Seq2[*Item, error] {
	return func(yield func(*Item, error) bool) {
		done := false
		emit := func() bool {
			if !done && r.o.Context != nil && r.o.Context.Err() != nil {
				done = true
				yield(nil, r.o.Context.Err())
			}
			done = done || !yield(&r.item, nil)
			return !done
		}
		if r.started {
			yield(nil, errors.New("claim837: a Reader reads its stream once"))
			return
		}
		r.started = true
		r.c.Next()
		r.stream(emit)
		if !done && r.c.Err() != nil {
			yield(nil, r.c.Err())
		}
	}
}

// stream reads interchanges and groups down to their sets.
func (r *Reader) stream(emit func() bool) {
	open := frames{r: r, emit: emit}
	for r.c.Tag() != 0 {
		s := r.c.Segment()
		if !open.frame() {
			return
		}
		switch r.c.Tag() {
		case codec.ST:
			if !r.set(emit) {
				return
			}
			continue
		case codec.ISA, codec.GS:
			if open.began {
				r.c.Next()
				continue
			}
			r.item = Item{Kind: SegmentItem, At: r.at, Position: s.Position(), Raw: s.Raw()} // data of that name
			if !emit() {
				return
			}
		case codec.GE, codec.IEA:
			raw := s.Raw()
			if !open.trailer(r.c.Tag(), &raw) {
				return
			}
		default:
			r.item = Item{Kind: SegmentItem, Position: s.Position(), Raw: s.Raw()}
			if !emit() {
				return
			}
		}
		r.c.Next()
	}
	open.end()
}

// frames makes items of interchanges and groups as they begin and end.
type frames struct {
	r     *Reader
	emit  func() bool
	ic    *x12.Interchange
	group *x12.Group
	began bool // with the current segment
}

// frame begins and ends what the current segment shows.
func (f *frames) frame() bool {
	x := f.r.x
	f.began = false
	if x.Interchange() != f.ic {
		if !f.end() {
			return false
		}
		if f.ic = x.Interchange(); f.ic != nil {
			f.began = !f.ic.Fragment
			f.r.at = At{Interchange: f.r.at.Interchange + 1}
			f.r.item = Item{Kind: InterchangeBegin, Interchange: f.ic}
			if !f.send() {
				return false
			}
		}
	}
	if x.Group() != f.group {
		if !f.endGroup(nil) {
			return false
		}
		if f.group = x.Group(); f.group != nil {
			f.began = true
			f.r.at = At{Interchange: f.r.at.Interchange, Group: f.r.at.Group + 1}
			f.r.item = Item{Kind: GroupBegin, Group: f.group}
			return f.send()
		}
	}
	return true
}

// trailer ends the group or the interchange with what was read.
func (f *frames) trailer(t codec.Tag, raw *x12.Raw) bool {
	if t == codec.GE && f.group != nil {
		return f.endGroup(raw)
	}
	if t == codec.IEA && f.ic != nil && !f.ic.Fragment {
		if !f.endGroup(nil) {
			return false
		}
		f.r.item = Item{Kind: InterchangeEnd, Trailer: raw}
		f.ic = nil
		return f.send()
	}
	f.r.item = Item{Kind: SegmentItem, Raw: *raw}
	return f.send()
}

func (f *frames) endGroup(raw *x12.Raw) bool {
	if f.group == nil {
		return true
	}
	f.group = nil
	f.r.item = Item{Kind: GroupEnd, Trailer: raw}
	return f.send()
}

// end ends what is open without a trailer.
func (f *frames) end() bool {
	if !f.endGroup(nil) {
		return false
	}
	if f.ic == nil {
		return true
	}
	f.ic = nil
	f.r.item = Item{Kind: InterchangeEnd}
	return f.send()
}

func (f *frames) send() bool {
	f.r.item.At = f.r.at
	return f.emit()
}
