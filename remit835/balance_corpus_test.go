// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

// Every sample remittance is checked, and those that do not add up are named with
// the rule and the figures in testdata/balance-corpus.txt. Whatever they say, the
// parts of each claim are its charge.
func TestCorpusBalances(t *testing.T) {
	var report bytes.Buffer
	valid, balanced, claims := 0, 0, 0
	for _, f := range testkit.Corpus(t, "005010X221", 40) {
		off := 0
		j := NewChecker(received(), func(fi x12.Issue) {
			if fi.SNIP != 3 || fi.Severity != x12.Error {
				return
			}
			off++
			fmt.Fprintf(&report, "%s\t%s\tset %d claim %d\t%s %s", f.Path, f.Label, fi.Set, fi.Record, fi.Code, fi.Path)
			if fi.Figures != nil {
				fmt.Fprintf(&report, "\twant %s got %s", fi.Figures.Expected, fi.Figures.Actual)
			}
			report.WriteByte('\n')
		})
		for item, err := range NewReader(bytes.NewReader(f.Data), &ReaderOptions{X12: f.Options, OnIssue: func(x12.Issue) {}}).Items() {
			if err != nil {
				break
			}
			j.Item(item)
			if item.Kind == x12.RecordStep {
				whole(t, item.Payment)
				claims++
			}
		}
		j.Close()
		if f.Label == "valid" {
			valid++
			if off == 0 {
				balanced++
			}
		}
	}
	testkit.Golden(t, "testdata/balance-corpus.txt", report.Bytes())
	if valid < 20 || balanced < valid-2 || claims < 500 {
		t.Errorf("%d of %d valid files balance, %d claims", balanced, valid, claims)
	}
}
