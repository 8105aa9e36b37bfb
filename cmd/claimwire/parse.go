// SPDX-License-Identifier: Apache-2.0

package main

import (
	"errors"
	"io"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/x12"
)

var parseCommand = &command{
	name: "parse", usage: "[flags] FILE...", summary: "Read files into JSON, one record a line",
	detail: `
Each record has the keys type, file, at, interchange, group and set. The type
says what else it has:

  837P, 837I, 837D  claim: a claim with what it stands in
  835.remittance    remittance: the payment, payer and payee, before its claims
  835               payment: what was decided about a claim
  835.summary       summary: provider adjustments, with totals and the balance,
                    after the claims
  270, 271          patient: who is asked or answered about, with what it stands in
  271.source        source: a refusal that names no patient
  set               context: what stands in a set without a claim or payment
  segments          segments: those of a set of another kind, or outside of sets
  trailer           trailer: one that is missing or not what its header implies

The interchange, the group and the set are whole in the first record of each, and
{"ref":n} after. encode makes the file of the records again.

What could not be read as it should be, segments that move because they stand out
of the order of the guide, and a file that ends too soon, are findings on the
standard error; exit status 1 if one of them is an error.
`,
	run: parse,
}

func parse(a *app, args []string) int {
	f := a.flags()
	f.reading()
	f.writing()
	f.telling()
	f.capping()
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
		for _, file := range files {
			status, err := parseFile(f, w, file, o)
			worst = max(worst, status)
			if err != nil {
				worst = a.fail(file, err)
				if f.output != "" {
					return errors.New("nothing was written, since a file could not be read")
				}
			}
		}
		return nil
	})
	if err != nil {
		return a.fail("", err)
	}
	return worst
}

// parseFile writes the records of a file and tells what was wrong with it.
func parseFile(f *flags, w io.Writer, file string, o x12.ReaderOptions) (status int, err error) {
	src, err := f.a.open(file)
	if err != nil {
		return exitOK, err
	}
	defer src.Close()
	t := f.told(file)
	defer t.close()
	take := func(i x12.Issue) {
		if i.Code == x12.CodeMoved {
			i.Severity = x12.Warning // the records do not have the order of the file
		}
		t.take(i)
	}
	err = claimwire.ToJSON(w, src, &claimwire.JSONOptions{Reader: claimwire.ReaderOptions{X12: o, OnIssue: take}, Source: file})
	return t.status, err
}
