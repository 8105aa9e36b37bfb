// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"testing"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

func cents(cents int64) decimal.Decimal { return decimal.New(cents, -2) }

func people(last, first, npi string) *Provider {
	return &Provider{Name: x12.Name{EntityType: x12.Person, Last: last, First: first, IDType: IDTypeNPI, ID: npi}}
}

// aStay is a hospital stay in the contexts of a golden file.
func aStay(t testing.TB) *Claim {
	c := oneClaim(t, "01-subscriber.edi")
	b := *c.BillingProvider
	b.PayTo, c.BillingProvider = nil, &b
	return &Claim{
		Kind: Institutional, Submission: c.Submission, BillingProvider: &b, Subscriber: c.Subscriber,
		ID: "STAY-1", Charge: cents(1_250_000), Frequency: FrequencyOriginal,
		Assignment: AssignmentAccepted, BenefitsAssigned: Yes, ReleaseOfInformation: ReleaseSigned,
		Admission: 20260105, MedicalRecord: "MR-77",
		Diagnoses: []Diagnosis{
			{DiagnosisPrincipal, "I2111", PresentYes},
			{DiagnosisOther, "E119", PresentYes},
			{DiagnosisOther, "N179", PresentNo},
		},
		ConditionCodes: []x12.CodedValue{{Qualifier: ConditionCode, Value: "C1"}},
		Institutional: &InstitutionalClaim{
			FacilityType: "11", Statement: x12.DateRange{From: 20260105, To: 20260109},
			AdmissionHour: x12.NewTime(14, 30), DischargeHour: x12.NewTime(11, 0),
			AdmissionType: AdmissionEmergency, AdmissionSource: AdmittedFromHome, PatientStatus: DischargedHome,
			AdmittingDiagnosis: x12.CodedValue{Qualifier: DiagnosisAdmitting, Value: "R079"},
			DRG:                "282",
			PrincipalProcedure: &InpatientProcedure{InpatientPrincipal, "027034Z", 20260105},
			OtherProcedures:    []InpatientProcedure{{InpatientOther, "B2111ZZ", 20260105}},
			Occurrences:        []Occurrence{{"11", 20260105}},
			OccurrenceSpans:    []OccurrenceSpan{{"72", x12.DateRange{From: 20260105, To: 20260109}}},
			ValueCodes:         []ValueCode{{"80", decimal.New(4, 0)}, {"01", cents(120_050)}},
			Attending:          people("OKAFOR", "NGOZI", "1234567018"),
			Operating:          people("LINDGREN", "ASTRID", "1467890129"),
		},
		Lines: []ServiceLine{
			{RevenueCode: "0110", Charge: cents(800_000), Unit: UnitDays, Units: decimal.New(4, 0)},
			{RevenueCode: "0360", Charge: cents(450_000), Unit: UnitCount, Units: decimal.New(1, 0),
				Institutional: &InstitutionalLine{NonCovered: decimal.NewNullDecimal(cents(10_000))}},
		},
	}
}

// aCheckup is a visit to a dentist in the contexts of a golden file.
func aCheckup(t testing.TB) *Claim {
	c := oneClaim(t, "01-subscriber.edi")
	rendering := *c.Rendering
	rendering.Taxonomy = "1223G0001X"
	return &Claim{
		Kind: Dental, Submission: c.Submission, BillingProvider: c.BillingProvider, Subscriber: c.Subscriber,
		ID: "TEETH-1", Charge: cents(31_000), PlaceOfService: PlaceOffice, Frequency: FrequencyOriginal, ProviderSignature: Yes,
		Assignment: AssignmentAccepted, BenefitsAssigned: Yes, ReleaseOfInformation: ReleaseSigned, Rendering: &rendering,
		Dental: &DentalClaim{Teeth: []ToothStatus{{"16", ToothMissing}}},
		Lines: []ServiceLine{
			{Procedure: Procedure{Qualifier: ProcedureCDT, Code: "D0120"}, Charge: cents(6_000), Date: x12.DateRange{From: 20260112}},
			{Procedure: Procedure{Qualifier: ProcedureCDT, Code: "D2392"}, Charge: cents(25_000), Units: decimal.New(1, 0), Date: x12.DateRange{From: 20260112},
				Dental: &DentalLine{Teeth: []Tooth{{"12", []x12.Code{SurfaceMesial, SurfaceOcclusal}}}}},
		},
	}
}

// aClaim is a claim of the kind that its guide and the billing rules take.
func aClaim(t testing.TB, k Kind) *Claim {
	switch k {
	case Institutional:
		return aStay(t)
	case Dental:
		return aCheckup(t)
	}
	return oneClaim(t, "01-subscriber.edi")
}

func codesOf(codes ...x12.Code) (out []string) {
	for _, c := range codes {
		out = append(out, string(c))
	}
	return out
}
