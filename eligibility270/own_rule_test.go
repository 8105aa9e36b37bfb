// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"errors"
	"io"
	"testing"

	"github.com/claimwire/claimwire/x12"
	"github.com/claimwire/claimwire/x12/rules"
)

// Rules of the caller's own are run for inquiries and for responses, by Check and by
// the writers, and their issues say where the field stands.
func TestOwnRules(t *testing.T) {
	asking, answering := NewRuleSet(), NewResponseRuleSet()
	err := errors.Join(
		asking.Add(Rule{ID: "OWN-1", SNIP: 7, Severity: x12.Error, Title: "no group number", Check: func(q *Inquiry, r *rules.Report) {
			r.Report("subscriber.name.id", q.Subscriber.Name.ID)
		}}),
		answering.Add(ResponseRule{ID: "OWN-2", SNIP: 7, Severity: x12.Error, Title: "no plan", Check: func(_ *Response, r *rules.Report) {
			r.Report("benefits[0].plan", "")
		}}))
	if err != nil {
		t.Fatal(err)
	}
	only := func(issues []x12.Issue, want x12.IssueCode, loop, tag string, element int) {
		t.Helper()
		n := 0
		for _, i := range issues {
			if i.Code == want && i.Loop == loop && i.Tag == tag && i.Element == element {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s is found %d times in %+v", want, n, issues)
		}
	}
	q := inquiriesOf(t, []byte(sample270), nil)[0]
	only(Check(q, asking), "OWN-1", "2100C", "NM1", 9)
	var refused *RefusedError
	if err := NewInquiryWriter(io.Discard, envelope(), &WriterOptions{Rules: asking}).Write(q); !errors.As(err, &refused) {
		t.Fatal(err)
	}
	only(refused.Issues, "OWN-1", "2100C", "NM1", 9)
	r := told(t, "EB*1**30")
	only(CheckResponse(r, answering), "OWN-2", "2110C", "EB", 5)
	if err := NewResponseWriter(io.Discard, envelope(), &WriterOptions{ResponseRules: answering}).Write(r); !errors.As(err, &refused) {
		t.Fatal(err)
	}
	only(refused.Issues, "OWN-2", "2110C", "EB", 5)
}
