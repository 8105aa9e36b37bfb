// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// checkFile reads a file with a checker and returns what it finds and the proofs.
func checkFile(t testing.TB, data string, o *CheckerOptions, reuse bool) ([]x12.Issue, []*Balance) {
	t.Helper()
	var found []x12.Issue
	var proofs []*Balance
	j := NewChecker(o, func(f x12.Issue) { found = append(found, f) })
	for item, err := range NewReader(strings.NewReader(data), &ReaderOptions{Reuse: reuse}).Items() {
		if err != nil {
			t.Log(err)
			break
		}
		if b := j.Item(item); b != nil {
			proofs = append(proofs, b)
		}
	}
	j.Close()
	return found, proofs
}

const (
	fileBegin = "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260304*1200*^*00501*000000001*0*T*:~" +
		"GS*HP*PAYER*CLINIC*20260304*1200*1*X*005010X221A1~"
	setHead = "*C*CHK************20260305~TRN*1*CHK1*1999999999~N1*PR*NORTH PLAN~N3*1 PLAN WAY~N4*DENVER*CO*80202~" +
		"PER*BL*EDI DESK*TE*3035550102~N1*PE*SOUTH CLINIC*XX*1234567893~REF*TJ*123456789~"
	lineTail = "DTM*472*20260105~"
	fileEnd  = "GE*1*1~IEA*1*000000001~"
)

func TestCheckerReadsFiles(t *testing.T) {
	one := "ST*835*0001~BPR*I*75.5" + setHead + "LX*1~TS3*1234567893*11*20261231*2*180~" +
		"CLP*A1*1*100*80*20*12*ICN1*11~NM1*QC*1*ROE*ANN~SVC*HC:99213*100*80~" + lineTail + "CAS*PR*2*20~" +
		"CLP*A2*1*80*0**12*ICN2*11~NM1*QC*1*ROE*ANN~SVC*HC:99213*80*0~" + lineTail + "CAS*CO*45*62.58**144*-.03**97*17.45~" +
		"LX*2~TS3*1234567893*11*20261231*1*0~PLB*1234567893*20261231*WO:A0*4.5~SE*1*0001~"
	two := "ST*835*0002*005010X221A1~BPR*I*81" + setHead + "LX*1~" +
		"CLP*A3*1*100*80*20*12*ICN1*11~NM1*QC*1*ROE*ANN~SVC*HC:99213*100*80~" + lineTail + "CAS*PR*2*20~SE*1*0002~"
	three := "ST*835*0003~BPR*I*7" + setHead + "PLB*1234567893*20261231*CT:R1*-7~SE*1*0003~"
	for _, reuse := range []bool{false, true} {
		found, proofs := checkFile(t, fileBegin+one+two+three+fileEnd, received(), reuse)
		want := strings.Join([]string{
			"835-BAL-10 warning header.provider.claims want 0 got 1",
			"835-SIT-09 warning ",
			"835-BAL-04 error remittance.amount want 80 got 81",
		}, "\n")
		if got := show(found); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
		if len(proofs) != 3 {
			t.Fatalf("%d proofs", len(proofs))
		}
		if b := proofs[0]; !b.Balanced() || b.Claims != 2 || b.Lines != 2 || !b.Provider.Equal(dec("4.5")) || !b.Charge.Equal(dec("180")) ||
			!b.LineAdjusted.Equal(dec("100")) || !b.PatientResponsibility.Equal(dec("20")) || b.At != (At{1, 1, 1, 0, 0}) || b.Warnings != 1 {
			t.Errorf("%+v", b)
		}
		if b := proofs[1]; b.Balanced() || !b.Difference.Equal(dec("1")) || b.Errors != 1 || b.At.Set != 2 {
			t.Errorf("%+v", b)
		}
		if b := proofs[2]; !b.Balanced() || b.Claims != 0 || !b.Provider.Equal(dec("-7")) {
			t.Errorf("%+v", b)
		}
		if f := found[2]; f.Position.Set != 2 || f.Tag != "BPR" || f.Element != 2 || f.Record != 0 || f.Value != "81" {
			t.Errorf("%+v", f)
		}
	}
}

