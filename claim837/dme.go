// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Equipment is the rental or purchase of durable medical equipment, SV5 in
// loop 2400.
type Equipment struct {
	Code          string          // SV501-2: HCPCS code (SV501-1 = HC), the same as the line's
	Days          decimal.Decimal // SV503: how long it is needed (SV502 = DA)
	RentalPrice   decimal.Decimal // SV504, dollars
	PurchasePrice decimal.Decimal // SV505, dollars
	Frequency     x12.Code        // SV506: rental price by 1 week, 4 month, 6 day
}

// EquipmentCertification is the certificate for equipment, CR3 in loop 2400.
type EquipmentCertification struct {
	Type   x12.Code        // CR301: I initial, R renewal, S revised
	Months decimal.Decimal // CR303: how long it is needed (CR302 = MO)
}

// Form is a payer's form with its answers, loop 2440.
type Form struct {
	Qualifier x12.Code     // LQ01: AS form of the payer, UT form of the Medicare DME contractors
	ID        string       // LQ02: which form
	Answers   []FormAnswer // FRM, at least one
	Rest      []x12.Raw
}

// FormAnswer answers one question of a form, FRM.
type FormAnswer struct {
	Question string              // FRM01: its number or letter
	YesNo    x12.Code            // FRM02: Yes, No or NotApplicable
	Text     string              // FRM03
	Date     x12.Date            // FRM04, CCYYMMDD
	Percent  decimal.NullDecimal // FRM05
}

// TestResult is a laboratory or body measure, MEA in loop 2400.
type TestResult struct {
	Kind    x12.Code        // MEA01: OG starting dosage, TR test result
	Measure x12.Code        // MEA02: HT height, R1 hemoglobin, R2 hematocrit, R3 epoetin, R4 creatinine
	Value   decimal.Decimal // MEA03
}

// Drug identifies what was given, loop 2410.
type Drug struct {
	Qualifier          x12.Code        // LIN02: DrugNDC or a product code list
	Code               string          // LIN03: an NDC has eleven digits, no hyphens
	Quantity           decimal.Decimal // CTP04
	Unit               x12.Code        // CTP05-1: DrugMilliliter …
	PrescriptionNumber string          // REF*XZ
	CompoundLink       string          // REF*VY: shared by the parts of one compound
	Rest               []x12.Raw
}
