// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Adjustment is a difference between what was charged and what is paid, and
// why: one of the six trios of a CAS segment with the group of that segment.
type Adjustment struct {
	Group    x12.Code            // CAS01: GroupContractual, GroupOther, GroupPayer or GroupPatient
	Reason   x12.Code            // CAS02, 05 … 17: claim adjustment reason code (CARC)
	Amount   decimal.Decimal     // CAS03, 06 … 18, dollars: positive lowers the payment
	Quantity decimal.NullDecimal // CAS04, 07 … 19: units adjusted; of a claim, days not covered
	// Place is which trio of its segment this was read from, 1 to 6, when that is
	// not the one after the adjustment before it; 1 begins another segment of the
	// same group. Leave it 0: a segment then takes adjustments of one group until
	// it is full. Only a RecodeWriter looks at it.
	Place int
}

// ProviderAdjustment is money that is moved for no claim of this remittance: one
// of the six pairs of a PLB segment with what the segment says of all of them.
type ProviderAdjustment struct {
	ProviderID   string          // PLB01: the payer's number of the provider, or NPI
	FiscalPeriod x12.Date        // PLB02: last day of the provider's fiscal year, or of the calendar year
	Reason       x12.Code        // PLB03-1, 05-1 … 13-1: AdjustOverpaymentRecovery …
	Reference    string          // PLB03-2, 05-2 … 13-2: which claim, check or remittance it is about
	Amount       decimal.Decimal // PLB04, 06 … 14, dollars: positive lowers the payment
	Place        int             // which pair of its segment this was read from; see Adjustment.Place
}

// Summary is what ends a remittance: the PLB segments.
type Summary struct {
	At          At
	Remittance  *Remittance
	Adjustments []ProviderAdjustment // PLB
	Rest        []x12.Raw            // among and after them
}
