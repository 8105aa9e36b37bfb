// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
	"github.com/google/go-cmp/cmp"
)

// steps are items in short: kind and place.
func steps(items []Item) string {
	names := map[x12.StepKind]string{x12.InterchangeBegin: "<", x12.InterchangeEnd: ">", x12.GroupBegin: "(", x12.GroupEnd: ")", x12.SetBegin: "[", x12.SetEnd: "]",
		x12.ContextStep: "header", x12.RecordStep: "payment", x12.SummaryStep: "summary", x12.SegmentStep: "segment"}
	var out []string
	for _, i := range items {
		s := names[i.Kind]
		switch i.Kind {
		case x12.RecordStep:
			s += fmt.Sprintf(" %d/%d %s", i.At.Header, i.At.Payment, i.Payment.ID)
		case x12.ContextStep:
			s += fmt.Sprintf(" %d %s", i.At.Header, i.Header.Number)
		case x12.SummaryStep:
			s += fmt.Sprintf(" %d", len(i.Summary.Adjustments))
		case x12.SegmentStep:
			s += " " + i.Raw.Tag
		case x12.SetBegin:
			s += i.Set.ID
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

// What a file may look like, and what is made of it: nothing is lost, and no
// more stands in the way than must.
func TestItems(t *testing.T) {
	head := "BPR*I*5*C*CHK************20260305~TRN*1*A*1~"
	for name, c := range map[string]struct{ set, want string }{
		"nothing":                        {"ST*835*1~SE*2*1~", "[835, ]"},
		"no trailer":                     {"ST*835*1~" + head, "[835, ]"},
		"the version in ST03":            {"ST*835*1*005010X221A1~" + head + "SE*4*1~", "[835, ]"},
		"provider adjustments alone":     {"ST*835*1~" + head + "PLB*1*20261231*CS*5*L6*6~SE*5*1~", "[835, summary 2, ]"},
		"header numbers without claims":  {"ST*835*1~" + head + "LX*0~LX*007~TS3*1~SE*7*1~", "[835, header 1 0, header 2 007, ]"},
		"claims without a header number": {"ST*835*1~" + head + "CLP*A*1*1*1~CLP*B*1*1*1~SE*6*1~", "[835, payment 0/1 A, payment 0/2 B, ]"},
		"several header numbers":         {"ST*835*1~LX*1~CLP*A*1*1*1~CLP*B*1*1*1~LX*2~CLP*C*1*1*1~SE*7*1~", "[835, payment 1/1 A, payment 1/2 B, payment 2/3 C, ]"},
		"adjustments before claims":      {"ST*835*1~PLB*1*20261231*CS*5~LX*1~CLP*A*1*1*1~PLB*1*20261231*CS*5~SE*6*1~", "[835, summary 1, payment 1/1 A, summary 1, ]"},
		"a summary that breaks off":      {"ST*835*1~PLB*1*20261231*CS*5~FOO~REF*1~PLB*1*20261231*CS*5~SE*6*1~", "[835, summary 2, ]"},
		"another set":                    {"ST*277*1~BHT*1~TRN*1~SE*4*1~", "[277, segment BHT, segment TRN, ]"},
		"two sets":                       {"ST*835*1~CLP*A*1*1*1~SE*3*1~ST*835*2~CLP*B*1*1*1~SE*3*2~", "[835, payment 0/1 A, ], [835, payment 0/1 B, ]"},
		"a line without a claim":         {"ST*835*1~" + head + "SVC*HC:1*1*1~CAS*CO*45*1~SE*6*1~", "[835, ]"},
	} {
		in := sampleHead + c.set + "GE*1*1~IEA*1*000000001~"
		r := recode([]byte(in), nil)
		if r.err != nil {
			t.Errorf("%s: %v", name, r.err)
			continue
		}
		if got, want := steps(r.items), "<, (, "+c.want+", ), >"; got != want {
			t.Errorf("%s: %s\nwant %s", name, got, want)
		}
		numbers.Kept(t, []byte(in), r.out, x12.ReaderOptions{})
		again := recode(r.out, nil)
		if d := testkit.SameItems(numbers, r.items, again.items); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	for version, want := range map[string]bool{"005010X221A1": true, "005010X221": true, "005010X222A1": false, "004010X091A1": false, "": false} {
		if IsRemittance(version) != want {
			t.Errorf("%s: %v", version, !want)
		}
	}
}

// What stands in a payment can be reached from it.
func TestPaymentsPointToWhatTheyStandIn(t *testing.T) {
	p := paymentsOf(t, []byte(sample), nil)
	if len(p) != 3 || p[0].Remittance != p[2].Remittance || p[0].Header != p[1].Header || p[1].Header == p[2].Header {
		t.Fatalf("%d payments", len(p))
	}
	if p[0].Remittance.Trace.Number != "EFT0001" || p[2].Header.Number != "2" || p[2].At != (At{1, 1, 1, 2, 3}) {
		t.Errorf("%+v", p[2].At)
	}
	if a := p[0].Amount(AmountInterest); !a.Valid || a.Decimal.String() != "3.25" || p[0].Amount(AmountTax).Valid {
		t.Errorf("interest %v", a)
	}
	if a := p[1].Lines[0].Amount(AmountAllowed); !a.Valid || p[0].Reference("EA") != "MR1" || p[0].Reference("G2") != "COM1" || p[0].Reference("X") != "" {
		t.Errorf("allowed %v", a)
	}
	if got := p[0].Remarks(); !slices.Equal(got, []x12.Code{"N1", "N20", "N21", "N22", "N23"}) || len(p[1].Remarks()) != 5 || p[2].Remarks() != nil {
		t.Errorf("remarks %v", got)
	}
}

// Segments of a loop may stand in any order; written again they stand in that of
// the guide. Those of one tag keep their order, which is that of a list.
func TestOrderWithinLoops(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(sample, "\n"), "\n")
	random := rand.New(rand.NewPCG(1, 2))
	openers := []string{"ISA", "GS", "ST", "N1", "LX", "CLP", "SVC", "PLB", "SE", "GE", "IEA"}
	moved := 0
	for range 20 {
		out := slices.Clone(lines)
		for from := 0; from < len(out); {
			to := from + 1
			for to < len(out) && !slices.Contains(openers, tagOf(out[to])) {
				to++
			}
			own, byTag := out[from+1:to], map[string][]string{}
			for _, s := range own {
				byTag[tagOf(s)] = append(byTag[tagOf(s)], s)
			}
			random.Shuffle(len(own), func(a, b int) { own[a], own[b] = own[b], own[a] })
			for i, s := range own {
				list := byTag[tagOf(s)]
				own[i], byTag[tagOf(s)] = list[0], list[1:]
				if own[i] != lines[from+1+i] {
					moved++
				}
			}
			from = to
		}
		r := recode([]byte(strings.Join(out, "\n")+"\n"), nil)
		if r.err != nil || string(r.out) != sample {
			t.Fatalf("%v\n%s\n%v", r.err, cmp.Diff(lines, strings.Split(strings.TrimSuffix(string(r.out), "\n"), "\n")), r.issues)
		}
	}
	if moved < 300 {
		t.Errorf("only %d segments were moved", moved)
	}
}

func tagOf(segment string) string {
	tag, _, _ := strings.Cut(segment, "*")
	return tag
}

func TestReaderStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n, last := 0, error(nil)
	for _, err := range NewReader(&endless{size: 1 << 20}, &ReaderOptions{Context: ctx}).Payments() {
		if last = err; err != nil {
			break
		}
		if n++; n == 3 {
			cancel()
		}
	}
	if n != 3 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d payments, %v", n, last)
	}
	seen := 0
	r := NewReader(strings.NewReader(crooked), &ReaderOptions{OnSegment: func(*x12.Segment) { seen++ }})
	for range r.Items() {
		if seen > 30 {
			break
		}
	}
	if seen < 30 || len(r.Issues()) < 5 {
		t.Errorf("%d segments, %d findings", seen, len(r.Issues()))
	}
}

func TestRecodeWriterRefuses(t *testing.T) {
	for name, item := range map[string]*Item{
		"a header number without ordinals": {Step: x12.Step{Kind: x12.RecordStep}, Payment: &ClaimPayment{Header: &HeaderNumber{}}},
		"a list that is too long":          {Step: x12.Step{Kind: x12.RecordStep}, Payment: &ClaimPayment{Outpatient: &OutpatientAdjudication{Remarks: make([]x12.Code, 6)}}},
		"too many numbers":                 {Step: x12.Step{Kind: x12.SetBegin, Set: &x12.Set{ID: "835"}}, Remittance: &Remittance{Payer: Payer{Contact: &x12.Contact{Numbers: make([]x12.ContactNumber, 4)}}}},
		"no kind":                          {},
		"an unknown kind":                  {Step: x12.Step{Kind: 99}},
	} {
		if err := NewRecodeWriter(&bytes.Buffer{}, nil).Write(item); err == nil {
			t.Errorf("%s is written", name)
		}
	}
}
