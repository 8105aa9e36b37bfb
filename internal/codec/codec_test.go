// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/x12"
)

// Each segment is held by fields, or kept raw: either way it comes back.
func TestSegmentsComeBack(t *testing.T) {
	for _, c := range []struct {
		segment string
		element int // that no field can hold; 0 = all is held
	}{
		{"SV1*T*C*10.50*0*7*Y*20260131*1200*D8*20260131*D8*20260101*01*150.5*AC*L", 0},
		{"SV1*T", 3}, // an amount that is always there is not
		{"SV1*T**0", 0},
		{"SV1***0", 1}, // nothing is set
		{"SV1*T**1,250.50", 3},
		{"SV1*T**1*x", 4},
		{"SV1*T**1**0", 5},
		{"SV1*T**1**1234567890", 5},
		{"SV1*T**1**-1", 5},
		{"SV1*T**1***N", 6},
		{"SV1*T**1****20260229", 7},
		{"SV1*T**1*****2460", 8},
		{"SV1*T**1*****12005959", 0},
		{"SV1*T**1******D8*2026", 10},
		{"SV1*T**1******D8", 10},
		{"SV1*T**1*******20260131", 10},
		{"SV1*T**1******RD8*20260131-20260201", 0},
		{"SV1*T**1******RD8*20260131", 10},
		{"SV1*T**1******TM*1200", 10},
		{"SV1*T**1********RD8*20260131-20260201", 11},
		{"SV1*T**1**********01*x", 14},
		{"SV1*T**1**********01", 13},
		{"SV1*T**1**********02*5", 13},
		{"SV1*T**1***********5", 13},
		{"SV1*T**1************AC", 15},
		{"SV1*T**1************AD*L", 15},
		{"SV1*T**1*************L", 15},
		{"SV1*T**1*************", 0},
		{"SV1*T**1**************X", 17},
		{"SV1*T:A**1", 1},
		{"SV1*T^A**1", 1},
		{"SV5*A:B:1.0:7:2U:L*:B*:x:y:z*p:q*1:2:3", 0},
		{"SV5*A*:B", 0},
		{"SV5*A*:B*:x", 0},
		{"SV5*A", 2}, // the fixed component is missing
		{"SV5*A*C:B", 2},
		{"SV5*A*:B:C", 2},
		{"SV5*A*:C", 2},
		{"SV5*A:B:x*:B", 1},
		{"SV5*A:B:1:8:3U:L*:B", 1},
		{"SV5*A:B:1:8::L*:B", 1},
		{"SV5*A:B:1:8:2U:L:M*:B", 1},
		{"SV5*A:B^C*:B", 1},
		{"SV5*A*:B*w:x", 3},
		{"SV5*A*:B*:x::z", spelling},
		{"SV5*A*:B*:x:y:z:more", 3},
		{"SV5*A*:B**p:q:r", 4},
		{"SV5*A*:B***1:2:3:4", 5},
		{"SV5*A*:B***1::3", spelling},
		{"SV5*A*:B***1:x", 5},
		{"CR2*A*B*C*D*E", 0},
		{"CR2*A**C", 0},
		{"CR2*A***D", 0},
		{"CR2*A***D*E*F", 6},
		{"CR2****D", 0},
		{"DTP*431*D8*20260131", 0},
		{"DTP*431*D8*20260229", 3},
		{"DTP*431*RD8*20260131-20260131", 2},
		{"DTP*431*D8", 3},
		{"DTP*431", 1},
		{"DTP*431*D8*20260131*X", 4},
		{"DTP*431:1*D8*20260131", 1},
		{"DTP*472*D8*20260131", 0},
		{"DTP*472*RD8*20260131-20260131", 0},
		{"DTP*472*RD8*20260131-20260130", 0},
		{"DTP*472*RD8*20260131-2026013", 3},
		{"AMT*F5*0", 0},
		{"AMT*F5*0.00", 0},
		{"AMT*F5*-5", 0},
		{"AMT*F5*+5", 2},
		{"AMT*F5*5,0", 2},
		{"AMT*F5*1e3", 2},
		{"AMT*F5", 1},
		{"AMT*F5*1*C", 3},
		{"QTY*PT*2", 0},
		{"REF*G1*A", 0},
		{"REF*G1*A*X", 3},
		{"REF*G1*A**2U:X", 4},
		{"REF*G1", 1},
		{"REF*G1*A:B", 2},
		{"REF*0B*A", 0},
		{"REF*1G*A", 0},
		{"REF*1G", 0},
		{"REF*9F*A", 0},
		{"REF*9F*A*B", 3},
		{"K3*TEXT", 0},
		{"K3*TEXT*1", 2},
		{"NTE*ADD*X", 0},
		{"NTE*ADD", 0},
		{"NTE*ADD*X*Y", 3},
		{"NTE*DCP*X", 0},
		{"NTE*TPO*X*Y", 3},
		{"HI*ABK:A*ABF:B*BF:C", 0},
		{"HI*BK:A", 0},
		{"HI*ABK:A*ABF:B*ABF:C*ABF:D*ABF:E*ABF:F*ABF:G*ABF:H*ABF:I*ABF:J*ABF:K*ABF:L", 0},
		{"HI*ABK:A*ABF:B*ABF:C*ABF:D*ABF:E*ABF:F*ABF:G*ABF:H*ABF:I*ABF:J*ABF:K*ABF:L*ABF:M", 13},
		{"HI*ABK:A*ABK:B", 2},
		{"HI*ABK:A**ABF:B", spelling},
		{"HI*ABK:A:D8:20260131", 1},
		{"HI*ABK:A^ABF:B", 1},
		{"HI*ABK:A*ABF:B**", 0},
		{"HI*ABK**", 0},
		{"HI*ABK", 0},
		{"CAS*PR*1*5", 0},
		{"CAS*PR*1*5**", 0},
		{"CAS**", 0},
		{"CAS*PR*1*5*2*2*6", 0},
		{"CAS*PR*1*1*1*2*2*2*3*3*3*4*4*4*5*5*5*6*6*6", 0},
		{"CAS*PR*1*1*1*2*2*2*3*3*3*4*4*4*5*5*5*6*6*6*7*7*7", 20},
		{"CAS*PR*1*x", 3},
		{"CAS*PR*1", 3},
		{"NM1*85*2*CLINIC*****XX*1", 0},
		{"NM1*85*2*CLINIC*****XX*1*N", 10},
		{"NM1*85*2*A:B", 3},
		{"NM1*85", 1},
		{"NM1*82*1*DOE*J", 0},
		{"NM1*82", 0},
		{"NM1*82*1*DOE\nN3*A*B\nN4*C*D*E*F***G\nREF*EI*1\nPER*IC*N*TE*1*EX*2*FX*3", 0},
		{"NM1*82*1*DOE\nN3*A*B*C", 3},
		{"NM1*82*1*DOE\nN4*C*D*E*F*G", 5},
		{"NM1*82*1*DOE\nPER*IC*N***EX*2", 5},
		{"NM1*82*1*DOE\nPER*IC*N*TE*1*EX*2*FX*3*X", 9},
		{"NM1*82*1*DOE\nPER*ED*N*TE*1", -1},
		{"SBR*P\nSBR*S\nREF*G1*A\nSBR*T", 0},
		{"XYZ*1*A:B^C**D", -1},
		{"XYZ", -1},
		{"SVXX*1", -1},
		{"REF*ZZ*1", -1},
		{"REF", -1},
		{"HI*BG:1", -1},
	} {
		in := "LX*1\n" + c.segment + "\n"
		toys, found := readToys(t, in, false)
		if len(toys) != 1 {
			t.Fatalf("%s: %d loops", c.segment, len(toys))
		}
		trimmed := strings.TrimRight(c.segment, "*")
		if got := writeToys(t, false, toys...); got != "LX*1\n"+trimmed+"\n" {
			t.Errorf("%s came back as %q", c.segment, got)
		}
		found = slices.DeleteFunc(found, func(i x12.Issue) bool { return i.Code != CodeNotHeld && i.Code != CodeValueNotHeld })
		raws := rawsOf(toys[0])
		switch {
		case c.element == 0 && len(found)+raws > 0:
			t.Errorf("%s: found %v, %d raw", c.segment, found, raws)
		case c.element == 0:
		case c.element == spelling:
			if len(found) != 0 || raws != 1 || len(toys[0].Rest[0].Unread) > 0 {
				t.Errorf("%s: found %v, rest %+v", c.segment, found, toys[0].Rest)
			}
		case len(found) != 1 || raws != 1:
			t.Errorf("%s: found %v, %d raw", c.segment, found, raws)
		case c.element < 0 && found[0].Code != CodeNotHeld:
			t.Errorf("%s: found %v", c.segment, found[0])
		case c.element > 0 && (found[0].Code != CodeValueNotHeld || found[0].Element != c.element):
			t.Errorf("%s: found %v, want element %d", c.segment, found[0], c.element)
		}
		// what was made by hand is written in the same way
		toys[0].Rest = slices.Clip(toys[0].Rest)
		copied := *toys[0]
		if a, b := writeToys(t, false, &copied), writeToys(t, false, toys[0]); a != b {
			t.Errorf("%s is written as %q, and of a copy %q", c.segment, b, a)
		}
	}
}

