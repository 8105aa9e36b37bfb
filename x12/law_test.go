// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// copyRaw reads a stream and writes it as it was, through Raw and through the
// envelope's types. Trailers are written as segments, so that counts stay.
func copyRaw(dst io.Writer, src io.Reader, o *x12.ReaderOptions) error {
	r := x12.NewReader(src, o)
	w := x12.NewWriter(dst, &x12.WriterOptions{AsRead: true})
	open := false
	for {
		s, err := r.Next()
		if err == io.EOF {
			return w.Flush()
		}
		if err != nil {
			return err
		}
		if s.Tag() == "ISA" || (!open && r.Interchange().Fragment) {
			if open {
				err = w.CloseInterchange()
			}
			if err == nil {
				err = w.BeginInterchange(r.Interchange())
			}
			open = true
		}
		if s.Tag() != "ISA" && err == nil {
			err = w.Raw(s.Raw())
		}
		if err != nil {
			return err
		}
	}
}

// canonical is what the law keeps of a stream: each segment without empty
// components and elements at its end.
func canonical(src io.Reader, o *x12.ReaderOptions) (out []string, err error) {
	r := x12.NewReader(src, o)
	for s, err := range r.Segments() {
		if err != nil {
			return out, err
		}
		d := s.Delimiters()
		if s.Tag() == "ISA" {
			out = append(out, s.String())
			continue
		}
		elements := strings.Split(s.String(), string([]byte{d.Element}))
		for i, e := range elements[1:] {
			reps := []string{e}
			if d.Repetition != 0 {
				reps = strings.Split(e, string([]byte{d.Repetition}))
			}
			for k := range reps {
				reps[k] = strings.TrimRight(reps[k], string([]byte{d.Component}))
			}
			elements[i+1] = strings.Join(reps, string([]byte{d.Repetition}))
		}
		for len(elements) > 1 && elements[len(elements)-1] == "" {
			elements = elements[:len(elements)-1]
		}
		out = append(out, fmt.Sprintf("%v|%s", d, strings.Join(elements, string([]byte{d.Element}))))
	}
	return out, nil
}

// Bytes that a canonical writer could have written come back as they are.
func TestLawOwnSamples(t *testing.T) {
	for name, in := range map[string]string{
		"flat": flat(small), "lines": small, "crlf": strings.ReplaceAll(small, "\n", "\r\n"), "many": claims(200),
		"two":         flat(small) + strings.NewReplacer("*", "|", ":", ">", "^", "!", "~\n", "\n").Replace(small),
		"terminators": strings.ReplaceAll(flat(small), "~", "\u2026\n"),
		"odd ISA":     strings.Replace(flat(small), "CLINIC         ", "CLINIC", 1),
		"repeats":     isa + "HI*A:B^C::D^^E*^:F*\xe9\n~*X~LE~IEA*0*1~",
		"no trailers": isa + "GS*HC~ST*837~" + isa + "ST*1~",
	} {
		var out bytes.Buffer
		if err := copyRaw(&out, strings.NewReader(in), nil); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if out.String() != in {
			t.Errorf("%s: got\n%q\nwant\n%q", name, out.String(), in)
		}
	}
	fragment := "ST*837*1~\nSE*2*1~\n"
	var out bytes.Buffer
	if err := copyRaw(&out, strings.NewReader(fragment), &x12.ReaderOptions{Fragment: true}); err != nil || out.String() != fragment {
		t.Errorf("fragment: %q, %v", out.String(), err)
	}
}

// corpusRow is a line of the corpus' index.
type corpusRow struct {
	path, label string
	counts      string // ISA, GS, ST, segments
	options     x12.ReaderOptions
}

// corpus returns the files that CLAIMWIRE_CORPUS has.
func corpus(t *testing.T) (root string, rows []corpusRow) {
	t.Helper()
	root = os.Getenv("CLAIMWIRE_CORPUS")
	if root == "" {
		t.Skip("CLAIMWIRE_CORPUS is not set")
	}
	index, err := os.ReadFile(filepath.Join(root, "INDEX.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(index), "\n"), "\n")
	for _, line := range lines[1:] {
		f := strings.Split(line, "\t")
		if len(f) < 16 {
			t.Fatalf("a line of the index has %d columns", len(f))
		}
		rows = append(rows, corpusRow{f[0], f[14], strings.Join(f[6:10], " "), x12.ReaderOptions{Fragment: f[14] == "fragment", Unwrap: strings.Contains(f[12], "wrapped")}})
	}
	return root, rows
}

// corpusOdd are files whose segments are counted otherwise by the index.
var corpusOdd = map[string]string{
	"silvenga_ediweave/EdiWeave.UnitTests.X12__X12_810_00204_InvalidTrailers.txt":         "1 1 1 49", // text after IEA is no segment
	"silvenga_ediweave/EdiWeave.UnitTests.X12__X12_810_00204_MultipleInvalidMessages.txt": "1 1 1 12", // a segment of thousands of elements
	"xlate_staedi/x12__issue109__ts214_ellipses_segterm.edi":                              "1 1 1 24", // the terminator is a character of three bytes
}

func TestCorpusCounts(t *testing.T) {
	root, rows := corpus(t)
	for _, row := range rows {
		f, err := os.Open(filepath.Join(root, row.path))
		if err != nil {
			t.Fatal(err)
		}
		var isa, gs, st, all int
		for s, err := range x12.NewReader(f, &row.options).Segments() {
			if err != nil {
				if _, odd := corpusOdd[row.path]; !odd {
					t.Errorf("%s: %v", row.path, err)
				}
				break
			}
			all++
			switch s.Tag() {
			case "ISA":
				isa++
			case "GS":
				gs++
			case "ST":
				st++
			}
		}
		f.Close()
		want := row.counts
		if odd, ok := corpusOdd[row.path]; ok {
			if want == odd {
				t.Errorf("%s is no exception", row.path)
			}
			want = odd
		}
		if got := fmt.Sprint(isa, gs, st, all); got != want {
			t.Errorf("%s: ISA, GS, ST and segments are %s, want %s", row.path, got, want)
		}
	}
}

func TestLawCorpus(t *testing.T) {
	root, rows := corpus(t)
	same := 0
	for _, row := range rows {
		in, err := os.ReadFile(filepath.Join(root, row.path))
		if err != nil {
			t.Fatal(err)
		}
		o := &row.options
		want, err := canonical(bytes.NewReader(in), o)
		if err != nil {
			if _, odd := corpusOdd[row.path]; !odd {
				t.Errorf("%s: %v", row.path, err)
			}
			continue
		}
		var out bytes.Buffer
		if err := copyRaw(&out, bytes.NewReader(in), o); err != nil {
			t.Errorf("%s: %v", row.path, err)
			continue
		}
		got, err := canonical(bytes.NewReader(out.Bytes()), o)
		if err != nil {
			t.Errorf("%s, written: %v", row.path, err)
			continue
		}
		for i := range max(len(got), len(want)) {
			if i >= len(got) || i >= len(want) || got[i] != want[i] {
				t.Errorf("%s: segment %d of %d differs of %d", row.path, i+1, len(want), len(got))
				break
			}
		}
		if bytes.Equal(out.Bytes(), in) {
			same++
		}
	}
	t.Logf("%d of %d files come back byte for byte", same, len(rows))
	if same < 100 {
		t.Errorf("only %s files come back byte for byte", strconv.Itoa(same))
	}
}
