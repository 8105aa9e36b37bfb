// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// ServicePayment is what a payer decided about one service line, loop 2110.
// Amounts are dollars.
type ServicePayment struct {
	Procedure      Procedure           // SVC01: what is paid for
	Charge         decimal.Decimal     // SVC02
	Paid           decimal.Decimal     // SVC03
	RevenueCode    string              // SVC04: when SVC01 is a procedure
	Units          decimal.NullDecimal // SVC05: paid units; absent means 1
	Submitted      *Procedure          // SVC06: what was charged, when another than Procedure
	SubmittedUnits decimal.NullDecimal // SVC07: absent means as Units

	Date          x12.Date        // DTM*472: of the service
	From          x12.Date        // DTM*150: first day
	To            x12.Date        // DTM*151: last day
	Adjustments   []Adjustment    // CAS
	References    []x12.Reference // REF*1S, APC, BB authorization, E9, G1, G3, LU or RB, up to eight
	ControlNumber string          // REF*6R: the provider's number of the line
	RenderingIDs  []x12.Reference // REF*0B, 1A, 1B, 1C, 1D, 1G, 1H, 1J, D3, G2, HPI, SY or TJ, up to ten
	Policies      []string        // REF*0K: payer's policies that it was checked by, up to five
	Amounts       []Amount        // AMT: AmountAllowed …; in no balance
	Quantities    []Quantity      // QTY
	Remarks       []Remark        // LQ, up to 99
	Rest          []x12.Raw
}

// Procedure is a coded service with its modifiers, SVC01 and SVC06.
type Procedure struct {
	Qualifier   x12.Code   // -1: ProcedureHCPCS …
	Code        string     // -2
	Modifiers   []x12.Code // -3 to -6, up to four
	Description string     // -7: as submitted
}

// Remark is a remark on a line, segment LQ.
type Remark struct {
	List x12.Code // LQ01: RemarkHE or RemarkRX
	Code string   // LQ02: remark code (RARC), or NCPDP reject code
}

// Amount returns the first of the line's amounts with the qualifier.
func (s *ServicePayment) Amount(qualifier x12.Code) decimal.NullDecimal {
	return amountOf(s.Amounts, qualifier)
}
