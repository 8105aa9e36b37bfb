// SPDX-License-Identifier: Apache-2.0

package report

import (
	"bufio"
	"errors"
	"io"

	"github.com/claimwire/claimwire/internal/visible"
	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
)

// Options say how to read, check and show remittances; the zero value is the
// default.
type Options struct {
	// Reader says how to read. Its Reuse does not matter. Its OnIssue is called; the
	// report counts what could not be read in any case.
	Reader remit835.ReaderOptions
	// Checker says which rules hold and what is known of reason codes. Without Rules,
	// the recommended ones hold, as for remittances that were received. Its Source is
	// what Text, HTML and JSON call the stream. Without Duplicates, a Writer has its
	// own: a payment that comes twice, in one source or in two, counts once.
	Checker remit835.CheckerOptions
}

// Summary says what became of a source.
type Summary struct {
	Remittances int
	Claims      int  // claim payments
	Errors      int  // rules broken, with the severity of an error
	NotRead     int  // segments that no field holds, or of which a value could not be read
	Cut         bool // a remittance lacks its end: claims may be missing, too
}

// OK reports whether everything was read and adds up.
func (s Summary) OK() bool { return s.Errors == 0 && s.NotRead == 0 && !s.Cut }

// Text writes the remittances of a stream as text, 100 columns wide. See Writer.
func Text(dst io.Writer, src io.Reader, o *Options) (Summary, error) {
	return whole(NewTextWriter(dst, o), src, o)
}

// HTML writes the remittances of a stream as one page. See Writer.
func HTML(dst io.Writer, src io.Reader, o *Options) (Summary, error) {
	return whole(NewHTMLWriter(dst, o), src, o)
}

// JSON writes the remittances of a stream as JSON, one object a line. See Writer.
func JSON(dst io.Writer, src io.Reader, o *Options) (Summary, error) {
	return whole(NewJSONWriter(dst, o), src, o)
}

func whole(w *Writer, src io.Reader, o *Options) (Summary, error) {
	name := ""
	if o != nil {
		name = o.Checker.Source
	}
	s, err := w.Add(name, src)
	return s, errors.Join(err, w.Close())
}

// A Writer writes a report of the remittances of one or several sources, with one
// claim payment in memory. The reports have the same content:
//
//   - of each remittance, who pays whom, how much, and by which check or transfer;
//   - of each claim payment, its lines, the reasons in words, where each dollar of
//     the charge went, and the usual next step;
//   - provider adjustments, and the proof that the payment is the sum of the claim
//     payments less the provider adjustments;
//   - what does not add up, by the rule that it breaks, with the figures;
//   - what could not be read: it is shown as unreadable, and is in no total.
//
// A payment or a claim payment that comes a second time is named with the place
// where it was read before, and counts in no total.
//
// Reports hold health data. A Writer serves one goroutine.
type Writer struct {
	to  format
	buf *bufio.Writer
	o   Options
}

// format is a form in which remittances are written.
type format interface {
	begin(*headView) error
	claim(*claimView) error
	end(*endView) error
	close() error
}

// NewTextWriter returns a Writer of text, 100 columns wide. Nil options are the
// defaults.
func NewTextWriter(dst io.Writer, o *Options) *Writer {
	return newWriter(dst, o, func(w *bufio.Writer) format { return newTextReport(w) })
}

// NewHTMLWriter returns a Writer of one HTML page that needs nothing from
// elsewhere: no script, no font, no network. The totals of all sources come first,
// then what needs work. What comes after the totals waits in memory, and from 4 MB
// on in a temporary file, which Close removes. Nil options are the defaults.
func NewHTMLWriter(dst io.Writer, o *Options) *Writer {
	return newWriter(dst, o, func(w *bufio.Writer) format { return newHTMLReport(w) })
}

// NewJSONWriter returns a Writer of JSON, one object a line, whose type is
// "remittance", then "claim" for each claim payment, then "balance". Nil options
// are the defaults.
func NewJSONWriter(dst io.Writer, o *Options) *Writer {
	return newWriter(dst, o, func(w *bufio.Writer) format { return &jsonReport{w: w} })
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
	if w.o.Checker.Rules == nil {
		w.o.Checker.Rules = remit835.NewRuleSet().Received()
	}
	if w.o.Checker.Reasons == nil {
		w.o.Checker.Reasons = remit835.DefaultReasons()
	}
	if w.o.Checker.Duplicates == nil {
		w.o.Checker.Duplicates = remit835.NewDuplicates(0)
	}
	w.to = to(w.buf)
	return w
}

// Add adds the remittances of a source, such as a file, under a name; sets of
// other kinds are skipped. An error is that of the source or of the destination:
// what was read before it is in the report, and a remittance that it ends is shown
// as one without an end. The next source can be added nevertheless.
func (w *Writer) Add(name string, src io.Reader) (Summary, error) {
	if w == nil || w.to == nil {
		return Summary{}, errNoWriter
	}
	s := w.Source(name)
	o := w.o.Reader
	on := o.OnIssue
	o.Reuse, o.OnIssue = true, s.Issue
	if on != nil {
		o.OnIssue = func(i x12.Issue) { s.Issue(i); on(i) }
	}
	for item, err := range remit835.NewReader(src, &o).Items() {
		if err == nil {
			err = s.Item(item)
		}
		if err != nil {
			sum, cut := s.End()
			return sum, errors.Join(err, cut)
		}
	}
	return s.End()
}

// Close writes what is left, the whole page of an HTML report. It does not close
// the destination.
func (w *Writer) Close() error {
	if w == nil || w.to == nil {
		return errNoWriter
	}
	return errors.Join(w.to.close(), w.buf.Flush())
}

// errNoWriter is the error of a Writer that has nothing to write to.
var errNoWriter = errors.New("report: the Writer has no destination; make it with NewTextWriter, NewHTMLWriter or NewJSONWriter, to an io.Writer that is not nil")
