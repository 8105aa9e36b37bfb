// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"errors"
	"fmt"
	"io"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// RecodeWriter writes the items of a stream as they were read: envelopes,
// control numbers, HL and LX numbers and the scale of numbers stay; only the
// counts of SE, GE and IEA are made anew, and missing trailers are added.
type RecodeWriter struct {
	s    *stream.Recoder
	last At // the contexts that stand in the output
}

// NewRecodeWriter returns a RecodeWriter to dst. onIssue, which may be nil, is
// told of every correction.
func NewRecodeWriter(dst io.Writer, onIssue func(x12.Issue)) *RecodeWriter {
	return &RecodeWriter{s: stream.NewRecoder(dst, onIssue)}
}

// Write writes an item. Items come in the order in which a Reader gives them. A
// claim with a field that no segment carries is an x12.Issue as error.
func (w *RecodeWriter) Write(item *Item) error {
	if err := w.s.Ready("claim837", item != nil && (item.Kind != x12.RecordStep || item.Claim != nil)); err != nil {
		return err
	}
	if item.Kind == x12.RecordStep {
		if lost := item.Claim.misplaced(); lost != nil {
			return issue(CodeNoPlace, lost[0], "")
		}
	}
	if b, s, p := itemContexts(item); b != nil && b.At.Billing == 0 || s != nil && s.At.Subscriber == 0 || p != nil && p.At.Patient == 0 {
		return errors.New("claim837: a context without ordinals cannot be recoded; set its At, or use a Writer")
	}
	return w.write(item)
}

// itemContexts returns what a claim or a context stands in.
func itemContexts(item *Item) (*BillingProvider, *Subscriber, *Patient) {
	switch item.Kind {
	case x12.ContextStep:
		return item.BillingProvider, item.Subscriber, item.Patient
	case x12.RecordStep:
		return item.Claim.BillingProvider, item.Claim.Subscriber, item.Claim.Patient
	}
	return nil, nil, nil
}

func (w *RecodeWriter) write(item *Item) error {
	switch item.Kind {
	case x12.ContextStep:
		w.contexts(item.BillingProvider, item.Subscriber, item.Patient)
	case x12.RecordStep:
		c := item.Claim
		loop := c.Kind.claimLoop()
		if loop == nil {
			return fmt.Errorf("claim837: a claim of kind %q cannot be written", c.Kind)
		}
		w.contexts(c.BillingProvider, c.Subscriber, c.Patient)
		codec.Write(w.s.C, loop, c)
	default:
		if item.Kind < x12.InterchangeBegin || item.Kind > x12.SegmentStep {
			return fmt.Errorf("claim837: item of unknown kind %d", item.Kind)
		}
		err := w.s.Write(&item.Step, stream.At{Interchange: item.At.Interchange, Group: item.At.Group, Set: item.At.Set})
		if err != nil || item.Kind != x12.SetBegin {
			return err
		}
		w.last = At{}
		if item.Submission != nil {
			codec.WriteIf(w.s.C, &submissionLoop, item.Submission)
		}
	}
	return w.s.C.Fault()
}

// contexts writes what the claim stands in and the output does not stand in yet.
func (w *RecodeWriter) contexts(b *BillingProvider, s *Subscriber, p *Patient) {
	if b != nil && b.At != w.last {
		if b.At.Billing != w.last.Billing {
			codec.Write(w.s.C, &billingLevelLoop, b)
			w.last = b.At
		}
	}
	if s != nil && (s.At.Billing != w.last.Billing || s.At.Subscriber != w.last.Subscriber) {
		codec.Write(w.s.C, &subscriberLevelLoop, s)
		w.last = s.At
	}
	if p != nil && p.At != w.last {
		codec.Write(w.s.C, &patientLevelLoop, p)
		w.last = p.At
	}
}

// Close hands what is buffered to the destination.
func (w *RecodeWriter) Close() error { return w.s.Close() }