// spelling stands for an element when fields hold every value of a segment, which
// is kept raw for how it is written.
const spelling = -2

func rawsOf(v *toy) int {
	n := len(v.Rest) + len(v.Name.Rest)
	if v.Opt != nil {
		n += len(v.Opt.Rest)
	}
	for _, c := range v.Many {
		n += len(c.Rest)
	}
	return n
}

// Out of order, the fields are the same, and writing gives the guide's order.
func TestSegmentsInAnyOrder(t *testing.T) {
	in := "LX*1\nNM1*82*1*DOE\nN4*C\nREF*EI*7\nN3*A\nREF*G1*A\nCAS*PR*1*5\nK3*B\nHI*ABK:A\nREF*0B*1\nDTP*431*D8*20260131\nREF*1G*2\nSV1*T**5\n"
	want := "LX*1\nSV1*T**5\nDTP*431*D8*20260131\nREF*G1*A\nREF*0B*1\nREF*1G*2\nK3*B\nHI*ABK:A\nCAS*PR*1*5\nNM1*82*1*DOE\nN3*A\nN4*C\nREF*EI*7\n"
	toys, found := readToys(t, in, false)
	if got := writeToys(t, false, toys...); got != want || rawsOf(toys[0]) > 0 || toys[0].Opt.Ref != "7" {
		t.Errorf("found %v, written\n%s", found, got)
	}
}

