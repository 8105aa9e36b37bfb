package claim837

import (
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// RecodeWriter writes the items of a stream as they were read: envelopes,
// control numbers, HL and LX numbers and the scale of numbers stay; only the
// counts of SE, GE and IEA are made anew, and missing trailers are added.
type RecodeWriter struct {
	x  *x12.Writer
	c  *codec.Codec
	on func(x12.Issue)

	ic    *x12.Interchange
	group *x12.Group
	set   *x12.Set
	last  At // the contexts that stand in the output
	pos   x12.Position
}

// NewRecodeWriter returns a RecodeWriter to dst. onIssue, which may be nil, is
// told of every correction.
func NewRecodeWriter(dst io.Writer, onIssue func(x12.Issue)) *RecodeWriter {
	w := &RecodeWriter{on: onIssue}
	w.x = x12.NewWriter(dst, &x12.WriterOptions{AsRead: true, OnIssue: onIssue})
	w.c = codec.NewWriter(w.x, false)
	return w
}

// Write writes an item. Items come in the order in which a Reader gives them. A
// claim with a field that no segment carries is an x12.Issue as error.
func (w *RecodeWriter) Write(item *Item) error {
	if item.Kind == ClaimItem {
		var lost error
		if item.Claim.misplaced(func(path string) { lost = buildIssue(CodeNoPlace, path, "") }); lost != nil {
			return lost
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
	case ContextOnly:
		return item.BillingProvider, item.Subscriber, item.Patient
	case ClaimItem:
		return item.Claim.BillingProvider, item.Claim.Subscriber, item.Claim.Patient
	}
	return nil, nil, nil
}

func (w *RecodeWriter) write(item *Item) error {
	w.pos = x12.Position{Interchange: item.At.Interchange, Group: item.At.Group, Set: item.At.Set}
	switch item.Kind {
	case InterchangeBegin:
		w.ic = item.Interchange
		return w.x.BeginInterchange(w.ic)
	case InterchangeEnd:
		groups, _, _ := w.x.Counts()
		ic := w.ic
		w.ic = nil
		if ic == nil || ic.Fragment {
			return w.x.CloseInterchange()
		}
		w.trailer("IEA", groups, ic.Control, item.Trailer)
		return w.x.CloseInterchange()
	case GroupBegin:
		w.group = item.Group
		return w.x.BeginGroup(w.group)
	case GroupEnd:
		_, sets, _ := w.x.Counts()
		control := ""
		if w.group != nil {
			control = w.group.Control
		}
		w.group = nil
		w.trailer("GE", sets, control, item.Trailer)
		return w.x.CloseGroup()
	case SetBegin:
		w.set, w.last = item.Set, At{}
		if err := w.x.BeginSet(w.set); err != nil {
			return err
		}
		if item.Submission != nil {
			codec.WriteIf(w.c, &submissionLoop, item.Submission)
		}
	case SetEnd:
		_, _, segments := w.x.Counts()
		control := ""
		if w.set != nil {
			control = w.set.Control
		}
		w.set = nil
		w.trailer("SE", segments+1, control, item.Trailer)
		return w.x.CloseSet()
	case ContextOnly:
		w.contexts(item.BillingProvider, item.Subscriber, item.Patient)
	case ClaimItem:
		c := item.Claim
		if c.Kind != Professional {
			return fmt.Errorf("claim837: a claim of kind %q cannot be written", c.Kind)
		}
		w.contexts(c.BillingProvider, c.Subscriber, c.Patient)
		codec.Write(w.c, &professionalClaimLoop, c)
	case SegmentItem:
		return w.x.Raw(item.Raw)
	default:
		return fmt.Errorf("claim837: item of unknown kind %d", item.Kind)
	}
	return w.c.Fault()
}

// contexts writes what the claim stands in and the output does not stand in yet.
func (w *RecodeWriter) contexts(b *BillingProvider, s *Subscriber, p *Patient) {
	if b != nil && b.At != w.last {
		if b.At.Billing != w.last.Billing {
			codec.Write(w.c, &billingLevelLoop, b)
			w.last = b.At
		}
	}
	if s != nil && (s.At.Billing != w.last.Billing || s.At.Subscriber != w.last.Subscriber) {
		codec.Write(w.c, &subscriberLevelLoop, s)
		w.last = s.At
	}
	if p != nil && p.At != w.last {
		codec.Write(w.c, &patientLevelLoop, p)
		w.last = p.At
	}
}

// trailer writes SE, GE or IEA as it was read but for its count; one that was
// missing is made, except in a fragment, which stays one.
func (w *RecodeWriter) trailer(tag string, count int, control string, read *x12.Raw) {
	n := strconv.Itoa(count)
	pos := w.pos
	pos.Tag, pos.Element = tag, 1
	if read == nil {
		if w.ic != nil && w.ic.Fragment {
			return
		}
		w.issue(x12.CodeTrailerAdded, pos, "")
		w.fault(w.x.Segment(tag, n, control))
		return
	}
	if was := read.Element(1); !sameCount(was, n) {
		w.issue(x12.CodeCountCorrected, pos, was)
	} else {
		n = was
	}
	raw := x12.Raw{Tag: tag, Elements: append([]x12.RawElement{{{n}}}, read.Elements[min(1, len(read.Elements)):]...)}
	w.fault(w.x.Raw(raw))
}

// sameCount compares numbers written with or without leading zeros.
func sameCount(a, b string) bool {
	for len(a) > 1 && a[0] == '0' {
		a = a[1:]
	}
	return a == b
}

func (w *RecodeWriter) issue(code x12.IssueCode, pos x12.Position, value string) {
	if w.on != nil {
		w.on(x12.NewIssue(code, pos, value))
	}
}

func (w *RecodeWriter) fault(err error) {
	if err != nil && w.on != nil {
		if i, ok := err.(x12.Issue); ok {
			w.on(i)
		}
	}
}

// Close hands what is buffered to the destination.
func (w *RecodeWriter) Close() error { return w.x.Flush() }
