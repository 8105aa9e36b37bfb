// SPDX-License-Identifier: Apache-2.0

package eligibility270

import "github.com/claimwire/claimwire/x12"

// At says where a record stood in its file: ordinals from 1, 0 for none. Two
// patients with the same ordinals up to Subscriber have the same subscriber.
type At struct {
	Interchange int // in the file
	Group       int // in its interchange
	Set         int // in its group
	Source      int // information source (payer) in its set
	Receiver    int // information receiver (provider) of its source
	Subscriber  int // of its receiver
	Dependent   int // of its subscriber; 0 when the subscriber is the patient
}

// Transaction is what holds for a whole set, segment BHT.
type Transaction struct {
	At        At
	Purpose   x12.Code // BHT02: PurposeRequest or PurposeCancellation; of a response PurposeResponse or PurposeConfirmation
	Reference string   // BHT03: the sender's number of the set, up to 50 characters; needed in real time, and echoed
	Date      x12.Date // BHT04: when the set was made
	Time      x12.Time // BHT05
	Type      x12.Code // BHT06: TypeSpendDown, for Medicaid spend down only
	Rest      []x12.Raw
}

// Source is who knows: the payer, most often. Loops 2000A and 2100A.
type Source struct {
	At              At
	Level           x12.Level     // HL*20, loop 2000A, as read
	LevelRejections []Rejection   // AAA, loop 2000A, response only: the whole request could not be processed
	Role            x12.Code      // NM101: RolePayer …
	Name            x12.Name      // NM1; IDType PI or XV with the payer's number
	Contacts        []x12.Contact // PER*IC, response only: whom to ask, up to three
	Rejections      []Rejection   // AAA, loop 2100A, response only: the payer cannot be reached
	LevelRest       []x12.Raw     // of loop 2000A
	Rest            []x12.Raw     // of loop 2100A
}

// Receiver is who asks: the provider, most often. Loops 2000B and 2100B.
type Receiver struct {
	At         At
	Level      x12.Level   // HL*21, loop 2000B, as read
	Role       x12.Code    // NM101: RoleProvider, RoleFacility …
	Name       x12.Name    // NM1; ID is the NPI (NM108 = XX)
	IDs        []Reference // REF*0B state license, 1C Medicare, 1D Medicaid, EO submitter, TJ tax id …, up to nine; Description is the state of a license
	Address    x12.Address // N3, N4
	Rejections []Rejection // AAA, response only: the provider may not ask, or is not known
	Provider   *Provider   // PRV
	LevelRest  []x12.Raw   // of loop 2000B
	Rest       []x12.Raw   // of loop 2100B
}

// Provider is the role and the specialty, or a number, of a provider: segment PRV.
type Provider struct {
	Role   x12.Code // PRV01: RF referring, BI billing, PE performing, PC primary care …
	IDType x12.Code // PRV02: PXC, ID is a NUCC taxonomy code; in inquiries also HPI NPI, 9K, D3, EI, SY, TJ
	ID     string   // PRV03
}

// Reference is a further number with what it is, segment REF.
type Reference struct {
	Qualifier   x12.Code // REF01: 6P group number, 18 plan number, 1L group or policy number …
	ID          string   // REF02
	Description string   // REF03: the name of the group or plan, or the state of a license
}

// Trace is a number by which a response finds its inquiry, segment TRN.
type Trace struct {
	Type              x12.Code // TRN01: TraceOwn, or TraceReferenced for an echo
	Number            string   // TRN02: up to 50 characters
	OriginatorID      string   // TRN03: who gave it, ten characters: 1 and a tax number, 3 and a DUNS number, 9 and a number of one's own
	OriginatorSubcode string   // TRN04: a part of that originator
}

// Period is a date, or a period, that says what it is: segment DTP.
type Period struct {
	Qualifier x12.Code // DTP01: DatePlan, DateEligibilityBegin …
	From      x12.Date // DTP03
	To        x12.Date // DTP03, of a period (format RD8); zero for a single date (D8)
}

// Range returns the dates without what they are.
func (p Period) Range() x12.DateRange { return x12.DateRange{From: p.From, To: p.To} }

// Rejection says that something could not be answered, and why: segment AAA.
type Rejection struct {
	Valid    x12.Code // AAA01: N when the request was not valid, Y when it was and is rejected nevertheless
	Reason   x12.Code // AAA03: 72 invalid member id, 75 subscriber not found …
	FollowUp x12.Code // AAA04: FollowUpCorrect …: what to do now
}

// Procedure is a medical procedure, drug or device: a composite of EQ02 or EB13.
type Procedure struct {
	Qualifier x12.Code   // 1: HC for CPT and HCPCS, AD dental, N4 drug …
	Code      string     // 2
	Modifiers []x12.Code // 3 to 6
	LastCode  string     // 8, response only: last of a range that Code begins
}
