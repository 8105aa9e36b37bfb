// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// Encounters as people write them wrong, with the whole answer: which field, and words
// that say what to do. Each fault is told once.
func TestWrongEncounters(t *testing.T) {
	const (
		office, stay, surgery, dentist = "01-subscriber", "institutional/01-inpatient", "institutional/02-outpatient-surgery", "dental/01-filling"
		aBiller                        = `{"organization": "X", "npi": "1467890129", "taxID": "36-4417120", "contactName": "Z", "phone": "PHONE", "address": {"line1": "1 Oak", "city": "Springfield", "state": "IL", "zip": "62704-2315"}}`
	)
	for _, x := range []struct {
		of, at, value string   // at a path stands this; "" takes the key out
		want          []string // "path: words" of each error and warning
	}{
		// amounts and numbers
		{office, "services[0].charge", `"$186.00"`, []string{"services[0].charge: digits, one point"}},
		{office, "services[0].charge", `"1,186.00"`, []string{`services[0].charge: as in "150.00"`}},
		{office, "services[0].charge", `{"amount": 186}`, []string{"services[0].charge: an amount is expected"}},
		{office, "services[0].charge", `186.005`, []string{"services[0].charge: two digits for money"}},
		{office, "services[0].charge", `-5`, []string{"services[0].charge: a charge is negative"}},
		{office, "services[0].units", `0`, []string{"services[0].units: zero or less"}},
		{office, "services[0].units", `-1`, []string{"services[0].units: zero or less"}},
		{office, "services[0].units", `"two"`, []string{"services[0].units: not an amount"}},
		{office, "patientPaid", `"-25.00"`, []string{"patientPaid: negative"}},
		{office, "patientPaid", `"2500"`, []string{"patientPaid: (at most $266.50, got $2,500.00)"}},
		// dates and times
		{office, "date", `"01/12/2026"`, []string{"date: write year, month and day as in 2026-01-31"}},
		{office, "date", `"2026-02-30"`, []string{"date: not a day of the calendar"}},
		{office, "date", `"2027-01-12"`, []string{"date: later than the day on which the claim is sent"}},
		{office, "patient.birthDate", `"06/14/78"`, []string{"patient.birthDate: write year, month and day"}},
		{office, "patient.birthDate", `"2026-02-14"`, []string{"patient.birthDate: born after the first service"}},
		{office, "services[0].date", `"1970-01-02"`, []string{"patient.birthDate: born after the first service"}},
		{office, "endDate", `"2026-01-02"`, []string{"endDate: ends before it begins"}},
		{stay, "stay.admission.hour", `"3:45 AM"`, []string{"stay.admission.hour: as in 09:15"}},
		{stay, "stay.admission.date", `"2026-01-20"`, []string{"stay.admission.date: after the last day"}},
		{stay, "stay.discharge.date", `"2026-01-10"`, []string{"stay.admission.date: after the last day"}},
		{stay, "stay.admission.date", ``, []string{"stay.admission.date: missing"}},
		// codes
		{office, "services[0].code", `"99214-25"`, []string{"services[0].code: give the modifier in modifiers"}},
		{office, "services[0].code", `"9921"`, []string{"services[0].code: five digits"}},
		{office, "services[0].code", `99214`, []string{"services[0].code: put it in quotes"}},
		{office, "services[0].modifiers", `"25"`, []string{"services[0].modifiers: put it in brackets"}},
		{office, "services[0].modifiers", `["25,59"]`, []string{"services[0].modifiers[0]: two characters each"}},
		{office, "services[0].modifiers", `["25", "59", "76", "77", "LT"]`, []string{"services[0].modifiers[4]: room for four modifiers"}},
		{office, "placeOfService", `"office"`, []string{"placeOfService: as in 11 for an office"}},
		{office, "placeOfService", `11`, []string{"placeOfService: put it in quotes"}},
		{office, "diagnoses[0]", `"Diabetes"`, []string{"diagnoses[0]: the form of an ICD code"}},
		{office, "diagnoses", `"E11.65"`, []string{"diagnoses: put it in brackets"}},
		{office, "services[0].diagnoses", `["A", "B"]`, []string{"services[0].diagnoses[0]: give its code", "services[0].diagnoses[1]: give its code"}},
		{office, "services[0].diagnoses", `["9"]`, []string{"services[0].diagnoses[0]: give its code"}},
		{office, "services[0].diagnoses", `["I10", "I10"]`, []string{"services[0].diagnoses: points twice"}},
		{office, "services[0].diagnoses", `["J45.909"]`, []string{"services[0].diagnoses[0]: add it to the diagnoses"}},
		{office, "clia", `"14D098765"`, []string{"clia: as in 12D3456789"}},
		{stay, "stay.admission.priority", `"newborn"`, []string{"stay.admission.origin: born-here"}},
		{stay, "stay.discharge.status", `"discharged"`, []string{"stay.discharge.status: take one of home"}},
		{stay, "stay.billType", `"0131"`, []string{"stay.billType: two values"}},
		{stay, "stay.procedures[0].code", `"44970"`, []string{"stay.procedures[0].code: ICD-10-PCS"}},
		{stay, "services[0].revenueCode", `"01200"`, []string{"services[0].revenueCode: four digits"}},
		{stay, "diagnoses[0].presentOnAdmission", `true`, []string{"diagnoses[0].presentOnAdmission: a string is expected"}},
		{surgery, "services[0].code", ``, []string{"services[0].code: missing"}},
		{dentist, "services[2].teeth", `["33"]`, []string{"services[2].teeth[0].number: 1 to 32 or A to T"}},
		{dentist, "services[2].teeth", `[{"number": "14", "surfaces": "MX"}]`, []string{"services[2].teeth[0].surfaces: B, D, F, I, L, M, O"}},
		{dentist, "services[0].code", `"0120"`, []string{"services[0].code: D and four digits"}},
		{dentist, "services[0].diagnoses", `["K02.9"]`, []string{"diagnoses: the encounter has none"}},
		// people and places
		{office, "patient.address.zip", `62704`, []string{"patient.address.zip: put it in quotes"}},
		{office, "patient.address.zip", `"6270"`, []string{"patient.address.zip: five or nine digits"}},
		{office, "patient.address.state", `"Illinois"`, []string{"patient.address.state: the two letters"}},
		{office, "patient.firstName", `"Grace 😀"`, []string{"patient.firstName: replace the character"}},
		{office, "patient.lastName", `"` + strings.Repeat("Wolfe", 20) + `"`, []string{"patient.lastName: at most 60 characters; shorten it"}},
		{office, "patient.sex", `"woman"`, []string{"patient.sex: female, male"}},
		{office, "patient.ssn", `"123-45-678"`, []string{"patient.ssn: nine digits"}},
		{office, "providers.billing", strings.Replace(aBiller, "PHONE", "555-0150", 1), []string{"providers.billing.phone: ten digits"}},
		{office, "providers.billing", strings.Replace(aBiller, "PHONE", "217-555-0150 ext 12", 1), []string{"providers.billing.phone: an extension by itself"}},
		{office, "providers.billing", strings.Replace(aBiller, `"phone": "PHONE"`, `"extension": "12"`, 1), []string{"providers.billing.phone: an extension is given"}},
		{office, "providers.billing", strings.NewReplacer("PHONE", "217-555-0150", "1467890129", "364417120", "36-4417120", "1467890129").Replace(aBiller),
			[]string{"providers.billing.taxID: nine digits", "providers.billing.npi: ten digits"}},
		{office, "providers.rendering", `"okafer"`, []string{"providers.rendering: the nearest is okafor"}},
		{office, "providers.rendering", `["okafor"]`, []string{"providers.rendering: an object is expected"}},
		{office, "coverages[0].memberID", `448120931`, []string{"coverages[0].memberID: put it in quotes"}},
		{office, "coverages[0].relationship", `"son"`, []string{"coverages[0].relationship: take one of self"}},
		{office, "coverages[0].relationship", `"child"`, []string{"coverages[0].insured: missing"}},
		// things that are missing, empty or in the wrong place
		{office, "patient", `{}`, []string{"patient: name, birth date, sex and address"}},
		{office, "patient", ``, []string{"patient: name, birth date, sex and address"}},
		{office, "patient", `{"lastName": "Doe", "firstName": "Jane"}`, []string{"patient.address: no address", "patient.birthDate: no birth date", "patient.sex: no sex"}},
		{office, "patient", `"Grace Abernathy"`, []string{"patient: an object is expected"}},
		{office, "coverages", `[{}]`, []string{"coverages[0]: payer, plan and member id"}},
		{office, "coverages", `{"plan": "ppo"}`, []string{"coverages: put it in brackets"}},
		{office, "coverages[0].payer", `{}`, []string{"coverages[0].payer.name: missing", "coverages[0].payer.id: missing"}},
		{office, "coverages[0].memberId", `"W1"`, []string{"coverages[0].memberId: the nearest is memberID"}},
		{office, "services", `[]`, []string{"services: missing"}},
		{office, "services", `[{}]`, []string{"services[0]: the service is empty"}},
		{office, "services", `["99213"]`, []string{"services[0]: an object is expected"}},
		{office, "services[0].charge", ``, []string{"services[0].charge: missing"}},
		{office, "accident", `{}`, []string{"accident: auto, employment or other"}},
		{office, "accident", `{"date": "2026-01-10", "state": "IL"}`, []string{"accident: auto, employment or other"}},
		{office, "corrects", `{}`, []string{"corrects.action: missing", "corrects.claimNumber: missing"}},
		{office, "diagnosis", `["I10"]`, []string{"diagnosis: the nearest is diagnoses"}},
		{stay, "stay", ``, []string{"stay: give stay"}},
		{stay, "stay.admission", `{}`, []string{"stay.admission.date: missing", "stay.admission.priority: missing"}},
		{stay, "dental", `{}`, []string{"dental: two values"}},
		{stay, "providers.attending", `{}`, []string{"providers.attending: the provider is empty"}},
		{dentist, "dental", ``, []string{"dental: give dental"}},
	} {
		found := wrongEncounter(t, x.of, x.at, x.value)
		ok := len(found) == len(x.want)
		for n, want := range x.want {
			path, words, _ := strings.Cut(want, ": ")
			ok = ok && found[n].Path == path && strings.Contains(found[n].Detail, words)
		}
		if !ok {
			t.Errorf("%s: %s is %s: got %v, want %q", x.of, x.at, x.value, found, x.want)
		}
	}
}

