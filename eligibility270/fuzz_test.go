// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

// crooked is a file in which much is wrong: segments out of order, unknown ones,
// values that no field holds, levels under the wrong parent, a missing trailer.
const crooked = sampleISA + "TA1*1*2*3*A*0~GS*HB*A*B*20260304*1200*1*X*005010X279~ST*271*0001*005010X279~XYZ*1~BHT*0022*11*1*20260229*1200~AAA*Y**42*R~" +
	"HL*9*8*23*0~NM1*03*1*X~EB*1~HL*1**20*1~AAA*N*A*79*N~NM1*2B*2*P*****PI*1~NM1*PR*2*Q~PER*IC*A*TE*1*EX~AAA*N**80*X~AAA*Z~REF*1*2~" +
	"HL*2*1*21*1~EB*1~NM1*1P*2*C~PRV*RF*PXC*1~AAA*N**43*C~N4*A~N3*B~PRV*BI*PXC*2~HL*3*2*22*1~TRN*2*A~TRN~NM1*IL*1*D****II*1*72~DMG*D8*20260229*F~" +
	"INS*Y*18*001*25*************02~HI*ABK:1^2~HI*ABF:1~HI*BK:1:2~DTP*307*RD8*20260101~DTP*346*D8*20260101~MPI*A*AE*A***D8*2020~NM1*IL*1*E~" +
	"EB*1*IND*30^^98*HM~EB*B**98:1****1,5~EB*A*IND*^30****.20*1.50~EB**IND*30*********1*Q*HC:1:2:3:4:5:6:7*1:02~EB*C*IND*30^98**P*29*5.00~DTP*290*D8*20260101~HSD*VS*1.0~HSD~" +
	"REF*18*A*B*C~MSG*~MSG*A*B~III*ZZ~III*GR*1*45*X~LS*2120C~NM1*IL*1*X~N3*A~N3*B~N4*A*B*C*D*RJ*E*F~PER*IC*A*WP*1~PRV*PE*PXC*X~REF*6P*X~LE*2120*2~LS*2120~NM1*ZZ*1*Y~" +
	"EB*R~NM1*PR*2*Z~LE*2120~EB*L~LS*2120~EB*1~HL*4*3*23*0~EB*1~NM1*03*1*K~TRN*1*B~AAA*N**64*C~EB*I~HL*5*3*23*0~NM1*03*1*L~HL*6*3*99*0~NM1*03*1*M~SE*1*0001~" +
	"ST*270*0002*005010X279~BHT*0022*13*1*20260304*1200*RT~HL*1**20*1~HL*2*1*21*1~HL*3*2*22*0~EQ*30^98*HC:1~EQ~EQ**:1*FAM*X*1:2:3:4:5~AMT*R*1~AMT*R*2~AMT*PB*1.50~III*ZZ*11~III*ZY*1~" +
	"REF*9F*1~REF*G1*2~DTP*291*D8*20260304~DTP*292*D8*20260304~SE*2*0003~ST*834*0002~INS*Y~SE*3*0002~ST*271*0003~SE*2*0003~GE*1*1~IEA*1*000000001~"

var seeds = []string{sample270, sample271, crooked, "", "ISA", sampleISA}

