// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"errors"
	"io"
	"strings"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// Envelope is what stands around the patients of a file.
type Envelope struct {
	Interchange x12.Interchange
	Group       x12.Group // empty FunctionalID and Version are those of the guide
	Set         x12.Set   // Control is that of the first set; those after it count up
	// Transaction is that of patients who name none. Where the patients of one
	// transaction need several sets, Reference has "-2", "-3" … from the second on.
	Transaction Transaction
}

// DefaultMaxPatients is how many patients a set holds.
const DefaultMaxPatients = 99

// WriterOptions say how to write inquiries or responses; the zero value is the
// default.
type WriterOptions struct {
	X12 x12.WriterOptions
	// MaxPatients is how many patients a set holds: 0 means DefaultMaxPatients,
	// 1 makes sets for real time.
	MaxPatients int
	// Rules are the rules that an inquiry must meet; nil means those of NewRuleSet,
	// and NoRules none. ResponseRules are those of responses.
	Rules         *RuleSet
	ResponseRules *ResponseRuleSet
	// Unchecked writes patients without validating them, for test harnesses.
	Unchecked bool
	// OnIssue is told of findings that do not stop a patient.
	OnIssue func(x12.Issue)
}

// InquiryWriter builds a file of inquiries in canonical form: it numbers HL,
// counts segments, trims numbers, and checks each patient by the rules and by the
// guide before it stands in the file. A patient with errors is refused, and the
// writer goes on without them. A payer, a provider or a subscriber is written once
// for patients who follow each other; one is new when its ordinals differ from
// those of the last, or, where one has none, its content.
type InquiryWriter struct{ w writer }

// ResponseWriter builds a file of responses, as InquiryWriter does of inquiries. A
// subscriber with benefits whose dependents follow is written twice: with the
// benefits, and as who the dependents belong to.
type ResponseWriter struct{ w writer }

// RefusedError says why a patient was not written.
type RefusedError struct {
	Issues []x12.Issue // with at least one of severity error
}

// Error names the first finding of severity error, no data of the patient.
func (e *RefusedError) Error() string { return stream.Refusal("eligibility270", "patient", e.Issues) }

// NewInquiryWriter returns an InquiryWriter to dst; nil options are the defaults.
func NewInquiryWriter(dst io.Writer, env *Envelope, o *WriterOptions) *InquiryWriter {
	w := new(InquiryWriter)
	w.w.prepare(dst, env, o, "270", "HS")
	return w
}

// NewResponseWriter returns a ResponseWriter to dst; nil options are the defaults.
func NewResponseWriter(dst io.Writer, env *Envelope, o *WriterOptions) *ResponseWriter {
	w := new(ResponseWriter)
	w.w.prepare(dst, env, o, "271", "HB")
	return w
}

// Write writes an inquiry. A *RefusedError names what is wrong; nothing of the
// patient is in the file then, and the next can be written. Any other error ends
// the writing.
func (w *InquiryWriter) Write(q *Inquiry) error {
	if q == nil {
		return errors.New("eligibility270: the inquiry is nil; give Write an inquiry")
	}
	return w.w.write(q.places().Misplaced(q), func() {
		if !w.w.o.Unchecked {
			w.w.note(Check(q, w.w.o.Rules))
			w.w.checkNumber(q)
		}
	}, func() { w.w.putInquiry(q) })
}

// checkNumber checks what only the writer knows: whether a set for real time has a
// number.
func (w *writer) checkNumber(q *Inquiry) {
	t := q.Transaction
	if t == nil {
		t = &w.env.Transaction
	}
	if w.o.MaxPatients == 1 && t.Reference == "" {
		w.note(broken(w.o.Rules, "270-01", x12.Position{Tag: "BHT", Element: 3}, "transaction.reference", "the set has no number, which real time needs"))
	}
}

// putInquiry is put for an inquiry.
func (w *writer) putInquiry(q *Inquiry) {
	in := around{q.Transaction, q.Source, q.Receiver, q.Subscriber, q.Dependent}
	if !w.lacks(&in, true) {
		put(w, &in, q, &subscriberInquiryLoop, &dependentInquiryLoop)
	}
}

// agrees reports whether inquiries of a Builder are checked by the rules, the guide
// and the character set that the writer checks by.
func (w *writer) agrees(b *Builder) bool {
	return !w.o.Unchecked && w.o.Rules == b.o.Rules && stream.Agrees(&w.o.X12, w.env.Interchange.Delimiters, b.o.Charset) && w.env.Group.Version == Guide
}

// writeBuilt writes an inquiry that a Builder who agrees has just made: that all its
// fields have a place and that it meets the rules is known. One that must be clean
// is left to be written again when there is something to say of it, or of levels
// that it may share with others.
func (w *writer) writeBuilt(q *Inquiry, clean bool) (ok bool, err error) {
	if err := w.b.Start(); err != nil {
		return false, err
	}
	if clean && w.state.remarked {
		return false, nil
	}
	w.checkNumber(q)
	ok, err = w.try(clean, func() { w.putInquiry(q) })
	switch {
	case err != nil:
		return false, err
	case ok:
		w.tell()
	case !clean:
		return false, w.refused()
	}
	return ok, nil
}

// Write writes a response; one without a subscriber is a refusal of the payer or
// the provider. Errors are as those of InquiryWriter.
func (w *ResponseWriter) Write(r *Response) error {
	if r == nil {
		return errors.New("eligibility270: the response is nil; give Write a response")
	}
	return w.w.write(r.places().Misplaced(r), func() {
		if !w.w.o.Unchecked {
			w.w.note(CheckResponse(r, w.w.o.ResponseRules))
		}
	}, func() {
		in := around{r.Transaction, r.Source, r.Receiver, r.Subscriber, r.Dependent}
		patient := r.Subscriber != nil || r.Dependent != nil || len(r.Traces) > 0 || len(r.Benefits) > 0
		if !w.w.lacks(&in, patient) {
			put(&w.w, &in, r, &subscriberResponseLoop, &dependentResponseLoop)
		}
	})
}

