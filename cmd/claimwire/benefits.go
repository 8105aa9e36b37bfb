// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/internal/visible"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

var benefitsCommand = &command{
	name: "benefits", usage: "[flags] FILE...", summary: "Print what eligibility responses (271) say, a card a patient",
	detail: `
Of each patient: active or not on the day, or not verified and why and what to do;
plan, group and dates; who is billed; the primary care provider; what the patient
owes for a service, in the network and out of it: copay, coinsurance, deductible and
out-of-pocket maximum with what is left, visits left, authorization, what is not
covered, what the payer says in its own words, and what it does not say. With
-allowed, what the patient will owe, step by step. With -inquiry, the file of
inquiries that is answered: what the payer knows differently, and who got no answer.
The day is that of -date, else the day asked about, else the day of the response.
The services are those of -service, else those asked about, else the plan as a
whole (30). With -json, one object a patient. Sets of other kinds are passed over.
Exit status 1 if something could not be read; a refusal of the payer is an answer.
`,
	run: benefits,
}

// benefitsOptions are what is asked of every response.
type benefitsOptions struct {
	services []x12.Code
	date     x12.Date
	allowed  decimal.NullDecimal
}

// benefitsReport is a form in which answers are printed.
type benefitsReport interface {
	card(*benefitCard) error
	unanswered([]*pendingInquiry) error
}

func benefits(a *app, args []string) int {
	f := a.flags()
	f.reading()
	f.writing()
	services := f.String("service", "", "`types` of service, as words or codes with commas between: 30, office-visit …")
	date := f.String("date", "", "`day` that is asked about, 2026-01-31")
	allowed := f.String("allowed", "", "`amount` that the payer allows for the service: estimate what the patient owes")
	inquiry := f.String("inquiry", "", "`FILE` of the inquiries (270) that are answered")
	f.readsOf = append(f.readsOf, "inquiry")
	asJSON := f.Bool("json", false, "JSON, one object a line")
	files, status, ok := f.files(args, 1, 0)
	if !ok {
		return status
	}
	o, err := f.reader()
	var ask benefitsOptions
	if err == nil {
		ask, err = benefitsAsked(*services, *date, *allowed)
	}
	if err != nil {
		return f.wrong(err.Error())
	}
	asked, worst := (*inquiries)(nil), exitOK
	if *inquiry != "" {
		if asked, worst, err = a.readInquiries(*inquiry, o); err != nil {
			return a.fail(*inquiry, err)
		}
	}
	err = f.write(func(w io.Writer) error {
		buf := bufio.NewWriterSize(visible.NewWriter(w), 64<<10)
		var report benefitsReport = &cardReport{textPage{w: buf}}
		if *asJSON {
			report = &benefitsJSON{w: buf}
		}
		for _, file := range files {
			status, err := a.benefitsFile(&benefitsPass{report: report, file: file, ask: ask, asked: asked}, o)
			if err != nil {
				status = a.fail(file, err)
			}
			worst = max(worst, status)
		}
		if worst == exitFailed && f.output != "" {
			return errors.New("nothing was written, since a file could not be read")
		}
		if list := asked.unanswered(); len(list) > 0 {
			if err := report.unanswered(list); err != nil {
				return err
			}
		}
		return buf.Flush()
	})
	if err != nil {
		return a.fail("", err)
	}
	return worst
}

// benefitsAsked reads the flags that say what is asked.
func benefitsAsked(services, date, allowed string) (o benefitsOptions, err error) {
	for w := range strings.SplitSeq(services, ",") {
		if services == "" {
			break
		}
		code, ok := eligibility270.ServiceType(w)
		if !ok {
			return o, fmt.Errorf("-service %s is neither a service type nor a word for one; they are %s", w, strings.Join(eligibility270.Words("serviceTypes"), ", "))
		}
		if !slices.Contains(o.services, code) {
			o.services = append(o.services, code)
		}
	}
	if date != "" {
		if o.date.UnmarshalText([]byte(date)) != nil || !o.date.Valid() {
			return o, errors.New("-date is a day like 2026-01-31")
		}
	}
	if allowed != "" {
		coef, exp, ok := x12.ParseDecimal(allowed)
		d := decimal.New(coef, exp)
		if !ok || d.IsNegative() || !d.Equal(d.Round(2)) {
			return o, errors.New("-allowed is an amount in dollars and cents like 150.00")
		}
		o.allowed = decimal.NewNullDecimal(d)
	}
	return o, nil
}

