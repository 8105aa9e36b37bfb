// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// OtherCoverage is another payer of the patient and, once it has decided, what
// it paid for the claim: loop 2320 with its loops 2330. The letters of the
// providers' loops are given for 837P, 837I and 837D, - where there is none.
type OtherCoverage struct {
	Responsibility  x12.Code // SBR01: which payer in order this is, ResponsibilityPrimary …
	Relationship    x12.Code // SBR02: of the patient to this coverage's subscriber
	GroupNumber     string   // SBR03: group or policy number
	GroupName       string   // SBR04: when there is no GroupNumber
	InsuranceType   x12.Code // SBR05: why Medicare pays second
	FilingIndicator x12.Code // SBR09: kind of payer, FilingCommercial …

	Adjustments      []x12.AdjustmentGroup // CAS: why the payer paid less than charged, up to five
	Paid             decimal.NullDecimal   // AMT*D, dollars: paid by this payer; zero is a decision, too
	NonCovered       decimal.NullDecimal   // AMT*A8, dollars: not covered; the claim was not sent to this payer
	PatientLiability decimal.NullDecimal   // AMT*EAF, dollars: what remains for the patient

	BenefitsAssigned       x12.Code                // OI03: Yes, No or NotApplicable
	PatientSignatureSource x12.Code                // OI04: SignatureByProvider or empty
	ReleaseOfInformation   x12.Code                // OI06: ReleaseSigned or ReleaseInformed
	Inpatient              *InpatientAdjudication  // MIA, 837I
	Outpatient             *OutpatientAdjudication // MOA

	Subscriber OtherSubscriber // loop 2330A
	Payer      OtherPayer      // loop 2330B
	// Identifiers of providers by this payer.
	Attending        *Provider // loop 2330 -, C, -: NM1*71
	Operating        *Provider // loop 2330 -, D, -: NM1*72
	OtherOperating   *Provider // loop 2330 -, E, -: NM1*ZZ
	Referring        *Provider // loop 2330 C, H, C: NM1*DN
	PrimaryCare      *Provider // loop 2330 C, -, C: NM1*P3
	Rendering        *Provider // loop 2330 D, G, D: NM1*82
	Facility         *Provider // loop 2330 E, F, G: NM1*77
	Supervising      *Provider // loop 2330 F, -, E: NM1*DQ
	AssistantSurgeon *Provider // loop 2330 -, -, H: NM1*DD
	Billing          *Provider // loop 2330 G, I, F: NM1*85
	Rest             []x12.Raw // of loop 2320
}

// OutpatientAdjudication is what a payer (mostly Medicare) reported of an
// outpatient claim, MOA.
type OutpatientAdjudication struct {
	ReimbursementRate      decimal.NullDecimal // MOA01: a fraction, 0.8 for 80 percent
	HCPCSPayable           decimal.NullDecimal // MOA02, dollars
	Remarks                []x12.Code          // MOA03 to MOA07: remark codes; empty where one that follows is not
	ESRDPayment            decimal.NullDecimal // MOA08, dollars: end stage renal disease
	NonPayableProfessional decimal.NullDecimal // MOA09, dollars: professional part billed but not payable
}

// OtherSubscriber is the insured of another coverage, loop 2330A.
type OtherSubscriber struct {
	Name    x12.Name    // NM1*IL; ID is the member id (NM108 = MI)
	Address x12.Address // N3, N4
	SSN     string      // REF*SY
	SSN2    string      // REF*SY once more, 837I only
	Rest    []x12.Raw
}

// OtherPayer is another payer, loop 2330B.
type OtherPayer struct {
	Name               x12.Name        // NM1*PR; ID is what Adjudication.PayerID refers to
	Address            x12.Address     // N3, N4
	PaidDate           x12.Date        // DTP*573, D8: when it decided, unless the lines say so
	SecondaryIDs       []x12.Reference // REF*2U, EI, FY or NF, up to two
	PriorAuthorization string          // REF*G1
	Referral           string          // REF*9F
	Predetermination   string          // REF*G3, 837D only
	Adjusted           bool            // REF*T4 = Y: the payer has corrected an earlier decision
	ClaimControlNumber string          // REF*F8: the payer's own number of the claim
	Rest               []x12.Raw
}
