// SPDX-License-Identifier: Apache-2.0

package batch

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/x12"
)

// InquiryRow is a line of the manifest of inquiries.
type InquiryRow struct {
	Patient     string // id of the request
	Trace       string // as it stands in the file (TRN02), and comes back with the answer
	Interchange string // control number (ISA13)
	Group       string // control number (GS06)
	Set         string // control number (ST02)
}

// Inquiries reads eligibility requests from src and writes the inquiries (270) that
// they make, in one interchange, or with Options.RealTime in one for each. The
// practice, whose billing provider asks, is that of all requests but those that have
// their own; nil when all do. Nil options are the defaults.
func Inquiries(ctx context.Context, src io.Reader, out Output, p *encounter.Practice, o *Options) (Result, error) {
	r := begin(ctx, noun{"patient", "patients"}, eligibility270.DefaultMaxPatients, o)
	if r.o.RealTime {
		r.o.MaxPerSet = 1
	}
	asks := AskingPractice(p)
	q := &inquiries{run: r, builder: eligibility270.NewBuilder(asks, &eligibility270.BuilderOptions{
		Rules: r.o.InquiryRules, Now: r.o.Now, Charset: r.o.Charset,
	})}
	err := q.practice(asks)
	if err == nil {
		err = r.source(src, &out, "inquiries", p)
	}
	if err == nil {
		err = out.write(r.o.AllOrNothing, q.fill)
	}
	r.close()
	return r.result, err
}

// inquiries is a run that makes inquiries.
type inquiries struct {
	run     *run
	builder *eligibility270.Builder
	fileFor *eligibility270.Envelope // as the practice gives it
	out     *eligibility270.InquiryWriter
	later   []x12.Issue // that writing the inquiry at hand has found
}

// practice makes the envelope of the file.
func (q *inquiries) practice(p *eligibility270.Practice) error {
	if p == nil {
		return nil
	}
	env, found := p.Envelope(q.run.o.Now)
	q.fileFor = &env
	return q.run.practiceFound(found)
}

// fill makes the file and the manifest.
func (q *inquiries) fill(dst, manifest io.Writer) error {
	q.run.dst, q.run.manifest = dst, manifest
	if err := q.run.each(q.arrive); err != nil {
		return err
	}
	if err := q.run.worthIt(); err != nil {
		return err
	}
	if q.out == nil {
		return nil
	}
	return q.out.Close()
}

// arrive makes the inquiry of a request and writes it, unless it is refused. An
// error ends the run.
func (q *inquiries) arrive(raw []byte, rec Record) error {
	e := new(eligibility270.Request)
	if !q.run.decode(raw, e, &e.ID, &rec) {
		return nil
	}
	if e.Practice != nil {
		env, found := e.Practice.Envelope(q.run.o.Now)
		if issue, ok := addressed(&q.fileFor, env, found); !ok {
			q.run.refuse(rec, issue)
			return nil
		}
	}
	if q.run.twice(rec, "a patient before this one has the same id; give each question its own") {
		return nil
	}
	q.later = q.later[:0]
	asked, found, err := q.write(e)
	for _, i := range found {
		if i.Severity == x12.Info && i.Code != eligibility270.CodeTrimmed {
			q.note(i)
			continue
		}
		if e.Practice == nil {
			i.Path = practicePath(i.Path)
		}
		q.run.report(rec, i)
	}
	for _, i := range q.later {
		q.run.report(rec, i)
	}
	refused := (*eligibility270.RefusedError)(nil)
	switch {
	case errors.As(err, &refused):
		q.run.refuse(rec, refused.Issues...)
		return nil
	case err != nil:
		return err
	case asked == nil:
		q.run.refuse(rec)
		return nil
	}
	q.run.result.Written++
	trace, _ := x12.FoldText(e.ID, q.run.o.Charset)
	in := q.out.Placement()
	if err := q.run.row(InquiryRow{e.ID, trace, in.Interchange, in.Group, in.Set}); err != nil {
		return err
	}
	if !q.run.o.RealTime {
		return nil
	}
	err, q.out = q.out.Close(), nil
	return err
}

// note counts an issue of severity info: a visit to come is what most inquiries are
// about, and saying so once is enough.
func (q *inquiries) note(i x12.Issue) {
	notes := &q.run.result.Notes
	for k := range *notes {
		if v := &(*notes)[k]; v.Code == i.Code && v.Detail == i.Detail {
			v.Count++
			return
		}
	}
	*notes = append(*notes, Note{i, 1})
}

// write builds the inquiry of a request and writes it; an interchange begins with an
// inquiry that is good.
func (q *inquiries) write(e *eligibility270.Request) (*eligibility270.Inquiry, []x12.Issue, error) {
	if q.out != nil {
		return q.builder.Write(q.out, e)
	}
	asked, found := q.builder.Inquiry(e)
	if asked == nil {
		return nil, found, nil
	}
	err := q.open()
	if err == nil {
		err = q.out.Write(asked)
	}
	return asked, found, err
}

// open begins an interchange, when an inquiry is there.
func (q *inquiries) open() error {
	interchange, group, err := q.run.next()
	if err != nil {
		return err
	}
	env := *q.fileFor
	env.Interchange.Control = fmt.Sprintf("%09d", interchange)
	env.Group.Control = group
	env.Transaction.Reference = fmt.Sprint(interchange)
	q.out = eligibility270.NewInquiryWriter(q.run.dst, &env, &eligibility270.WriterOptions{
		X12:         x12.WriterOptions{Charset: q.run.o.Charset, Fold: true},
		MaxPatients: q.run.o.MaxPerSet, Rules: q.run.o.InquiryRules, OnIssue: q.late,
	})
	return nil
}

// late keeps what only writing finds; the rest the builder reports.
func (q *inquiries) late(i x12.Issue) {
	if i.Code == x12.CodeFolded || i.Code == "270-09" {
		q.later = append(q.later, i)
	}
}
