// SPDX-License-Identifier: Apache-2.0

package remit835

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
	for _, f := range testkit.Corpus(t, "005010X221", 40) {
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
				testkit.InGuideOrder(t, "835", f.Data, f.Options) {
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

// A record that goes through JSON is the same record; and one that is written in
// canonical form reads back as it was, but for what that form gives anew.
func TestCorpusThroughJSONAndWriter(t *testing.T) {
	n := 0
	for _, f := range testkit.Corpus(t, "005010X221", 40) {
		t.Run(f.Path, func(t *testing.T) {
			r := recode(f.Data, &ReaderOptions{X12: f.Options})
			if testkit.EmptyEnds(f.Data, f.Options) {
				t.Skip("empty components are not written again")
			}
			for i := range r.items {
				switch item := &r.items[i]; item.Kind {
				case x12.RecordStep:
					throughJSON(t, item.Payment.Clone())
				case x12.SummaryStep:
					throughJSON(t, item.Summary.Clone())
				default:
					continue
				}
				n++
				rebuilt(t, r.items[i:i+1])
			}
		})
	}
	t.Logf("%d records", n)
	if n < 400 {
		t.Errorf("only %d records", n)
	}
}
