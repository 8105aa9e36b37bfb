// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"bytes"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

// Reading and writing again keeps every segment and element of every file that
// can be read; a canonical file comes back byte for byte.
func TestCorpusRecoded(t *testing.T) {
	var read, same, canon, items int
	for _, f := range testkit.Corpus(t, "005010X279", 40) {
		t.Run(f.Path, func(t *testing.T) {
			o := &ReaderOptions{X12: f.Options}
			r := recode(f.Data, o)
			if r.err != nil {
				t.Logf("cannot be read: %v", r.err)
				if f.Label == "valid" {
					t.Error("although it is labelled valid")
				}
				return
			}
			read++
			items += len(r.items)
			for _, i := range r.issues {
				if i.Code == x12.CodeNotHeld || i.Code == x12.CodeValueNotHeld {
					t.Log(i)
				}
			}
			numbers.Kept(t, f.Data, r.out, f.Options)
			again := recode(r.out, o)
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
			if f.CanonicalQuirks() && testkit.WholeLines(f.Data) && len(r.fixed) == 0 && f.PlainNumbers(t, numbers) &&
				testkit.InGuideOrder(t, setOf(f.Data), f.Data, f.Options) {
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

// setOf is the kind of the first set of a file.
func setOf(in []byte) string {
	if bytes.Contains(in, []byte("ST*271")) {
		return "271"
	}
	return "270"
}
