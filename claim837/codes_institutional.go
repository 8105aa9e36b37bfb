// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/x12"

// Facility of a bill type, BillType.Facility.
const (
	FacilityHospital         x12.Code = "1"
	FacilitySkilledNursing   x12.Code = "2"
	FacilityHomeHealth       x12.Code = "3"
	FacilityReligious        x12.Code = "4" // non-medical
	FacilityIntermediateCare x12.Code = "6"
	FacilityClinic           x12.Code = "7"
	FacilitySpecial          x12.Code = "8" // hospice, ambulatory surgery, critical access hospital …
)

// Care of a bill type, BillType.Classification. In clinics and special
// facilities the digit says which kind it is.
const (
	ClassInpatient      x12.Code = "1"
	ClassInpatientPartB x12.Code = "2"
	ClassOutpatient     x12.Code = "3"
	ClassOther          x12.Code = "4"
	ClassSwingBed       x12.Code = "8"

	ClassRuralHealth        x12.Code = "1" // of FacilityClinic
	ClassDialysis           x12.Code = "2"
	ClassFederallyQualified x12.Code = "7"

	ClassHospiceFreestanding x12.Code = "1" // of FacilitySpecial
	ClassHospiceInHospital   x12.Code = "2"
	ClassAmbulatorySurgery   x12.Code = "3"
	ClassCriticalAccess      x12.Code = "5"
)

// Further frequencies of institutional bills, Claim.Frequency (CLM05-3).
const (
	FrequencyNonPayment        x12.Code = "0"
	FrequencyInterimFirst      x12.Code = "2"
	FrequencyInterimContinuing x12.Code = "3"
	FrequencyInterimLast       x12.Code = "4"
	FrequencyLateCharges       x12.Code = "5"
	FrequencyHomeHealthFinal   x12.Code = "9"
	FrequencyElection          x12.Code = "A" // notice of admission or election
)

// Type of admission, InstitutionalClaim.AdmissionType (CL101).
const (
	AdmissionEmergency x12.Code = "1"
	AdmissionUrgent    x12.Code = "2"
	AdmissionElective  x12.Code = "3"
	AdmissionNewborn   x12.Code = "4"
	AdmissionTrauma    x12.Code = "5"
	AdmissionUnknown   x12.Code = "9"
)

// Point of origin, InstitutionalClaim.AdmissionSource (CL102). With
// AdmissionNewborn, 5 is born here and 6 is born elsewhere.
const (
	AdmittedFromHome             x12.Code = "1" // no health care place
	AdmittedFromClinic           x12.Code = "2"
	AdmittedFromHospital         x12.Code = "4"
	AdmittedFromSkilledNursing   x12.Code = "5"
	AdmittedFromOtherFacility    x12.Code = "6"
	AdmittedFromLaw              x12.Code = "8"
	AdmittedFromUnknown          x12.Code = "9"
	AdmittedFromDistinctUnit     x12.Code = "D" // of the same hospital
	AdmittedFromSurgeryCenter    x12.Code = "E"
	AdmittedFromHospice          x12.Code = "F"
	AdmittedNewbornHere          x12.Code = "5"
	AdmittedNewbornElsewhere     x12.Code = "6"
	AdmittedFromDisasterCareSite x12.Code = "G"
)

// State of the patient at the end of the bill,
// InstitutionalClaim.PatientStatus (CL103): the usual ones.
const (
	DischargedHome           x12.Code = "01"
	DischargedHospital       x12.Code = "02"
	DischargedSkilledNursing x12.Code = "03"
	DischargedCustodialCare  x12.Code = "04"
	DischargedCancerCenter   x12.Code = "05"
	DischargedHomeHealth     x12.Code = "06"
	LeftAgainstAdvice        x12.Code = "07"
	Died                     x12.Code = "20"
	StillPatient             x12.Code = "30"
	DiedAtHome               x12.Code = "40" // hospice
	DiedInFacility           x12.Code = "41" // hospice
	DischargedHospiceHome    x12.Code = "50"
	DischargedHospice        x12.Code = "51"
	DischargedSwingBed       x12.Code = "61"
	DischargedRehabilitation x12.Code = "62"
	DischargedLongTermCare   x12.Code = "63"
	DischargedPsychiatric    x12.Code = "65"
	DischargedCriticalAccess x12.Code = "66"
)

// Present on admission, Diagnosis.PresentOnAdmission (HI01-9 to HI12-9). A code
// that is exempt from reporting has none.
const (
	PresentYes          x12.Code = "Y"
	PresentNo           x12.Code = "N"
	PresentUnknown      x12.Code = "U" // not documented
	PresentUndetermined x12.Code = "W" // clinically
)

// Kinds of diagnosis code of an institutional claim beside DiagnosisPrincipal
// and DiagnosisOther (HI01-1 to HI12-1).
const (
	DiagnosisAdmitting         x12.Code = "ABJ"
	DiagnosisReasonForVisit    x12.Code = "APR"
	DiagnosisExternalCause     x12.Code = "ABN"
	DiagnosisAdmittingICD9     x12.Code = "BJ"
	DiagnosisReasonICD9        x12.Code = "PR"
	DiagnosisExternalCauseICD9 x12.Code = "BN"
)

// Kinds of procedure code, InpatientProcedure.Qualifier (HI01-1 to HI12-1).
const (
	InpatientPrincipal     x12.Code = "BBR" // ICD-10-PCS
	InpatientOther         x12.Code = "BBQ" // ICD-10-PCS
	InpatientPrincipalICD9 x12.Code = "BR"
	InpatientOtherICD9     x12.Code = "BQ"
	InpatientPrincipalABC  x12.Code = "CAH" // Advanced Billing Concepts
)

// ConditionCode is the qualifier of a condition code, in Claim.ConditionCodes.
const ConditionCode x12.Code = "BG"

// ProcedureHIPPS is a rate code of skilled nursing, home health or
// rehabilitation, Procedure.Qualifier (SV202-1, SVD03-1).
const ProcedureHIPPS x12.Code = "HP"

// UnitDays is a unit of an institutional service, ServiceLine.Unit (SV204).
const UnitDays x12.Code = "DA"