// benefitsPass goes through one file, with one patient in memory.
type benefitsPass struct {
	report benefitsReport
	file   string
	ask    benefitsOptions
	asked  *inquiries // nil without -inquiry
	status int
	n      int // patients so far
	set    string
	answer bool // the set is of responses
	unread int  // findings about what could not be read, since the last patient
}

// benefitsFile prints the answers of one file.
func (a *app) benefitsFile(p *benefitsPass, o x12.ReaderOptions) (int, error) {
	src, err := a.open(p.file)
	if err != nil {
		return exitFailed, err
	}
	defer src.Close()
	r := eligibility270.NewReader(src, &eligibility270.ReaderOptions{X12: o, Reuse: true, OnIssue: p.read})
	for it, err := range r.Items() {
		if err == nil {
			err = p.item(it)
		}
		if err != nil {
			return exitFailed, err
		}
	}
	if p.n == 0 {
		fmt.Fprintf(a.stderr, "claimwire benefits: %s: there is no eligibility response in it\n", p.file)
	}
	if p.unread > 0 {
		fmt.Fprintf(a.stderr, "claimwire benefits: %s: %s not understood outside of the patients; claimwire validate names what is wrong\n",
			p.file, counted(p.unread, "segment was", "segments were"))
	}
	return p.status, nil
}

// read takes what the reader finds: a segment that no field holds may be what the
// patient owes.
func (p *benefitsPass) read(i x12.Issue) {
	if i.Severity == x12.Error {
		p.status = exitFindings
	}
	if i.Code == x12.CodeNotHeld || i.Code == x12.CodeValueNotHeld {
		p.unread++
		p.status = exitFindings
	}
}

// item takes a step of the file.
func (p *benefitsPass) item(it *eligibility270.Item) error {
	switch it.Kind {
	case eligibility270.SetBegin:
		p.answer = it.Typed && it.Set.ID == "271"
		p.set = it.Set.Control
	case eligibility270.SetEnd:
		if p.answer && it.Trailer == nil {
			p.status = exitFindings
		}
		p.answer = false
	case eligibility270.ResponseItem:
		return p.patient(it)
	case eligibility270.ContextOnly:
		if p.answer {
			return p.refusal(it)
		}
	}
	return nil
}

// begin makes the card of an item.
func (p *benefitsPass) begin(it *eligibility270.Item) *benefitCard {
	p.n++
	c := &benefitCard{File: p.file, N: p.n, Set: p.set, Unread: p.unread, item: it}
	p.unread = 0
	return c
}

// refusal prints what has no patient.
func (p *benefitsPass) refusal(it *eligibility270.Item) error {
	c := p.begin(it)
	c.refusals = it.Refusals()
	return p.report.card(c)
}

// patient prints what is said about a patient.
func (p *benefitsPass) patient(it *eligibility270.Item) error {
	c, r := p.begin(it), it.Response
	ask := p.ask
	if p.asked != nil {
		c.inquiry, c.match = p.asked.match(r)
		c.changes = r.Changes(c.inquiry)
	} else {
		c.changes = r.Changes(nil)
	}
	c.date, c.dateFrom = ask.date, dateOfFlag
	if c.date == 0 && c.inquiry != nil {
		c.date, c.dateFrom = c.inquiry.AskedDate(), dateOfInquiry
	}
	if c.date == 0 {
		c.date, c.dateFrom = r.DefaultDate(), dateOfReply
	}
	c.answers = r.Answers(c.date)
	c.coverage = c.answers.Coverage()
	c.refusals = c.coverage.Refusals
	if c.coverage.Status != eligibility270.StatusNotVerified {
		if err := c.answer(ask); err != nil {
			return err
		}
	}
	return p.report.card(c)
}
