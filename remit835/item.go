// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"github.com/claimwire/claimwire/x12"
)

// Item is a step of a stream of remittances. The items of a file, in order, hold
// all of it: a RecodeWriter makes the file of them again. A ContextStep is a Header
// number without a claim, a RecordStep a Payment, and a SummaryStep a Summary. The
// SetEnd of a set that is read has the Remittance, too.
type Item struct {
	x12.Step
	At At // what the item stands in

	Remittance *Remittance // that the item stands in
	Header     *HeaderNumber
	Payment    *ClaimPayment
	Summary    *Summary
}

// Guide is the implementation guide of the remittance, as GS08 gives it.
const Guide = "005010X221A1"

// IsRemittance reports whether sets of the implementation guide, the value of GS08
// or ST03, are read as remittances. All errata of the guide are read alike.
func IsRemittance(guide string) bool {
	return len(guide) >= 10 && guide[:10] == Guide[:10]
}