// Lists go on in further segments, and only full ones are joined.
func TestListsOfSeveralSegments(t *testing.T) {
	full := "HI*ABK:A" + strings.Repeat("*ABF:B", 11)
	for in, lists := range map[string][2]int{ // codes, raw segments
		full + "\n" + full:                    {24, 0},
		"HI*ABK:A\nHI*ABK:B":                  {1, 1},
		full + "\nHI*ABK:C*ABF:D":             {14, 0},
		full + "\nHI*ABF:C":                   {12, 1},
		"HI*ABK:A*ABF:B\nREF*G1*A\nHI*ABK:C":  {2, 1},
		"CAS*PR*1*5\nCAS*PR*2*5\nCAS*CO*45*1": {0, 0},
	} {
		in = "LX*1\n" + in + "\n"
		toys, _ := readToys(t, in, false)
		if v := toys[0]; len(v.Codes1) != lists[0] || len(v.Rest) != lists[1] {
			t.Errorf("%s: %d codes, rest %v", in, len(v.Codes1), v.Rest)
		}
		back, _ := readToys(t, writeToys(t, false, toys...), false)
		if !reflect.DeepEqual(back[0].Codes1, toys[0].Codes1) || len(back[0].Rest) != lists[1] {
			t.Errorf("%s: %v came back as %v", in, toys[0].Codes1, back[0].Codes1)
		}
	}
	var adjusted toy
	adjusted.Number = 1
	var many []x12.Adjustment
	for i := range 14 {
		many = append(many, x12.Adjustment{Reason: "1", Amount: decimal.New(int64(i), 0)})
	}
	adjusted.Adjusted = []x12.AdjustmentGroup{{Group: "PR", Adjustments: many}, {Group: "CO", Adjustments: many[:6]}, {Group: "OA"}}
	if got := strings.Count(writeToys(t, false, &adjusted), "CAS*"); got != 5 {
		t.Errorf("%d CAS segments of 14, 6 and no adjustments", got)
	}
}

// A canonical writer numbers lines, and what refers to them follows; numbers lose
// the zeros at their end.
func TestCanonicalWriting(t *testing.T) {
	toys, _ := readToys(t, "LX*7\nSV1*T**10.50*0.00\nAMT*F5*-0.0\n", false)
	want := "LX*1\nSV1*T**10.5*0\nAMT*F5*0\n"
	if got := writeToys(t, true, toys...); got != want {
		t.Errorf("written %q", got)
	}
	if got := writeToys(t, false, toys...); got != "LX*7\nSV1*T**10.50*0.00\nAMT*F5*0.0\n" {
		t.Errorf("as read: %q", got)
	}
}

// Numbers come back by value and scale, however they were written.
func TestNumbersComeBackByValue(t *testing.T) {
	for in, want := range map[string]string{
		"AMT*F5*5.":        "AMT*F5*5",
		"AMT*F5*-5.":       "AMT*F5*-5",
		"AMT*F5*005.50":    "AMT*F5*5.50",
		"AMT*F5*.5":        "AMT*F5*0.5",
		"AMT*F5*-0":        "AMT*F5*0",
		"SV1*T**1**07":     "SV1*T**1**07", // whole numbers come back as they were
		"SV5*A:B:1:08*:B":  "SV5*A:B:1:08*:B",
		"SV5*A*:B***01:2":  "SV5*A*:B***01:2",
		"LX*-5\nREF*G1*A":  "LX*-5\nREF*G1*A",
		"LX*001\nREF*G1*A": "LX*001\nREF*G1*A",
	} {
		head := "LX*1\n"
		if in[0] == 'L' {
			head = ""
		}
		toys, issues := readToys(t, head+in+"\n", false)
		if got := writeToys(t, false, toys...); got != head+want+"\n" || len(issues) > 0 {
			t.Errorf("%s came back as %q, with %v", in, got, issues)
		}
		if toys[0].Number == 0 {
			t.Errorf("%s: the number is not read", in)
		}
		for _, raw := range toys[0].Rest {
			if !raw.Replaces || len(raw.Unread) > 0 {
				t.Errorf("%s is kept as %+v", in, raw)
			}
		}
		if got := writeToys(t, true, toys...); in[0] == 'L' && got[:5] != "LX*1\n" {
			t.Errorf("%s is not numbered anew: %q", in, got)
		}
	}
}
