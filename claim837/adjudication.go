// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Adjudication is what another payer did with a line, loop 2430.
type Adjudication struct {
	PayerID          string                // SVD01: OtherPayer.Name.ID of that payer
	Paid             decimal.Decimal       // SVD02, dollars; zero when nothing was paid
	Procedure        Procedure             // SVD03: what the payer paid for
	RevenueCode      string                // SVD04, 837I only: four digits
	PaidUnits        decimal.Decimal       // SVD05
	BundledInto      int                   // SVD06: ServiceLine.Number of the line that this one was paid with; 0 = none
	Adjustments      []x12.AdjustmentGroup // CAS: why the payer paid less than charged, up to five
	PaidDate         x12.Date              // DTP*573, D8: when it decided
	PatientLiability decimal.NullDecimal   // AMT*EAF, dollars: what remains for the patient
	Rest             []x12.Raw
}

// Procedure is a coded service with its modifiers, SV101, SV202, SV301 and SVD03.
type Procedure struct {
	Qualifier   x12.Code   // -1: ProcedureHCPCS …
	Code        string     // -2
	Modifiers   []x12.Code // -3 to -6, up to four
	Description string     // -7: needed for an unlisted code
}
