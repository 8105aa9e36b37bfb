// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

func envelope() *Envelope {
	return &Envelope{
		Interchange: x12.Interchange{AuthorizationQualifier: "00", SecurityQualifier: "00", SenderQualifier: "ZZ", SenderID: "PAYER",
			ReceiverQualifier: "ZZ", ReceiverID: "CLINIC", Date: "260304", Time: "1200", Version: "00501", Control: "1", AckRequested: "0",
			Usage: "T", RepetitionSeparator: "^"},
		Group: x12.Group{FunctionalID: "HP", Sender: "PAYER", Receiver: "CLINIC", Date: "20260304", Time: "1200", Control: "1",
			Agency: "X", Version: Guide},
		Set: x12.Set{Control: "0001"},
	}
}

// build writes the records of a stream in canonical form. Before each, it may
// be changed.
func build(t testing.TB, in []byte, o *WriterOptions, change func(*Item)) (out []byte, refused []*RefusedError) {
	t.Helper()
	if o == nil {
		o = &WriterOptions{Rules: NoRules, X12: x12.WriterOptions{LineBreak: "\n", Charset: x12.Extended}}
	}
	var dst bytes.Buffer
	w := NewWriter(&dst, envelope(), o)
	for item, err := range NewReader(bytes.NewReader(in), nil).Items() {
		if err != nil {
			t.Fatal(err)
		}
		if change != nil {
			change(item)
		}
		switch {
		case item.Kind == x12.SetBegin && item.Remittance != nil:
			err = w.Begin(item.Remittance)
		case item.Kind == x12.RecordStep:
			err = w.Write(item.Payment)
		case item.Kind == x12.SummaryStep:
			err = w.WriteSummary(item.Summary)
		}
		var no *RefusedError
		if errors.As(err, &no) {
			refused = append(refused, no)
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return dst.Bytes(), refused
}

// body is a file without its envelope.
func body(in []byte) string {
	s := string(in)
	return s[strings.Index(s, "ST*835"):strings.LastIndex(s, "GE*")]
}

// The sample, written from the values that are read of it, is what it was but
// for what the canonical form gives anew: segments of adjustments filled up.
func TestWriterWritesTheSample(t *testing.T) {
	out, refused := build(t, []byte(sample), nil, nil)
	if len(refused) > 0 {
		t.Fatal(refused[0])
	}
	want := strings.NewReplacer(
		"**97*20*1****131*24~\nCAS*CO*253*5.5~", "**97*20*1*131*24**253*5.5~",
		"L6:X*-3.25***FB:EFT0000*-1.75~\nPLB*1234567893*20261231*CS*1*72:C*2*IR*3*LE*4*LS*5*J1*6~\nPLB*1234567893*20261231*AH:A*-21~",
		"L6:X*-3.25*FB:EFT0000*-1.75*CS*1*72:C*2*IR*3~\nPLB*1234567893*20261231*LE*4*LS*5*J1*6*AH:A*-21~",
		"SE*78*", "SE*76*").Replace(body([]byte(sample)))
	if d := cmp.Diff(strings.Split(want, "\n"), strings.Split(body(out), "\n")); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	for i, err := range x12.Validate(bytes.NewReader(out), &x12.ValidateOptions{SNIP: 2}) {
		if err != nil || i.Severity == x12.Error {
			t.Errorf("%v %v", i, err)
		}
	}
}

// A record that is refused leaves no trace, and what is missing around it is
// told at once.
func TestRefused(t *testing.T) {
	good, _ := build(t, []byte(sample), nil, nil)
	for name, bad := range map[string]func(*ClaimPayment){
		"a code that the guide does not have": func(p *ClaimPayment) { p.Status = "99" },
		"text that no file can hold":          func(p *ClaimPayment) { p.Patient.Last = "A~B" },
		"letters outside the set":             func(p *ClaimPayment) { p.Patient.Last = "Ñ" },
		"no patient":                          func(p *ClaimPayment) { p.Patient = x12.Name{} },
		"an element that is not used":         func(p *ClaimPayment) { p.PatientStatus = "01" },
		"too many modifiers": func(p *ClaimPayment) {
			p.Lines = []ServicePayment{{Procedure: Procedure{Modifiers: make([]x12.Code, 5)}}}
		},
		"too many numbers":                    func(p *ClaimPayment) { p.Contacts = []x12.Contact{{Numbers: make([]x12.ContactNumber, 4)}} },
		"another remittance that lacks parts": func(p *ClaimPayment) { p.Remittance = &Remittance{} },
		"another header number": func(p *ClaimPayment) {
			p.Header, p.Status = &HeaderNumber{Number: "77"}, "99"
		},
		"an unknown segment": func(p *ClaimPayment) { p.Rest = []x12.Raw{{After: 1, Tag: "XYZ"}} },
	} {
		n := 0
		var dst bytes.Buffer
		w := NewWriter(&dst, envelope(), &WriterOptions{Rules: NoRules, X12: x12.WriterOptions{LineBreak: "\n", Charset: x12.Extended}})
		for item, err := range NewReader(strings.NewReader(sample), nil).Items() {
			switch {
			case err != nil:
			case item.Kind == x12.SetBegin:
				err = w.Begin(item.Remittance)
			case item.Kind == x12.RecordStep:
				wrong := item.Payment.Clone()
				bad(wrong)
				var no *RefusedError
				if err := w.Write(wrong); !errors.As(err, &no) {
					t.Errorf("%s: %v", name, err)
				} else if n++; strings.Contains(no.Error(), "Ñ") || !strings.HasPrefix(no.Error(), "remit835: payment refused: ") {
					t.Errorf("%s: the error reads %q", name, no)
				}
				err = w.Write(item.Payment)
			case item.Kind == x12.SummaryStep:
				err = w.WriteSummary(item.Summary)
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		if err := w.Close(); err != nil || n != 3 {
			t.Fatal(n, err)
		}
		if !bytes.Equal(good, dst.Bytes()) {
			t.Errorf("%s leaves a trace: %s", name, testkit.FirstDifference(good, dst.Bytes()))
		}
	}
	for name, write := range map[string]func(*Writer) error{
		"a payment without a remittance": func(w *Writer) error { return w.Write(&ClaimPayment{}) },
		"no remittance":                  func(w *Writer) error { return w.Begin(nil) },
		"a remittance without a payee":   func(w *Writer) error { return w.Begin(&Remittance{Handling: HandlingRemittance}) },
		"a summary that is nothing":      func(w *Writer) error { return w.WriteSummary(&Summary{}) },
	} {
		var dst bytes.Buffer
		w := NewWriter(&dst, envelope(), &WriterOptions{Rules: NoRules, X12: x12.WriterOptions{Charset: x12.Extended}})
		var no *RefusedError
		if err := write(w); !errors.As(err, &no) || len(no.Issues) == 0 {
			t.Errorf("%s: %v", name, err)
		}
		if err := w.Close(); err != nil || dst.Len() > 0 {
			t.Errorf("%s: %d bytes, %v", name, dst.Len(), err)
		}
	}
	env := envelope()
	env.Group.Version = "005010X222A1"
	if err := NewWriter(&bytes.Buffer{}, env, nil).Begin(&Remittance{}); err == nil || !strings.Contains(err.Error(), Guide) {
		t.Errorf("another guide: %v", err)
	}
	w := NewWriter(&bytes.Buffer{}, envelope(), nil)
	if err := errors.Join(w.Close(), w.Close()); err != nil {
		t.Error(err)
	}
	if err := w.Write(&ClaimPayment{}); err == nil {
		t.Error("a Writer that is closed writes")
	}
}

// A remittance and a header number are new when their ordinals differ, or, where
// one has none, their content.
func TestWhenContextsAreNew(t *testing.T) {
	base := paymentsOf(t, []byte(sample), nil)[2].Clone() // the short one
	base.Remittance.At, base.Header.At, base.At = At{}, At{}, At{}
	with := func(f func(*ClaimPayment)) *ClaimPayment {
		p := base.Clone()
		f(p)
		return p
	}
	place := func(set, header int) *ClaimPayment {
		return with(func(p *ClaimPayment) {
			p.Remittance.At = At{Interchange: 1, Group: 1, Set: set}
			p.Header.At = At{Interchange: 1, Group: 1, Set: set, Header: header}
		})
	}
	none := with(func(p *ClaimPayment) { p.Header = nil })
	plain := with(func(p *ClaimPayment) { p.Header = &HeaderNumber{} })
	for name, c := range map[string]struct {
		payments []*ClaimPayment
		want     string
	}{
		"same content":                {[]*ClaimPayment{base.Clone(), base.Clone()}, "ST LX*2 CLP CLP"},
		"same pointers":               {[]*ClaimPayment{base, base}, "ST LX*2 CLP CLP"},
		"another header number":       {[]*ClaimPayment{base, with(func(p *ClaimPayment) { p.Header.Number = "9" })}, "ST LX*2 CLP LX*9 CLP"},
		"another remittance":          {[]*ClaimPayment{base, with(func(p *ClaimPayment) { p.Remittance.Trace.Number = "9" })}, "ST LX*2 CLP ST LX*2 CLP"},
		"ordinals of a header number": {[]*ClaimPayment{place(1, 1), place(1, 1), place(1, 2)}, "ST LX*2 CLP CLP LX*2 CLP"},
		"ordinals of a remittance":    {[]*ClaimPayment{place(1, 1), place(2, 1)}, "ST LX*2 CLP ST LX*2 CLP"},
		"no header number":            {[]*ClaimPayment{none, none, none.Clone()}, "ST LX*1 CLP CLP CLP"},
		"without a number":            {[]*ClaimPayment{plain, plain.Clone(), none, plain}, "ST LX*1 CLP CLP LX*2 CLP LX*3 CLP"},
		"no remittance of its own":    {[]*ClaimPayment{base, with(func(p *ClaimPayment) { p.Remittance = nil })}, "ST LX*2 CLP CLP"},
	} {
		var dst bytes.Buffer
		w := NewWriter(&dst, envelope(), &WriterOptions{Rules: NoRules, X12: x12.WriterOptions{Charset: x12.Extended}})
		for _, p := range c.payments {
			if err := w.Write(p); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range strings.Split(dst.String(), "~") {
			switch e := strings.Split(s, "*"); e[0] {
			case "ST", "CLP":
				got = append(got, e[0])
			case "LX":
				got = append(got, s)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", name, s, c.want)
		}
	}
}

// What an adjustment's place says holds for a RecodeWriter; a Writer fills its
// segments up.
func TestPlaces(t *testing.T) {
	p := paymentsOf(t, []byte(sample), nil)[1]
	var got []int
	for _, a := range p.Lines[0].Adjustments {
		got = append(got, a.Place)
	}
	if d := cmp.Diff([]int{0, 0, 4, 1}, got); d != "" {
		t.Errorf("places (-want +got): %s", d)
	}
	many := &ClaimPayment{}
	for i := range 14 {
		many.Adjustments = append(many.Adjustments, Adjustment{Group: GroupContractual, Reason: "45", Amount: decimal.New(int64(i+1), 0)})
	}
	many.Adjustments[13].Group = GroupPatient
	many.Adjustments[3].Place, many.Adjustments[5].Place = 99, -1
	var dst bytes.Buffer
	w := NewWriter(&dst, envelope(), &WriterOptions{Unchecked: true})
	many.Remittance = &Remittance{}
	if err := errors.Join(w.Write(many), w.Close()); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(dst.String(), "~CAS*"); n != 4 {
		t.Errorf("%d segments: %s", n, dst.String())
	}
	back := paymentsOf(t, dst.Bytes(), nil)[0]
	if len(back.Adjustments) != 14 {
		t.Errorf("%d adjustments", len(back.Adjustments))
	}
	for i, a := range back.Adjustments {
		if a.Place != 0 || a.Amount.IntPart() != int64(i+1) {
			t.Errorf("adjustment %d: %+v", i, a)
		}
	}
}
