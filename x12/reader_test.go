// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/claimwire/claimwire/x12"
)

func TestReaderSegments(t *testing.T) {
	r := x12.NewReader(strings.NewReader(flat(small)), nil)
	for i, want := range []struct {
		tag           string
		len           int
		group, in     bool // inside a group, a set
		segment, nSet int
	}{
		{"ISA", 16, false, false, 0, 0},
		{"GS", 8, true, false, 0, 0},
		{"ST", 3, true, true, 1, 1},
		{"BHT", 6, true, true, 2, 1},
		{"NM1", 9, true, true, 3, 1},
		{"SE", 2, true, true, 4, 1},
		{"GE", 2, true, false, 0, 0},
		{"IEA", 2, false, false, 0, 0},
	} {
		s, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		if s.Tag() != want.tag || s.Len() != want.len || s.Key() != x12.KeyOf(want.tag) {
			t.Errorf("segment %d is %s with %d elements, want %s with %d", i, s.Tag(), s.Len(), want.tag, want.len)
		}
		if got := r.Group() != nil; got != want.group {
			t.Errorf("%s: inside a group is %v", want.tag, got)
		}
		if got := r.Set() != nil; got != want.in {
			t.Errorf("%s: inside a set is %v", want.tag, got)
		}
		p := s.Position()
		if p.Segment != want.segment || p.Set != want.nSet || p.Interchange != 1 || p.Tag != want.tag {
			t.Errorf("%s: position %+v", want.tag, p)
		}
	}
	for range 2 {
		if _, err := r.Next(); err != io.EOF {
			t.Errorf("at the end: %v, want io.EOF", err)
		}
	}
	if r.Interchange() != nil || r.Offset() != int64(len(flat(small))) {
		t.Errorf("after the end: %v, offset %d", r.Interchange(), r.Offset())
	}
}

func TestReaderEnvelope(t *testing.T) {
	r := x12.NewReader(strings.NewReader(small), nil)
	for range 3 {
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
	}
	ic := r.Interchange()
	q, id := ic.Sender()
	if q != "ZZ" || id != "CLINIC" || ic.SenderID != "CLINIC         " {
		t.Errorf("sender %s %q", q, id)
	}
	if q, id = ic.Receiver(); q != "ZZ" || id != "PAYER" {
		t.Errorf("receiver %s %q", q, id)
	}
	if ic.Version != "00501" || ic.Control != "000000001" || ic.Usage != "T" || ic.ComponentSeparator != ":" || ic.RepetitionSeparator != "^" {
		t.Errorf("ISA is %+v", ic)
	}
	if ic.Delimiters != x12.DefaultDelimiters() || ic.LineBreak != "\n" || ic.Fragment {
		t.Errorf("delimiters %v, line break %q", ic.Delimiters, ic.LineBreak)
	}
	if g := r.Group(); g.FunctionalID != "HC" || g.Control != "1" || g.Version != "005010X222A1" || g.Date != "20260131" {
		t.Errorf("GS is %+v", g)
	}
	if s := r.Set(); s.ID != "837" || s.Control != "0001" || s.Convention != "005010X222A1" || s.Guide(r.Group()) != "005010X222A1" {
		t.Errorf("ST is %+v", s)
	}
	if got := (&x12.Set{}).Guide(r.Group()); got != "005010X222A1" {
		t.Errorf("without ST03 the guide is %q", got)
	}
}

// The line break is known when the ISA is handed out, not one segment later.
func TestReaderLineBreakWithISA(t *testing.T) {
	for _, in := range []string{small, strings.ReplaceAll(small, "\n", "\r\n"), flat(small)} {
		r := x12.NewReader(strings.NewReader(in), nil)
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
		want := in[len(isa):strings.Index(in, "GS*")]
		if got := r.Interchange().LineBreak; got != want {
			t.Errorf("line break %q, want %q", got, want)
		}
	}
}

func TestReaderExtraHeaderElements(t *testing.T) {
	in := strings.Replace(flat(small), "X*005010X222A1~ST*837*0001*005010X222A1~", "X*005010X222A1**B~ST*837*0001*005010X222A1*E**~", 1)
	r := x12.NewReader(strings.NewReader(in), nil)
	for range 3 {
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
	}
	equal(t, "GS09 on", r.Group().Extra, []string{"", "B"})
	equal(t, "ST04 on", r.Set().Extra, []string{"E"})
}

