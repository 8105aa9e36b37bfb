// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// Raw segments come back in their places: written again, a file whose segments
// stand in the order of the guide is the same.
func TestRawSegmentsKeepTheirPlaces(t *testing.T) {
	for _, in := range []string{
		"LX*1|XYZ*1|SV1*T**5|XYZ*2|REF*G1*A|XYZ*3|NM1*85*1*A|XYZ*4|NM1*82*1*B|XYZ*5|SBR*P|XYZ*6|SBR*S|XYZ*7",
		"LX*1|SV1*T**5|SV1*U**6|REF*G1*A|REF*G1*B|REF*G1*C|NTE*ADD*1|NTE*ADD*2",
		"LX*1|REF*0B*A|REF*0B*B*X|REF*1G*C|REF*0B*D*Y", // in the midst of a list
		"LX*1|K3*A|K3*B*X|K3*C",
		"LX*1|NM1*85*1*A|NM1*82*1*B|NM1*82*1*C|N3*X|FOO*1|SBR*P|REF*G1*A|REF*G1*B",
		"LX*1|NM1*85*1*A|NM1*85*1*B|N3*X|NM1*82*1*C",
		"LX*1|SV1*T**x|AMT*F5*5|AMT*F5*x|AMT*F5*6|REF*G1*A",
		"LX*1|XYZ|XYZ|XYZ",
		"LX*x|XYZ|SV1*T**5", // the opener is odd, too
		"LX*1*2|XYZ|SV1*T**x|XYZ",
		"LX*1|NM1*85|XYZ|NM1*82*1*A*********X|XYZ",
		"LX*1|SBR*P*X|XYZ|REF*G1*A|REF*G1*B|SBR*S*X",
	} {
		for _, reuse := range []bool{false, true} {
			text := strings.ReplaceAll(in, "|", "\n") + "\n"
			toys, _ := readToys(t, text, reuse)
			if got := writeToys(t, false, toys...); got != text {
				t.Errorf("%s came back as\n%s", in, strings.ReplaceAll(got, "\n", "|"))
			}
			if got := writeToys(t, false, toys[0], toys[0]); got != text+text {
				t.Errorf("%s, written twice, is\n%s", in, strings.ReplaceAll(got, "\n", "|"))
			}
		}
	}
}

// In any order, nothing is lost, each loop keeps its own, and writing what was
// written changes nothing more.
func TestRawSegmentsInAnyOrder(t *testing.T) {
	pool := strings.Split("SV1*T**5|SV1*U**6|SV1*V**x|REF*G1*A|REF*G1*B|REF*0B*C|REF*0B*D*X|AMT*F5*1|AMT*F5*x|XYZ*1|FOO*2|NTE*ADD*1|NTE*ADD*2|NTE*ZZ*3|"+
		"NM1*85*1*A|NM1*85*1*B|NM1*82*1*C|NM1*82*1*D|N3*E|N3*F|N4*G|REF*EI*H|REF*EI*I|PER*IC*J|PER*ZZ*K|SBR*P|SBR*S*X|HI*ABK:L|HI*ABK:M|CAS*PR*1*1|DTP*431*D8*20260229", "|")
	random := rand.New(rand.NewPCG(3, 4))
	for range 4_000 {
		var segs []string
		for range 1 + random.IntN(12) {
			segs = append(segs, pool[random.IntN(len(pool))])
		}
		in := "LX*1\n" + strings.Join(segs, "\n") + "\n"
		first, _ := readToys(t, in, false)
		once := writeToys(t, false, first...)
		a, b := strings.Split(in, "\n"), strings.Split(once, "\n")
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(a, b) {
			t.Fatalf("of\n%s\ncame\n%s", in, once)
		}
		second, _ := readToys(t, once, false)
		if twice := writeToys(t, false, second...); twice != once {
			t.Fatalf("of\n%s\ncame\n%s\nand of that\n%s", in, once, twice)
		}
		if x, y := holdings(first[0]), holdings(second[0]); x != y {
			t.Fatalf("of\n%s\nread as %s\ncame\n%s\nread as %s", in, x, once, y)
		}
	}
}

// holdings is which raw segments each loop of a toy holds.
func holdings(v *toy) string {
	var b strings.Builder
	list := func(name string, rest []x12.Raw) {
		var raws []string
		for _, r := range rest {
			raws = append(raws, " "+r.Tag+r.Element(1)+r.Element(2))
		}
		slices.Sort(raws)
		b.WriteString(name + strings.Join(raws, ""))
	}
	list("T", v.Rest)
	list(" T1", v.Name.Rest)
	b.WriteString(v.Name.Name.Last + v.Name.Address.Line1 + v.Name.Ref)
	if v.Opt != nil {
		list(" T2"+v.Opt.Name.Last+v.Opt.Address.Line1+v.Opt.Ref, v.Opt.Rest)
	}
	for _, c := range v.Many {
		list(" T3"+c.ID+c.Ref, c.Rest)
	}
	return b.String()
}

// Raw segments that were made by hand may name any place.
func TestRawSegmentsFromElsewhere(t *testing.T) {
	raw := func(after int, replaces bool, tag, text string) x12.Raw {
		return x12.Raw{After: after, Replaces: replaces, Tag: tag, Elements: []x12.RawElement{{{text}}}}
	}
	v := toy{Number: 1, Ref: "A", Rest: []x12.Raw{raw(99, false, "FOO", "1"), raw(-5, false, "BAR", "2"), raw(0, true, "SV1", "3"),
		raw(0, true, "QQQ", "4"), raw(0, true, "SV1", "5"), raw(0, false, "LQ", "6")}}
	got := strings.Split(strings.TrimSpace(writeToys(t, false, &v)), "\n")
	if got[0] != "LX*1" {
		t.Errorf("the loop does not begin with its first segment: %v", got)
	}
	slices.Sort(got)
	if want := []string{"BAR*2", "FOO*1", "LQ*6", "LX*1", "QQQ*4", "REF*G1*A", "SV1*3", "SV1*5"}; !slices.Equal(got, want) {
		t.Errorf("written %v", got)
	}
}

func TestFindingsNameTheLoop(t *testing.T) {
	_, found := readToys(t, "LX*1\nSBR*P\nXYZ*SECRET\nREF*G1*A*SECRET\n", false)
	found = slices.DeleteFunc(found, func(i x12.Issue) bool { return i.Code != CodeNotHeld && i.Code != CodeValueNotHeld })
	if len(found) != 2 || found[0].Loop != "T3" || found[0].Tag != "XYZ" || found[1].Loop != "T3" || found[1].Element != 3 {
		t.Errorf("found %v", found)
	}
	for _, i := range found {
		if strings.Contains(i.String(), "SECRET") {
			t.Errorf("%v shows the value", i)
		}
	}
}
