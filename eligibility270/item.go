// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"github.com/claimwire/claimwire/x12"
)

// Item is a step of a stream of inquiries or responses. The items of a file, in
// order, hold all of it: a RecodeWriter makes the file of them again. A RecordStep is
// an Inquiry or a Response.
type Item struct {
	x12.Step
	At At // what the item stands in

	// What the item stands in. A ContextStep is about the last of them that is not
	// nil.
	Transaction *Transaction
	Source      *Source
	Receiver    *Receiver
	Subscriber  *Member
	Dependent   *Member
	Inquiry     *Inquiry
	Response    *Response
}

// Guide is the implementation guide of both, as GS08 and ST03 give it.
const Guide = "005010X279A1"

// IsEligibility reports whether sets of the implementation guide, the value of GS08
// or ST03, are read as inquiries and responses. All errata of the guide are read
// alike.
func IsEligibility(guide string) bool {
	return len(guide) >= 10 && guide[:10] == Guide[:10]
}
