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
`,
	run: parse,
}

func parse(a *app, args []string) int {
	f := a.flags()
	f.reading()
	f.writing()
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
			err := a.parseFile(buf, file, o)
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

func (a *app) parseFile(w *bufio.Writer, file string, o x12.ReaderOptions) error {
	src, err := a.open(file)
	if err != nil {
		return err
	}
	defer src.Close()
	p := newRecorder(w, file)
	err = readItems(src, readOptions{x12: o, onIssue: func(x12.Issue) {}}, p.item)
	return errors.Join(err, p.close())
}
