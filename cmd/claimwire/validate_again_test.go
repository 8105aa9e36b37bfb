// SPDX-License-Identifier: Apache-2.0

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A payment, or a claim payment, that an earlier file of the command line holds is
// told as a duplicate at its own file, as remit tells it.
func TestValidateTellsDuplicatesOverFiles(t *testing.T) {
	one := isa + remitGS + remittance + remitSE + ends
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	first := write("june.835", one)
	for _, tt := range []struct{ name, text, code string }{
		{"the same payment", one, "835-DUP-01"},
		{"another trace number", strings.Replace(one, "TRN*1*CHECK1*", "TRN*1*CHECK2*", 1), "835-DUP-02"},
		{"another claim", strings.NewReplacer("TRN*1*CHECK1*", "TRN*1*CHECK2*", "CLP*A1*", "CLP*A2*", "*ICN1*", "*ICN2*", "REF*6R*1", "REF*6R*2").Replace(one), ""},
	} {
		second := write("july.835", tt.text)
		alone, _, _ := runOn(nil, "validate", second)
		if strings.Contains(string(alone), "835-DUP-") {
			t.Errorf("%s: alone it is a duplicate:\n%s", tt.name, alone)
		}
		out, _, status := runOn(nil, "validate", first, second)
		told := ""
		for line := range strings.Lines(string(out)) {
			if strings.Contains(line, "[835-DUP-") {
				told += line
			}
		}
		switch {
		case tt.code == "":
			if told != "" {
				t.Errorf("%s: told as\n%s", tt.name, told)
			}
		case !strings.HasPrefix(told, second) || !strings.Contains(told, "["+tt.code+"]") || !strings.Contains(told, "of "+first):
			t.Errorf("%s: %s is not told, or not of which file:\n%s", tt.name, tt.code, told)
		case tt.code == "835-DUP-01" && status != exitFindings:
			t.Errorf("%s: status %d", tt.name, status)
		}
		if low, _, _ := runOn(nil, "validate", "--snip", "2", first, second); strings.Contains(string(low), "835-DUP-") {
			t.Errorf("%s: told at SNIP 2", tt.name)
		}
	}
	if out, _, status := runOn(nil, "validate", first, first); status != exitFindings || strings.Count(string(out), "[835-DUP-01]") != 1 {
		t.Errorf("one file named twice: status %d:\n%s", status, out)
	}
}
