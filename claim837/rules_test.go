// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

func amountOf(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func null(s string) decimal.NullDecimal { return decimal.NewNullDecimal(amountOf(s)) }

func adjust(group, reason, amount string) []x12.AdjustmentGroup {
	return []x12.AdjustmentGroup{{Group: x12.Code(group), Adjustments: []x12.Adjustment{{Reason: x12.Code(reason), Amount: amountOf(amount)}}}}
}

type brokenRule struct {
	id, base string
	severity x12.Severity
	path     string
	change   func(*Claim)
}

// Each row breaks one rule in a clean claim; exactly that rule finds it.
var brokenRules = []brokenRule{
	{"837P-BAL-01", "visit", isError, "charge", func(c *Claim) { c.Charge = amountOf("149.99") }},
	{"837-BAL-02", "visit", isError, "lines[1].charge", func(c *Claim) { c.Lines[1].Charge, c.Lines[0].Charge = amountOf("-20"), amountOf("170") }},
	{"837P-BAL-03", "visit", isWarning, "patientPaid", func(c *Claim) { c.PatientPaid = null("150.01") }},
	{"837P-BAL-05", "drug", isWarning, "lines[0].salesTax", func(c *Claim) { c.Lines[0].SalesTax = null("34.51") }},
	{"COB-BAL-01", "second", isError, "lines[0].adjudications[0]", func(c *Claim) { // one line's loss is the other's gain
		c.Lines[0].Adjudications[0].Adjustments = adjust("CO", "45", "25")
		c.Lines[1].Adjudications[0].Adjustments = adjust("CO", "45", "15")
		for i := range c.Lines {
			c.Lines[i].Adjudications[0].PatientLiability = decimal.NullDecimal{}
		}
	}},
	{"COB-BAL-02", "second", isError, "otherCoverage[0].paid", func(c *Claim) { // the second line has no decision
		c.Lines[1].Adjudications = nil
		c.OtherCoverage[0].Paid = null("130")
	}},
	{"COB-BAL-03", "whole", isError, "otherCoverage[1].paid", func(c *Claim) { c.OtherCoverage[1].Adjustments = adjust("CO", "45", "119.99") }},
	{"COB-BAL-04", "whole", isError, "otherCoverage", func(c *Claim) { // 50 + 100 - 80 and 30 + 50
		c.OtherCoverage[0].Adjustments = adjust("PR", "1", "20")
		c.OtherCoverage[1].Adjustments = adjust("CO", "45", "50")
	}},
	{"COB-BAL-05", "whole", isError, "otherCoverage[0].adjustments", func(c *Claim) {
		c.OtherCoverage[0].Adjustments = append(c.OtherCoverage[0].Adjustments, adjust("CO", "45", "0")...)
	}},
	{"COB-BAL-07", "uncovered", isError, "otherCoverage[0].nonCovered", func(c *Claim) { c.OtherCoverage[0].NonCovered = null("149") }},
	{"COB-BAL-09", "second", isError, "lines[1].adjudications[1].payerID", func(c *Claim) {
		a := c.Lines[1].Adjudications[0]
		a.PayerID = "NOBODY"
		c.Lines[1].Adjudications = append(c.Lines[1].Adjudications, a)
	}},
	{"COB-SIT-02", "whole", isError, "otherCoverage[0].paid", func(c *Claim) { c.OtherCoverage[0].Paid = decimal.NullDecimal{} }},
	{"COB-SIT-03", "second", isError, "otherCoverage[0].payer.paidDate", func(c *Claim) { c.OtherCoverage[0].Payer.PaidDate = 20260120 }},
	{"COB-SIT-03", "whole", isError, "otherCoverage[1].payer.paidDate", func(c *Claim) { c.OtherCoverage[1].Payer.PaidDate = 0 }},
	{"837-SUB-01", "visit", isError, "subscriber.birthDate", func(c *Claim) { c.Subscriber.BirthDate = 0 }},
	{"837-SUB-01", "visit", isError, "subscriber.address", func(c *Claim) { c.Subscriber.Address = x12.Address{} }},
	{"837-SUB-02", "child", isError, "patient.relationship", func(c *Claim) { c.Patient.Relationship = RelationshipSelf }},
	{"837-SUB-02", "child", isError, "subscriber.relationship", func(c *Claim) { c.Subscriber.Relationship = RelationshipSelf }},
	{"837-SUB-05", "visit", isError, "subscriber.name.id", func(c *Claim) { c.Subscriber.Name.ID = "" }},
	{"837-SUB-05", "visit", isWarning, "subscriber.name.id", func(c *Claim) {
		c.Subscriber.Name = x12.Name{EntityType: x12.Organization, Last: "ACME"}
	}},
	{"837-SUB-06", "whole", isError, "otherCoverage[1].responsibility", func(c *Claim) {
		c.Subscriber.Responsibility, c.OtherCoverage[1].Responsibility = "S", "P"
	}},
	{"837-SUB-07", "second", isWarning, "subscriber.responsibility", func(c *Claim) { c.Subscriber.Responsibility = "T" }},
	{"837-SUB-08", "uncovered", isError, "subscriber.responsibility", func(c *Claim) { c.OtherCoverage[0].Responsibility = "U" }},
	{"837-SUB-17", "uncovered", isError, "subscriber.responsibility", func(c *Claim) {
		c.OtherCoverage[0].Responsibility, c.Subscriber.Responsibility = "S", "T"
	}},
	{"837P-SUB-09", "second", isError, "subscriber.insuranceType", func(c *Claim) { c.Subscriber.InsuranceType = "" }},
	{"837P-SUB-09", "second", isError, "otherCoverage[0].insuranceType", func(c *Claim) { c.OtherCoverage[0].InsuranceType = "12" }},
	{"837-SUB-10", "visit", isError, "subscriber.filingIndicator", func(c *Claim) { c.Subscriber.FilingIndicator = "09" }},
	{"837-SUB-11", "visit", isWarning, "subscriber.groupNumber", func(c *Claim) { c.Subscriber.GroupNumber = "W123" }},
	{"837P-SUB-12", "child", isError, "subscriber", func(c *Claim) { c.Subscriber.Pregnant = true }},
	{"837-SUB-14", "visit", isError, "subscriber.birthDate", func(c *Claim) { c.Subscriber.BirthDate = 20260106 }},
	{"837-SUB-14", "visit", isWarning, "subscriber.birthDate", func(c *Claim) { c.Subscriber.BirthDate = 19010101 }},
	{"837-SUB-14", "child", isError, "patient.gender", func(c *Claim) { c.Patient.Gender = "X" }},
	{"837-SUB-15", "visit", isError, "subscriber.ssn", func(c *Claim) { c.Subscriber.SSN = "123-45-6789" }},
	{"837-PRV-01", "visit", isError, "billingProvider.name.id", func(c *Claim) { c.BillingProvider.Name.IDType, c.BillingProvider.Name.ID = "", "" }},
	{"837-PRV-02", "visit", isError, "billingProvider.address.line1", func(c *Claim) { c.BillingProvider.Address.Line1 = "P.O. Box 12" }},
	{"837-PRV-03", "visit", isError, "billingProvider.address.zip", func(c *Claim) { c.BillingProvider.Address.Zip = "78701" }},
	{"837-PRV-03", "stay", isError, "facility.address.zip", func(c *Claim) {
		f := *c.Facility
		f.Address.Zip = "78701"
		c.Facility = &f
	}},
	{"837-PRV-04", "visit", isError, "billingProvider.ein", func(c *Claim) { c.BillingProvider.SSN = "123456789" }},
	{"837-PRV-04", "visit", isError, "billingProvider.ein", func(c *Claim) { c.BillingProvider.EIN = "12-3456789" }},
	{"837-PRV-04", "visit", isWarning, "billingProvider.ssn", func(c *Claim) { c.BillingProvider.EIN, c.BillingProvider.SSN = "", "123456789" }},
	{"837-PRV-08", "visit", isWarning, "billingProvider.contacts[0].numbers[0].number", func(c *Claim) {
		c.BillingProvider.Contacts = []x12.Contact{{Name: "DESK", Numbers: []x12.ContactNumber{{Type: "EX", Number: "12"}}}}
	}},
	{"837-PRV-08", "visit", isWarning, "submission.submitter.contacts", func(c *Claim) { c.Submission.Submitter.Contacts = nil }},
	{"837-PRV-09", "visit", isError, "billingProvider.name", func(c *Claim) { c.BillingProvider.Name.First = "ANN" }},
	{"837-PRV-09", "stay", isError, "referring.name", func(c *Claim) { c.Referring = &Provider{Name: x12.Name{EntityType: "2", Last: "CLINIC"}} }},
	{"837P-PRV-12", "stay", isError, "primaryCare", func(c *Claim) { c.Referring = nil }},
	{"837P-PRV-14", "stay", isError, "facility", func(c *Claim) {
		f := *c.Facility
		f.Name.Last = ""
		c.Facility = &f
	}},
	{"837P-PRV-14", "stay", isWarning, "facility", func(c *Claim) { c.Facility = nil }},
	{"837P-PRV-14", "visit", isWarning, "facility", func(c *Claim) {
		c.Facility = &Facility{Name: c.BillingProvider.Name, Address: c.BillingProvider.Address}
	}},
	{"837P-PRV-15", "bought", isError, "lines[0].purchasedService.providerID", func(c *Claim) { c.Lines[0].Purchased = nil }},
	{"837P-PRV-15", "bought", isError, "lines[0].purchasedService.providerID", func(c *Claim) { c.Lines[0].PurchasedService.ProviderID = "LAB9" }},
	{"837P-PRV-15", "bought", isWarning, "lines[0].purchased", func(c *Claim) { c.Lines[0].PurchasedService = nil }},
	{"CS-NPI", "visit", isError, "billingProvider.name.id", func(c *Claim) { c.BillingProvider.Name.ID = "1234567890" }},
	{"CS-NPI", "visit", isError, "lines[1].rendering.name.id", func(c *Claim) {
		c.Lines[1].Rendering = &Provider{Name: x12.Name{EntityType: "1", Last: "L", First: "M", IDType: "XX", ID: "3123456789"}}
	}},
	{"837-CLM-01", "visit", isError, "id", func(c *Claim) { c.ID = strings.Repeat("X", 21) }},
	{"837-CLM-02", "visit", isError, "placeOfService", func(c *Claim) { c.PlaceOfService = "1" }},
	{"837-CLM-03", "replaced", isError, "payerClaimControlNumber", func(c *Claim) { c.PayerClaimControlNumber = "" }},
	{"837-CLM-03", "replaced", isError, "payerClaimControlNumber", func(c *Claim) { c.Frequency = FrequencyOriginal }},
	{"837-CLM-03", "visit", isWarning, "frequency", func(c *Claim) { c.Frequency = "6" }},
	{"837-CLM-04", "visit", isError, "benefitsAssigned", func(c *Claim) { c.BenefitsAssigned = "X" }},
	{"837P-CLM-05", "auto", isError, "accidentState", func(c *Claim) { c.AccidentState = "" }},
	{"837P-CLM-05", "visit", isError, "accidentState", func(c *Claim) { c.AccidentState = "TX" }},
	{"837P-CLM-06", "auto", isError, "accident", func(c *Claim) { c.Accident = 0 }},
	{"837P-CLM-06", "auto", isError, "accident", func(c *Claim) { c.Accident = 20260106 }},
	{"837P-CLM-06", "visit", isWarning, "accident", func(c *Claim) { c.Accident = 20260102 }},
	{"837-CLM-09", "auto", isError, "attachments[0].controlNumber", func(c *Claim) { c.Attachments[0].ControlNumber = "" }},
	{"837-CLM-09", "auto", isError, "attachments[1].controlNumber", func(c *Claim) { c.Attachments[1].ControlNumber = "A2" }},
	{"837P-DT-01", "visit", isError, "lines[0].date", func(c *Claim) { c.Lines[0].Date = x12.DateRange{} }},
	{"837P-DT-01", "visit", isError, "lines[1].date", func(c *Claim) { c.Lines[1].Date.To = 20260104 }},
	{"837P-DT-02", "stay", isError, "admission", func(c *Claim) { c.Admission, c.Discharge = 0, 0 }},
	{"837P-DT-02", "stay", isError, "admission", func(c *Claim) { c.Admission = 20260106 }},
	{"837P-DT-03", "stay", isWarning, "discharge", func(c *Claim) { c.Discharge = 20260103 }},
	{"837P-DT-04", "visit", isError, "disability", func(c *Claim) { c.DisabilityFrom = x12.DateRange{From: 20260101, To: 20260120} }},
	{"837P-DT-04", "visit", isError, "disability", func(c *Claim) { c.Disability = x12.DateRange{From: 20260101} }},
	{"837P-DT-07", "visit", isError, "lines[0].date", func(c *Claim) {
		c.Submission.Date = 20260105
		c.Lines[0].Date.From = 20260110
	}},
	{"837P-DT-07", "visit", isError, "onset", func(c *Claim) { c.Onset = 19691231 }},
	{"837P-DT-07", "visit", isError, "lines[0].date", func(c *Claim) {
		c.Subscriber.DeathDate = 20260105
		c.Lines[0].Date.From = 20260110
	}},
	{"837P-LN-01", "visit", isError, "lines[0].unit", func(c *Claim) { c.Lines[0].Unit = UnitMinutes }},
	{"837P-LN-01", "anesthesia", isWarning, "lines[0].unit", func(c *Claim) { c.Lines[0].Unit = UnitCount }},
	{"837P-LN-02", "visit", isError, "lines[0].units", func(c *Claim) { c.Lines[0].Units = amountOf("0") }},
	{"837P-LN-02", "visit", isError, "lines[0].units", func(c *Claim) { c.Lines[0].Units = amountOf("1.0005") }},
	{"837P-LN-02", "anesthesia", isError, "lines[0].units", func(c *Claim) { c.Lines[0].Units = amountOf("75.5") }},
	{"837P-LN-03", "visit", isWarning, "lines[0].placeOfService", func(c *Claim) { c.Lines[0].PlaceOfService = "11" }},
	{"837P-LN-04", "visit", isError, "lines[1].diagnosisPointers", func(c *Claim) { c.Lines[1].DiagnosisPointers = []int{3} }},
	{"837P-LN-04", "visit", isError, "lines[1].diagnosisPointers", func(c *Claim) { c.Lines[1].DiagnosisPointers = nil }},
	{"837P-LN-04", "visit", isWarning, "lines[1].diagnosisPointers", func(c *Claim) { c.Lines[1].DiagnosisPointers = []int{1, 1} }},
	{"837P-LN-05", "visit", isError, "lines[0].procedure.modifiers[0]", func(c *Claim) { c.Lines[0].Procedure.Modifiers = []x12.Code{"", "RT"} }},
	{"837P-LN-05", "visit", isWarning, "lines[0].procedure.modifiers[1]", func(c *Claim) { c.Lines[0].Procedure.Modifiers = []x12.Code{"25", "25"} }},
	{"837P-LN-08", "drug", isError, "lines[0].drug.code", func(c *Claim) { c.Lines[0].Drug.Code = "0003029305" }},
	{"837P-LN-08", "drug", isError, "lines[0].drug.quantity", func(c *Claim) { c.Lines[0].Drug.Quantity = decimal.Zero }},
	{"837P-LN-08", "drug", isError, "lines[0].drug.unit", func(c *Claim) { c.Lines[0].Drug.Unit = "EA" }},
	{"837P-LN-09", "drug", isError, "lines[0].drug.prescriptionNumber", func(c *Claim) { c.Lines[0].Drug.CompoundLink = "C1" }},
	{"837P-LN-12", "ambulance", isError, "ambulance", func(c *Claim) { c.Ambulance = nil }},
	{"837P-LN-12", "ambulance", isError, "pickUp", func(c *Claim) { c.PickUp = nil }},
	{"837P-LN-12", "ambulance", isError, "ambulanceCertifications", func(c *Claim) { c.AmbulanceCertifications = nil }},
	{"837P-LN-12", "ambulance", isError, "lines[0].procedure.modifiers", func(c *Claim) { c.Lines[0].Procedure.Modifiers = []x12.Code{"XH"} }},
	{"837P-LN-12", "visit", isWarning, "ambulance", func(c *Claim) { c.Lines[1].Procedure.Code = "A0998" }},
	{"837P-LN-16", "visit", isError, "lines[1].controlNumber", func(c *Claim) { c.Lines[1].ControlNumber = "1" }},
	{"837P-LN-16", "visit", isWarning, "lines[0].controlNumber", func(c *Claim) { c.Lines[0].ControlNumber = "" }},
	{"837P-LN-17", "visit", isError, "lines[0].procedure.qualifier", func(c *Claim) { c.Lines[0].Procedure.Qualifier = "HP" }},
	{"837-DX-01", "visit", isError, "diagnoses[1].qualifier", func(c *Claim) { c.Diagnoses[1] = Diagnosis{Qualifier: "BF", Value: "25000"} }},
	{"837-DX-02", "visit", isError, "diagnoses[0].qualifier", func(c *Claim) { c.Diagnoses[0].Qualifier, c.Diagnoses[1].Qualifier = "BK", "BF" }},
	{"837-DX-03", "visit", isError, "diagnoses[0].value", func(c *Claim) { c.Diagnoses[0].Value = "E11.9" }},
	{"837-DX-03", "visit", isError, "diagnoses[0].value", func(c *Claim) { c.Diagnoses[0].Value = "HELLO" }},
	{"837-DX-03", "visit", isError, "diagnoses[1].value", func(c *Claim) { c.Diagnoses[1].Value = "25000" }}, // of ICD-9
	{"837P-DX-04", "visit", isError, "diagnoses[0].qualifier", func(c *Claim) { c.Diagnoses[0].Qualifier = DiagnosisOther }},
	{"837P-DX-04", "visit", isWarning, "diagnoses[1].value", func(c *Claim) { c.Diagnoses[1].Value = "E119" }},
}

func TestCleanClaimsBreakNoRule(t *testing.T) {
	files, err := filepath.Glob("testdata/claims/*.json")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d claims, %v", len(files), err)
	}
	for _, path := range files {
		for _, i := range Check(officeClaim(t, strings.TrimSuffix(filepath.Base(path), ".json")), nil) {
			t.Errorf("%s: %s", path, i)
		}
	}
	for name := range cleanClaims {
		for _, i := range Check(cleanClaim(t, name), nil) {
			t.Errorf("%s: %s", name, i)
		}
	}
}

