// SPDX-License-Identifier: Apache-2.0

package faulty

import (
	"testing"

	"github.com/claimwire/claimwire/x12"
)

func TestElements(t *testing.T) {
	at := func(offset int64, element, component int, s x12.Severity) *x12.Issue {
		return &x12.Issue{Position: x12.Position{Offset: offset, Element: element, Component: component}, Severity: s}
	}
	var e Elements
	if e.Has(at(100, 1, 0, x12.Error)) {
		t.Error("the zero value has an element")
	}
	e.Add(at(100, 1, 3, x12.Error))
	e.Add(at(100, 2, 0, x12.Error))
	e.Add(at(100, 4, 0, x12.Warning))
	e.Add(at(100, 0, 0, x12.Error)) // a segment
	for _, tt := range []struct {
		offset             int64
		element, component int
		want               bool
	}{
		{100, 1, 3, true}, {100, 1, 2, false}, {100, 1, 0, false}, {100, 2, 0, true}, {100, 2, 1, true}, {100, 3, 0, false},
		{100, 4, 0, false}, {100, 0, 0, false}, {101, 1, 3, false},
	} {
		for _, s := range []x12.Severity{x12.Error, x12.Warning} {
			if got := e.Has(at(tt.offset, tt.element, tt.component, s)); got != tt.want {
				t.Errorf("at %d, element %d-%d: %v", tt.offset, tt.element, tt.component, got)
			}
		}
	}
	other := at(100, 2, 0, x12.Error)
	if other.Tag = "REF"; e.Has(other) {
		t.Error("an element of another segment is there")
	}
	for i := range int64(3 * maxElements) {
		e.Add(at(i, 1, 0, x12.Error))
		if len(e.bad) > maxElements || !e.Has(at(i, 1, 0, x12.Error)) {
			t.Fatalf("after %d: %d remembered", i, len(e.bad))
		}
	}
}
