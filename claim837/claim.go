// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Claim is one health care claim, loop 2300 with all below it, and pointers to
// the context that it stands in. Contexts are shared between claims: whoever
// changes one, changes it for all of them; Clone detaches. In a file that lacks
// one, its pointer is nil.
type Claim struct {
	Kind            Kind
	At              At
	Submission      *Submission
	BillingProvider *BillingProvider
	Subscriber      *Subscriber
	Patient         *Patient            // nil when the subscriber is the patient
	Institutional   *InstitutionalClaim // of an 837I
	Dental          *DentalClaim        // of an 837D

	ID                     string          // CLM01: patient control number, up to 20 characters; returned in the remittance
	Charge                 decimal.Decimal // CLM02, dollars: sum of the lines; data, never computed by reader or writer
	PlaceOfService         x12.Code        // CLM05-1: PlaceOffice … (CLM05-2 = B); not in 837I
	Frequency              x12.Code        // CLM05-3: FrequencyOriginal, FrequencyReplacement, FrequencyVoid …
	ProviderSignature      x12.Code        // CLM06: Yes or No, signature on file
	Assignment             x12.Code        // CLM07: AssignmentAccepted …
	BenefitsAssigned       x12.Code        // CLM08: Yes, No or NotApplicable
	ReleaseOfInformation   x12.Code        // CLM09: ReleaseSigned or ReleaseInformed
	PatientSignatureSource x12.Code        // CLM10: SignatureByProvider or empty
	RelatedCauses          []x12.Code      // CLM11-1, CLM11-2: CauseAutoAccident …
	AccidentState          string          // CLM11-4, in 837I REF*LU: two letters, auto accidents
	AccidentCountry        string          // CLM11-5: two letters, auto accidents abroad
	SpecialProgram         x12.Code        // CLM12
	DelayReason            x12.Code        // CLM20: why filed late

	// Dates, DTP with format D8 unless a range is possible.
	Onset               x12.Date      // DTP*431: of the illness or symptom
	InitialTreatment    x12.Date      // DTP*454
	LastSeen            x12.Date      // DTP*304
	AcuteManifestation  x12.Date      // DTP*453
	Accident            x12.Date      // DTP*439
	LastMenstrualPeriod x12.Date      // DTP*484
	LastXRay            x12.Date      // DTP*455
	Prescription        x12.Date      // DTP*471: hearing and vision
	Disability          x12.DateRange // DTP*314, RD8: first to last day
	DisabilityFrom      x12.DateRange // DTP*360, D8: when no last day is known
	DisabilityTo        x12.DateRange // DTP*361, D8: when only the last day is known
	LastWorked          x12.Date      // DTP*297
	ReturnToWork        x12.Date      // DTP*296: authorized
	Admission           x12.Date      // DTP*435
	Discharge           x12.Date      // DTP*096
	AssumedCare         x12.Date      // DTP*090
	RelinquishedCare    x12.Date      // DTP*091
	FirstContact        x12.Date      // DTP*444: property and casualty
	RepricerReceived    x12.Date      // DTP*050

	Attachments []Attachment        // PWK, up to ten
	Contract    *Contract           // CN1
	PatientPaid decimal.NullDecimal // AMT*F5, dollars

	ServiceAuthorizationException string   // REF*4N: 1 to 7
	MedicareCrossover             string   // REF*F5: Y or N, mandatory crossover (Section 4081)
	MammographyCertification      string   // REF*EW
	Referral                      string   // REF*9F
	PriorAuthorization            string   // REF*G1
	PayerClaimControlNumber       string   // REF*F8: the payer's number of the claim replaced or voided
	CLIA                          string   // REF*X4: laboratory certificate
	RepricedClaim                 string   // REF*9A
	AdjustedRepricedClaim         string   // REF*9C
	DeviceExemptions              []string // REF*LX: investigational device; up to five in 837I, else one
	IntermediaryClaim             string   // REF*D9: number given by a clearinghouse
	MedicalRecord                 string   // REF*EA
	DemonstrationProject          string   // REF*P4
	CarePlanOversight             string   // REF*1J: NPI of the home health agency or hospice
	FileInformation               []string // K3, up to ten
	Notes                         []Note   // NTE: one in 837P, ten and a billing note (ADD) in 837I, five in 837D

	Ambulance               *AmbulanceTransport   // CR1
	SpinalManipulation      *SpinalManipulation   // CR2
	AmbulanceCertifications []Certification       // CRC*07, up to three
	VisionCertifications    []VisionCertification // CRC*E1, E2, E3, up to three
	Homebound               bool                  // CRC*75*Y*IH
	EPSDTReferral           *Certification        // CRC*ZZ: AV, NU, S2 or ST, up to three
	Diagnoses               []Diagnosis           // HI*ABK or BK, then ABF or BF, in order: up to 12 in 837P, 25 in 837I, 4 in 837D
	AnesthesiaProcedures    []x12.CodedValue      // HI*BP, then BO: one or two
	ConditionCodes          []x12.CodedValue      // HI*BG, up to 24
	Pricing                 *Pricing              // HCP

	Referring     *Provider          // loop 2310A, NM1*DN
	PrimaryCare   *Provider          // loop 2310A, NM1*P3: only with Referring
	Rendering     *Provider          // loop 2310B, NM1*82: when not the billing provider
	Facility      *Facility          // loop 2310C, NM1*77: when not at the billing provider's address
	Supervising   *Provider          // loop 2310D, NM1*DQ
	PickUp        *AmbulanceLocation // loop 2310E, NM1*PW
	DropOff       *AmbulanceLocation // loop 2310F, NM1*45
	OtherCoverage []OtherCoverage    // loop 2320, up to ten
	Lines         []ServiceLine      // loop 2400, 1 to 50
	Rest          []x12.Raw
}
