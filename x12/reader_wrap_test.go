// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/claimwire/claimwire/x12"
)

// wrappedSamples are texts without line breaks to wrap.
func wrappedSamples(t *testing.T) map[string]string {
	out := map[string]string{"claims": claims(30), "many claims": claims(120)}
	files, err := filepath.Glob("testdata/*.edi")
	if err != nil || len(files) < 6 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[f] = flat(string(b))
	}
	return out
}

// stripped cuts the blanks off the ends of lines.
func stripped(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		cr := ""
		if strings.HasSuffix(l, "\r") {
			l, cr = l[:len(l)-1], "\r"
		}
		lines[i] = strings.TrimRight(l, " ") + cr
	}
	return strings.Join(lines, "\n")
}

func isWrapped(err error) bool {
	bad := (*x12.SyntaxError)(nil)
	return errors.As(err, &bad) && bad.Code == x12.CodeWrappedFile
}

// A file that is wrapped at any one width is refused before anything of it is
// read, with an error that names the option; with the option it reads as it was.
// Lines may have lost the blanks at their ends, and be much longer than the header.
func TestReaderWrappedFiles(t *testing.T) {
	missed, plain := map[int]int{}, strings.NewReplacer("\r", "", "\n", "", " ", "")
	for name, one := range wrappedSamples(t) {
		segments := splitFlat(one)
		widths := []int{60, 72, 76, 78, 80, 100, 103, 104, 105, 106, 107, 120, 128, 132, 160, 200, 255, 256, 512, 600, 1024, 2000}
		for _, width := range widths {
			for _, lb := range []string{"\n", "\r\n", "\r"} {
				for _, strip := range []bool{false, true} {
					in := wrap(one, width, lb)
					if strip {
						if in = stripped(in); lb == "\r" {
							continue
						}
					}
					about := fmt.Sprintf("%s, width %d, %q, stripped %v", name, width, lb, strip)
					for i, src := range []io.Reader{strings.NewReader(in), iotest.OneByteReader(strings.NewReader(in))} {
						if i == 1 && (len(in) > 5000 || width%4 != 0) {
							continue
						}
						got := readAll(src, nil)
						switch {
						case isWrapped(got.err) && len(got.segments) == 0 && len(got.issues) == 0:
						case len(in) < 5*width: // too few lines to be sure
							missed[width]++
						default:
							t.Errorf("%s: not found: %v, %d segments", about, got.err, len(got.segments))
						}
					}
					got := readAll(strings.NewReader(in), &x12.ReaderOptions{Unwrap: true})
					if got.err != nil {
						t.Errorf("%s: with the option: %v", about, got.err)
					}
					if strip && len(in) < 5*width {
						continue
					}
					for i := range max(len(got.segments), len(segments)) {
						if i >= len(got.segments) || i >= len(segments) || got.segments[i] != segments[i] {
							t.Errorf("%s: with the option segment %d reads otherwise: %q", about, i, got.segments[min(i, len(got.segments)-1)])
							break
						}
					}
					for i, p := range got.pos {
						end := int64(len(in))
						if i+1 < len(got.pos) {
							end = got.pos[i+1].Offset
						}
						text := plain.Replace(in[p.Offset:end])
						if text != strings.ReplaceAll(got.segments[i], " ", "")+"~" {
							t.Fatalf("%s: segment %d is said to stand where %q does", about, i, text)
						}
					}
				}
			}
		}
	}
	for width, n := range missed {
		if width <= 256 && n > 8 {
			t.Errorf("width %d: %d short files are not found", width, n)
		}
	}
}

// The lines of two wrapped interchanges of one file may run on, or begin anew.
func TestReaderWrappedInterchanges(t *testing.T) {
	one := claims(30)
	want := append(splitFlat(one), splitFlat(one)...)
	for _, width := range []int{60, 77, 80, 106, 132, 200} {
		for name, in := range map[string]string{
			"run on":           wrap(one+one, width, "\n"),
			"begin anew":       wrap(one, width, "\n") + wrap(one, width, "\n"),
			"run on, CRLF":     wrap(one+one, width, "\r\n"),
			"run on, stripped": stripped(wrap(one+one, width, "\n")),
		} {
			if got := readAll(strings.NewReader(in), nil); !isWrapped(got.err) || len(got.segments) > 0 {
				t.Errorf("%s, width %d: not found", name, width)
			}
			got := readAll(strings.NewReader(in), &x12.ReaderOptions{Unwrap: true})
			if got.err != nil {
				t.Errorf("%s, width %d: %v", name, width, got.err)
			}
			equal(t, fmt.Sprintf("%s, width %d", name, width), got.segments, want)
		}
	}
}

