// SPDX-License-Identifier: Apache-2.0

package card

import (
	"bufio"
	"errors"
	"io"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/internal/visible"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Options are what is asked of every response; the zero value is the default.
type Options struct {
	// Reader says how to read. Its Reuse does not matter. Its OnIssue is called; a
	// card counts what could not be read in any case.
	Reader eligibility270.ReaderOptions
	// Services are the service types to tell about; nil for those of the inquiry, or
	// else the plan as a whole (30), and then the others that the payer tells about.
	// See eligibility270.ServiceType for words that name one.
	Services []x12.Code
	// Date is the day to tell about; zero for the day asked about, or else that of the
	// reply.
	Date x12.Date
	// Allowed is what the payer allows for a service, in dollars; when valid, cards
	// estimate what the patient will owe.
	Allowed decimal.NullDecimal
	// Inquiries are those that are answered: cards show what the payer knows
	// differently, and a Writer at last who got no answer. nil when they are not known.
	Inquiries *Inquiries
}

// Summary says what became of a source.
type Summary struct {
	Cards   int
	Errors  int  // findings of the reader, with the severity of an error
	NotRead int  // segments that no field holds, or of which a value could not be read
	Outside int  // of them, those that stand after the last card, and so are on none
	Cut     bool // a set of responses lacks its end: patients may be missing, too
}

// OK reports whether everything was read.
func (s Summary) OK() bool { return s.Errors == 0 && s.NotRead == 0 && !s.Cut }

// Text writes the cards of a stream as text, 100 columns wide. See Writer.
func Text(dst io.Writer, src io.Reader, o *Options) (Summary, error) {
	return whole(NewTextWriter(dst, o), src)
}

// JSON writes the cards of a stream as JSON, one object a line. See Writer.
func JSON(dst io.Writer, src io.Reader, o *Options) (Summary, error) {
	return whole(NewJSONWriter(dst, o), src)
}

func whole(w *Writer, src io.Reader) (Summary, error) {
	s, err := w.Add("", src)
	return s, errors.Join(err, w.Close())
}

// A Writer writes cards, with one patient in memory. A card has the same content in
// every form:
//
//   - whether the patient is covered on the day, or why nothing is known and what to
//     do about it;
//   - plan, group, dates, who is billed, and the primary care provider;
//   - what the patient owes for a service, in the network and out of it: copay,
//     coinsurance, deductible and out-of-pocket maximum with what is left, limits,
//     authorization, what is not covered, the payer's own words, and what is not
//     stated;
//   - an estimate of what the patient will owe, step by step;
//   - what the payer knows differently than it was asked about.
//
// Cards hold health data. A Writer serves one goroutine.
type Writer struct {
	to  format
	buf *bufio.Writer
	o   Options
}

// format is a form in which cards are written.
type format interface {
	card(*Card) error
	unanswered([]*Pending) error
}

// NewTextWriter returns a Writer of text, 100 columns wide. Nil options are the
// defaults.
func NewTextWriter(dst io.Writer, o *Options) *Writer {
	return newWriter(dst, o, func(w *bufio.Writer) format { return newTextCards(w) })
}

// NewJSONWriter returns a Writer of JSON, one object a line, whose type is
// "patient", or "refusal" for one that names no patient, and at last "unanswered"
// for each inquiry without an answer. Nil options are the defaults.
func NewJSONWriter(dst io.Writer, o *Options) *Writer {
	return newWriter(dst, o, func(w *bufio.Writer) format { return &jsonCards{w: w} })
}

func newWriter(dst io.Writer, o *Options, to func(*bufio.Writer) format) *Writer {
	w := &Writer{}
	if dst == nil {
		return w
	}
	w.buf = bufio.NewWriterSize(visible.NewWriter(dst), 64<<10)
	if o != nil {
		w.o = *o
	}
	w.to = to(w.buf)
	return w
}

// Add writes the cards of a source, such as a file, under a name; sets of other
// kinds are skipped. An error is that of the source or of the destination.
func (w *Writer) Add(name string, src io.Reader) (Summary, error) {
	if w == nil || w.to == nil {
		return Summary{}, errNoWriter
	}
	s := source{w: w, name: name}
	o := w.o.Reader
	on := o.OnIssue
	o.Reuse, o.OnIssue = true, func(i x12.Issue) {
		s.issue(i)
		if on != nil {
			on(i)
		}
	}
	var err error
	for it, ierr := range eligibility270.NewReader(src, &o).Items() {
		if err = ierr; err == nil {
			err = s.item(it)
		}
		if err != nil {
			break
		}
	}
	s.sum.Outside = s.unread
	return s.sum, err
}

// Write writes a card.
func (w *Writer) Write(c *Card) error {
	switch {
	case w == nil || w.to == nil:
		return errNoWriter
	case c == nil:
		return errors.New("card: the card is nil; make one with New")
	}
	return w.to.card(c)
}

// errNoWriter is the error of a Writer that has nothing to write to.
var errNoWriter = errors.New("card: the Writer has no destination; make it with NewTextWriter or NewJSONWriter, to an io.Writer that is not nil")

// Close writes the inquiries of Options.Inquiries that got no answer, and what is
// left. It does not close the destination.
func (w *Writer) Close() error {
	if w == nil || w.to == nil {
		return errNoWriter
	}
	if list := w.o.Inquiries.Unanswered(); len(list) > 0 {
		if err := w.to.unanswered(list); err != nil {
			return err
		}
	}
	return w.buf.Flush()
}

// source is one pass over a source.
type source struct {
	w      *Writer
	name   string
	sum    Summary
	set    string
	answer bool // the set is of responses
	unread int  // segments that could not be read, since the last card
}

func (s *source) issue(i x12.Issue) {
	if i.Severity == x12.Error {
		s.sum.Errors++
	}
	if stream.NotHeld(&i) { // it may say what the patient owes
		s.unread++
		s.sum.NotRead++
	}
}

func (s *source) item(it *eligibility270.Item) error {
	switch it.Kind {
	case x12.SetBegin:
		s.answer = it.Typed && it.Set.ID == "271"
		s.set = it.Set.Control
	case x12.SetEnd:
		if s.answer && it.Trailer == nil {
			s.sum.Cut = true
		}
		s.answer = false
	case x12.RecordStep:
		if it.Response == nil {
			return nil
		}
		c, err := New(it.Response, &s.w.o)
		if err != nil {
			return err
		}
		return s.card(c)
	case x12.ContextStep:
		if s.answer {
			return s.card(refused(it))
		}
	}
	return nil
}

func (s *source) card(c *Card) error {
	s.sum.Cards++
	c.Source, c.N, c.Set, c.NotRead = s.name, s.sum.Cards, s.set, s.unread
	s.unread = 0
	return s.w.Write(c)
}
