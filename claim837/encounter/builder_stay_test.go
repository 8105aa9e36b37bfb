// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// mistake is an encounter with an error, and where it is found.
type mistake struct {
	name, more string
	code       x12.IssueCode
	path       string
}

// findMistakes builds encounters with one mistake: there is no claim, and the
// finding stands at its place in the encounter.
func findMistakes(t *testing.T, base string, list []mistake) {
	t.Helper()
	for _, c := range list {
		t.Run(c.name, func(t *testing.T) {
			claim, found := laidOver(t, base, c.more).Claim(testPractice(t))
			if claim != nil {
				t.Error("there is a claim in spite of findings")
			}
			for _, i := range found {
				if i.Code == c.code && i.Path == c.path && i.Severity == x12.Error {
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

func TestStayFindings(t *testing.T) {
	decided := func(decision string) string {
		return `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "W1", "decision": {"date": "2026-01-20", "paid": 9210.25, ` + decision + `}},
			{"payer": {"name": "S", "id": "S1"}, "plan": "ppo", "memberID": "W2"}]}`
	}
	findMistakes(t, stayJSON, []mistake{
		{"no facility", `{"stay": {"facility": ""}}`, CodeMissing, "stay.facility"},
		{"unknown facility", `{"stay": {"facility": "hotel"}}`, CodeUnknownWord, "stay.facility"},
		{"bad bill type", `{"stay": {"facility": "", "billType": "11"}}`, CodeBillTypeForm, "stay.billType"},
		{"two facilities", `{"stay": {"billType": "0131"}}`, CodeTwoValues, "stay.billType"},
		{"two frequencies", `{"stay": {"billType": "0111", "frequency": "first"}}`, CodeTwoValues, "stay.frequency"},
		{"unknown frequency", `{"stay": {"frequency": "7"}}`, CodeUnknownWord, "stay.frequency"},
		{"a correction that is first", `{"stay": {"frequency": "first"}, "corrects": {"action": "replace", "claimNumber": "1"}}`, CodeTwoValues, "stay.frequency"},
		{"a correction that the bill type does not tell of", `{"stay": {"facility": "", "billType": "0118"}, "corrects": {"action": "replace", "claimNumber": "1"}}`, CodeTwoValues, "stay.billType"},
		{"a replacement on paper without number", `{"stay": {"facility": "", "billType": "0117"}}`, "837-CLM-03", "corrects.claimNumber"},
		{"unknown reason of a correction", `{"corrects": {"action": "replace", "claimNumber": "1", "reason": "typo"}}`, CodeUnknownWord, "corrects.reason"},
		{"no last day", `{"stay": {"discharge": {"date": ""}}}`, CodeMissing, "stay.through"},
		{"no first day", `{"stay": {"admission": {"date": "", "hour": ""}}}`, CodeMissing, "stay.admission.date"},
		{"discharged on another day", `{"stay": {"through": "2026-01-09"}}`, CodeTwoValues, "stay.discharge.date"},
		{"hour without date", `{"stay": {"from": "2026-01-05", "admission": {"date": ""}}}`, CodeMissing, "stay.admission.date"},
		{"admission among the other dates", `{"dates": {"admission": "2026-01-05"}}`, claim837.CodeNoPlace, "dates.admission"},
		{"discharge among the other dates", `{"dates": {"discharge": "2026-01-05"}}`, claim837.CodeNoPlace, "dates.discharge"},
		{"no priority", `{"stay": {"admission": {"priority": ""}}}`, CodeMissing, "stay.admission.priority"},
		{"unknown origin", `{"stay": {"admission": {"origin": "moon"}}}`, CodeUnknownWord, "stay.admission.origin"},
		{"born, but no newborn", `{"stay": {"admission": {"origin": "born-here"}}}`, CodeUnknownWord, "stay.admission.origin"},
		{"newborn from home", `{"stay": {"admission": {"priority": "newborn"}}}`, CodeUnknownWord, "stay.admission.origin"},
		{"no status", `{"stay": {"discharge": {"status": ""}}}`, CodeMissing, "stay.discharge.status"},
		{"place of service", `{"placeOfService": "21"}`, claim837.CodeNoPlace, "placeOfService"},
		{"a dental visit, too", `{"dental": {}}`, CodeTwoValues, "dental"},
		{"26 diagnoses", `{"diagnoses": ["I10"` + strings.Repeat(`,"I10"`, 25) + `]}`, CodeTooManyDiagnoses, "diagnoses"},
		{"unknown present on admission", `{"diagnoses": [{"code": "I10", "presentOnAdmission": "maybe"}]}`, CodeUnknownWord, "diagnoses[0].presentOnAdmission"},
		{"diagnosis without code", `{"diagnoses": [{"code": "I10"}, {"code": ""}]}`, CodeMissing, "diagnoses[1].code"},
		{"external cause without code", `{"stay": {"externalCauses": [""]}}`, CodeMissing, "stay.externalCauses[0].code"},
		{"procedure without date", `{"stay": {"procedures": [{"code": "0DTJ4ZZ", "date": "2026-01-05"}, {"code": "3E1M38Z"}]}}`, CodeMissing, "stay.procedures[1].date"},
		{"procedure without code", `{"stay": {"procedures": [{"code": "", "date": "2026-01-05"}]}}`, CodeMissing, "stay.procedures[0].code"},
		{"occurrence without date", `{"stay": {"occurrences": [{"code": "11", "date": ""}]}}`, CodeMissing, "stay.occurrences[0].date"},
		{"span without end", `{"stay": {"occurrenceSpans": [{"code": "70", "from": "2026-01-01", "through": ""}]}}`, CodeMissing, "stay.occurrenceSpans[0].through"},
		{"value without amount", `{"stay": {"values": [{"code": "54", "amount": null}]}}`, CodeMissing, "stay.values[0].amount"},
		{"days by word and by code", `{"stay": {"values": [{"code": "80", "amount": 4}]}}`, CodeTwoValues, "stay.coveredDays"},
		{"accident without date", `{"accident": {"other": true}}`, CodeMissing, "accident.date"},
		{"accident abroad", `{"accident": {"auto": true, "date": "2026-01-05", "country": "DE"}}`, claim837.CodeNoPlace, "accident.country"},
		{"note about nothing known", `{"stay": {"notes": [{"about": "weather", "text": "rain"}]}}`, CodeUnknownWord, "stay.notes[0].about"},
		{"no revenue code", `{"services": [{"code": "99283", "charge": 1}]}`, CodeMissing, "services[0].revenueCode"},
		{"room without days", `{"services": [{"revenueCode": "0120", "charge": 1}]}`, CodeMissing, "services[0].units"},
		{"modifier without code", `{"services": [{"revenueCode": "0360", "modifiers": ["RT"], "charge": 1}]}`, CodeMissing, "services[0].code"},
		{"minutes", `{"services": [{"revenueCode": "0370", "minutes": 30, "charge": 1}]}`, claim837.CodeNoPlace, "services[0].minutes"},
		{"diagnosis of a service", `{"services": [{"revenueCode": "0370", "diagnoses": ["I10"], "charge": 1}]}`, claim837.CodeNoPlace, "services[0].diagnoses"},
		{"tooth", `{"services": [{"revenueCode": "0370", "teeth": ["1"], "charge": 1}]}`, claim837.CodeNoPlace, "services[0].teeth"},
		{"sales tax", `{"services": [{"revenueCode": "0370", "salesTax": 1, "charge": 1}]}`, claim837.CodeNoPlace, "services[0].salesTax"},
		{"emergency", `{"services": [{"revenueCode": "0370", "charge": 1}, {"revenueCode": "0370", "emergency": true, "charge": 1}]}`, claim837.CodeNoPlace, "services[1].emergency"},
		{"supervising", `{"providers": {"supervising": "roe"}}`, claim837.CodeNoPlace, "providers.supervising"},
		{"assistant surgeon", `{"providers": {"assistantSurgeon": "roe"}}`, claim837.CodeNoPlace, "providers.assistantSurgeon"},
		{"attending of a service", `{"services": [{"revenueCode": "0370", "charge": 1, "providers": {"attending": "roe"}}]}`, claim837.CodeNoPlace, "services[0].providers.attending"},
		{"patient's payment", `{"patientPaid": 5}`, claim837.CodeNoPlace, "patientPaid"},
		{"pregnancy", `{"patient": {"pregnant": true}}`, claim837.CodeNoPlace, "patient.pregnant"},
		{"weight", `{"patient": {"weightPounds": 100}}`, claim837.CodeNoPlace, "patient.weightPounds"},
		{"chiropractic", `{"chiropractic": {"condition": "acute"}}`, claim837.CodeNoPlace, "chiropractic"},
		{"crossover", `{"mandatoryCrossover": true}`, claim837.CodeNoPlace, "mandatoryCrossover"},
		{"disability", `{"dates": {"disabledFrom": "2026-01-05"}}`, claim837.CodeNoPlace, "dates.disabledFrom"},
		{"prescription of a service", `{"services": [{"revenueCode": "0370", "charge": 1, "dates": {"prescription": "2026-01-01"}}]}`, claim837.CodeNoPlace, "services[0].dates.prescription"},
		{"reason why another payer is second", `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "W1"}, {"payer": {"name": "M", "id": "M1"}, "plan": "medicare-a", "memberID": "1EG4TE5MK73", "secondReason": "disabled"}]}`,
			claim837.CodeNoPlace, "coverages[1].secondReason"},
		{"onset", `{"dates": {"onset": "2026-01-01"}}`, claim837.CodeNoPlace, "dates.onset"},
		{"signature of the provider", `{"consents": {"providerSigned": true}}`, claim837.CodeNoPlace, "consents.providerSigned"},
		{"signed for the patient", `{"consents": {"signedForPatient": true}}`, claim837.CodeNoPlace, "consents.signedForPatient"},
		{"number of a role that a stay does not have", `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "W1", "providerNumbers": [{"role": "assistant-surgeon", "number": "A"}]}]}`,
			claim837.CodeNoPlace, "coverages[0].providerNumbers[0].role"},
		{"remarks without covered days", strings.Replace(decided(`"remarks": ["MA07"]`), `{"coverages"`, `{"stay": {"coveredDays": null}, "coverages"`, 1), CodeMissing, "coverages[0].decision.inpatient.coveredDays"},
		{"rate of an inpatient decision", decided(`"ratePercent": 80, "inpatient": {"coveredDays": 3}`), claim837.CodeNoPlace, "coverages[0].decision.ratePercent"},
		{"unknown reason why Medicare is second", `{"coverages": [{"payer": {"name": "M", "id": "M1"}, "plan": "medicare-a", "memberID": "1EG4TE5MK73", "secondReason": "x"}]}`, CodeUnknownWord, "coverages[0].secondReason"},
		{"NPI of who attended", `{"providers": {"attending": {"lastName": "L", "firstName": "Al", "npi": "1234567890"}}}`, "CS-NPI", "providers.attending.npi"},
	})
}

// What only stays have is no part of a visit to a practice.
func TestForeignFindings(t *testing.T) {
	service := func(keys string) string {
		return `{"services": [{"code": "99213", "charge": 1, "diagnoses": ["I10"], ` + keys + `}]}`
	}
	findMistakes(t, encounterJSON, []mistake{
		{"present on admission", `{"diagnoses": [{"code": "E11.9", "presentOnAdmission": "yes"}, "I10"]}`, claim837.CodeNoPlace, "diagnoses[0].presentOnAdmission"},
		{"attending", `{"providers": {"attending": "roe"}}`, claim837.CodeNoPlace, "providers.attending"},
		{"assistant surgeon", `{"providers": {"assistantSurgeon": "roe"}}`, claim837.CodeNoPlace, "providers.assistantSurgeon"},
		{"reason of a correction", `{"corrects": {"action": "void", "claimNumber": "1", "reason": "other"}}`, claim837.CodeNoPlace, "corrects.reason"},
		{"no place of service", `{"placeOfService": ""}`, CodeMissing, "placeOfService"},
		{"revenue code", service(`"revenueCode": "0450"`), claim837.CodeNoPlace, "services[0].revenueCode"},
		{"non-covered", service(`"nonCovered": 1`), claim837.CodeNoPlace, "services[0].nonCovered"},
		{"taxes", service(`"facilityTax": 1`), claim837.CodeNoPlace, "services[0].facilityTax"},
		{"operating", service(`"providers": {"operating": "roe"}`), claim837.CodeNoPlace, "services[0].providers.operating"},
		{"oral cavity", service(`"oralCavity": ["upper"]`), claim837.CodeNoPlace, "services[0].oralCavity"},
		{"treatment", service(`"dates": {"treatmentStarted": "2026-01-01"}`), claim837.CodeNoPlace, "services[0].dates.treatmentStarted"},
	})
	findMistakes(t, encounterJSON, []mistake{{"inpatient decision", `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "W1",
		"decision": {"date": "2026-01-20", "paid": 150, "inpatient": {"coveredDays": 1}}}, {"payer": {"name": "S", "id": "S1"}, "plan": "ppo", "memberID": "W2"}]}`, claim837.CodeNoPlace, "coverages[0].decision.inpatient"}})
}

func dollars(n int64) NullAmount { return decimal.NewNullDecimal(decimal.New(n, 0)) }

// Lists that are longer than a claim has room for are found where the room ends.
func TestRooms(t *testing.T) {
	list := func(n int, entry string) string {
		return "[" + strings.TrimSuffix(strings.Repeat(entry+",", n), ",") + "]"
	}
	stay := func(keys string) string { return `{"stay": {` + keys + `}}` }
	event, document := `{"code": "11", "date": "2026-01-05"}`, `{"kind": "consent", "how": "on-request"}`
	findMistakes(t, stayJSON, []mistake{
		{"reasons", stay(`"reasonsForVisit": ` + list(4, `"R07.9"`)), CodeTooMany, "stay.reasonsForVisit[3]"},
		{"causes", stay(`"externalCauses": ` + list(13, `"W01.0XXA"`)), CodeTooMany, "stay.externalCauses[12]"},
		{"procedures", stay(`"procedures": ` + list(26, `{"code": "0DTJ4ZZ", "date": "2026-01-05"}`)), CodeTooMany, "stay.procedures[25]"},
		{"occurrences", stay(`"occurrences": ` + list(25, event)), CodeTooMany, "stay.occurrences[24]"},
		{"spans", stay(`"occurrenceSpans": ` + list(25, `{"code": "70", "from": "2026-01-01", "through": "2026-01-05"}`)), CodeTooMany, "stay.occurrenceSpans[24]"},
		{"values with the days", stay(`"values": ` + list(24, `{"code": "54", "amount": 1}`)), CodeTooMany, "stay.values[24]"},
		{"treatments", stay(`"treatmentCodes": ` + list(25, `"A01"`)), CodeTooMany, "stay.treatmentCodes[24]"},
		{"exemptions", stay(`"deviceExemptions": ` + list(6, `"X1"`)), CodeTooMany, "stay.deviceExemptions[5]"},
		{"notes", stay(`"notes": ` + list(11, `{"about": "update", "text": "x"}`)), CodeTooMany, "stay.notes[10]"},
		{"attachments", `{"attachments": ` + list(11, document) + `}`, CodeTooMany, "attachments[10]"},
		{"conditions", `{"conditionCodes": ` + list(25, `"02"`) + `}`, CodeTooMany, "conditionCodes[24]"},
		{"file information", `{"fileInformation": ` + list(11, `"x"`) + `}`, CodeTooMany, "fileInformation[10]"},
		{"attachments of a service", `{"services": [{"revenueCode": "0250", "charge": 1, "attachments": ` + list(11, document) + `}]}`, CodeTooMany, "services[0].attachments[10]"},
		{"numbers of a payer", `{"coverages": [{"payer": {"name": "F", "id": "F1", "otherID": "1", "taxID": "123456789", "claimOffice": "3", "naic": "4"}, "plan": "ppo", "memberID": "W1"}]}`, CodeTooMany, "coverages[0].payer"},
		{"numbers of another payer", `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "W1"}, {"payer": {"name": "S", "id": "S1", "otherID": "1", "claimOffice": "3", "naic": "4"}, "plan": "ppo", "memberID": "W2"}]}`,
			CodeTooMany, "coverages[1].payer"},
		{"adjustments", `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "W1", "decision": {"date": "2026-01-20", "paid": 1, "adjustments": ` + list(31, `{"group": "CO", "reason": "45", "amount": 1}`) + `}},
			{"payer": {"name": "S", "id": "S1"}, "plan": "ppo", "memberID": "W2"}]}`, CodeTooMany, "coverages[0].decision.adjustments"},
		{"adjustments of a service", `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "W1", "decision": {"date": "2026-01-20", "paid": 1, "services": [{"service": 1, "paid": 1, "adjustments": ` + list(31, `{"group": "CO", "reason": "45", "amount": 1}`) + `}]}},
			{"payer": {"name": "S", "id": "S1"}, "plan": "ppo", "memberID": "W2"}]}`, CodeTooMany, "coverages[0].decision.services[0].adjustments"},
		{"decisions about one service", `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "W1", "decision": {"date": "2026-01-20", "paid": 1, "services": ` + list(16, `{"service": 1, "paid": 1}`) + `}},
			{"payer": {"name": "S", "id": "S1"}, "plan": "ppo", "memberID": "W2"}]}`, CodeTooMany, "services[0]"},
	})
	service := func(keys string) string { return `{"services": [{"code": "D1110", "charge": 1, ` + keys + `}]}` }
	findMistakes(t, dentalJSON, []mistake{
		{"notes of a dentist", `{"note": {"text": "x"}, "dental": {"notes": ` + list(5, `"x"`) + `}}`, CodeTooMany, "dental.notes[5]"},
		{"teeth that are missing", `{"dental": {"missingTeeth": ` + list(36, `"1"`) + `}}`, CodeTooMany, "dental.missingTeeth[35]"},
		{"teeth", service(`"teeth": ` + list(33, `"1"`)), CodeTooMany, "services[0].teeth[32]"},
		{"surfaces", service(`"teeth": [{"number": "1", "surfaces": "MODBLF"}]`), CodeTooMany, "services[0].teeth[0].surfaces"},
		{"parts of the mouth", service(`"oralCavity": ` + list(6, `"upper"`)), CodeTooMany, "services[0].oralCavity[5]"},
		{"predeterminations", service(`"predeterminations": ` + list(6, `{"number": "1"}`)), CodeTooMany, "services[0].predeterminations[5]"},
	})
}

// fullStay is a stay with as much of everything as a claim has room for.
func fullStay(t *testing.T, services int) *Encounter {
	t.Helper()
	e := laidOver(t, stayJSON, "")
	e.Services = nil
	for i := range services {
		e.Services = append(e.Services, Service{RevenueCode: "0250", Charge: dollars(int64(100 + i)), Units: dollars(1)})
	}
	s := e.Stay
	e.Diagnoses, s.Procedures, s.CoveredDays = nil, nil, NullAmount{}
	for i := range 25 {
		e.Diagnoses = append(e.Diagnoses, Diagnosis{Code: fmt.Sprintf("I%02d.%d", 10+i, i%10), PresentOnAdmission: "yes"})
		s.Procedures = append(s.Procedures, Procedure{Code: fmt.Sprintf("0DTJ4%02d", i), Date: s.Admission.Date})
	}
	for i := range 24 {
		code := fmt.Sprintf("A%c", 'A'+i)
		s.Values = append(s.Values, Value{Code: code, Amount: dollars(int64(i))})
		s.Occurrences = append(s.Occurrences, Occurrence{Code: fmt.Sprintf("%02d", 20+i), Date: s.Admission.Date})
		s.OccurrenceSpans = append(s.OccurrenceSpans, Span{Code: fmt.Sprintf("M%c", 'A'+i), From: s.Admission.Date, Through: s.Discharge.Date})
		s.TreatmentCodes = append(s.TreatmentCodes, code)
		e.ConditionCodes = append(e.ConditionCodes, x12.Code(code))
	}
	for i := range 12 {
		s.ExternalCauses = append(s.ExternalCauses, Diagnosis{Code: fmt.Sprintf("W%02dXXXA", i), PresentOnAdmission: "no"})
	}
	return e
}

// A stay with all that a claim has room for is written and comes back whole; the
// thousandth service is an error.
func TestFullStay(t *testing.T) {
	claim, found := fullStay(t, 999).Claim(testPractice(t))
	if claim == nil {
		t.Fatal(found)
	}
	file := segments(t, claim)
	back := claimsOf(t, []byte(strings.Join(file, "~")+"~"))
	if len(back) != 1 {
		t.Fatalf("%d claims come back", len(back))
	}
	c := back[0]
	i := c.Institutional
	for what, n := range map[string][2]int{"lines": {len(c.Lines), 999}, "diagnoses": {len(c.Diagnoses), 25}, "other procedures": {len(i.OtherProcedures), 24},
		"values": {len(i.ValueCodes), 24}, "occurrences": {len(i.Occurrences), 24}, "spans": {len(i.OccurrenceSpans), 24}, "conditions": {len(c.ConditionCodes), 24},
		"treatments": {len(i.TreatmentCodes), 24}, "external causes": {len(i.ExternalCauses), 12}} {
		if n[0] != n[1] {
			t.Errorf("%d %s come back, not %d", n[0], what, n[1])
		}
	}
	if c.Lines[998].Number != 999 || !c.Charge.Equal(claim.Charge) || c.Diagnoses[24].PresentOnAdmission != claim837.PresentYes || i.ValueCodes[23].Code != "AX" {
		t.Errorf("%+v", c)
	}
	if !bytes.Contains([]byte(strings.Join(file, "\n")), []byte("LX*999\nSV2*0250**1098*UN*1")) {
		t.Error("the last line is another")
	}
	claim, found = fullStay(t, 1000).Claim(testPractice(t))
	if claim != nil || len(found) != 1 || found[0].Code != CodeTooManyServices || found[0].Path != "services" {
		t.Errorf("1000 services: %v", found)
	}
}
