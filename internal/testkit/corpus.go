// SPDX-License-Identifier: Apache-2.0

package testkit

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/x12"
)

// CorpusEnv names a folder of sample files with an INDEX.tsv that describes
// each; without it the tests over those files are skipped.
const CorpusEnv = "CLAIMWIRE_CORPUS"

// CorpusFile is a row of the index, and its bytes.
type CorpusFile struct {
	Path, Quirks, Label string
	Data                []byte
	Options             x12.ReaderOptions
}

// Corpus reads the sample files that hold sets of the guides that a pattern
// matches, at least some.
func Corpus(t testing.TB, guides string, some int) []CorpusFile {
	t.Helper()
	pattern := regexp.MustCompile(guides)
	root := os.Getenv(CorpusEnv)
	if root == "" {
		t.Skip(CorpusEnv + " is not set")
	}
	index, err := os.ReadFile(filepath.Join(root, "INDEX.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var out []CorpusFile
	for _, line := range strings.Split(strings.TrimSpace(string(index)), "\n")[1:] {
		c := strings.Split(line, "\t")
		if len(c) < 15 {
			t.Fatalf("a row of the index has %d columns", len(c))
		}
		if !pattern.MatchString(c[5]) {
			continue
		}
		f := CorpusFile{Path: c[0], Quirks: c[12], Label: c[14]}
		f.Options = x12.ReaderOptions{Fragment: f.Label == "fragment", Unwrap: strings.Contains(f.Quirks, "wrapped")}
		if f.Data, err = os.ReadFile(filepath.Join(root, f.Path)); err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
	}
	if len(out) < some {
		t.Fatalf("only %d files of %s in the index", len(out), guides)
	}
	return out
}

// CanonicalQuirks reports whether all that the index has to say of a file is which
// separators and letters it uses.
func (f CorpusFile) CanonicalQuirks() bool {
	for _, q := range strings.Split(f.Quirks, "; ") {
		if q != "" && q != "lower case" && !strings.HasPrefix(q, "repetition separator") && !strings.HasPrefix(q, "component separator") {
			return false
		}
	}
	return true
}

// WholeLines reports whether the last segment is followed by what follows the others.
func WholeLines(in []byte) bool {
	first := bytes.IndexByte(in, '~')
	return first < 0 || in[len(in)-1] == in[first+1] || in[first+1] == 'G' && in[len(in)-1] == '~'
}

// PlainNumbers reports whether every number is written as a number of type R is.
func (f CorpusFile) PlainNumbers(t testing.TB, n Numbers) bool {
	plain := true
	r := x12.NewReader(bytes.NewReader(f.Data), &f.Options)
	for s, err := range r.Segments() {
		if err != nil {
			t.Fatal(err)
		}
		raw := s.Raw()
		for i, e := range raw.Elements {
			if n[raw.Tag+string(rune('0'+i+1))] && len(e) > 0 && len(e[0]) > 0 {
				if coef, exp, ok := x12.ParseDecimal(e[0][0]); ok && string(x12.AppendDecimal(nil, decimal.New(coef, exp), false)) != e[0][0] {
					plain = false
				}
			}
		}
	}
	return plain
}

// FirstDifference shows two files around the place where they part.
func FirstDifference(a, b []byte) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	cut := func(s []byte) string { return string(s[max(0, i-60):min(len(s), i+60)]) }
	return "was " + cut(a) + "\nis  " + cut(b)
}

// EmptyEnds reports whether an element ends in separators with nothing after them:
// those are left out when it is written.
func EmptyEnds(in []byte, o x12.ReaderOptions) bool {
	r := x12.NewReader(bytes.NewReader(in), &o)
	for s, err := range r.Segments() {
		if err != nil {
			break
		}
		if s.Tag() == "ISA" { // ISA16 is a separator
			continue
		}
		d := s.Delimiters()
		for i := 1; i <= s.Len(); i++ {
			e := s.Bytes(i)
			for k, b := range e {
				if b == d.Component || b == d.Repetition && b != 0 {
					if k+1 == len(e) || e[k+1] == d.Repetition && d.Repetition != 0 {
						return true
					}
				}
			}
		}
	}
	return false
}

// OddSeparators reports whether an interchange has separators that stand in codes
// and numbers, too, or a terminator that may be the rest of a letter.
func OddSeparators(in []byte, o x12.ReaderOptions) bool {
	return anyDelimiters(in, o, func(d x12.Delimiters) bool {
		for _, b := range []byte{d.Element, d.Component, d.Repetition, d.Segment} {
			if b == '-' || b == '.' || b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' {
				return true
			}
		}
		return d.Segment >= 0xc0
	})
}

// OtherSeparators reports whether parts of elements are separated otherwise than a
// canonical writer does: what stands for a raw segment has them as they were.
func OtherSeparators(in []byte, o x12.ReaderOptions) bool {
	return anyDelimiters(in, o, func(d x12.Delimiters) bool {
		return d.Component != ':' || d.Repetition != '^' && d.Repetition != 0
	})
}

// anyDelimiters reports whether one of the interchanges has such delimiters.
func anyDelimiters(in []byte, o x12.ReaderOptions, such func(x12.Delimiters) bool) bool {
	r := x12.NewReader(bytes.NewReader(in), &o)
	var last *x12.Interchange
	for range r.Segments() {
		if ic := r.Interchange(); ic != nil && ic != last {
			if last = ic; such(ic.Delimiters) {
				return true
			}
		}
	}
	return false
}
