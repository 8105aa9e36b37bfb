// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Encounter is a visit as the practice knows it, coded and ready to be billed.
// Nothing in it is a word of X12: diagnoses are given by code, providers by
// role, coverages in the order in which they pay. Claim makes the claim of it: an
// institutional one of a Stay, a dental one of a DentalVisit, else a
// professional one.
type Encounter struct {
	ID             string          `json:"id"`                      // the practice's own number of the claim, up to 20 characters; comes back with the payment
	Practice       *Practice       `json:"practice,omitempty"`      // the practice, when it is not given for all encounters
	Patient        Person          `json:"patient"`                 // who was treated
	Guarantor      *Person         `json:"guarantor,omitempty"`     // who answers for the bill: the insured of each coverage of somebody else that names none
	Coverages      []Coverage      `json:"coverages"`               // in the order in which they pay; the claim goes to the first that has not decided
	Providers      Roles           `json:"providers,omitzero"`      // who took part, unless a service says otherwise
	PlaceOfService x12.Code        `json:"placeOfService,omitzero"` // two digits of the CMS list: 11 office, 21 inpatient hospital …; not of a stay
	Stay           *Stay           `json:"stay,omitempty"`          // what a hospital or another institution bills
	Dental         *DentalVisit    `json:"dental,omitempty"`        // what a dentist bills; empty when there is nothing to add
	Date           x12.Date        `json:"date,omitzero"`           // of each service that has no date of its own
	EndDate        x12.Date        `json:"endDate,omitzero"`        // last day, when date is the first of several
	Dates          Dates           `json:"dates,omitzero"`          // other dates of the illness and the stay
	Accident       *Accident       `json:"accident,omitempty"`      // when an accident or the work caused the condition
	Diagnoses      []Diagnosis     `json:"diagnoses,omitempty"`     // the main one first: up to 12, of a stay 25, of a dental visit 4, which needs none
	DiagnosisCodes string          `json:"diagnosisCodes,omitzero"` // which list the diagnoses are from: icd-10 or icd-9; without it the date of service decides, of inpatients the last day of the stay
	Services       []Service       `json:"services"`                // what was done, up to 50, of a stay 999
	PatientPaid    NullAmount      `json:"patientPaid,omitzero"`    // dollars that the patient has paid; never subtract it from a charge
	Corrects       *Correction     `json:"corrects,omitempty"`      // the earlier claim that this one replaces or voids
	Consents       *Consents       `json:"consents,omitempty"`      // signatures and assignment, where they differ from the practice's
	Ambulance      *Transport      `json:"ambulance,omitempty"`     // the transport, for ambulance services
	AnesthesiaFor  []string        `json:"anesthesiaFor,omitempty"` // surgical codes that the anesthesia was for, one or two
	Chiropractic   *Chiropractic   `json:"chiropractic,omitempty"`  // spinal manipulation
	Vision         []Vision        `json:"vision,omitempty"`        // why spectacles or lenses were needed
	Homebound      bool            `json:"homebound,omitzero"`      // the patient cannot leave home
	EPSDTReferral  *ScreenReferral `json:"epsdtReferral,omitempty"` // outcome of a child's screening
	Note           *Note           `json:"note,omitempty"`          // for the payer, up to 80 characters
	Attachments    []Document      `json:"attachments,omitempty"`   // documents that support the claim, up to ten
	Contract       *Contract       `json:"contract,omitempty"`      // agreement with the payer, when the claim must name it

	PriorAuthorization     string     `json:"priorAuthorization,omitzero"`     // number by which the payer allowed the services
	Referral               string     `json:"referral,omitzero"`               // number of the referral
	CLIA                   string     `json:"clia,omitzero"`                   // certificate number of the laboratory
	Mammography            string     `json:"mammographyCertificate,omitzero"` // certificate number of the mammography facility
	MedicalRecord          string     `json:"medicalRecord,omitzero"`          // the practice's number of the medical record
	DeviceExemption        string     `json:"deviceExemption,omitzero"`        // number of an investigational device
	DemonstrationProject   string     `json:"demonstrationProject,omitzero"`   // identifier of a demonstration project
	CarePlanOversight      string     `json:"carePlanOversight,omitzero"`      // NPI of the home health agency or hospice that is overseen
	SpecialProgram         string     `json:"specialProgram,omitzero"`         // public program that the services belong to
	DelayReason            string     `json:"delayReason,omitzero"`            // why the claim is late
	AuthorizationException string     `json:"authorizationException,omitzero"` // why there is no authorization
	MandatoryCrossover     *bool      `json:"mandatoryCrossover,omitempty"`    // whether Medicare must pass the claim on
	ConditionCodes         []x12.Code `json:"conditionCodes,omitempty"`        // condition codes of the National Uniform Billing Committee, up to 24
	FileInformation        []string   `json:"fileInformation,omitempty"`       // data in the form that a payer or a state prescribes, up to ten
}