// A writer that is given rules refuses what breaks one, and writes the rest.
func TestWriterByTheRules(t *testing.T) {
	r := goodRemittance()
	bad := *r.payment("A8")
	bad.ID, bad.Paid = "BAD", dec("81")
	var out bytes.Buffer
	w := NewWriter(&out, envelope(), &WriterOptions{Rules: NewRuleSet()})
	for _, p := range []*ClaimPayment{r.payment("A1"), &bad, r.payment("A2")} {
		err := w.Write(p)
		var refused *RefusedError
		if p != &bad {
			if err != nil {
				t.Error(err)
			}
			continue
		}
		if !errors.As(err, &refused) || len(refused.Issues) != 1 || refused.Issues[0].Code != "835-BAL-02" || refused.Issues[0].Path != "paid" {
			t.Errorf("%v", err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if s := out.String(); strings.Contains(s, "BAD") || strings.Count(s, "CLP*") != 2 {
		t.Error(s)
	}
	var refused *RefusedError
	if err := NewWriter(io.Discard, envelope(), nil).Write(&bad); !errors.As(err, &refused) {
		t.Errorf("by the recommended rules: %v", err)
	}
	w = NewWriter(io.Discard, envelope(), &WriterOptions{Rules: NoRules})
	if err := w.Write(&bad); err != nil {
		t.Errorf("without rules: %v", err)
	}
}

// Who feeds items asks for the link of a payment.
func TestCheckerTellsLinks(t *testing.T) {
	file := fileBegin + "ST*835*0001~BPR*I*30" + setHead + "LX*1~" +
		"CLP*A1*22*-100*-80**12*ICN1*11~NM1*QC*1*ROE*ANN~SVC*HC:99213*-100*-80~" + lineTail + "CAS*CO*45*-20~" +
		"CLP*A1*1*110*110**12*ICN2*11~NM1*QC*1*ROE*ANN~SVC*HC:99213*110*110~" + lineTail + "SE*1*0001~" + fileEnd
	j := NewChecker(received(), func(f x12.Issue) {
		if f.Severity != x12.Info {
			t.Error(f)
		}
	})
	var links []Link
	for item, err := range NewReader(strings.NewReader(file), &ReaderOptions{Reuse: true}).Items() {
		if err != nil {
			t.Fatal(err)
		}
		if b := j.Item(item); b != nil && (b.Reversals != 1 || b.Unlinked != 1) {
			t.Errorf("%+v", b)
		}
		if item.Kind == x12.RecordStep {
			links = append(links, j.Link())
		}
	}
	want := []Link{{Role: RoleReversal}, {Role: RoleCorrection, To: At{1, 1, 1, 1, 1}, Found: true}}
	if !slices.Equal(links, want) {
		t.Errorf("%+v", links)
	}
}

// A file that breaks off is checked as far as it goes, with what it took back.
func TestCheckerOfATornFile(t *testing.T) {
	file := fileBegin + "ST*835*0001~BPR*I*75.5" + setHead + "LX*1~" +
		"CLP*A1*1*100*80*20*12*ICN1*11~NM1*QC*1*ROE*ANN~SVC*HC:99213*100*80~" + lineTail + "CAS*PR*2*20~PLB*1234567893*20261231*WO:A0*4.5~"
	if found, _ := checkFile(t, file, received(), true); len(found) != 0 {
		t.Errorf("%s", show(found))
	}
	if found, _ := checkFile(t, strings.TrimSuffix(file, "PLB*1234567893*20261231*WO:A0*4.5~"), received(), true); show(found) != "835-BAL-04 error remittance.amount want 80 got 75.5" {
		t.Errorf("%s", show(found))
	}
}

// A checker that is fed payments only begins and ends remittances by itself.
func TestCheckerOfPaymentsOnly(t *testing.T) {
	a, b := goodRemittance(), goodRemittance()
	b.Remittance.At.Set = 2
	for _, p := range b.payments {
		p.At.Set = 2
	}
	a.Amount, b.Amount = dec("591.2"), dec("591.21")
	var found []x12.Issue
	j := NewChecker(&a.options, func(f x12.Issue) {
		if f.Code == "835-BAL-04" {
			found = append(found, f)
		}
	})
	for _, p := range slices.Concat(a.payments, b.payments) {
		j.Payment(p)
	}
	j.Close()
	if len(found) != 1 || found[0].Position.Set != 2 || !found[0].Figures.Difference().Equal(dec("0.01")) {
		t.Errorf("%s", show(found))
	}
	// Without ordinals the remittance that they point to tells.
	found = nil
	for _, p := range slices.Concat(a.payments, b.payments) {
		p.At = At{}
	}
	a.Remittance.At, b.Remittance.At = At{}, At{}
	for _, p := range slices.Concat(a.payments, b.payments) {
		j.Payment(p)
	}
	j.Close()
	if len(found) != 1 || !found[0].Figures.Difference().Equal(dec("0.01")) {
		t.Errorf("%s", show(found))
	}
}

func TestSeverities(t *testing.T) {
	r := goodRemittance()
	r.payment("A1").Amounts[0].Amount = dec("4.5")
	r.options.Rules = NewRuleSet().Received()
	if found, _ := r.check(); show(found) != "835-BAL-08 warning summary.adjustments[0].amount want -4.5 got -5" {
		t.Error(show(found))
	}
	if err := r.options.Rules.SetSeverity("835-BAL-08", x12.Info); err != nil {
		t.Fatal(err)
	}
	if found, b := r.check(); len(found) != 1 || found[0].Severity != x12.Info || b.Errors+b.Warnings != 0 {
		t.Error(show(found))
	}
	r.options.Rules.Limit(2)
	if found, _ := r.check(); len(found) != 0 {
		t.Error(show(found))
	}
	if err := r.options.Rules.Enable("835-BAL-08"); err != nil {
		t.Fatal(err)
	}
	if found, _ := r.check(); len(found) != 1 {
		t.Error(show(found))
	}
	for _, err := range []error{r.options.Rules.Enable("835-BAL-99"), r.options.Rules.Disable("X"), r.options.Rules.SetSeverity("X", x12.Error)} {
		if err == nil {
			t.Error("a rule that is none")
		}
	}
}

// The catalogue is stable: ids are unique, every rule says what is wrong.
func TestRules(t *testing.T) {
	var ids []string
	for _, r := range allRules() {
		if !strings.HasPrefix(r.ID, "835-") || r.Title == "" || r.Fix == "" || r.SNIP < 3 || r.SNIP > 4 || slices.Contains(ids, r.ID) {
			t.Errorf("%+v", r)
		}
		if (r.payment == nil) != (r.needs == 0) {
			t.Errorf("%s is asked about no payment, or about all", r.ID)
		}
		ids = append(ids, r.ID)
	}
	if len(ids) != 44 {
		t.Errorf("%d rules", len(ids))
	}
}

// Texts hold no values: those may be health data.
func TestFindingsSayNoValues(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 835))
	n := 0
	for range 300 {
		r := &Remittance{Amount: dec("-77177.17")}
		var payments []*ClaimPayment
		for range 5 {
			p := randomPayment(rng)
			p.ID = "SECRET"
			p.PatientResponsibility = null("77177.17")
			payments = append(payments, p)
		}
		r.Balance(payments, nil, nil, func(f x12.Issue) {
			n++
			if strings.Contains(f.Detail+f.String(), "SECRET") || strings.Contains(f.Detail+f.String(), "77177") {
				t.Errorf("%s", f)
			}
		})
	}
	if n < 1000 {
		t.Errorf("%d findings", n)
	}
}

// Whatever is checked: no panic, and the proof is what the figures are.
func TestProofs(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 835))
	for range 500 {
		r := &Remittance{Amount: dec("100")}
		var payments []*ClaimPayment
		paid, off := dec("0"), 0
		for range rng.IntN(6) {
			p := randomPayment(rng)
			if rng.IntN(2) == 0 {
				for i := range p.Lines {
					balance(&p.Lines[i])
				}
			}
			paid = paid.Add(p.Paid)
			if b := p.Balance(); !b.Balanced() {
				off++
			}
			payments = append(payments, p)
		}
		s := &Summary{Adjustments: []ProviderAdjustment{plb("WO", "X", "17.17"), plb("ZZ", "", "-0.001")}}
		b := r.Balance(payments, s, nil, nil)
		if !b.Paid.Equal(paid) || !b.Expected.Equal(paid.Sub(dec("17.169"))) || !b.Difference.Equal(dec("100").Sub(b.Expected)) ||
			b.UnbalancedClaims != off || b.Claims != len(payments) {
			t.Fatalf("%+v, paid %s, %d off", b, paid, off)
		}
	}
}

