// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/claimwire/claimwire/x12"
)

// Ways of reading that the fuzz targets try.
const (
	fuzzFragment = 1 << iota
	fuzzUnwrap
	fuzzSmallLimits
)

func fuzzOptions(flags uint8) *x12.ReaderOptions {
	o := &x12.ReaderOptions{Fragment: flags&fuzzFragment != 0, Unwrap: flags&fuzzUnwrap != 0}
	if flags&fuzzSmallLimits != 0 {
		o.MaxSegment, o.MaxElements = 60, 8
	}
	return o
}

func seedReader(f *testing.F) {
	for _, s := range []string{
		flat(small), small, strings.ReplaceAll(small, "\n", "\r\n"), strings.ReplaceAll(small, "~\n", "\n"), wrap(flat(small), 80, "\n"), wrap(flat(small), 7, "\n"), stripped(wrap(flat(small), 37, "\n")), "ISA", "ISA~",
		"\xef\xbb\xbf" + small, "text " + small + "\x1a", strings.ReplaceAll(flat(small), "~", "~~"), flat(small) + small,
		strings.TrimSuffix(flat(small), "~"), strings.ReplaceAll(flat(small), "~", "\u2026\n"), isa + "HI*A:B^C**~ISA*1~IEA~",
		strings.Replace(small, "CLINIC         ", "C", 1), strings.Replace(small, "*^*", "*U*", 1), isa[:105], "ISA*", "", "ST*1~SE~",
		strings.Replace(flat(small), "00*          *", "00*   *      *", 1), small + small[:120], claims(1),
	} {
		for flags := range uint8(8) {
			f.Add([]byte(s), flags)
		}
	}
}

// FuzzReader: no panic; every byte of the input is a byte of a segment, its
// terminator, or a gap that is reported; how the bytes come in does not matter.
func FuzzReader(f *testing.F) {
	seedReader(f)
	f.Fuzz(func(t *testing.T, in []byte, flags uint8) {
		o := fuzzOptions(flags)
		whole := account(t, in, o)
		slow := readAll(iotest.OneByteReader(bytes.NewReader(in)), o)
		if len(slow.segments) != len(whole.segments) || errText(slow.err) != errText(whole.err) {
			t.Fatalf("%d segments, then %v; byte by byte %d, then %v", len(whole.segments), whole.err, len(slow.segments), slow.err)
		}
		for i, s := range slow.segments {
			if s != whole.segments[i] || slow.pos[i] != whole.pos[i] {
				t.Fatalf("segment %d is %q at %+v; byte by byte %q at %+v", i, whole.segments[i], whole.pos[i], s, slow.pos[i])
			}
		}
		if a, b := strings.Join(whole.codes(), " "), strings.Join(slow.codes(), " "); a != b {
			t.Fatalf("findings %s; byte by byte %s", a, b)
		}
	})
}

func errText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// account reads in and checks where each byte went.
func account(t *testing.T, in []byte, o *x12.ReaderOptions) (out result) {
	opts := *o
	said := map[x12.IssueCode]bool{}
	opts.OnIssue = func(i x12.Issue) {
		out.issues = append(out.issues, i)
		said[i.Code] = true
	}
	r := x12.NewReader(bytes.NewReader(in), &opts)
	end, lineBreak := 0, ""
	for {
		before := r.Interchange() != nil
		s, err := r.Next()
		if err == io.EOF {
			checkGap(t, in[end:], before, lineBreak, said)
			if r.Offset() != int64(len(in)) {
				t.Fatalf("at the end %d bytes of %d were read", r.Offset(), len(in))
			}
			return out
		}
		if err != nil {
			var syntax *x12.SyntaxError
			if !errors.As(err, &syntax) || syntax.Offset > int64(len(in)) {
				t.Fatalf("error %v", err)
			}
			out.err = err
			return out
		}
		p := s.Position()
		at, next := int(p.Offset), int(r.Offset())
		if at < end || next < at || next > len(in) {
			t.Fatalf("a segment from %d to %d follows one that ends at %d", at, next, end)
		}
		checkGap(t, in[end:at], before, lineBreak, said)
		checkBody(t, in[at:next], s, &opts, said)
		checkElements(t, s)
		out.segments = append(out.segments, string(s.Data()))
		out.pos = append(out.pos, p)
		end, lineBreak = next, r.Interchange().LineBreak
	}
}

