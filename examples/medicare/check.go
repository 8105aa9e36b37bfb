// SPDX-License-Identifier: Apache-2.0

package main

import (
	"io"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
)

// check reads the file that was made as its receiver will: take gets each of its
// claims, and report what validation finds. SNIP 1 and 2 are x12's to check, the rest
// the rules'.
func check(f io.ReadSeeker, rules *claim837.RuleSet, take func(*claim837.Claim), report func(x12.Issue)) error {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	for issue, err := range x12.Validate(f, nil) {
		if err != nil {
			return err
		}
		report(issue)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	r := claim837.NewReader(f, &claim837.ReaderOptions{Reuse: true, OnIssue: report})
	for c, err := range r.Claims() {
		if err != nil {
			return err
		}
		take(c)
		for _, issue := range claim837.Check(c, rules) {
			report(issue)
		}
	}
	return nil
}
