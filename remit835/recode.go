// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"errors"
	"fmt"
	"io"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// RecodeWriter writes the items of a stream as they were read: envelopes,
// control numbers, header numbers, the segments that adjustments stood in and
// the scale of numbers stay; only the counts of SE, GE and IEA are made anew,
// and missing trailers are added.
type RecodeWriter struct {
	s      *stream.Recoder
	header At // of the header number that stands in the output last
}

// NewRecodeWriter returns a RecodeWriter to dst. onIssue, which may be nil, is
// told of every correction.
func NewRecodeWriter(dst io.Writer, onIssue func(x12.Issue)) *RecodeWriter {
	return &RecodeWriter{s: stream.NewRecoder(dst, onIssue)}
}

// Write writes an item. Items come in the order in which a Reader gives them. A
// payment with a field that no segment carries is an x12.Issue as error.
func (w *RecodeWriter) Write(item *Item) error {
	if err := w.s.Ready("remit835", item != nil && (item.Kind != x12.RecordStep || item.Payment != nil) && (item.Kind != x12.SummaryStep || item.Summary != nil)); err != nil {
		return err
	}
	switch item.Kind {
	case x12.ContextStep:
		if err := w.headerNumber(item.Header); err != nil {
			return err
		}
	case x12.RecordStep:
		if lost := misplaced(item.Payment); lost != nil {
			return noPlace(lost[0])
		}
		if err := w.headerNumber(item.Payment.Header); err != nil {
			return err
		}
		codec.Write(w.s.C, &paymentLoop, item.Payment)
	case x12.SummaryStep:
		if lost := summaryPlaces.Misplaced(item.Summary); lost != nil {
			return noPlace(lost[0])
		}
		codec.Write(w.s.C, &summaryLoop, item.Summary)
	case x12.InterchangeBegin, x12.InterchangeEnd, x12.GroupBegin, x12.GroupEnd, x12.SetBegin, x12.SetEnd, x12.SegmentStep:
		if item.Remittance != nil && item.Kind == x12.SetBegin {
			if lost := misplacedHead(item.Remittance); lost != nil {
				return noPlace(lost[0])
			}
		}
		err := w.s.Write(&item.Step, stream.At{Interchange: item.At.Interchange, Group: item.At.Group, Set: item.At.Set})
		if err != nil || item.Kind != x12.SetBegin {
			return err
		}
		w.header = At{}
		if item.Remittance != nil {
			codec.WriteIf(w.s.C, &remittanceLoop, item.Remittance)
		}
	default:
		return fmt.Errorf("remit835: item of unknown kind %d", item.Kind)
	}
	return w.s.C.Fault()
}

// headerNumber writes the header number that the output does not stand in yet.
func (w *RecodeWriter) headerNumber(h *HeaderNumber) error {
	switch {
	case h == nil:
		return nil
	case h.At.Header == 0:
		return errors.New("remit835: a header number without ordinals cannot be recoded; set its At, or use a Writer")
	case h.At == w.header:
		return nil
	}
	codec.Write(w.s.C, &headerLoop, h)
	w.header = h.At
	return nil
}

// Close hands what is buffered to the destination.
func (w *RecodeWriter) Close() error { return w.s.Close() }
