// SPDX-License-Identifier: Apache-2.0

package eligibility270

import "github.com/claimwire/claimwire/x12"

// Purposes of a transaction set, Transaction.Purpose (BHT02).
const (
	PurposeCancellation x12.Code = "01" // inquiry: cancels one for spend down
	PurposeRequest      x12.Code = "13" // inquiry
	PurposeConfirmation x12.Code = "06" // response: confirms a cancellation
	PurposeResponse     x12.Code = "11" // response
)

// TypeSpendDown is Transaction.Type (BHT06) of a request to spend down.
const TypeSpendDown x12.Code = "RT"

// Trace types, Trace.Type (TRN01).
const (
	TraceOwn        x12.Code = "1" // a number of who sends the set
	TraceReferenced x12.Code = "2" // the number of the inquiry, given back
)

// Roles of sources, receivers and related entities (NM101).
const (
	RolePayer          x12.Code = "PR"
	RoleThirdParty     x12.Code = "2B" // third-party administrator
	RoleEmployer       x12.Code = "36"
	RoleGateway        x12.Code = "GP" // gateway provider
	RolePlanSponsor    x12.Code = "P5"
	RoleProvider       x12.Code = "1P"
	RoleHospital       x12.Code = "80"
	RoleFacility       x12.Code = "FA"
	RoleContracted     x12.Code = "13" // contracted service provider
	RolePreferred      x12.Code = "1I" // preferred provider organization
	RoleOtherPhysician x12.Code = "73"
	RoleGroup          x12.Code = "GW"
	RoleIPA            x12.Code = "I3" // independent physicians association
	RoleInsured        x12.Code = "IL"
	RoleLegal          x12.Code = "LR" // legal representative
	RoleOrigin         x12.Code = "OC" // origin carrier
	RolePrimaryCare    x12.Code = "P3"
	RolePriorInsurer   x12.Code = "P4"
	RolePrimaryPayer   x12.Code = "PRP"
	RoleSecondaryPayer x12.Code = "SEP"
	RoleTertiaryPayer  x12.Code = "TTP"
	RoleVerifier       x12.Code = "VER" // party that verifies
	RoleVendor         x12.Code = "VN"
	RoleReconfigured   x12.Code = "VY" // organization that completed a configuration change
	RoleUtilization    x12.Code = "X3" // utilization management organization
	RoleManagedCare    x12.Code = "Y2" // managed care organization
)

// Relationships to the subscriber, Insured.Relationship (INS02).
const (
	RelationshipSelf        x12.Code = "18"
	RelationshipSpouse      x12.Code = "01"
	RelationshipChild       x12.Code = "19"
	RelationshipEmployee    x12.Code = "20" // response only, as those below but for OtherAdult
	RelationshipUnknown     x12.Code = "21"
	RelationshipOrganDonor  x12.Code = "39"
	RelationshipCadaver     x12.Code = "40" // cadaver donor
	RelationshipLifePartner x12.Code = "53"
	RelationshipOtherAdult  x12.Code = "34" // inquiry only
	RelationshipOther       x12.Code = "G8"
)

// Kinds of benefit, Benefit.Kind (EB01).
const (
	BenefitActive                x12.Code = "1"
	BenefitActiveFullRisk        x12.Code = "2" // capitated
	BenefitActiveCapitated       x12.Code = "3" // services capitated
	BenefitActivePrimaryCare     x12.Code = "4" // capitated to the primary care provider
	BenefitActivePending         x12.Code = "5" // pending investigation
	BenefitInactive              x12.Code = "6"
	BenefitInactivePending       x12.Code = "7" // pending an update of eligibility
	BenefitInactiveInvestigation x12.Code = "8" // pending investigation
	BenefitCoinsurance           x12.Code = "A"
	BenefitCopay                 x12.Code = "B"
	BenefitDeductible            x12.Code = "C"
	BenefitCoverageBasis         x12.Code = "CB"
	BenefitDescription           x12.Code = "D"
	BenefitExclusions            x12.Code = "E"
	BenefitLimitations           x12.Code = "F"
	BenefitOutOfPocket           x12.Code = "G" // the most that the patient pays
	BenefitUnlimited             x12.Code = "H"
	BenefitNonCovered            x12.Code = "I"
	BenefitCostContainment       x12.Code = "J"
	BenefitReserve               x12.Code = "K"
	BenefitPrimaryCare           x12.Code = "L" // the primary care provider
	BenefitPreexisting           x12.Code = "M"
	BenefitManagedCare           x12.Code = "MC" // the managed care coordinator
	BenefitRestricted            x12.Code = "N"  // to one provider
	BenefitNotNecessary          x12.Code = "O"  // not held medically necessary
	BenefitDisclaimer            x12.Code = "P"
	BenefitSecondOpinion         x12.Code = "Q" // a second surgical opinion is required
	BenefitOtherPayer            x12.Code = "R" // other or additional payer
	BenefitHistory               x12.Code = "S" // of the years before
	BenefitCardLost              x12.Code = "T" // the card is reported lost or stolen
	BenefitContact               x12.Code = "U" // whom to ask about the benefit
	BenefitCannotProcess         x12.Code = "V"
	BenefitOtherSource           x12.Code = "W"
	BenefitFacility              x12.Code = "X" // health care facility
	BenefitSpendDown             x12.Code = "Y"
)

