// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"bytes"
	"errors"
	"io"
	"strconv"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// Envelope is what stands around the remittances of a file.
type Envelope struct {
	Interchange x12.Interchange
	Group       x12.Group // Version is the implementation guide
	Set         x12.Set   // Control is that of the first set; those after it count up
}

// WriterOptions say how to write remittances; the zero value is the default.
type WriterOptions struct {
	X12 x12.WriterOptions
	// Rules that each payment must meet besides the guide; nil for those of
	// NewRuleSet, and NoRules for none. What a remittance adds up to is for a Checker.
	Rules *RuleSet
	// Unchecked writes remittances without validating them, for test harnesses.
	Unchecked bool
	// OnIssue is told of findings that do not stop a payment.
	OnIssue func(x12.Issue)
}

// Writer builds a file of remittances in canonical form: a set for each
// Remittance, its payments under their header numbers, and its summary. It counts
// segments, trims numbers, fills CAS and PLB segments up, and checks each payment
// by the guide, and by rules when they are given, before it stands in the file. A
// payment with errors is refused, and the Writer goes on without it; whether the
// remittance still balances is up to the caller. Header numbers are written as they are given; where there is none,
// the Writer counts.
type Writer struct {
	b     *stream.Builder
	o     WriterOptions
	on    Envelope
	check *Checker // nil when nothing is checked

	state         writerState
	head, fresh   []byte // what the last remittance, and the new one, were written as
	number, newer []byte // and the header number
}

// writerState is what a refused payment puts back.
type writerState struct {
	remittance *Remittance // of the set that is open
	at         At          // of it: a Reader may reuse its memory
	header     *HeaderNumber
	headerAt   At
	headers    int // in the set
}

// RefusedError says why a payment, a remittance or a summary was not written.
type RefusedError struct {
	Issues []x12.Issue // with at least one of severity error
}

// Error names the first finding of severity error, no data of the payment.
func (e *RefusedError) Error() string { return stream.Refusal("remit835", "payment", e.Issues) }

// NewWriter returns a Writer to dst; nil options are the defaults.
func NewWriter(dst io.Writer, env *Envelope, o *WriterOptions) *Writer {
	w := new(Writer)
	if env != nil {
		w.on = *env
	}
	if o != nil {
		w.o = *o
	}
	w.b = stream.NewBuilder(dst, "remit835", w.o.X12)
	if !w.o.Unchecked {
		w.check = newChecker(&CheckerOptions{Rules: w.o.Rules}, w.b.Note)
		w.check.writing = true
	}
	w.on.Set.ID = "835"
	if env == nil {
		w.b.Break(errors.New("remit835: the Envelope is nil; give NewWriter one"))
		return w
	}
	if !IsRemittance(w.on.Group.Version) {
		w.b.Break(errors.New("remit835: Envelope.Group.Version names no guide that remittances can be written by; use " + Guide))
		return w
	}
	w.b.Prepare(stream.Envelope{Interchange: &w.on.Interchange, Group: w.on.Group, Set: w.on.Set, Unchecked: w.o.Unchecked})
	return w
}

// Begin opens a set for a remittance, which may stay without payments. Write and
// WriteSummary call it when they need it.
func (w *Writer) Begin(r *Remittance) error {
	if r == nil {
		return w.try(nil, func() { w.b.Note(noRemittance()) })
	}
	return w.try(misplacedHead(r), func() { w.begin(r) })
}

// Write writes a payment, in a set of its remittance. A remittance is new when
// its ordinals differ from those of the last, or, where one has none, its
// content; and so is a header number. A *RefusedError names what is wrong;
// nothing of the payment is in the file then, and the next can be written. Any
// other error ends the writing.
func (w *Writer) Write(p *ClaimPayment) error {
	if p == nil {
		return errors.New("remit835: the payment is nil; give Write a payment")
	}
	return w.try(misplaced(p), func() {
		w.open(p.Remittance)
		if w.b.Err() != nil || w.b.Failed() {
			return
		}
		from := w.b.X.Hold()
		w.headerNumber(p.Header)
		codec.Write(w.b.C, &paymentLoop, p)
		w.b.Validator(from, "2100")
		if w.check != nil {
			w.check.check(p)
		}
	})
}

