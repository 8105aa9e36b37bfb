// SPDX-License-Identifier: Apache-2.0

package remit835

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
	SetBegin         = ItemKind(stream.SetBegin)         // Set is new; Remittance, when the set is read as one
	SetEnd           = ItemKind(stream.SetEnd)           // Trailer is its SE; Remittance is the one that ends
	HeaderOnly       = ItemKind(stream.ContextOnly)      // Header: a header number without a claim
	PaymentItem      = ItemKind(stream.Record)           // Payment
	SegmentItem      = ItemKind(stream.Segment)          // Raw: a segment that belongs to nothing else
	SummaryItem      = ItemKind(stream.More)             // Summary: PLB segments
)

// Item is a step of a stream of remittances. The items of a file, in order, hold
// all of it: a RecodeWriter makes the file of them again.
type Item struct {
	Kind        ItemKind
	At          At
	Position    x12.Position // of the first segment
	Interchange *x12.Interchange
	Group       *x12.Group
	Set         *x12.Set
	// Typed reports whether the set is read as a remittance; the segments of any
	// other come as SegmentItem, one by one.
	Typed bool

	Remittance *Remittance // that the item stands in
	Header     *HeaderNumber
	Payment    *ClaimPayment
	Summary    *Summary

	Raw     x12.Raw
	Trailer *x12.Raw // nil when it was missing
}

// Guide is the implementation guide of the remittance, as GS08 gives it.
const Guide = "005010X221A1"

// IsRemittance reports whether sets of the implementation guide, the value of GS08
// or ST03, are read as remittances. All errata of the guide are read alike.
func IsRemittance(guide string) bool {
	return len(guide) >= 10 && guide[:10] == Guide[:10]
}
