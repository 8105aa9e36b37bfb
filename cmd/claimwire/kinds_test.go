// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var totalCharge = regexp.MustCompile(`(~\n?)(CLM\*[^*]*\*)[0-9.]+\*`)

// Institutional and dental files go through each subcommand as professional ones
// do.
func TestSubcommandsOfAllKinds(t *testing.T) {
	for _, tt := range []struct{ dir, kind, deepest string }{
		{"institutional", "837I", "SV2"}, {"dental", "837D", "SV3"},
	} {
		files, err := filepath.Glob("../../testdata/encounters/" + tt.dir + "/*.edi")
		if err != nil || len(files) == 0 {
			t.Fatal(files, err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if out, _, status := runOn(data, "validate", "--snip", "3", "-"); status != exitOK {
				t.Errorf("%s: %s", f, out)
			}
			out, _, _ := runOn(data, "parse", "-")
			if !bytes.HasPrefix(out, []byte(`{"type":"`+tt.kind+`"`)) {
				t.Errorf("%s: parse gives %.80s", f, out)
			}
			off := totalCharge.ReplaceAll(data, []byte("${1}${2}1.23*"))
			out, _, status := runOn(off, "validate", "-")
			if want := "(2300 CLM02) [" + tt.kind + "-BAL-01] error"; status != exitFindings || !strings.Contains(string(out), want) {
				t.Errorf("%s: no %s in %s", f, want, out)
			}
			if out, _, _ := runOn(off, "validate", "--snip", "2", "-"); bytes.Contains(out, []byte("-BAL-")) {
				t.Errorf("%s: --snip 2 finds %s", f, out)
			}
			indented, _, _ := runOn(data, "fmt", "--indent", "-")
			if !bytes.Contains(indented, []byte("        "+tt.deepest+"*")) || !bytes.Contains(indented, []byte("      CLM*")) {
				t.Errorf("%s: fmt --indent gives %s", f, indented)
			}
		}
	}
	indented, _, _ := runOn([]byte(oddities["remittance"]), "fmt", "--indent", "-")
	for _, want := range []string{"\n  N1*PR*", "\n  LX*1~", "\n    CLP*A1*", "\n      SVC*HC", "\nPLB*"} {
		if !bytes.Contains(indented, []byte(want)) {
			t.Errorf("fmt --indent of a remittance has no %q:\n%s", want, indented)
		}
	}
}
