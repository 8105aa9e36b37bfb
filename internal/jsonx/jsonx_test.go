// SPDX-License-Identifier: Apache-2.0

package jsonx

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

func TestKey(t *testing.T) {
	for name, want := range map[string]string{
		"ID": "id", "NPI": "npi", "TaxID": "taxID", "HCPCSPayable": "hcpcsPayable",
		"Name": "name", "EPSDTReferral": "epsdtReferral", "A": "a", "LastXRay": "lastXRay", "XRay": "xRay",
	} {
		if got := Key(name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}

func TestStringsKeepEveryByte(t *testing.T) {
	tests := []string{"", "plain", "caf\xe9", "café", "\xef\x9e\x80", "\xef\x9f\xbf\xef", "a\x00b\x1f\"\\\n", "\xf0\x9f\x98\x80", "\ufffd", "\xed\xa0\x80", "\uf7ff\uf780\uf77f\uf800"}
	for i := range 256 {
		tests = append(tests, string([]byte{byte(i)}), string([]byte{'a', byte(i), 'b'}), string([]byte{0xef, byte(i), 0x80}))
	}
	for _, s := range tests {
		b := AppendString(nil, s)
		if !json.Valid(b) {
			t.Errorf("%q gives %q, which is no JSON", s, b)
		}
		var std string
		if err := json.Unmarshal(b, &std); err != nil || Text(std) != s {
			t.Errorf("%q comes back as %q through encoding/json, %v", s, Text(std), err)
		}
		var own string
		if err := Unmarshal(b, &own); err != nil || own != s {
			t.Errorf("%q comes back as %q, %v", s, own, err)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add("caf\xe9 \uf7ff \"")
	f.Fuzz(func(t *testing.T, s string) {
		var back string
		b := AppendString(nil, s)
		if err := Unmarshal(b, &back); err != nil || back != s || !json.Valid(b) {
			t.Errorf("%q became %q: %v", s, back, err)
		}
	})
}

type inner struct {
	Amount decimal.Decimal
	Maybe  decimal.NullDecimal
}

type sample struct {
	ID      string
	Count   int
	Small   uint8
	Flag    *bool
	Inner   inner
	List    []inner
	Names   map[string]inner
	Raw     json.RawMessage
	Tagged  string `json:"other,omitempty"`
	Hidden  string `json:"-"`
	private int
}

func TestRoundTrip(t *testing.T) {
	no := false
	amount := func(s string) decimal.Decimal { d, _ := parseDecimal(s); return d }
	v := sample{
		ID: "x", Count: -5, Small: 255, Flag: &no, Inner: inner{amount("150.00"), decimal.NewNullDecimal(amount("0.0"))},
		List: []inner{{}, {Amount: amount("-0.50")}}, Names: map[string]inner{"b": {}, "a": {Amount: amount("123456789012345678901.5")}},
		Raw: json.RawMessage(`{"a":[1,2]}`), Tagged: "t",
	}
	b, err := Marshal(v)
	want := `{"id":"x","count":-5,"small":255,"flag":false,"inner":{"amount":"150.00","maybe":"0.0"},"list":[{"amount":"0"},{"amount":"-0.50"}],` +
		`"names":{"a":{"amount":"123456789012345678901.5"},"b":{"amount":"0"}},"raw":{"a":[1,2]},"other":"t"}`
	if err != nil || string(b) != want {
		t.Fatalf("got  %s, %v\nwant %s", b, err, want)
	}
	var back sample
	if err := Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	again, _ := Marshal(back)
	if string(again) != want || !reflect.DeepEqual(back.Raw, v.Raw) || *back.Flag {
		t.Errorf("got %s", again)
	}
	if b, err := Marshal(sample{private: 1, Hidden: "h"}); err != nil || string(b) != `{}` {
		t.Errorf("nothing is %s, %v", b, err)
	}
}

func TestUnmarshalSaysWhere(t *testing.T) {
	for in, want := range map[string]string{
		``:                                   "an object is expected, the end stands here",
		`[]`:                                 "an object is expected, an array stands here",
		`{"id":"a"} x`:                       "more text follows the value",
		`{"id":1}`:                           "id: a string is expected, a number stands here; put it in quotes",
		`{"list":{"amount":1}}`:              "list: an array is expected, an object stands here; put it in brackets",
		`{"list":[{},{"amount":true}]}`:      "list[1].amount: an amount is expected, true or false stands here",
		`{"names":{"k":{"x":1}}}`:            "names.k.x: there is no such key",
		`{"names":{"k":{},"k":{}}}`:          "names.k: the key comes twice",
		`{"count":1.5}`:                      "count: a whole number is expected",
		`{"small":256}`:                      "small: a whole number from 0 on is expected",
		`{"id":"a`:                           "id: the string does not end",
		`{"id":"\q"}`:                        "id: there is no such escape",
		`{"id":"\ud800"}`:                    "id: the escape",
		"{\"id\":\"\xff\"}":                  "id: the text is not UTF-8",
		"{\"id\":\"a\nb\"}":                  "id: a control character",
		`{"id":"a",}`:                        "a string is expected",
		`{"id" "a"}`:                         "id: a colon is missing",
		`{"raw":` + strings.Repeat("[", 500): "raw",
		`{"inner":{"amount":"1.2.","maybe":null}`: "inner.amount: not an amount",
		`{"inner":{"amount":"+1"}}`:               "inner.amount: not an amount",
		`{"inner":{"amount":01}}`:                 "inner.amount: not an amount",
		`{"Hidden":"x"}`:                          "Hidden: there is no such key",
	} {
		var v sample
		err := Unmarshal([]byte(in), &v)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.60s: %v, want %s", in, err, want)
		}
	}
}

func TestAmountsOfImpossibleSizeAreRefused(t *testing.T) {
	for _, d := range []decimal.Decimal{decimal.New(1, 1<<30), decimal.New(1, -1<<30)} {
		if _, err := Marshal(inner{Amount: d}); err == nil {
			t.Errorf("an amount with exponent %d is written", d.Exponent())
		}
	}
}

func FuzzUnmarshal(f *testing.F) {
	f.Add([]byte(`{"id":"x","inner":{"amount":"1.50"},"list":[{}],"names":{"a":{}},"raw":[1]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var v sample
		if Unmarshal(b, &v) != nil {
			return
		}
		if !json.Valid(b) {
			t.Fatalf("%q is read, but is no JSON", b)
		}
		one, err := Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		var back sample
		if err := Unmarshal(one, &back); err != nil {
			t.Fatalf("%s is not read: %v", one, err)
		}
		if two, _ := Marshal(back); string(two) != string(one) {
			t.Errorf("%s became %s", one, two)
		}
	})
}
