// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
)

// corpus reads the claims among the sample files.
func corpus(t *testing.T) []testkit.CorpusFile { return testkit.Corpus(t, `005010X22[234]`, 90) }

// Reading and writing again keeps every segment and element of every file that
// can be read; a canonical file comes back byte for byte.
func TestCorpusRecoded(t *testing.T) {
	var read, same, canon, items int
	for _, f := range corpus(t) {
		t.Run(f.Path, func(t *testing.T) {
			r := recode(f.Data, &ReaderOptions{X12: f.Options})
			if r.err != nil {
				t.Logf("cannot be read: %v", r.err)
				if f.Label == "valid" {
					t.Error("although it is labelled valid")
				}
				return
			}
			read++
			items += len(r.items)
			numbers.Kept(t, f.Data, r.out, f.Options)
			again := recode(r.out, &ReaderOptions{X12: f.Options})
			if again.err != nil {
				t.Fatalf("what was written cannot be read: %v", again.err)
			}
			if d := testkit.SameItems(numbers, r.items, again.items); d != "" {
				t.Errorf("what was written reads differently %s", d)
			}
			if !bytes.Equal(r.out, again.out) {
				t.Errorf("recoding twice differs from recoding once:\n%s", testkit.FirstDifference(r.out, again.out))
			}
			if bytes.Equal(r.out, f.Data) {
				same++
			}
			if f.CanonicalQuirks() && testkit.WholeLines(f.Data) && len(r.fixed) == 0 && f.PlainNumbers(t, numbers) && testkit.InGuideOrder(t, "837", f.Data, f.Options) {
				canon++
				if !bytes.Equal(r.out, f.Data) {
					t.Errorf("a canonical file is changed:\n%s", testkit.FirstDifference(f.Data, r.out))
				}
			}
		})
	}
	t.Logf("%d files read, %d items; %d come back byte for byte, all %d canonical ones among them", read, items, same, canon)
	if canon < 10 {
		t.Errorf("only %d files are canonical", canon)
	}
}

// A claim that goes through JSON is the same claim.
func TestCorpusThroughJSON(t *testing.T) {
	n := 0
	for _, f := range corpus(t) {
		for c, err := range NewReader(bytes.NewReader(f.Data), &ReaderOptions{X12: f.Options}).Claims() {
			if err != nil {
				break
			}
			n++
			b, err := json.Marshal(c)
			if err != nil {
				t.Fatalf("%s: %v", f.Path, err)
			}
			var back Claim
			if err := json.Unmarshal(b, &back); err != nil {
				t.Fatalf("%s: %v", f.Path, err)
			}
			if d := changed(c, &back); d != "" {
				t.Errorf("%s: the claim changed %s", f.Path, d)
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
		for c, err := range NewReader(bytes.NewReader(f.Data), &ReaderOptions{X12: f.Options}).Claims() {
			if err != nil {
				break
			}
			out, refused := write(t, slices.Values([]*Claim{c}), anyText())
			if len(refused) > 0 {
				no++
				t.Logf("%s: %v", f.Path, refused[0])
				continue
			}
			n++
			back := claimsOf(t, out, nil)
			if len(back) != 1 {
				t.Errorf("%s: %d claims came back of one", f.Path, len(back))
				continue
			}
			if d := changed(canonical(c), canonical(back[0])); d != "" {
				t.Errorf("%s: the claim changed %s", f.Path, d)
			}
		}
	}
	t.Logf("%d claims came back, %d hold text that no file can have", n, no)
	if n < 100 {
		t.Errorf("only %d claims", n)
	}
}
