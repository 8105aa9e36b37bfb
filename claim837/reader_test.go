// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

// goldenFiles are the files of testdata/encounters with their segments and places.
func goldenFiles(t *testing.T) []*mutator {
	t.Helper()
	var out []*mutator
	for _, k := range allKindsOfClaims {
		out = append(out, goldenFilesOf(t, k)...)
	}
	return out
}

func goldenFilesOf(t *testing.T, k Kind) []*mutator {
	t.Helper()
	o := newOracle(t, k.Guide())
	var out []*mutator
	for _, f := range filesOf(t, k) {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		m := &mutator{o: o, name: filepath.Base(f), segs: lines(data)}
		var v verdict
		if m.spots, v = o.check(m.segs); !v.legal() {
			t.Fatalf("%s: segment %d: %s", m.name, v.at-1, v.why)
		}
		out = append(out, m)
	}
	return out
}

// text joins segments into a file whose SE01 is right.
func text(segs []string) []byte {
	segs = slices.Clone(segs)
	for i, s := range segs {
		if strings.HasPrefix(s, "SE*") {
			segs[i] = element(s, 1, strconv.Itoa(i-1))
		}
	}
	return []byte(strings.Join(segs, "~\n") + "~\n")
}

// Segments of a loop, and the loops of the providers, may stand in any order;
// written again they stand in that of the guide.
func TestOrderWithinLoops(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	shuffled := 0
	for _, m := range goldenFiles(t) {
		if !testkit.InGuideOrder(t, "837", text(m.segs), x12.ReaderOptions{}) {
			t.Errorf("%s is not in guide order", m.name)
			continue
		}
		for range 5 {
			segs := slices.Clone(m.segs)
			from, to := m.inSet()
			for i := from; i < to; i++ {
				if m.spots[i].opens {
					shuffled += m.shuffle(random, segs, i)
				}
			}
			r := recode(text(segs), nil)
			if r.err != nil || len(r.issues) > 0 {
				line := slices.IndexFunc(r.issues, func(i x12.Issue) bool { return i.Code != x12.CodeLineBreak && i.Code != x12.CodeMoved })
				if r.err != nil || line >= 0 {
					t.Errorf("%s: %v, %v", m.name, r.err, r.issues[max(line, 0)])
				}
			}
			if want := text(m.segs); !bytes.Equal(r.out, want) {
				t.Errorf("%s: %s", m.name, testkit.FirstDifference(want, r.out))
			}
		}
	}
	if shuffled < 500 {
		t.Errorf("only %d segments were moved", shuffled)
	}
}

// shuffle moves the segments of the loop that segment i opens; those of one tag
// keep their order, which is that of a list.
func (m *mutator) shuffle(random *rand.Rand, segs []string, i int) int {
	to := i + 1
	for to < len(segs) && m.spots[to].start == i && !m.spots[to].opens && m.spots[to].depth == m.spots[i].depth {
		to++
	}
	own := segs[i+1 : to]
	byTag := map[string][]string{}
	for _, s := range own {
		byTag[tagOf(s)] = append(byTag[tagOf(s)], s)
	}
	random.Shuffle(len(own), func(a, b int) { own[a], own[b] = own[b], own[a] })
	moved := 0
	for k, s := range own {
		list := byTag[tagOf(s)]
		own[k], byTag[tagOf(s)] = list[0], list[1:]
		if own[k] != m.segs[i+1+k] {
			moved++
		}
	}
	return moved
}

func tagOf(seg string) string {
	tag, _, _ := strings.Cut(seg, "*")
	return tag
}

// A segment that no field holds is kept, found, and written back where it stood,
// wherever that is.
func TestUnknownSegmentsKeepTheirPlace(t *testing.T) {
	for _, m := range goldenFiles(t) {
		from, to := m.inSet()
		for i := from; i <= to; i++ {
			for _, odd := range []string{"XYZ*1*A:B^C**D", "NM1*QQ*1*ODD"} {
				segs := slices.Insert(slices.Clone(m.segs), i, odd)
				in := text(segs)
				r := recode(in, nil)
				if r.err != nil || !bytes.Equal(r.out, in) {
					t.Fatalf("%s: %s before segment %d: %v, %s", m.name, odd, i-1, r.err, testkit.FirstDifference(in, r.out))
				}
				if !slices.ContainsFunc(r.issues, func(s x12.Issue) bool {
					return s.Code == x12.CodeNotHeld && s.Segment == i-1 && s.Tag == tagOf(odd)
				}) {
					t.Fatalf("%s: %s before segment %d is not found: %v", m.name, odd, i-1, r.issues)
				}
			}
		}
	}
}

