// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/claimwire/claimwire/x12"
)

func TestReaderTolerance(t *testing.T) {
	lf := func(to string) string { return strings.ReplaceAll(small, "\n", to) }
	indented := strings.NewReplacer("\nBHT", "\n  BHT", "\nNM1", "\n\t NM1").Replace(small)
	tests := []struct {
		name, in string
		codes    string
	}{
		{"flat", flat(small), ""},
		{"LF", small, "line-break"},
		{"CRLF", lf("\r\n"), "line-break"},
		{"CR", lf("\r"), "line-break"},
		{"LF but for the last", strings.TrimSuffix(small, "\n"), "line-break"},
		{"only at the end", flat(small) + "\n", ""},
		{"BOM", "\xef\xbb\xbf" + flat(small), "byte-order-mark"},
		{"leading blanks", " \r\n\t" + flat(small), "leading-text"},
		{"BOM and leading blanks", "\xef\xbb\xbf\n" + flat(small), "byte-order-mark leading-text"},
		{"leading text", "Content-Type: application/edi-x12\n\n" + flat(small), "leading-text"},
		{"leading text with ISA in it", "ISA ISA, and ISA*x " + flat(small), "leading-text"},
		{"indentation", indented, "line-break blank-before-segment"},
		{"blank lines", lf("\n\n"), "line-break blank-before-segment"},
		{"a blank line in a flat one", strings.Replace(flat(small), "~ST", "~\nST", 1), "blank-before-segment"},
		{"mixed line ends", strings.Replace(lf("\r\n"), "\r\nST", "\nST", 1), "line-break blank-before-segment"},
		{"a segment on the line of another", strings.Replace(small, "~\nST", "~ST", 1), "line-break"},
		{"empty segment", strings.Replace(flat(small), "~ST", "~~ST", 1), "empty-segment blank-before-segment"},
		{"empty segment at the end", flat(small) + "~", "empty-segment"},
		{"Ctrl-Z", flat(small) + "\x1a", "end-mark"},
		{"blanks, NUL bytes and Ctrl-Z", small + " \n\x00\x00\x1a\x1a\n", "line-break end-mark"},
		{"no terminator at the end", strings.TrimSuffix(flat(small), "~"), "unterminated-segment"},
		{"none, but a line break", strings.TrimSuffix(flat(small), "~") + "\r\n", "unterminated-segment"},
		{"none, but Ctrl-Z", strings.TrimSuffix(flat(small), "~") + "\x1a", "end-mark unterminated-segment"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			checkRead(t, tt.in, nil, splitFlat(small), strings.Fields(tt.codes))
		})
	}
}

// Each finding comes once in an interchange, so that a long file does not
// bring a million of them.
func TestReaderSaysItOnce(t *testing.T) {
	odd := strings.ReplaceAll(small, "~\n", "~~\n \n")
	got := readAll(strings.NewReader(odd+odd), nil)
	equal(t, "codes", got.codes(), []string{"empty-segment", "blank-before-segment", "empty-segment", "blank-before-segment"})
}

func TestReaderTerminators(t *testing.T) {
	tests := []struct {
		name, term string
		delim      byte
		lineBreak  string
		codes      string
	}{
		{"LF", "\n", '\n', "", ""},
		{"CR", "\r", '\r', "", ""},
		{"CR LF", "\r\n", '\r', "\n", "line-break"},
		{"control character", "\x1d", 0x1d, "", ""},
		{"backslash", "\\", '\\', "", ""},
		{"two bytes", "\xc2\xa6", 0xc2, "\xa6", "line-break"},
		{"three bytes and LF", "\u2026\n", 0xe2, "\x80\xa6\n", "line-break"},
		{"tilde and CR CR LF", "~\r\r\n", '~', "\r", "line-break blank-before-segment"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := strings.ReplaceAll(flat(small), "~", tt.term)
			checkRead(t, in, nil, splitFlat(small), strings.Fields(tt.codes))
			r := x12.NewReader(strings.NewReader(in), nil)
			r.Next()
			if ic := r.Interchange(); ic.Delimiters.Segment != tt.delim || ic.LineBreak != tt.lineBreak {
				t.Errorf("terminator %q and line break %q, want %q and %q", ic.Delimiters.Segment, ic.LineBreak, tt.delim, tt.lineBreak)
			}
		})
	}
}

// In a fragment, or after a line that ends otherwise, CR LF ends segments too.
func TestReaderCRBeforeNewlineTerminator(t *testing.T) {
	in := strings.ReplaceAll(small, "~\n", "\n")
	in = strings.Replace(in, "BHT*0019*00*R1*20260131*0915*CH\n", "BHT*0019*00*R1*20260131*0915*CH\r\n", 1)
	checkRead(t, in, nil, splitFlat(small), []string{"line-break"})
	checkRead(t, "ST*837*1\r\n\r\nSE*2*1*\r\n", &x12.ReaderOptions{Fragment: true, Delimiters: x12.Delimiters{Element: '*', Component: ':', Segment: '\n'}},
		[]string{"ST*837*1", "SE*2*1*"}, []string{"fragment", "line-break"})
}

