// SPDX-License-Identifier: Apache-2.0

package main

import (
	"errors"
	"fmt"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/internal/textpage"
	"github.com/claimwire/claimwire/x12"
)

var inquireCommand = &command{
	name: "inquire", usage: "[flags] PATIENTS", summary: "Build a file of eligibility inquiries (270) of patients",
	detail: `
PATIENTS is a JSON array, or objects one a line: who is insured with whom, who the
patient is, and what the visit is for; claimwire schema patient says what they
hold. The practice is the one of build: its billing provider asks. A bad patient
is named on the standard error and skipped; the rest is written, and the exit
status is 1. Without any good one there is no file. The id of a patient comes back
with the answer: claimwire benefits --inquiry finds it. With -realtime each
patient has an interchange of their own. Control numbers are those of build: with
-control they go on from run to run, and the same input, control numbers and -now
make the same bytes.
`,
	run: inquire,
}

var inquireWords = makingWords{"patient", "patients", "inquiry", "inquiries", "patient"}

func inquire(a *app, args []string) int {
	f := a.making(inquireWords)
	maxPatients := f.Int("max-patients", eligibility270.DefaultMaxPatients, "patients in one transaction set, at most `N`")
	realtime := f.Bool("realtime", false, "an interchange of one set for each patient")
	files, status, ok := f.files(args, 1, 1)
	if !ok {
		return status
	}
	m, err := newMaking(f, inquireWords, files[0])
	if err == nil && *maxPatients < 1 {
		err = errors.New("-max-patients must be above zero")
	}
	if err != nil {
		return f.wrong(err.Error())
	}
	q := &inquiring{making: m, maxPatients: *maxPatients, realtime: *realtime}
	if q.realtime {
		q.maxPatients = 1
	}
	q.builder = eligibility270.NewBuilder(nil, q.options())
	if f.practice != "" {
		file, err := q.readPractice()
		if err != nil {
			return a.fail(f.practice, err)
		}
		p := asking(file)
		env, found := p.Envelope(q.now)
		if !q.practiceFound(found) {
			return exitFailed
		}
		q.fileFor = &env
		q.builder = eligibility270.NewBuilder(p, q.options())
	}
	return q.run(q)
}

// inquiring is one run of inquire.
type inquiring struct {
	*making
	maxPatients int
	realtime    bool
	fileFor     *eligibility270.Envelope // as the practice gives it
	builder     *eligibility270.Builder
	reserved    *runNumbers
	hints       hints
	out         *eligibility270.InquiryWriter
	later       []x12.Issue // that writing the inquiry at hand has found
}

func (q *inquiring) options() *eligibility270.BuilderOptions {
	return &eligibility270.BuilderOptions{Now: q.now, Charset: q.charset}
}

// arrive makes the inquiry of a patient and writes it, unless it is refused. An
// error ends the run.
func (q *inquiring) arrive(raw []byte, at place) error {
	r := new(eligibility270.Request)
	if !q.decode(raw, r, &r.ID, &at) {
		return nil
	}
	if r.Practice != nil {
		env, found := r.Practice.Envelope(q.now)
		if issue, ok := addressed(&q.fileFor, env, found); !ok {
			return q.refuse(at, issue)
		}
	}
	if q.duplicate(r.ID) {
		return q.refuse(at, own(codeDuplicate, "id", "a patient before this one has the same id; give each question its own"))
	}
	q.at = func(i x12.Issue) { q.tell(at, i) }
	q.later = q.later[:0]
	asked, found, err := q.ask(r)
	for _, i := range found {
		if i.Severity == x12.Info && i.Code != eligibility270.CodeTrimmed {
			q.hints.add(i)
			continue
		}
		if r.Practice == nil {
			i.Path = practicePath(i.Path)
		}
		q.tell(at, i)
	}
	for _, i := range q.later {
		q.note(i)
	}
	refused := (*eligibility270.RefusedError)(nil)
	switch {
	case errors.As(err, &refused):
		for _, i := range refused.Issues {
			q.note(i)
		}
		q.refused++
		return nil
	case err != nil:
		return err
	case asked == nil:
		q.refused++
		return nil
	}
	q.written++
	if q.manifest != nil {
		if err := q.rowOf(r.ID); err != nil {
			return err
		}
	}
	if !q.realtime {
		return nil
	}
	err, q.out = q.out.Close(), nil
	return err
}

// ask builds the inquiry of a patient and writes it; an interchange begins with an
// inquiry that is good.
func (q *inquiring) ask(r *eligibility270.Request) (*eligibility270.Inquiry, []x12.Issue, error) {
	if q.out != nil {
		return q.builder.Write(q.out, r)
	}
	asked, found := q.builder.Inquiry(r)
	if asked == nil {
		return nil, found, nil
	}
	err := q.open()
	if err == nil {
		err = q.out.Write(asked)
	}
	return asked, found, err
}

// rowOf writes which inquiry went where.
func (q *inquiring) rowOf(id string) error {
	trace, _ := x12.FoldText(id, q.charset)
	in := q.out.Placement()
	return q.row(struct{ Patient, Trace, Interchange, Group, Set string }{id, trace, in.Interchange, in.Group, in.Set})
}

// finish tells what is good to know about many patients once.
func (q *inquiring) finish() error {
	q.progress.clear()
	for _, h := range q.hints {
		fmt.Fprintf(q.f.a.stderr, "claimwire inquire: %s: [%s] %s: %s\n", textpage.Counted(h.n, "patient", "patients"), h.Code, h.Severity, h.Detail)
	}
	return nil
}

// hints are findings of severity info, which do not keep a patient back: a visit
// to come is what most inquiries are about.
type hints []hint

type hint struct {
	x12.Issue
	n int
}

func (h *hints) add(i x12.Issue) {
	for k := range *h {
		if v := &(*h)[k]; v.Code == i.Code && v.Detail == i.Detail {
			v.n++
			return
		}
	}
	*h = append(*h, hint{i, 1})
}

func (q *inquiring) close() error {
	if q.out == nil {
		return nil
	}
	return q.out.Close()
}

// late keeps what only writing finds; the rest the builder tells.
func (q *inquiring) late(i x12.Issue) {
	if i.Code == x12.CodeFolded || i.Code == "270-09" {
		q.later = append(q.later, i)
	}
}

// open begins an interchange, when an inquiry is there.
func (q *inquiring) open() error {
	if q.reserved == nil {
		numbers, err := q.making.numbers()
		if err != nil {
			return err
		}
		q.reserved = numbers
	}
	ic, err := q.reserved.next(x12.ControlInterchange)
	if err != nil {
		return err
	}
	group, err := q.reserved.next(x12.ControlGroup)
	if err != nil {
		return err
	}
	env := *q.fileFor
	env.Interchange.Control = fmt.Sprintf("%09d", ic)
	env.Group.Control = fmt.Sprint(group)
	env.Transaction.Reference = fmt.Sprint(ic)
	q.out = eligibility270.NewInquiryWriter(q.dst, &env, &eligibility270.WriterOptions{
		X12:         x12.WriterOptions{Charset: q.charset, Fold: true},
		MaxPatients: q.maxPatients, OnIssue: q.late,
	})
	return nil
}
