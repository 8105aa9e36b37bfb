// SPDX-License-Identifier: Apache-2.0

package ruleset

import (
	"testing"

	"github.com/claimwire/claimwire/x12"
)

func TestSet(t *testing.T) {
	ids := []string{"A-1", "A-2", "A-3"}
	s := New("toys", len(ids), func(i int) (string, int) { return ids[i], 3 + i })
	state := func() (out string) {
		for i := range ids {
			if s.Active(i) {
				out += ids[i] + " "
			}
		}
		return out
	}
	if state() != "A-1 A-2 A-3 " {
		t.Error(state())
	}
	if err := s.Off("A-1", "A-2"); err != nil || state() != "A-3 " {
		t.Error(err, state())
	}
	if err := s.On("A-2"); err != nil || state() != "A-2 A-3 " {
		t.Error(err, state())
	}
	s.Limit(4)
	if state() != "A-2 " {
		t.Error(state())
	}
	if err := s.Force("A-2", x12.Info); err != nil || s.Severity(1, x12.Error) != x12.Info || s.Severity(2, x12.Error) != x12.Error {
		t.Error(err)
	}
	for _, err := range []error{s.Off("B"), s.On("B"), s.Force("B", x12.Error)} {
		if err == nil || err.Error() != `toys: there is no rule "B"` {
			t.Error(err)
		}
	}
}