// Whatever stands in an element that is no qualifier, the file comes back byte
// for byte, and what no field holds is found at the element.
func TestOddValuesAreKept(t *testing.T) {
	n, found := 0, 0
	for f, m := range goldenFiles(t) {
		if f%5 != 2 { // it takes its time
			continue
		}
		from, to := m.inSet()
		for i := from; i < to; i++ {
			use := m.spots[i].use
			elems := strings.Split(m.segs[i], "*")
			for e := 1; e < len(elems)+1; e++ {
				if e == use.QualElement || e < len(elems) && use.Tag == "HL" || e > len(use.Elements) {
					continue
				}
				was := ""
				if e < len(elems) {
					was = elems[e]
				}
				for _, odd := range []string{"1,250.50", "20260229", was + ":Q", was + "^Q", "0", "00.50", "-1", "Q"} {
					segs := slices.Clone(m.segs)
					all := slices.Clone(elems)
					if e < len(all) {
						all[e] = odd
					} else {
						all = append(all, odd)
					}
					segs[i] = strings.Join(all, "*")
					n++
					found += m.keptOdd(t, i, e, segs)
				}
			}
		}
	}
	t.Logf("%d values, %d of them held by no field", n, found)
	if found < n/4 {
		t.Error("too few")
	}
}

func (m *mutator) keptOdd(t *testing.T, i, e int, segs []string) (found int) {
	t.Helper()
	in := text(segs)
	r := recode(in, nil)
	if r.err != nil {
		t.Fatalf("%s: segment %d %s: %v", m.name, i-1, segs[i], r.err)
	}
	if !bytes.Equal(r.out, in) {
		a, b := numbers.Segments(t, in, x12.ReaderOptions{}, true), numbers.Segments(t, r.out, x12.ReaderOptions{}, true)
		if !slices.Equal(a, b) { // a number may lose zeros in front
			t.Errorf("%s: segment %d %s: %s", m.name, i-1, segs[i], testkit.FirstDifference(in, r.out))
		}
	}
	for _, s := range r.issues {
		if s.Code != x12.CodeValueNotHeld && s.Code != x12.CodeNotHeld {
			continue
		}
		found = 1
		if s.Segment != i-1 || s.Code == x12.CodeValueNotHeld && s.Element > e+1 {
			t.Errorf("%s: segment %d %s: found at %v", m.name, i-1, segs[i], s.Position)
		}
	}
	return found
}

// A segment that opens a loop opens it whatever is wrong in it: what parses is
// set, and the segment stands in Rest for the rest of it.
func TestOpenersWithOddValues(t *testing.T) {
	claims := claimsOf(t, setOf("HL*1**20*1~NM1*85*2*CLINIC~HL*2*1*22*0~SBR*P*18~NM1*IL*1*DOE*JANE^J~"+
		"CLM*A1*1,250.50***11:B:1:X*Y~NM1*82*1*ROE*R*****XX*1~LX*1~SV1*HC:99213*x*UN*1~DTP*472*D8*20260229~LX*02~SV1*HC:99213*5*UN*1~"), nil)
	if len(claims) != 1 {
		t.Fatalf("%d claims", len(claims))
	}
	c := claims[0]
	if c.ID != "A1" || c.PlaceOfService != "11" || c.Frequency != "1" || c.ProviderSignature != "Y" || !c.Charge.IsZero() {
		t.Errorf("what could be read of the claim is %q %q %q %q %v", c.ID, c.PlaceOfService, c.Frequency, c.ProviderSignature, c.Charge)
	}
	for what, rest := range map[string][]x12.Raw{"claim": c.Rest, "rendering": c.Rendering.Rest, "subscriber": c.Subscriber.Rest,
		"line 1": c.Lines[0].Rest[:1], "line 2": c.Lines[1].Rest} {
		if len(rest) != 1 || !rest[0].Replaces {
			t.Errorf("%s: %+v", what, rest)
		}
	}
	if c.Rendering.Name.Last != "ROE" || c.Rendering.Name.First != "R" || c.Subscriber.Name.Last != "DOE" || c.Lines[0].Procedure.Code != "99213" {
		t.Error("names and codes beside odd values are not read")
	}
	if rest := c.Lines[0].Rest; len(rest) != 2 || rest[1].Replaces || rest[1].Element(3) != "20260229" || c.Lines[0].Date != (x12.DateRange{}) {
		t.Errorf("the date that does not exist: %+v, %v", rest, c.Lines[0].Date)
	}
	if c.Lines[1].Charge.String() != "5" {
		t.Error("the line after a bad number is not read")
	}
}