// checkGap checks what stands between two segments.
func checkGap(t *testing.T, gap []byte, inside bool, lineBreak string, said map[x12.IssueCode]bool) {
	rest := bytes.TrimPrefix(gap, []byte(lineBreak))
	if len(gap) > len(rest) && inside && !said[x12.CodeLineBreak] {
		t.Fatalf("the line break %q is not reported", gap)
	}
	if len(rest) == 0 {
		return
	}
	if said[x12.CodeByteOrderMark] || said[x12.CodeLeadingText] || said[x12.CodeBlankBeforeSegment] || said[x12.CodeEmptySegment] || said[x12.CodeEndMark] || said[x12.CodeWrappedLine] {
		return
	}
	if strings.Trim(string(rest), " \t\r\n") != "" {
		t.Fatalf("%q is read past in silence", gap)
	}
	// blanks after the last segment, or between interchanges, are no finding
}

// checkBody checks that nothing of a segment was lost.
func checkBody(t *testing.T, body []byte, s *x12.Segment, o *x12.ReaderOptions, said map[x12.IssueCode]bool) {
	data := s.Data()
	if o.Unwrap && !bytes.Equal(body, append(bytes.Clone(data), s.Delimiters().Segment)) && said[x12.CodeWrappedLine] {
		strip := strings.NewReplacer("\r", "", "\n", "", " ", "") // blanks are put back where line ends have lost them
		body, data = []byte(strip.Replace(string(body))), []byte(strip.Replace(string(data)))
	}
	if !bytes.HasPrefix(body, data) {
		t.Fatalf("the segment %q was read of %q", data, body)
	}
	term := s.Delimiters().Segment
	rest := string(body[len(data):])
	switch {
	case rest == string([]byte{term}):
	case rest == "" && o.Unwrap && (term == '\n' || term == '\r'): // stripped above
	case rest == "\r\n" && term == '\n' && said[x12.CodeLineBreak]:
	case strings.Trim(rest, " \t\r\n\x00\x1a") == "" && said[x12.CodeUnterminated]:
	default:
		t.Fatalf("%q after a segment was read past", rest)
	}
}

// checkElements checks the views of a segment against each other.
func checkElements(t *testing.T, s *x12.Segment) {
	whole, d := s.Tag(), s.Delimiters()
	for i := 1; i <= s.Len(); i++ {
		e := s.Bytes(i)
		whole += string([]byte{d.Element}) + string(e)
		if s.Text(i) != string(e) || s.Empty(i) != (len(e) == 0) {
			t.Fatalf("element %d is %q and %q", i, e, s.Text(i))
		}
		n := s.Components(i)
		for c := range n + 2 {
			if string(s.Component(i, c)) != s.ComponentText(i, c) || (c > n && s.ComponentText(i, c) != "") {
				t.Fatalf("component %d-%d is %q and %q", i, c, s.Component(i, c), s.ComponentText(i, c))
			}
		}
	}
	if whole != s.String() || whole != string(s.Data()) {
		t.Fatalf("elements make %q, the segment is %q", whole, s)
	}
	raw := s.Raw()
	if raw.Tag != s.Tag() || len(raw.Elements) > s.Len() {
		t.Fatalf("raw is %+v of %q", raw, s)
	}
}

// FuzzLaw: what was read is written as it was, and reads the same.
func FuzzLaw(f *testing.F) {
	seedReader(f)
	f.Fuzz(func(t *testing.T, in []byte, flags uint8) {
		o := fuzzOptions(flags &^ fuzzSmallLimits)
		want, err := canonical(bytes.NewReader(in), o)
		if err != nil || strangeISA(in, o) {
			return
		}
		var out bytes.Buffer
		if err := copyRaw(&out, bytes.NewReader(in), o); err != nil {
			t.Fatalf("%q cannot be written as it was: %v", in, err)
		}
		got, err := canonical(bytes.NewReader(out.Bytes()), o)
		if err != nil && len(want) > 0 {
			t.Fatalf("%q was written as %q: %v", in, out.Bytes(), err)
		}
		for i := range max(len(got), len(want)) {
			if i >= len(got) || i >= len(want) || got[i] != want[i] {
				t.Fatalf("%q was written as %q:\n%q\n%q", in, out.Bytes(), want, got)
			}
		}
	})
}

