// SPDX-License-Identifier: Apache-2.0

package encounter

import "github.com/claimwire/claimwire/x12"

// Stay is what a hospital, a nursing facility, a clinic, a home health agency or
// a hospice bills for a period: an inpatient stay or outpatient visits. With it
// an Encounter becomes an institutional claim. The services are its lines; who
// attended and operated stands in the providers, condition codes and the
// earlier claim stand where every encounter has them.
type Stay struct {
	BillType  string    `json:"billType,omitzero"`  // type of bill as on paper, 0131 or 131; in place of facility and frequency
	Facility  string    `json:"facility,omitzero"`  // who bills, for which kind of care
	Frequency string    `json:"frequency,omitzero"` // which part of the stay the bill is for; when empty, worked out from dates and status
	From      x12.Date  `json:"from,omitzero"`      // first day that the bill covers; when empty, the encounter's date, the admission or the first service
	Through   x12.Date  `json:"through,omitzero"`   // last day that the bill covers; when empty, the discharge, the encounter's end date or the last service
	Admission Admission `json:"admission,omitzero"` // how the patient came; of an outpatient visit priority and origin alone
	Discharge Discharge `json:"discharge,omitzero"` // how the patient left

	DRG                string       `json:"drg,omitzero"`                // diagnosis related group, when the contract pays by it: three or four digits
	AdmittingDiagnosis string       `json:"admittingDiagnosis,omitzero"` // why the patient was admitted; needed for inpatients
	ReasonsForVisit    []string     `json:"reasonsForVisit,omitempty"`   // diagnoses with which an outpatient came, up to three
	ExternalCauses     []Diagnosis  `json:"externalCauses,omitempty"`    // what caused an injury or poisoning, up to twelve
	Procedures         []Procedure  `json:"procedures,omitempty"`        // of inpatients, the principal one first, up to 25
	Occurrences        []Occurrence `json:"occurrences,omitempty"`       // events that bear on the claim, up to 24
	OccurrenceSpans    []Span       `json:"occurrenceSpans,omitempty"`   // periods that bear on the claim, up to 24
	Values             []Value      `json:"values,omitempty"`            // amounts and numbers that bear on the claim, up to 24
	TreatmentCodes     []string     `json:"treatmentCodes,omitempty"`    // of home health plans, up to 24

	CoveredDays         NullAmount `json:"coveredDays,omitzero"`         // days that the payer covers
	NonCoveredDays      NullAmount `json:"nonCoveredDays,omitzero"`      // days that it does not cover
	CoinsuranceDays     NullAmount `json:"coinsuranceDays,omitzero"`     // days with coinsurance
	LifetimeReserveDays NullAmount `json:"lifetimeReserveDays,omitzero"` // days of the lifetime reserve

	EstimatedDue     NullAmount `json:"estimatedDue,omitzero"`      // dollars that the patient will probably owe
	PeerReview       string     `json:"peerReview,omitzero"`        // number of the approval by a peer review organization
	DeviceExemptions []string   `json:"deviceExemptions,omitempty"` // further numbers of investigational devices, besides the encounter's: five in all
	Notes            []Note     `json:"notes,omitempty"`            // on care and home, besides the encounter's note: up to ten
}

// Admission is how a patient came.
type Admission struct {
	Date     x12.Date `json:"date,omitzero"`     // of the admission, or the start of home health or hospice care
	Hour     x12.Time `json:"hour,omitzero"`     // of the admission, 14:30
	Priority string   `json:"priority,omitzero"` // how urgent it was
	Origin   string   `json:"origin,omitzero"`   // from where the patient came; of a newborn born-here or born-elsewhere (at home, on the way, in another hospital)
}

// Discharge is how a patient left.
type Discharge struct {
	Date   x12.Date `json:"date,omitzero"`   // the last day of the stay, when the bill is for its end
	Hour   x12.Time `json:"hour,omitzero"`   // 11:30; of inpatients
	Status string   `json:"status,omitzero"` // to where, or still there; of interim bills still there when empty
}

// Diagnosis is a diagnosis. In JSON it may be a string: its code.
type Diagnosis struct {
	Code               string `json:"code"`                        // with or without the point
	PresentOnAdmission string `json:"presentOnAdmission,omitzero"` // of an inpatient: whether it was there on admission; empty or exempt where the list of codes asks for nothing
}

// Codes are diagnoses of which only the codes are known.
func Codes(codes ...string) []Diagnosis {
	out := make([]Diagnosis, len(codes))
	for i, c := range codes {
		out[i].Code = c
	}
	return out
}

// Procedure is what was done to an inpatient.
type Procedure struct {
	Code string   `json:"code"`          // ICD-10-PCS, or ICD-9 of the time before
	Date x12.Date `json:"date,omitzero"` // when it was done
}

// Occurrence is an event that bears on the claim.
type Occurrence struct {
	Code string   `json:"code"` // two characters of the list of the National Uniform Billing Committee
	Date x12.Date `json:"date"` // when it happened
}

// Span is a period that bears on the claim.
type Span struct {
	Code    string   `json:"code"`    // two characters of the committee's list
	From    x12.Date `json:"from"`    // its first day
	Through x12.Date `json:"through"` // its last day
}

// Value is an amount or a number that bears on the claim.
type Value struct {
	Code   string     `json:"code"`   // two characters of the committee's list
	Amount NullAmount `json:"amount"` // dollars, or what the code says
}

// InpatientDecision is what a payer, mostly Medicare, reported of a decided
// inpatient claim, besides the remarks.
type InpatientDecision struct {
	CoveredDays             NullAmount `json:"coveredDays,omitzero"`             // days or visits that it covers; the stay's when empty
	PsychiatricDays         NullAmount `json:"psychiatricDays,omitzero"`         // of the lifetime allowance
	DRGAmount               NullAmount `json:"drgAmount,omitzero"`               // dollars by the diagnosis related group
	DisproportionateShare   NullAmount `json:"disproportionateShare,omitzero"`   // dollars
	PassThrough             NullAmount `json:"passThrough,omitzero"`             // dollars passed through as secondary payer
	Capital                 NullAmount `json:"capital,omitzero"`                 // dollars for capital
	CapitalFederal          NullAmount `json:"capitalFederal,omitzero"`          // dollars for capital, the federal part
	CapitalHospital         NullAmount `json:"capitalHospital,omitzero"`         // dollars for capital, the hospital's part
	CapitalDisproportionate NullAmount `json:"capitalDisproportionate,omitzero"` // dollars for capital, disproportionate share
	OldCapital              NullAmount `json:"oldCapital,omitzero"`              // dollars
	CapitalTeaching         NullAmount `json:"capitalTeaching,omitzero"`         // dollars for capital, indirect teaching
	OperatingHospital       NullAmount `json:"operatingHospital,omitzero"`       // dollars for operation, the hospital's part
	CostReportDays          NullAmount `json:"costReportDays,omitzero"`          // days
	OperatingFederal        NullAmount `json:"operatingFederal,omitzero"`        // dollars for operation, the federal part
	CapitalOutlier          NullAmount `json:"capitalOutlier,omitzero"`          // dollars for capital, outlier
	Teaching                NullAmount `json:"teaching,omitzero"`                // dollars, indirect teaching
	CapitalException        NullAmount `json:"capitalException,omitzero"`        // dollars for capital, exception
}
