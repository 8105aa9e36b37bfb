// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/benchkit"
	"github.com/claimwire/claimwire/x12"
)

// set is a file with one set of a kind.
func set(id string, segments ...string) string {
	functional := map[string]string{"270": "HS", "271": "HB"}[id]
	return strings.ReplaceAll(sampleISA, "\n", "") + "GS*" + functional + "*A*B*20260304*1200*1*X*005010X279A1~ST*" + id + "*0001*005010X279A1~BHT*0022*11*1*20260304*1200~" +
		strings.Join(segments, "~") + "~SE*1*0001~GE*1*1~IEA*1*000000001~"
}

const (
	hlSource   = "HL*1**20*1~NM1*PR*2*PLAN*****PI*12345"
	hlReceiver = "HL*2*1*21*1~NM1*1P*2*CLINIC*****XX*1234567893"
)

// story tells the items of a file between its set's begin and end in short: S for
// a subscriber, D for a dependent, small letters for contexts without a patient.
func story(t *testing.T, in string) string {
	t.Helper()
	var out []string
	for i, err := range NewReader(strings.NewReader(in), nil).Items() {
		if err != nil {
			t.Fatal(err)
		}
		word := ""
		switch {
		case i.Kind == x12.SegmentStep:
			word = "raw:" + i.Raw.Tag
		case i.Kind == x12.ContextStep && i.Dependent != nil:
			word = "d:" + i.Dependent.Name.First
		case i.Kind == x12.ContextStep && i.Subscriber != nil:
			word = "s:" + i.Subscriber.Name.First
		case i.Kind == x12.ContextStep && i.Receiver != nil:
			word = "receiver"
		case i.Kind == x12.ContextStep:
			word = "source"
		case i.Kind == x12.RecordStep && i.Dependent != nil:
			word = "D:" + i.Dependent.Name.First
			if i.Subscriber != nil {
				word += "<" + i.Subscriber.Name.First
			}
		case i.Kind == x12.RecordStep:
			word = "S:" + i.Subscriber.Name.First
		default:
			continue
		}
		if word[0] == 'S' || word[0] == 'D' || i.Kind == x12.ContextStep {
			if i.Transaction == nil || i.At == (At{}) {
				t.Errorf("%s stands in nothing", word)
			}
		}
		out = append(out, word)
	}
	return strings.Join(out, " ")
}

