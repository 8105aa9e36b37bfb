// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"errors"
	"fmt"
	"io"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// RecodeWriter writes the items of a stream as they were read: envelopes,
// control numbers, HL numbers and the scale of numbers stay; only the counts of
// SE, GE and IEA are made anew, and missing trailers are added.
type RecodeWriter struct {
	s          *stream.Recoder
	source     At // of what stands in the output last
	receiver   At
	subscriber At
}

// NewRecodeWriter returns a RecodeWriter to dst. onIssue, which may be nil, is
// told of every correction.
func NewRecodeWriter(dst io.Writer, onIssue func(x12.Issue)) *RecodeWriter {
	return &RecodeWriter{s: stream.NewRecoder(dst, onIssue)}
}

// Write writes an item. Items come in the order in which a Reader gives them. A
// patient with a field that no segment carries is an x12.Issue as error.
func (w *RecodeWriter) Write(item *Item) error {
	if err := w.s.Ready("eligibility270", item != nil && (item.Kind != x12.RecordStep || item.Inquiry != nil || item.Response != nil)); err != nil {
		return err
	}
	switch item.Kind {
	case x12.ContextStep:
		if err := w.context(item.Source, item.Receiver, item.Subscriber); err != nil {
			return err
		}
		if item.Dependent != nil {
			codec.Write(w.s.C, &dependentResponseLoop, &Response{Dependent: item.Dependent})
		}
	case x12.RecordStep:
		if item.Inquiry != nil {
			return w.inquiry(item.Inquiry)
		}
		return w.response(item.Response)
	case x12.InterchangeBegin, x12.InterchangeEnd, x12.GroupBegin, x12.GroupEnd, x12.SetBegin, x12.SetEnd, x12.SegmentStep:
		err := w.s.Write(&item.Step, stream.At{Interchange: item.At.Interchange, Group: item.At.Group, Set: item.At.Set})
		if err != nil || item.Kind != x12.SetBegin {
			return err
		}
		w.source, w.receiver, w.subscriber = At{}, At{}, At{}
		if item.Transaction != nil {
			codec.WriteIf(w.s.C, &transactionLoop, item.Transaction)
		}
	default:
		return fmt.Errorf("eligibility270: item of unknown kind %d", item.Kind)
	}
	return w.s.C.Fault()
}

func (w *RecodeWriter) inquiry(q *Inquiry) error {
	if lost := q.places().Misplaced(q); lost != nil {
		return noPlace(lost[0])
	}
	if q.Dependent == nil {
		if err := w.context(q.Source, q.Receiver, nil); err != nil {
			return err
		}
		if q.Subscriber != nil {
			w.subscriber = q.Subscriber.At
		}
		codec.Write(w.s.C, &subscriberInquiryLoop, q)
		return w.s.C.Fault()
	}
	if err := w.context(q.Source, q.Receiver, q.Subscriber); err != nil {
		return err
	}
	codec.Write(w.s.C, &dependentInquiryLoop, q)
	return w.s.C.Fault()
}

func (w *RecodeWriter) response(r *Response) error {
	if lost := r.places().Misplaced(r); lost != nil {
		return noPlace(lost[0])
	}
	if r.Dependent == nil {
		if err := w.context(r.Source, r.Receiver, nil); err != nil {
			return err
		}
		if r.Subscriber != nil {
			w.subscriber = r.Subscriber.At
		}
		codec.Write(w.s.C, &subscriberResponseLoop, r)
		return w.s.C.Fault()
	}
	if err := w.context(r.Source, r.Receiver, r.Subscriber); err != nil {
		return err
	}
	codec.Write(w.s.C, &dependentResponseLoop, r)
	return w.s.C.Fault()
}

// context writes the levels that the output does not stand in yet.
func (w *RecodeWriter) context(s *Source, v *Receiver, m *Member) error {
	if s != nil && s.At.Source == 0 || v != nil && v.At.Receiver == 0 || m != nil && m.At.Subscriber == 0 {
		return errors.New("eligibility270: a level without ordinals cannot be recoded; set its At, or use a Writer")
	}
	if s != nil && s.At != w.source {
		w.source, w.receiver, w.subscriber = s.At, At{}, At{}
		codec.Write(w.s.C, &sourceLevelLoop, s)
	}
	if v != nil && v.At != w.receiver {
		w.receiver, w.subscriber = v.At, At{}
		codec.Write(w.s.C, &receiverLevelLoop, v)
	}
	if m != nil && m.At != w.subscriber {
		w.subscriber = m.At
		codec.Write(w.s.C, &subscriberResponseLoop, &Response{Subscriber: m})
	}
	return w.s.C.Fault()
}

// Close hands what is buffered to the destination.
func (w *RecodeWriter) Close() error { return w.s.Close() }
