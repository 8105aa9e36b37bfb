// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
)

// allBuildCases are those of each kind with the encounter that they are laid over.
var allBuildCases = map[string][]buildCase{encounterJSON: buildCases, stayJSON: stayCases, dentalJSON: dentalCases}

// What an encounter says must stand in the file, and what it does not say must not.
func TestBuild(t *testing.T) {
	for base, cases := range allBuildCases {
		testBuild(t, base, cases)
	}
}

func testBuild(t *testing.T, base string, cases []buildCase) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			file := segments(t, builtOn(t, base, c.more))
			for _, want := range c.has {
				if !slices.Contains(file, want) {
					t.Errorf("%s is missing", want)
				}
			}
			for _, not := range c.hasNot {
				if k := slices.IndexFunc(file, func(s string) bool { return strings.HasPrefix(s, not) }); k >= 0 {
					t.Errorf("%s stands there", file[k])
				}
			}
			if t.Failed() {
				t.Log(strings.Join(file, "\n"))
			}
		})
	}
}

// What is wrong is found, at its place in the encounter, and there is no claim.
func TestBuildFindings(t *testing.T) {
	many := func(n int, s string) string { return "[" + strings.TrimSuffix(strings.Repeat(s+",", n), ",") + "]" }
	for _, c := range []struct {
		name, more string
		code       x12.IssueCode
		path       string
	}{
		{"no coverage", `{"coverages": []}`, CodeNoCoverage, "coverages"},
		{"all decided", `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "W1", "decision": {"date": "2026-01-20", "paid": 150}}]}`, CodeNoOpenCoverage, "coverages"},
		{"payer without id", `{"coverages": [{"payer": {"name": "F"}, "plan": "ppo", "memberID": "W1"}]}`, CodeMissing, "coverages[0].payer.id"},
		{"unknown plan", `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "gold", "memberID": "W1"}]}`, CodeUnknownWord, "coverages[0].plan"},
		{"no member id", `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo"}]}`, "837-SUB-05", "coverages[0].memberID"},
		{"no insured", `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "W1", "relationship": "child"}]}`, CodeMissing, "coverages[0].insured"},
		{"no sex", `{"patient": {"sex": ""}}`, "837-SUB-01", "patient.sex"},
		{"no reason why Medicare is second", `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "W1"}, {"payer": {"name": "M", "id": "M1"}, "plan": "medicare-b", "memberID": "W2"}]}`,
			"837P-SUB-09", "coverages[1].secondReason"},
		{"no charge", `{"services": [{"code": "99213", "diagnoses": ["I10"]}]}`, CodeMissing, "services[0].charge"},
		{"negative charge", `{"services": [{"code": "99213", "charge": -1, "diagnoses": ["I10"]}]}`, "837-BAL-02", "services[0].charge"},
		{"no services", `{"services": []}`, CodeMissing, "services"},
		{"51 services", `{"services": ` + many(51, `{"code": "99213", "charge": 1, "diagnoses": ["I10"]}`) + `}`, CodeTooManyServices, "services"},
		{"13 diagnoses", `{"diagnoses": ` + many(13, `"I10"`) + `}`, CodeTooManyDiagnoses, "diagnoses"},
		{"5 diagnoses of a service", `{"services": [{"code": "99213", "charge": 1, "diagnoses": ["I10", "I10", "I10", "I10", "I10"]}]}`, CodeTooManyPointers, "services[0].diagnoses"},
		{"diagnosis of a service only", `{"services": [{"code": "99213", "charge": 1, "diagnoses": ["Z00.00"]}]}`, CodeDiagnosisUnlisted, "services[0].diagnoses[0]"},
		{"service for no diagnosis", `{"services": [{"code": "99213", "charge": 1}]}`, CodeDiagnosisNeeded, "services[0].diagnoses"},
		{"no diagnosis", `{"diagnoses": []}`, CodeMissing, "diagnoses"},
		{"ICD-9 after its time", `{"diagnosisCodes": "icd-9"}`, "837-DX-02", "diagnoses[0]"},
		{"no date", `{"date": ""}`, CodeMissing, "date"},
		{"units and minutes", `{"services": [{"code": "00840", "charge": 1, "units": 1, "minutes": 20, "diagnoses": ["I10"]}]}`, CodeTwoValues, "services[0].minutes"},
		{"minutes of a visit", `{"services": [{"code": "99213", "charge": 1, "minutes": 20, "diagnoses": ["I10"]}]}`, "837P-LN-01", "services[0].minutes"},
		{"ambiguous NDC", `{"services": [{"code": "J3301", "charge": 1, "diagnoses": ["I10"], "drug": {"ndc": "0003029305", "quantity": 1, "unit": "unit"}}]}`, CodeNDCAmbiguous, "services[0].drug.ndc"},
		{"unknown provider", `{"providers": {"rendering": "nobody"}}`, CodeUnknownProvider, "providers.rendering"},
		{"service after the death", `{"patient": {"deathDate": "2026-01-04"}}`, "837P-DT-07", "date"},
		{"point in another place", `{"diagnoses": ["E1.19", "I10"]}`, "837-DX-03", "diagnoses[0]"},
		{"blank in a code", `{"services": [{"code": "99 13", "charge": 1, "diagnoses": ["I10"]}]}`, "CS-HCPCS", "services[0].code"},
		{"tax number with the hyphens of another kind", `{"practice": {"billingProvider": {"taxID": "123-45-6789"}}}`, "837-PRV-04", "practice.billingProvider.taxID"},
		{"NPI with a typing error", `{"providers": {"rendering": {"lastName": "L", "firstName": "Al", "npi": "1234567890"}}}`, "CS-NPI", "providers.rendering.npi"},
		{"NPI of a service", `{"services": [{"code": "99213", "charge": 1, "diagnoses": ["I10"]}, {"code": "99213", "charge": 1, "diagnoses": ["I10"], "providers": {"supervising": {"lastName": "L", "firstName": "Al", "npi": "1"}}}]}`, "CS-NPI", "services[1].providers.supervising.npi"},
		{"replacement without number", `{"corrects": {"action": "replace"}}`, "837-CLM-03", "corrects.claimNumber"},
		{"accident without date", `{"accident": {"other": true}}`, "837P-CLM-06", "accident.date"},
		{"admission", `{"placeOfService": "21"}`, "837P-DT-02", "dates.admission"},
		{"attachment without number", `{"attachments": [{"kind": "consent", "how": "mail"}]}`, "837-CLM-09", "attachments[0].number"},
		{"payment that does not add up", strings.Replace("{"+secondary+"}", `"amount": 20`, `"amount": 21`, 1), "COB-BAL-01", "coverages[0].decision.services[1]"},
		{"decision without payment", strings.Replace("{"+secondary+"}", `"paid": 110, `, ``, 1), CodeMissing, "coverages[0].decision.paid"},
		{"decision about no service", strings.Replace("{"+secondary+"}", `"service": 2`, `"service": 3`, 1), CodeUnknownService, "coverages[0].decision.services[1].service"},
		{"other payer without member id", strings.Replace("{"+secondary+"}", `"memberID": "W123", `, ``, 1), CodeMissing, "coverages[0].memberID"},
		{"state", `{"patient": {"address": {"line1": "1 A", "city": "B", "state": "XX", "zip": "78701"}}}`, "CS-STATE", "patient.address.state"},
		{"state of another payer's insured", strings.Replace("{"+secondary+"}", `"memberID": "W123"`, `"memberID": "W123", "relationship": "child", "insured": {"lastName": "D", "firstName": "A", "address": {"line1": "1 A", "city": "B", "state": "XX", "zip": "78701"}}`, 1),
			"CS-STATE", "coverages[0].insured.address.state"},
		{"state of another payer", strings.Replace("{"+secondary+"}", `"id": "FH001"`, `"id": "FH001", "address": {"line1": "1 A", "city": "B", "state": "XX", "zip": "78701"}`, 1), "CS-STATE", "coverages[0].payer.address.state"},
		{"ZIP of the pick-up", `{"placeOfService": "41", "ambulance": {"reason": "nearest-facility", "miles": 12, "conditions": ["stretcher"], "pickUp": {"line1": "5 Elm St", "city": "Austin", "state": "TX", "zip": "7"},
			"dropOff": {"line1": "1 North Rd", "city": "Austin", "state": "TX", "zip": "78702"}}, "services": [{"code": "A0429", "modifiers": ["RH"], "charge": 500, "diagnoses": ["I10"]}]}`, "CS-ZIP", "ambulance.pickUp.zip"},
		{"box in the second line", `{"providers": {"billing": {"organization": "S", "npi": "1888888884", "taxID": "987654321", "address": {"line1": "3 S St", "line2": "P.O.B. 4", "city": "Waco", "state": "TX", "zip": "767010001"}}}}`,
			"837-PRV-02", "providers.billing.address.line2"},
		{"fax of who bills", `{"providers": {"billing": {"organization": "S", "npi": "1888888884", "taxID": "987654321", "phone": "5125550100", "fax": "5550100", "address": {"line1": "3 S St", "city": "Waco", "state": "TX", "zip": "767010001"}}}}`,
			"837-PRV-08", "providers.billing.fax"},
		{"reason of an adjustment", strings.Replace("{"+secondary+"}", `"reason": "2"`, `"reason": "02"`, 1), "CS-CARC", "coverages[0].decision.services[0].adjustments[1].reason"},
		{"day of a decision", strings.Replace("{"+secondary+"}", `"date": "2026-01-20"`, `"date": "2026-01-02"`, 1), "COB-SIT-09", "coverages[0].decision.date"},
		{"Medicare number", `{"coverages": [{"payer": {"name": "M", "id": "M1"}, "plan": "medicare-b", "memberID": "123-45-6789-A"}]}`, "CS-MBI", "coverages[0].memberID"},
		{"dependent of Medicare", `{"coverages": [{"payer": {"name": "M", "id": "M1"}, "plan": "medicare-b", "memberID": "1EG4TE5MK73", "relationship": "spouse", "insured": {"lastName": "D", "firstName": "A"}}]}`, "MCR-01", "coverages[0].relationship"},
		{"modifier", `{"services": [{"code": "99213", "modifiers": ["25", "X"], "charge": 1, "diagnoses": ["I10"]}]}`, "837P-LN-05", "services[0].modifiers[1]"},
		{"ICD-10 in the time of ICD-9", `{"date": "2015-09-01"}`, "837-DX-03", "diagnoses[1]"},
		{"ZIP of the facility", `{"providers": {"facility": {"organization": "H", "address": {"line1": "1 A", "city": "B", "state": "TX", "zip": "78701"}}}}`, "837-PRV-03", "providers.facility.address.zip"},
	} {
		t.Run(c.name, func(t *testing.T) {
			claim, found := testEncounter(t, c.more).Claim(testPractice(t))
			if claim != nil {
				t.Error("there is a claim in spite of findings")
			}
			for _, i := range found {
				if i.Code == c.code && i.Path == c.path && i.Severity == x12.Error {
					if i.Detail == "" || !strings.HasPrefix(i.String(), c.path+" [") {
						t.Errorf("the finding says nothing: %s", i)
					}
					return
				}
			}
			t.Errorf("no finding %s at %s", c.code, c.path)
			for _, i := range found {
				t.Log(i)
			}
		})
	}
}

