// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// Where the fields of a patient, and of what it stands in, stand.
var (
	inquiryPlaces = codec.Places[Inquiry]{Do: func(c *codec.Codec, q *Inquiry) {
		describeAround(c, &q.Transaction, &q.Source, &q.Receiver)
		codec.One(c, q, &subscriberInquiryLoop)
		codec.One(c, q, &dependentInquiryLoop)
	}}
	responsePlaces = codec.Places[Response]{Do: func(c *codec.Codec, r *Response) {
		describeAround(c, &r.Transaction, &r.Source, &r.Receiver)
		codec.One(c, r, &subscriberResponseLoop)
		codec.One(c, r, &dependentResponseLoop)
	}}
)

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