// A checker needs the same memory for a remittance of any size.
func TestCheckerInConstantMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("a large file")
	}
	var peak uint64
	src := &endless{size: 24 << 20}
	j := NewChecker(&CheckerOptions{Rules: NewRuleSet().Received()}, nil)
	var m runtime.MemStats
	n := 0
	for item, err := range NewReader(src, &ReaderOptions{Reuse: true}).Items() {
		if err != nil {
			t.Fatal(err)
		}
		j.Item(item)
		if n++; n%5000 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapAlloc)
		}
	}
	j.Close()
	if n < 20000 || peak > 16<<20 {
		t.Errorf("%d steps, %d bytes", n, peak)
	}
}

func FuzzChecker(f *testing.F) {
	f.Add([]byte(fileBegin + "ST*835*0001~BPR*I*75.5" + setHead + "LX*1~CLP*A1*22*100*80*20*12*ICN1*11~NM1*QC*1*ROE*ANN~MOA***MA15~" +
		"SVC*HC:99213*100*80**1*HC:1*2~CAS*PR*2*20*1~LQ*HE*N123~PLB*1*20261231*FB:A0*-4.5*FB:A0*4.5~SE*1*0001~" + fileEnd))
	f.Add(balancedFile(3))
	f.Fuzz(func(t *testing.T, data []byte) {
		j := NewChecker(&CheckerOptions{Window: 2}, nil)
		for item, err := range NewReader(bytes.NewReader(data), &ReaderOptions{Reuse: true}).Items() {
			if err != nil {
				break
			}
			j.Item(item)
			if item.Kind == x12.RecordStep {
				p := item.Payment
				if o := p.Outcome(nil); !o.Paid.Add(o.Sum()).Equal(p.Charge) {
					t.Fatal("the parts are not the charge")
				}
			}
		}
		j.Close()
	})
}
