// SPDX-License-Identifier: Apache-2.0

package encounter

import "github.com/claimwire/claimwire/x12"

// Person is a patient or an insured person.
type Person struct {
	LastName      string        `json:"lastName,omitzero"`      // family name
	FirstName     string        `json:"firstName,omitzero"`     // given name
	MiddleName    string        `json:"middleName,omitzero"`    // middle name or initial
	Suffix        string        `json:"suffix,omitzero"`        // Jr, III …
	Organization  string        `json:"organization,omitzero"`  // in place of a person: the employer insured for its workers
	BirthDate     x12.Date      `json:"birthDate,omitzero"`     // day of birth
	Sex           string        `json:"sex,omitzero"`           // female, male or unknown
	Address       PostalAddress `json:"address,omitzero"`       // home
	SSN           string        `json:"ssn,omitzero"`           // social security number, only when the payer asks for it
	Phone         string        `json:"phone,omitzero"`         // sent in property and casualty claims only
	ContactName   string        `json:"contactName,omitzero"`   // who answers the phone, when it is another person
	DeathDate     x12.Date      `json:"deathDate,omitzero"`     // of a patient who has died
	WeightPounds  NullAmount    `json:"weightPounds,omitzero"`  // of a patient, where the service needs it
	Pregnant      bool          `json:"pregnant,omitzero"`      // of a patient, where the law asks
	CasualtyClaim string        `json:"casualtyClaim,omitzero"` // number of a property and casualty claim, by its payer
}

// PostalAddress is where somebody lives or works.
type PostalAddress struct {
	Line1   string `json:"line1,omitzero"`   // street and number
	Line2   string `json:"line2,omitzero"`   // suite, apartment
	City    string `json:"city,omitzero"`    // name of the city
	State   string `json:"state,omitzero"`   // two letters in the US and Canada; elsewhere the subdivision, one to three characters
	Zip     string `json:"zip,omitzero"`     // five or nine digits, with or without a hyphen; elsewhere the postal code
	Country string `json:"country,omitzero"` // two letters; empty for the US
}

// Party is a provider or a place where services are given. In JSON it may be a
// string: the key of a provider in practice.providers.
type Party struct {
	Use          string        `json:"use,omitzero"`          // key of a provider of the practice; then nothing else is given
	LastName     string        `json:"lastName,omitzero"`     // of a person
	FirstName    string        `json:"firstName,omitzero"`    // of a person
	MiddleName   string        `json:"middleName,omitzero"`   // of a person
	Suffix       string        `json:"suffix,omitzero"`       // of a person
	Organization string        `json:"organization,omitzero"` // name of an organization, in place of a person's
	NPI          string        `json:"npi,omitzero"`          // national provider identifier, ten digits
	Taxonomy     string        `json:"taxonomy,omitzero"`     // specialty, ten characters of the NUCC list
	TaxID        string        `json:"taxID,omitzero"`        // employer's number, nine digits; of who bills
	SSN          string        `json:"ssn,omitzero"`          // in place of taxID for a person who bills
	Address      PostalAddress `json:"address,omitzero"`      // of a billing provider, a facility, or who ordered
	ContactName  string        `json:"contactName,omitzero"`  // whom to ask
	Phone        string        `json:"phone,omitzero"`        // ten digits, with or without punctuation
	Extension    string        `json:"extension,omitzero"`    // of the phone
	Fax          string        `json:"fax,omitzero"`          // ten digits
	Email        string        `json:"email,omitzero"`        // address
	Numbers      []PartyNumber `json:"numbers,omitempty"`     // further identifiers, for those without an NPI or when a payer asks
}

// PartyNumber is a further identifier of a provider.
type PartyNumber struct {
	Kind    string `json:"kind"`             // who gave it
	Number  string `json:"number"`           // up to 50 characters
	PayerID string `json:"payerID,omitzero"` // of a service's provider: id of the other payer whose number it is
}

// Use refers to a provider of the practice by its key.
func Use(key string) *Party { return &Party{Use: key} }

// Roles says who took part in an encounter or in a service.
type Roles struct {
	Billing     *Party `json:"billing,omitempty"`     // who bills, when not the practice's billing provider; of an encounter only
	Rendering   *Party `json:"rendering,omitempty"`   // who gave the service; not sent when it is who bills
	Referring   *Party `json:"referring,omitempty"`   // who sent the patient
	PrimaryCare *Party `json:"primaryCare,omitempty"` // the patient's own physician, along with referring
	Supervising *Party `json:"supervising,omitempty"` // who oversaw the service
	Ordering    *Party `json:"ordering,omitempty"`    // who ordered the service
	Facility    *Party `json:"facility,omitempty"`    // where, when not at the billing provider's address

	Attending        *Party `json:"attending,omitempty"`        // who is responsible for a stay; of an encounter only
	Operating        *Party `json:"operating,omitempty"`        // who operated, of a stay
	OtherOperating   *Party `json:"otherOperating,omitempty"`   // who operated along with operating, of a stay
	AssistantSurgeon *Party `json:"assistantSurgeon,omitempty"` // who helped a dentist to operate
}

