// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// A number that is wrong in one way is one issue: what is no count by its form is
// not told as a wrong count, too.
func TestCountsAreOneIssue(t *testing.T) {
	data, err := os.ReadFile("testdata/professional.edi")
	if err != nil {
		t.Fatal(err)
	}
	edi := string(data)
	for _, field := range []struct {
		name, find string
		codes      map[string]string // wanted of the values below
	}{
		{"SE01", `SE\*(\d+)\*`, map[string]string{"7": "segment-count", "0": "segment-count", "000007": "segment-count"}},
		{"GE01", `GE\*(\d+)\*`, map[string]string{"7": "set-count", "0": "set-count", "000007": "set-count"}},
		{"IEA01", `IEA\*(\d+)\*`, map[string]string{"7": "group-count", "0": "group-count", "00007": "group-count"}},
		{"LX01", `LX\*(1)~`, map[string]string{"7": "line-number", "0": "line-number", "01": "leading-zeros"}},
		{"HL01", `HL\*(1)\*`, map[string]string{"7": "hl-number", "0": "hl-number", "X": "hl-number", "-1": "hl-number", "1.5": "hl-number", "+1": "hl-number",
			" 1": "leading-blanks", "1 ": "trailing-blanks"}},
		{"HL02", `HL\*2\*(1)\*`, map[string]string{"7": "hl-parent", "0": "hl-parent", "X": "hl-parent", "-1": "hl-parent", "1.5": "hl-parent", "+1": "hl-parent",
			" 1": "leading-blanks", "1 ": "trailing-blanks"}},
	} {
		at := regexp.MustCompile(field.find).FindStringSubmatchIndex(edi)
		if at == nil {
			t.Fatalf("%s is not in the sample", field.name)
		}
		values := map[string]string{
			"X": "bad-number", "-12": "bad-number", "-1": "bad-number", "1.5": "bad-number", "1.": "bad-number", "+1": "bad-number", "1A": "bad-number",
			"99999999999": "element-too-long", "9999999999999999": "element-too-long", strings.Repeat("9", 30): "element-too-long", strings.Repeat("0", 30) + "1": "element-too-long",
			"": "element-missing", "1:1": "too-many-components",
		}
		for v, code := range field.codes {
			values[v] = code
		}
		for v, want := range values {
			if strings.HasPrefix(field.name, "HL") && want == "bad-number" {
				want = "hl-number"
				if field.name == "HL02" {
					want = "hl-parent"
				}
			}
			if strings.HasPrefix(field.name, "HL") && v == "99999999999" {
				continue // not too long there
			}
			in := edi[:at[2]] + v + edi[at[3]:]
			var got []string
			for i, err := range x12.Validate(strings.NewReader(in), nil) {
				if err != nil {
					t.Fatal(err)
				}
				if i.Severity != x12.Info && i.Code != x12.CodeTrailingEmpty {
					got = append(got, string(i.Code))
				}
			}
			if len(got) != 1 || got[0] != want {
				t.Errorf("%s = %q: %v, want %s", field.name, v, got, want)
			}
		}
	}
}