// Who is a patient: every subscriber or dependent with a trace, a benefit or a
// rejection; the rest is context, and context without a patient is handed out.
func TestPatients(t *testing.T) {
	sub := func(name string, more ...string) string {
		return strings.Join(append([]string{"HL*3*2*22*0", "NM1*IL*1*A*" + name}, more...), "~")
	}
	dep := func(name string, more ...string) string {
		return strings.Join(append([]string{"HL*4*3*23*0", "NM1*03*1*A*" + name}, more...), "~")
	}
	for want, in := range map[string]string{
		"S:ANN":                 set("271", hlSource, hlReceiver, sub("ANN", "EB*1")),
		"S:ANN S:BEN":           set("271", hlSource, hlReceiver, sub("ANN", "EB*1"), sub("BEN", "AAA*N**75*C")),
		"D:CAL<ANN":             set("271", hlSource, hlReceiver, sub("ANN"), dep("CAL", "EB*1")),
		"S:ANN D:CAL<ANN":       set("271", hlSource, hlReceiver, sub("ANN", "EB*1"), dep("CAL", "EB*1")),
		"D:CAL<ANN D:DOT<ANN":   set("271", hlSource, hlReceiver, sub("ANN"), dep("CAL", "EB*1"), dep("DOT", "AAA*N**67*C")),
		"s:ANN":                 set("271", hlSource, hlReceiver, sub("ANN", "DMG*D8*19700101")),
		"d:CAL":                 set("271", hlSource, hlReceiver, sub("ANN"), dep("CAL")),
		"s:ANN S:BEN":           set("271", hlSource, hlReceiver, sub("ANN"), sub("BEN", "EB*1")),
		"d:CAL D:DOT<ANN":       set("271", hlSource, hlReceiver, sub("ANN"), dep("CAL"), dep("DOT", "EB*1")),
		"D:CAL":                 set("271", hlSource, hlReceiver, dep("CAL", "EB*1")),
		"source":                set("271", "HL*1**20*0~AAA*Y**42*R~NM1*PR*2*PLAN*****PI*12345"),
		"receiver":              set("271", hlSource, "HL*2*1*21*0~NM1*1P*2*C~AAA*N**43*C"),
		"receiver S:ANN source": set("271", hlSource, hlReceiver, hlReceiver, sub("ANN", "EB*1"), "HL*7**20*0~NM1*PR*2*Q"),
		"S:ANN raw:HL raw:NM1":  set("271", hlSource, hlReceiver, sub("ANN", "EB*1"), "HL*9*1*99*0", "NM1*IL*1*Z*Z"),
	} {
		if got := story(t, in); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	traced := set("271", hlSource, hlReceiver, "HL*3*2*22*0~TRN*2*A*9CLINIC001~NM1*IL*1*A*ANN")
	if got := story(t, traced); got != "S:ANN" {
		t.Errorf("with a trace: %s", got)
	}
	for want, in := range map[string]string{
		"S:ANN":     set("270", hlSource, hlReceiver, sub("ANN", "EQ*30")),
		"D:CAL<ANN": set("270", hlSource, hlReceiver, sub("ANN"), dep("CAL", "EQ*30")),
		"s:ANN":     set("270", hlSource, hlReceiver, sub("ANN")),
	} {
		if got := story(t, in); got != want {
			t.Errorf("270: %s, want %s", got, want)
		}
	}
}

// Names below a benefit are related entities, whatever their role; none of them
// begins a source, a receiver, a subscriber or a dependent.
func TestEntitiesStayBelowTheirBenefit(t *testing.T) {
	in := set("271", hlSource, hlReceiver, "HL*3*2*22*0~NM1*IL*1*DOE*ANN****MI*1~REF*6P*G",
		"EB*R**30~REF*18*P~LS*2120~NM1*PR*2*OTHER PLAN~N3*X~NM1*IL*1*ROE*BEN****MI*2~NM1*03*1*ROE*CAL~NM1*1P*2*CLINIC 2~PER*IC*A*TE*1~NM1*ZZ*1*ODD~PRV*PE*PXC*T~LE*2120",
		"EB*L**96~LS*2120~NM1*P3*1*CHO*MAY~LE*2120~REF*G1*LATE", "EB*1**30~NM1*X3*2*NO BRACKET", "EB*B**98~LS*2120", "HL*4*2*22*0~NM1*IL*1*DOE*DOT~EB*1")
	all := responsesOf(t, []byte(in), nil)
	if len(all) != 2 || all[0].Subscriber.Name.First != "ANN" || all[0].Subscriber.Name.ID != "1" || all[1].Subscriber.Name.First != "DOT" {
		t.Fatalf("%d patients", len(all))
	}
	var got []string
	for _, b := range all[0].Benefits {
		line := string(b.Kind) + " " + b.LoopBegin + "-" + b.LoopEnd
		for _, e := range b.Entities {
			line += " " + string(e.Role)
		}
		got = append(got, line)
	}
	want := "R 2120-2120 PR IL 03 1P ZZ, L 2120-2120 P3, 1 - X3, B 2120-"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("%s, want %s", s, want)
	}
	first := all[0].Benefits[0]
	if first.Entities[0].Address.Line1 != "X" || len(first.Entities[3].Contacts) != 1 || first.Entities[4].Provider == nil {
		t.Errorf("the parts of the entities: %+v", first.Entities)
	}
	if refs := all[0].Benefits[1].References; len(refs) != 1 || refs[0].ID != "LATE" {
		t.Errorf("a reference after LE: %+v", refs)
	}
	if len(all[0].Subscriber.IDs) != 1 || len(all[0].Subscriber.Rest)+len(all[0].Subscriber.LevelRest) != 0 {
		t.Errorf("the subscriber has more than its own: %+v", all[0].Subscriber)
	}
	// As it was, brackets that were missing stay so; the canonical form has them.
	if r := recode([]byte(in), nil); r.err != nil || strings.Count(string(r.out), "LS*") != 3 || strings.Count(string(r.out), "LE*") != 2 {
		t.Errorf("%v %s", r.err, r.out)
	}
	var dst bytes.Buffer
	w := NewResponseWriter(&dst, envelope(), anyText())
	if err := errors.Join(w.Write(all[0]), w.Close()); err != nil {
		t.Fatal(err)
	}
	if ls, le := strings.Count(dst.String(), "~LS*2120~"), strings.Count(dst.String(), "~LE*2120~"); ls != 3 || le != 3 {
		t.Errorf("%d LS, %d LE: %s", ls, le, dst.String())
	}
}

// Several interchanges, versions and foreign sets in one stream are read; a set
// of another guide comes segment by segment.
func TestStreamOfMany(t *testing.T) {
	old := strings.ReplaceAll(set("271", hlSource, hlReceiver, "HL*3*2*22*0~NM1*IL*1*A*OLD~EB*1"), "005010X279A1", "005010X279")
	other := strings.ReplaceAll(set("271", hlSource), "005010X279A1", "004010X092A1")
	in := sample270 + old + other + sample271
	var kinds []x12.StepKind
	typed, raws := 0, 0
	for i, err := range NewReader(strings.NewReader(in), &ReaderOptions{Reuse: true}).Items() {
		if err != nil {
			t.Fatal(err)
		}
		switch i.Kind {
		case x12.SetBegin:
			if i.Typed != (i.Transaction != nil) {
				t.Error("a set is typed without a transaction")
			}
			if i.Typed {
				typed++
			}
		case x12.SegmentStep:
			raws++
		}
		kinds = append(kinds, i.Kind)
	}
	if len(inquiriesOf(t, []byte(in), nil)) != 2 || len(responsesOf(t, []byte(in), nil)) != 3 || typed != 4 || raws != 3 {
		t.Errorf("%d typed sets, %d segments, %v", typed, raws, kinds)
	}
}

