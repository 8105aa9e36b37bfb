// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"fmt"
	"testing"
)

func TestIssueCap(t *testing.T) {
	for _, test := range []struct {
		limit, shown int
		hidden       string
	}{
		{3, 7, "[[a] error: 7 more of these are not shown, 10 in all]"},
		{0, 14, "[]"},
		{-1, 14, "[]"},
		{1, 3, "[[a] error: 9 more of these are not shown, 10 in all [b] warning: 2 more of these are not shown, 3 in all]"},
	} {
		seen := IssueCap{Limit: test.limit}
		shown := 0
		for i := range 10 {
			issues := []Issue{{Code: "a", Severity: Error}}
			if i%4 == 1 {
				issues = append(issues, Issue{Code: "b", Severity: Warning})
			}
			if i == 9 { // the same code, and worse than the others
				issues = append(issues, Issue{Code: "b", Severity: Error})
			}
			for _, issue := range issues {
				if seen.Show(issue) {
					shown++
				}
			}
		}
		if shown != test.shown {
			t.Errorf("limit %d: %d are shown, not %d", test.limit, shown, test.shown)
		}
		if got := fmt.Sprint(seen.Hidden()); got != test.hidden {
			t.Errorf("limit %d: %s, not %s", test.limit, got, test.hidden)
		}
		if got := seen.Counts(); len(got) != 3 || got[0].Total != 10 || got[1].Total != 3 || got[2].Total != 1 || got[2].Severity != Error {
			t.Errorf("limit %d: counts %v", test.limit, got)
		}
	}
	many := IssueCap{}
	for range 3 * DefaultIssueCap {
		many.Show(Issue{Code: "a"})
	}
	if got := many.Hidden(); len(got) != 1 || got[0].Hidden != 2*DefaultIssueCap {
		t.Errorf("of many: %v", got)
	}
}