// A file that can be read as it is, is: breaks in values are data, whatever the
// width of the lines that they make.
func TestReaderBreaksInValues(t *testing.T) {
	one := flat(small)
	text := strings.Repeat("A NOTE OF MANY WORDS THAT GOES ON ", 20)
	isaPart := one[:106]
	long := func(width int, lb string) string { // lines of one width from the first byte on, in values of text
		var b strings.Builder
		b.WriteString(isaPart + "GS*HC*CLINIC*PAYER*20260131*0915*1*X*005010X222A1~ST*837*0001*005010X222A1~BHT*0019*00*R1*20260131*0915*CH~NTE*ADD*")
		b.WriteString(strings.Repeat("W", width-b.Len()%width) + lb)
		for range 6 {
			b.WriteString(text[:width] + lb)
		}
		return b.String() + "END~SE*4*0001~GE*1*1~IEA*1*000000001~"
	}
	tests := map[string]string{
		"a segment a line":              small,
		"a segment a line, CRLF":        strings.ReplaceAll(small, "\n", "\r\n"),
		"newline is the terminator":     strings.ReplaceAll(small, "~\n", "\n"),
		"one break in a value":          strings.Replace(one, "CLINIC*****46", "CLI\nNIC*****46", 1),
		"one break in an id":            strings.Replace(one, "BHT*", "B\nHT*", 1),
		"a break in the sender":         strings.Replace(one, "CLINIC   ", "CL\nINIC  ", 1),
		"equal lines of segments":       isaPart + strings.Repeat("\nNTE*ADD*"+strings.Repeat("A", 96)+"~", 5),
		"text at 80":                    long(80, "\n"),
		"text at 132":                   long(132, "\r\n"),
		"a long text, a segment a line": strings.Replace(small, "SE*4", "NTE*ADD*"+strings.Repeat("W", 72)+strings.Repeat("\n"+text[:80], 6)+"~\nSE*5", 1),
		"many values":                   strings.Replace(one, "SE*4", strings.Repeat("NM1*41*2*CLI\nNIC*****46*C1~", 20)+"SE*24", 1),
		"names at one width":            strings.Replace(one, "SE*4", strings.Repeat("NM1*41*2*CLINIC OF THE\nNORTH*****46*C1~", 20)+"SE*24", 1),
	}
	for name, in := range tests {
		got := readAll(strings.NewReader(in), nil)
		if got.err != nil {
			t.Errorf("%s: %v", name, got.err)
		}
		if n := strings.Count(in, "~"); n > 0 && len(got.segments) != n {
			t.Errorf("%s: %d segments, want %d", name, len(got.segments), n)
		}
	}
}

// With the option, lines of no one width are not filled with blanks: they were
// not cut at one.
func TestReaderUnwrapUneven(t *testing.T) {
	one := claims(3)
	for _, cuts := range [][]int{{30, 50, 71, 40, 90}, {106, 20, 33, 47, 80}, {80, 60, 80, 55, 42, 61}} {
		var b strings.Builder
		rest := one
		for i := 0; len(rest) > 0; i++ {
			n := min(cuts[i%len(cuts)], len(rest))
			b.WriteString(rest[:n] + "\n")
			rest = rest[n:]
		}
		got := readAll(strings.NewReader(b.String()), &x12.ReaderOptions{Unwrap: true})
		if got.err != nil {
			t.Errorf("%v: %v", cuts, got.err)
		}
		equal(t, fmt.Sprint(cuts), got.segments, splitFlat(one))
	}
}

// Lines that are shorter than the first ones say do not make a segment longer than
// the limit.
func TestReaderUnwrapBounded(t *testing.T) {
	wide := strings.Repeat("A", 30_000)
	in := flat(isa) + "NTE*" + wide[:30_000-110] + "\n" + strings.Repeat("A\n", 200_000) + "~"
	var most int
	r := x12.NewReader(strings.NewReader(in), &x12.ReaderOptions{Unwrap: true, MaxSegment: 500_000})
	for s, err := range r.Segments() {
		if err != nil {
			t.Fatal(err)
		}
		most = max(most, len(s.Data()))
	}
	if most > 600_000 {
		t.Errorf("a segment of %d bytes", most)
	}
}
