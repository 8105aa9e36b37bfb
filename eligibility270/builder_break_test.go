// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// fullRequests have every text field of a request, in requests that can be built.
var fullRequests = []string{
	`{"id": "F1", "payer": {"name": "Pine State Health", "id": "PSH01", "idKind": "payer", "kind": "payer"},
	"provider": {"kind": "provider", "lastName": "Ames", "firstName": "Clara", "middleName": "B", "suffix": "MD", "npi": "1467890129", "taxonomy": "207Q00000X", "role": "performing",
		"address": {"line1": "12 Quay Street", "line2": "Floor 2", "city": "Portland", "state": "ME", "zip": "04101"}, "numbers": [{"kind": "license", "number": "SC-1180", "state": "ME"}]},
	"memberID": "PSH123456789", "subscriber": {"lastName": "Nguyen", "firstName": "Lena", "middleName": "T", "suffix": "JR", "birthDate": "1984-07-19", "sex": "female",
		"groupNumber": "G-4410", "account": "ACC-1", "ssn": "123-45-6789", "casualtyClaim": "CC-9", "numbers": [{"kind": "card", "number": "77"}, {"kind": "policy", "number": "78"}],
		"address": {"line1": "3 Elm Court", "line2": "Unit 2", "city": "Portland", "state": "ME", "zip": "04102"}},
	"serviceTypes": ["office-visit", "30"], "placeOfService": "11", "diagnoses": ["E11.9", "I10"], "diagnosisCodes": "icd-10", "authorization": "AU-1",
	"treating": {"role": "primary-care", "npi": "1467890129"}, "date": "2026-03-04", "department": "FRONT DESK"}`,
	`{"id": "F2", "payer": {"name": "Granite Mutual", "id": "88088", "idKind": "naic", "kind": "administrator"},
	"provider": {"organization": "Harbor Surgery Center", "kind": "facility", "payerNumber": "P-77"},
	"memberID": "GM-1", "subscriber": {"lastName": "Doe", "firstName": "Ana", "birthDate": "1990-01-31"},
	"dependent": {"lastName": "Doe", "firstName": "Theo", "middleName": "X", "suffix": "II", "birthDate": "2015-11-02", "sex": "male", "groupNumber": "G-1", "numbers": [{"kind": "card", "number": "79"}],
		"address": {"line1": "4 Elm Court", "line2": "Unit 3", "city": "Oslo", "state": "03", "zip": "0150", "country": "NO"}}, "relationship": "child",
	"procedures": [{"code": "99213", "codeList": "hcpcs", "modifiers": ["25", "GT"], "diagnoses": ["J45.909"]}, {"code": "D0120", "codeList": "cdt"}], "diagnoses": ["J45.909"],
	"referral": "RF-9", "treating": {"role": "referring", "taxonomy": "207Q00000X"}, "date": "2026-03-05"}`,
	`{"id": "F3", "payer": {"name": "State Medicaid", "id": "M1"}, "provider": {"organization": "Harbor Home Care", "taxID": "84-1234567"}, "memberID": "M55", "subscriber": {"organization": "Quay Works", "groupNumber": "1"},
	"spendDown": "37.50", "date": "2026-03-05"}`,
	`{"id": "F4", "payer": {"name": "State Medicaid", "id": "M1"}, "provider": {"lastName": "Ames", "firstName": "Clara", "ssn": "123-45-6789"}, "memberID": "M55", "subscriber": {"lastName": "Roe", "firstName": "Sam", "birthDate": "1950-12-31"},
	"serviceTypes": ["30"], "date": "2026-03-05"}`,
	`{"id": "F5", "payer": {"name": "State Medicaid", "id": "M1"}, "memberID": "M55", "subscriber": {"lastName": "Roe", "firstName": "Sam", "birthDate": "1950-12-31"}, "date": "2026-03-05",
	"practice": {"provider": {"organization": "Harbor Family Medicine", "npi": "1234567893"}, "traceOwner": "9123456789", "interchange": {"senderID": "A", "receiverID": "B"}}}`,
}

