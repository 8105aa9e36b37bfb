// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"io"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/x12"
)

var recodeCommand = &command{
	name: "recode", usage: "[flags] FILE", summary: "Read a file into the data model and write it again",
	detail: `
All there is in the file stays: envelopes, control numbers, HL and LX numbers,
delimiters, every segment and element. The counts of SE, GE and IEA are made
anew; each change is a warning, and so is what no field of the model could hold
and what moves because it stands out of the order of the guide.
Sets of other kinds go through segment by segment. Byte order marks, wrapped
lines and indentation are dropped. Exit status 1 if anything was corrected,
moved or kept as a raw segment.
`,
	run: recode,
}

func recode(a *app, args []string) int {
	f := a.flags()
	f.reading()
	f.writing()
	f.telling()
	f.capping()
	files, status, ok := f.files(args, 1, 1)
	if !ok {
		return status
	}
	o, err := f.reader()
	if err != nil {
		return f.wrong(err.Error())
	}
	src, err := a.open(files[0])
	if err != nil {
		return a.fail(files[0], err)
	}
	defer src.Close()
	c := corrections{f.told(files[0])}
	defer c.close()
	err = f.write(func(w io.Writer) error {
		return claimwire.Recode(w, src, &claimwire.ReaderOptions{X12: o, OnIssue: c.take})
	})
	if err != nil {
		return a.fail(files[0], err)
	}
	return c.status
}

// told prints findings, and remembers whether one is an error.
type told struct {
	f      *flags
	file   string
	cap    *x12.IssueCap
	status int
}

func (f *flags) told(file string) told { return told{f: f, file: file, cap: f.issueCap()} }

func (t *told) take(i x12.Issue) {
	if i.Severity == x12.Error {
		t.status = exitFindings
	}
	if i.Severity >= x12.Warning && t.cap.Show(i) {
		t.f.finding(t.file, i)
	}
}

// close prints how many issues were not printed.
func (t *told) close() {
	for _, n := range t.cap.Hidden() {
		fmt.Fprintf(t.f.a.stderr, "%s: %s\n", t.file, n)
	}
}

// corrections prints what a rewriting changed, and remembers that it did.
type corrections struct{ told }

func (c *corrections) take(i x12.Issue) {
	switch i.Code {
	case x12.CodeCountCorrected, x12.CodeTrailerAdded, x12.CodeNotHeld, x12.CodeValueNotHeld:
		c.status = exitFindings
	case x12.CodeMoved:
		c.status = exitFindings
		i.Severity = x12.Warning // here it is a change of the file
	}
	c.told.take(i)
}