// WriteSummary writes the provider adjustments of a remittance, which come after
// its payments.
func (w *Writer) WriteSummary(s *Summary) error {
	if s == nil {
		return errors.New("remit835: the summary is nil; give WriteSummary a summary")
	}
	return w.try(summaryPlaces.Misplaced(s), func() {
		w.open(s.Remittance)
		if w.b.Err() != nil || w.b.Failed() {
			return
		}
		from := w.b.X.Hold()
		codec.Write(w.b.C, &summaryLoop, s)
		w.b.Validator(from, "")
	})
}

// Placement says where the payment that was written last stands.
type Placement struct {
	Interchange string // ISA13
	Group       string // GS06
	Set         string // ST02
}

// Placement returns where the payment that was written last stands.
func (w *Writer) Placement() Placement {
	interchange, group, set := w.b.Controls()
	return Placement{interchange, group, set}
}

// Close ends the set, the group and the interchange. A Writer to which nothing
// was written writes nothing.
func (w *Writer) Close() error { return w.b.Close() }

// try writes a record, or finds all that stops it and puts all back.
func (w *Writer) try(lost []string, put func()) error {
	if err := w.b.Start(); err != nil {
		return err
	}
	before := w.state
	w.fresh, w.newer = w.fresh[:0], w.newer[:0]
	for _, path := range lost {
		w.b.Note(noPlace(path))
	}
	ok, err := w.b.Try(put)
	if err != nil {
		return err
	}
	if !ok {
		w.state = before
		return &RefusedError{Issues: append([]x12.Issue(nil), w.b.Found()...)}
	}
	w.head, w.fresh = stream.Newest(w.head, w.fresh)
	w.number, w.newer = stream.Newest(w.number, w.newer)
	if w.o.OnIssue != nil {
		for _, i := range w.b.Found() {
			w.o.OnIssue(i)
		}
	}
	return nil
}

// open opens a set when the remittance is not that of the set that is open.
func (w *Writer) open(r *Remittance) {
	s := &w.state
	_, inSet := w.b.InSet()
	switch {
	case r == nil && inSet && s.remittance != nil:
	case r == nil:
		w.b.Note(noRemittance())
	case inSet && r == s.remittance && r.At == s.at:
	case inSet && r.At != (At{}) && s.at != (At{}) && r.At == s.at:
	case inSet && (r.At == (At{}) || s.at == (At{})) && bytes.Equal(stream.Written(w.b, &remittanceLoop, r), w.head):
	default:
		w.begin(r)
	}
}

func (w *Writer) begin(r *Remittance) {
	w.b.BeginSet(w.on.Group.Version, w.on.Set.Convention, func() {
		from := w.b.X.Hold()
		codec.Write(w.b.C, &remittanceLoop, r)
		w.fresh = append(w.fresh[:0], w.b.X.Since(from)...)
		w.b.Fail(w.b.X.Release())
	})
	w.b.Whole()
	w.state = writerState{remittance: r, at: r.At}
}

// headerNumber opens a header number when the payment has another than the last.
func (w *Writer) headerNumber(h *HeaderNumber) {
	s := &w.state
	at := At{}
	if h != nil {
		at = h.At
	}
	if s.headers > 0 && (h == nil) == (s.header == nil) {
		switch placed := at != (At{}) && s.headerAt != (At{}); {
		case h == s.header && at == s.headerAt, placed && at == s.headerAt:
			return
		case !placed && bytes.Equal(w.numbered(h, s.headers), w.number):
			return
		}
	}
	s.headers++
	s.header, s.headerAt = h, at
	w.newer = append(w.newer[:0], w.numbered(h, s.headers)...)
	codec.Write(w.b.C, &headerLoop, w.counted(h, s.headers))
}

// counted is a header number with the n-th number when it has none of its own.
func (w *Writer) counted(h *HeaderNumber, n int) *HeaderNumber {
	out := HeaderNumber{}
	if h != nil {
		out = *h
	}
	if out.Number == "" {
		out.Number = strconv.Itoa(n)
	}
	return &out
}

// numbered is what a header number is written as.
func (w *Writer) numbered(h *HeaderNumber, n int) []byte {
	return stream.Written(w.b, &headerLoop, w.counted(h, n))
}