func TestReaderSeveralInterchanges(t *testing.T) {
	second := strings.NewReplacer("*", "|", ":", ">", "^", "!", "~", "\x1d", "\n", "").Replace(small)
	third := strings.ReplaceAll(small, "~\n", "\n") // the line break is the terminator
	in := flat(small) + second + "\r\n" + third + flat(small)
	got := readAll(strings.NewReader(in), nil)
	if got.err != nil {
		t.Fatal(got.err)
	}
	if len(got.segments) != 4*8 {
		t.Fatalf("%d segments, want 32", len(got.segments))
	}
	if got.segments[11] != "BHT|0019|00|R1|20260131|0915|CH" || got.segments[19] != "BHT*0019*00*R1*20260131*0915*CH" {
		t.Errorf("segments %q, %q", got.segments[11], got.segments[19])
	}
	for i, p := range got.pos {
		if p.Interchange != i/8+1 {
			t.Errorf("segment %d is in interchange %d", i, p.Interchange)
		}
		at := int(p.Offset)
		if in[at:at+len(got.segments[i])] != got.segments[i] {
			t.Errorf("segment %d does not stand at offset %d", i, at)
		}
	}
}

func TestReaderSeveralGroupsAndSets(t *testing.T) {
	in := isa + "TA1*000000001*260131*0915*A*000~" +
		"GS*HC*A*B*20260131*0915*1*X*V~ST*837*1~SE*2*1~ST*837*2~BHT*1~SE*3*2~GE*2*1~" +
		"GS*HC*A*B*20260131*0915*2*X*V~ST*837*1~SE*2*1~GE*1*2~IEA*2*000000001~"
	got := checkRead(t, in, nil, splitFlat(in), nil)
	want := []string{"1 0 0 0", "1 0 0 0", "1 1 0 0", "1 1 1 1", "1 1 1 2", "1 1 2 1", "1 1 2 2", "1 1 2 3", "1 1 0 0",
		"1 2 0 0", "1 2 1 1", "1 2 1 2", "1 2 0 0", "1 0 0 0"}
	var ords []string
	for _, p := range got.pos {
		ords = append(ords, strings.Join([]string{strconv.Itoa(p.Interchange), strconv.Itoa(p.Group), strconv.Itoa(p.Set), strconv.Itoa(p.Segment)}, " "))
	}
	equal(t, "ordinals", ords, want)
}

// A missing trailer does not shift the counts of what follows.
func TestReaderMissingTrailers(t *testing.T) {
	in := isa + "GS*HC*A*B*20260131*0915*1*X*V~ST*837*1~BHT*1~ST*837*2~GS*HC*A*B*20260131*0915*2*X*V~ST*837*1~" + flat(small)
	got := checkRead(t, in, nil, splitFlat(in), nil)
	p := got.pos[4]
	if p.Set != 2 || p.Segment != 1 {
		t.Errorf("an ST without SE before it is at %+v", p)
	}
	if p = got.pos[6]; p.Group != 2 || p.Set != 1 || p.Segment != 1 {
		t.Errorf("a GS without GE before it leads to %+v", p)
	}
	if p = got.pos[9]; p.Interchange != 2 || p.Set != 1 || p.Segment != 1 {
		t.Errorf("an ISA without IEA before it leads to %+v", p)
	}
}

// Names and texts of data may be those of the envelope.
func TestReaderEnvelopeWordsInData(t *testing.T) {
	in := strings.Replace(flat(small), "CLINIC*****46*C1~", "ISA*IEA*ST*SE*ISA~NTE*ADD*ISA:IEA^ISA~ISAX*1~", 1)
	checkRead(t, in, nil, splitFlat(in), nil)
}

