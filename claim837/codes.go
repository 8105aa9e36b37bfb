// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/x12"

// Claim frequency, Claim.Frequency (CLM05-3). Replacement and void need
// Claim.PayerClaimControlNumber.
const (
	FrequencyOriginal    x12.Code = "1"
	FrequencyReplacement x12.Code = "7"
	FrequencyVoid        x12.Code = "8"
)

// Relationship of the patient to the subscriber: Patient.Relationship (PAT01),
// Subscriber.Relationship and OtherCoverage.Relationship (SBR02).
const (
	RelationshipSpouse       x12.Code = "01"
	RelationshipSelf         x12.Code = "18"
	RelationshipChild        x12.Code = "19"
	RelationshipEmployee     x12.Code = "20"
	RelationshipUnknown      x12.Code = "21"
	RelationshipOrganDonor   x12.Code = "39"
	RelationshipCadaverDonor x12.Code = "40"
	RelationshipLifePartner  x12.Code = "53"
	RelationshipOther        x12.Code = "G8"
)

// Payer responsibility, the place of a payer in the order of payment (SBR01).
const (
	ResponsibilityPrimary   x12.Code = "P"
	ResponsibilitySecondary x12.Code = "S"
	ResponsibilityTertiary  x12.Code = "T"
	ResponsibilityFourth    x12.Code = "A"
	ResponsibilityFifth     x12.Code = "B"
	ResponsibilitySixth     x12.Code = "C"
	ResponsibilitySeventh   x12.Code = "D"
	ResponsibilityEighth    x12.Code = "E"
	ResponsibilityNinth     x12.Code = "F"
	ResponsibilityTenth     x12.Code = "G"
	ResponsibilityEleventh  x12.Code = "H"
	ResponsibilityUnknown   x12.Code = "U"
)

// Place of service, Claim.PlaceOfService (CLM05-1) and
// ServiceLine.PlaceOfService (SV105): the usual ones of the CMS list.
const (
	PlaceTelehealthElsewhere  x12.Code = "02"
	PlaceTelehealthHome       x12.Code = "10"
	PlaceOffice               x12.Code = "11"
	PlaceHome                 x12.Code = "12"
	PlaceAssistedLiving       x12.Code = "13"
	PlaceOffCampusOutpatient  x12.Code = "19"
	PlaceUrgentCare           x12.Code = "20"
	PlaceInpatientHospital    x12.Code = "21"
	PlaceOnCampusOutpatient   x12.Code = "22"
	PlaceEmergencyRoom        x12.Code = "23"
	PlaceAmbulatorySurgery    x12.Code = "24"
	PlaceSkilledNursing       x12.Code = "31"
	PlaceNursingFacility      x12.Code = "32"
	PlaceHospice              x12.Code = "34"
	PlaceAmbulanceLand        x12.Code = "41"
	PlaceAmbulanceAirOrWater  x12.Code = "42"
	PlaceRuralHealthClinic    x12.Code = "72"
	PlaceIndependentLab       x12.Code = "81"
	PlaceESRDTreatment        x12.Code = "65"
	PlaceFederallyQualifiedHC x12.Code = "50"
	PlaceOther                x12.Code = "99"
)

// Yes, no and not applicable, wherever the guide asks (CLM06, CLM08, OI03,
// CRC02, FRM02).
const (
	Yes           x12.Code = "Y"
	No            x12.Code = "N"
	NotApplicable x12.Code = "W"
)

// Acceptance of assignment, Claim.Assignment (CLM07).
const (
	AssignmentAccepted    x12.Code = "A"
	AssignmentLabOnly     x12.Code = "B"
	AssignmentNotAccepted x12.Code = "C"
)

// Release of information, Claim.ReleaseOfInformation (CLM09, OI06).
const (
	ReleaseSigned   x12.Code = "Y"
	ReleaseInformed x12.Code = "I" // by law or informed consent, no signed form
)

// SignatureByProvider says that the provider signed because the patient was
// not there (CLM10, OI04).
const SignatureByProvider x12.Code = "P"

// Causes of the condition, Claim.RelatedCauses (CLM11).
const (
	CauseAutoAccident  x12.Code = "AA"
	CauseEmployment    x12.Code = "EM"
	CauseOtherAccident x12.Code = "OA"
)

