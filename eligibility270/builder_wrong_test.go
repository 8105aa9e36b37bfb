// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// Requests as people write them wrong, with the whole answer: which field, and words
// that say what to do. Each fault is told once.
func TestWrongRequests(t *testing.T) {
	const plainRequest = `{"id": "F1", "payer": {"name": "Pine State Health", "id": "PSH01"}, "memberID": "PSH123456789",
		"subscriber": {"lastName": "Nguyen", "firstName": "Lena", "birthDate": "1984-07-19"}, "serviceTypes": ["office-visit"], "date": "2026-02-04"}`
	b := NewBuilder(ptr(readJSON[Practice](t, "practice")), &BuilderOptions{Now: noon})
	for _, x := range []struct {
		at, value string // at a key stands this; "" takes the key out
		want      []string
	}{
		{"date", `"2026-02-04"`, nil},
		{"date", `"02/04/2026"`, []string{"date: write year, month and day as in 2026-01-31"}},
		{"subscriber.birthDate", `"7/19/84"`, []string{"subscriber.birthDate: write year, month and day"}},
		{"subscriber.birthDate", `"2084-07-19"`, []string{"subscriber.birthDate: to come"}},
		{"serviceTypes", `"30"`, []string{"serviceTypes: put it in brackets"}},
		{"serviceTypes", `[30]`, []string{"serviceTypes[0]: put it in quotes"}},
		{"serviceTypes", `["ofice-visit"]`, []string{"serviceTypes[0]: the nearest is office-visit"}},
		{"serviceTypes", `["30", "plan"]`, []string{"serviceTypes[1]: two values"}},
		{"payer", `"Aetna"`, []string{"payer: an object is expected"}},
		{"payer", `{}`, []string{"payer.name: missing", "payer.id: give the number"}},
		{"memberID", `123`, []string{"memberID: put it in quotes"}},
		{"memberId", `"W1"`, []string{"memberId: the nearest is memberID"}},
		{"subscriber", `{}`, []string{"subscriber: the patient is not named"}},
		{"subscriber", ``, []string{"subscriber: the patient is not named"}},
		{"dependent", `{}`, []string{"dependent: the patient is not named"}},
		{"relationship", `"child"`, []string{"dependent: missing"}},
		{"subscriber.sex", `"woman"`, []string{"subscriber.sex: female, male"}},
		{"subscriber.ssn", `"123-45-678"`, []string{"subscriber.ssn: nine digits"}},
		{"subscriber.firstName", `"Lena 😀"`, []string{"subscriber.firstName: replace the character"}},
		{"subscriber.lastName", `"` + strings.Repeat("N", 80) + `"`, []string{"subscriber.lastName: at most 60 characters; shorten it"}},
		{"subscriber.address", `{"line1": "1 Elm", "city": "Portland", "state": "Maine", "zip": "04102"}`, []string{"subscriber.address.state: two letters"}},
		{"subscriber.address", `{"line1": "1 Elm", "city": "Portland", "state": "ME", "zip": "4102"}`, []string{"subscriber.address.zip: five or nine digits"}},
		{"subscriber.address", `{"line1": "1 Elm", "city": "Oslo", "zip": "0150", "country": "NO"}`, nil},
		{"procedures", `["99213"]`, []string{"procedures[0]: an object is expected"}},
		{"procedures", `[{}]`, []string{"procedures[0].code: missing"}},
		{"procedures", `[{"code": "99213."}]`, []string{"procedures[0].code: the form of CPT or HCPCS"}},
		{"procedures", `[{"code": "0120", "codeList": "cdt"}]`, []string{"procedures[0].code: D and four digits"}},
		{"procedures", `[{"code": "g0439"}, {"code": "0001U"}, {"code": "d0120", "codeList": "cdt"}]`, nil},
		{"diagnoses", `["Diabetes"]`, []string{"diagnoses[0]: as in E11.9"}},
		{"diagnoses", `["250.00"]`, []string{"diagnoses[0]: the form of an ICD code"}},
		{"diagnoses", `["e11.9", "J45909"]`, nil},
		{"placeOfService", `"office"`, []string{"placeOfService: as in 11 for an office"}},
		{"placeOfService", `11`, []string{"placeOfService: put it in quotes"}},
		{"provider", `{"organization": "X", "lastName": "Y", "npi": "1467890129"}`, []string{"provider.organization: two values"}},
		{"provider", `{"organization": "X", "npi": 1467890129}`, []string{"provider.npi: put it in quotes"}},
		{"provider", `{"organization": "X", "npi": "1467890120"}`, []string{"provider.npi: the provider's NPI"}},
		{"spendDown", `"$37.50"`, []string{"spendDown: digits, one point"}},
		{"spendDown", `"-37.50"`, []string{"spendDown: negative"}},
		{"treating", `{}`, []string{"treating.role: missing", "treating.npi: missing"}},
	} {
		var whole map[string]any
		if err := json.Unmarshal([]byte(plainRequest), &whole); err != nil {
			t.Fatal(err)
		}
		in, key := whole, x.at
		if outer, inner, ok := strings.Cut(x.at, "."); ok {
			in, key = whole[outer].(map[string]any), inner
		}
		if in[key] = json.RawMessage(x.value); x.value == "" {
			delete(in, key)
		}
		text, err := json.Marshal(whole)
		if err != nil {
			t.Fatal(err)
		}
		var r Request
		var found []x12.Issue
		if err := jsonx.Unmarshal(text, &r); err != nil {
			bad := (*jsonx.Error)(nil)
			if !errors.As(err, &bad) {
				t.Fatal(err)
			}
			found = []x12.Issue{{Code: "bad-json", Severity: x12.Error, Path: bad.Path, Detail: bad.Reason}}
		} else {
			_, found = b.Inquiry(&r)
		}
		found = slices.DeleteFunc(found, func(i x12.Issue) bool { return i.Severity == x12.Info })
		ok := len(found) == len(x.want)
		for n, want := range x.want {
			path, words, _ := strings.Cut(want, ": ")
			ok = ok && found[n].Path == path && strings.Contains(found[n].Detail, words)
		}
		if !ok {
			t.Errorf("%s is %s: got %v, want %q", x.at, x.value, found, x.want)
		}
	}
}

func ptr[T any](v T) *T { return &v }