func TestPracticeFindings(t *testing.T) {
	p := testPractice(t)
	p.BillingProvider.Address.Line1 = "P.O. Box 7"
	p.Submitter.ID = ""
	c, found := testEncounter(t, "").Claim(p)
	if c != nil {
		t.Error("there is a claim of a practice that cannot bill")
	}
	for _, want := range []string{"practice.submitter.id", "practice.billingProvider.address.line1"} {
		if !slices.ContainsFunc(found, func(i x12.Issue) bool { return i.Path == want }) {
			t.Errorf("nothing found at %s: %v", want, found)
		}
	}
	if c, found = testEncounter(t, "").Claim(nil); c != nil || len(found) != 1 || found[0].Code != CodeNoPractice {
		t.Errorf("without a practice: %v", found)
	}
	e := testEncounter(t, "")
	e.Practice = testPractice(t)
	if c, found = e.Claim(nil); c == nil {
		t.Errorf("the encounter has its own practice: %v", found)
	}
}

func TestNDC(t *testing.T) {
	for in, want := range map[string]string{
		"0409-4887-20": "00409488720", "50242-040-62": "50242004062", "12345-6789-1": "12345678901", "00409488720": "00409488720",
		"12345-6789-01": "12345678901",
	} {
		if got, bad := ndc(in); got != want || bad != "" {
			t.Errorf("%s: %s %s, want %s", in, got, bad, want)
		}
	}
	for in, want := range map[string]x12.IssueCode{"0409488720": CodeNDCAmbiguous, "1234-567-89": CodeNDCForm, "abc": CodeNDCForm, "123456-789-01": CodeNDCForm, "": CodeNDCForm} {
		if _, bad := ndc(in); bad != want {
			t.Errorf("%q: %s, want %s", in, bad, want)
		}
	}
}

