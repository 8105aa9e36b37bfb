// SPDX-License-Identifier: Apache-2.0

package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/remit835/report"
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

func remit(a *app, args []string) int {
	f := a.flags()
	f.reading()
	f.writing()
	asHTML := f.Bool("html", false, "one self-contained HTML page")
	asJSON := f.Bool("json", false, "JSON, one object a line")
	snip := f.Int("snip", 3, "check by rules of SNIP types up to `N`: 3 balancing, 4 situations")
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
	write := report.NewTextWriter
	switch {
	case *asHTML:
		write = report.NewHTMLWriter
	case *asJSON:
		write = report.NewJSONWriter
	}
	options := &report.Options{Reader: remit835.ReaderOptions{X12: o}, Checker: remit835.CheckerOptions{Rules: remit835.NewRuleSet().Received()}}
	options.Checker.Rules.Limit(*snip)
	worst := exitOK
	err = f.write(func(dst io.Writer) error {
		w := write(dst, options)
		for _, file := range files {
			status, err := a.remitFile(w, file)
			if err != nil {
				status = a.fail(file, err)
			}
			worst = max(worst, status)
		}
		if worst == exitFailed && f.output != "" {
			return errors.Join(errors.New("nothing was written, since a file could not be read"), w.Close())
		}
		return w.Close()
	})
	if err != nil {
		return a.fail("", err)
	}
	return worst
}

// remitFile adds the remittances of one file to the report.
func (a *app) remitFile(w *report.Writer, file string) (int, error) {
	src, err := a.open(file)
	if err != nil {
		return exitFailed, err
	}
	defer src.Close()
	sum, err := w.Add(file, src)
	switch {
	case err != nil:
		return exitFailed, err
	case sum.Remittances == 0:
		fmt.Fprintf(a.stderr, "claimwire remit: %s: there is no remittance in it\n", file)
	}
	if !sum.OK() {
		return exitFindings, nil
	}
	return exitOK, nil
}
