// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// ServiceLine is one service of a claim, loop 2400 with all below it. What a
// line has in common with the claim (place, providers, dates …) is given only
// where it differs.
type ServiceLine struct {
	Number            int                // LX01: 1, 2, 3 … in a canonical file
	RevenueCode       string             // SV201, 837I only: four digits
	Procedure         Procedure          // SV101, SV202 (when there is one), SV301
	Charge            decimal.Decimal    // SV102, SV203, SV302, dollars
	Unit              x12.Code           // SV103: UnitCount or UnitMinutes; SV204: UnitCount or UnitDays; not in 837D
	Units             decimal.Decimal    // SV104, SV205: up to eight digits, three of them decimals; SV306: zero is none
	PlaceOfService    x12.Code           // SV105, SV303: when not Claim.PlaceOfService
	DiagnosisPointers []int              // SV107-1 to -4, SV311-1 to -4: places in Claim.Diagnoses, from 1
	Emergency         bool               // SV109
	EPSDT             bool               // SV111
	FamilyPlanning    bool               // SV112
	CopayExempt       bool               // SV115 = 0
	Equipment         *Equipment         // SV5
	Institutional     *InstitutionalLine // of an 837I, when a line has any of it
	Dental            *DentalLine        // of an 837D, when a line has any of it

	Attachments             []Attachment            // PWK, up to ten
	CertificateTransmission x12.Code                // PWK*CT, PWK02: AB, AD, AF, AG or NS, how a DME certificate of need is sent
	Ambulance               *AmbulanceTransport     // CR1
	EquipmentCertification  *EquipmentCertification // CR3
	AmbulanceCertifications []Certification         // CRC*07, up to three
	HospiceEmployee         x12.Code                // CRC*70, CRC02: Yes or No
	EquipmentConditions     *Certification          // CRC*09: 38 or ZV, up to two

	// Dates, DTP with format D8 unless a range is possible.
	Date             x12.DateRange // DTP*472: the service, a day or a range
	Prescription     x12.Date      // DTP*471
	Recertification  x12.Date      // DTP*607: revision or recertification
	BeginTherapy     x12.Date      // DTP*463
	LastCertified    x12.Date      // DTP*461
	LastSeen         x12.Date      // DTP*304
	HemoglobinTest   x12.Date      // DTP*738: hemoglobin or hematocrit
	CreatinineTest   x12.Date      // DTP*739
	Shipped          x12.Date      // DTP*011
	LastXRay         x12.Date      // DTP*455
	InitialTreatment x12.Date      // DTP*454

	AmbulancePatients decimal.NullDecimal // QTY*PT: patients in one ambulance, when more than one
	ObstetricUnits    decimal.NullDecimal // QTY*FL: additional anesthesia units
	TestResults       []TestResult        // MEA, up to five
	Contract          *Contract           // CN1

	RepricedLine             string              // REF*9B, in 837D 9A
	AdjustedRepricedLine     string              // REF*9D, in 837D 9C
	PriorAuthorizations      []PayerReference    // REF*G1, up to five
	ControlNumber            string              // REF*6R: the sender's number of the line, up to 30 characters
	MammographyCertification string              // REF*EW
	CLIA                     string              // REF*X4: laboratory certificate
	ReferringCLIA            string              // REF*F4: of the laboratory that referred the test
	ImmunizationBatch        string              // REF*BT
	Referrals                []PayerReference    // REF*9F, up to five
	SalesTax                 decimal.NullDecimal // AMT*T, dollars, within Charge
	Postage                  decimal.NullDecimal // AMT*F4, dollars, within Charge
	FileInformation          []string            // K3, up to ten
	Note                     *Note               // NTE*ADD or DCP
	ThirdPartyNote           string              // NTE*TPO
	PurchasedService         *PurchasedService   // PS1
	Pricing                  *Pricing            // HCP

	Drug          *Drug              // loop 2410
	Rendering     *Provider          // loop 2420A, in 837I 2420C, NM1*82
	Purchased     *Provider          // loop 2420B, NM1*QB: who sold the service
	Facility      *Facility          // loop 2420C, in 837D 2420D, NM1*77
	Supervising   *Provider          // loop 2420D, in 837D 2420C, NM1*DQ
	Ordering      *OrderingProvider  // loop 2420E, NM1*DK
	Referring     *Provider          // loop 2420F, in 837I 2420D, NM1*DN
	PrimaryCare   *Provider          // loop 2420F, NM1*P3
	PickUp        *AmbulanceLocation // loop 2420G, NM1*PW
	DropOff       *AmbulanceLocation // loop 2420H, NM1*45
	Adjudications []Adjudication     // loop 2430, up to 15
	Forms         []Form             // loop 2440
	Rest          []x12.Raw
}
