// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"bytes"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// setValidator returns a validator of professional sets and where its findings go.
func setValidator(t testing.TB) (*x12.SetValidator, *[]string) {
	t.Helper()
	g, ok := x12.LookupGuide("005010X222A1", "837")
	if !ok {
		t.Fatal("no guide")
	}
	found := &[]string{}
	j, err := x12.NewSetValidator(g, func(i x12.Issue) { *found = append(*found, i.Position.String()+" "+string(i.Code)) })
	if err != nil {
		t.Fatal(err)
	}
	return j, found
}

// setOf is the set of the professional sample, from ST to SE.
func setOf(t testing.TB) string {
	text := professional(t)
	return text[strings.Index(text, "ST*"):strings.Index(text, "GE*")]
}

func TestSetValidatorFeed(t *testing.T) {
	set := setOf(t)
	for _, parts := range []int{1, 2, 7, 150} {
		j, found := setValidator(t)
		j.FeedFrom(x12.DefaultDelimiters(), "\n", x12.Position{Interchange: 1, Group: 1, Set: 1, Offset: 160})
		segs := strings.SplitAfter(set, "~\n")
		for len(segs) > 0 {
			n := min((150+parts-1)/parts, len(segs))
			if err := j.Feed([]byte(strings.Join(segs[:n], ""))); err != nil {
				t.Fatal(err)
			}
			segs = segs[n:]
		}
		j.End(x12.Position{})
		equal(t, "findings", *found, nil)
	}
	j, found := setValidator(t)
	if err := j.Feed([]byte(strings.ReplaceAll(strings.Replace(set, "AMT*T*1.5", "AMT*T*X", 1), "\n", ""))); err != nil {
		t.Fatal(err)
	}
	equal(t, "findings", *found, []string{"segment 86 (2400 AMT02) bad-number"})
	if err := j.Feed([]byte(strings.Repeat("*", 2000) + "~")); err == nil {
		t.Error("bytes that are no segment are fed")
	}
}

// TestSetValidatorSave checks claim after claim as a writer does that takes a bad
// one back.
func TestSetValidatorSave(t *testing.T) {
	flat := strings.ReplaceAll(setOf(t), "\n", "")
	head := flat[:strings.Index(flat, "CLM*A1001")]
	good := "CLM*A1*80***12:B:1*Y*A*Y*Y~HI*ABK:J069~LX*1~SV1*HC:99212*80*UN*1***1~DTP*472*D8*20260115~"
	for _, c := range []struct {
		name, claim string
		want        []string
	}{
		{"good", good, nil},
		{"no line", good[:strings.Index(good, "LX")], []string{"segment 32 (2400 LX) missing-loop"}},
		{"no date of service", good[:strings.Index(good, "DTP")], []string{"segment 34 (2400 DTP) missing-segment"}},
		{"no claim segment", good[strings.Index(good, "HI"):], []string{"segment 31 (2300 CLM) missing-segment"}},
		{"bad qualifier at the end", good + "REF*QQ*1~", []string{"segment 36 (2400 REF01) code-not-allowed"}},
		{"two errors", strings.Replace(strings.Replace(good, "*80*UN", "*8O*UN", 1), ":B:", ":A:", 1),
			[]string{"segment 31 (2300 CLM05-2) code-not-allowed", "segment 34 (2400 SV102) bad-number"}},
	} {
		j, found := setValidator(t)
		feed := func(s string) {
			t.Helper()
			if err := j.Feed([]byte(s)); err != nil {
				t.Fatal(err)
			}
		}
		feed(head)
		var before, after x12.SetState
		j.Save(&before)
		feed(c.claim)
		j.Close("2300")
		equal(t, c.name, *found, c.want)
		*found = nil
		j.Save(&after)
		j.Load(&before)
		feed(good)
		j.Close("2300")
		feed(strings.Replace(good, "A1", "A2", 1))
		j.Close("2300")
		feed("SE*41*0001~")
		j.End(x12.Position{})
		equal(t, c.name+", then a good one", *found, nil)
		if len(c.want) == 0 {
			j.Load(&after)
			feed("SE*36*0001~")
			equal(t, "back at the first", *found, nil)
		}
	}
}

// TestSetValidatorPlace walks the sample and asks where its loops are.
func TestSetValidatorPlace(t *testing.T) {
	j, found := setValidator(t)
	var loops []string
	for s, err := range x12.NewReader(strings.NewReader(setOf(t)), &x12.ReaderOptions{Fragment: true}).Segments() {
		if err != nil {
			t.Fatal(err)
		}
		j.Segment(s)
		loop, depth, ok := j.Place()
		if !ok || (loop == "") != (depth == 0) {
			t.Errorf("%s is in %q at %d", s.Tag(), loop, depth)
		}
		if loop != "" && (len(loops) == 0 || loops[len(loops)-1] != loop) {
			loops = append(loops, loop)
		}
	}
	equal(t, "findings", *found, nil)
	equal(t, "loops", loops, strings.Fields(`1000A 1000B 2000A 2010AA 2010AB 2000B 2010BA 2010BB 2300 2310A 2310B 2310C 2310E 2310F
		2320 2330A 2330B 2330D 2400 2410 2420A 2420E 2430 2440 2400 2300 2400 2000B 2010BA 2010BB 2000C 2010CA 2300 2400
		2000A 2010AA 2000B 2010BA 2010BB 2300 2400`))
}