func TestEachRule(t *testing.T) {
	tested := map[string]bool{}
	for _, b := range slices.Concat(brokenRules, brokenByKind, brokenCodes) {
		tested[b.id] = true
		c := cleanClaim(t, b.base)
		b.change(c)
		found := Check(c, nil)
		hit := false
		for _, i := range found {
			if string(i.Code) != b.id {
				t.Errorf("%s in %s: %s, too", b.id, b.base, i)
			}
			if i.Path == b.path {
				hit = true
				if i.Severity != b.severity {
					t.Errorf("%s in %s: %s", b.id, b.base, i)
				}
			}
			if i.SNIP == 0 || i.Detail == "" || i.Loop == "" || i.Tag == "" {
				t.Errorf("%s says too little: %+v", b.id, i)
			}
		}
		if !hit {
			t.Errorf("%s in %s: nothing found at %s: %v", b.id, b.base, b.path, found)
		}
		off := NewRuleSet()
		if err := off.Disable(b.id); err != nil {
			t.Fatal(err)
		}
		if left := Check(c, off); len(left) != 0 {
			t.Errorf("%s is off, and %v is found", b.id, left)
		}
	}
	seen := map[string]bool{}
	for _, r := range NewRuleSet().Rules() {
		if seen[r.ID] {
			t.Errorf("two rules are called %s", r.ID)
		}
		seen[r.ID] = true
		if !tested[r.ID] {
			t.Errorf("no claim breaks %s", r.ID)
		}
		if r.Title == "" || r.Fix == "" || len(r.Sets) == 0 {
			t.Errorf("%s says too little", r.ID)
		}
	}
}

