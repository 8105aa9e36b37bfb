// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// Where the fields of a patient, and of what it stands in, stand: of a subscriber,
// and of a dependent.
var (
	inquiryPlaces = [2]codec.Places[Inquiry]{{Do: describeInquiry}, {Do: func(c *codec.Codec, q *Inquiry) {
		codec.One(c, q, &dependentInquiryLoop) // which has the questions
		describeInquiry(c, q)
	}}}
	responsePlaces = [2]codec.Places[Response]{{Do: describeResponse}, {Do: func(c *codec.Codec, r *Response) {
		codec.One(c, r, &dependentResponseLoop)
		describeResponse(c, r)
	}}}
)

func (q *Inquiry) places() *codec.Places[Inquiry] {
	if q.Dependent != nil {
		return &inquiryPlaces[1]
	}
	return &inquiryPlaces[0]
}

func (r *Response) places() *codec.Places[Response] {
	if r.Dependent != nil {
		return &responsePlaces[1]
	}
	return &responsePlaces[0]
}

// Place returns where the field at a path stands, "questions[1].serviceTypes", as in
// the JSON of the inquiry. It reports false when there is no such field, or inquiries
// have no place for it.
func (q *Inquiry) Place(path string) (x12.Place, bool) { return q.places().Find(path) }

// Place returns where the field at a path stands, "benefits[1].amount", as in the JSON
// of the response. It reports false when there is no such field.
func (r *Response) Place(path string) (x12.Place, bool) { return r.places().Find(path) }

func describeInquiry(c *codec.Codec, q *Inquiry) {
	describeAround(c, &q.Transaction, &q.Source, &q.Receiver)
	codec.One(c, q, &subscriberInquiryLoop)
}

func describeResponse(c *codec.Codec, r *Response) {
	describeAround(c, &r.Transaction, &r.Source, &r.Receiver)
	codec.One(c, r, &subscriberResponseLoop)
}

func describeAround(c *codec.Codec, t **Transaction, s **Source, r **Receiver) {
	codec.Apart[At](c)
	codec.Opt(c, t, &transactionLoop)
	codec.Opt(c, s, &sourceLevelLoop)
	codec.Opt(c, r, &receiverLevelLoop)
}

// What a Writer refuses besides what the guide does not allow.
const (
	// CodeNoContext is a patient without a subscriber, or without the payer or the
	// provider that it stands in.
	CodeNoContext x12.IssueCode = "no-context"
	// CodeNoPlace is a value that is set and that no segment would carry: a list is
	// longer than its segment, or the inquiry has no element for it.
	CodeNoPlace x12.IssueCode = "no-place-for-value"
)

func noContext(path string) x12.Issue {
	return x12.Issue{Code: CodeNoContext, Severity: x12.Error, SNIP: 4, Path: path,
		Detail: "what the patient stands in is missing; give it"}
}

func noPlace(path string) x12.Issue {
	return x12.Issue{Code: CodeNoPlace, Severity: x12.Error, SNIP: 4, Path: path,
		Detail: "a segment has no place for this value; take it out, or give it where it belongs"}
}
