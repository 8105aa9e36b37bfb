// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

// oneClaim is the claim of a golden file, as if it had been made and not read.
func oneClaim(t testing.TB, name string) *Claim {
	t.Helper()
	data, err := os.ReadFile("../testdata/encounters/" + name)
	if err != nil {
		t.Fatal(err)
	}
	c := claimsOf(t, data, nil)[0].Clone()
	unplaced(c)
	return c
}

// unplaced takes the ordinals out.
func unplaced(c *Claim) *Claim {
	c.At = At{}
	c.BillingProvider.At, c.Subscriber.At, c.Submission.At = At{}, At{}, At{}
	if c.Patient != nil {
		c.Patient.At = At{}
	}
	return c
}

// tags counts the segments of a file that begin with each text.
func tags(out []byte, texts ...string) []int {
	n := make([]int, len(texts))
	for i, s := range texts {
		n[i] = bytes.Count(out, []byte("~"+s))
	}
	return n
}

// valid fails the test when a file is not clean by the guide.
func valid(t *testing.T, out []byte) {
	t.Helper()
	for i, err := range x12.Validate(bytes.NewReader(out), nil) {
		if err != nil || i.Severity == x12.Error {
			t.Fatalf("%v %v\n%s", i, err, strings.ReplaceAll(string(out[:min(len(out), 5000)]), "~", "~\n"))
		}
	}
}

