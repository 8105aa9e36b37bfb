// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"math/rand/v2"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// Claims that break a rule about the form of a code or a number, about an address,
// or about what a service or a payer asks for; exactly that rule finds it.
var brokenCodes = []brokenRule{
	{"CS-HCPCS", "visit", isError, "lines[0].procedure.code", func(c *Claim) { c.Lines[0].Procedure.Code = "9921" }},
	{"CS-HCPCS", "visit", isError, "lines[1].procedure.code", func(c *Claim) { c.Lines[1].Procedure.Code = "ABCDE" }},
	{"CS-HCPCS", "visit", isError, "lines[1].procedure.code", func(c *Claim) { c.Lines[1].Procedure.Code = "00001" }},
	{"CS-HCPCS", "visit", isError, "lines[1].procedure.code", func(c *Claim) { c.Lines[1].Procedure.Code = "Z9999" }},
	{"CS-HCPCS", "visit", isWarning, "lines[1].procedure.code", func(c *Claim) { c.Lines[1].Procedure.Code = "99999" }},
	{"CS-HCPCS", "second", isError, "lines[0].adjudications[0].procedure.code", func(c *Claim) { c.Lines[0].Adjudications[0].Procedure.Code = "9921X" }},
	{"CS-HCPCS", "anesthesia", isError, "anesthesiaProcedures[0].value", func(c *Claim) {
		c.AnesthesiaProcedures = []x12.CodedValue{{Qualifier: AnesthesiaPrincipal, Value: "4456"}}
	}},
	{"CS-HCPCS", "outpatient", isError, "lines[1].procedure.code", func(c *Claim) { c.Lines[1].Procedure.Code = "8005" }},
	{"CS-HIPPS", "nursing", isError, "lines[0].procedure.code", func(c *Claim) { c.Lines[0].Procedure.Code = "1AA1" }},
	{"CS-ICD10PCS", "inpatient", isError, "institutional.principalProcedure.code", func(c *Claim) { c.Institutional.PrincipalProcedure.Code = "0DTJ4" }},
	{"CS-ICD10PCS", "inpatient", isError, "institutional.otherProcedures[0].code", func(c *Claim) { c.Institutional.OtherProcedures[0].Code = "0DTI4ZZ" }},
	{"837-DX-03", "visit", isError, "diagnoses[0].value", func(c *Claim) { ofICD9(c, "J069", "I10") }},
	{"837-DX-03", "visit", isError, "diagnoses[1].value", func(c *Claim) { ofICD9(c, "25000", "2500X") }},
	{"CS-POS", "visit", isError, "placeOfService", func(c *Claim) { c.PlaceOfService = "98" }},
	{"CS-POS", "visit", isError, "lines[1].placeOfService", func(c *Claim) { c.Lines[1].PlaceOfService = "30" }},
	{"CS-POS", "teeth", isError, "placeOfService", func(c *Claim) { c.PlaceOfService = "00" }},
	{"CS-POS", "visit", isWarning, "placeOfService", func(c *Claim) {
		c.PlaceOfService = "10"
		c.Lines[0].Date.From, c.Lines[1].Date.From = 20211231, 20211231
	}},
	{"CS-NUBC", "inpatient", isError, "institutional.valueCodes[1].code", func(c *Claim) { c.Institutional.ValueCodes[1].Code = "?!" }},
	{"CS-NUBC", "inpatient", isError, "institutional.occurrences[0].code", func(c *Claim) { c.Institutional.Occurrences[0].Code = "1" }},
	{"CS-NUBC", "inpatient", isError, "institutional.occurrenceSpans[0].code", func(c *Claim) { c.Institutional.OccurrenceSpans[0].Code = "7a" }},
	{"CS-NUBC", "inpatient", isWarning, "institutional.occurrences[0].code", func(c *Claim) { c.Institutional.Occurrences[0].Code = "74" }},
	{"CS-NUBC", "inpatient", isWarning, "institutional.occurrenceSpans[0].code", func(c *Claim) { c.Institutional.OccurrenceSpans[0].Code = "11" }},
	{"CS-NUBC", "visit", isError, "conditionCodes[0].value", func(c *Claim) { c.ConditionCodes = conditionsOf("AAA") }},
	{"CS-NUBC", "inpatient", isWarning, "conditionCodes[1].value", func(c *Claim) { c.ConditionCodes = conditionsOf("17", "17") }},
	{"CS-NUBC", "inpatient", isWarning, "institutional.valueCodes[2].code", func(c *Claim) {
		c.Institutional.ValueCodes = append(c.Institutional.ValueCodes, c.Institutional.ValueCodes[1])
	}},
	{"CS-CARC", "whole", isError, "otherCoverage[0].adjustments[0].adjustments[0].reason", func(c *Claim) { c.OtherCoverage[0].Adjustments[0].Adjustments[0].Reason = "045" }},
	{"CS-CARC", "second", isError, "lines[0].adjudications[0].adjustments[0].adjustments[0].reason", func(c *Claim) {
		c.Lines[0].Adjudications[0].Adjustments[0].Adjustments[0].Reason = "CO45"
	}},
	{"CS-RARC", "whole", isError, "otherCoverage[0].outpatient.remarks[1]", func(c *Claim) {
		c.OtherCoverage[0].Outpatient = &OutpatientAdjudication{Remarks: []x12.Code{"MA01", "ZZ999"}}
	}},
	{"CS-RARC", "after Medicare", isError, "otherCoverage[0].inpatient.remarks[0]", func(c *Claim) { c.OtherCoverage[0].Inpatient.Remarks = []x12.Code{"N"} }},
	{"CS-TAX", "visit", isError, "rendering.taxonomy", func(c *Claim) { c.Rendering = taxed(c.Rendering, "207Q0000X") }},
	{"CS-TAX", "visit", isError, "rendering.taxonomy", func(c *Claim) { c.Rendering = taxed(c.Rendering, "207Q00000Y") }},
	{"CS-TAX", "visit", isError, "billingProvider.taxonomy", func(c *Claim) {
		b := *c.BillingProvider
		b.Taxonomy = "CLINIC"
		c.BillingProvider = &b
	}},
	{"CS-TAX", "inpatient", isError, "institutional.attending.taxonomy", func(c *Claim) {
		c.Institutional.Attending = taxed(c.Institutional.Attending, "207q00000X")
	}},
	{"CS-TAX", "teeth", isError, "lines[0].rendering.taxonomy", func(c *Claim) {
		c.Lines[0].Rendering = taxed(someone("Roe", "Max", "1888888884"), "12X")
	}},
	{"CS-TIN", "visit", isError, "billingProvider.ein", func(c *Claim) { c.BillingProvider.EIN = "111111111" }},
	{"CS-TIN", "visit", isWarning, "billingProvider.ein", func(c *Claim) { c.BillingProvider.EIN = "001234567" }},
	{"CS-TIN", "visit", isError, "subscriber.ssn", func(c *Claim) { c.Subscriber.SSN = "000123456" }},
	{"CS-TIN", "visit", isError, "subscriber.ssn", func(c *Claim) { c.Subscriber.SSN = "666123456" }},
	{"CS-TIN", "visit", isError, "subscriber.ssn", func(c *Claim) { c.Subscriber.SSN = "123006789" }},
	{"CS-TIN", "visit", isError, "subscriber.ssn", func(c *Claim) { c.Subscriber.SSN = "123450000" }},
	{"CS-TIN", "visit", isWarning, "subscriber.ssn", func(c *Claim) { c.Subscriber.SSN = "912345678" }},
	{"CS-TIN", "second", isError, "otherCoverage[0].payer.secondaryIDs[0].id", func(c *Claim) {
		c.OtherCoverage[0].Payer.SecondaryIDs = []x12.Reference{{Qualifier: ReferenceEmployerID, ID: "12345678"}}
	}},
	{"CS-CLIA", "visit", isError, "clia", func(c *Claim) { c.CLIA = "123D456789" }},
	{"CS-CLIA", "visit", isError, "lines[1].clia", func(c *Claim) { c.Lines[1].CLIA = "12D34567890" }},
	{"CS-MBI", "visit", isError, "subscriber.name.id", func(c *Claim) { toMedicare(c).Name.ID = "123456789A" }},
	{"CS-MBI", "visit", isError, "subscriber.name.id", func(c *Claim) { toMedicare(c).Name.ID = "1SG4TE5MK73" }},
	{"CS-MBI", "after Medicare", isError, "otherCoverage[0].subscriber.name.id", func(c *Claim) { c.OtherCoverage[0].Subscriber.Name.ID = "1EG4-TE5-MK73" }},
	{"CS-STATE", "visit", isError, "subscriber.address.state", func(c *Claim) { c.Subscriber.Address.State = "XX" }},
	{"CS-STATE", "visit", isError, "subscriber.address.state", func(c *Claim) { c.Subscriber.Address.State = "" }},
	{"CS-STATE", "visit", isError, "subscriber.address.state", func(c *Claim) {
		c.Subscriber.Address.State, c.Subscriber.Address.Zip = "ON", "K1A 0B1"
	}},
	{"CS-STATE", "visit", isError, "subscriber.address.state", func(c *Claim) {
		c.Subscriber.Address.State, c.Subscriber.Address.Zip, c.Subscriber.Address.Country = "TX", "K1A 0B1", "CA"
	}},
	{"CS-STATE", "ambulance", isError, "pickUp.address.state", func(c *Claim) { c.PickUp.Address.State = "TE" }},
	{"CS-STATE", "auto", isError, "accidentState", func(c *Claim) { c.AccidentState = "ZZ" }},
	{"CS-COUNTRY", "visit", isError, "subscriber.address.country", func(c *Claim) { c.Subscriber.Address.Country, c.Subscriber.Address.State = "XX", "" }},
	{"CS-COUNTRY", "auto", isError, "accidentCountry", func(c *Claim) { c.AccidentState, c.AccidentCountry = "", "EN" }},
	{"CS-ZIP", "visit", isError, "subscriber.address.zip", func(c *Claim) { c.Subscriber.Address.Zip = "00000" }},
	{"CS-ZIP", "visit", isError, "subscriber.address.zip", func(c *Claim) { c.Subscriber.Address.Zip = "7870" }},
	{"CS-ZIP", "visit", isError, "subscriber.address.zip", func(c *Claim) { c.Subscriber.Address.Zip = "" }},
	{"CS-ZIP", "visit", isError, "subscriber.address.zip", func(c *Claim) {
		c.Subscriber.Address.State, c.Subscriber.Address.Zip, c.Subscriber.Address.Country = "ON", "12345", "CA"
	}},
	{"CS-ZIP", "visit", isWarning, "subscriber.address.zip", func(c *Claim) { c.Subscriber.Address.Zip = "50613" }},
	{"CS-ZIP", "visit", isWarning, "subscriber.address.zip", func(c *Claim) { c.Subscriber.Address.Zip = "787010000" }},
	{"837-PRV-02", "visit", isError, "billingProvider.address.line2", func(c *Claim) { c.BillingProvider.Address.Line2 = "P.O.B. 12" }},
	{"837-PRV-22", "stay", isWarning, "facility.address.line1", func(c *Claim) {
		f := *c.Facility
		f.Address.Line1 = "PO BX 7"
		c.Facility = &f
	}},
	{"837-PRV-08", "visit", isError, "billingProvider.contacts[0].numbers[0].number", func(c *Claim) { c.BillingProvider.Contacts = contactOf("TE", "5550100") }},
	{"837-PRV-08", "visit", isError, "billingProvider.contacts[0].numbers[0].number", func(c *Claim) { c.BillingProvider.Contacts = contactOf("TE", "1125550199") }},
	{"837-PRV-08", "visit", isWarning, "billingProvider.contacts[0].numbers[0].number", func(c *Claim) { c.BillingProvider.Contacts = contactOf("TE", "2121550199") }},
	{"837-PRV-08", "visit", isWarning, "billingProvider.contacts[0].numbers[0].number", func(c *Claim) { c.BillingProvider.Contacts = contactOf("FX", "2120550199") }},
	{"837-PRV-08", "visit", isWarning, "billingProvider.contacts[0].numbers[0].number", func(c *Claim) { c.BillingProvider.Contacts = contactOf("EM", "DESK EXAMPLE.COM") }},
	{"COB-SIT-09", "second", isError, "lines[0].adjudications[0].paidDate", func(c *Claim) { // once for both lines
		for i := range c.Lines {
			c.Lines[i].Adjudications[0].PaidDate = 20260104
		}
	}},
	{"COB-SIT-09", "whole", isError, "otherCoverage[0].payer.paidDate", func(c *Claim) {
		c.Submission.Date = 20260122
		c.OtherCoverage[0].Payer.PaidDate = 20260123
	}},
	{"COB-BAL-11", "whole", isError, "otherCoverage[0].paid", func(c *Claim) {
		c.OtherCoverage[0].Paid, c.OtherCoverage[0].Adjustments = null("-10"), adjust("PR", "1", "160")
	}},
	{"837P-DT-09", "visit", isError, "lastXRay", func(c *Claim) { c.Submission.Date, c.LastXRay = 20260110, 20260111 }},
	{"837P-DT-09", "visit", isError, "subscriber.deathDate", func(c *Claim) { c.Submission.Date, c.Subscriber.DeathDate = 20260110, 20260111 }},
	{"837P-DT-09", "visit", isError, "lines[0].lastSeen", func(c *Claim) { c.Submission.Date, c.Lines[0].LastSeen = 20260110, 20260111 }},
	{"837I-DT-09", "emergency", isError, "subscriber.deathDate", func(c *Claim) { c.Submission.Date, c.Subscriber.DeathDate = 20260110, 20260111 }},
	{"837D-DT-09", "teeth", isError, "subscriber.deathDate", func(c *Claim) { c.Submission.Date, c.Subscriber.DeathDate = 20260110, 20260111 }},
	{"837I-CL1-03", "outpatient", isError, "lines[1].date", func(c *Claim) { c.Institutional.Occurrences = []Occurrence{{"55", 20260105}} }},
	{"837I-CL1-03", "outpatient", isWarning, "institutional.statement", func(c *Claim) {
		c.Institutional.Occurrences, c.Lines[1].Date.From = []Occurrence{{"55", 20260105}}, 20260105
	}},
	{"837-SUB-14", "visit", isError, "subscriber.birthDate", func(c *Claim) { c.Subscriber.BirthDate = 18001231 }},
	{"837P-LN-05", "second", isError, "lines[0].adjudications[0].procedure.modifiers[0]", func(c *Claim) {
		c.Lines[0].Adjudications[0].Procedure.Modifiers = []x12.Code{"2"}
	}},
	{"837I-REV-01", "outpatient", isError, "lines[0].adjudications[0].revenueCode", func(c *Claim) {
		c.OtherCoverage = []OtherCoverage{{Responsibility: "S", Relationship: "18", FilingIndicator: FilingCommercial, Paid: null("3160"),
			Payer: OtherPayer{Name: x12.Name{ID: "X"}}}}
		for i := range c.Lines {
			l := &c.Lines[i]
			l.Adjudications = []Adjudication{{PayerID: "X", Paid: l.Charge, Procedure: l.Procedure, RevenueCode: l.RevenueCode, PaidDate: 20260120}}
		}
		c.Subscriber.Responsibility, c.OtherCoverage[0].Responsibility = "S", "P"
		c.Lines[0].Adjudications[0].RevenueCode = "360"
	}},
	{"837P-DT-05", "visit", isError, "initialTreatment", func(c *Claim) { spine(c).InitialTreatment = 0 }},
	{"837P-DT-05", "visit", isWarning, "initialTreatment", func(c *Claim) { spine(c).InitialTreatment = 20260106 }},
	{"837P-DT-05", "visit", isWarning, "acuteManifestation", func(c *Claim) { spine(c).SpinalManipulation = &SpinalManipulation{Condition: "A"} }},
	{"837P-DX-12", "visit", isWarning, "diagnoses[0].value", func(c *Claim) { spine(c).Diagnoses[0].Value = "M5450" }},
	{"837P-LN-10", "visit", isWarning, "clia", func(c *Claim) { c.Lines[1].Procedure = Procedure{ProcedureHCPCS, "87880", []x12.Code{"QW"}, ""} }},
	{"837P-LN-10", "visit", isError, "clia", func(c *Claim) {
		toMedicare(c)
		c.CLIA = ""
		c.Lines[1].Procedure = Procedure{ProcedureHCPCS, "87880", []x12.Code{"QW"}, ""}
	}},
	{"837P-LN-10", "visit", isWarning, "lines[1].referringCLIA", func(c *Claim) { c.Lines[1].Procedure.Modifiers = []x12.Code{"90"} }},
	{"837P-LN-11", "visit", isWarning, "mammographyCertification", func(c *Claim) { c.Lines[1].Procedure.Code = "77067" }},
	{"837P-PRV-13", "visit", isError, "lines[0].ordering", func(c *Claim) {
		toMedicare(c)
		c.Lines[0].Procedure.Code, c.Lines[1].Procedure.Code = "E0601", "E0562"
	}},
	{"837P-PRV-13", "visit", isError, "lines[1].ordering.name.id", func(c *Claim) {
		toMedicare(c)
		c.Lines[1].Procedure.Code, c.Lines[1].Ordering = "E0601", &OrderingProvider{Name: x12.Name{EntityType: "1", Last: "LEE", First: "ANN"}}
	}},
	{"837P-PRV-13", "visit", isWarning, "lines[1].ordering", func(c *Claim) { toMedicare(c); c.Lines[1].Procedure.Code = "A7034" }},
	{"837-PRV-16", "visit", isWarning, "supervising", func(c *Claim) { c.Supervising = someone("Lee", "Ann", c.Rendering.Name.ID) }},
	{"837-PRV-16", "teeth", isWarning, "lines[0].supervising", func(c *Claim) {
		c.Lines[0].Rendering = someone("Roe", "Max", "1888888884")
		c.Lines[0].Supervising = c.Lines[0].Rendering
	}},
	{"837-CLM-16", "visit", isWarning, "charge", func(c *Claim) { c.Charge, c.Lines[0].Charge, c.Lines[1].Charge = zero, zero, zero }},
	{"837-CLM-17", "visit", isWarning, "relatedCauses", func(c *Claim) {
		c.Subscriber.FilingIndicator, c.Subscriber.CasualtyClaim = FilingWorkersComp, "WC1"
	}},
	{"837-CLM-17", "auto", isWarning, "relatedCauses", func(c *Claim) {
		c.Subscriber.FilingIndicator, c.Subscriber.CasualtyClaim = FilingWorkersComp, "WC1"
	}},
	{"837-CLM-17", "outpatient", isWarning, "institutional.occurrences", func(c *Claim) {
		c.Subscriber.FilingIndicator, c.Subscriber.CasualtyClaim = FilingAutoMedical, "A1"
	}},
	{"837-LN-18", "visit", isWarning, "lines[1].procedure.code", func(c *Claim) { twice(c) }},
	{"837-LN-18", "outpatient", isWarning, "lines[1].procedure.code", func(c *Claim) { twice(c) }},
	{"837-LN-18", "teeth", isWarning, "lines[1].procedure.code", func(c *Claim) { twice(c) }},
	{"CS-ICD10PCS", "inpatient", isError, "institutional.principalProcedure.code", func(c *Claim) { c.Institutional.PrincipalProcedure.Code = "0DTJ 4ZZ" }},
	{"837-DX-03", "visit", isError, "diagnoses[1].value", func(c *Claim) { c.Diagnoses[1].Value = "E11.9" }},
	{"837-DX-01", "visit", isError, "diagnoses[1].qualifier", func(c *Claim) { c.Diagnoses[0].Qualifier, c.Diagnoses[0].Value = DiagnosisPrincipalICD9, "25000" }},
	{"837-DX-05", "emergency", isWarning, "institutional.externalCauses[0].value", func(c *Claim) {
		c.Institutional.ExternalCauses = []Diagnosis{{Qualifier: DiagnosisExternalCause, Value: "J069"}}
	}},
	{"837-PRV-08", "visit", isError, "billingProvider.contacts[0].numbers[0].number", func(c *Claim) { c.BillingProvider.Contacts = contactOf("TE", "0195550102") }},
	{"837-PRV-08", "visit", isError, "billingProvider.contacts[0].numbers[0].number", func(c *Claim) { c.BillingProvider.Contacts = contactOf("FX", "9999999999") }},
	{"837-PRV-08", "visit", isWarning, "billingProvider.contacts[0].numbers[0].number", func(c *Claim) { c.BillingProvider.Contacts = contactOf("EM", "DESK@EXAMPLE") }},
	{"837-PRV-08", "visit", isWarning, "billingProvider.contacts[0].numbers[0].number", func(c *Claim) { c.BillingProvider.Contacts = contactOf("EM", "A@@EXAMPLE.COM") }},
	{"COB-BAL-11", "second", isError, "lines[0].adjudications[0].paid", func(c *Claim) { // no sum is wrong beside it
		c.Lines[0].Adjudications[0].Paid = amountOf("-80")
	}},
	{"837P-BAL-03", "visit", isError, "patientPaid", func(c *Claim) { c.PatientPaid = null("-5") }},
	{"837P-DT-10", "visit", isWarning, "onset", func(c *Claim) { c.Onset = c.Lines[0].Date.From }},
	{"837I-DX-11", "inpatient", isWarning, "institutional.drg", func(c *Claim) { c.Institutional.DRG = "000" }},
	{"837I-DX-11", "inpatient", isWarning, "institutional.drg", func(c *Claim) { c.Institutional.DRG = "4707" }},
	{"837I-REV-01", "outpatient", isError, "lines[0].revenueCode", func(c *Claim) { c.Lines[0].RevenueCode = "0000" }},
	{"837I-REV-04", "nursing", isWarning, "lines[0].procedure.code", func(c *Claim) { c.Lines[0].Procedure = Procedure{} }},
	{"837D-02", "teeth", isWarning, "lines[1].dental.teeth[0].surfaces", func(c *Claim) { c.Lines[1].Dental.Teeth[0].Surfaces = []x12.Code{"M", "O", "M"} }},
	{"837D-02", "teeth", isWarning, "lines[0].dental.oralCavity[1]", func(c *Claim) { c.Lines[0].Dental = &DentalLine{OralCavity: []x12.Code{"10", "10"}} }},
	{"837P-LN-07", "visit", isError, "epsdtReferral.conditions[0]", func(c *Claim) { c.EPSDTReferral = &Certification{Applies: "N", Conditions: []x12.Code{"AV"}} }},
	{"837P-LN-07", "visit", isError, "epsdtReferral.conditions[0]", func(c *Claim) { c.EPSDTReferral = &Certification{Applies: "Y", Conditions: []x12.Code{"NU"}} }},
	{"837P-LN-08", "visit", isError, "lines[0].drug.code", func(c *Claim) {
		c.Lines[0].Drug = &Drug{Qualifier: DrugNDC, Code: "00000000000", Quantity: amountOf("1"), Unit: DrugUnit}
	}},
	{"837P-LN-10", "visit", isWarning, "clia", func(c *Claim) { toMedicare(c); c.Lines[1].Procedure.Code, c.CLIA = "85025", "" }},
	{"837P-LN-12", "visit", isError, "ambulance", func(c *Claim) { c.PlaceOfService = "41" }},
	{"837-SUB-01", "visit", isError, "subscriber.address.line1", func(c *Claim) { c.Subscriber.Address.Line1 = "" }},
	{"837-SUB-02", "child", isError, "patient.address.city", func(c *Claim) { c.Patient.Address.City = "" }},
	{"837-SUB-18", "visit", isWarning, "subscriber.name.first", func(c *Claim) { c.Subscriber.Name.First = "" }},
	{"837-SUB-18", "visit", isError, "subscriber.name.last", func(c *Claim) { c.Subscriber.Name.Last = "-" }},
	{"837-SUB-18", "inpatient", isWarning, "institutional.attending.name.first", func(c *Claim) {
		a := *c.Institutional.Attending
		a.Name.First = ""
		c.Institutional.Attending = &a
	}},
	{"837-SUB-19", "visit", isWarning, "subscriber.groupNumber", func(c *Claim) { c.Subscriber.GroupNumber = "GRP&12" }},
	{"837-SUB-19", "second", isWarning, "otherCoverage[0].groupNumber", func(c *Claim) { c.OtherCoverage[0].GroupNumber = "GRP_12" }},
	{"837P-SUB-13", "visit", isWarning, "subscriber.pregnant", func(c *Claim) { c.Subscriber.Gender, c.Subscriber.Pregnant = "M", true }},
	{"837P-SUB-13", "child", isWarning, "patient.pregnant", func(c *Claim) { c.Patient.Gender, c.Patient.Pregnant = "M", true }},
	{"COB-SIT-10", "second", isWarning, "otherCoverage[0].payer.name.id", func(c *Claim) { sameCoverage(c) }},
	{"MCR-07", "visit", isError, "lines[0].procedure.modifiers[1]", func(c *Claim) { c.Lines[0].Procedure.Modifiers = []x12.Code{"GA", "GZ"} }},
	{"MCR-01", "child", isError, "patient.relationship", func(c *Claim) { toMedicare(c) }},
	{"MCR-01", "after Medicare", isError, "otherCoverage[0].relationship", func(c *Claim) { c.OtherCoverage[0].Relationship = RelationshipSpouse }},
	{"MCR-12", "after Medicare", isError, "otherCoverage[0].filingIndicator", func(c *Claim) {
		c.Subscriber.FilingIndicator, c.Subscriber.Name.ID = FilingMedicareA, "1EG4TE5MK73"
	}},
}

