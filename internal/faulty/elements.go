// SPDX-License-Identifier: Apache-2.0

// Package faulty remembers what is known to be wrong in a file, so that one fault is one issue.
package faulty

import "github.com/claimwire/claimwire/x12"

// Elements is at which elements of a file the guide found an error; the zero value
// is nothing. What a billing rule says of such an element follows from the same
// fault. Of the elements told, some thousands are remembered.
type Elements struct{ bad map[element]bool }

// element is where a value stands; component 0 is all of the element.
type element struct {
	offset    int64
	tag       string // a rule may be told at the segment that comes closest
	element   int
	component int
}

const maxElements = 4096

// Add adds an issue of the guide.
func (e *Elements) Add(i *x12.Issue) {
	if i.Severity != x12.Error || i.Element == 0 {
		return
	}
	if e.bad == nil || len(e.bad) >= maxElements {
		e.bad = map[element]bool{}
	}
	e.bad[element{i.Offset, i.Tag, i.Element, i.Component}] = true
}

// Has reports whether there is an error of the guide at the element that an issue
// of a rule is about, or at the element that its component is of.
func (e *Elements) Has(i *x12.Issue) bool {
	return len(e.bad) > 0 && i.Element > 0 &&
		(e.bad[element{i.Offset, i.Tag, i.Element, i.Component}] || e.bad[element{i.Offset, i.Tag, i.Element, 0}])
}