func TestRuleSet(t *testing.T) {
	c := cleanClaim(t, "visit")
	c.BillingProvider.Address.Zip = "78701"
	c.Charge = amountOf("1")
	severities := func(rs *RuleSet) string {
		var out []string
		for _, i := range Check(c, rs) {
			out = append(out, string(i.Code)+" "+i.Severity.String())
		}
		return strings.Join(out, ", ")
	}
	received := NewRuleSet().Received()
	balance := NewRuleSet()
	balance.Limit(3)
	milder := NewRuleSet()
	if milder.SetSeverity("837P-BAL-01", x12.Info) != nil || milder.Disable("837-PRV-03") != nil {
		t.Fatal("there are no such rules")
	}
	again := NewRuleSet()
	if again.Disable("837-PRV-03", "837P-BAL-01") != nil || again.Enable("837-PRV-03") != nil {
		t.Fatal("there are no such rules")
	}
	for want, rs := range map[string]*RuleSet{
		"837P-BAL-01 error, 837-PRV-03 error":   nil,
		"837P-BAL-01 error, 837-PRV-03 warning": received,
		"837P-BAL-01 error":                     balance,
		"837P-BAL-01 info":                      milder,
		"837-PRV-03 error":                      again,
	} {
		if got := severities(rs); got != want {
			t.Errorf("found %s, want %s", got, want)
		}
	}
	if again.Disable("837P-BAL-99") == nil {
		t.Error("a rule that does not exist can be switched off")
	}
	c.Kind = Dental
	if found := Check(c, nil); slices.ContainsFunc(found, func(i x12.Issue) bool { return strings.HasPrefix(string(i.Code), "837P-") }) {
		t.Errorf("a dental claim is checked by rules of professional ones: %v", found)
	}
}

func TestValidNPI(t *testing.T) {
	for npi, want := range map[string]bool{"1234567893": true, "1999999984": true, "1234567890": false, "3123456789": false, "123456789": false, "12345678931": false, "": false, "12345678a3": false} {
		if ValidNPI(npi) != want {
			t.Errorf("%s: %v", npi, !want)
		}
	}
}

// Checking a clean claim makes no garbage worth speaking of.
func TestCheckAllocations(t *testing.T) {
	c := cleanClaim(t, "visit")
	if n := testing.AllocsPerRun(100, func() { Check(c, nil) }); n > 0 && !raceDetector {
		t.Errorf("%v allocations", n)
	}
}