// What a loop has once more than fields stays with the loop.
func TestSecondOfAKind(t *testing.T) {
	c := claimsOf(t, setOf("HL*1**20*1~HL*2*1*22*0~CLM*A1*10***11:B:1~NTE*ADD*CLAIM~NM1*82*1*ROE~LX*1~SV1*HC:1*10*UN*1~"+
		"NTE*ADD*LINE~NTE*ADD*AGAIN~REF*6R*L1~NM1*82*1*DOE~NM1*82*1*ROE~PRV*PE*PXC*X~"), nil)[0]
	if len(c.Rest) > 0 || c.Notes[0].Text != "CLAIM" || c.Rendering.Name.Last != "ROE" || c.Rendering.Taxonomy != "" {
		t.Errorf("the claim takes what is its line's: %+v", c.Rest)
	}
	l := c.Lines[0]
	if l.Note.Text != "LINE" || l.ControlNumber != "L1" || l.Rendering.Name.Last != "DOE" || l.Rendering.Taxonomy != "" {
		t.Errorf("line %+v", l)
	}
	var kept []string
	for _, r := range l.Rest {
		kept = append(kept, r.Tag+" "+r.Element(2))
	}
	if want := []string{"NTE AGAIN", "NM1 1", "PRV PXC"}; !slices.Equal(kept, want) {
		t.Errorf("the line keeps %v, want %v", kept, want)
	}
}

const head = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260131*1200*^*00501*000000001*0*T*:~" +
	"GS*HC*SENDER*RECEIVER*20260131*1200*1*X*005010X222A1~"

// setOf is a file with one set of claims that holds these segments.
func setOf(body string) []byte {
	return []byte(head + "ST*837*0001*005010X222A1~BHT*0019*00*1*20260131*1200*CH~" + body +
		fmt.Sprintf("SE*%d*0001~GE*1*1~IEA*1*000000001~", strings.Count(body, "~")+3))
}

// steps is a stream as a word: I G S for what begins, c for a claim, x for a
// context without one, r for a segment on its own; ) for an end, ! for one
// without trailer.
func steps(items []Item) string {
	var b strings.Builder
	for _, i := range items {
		switch i.Kind {
		case x12.InterchangeEnd, x12.GroupEnd, x12.SetEnd:
			if i.Trailer == nil {
				b.WriteByte('!')
				continue
			}
			b.WriteByte(')')
		default:
			b.WriteByte("?I?G?S?xcr"[i.Kind])
		}
	}
	return b.String()
}