// Placement says where a patient stands, so that an acknowledgement finds its way
// back.
type Placement struct {
	Interchange string // ISA13
	Group       string // GS06
	Set         string // ST02
}

// Placement returns where the patient who was written last stands.
func (w *InquiryWriter) Placement() Placement { return w.w.placement() }

// Placement returns where the patient who was written last stands.
func (w *ResponseWriter) Placement() Placement { return w.w.placement() }

// Close ends the set, the group and the interchange. A writer to which nothing
// was written writes nothing.
func (w *InquiryWriter) Close() error { return w.w.b.Close() }

// Close ends the set, the group and the interchange. A writer to which nothing
// was written writes nothing.
func (w *ResponseWriter) Close() error { return w.w.b.Close() }

// prepare makes the writer ready for sets of a kind.
func (w *writer) prepare(dst io.Writer, env *Envelope, o *WriterOptions, set, functional string) {
	if env != nil {
		w.env = *env
	}
	if o != nil {
		w.o = *o
	}
	if w.o.MaxPatients <= 0 {
		w.o.MaxPatients = DefaultMaxPatients
	}
	w.b = stream.NewBuilder(dst, "eligibility270", w.o.X12)
	if env == nil {
		w.b.Break(errors.New("eligibility270: the Envelope is nil; give the writer one, such as that of Practice.Envelope"))
		return
	}
	e := &w.env
	e.Set.ID, w.asks = set, set == "270"
	if e.Group.FunctionalID == "" {
		e.Group.FunctionalID = functional
	}
	if e.Group.Version == "" {
		e.Group.Version = Guide
	}
	if e.Set.Convention == "" {
		e.Set.Convention = e.Group.Version
	}
	if !IsEligibility(e.Group.Version) {
		w.b.Break(errors.New("eligibility270: Envelope.Group.Version names no guide that eligibility can be written by; leave it empty, or use " + Guide))
		return
	}
	w.b.Prepare(stream.Envelope{Interchange: &e.Interchange, Group: e.Group, Set: e.Set, Unchecked: w.o.Unchecked})
}

func (w *writer) placement() Placement {
	interchange, group, set := w.b.Controls()
	return Placement{interchange, group, set}
}

// note takes issues about the record.
func (w *writer) note(issues []x12.Issue) {
	for _, i := range issues {
		w.b.Note(i)
	}
}

// write writes a record, or finds all that stops it and puts all back: a value that
// is lost, a rule that fails, what the guide has against it.
func (w *writer) write(lost []string, check, put func()) error {
	if err := w.b.Start(); err != nil {
		return err
	}
	for _, path := range lost {
		w.b.Note(noPlace(path))
	}
	check()
	if ok, err := w.try(false, put); err != nil {
		return err
	} else if !ok {
		return w.refused()
	}
	w.tell()
	return nil
}

// try writes a record unless an issue stops it; any issue does for one that must be
// clean, but that text was folded.
func (w *writer) try(clean bool, put func()) (ok bool, err error) {
	before, n := w.state, len(w.b.Found())
	if clean {
		ok, err = w.b.TryClean(put)
	} else {
		ok, err = w.b.Try(put)
	}
	if err != nil {
		return false, err
	}
	if !ok {
		w.state = before
		return false, nil
	}
	for _, i := range w.b.Found()[n:] {
		own := strings.HasPrefix(i.Loop, "2110") || strings.HasSuffix(i.Loop, "D")
		w.state.remarked = w.state.remarked || i.Code != x12.CodeFolded && !own
	}
	return true, nil
}

func (w *writer) refused() error {
	return &RefusedError{Issues: append([]x12.Issue(nil), w.b.Found()...)}
}

// tell tells of what was found about a record that was written.
func (w *writer) tell() {
	if w.o.OnIssue != nil {
		for _, i := range w.b.Found() {
			w.o.OnIssue(i)
		}
	}
}

// lacks notes what the record does not stand in and should: a refusal needs a
// source, a patient all of it.
func (w *writer) lacks(c *around, patient bool) bool {
	path := ""
	switch {
	case c.source == nil:
		path = "source"
	case patient && c.receiver == nil:
		path = "receiver"
	case patient && c.subscriber == nil:
		path = "subscriber"
	default:
		return false
	}
	w.b.Note(noContext(path))
	return true
}

// put writes a patient with the levels that the file does not stand in yet.
func put[T any](w *writer, c *around, v *T, subscriber, dependent *codec.Loop[T]) {
	if w.open(c.transaction); w.b.Failed() || w.b.Err() != nil {
		return
	}
	from := w.b.X.Hold()
	loop := w.levels(c)
	switch {
	case c.dependent != nil:
		w.number(w.state.subscriber.hl, "0")
		codec.Write(w.b.C, dependent, v)
		w.state.patients++
	case c.subscriber != nil:
		w.number(w.state.receiver.hl, "0")
		codec.Write(w.b.C, subscriber, v)
		w.state.own = level[Member]{v: c.subscriber, at: c.subscriber.At}
		if c.subscriber.At == (At{}) {
			w.state.own.text = writtenMember(w, c.subscriber)()
		}
		w.state.subscriber = level[Member]{}
		w.state.patients++
	}
	w.b.Validator(from, loop)
	if s := &w.state; s.patients > DefaultMaxPatients && !s.crowded && w.asks && !w.o.Unchecked {
		s.crowded = true
		w.note(broken(w.o.Rules, "270-09", x12.Position{Tag: "ST"}, "", ""))
	}
}
