// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/x12"
)

// Item is a step of a stream of claims. The items of a file, in order, hold all
// of it: a RecodeWriter makes the file of them again. A SetBegin that is read as
// claims has a Submission; a ContextStep has a billing provider, subscriber or
// patient without a claim, and a RecordStep has a Claim.
type Item struct {
	x12.Step
	At At // what the item stands in

	Submission      *Submission
	BillingProvider *BillingProvider
	Subscriber      *Subscriber
	Patient         *Patient
	Claim           *Claim
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