func TestValidateAllocations(t *testing.T) {
	small, large := repeatedClaims(1<<16), repeatedClaims(1<<20)
	count := func(data []byte) float64 {
		return testing.AllocsPerRun(3, func() {
			for i, err := range x12.Validate(bytes.NewReader(data), nil) {
				t.Fatal(i, err)
			}
		})
	}
	// one string for each interchange, group and set, whatever their length
	if a, b := count(small), count(large); b > a+3 {
		t.Errorf("%.0f allocations for 64 KB, %.0f for 1 MB", a, b)
	}
	j, found := setValidator(t)
	set := large[bytes.Index(large, []byte("ST*")):bytes.Index(large, []byte("SE*"))]
	var state x12.SetState
	if n := testing.AllocsPerRun(3, func() {
		j.Begin()
		if err := j.Feed(set); err != nil {
			t.Fatal(err)
		}
		j.Save(&state)
		j.Load(&state)
	}); n > 0 {
		t.Errorf("%.0f allocations to check the bytes of a set", n)
	}
	equal(t, "findings", *found, nil)
}

// junk is an endless stream after a head, cut off at a length.
type junk struct {
	head string
	part func(n int) string
	left int
	n    int
	buf  string
}

func (j *junk) Read(p []byte) (int, error) {
	if j.left <= 0 {
		return 0, io.EOF
	}
	if j.buf == "" {
		if j.buf = j.head; j.n > 0 {
			j.buf = j.part(j.n)
		}
		j.n++
	}
	n := copy(p, j.buf)
	j.buf = j.buf[n:]
	j.left -= n
	return n, nil
}

// TestValidateMemory feeds long streams in which everything is wrong.
func TestValidateMemory(t *testing.T) {
	text := professional(t)
	head := text[:strings.Index(text, "HL*1")]
	size := 6 << 20
	if testing.Short() {
		size = 1 << 20
	}
	for name, part := range map[string]func(int) string{
		"levels":       func(n int) string { return "HL*" + strings.Repeat("9", n%12) + "*7*22*1~" },
		"control":      func(n int) string { return "SE*1*" + itoa(n) + "~ST*837*" + itoa(n) + "*005010X222A1~" },
		"versions":     func(n int) string { return "SE*1*1~ST*837*1*00" + itoa(n) + "~" },
		"groups":       func(n int) string { return "GE*1*1~GS*HC*A*B*1*1*" + itoa(n) + "*X*00" + itoa(n) + "~" },
		"roles":        func(n int) string { return "NM1*" + itoa(n) + "*1*A~N3*B~" },
		"wrong places": func(n int) string { return "SV1*A~LX*1~N3*X~HI*B~SBR*Q~" },
		"unknown":      func(n int) string { return itoa(n) + "*1~" },
	} {
		runtime.GC()
		var before, during runtime.MemStats
		runtime.ReadMemStats(&before)
		issues, peak := 0, uint64(0)
		for range x12.Validate(&junk{head: head, part: part, left: size}, nil) {
			if issues++; issues%20000 == 0 {
				runtime.GC()
				runtime.ReadMemStats(&during)
				peak = max(peak, during.HeapAlloc)
			}
		}
		if peak > before.HeapAlloc+16<<20 {
			t.Errorf("%s: %d MB in use", name, (peak-before.HeapAlloc)>>20)
		}
		if issues < size/1000 {
			t.Errorf("%s: only %d findings", name, issues)
		}
	}
}

func itoa(n int) string {
	var b [8]byte
	for i := len(b) - 1; i >= 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return string(b[:])
}

// FuzzValidate: no panic on any bytes; the same findings however the bytes come
// in; every code is in the catalogue and no finding tells a value.
func FuzzValidate(f *testing.F) {
	text := professional(f)
	f.Add([]byte(text), false)
	f.Add([]byte(setOf(f)), true)
	for _, kind := range []string{"institutional", "dental", "remittance", "inquiry", "response"} {
		data, err := os.ReadFile("testdata/" + kind + ".edi")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, false)
	}
	f.Add([]byte(claims(2)), false)
	f.Add([]byte(strings.ReplaceAll(text, "NM1", "N1")), false)
	f.Add([]byte(strings.ReplaceAll(text, "HL*", "HL*9")), false)
	f.Add([]byte(strings.ReplaceAll(text, "CLM*", "LX*")), false)
	f.Add([]byte("ST*271*1*005010X279A1~HL***23~LE~NM1*IL~LS~LS~LE~III~EB*^^~SE~"), true)
	f.Add([]byte("ST*837*1*005010X222A1~HL~HL***22~SBR~NM1~SE~"), true)
	f.Fuzz(func(t *testing.T, data []byte, fragment bool) {
		o := &x12.ValidateOptions{Reader: x12.ReaderOptions{Fragment: fragment}}
		var whole []x12.Issue
		for i, err := range x12.Validate(bytes.NewReader(data), o) {
			if err != nil {
				break
			}
			if _, ok := x12.LookupIssue(i.Code); !ok {
				t.Fatalf("%s is not in the catalogue", i.Code)
			}
			whole = append(whole, i)
		}
		n := 0
		for i, err := range x12.Validate(io.MultiReader(bytes.NewReader(data[:len(data)/2]), bytes.NewReader(data[len(data)/2:])), o) {
			if err != nil {
				break
			}
			if n >= len(whole) || i != whole[n] {
				t.Fatalf("finding %d is %+v when the bytes come in two parts", n, i)
			}
			n++
		}
		if n != len(whole) {
			t.Fatalf("%d findings, %d when the bytes come in two parts", len(whole), n)
		}
	})
}