// FuzzPatients: whatever is read is written again without loss, and reads as the
// same items; with memory that is reused, too; and what the canonical writers
// take reads back the same.
func FuzzPatients(f *testing.F) {
	for _, s := range seeds {
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

// whole is what an item holds of patients and contexts, in memory of its own.
func whole(i *Item) *Item {
	return &Item{Step: x12.Step{Kind: i.Kind}, At: i.At, Transaction: i.Transaction.Clone(), Source: i.Source.Clone(), Receiver: i.Receiver.Clone(), Subscriber: i.Subscriber.Clone(), Dependent: i.Dependent.Clone(), Inquiry: i.Inquiry.Clone(), Response: i.Response.Clone()}
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
		if i >= len(want) {
			t.Fatal("there are more items when memory is reused")
		}
		if d := testkit.Changed(whole(&want[i]), whole(item)); d != "" {
			t.Fatalf("item %d is another when memory is reused %s", i, d)
		}
		i++
	}
	if i != len(want) {
		t.Fatalf("%d items when memory is reused, %d else", i, len(want))
	}
}

// rebuilt writes the first patients in canonical form, unchecked, and reads them
// back.
func rebuilt(t *testing.T, items []Item) {
	t.Helper()
	n := 0
	for _, item := range items {
		if n == 10 || item.Inquiry == nil && item.Response == nil {
			continue
		}
		n++
		var dst bytes.Buffer
		var err error
		if item.Inquiry != nil {
			w := NewInquiryWriter(&dst, envelope(), anyText())
			err = errors.Join(w.Write(item.Inquiry), w.Close())
		} else {
			w := NewResponseWriter(&dst, envelope(), anyText())
			err = errors.Join(w.Write(item.Response), w.Close())
		}
		if no := (*RefusedError)(nil); errors.As(err, &no) {
			if dst.Len() > 0 {
				t.Fatalf("what is refused leaves %q", dst.Bytes())
			}
			continue
		} else if err != nil {
			t.Fatal(err)
		}
		var last *Item
		for again, err := range NewReader(bytes.NewReader(dst.Bytes()), nil).Items() {
			if err != nil {
				t.Fatal(err)
			}
			if again.Inquiry != nil || again.Response != nil || again.Kind == x12.ContextStep {
				copied := *again
				last = &copied
			}
		}
		if last == nil {
			t.Fatalf("nobody comes back: %q", dst.Bytes())
		}
		if d := testkit.Changed(canonical(&item), canonical(last)); d != "" {
			t.Fatalf("the patient changed %s\n%q", d, dst.Bytes())
		}
	}
}

// canonical is an item without what a canonical writer gives anew, and without
// raw segments, whose place may be another.
func canonical(i *Item) *Item {
	out := whole(i)
	out.Kind, out.At = 0, At{}
	out.Transaction, out.Source, out.Receiver, out.Subscriber, out.Dependent = nil, nil, nil, nil, nil
	level := func(at *At, l *x12.Level, rests ...*[]x12.Raw) {
		*at, *l = At{}, x12.Level{}
		for _, r := range rests {
			*r = nil
		}
	}
	around := func(at *At, t *Transaction, s *Source, r *Receiver, members ...*Member) {
		*at = At{}
		if t != nil {
			t.At, t.Rest = At{}, nil
		}
		if s != nil {
			level(&s.At, &s.Level, &s.Rest, &s.LevelRest)
		}
		if r != nil {
			level(&r.At, &r.Level, &r.Rest, &r.LevelRest)
		}
		for _, m := range members {
			if m != nil {
				level(&m.At, &m.Level, &m.Rest, &m.LevelRest)
			}
		}
	}
	if q := out.Inquiry; q != nil {
		around(&q.At, q.Transaction, q.Source, q.Receiver, q.Subscriber, q.Dependent)
		for k := range q.Questions {
			q.Questions[k].Rest = nil
		}
	}
	if r := out.Response; r != nil {
		around(&r.At, r.Transaction, r.Source, r.Receiver, r.Subscriber, r.Dependent)
		for k := range r.Benefits {
			b := &r.Benefits[k]
			b.Rest, b.LoopBegin, b.LoopEnd = nil, "", ""
			for n := range b.Entities {
				b.Entities[n].Rest = nil
			}
			for n := range b.Further {
				b.Further[n].Rest = nil
			}
		}
	}
	testkit.Canonical(out)
	return out
}

// anyText are options that take whatever a reader gives.
func anyText() *WriterOptions {
	return &WriterOptions{Unchecked: true, X12: x12.WriterOptions{Charset: x12.Extended}}
}

// FuzzJSON: inquiries and responses that go through JSON are the same.
func FuzzJSON(f *testing.F) {
	for _, s := range seeds[:3] {
		f.Add([]byte(s), false)
		f.Add(bytes.ReplaceAll([]byte(s), []byte("PLAN"), []byte("PL\xe9\"\\\x01\uf7e9\u2028")), true)
	}
	f.Fuzz(func(t *testing.T, in []byte, fragment bool) {
		o := &ReaderOptions{X12: x12.ReaderOptions{Fragment: fragment}, MaxRecord: 64 << 10}
		n := 0
		for item, err := range NewReader(bytes.NewReader(in), o).Items() {
			if err != nil || n == 10 {
				break
			}
			n++
			throughJSON(t, item.Transaction)
			throughJSON(t, item.Source)
			throughJSON(t, item.Receiver)
			throughJSON(t, item.Inquiry)
			throughJSON(t, item.Response)
		}
	})
}

func throughJSON[T any](t *testing.T, v *T) {
	t.Helper()
	if v == nil {
		return
	}
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

// FuzzRequest: no request makes building panic, and what is built can be checked
// and written, or is refused.
func FuzzRequest(f *testing.F) {
	for _, name := range []string{"single", "batch", "spend-down", "wrong"} {
		for _, r := range readJSON[[]Request](f, name) {
			b, err := json.Marshal(r)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(b)
		}
	}
	p := readJSON[Practice](f, "practice")
	f.Fuzz(func(t *testing.T, in []byte) {
		var r Request
		if json.Unmarshal(in, &r) != nil {
			return
		}
		q, found := NewBuilder(&p, &BuilderOptions{Now: noon}).Inquiry(&r)
		if q == nil && len(found) == 0 {
			t.Fatalf("%d findings", len(found))
		}
		if q == nil {
			return
		}
		var dst bytes.Buffer
		env, _ := p.Envelope(noon)
		w := NewInquiryWriter(&dst, &env, &WriterOptions{X12: x12.WriterOptions{Fold: true}})
		if no := (*RefusedError)(nil); errors.As(w.Write(q), &no) {
			return
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if n := len(inquiriesOf(t, dst.Bytes(), nil)); n != 1 {
			t.Fatalf("%d inquiries: %s", n, dst.Bytes())
		}
		for i, err := range x12.Validate(bytes.NewReader(dst.Bytes()), &x12.ValidateOptions{SNIP: 2}) {
			if err != nil || i.Severity == x12.Error {
				t.Fatalf("%v %v %s", i, err, dst.Bytes())
			}
		}
	})
}
