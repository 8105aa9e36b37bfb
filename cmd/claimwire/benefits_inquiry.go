// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/x12"
)

// inquiries are those of -inquiry, for the answers to find them.
type inquiries struct {
	matcher *eligibility270.Matcher[*pendingInquiry]
	all     []*pendingInquiry
}

// pendingInquiry is an inquiry that waits for its answer.
type pendingInquiry struct {
	*eligibility270.Inquiry
	n        int // in its file
	answered bool
}

// readInquiries keeps the inquiries of a file: as many as a matcher does, of each
// who it is about and what is asked.
func (a *app) readInquiries(file string, o x12.ReaderOptions) (*inquiries, int, error) {
	src, err := a.open(file)
	if err != nil {
		return nil, exitFailed, err
	}
	defer src.Close()
	status, n := exitOK, 0
	in := &inquiries{matcher: eligibility270.NewMatcher[*pendingInquiry](0)}
	r := eligibility270.NewReader(src, &eligibility270.ReaderOptions{X12: o, Reuse: true, OnIssue: func(i x12.Issue) {
		if i.Severity == x12.Error || i.Code == x12.CodeNotHeld || i.Code == x12.CodeValueNotHeld {
			status = exitFindings
		}
	}})
	for q, err := range r.Inquiries() {
		if err != nil {
			return nil, exitFailed, err
		}
		n++
		short := *q
		short.Source, short.Receiver = nil, nil
		kept := &pendingInquiry{Inquiry: short.Clone(), n: n}
		in.matcher.Add(kept.Inquiry, kept)
		if len(in.all) < eligibility270.DefaultMaxInquiries {
			in.all = append(in.all, kept)
		} else {
			in.all[(n-1)%len(in.all)] = kept
		}
	}
	switch dropped := in.matcher.Dropped(); {
	case n == 0:
		fmt.Fprintf(a.stderr, "claimwire benefits: %s: there is no eligibility inquiry in it\n", file)
	case dropped > 0:
		fmt.Fprintf(a.stderr, "claimwire benefits: %s: the first %d of %d inquiries are too many to keep; cut the file, or give their answers apart\n", file, dropped, n)
		status = exitFindings
	}
	return in, status, nil
}

// match finds the inquiry of a response; nil for none.
func (in *inquiries) match(r *eligibility270.Response) (*eligibility270.Inquiry, eligibility270.MatchedBy) {
	found, by := in.matcher.Match(r)
	if found == nil {
		return nil, by
	}
	found.answered = true
	return found.Inquiry, by
}

// unanswered are the inquiries that no response was about, in the order of the
// file.
func (in *inquiries) unanswered() []*pendingInquiry {
	var out []*pendingInquiry
	if in == nil {
		return nil
	}
	first := 0 // the oldest of the ring
	for i := range in.all {
		if in.all[i].n < in.all[first].n {
			first = i
		}
	}
	for i := range in.all {
		if q := in.all[(first+i)%len(in.all)]; !q.answered {
			out = append(out, q)
		}
	}
	return out
}

// number is the trace number of an inquiry.
func (q *pendingInquiry) number() string {
	if len(q.Traces) > 0 {
		return q.Traces[0].Number
	}
	return ""
}