// A Builder serves several goroutines, and one claim does not show in another.
func TestBuilderShared(t *testing.T) {
	b := NewBuilder(testPractice(t), nil)
	e := testEncounter(t, `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "W1", "providerNumbers": [{"role": "rendering", "number": "X"}]}]}`)
	plain := testEncounter(t, "")
	done := make(chan int)
	for range 4 {
		go func() {
			n := 0
			for range 50 {
				a, _ := b.Claim(e)
				c, _ := b.Claim(plain)
				n += len(a.Rendering.SecondaryIDs) - 1 + len(c.Rendering.SecondaryIDs)
				if a.BillingProvider != c.BillingProvider {
					n++
				}
			}
			done <- n
		}()
	}
	for range 4 {
		if n := <-done; n != 0 {
			t.Errorf("%d claims show what belongs to others", n)
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	t := &testing.T{}
	builder, e := NewBuilder(testPractice(t), nil), testEncounter(t, "")
	b.ReportAllocs()
	for b.Loop() {
		if c, found := builder.Claim(e); c == nil {
			b.Fatal(found)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	t := &testing.T{}
	c, _ := testEncounter(t, "").Claim(testPractice(t))
	b.ReportAllocs()
	for b.Loop() {
		if found := claim837.Check(c, nil); found != nil {
			b.Fatal(found)
		}
	}
}

func TestEnvelope(t *testing.T) {
	p := testPractice(t)
	p.Interchange.Usage, p.Interchange.AskReceipt, p.Purpose = "Production", true, "report"
	env, found := p.Envelope(time.Date(2026, 2, 1, 9, 30, 0, 0, time.UTC))
	if len(found) != 0 || env.Interchange.Usage != "P" || env.Interchange.AckRequested != "1" || env.Interchange.Date != "260201" ||
		env.Group.Date != "20260201" || env.Group.Sender != "OSB01" || env.Submission.ClaimType != claim837.TypeReporting || env.Submission.Date != 20260201 {
		t.Errorf("%v %+v", found, env)
	}
	p.Interchange.SenderID, p.Interchange.Usage = "", "maybe"
	if _, found = p.Envelope(time.Time{}); len(found) != 2 || found[0].Path != "practice.interchange.senderID" || found[1].Code != CodeUnknownWord {
		t.Errorf("%v", found)
	}
}

func TestBuilderToday(t *testing.T) {
	for day, refused := range map[x12.Date]bool{20260104: true, 20260105: false} {
		c, found := NewBuilder(testPractice(t), &BuilderOptions{Today: day}).Claim(testEncounter(t, ""))
		if (c == nil) != refused {
			t.Errorf("%s: %v", day, found)
		}
	}
}

func TestBuildAllocations(t *testing.T) {
	if raceDetector {
		t.Skip("pools give back less under the race detector")
	}
	b, e := NewBuilder(testPractice(t), nil), testEncounter(t, "")
	if n := testing.AllocsPerRun(100, func() {
		if c, found := b.Claim(e); c == nil {
			t.Fatal(found)
		}
	}); n > 12 {
		t.Errorf("%v allocations", n)
	}
}

// What a practice knows reaches every field of a claim, but for these, which are
// for others to fill.
func TestBuildReaches(t *testing.T) {
	given, all := map[string]bool{}, map[string]bool{}
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				f := v.Type().Field(i)
				if !f.IsExported() {
					continue
				}
				key := v.Type().Name() + "." + f.Name
				all[key] = true
				if !v.Field(i).IsZero() {
					given[key] = true
				}
				walk(v.Field(i))
			}
		}
	}
	p := testPractice(t)
	p.Currency = "CAD"
	for base, cases := range allBuildCases {
		for _, c := range cases {
			claim, _ := laidOver(t, base, c.more).Claim(p)
			walk(reflect.ValueOf(claim))
		}
	}
	others := []string{"At", "Level", "LevelRest", "Rest", "PayToPlan", "Prefix", "IntermediaryClaim", "RepricedClaim", "AdjustedRepricedClaim",
		"RepricerReceived", "RepricedLine", "AdjustedRepricedLine", "Pricing", "Reference", "Time", "Date", "SSN2", "Rate",
		"Adjusted"} // a rule warns of it: TestCorrectedDecision
	for key := range all {
		typ, field, _ := strings.Cut(key, ".")
		if given[key] || slices.Contains(others, field) && (field != "Date" && field != "Time" || typ == "Submission") || typ == "At" || typ == "Level" {
			continue
		}
		t.Errorf("no encounter reaches %s", key)
	}
}

func TestContacts(t *testing.T) {
	got := contacts("DESK", "+1 (512) 555-0100", "9", "512.555.0101", "desk@oak.example")
	want := []x12.Contact{
		{Name: "DESK", Numbers: []x12.ContactNumber{{Type: "TE", Number: "5125550100"}, {Type: "EX", Number: "9"}, {Type: "FX", Number: "5125550101"}}},
		{Name: "DESK", Numbers: []x12.ContactNumber{{Type: "EM", Number: "desk@oak.example"}}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}
