// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

// crooked is a file in which much is wrong: segments out of order, unknown ones,
// values that no field holds, adjustments with gaps, a missing trailer.
const crooked = sampleHead + "TA1*1*2*3*A*0~ST*835*0001*005010X221A1~XYZ*1~TRN*1*A~BPR*I*1,250.50*C*CHK************20260229~TRN*1*B~" +
	"N1*PE*CLINIC*XX*1~PER*BL*A*TE~N1*PR*PLAN~PER*IC*X*UR*Y~PER*CX*A*TE*1*EX~REF*ZZ*1~N1*PR*OTHER~CLP*1*1*10*5~CAS*CO*45*5****97*0~CAS*CO~" +
	"CAS*CO**1~CAS*CO****45*5~CAS*CO*1*1~CAS*CO*2*2~CAS*PR*1*X~LX*0~LX*007~TS3*1*11*20261231*1*1*5~CLP*2*22*-10*-5**12~NM1*QC*1*A~NM1*QC*1*B~NM1*82*1~" +
	"MIA*****N1~MOA***A**B~DTM*232*20260101~DTM*232*20260102~DTM*233*2026~AMT*AU*5~AMT*ZZ*~SVC*HC:1::A:B:C:D:E:F*5.50*0~CAS*CO*45*.5~" +
	"SVC*HC:99213*1*1****~DTM*151*20260101~DTM*150*20260101~LQ*HE*A~REF*6R*1~REF*6R*2~REF*0K*~SVC~PLB*1*20261231*WO:A:B*5~PLB*1*20261231*WO*5***L6:X*1~" +
	"PLB*1*20261231*WO*1~PLB*1*20261331*WO*1~FOO~CLP*3*4*1*0~PLB*2*20261231*CS~SE*1*0001~ST*834*0002~INS*Y~SE*3*0002~ST*835*0003~SE*2*0003~GE*1*1~IEA*1*000000001~"

// FuzzPayments: whatever is read is written again without loss, and reads as the
// same items; with memory that is reused, too; and what the canonical Writer
// takes reads back the same.
func FuzzPayments(f *testing.F) {
	for _, s := range []string{sample, crooked, "", "ISA", sampleHead} {
		f.Add([]byte(s), false)
		f.Add([]byte(s), true)
		for _, s := range testkit.WithBreaks(s) {
			f.Add([]byte(s), false)
		}
	}
	f.Fuzz(func(t *testing.T, in []byte, fragment bool) {
		o := &ReaderOptions{X12: x12.ReaderOptions{Fragment: fragment}, MaxRecord: 64 << 10}
		items, ok := testkit.RecodeLaw(t, numbers, in, o.X12, func(in []byte) ([]Item, []byte, error) {
			r := recode(in, o)
			return r.items, r.out, r.err
		})
		if !ok {
			return
		}
		reused(t, in, *o, items)
		if !testkit.EmptyEnds(in, o.X12) && !testkit.OtherSeparators(in, o.X12) {
			rebuilt(t, items)
		}
	})
}

// reused reads with reuse and compares each item with the one that was kept.
func reused(t *testing.T, in []byte, o ReaderOptions, want []Item) {
	t.Helper()
	o.Reuse, o.OnIssue = true, func(x12.Issue) {}
	i := 0
	for item, err := range NewReader(bytes.NewReader(in), &o).Items() {
		if err != nil {
			t.Fatal(err)
		}
		if i >= len(want) || item.Kind != want[i].Kind || item.At != want[i].At {
			t.Fatalf("item %d is another when memory is reused", i)
		}
		d := ""
		switch item.Kind {
		case x12.RecordStep:
			d = testkit.Changed(want[i].Payment.Clone(), item.Payment.Clone())
		case x12.SummaryStep:
			d = testkit.Changed(want[i].Summary.Clone(), item.Summary.Clone())
		case x12.SetBegin:
			d = testkit.Changed(want[i].Remittance.Clone(), item.Remittance.Clone())
		case x12.ContextStep:
			d = testkit.Changed(want[i].Header.Clone(), item.Header.Clone())
		}
		if d != "" {
			t.Fatalf("item %d is another when memory is reused %s", i, d)
		}
		i++
	}
	if i != len(want) {
		t.Fatalf("%d items when memory is reused, %d else", i, len(want))
	}
}

// rebuilt writes the first payments and summaries in canonical form, unchecked,
// and reads them back.
func rebuilt(t *testing.T, items []Item) {
	t.Helper()
	n := 0
	for _, item := range items {
		if n == 10 || item.Kind != x12.RecordStep && item.Kind != x12.SummaryStep {
			continue
		}
		n++
		var dst bytes.Buffer
		w := NewWriter(&dst, envelope(), anyText())
		var err error
		if item.Kind == x12.RecordStep {
			err = w.Write(item.Payment)
		} else {
			err = w.WriteSummary(item.Summary)
		}
		var no *RefusedError
		if errors.As(err, &no) {
			if err := w.Close(); err != nil || dst.Len() > 0 {
				t.Fatalf("what is refused leaves %q, %v", dst.Bytes(), err)
			}
			continue
		}
		if err := errors.Join(err, w.Close()); err != nil {
			t.Fatal(err)
		}
		back := 0
		for again, err := range NewReader(bytes.NewReader(dst.Bytes()), nil).Items() {
			d := ""
			switch {
			case err != nil:
				t.Fatal(err)
			case again.Kind == x12.RecordStep && item.Kind == x12.RecordStep:
				back++
				d = testkit.Changed(canonical(item.Payment), canonical(again.Payment))
			case again.Kind == x12.SummaryStep && item.Kind == x12.SummaryStep:
				back++
				d = testkit.Changed(canonicalSummary(item.Summary), canonicalSummary(again.Summary))
			}
			if d != "" {
				t.Fatalf("the record changed %s\n%q", d, dst.Bytes())
			}
		}
		if back != 1 {
			t.Fatalf("%d records come back of one: %q", back, dst.Bytes())
		}
	}
}

// anyText are options that take whatever a reader gives.
func anyText() *WriterOptions {
	return &WriterOptions{Unchecked: true, X12: x12.WriterOptions{Charset: x12.Extended}}
}

// FuzzJSON: a payment and a summary that go through JSON are the same.
func FuzzJSON(f *testing.F) {
	for _, s := range []string{sample, crooked} {
		f.Add([]byte(s), false)
		f.Add(bytes.ReplaceAll([]byte(s), []byte("CLINIC"), []byte("CL\xe9\"\\\x01\uf7e9\u2028")), true)
	}
	f.Fuzz(func(t *testing.T, in []byte, fragment bool) {
		o := &ReaderOptions{X12: x12.ReaderOptions{Fragment: fragment}, MaxRecord: 64 << 10}
		n := 0
		for item, err := range NewReader(bytes.NewReader(in), o).Items() {
			if err != nil || n == 10 {
				break
			}
			switch item.Kind {
			case x12.RecordStep:
				n++
				throughJSON(t, item.Payment)
			case x12.SummaryStep:
				n++
				throughJSON(t, item.Summary)
			}
		}
	})
}

func throughJSON[T any](t *testing.T, v *T) {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var back T
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	if d := testkit.Changed(v, &back); d != "" {
		t.Fatalf("the record changed %s\n%s", d, b)
	}
}