// Insurance types that decide who is billed, Benefit.InsuranceType (EB04).
const (
	InsuranceMedicareA         x12.Code = "MA"
	InsuranceMedicareB         x12.Code = "MB"
	InsuranceMedicarePrimary   x12.Code = "MP"
	InsuranceMedicareAdvantage x12.Code = "HN" // an HMO that is paid by Medicare
	InsuranceMedicaid          x12.Code = "MC"
	InsuranceQMB               x12.Code = "QM" // qualified Medicare beneficiary: nothing that Medicare leaves is the patient's
)

// Levels of coverage, Benefit.Level (EB02) and Question.Level (EQ03).
const (
	LevelIndividual       x12.Code = "IND"
	LevelFamily           x12.Code = "FAM"
	LevelChildren         x12.Code = "CHD" // children only
	LevelDependents       x12.Code = "DEP" // dependents only
	LevelEmployeeChildren x12.Code = "ECH"
	LevelEmployee         x12.Code = "EMP" // the employee only
	LevelEmployeeSpouse   x12.Code = "ESP"
	LevelSpouse           x12.Code = "SPO" // the spouse only
	LevelSpouseChildren   x12.Code = "SPC"
)

// Service types that are asked about most, Question.ServiceTypes (EQ01) and
// Benefit.ServiceTypes (EB03).
const (
	ServiceMedical            x12.Code = "1"
	ServiceSurgical           x12.Code = "2"
	ServiceDiagnosticXRay     x12.Code = "4"
	ServiceDiagnosticLab      x12.Code = "5"
	ServiceDurableEquipment   x12.Code = "12"
	ServicePlan               x12.Code = "30" // the plan as a whole
	ServiceChiropractic       x12.Code = "33"
	ServiceDental             x12.Code = "35"
	ServiceHospital           x12.Code = "47"
	ServiceHospitalInpatient  x12.Code = "48"
	ServiceHospitalOutpatient x12.Code = "50"
	ServiceMaternity          x12.Code = "69"
	ServiceEmergency          x12.Code = "86"
	ServicePharmacy           x12.Code = "88"
	ServiceOfficeVisit        x12.Code = "98" // of a professional, in the office
	ServiceProfessional       x12.Code = "96"
	ServicePhysicalTherapy    x12.Code = "PT"
	ServicePsychotherapy      x12.Code = "A6"
	ServiceVision             x12.Code = "AL"
	ServiceMentalHealth       x12.Code = "MH"
	ServiceUrgentCare         x12.Code = "UC"
)

// Periods that an amount or a quantity is for, Benefit.Period (EB06) and
// Delivery.Period (HSD05).
const (
	PeriodHour              x12.Code = "6"
	PeriodDay               x12.Code = "7"
	Period24Hours           x12.Code = "13"
	PeriodYears             x12.Code = "21"
	PeriodServiceYear       x12.Code = "22" // the plan's year
	PeriodCalendarYear      x12.Code = "23"
	PeriodYearToDate        x12.Code = "24" // what was used so far
	PeriodContract          x12.Code = "25"
	PeriodEpisode           x12.Code = "26"
	PeriodVisit             x12.Code = "27"
	PeriodOutlier           x12.Code = "28"
	PeriodRemaining         x12.Code = "29"
	PeriodExceeded          x12.Code = "30"
	PeriodNotExceeded       x12.Code = "31"
	PeriodLifetime          x12.Code = "32"
	PeriodLifetimeRemaining x12.Code = "33"
	PeriodMonth             x12.Code = "34"
	PeriodWeek              x12.Code = "35"
	PeriodAdmission         x12.Code = "36"
)

