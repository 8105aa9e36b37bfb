// SPDX-License-Identifier: Apache-2.0

package encounter

import "github.com/claimwire/claimwire/x12"

// Service is one thing that was done for the patient.
type Service struct {
	ID             string       `json:"id,omitzero"`             // the practice's number of the service, up to 30 characters; its place when empty
	RevenueCode    string       `json:"revenueCode,omitzero"`    // of a stay: four digits
	Code           string       `json:"code,omitzero"`           // CPT or HCPCS code, of a dental visit CDT; of a stay where the revenue code needs one, or HIPPS
	CodeList       string       `json:"codeList,omitzero"`       // which list code is from; when empty hcpcs, of a dental visit cdt, with revenue codes 0022 to 0024 hipps
	Modifiers      []x12.Code   `json:"modifiers,omitempty"`     // up to four
	Description    string       `json:"description,omitzero"`    // for a code that says "unlisted"
	Date           x12.Date     `json:"date,omitzero"`           // when; the encounter's date when empty
	EndDate        x12.Date     `json:"endDate,omitzero"`        // last day, when date is the first of several
	Charge         NullAmount   `json:"charge"`                  // dollars for all units, tax and postage within
	Units          NullAmount   `json:"units,omitzero"`          // how many; one when neither units nor minutes are given
	Minutes        NullAmount   `json:"minutes,omitzero"`        // of anesthesia, in place of units
	NonCovered     NullAmount   `json:"nonCovered,omitzero"`     // of a stay: dollars within charge that are not covered
	Teeth          []Tooth      `json:"teeth,omitempty"`         // of a dental visit, up to 32
	OralCavity     []string     `json:"oralCavity,omitempty"`    // of a dental visit: the part of the mouth, where no tooth is named, up to five
	Prosthesis     *Prosthesis  `json:"prosthesis,omitempty"`    // of a dental visit: a crown, inlay, bridge or denture
	PlaceOfService x12.Code     `json:"placeOfService,omitzero"` // when not the encounter's
	Diagnoses      []string     `json:"diagnoses,omitempty"`     // codes from the encounter's, the main one first, up to four; needed when there are several
	Emergency      bool         `json:"emergency,omitzero"`      // the service was an emergency
	EPSDT          bool         `json:"epsdt,omitzero"`          // part of a child's screening
	FamilyPlanning bool         `json:"familyPlanning,omitzero"` // a family planning service
	CopayExempt    bool         `json:"copayExempt,omitzero"`    // the patient owes no copay
	Providers      Roles        `json:"providers,omitzero"`      // who took part, where it differs from the encounter
	Drug           *Drug        `json:"drug,omitempty"`          // the drug that was given
	Equipment      *Equipment   `json:"equipment,omitempty"`     // medical equipment, rented or bought
	Ambulance      *Transport   `json:"ambulance,omitempty"`     // a transport that differs from the encounter's
	Purchased      *Purchase    `json:"purchased,omitempty"`     // a service bought from another provider
	TestResults    []Test       `json:"testResults,omitempty"`   // measures that the payer asks for, up to five
	Dates          ServiceDates `json:"dates,omitzero"`          // other dates
	Note           *Note        `json:"note,omitempty"`          // for the payer
	OutsideNote    string       `json:"outsideNote,omitzero"`    // for another organization that reads the claim
	Attachments    []Document   `json:"attachments,omitempty"`   // documents that support the service, up to ten
	Contract       *Contract    `json:"contract,omitempty"`      // agreement with the payer, when it must be named
	Forms          []FilledForm `json:"forms,omitempty"`         // a payer's forms, filled in

	PriorAuthorizations []PayerNumber `json:"priorAuthorizations,omitempty"`   // when not the encounter's, up to five
	Referrals           []PayerNumber `json:"referrals,omitempty"`             // when not the encounter's, up to five
	CLIA                string        `json:"clia,omitzero"`                   // laboratory certificate, when not the encounter's
	ReferringCLIA       string        `json:"referringCLIA,omitzero"`          // certificate of the laboratory that sent the test
	Mammography         string        `json:"mammographyCertificate,omitzero"` // when not the encounter's
	ImmunizationBatch   string        `json:"immunizationBatch,omitzero"`      // batch of the vaccine
	Predeterminations   []PayerNumber `json:"predeterminations,omitempty"`     // numbers of payers' answers to a dentist's question, up to five
	ServiceTax          NullAmount    `json:"serviceTax,omitzero"`             // of a stay: dollars, within charge
	FacilityTax         NullAmount    `json:"facilityTax,omitzero"`            // of a stay: dollars, within charge
	SalesTax            NullAmount    `json:"salesTax,omitzero"`               // dollars, within charge; not of a stay
	Postage             NullAmount    `json:"postage,omitzero"`                // dollars, within charge
	ObstetricUnits      NullAmount    `json:"obstetricUnits,omitzero"`         // additional units of obstetric anesthesia
	HospiceEmployee     *bool         `json:"hospiceEmployee,omitempty"`       // whether a hospice employs who gave the service
	FileInformation     []string      `json:"fileInformation,omitempty"`       // data in the form that a payer or a state prescribes, up to ten
}

// PayerNumber is a number given by a payer.
type PayerNumber struct {
	Number  string `json:"number"`           // up to 50 characters
	PayerID string `json:"payerID,omitzero"` // id of the other payer; empty for the claim's own
}

