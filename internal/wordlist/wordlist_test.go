// SPDX-License-Identifier: Apache-2.0

package wordlist

import (
	"testing"

	"github.com/claimwire/claimwire/x12"
)

func TestTable(t *testing.T) {
	table := New("# a comment\nfruit\tA\tapple\nfruit\tB\tbanana, ripe\tA\nshort\trow\ntree\tA\tash\t\n")
	for _, c := range []struct{ list, code, words, within string }{
		{"fruit", "A", "apple", ""}, {"fruit", "B", "banana, ripe", "A"}, {"tree", "A", "ash", ""}, {"fruit", "C", "", ""}, {"short", "row", "", ""}, {"# a comment", "", "", ""},
	} {
		if w := table.Words(c.list, x12.Code(c.code)); w != c.words {
			t.Errorf("%s %s: %q, want %q", c.list, c.code, w, c.words)
		}
		if w := table.Within(c.list, x12.Code(c.code)); string(w) != c.within {
			t.Errorf("%s %s stands in %q, want %q", c.list, c.code, w, c.within)
		}
	}
	if got := table.Lists(); len(got) != 2 || len(got["fruit"]) != 2 || len(got["tree"]) != 1 {
		t.Errorf("lists are %v", got)
	}
}
