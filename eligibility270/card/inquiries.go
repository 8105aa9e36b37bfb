// SPDX-License-Identifier: Apache-2.0

package card

import (
	"io"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// Inquiries are inquiries that wait for their answers. Each serves the cards of one
// goroutine.
type Inquiries struct {
	matcher *eligibility270.Matcher[*Pending]
	kept    []*Pending // a ring, when there are more than a Matcher keeps
	n       int
	unread  int // findings
}

// Pending is an inquiry that waits for its answer.
type Pending struct {
	Inquiry  *eligibility270.Inquiry
	N        int // which inquiry of its stream, from 1
	answered bool
}

// ReadInquiries reads the inquiries of a stream: of each who it is about and what
// is asked, and of many the last eligibility270.DefaultMaxInquiries. Nil options
// are the defaults.
func ReadInquiries(src io.Reader, o *eligibility270.ReaderOptions) (*Inquiries, error) {
	in := &Inquiries{matcher: eligibility270.NewMatcher[*Pending](0)}
	var opt eligibility270.ReaderOptions
	if o != nil {
		opt = *o
	}
	on := opt.OnIssue
	opt.Reuse, opt.OnIssue = true, func(i x12.Issue) {
		if i.Severity == x12.Error || stream.NotHeld(&i) {
			in.unread++
		}
		if on != nil {
			on(i)
		}
	}
	for q, err := range eligibility270.NewReader(src, &opt).Inquiries() {
		if err != nil {
			return nil, err
		}
		in.add(q)
	}
	return in, nil
}

func (in *Inquiries) add(q *eligibility270.Inquiry) {
	in.n++
	short := *q
	short.Source, short.Receiver = nil, nil
	p := &Pending{Inquiry: short.Clone(), N: in.n}
	in.matcher.Add(p.Inquiry, p)
	if len(in.kept) < eligibility270.DefaultMaxInquiries {
		in.kept = append(in.kept, p)
	} else {
		in.kept[(in.n-1)%len(in.kept)] = p
	}
}

// Len returns how many inquiries were read.
func (in *Inquiries) Len() int {
	if in == nil {
		return 0
	}
	return in.n
}

// Dropped returns how many of them, the first ones, were too many to keep: answers
// to them are matched with none.
func (in *Inquiries) Dropped() int {
	if in == nil || in.matcher == nil {
		return 0
	}
	return in.matcher.Dropped()
}

// OK reports whether all of them were read as they should be, and kept.
func (in *Inquiries) OK() bool { return in == nil || in.unread == 0 && in.Dropped() == 0 }

// match finds the inquiry of a response; nil for none.
func (in *Inquiries) match(r *eligibility270.Response) (*eligibility270.Inquiry, eligibility270.MatchedBy) {
	if in.matcher == nil {
		return nil, eligibility270.MatchNone
	}
	found, by := in.matcher.Match(r)
	if found == nil {
		return nil, by
	}
	found.answered = true
	return found.Inquiry, by
}

// Unanswered returns the inquiries that no card has been about so far, in their
// order.
func (in *Inquiries) Unanswered() []*Pending {
	if in == nil {
		return nil
	}
	var out []*Pending
	first := 0 // the oldest of the ring
	for i := range in.kept {
		if in.kept[i].N < in.kept[first].N {
			first = i
		}
	}
	for i := range in.kept {
		if q := in.kept[(first+i)%len(in.kept)]; !q.answered {
			out = append(out, q)
		}
	}
	return out
}

// number returns the trace number of an inquiry.
func (q *Pending) number() string {
	if len(q.Inquiry.Traces) > 0 {
		return q.Inquiry.Traces[0].Number
	}
	return ""
}