// ServiceDates are the dates that some services ask for.
type ServiceDates struct {
	Prescription     x12.Date `json:"prescription,omitzero"`     // of the drug or device
	BeginTherapy     x12.Date `json:"beginTherapy,omitzero"`     // of equipment or infusion
	LastCertified    x12.Date `json:"lastCertified,omitzero"`    // of the need for equipment
	Recertified      x12.Date `json:"recertified,omitzero"`      // or revised, of the need for equipment
	LastSeen         x12.Date `json:"lastSeen,omitzero"`         // when not the encounter's
	HemoglobinTest   x12.Date `json:"hemoglobinTest,omitzero"`   // or hematocrit
	CreatinineTest   x12.Date `json:"creatinineTest,omitzero"`   // serum creatinine
	Shipped          x12.Date `json:"shipped,omitzero"`          // of equipment
	LastXRay         x12.Date `json:"lastXRay,omitzero"`         // when not the encounter's
	InitialTreatment x12.Date `json:"initialTreatment,omitzero"` // when not the encounter's

	AppliancePlaced    x12.Date `json:"appliancePlaced,omitzero"`    // of an orthodontic appliance, when not the encounter's
	ApplianceReplaced  x12.Date `json:"applianceReplaced,omitzero"`  // of an orthodontic appliance
	TreatmentStarted   x12.Date `json:"treatmentStarted,omitzero"`   // of a dental treatment that takes several visits
	TreatmentCompleted x12.Date `json:"treatmentCompleted,omitzero"` // of a dental treatment that takes several visits
}

// Drug is a drug that was given.
type Drug struct {
	NDC          string     `json:"ndc,omitzero"`          // national drug code: eleven digits, or ten with the hyphens of the label
	Product      string     `json:"product,omitzero"`      // in place of ndc: another product code
	ProductList  string     `json:"productList,omitzero"`  // which list product is from
	Quantity     NullAmount `json:"quantity"`              // how much
	Unit         string     `json:"unit"`                  // of quantity
	Prescription string     `json:"prescription,omitzero"` // number of the prescription
	Compound     string     `json:"compound,omitzero"`     // in place of prescription: a number shared by the parts of one compound
}

// Equipment is medical equipment, rented or bought, and the certificate
// that it is needed.
type Equipment struct {
	Days          NullAmount `json:"days,omitzero"`          // how long it is needed
	RentalPrice   NullAmount `json:"rentalPrice,omitzero"`   // dollars for one period
	RentalPeriod  string     `json:"rentalPeriod,omitzero"`  // day, week or month
	PurchasePrice NullAmount `json:"purchasePrice,omitzero"` // dollars
	Certificate   string     `json:"certificate,omitzero"`   // kind of the certificate of need
	Months        NullAmount `json:"months,omitzero"`        // how long the certificate says that it is needed
	SentBy        string     `json:"sentBy,omitzero"`        // how the certificate reaches the payer
	OnFile        *bool      `json:"onFile,omitempty"`       // whether the certificate of need is on file with the supplier
	Replacement   *bool      `json:"replacement,omitempty"`  // whether the item replaces an earlier one
}

// Transport is a transport by ambulance.
type Transport struct {
	Reason           string        `json:"reason"`                    // why it went where it went
	Miles            NullAmount    `json:"miles"`                     // with the patient on board
	WeightPounds     NullAmount    `json:"weightPounds,omitzero"`     // of the patient
	RoundTripPurpose string        `json:"roundTripPurpose,omitzero"` // why a round trip
	StretcherPurpose string        `json:"stretcherPurpose,omitzero"` // why a stretcher
	Conditions       []string      `json:"conditions,omitempty"`      // of the patient that made an ambulance necessary, up to five
	NotConditions    []string      `json:"notConditions,omitempty"`   // that did not hold, up to five
	PickUp           PostalAddress `json:"pickUp,omitzero"`           // from where
	DropOff          PostalAddress `json:"dropOff,omitzero"`          // to where
	DropOffName      string        `json:"dropOffName,omitzero"`      // name of the place
	Patients         NullAmount    `json:"patients,omitzero"`         // on board, when more than one; of a service only
}

// Purchase is a service bought from another provider.
type Purchase struct {
	From   Party      `json:"from"`            // who sold it
	Number string     `json:"number,omitzero"` // of the seller; its NPI when empty
	Charge NullAmount `json:"charge"`          // dollars paid to the seller
}

// Test is a laboratory or body measure.
type Test struct {
	Measure      string     `json:"measure"`               // what was measured
	Value        NullAmount `json:"value"`                 // the measure
	StartingDose bool       `json:"startingDose,omitzero"` // a starting dose, not a result
}

// FilledForm is a payer's form, filled in.
type FilledForm struct {
	List    string         `json:"list,omitzero"` // whose form it is; the Medicare equipment contractors' when empty
	ID      string         `json:"id"`            // which form
	Answers []FilledAnswer `json:"answers"`       // at least one
}

// FilledAnswer answers one question of a form.
type FilledAnswer struct {
	Question string     `json:"question"`         // its number or letter
	Answer   string     `json:"answer,omitzero"`  // yes, no or not-applicable
	Text     string     `json:"text,omitzero"`    // in words
	Date     x12.Date   `json:"date,omitzero"`    // a day
	Percent  NullAmount `json:"percent,omitzero"` // percent
}
