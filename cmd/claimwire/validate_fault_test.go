// SPDX-License-Identifier: Apache-2.0

package main

import (
	"os"
	"strings"
	"testing"
)

// A value that breaks the guide is one issue: the rule that trips over the same
// value says nothing of it. What the guide takes, the rule still says.
func TestValidateTellsAFaultOnce(t *testing.T) {
	data, err := os.ReadFile("../../x12/testdata/professional.edi")
	if err != nil {
		t.Fatal(err)
	}
	before, _, _ := runOn(data, "validate", "--snip", "7", "-")
	known := map[string]int{}
	for line := range strings.Lines(string(before)) {
		known[line]++
	}
	for _, tt := range []struct{ from, to, code string }{
		{"HC:99213:25*", "HC:99213:2*", "element-too-short"},
		{"HC:99213:25*", "HC:99213:255*", "element-too-long"},
		{"HC:99213:25*", "HC:99213:2\x01*", "bad-character"},
		{"HC:99213:25*", "HC:99213:2@*", "837P-LN-05"},
		{"HC:87880*", "HC:87\xff80*", "bad-character"},
		{"HC:87880*", "HC:8788*", "CS-HCPCS"},
		{"N4*OMAHA*NE*68101", "N4*OMAHA*NEB*68101", "element-too-long"},
		{"N4*OMAHA*NE*68101", "N4*OMAHA*N*68101", "element-too-short"},
		{"N4*OMAHA*NE*68101", "N4*OMAHA*XX*68101", "CS-STATE"},
		{"N4*OMAHA*NE*68101", "N4*OMAHA*NE*68", "element-too-short"},
		{"N4*OMAHA*NE*68101", "N4*OMAHA*NE*6810", "CS-ZIP"},
		{"ABF:E119", "ABF:E119" + strings.Repeat("9", 30), "element-too-long"},
		{"DMG*D8*19560229", "DMG*D8*1956022A", "bad-date"},
	} {
		in := strings.Replace(string(data), tt.from, tt.to, 1)
		if in == string(data) {
			t.Fatalf("%s is not in the sample", tt.from)
		}
		out, _, _ := runOn([]byte(in), "validate", "--snip", "7", "-")
		var more []string
		left := map[string]int{}
		for line := range strings.Lines(string(out)) {
			if left[line]++; left[line] > known[line] {
				more = append(more, line)
			}
		}
		if len(more) != 1 || !strings.Contains(more[0], "["+tt.code+"]") {
			t.Errorf("%q: want one issue, %s; got\n%s", tt.to, tt.code, strings.Join(more, ""))
		}
	}
}
