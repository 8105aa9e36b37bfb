// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"slices"
	"unsafe"
)

// Trace notes which field each element is written from, so that what is found
// about a segment can name the field.
type Trace struct {
	notes []note // in the order of their segments
}

// note is an element of a segment and the address of the field that it is written
// from; element 0 begins a segment. An address, and no pointer: fields that do not
// outlive a call must not be moved to the heap for this.
type note struct {
	segment, element, component int
	field                       uintptr
}

// Trace has a Codec that writes note the fields in t.
func (c *Codec) Trace(t *Trace) { c.trace = t }

// Reset forgets all.
func (t *Trace) Reset() { t.notes = t.notes[:0] }

// from notes the field of element e, or of its component j.
func (c *Codec) from(e, j int, field uintptr) {
	if c.trace != nil {
		c.noteField(e, j, field)
	}
}

func (c *Codec) noteField(e, j int, field uintptr) {
	_, _, segments := c.w.Counts()
	c.trace.add(note{segments + 1, e, max(j, 1), field})
}

// add adds a note, and drops those of segments that were rolled back: they stand
// at the place of this one, or after it.
func (t *Trace) add(n note) {
	for k := len(t.notes) - 1; k >= 0 && (t.notes[k].segment > n.segment || n.element == 0 && t.notes[k].segment == n.segment); k-- {
		t.notes = t.notes[:k]
	}
	t.notes = append(t.notes, n)
}

func address[T any](p *T) uintptr { return uintptr(unsafe.Pointer(p)) }

// Fields returns the addresses of the fields of a segment, which counts from ST:
// that of an element first, then those near it.
func (t *Trace) Fields(segment, element, component int) []uintptr {
	type near struct {
		field uintptr
		far   int
	}
	var all []near
	component = max(component, 1)
	end, _ := slices.BinarySearchFunc(t.notes, segment+1, func(n note, s int) int { return n.segment - s })
	for i := end - 1; i >= 0 && t.notes[i].segment == segment && t.notes[i].element != 0; i-- {
		n := &t.notes[i]
		far := 100*max(n.element-element, element-n.element) + max(n.component-component, component-n.component)
		if n.element > element {
			far -= 50 // a label stands before its value
		}
		all = append(all, near{n.field, far})
	}
	slices.SortStableFunc(all, func(a, b near) int { return a.far - b.far })
	out := make([]uintptr, len(all))
	for i := range all {
		out[i] = all[i].field
	}
	return out
}
