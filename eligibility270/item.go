// SPDX-License-Identifier: Apache-2.0

package eligibility270

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
	SetBegin         = ItemKind(stream.SetBegin)         // Set is new; Transaction, when the set is read as an inquiry or a response
	SetEnd           = ItemKind(stream.SetEnd)           // Trailer is its SE
	ContextOnly      = ItemKind(stream.ContextOnly)      // a source, receiver, subscriber or dependent without a patient: a refusal, most often
	InquiryItem      = ItemKind(stream.Record)           // Inquiry: a patient of a 270
	SegmentItem      = ItemKind(stream.Segment)          // Raw: a segment that belongs to nothing else
	ResponseItem     = ItemKind(stream.More)             // Response: a patient of a 271
)

// Item is a step of a stream of inquiries or responses. The items of a file, in
// order, hold all of it: a RecodeWriter makes the file of them again.
type Item struct {
	Kind        ItemKind
	At          At
	Position    x12.Position // of the first segment
	Interchange *x12.Interchange
	Group       *x12.Group
	Set         *x12.Set
	// Typed reports whether the set is read as inquiries or responses; the segments
	// of any other come as SegmentItem, one by one.
	Typed bool

	// What the item stands in. A ContextOnly is about the last of them that is not
	// nil.
	Transaction *Transaction
	Source      *Source
	Receiver    *Receiver
	Subscriber  *Member
	Dependent   *Member
	Inquiry     *Inquiry
	Response    *Response

	Raw     x12.Raw
	Trailer *x12.Raw // nil when it was missing
}

// Guide is the implementation guide of both, as GS08 and ST03 give it.
const Guide = "005010X279A1"

// IsEligibility reports whether sets of the implementation guide, the value of GS08
// or ST03, are read as inquiries and responses. All errata of the guide are read
// alike.
func IsEligibility(guide string) bool {
	return len(guide) >= 10 && guide[:10] == Guide[:10]
}