// Coverage is an insurance of the patient.
type Coverage struct {
	Payer            Payer     `json:"payer"`                     // the insurer
	Plan             string    `json:"plan"`                      // kind of insurance
	MemberID         string    `json:"memberID,omitzero"`         // on the insurance card
	GroupNumber      string    `json:"groupNumber,omitzero"`      // on the insurance card
	GroupName        string    `json:"groupName,omitzero"`        // sent when there is no number
	Relationship     string    `json:"relationship,omitzero"`     // of the patient to the insured; self when empty and no insured is named
	Insured          *Person   `json:"insured,omitempty"`         // who holds the insurance, when not the patient
	PatientID        string    `json:"patientID,omitzero"`        // the patient's own member number in a property and casualty claim
	SecondReason     string    `json:"secondReason,omitzero"`     // why Medicare pays after another; needed when it does
	OrderUnknown     bool      `json:"orderUnknown,omitzero"`     // the place in the order of payers is not known
	BillNow          bool      `json:"billNow,omitzero"`          // this claim goes to this payer, whoever else has not decided
	NotCovered       bool      `json:"notCovered,omitzero"`       // known not to cover these services, so it was not asked
	Decision         *Decision `json:"decision,omitempty"`        // what this payer has decided
	Authorization    string    `json:"authorization,omitzero"`    // number by which this payer allowed the services
	Referral         string    `json:"referral,omitzero"`         // this payer's number of the referral
	Predetermination string    `json:"predetermination,omitzero"` // number of this payer's answer to a dentist's question; of a payer that the claim does not go to
	Consents         *Consents `json:"consents,omitempty"`        // where they differ for this payer

	ProviderNumbers []RoleNumber `json:"providerNumbers,omitempty"` // numbers that this payer gave to providers of the claim
}

// Payer is an insurer.
type Payer struct {
	Name        string        `json:"name"`                 // as the payer writes it
	ID          string        `json:"id"`                   // the number by which claims reach it
	PlanID      bool          `json:"planID,omitzero"`      // id is a national health plan identifier
	Address     PostalAddress `json:"address,omitzero"`     // for claims
	ClaimOffice string        `json:"claimOffice,omitzero"` // number of its claim office
	NAIC        string        `json:"naic,omitzero"`        // number by the association of insurance commissioners
	TaxID       string        `json:"taxID,omitzero"`       // nine digits
	OtherID     string        `json:"otherID,omitzero"`     // another number of the payer
}

// RoleNumber is a payer's number of a provider.
type RoleNumber struct {
	Role   string `json:"role"`          // whose number it is
	Kind   string `json:"kind,omitzero"` // who gave it; the payer when empty
	Number string `json:"number"`        // up to 50 characters
}

// Decision is what a payer has decided about the whole claim.
type Decision struct {
	Date             x12.Date           `json:"date,omitzero"`             // when it was decided
	Paid             NullAmount         `json:"paid"`                      // dollars; zero is a decision, too
	Adjustments      []Adjustment       `json:"adjustments,omitempty"`     // why less was paid than charged, of the claim as a whole
	PatientLiability NullAmount         `json:"patientLiability,omitzero"` // dollars that remain for the patient, when not known for each service
	ClaimNumber      string             `json:"claimNumber,omitzero"`      // the payer's own number of the claim
	Corrected        bool               `json:"corrected,omitzero"`        // the payer has changed an earlier decision
	Remarks          []x12.Code         `json:"remarks,omitempty"`         // remark codes of the claim, up to five
	RatePercent      NullAmount         `json:"ratePercent,omitzero"`      // rate of an outpatient payment, percent
	Payable          NullAmount         `json:"payable,omitzero"`          // dollars payable for coded services, as the payer reports it
	RenalPayment     NullAmount         `json:"renalPayment,omitzero"`     // dollars for end stage renal disease
	NotPayable       NullAmount         `json:"notPayable,omitzero"`       // dollars of professional services billed but not payable
	Inpatient        *InpatientDecision `json:"inpatient,omitempty"`       // further figures of an inpatient stay
	Services         []ServiceDecision  `json:"services,omitempty"`        // what was decided about each service
}

// ServiceDecision is what a payer has decided about one service.
type ServiceDecision struct {
	Service          int          `json:"service,omitzero"`          // which of the services, from 1
	ServiceID        string       `json:"serviceID,omitzero"`        // in place of service: the id of the service
	Paid             NullAmount   `json:"paid"`                      // dollars
	Units            NullAmount   `json:"units,omitzero"`            // paid units; those billed when empty
	Code             string       `json:"code,omitzero"`             // what the payer paid for, when not the code billed
	Modifiers        []x12.Code   `json:"modifiers,omitempty"`       // of code
	RevenueCode      string       `json:"revenueCode,omitzero"`      // of a stay: under which the payer paid, when not the one billed
	Adjustments      []Adjustment `json:"adjustments,omitempty"`     // why less was paid than charged
	Date             x12.Date     `json:"date,omitzero"`             // when it was decided; the claim's date when empty
	PatientLiability NullAmount   `json:"patientLiability,omitzero"` // dollars that remain for the patient
	PaidWith         int          `json:"paidWith,omitzero"`         // the service, from 1, that this one was paid together with
}

// Adjustment is one reason why less was paid than charged.
type Adjustment struct {
	Group    string     `json:"group"`             // who bears it, as the payer's notice says: CO, PR, OA, PI, or a word
	Reason   x12.Code   `json:"reason"`            // reason code of the payer's notice: 45, 1 …
	Amount   NullAmount `json:"amount"`            // dollars; positive lowers the payment
	Quantity NullAmount `json:"quantity,omitzero"` // units adjusted
}