// wrongEncounter builds a fixture with one value changed, and returns what is an error
// or a warning.
func wrongEncounter(t *testing.T, name, at, value string) []x12.Issue {
	t.Helper()
	var whole any
	if err := json.Unmarshal(readJSON(t, fixtures+"/"+name+".json", new(Encounter)), &whole); err != nil {
		t.Fatal(err)
	}
	changeAt(whole, strings.Split(strings.ReplaceAll(at, "[", ".["), "."), value)
	text, err := json.Marshal(whole)
	if err != nil {
		t.Fatal(err)
	}
	var e Encounter
	if err := jsonx.Unmarshal(text, &e); err != nil {
		bad := (*jsonx.Error)(nil)
		if !errors.As(err, &bad) {
			t.Fatal(err)
		}
		return []x12.Issue{{Code: "bad-json", Severity: x12.Error, Path: bad.Path, Detail: bad.Reason}}
	}
	_, found := NewBuilder(fixturePractice(t), &BuilderOptions{Today: x12.DateOf(made)}).Claim(&e)
	return slices.DeleteFunc(found, func(i x12.Issue) bool { return i.Severity == x12.Info })
}

// changeAt puts a value, as JSON, at a path below v; none takes the key out.
func changeAt(v any, path []string, value string) {
	key := path[0]
	if list, ok := v.([]any); ok {
		i := int(key[1] - '0')
		if len(path) > 1 {
			changeAt(list[i], path[1:], value)
			return
		}
		list[i] = json.RawMessage(value)
		return
	}
	object := v.(map[string]any)
	switch {
	case len(path) > 1:
		changeAt(object[key], path[1:], value)
	case value == "":
		delete(object, key)
	default:
		object[key] = json.RawMessage(value)
	}
}
