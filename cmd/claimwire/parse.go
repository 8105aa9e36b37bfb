// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"errors"
	"io"

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

What could not be read as it should be, and a file that ends too soon, are findings
on the standard error; exit status 1 if one of them is an error.
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
		buf := bufio.NewWriterSize(w, 64<<10)
		for _, file := range files {
			status, err := parseFile(f, buf, file, o)
			worst = max(worst, status)
			if ferr := buf.Flush(); ferr != nil {
				return ferr
			}
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
func parseFile(f *flags, w *bufio.Writer, file string, o x12.ReaderOptions) (status int, err error) {
	src, err := f.a.open(file)
	if err != nil {
		return exitOK, err
	}
	defer src.Close()
	t := f.told(file)
	defer t.close()
	p := newRecorder(w, file)
	var ends trailers
	err = readItems(src, readOptions{x12: o, onIssue: t.take}, func(it *item) error {
		if tag, code := ends.missing(it); code != "" {
			t.take(x12.NewIssue(code, x12.Position{Offset: ends.after, Interchange: it.Position.Interchange, Group: it.Position.Group, Set: it.Position.Set, Tag: tag}, ""))
		}
		return p.item(it)
	})
	return t.status, errors.Join(err, p.close())
}

// trailers finds those that are missing. A fragment needs none around its sets.
type trailers struct {
	fragment bool
	after    int64 // offset of the last record that came
}

func (t *trailers) missing(it *item) (tag string, code x12.IssueCode) {
	t.after = max(t.after, it.Position.Offset)
	switch {
	case it.Kind == x12.InterchangeBegin:
		t.fragment = it.Interchange.Fragment
	case it.Trailer != nil:
	case it.Kind == x12.SetEnd:
		return "SE", x12.CodeMissingSE
	case it.Kind == x12.GroupEnd && !t.fragment:
		return "GE", x12.CodeMissingGE
	case it.Kind == x12.InterchangeEnd && !t.fragment:
		return "IEA", x12.CodeMissingIEA
	}
	return "", ""
}