func wrap(s string, width int, lineBreak string) string {
	var b strings.Builder
	for len(s) > width {
		b.WriteString(s[:width])
		b.WriteString(lineBreak)
		s = s[width:]
	}
	b.WriteString(s)
	b.WriteString(lineBreak)
	return b.String()
}

// Lines of every width, so that breaks fall on every byte: within tags, ISA
// elements, ISA16 and its terminator, and between segments.
func TestReaderUnwrap(t *testing.T) {
	one := flat(small)
	for width := 3; width < 130; width++ {
		for _, lb := range []string{"\n", "\r\n"} {
			in := wrap(one+one, width, lb)
			got := readAll(strings.NewReader(in), &x12.ReaderOptions{Unwrap: true})
			if got.err != nil {
				t.Fatalf("width %d: %v", width, got.err)
			}
			equal(t, "segments", got.segments, append(splitFlat(small), splitFlat(small)...))
			for i, p := range got.pos {
				end := len(in)
				if i+1 < len(got.pos) {
					end = int(got.pos[i+1].Offset)
				}
				text := strings.NewReplacer("\r", "", "\n", "").Replace(in[p.Offset:end])
				if text != got.segments[i]+"~" {
					t.Fatalf("width %d: segment %d is said to stand where %q does", width, i, text)
				}
			}
			if t.Failed() {
				t.Fatalf("width %d, %q", width, lb)
			}
		}
	}
}

func TestReaderUnwrapFindings(t *testing.T) {
	in := wrap(flat(small), 80, "\n") // breaks in the ISA, in elements
	checkRead(t, in, &x12.ReaderOptions{Unwrap: true}, splitFlat(small), []string{"wrapped-line"})
	checkRead(t, small, &x12.ReaderOptions{Unwrap: true}, splitFlat(small), []string{"line-break"})
	newline := strings.ReplaceAll(small, "~\n", "\n") // a terminator is no wrap
	checkRead(t, newline, &x12.ReaderOptions{Unwrap: true}, splitFlat(small), nil)
	narrow := strings.Replace(newline, "CLINIC         ", "CLINIC", 1)
	narrow2 := strings.Replace(flat(small), "CLINIC         ", "CLINIC", 1)
	checkRead(t, narrow, &x12.ReaderOptions{Unwrap: true}, splitFlat(narrow2), []string{"isa-width"})
}