// NullAmount is an amount that may be absent.
type NullAmount = decimal.NullDecimal

// Dates are the dates that some services or payers ask for.
type Dates struct {
	Onset               x12.Date `json:"onset,omitzero"`               // of the illness or the first symptom
	InitialTreatment    x12.Date `json:"initialTreatment,omitzero"`    // when the treatment began
	LastSeen            x12.Date `json:"lastSeen,omitzero"`            // by the physician who looks after the patient
	AcuteManifestation  x12.Date `json:"acuteManifestation,omitzero"`  // of a chronic condition
	LastMenstrualPeriod x12.Date `json:"lastMenstrualPeriod,omitzero"` // its first day
	LastXRay            x12.Date `json:"lastXRay,omitzero"`            // for spinal manipulation
	Prescription        x12.Date `json:"prescription,omitzero"`        // of spectacles or a hearing device
	DisabledFrom        x12.Date `json:"disabledFrom,omitzero"`        // first day of disability
	DisabledTo          x12.Date `json:"disabledTo,omitzero"`          // last day of disability
	LastWorked          x12.Date `json:"lastWorked,omitzero"`          // last day at work
	ReturnToWork        x12.Date `json:"returnToWork,omitzero"`        // first day that work is allowed again
	Admission           x12.Date `json:"admission,omitzero"`           // to the hospital
	Discharge           x12.Date `json:"discharge,omitzero"`           // from the hospital
	AssumedCare         x12.Date `json:"assumedCare,omitzero"`         // taken over after an operation
	RelinquishedCare    x12.Date `json:"relinquishedCare,omitzero"`    // given to another after an operation
	FirstContact        x12.Date `json:"firstContact,omitzero"`        // with the patient, in property and casualty claims
}

// Accident says what caused the condition. Several causes may hold.
type Accident struct {
	Auto       bool     `json:"auto,omitzero"`       // a car accident; needs state or country
	Employment bool     `json:"employment,omitzero"` // the patient's work
	Other      bool     `json:"other,omitzero"`      // another accident
	Date       x12.Date `json:"date,omitzero"`       // when it happened
	State      string   `json:"state,omitzero"`      // two letters, of a car accident in the US, Canada or Mexico
	Country    string   `json:"country,omitzero"`    // two letters, of a car accident elsewhere
}

// Correction names an earlier claim and what becomes of it.
type Correction struct {
	Action      string `json:"action"`          // replace or void
	ClaimNumber string `json:"claimNumber"`     // the payer's own number of that claim
	Reason      string `json:"reason,omitzero"` // of a stay: what has changed; sent as a condition code
}

// Consents are signatures and assignment. What is empty takes the practice's
// word, and where that is empty too: all is signed, assigned and accepted.
type Consents struct {
	ProviderSigned   *bool  `json:"providerSigned,omitempty"`   // the provider's signature is on file
	AcceptAssignment string `json:"acceptAssignment,omitzero"`  // the provider takes the payer's amount as full payment
	AssignBenefits   string `json:"assignBenefits,omitzero"`    // the insured has the payer pay the provider
	Release          string `json:"release,omitzero"`           // how the patient allowed the release of data
	SignedForPatient bool   `json:"signedForPatient,omitempty"` // the provider signed because the patient was not there
}

// Note is free text for the payer. In JSON it may be a string: the text.
type Note struct {
	About string `json:"about,omitzero"` // what kind of text it is; additional information when empty
	Text  string `json:"text"`           // up to 80 characters
}

// Document is something that supports a claim and travels on another way.
type Document struct {
	Kind   string `json:"kind"`            // what it is: a word, or the two characters of the standard list
	How    string `json:"how"`             // how it reaches the payer
	Number string `json:"number,omitzero"` // written on it, up to 50 characters; needed unless it waits for a request
}

// Contract is an agreement with the payer.
type Contract struct {
	Kind            string     `json:"kind"`                     // how the agreement pays
	Amount          NullAmount `json:"amount,omitzero"`          // dollars
	Percentage      NullAmount `json:"percentage,omitzero"`      // percent
	Code            string     `json:"code,omitzero"`            // of the contract
	DiscountPercent NullAmount `json:"discountPercent,omitzero"` // percent
	Version         string     `json:"version,omitzero"`         // of the contract
}

// Chiropractic is about spinal manipulation.
type Chiropractic struct {
	Condition    string   `json:"condition"`              // of the patient
	Descriptions []string `json:"descriptions,omitempty"` // of the condition, up to two
}

// Vision says why spectacles or lenses were needed.
type Vision struct {
	For     string   `json:"for"`          // what was supplied
	Reasons []string `json:"reasons"`      // why, up to five
	Not     bool     `json:"not,omitzero"` // the reasons do not hold
}

// ScreenReferral is the outcome of a child's screening.
type ScreenReferral struct {
	Given    bool     `json:"given"`    // a referral was given
	Outcomes []string `json:"outcomes"` // what came of it, up to three
}
