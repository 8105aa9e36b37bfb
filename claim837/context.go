// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// At says where a record stood in its file: ordinals from 1, 0 for none. Two
// claims with the same ordinals up to Subscriber have the same subscriber.
type At struct {
	Interchange int // in the file
	Group       int // in its interchange
	Set         int // in its group
	Billing     int // billing provider in its set
	Subscriber  int // in its billing provider
	Patient     int // in its subscriber; 0 when the subscriber is the patient
}

// Submission is what holds for a whole transaction set: BHT and the loops
// 1000A and 1000B.
type Submission struct {
	At        At
	Purpose   x12.Code // BHT02: PurposeOriginal or PurposeReissue
	Reference string   // BHT03: the sender's number of the set, up to 30 characters
	Date      x12.Date // BHT04: when the set was made
	Time      x12.Time // BHT05
	ClaimType x12.Code // BHT06: TypeChargeable, TypeReporting or TypeSubrogation
	Submitter Submitter
	Receiver  Receiver
	Rest      []x12.Raw // before the first billing provider
}

// Submitter is who sends the file, loop 1000A.
type Submitter struct {
	Name     x12.Name      // NM1*41; ID is the agreed number (NM108 = 46)
	Contacts []x12.Contact // PER*IC, one or two
	Rest     []x12.Raw
}

// Receiver is for whom the file is, loop 1000B.
type Receiver struct {
	Name x12.Name // NM1*40; ID is the agreed number (NM108 = 46)
	Rest []x12.Raw
}

// BillingProvider is who bills and is paid: the level 2000A, the name 2010AA,
// and where payment goes when not there (2010AB, 2010AC).
type BillingProvider struct {
	At           At
	Level        x12.Level       // HL*20, loop 2000A, as read
	Taxonomy     string          // PRV*BI, loop 2000A: NUCC taxonomy code
	Currency     string          // CUR*85, loop 2000A: ISO 4217, empty for US dollars
	Name         x12.Name        // NM1*85, loop 2010AA; ID is the NPI (NM108 = XX)
	Address      x12.Address     // N3, N4, loop 2010AA: a street address
	EIN          string          // REF*EI, loop 2010AA: nine digits; EIN or SSN is required
	SSN          string          // REF*SY, loop 2010AA: nine digits
	SecondaryIDs []x12.Reference // REF*0B state license, REF*1G UPIN, loop 2010AA
	Contacts     []x12.Contact   // PER*IC, loop 2010AA, up to two
	PayTo        *PayToAddress   // loop 2010AB, when not Address
	PayToPlan    *PayToPlan      // loop 2010AC, in subrogation only
	LevelRest    []x12.Raw       // of loop 2000A
	Rest         []x12.Raw       // of loop 2010AA
}

// PayToAddress is where payment goes, loop 2010AB.
type PayToAddress struct {
	Name    x12.Name    // NM1*87: EntityType alone, the payee is the billing provider
	Address x12.Address // N3, N4
	Rest    []x12.Raw
}

// PayToPlan is the plan that asks for payment in a subrogation, loop 2010AC.
type PayToPlan struct {
	Name         x12.Name        // NM1*PE; IDType PI or XV
	Address      x12.Address     // N3, N4
	SecondaryIDs []x12.Reference // REF*2U, FY or NF, at most one
	EIN          string          // REF*EI: nine digits
	Rest         []x12.Raw
}

// Subscriber is the insured: the level 2000B, the name 2010BA and the payer
// 2010BB that the claim goes to. Death, weight and pregnancy are for a
// subscriber who is the patient.
type Subscriber struct {
	At              At
	Level           x12.Level           // HL*22, loop 2000B, as read
	Responsibility  x12.Code            // SBR01: which payer in order this is, ResponsibilityPrimary …
	Relationship    x12.Code            // SBR02: RelationshipSelf when the subscriber is the patient, else empty
	GroupNumber     string              // SBR03: group or policy number
	GroupName       string              // SBR04: when there is no GroupNumber
	InsuranceType   x12.Code            // SBR05: why Medicare pays second
	FilingIndicator x12.Code            // SBR09: kind of payer, FilingCommercial …
	DeathDate       x12.Date            // PAT06, D8
	Weight          decimal.NullDecimal // PAT08, pounds (PAT07 = 01)
	Pregnant        bool                // PAT09
	Name            x12.Name            // NM1*IL, loop 2010BA; ID is the member id (NM108 = MI)
	Address         x12.Address         // N3, N4, loop 2010BA
	BirthDate       x12.Date            // DMG02, loop 2010BA, D8
	Gender          x12.Code            // DMG03, loop 2010BA: F, M or U
	SSN             string              // REF*SY, loop 2010BA
	CasualtyClaim   string              // REF*Y4, loop 2010BA: property and casualty claim number
	Contact         *x12.Contact        // PER*IC, loop 2010BA: property and casualty; TE, then EX
	Payer           Payer               // loop 2010BB
	LevelRest       []x12.Raw           // of loop 2000B
	Rest            []x12.Raw           // of loop 2010BA
}

// Payer is who the claim goes to, loop 2010BB.
type Payer struct {
	Name               x12.Name        // NM1*PR; IDType PI or XV
	Address            x12.Address     // N3, N4
	SecondaryIDs       []x12.Reference // REF*2U, EI, FY or NF, up to three
	BillingProviderIDs []x12.Reference // REF*G2 or LU: the payer's numbers for the billing provider, up to two
	Rest               []x12.Raw
}

// Patient is a patient who is not the subscriber: the level 2000C and the name
// 2010CA.
type Patient struct {
	At            At
	Level         x12.Level           // HL*23, loop 2000C, as read
	Relationship  x12.Code            // PAT01: to the subscriber, RelationshipSpouse …
	DeathDate     x12.Date            // PAT06, D8
	Weight        decimal.NullDecimal // PAT08, pounds (PAT07 = 01)
	Pregnant      bool                // PAT09
	Name          x12.Name            // NM1*QC, loop 2010CA; without an identifier
	Address       x12.Address         // N3, N4, loop 2010CA
	BirthDate     x12.Date            // DMG02, loop 2010CA, D8
	Gender        x12.Code            // DMG03, loop 2010CA: F, M or U
	CasualtyClaim string              // REF*Y4, loop 2010CA: property and casualty claim number
	MemberID      string              // REF*1W, loop 2010CA: property and casualty; MemberID or SSN
	SSN           string              // REF*SY, loop 2010CA: property and casualty
	Contact       *x12.Contact        // PER*IC, loop 2010CA: property and casualty; TE, then EX
	LevelRest     []x12.Raw           // of loop 2000C
	Rest          []x12.Raw           // of loop 2010CA
}
