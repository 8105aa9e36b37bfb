// SPDX-License-Identifier: Apache-2.0

package form

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
)

// boxTexts are the boxes of a claim's form by page, number, row, name and turn.
func boxTexts(t *testing.T, in string) (map[string]string, int) {
	t.Helper()
	out, unread := map[string]string{}, 0
	for n, c := range claimsOf(t, []byte(in)) {
		f, found := Of(c)
		for _, i := range found {
			if i.Code == CodeUnread {
				unread++
			}
			if i.Code == CodeTooLong && strings.Contains(i.Value, unreadable) {
				t.Errorf("%s is cut in box %s", unreadable, i.Detail)
			}
		}
		if f == nil {
			continue
		}
		for _, p := range f.Pages {
			for _, b := range p.Boxes {
				key := fmt.Sprint(n, " ", p.Number, " ", b.Number, " ", b.Row, " ", b.Name)
				for _, taken := out[key]; taken; _, taken = out[key] {
					key += "'"
				}
				out[key] = b.Text
			}
		}
	}
	return out, unread
}

// A box whose amount or count could not be read says so, and an issue names it. It is
// never zero, never blank, and no other box changes.
func TestFormBoxesOfUnread(t *testing.T) {
	var values []string
	for k := range 13 {
		values = append(values, fmt.Sprintf("BE:%02d:::%d", 40+k, 100+k))
	}
	inputs := map[string]string{
		"all of a stay": strings.Replace(setOf("HL*1**20*1~NM1*85*2*CLINIC~HL*2*1*22*0~SBR*P*18~NM1*IL*1*DOE~CLM*A1*30***11:A:1~AMT*F3*12~HI*ABK:I10~HI*"+
			strings.Join(values[:12], "*")+"~HI*"+values[12]+"~SBR*S*18~AMT*D*4~NM1*PR*2*ONE*****PI*P1~"+
			"LX*1~SV2*0300*HC:80053*20*UN*1**5~LIN**N4*00002751101~CTP****2*UN~LX*2~SV2*0250**10*UN*3*1.5*2~"), "005010X222A1", "005010X223A2", -1),
		"services bought": setOf("HL*1**20*1~NM1*85*2*CLINIC~HL*2*1*22*0~SBR*S*18~NM1*IL*1*DOE~CLM*A1*30***11:B:1~AMT*F5*5~SBR*P*18~AMT*D*4~NM1*PR*2*ONE*****PI*P1~" +
			"LX*1~SV1*HC:99213*30*UN*1~PS1*1234567893*20~LIN**N4*00002751101~CTP****2*UN~"),
	}
	for _, path := range goldenFiles(t) {
		edi, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		inputs[path] = string(edi)
	}
	seen := map[string]bool{}
	for name, in := range inputs {
		good, none := boxTexts(t, in)
		if none != 0 {
			t.Fatalf("%s: %d are unreadable", name, none)
		}
		segments := strings.SplitAfter(in, "~")
		for n, s := range segments {
			tag, _, _ := strings.Cut(strings.TrimSpace(s), "*")
			for e := 1; e <= 12; e++ {
				bad, ok := testkit.UnreadableAt(s, e)
				if !ok || !slices.Contains(testkit.ClaimAmounts[tag], e) && tag != "HI" && (tag != "SV2" || e != 6) {
					continue
				}
				segments[n] = bad
				got, unread := boxTexts(t, strings.Join(segments, ""))
				segments[n] = s
				changed := 0
				for key, text := range got {
					if text == good[key] {
						continue
					}
					changed++
					seen[strings.Fields(key)[2]] = true
					if !strings.HasSuffix(text, unreadable) {
						t.Errorf("%s: %s: box %s is %q", name, bad, key, text)
					}
				}
				for key := range good {
					if _, ok := got[key]; !ok {
						t.Errorf("%s: %s: box %s is empty", name, bad, key)
					}
				}
				if (changed > 0) != (unread > 0) {
					t.Errorf("%s: %s: %d boxes, %d issues", name, bad, changed, unread)
				}
			}
		}
	}
	for _, box := range strings.Fields("20 24 24F 24G 28 29 39a 40a 41a 41d 43 44 46 47 48 54B 55A 81a") {
		if !seen[box] {
			t.Errorf("box %s was never unreadable, only %v", box, slices.Sorted(maps.Keys(seen)))
		}
	}
}
