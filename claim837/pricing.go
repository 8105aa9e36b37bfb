// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Contract is what was agreed with the payer, CN1 in loops 2300 and 2400.
type Contract struct {
	Type            x12.Code            // CN101: 02 per diem, 04 flat, 05 capitated, 06 percent …
	Amount          decimal.NullDecimal // CN102, dollars
	Percentage      decimal.NullDecimal // CN103, percent
	Code            string              // CN104
	DiscountPercent decimal.NullDecimal // CN105, percent
	Version         string              // CN106
}

// Pricing is what a repricer made of the claim or the line, HCP in loops 2300
// and 2400.
type Pricing struct {
	Method        x12.Code            // HCP01
	Allowed       decimal.Decimal     // HCP02, dollars
	Saving        decimal.NullDecimal // HCP03, dollars
	Repricer      string              // HCP04: identifier of the repricing organization
	Rate          decimal.NullDecimal // HCP05, dollars: per diem or flat rate
	PatientGroup  string              // HCP06: approved ambulatory patient group, in 837I diagnosis related group
	GroupAmount   decimal.NullDecimal // HCP07, dollars
	RevenueCode   string              // HCP08: approved revenue code, 837I only
	Procedure     x12.Code            // HCP09: kind of ProcedureCode; loop 2400 only
	ProcedureCode string              // HCP10: approved code; loop 2400 only
	Unit          x12.Code            // HCP11: UnitCount or UnitMinutes; loop 2400 only
	Units         decimal.NullDecimal // HCP12: approved units; loop 2400 only
	RejectReason  x12.Code            // HCP13: T1 to T6
	PolicyCode    x12.Code            // HCP14: policy compliance
	ExceptionCode x12.Code            // HCP15: why out of network
}

// PurchasedService is a service bought from another provider, PS1 in loop
// 2400.
type PurchasedService struct {
	ProviderID string          // PS101: identifier of ServiceLine.Purchased
	Charge     decimal.Decimal // PS102, dollars
}
