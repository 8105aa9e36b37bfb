// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"slices"
	"testing"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// cleanClaim is a claim that breaks no rule: one of testdata/claims, which package
// encounter makes of encounters, or made below.
func cleanClaim(t *testing.T, name string) *Claim {
	t.Helper()
	if c, ok := cleanClaims[name]; ok {
		return c(t)
	}
	return officeClaim(t, name)
}

// officeClaim is a claim of testdata/claims.
func officeClaim(t *testing.T, name string) *Claim {
	t.Helper()
	c := new(Claim)
	readJSON(t, "testdata/claims/"+name+".json", c)
	return c
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
	c := officeClaim(t, "visit")
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
	c := officeClaim(t, "visit")
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
		i := slices.IndexFunc(Check(c, nil), func(i x12.Issue) bool { return string(i.Code) == tt.id })
		if i < 0 {
			t.Errorf("%s: %s finds nothing", tt.base, tt.id)
			continue
		}
		if got := Check(c, nil)[i]; got.Loop != tt.loop || got.Tag != tt.tag || got.Element != tt.element {
			t.Errorf("%s: %+v", tt.base, got.Position)
		}
	}
}

// What published examples leave out is an error only for who builds.
func TestLenientWithReceived(t *testing.T) {
	origin, day := cleanClaim(t, "emergency"), cleanClaim(t, "braces")
	origin.Institutional.AdmissionSource, day.Dental.Service.From = "", 0
	for _, c := range []*Claim{origin, day} {
		for rs, want := range map[*RuleSet]x12.Severity{NewRuleSet(): x12.Error, NewRuleSet().Received(): x12.Warning} {
			if found := Check(c, rs); len(found) != 1 || found[0].Severity != want {
				t.Errorf("%v, want %s", found, want)
			}
		}
	}
}

// Claims without their parts are checked, not fallen over.
func TestRulesOfEmptyClaims(t *testing.T) {
	for _, k := range []Kind{Professional, Institutional, Dental} {
		if len(Check(&Claim{Kind: k}, nil)) == 0 {
			t.Errorf("an empty %v is clean", k)
		}
		Check(&Claim{Kind: k, Lines: make([]ServiceLine, 2), OtherCoverage: make([]OtherCoverage, 2), Diagnoses: make([]Diagnosis, 2)}, nil)
	}
}

// Checking a clean bill makes no garbage worth speaking of, either.
func TestCheckAllocationsByKind(t *testing.T) {
	for _, name := range []string{"outpatient", "teeth"} {
		c := cleanClaim(t, name)
		if n := testing.AllocsPerRun(100, func() { Check(c, nil) }); n > 4 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}
