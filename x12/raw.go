// SPDX-License-Identifier: Apache-2.0

package x12

import "slices"

// Raw is a segment kept whole: its elements, their repetitions and components,
// but no delimiters. It stands for what no typed field can hold.
type Raw struct {
	// After is how many segments of its loop, and loops inside it, stand before
	// it.
	After int
	// Replaces is set when typed fields hold what could be read of the segment;
	// a writer then writes the Raw in the place of those fields.
	Replaces bool
	// Entry and Entries say which entries of a list those fields are, counted from
	// 1, when the segment is read into a list: Entries of them from Entry on. Whoever
	// adds or removes entries before them removes the Raw or corrects Entry.
	Entry, Entries int
	// Unread is the elements that no field could hold, in ascending order: those
	// that are not what the guide asks for, and required ones that are missing.
	// Elements beyond the 63rd are not listed. It is empty when fields hold every
	// value and the Raw is kept for the spelling only: LX*01.
	Unread   []int
	Tag      string
	Elements []RawElement
}

// IsUnread reports whether the element, counted from 1, is one of r.Unread.
func (r Raw) IsUnread(element int) bool { return slices.Contains(r.Unread, element) }

// Unread reports whether a field is empty although the file has something for it:
// whether rest, the Rest of the field's loop, has a segment with the tag whose
// element could not be read. The qualifier is element 1 of the segment; empty,
// any will do. A required element that is missing counts as unread.
func Unread(rest []Raw, tag, qualifier string, element int) bool {
	for i := range rest {
		r := &rest[i]
		if r.Tag == tag && (qualifier == "" || r.Element(1) == qualifier) && r.IsUnread(element) {
			return true
		}
	}
	return false
}

// UnreadEntries is Unread for a list of which each entry is a segment: AMT, QTY. It
// returns those entries, counted from 0, in ascending order.
func UnreadEntries(rest []Raw, tag string, element int) []int {
	var out []int
	for k := range rest {
		if r := &rest[k]; r.Tag == tag && r.Entry > 0 && r.IsUnread(element) {
			out = append(out, r.Entry-1)
		}
	}
	return out
}

// UnreadAdjustment is Unread for the amount of adjustment i of a group of a list
// of AdjustmentGroup.
func UnreadAdjustment(rest []Raw, group, i int) bool {
	for k := range rest {
		if r := &rest[k]; r.Tag == "CAS" && r.Entry == group+1 {
			return r.IsUnread(r.item(i, 2, 3) + 1)
		}
	}
	return false
}

// UnreadItems is UnreadEntries for a list of which a segment has several entries,
// of width elements each, from the first element on. The element counts from 0
// within the entry.
func UnreadItems(rest []Raw, tag string, first, width, element int) []int {
	var out []int
	for k := range rest {
		r := &rest[k]
		if r.Tag != tag || r.Entry == 0 || len(r.Unread) == 0 {
			continue
		}
		for i, e := 0, first; i < r.Entries && e <= len(r.Elements); e += width {
			if !r.filled(e, width) {
				continue
			}
			if r.IsUnread(e + element) {
				out = append(out, r.Entry-1+i)
			}
			i++
		}
	}
	return out
}

// item returns the element that begins item i of those that are not empty.
func (r Raw) item(i, first, width int) int {
	e := first
	for ; e <= len(r.Elements); e += width {
		if r.filled(e, width) {
			if i == 0 {
				break
			}
			i--
		}
	}
	return e
}

// filled reports whether any of n elements from e on is not empty.
func (r Raw) filled(e, n int) bool {
	for _, x := range r.Elements[e-1 : min(e-1+n, len(r.Elements))] {
		if len(x) > 1 || len(x) == 1 && (len(x[0]) > 1 || len(x[0]) == 1 && x[0][0] != "") {
			return true
		}
	}
	return false
}

// RawElement is an element: its repetitions, each with its components.
type RawElement [][]string

// Element returns the text of element i, from 1, when it is simple, else the
// first component; "" when there is none.
func (r Raw) Element(i int) string {
	if i < 1 || i > len(r.Elements) || len(r.Elements[i-1]) == 0 || len(r.Elements[i-1][0]) == 0 {
		return ""
	}
	return r.Elements[i-1][0][0]
}

// Clone returns a copy that shares nothing.
func (r Raw) Clone() Raw {
	out := r
	out.Tag = cloneString(r.Tag)
	out.Unread = slices.Clone(r.Unread)
	out.Elements = make([]RawElement, len(r.Elements))
	for i, e := range r.Elements {
		out.Elements[i] = make(RawElement, len(e))
		for j, rep := range e {
			out.Elements[i][j] = make([]string, len(rep))
			for k, s := range rep {
				out.Elements[i][j][k] = cloneString(s)
			}
		}
	}
	return out
}

func cloneString(s string) string { return string([]byte(s)) }