// Streams of every shape are read as what they are and come back as they were.
func TestShapesOfStreams(t *testing.T) {
	const st, se = "ST*837*0001*005010X222A1~BHT*0019*00*1*20260131*1200*CH~", "SE*%d*0001~"
	const contexts = "HL*1**20*1~NM1*85*2*CLINIC~HL*2*1*22*0~SBR*P*18~NM1*IL*1*DOE~"
	const end = "GE*1*1~IEA*1*000000001~"
	other := strings.NewReplacer("*", "|", "~", "'\r\n", ":", ">", "^", "!").Replace(string(setOf(contexts + "CLM*A9*5***11:B:1~")))
	for name, c := range map[string]struct{ in, steps string }{
		"one claim":              {string(setOf(contexts + "CLM*1*5~")), "IGSc)))"},
		"empty set":              {string(setOf("")), "IGS)))"},
		"contexts without claim": {string(setOf(contexts)), "IGSx)))"},
		"some without":           {string(setOf(contexts + "HL*3*1*22*0~NM1*IL*1*ROE~CLM*1*5~HL*4*1*22*1~HL*5*4*23*0~PAT*19~")), "IGSxcx)))"},
		"claim without contexts": {string(setOf("CLM*1*5~CLM*2*6~")), "IGScc)))"},
		"patient at once":        {string(setOf("HL*1**23*0~PAT*19~CLM*1*5~")), "IGSc)))"},
		"subscriber at once":     {string(setOf("HL*7*9*22*0~SBR*P~CLM*1*5~HL*1**20*1~CLM*2*6~")), "IGScc)))"},
		"patient, then another":  {string(setOf("HL*1**20*1~HL*2*1*23*0~PAT*19~HL*3*1*22*0~CLM*1*5~")), "IGSxc)))"},
		"unknown level":          {string(setOf(contexts + "CLM*1*5~HL*3*2*19*0~PRV*PE~CLM*2*5~")), "IGScrrc)))"},
		"segments first":         {string(setOf("XYZ*1~REF*87*1~" + contexts + "CLM*1*5~")), "IGSc)))"},
		"other set between": {head + st + contexts + "CLM*1*5~SE*9*0001~ST*834*0002*005010X220A1~BGN*00~INS*Y~SE*4*0002~" +
			"ST*837*0003*005010X222A1~BHT*0019*00*1*20260131*1200*CH~" + contexts + "CLM*1*5~SE*9*0003~GE*3*1~IEA*1*000000001~", "IGSc)Srr)Sc)))"},
		"another guide":           {strings.Replace(head, "005010X222A1", "005010X291", 1) + "ST*837*0001*005010X291~BHT*0019~HL*1**20*1~CLM*1*5~SE*5*0001~" + end, "IGSrrr)))"},
		"guide of another set":    {head + "ST*837*0001*005010X221A1~BHT*0019~HL*1**20*1~CLM*1*5~SE*5*0001~" + end, "IGSc)))"},
		"no trailers":             {head + st + contexts + "CLM*1*5~", "IGSc!!!"},
		"no SE":                   {head + st + "CLM*1*5~" + end, "IGSc!))"},
		"no GE":                   {head + st + "CLM*1*5~SE*4*0001~IEA*1*000000001~", "IGSc)!)"},
		"SE missing before ST":    {head + st + "CLM*1*5~" + st + "CLM*2*5~SE*4*0001~GE*2*1~IEA*1*000000001~", "IGSc!Sc)))"},
		"GE missing before GS":    {head + st + "CLM*1*5~SE*4*0001~" + head[len(isaOf(head)):] + st + "SE*3*0001~GE*1*1~IEA*2*000000001~", "IGSc)!GS)))"},
		"stray trailers":          {head + "SE*1*1~GE*0*1~GE*1*1~IEA*1*000000001~", "IGr)r)"},
		"segments between":        {isaOf(head) + "TA1*000000001*260131*1200*A*000~" + head[len(isaOf(head)):] + "FOO*1~" + st + "SE*3*0001~" + end, "IrGrS)))"},
		"two interchanges":        {string(setOf(contexts+"CLM*1*5~")) + other, "IGSc)))IGSc)))"},
		"two groups":              {strings.TrimSuffix(string(setOf("CLM*1*5~")), "IEA*1*000000001~") + head[len(isaOf(head)):] + st + "CLM*2*6~SE*4*0001~GE*1*1~IEA*2*000000001~", "IGSc))GSc)))"},
		"not a set of this group": {head + "ST*277*0001*005010X214~HL*1**20*1~SE*3*0001~" + end, "IGSr)))"},
	} {
		r := recode([]byte(c.in), nil)
		if got := steps(r.items); got != c.steps || r.err != nil {
			t.Errorf("%s: %s, %v; want %s", name, got, r.err, c.steps)
			continue
		}
		numbers.Kept(t, []byte(c.in), r.out, x12.ReaderOptions{})
		if !strings.Contains(c.steps, "!") && string(r.out) != c.in {
			t.Errorf("%s: %s", name, testkit.FirstDifference([]byte(c.in), r.out))
		}
		again := recode(r.out, nil)
		if d := testkit.SameItems(numbers, r.items, again.items); d != "" || strings.Contains(steps(again.items), "!") {
			t.Errorf("%s, written and read: %s %s", name, steps(again.items), d)
		}
		reused(t, []byte(c.in), ReaderOptions{}, r.items)
	}
}

func isaOf(s string) string { return s[:strings.Index(s, "~")+1] }

