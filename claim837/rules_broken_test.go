// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"slices"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Each row breaks one rule of institutional or dental claims, or one that all
// kinds share; exactly that rule finds it.
var brokenByKind = []brokenRule{
	{"COB-BAL-06", "whole", isWarning, "otherCoverage[0].adjustments", func(c *Claim) {
		c.OtherCoverage[0].Adjustments = append(adjust("PR", "1", "40"), adjust("PR", "2", "60")...)
	}},
	{"COB-BAL-08", "second", isError, "otherCoverage[0].patientLiability", func(c *Claim) {
		c.OtherCoverage[0].PatientLiability = null("20")
	}},
	{"COB-BAL-08", "after Medicare", isWarning, "otherCoverage[0].patientLiability", func(c *Claim) { c.OtherCoverage[0].PatientLiability = null("20") }},
	{"COB-BAL-10", "second", isWarning, "lines[0].adjudications[0].bundledInto", func(c *Claim) { c.Lines[0].Adjudications[0].BundledInto = 1 }},
	{"COB-BAL-03", "after Medicare", isError, "otherCoverage[0].paid", func(c *Claim) { c.OtherCoverage[0].Paid = null("9323.99") }},
	{"COB-SIT-05", "whole", isWarning, "otherCoverage[1].responsibility", func(c *Claim) {
		c.OtherCoverage[1].Responsibility, c.Subscriber.Responsibility = "T", "S"
	}},
	{"COB-SIT-06", "after Medicare", isWarning, "otherCoverage[0].inpatient", func(c *Claim) { c.OtherCoverage[0].Outpatient = &OutpatientAdjudication{} }},
	{"COB-SIT-07", "after Medicare", isWarning, "otherCoverage[0].payer.adjusted", func(c *Claim) { c.OtherCoverage[0].Payer.Adjusted = true }},
	{"COB-SIT-08", "after Medicare", isWarning, "otherCoverage[0].responsibility", func(c *Claim) {
		c.OtherCoverage[0].Responsibility, c.Subscriber.Responsibility = "S", "P"
	}},
	{"837-SUB-16", "outpatient", isWarning, "subscriber.casualtyClaim", func(c *Claim) {
		c.Subscriber.FilingIndicator = FilingWorkersComp
		c.Institutional.Occurrences = []Occurrence{{"04", 20260103}}
	}},
	{"837-PRV-06", "visit", isWarning, "billingProvider.payTo.address", func(c *Claim) {
		b := *c.BillingProvider
		b.PayTo = &PayToAddress{Address: b.Address}
		c.BillingProvider = &b
	}},
	{"837-PRV-07", "visit", isError, "billingProvider.payToPlan", func(c *Claim) { c.BillingProvider.PayToPlan = &PayToPlan{} }},
	{"837-PRV-17", "inpatient", isWarning, "institutional.attending.secondaryIDs[0].id", func(c *Claim) {
		c.Institutional.Attending.SecondaryIDs = []SecondaryID{{Qualifier: ReferenceUPIN, ID: "A12345"}}
	}},
	{"837-CLM-12", "stay", isWarning, "referral", func(c *Claim) { c.Referral, c.PriorAuthorization = "A1", "A1" }},
	{"837-CLM-12", "teeth", isWarning, "priorAuthorization", func(c *Claim) { c.PriorAuthorization = "G1AUTH778" }},
	{"837-DX-05", "inpatient", isError, "diagnoses[0].value", func(c *Claim) { c.Diagnoses[0].Value = "W010XXA" }},
	{"837-DX-05", "visit", isWarning, "diagnoses[0].value", func(c *Claim) { c.Diagnoses[0].Value = "M4840XS" }},
	{"837-BAL-02", "outpatient", isError, "lines[1].charge", func(c *Claim) { c.Lines[1].Charge, c.Lines[0].Charge = amountOf("-20"), amountOf("3140") }},
	{"837-PRV-03", "outpatient", isError, "facility.address.zip", func(c *Claim) { c.Facility = &Facility{Name: x12.Name{EntityType: "2", Last: "N"}} }},
	{"837-PRV-04", "outpatient", isError, "billingProvider.ssn", func(c *Claim) { c.BillingProvider.EIN, c.BillingProvider.SSN = "", "123456789" }},
	{"837-PRV-09", "inpatient", isError, "institutional.operating.name", func(c *Claim) {
		c.Institutional.Operating.Name.EntityType, c.Institutional.Operating.Name.First = "2", ""
	}},
	{"837-PRV-09", "inpatient", isError, "rendering.name", func(c *Claim) { c.Rendering = &Provider{Name: x12.Name{EntityType: "2", Last: "LAB"}} }},
	{"CS-NPI", "inpatient", isError, "institutional.attending.name.id", func(c *Claim) { c.Institutional.Attending.Name.ID = "1234567890" }},
	{"CS-NPI", "teeth", isError, "dental.assistantSurgeon.name.id", func(c *Claim) { c.Dental.AssistantSurgeon = someone("S", "A", "1234567890") }},
	{"837-DX-01", "inpatient", isError, "institutional.principalProcedure.qualifier", func(c *Claim) { c.Institutional.PrincipalProcedure.Qualifier = InpatientPrincipalICD9 }},
	{"837-DX-02", "emergency", isError, "diagnoses[0].qualifier", func(c *Claim) {
		for k := range c.Diagnoses {
			c.Diagnoses[k].Qualifier = DiagnosisOtherICD9
		}
		c.Diagnoses[0].Qualifier, c.Institutional.ReasonsForVisit[0].Qualifier = DiagnosisPrincipalICD9, DiagnosisReasonICD9
	}},
	{"837-DX-03", "inpatient", isError, "institutional.admittingDiagnosis.value", func(c *Claim) { c.Institutional.AdmittingDiagnosis.Value = "R10.31" }},
	{"837-CLM-02", "teeth", isError, "placeOfService", func(c *Claim) { c.PlaceOfService = "1" }},

	{"837I-TOB-01", "emergency", isError, "institutional.facilityType", func(c *Claim) { c.Institutional.FacilityType = "10" }},
	{"837I-TOB-01", "outpatient", isError, "frequency", func(c *Claim) { c.Frequency = "Z" }},
	{"837I-DT-01", "emergency", isError, "institutional.statement", func(c *Claim) { c.Institutional.Statement.To = 0 }},
	{"837I-DT-02", "nursing", isError, "admission", func(c *Claim) { c.Admission = 0 }},
	{"837I-DT-02", "emergency", isError, "admission", func(c *Claim) { c.Admission = 20260106 }},
	{"837I-DT-02", "inpatient", isWarning, "institutional.admissionHour", func(c *Claim) { c.Institutional.AdmissionHour = x12.Time{} }},
	{"837I-DT-03", "inpatient", isError, "institutional.dischargeHour", func(c *Claim) { c.Institutional.DischargeHour = x12.Time{} }},
	{"837I-DT-03", "inpatient", isWarning, "institutional.dischargeHour", func(c *Claim) {
		c.Institutional.FacilityType, c.Institutional.DischargeHour = "21", x12.Time{}
	}},
	{"837I-DT-03", "nursing", isWarning, "institutional.dischargeHour", func(c *Claim) { c.Institutional.DischargeHour = x12.NewTime(0, 0) }},
	{"837I-CL1-01", "inpatient", isError, "institutional.patientStatus", func(c *Claim) { c.Institutional.PatientStatus = "00" }},
	{"837I-CL1-01", "emergency", isError, "institutional.patientStatus", func(c *Claim) { c.Institutional.PatientStatus = "" }},
	{"837I-CL1-01", "nursing", isError, "institutional.patientStatus", func(c *Claim) {
		c.Institutional.PatientStatus = DischargedHome
		c.Lines[1].Units = amountOf("26")
	}},
	{"837I-CL1-02", "emergency", isError, "institutional.admissionType", func(c *Claim) { c.Institutional.AdmissionType = "6" }},
	{"837I-CL1-02", "emergency", isError, "institutional.admissionSource", func(c *Claim) { c.Institutional.AdmissionSource = "" }},
	{"837I-CL1-02", "inpatient", isError, "institutional.admissionSource", func(c *Claim) { c.Institutional.AdmissionType = AdmissionNewborn }},
	{"837I-CL1-02", "inpatient", isWarning, "institutional.admissionSource", func(c *Claim) { c.Institutional.AdmissionSource = "A" }},
	{"837I-CL1-03", "inpatient", isError, "lines[1].date", func(c *Claim) {
		c.Institutional.PatientStatus = Died
		c.Lines[1].Date.From = 20260110
	}},
	{"837I-FRQ-01", "emergency", isWarning, "frequency", func(c *Claim) {
		c.Frequency, c.Subscriber.FilingIndicator, c.Subscriber.Name.ID = FrequencyLateCharges, FilingMedicareA, "1EG4TE5MK73"
	}},
	{"837I-FRQ-01", "emergency", isWarning, "frequency", func(c *Claim) { c.Frequency = FrequencyHomeHealthFinal }},
	{"837I-CC-01", "replaced bill", isWarning, "conditionCodes", func(c *Claim) {
		c.ConditionCodes = append(c.ConditionCodes, x12.CodedValue{Qualifier: ConditionCode, Value: "D3"})
	}},
	{"837I-CC-01", "replaced bill", isWarning, "conditionCodes", func(c *Claim) { c.ConditionCodes[0].Value = "D5" }},
	{"837I-CC-01", "replaced bill", isWarning, "conditionCodes", func(c *Claim) { c.ConditionCodes[0].Value = "17" }},
	{"837I-CLM-08", "emergency", isWarning, "accidentState", func(c *Claim) { c.AccidentState = "" }},
	{"837I-CLM-08", "emergency", isWarning, "accidentState", func(c *Claim) { c.Institutional.Occurrences = nil }},
	{"837I-PRV-18", "emergency", isError, "institutional.attending", func(c *Claim) { c.Institutional.Attending = nil }},
	{"837I-PRV-18", "emergency", isError, "institutional.attending.name.id", func(c *Claim) { c.Institutional.Attending.Name.ID = ""; c.Institutional.Attending.Name.IDType = "" }},
	{"837I-PRV-19", "inpatient", isError, "institutional.operating", func(c *Claim) { c.Institutional.Operating = nil }},
	{"837I-PRV-19", "emergency", isError, "institutional.operating", func(c *Claim) { c.Institutional.OtherOperating = someone("Roe", "Max", "1888888884") }},
	{"837I-PRV-19", "outpatient", isWarning, "institutional.operating", func(c *Claim) { c.Institutional.Operating = nil }},
	{"837I-PRV-20", "outpatient", isWarning, "rendering.name.id", func(c *Claim) { c.Rendering = someone("Lee", "Ann", "1999999984") }},
	{"837I-PRV-21", "outpatient", isError, "billingProvider.name.entityType", func(c *Claim) { c.BillingProvider.Name.EntityType, c.BillingProvider.Name.First = x12.Person, "A" }},
	{"837P-PRV-18", "visit", isWarning, "lines[1].referring", func(c *Claim) { c.Lines[1].Referring = someone("Roe", "Max", "1888888884") }},
	{"837P-PRV-18", "outpatient", isWarning, "lines[1].referring", func(c *Claim) { c.Lines[1].Referring = someone("Roe", "Max", "1888888884") }},

	{"837I-BAL-01", "outpatient", isError, "charge", func(c *Claim) { c.Charge = amountOf("3160.01") }},
	{"837I-BAL-01", "outpatient", isError, "lines[3].revenueCode", func(c *Claim) {
		c.Lines = append(c.Lines, revenueLine("0001", "", "3160", "UN", "1"))
		c.Lines[3].Date.From = 20260106
	}},
	{"837I-BAL-03", "inpatient", isWarning, "institutional.estimatedDue", func(c *Claim) { c.Institutional.EstimatedDue = null("11000.01") }},
	{"837I-BAL-04", "inpatient", isError, "lines[0].institutional.nonCovered", func(c *Claim) { c.Lines[0].Institutional.NonCovered = null("8000.01") }},
	{"837I-BAL-04", "inpatient", isError, "lines[0].institutional.nonCovered", func(c *Claim) { c.Lines[0].Institutional.NonCovered = null("-1") }},
	{"837I-BAL-05", "inpatient", isWarning, "lines[0].institutional.serviceTax", func(c *Claim) { c.Lines[0].Institutional.ServiceTax = null("8001") }},
	{"837I-REV-01", "emergency", isError, "lines[0].revenueCode", func(c *Claim) {
		c.Lines[0].RevenueCode, c.Institutional.ReasonsForVisit = "450", nil
	}},
	{"837I-REV-01", "inpatient", isError, "lines[1].revenueCode", func(c *Claim) { c.Lines[1].RevenueCode = "4500" }},
	{"837I-REV-01", "inpatient", isWarning, "lines[1].revenueCode", func(c *Claim) { c.Lines[1].RevenueCode = "1500" }},
	{"837I-REV-02", "inpatient", isWarning, "lines[0].units", func(c *Claim) { c.Lines[0].Units = amountOf("5") }},
	{"837I-REV-02", "nursing", isWarning, "lines[1].units", func(c *Claim) { c.Lines[1].Units = amountOf("26") }},
	{"837I-REV-02", "inpatient", isWarning, "lines[0].unit", func(c *Claim) { c.Lines[0].Unit = UnitCount }},
	{"837I-REV-02", "inpatient", isWarning, "institutional.valueCodes", func(c *Claim) { c.Institutional.ValueCodes[0].Amount = amountOf("3") }},
	{"837I-REV-03", "outpatient", isWarning, "lines[1].procedure.code", func(c *Claim) { c.Lines[1].Procedure = Procedure{} }},
	{"837I-REV-04", "nursing", isError, "lines[0].procedure.qualifier", func(c *Claim) { c.Lines[0].RevenueCode = "0300" }},
	{"837I-LN-01", "outpatient", isError, "lines[0].date", func(c *Claim) { c.Lines[0].Date.From = 0 }},
	{"837I-LN-01", "outpatient", isError, "lines[0].date", func(c *Claim) { c.Lines[0].Date.From = 20260107 }},
	{"837I-LN-02", "outpatient", isError, "lines[0].unit", func(c *Claim) { c.Lines[0].Unit = "F2" }},
	{"837I-LN-02", "outpatient", isError, "lines[0].units", func(c *Claim) { c.Lines[0].Units = amountOf("-1") }},
	{"837I-LN-02", "outpatient", isWarning, "lines[0].units", func(c *Claim) { c.Lines[0].Units = amountOf("0") }},
	{"837I-LN-05", "outpatient", isError, "lines[0].procedure.modifiers[0]", func(c *Claim) { c.Lines[0].Procedure.Modifiers = []x12.Code{"", "RT"} }},
	{"837I-LN-08", "outpatient", isError, "lines[2].drug.code", func(c *Claim) { c.Lines[2].Drug.Code = "0409379501" }},
	{"837I-LN-09", "outpatient", isError, "lines[2].drug.prescriptionNumber", func(c *Claim) {
		c.Lines[2].Drug.PrescriptionNumber, c.Lines[2].Drug.CompoundLink = "RX1", "C1"
	}},
	{"837I-LN-16", "outpatient", isError, "lines[1].controlNumber", func(c *Claim) { c.Lines[1].ControlNumber = "A" }},
	{"837I-DT-07", "outpatient", isError, "institutional.statement", func(c *Claim) {
		c.Submission.Date = 20260105
		c.Lines[1].Date.From = 20260105
	}},
	{"837I-DX-06", "outpatient", isError, "diagnoses[1].qualifier", func(c *Claim) { c.Diagnoses[1].Qualifier = DiagnosisPrincipal }},
	{"837I-DX-06", "outpatient", isError, "diagnoses", func(c *Claim) { c.Diagnoses = append(c.Diagnoses, slices.Repeat(c.Diagnoses[1:2], 23)...) }},
	{"837I-DX-06", "outpatient", isError, "institutional.reasonsForVisit", func(c *Claim) {
		c.Institutional.ReasonsForVisit = slices.Repeat([]x12.CodedValue{{Qualifier: DiagnosisReasonForVisit, Value: "R079"}}, 4)
	}},
	{"837I-DX-06", "inpatient", isError, "institutional.externalCauses", func(c *Claim) {
		c.Institutional.ExternalCauses = slices.Repeat(c.Institutional.ExternalCauses, 13)
	}},
	{"837I-DX-07", "inpatient", isError, "institutional.admittingDiagnosis", func(c *Claim) { c.Institutional.AdmittingDiagnosis = x12.CodedValue{} }},
	{"837I-DX-07", "outpatient", isWarning, "institutional.admittingDiagnosis", func(c *Claim) {
		c.Institutional.AdmittingDiagnosis = x12.CodedValue{Qualifier: DiagnosisAdmitting, Value: "R1031"}
	}},
	{"837I-DX-08", "emergency", isWarning, "institutional.reasonsForVisit", func(c *Claim) { c.Institutional.ReasonsForVisit = nil }},
	{"837I-DX-09", "inpatient", isError, "diagnoses[1].presentOnAdmission", func(c *Claim) { c.Diagnoses[1].PresentOnAdmission = "1" }},
	{"837I-DX-09", "inpatient", isWarning, "diagnoses[1].presentOnAdmission", func(c *Claim) { c.Diagnoses[1].PresentOnAdmission = "" }},
	{"837I-DX-11", "inpatient", isWarning, "institutional.drg", func(c *Claim) { c.Institutional.DRG = "47" }},
	{"837I-PX-01", "inpatient", isError, "institutional.principalProcedure", func(c *Claim) { c.Institutional.PrincipalProcedure = nil }},
	{"837I-PX-01", "outpatient", isError, "institutional.principalProcedure", func(c *Claim) {
		c.Institutional.PrincipalProcedure = &InpatientProcedure{InpatientPrincipal, "0DTJ4ZZ", 20260106}
	}},
	{"837I-PX-02", "inpatient", isError, "institutional.principalProcedure.date", func(c *Claim) { c.Institutional.PrincipalProcedure.Date = 20260112 }},
	{"837I-PX-02", "inpatient", isWarning, "institutional.otherProcedures[0].date", func(c *Claim) { c.Institutional.OtherProcedures[0].Date = 20260101 }},
	{"837I-OCC-01", "inpatient", isError, "institutional.occurrenceSpans[0].period", func(c *Claim) { c.Institutional.OccurrenceSpans[0].Period.To = 20260106 }},
	{"837I-OCC-01", "inpatient", isWarning, "institutional.occurrences[0].date", func(c *Claim) {
		c.Submission.Date = 20260131
		c.Institutional.Occurrences[0].Date = 20260201
	}},
	{"837I-OCC-01", "inpatient", isWarning, "institutional.occurrences[1].code", func(c *Claim) {
		c.Institutional.Occurrences = slices.Repeat(c.Institutional.Occurrences, 2)
	}},
	{"837I-VAL-01", "inpatient", isError, "institutional.valueCodes[1].amount", func(c *Claim) { c.Institutional.ValueCodes[1].Amount = amountOf("-1") }},
	{"837I-VAL-01", "outpatient", isError, "institutional.valueCodes[0].amount", func(c *Claim) {
		c.Institutional.ValueCodes = []ValueCode{{"80", amountOf("4.5")}}
	}},

	{"837D-DX-04", "teeth", isError, "diagnoses", func(c *Claim) {
		c.Diagnoses = append(c.Diagnoses, slices.Repeat([]Diagnosis{{DiagnosisOther, "K029", ""}}, 4)...)
	}},
	{"837D-DX-04", "teeth", isError, "diagnoses[0].qualifier", func(c *Claim) { c.Diagnoses[0].Qualifier = DiagnosisOther }},
	{"837D-01", "teeth", isError, "lines[0].procedure.code", func(c *Claim) { c.Lines[0].Procedure = Procedure{Qualifier: ProcedureHCPCS, Code: "99213"} }},
	{"837D-01", "braces", isError, "lines[0].date", func(c *Claim) { c.Dental.Service.From = 0 }},
	{"837D-02", "teeth", isError, "lines[0].dental.teeth[0].code", func(c *Claim) { c.Lines[0].Dental.Teeth[0].Code = "33" }},
	{"837D-02", "teeth", isWarning, "lines[0].dental.teeth[0].surfaces", func(c *Claim) { c.Lines[0].Dental.Teeth[0].Surfaces[0] = "X" }},
	{"837D-02", "teeth", isWarning, "lines[0].dental.oralCavity[0]", func(c *Claim) { c.Lines[0].Dental.OralCavity[0] = "50" }},
	{"837D-02", "teeth", isError, "dental.teeth[0].tooth", func(c *Claim) { c.Dental.Teeth[0].Tooth = "0" }},
	{"837D-03", "teeth", isError, "lines[1].dental.priorPlacement", func(c *Claim) { c.Lines[1].Dental.PriorPlacement = 0 }},
	{"837D-03", "braces", isError, "dental.orthodontics.months", func(c *Claim) { c.Dental.Orthodontics.Months = decimal.NullDecimal{} }},
	{"837D-03", "braces", isError, "dental.appliancePlacement", func(c *Claim) { c.Dental.AppliancePlacement = 0 }},
	{"837D-04", "asked beforehand", isWarning, "lines[0].date", func(c *Claim) { c.Lines[0].Date.From = 20260105 }},
	{"837D-BAL-01", "teeth", isError, "charge", func(c *Claim) { c.Charge = amountOf("180") }},
	{"837D-BAL-03", "teeth", isWarning, "patientPaid", func(c *Claim) { c.PatientPaid = null("1381") }},
	{"837D-PRV-12", "teeth", isError, "primaryCare", func(c *Claim) { c.PrimaryCare = someone("Roe", "Max", "1888888884") }},
	{"837D-PRV-14", "teeth", isWarning, "facility", func(c *Claim) {
		c.Facility = &Facility{Name: c.BillingProvider.Name, Address: c.BillingProvider.Address}
	}},
	{"837D-CLM-05", "teeth", isError, "accidentState", func(c *Claim) { c.AccidentState = "TX" }},
	{"837D-CLM-06", "teeth", isError, "accident", func(c *Claim) { c.RelatedCauses = []x12.Code{CauseOtherAccident} }},
	{"837D-DT-07", "teeth", isError, "lines[0].date", func(c *Claim) {
		c.Submission.Date = 20260109
		c.Lines[0].Date.From = 20260110
	}},
	{"837D-DT-07", "braces", isError, "dental.appliancePlacement", func(c *Claim) { c.Dental.AppliancePlacement = 19691231 }},
	{"837D-LN-02", "teeth", isError, "lines[0].units", func(c *Claim) { c.Lines[0].Units = amountOf("-1") }},
	{"837D-LN-03", "teeth", isWarning, "lines[0].placeOfService", func(c *Claim) { c.Lines[0].PlaceOfService = "11" }},
	{"837D-LN-04", "teeth", isError, "lines[0].diagnosisPointers", func(c *Claim) { c.Lines[0].DiagnosisPointers = []int{2} }},
	{"837D-LN-05", "teeth", isError, "lines[0].procedure.modifiers[0]", func(c *Claim) { c.Lines[0].Procedure.Modifiers = []x12.Code{"A"} }},
	{"837D-LN-16", "teeth", isError, "lines[1].controlNumber", func(c *Claim) { c.Lines[1].ControlNumber = "A" }},
}