// strangeISA reports whether the stream has segments that the law leaves out: an
// ISA that is no header, delimiters that are the same byte or part of a line
// break, segments with nothing in them.
func strangeISA(in []byte, o *x12.ReaderOptions) bool {
	r := x12.NewReader(bytes.NewReader(in), o)
	n := 0
	for s := range r.Segments() {
		d := s.Delimiters()
		if strings.HasPrefix(s.Tag(), "ISA") || strings.HasPrefix(s.Tag(), "I") && o.Unwrap {
			if n++; n != s.Position().Interchange || s.Tag() != "ISA" || r.Interchange().Fragment {
				return true
			}
			if !d.Valid() || strings.ContainsAny(d.String(), "\r\n\t\x00\x1a") || d.Segment >= 0x80 || d.Element >= 0x80 || d.Component >= 0x80 || d.Repetition >= 0x80 {
				return true
			}
		}
		if strings.Trim(s.String(), string([]byte{d.Element})+string([]byte{d.Component})+" \t\r\n\x00\x1a") == "" || strings.ContainsAny(s.Tag(), "\r\n\x00\x1a\t ") {
			return true
		}
		if strings.ContainsAny(s.String(), "\r\n") || strings.TrimRight(s.String(), " \t\x00\x1a") != s.String() {
			return true // at the end of the stream such bytes are none of the segment's
		}
	}
	return false
}

// FuzzWriter: whatever it is given, it refuses it or it can be read back.
func FuzzWriter(f *testing.F) {
	f.Add("NM1", "Muñoz", "A*B", "C:D", "*:^~", uint8(0), true)
	f.Add("REF", "a@b.com", "", "x", "|>!\n", uint8(1), false)
	f.Add("K3", "\xff", "^", "-1.5", "*.-~", uint8(2), false)
	f.Add("N~1", "１：２", "\u200b", "~", "*: ~", uint8(0), true)
	f.Add("ISA", "ISA*", "IEA", "\n", "*:^~", uint8(3), false)
	f.Add("LX", "!", "", "", "\x12!^\"", uint8(0), false)
	f.Fuzz(func(t *testing.T, tag, a, b, c, delims string, charset uint8, fold bool) {
		d, ok := x12.ParseDelimiters(delims)
		if !ok || strings.ContainsAny(delims, "\r\t\x00\x1a") || d.Segment >= 0x80 {
			return
		}
		if tag == "" || strings.Trim(tag, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789~*") != "" || strings.HasPrefix(tag, "ISA") || envelopeTag(tag) {
			return
		}
		set := x12.Charset(charset % 4)
		var out bytes.Buffer
		refused := 0
		w := x12.NewWriter(&out, &x12.WriterOptions{Charset: set, Fold: fold, Delimiters: d, OnIssue: func(i x12.Issue) {
			if i.Severity == x12.Error {
				refused++
			}
		}})
		if err := w.BeginInterchange(header()); err != nil {
			return // a delimiter that stands in the header
		}
		if w.BeginGroup(group()) != nil {
			return
		}
		if w.BeginSet(set837()) != nil {
			return
		}
		w.Begin(tag)
		w.Text(1, 1, a)
		w.Text(1, 2, b)
		w.Text(3, 1, c)
		err := w.End()
		if (err != nil) != (refused > 0) {
			t.Fatalf("error %v after %d refusals", err, refused)
		}
		for _, f := range []func() error{w.EndSet, w.EndGroup, w.EndInterchange} {
			if f() != nil {
				return
			}
		}
		want := []string{"ISA", "GS", "ST"}
		if err == nil {
			want = append(want, tag)
		}
		want = append(want, "SE", "GE", "IEA")
		n := 0
		for s, rerr := range x12.NewReader(bytes.NewReader(out.Bytes()), nil).Segments() {
			if rerr != nil || n >= len(want) || s.Tag() != want[n] {
				t.Fatalf("%q: segment %d: %v", out.Bytes(), n, rerr)
			}
			if err == nil && n == 3 {
				for i, text := range []string{a, b, c} {
					if fold {
						text, _ = x12.FoldText(text, set)
					}
					if got := s.ComponentText([]int{1, 1, 3}[i], []int{1, 2, 1}[i]); got != text {
						t.Fatalf("%q was written as %q and is read as %q", text, out.Bytes(), got)
					}
				}
			}
			if s.Tag() == "SE" && s.Text(1) != string(rune('2'+len(want)-6)) {
				t.Fatalf("SE01 is %s in %q", s.Text(1), out.Bytes())
			}
			n++
		}
		if n != len(want) {
			t.Fatalf("%d segments in %q, want %d", n, out.Bytes(), len(want))
		}
	})
}

func envelopeTag(tag string) bool {
	switch tag {
	case "GS", "GE", "ST", "SE", "IEA":
		return true
	}
	return false
}

func set837() *x12.Set { return &x12.Set{ID: "837", Control: "0001"} }
