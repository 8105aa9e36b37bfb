// SPDX-License-Identifier: Apache-2.0

// Validate prints what is wrong with 837P files: the syntax and the guide's
// tables first, then the billing rules of each claim. It exits 1 when there is an
// error among the findings, 2 when a file cannot be checked.
//
//	go run ./examples/validate FILE…
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
)

func main() {
	code := 0
	for _, path := range os.Args[1:] {
		f, err := os.Open(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, "validate:", err)
			os.Exit(2)
		}
		errs, err := validate(f, os.Stdout)
		f.Close()
		switch {
		case err != nil:
			fmt.Fprintln(os.Stderr, "validate:", err)
			os.Exit(2)
		case errs > 0:
			code = 1
		}
	}
	os.Exit(code)
}

// validate prints the findings of one file, and counts the errors.
func validate(f io.ReadSeeker, w io.Writer) (errs int, err error) {
	report := func(i x12.Issue) {
		fmt.Fprintln(w, i)
		if i.Severity == x12.Error {
			errs++
		}
	}
	for issue, err := range x12.Validate(f, nil) {
		if err != nil {
			return errs, err
		}
		report(issue)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return errs, err
	}
	rules := claim837.NewRuleSet().Received()
	r := claim837.NewReader(f, &claim837.ReaderOptions{Reuse: true})
	for c, err := range r.Claims() {
		if err != nil {
			return errs, err
		}
		for _, issue := range claim837.Check(c, rules) {
			fmt.Fprintf(w, "claim %s: ", c.ID)
			report(issue)
		}
	}
	return errs, nil
}
