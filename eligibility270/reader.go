// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"context"
	"io"
	"iter"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// ReaderOptions say how to read inquiries and responses; the zero value is the
// default.
type ReaderOptions struct {
	X12 x12.ReaderOptions
	// MaxRecord is how long a patient or a context may be, in bytes; 0 means
	// DefaultMaxRecord. It bounds the memory that a broken file can take.
	MaxRecord int
	// Reuse makes inquiries, responses and what they point to valid until the next
	// step only; Clone detaches one. It saves most allocations.
	Reuse bool
	// OnIssue is told of each finding as it comes; without it, findings are kept
	// for Issues.
	OnIssue func(x12.Issue)
	// OnSegment sees each segment before it is read.
	OnSegment func(*x12.Segment)
	// Context ends the reading when it is done.
	Context context.Context
}

// DefaultMaxRecord is how long a patient or a context may be, in bytes.
const DefaultMaxRecord = 4 << 20

// Reader streams the patients of a file, of inquiries and of responses. It is
// tolerant: what no field can hold is kept as x12.Raw with a finding, and nothing
// is checked beyond that; see x12.Validate. A Reader is for one pass and one
// goroutine.
type Reader struct {
	s    *stream.Reader
	c    *codec.Codec
	item Item

	asks        bool // the set holds inquiries
	transaction *Transaction
	source      *Source
	receiver    *Receiver
	subscriber  *Member
	dependent   *Member
	inquiry     *Inquiry
	response    *Response
	at          At
	pending     bool // a context that no patient has shown yet
}

// levels of memory: what is made for one of them lives until the next of it.
const (
	transactionLife = iota
	sourceLife
	receiverLife
	subscriberLife
	dependentLife
	levels
)

// NewReader returns a Reader of src; nil options are the defaults.
func NewReader(src io.Reader, o *ReaderOptions) *Reader {
	if o == nil {
		o = new(ReaderOptions)
	}
	r := &Reader{s: stream.NewReader(src, stream.Options(*o), levels)}
	r.c = r.s.C
	return r
}

// Issues returns what the reader found so far: the first thousand findings.
func (r *Reader) Issues() []x12.Issue { return r.s.Issues() }

// Inquiries ranges over the patients of the inquiries of the stream, whatever
// interchanges, groups and sets they stand in; other sets are passed over. A
// non-nil error is the last.
func (r *Reader) Inquiries() iter.Seq2[*Inquiry, error] {
	return stream.Only(r.Items(), func(i *Item) *Inquiry { return i.Inquiry })
}

// Responses ranges over the patients of the responses of the stream. A refusal
// that names no patient, Items shows. A non-nil error is the last.
func (r *Reader) Responses() iter.Seq2[*Response, error] {
	return stream.Only(r.Items(), func(i *Item) *Response { return i.Response })
}

// Items ranges over all there is in the stream, in order. The item is valid
// until the next step. A non-nil error is the last.
func (r *Reader) Items() iter.Seq2[*Item, error] {
	return func(yield func(*Item, error) bool) {
		h := stream.Handler{Package: "eligibility270", Openers: r.openers, Step: r.step, Head: r.head, Record: r.record, Flush: r.context}
		if err := r.s.Run(h, func() bool { return yield(&r.item, nil) }); err != nil {
			yield(nil, err)
		}
	}
}

// step hands out what is the same in every stream.
func (r *Reader) step(s *x12.Step) bool {
	if s.Kind != x12.SegmentStep {
		r.at = atOf(r.s.At())
	}
	r.item = Item{Step: *s, At: r.at}
	return r.s.Emit()
}

// atOf returns what a step stands in.
func atOf(at stream.At) At { return At{Interchange: at.Interchange, Group: at.Group, Set: at.Set} }
