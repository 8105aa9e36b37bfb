// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// amountsAt are the elements with amounts and counts, by tag.
var amountsAt = map[string][]int{
	"BPR": {2}, "TS3": {5}, "CLP": {3, 4, 5}, "SVC": {2, 3, 5, 7}, "CAS": {3, 4, 6, 7, 9, 10}, "AMT": {2}, "QTY": {2}, "PLB": {4, 6, 8},
}

// Of each amount of the golden files that can't be read, no rule says anything: no
// sum is off, nothing is zero, nothing is missing.
func TestUnreadAmountsAreNotCompared(t *testing.T) {
	files, err := filepath.Glob("../testdata/remittances/*.edi")
	if err != nil || len(files) < 20 {
		t.Fatal(len(files), err)
	}
	tried := 0
	for _, path := range files {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		checked := func(in string) (list []string) {
			found, _ := checkFile(t, in, &CheckerOptions{Rules: NewRuleSet()}, false)
			for _, f := range found {
				list = append(list, fmt.Sprint(f.Code, " ", f.Path))
			}
			return list
		}
		before := checked(string(b))
		segments := strings.SplitAfter(string(b), "~")
		for n, s := range segments {
			tag, _, _ := strings.Cut(strings.TrimSpace(s), "*")
			for _, e := range amountsAt[tag] {
				parts := strings.Split(s, "*")
				if e >= len(parts) || strings.Trim(parts[e], "~") == "" {
					continue
				}
				tried++
				parts[e] = "$" + parts[e]
				segments[n] = strings.Join(parts, "*")
				for _, i := range checked(strings.Join(segments, "")) {
					if !slices.Contains(before, i) {
						t.Errorf("%s: %s: %s", filepath.Base(path), segments[n], i)
					}
				}
				segments[n] = s
			}
		}
	}
	if tried < 300 {
		t.Errorf("%d are few", tried)
	}
}

// An amount that can't be read takes only those sums out that it is part of.
func TestOtherSumsAreCompared(t *testing.T) {
	const body = "ST*835*0001~BPR*I*103" + setHead + "LX*1~TS3*1234567893*11*20261231*2*180~" +
		"CLP*A1*1*100*75*20*12*ICN1*11~CAS*CO*45*5~NM1*QC*1*ROE*ANN~" +
		"SVC*HC:99213*60*40**1~" + lineTail + "CAS*PR*2*20~AMT*B6*60~SVC*HC:99214*40*40**1~" + lineTail +
		"CLP*A2*1*80*30**12*ICN2*11~CAS*CO*45*50~NM1*QC*1*POE*BOB~PLB*1234567893*20261231*WO:A0*2~SE*1*0001~"
	codes := func(edits ...string) string {
		in := body
		for _, e := range edits {
			was, is, _ := strings.Cut(e, "=")
			if strings.Count(body, was) != 1 {
				t.Fatal(was)
			}
			in = strings.Replace(in, was, is, 1)
		}
		var list []string
		found, _ := checkFile(t, fileBegin+in+fileEnd, nil, false)
		for _, f := range found {
			if strings.Contains(string(f.Code), "BAL") {
				list = append(list, strings.TrimPrefix(string(f.Code), "835-"))
			}
		}
		slices.Sort(list)
		return strings.Join(list, " ")
	}
	if got := codes(); got != "" {
		t.Fatalf("nothing is off: %s", got)
	}
	for _, x := range []struct{ unread, off, want string }{
		{"A1*1*100=A1*1*1OO", "A2*1*80*30=A2*1*81*30", "BAL-02"},
		{"A1*1*100=A1*1*1OO", "60*40**1=60*41**1", "BAL-01 BAL-14"},
		{"A1*1*100*75=A1*1*100*7S", "60*40**1=60*41**1", "BAL-01 BAL-14"},
		{"A1*1*100*75=A1*1*100*7S", "A2*1*80*30=A2*1*80*31", "BAL-02"},
		{"CO*45*5~=CO*45*x~", "60*40**1=60*41**1", "BAL-01 BAL-14"},
		{"CO*45*5~=CO*45*x~", "BPR*I*103=BPR*I*104", "BAL-04"},
		{"PR*2*20=PR*2*x", "A2*1*80*30=A2*1*80*31", "BAL-02 BAL-04"},
		{"PR*2*20=PR*2*x", "BPR*I*103=BPR*I*104", "BAL-04"},
		{"60*40**1=6O*40**1", "BPR*I*103=BPR*I*104", "BAL-04"},
		{"60*40**1=60*4O**1", "BPR*I*103=BPR*I*104", "BAL-04"},
		{"60*40**1=60*4O**1", "40*40**1=40*41**1", "BAL-01"},
		{"B6*60=B6*x", "BPR*I*103=BPR*I*104", "BAL-04"},
		{"B6*60=B6*x", "60*40**1=60*41**1", "BAL-01"},
		{"WO:A0*2=WO:A0*x", "A2*1*80*30=A2*1*80*31", "BAL-02"},
		{"BPR*I*103=BPR*I*$103", "A2*1*80*30=A2*1*80*31", "BAL-02"},
		{"2*180=2*x", "A2*1*80*30=A2*1*80*31", "BAL-02 BAL-04"},
		{"2*180=2*x", "60*40**1=60*41**1", "BAL-01 BAL-14"},
	} {
		if got := codes(x.unread); got != "" {
			t.Errorf("%s: %s", x.unread, got)
		}
		if got := codes(x.unread, x.off); got != x.want {
			t.Errorf("%s, %s: %q, want %q", x.unread, x.off, got, x.want)
		}
	}
}