// Lines of one width that cut through segments are no data: one error names the
// option, and nothing is read of them.
func TestReaderWrappedFile(t *testing.T) {
	one := flat(small)
	for _, width := range []int{60, 72, 76, 80, 100, 104, 105, 106, 107, 120, 128, 132, 250} {
		for _, lb := range []string{"\n", "\r\n"} {
			in := wrap(one+one, width, lb)
			for _, src := range []io.Reader{strings.NewReader(in), iotest.OneByteReader(strings.NewReader(in))} {
				_, err := x12.NewReader(src, nil).Next()
				bad := (*x12.SyntaxError)(nil)
				if !errors.As(err, &bad) || bad.Code != x12.CodeWrappedFile || !strings.Contains(err.Error(), "--unwrap") || !strings.Contains(err.Error(), "option Unwrap") {
					t.Errorf("width %d, %q: %v", width, lb, err)
				}
			}
		}
	}
	for name, in := range map[string]string{
		"a segment a line":        small,
		"one break in a segment":  strings.Replace(one, "CLINIC*****46", "CLI\nNIC*****46", 1),
		"equal lines of segments": one[:106] + strings.Repeat("\nNTE*ADD*"+strings.Repeat("A", 96)+"~", 5),
	} {
		for _, err := range x12.NewReader(strings.NewReader(in), nil).Segments() {
			if bad := (*x12.SyntaxError)(nil); errors.As(err, &bad) && bad.Code == x12.CodeWrappedFile {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// Without the option a break inside a segment is data: nothing is taken away.
func TestReaderWithoutUnwrap(t *testing.T) {
	in := strings.Replace(flat(small), "CLINIC*****46", "CLI\nNIC*****46", 1)
	want := splitFlat(small)
	want[4] = strings.Replace(want[4], "CLINIC", "CLI\nNIC", 1)
	checkRead(t, in, nil, want, nil)
}

func TestReaderISAWidths(t *testing.T) {
	tests := []struct {
		name, from, to string
		elements       []int
	}{
		{"short sender", "CLINIC         ", "CLINIC", []int{6}},
		{"long receiver", "PAYER          ", "PAYER OF MANY STATES", []int{8}},
		{"empty elements", "00*          *00*          *", "00**00**", []int{2, 4}},
		{"control number of six digits", "000000001*0*T", "000001*0*T", []int{13}},
		{"no repetition separator", "*^*00501", "**00501", []int{11}},
		{"all short", flat(small)[:105], "ISA*0**0**Z*C*Z*P*1*9*^*501*1*0*T*:", []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := strings.Replace(flat(small), tt.from, tt.to, 1)
			got := readAll(strings.NewReader(in), nil)
			if got.err != nil {
				t.Fatal(got.err)
			}
			equal(t, "segments", got.segments, splitFlat(in))
			var at []int
			for _, i := range got.issues {
				if i.Code == x12.CodeISAWidth {
					at = append(at, i.Element)
				}
			}
			if len(at) != len(tt.elements) {
				t.Fatalf("widths found wrong: %v, want %v", at, tt.elements)
			}
			for i := range at {
				if at[i] != tt.elements[i] {
					t.Errorf("widths found wrong: %v, want %v", at, tt.elements)
				}
			}
		})
	}
}

func TestReaderRepetitionSeparator(t *testing.T) {
	tests := []struct {
		isa11, version string
		want           byte
		codes          string
	}{
		{"^", "00501", '^', ""},
		{"^", "00402", '^', ""},
		{"^", "00401", 0, ""}, // the standards id in older versions
		{"U", "00401", 0, ""},
		{"U", "00501", 0, "repetition-separator"},
		{" ", "00501", 0, "repetition-separator"},
		{"1", "00501", 0, "repetition-separator"},
		{">", "00501", '>', ""},
		{":", "00501", 0, "delimiter"},
		{"~", "00501", 0, "delimiter"},
	}
	for _, tt := range tests {
		in := strings.Replace(flat(small), "*^*00501", "*"+tt.isa11+"*"+tt.version, 1)
		var codes []string
		r := x12.NewReader(strings.NewReader(in), &x12.ReaderOptions{OnIssue: func(i x12.Issue) { codes = append(codes, string(i.Code)) }})
		s, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Delimiters().Repetition; got != tt.want || s.Text(11) != tt.isa11 {
			t.Errorf("ISA11 %q in %s: separator %q, want %q", tt.isa11, tt.version, got, tt.want)
		}
		equal(t, "ISA11 "+tt.isa11+" in "+tt.version, codes, strings.Fields(tt.codes))
	}
}

func TestReaderComponentSeparator(t *testing.T) {
	for _, c := range []string{"A", " ", "*", "~"} {
		in := strings.Replace(flat(small), "*T*:~", "*T*"+c+"~", 1)
		got := readAll(strings.NewReader(in), nil)
		if got.err != nil || len(got.codes()) != 1 || got.codes()[0] != "delimiter" {
			t.Errorf("ISA16 %q: %v, %v; want the finding delimiter", c, got.codes(), got.err)
		}
	}
}

func TestReaderFragments(t *testing.T) {
	body := strings.SplitAfterN(flat(small), "~", 2)[1]
	body = strings.TrimSuffix(body, "IEA*1*000000001~")
	set := body[strings.Index(body, "ST*"):strings.Index(body, "GE*")]
	for _, tt := range []struct{ name, in, codes, lineBreak string }{
		{"from GS", body, "fragment", ""},
		{"from ST", set, "fragment", ""},
		{"two sets", set + set, "fragment", ""},
		{"lines", strings.ReplaceAll(set, "~", "~\n"), "fragment line-break", "\n"},
		{"CRLF lines", strings.ReplaceAll(set, "~", "~\r\n"), "fragment line-break", "\r\n"},
		{"inside a set", "BHT*1~NM1*2~", "fragment", ""},
		{"leading blank", "\n" + set, "leading-text fragment", ""},
		{"Ctrl-Z", set + "\x1a", "fragment end-mark", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := strings.NewReplacer("\r", "", "\n", "", "\x1a", "").Replace(tt.in)
			checkRead(t, tt.in, &x12.ReaderOptions{Fragment: true}, splitFlat(in), strings.Fields(tt.codes))
			r := x12.NewReader(strings.NewReader(tt.in), &x12.ReaderOptions{Fragment: true})
			s, err := r.Next()
			if err != nil {
				t.Fatal(err)
			}
			if ic := r.Interchange(); !ic.Fragment || ic.LineBreak != tt.lineBreak || s.Position().Interchange != 1 {
				t.Errorf("the frame is %+v", ic)
			}
		})
	}
	got := readAll(strings.NewReader(body), nil)
	syntaxError(t, got.err, x12.CodeNoInterchange)

	other := strings.NewReplacer("*", "|", "~", "!").Replace(set)
	d, ok := x12.ParseDelimiters("|>^!")
	if !ok {
		t.Fatal("delimiters")
	}
	got = readAll(strings.NewReader(other), &x12.ReaderOptions{Fragment: true, Delimiters: d})
	if len(got.segments) != 4 || got.err != nil {
		t.Errorf("with other delimiters: %q, %v", got.segments, got.err)
	}
	// a whole interchange is no fragment, whatever is allowed
	checkRead(t, small, &x12.ReaderOptions{Fragment: true}, splitFlat(small), []string{"line-break"})
	// a fragment may be followed by an interchange
	got = checkRead(t, set+flat(small), &x12.ReaderOptions{Fragment: true}, append(splitFlat(set), splitFlat(small)...), []string{"fragment"})
	if p := got.pos[len(got.pos)-1]; p.Interchange != 2 {
		t.Errorf("the interchange after a fragment is number %d", p.Interchange)
	}
}
