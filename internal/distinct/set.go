// SPDX-License-Identifier: Apache-2.0

// Package distinct has a set that costs nothing while it is small: rules ask of
// most records whether one of two or three values came before, and of some
// whether one of a hundred thousand did.
package distinct

// Set is a set that numbers its values in the order in which they came. A few
// are looked through one by one, of more there is a map. The zero value is
// empty.
type Set[T comparable] struct {
	few  [8]T
	n    int
	more map[T]int
}

// Add adds a value, and reports whether it is new.
func (s *Set[T]) Add(v T) bool {
	if s.Index(v) >= 0 {
		return false
	}
	switch {
	case s.n < len(s.few):
		s.few[s.n] = v
	case s.more == nil:
		s.more = map[T]int{v: s.n}
	default:
		s.more[v] = s.n
	}
	s.n++
	return true
}

// Index returns the number of a value, from 0; -1 when it is not in the set.
func (s *Set[T]) Index(v T) int {
	for i := range min(s.n, len(s.few)) {
		if s.few[i] == v {
			return i
		}
	}
	if i, ok := s.more[v]; ok {
		return i
	}
	return -1
}

// Has reports whether a value is in the set.
func (s *Set[T]) Has(v T) bool { return s.Index(v) >= 0 }
