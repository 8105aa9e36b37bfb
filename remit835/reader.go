// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"context"
	"io"
	"iter"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// ReaderOptions say how to read remittances; the zero value is the default.
type ReaderOptions struct {
	X12 x12.ReaderOptions
	// MaxRecord is how long a claim payment, the head of a remittance or its
	// summary may be, in bytes; 0 means DefaultMaxRecord. It bounds the memory
	// that a broken file can take.
	MaxRecord int
	// Reuse makes payments and what they point to valid until the next step only;
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

// DefaultMaxRecord is how long a claim payment may be, in bytes.
const DefaultMaxRecord = 4 << 20

// Reader streams the claim payments of a file, in constant memory whatever the
// size of a remittance is. It is tolerant: what no field can hold is kept as
// x12.Raw with a finding, and nothing is checked beyond that; see x12.Validate. A
// Reader is for one pass and one goroutine.
type Reader struct {
	s    *stream.Reader
	c    *codec.Codec
	item Item

	remittance *Remittance
	header     *HeaderNumber
	payment    *ClaimPayment
	at         At
	payments   int  // in the set
	pending    bool // a header that no payment has shown yet
}

// levels of memory: what is made for one of them lives until the next of it.
const (
	remittanceLife = iota
	headerLife
	paymentLife
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

// Payments ranges over the claim payments of the stream, whatever interchanges,
// groups and sets they stand in; other sets are passed over. What stands in no
// payment, such as provider adjustments, Items shows. A non-nil error is the
// last.
func (r *Reader) Payments() iter.Seq2[*ClaimPayment, error] {
	return stream.Only(r.Items(), func(i *Item) *ClaimPayment { return i.Payment })
}

// Items ranges over all there is in the stream, in order. The item is valid
// until the next step. A non-nil error is the last.
func (r *Reader) Items() iter.Seq2[*Item, error] {
	return func(yield func(*Item, error) bool) {
		h := stream.Handler{Package: "remit835", Openers: r.openers, Step: r.step, Head: r.head, Record: r.record, Flush: r.flush}
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
	switch s.Kind {
	case x12.SegmentStep:
		r.item.Remittance, r.item.Header = r.remittance, r.header
	case x12.SetEnd:
		r.item.Remittance = r.remittance
		r.remittance, r.header = nil, nil
	}
	return r.s.Emit()
}

// openers tells what opens the records of a remittance.
func (r *Reader) openers(set *x12.Set, group *x12.Group) []codec.Opener {
	r.remittance, r.header, r.payments, r.pending = nil, nil, 0, false
	if set.ID != "835" || !IsRemittance(set.Guide(group)) {
		return nil
	}
	return []codec.Opener{{Tag: codec.CLP}, {Tag: codec.LX}, {Tag: codec.PLB}}
}

// head reads what stands before the first header number.
func (r *Reader) head(s *x12.Step) bool {
	r.at = atOf(r.s.At())
	r.s.Enter(remittanceLife)
	r.remittance = codec.New[Remittance](r.c)
	r.remittance.At = r.at
	codec.Read(r.c, &remittanceLoop, r.remittance)
	r.item = Item{Step: *s, At: r.at, Remittance: r.remittance}
	return r.s.Emit()
}

// record reads a claim payment, a header number or a summary.
func (r *Reader) record() (opens, goOn bool) {
	switch r.c.Tag() {
	case codec.CLP:
		return true, r.readPayment()
	case codec.LX:
		return true, r.readHeader()
	case codec.PLB:
		return true, r.readSummary()
	}
	return false, true
}

func (r *Reader) readPayment() bool {
	r.s.Enter(paymentLife)
	p := r.payment
	if p == nil || !r.s.Reuse() {
		p = new(ClaimPayment)
		r.payment = p
	}
	r.payments++
	at := r.at
	at.Payment = r.payments
	*p = ClaimPayment{At: at, Remittance: r.remittance, Header: r.header}
	pos := r.c.Segment().Position()
	codec.Read(r.c, &paymentLoop, p)
	r.pending = false
	r.item = Item{Step: x12.Step{Kind: x12.RecordStep, Position: pos}, At: at, Remittance: r.remittance, Header: r.header, Payment: p}
	return r.s.Emit()
}

func (r *Reader) readHeader() bool {
	if !r.flush() {
		return false
	}
	r.s.Enter(headerLife)
	r.at.Header++
	r.header = codec.New[HeaderNumber](r.c)
	r.header.At = r.at
	codec.Read(r.c, &headerLoop, r.header)
	r.pending = true
	return true
}

// flush hands a header number out that has no claim.
func (r *Reader) flush() bool {
	if !r.pending {
		return true
	}
	r.pending = false
	r.item = Item{Step: x12.Step{Kind: x12.ContextStep}, At: r.at, Remittance: r.remittance, Header: r.header}
	return r.s.Emit()
}

func (r *Reader) readSummary() bool {
	if !r.flush() {
		return false
	}
	r.s.Enter(paymentLife)
	s := codec.New[Summary](r.c)
	s.At, s.Remittance = At{Interchange: r.at.Interchange, Group: r.at.Group, Set: r.at.Set}, r.remittance
	pos := r.c.Segment().Position()
	codec.Read(r.c, &summaryLoop, s)
	r.item = Item{Step: x12.Step{Kind: x12.SummaryStep, Position: pos}, At: s.At, Remittance: r.remittance, Summary: s}
	return r.s.Emit()
}

// atOf returns what a step stands in.
func atOf(at stream.At) At { return At{Interchange: at.Interchange, Group: at.Group, Set: at.Set} }
