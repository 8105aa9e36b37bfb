// SPDX-License-Identifier: Apache-2.0

package distinct

import "testing"

func TestSet(t *testing.T) {
	var s Set[int]
	if s.Has(0) || s.Index(0) != -1 {
		t.Error("an empty set has 0")
	}
	for i := range 100 {
		if v := (i * 7) % 50; s.Add(v) != (i < 50) {
			t.Errorf("value %d: Add at %d is %v", v, i, i >= 50)
		}
	}
	for i := range 50 {
		if got := s.Index((i * 7) % 50); got != i {
			t.Errorf("value %d has the number %d, not %d", (i*7)%50, got, i)
		}
	}
	if s.Has(50) || s.Has(-1) {
		t.Error("the set has what was not added")
	}
}

func TestSmallSetsAreFree(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() {
		var s Set[string]
		for _, v := range [...]string{"a", "b", "c", "d", "e", "f", "g", "h", "a"} {
			s.Add(v)
		}
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
