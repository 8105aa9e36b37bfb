package claim837

import (
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// cleanClaim is a claim that breaks no rule: of an encounter, or made below.
func cleanClaim(t *testing.T, name string) *Claim {
	t.Helper()
	if c, ok := cleanClaims[name]; ok {
		return c(t)
	}
	more, ok := cleanEncounters[name]
	if !ok {
		t.Fatalf("there is no claim %q", name)
	}
	return built(t, more)
}

// Institutional and dental claims that break no rule.
var cleanClaims = map[string]func(*testing.T) *Claim{
	"inpatient": inpatientBill, "outpatient": outpatientBill, "emergency": emergencyBill, "replaced bill": replacedBill, "after Medicare": afterMedicare,
	"nursing": nursingBill, "teeth": dentalVisit, "braces": braces, "asked beforehand": askedBeforehand,
}

func someone(last, first, npi string) *Provider {
	return &Provider{Name: x12.Name{EntityType: x12.Person, Last: last, First: first, IDType: IDTypeNPI, ID: npi}}
}

// bill is a claim of a hospital without lines.
func bill(t *testing.T, kind string) *Claim {
	c := built(t, "")
	c.Kind, c.PlaceOfService, c.ProviderSignature = Institutional, "", ""
	c.Rendering, c.Lines = nil, nil
	c.Institutional = &InstitutionalClaim{
		FacilityType: x12.Code(kind), Statement: x12.DateRange{From: 20260105, To: 20260109},
		AdmissionType: AdmissionUrgent, AdmissionSource: AdmittedFromHome, PatientStatus: DischargedHome,
		Attending: someone("Lee", "Ann", "1999999984"),
	}
	c.Diagnoses = []Diagnosis{{DiagnosisPrincipal, "K3580", ""}, {DiagnosisOther, "E119", ""}, {DiagnosisOther, "Z794", ""}}
	return c
}

func revenueLine(code, hcpcs, charge, unit, units string) ServiceLine {
	l := ServiceLine{RevenueCode: code, Charge: amountOf(charge), Unit: x12.Code(unit), Units: amountOf(units)}
	if hcpcs != "" {
		l.Procedure = Procedure{Qualifier: ProcedureHCPCS, Code: hcpcs}
	}
	return l
}

// lined gives the claim its lines, numbered, and their sum.
func lined(c *Claim, lines ...ServiceLine) *Claim {
	c.Charge = decimal.Zero
	for i := range lines {
		lines[i].Number = i + 1
		lines[i].ControlNumber = string(rune('A' + i))
		c.Charge = c.Charge.Add(lines[i].Charge)
	}
	c.Lines = lines
	return c
}

// inpatientBill is a stay of four days with an operation.
func inpatientBill(t *testing.T) *Claim {
	c := bill(t, "11")
	c.Admission = 20260105
	i := c.Institutional
	i.AdmissionHour, i.DischargeHour = x12.NewTime(14, 30), x12.NewTime(11, 0)
	i.AdmittingDiagnosis = x12.CodedValue{Qualifier: DiagnosisAdmitting, Value: "R1031"}
	i.Operating = someone("Roe", "Max", "1888888884")
	i.DRG = "343"
	c.Diagnoses[0].PresentOnAdmission, c.Diagnoses[1].PresentOnAdmission = PresentYes, PresentYes
	i.ExternalCauses = []Diagnosis{{DiagnosisExternalCause, "W010XXA", PresentYes}}
	i.PrincipalProcedure = &InpatientProcedure{InpatientPrincipal, "0DTJ4ZZ", 20260106}
	i.OtherProcedures = []InpatientProcedure{{InpatientOther, "0DJD8ZZ", 20260106}}
	i.Occurrences = []Occurrence{{"11", 20260104}}
	i.OccurrenceSpans = []OccurrenceSpan{{"74", x12.DateRange{From: 20260107, To: 20260108}}}
	i.ValueCodes = []ValueCode{{"80", amountOf("4")}, {"01", amountOf("1200.50")}}
	i.EstimatedDue = null("100")
	lines := []ServiceLine{revenueLine("0120", "", "8000", "DA", "4"), revenueLine("0360", "", "3000", "UN", "1")}
	lines[0].Institutional = &InstitutionalLine{NonCovered: null("200"), ServiceTax: null("10")}
	return lined(c, lines...)
}

// outpatientBill is an operation without a stay, on two days.
func outpatientBill(t *testing.T) *Claim {
	c := bill(t, "13")
	c.Institutional.AdmissionType = AdmissionElective
	c.Institutional.Statement.To = 20260106
	c.Institutional.Operating = someone("Roe", "Max", "1888888884")
	lines := []ServiceLine{revenueLine("0360", "49505", "3000", "UN", "1"), revenueLine("0301", "80053", "120", "UN", "1"), revenueLine("0250", "", "40", "UN", "2")}
	lines[0].Procedure.Modifiers = []x12.Code{"RT"}
	lines[0].Date.From, lines[1].Date.From = 20260105, 20260106
	lines[2].Drug = &Drug{Qualifier: DrugNDC, Code: "00409379501", Quantity: amountOf("1"), Unit: DrugMilliliter}
	return lined(c, lines...)
}

func emergencyBill(t *testing.T) *Claim {
	c := bill(t, "13")
	c.Institutional.Statement.To = 20260105
	c.Institutional.AdmissionType = AdmissionEmergency
	c.Institutional.ReasonsForVisit = []x12.CodedValue{{Qualifier: DiagnosisReasonForVisit, Value: "R079"}}
	c.Institutional.Occurrences = []Occurrence{{"01", 20260105}}
	c.AccidentState = "TX"
	l := revenueLine("0450", "99284", "700", "UN", "1")
	l.Date.From = 20260105
	return lined(c, l)
}

func replacedBill(t *testing.T) *Claim {
	c := outpatientBill(t)
	c.Frequency, c.PayerClaimControlNumber = FrequencyReplacement, "ICN9"
	c.ConditionCodes = []x12.CodedValue{{Qualifier: ConditionCode, Value: "D1"}}
	return c
}

// afterMedicare is a stay that Medicare has decided about.
func afterMedicare(t *testing.T) *Claim {
	c := inpatientBill(t)
	c.Subscriber.Responsibility = ResponsibilitySecondary
	c.OtherCoverage = []OtherCoverage{{
		Responsibility: ResponsibilityPrimary, Relationship: RelationshipSelf, FilingIndicator: FilingMedicareA,
		Paid: null("9324"), Adjustments: adjust("PR", "1", "1676"),
		PatientLiability: null("1676"),
		Inpatient:        &InpatientAdjudication{CoveredDays: amountOf("4")},
		Payer:            OtherPayer{Name: x12.Name{EntityType: x12.Organization, Last: "MEDICARE", IDType: IDTypePayer, ID: "MCR"}, PaidDate: 20260120},
	}}
	return c
}

// nursingBill is the first month of a stay in a nursing facility.
func nursingBill(t *testing.T) *Claim {
	c := bill(t, "21")
	i := c.Institutional
	i.Statement = x12.DateRange{From: 20260105, To: 20260131}
	i.PatientStatus, c.Frequency, c.Admission = StillPatient, FrequencyInterimFirst, 20260105
	i.AdmittingDiagnosis = x12.CodedValue{Qualifier: DiagnosisAdmitting, Value: "I69354"}
	hipps := revenueLine("0022", "", "0", "UN", "27")
	hipps.Procedure = Procedure{Qualifier: ProcedureHIPPS, Code: "1AA11"}
	return lined(c, hipps, revenueLine("0120", "", "9000", "DA", "27"))
}

// dentistsClaim is a claim of a dentist without lines.
func dentistsClaim(t *testing.T) *Claim {
	c := built(t, "")
	c.Kind, c.Lines, c.Dental = Dental, nil, &DentalClaim{}
	c.Diagnoses = []Diagnosis{{DiagnosisPrincipal, "K021", ""}}
	return c
}

func dentalService(code, charge string) ServiceLine {
	return ServiceLine{Procedure: Procedure{Qualifier: ProcedureCDT, Code: code}, Charge: amountOf(charge), Date: x12.DateRange{From: 20260105}}
}

// dentalVisit is a filling and a new crown.
func dentalVisit(t *testing.T) *Claim {
	c := dentistsClaim(t)
	c.Dental.Teeth = []ToothStatus{{"17", ToothMissing}}
	filling, crown := dentalService("D2392", "180"), dentalService("D2740", "1200")
	filling.Units = amountOf("1")
	filling.DiagnosisPointers = []int{1}
	filling.Dental = &DentalLine{OralCavity: []x12.Code{OralQuadrantUpperLeft}, Teeth: []Tooth{{"14", []x12.Code{SurfaceMesial, SurfaceOcclusal}}, {"AS", nil}}}
	crown.Dental = &DentalLine{Prosthesis: ProsthesisReplacement, PriorPlacement: 20190101, Teeth: []Tooth{{"30", nil}}}
	return lined(c, filling, crown)
}

func braces(t *testing.T) *Claim {
	c := dentistsClaim(t)
	c.Dental.Orthodontics = &Orthodontics{Months: null("24")}
	c.Dental.AppliancePlacement = 20260105
	c.Dental.Service.From = 20260105
	l := dentalService("D8080", "4800")
	l.Date.From = 0
	return lined(c, l)
}

func askedBeforehand(t *testing.T) *Claim {
	c := dentistsClaim(t)
	c.Dental.Predetermination = true
	l := dentalService("D2740", "1200")
	l.Date.From = 0
	return lined(c, l)
}

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
	{"837-SUB-16", "outpatient", isWarning, "subscriber.casualtyClaim", func(c *Claim) { c.Subscriber.FilingIndicator = FilingWorkersComp }},
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
	{"837I-CL1-03", "inpatient", isWarning, "lines[1].date", func(c *Claim) {
		c.Institutional.PatientStatus = Died
		c.Lines[1].Date.From = 20260110
	}},
	{"837I-FRQ-01", "emergency", isWarning, "frequency", func(c *Claim) {
		c.Frequency, c.Subscriber.FilingIndicator = FrequencyLateCharges, FilingMedicareA
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
	{"837I-PRV-21", "outpatient", isError, "billingProvider.name.entityType", func(c *Claim) { c.BillingProvider.Name.EntityType = x12.Person }},
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
	{"837I-LN-05", "outpatient", isError, "lines[0].procedure.modifiers", func(c *Claim) { c.Lines[0].Procedure.Modifiers = []x12.Code{"", "RT"} }},
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
	{"837D-02", "teeth", isWarning, "lines[0].dental.teeth[0].code", func(c *Claim) { c.Lines[0].Dental.Teeth[0].Code = "33" }},
	{"837D-02", "teeth", isWarning, "lines[0].dental.teeth[0].surfaces", func(c *Claim) { c.Lines[0].Dental.Teeth[0].Surfaces[0] = "X" }},
	{"837D-02", "teeth", isWarning, "lines[0].dental.oralCavity[0]", func(c *Claim) { c.Lines[0].Dental.OralCavity[0] = "50" }},
	{"837D-02", "teeth", isWarning, "dental.teeth[0].tooth", func(c *Claim) { c.Dental.Teeth[0].Tooth = "0" }},
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
	{"837D-LN-05", "teeth", isError, "lines[0].procedure.modifiers", func(c *Claim) { c.Lines[0].Procedure.Modifiers = []x12.Code{"A"} }},
	{"837D-LN-16", "teeth", isError, "lines[1].controlNumber", func(c *Claim) { c.Lines[1].ControlNumber = "A" }},
}

// A finding names the segment of its kind, and the loop where the kind has it.
func TestRulePlacesByKind(t *testing.T) {
	for _, tt := range []struct {
		base, id, loop, tag string
		element             int
		change              func(*Claim)
	}{
		{"visit", "837-BAL-02", "2400", "SV1", 2, func(c *Claim) { c.Lines[0].Charge = amountOf("-1") }},
		{"outpatient", "837-BAL-02", "2400", "SV2", 3, func(c *Claim) { c.Lines[0].Charge = amountOf("-1") }},
		{"teeth", "837-BAL-02", "2400", "SV3", 2, func(c *Claim) { c.Lines[0].Charge = amountOf("-1") }},
		{"outpatient", "CS-NPI", "2310D", "NM1", 9, func(c *Claim) { c.Rendering = someone("A", "B", "1") }},
		{"teeth", "CS-NPI", "2310E", "NM1", 9, func(c *Claim) { c.Supervising = someone("A", "B", "1") }},
		{"outpatient", "CS-NPI", "2420C", "NM1", 9, func(c *Claim) { c.Lines[0].Rendering = someone("A", "B", "1") }},
		{"outpatient", "837-PRV-03", "2310E", "N4", 3, func(c *Claim) { c.Facility = &Facility{} }},
		{"outpatient", "837I-LN-05", "2400", "SV2", 2, func(c *Claim) { c.Lines[0].Procedure.Modifiers = []x12.Code{"1"} }},
		{"teeth", "837D-LN-04", "2400", "SV3", 11, func(c *Claim) { c.Lines[0].DiagnosisPointers = []int{4} }},
	} {
		c := cleanClaim(t, tt.base)
		tt.change(c)
		i := slices.IndexFunc(judged(c, nil), func(i x12.Issue) bool { return string(i.Code) == tt.id })
		if i < 0 {
			t.Errorf("%s: %s finds nothing", tt.base, tt.id)
			continue
		}
		if got := judged(c, nil)[i]; got.Loop != tt.loop || got.Tag != tt.tag || got.Element != tt.element {
			t.Errorf("%s: %+v", tt.base, got.Position)
		}
	}
}

// Who says that a payer corrected its decision is warned, and it is sent.
func TestCorrectedDecision(t *testing.T) {
	e := testEncounter(t, strings.Replace("{"+secondary+"}", `"decision": {`, `"decision": {"corrected": true, `, 1))
	c, found := e.Claim(testPractice(t))
	if c == nil || len(found) != 1 || found[0].Code != "COB-SIT-07" || found[0].Path != "coverages[0].decision.corrected" {
		t.Fatalf("%v", found)
	}
	if !slices.Contains(segments(t, c), "REF*T4*Y") {
		t.Error("REF*T4*Y is missing")
	}
}

// What published examples leave out is an error only for who builds.
func TestLenientWithReceived(t *testing.T) {
	origin, day := cleanClaim(t, "emergency"), cleanClaim(t, "braces")
	origin.Institutional.AdmissionSource, day.Dental.Service.From = "", 0
	for _, c := range []*Claim{origin, day} {
		for rs, want := range map[*RuleSet]x12.Severity{NewRuleSet(): x12.Error, NewReceivedRuleSet(): x12.Warning} {
			if found := judged(c, rs); len(found) != 1 || found[0].Severity != want {
				t.Errorf("%v, want %s", found, want)
			}
		}
	}
}

// Claims without their parts are judged, not fallen over.
func TestRulesOfEmptyClaims(t *testing.T) {
	for _, k := range []Kind{Professional, Institutional, Dental} {
		if len(judged(&Claim{Kind: k}, nil)) == 0 {
			t.Errorf("an empty %v is clean", k)
		}
		judged(&Claim{Kind: k, Lines: make([]ServiceLine, 2), OtherCoverage: make([]OtherCoverage, 2), Diagnoses: make([]Diagnosis, 2)}, nil)
	}
}

func TestRevenueName(t *testing.T) {
	for code, want := range map[string]string{"0450": "EMERGENCY ROOM", "0022": "SKILLED NURSING HIPPS", "3101": "ADULT CARE", "0990": "PATIENT CONVENIENCE", "1500": "", "450": "", "": "", "0001": "TOTAL CHARGE"} {
		if got := revenueName(code); got != want || len(got) > 24 {
			t.Errorf("%s is %q, want %q", code, got, want)
		}
	}
	for k := range revenueRanges {
		if k > 0 && revenueRanges[k-1].from >= revenueRanges[k].from || len(revenueRanges[k].name) > 24 || strings.ToUpper(revenueRanges[k].name) != revenueRanges[k].name {
			t.Errorf("%v", revenueRanges[k])
		}
	}
}

// Judging a clean bill makes no garbage worth speaking of, either.
func TestJudgeAllocationsByKind(t *testing.T) {
	for _, name := range []string{"outpatient", "teeth"} {
		c := cleanClaim(t, name)
		if n := testing.AllocsPerRun(100, func() { Judge(c, nil, func(x12.Issue) {}) }); n > 4 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}
