// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// InstitutionalClaim is what loop 2300 of the 837I has beside the fields that
// all claims share: see Claim for the charge, the frequency, the admission date,
// the diagnoses, the condition codes, and the rendering and referring provider
// and the facility.
type InstitutionalClaim struct {
	FacilityType x12.Code // CLM05-1 (CLM05-2 = A): first two digits of the bill type; see Claim.BillType

	Statement       x12.DateRange // DTP*434, RD8: first to last day of the bill
	AdmissionHour   x12.Time      // DTP*435, DT: hour and minute of Claim.Admission
	DischargeHour   x12.Time      // DTP*096, TM
	AdmissionType   x12.Code      // CL101: AdmissionEmergency …
	AdmissionSource x12.Code      // CL102: AdmittedFromHome …; point of origin
	PatientStatus   x12.Code      // CL103: DischargedHome …

	EstimatedDue       decimal.NullDecimal // AMT*F3, dollars: what the patient is expected to pay
	PeerReviewApproval string              // REF*G4: number of a quality improvement organization

	AdmittingDiagnosis x12.CodedValue       // HI*ABJ or BJ
	ReasonsForVisit    []x12.CodedValue     // HI*APR or PR, up to three
	ExternalCauses     []Diagnosis          // HI*ABN or BN, up to twelve
	DRG                string               // HI*DR: diagnosis related group, three digits
	PrincipalProcedure *InpatientProcedure  // HI*BBR, BR or CAH
	OtherProcedures    []InpatientProcedure // HI*BBQ or BQ, up to 24
	OccurrenceSpans    []OccurrenceSpan     // HI*BI, up to 24
	Occurrences        []Occurrence         // HI*BH, up to 24
	ValueCodes         []ValueCode          // HI*BE, up to 24
	TreatmentCodes     []x12.Code           // HI*TC, up to 24: plan of care of home health
	Attending          *Provider            // loop 2310A, NM1*71: responsible for the stay
	Operating          *Provider            // loop 2310B, NM1*72
	OtherOperating     *Provider            // loop 2310C, NM1*ZZ: only with Operating
}

// InpatientProcedure is an ICD procedure and its day.
type InpatientProcedure struct {
	Qualifier x12.Code // -1: InpatientPrincipal …
	Code      string   // -2: seven characters in ICD-10-PCS
	Date      x12.Date // -4 (-3 = D8)
}

// Occurrence is an event that matters for payment, and its day.
type Occurrence struct {
	Code x12.Code // -2: two characters
	Date x12.Date // -4 (-3 = D8)
}

// OccurrenceSpan is an event that lasts.
type OccurrenceSpan struct {
	Code   x12.Code      // -2: two characters
	Period x12.DateRange // -4 (-3 = RD8): first to last day
}

// ValueCode is an amount or a number that matters for payment.
type ValueCode struct {
	Code   x12.Code        // -2: two characters
	Amount decimal.Decimal // -5: dollars, days or units, as Code says
}

// InstitutionalLine is what loop 2400 of the 837I has beside the fields that all
// lines share; it is nil for a line with none of it.
type InstitutionalLine struct {
	Rate           decimal.NullDecimal // SV206, dollars a unit: not used since 5010, read when it is there
	NonCovered     decimal.NullDecimal // SV207, dollars, within the charge
	ServiceTax     decimal.NullDecimal // AMT*GT, dollars, within the charge
	FacilityTax    decimal.NullDecimal // AMT*N8, dollars, within the charge
	Operating      *Provider           // loop 2420A, NM1*72
	OtherOperating *Provider           // loop 2420B, NM1*ZZ: only with Operating
}

// InpatientAdjudication is what a payer (mostly Medicare) reported of an
// inpatient claim, MIA. Amounts are dollars; PPS is prospective payment.
type InpatientAdjudication struct {
	CoveredDays             decimal.Decimal     // MIA01: days or visits
	PsychiatricDays         decimal.NullDecimal // MIA03: in a lifetime
	DRGAmount               decimal.NullDecimal // MIA04
	Remarks                 []x12.Code          // MIA05, MIA20 to MIA23: remark codes; empty where one that follows is not
	DisproportionateShare   decimal.NullDecimal // MIA06
	SecondaryPassThrough    decimal.NullDecimal // MIA07: Medicare as the second payer
	Capital                 decimal.NullDecimal // MIA08: PPS
	CapitalFederalDRG       decimal.NullDecimal // MIA09: PPS, federal specific portion
	CapitalHospitalDRG      decimal.NullDecimal // MIA10: PPS, hospital specific portion
	CapitalDisproportionate decimal.NullDecimal // MIA11: PPS
	OldCapital              decimal.NullDecimal // MIA12
	CapitalTeaching         decimal.NullDecimal // MIA13: PPS, indirect medical education
	OperatingHospitalDRG    decimal.NullDecimal // MIA14: PPS
	CostReportDays          decimal.NullDecimal // MIA15
	OperatingFederalDRG     decimal.NullDecimal // MIA16: PPS
	CapitalOutlier          decimal.NullDecimal // MIA17: PPS
	Teaching                decimal.NullDecimal // MIA18: indirect
	NonPayableProfessional  decimal.NullDecimal // MIA19: professional part billed but not payable
	CapitalException        decimal.NullDecimal // MIA24: PPS
}