func TestSegmentElements(t *testing.T) {
	in := strings.Replace(flat(small), "BHT*0019", "HI*ABK:J069::X*A^B:C^*^*:*LAST**~BHT*0019", 1)
	r := x12.NewReader(strings.NewReader(in), nil)
	var s *x12.Segment
	for s == nil || s.Tag() != "HI" {
		var err error
		if s, err = r.Next(); err != nil {
			t.Fatal(err)
		}
	}
	if s.Len() != 7 || s.String() != "HI*ABK:J069::X*A^B:C^*^*:*LAST**" || s.Delimiters() != x12.DefaultDelimiters() {
		t.Errorf("the segment is %q with %d elements", s, s.Len())
	}
	for _, tt := range []struct {
		e, c    int
		want    string
		comps   int
		repeats int
	}{
		{1, 1, "ABK", 4, 1}, {1, 2, "J069", 4, 1}, {1, 3, "", 4, 1}, {1, 4, "X", 4, 1}, {1, 5, "", 4, 1},
		{2, 1, "A", 1, 3}, {2, 2, "", 1, 3}, {3, 1, "", 0, 2}, {4, 1, "", 2, 1}, {5, 1, "LAST", 1, 1},
		{6, 1, "", 0, 0}, {7, 1, "", 0, 0}, {8, 1, "", 0, 0}, {0, 1, "", 0, 0}, {-1, 1, "", 0, 0}, {1, 0, "", 4, 1},
	} {
		if got := s.ComponentText(tt.e, tt.c); got != tt.want || string(s.Component(tt.e, tt.c)) != tt.want {
			t.Errorf("component %d-%d is %q, want %q", tt.e, tt.c, got, tt.want)
		}
		if got := s.Components(tt.e); got != tt.comps {
			t.Errorf("element %d has %d components, want %d", tt.e, got, tt.comps)
		}
		if got := s.Repeats(tt.e); got != tt.repeats {
			t.Errorf("element %d has %d repetitions, want %d", tt.e, got, tt.repeats)
		}
	}
	for e, want := range []string{"", "ABK:J069::X", "A^B:C^", "^", ":", "LAST", "", "", ""} {
		if s.Text(e) != want || string(s.Bytes(e)) != want || s.Empty(e) != (want == "") {
			t.Errorf("element %d is %q, want %q", e, s.Text(e), want)
		}
	}
	text, ends, marks := s.Cuts()
	if len(ends) != 8 || text[ends[4]+1:ends[5]] != "LAST" {
		t.Errorf("ends are %v", ends)
	}
	var seen []byte
	for _, at := range marks {
		seen = append(seen, text[at])
	}
	if string(seen) != ":::^:^^:" {
		t.Errorf("marks are at %v, %q", marks, seen)
	}
}

func TestKeyOf(t *testing.T) {
	for tag, want := range map[string]uint32{"": 0, "A": 'A', "N1": 'N' | '1'<<8, "NM1": 'N' | 'M'<<8 | '1'<<16, "LONG": 0} {
		if got := x12.KeyOf(tag); got != want {
			t.Errorf("KeyOf(%q) = %x, want %x", tag, got, want)
		}
	}
	in := isa + "A*1~~N~LONG*2~NM~*X~NM1~"
	r := x12.NewReader(strings.NewReader(in), nil)
	var keys []uint32
	for s, err := range r.Segments() {
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, s.Key())
		if got := x12.KeyOf(s.Tag()); got != s.Key() {
			t.Errorf("%q has the key %x, want %x", s, s.Key(), got)
		}
	}
	if len(keys) != 7 {
		t.Errorf("%d segments, want 7", len(keys))
	}
}

// Strings outlive the segment that they were taken from.
func TestTextStaysValid(t *testing.T) {
	in := claims(2000) // several windows
	want := splitFlat(in)
	r := x12.NewReader(iotest.HalfReader(strings.NewReader(in)), nil)
	var texts, wholes []string
	for s, err := range r.Segments() {
		if err != nil {
			t.Fatal(err)
		}
		wholes = append(wholes, s.String())
		texts = append(texts, s.Text(2))
	}
	equal(t, "segments", wholes, want)
	for i, s := range want {
		if parts := strings.Split(s, "*"); len(parts) > 2 && texts[i] != parts[2] {
			t.Fatalf("element 2 of segment %d is %q, want %q", i, texts[i], parts[2])
		}
	}
}