// Kinds of payer, Subscriber.FilingIndicator (SBR09): the usual ones.
const (
	FilingPPO            x12.Code = "12"
	FilingPointOfService x12.Code = "13"
	FilingEPO            x12.Code = "14"
	FilingIndemnity      x12.Code = "15"
	FilingMedicareHMO    x12.Code = "16"
	FilingAutoMedical    x12.Code = "AM"
	FilingBlueCross      x12.Code = "BL"
	FilingTRICARE        x12.Code = "CH"
	FilingCommercial     x12.Code = "CI"
	FilingFederal        x12.Code = "FI"
	FilingHMO            x12.Code = "HM"
	FilingMedicareA      x12.Code = "MA"
	FilingMedicareB      x12.Code = "MB"
	FilingMedicaid       x12.Code = "MC"
	FilingVeterans       x12.Code = "VA"
	FilingWorkersComp    x12.Code = "WC"
	FilingMutual         x12.Code = "ZZ"
	FilingOtherFederal   x12.Code = "OF"
)

// Gender (DMG03).
const (
	GenderFemale  x12.Code = "F"
	GenderMale    x12.Code = "M"
	GenderUnknown x12.Code = "U"
)

// Kinds of identifier in a name, x12.Name.IDType (NM108).
const (
	IDTypeNPI             x12.Code = "XX"
	IDTypeMember          x12.Code = "MI"
	IDTypeUniqueHealth    x12.Code = "II"
	IDTypePayer           x12.Code = "PI"
	IDTypeHealthPlan      x12.Code = "XV"
	IDTypeSubmitterNumber x12.Code = "46" // agreed between the two sides
)

// Kinds of diagnosis code, Diagnosis.Qualifier (HI01-1 to HI12-1).
const (
	DiagnosisPrincipal     x12.Code = "ABK" // ICD-10-CM, the first
	DiagnosisOther         x12.Code = "ABF" // ICD-10-CM, the others
	DiagnosisPrincipalICD9 x12.Code = "BK"
	DiagnosisOtherICD9     x12.Code = "BF"
)

// Kinds of surgical code on an anesthesia claim,
// Claim.AnesthesiaProcedures (HI01-1, HI02-1).
const (
	AnesthesiaPrincipal x12.Code = "BP"
	AnesthesiaOther     x12.Code = "BO"
)

// Kinds of procedure code, Procedure.Qualifier (SV101-1, SVD03-1).
const (
	ProcedureHCPCS        x12.Code = "HC" // HCPCS, CPT included
	ProcedureJurisdiction x12.Code = "ER" // a state's own, for workers' compensation
	ProcedureHomeInfusion x12.Code = "IV"
	ProcedureABC          x12.Code = "WK" // Advanced Billing Concepts
)

// Units of a service, ServiceLine.Unit (SV103).
const (
	UnitCount   x12.Code = "UN"
	UnitMinutes x12.Code = "MJ"
)

// Purpose of a submission, Submission.Purpose (BHT02).
const (
	PurposeOriginal x12.Code = "00"
	PurposeReissue  x12.Code = "18"
)

// What a submission is, Submission.ClaimType (BHT06).
const (
	TypeChargeable  x12.Code = "CH"
	TypeReporting   x12.Code = "RP" // encounters
	TypeSubrogation x12.Code = "31"
)

// Who bears an adjustment, x12.AdjustmentGroup.Group (CAS01).
const (
	GroupContractual x12.Code = "CO"
	GroupCorrection  x12.Code = "CR"
	GroupOther       x12.Code = "OA"
	GroupPayer       x12.Code = "PI"
	GroupPatient     x12.Code = "PR"
)

// Kinds of secondary identifier (REF01).
const (
	ReferenceStateLicense   x12.Code = "0B"
	ReferenceUPIN           x12.Code = "1G"
	ReferenceCommercial     x12.Code = "G2"
	ReferenceLocation       x12.Code = "LU"
	ReferencePayerID        x12.Code = "2U"
	ReferenceEmployerID     x12.Code = "EI"
	ReferenceClaimOffice    x12.Code = "FY"
	ReferenceNAIC           x12.Code = "NF"
	ReferenceSocialSecurity x12.Code = "SY"
)

// Why an ambulance went where it went, AmbulanceTransport.Reason (CR104).
const (
	TransportNearestFacility   x12.Code = "A"
	TransportPreferredProvider x12.Code = "B"
	TransportNearFamily        x12.Code = "C"
	TransportSpecialist        x12.Code = "D"
	TransportRehabilitation    x12.Code = "E"
)

// Units of a drug, Drug.Unit (CTP05-1).
const (
	DrugInternationalUnit x12.Code = "F2"
	DrugGram              x12.Code = "GR"
	DrugMilligram         x12.Code = "ME"
	DrugMilliliter        x12.Code = "ML"
	DrugUnit              x12.Code = "UN"
)

// DrugNDC is the qualifier of a National Drug Code, Drug.Qualifier (LIN02).
const DrugNDC x12.Code = "N4"
