// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/claimwire/claimwire/internal/visible"
	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
)

var remitCommand = &command{
	name: "remit", usage: "[flags] FILE...", summary: "Print remittances (835) readably, with the proof that they balance",
	detail: `
Of each remittance: who pays whom, how much, by which check or transfer; each
claim with its lines, the reasons in words, where each dollar of the charge went
and the usual next step; provider adjustments; and the proof that the payment is
the sum of the claims less the provider adjustments. What does not add up is
named by the rule (835-BAL-02) with the figures. A payment or a claim payment that
comes a second time, in the same file or in another one, is named with the place
where it was read before, and counts in no total. With -html, all files make one
page that needs nothing from elsewhere: totals first, then what needs work. With
-json, one object a remittance, claim and balance. Sets of other kinds are passed
over. Exit status 1 if something does not add up or could not be read.
`,
	run: remit,
}

// remitReport is a form in which remittances are printed.
type remitReport interface {
	begin(*remitHead) error
	claim(*claimView) error
	end(*remitEnd) error
	close() error
}

func remit(a *app, args []string) int {
	f := a.flags()
	f.reading()
	f.writing()
	asHTML := f.Bool("html", false, "one self-contained HTML page")
	asJSON := f.Bool("json", false, "JSON, one object a line")
	snip := f.Int("snip", 3, "judge by rules of SNIP types up to `N`: 3 balancing, 4 situations")
	files, status, ok := f.files(args, 1, 0)
	if !ok {
		return status
	}
	o, err := f.reader()
	switch {
	case err != nil:
	case *asHTML && *asJSON:
		err = errors.New("-html and -json exclude each other")
	case *snip < 1 || *snip > 7:
		err = errors.New("-snip is from 1 to 7")
	}
	if err != nil {
		return f.wrong(err.Error())
	}
	worst := exitOK
	err = f.write(func(w io.Writer) error {
		buf := bufio.NewWriterSize(visible.NewWriter(w), 64<<10)
		var report remitReport
		switch {
		case *asHTML:
			report = newHTMLReport(buf)
		case *asJSON:
			report = &jsonReport{w: buf}
		default:
			report = &textReport{textPage{w: buf}}
		}
		before := remit835.NewDuplicates(0)
		for _, file := range files {
			status, err := a.remitFile(report, file, o, *snip, before)
			if err != nil {
				status = a.fail(file, err)
			}
			worst = max(worst, status)
		}
		if worst == exitFailed && f.output != "" {
			return errors.Join(errors.New("nothing was written, since a file could not be read"), report.close())
		}
		return errors.Join(report.close(), buf.Flush())
	})
	if err != nil {
		return a.fail("", err)
	}
	return worst
}

// remitFile prints the remittances of one file.
func (a *app) remitFile(report remitReport, file string, o x12.ReaderOptions, snip int, before *remit835.Duplicates) (int, error) {
	src, err := a.open(file)
	if err != nil {
		return exitFailed, err
	}
	defer src.Close()
	p := newRemitPass(report, file, snip, before)
	r := remit835.NewReader(src, &remit835.ReaderOptions{X12: o, Reuse: true, OnIssue: p.read})
	for it, err := range r.Items() {
		if err == nil {
			err = p.item(it)
		}
		if err != nil {
			return exitFailed, errors.Join(err, p.cut())
		}
	}
	if err := p.cut(); err != nil {
		return exitFailed, err
	}
	if p.n == 0 {
		fmt.Fprintf(a.stderr, "claimwire remit: %s: there is no remittance in it\n", file)
	}
	return p.status, nil
}

// remitPass goes through one file, with one claim in memory.
type remitPass struct {
	report  remitReport
	file    string
	judge   *remit835.Judge
	effects remit835.Effects
	status  int
	n       int // remittances so far

	head     *remitHead // of the remittance that is open
	end      remitEnd
	payment  int // the claim payment that is being judged; 0 for none
	findings []remit835.Finding
}

func newRemitPass(report remitReport, file string, snip int, before *remit835.Duplicates) *remitPass {
	p := &remitPass{report: report, file: file}
	rules := remit835.NewReceivedRuleSet()
	rules.Limit(snip)
	p.judge = remit835.NewJudge(&remit835.JudgeOptions{Rules: rules, Duplicates: before, Source: file}, p.found)
	return p
}

// maxFindings is how many findings about a remittance as a whole are shown.
const maxFindings = 1000

// found takes a finding: about the claim payment at hand, or else about the
// remittance.
func (p *remitPass) found(f remit835.Finding) {
	if f.Severity == x12.Error {
		p.status = exitFindings
	}
	if f.At.Payment > 0 && f.At.Payment == p.payment {
		p.findings = append(p.findings, f)
	} else if len(p.end.Findings) < maxFindings {
		p.end.Findings, p.end.findings = append(p.end.Findings, findingOf(f, false)), append(p.end.findings, f)
	}
}

// read takes what the reader finds: a segment that no field holds may be money.
func (p *remitPass) read(i x12.Issue) {
	if i.Code == x12.CodeNotHeld || i.Code == x12.CodeValueNotHeld {
		p.end.NotRead++
		p.status = exitFindings
	}
}

// item takes a step of the file.
func (p *remitPass) item(it *remit835.Item) error {
	switch it.Kind {
	case remit835.SetBegin:
		if !it.Typed {
			return nil
		}
		p.n++
		notRead := p.end.NotRead // of the head: the reader was there before
		p.end = remitEnd{NotRead: notRead, unreadAmount: unreadHead(it.Remittance)}
		p.judge.Item(it)
		p.head = headOf(it, p.file, p.n)
		for _, f := range p.end.findings {
			if f.Before != nil {
				p.head.Facts = append(p.head.Facts, fact{"Duplicate", "this payment was read before (" + f.Before.String() + "); it is not added up"})
			}
		}
		return p.report.begin(p.head)
	case remit835.PaymentItem:
		p.payment, p.findings = it.At.Payment, p.findings[:0]
		link := p.judge.Payment(it.Payment)
		p.payment = 0
		v := claimOf(it.Payment, link, p.findings, p.file)
		if by := p.judge.NamedBy(); by != nil {
			v.named(by)
		}
		if v.Unread == 0 { // else it is in no total
			effect := p.effects.Of(it.Payment, v.outcome, link)
			p.end.add(v, &effect)
		} else {
			p.end.leaveOut(v)
		}
		return p.report.claim(v)
	case remit835.SummaryItem:
		p.judge.Item(it)
		unread := it.Summary.UnreadAdjustments()
		for i := range it.Summary.Adjustments {
			_, is := slices.BinarySearch(unread, i)
			p.end.Adjustments = append(p.end.Adjustments, providerOf(&it.Summary.Adjustments[i], is, p.judge))
		}
	case remit835.SetEnd:
		if p.head == nil {
			return nil
		}
		if it.Trailer == nil {
			p.end.Cut, p.status = true, exitFindings
		}
		return p.finish(p.judge.Item(it))
	default:
		p.judge.Item(it)
	}
	return nil
}

// finish ends the remittance that is open.
func (p *remitPass) finish(b *remit835.Balance) error {
	p.head = nil
	p.end.balance(b)
	err := p.report.end(&p.end)
	p.end = remitEnd{}
	return err
}

// cut ends a remittance that the file does not end.
func (p *remitPass) cut() error {
	if p.head == nil {
		return nil
	}
	p.end.Cut = true
	p.status = exitFindings
	return p.finish(p.judge.End(nil))
}
