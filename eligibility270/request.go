// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Request is a question about one patient as the practice asks it: nothing in it
// is a word of X12. Inquiry makes the inquiry of it.
type Request struct {
	ID       string        // the practice's own number of the question, up to 50 characters; comes back with the answer
	Practice *Practice     // when it is not given for all requests
	Payer    PayerInfo     // who is asked
	Provider *ProviderInfo // who asks, when not the practice's provider

	MemberID     string      // of the subscriber, on the insurance card
	Subscriber   PersonInfo  // who holds the insurance
	Dependent    *PersonInfo // the patient, when not the subscriber
	Relationship string      // of the dependent to the subscriber: spouse, child or other-adult

	ServiceTypes    []string            // what the visit is for, as words or as codes of the standard list; the plan as a whole when nothing is asked about
	Procedures      []ProcedureInfo     // single procedures to ask about
	Family          bool                // ask about the coverage of the family, too; of a subscriber
	Diagnoses       []string            // the main one first, up to eight
	DiagnosisCodes  string              // which list the diagnoses are from: icd-10 or icd-9; icd-10 when empty
	PlaceOfService  x12.Code            // two digits of the CMS list: 11 office …
	Authorization   string              // number by which the payer allowed the service
	Referral        string              // number of the referral, in place of an authorization
	Treating        *ProviderRole       // who treats or refers the patient
	Date            x12.Date            // of the visit; the day of the request when empty
	EndDate         x12.Date            // last day, when date is the first of several
	CardIssued      x12.Date            // date on the insurance card
	Department      string              // of the practice that asks, up to 50 characters; comes back with the answer
	SpendDown       decimal.NullDecimal // dollars of medical cost that the patient has to bear before Medicaid pays
	SpendDownBilled decimal.NullDecimal // dollars billed for it
	Cancel          bool                // takes an earlier request with a spend-down amount back
}

// PayerInfo is who is asked.
type PayerInfo struct {
	Name   string // as the payer writes it
	ID     string // the number by which requests reach it
	IDKind string // who gave id: payer, national-plan, naic, tax, npi or receiver; payer when empty
	Kind   string // what it is: payer, administrator, employer, gateway or sponsor; payer when empty
}

// ProviderInfo is who asks. In JSON it may be a string: the key of a provider in
// practice.providers.
type ProviderInfo struct {
	Use          string        // key of a provider of the practice; then nothing else is given
	Kind         string        // what it is: provider, facility, hospital, employer, gateway, administrator, sponsor or payer; provider when empty
	LastName     string        // of a person
	FirstName    string        // of a person
	MiddleName   string        // of a person
	Suffix       string        // of a person
	Organization string        // name of an organization, in place of a person's
	NPI          string        // national provider identifier, ten digits
	TaxID        string        // nine digits; takes the place of the NPI for those who have none
	SSN          string        // nine digits; takes the place of the NPI for a person who has none
	PayerNumber  string        // the payer's own number; takes the place of the NPI for those who have none
	Taxonomy     string        // specialty, ten characters of the NUCC list
	Role         string        // what the specialty is for: billing, referring, performing …; billing when empty
	Address      PostalAddress // when the payer tells places apart by it
	Numbers      []NumberInfo  // further identifiers, up to nine
}

// ProviderRole is a provider who has to do with the patient.
type ProviderRole struct {
	Role     string // performing, referring, primary-care, attending …
	NPI      string // ten digits
	Taxonomy string // in place of npi: specialty, ten characters of the NUCC list
}

// PersonInfo is a subscriber or a dependent.
type PersonInfo struct {
	LastName      string        // family name
	FirstName     string        // given name
	MiddleName    string        // middle name or initial
	Suffix        string        // Jr, III …
	Organization  string        // in place of a person: the employer insured for its workers; of a subscriber
	BirthDate     x12.Date      // day of birth
	Sex           string        // female or male
	BirthOrder    int           // of twins and more, from 1
	Address       PostalAddress // home
	SSN           string        // social security number, only when the payer searches by it
	GroupNumber   string        // on the insurance card
	Account       string        // the practice's number of the patient; comes back with the answer
	CasualtyClaim string        // number of a property and casualty claim
	Numbers       []NumberInfo  // further identifiers, nine in all
}

// NumberInfo is a further identifier.
type NumberInfo struct {
	Kind   string // what it is
	Number string // up to 50 characters
	State  string // of a provider's license: two letters
}

// ProcedureInfo is a procedure to ask about.
type ProcedureInfo struct {
	Code      string     // as it is billed
	CodeList  string     // which list it is from: hcpcs, cdt, ndc, icd-9, home-infusion, hipps or agreed; hcpcs when empty
	Modifiers []x12.Code // up to four
	Diagnoses []string   // that it is for, among the request's, up to four
}

// PostalAddress is where somebody lives or works.
type PostalAddress struct {
	Line1   string // street and number
	Line2   string // suite, apartment
	City    string // name of the city
	State   string // two letters in the US and Canada; elsewhere the subdivision
	Zip     string // five or nine digits, with or without a hyphen; elsewhere the postal code
	Country string // two letters; empty for the US
}

// Practice is who asks, and to whom the file goes: what all requests of a file
// have in common.
type Practice struct {
	Provider    ProviderInfo            // who asks
	Providers   map[string]ProviderInfo // providers by a key of your choice, for requests to refer to
	TraceOwner  string                  // ten characters that say whose the request numbers are: 1 and a tax number, 3 and a DUNS number, or 9 and nine of your own; made of the provider's tax number or NPI when empty
	Interchange InterchangeInfo         // how sender and receiver of the file know each other
}

// InterchangeInfo is how sender and receiver of a file know each other.
type InterchangeInfo struct {
	SenderQualifier   string // kind of senderID: ZZ agreed, 30 tax number …; ZZ when empty
	SenderID          string // up to 15 characters
	ReceiverQualifier string // kind of receiverID; ZZ when empty
	ReceiverID        string // up to 15 characters
	Usage             string // test or production; test when empty
	GroupSenderID     string // application sender; senderID when empty
	GroupReceiverID   string // application receiver; receiverID when empty
	AskReceipt        bool   // ask for a receipt of the interchange
}