var errFull = errors.New("the disk is full")

// full takes some bytes and then fails.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func (f *full) Read([]byte) (int, error) { return 0, errFull }

// An error of source or destination ends the work and comes again.
func TestErrors(t *testing.T) {
	items := recode([]byte(sample271), nil).items
	w := NewResponseWriter(&full{room: 100}, envelope(), anyText())
	rw := NewRecodeWriter(&full{room: 100}, nil)
	var err, re error
	for range 200 {
		for i := range items {
			if items[i].Response != nil {
				err = errors.Join(err, w.Write(items[i].Response))
			}
			re = errors.Join(re, rw.Write(&items[i]))
		}
	}
	err, re = errors.Join(err, w.Close()), errors.Join(re, rw.Close())
	if !errors.Is(err, errFull) || !errors.Is(re, errFull) || !errors.Is(w.Write(&Response{}), errFull) {
		t.Errorf("%v, %v", err, re)
	}
	r := NewReader(io.MultiReader(strings.NewReader(sample271[:1500]), &full{}), nil)
	n, last := 0, error(nil)
	for _, err := range r.Items() {
		n, last = n+1, err
	}
	if n < 4 || !errors.Is(last, errFull) {
		t.Errorf("%d items, %v", n, last)
	}
	for _, err := range r.Items() {
		if err == nil || !strings.Contains(err.Error(), "eligibility270: a Reader reads its stream once") {
			t.Errorf("a second pass: %v", err)
		}
	}
	long := set("271", hlSource, hlReceiver, "HL*3*2*22*0~NM1*IL*1*A*B", strings.Repeat("EB*1~", 4096)+"EB*1")
	last = nil
	for _, err := range NewReader(strings.NewReader(long), &ReaderOptions{MaxRecord: 4 << 10}).Responses() {
		last = err
	}
	if syntax := (*x12.SyntaxError)(nil); !errors.As(last, &syntax) {
		t.Errorf("a record beyond the limit: %v", last)
	}
	if err := NewRecodeWriter(io.Discard, nil).Write(&Item{Step: x12.Step{Kind: x12.RecordStep}, Response: &Response{Source: &Source{}}}); err == nil {
		t.Error("a level without ordinals is recoded")
	}
	if err := NewRecodeWriter(io.Discard, nil).Write(&Item{Step: x12.Step{Kind: 99}}); err == nil {
		t.Error("an unknown item is recoded")
	}
	var lost x12.Issue
	bad := &Response{Benefits: []Benefit{{Entities: []RelatedEntity{{Contacts: []x12.Contact{{Numbers: make([]x12.ContactNumber, 4)}}}}}}}
	if err := NewRecodeWriter(io.Discard, nil).Write(&Item{Step: x12.Step{Kind: x12.RecordStep}, Response: bad}); !errors.As(err, &lost) || lost.Path != "benefits[0].entities[0].contacts[0].numbers[3]" {
		t.Errorf("a value that is lost: %v", err)
	}
}

// Junk takes memory by its length, and no more than the limit of a record allows.
func TestMemoryOfJunk(t *testing.T) {
	const size = 1 << 19
	repeat := func(s string) string { return strings.Repeat(s, size/len(s)) }
	patient := "HL*3*2*22*0~NM1*IL*1*A*B~"
	for name, body := range map[string]string{
		"benefits":      patient + repeat("EB*1~"),
		"bare benefits": patient + repeat("EB~"),
		"entities":      patient + "EB*1~" + repeat("NM1*PR~"),
		"further":       patient + "EB*1~" + repeat("III*ZZ~"),
		"messages":      patient + "EB*1~" + repeat("MSG*A~"),
		"brackets":      patient + "EB*1~" + repeat("LS*2120~LE*2120~"),
		"types":         patient + "EB*1**" + strings.Repeat("30^", 4000) + "1~" + repeat("EB*1**30^1~"),
		"subscribers":   repeat("HL*3*2*22*0~"),
		"dependents":    repeat("HL*4*3*23*0~NM1*03~"),
		"sources":       repeat("HL*1**20*1~"),
		"receivers":     repeat("HL*2*1*21*1~AAA*N~"),
		"names":         patient + repeat("NM1*IL~"),
		"unknown":       patient + repeat("A~"),
		"sets":          repeat("ST*271*1*005010X279A1~"),
	} {
		in := set("271", hlSource, hlReceiver, body+"EB*1")
		var last error
		m := benchkit.Measure(func() {
			for _, err := range NewReader(strings.NewReader(in), &ReaderOptions{Reuse: true}).Items() {
				if last = err; err != nil {
					break
				}
			}
		})
		t.Logf("%-13s %6.1f bytes for each byte", name, float64(m.Bytes)/size)
		if m.Bytes > 500*size {
			t.Errorf("%s: half a megabyte takes %d MB", name, m.Bytes>>20)
		}
		if syntax := (*x12.SyntaxError)(nil); last != nil && !errors.As(last, &syntax) {
			t.Errorf("%s: %v", name, last)
		}
	}
}
