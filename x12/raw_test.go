// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

func TestRawJSON(t *testing.T) {
	tests := []struct {
		raw  x12.Raw
		want string
	}{
		{x12.Raw{Tag: "REF", Elements: []x12.RawElement{{{"G1"}}, {{""}}, {{"A1"}}}}, `{"segment":["REF","G1","","A1"]}`},
		{x12.Raw{After: 3, Tag: "LE"}, `{"after":3,"segment":["LE"]}`},
		{x12.Raw{Replaces: true, Tag: "CLM", Elements: []x12.RawElement{{{"1,250.50"}}}}, `{"replaces":true,"segment":["CLM","1,250.50"]}`},
		{x12.Raw{Tag: "HI", Elements: []x12.RawElement{{{"ABK", "J069"}}, {{"A", "", "C"}}}}, `{"segment":["HI",["ABK","J069"],["A","","C"]]}`},
		{x12.Raw{Tag: "DMG", Elements: []x12.RawElement{{{"A"}, {"B", "C"}, {""}}}}, `{"segment":["DMG",[["A"],["B","C"],[""]]]}`},
		{x12.Raw{Tag: "NTE", Elements: []x12.RawElement{{{"\"x\" & <y> é \n"}}}}, ""},
		{x12.Raw{Tag: "", Elements: []x12.RawElement{{{"x"}}}}, `{"segment":["","x"]}`},
	}
	for _, tt := range tests {
		b, err := json.Marshal(tt.raw)
		if err != nil || tt.want != "" && string(b) != tt.want {
			t.Errorf("got %s, %v; want %s", b, err, tt.want)
		}
		var back x12.Raw
		if err := json.Unmarshal(b, &back); err != nil {
			t.Errorf("%s: %v", b, err)
		}
		if len(tt.raw.Elements) == 0 {
			tt.raw.Elements = []x12.RawElement{}
		}
		if !reflect.DeepEqual(back, tt.raw) {
			t.Errorf("%s is read as %+v, want %+v", b, back, tt.raw)
		}
	}
	for _, bad := range []string{`{}`, `{"segment":[]}`, `{"segment":{}}`, `{"segment":[1]}`, `{"segment":["REF",1]}`, `{"segment":["REF",[1]]}`,
		`{"segment":["REF",[["A"],"B"]]}`, `{"segment":["REF",{"a":1}]}`, `{"segment":"REF"}`, `[]`, `{"after":"x","segment":["A"]}`} {
		var r x12.Raw
		if err := json.Unmarshal([]byte(bad), &r); err == nil {
			t.Errorf("%s is read as %+v, want an error", bad, r)
		}
	}
	for _, empty := range []x12.RawElement{nil, {}, {{}}} { // nothing, however it is put
		if b, err := json.Marshal(empty); err != nil || string(b) != `""` {
			t.Errorf("%v is %s, %v", empty, b, err)
		}
	}
}

func TestRawElement(t *testing.T) {
	r := x12.Raw{Tag: "X", Elements: []x12.RawElement{{{"A"}}, {{"B", "C"}, {"D"}}, nil, {{}}}}
	for i, want := range []string{"", "A", "B", "", "", ""} {
		if got := r.Element(i); got != want {
			t.Errorf("element %d is %q, want %q", i, got, want)
		}
	}
	if r.Element(-1) != "" {
		t.Error("element -1 is not empty")
	}
	c := r.Clone()
	c.Elements[1][0][1] = "changed"
	if r.Elements[1][0][1] != "C" || c.Tag != "X" || len(c.Elements) != 4 {
		t.Errorf("a clone shares: %+v", r)
	}
}

func TestSegmentRaw(t *testing.T) {
	in := isa + "HI*ABK:J069*A^B:*^**:*LAST***~LE~X**~"
	want := []x12.Raw{
		{Tag: "HI", Elements: []x12.RawElement{{{"ABK", "J069"}}, {{"A"}, {"B", ""}}, {{""}, {""}}, {{""}}, {{"", ""}}, {{"LAST"}}}},
		{Tag: "LE"},
		{Tag: "X"},
	}
	var got []x12.Raw
	for s, err := range x12.NewReader(strings.NewReader(in), nil).Segments() {
		if err != nil {
			t.Fatal(err)
		}
		if s.Tag() != "ISA" {
			got = append(got, s.Raw())
		}
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}
