// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

func TestClaimJSONHoldsEveryField(t *testing.T) {
	c := filledClaim()
	var empty []string
	testkit.Unset("", reflect.ValueOf(c).Elem(), &empty)
	if len(empty) > 0 {
		t.Fatalf("not filled: %v", empty)
	}
	b, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var back Claim
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(*c, back, testkit.EqualTime); d != "" {
		t.Errorf("the claim changed on its way through JSON (-was +is):\n%s", d)
	}
	for _, key := range []string{`"id":`, `"billingProvider":{"at":{`, `"ein":`, `"subscriber":{`, `"patient":{`, `"submission":{`, `"hcpcsPayable":`} {
		if !strings.Contains(string(b), key) {
			t.Errorf("the JSON has no %s", key)
		}
	}
}

func TestClaimJSONOfNothing(t *testing.T) {
	b, err := json.Marshal(&Claim{})
	if err != nil || string(b) != `{"charge":"0"}` {
		t.Errorf("an empty claim is %s, %v", b, err)
	}
	b, err = json.Marshal(Claim{
		Kind: Professional, Charge: decimal.New(15000, -2), PatientPaid: decimal.NewNullDecimal(decimal.New(0, -1)),
		FileInformation: []string{"", "caf\xe9"}, Notes: []Note{{}}, Onset: 20260131, Diagnoses: []Diagnosis{},
	})
	want := `{"kind":"837P","charge":"150.00","onset":"2026-01-31","patientPaid":"0.0","fileInformation":["","caf` + "\uf7e9" + `"],"notes":[{}]}`
	if err != nil || string(b) != want {
		t.Errorf("got  %s, %v\nwant %s", b, err, want)
	}
	var back Claim
	if err := json.Unmarshal(b, &back); err != nil || back.FileInformation[1] != "caf\xe9" || back.Charge.Exponent() != -2 || len(back.Notes) != 1 {
		t.Errorf("read as %+v, %v", back, err)
	}
}

func TestClaimJSONIsStrict(t *testing.T) {
	for in, want := range map[string]string{
		`{"chrage":"1"}`:                           "chrage: there is no such key",
		`{"Charge":"1"}`:                           "Charge: there is no such key",
		`{"lines":[{},{"charge":"1,5"}]}`:          "lines[1].charge: not an amount",
		`{"lines":[{},{"unit":5}]}`:                "lines[1].unit: a string is expected, a number stands here",
		`{"charge":"1","charge":"2"}`:              "charge: the key comes twice",
		`{"charge":1e3}`:                           "charge: not an amount",
		`{"kind":"837X"}`:                          "kind: claim837: kind is none of",
		`{"onset":"2026-02-30"}`:                   "onset: not a day of the calendar; write year, month and day as in 2026-01-31",
		`{"subscriber":{"rest":[{"segment":[]}]}}`: "subscriber.rest[0]: x12: a segment is an array",
		`{"contract":[]}`:                          "contract: an object is expected, an array stands here",
	} {
		var c Claim
		err := json.Unmarshal([]byte(in), &c)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", in, err, want)
		}
	}
}

// A type that holds an amount must write its JSON itself: the decimal package
// drops zeros at the end of an amount.
func TestEveryTypeWithAmountsKeepsTheirScale(t *testing.T) {
	n := testkit.JSONTypes(t, reflect.TypeFor[Claim](), func(v any) {
		if c, ok := v.(*Claim); ok {
			c.Kind = Professional
		}
	})
	if n < 40 {
		t.Errorf("only %d types were visited", n)
	}
}
