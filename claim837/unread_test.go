// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
)

func checkedOf(t *testing.T, in string) (list []string) {
	t.Helper()
	for _, c := range claimsOf(t, []byte(in), nil) {
		for _, i := range Check(c, nil) {
			list = append(list, fmt.Sprint(i.Code, " ", i.Path, ": ", i.Detail))
		}
	}
	return list
}

// Of each amount of the golden files that can't be read, no rule says anything: no
// sum is off, nothing is zero, nothing is missing.
func TestUnreadAmountsAreNotCompared(t *testing.T) {
	tried := 0
	for _, path := range fixtureFiles(t) {
		in := goldenText(t, path)
		before := checkedOf(t, in)
		segments := strings.SplitAfter(in, "~")
		for n, s := range segments {
			tag, _, _ := strings.Cut(strings.TrimSpace(s), "*")
			for _, e := range testkit.ClaimAmounts[tag] {
				bad, ok := testkit.UnreadableAt(s, e)
				if !ok {
					continue
				}
				tried++
				segments[n] = bad
				for _, i := range checkedOf(t, strings.Join(segments, "")) {
					if !slices.Contains(before, i) {
						t.Errorf("%s: %s: %s", filepath.Base(path), strings.TrimSpace(bad), i)
					}
				}
				segments[n] = s
			}
		}
	}
	if tried < 200 {
		t.Errorf("%d are few", tried)
	}
}

func goldenText(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// An amount that can't be read takes only those sums out that it is part of.
func TestOtherSumsAreCompared(t *testing.T) {
	const claim = "HL*1**20*1~NM1*85*2*CLINIC~HL*2*1*22*0~SBR*S*18~NM1*IL*1*DOE~CLM*A1*30***11:B:1~AMT*F5*5~" +
		"SBR*P*18~CAS*CO*45*3~AMT*D*12~NM1*PR*2*ONE*****PI*P1~" +
		"SBR*T*18~CAS*CO*45*20~AMT*D*10~NM1*PR*2*TWO*****PI*P2~DTP*573*D8*20260110~" +
		"LX*1~SV1*HC:99213*10*UN*1~AMT*T*1~SVD*P1*5*HC:99213**1~CAS*PR*2*5~LX*2~SV1*HC:99214*20*UN*1~SVD*P1*10*HC:99214**1~CAS*PR*2*7**3*3~"
	for _, x := range []struct {
		unread, off string // both "was=is"
		want        string // the only rules about amounts
	}{
		{"CLM*A1*30=CLM*A1*$30", "CAS*PR*2*5=CAS*PR*2*4", "COB-BAL-01"},
		{"CLM*A1*30=CLM*A1*$30", "AMT*D*12=AMT*D*13", "COB-BAL-02"},
		{"CLM*A1*30=CLM*A1*$30", "AMT*T*1=AMT*T*11", "837P-BAL-05"},
		{"CLM*A1*30=CLM*A1*$30", "F5*5=F5*500", ""},
		{"99213*10=99213*1O", "CAS*PR*2*7=CAS*PR*2*8", "COB-BAL-01 COB-BAL-03"},
		{"99213*10=99213*1O", "D*10~=D*11~", "COB-BAL-03"},
		{"99213*10=99213*1O", "CLM*A1*30=CLM*A1*31", "COB-BAL-03 COB-BAL-03"},
		{"P1*5*=P1*5,0*", "CLM*A1*30=CLM*A1*31", "837P-BAL-01 COB-BAL-03 COB-BAL-03"},
		{"P1*5*=P1*5,0*", "P1*10*=P1*11*", "COB-BAL-01"},
		{"P1*5*=P1*5,0*", "D*10~=D*11~", "COB-BAL-03"},
		{"CAS*PR*2*5=CAS*PR*2*x", "P1*10*=P1*11*", "COB-BAL-01 COB-BAL-02"},
		{"CAS*PR*2*7=CAS*PR*2*x", "99213*10=99213*11", "837P-BAL-01 COB-BAL-01"},
		{"CAS*PR*2*5=CAS*PR*2*x", "3*3~=3*0~", "COB-BAL-01 COB-BAL-05"},
		{"D*12=D*1 2", "CAS*PR*2*5=CAS*PR*2*4", "COB-BAL-01"},
		{"D*12=D*1 2", "D*10~=D*11~", "COB-BAL-03"},
		{"CAS*CO*45*3=CAS*CO*45*x", "D*10~=D*11~", "COB-BAL-03"},
		{"CAS*CO*45*3=CAS*CO*45*x", "CAS*PR*2*5=CAS*PR*2*4", "COB-BAL-01"},
		{"CAS*CO*45*20=CAS*CO*45*x", "D*12=D*13", "COB-BAL-02 COB-BAL-03"},
		{"99213*10*UN*1=99213*10*UN*one", "CLM*A1*30=CLM*A1*31", "837P-BAL-01 COB-BAL-03 COB-BAL-03"},
		{"99213*10*UN*1=99213*10*UN*one", "99214*20*UN*1=99214*20*UN*0", "837P-LN-02"},
		{"AMT*T*1=AMT*T*x", "CLM*A1*30=CLM*A1*31", "837P-BAL-01 COB-BAL-03 COB-BAL-03"},
	} {
		in := claim
		for n, edit := range []string{x.unread, x.off} {
			was, is, _ := strings.Cut(edit, "=")
			if strings.Count(claim, was) != 1 {
				t.Fatal(was)
			}
			if n == 0 { // alone it says nothing of amounts
				if got := amountRules(t, strings.Replace(in, was, is, 1)); got != "" {
					t.Errorf("%s: %s", is, got)
				}
			}
			in = strings.Replace(in, was, is, 1)
		}
		if got := amountRules(t, in); got != x.want {
			t.Errorf("%s, %s: %q, want %q", x.unread, x.off, got, x.want)
		}
	}
	if got := amountRules(t, claim); got != "" {
		t.Errorf("nothing is off: %s", got)
	}
}

// Two lines whose charges can't be read are not taken for the same line twice.
func TestUnreadLinesAreNotTheSame(t *testing.T) {
	const start = "HL*1**20*1~NM1*85*2*CLINIC~HL*2*1*22*0~SBR*P*18~NM1*IL*1*DOE~CLM*A1*30***11:B:1~"
	same := func(first, second string) (n int) {
		for _, i := range checkedOf(t, string(setOf(start+"LX*1~SV1*HC:99213*"+first+"~DTP*472*D8*20260105~LX*2~SV1*HC:99213*"+second+"~DTP*472*D8*20260105~"))) {
			if strings.Contains(i, "837-LN-18") {
				n++
			}
		}
		return n
	}
	if same("15*UN*1", "15*UN*1") != 1 {
		t.Error("the same line twice is not found")
	}
	for _, x := range [][2]string{{"$15*UN*1", "$20*UN*1"}, {"15*UN*x", "15*UN*y"}, {"15*UN*x", "15*UN*1"}} {
		if same(x[0], x[1]) != 0 {
			t.Errorf("%v are said to be the same", x)
		}
	}
}

// amountRules returns the rules about amounts that a claim breaks, in their order.
func amountRules(t *testing.T, body string) string {
	var list []string
	for _, c := range claimsOf(t, setOf(body), nil) {
		for _, i := range Check(c, nil) {
			if strings.Contains(string(i.Code), "BAL-") || strings.HasSuffix(string(i.Code), "LN-02") || i.Code == "COB-SIT-02" {
				list = append(list, string(i.Code))
			}
		}
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}
