// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"errors"
	"io"
	"iter"
)

// ValidateOptions say what Validate checks; the zero value is the default.
type ValidateOptions struct {
	// SNIP is the highest WEDI SNIP type to check: 1 for the syntax, 2 for the
	// guide too. 0 means all that this package knows, which is 2. The types above
	// belong to the packages that know what a set means.
	SNIP int
	// Reader says how to read the stream. Its OnIssue is not called: what it
	// would be told is among the findings.
	Reader ReaderOptions
	// Segment, when set, sees every segment after it was checked, with the validator,
	// whose Place tells its loop. The segment is valid until it returns. It may
	// stop the stream with an error.
	Segment func(*Segment, *Validator) error
}

// Validate checks a stream: what the reader had to put up with, the envelope
// (counts, control numbers, versions), and, of each set that has a guide, the
// place, usage, repeats, type, length, codes and conditions of every segment and
// element. It yields findings as they come, in constant memory.
//
// A set without a guide is checked as far as its envelope, with one warning
// (no-guide) for each version. What makes reading on impossible is a finding and
// ends the stream. A non-nil error is the last: there was no interchange at all,
// the source failed, or the hook returned it.
func Validate(r io.Reader, o *ValidateOptions) iter.Seq2[Issue, error] {
	return func(yield func(Issue, error) bool) {
		var opt ValidateOptions
		if o != nil {
			opt = *o
		}
		limit := opt.SNIP
		if limit <= 0 {
			limit = 2
		}
		stop := false
		report := func(i Issue) {
			if !stop && i.SNIP <= limit {
				stop = !yield(i, nil)
			}
		}
		opt.Reader.OnIssue = report
		src := NewReader(r, &opt.Reader)
		validator := NewValidator(report)
		for !stop {
			s, err := src.Next()
			if err == nil {
				validator.Segment(s)
				if opt.Segment != nil && !stop {
					err = opt.Segment(s, validator)
				}
				if err == nil {
					continue
				}
			}
			if stop {
				return
			}
			var syntax *SyntaxError
			switch {
			case err == io.EOF:
				validator.End(src.here())
			case errors.As(err, &syntax) && src.nIC > 0:
				validator.Flush()
				report(syntax.Issue())
			default:
				validator.Flush()
				if !stop {
					yield(Issue{}, err)
				}
			}
			return
		}
	}
}