// ofICD9 makes the claim one of the time of ICD-9, with two diagnoses.
func ofICD9(c *Claim, first, second string) {
	c.Diagnoses = []Diagnosis{{Qualifier: DiagnosisPrincipalICD9, Value: first}, {Qualifier: DiagnosisOtherICD9, Value: second}}
	for i := range c.Lines {
		c.Lines[i].Date.From = 20150901
	}
}

func conditionsOf(codes ...string) (out []x12.CodedValue) {
	for _, v := range codes {
		out = append(out, x12.CodedValue{Qualifier: ConditionCode, Value: v})
	}
	return out
}

// taxed is a provider of a specialty.
func taxed(p *Provider, taxonomy string) *Provider {
	v := *p
	v.Taxonomy = taxonomy
	return &v
}

// toMedicare sends the claim to Medicare Part B.
func toMedicare(c *Claim) *Subscriber {
	c.Subscriber.FilingIndicator, c.Subscriber.Name.ID, c.CLIA = FilingMedicareB, "1EG4TE5MK73", "12D3456789"
	return c.Subscriber
}

func contactOf(kind, number string) []x12.Contact {
	return []x12.Contact{{Numbers: []x12.ContactNumber{{Type: x12.Code(kind), Number: number}}}}
}

// spine makes the claim one of a chiropractor to Medicare.
func spine(c *Claim) *Claim {
	toMedicare(c)
	c.Diagnoses[0].Value, c.InitialTreatment = "M9903", 20260102
	c.Lines[0].Procedure.Code = "98941"
	return c
}

