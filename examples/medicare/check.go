package main

import (
	"io"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
)

// check reads the file that was made as its receiver will: the sums of its
// claims, and what validation finds. SNIP 1 and 2 are x12's to judge, the rest
// the rules'.
func check(f io.ReadSeeker, rules *claim837.RuleSet, report func(x12.Issue)) (file sums, err error) {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return file, err
	}
	for issue, err := range x12.Validate(f, nil) {
		if err != nil {
			return file, err
		}
		report(issue)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return file, err
	}
	r := claim837.NewReader(f, &claim837.ReaderOptions{Reuse: true, OnIssue: report})
	for c, err := range r.Claims() {
		if err != nil {
			return file, err
		}
		file.add(len(c.Lines), c.Charge)
		claim837.Judge(c, rules, report)
	}
	return file, nil
}