// Fragments stay fragments.
func TestFragments(t *testing.T) {
	o := &ReaderOptions{X12: x12.ReaderOptions{Fragment: true}}
	whole := string(setOf("HL*1**20*1~HL*2*1*22*0~CLM*1*5***11:B:1~"))
	fromGS := whole[len(isaOf(whole)):]
	fromST := fromGS[strings.Index(fromGS, "ST*"):]
	for in, want := range map[string]string{
		strings.TrimSuffix(fromGS, "IEA*1*000000001~"):        "IGSc))!",
		strings.TrimSuffix(fromST, "GE*1*1~IEA*1*000000001~"): "ISc)!",
		"ST*837*1*005010X222A1~CLM*1*5~":                      "ISc!!",
	} {
		r := recode([]byte(in), o)
		if got := steps(r.items); got != want || r.err != nil || string(r.out) != in {
			t.Errorf("%s: %s, %v, written %s", in, got, r.err, r.out)
		}
	}
}

// Claims and their contexts stay as they are while reading goes on, unless memory
// is reused; then they are the same as long as they are valid.
func TestClaimsAreKept(t *testing.T) {
	for n, in := range smallFiles(t) {
		var at []*Claim
		var claims []*Claim
		for c, err := range NewReader(bytes.NewReader(in), nil).Claims() {
			if err != nil {
				break
			}
			claims, at = append(claims, c), append(at, c.Clone())
		}
		for i, c := range claims {
			if !reflect.DeepEqual(c, at[i]) {
				t.Errorf("file %d: claim %d changed while reading went on", n, i+1)
			}
		}
		if r := recode(in, nil); r.err == nil {
			reused(t, in, ReaderOptions{}, r.items)
		}
	}
}

func TestReaderContext(t *testing.T) {
	in := setOf(strings.Repeat("CLM*1*5~", 100))
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	var last error
	for _, err := range NewReader(bytes.NewReader(in), &ReaderOptions{Context: ctx}).Claims() {
		if last = err; err == nil {
			n++
		}
		if n == 3 {
			cancel()
		}
	}
	if n != 3 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d claims, then %v", n, last)
	}
}

func TestReaderEndsEarlyAndOnce(t *testing.T) {
	r := NewReader(bytes.NewReader(setOf(strings.Repeat("CLM*1*5~", 10))), nil)
	n := 0
	for range r.Claims() {
		if n++; n == 2 {
			break
		}
	}
	again := 0
	for c, err := range r.Claims() {
		if c != nil || err == nil {
			t.Error("a second pass reads on")
		}
		again++
	}
	if n != 2 || again != 1 {
		t.Errorf("%d claims, then %d steps", n, again)
	}
}

func TestReaderErrors(t *testing.T) {
	for name, in := range map[string]string{"nothing": "", "no ISA": "CLM*1*5~", "a broken ISA": "ISA*00*~"} {
		n := 0
		for c, err := range NewReader(strings.NewReader(in), nil).Claims() {
			var syntax *x12.SyntaxError
			if c != nil || !errors.As(err, &syntax) {
				t.Errorf("%s: %v, %v", name, c, err)
			}
			n++
		}
		if n != 1 {
			t.Errorf("%s: %d steps", name, n)
		}
	}
	broken := errors.New("line down")
	var last error
	for _, err := range NewReader(&failing{setOf("CLM*1*5~"), broken}, nil).Claims() {
		last = err
	}
	if !errors.Is(last, broken) {
		t.Errorf("the source's error comes as %v", last)
	}
}

// failing gives what it has but for the last bytes, and then fails.
type failing struct {
	data []byte
	err  error
}

func (f *failing) Read(p []byte) (int, error) {
	if len(f.data) < 30 {
		return 0, f.err
	}
	n := copy(p, f.data[:len(f.data)-29])
	f.data = f.data[n:]
	return n, nil
}

func TestIssuesOfTheReader(t *testing.T) {
	r := NewReader(bytes.NewReader(setOf(strings.Repeat("FOO*SECRET~", 5000)+"CLM*1*5~")), nil)
	for _, err := range r.Claims() {
		if err != nil {
			t.Fatal(err)
		}
	}
	found := r.Issues()
	if len(found) != 1000 || found[0].Code != x12.CodeNotHeld || found[0].Tag != "FOO" {
		t.Errorf("%d findings, the first is %v", len(found), found[:1])
	}
	if strings.Contains(found[0].String(), "SECRET") {
		t.Error("a finding shows what stands in the file")
	}
}
