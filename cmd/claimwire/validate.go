// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"errors"
	"io"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/internal/visible"
	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
)

var validateCommand = &command{
	name: "validate", usage: "[flags] FILE...", summary: "Validator files and print what is wrong with them",
	detail: `
WEDI SNIP types: 1 the syntax, 2 the implementation guide, 3 balancing of amounts,
4 and above the billing rules that this build knows. A set without a guide is
checked as far as its envelope. A payment that an earlier file holds, too, is a
duplicate. Exit status 1 if there is an error.

Of each code the first 100 issues of a file are printed, and then how many more
there are; --max-issues changes that. --json prints all of them.
`,
	run: validate,
}

func validate(a *app, args []string) int {
	f := a.flags()
	f.reading()
	f.telling()
	f.capping()
	asJSON := f.Bool("json", false, "one JSON object a finding")
	snip := f.Int("snip", 3, "check SNIP types up to `N`")
	files, status, ok := f.files(args, 1, 0)
	if !ok {
		return status
	}
	o, err := f.reader()
	if err == nil && (*snip < 1 || *snip > 7) {
		err = errors.New("-snip is from 1 to 7")
	}
	if err != nil {
		return f.wrong(err.Error())
	}
	w := bufio.NewWriterSize(visible.NewWriter(a.stdout), 64<<10)
	worst := exitOK
	check := claimwire.ValidateOptions{X12: o, SNIP: *snip, Duplicates: remit835.NewDuplicates(0)}
	for _, file := range files {
		if len(files) > 1 {
			check.Source = file
		}
		out := &printer{w: w, file: file, json: *asJSON, values: f.values, cap: f.issueCap()}
		status := exitFailed
		src, err := a.open(file)
		if err == nil {
			status, err = validateFile(out, src, &check)
			src.Close()
			out.printHidden()
		}
		if ferr := w.Flush(); ferr != nil {
			return a.fail("", ferr)
		}
		if err != nil {
			status = a.fail(file, err)
		}
		worst = max(worst, status)
	}
	return worst
}

// validateFile prints the issues of a file.
func validateFile(out *printer, src io.Reader, o *claimwire.ValidateOptions) (int, error) {
	status := exitOK
	v := claimwire.NewValidator(src, o)
	for i, err := range v.Issues() {
		if err != nil {
			return exitFailed, err
		}
		if i.Severity == x12.Error {
			status = exitFindings
		}
		if out.print(i, v.Controls(i)); out.err != nil {
			break
		}
	}
	return status, out.err
}
