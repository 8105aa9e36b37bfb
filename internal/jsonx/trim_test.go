// SPDX-License-Identifier: Apache-2.0

package jsonx

import (
	"slices"
	"testing"
)

func TestTrimmed(t *testing.T) {
	type part struct {
		Text string   `json:"text"`
		List []string `json:"list"`
	}
	type whole struct {
		Name  string          `json:"name"`
		Part  *part           `json:"part"`
		Parts []part          `json:"parts"`
		Map   map[string]part `json:"map"`
		Kept  *part           `json:"kept"`
	}
	in := &whole{" A", &part{"b\u00a0", nil}, []part{{"", []string{"x", "y z ", "\t"}}}, map[string]part{"k": {Text: "c\n"}, "l": {Text: "d"}}, &part{Text: "É"}}
	var paths []string
	out := Trimmed(in, func(p string) { paths = append(paths, p) })
	if want := []string{"name", "part.text", "parts[0].list[1]", "parts[0].list[2]", "map.k.text"}; !slices.Equal(paths, want) {
		t.Errorf("%q, want %q", paths, want)
	}
	if out.Name != "A" || out.Part.Text != "b" || !slices.Equal(out.Parts[0].List, []string{"x", "y z", ""}) || out.Map["k"].Text != "c" || out.Map["l"].Text != "d" || out.Kept != in.Kept {
		t.Errorf("%+v", out)
	}
	if in.Name != " A" || in.Part.Text != "b\u00a0" || in.Parts[0].List[1] != "y z " || in.Map["k"].Text != "c\n" {
		t.Errorf("the original changed: %+v", in)
	}
	if again := Trimmed(out, func(p string) { t.Error(p) }); again != out {
		t.Error("what needs no change is copied")
	}
	if n := testing.AllocsPerRun(100, func() { Trimmed(out, nil) }); n > 8 {
		t.Errorf("%v allocations", n)
	}
	if Trimmed[whole](nil, nil) != nil {
		t.Error("nil")
	}
}