// sameCoverage makes the first other coverage the claim's own once more.
func sameCoverage(c *Claim) {
	o := &c.OtherCoverage[0]
	c.Subscriber.FilingIndicator, c.Subscriber.InsuranceType = o.FilingIndicator, ""
	c.Subscriber.Payer.Name.ID, c.Subscriber.Name.ID, c.Subscriber.GroupNumber = o.Payer.Name.ID, o.Subscriber.Name.ID, o.GroupNumber
}

// twice makes the second line the first one once more.
func twice(c *Claim) {
	n := c.Lines[1].ControlNumber
	c.Charge = c.Charge.Sub(c.Lines[1].Charge).Add(c.Lines[0].Charge)
	c.Lines[1] = c.Lines[0]
	c.Lines[1].ControlNumber = n
}

var zero = amountOf("0")

func TestFormsOfCodes(t *testing.T) {
	for _, tt := range []struct {
		name      string
		form      func(string) bool
		good, bad []string
	}{
		{"HCPCS", func(v string) bool { return checkProcedure(v) == procedureSound },
			[]string{"99213", "00100", "0001U", "0001F", "0075T", "0002M", "J3301", "0001A", "0174A", "G0008", "A0428", "D1110", "V2020", "99607"},
			[]string{"", "9921", "992133", "ABCDE", "I1234", "F1234", "N1234", "O1234", "Z9999", "W0001", "0001X", "9921A", "0200A", "J330", "J33011", "j3301", "00099", "99608", "99 13", "F9921"}},
		{"ICD-10-PCS", pcsForm, []string{"0DTJ4ZZ", "XW033E5", "HZ2ZZZZ", "10E0XZZ"}, []string{"", "0DTJ4", "0DTI4ZZ", "0DTO4ZZ", "ADTJ4ZZ", "0DTJ4ZZZ", "0DTJ4Z-", "0dtj4zz"}},
		{"ICD-9", icd9Form, []string{"25000", "4019", "486", "V5869", "V70", "E8490", "E849"}, []string{"", "25", "250000", "J069", "V5", "V58699", "E84", "E84901", "25000X"}},
		{"CARC", carcForm, []string{"1", "45", "253", "A1", "B7", "P14", "A0"}, []string{"", "0", "045", "4545", "P", "AB1", "A145", "CO45", "45.", "-45", "a1"}},
		{"RARC", rarcForm, []string{"M15", "MA01", "N130", "N1", "N1234"}, []string{"", "M", "MA", "N", "ZZ999", "15", "MB12", "N12345", "N1A", "n130"}},
		{"Canada", canadianForm, []string{"K1A 0B1", "K1A0B1"}, []string{"", "K1A-0B1", "12345", "K1A 0B", "k1a 0b1"}},
		{"place", func(v string) bool { _, ok := placeSince(x12.Code(v)); return ok }, []string{"01", "10", "11", "26", "27", "34", "49", "58", "62", "65", "66", "81", "99"},
			[]string{"", "0", "00", "28", "30", "35", "40", "43", "48", "59", "63", "64", "67", "70", "73", "80", "98", "1A", "111"}},
		{"country", isCountry, []string{"AF", "CA", "DE", "MX", "US", "ZW"}, []string{"", "XX", "F ", "USA", "de", "A"}},
		{"state", func(v string) bool { _, ok := zipsOf(v); return ok }, []string{"AA", "AK", "DC", "PR", "TX", "WY"}, []string{"", "XX", "ON", "tx", "TEX", "UK"}},
	} {
		for _, v := range tt.good {
			if !tt.form(v) {
				t.Errorf("%s %q is refused", tt.name, v)
			}
		}
		for _, v := range tt.bad {
			if tt.form(v) {
				t.Errorf("%s %q is taken", tt.name, v)
			}
		}
	}
}