// However the bytes come in, the segments are the same.
func TestReaderSmallReads(t *testing.T) {
	texts := map[string]string{
		"flat": flat(small), "lines": small, "crlf": strings.ReplaceAll(small, "\n", "\r\n"),
		"newline terminator": strings.ReplaceAll(small, "~\n", "\n"), "leading": "\xef\xbb\xbf \r\nhello " + small,
		"gaps": strings.ReplaceAll(small, "~\n", "~ \n\n  ") + "\x1a", "unterminated": strings.TrimSuffix(small, "~\n"),
		"many": claims(300) + flat(small), "cut off": claims(3)[:700], "no ISA": "hello, world",
	}
	for name, in := range texts {
		want := readAll(strings.NewReader(in), nil)
		for how, src := range map[string]io.Reader{
			"one byte":  iotest.OneByteReader(strings.NewReader(in)),
			"half":      iotest.HalfReader(strings.NewReader(in)),
			"data, err": iotest.DataErrReader(strings.NewReader(in)),
		} {
			got := readAll(src, nil)
			equal(t, name+", "+how+": segments", got.segments, want.segments)
			equal(t, name+", "+how+": codes", got.codes(), want.codes())
			for i := range got.pos {
				if i < len(want.pos) && got.pos[i] != want.pos[i] {
					t.Errorf("%s, %s: segment %d is at %+v, want %+v", name, how, i, got.pos[i], want.pos[i])
					break
				}
			}
			if (got.err == nil) != (want.err == nil) || got.err != nil && got.err.Error() != want.err.Error() {
				t.Errorf("%s, %s: error %v, want %v", name, how, got.err, want.err)
			}
		}
	}
}

func TestReaderSourceErrors(t *testing.T) {
	broken := errors.New("line dropped")
	in := flat(small)
	src := io.MultiReader(strings.NewReader(in[:200]), iotest.ErrReader(broken))
	got := readAll(src, nil)
	if !errors.Is(got.err, broken) || len(got.segments) == 0 {
		t.Errorf("after %d segments: %v, want the source's error", len(got.segments), got.err)
	}
	r := x12.NewReader(iotest.ErrReader(broken), nil)
	for range 2 {
		if _, err := r.Next(); !errors.Is(err, broken) {
			t.Errorf("got %v, want the source's error every time", err)
		}
	}
	if got := readAll(iotest.TimeoutReader(iotest.HalfReader(strings.NewReader(claims(2000)))), nil); got.err != iotest.ErrTimeout {
		t.Errorf("got %v, want the time-out", got.err)
	}
	if got := readAll(stuck{}, nil); got.err != io.ErrNoProgress {
		t.Errorf("a source that gives nothing: %v", got.err)
	}
	if got := readAll(liar{}, nil); got.err == nil {
		t.Error("a source that lies about its count is believed")
	}
}

type stuck struct{}

func (stuck) Read([]byte) (int, error) { return 0, nil }

type liar struct{}

func (liar) Read(p []byte) (int, error) { return len(p) + 1, nil }

func TestSegmentsStopsEarly(t *testing.T) {
	r := x12.NewReader(strings.NewReader(small), nil)
	for s, err := range r.Segments() {
		if err != nil {
			t.Fatal(err)
		}
		if s.Tag() == "ST" {
			break
		}
	}
	if s, err := r.Next(); err != nil || s.Tag() != "BHT" {
		t.Errorf("after the loop: %v, %v", s, err)
	}
}

// loop gives the segments of one set over and over, so that allocations of
// interchanges, groups and sets do not blur those of segments.
type loop struct {
	head, body string
	at         int
}

func (l *loop) Read(p []byte) (int, error) {
	if l.head != "" {
		n := copy(p, l.head)
		l.head = l.head[n:]
		return n, nil
	}
	n := copy(p, l.body[l.at:])
	l.at = (l.at + n) % len(l.body)
	return n, nil
}

func TestReaderAllocations(t *testing.T) {
	for name, lb := range map[string]string{"flat": "", "lines": "\n"} {
		src := &loop{head: isa + lb + "GS*HC*A*B*20260131*0915*1*X*V~" + lb + "ST*837*1~" + lb,
			body: "NM1*IL*1*DOE*JANE****MI*M1~" + lb + "CLM*A1*125.5***11:B:1*Y*A*Y*Y~" + lb + "HI*ABK:J069*ABF:R05~" + lb}
		r := x12.NewReader(src, nil)
		n := testing.AllocsPerRun(50_000, func() {
			s, err := r.Next()
			if err != nil || s.Key() == 0 || len(s.Component(5, 2)) > 1 {
				t.Fatal("bad segment")
			}
		})
		if n != 0 {
			t.Errorf("%s: %v allocations a segment, want 0", name, n)
		}
	}
}