// Each text of a request is broken in several ways, one at a time: one issue names
// it, and no other.
func TestBreakEveryText(t *testing.T) {
	p := readJSON[Practice](t, "practice")
	b := NewBuilder(&p, &BuilderOptions{Now: noon})
	tried := 0
	for n, text := range fullRequests {
		var whole map[string]any
		if err := json.Unmarshal([]byte(text), &whole); err != nil {
			t.Fatal(err)
		}
		inquiryOf := func() []x12.Issue {
			text, _ := json.Marshal(whole)
			var r Request
			if err := jsonx.Unmarshal(text, &r); err != nil {
				return []x12.Issue{{Code: "bad-json", Severity: x12.Error, Path: strings.Split(err.Error(), ":")[0]}}
			}
			_, found := b.Inquiry(&r)
			return found
		}
		before := inquiryOf()
		for _, i := range before {
			if i.Severity == x12.Error {
				t.Fatalf("request %d: %v", n+1, i)
			}
		}
		breakTexts(whole, "", func(at, how string, value func(string) string, set func(func(string) string)) {
			if strings.Contains(at, "interchange") {
				return // Envelope tells it
			}
			set(value)
			found := inquiryOf()
			found = slices.DeleteFunc(found, func(i x12.Issue) bool {
				return slices.ContainsFunc(before, func(k x12.Issue) bool { return k == i })
			})
			tried++
			if how == "blanks" {
				isDate := strings.HasSuffix(at, "ate") && len(found) == 1 && found[0].Code == "bad-json" || strings.HasSuffix(at, "spendDown") && len(found) == 1
				if !isDate && (len(found) != 1 || found[0].Code != CodeTrimmed || found[0].Path != at) {
					t.Errorf("request %d: %s with blanks: %v", n+1, at, found)
				}
				return
			}
			if errs := slices.DeleteFunc(found, func(i x12.Issue) bool { return i.Severity != x12.Error }); len(errs) != 1 || errs[0].Path != at {
				t.Errorf("request %d: %s %s: %v", n+1, at, how, errs)
			}
		})
	}
	if tried < 200 {
		t.Errorf("%d are few", tried)
	}
}

// breakTexts calls try for each text below v and each way to break it.
func breakTexts(v any, path string, try func(at, how string, value func(string) string, set func(func(string) string))) {
	ways := map[string]func(string) string{
		"too long":            func(string) string { return strings.Repeat("A1", 600) },
		"a foreign character": func(s string) string { return s + "Ж" },
		"blanks":              func(s string) string { return " " + s + "  " },
	}
	one := func(old any, at string, put func(any)) {
		text, ok := old.(string)
		if !ok {
			breakTexts(old, at, try)
			return
		}
		for _, how := range slices.Sorted(maps.Keys(ways)) {
			try(at, how, ways[how], func(value func(string) string) { put(value(text)) })
			put(text)
		}
	}
	switch v := v.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			one(v[key], strings.TrimPrefix(path+"."+key, "."), func(text any) { v[key] = text })
		}
	case []any:
		for i := range v {
			one(v[i], fmt.Sprintf("%s[%d]", path, i), func(text any) { v[i] = text })
		}
	}
}

// A value of nothing but blanks is none, and an unknown service lists the words.
func TestBlankAndUnknown(t *testing.T) {
	p := readJSON[Practice](t, "practice")
	p.Provider.Organization += " "
	r := Request{ID: "1", Payer: PayerInfo{Name: "  ", ID: "P1"}, MemberID: "W1", ServiceTypes: []string{"ofice-visit"}, Date: 20260304,
		Subscriber: PersonInfo{LastName: "Roe", FirstName: "Sam", BirthDate: 19501231}}
	q, found := NewBuilder(&p, nil).Inquiry(&r)
	var got []string
	for _, i := range found {
		got = append(got, string(i.Code)+" "+i.Path)
	}
	want := []string{"blanks-trimmed payer.name", "blanks-trimmed practice.provider.organization", "missing-value payer.name", "unknown-word serviceTypes[0]"}
	if q != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if text := found[len(found)-1].Detail; !strings.Contains(text, "the nearest is office-visit") {
		t.Error(text)
	}
	if r.Payer.Name != "  " {
		t.Error("the request was changed")
	}
}

// What is wrong with the head of a set names its field in the first set, too, that a
// checker writes.
func TestBreakHeadOfTheFirstSet(t *testing.T) {
	fresh := stream.Checker[Inquiry]{New: checker.New, Missing: checker.Missing}
	p := &Practice{Provider: ProviderInfo{Organization: "CLINIC", NPI: "1467890129"}}
	r := &Request{MemberID: "M1", Payer: PayerInfo{Name: "PLAN", ID: "P1"}}
	r.Subscriber.LastName, r.Subscriber.FirstName = "DOE", "ANN"
	q, found := r.Inquiry(p)
	if q == nil {
		t.Fatal(found)
	}
	q.Transaction = &Transaction{Purpose: PurposeRequest, Reference: "A\u20ac", Date: 20260101}
	for range 2 {
		var found []string
		fresh.Report(q, x12.Extended, func(i x12.Issue) { found = append(found, string(i.Code)+" "+i.Path) })
		if !slices.Contains(found, "character-set transaction.reference") {
			t.Errorf("found %q", found)
		}
	}
}
