// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/claim837/form"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/visible"
	"github.com/claimwire/claimwire/x12"
)

var formCommand = &command{
	name: "form", usage: "[flags] FILE...", summary: "Print claims as their paper forms show them",
	detail: `
A professional claim is shown as a CMS-1500 (02/12), an institutional one as a
UB-04: each box with its number and what stands in it, six or 22 services a page,
and below them what does not fit. Of dental claims there is no paper form, which
is a finding of severity error.
`,
	run: printForms,
}

func printForms(a *app, args []string) int {
	f := a.flags()
	f.reading()
	f.writing()
	f.telling()
	f.capping()
	asJSON := f.Bool("json", false, "one JSON object a claim")
	files, status, ok := f.files(args, 1, 0)
	if !ok {
		return status
	}
	o, err := f.reader()
	if err != nil {
		return f.wrong(err.Error())
	}
	worst := exitOK
	err = f.write(func(w io.Writer) error {
		p := &formPrinter{w: bufio.NewWriterSize(visible.NewWriter(w), 64<<10), json: *asJSON, f: f}
		for _, file := range files {
			status, err := a.formFile(p, file, o)
			if ferr := p.w.Flush(); ferr != nil {
				return ferr
			}
			if err != nil {
				status = a.fail(file, err)
				if f.output != "" {
					return errors.New("nothing was written, since a file could not be read")
				}
			}
			worst = max(worst, status)
		}
		return nil
	})
	if err != nil {
		return a.fail("", err)
	}
	return worst
}

// formFile prints the claims of one file.
func (a *app) formFile(p *formPrinter, file string, o x12.ReaderOptions) (int, error) {
	src, err := a.open(file)
	if err != nil {
		return exitFailed, err
	}
	defer src.Close()
	status, n := exitOK, 0
	p.file = file
	r := claim837.NewReader(src, &claim837.ReaderOptions{X12: o, Reuse: true, OnIssue: func(x12.Issue) {}})
	for c, err := range r.Claims() {
		if err != nil {
			return exitFailed, err
		}
		n++
		f, found := form.Of(c)
		for _, i := range found {
			if i.Severity == x12.Error {
				status = exitFindings
			}
		}
		if err := p.print(c, f, found); err != nil {
			return exitFailed, err
		}
	}
	if n == 0 {
		fmt.Fprintf(a.stderr, "claimwire form: %s: there is no claim in it\n", file)
	}
	return status, nil
}

// formPrinter prints forms, as text or as JSON.
type formPrinter struct {
	w    *bufio.Writer
	file string
	json bool
	f    *flags
}

// formRecord is the JSON of one claim.
type formRecord struct {
	Type   string // "form"
	File   string
	At     claim837.At
	Claim  string // its number
	Kind   claim837.Kind
	Form   *form.Form // nil when there is none
	Issues []formIssue
}

// formIssue is what does not fit.
type formIssue struct {
	Path     string
	Code     x12.IssueCode
	Severity x12.Severity
	Message  string
	Value    string // with --values
}

func (p *formPrinter) print(c *claim837.Claim, f *form.Form, found []x12.Issue) error {
	if p.json {
		return p.printJSON(c, f, found)
	}
	if f == nil {
		if _, err := p.w.WriteString("claim " + c.ID + "\n"); err != nil {
			return err
		}
	} else if err := f.WriteText(p.w); err != nil {
		return err
	}
	out := printer{w: p.w, file: p.file, values: p.f.values, cap: p.f.issueCap()} // of this claim
	for _, i := range found {
		out.printPath(i)
	}
	out.printHidden()
	if len(found) > 0 {
		out.fault(p.w.WriteByte('\n'))
	}
	return out.err
}

func (p *formPrinter) printJSON(c *claim837.Claim, f *form.Form, found []x12.Issue) error {
	r := formRecord{Type: "form", File: p.file, At: c.At, Claim: c.ID, Kind: c.Kind, Form: f}
	for _, i := range found {
		issue := formIssue{Path: i.Path, Code: i.Code, Severity: i.Severity, Message: i.Detail}
		if p.f.values {
			issue.Value = i.Value
		}
		r.Issues = append(r.Issues, issue)
	}
	b, err := jsonx.Marshal(r)
	if err != nil {
		return err
	}
	_, err = p.w.Write(append(b, '\n'))
	return err
}
