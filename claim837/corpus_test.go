package claim837

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/x12"
)

// corpusEnv names a folder of sample files with an INDEX.tsv that describes
// each; without it the tests over those files are skipped.
const corpusEnv = "CLAIMWIRE_CORPUS"

// corpusFile is a row of the index, and its bytes.
type corpusFile struct {
	path, quirks, label string
	data                []byte
	o                   ReaderOptions
}

// claimFile matches what the index says of files with claims.
var claimFile = regexp.MustCompile(`005010X22[234]`)

// corpus reads the claims among the sample files.
func corpus(t *testing.T) []corpusFile {
	root := os.Getenv(corpusEnv)
	if root == "" {
		t.Skip(corpusEnv + " is not set")
	}
	index, err := os.ReadFile(filepath.Join(root, "INDEX.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var out []corpusFile
	for _, line := range strings.Split(strings.TrimSpace(string(index)), "\n")[1:] {
		c := strings.Split(line, "\t")
		if len(c) < 15 {
			t.Fatalf("a row of the index has %d columns", len(c))
		}
		if !claimFile.MatchString(c[5]) {
			continue
		}
		f := corpusFile{path: c[0], quirks: c[12], label: c[14]}
		f.o.X12 = x12.ReaderOptions{Fragment: f.label == "fragment", Unwrap: strings.Contains(f.quirks, "wrapped")}
		if f.data, err = os.ReadFile(filepath.Join(root, f.path)); err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
	}
	if len(out) < 90 {
		t.Fatalf("only %d files of claims in the index", len(out))
	}
	return out
}

// Reading and writing again keeps every segment and element of every file that
// can be read; a canonical file comes back byte for byte.
func TestCorpusRecoded(t *testing.T) {
	var read, same, canon, items int
	for _, f := range corpus(t) {
		t.Run(f.path, func(t *testing.T) {
			r := recode(f.data, &f.o)
			if r.err != nil {
				t.Logf("cannot be read: %v", r.err)
				if f.label == "valid" {
					t.Error("although it is labelled valid")
				}
				return
			}
			read++
			items += len(r.items)
			kept(t, f.data, r.out, f.o.X12)
			again := recode(r.out, &f.o)
			if again.err != nil {
				t.Fatalf("what was written cannot be read: %v", again.err)
			}
			if d := sameItems(r.items, again.items); d != "" {
				t.Errorf("what was written reads differently %s", d)
			}
			if !bytes.Equal(r.out, again.out) {
				t.Errorf("recoding twice differs from recoding once:\n%s", firstDifference(r.out, again.out))
			}
			if bytes.Equal(r.out, f.data) {
				same++
			}
			if canonicalQuirks(f.quirks) && wholeLines(f.data) && len(r.fixed) == 0 && plainNumbers(t, f) && inGuideOrder(t, f.data, f.o.X12) {
				canon++
				if !bytes.Equal(r.out, f.data) {
					t.Errorf("a canonical file is changed:\n%s", firstDifference(f.data, r.out))
				}
			}
		})
	}
	t.Logf("%d files read, %d items; %d come back byte for byte, all %d canonical ones among them", read, items, same, canon)
	if canon < 10 {
		t.Errorf("only %d files are canonical", canon)
	}
}

// canonicalQuirks tells whether all that the index has to say of a file is which
// separators and letters it uses.
func canonicalQuirks(quirks string) bool {
	for _, q := range strings.Split(quirks, "; ") {
		if q != "" && q != "lower case" && !strings.HasPrefix(q, "repetition separator") && !strings.HasPrefix(q, "component separator") {
			return false
		}
	}
	return true
}

// wholeLines tells whether the last segment is followed by what follows the others.
func wholeLines(in []byte) bool {
	first := bytes.IndexByte(in, '~')
	return first < 0 || in[len(in)-1] == in[first+1] || in[first+1] == 'G' && in[len(in)-1] == '~'
}

// plainNumbers tells whether every number is written as a number of type R is.
func plainNumbers(t *testing.T, f corpusFile) bool {
	plain := true
	r := x12.NewReader(bytes.NewReader(f.data), &f.o.X12)
	for s, err := range r.Segments() {
		if err != nil {
			t.Fatal(err)
		}
		raw := s.Raw()
		for i, e := range raw.Elements {
			if numeric()[raw.Tag+string(rune('0'+i+1))] && len(e) > 0 && len(e[0]) > 0 {
				if coef, exp, ok := x12.ParseDecimal(e[0][0]); ok && string(x12.AppendDecimal(nil, decimal.New(coef, exp), false)) != e[0][0] {
					plain = false
				}
			}
		}
	}
	return plain
}

// firstDifference shows two files around the place where they part.
func firstDifference(a, b []byte) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	cut := func(s []byte) string { return string(s[max(0, i-60):min(len(s), i+60)]) }
	return "was " + cut(a) + "\nis  " + cut(b)
}

// A claim that goes through JSON is the same claim.
func TestCorpusThroughJSON(t *testing.T) {
	n := 0
	for _, f := range corpus(t) {
		for c, err := range NewReader(bytes.NewReader(f.data), &f.o).Claims() {
			if err != nil {
				break
			}
			n++
			b, err := json.Marshal(c)
			if err != nil {
				t.Fatalf("%s: %v", f.path, err)
			}
			var back Claim
			if err := json.Unmarshal(b, &back); err != nil {
				t.Fatalf("%s: %v", f.path, err)
			}
			if d := changed(c, &back); d != "" {
				t.Errorf("%s: the claim changed %s", f.path, d)
			}
		}
	}
	t.Logf("%d claims", n)
	if n < 100 {
		t.Errorf("only %d claims", n)
	}
}

// A claim that is written in canonical form reads back as it was, but for what
// that form gives anew.
func TestCorpusCanonical(t *testing.T) {
	n, no := 0, 0
	for _, f := range corpus(t) {
		for c, err := range NewReader(bytes.NewReader(f.data), &f.o).Claims() {
			if err != nil {
				break
			}
			out, refused := write(t, slices.Values([]*Claim{c}), anyText())
			if len(refused) > 0 {
				no++
				t.Logf("%s: %v", f.path, refused[0])
				continue
			}
			n++
			back := claimsOf(t, out, nil)
			if len(back) != 1 {
				t.Errorf("%s: %d claims came back of one", f.path, len(back))
				continue
			}
			if d := changed(canonical(c), canonical(back[0])); d != "" {
				t.Errorf("%s: the claim changed %s", f.path, d)
			}
		}
	}
	t.Logf("%d claims came back, %d hold text that no file can have", n, no)
	if n < 100 {
		t.Errorf("only %d claims", n)
	}
}
