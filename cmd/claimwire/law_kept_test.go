// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"os"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
)

// oddValues stand in the place of an element: numbers, dates, times and texts that
// one program writes and another does not read.
var oddValues = []string{
	"", "150.", "-150.", ".5", "-.5", "+5", ".", "-", "-.", "1E3", "1,250.50", "$12", "00150", "0150", "-0", "0.00", "0", "1 5", " 15", "15 ", " ",
	"1.2.3", "--5", "5-", "100000000", "99999999.99", "-99999999.999", "12345678901234567890", "0.12345678901234567890", "001", "-5", "0000000001", "1234567890", "x", "NaN",
	"20260229", "2026-01-31", "260131", "20260131", "20260131-20260101", "202601312460", "2460", "1230", "1:2", "1^2", "A:B:C:D:E:F:G:H:I", "ABK:J0190:X", ":",
}

// keptAt reads a file and returns the segments that are kept raw.
func keptAt(data []byte, set string) map[string]bool {
	at := map[string]bool{}
	on := func(i x12.Issue) {
		if i.Code == x12.CodeNotHeld || i.Code == x12.CodeValueNotHeld {
			at[fmt.Sprintf("set %d segment %d (%s)", i.Set, i.Segment, i.Tag)] = true
		}
	}
	var err error
	switch set {
	case "837":
		for _, err = range claim837.NewReader(bytes.NewReader(data), &claim837.ReaderOptions{OnIssue: on}).Items() {
		}
	case "835":
		for _, err = range remit835.NewReader(bytes.NewReader(data), &remit835.ReaderOptions{OnIssue: on}).Items() {
		}
	default:
		for _, err = range eligibility270.NewReader(bytes.NewReader(data), &eligibility270.ReaderOptions{OnIssue: on}).Items() {
		}
	}
	_ = err // reading may end where the envelope is damaged
	return at
}

// blamedAt returns the segments of which validation says something bad.
func blamedAt(data []byte) map[string]bool {
	at := map[string]bool{}
	for i, err := range x12.Validate(bytes.NewReader(data), nil) {
		if err == nil && i.Severity >= x12.Warning {
			at[fmt.Sprintf("set %d segment %d (%s)", i.Set, i.Segment, i.Tag)] = true
		}
	}
	return at
}

// Whatever a reader keeps raw, validation says something of at that segment: over
// odd values in every element and component of every typed set. With CLAIMWIRE_KEPT=all
// it tries each, which takes minutes; else one in so many.
func TestWhatIsKeptRawIsAnIssue(t *testing.T) {
	part := uint32(64)
	switch {
	case os.Getenv("CLAIMWIRE_KEPT") == "all":
		part = 1
	case testing.Short():
		part = 256
	}
	tried := 0
	for file, set := range map[string]string{
		"professional": "837", "institutional": "837", "dental": "837", "remittance": "835", "inquiry": "270", "response": "271",
	} {
		data, err := os.ReadFile("../../x12/testdata/" + file + ".edi")
		if err != nil {
			t.Fatal(err)
		}
		segments := strings.Split(string(data), "~")
		asItIs, blamedAsItIs := keptAt(data, set), blamedAt(data)
		ordinal := map[int]int{}
		for i, n := 0, 0; i < len(segments); i++ {
			if n++; strings.HasPrefix(strings.TrimSpace(segments[i]), "ST*") {
				n = 1
			}
			ordinal[i] = n
		}
		told := map[string]bool{}
		try := func(i, e, comp int, was, is string) {
			h := fnv.New32()
			fmt.Fprint(h, file, i, e, comp, is)
			if h.Sum32()%part != 0 {
				return
			}
			tried++
			changed := append([]string(nil), segments...)
			changed[i] = is
			text := []byte(strings.Join(changed, "~"))
			kept, blamed := keptAt(text, set), blamedAt(text)
			bad := 0 // segments that are blamed now: what is lost behind a broken opener has its issue there
			for at := range blamed {
				if !blamedAsItIs[at] {
					bad++
				}
			}
			for at := range kept {
				if bad > 0 && !strings.Contains(at, fmt.Sprintf("segment %d ", ordinal[i])) {
					continue
				}
				if what := fmt.Sprintf("%s %s-%02d-%d", file, strings.TrimSpace(strings.SplitN(was, "*", 2)[0]), e, comp); !blamed[at] && !asItIs[at] && !told[what] {
					told[what] = true
					t.Errorf("%s: %q instead of %q is kept raw at %s, and validation says nothing there", what, strings.TrimSpace(is), strings.TrimSpace(was), at)
				}
			}
		}
		for i, s := range segments {
			elements := strings.Split(s, "*")
			switch strings.TrimSpace(elements[0]) {
			case "ISA", "GS", "ST", "SE", "GE", "IEA", "":
				continue
			}
			for e := 1; e <= len(elements)+1; e++ { // one beyond the last, too
				for _, odd := range oddValues {
					all := append(append([]string(nil), elements...), "", "")[:max(len(elements), e+1)]
					was := all[e]
					all[e] = odd
					try(i, e, 0, s, strings.Join(all, "*"))
					comps := strings.Split(was, ":")
					for c := range comps {
						if len(comps) == 1 || strings.ContainsAny(odd, ":^") {
							break
						}
						changed := append([]string(nil), comps...)
						changed[c] = odd
						all[e] = strings.Join(changed, ":")
						try(i, e, c+1, s, strings.Join(all, "*"))
					}
				}
			}
		}
	}
	t.Logf("%d files", tried)
	if tried < 150_000/int(part) {
		t.Error("too few files were tried")
	}
}