// Types of quantity, Benefit.QuantityType (EB09).
const (
	QuantityMinimum           x12.Code = "8H"
	QuantityUsed              x12.Code = "99"
	QuantityCovered           x12.Code = "CA"
	QuantityCoveredEstimated  x12.Code = "CE"
	QuantityCoinsuranceDays   x12.Code = "D3"
	QuantityDeductibleBlood   x12.Code = "DB" // units
	QuantityDays              x12.Code = "DY"
	QuantityHours             x12.Code = "HS"
	QuantityLifetimeReserve   x12.Code = "LA"
	QuantityLifetimeEstimated x12.Code = "LE"
	QuantityMaximum           x12.Code = "M2"
	QuantityMonths            x12.Code = "MN"
	QuantityServices          x12.Code = "P6"
	QuantityApproved          x12.Code = "QA"
	QuantityAgeHigh           x12.Code = "S7"
	QuantityAgeLow            x12.Code = "S8"
	QuantityVisits            x12.Code = "VS"
	QuantityYears             x12.Code = "YY"
)

// Answers of Benefit.Authorization (EB11) and Benefit.Network (EB12).
const (
	AnswerYes     x12.Code = "Y"
	AnswerNo      x12.Code = "N"
	AnswerUnknown x12.Code = "U"
	NetworkBoth   x12.Code = "W" // Network only: in and out of network alike
)

// What dates are, Period.Qualifier (DTP01).
const (
	DateDischarge        x12.Code = "096"
	DateIssue            x12.Code = "102"
	DateEffectiveChange  x12.Code = "152"
	DatePeriodStart      x12.Code = "193"
	DatePeriodEnd        x12.Code = "194"
	DateCompletion       x12.Code = "198"
	DateCOB              x12.Code = "290" // coordination of benefits
	DatePlan             x12.Code = "291"
	DateBenefit          x12.Code = "292"
	DatePrimaryCare      x12.Code = "295"
	DateLatestVisit      x12.Code = "304"
	DateEligibility      x12.Code = "307"
	DateAdded            x12.Code = "318"
	DateCOBRABegin       x12.Code = "340"
	DateCOBRAEnd         x12.Code = "341"
	DatePremiumPaidBegin x12.Code = "342"
	DatePremiumPaidEnd   x12.Code = "343"
	DatePlanBegin        x12.Code = "346"
	DatePlanEnd          x12.Code = "347"
	DateBenefitBegin     x12.Code = "348"
	DateBenefitEnd       x12.Code = "349"
	DateEligibilityBegin x12.Code = "356"
	DateEligibilityEnd   x12.Code = "357"
	DateEnrollment       x12.Code = "382"
	DateAdmission        x12.Code = "435"
	DateDeath            x12.Code = "442"
	DateCertification    x12.Code = "458"
	DateService          x12.Code = "472"
	DatePolicyEffective  x12.Code = "539"
	DatePolicyExpiration x12.Code = "540"
	DateLastUpdate       x12.Code = "636"
	DateStatus           x12.Code = "771"
)

// What to do after a rejection, Rejection.FollowUp (AAA04).
const (
	FollowUpCorrect       x12.Code = "C" // correct the request and send it again
	FollowUpNotAllowed    x12.Code = "N" // do not send it again
	FollowUpResend        x12.Code = "P" // send the original again
	FollowUpAllowed       x12.Code = "R" // it may be sent again
	FollowUpForwarded     x12.Code = "S" // do not send it again: the request went to a third party
	FollowUpWait30        x12.Code = "W" // wait 30 days
	FollowUpWait10        x12.Code = "X" // wait ten days
	FollowUpAnswerFollows x12.Code = "Y" // do not send it again: the answer will come
)
