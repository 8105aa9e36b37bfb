// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
	"github.com/google/go-cmp/cmp"
)

func envelope() *Envelope {
	return &Envelope{
		Interchange: x12.Interchange{AuthorizationQualifier: "00", SecurityQualifier: "00", SenderQualifier: "ZZ", SenderID: "CLINIC",
			ReceiverQualifier: "ZZ", ReceiverID: "PLAN", Date: "260304", Time: "1200", Version: "00501", Control: "1", AckRequested: "0",
			Usage: "T", RepetitionSeparator: "^"},
		Group: x12.Group{Sender: "CLINIC", Receiver: "PLAN", Date: "20260304", Time: "1200", Control: "1", Agency: "X"},
		Set:   x12.Set{Control: "0001"},
		Transaction: Transaction{Purpose: PurposeRequest, Reference: "REQ9", Date: x12.NewDate(2026, 3, 4),
			Time: x12.NewTime(12, 0)},
	}
}

func extended() *WriterOptions {
	return &WriterOptions{X12: x12.WriterOptions{LineBreak: "\n", Charset: x12.Extended}}
}

// asked writes inquiries in canonical form.
func asked(t testing.TB, o *WriterOptions, all ...*Inquiry) (out []byte, refused []*RefusedError) {
	t.Helper()
	var dst bytes.Buffer
	w := NewInquiryWriter(&dst, envelope(), o)
	for _, q := range all {
		var no *RefusedError
		if err := w.Write(q); errors.As(err, &no) {
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

// answered writes what a stream of responses holds in canonical form.
func answered(t testing.TB, in string, o *WriterOptions) (out []byte, refused []*RefusedError) {
	t.Helper()
	var dst bytes.Buffer
	w := NewResponseWriter(&dst, envelope(), o)
	for item, err := range NewReader(strings.NewReader(in), nil).Items() {
		if err != nil {
			t.Fatal(err)
		}
		switch item.Kind {
		case x12.RecordStep:
			err = w.Write(item.Response)
		case x12.ContextStep:
			err = w.Write(&Response{At: item.At, Transaction: item.Transaction, Source: item.Source, Receiver: item.Receiver,
				Subscriber: item.Subscriber, Dependent: item.Dependent})
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
func body(in string) string {
	return in[strings.Index(in, "ST*27"):strings.LastIndex(in, "GE*")]
}

// The samples, written from the values that are read of them, are what they were.
func TestWritersWriteTheSamples(t *testing.T) {
	for sample, write := range map[string]func() ([]byte, []*RefusedError){
		sample270: func() ([]byte, []*RefusedError) {
			return asked(t, extended(), inquiriesOf(t, []byte(sample270), nil)...)
		},
		sample271: func() ([]byte, []*RefusedError) { return answered(t, sample271, anyRules()) }, // has every element
	} {
		out, refused := write()
		for _, r := range refused {
			t.Error(r, r.Issues)
		}
		if d := cmp.Diff(strings.Split(body(sample), "\n"), strings.Split(body(string(out)), "\n")); d != "" {
			t.Errorf("(-want +got):\n%s", d)
		}
		for i, err := range x12.Validate(bytes.NewReader(out), &x12.ValidateOptions{SNIP: 2}) {
			if err != nil || i.Severity == x12.Error {
				t.Errorf("%v %v", i, err)
			}
		}
	}
}

// loose takes out what is the reader's: ordinals.
func loose(q *Inquiry) *Inquiry {
	q = q.Clone()
	q.At, q.Transaction.At, q.Source.At, q.Receiver.At, q.Subscriber.At = At{}, At{}, At{}, At{}, At{}
	if q.Dependent != nil {
		q.Dependent.At = At{}
	}
	return q
}

// hls lists sets, levels and trace numbers of a file.
func hls(out []byte) string {
	var list []string
	for _, s := range strings.Split(string(out), "~") {
		e := strings.Split(strings.TrimSpace(s), "*")
		switch e[0] {
		case "ST":
			list = append(list, "ST")
		case "BHT":
			list = append(list, e[3])
		case "HL":
			list = append(list, strings.Join(e[1:], "."))
		}
	}
	return strings.Join(list, " ")
}

// A level is new when its ordinals differ, or, where one has none, its content.
func TestWhenLevelsAreNew(t *testing.T) {
	all := inquiriesOf(t, []byte(sample270), nil)
	self, child := loose(all[0]), loose(all[1])
	self.Transaction, child.Transaction = nil, nil
	with := func(q *Inquiry, f func(*Inquiry)) *Inquiry {
		q = q.Clone()
		f(q)
		return q
	}
	child.Source, child.Receiver = self.Source, self.Receiver
	own := with(child, func(q *Inquiry) { q.Dependent = nil })
	spend := with(self, func(q *Inquiry) { q.Questions = q.Questions[1:] }).Clone()
	spend.Questions[0].SpendDown.Valid = false
	for name, c := range map[string]struct {
		all  []*Inquiry
		max  int
		want string
	}{
		"subscribers":          {[]*Inquiry{spend, spend}, 0, "ST REQ9 1..20.1 2.1.21.1 3.2.22.0 4.2.22.0"},
		"same content":         {[]*Inquiry{child, child.Clone()}, 0, "ST REQ9 1..20.1 2.1.21.1 3.2.22.1 4.3.23.0 5.3.23.0"},
		"dependent after self": {[]*Inquiry{own, child}, 0, "ST REQ9 1..20.1 2.1.21.1 3.2.22.0 4.2.22.1 5.4.23.0"},
		"self after dependent": {[]*Inquiry{child, own, child}, 0, "ST REQ9 1..20.1 2.1.21.1 3.2.22.1 4.3.23.0 5.2.22.0 6.2.22.1 7.6.23.0"},
		"another payer": {[]*Inquiry{child, with(child, func(q *Inquiry) { q.Source.Name.ID = "99" })}, 0,
			"ST REQ9 1..20.1 2.1.21.1 3.2.22.1 4.3.23.0 5..20.1 6.5.21.1 7.6.22.1 8.7.23.0"},
		"another provider": {[]*Inquiry{child, with(child, func(q *Inquiry) { q.Receiver.Name.First = "EVE" })}, 0,
			"ST REQ9 1..20.1 2.1.21.1 3.2.22.1 4.3.23.0 5.1.21.1 6.5.22.1 7.6.23.0"},
		"full sets": {[]*Inquiry{child, child, child}, 2,
			"ST REQ9 1..20.1 2.1.21.1 3.2.22.1 4.3.23.0 5.3.23.0 ST REQ9-2 1..20.1 2.1.21.1 3.2.22.1 4.3.23.0"},
		"real time": {[]*Inquiry{own, own}, 1, "ST REQ9 1..20.1 2.1.21.1 3.2.22.0 ST REQ9-2 1..20.1 2.1.21.1 3.2.22.0"},
		"another transaction": {[]*Inquiry{own, with(own, func(q *Inquiry) {
			q.Transaction = &Transaction{Purpose: PurposeRequest, Reference: "R2", Date: 20260304, Time: x12.NewTime(1, 2)}
		}), own}, 0, "ST REQ9 1..20.1 2.1.21.1 3.2.22.0 ST R2 1..20.1 2.1.21.1 3.2.22.0 ST REQ9 1..20.1 2.1.21.1 3.2.22.0"},
	} {
		o := extended()
		o.MaxPatients = c.max
		out, refused := asked(t, o, c.all...)
		for _, r := range refused {
			t.Error(name, r)
		}
		if got := hls(out); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// A patient who is refused leaves no trace.
func TestRefused(t *testing.T) {
	all := inquiriesOf(t, []byte(sample270), nil)
	good, _ := asked(t, extended(), all...)
	for name, bad := range map[string]func(*Inquiry){
		"a code that the guide does not have": func(q *Inquiry) { q.Source.Role = "ZZ" },
		"text that no file can hold":          func(q *Inquiry) { q.Subscriber.Name.Last = "A~B" },
		"letters outside the set":             func(q *Inquiry) { q.Subscriber.Name.Last = "Ñ" },
		"no payer":                            func(q *Inquiry) { q.Source = nil },
		"no provider":                         func(q *Inquiry) { q.Receiver = nil },
		"nobody":                              func(q *Inquiry) { q.Subscriber, q.Dependent = nil, nil },
		"no question":                         func(q *Inquiry) { q.Questions = nil },
		"too many modifiers":                  func(q *Inquiry) { q.Questions[0].Procedure = &Procedure{Modifiers: make([]x12.Code, 5)} },
		"a range of procedures":               func(q *Inquiry) { q.Questions[0].Procedure = &Procedure{LastCode: "9"} },
		"too many diagnoses":                  func(q *Inquiry) { q.Questions[0].Diagnoses = make([]int, 5) },
		"an empty service type":               func(q *Inquiry) { q.Questions[0].ServiceTypes = []x12.Code{"30", ""} },
		"what only a response has":            func(q *Inquiry) { q.Source.Contacts = []x12.Contact{{Name: "X"}}; q.Source.At = At{} },
		"another set that lacks parts":        func(q *Inquiry) { q.Transaction = &Transaction{} },
		"an unknown segment":                  func(q *Inquiry) { q.Questions[0].Rest = []x12.Raw{{After: 1, Tag: "XYZ"}} },
	} {
		var dst bytes.Buffer
		w := NewInquiryWriter(&dst, envelope(), extended())
		for _, q := range all {
			wrong := q.Clone()
			bad(wrong)
			var no *RefusedError
			if err := w.Write(wrong); !errors.As(err, &no) {
				t.Errorf("%s: %v", name, err)
			} else if strings.Contains(no.Error(), "Ñ") || !strings.HasPrefix(no.Error(), "eligibility270: patient refused: ") {
				t.Errorf("%s: the error reads %q", name, no)
			}
			if err := w.Write(q); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(good, dst.Bytes()) {
			t.Errorf("%s leaves a trace: %s", name, testkit.FirstDifference(good, dst.Bytes()))
		}
	}
	env := envelope()
	env.Group.Version = "005010X222A1"
	if err := NewInquiryWriter(io.Discard, env, nil).Write(all[0]); err == nil || !strings.Contains(err.Error(), Guide) {
		t.Errorf("another guide: %v", err)
	}
	w := NewResponseWriter(io.Discard, envelope(), nil)
	if err := errors.Join(w.Close(), w.Close()); err != nil {
		t.Error(err)
	}
	if err := w.Write(&Response{}); err == nil {
		t.Error("a writer that is closed writes")
	}
}

// A subscriber with benefits of their own and dependents is written once with
// the benefits and once as the dependents' subscriber; a refusal is not repeated.
func TestSubscriberWithDependents(t *testing.T) {
	in := strings.NewReplacer("HL*3*2*22*0", "HL*3*2*22*1", "HL*4*2*22*1~\nNM1*IL*1*ROE*RUTH****MI*M0002~\n", "", "HL*5*4*23*0", "HL*4*3*23*0",
		"HL*6*", "HL*5*", "HL*7*", "HL*6*", "SE*83", "SE*81").Replace(sample271)
	all := responsesOf(t, []byte(in), nil)
	if len(all) != 2 || all[1].Dependent == nil || all[1].Subscriber != all[0].Subscriber || all[0].Dependent != nil {
		t.Fatalf("%d patients", len(all))
	}
	out, refused := answered(t, in, anyRules())
	for _, r := range refused {
		t.Error(r, r.Issues)
	}
	back := responsesOf(t, out, nil)
	if got := hls(out); len(back) != 2 || got != "ST REQ1 1..20.1 2.1.21.1 3.2.22.0 4.2.22.1 5.4.23.0 6.1.21.0 7..20.0" {
		t.Errorf("%d patients: %s", len(back), got)
	}
	if len(back[1].Subscriber.Rejections) != 0 || len(back[0].Subscriber.Rejections) != 1 || back[1].Subscriber.Name != all[0].Subscriber.Name {
		t.Error("the subscriber of the dependent is not what it was")
	}
}

// A response that stands in too little is refused, not cut short.
func TestResponseWithoutContext(t *testing.T) {
	full := responsesOf(t, []byte(sample271), nil)[1]
	for want, cut := range map[string]func(*Response){
		"source":     func(r *Response) { r.Source = nil },
		"receiver":   func(r *Response) { r.Receiver = nil },
		"subscriber": func(r *Response) { r.Subscriber = nil },
	} {
		for _, more := range []func(*Response){func(*Response) {}, func(r *Response) { r.Dependent = nil }} {
			r := full.Clone()
			cut(r)
			more(r)
			var dst bytes.Buffer
			w := NewResponseWriter(&dst, envelope(), anyText())
			var no *RefusedError
			if err := w.Write(r); !errors.As(err, &no) || no.Issues[0].Code != CodeNoContext || no.Issues[0].Path != want {
				t.Errorf("without %s: %v", want, err)
			}
			if err := w.Close(); err != nil || dst.Len() > 0 {
				t.Errorf("without %s: %v, %s", want, err, dst.String())
			}
		}
	}
}

// What a whole set must follow is found by the writer.
func TestRulesOfTheSet(t *testing.T) {
	q := inquiriesOf(t, []byte(sample270), nil)[1]
	q.Transaction = nil
	var found []string
	o := extended()
	o.MaxPatients = 200
	o.OnIssue = func(i x12.Issue) {
		if i.Severity == x12.Warning && i.Code != "270-04" {
			found = append(found, string(i.Code))
		}
	}
	var all []*Inquiry
	for range 101 {
		all = append(all, q)
	}
	if _, refused := asked(t, o, all...); len(refused) > 0 || strings.Join(found, " ") != "270-09" {
		t.Errorf("%v %v", refused, found)
	}
	var dst bytes.Buffer
	env := envelope()
	env.Transaction.Reference = ""
	w := NewInquiryWriter(&dst, env, &WriterOptions{MaxPatients: 1, X12: x12.WriterOptions{Charset: x12.Extended}})
	var no *RefusedError
	if err := w.Write(q); !errors.As(err, &no) || no.Issues[len(no.Issues)-1].Code != "270-01" {
		t.Errorf("%v", err)
	}
}

// anyRules writes responses by the guide alone.
func anyRules() *WriterOptions {
	o := extended()
	o.ResponseRules = NoResponseRules
	return o
}

// A ResponseWriter holds to the rules, too, and names all that it refuses for.
func TestResponsesMeetTheRules(t *testing.T) {
	for _, c := range []struct {
		o    *WriterOptions
		want string // the errors
	}{
		{extended(), "271-05 271-15 element-too-short"},
		{anyRules(), "element-too-short"},
		{&WriterOptions{ResponseRules: NewResponseRuleSet().Received()}, "271-05 271-15 element-too-short"},
	} {
		r := told(t, "EB*B**98*****0.2", "EB*L", "LS*2120", "NM1*P3*1*LEE*KIM****XX*1999999984")
		r.Benefits[0].Kind, r.Benefits[1].Level = BenefitCopay, "??"
		w := NewResponseWriter(io.Discard, envelope(), c.o)
		var no *RefusedError
		if err := w.Write(r); !errors.As(err, &no) {
			t.Fatal(err)
		}
		var got []string
		for _, i := range no.Issues {
			if i.Severity == x12.Error {
				got = append(got, string(i.Code))
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%v, want %s", got, c.want)
		}
	}
}
