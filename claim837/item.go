// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// ItemKind says what an Item is.
type ItemKind uint8

const (
	InterchangeBegin = ItemKind(stream.InterchangeBegin) // Interchange is new
	InterchangeEnd   = ItemKind(stream.InterchangeEnd)   // Trailer is its IEA
	GroupBegin       = ItemKind(stream.GroupBegin)       // Group is new
	GroupEnd         = ItemKind(stream.GroupEnd)         // Trailer is its GE
	SetBegin         = ItemKind(stream.SetBegin)         // Set is new; Submission, when the set is read as claims
	SetEnd           = ItemKind(stream.SetEnd)           // Trailer is its SE
	ContextOnly      = ItemKind(stream.ContextOnly)      // a billing provider, subscriber or patient without a claim
	ClaimItem        = ItemKind(stream.Record)           // Claim
	SegmentItem      = ItemKind(stream.Segment)          // Raw: a segment that belongs to no claim and no context
)

// Item is a step of a stream of claims. The items of a file, in order, hold all
// of it: a RecodeWriter makes the file of them again.
type Item struct {
	Kind        ItemKind
	At          At
	Position    x12.Position // of the first segment
	Interchange *x12.Interchange
	Group       *x12.Group
	Set         *x12.Set
	// Typed reports whether the set is read as claims; the segments of any other
	// come as SegmentItem, one by one.
	Typed bool

	Submission      *Submission
	BillingProvider *BillingProvider
	Subscriber      *Subscriber
	Patient         *Patient
	Claim           *Claim

	Raw     x12.Raw
	Trailer *x12.Raw // nil when it was missing
}

// KindOf returns which claims a set of the implementation guide holds: the
// value of GS08 or ST03, whose errata are read alike. It is 0 for sets that this
// package does not read.
func KindOf(guide string) Kind {
	if len(guide) < 10 {
		return 0
	}
	switch guide[:10] {
	case "005010X222":
		return Professional
	case "005010X223":
		return Institutional
	case "005010X224":
		return Dental
	}
	return 0
}