// The golden files, written from the claims that are read of them, are what they
// were but for their envelopes.
func TestWriterWritesGoldenFiles(t *testing.T) {
	for _, m := range goldenFiles(t) {
		claims := claimsOf(t, text(m.segs), nil)
		out, refused := write(t, slices.Values(claims), nil)
		if len(refused) > 0 {
			t.Errorf("%s: %v", m.name, refused[0])
			continue
		}
		valid(t, out)
		body := func(in []byte) []string {
			s := lines(in)
			return s[slices.IndexFunc(s, func(s string) bool { return strings.HasPrefix(s, "HL*1*") }) : len(s)-3]
		}
		if got, want := body(out), body(text(m.segs)); !slices.Equal(got, want) {
			t.Errorf("%s:\n%s\nwant\n%s", m.name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

func TestWriterOpensALevelAfterAHundredClaims(t *testing.T) {
	for name, c := range map[string]struct {
		want []int
	}{"01-subscriber.edi": {[]int{1, 3, 0, 250}}, "02-dependent.edi": {[]int{1, 1, 3, 250}}} {
		claim := oneClaim(t, name)
		for _, placed := range []bool{false, true} {
			if placed {
				claim.BillingProvider.At = At{1, 1, 1, 1, 0, 0}
				claim.Subscriber.At = At{1, 1, 1, 1, 1, 0}
				if claim.Patient != nil {
					claim.Patient.At = At{1, 1, 1, 1, 1, 1}
				}
			}
			out, refused := write(t, func(yield func(*Claim) bool) {
				for range 250 {
					if !yield(claim.Clone()) {
						return
					}
				}
			}, nil)
			if len(refused) > 0 {
				t.Fatal(refused[0])
			}
			valid(t, out)
			got := []int{0, 0, 0, tags(out, "CLM")[0]}
			for i, level := range []string{"20", "22", "23"} {
				got[i] = len(regexp.MustCompile(`~HL\*[0-9]*\*[0-9]*\*`+level).FindAll(out, -1))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s: %v levels 20, 22, 23 and claims, want %v", name, got, c.want)
			}
			if back := claimsOf(t, out, nil); len(back) != 250 {
				t.Errorf("%s: %d claims come back", name, len(back))
			}
		}
	}
}

func TestWriterBeginsNewSets(t *testing.T) {
	claim := oneClaim(t, "02-dependent.edi")
	var dst bytes.Buffer
	w := NewWriter(&dst, envelope(), &WriterOptions{MaxClaims: 3})
	var places []string
	for range 7 {
		if err := w.Write(claim); err != nil {
			t.Fatal(err)
		}
		places = append(places, w.Placement().Set)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	out := dst.Bytes()
	valid(t, out)
	if got := tags(out, "ST*837*000", "SE*", "HL*1**20", "CLM", "GE*3*1", "IEA*1*000000001"); !slices.Equal(got, []int{3, 3, 3, 7, 1, 1}) {
		t.Errorf("counts %v", got)
	}
	if got := tags(out, "BHT*0019*00*B1*", "BHT*0019*00*B1-2*", "BHT*0019*00*B1-3*"); !slices.Equal(got, []int{1, 1, 1}) {
		t.Errorf("references %v", got)
	}
	if want := []string{"0001", "0001", "0001", "0002", "0002", "0002", "0003"}; !slices.Equal(places, want) {
		t.Errorf("sets %v", places)
	}
}

// refusals are ways in which a claim cannot be written.
func refusals(t *testing.T, good *Claim) map[string]*Claim {
	bad := map[string]*Claim{}
	add := func(name string, f func(*Claim)) {
		c := good.Clone()
		f(c)
		bad[name] = c
	}
	add("an amount that does not balance", func(c *Claim) { c.Charge = c.Charge.Add(amountOf("1")) })
	add("a code that the guide does not have", func(c *Claim) { c.ReleaseOfInformation = "Q" })
	add("text that no file can hold", func(c *Claim) { c.Notes = []Note{{Type: "ADD", Text: "A~B"}} })
	add("letters outside the set", func(c *Claim) { c.MedicalRecord = "\u00d1" })
	add("a text that is too long", func(c *Claim) { c.MedicalRecord = strings.Repeat("9", 51) })
	add("a field without a place", func(c *Claim) { c.Supervising = &Provider{Taxonomy: "207Q00000X"} })
	add("no lines", func(c *Claim) { c.Lines = nil })
	add("another kind", func(c *Claim) { c.Kind = Institutional })
	add("no billing provider", func(c *Claim) { c.BillingProvider = nil })
	add("no subscriber", func(c *Claim) { c.Subscriber = nil })
	add("no contexts", func(c *Claim) { c.Subscriber, c.BillingProvider, c.Patient = nil, nil, nil })
	add("another subscriber", func(c *Claim) { c.Subscriber.Name.Last, c.Subscriber.Responsibility = "ROE", "Q" })
	add("another billing provider", func(c *Claim) { c.BillingProvider.Name.Last, c.BillingProvider.Address.City = "OTHER CLINIC", "" })
	add("another patient", func(c *Claim) { c.Patient = &Patient{Relationship: "Q"} })
	add("an unknown segment", func(c *Claim) { c.Rest = []x12.Raw{{After: 1, Tag: "XYZ"}} })
	return bad
}

// A refused claim leaves no trace: the file is the same, byte for byte, as one
// to which it was never given.
func TestRefusedClaimsLeaveNoTrace(t *testing.T) {
	first := oneClaim(t, "01-subscriber.edi")
	second := first.Clone()
	second.ID, second.Subscriber.Name.Last = "B2", "PARK"
	third := oneClaim(t, "02-dependent.edi")
	for name, bad := range refusals(t, first) {
		for at := range 4 {
			for _, max := range []int{0, 1} {
				o := &WriterOptions{MaxClaims: max}
				good := []*Claim{first, second, third}
				want, refused := write(t, slices.Values(good), o)
				if len(refused) > 0 {
					t.Fatal(refused[0])
				}
				got, refused := write(t, slices.Values(slices.Insert(slices.Clone(good), at, bad)), o)
				if len(refused) != 1 {
					t.Errorf("%s, before claim %d: %d claims refused", name, at+1, len(refused))
				} else if !bytes.Equal(got, want) {
					t.Errorf("%s, before claim %d: %s", name, at+1, testkit.FirstDifference(want, got))
				}
			}
		}
	}
	valid(t, func() []byte { out, _ := write(t, slices.Values([]*Claim{first, second, third}), nil); return out }())
}

func TestRefusedErrorNamesThePlace(t *testing.T) {
	claim := oneClaim(t, "01-subscriber.edi")
	claim.Charge = claim.Charge.Add(amountOf("1"))
	claim.ID = "SECRET-ID"
	_, refused := write(t, slices.Values([]*Claim{claim}), nil)
	if len(refused) != 1 || len(refused[0].Issues) == 0 {
		t.Fatalf("%v", refused)
	}
	if s := refused[0].Error(); !strings.HasPrefix(s, "claim837: claim refused: ") || strings.Contains(s, "SECRET") {
		t.Errorf("the error reads %q", s)
	}
	only, refused := write(t, slices.Values([]*Claim{claim}), nil)
	if len(refused) != 1 || len(only) != 0 {
		t.Errorf("a file without claims has %d bytes", len(only))
	}
}

// Contexts with ordinals are new when the ordinals differ, others when the
// content does.
func TestWhenContextsAreNew(t *testing.T) {
	base := oneClaim(t, "02-dependent.edi")
	place := func(billing, subscriber, patient int) *Claim {
		c := base.Clone()
		c.BillingProvider.At = At{1, 1, 1, billing, 0, 0}
		c.Subscriber.At = At{1, 1, 1, billing, subscriber, 0}
		c.Patient.At = At{1, 1, 1, billing, subscriber, patient}
		return c
	}
	change := func(f func(*Claim)) *Claim {
		c := base.Clone()
		f(c)
		return c
	}
	for name, c := range map[string]struct {
		claims []*Claim
		levels string // of the HL segments
	}{
		"same content":          {[]*Claim{base.Clone(), base.Clone()}, "20 22 23"},
		"same pointers":         {[]*Claim{base, base}, "20 22 23"},
		"another patient":       {[]*Claim{base, change(func(c *Claim) { c.Patient.Name.First = "X" })}, "20 22 23 23"},
		"another subscriber":    {[]*Claim{base, change(func(c *Claim) { c.Subscriber.Name.ID = "X9" })}, "20 22 23 22 23"},
		"another payer":         {[]*Claim{base, change(func(c *Claim) { c.Subscriber.Payer.Name.ID = "X9" })}, "20 22 23 22 23"},
		"another provider":      {[]*Claim{base, change(func(c *Claim) { c.BillingProvider.Taxonomy = "207R00000X" })}, "20 22 23 20 22 23"},
		"ordinals of a patient": {[]*Claim{place(1, 1, 1), place(1, 1, 1), place(1, 1, 2)}, "20 22 23 23"},
		"of a subscriber":       {[]*Claim{place(1, 1, 1), place(1, 2, 1)}, "20 22 23 22 23"},
		"of a provider":         {[]*Claim{place(1, 1, 1), place(2, 1, 1)}, "20 22 23 20 22 23"},
		"back again":            {[]*Claim{base, change(func(c *Claim) { c.Subscriber.Name.ID = "X9" }), base}, "20 22 23 22 23 22 23"},
	} {
		out, refused := write(t, slices.Values(c.claims), nil)
		if len(refused) > 0 {
			t.Errorf("%s: %v", name, refused[0])
			continue
		}
		valid(t, out)
		var levels []string
		for _, s := range lines(out) {
			if e := strings.Split(s, "*"); e[0] == "HL" {
				levels = append(levels, e[3])
			}
		}
		if got := strings.Join(levels, " "); got != c.levels {
			t.Errorf("%s: levels %s, want %s", name, got, c.levels)
		}
	}
}

// A subscriber's own claims and those of the family stand under two levels,
// since SBR02 and HL04 differ.
func TestOwnAndDependentsClaims(t *testing.T) {
	family := oneClaim(t, "02-dependent.edi")
	own := family.Clone()
	own.Patient, own.Subscriber.Relationship = nil, RelationshipSelf
	own.Subscriber.BirthDate, own.Subscriber.Gender = 19800101, "F"
	own.Subscriber.Address = own.BillingProvider.Address
	out, refused := write(t, slices.Values([]*Claim{own, own, family, family, own}), nil)
	if len(refused) > 0 {
		t.Fatal(refused[0])
	}
	valid(t, out)
	if got := tags(out, "HL*2*1*22*0", "HL*3*1*22*1", "HL*4*3*23*0", "HL*5*1*22*0", "CLM"); !slices.Equal(got, []int{1, 1, 1, 1, 5}) {
		t.Errorf("%v\n%s", got, out)
	}
	// the same subscriber by pointer
	shared := *family
	self := *own
	self.Subscriber = shared.Subscriber
	_, refused = write(t, slices.Values([]*Claim{&shared, &self, &shared}), &WriterOptions{Unchecked: true})
	if len(refused) > 0 {
		t.Error(refused[0])
	}
}

func TestLineReferencesFollowTheirLine(t *testing.T) {
	claim := oneClaim(t, "03-secondary-cob.edi")
	claim.Lines[0].Number, claim.Lines[1].Number = 7, 4
	claim.Lines[0].Adjudications[0].BundledInto = 4
	claim.Lines[1].Adjudications[0].BundledInto = 9 // no such line
	out, refused := write(t, slices.Values([]*Claim{claim}), &WriterOptions{Unchecked: true})
	if len(refused) > 0 {
		t.Fatal(refused[0])
	}
	back := claimsOf(t, out, nil)[0]
	if a, b := back.Lines[0].Adjudications[0].BundledInto, back.Lines[1].Adjudications[0].BundledInto; a != 2 || b != 9 ||
		back.Lines[0].Number != 1 || back.Lines[1].Number != 2 {
		t.Errorf("bundled into %d and %d", a, b)
	}
	if claim.Lines[0].Adjudications[0].BundledInto != 4 || claim.Lines[0].Number != 7 {
		t.Error("writing changed the claim")
	}
}

// What a reader kept raw is written each time that the record is.
func TestRawSegmentsAreWrittenEachTime(t *testing.T) {
	in := setOf("HL*1**20*1~NM1*85*2*CLINIC*****XX*1:2~FOO*1~HL*2*1*22*0~SBR*P*18*A:B~NM1*IL*1*DOE~CLM*1*5***11:B:1~HI*ABK:A~BAR~")
	claim := claimsOf(t, in, nil)[0]
	out, refused := write(t, func(yield func(*Claim) bool) {
		for range 250 {
			if !yield(claim) {
				return
			}
		}
	}, anyText())
	if len(refused) > 0 {
		t.Fatal(refused[0])
	}
	if got := tags(out, "NM1*85*2*CLINIC*****XX*1:2", "FOO*1", "SBR*P*18*A:B", "SBR", "CLM", "BAR"); !slices.Equal(got, []int{1, 1, 3, 3, 250, 250}) {
		t.Errorf("%v", got)
	}
	var twice bytes.Buffer
	w := NewRecodeWriter(&twice, nil)
	for range 2 {
		for item, err := range NewReader(bytes.NewReader(in), nil).Items() {
			if err == nil {
				err = w.Write(item)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil || twice.String() != string(in)+string(in) {
		t.Errorf("%v\n%s", err, testkit.FirstDifference(append(in, in...), twice.Bytes()))
	}
}

func TestWriterWithoutClaims(t *testing.T) {
	var dst bytes.Buffer
	w := NewWriter(&dst, envelope(), nil)
	if err := errors.Join(w.Close(), w.Close()); err != nil || dst.Len() > 0 {
		t.Errorf("%v, %d bytes", err, dst.Len())
	}
	if err := w.Write(oneClaim(t, "01-subscriber.edi")); err == nil {
		t.Error("a closed writer takes claims")
	}
}

func TestWriterChecksItsEnvelope(t *testing.T) {
	claim := oneClaim(t, "01-subscriber.edi")
	for name, f := range map[string]func(*Envelope){
		"another guide":      func(e *Envelope) { e.Group.Version = "005010X221A1" },
		"control of letters": func(e *Envelope) { e.Set.Control = "A001" },
		"control too short":  func(e *Envelope) { e.Set.Control = "1" },
		"a long sender":      func(e *Envelope) { e.Interchange.SenderID = "SIXTEEN LETTERS!" },
		"separators the same": func(e *Envelope) {
			e.Interchange.Delimiters = x12.Delimiters{Element: '*', Component: '*', Segment: '~'}
		},
		"a separator in names": func(e *Envelope) { e.Submission.Submitter.Name.Last = "A*B" },
		"no receiver":          func(e *Envelope) { e.Submission.Receiver.Name.ID = "" },
	} {
		env := envelope()
		f(env)
		var dst bytes.Buffer
		w := NewWriter(&dst, env, nil)
		err := w.Write(claim)
		var refused *RefusedError
		if err == nil || errors.As(err, &refused) {
			t.Errorf("%s: %v", name, err)
		}
		if again := w.Write(claim); again == nil || again.Error() != err.Error() {
			t.Errorf("%s: the error does not stay: %v", name, again)
		}
		if w.Close() == nil || dst.Len() > 0 {
			t.Errorf("%s: closed, with %d bytes", name, dst.Len())
		}
	}
}

// full is a destination that has no room left.
type full struct{ room int }

var errFull = errors.New("disk full")

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestErrorOfTheDestinationStays(t *testing.T) {
	claim := oneClaim(t, "01-subscriber.edi")
	for _, room := range []int{0, 100_000} {
		w := NewWriter(&full{room}, envelope(), nil)
		var err error
		n := 0
		for ; err == nil && n < 5000; n++ {
			err = w.Write(claim)
		}
		if !errors.Is(err, errFull) || !errors.Is(w.Write(claim), errFull) || !errors.Is(w.Close(), errFull) {
			t.Errorf("room for %d bytes: after %d claims %v", room, n, err)
		}
		in := bytes.Repeat(setOf("CLM*1*5~"), 1000)
		rw := NewRecodeWriter(&full{room}, nil)
		for item, rerr := range NewReader(bytes.NewReader(in), nil).Items() {
			if rerr != nil {
				t.Fatal(rerr)
			}
			err = rw.Write(item)
		}
		if err = errors.Join(err, rw.Close()); !errors.Is(err, errFull) {
			t.Errorf("recoding, room for %d bytes: %v", room, err)
		}
	}
}

func TestWriterReportsWhatStopsNothing(t *testing.T) {
	claim := oneClaim(t, "01-subscriber.edi")
	claim.Subscriber.Name.First = "Jos\u00e9"
	var found []x12.Issue
	out, refused := write(t, slices.Values([]*Claim{claim}), &WriterOptions{X12: x12.WriterOptions{Fold: true}, OnIssue: func(i x12.Issue) { found = append(found, i) }})
	if len(refused) > 0 || !bytes.Contains(out, []byte("*JOSE*")) {
		t.Fatalf("%v\n%s", refused, out)
	}
	if !slices.ContainsFunc(found, func(i x12.Issue) bool {
		return i.Code == x12.CodeFolded && i.Severity == x12.Info && i.Loop == "2010BA"
	}) {
		t.Errorf("found %v", found)
	}
}

func TestWriterWithOtherDelimiters(t *testing.T) {
	claim := oneClaim(t, "03-secondary-cob.edi")
	env := envelope()
	env.Interchange.Delimiters = x12.Delimiters{Element: '|', Component: '>', Repetition: '!', Segment: '\''}
	env.Interchange.LineBreak = "\r\n"
	var dst bytes.Buffer
	w := NewWriter(&dst, env, nil)
	if err := errors.Join(w.Write(claim), w.Write(claim), w.Close()); err != nil {
		t.Fatal(err)
	}
	valid(t, dst.Bytes())
	back := claimsOf(t, dst.Bytes(), nil)
	if d := changed(canonical(claim), canonical(back[0])); d != "" || len(back) != 2 {
		t.Errorf("%d claims %s", len(back), d)
	}
	if !bytes.Contains(dst.Bytes(), []byte("'\r\nSV1|HC>")) {
		t.Errorf("%s", dst.Bytes())
	}
}

// The same claims give the same bytes, one writer or another.
func TestWritingIsDeterministic(t *testing.T) {
	var claims []*Claim
	for _, m := range goldenFiles(t) {
		claims = append(claims, claimsOf(t, text(m.segs), nil)...)
	}
	a, refused := write(t, slices.Values(claims), nil)
	b, _ := write(t, slices.Values(claims), nil)
	if !bytes.Equal(a, b) || len(refused) > 0 {
		t.Errorf("%v: %s", refused, testkit.FirstDifference(a, b))
	}
	if n := tags(a, "CLM")[0]; n != len(claims) {
		t.Errorf("%d claims of %d", n, len(claims))
	}
	valid(t, a)
	if got := fmt.Sprint(len(claimsOf(t, a, &ReaderOptions{Reuse: true}))); got != fmt.Sprint(len(claims)) {
		t.Errorf("%s claims come back", got)
	}
}

// A refused claim is named with all of its issues: a value that has no place in
// the guide, a broken rule, and what the guide has against it.
func TestRefusedWithAllIssues(t *testing.T) {
	lost := func(c *Claim) { c.Institutional = &InstitutionalClaim{AdmissionType: "1"} }
	rule := func(c *Claim) { c.Charge = c.Charge.Add(amountOf("1")) }
	guide := func(c *Claim) { c.Subscriber.Payer.Name.Last = "" }
	for name, tt := range map[string]struct {
		breaks []func(*Claim)
		want   []x12.IssueCode
	}{
		"a lost value and a rule":    {[]func(*Claim){lost, rule}, []x12.IssueCode{CodeNoPlace, "837P-BAL-01"}},
		"a rule and the guide":       {[]func(*Claim){rule, guide}, []x12.IssueCode{"837P-BAL-01", x12.CodeElementMissing}},
		"a lost value and the guide": {[]func(*Claim){lost, guide}, []x12.IssueCode{CodeNoPlace, x12.CodeElementMissing}},
		"all three":                  {[]func(*Claim){lost, rule, guide}, []x12.IssueCode{CodeNoPlace, "837P-BAL-01", x12.CodeElementMissing}},
	} {
		bad := oneClaim(t, "01-subscriber.edi")
		for _, do := range tt.breaks {
			do(bad)
		}
		good := oneClaim(t, "01-subscriber.edi")
		out, refused := write(t, slices.Values([]*Claim{bad, good}), nil)
		if len(refused) != 1 {
			t.Fatalf("%s: %d claims refused", name, len(refused))
		}
		var got []x12.IssueCode
		for _, i := range refused[0].Issues {
			if i.Severity == x12.Error {
				got = append(got, i.Code)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
		alone, _ := write(t, slices.Values([]*Claim{good}), nil)
		if !bytes.Equal(out, alone) {
			t.Errorf("%s: the refused claim left something in the file", name)
		}
	}
}