// Each state's own ZIP codes are its own, and the list is in order.
func TestZipsOfStates(t *testing.T) {
	for _, v := range []string{"TX 78701", "TX 88510", "TX 73301", "NY 10001", "NY 00501", "NY 06390", "CA 90210", "IA 50613", "DC 20001", "MA 02139", "PR 00901", "GU 96910",
		"AE 09012", "AP 96201", "AA 34002", "VA 20101", "GA 39901", "WY 83414", "AK 99501", "HI 96801", "NM 87101", "MN 55101", "MO 63101"} {
		zips, ok := zipsOf(v[:2])
		if !ok || !zipIn(v[3:], zips) {
			t.Errorf("%s is refused", v)
		}
		if zips, _ := zipsOf("DE"); zipIn(v[3:], zips) {
			t.Errorf("%s is in Delaware", v)
		}
	}
	for k := range usStates {
		if k > 0 && usStates[k-1].state >= usStates[k].state || len(usStates[k].zips)%6 != 0 || usStates[k].zips == "" {
			t.Errorf("%v", usStates[k])
		}
	}
}

func TestBoxes(t *testing.T) {
	for line, want := range map[string]bool{
		"PO BOX 12": true, "P.O. Box 12": true, "P. O. BOX 1": true, "post office box 9": true, "POBOX 7": true, "PO BOX12": true, "P.O.BOX 12": true, "PO-BOX 4": true,
		"P.O.B. 12": true, "POB 12": true, "P O B 12": true, "PO BX 3": true, "P0 BOX 12": true, "PO DRAWER 5": true, "P.O. Drawer A": true, "Post Office Drawer 2": true,
		"P/O BOX 3": true, "P,O, Box 3": true, "Post Ofc Box 3": true, "POST OFF BOX 4": true, "BOX NO 12": true, "PO 12": true, "P.O. 123": true, "PO#12": true,
		"Firm Caller 9": true, "GENERAL DELIVERY": true, "PO 12 RD": false, "10 GENERAL DELIVERY ST": false, "12 OFFSET RD": false, "FIRMIN ST 4": false,
		"LOCKBOX 4": true, "Lock Bin 3": true, "LOCK BOX 1": true, "CALLER BOX 1": true, "Caller Service 9": true, "BOX 12": true, "Box #12": true, "DRAWER 3": true,
		"POSTAL BOX 8": true, "POST BOX 8": true, "PMB 12": true, "100 Main St PMB #4": true, "MAIL BOX 3": true, "Apartado 12": true, "10 MAIN ST, P.O. BOX 4": true,
		"12 BOXWOOD LN": false, "1 BOX ELDER ST": false, "12 BINNEY ST": false, "": false, "BOX": false, "5 CORPO BOX RD": false, "RR 2 BOX 152": false, "HC 1 BOX 4": false,
		"12 POBLANO DR": false, "1 POST OFFICE RD": false, "12 POST RD": false, "3 DRAWBRIDGE LN": false, "9 CALLER LN": false, "PO RIVER WAY 3": false, "4 LOCKSLEY BLVD": false,
		"500 CEDAR AVE": false, "7 MAILBOX RD": false, "BOXER ST 5": false, "1 P O BEACH RD": false,
	} {
		if isBox(line) != want {
			t.Errorf("%s: %v", line, !want)
		}
	}
	// The scan that comes first passes over no box.
	words := []string{"P", "O", "0", ".", " ", "-", "/", "#", "BOX", "bx", "POST", "Office", "ofc", "lock", "CALLER", "bin", "service", "firm", "mail", "pmb", "APARTADO", "postal", "apdo",
		"drawer", "drwr", "no", "12", "B", "general delivery", "main", "st", "K", "_", "\u017f", "\u212a"}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		line := ""
		for range 1 + rnd.IntN(6) {
			line += words[rnd.IntN(len(words))]
		}
		if isBox(line) != boxForm().MatchString(line) {
			t.Errorf("%q: %v", line, isBox(line))
		}
	}
	for a, want := range map[x12.Address]int{
		{Line1: "PO BOX 1", Line2: "PO BOX 1"}: 1, {Line1: "10 MAIN ST", Line2: "PO BOX 1"}: 2, {Line1: "10 MAIN ST", Line2: "BOX 1"}: 2,
		{Line1: "RR 2", Line2: "BOX 152"}: 0, {Line1: "PSC 3", Line2: "BOX 41"}: 0, {Line1: "10 MAIN ST", Line2: "STE 4"}: 0,
	} {
		if got := boxLine(&a); got != want {
			t.Errorf("%+v: line %d", a, got)
		}
	}
}
