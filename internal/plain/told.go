// SPDX-License-Identifier: Apache-2.0

package plain

import (
	"iter"

	"github.com/claimwire/claimwire/x12"
)

// Told is what was said of which field, and where errors are; the zero value is
// nothing.
type Told struct{ of map[telling]bool }

// telling is an issue at a path; with any set, one of the code at any path.
// Without a code it is an error at the path, and with any one inside of it.
type telling struct {
	code x12.IssueCode
	path string
	any  bool
}

// Add adds an issue.
func (t *Told) Add(i *x12.Issue) {
	if t.of == nil {
		t.of = map[telling]bool{}
	}
	t.of[telling{i.Code, i.Path, false}] = true
	t.of[telling{i.Code, "", true}] = true
	if i.Severity != x12.Error {
		return
	}
	t.of[telling{"", i.Path, false}] = true
	for path := range holding(i.Path) {
		t.of[telling{"", path, true}] = true
	}
}

// Has reports whether the same was said of the field, or, of a field that is worked
// out, of any, or whether there is an error at the field, in it or around it.
func (t *Told) Has(i *x12.Issue, worked bool) bool {
	if t.of[telling{i.Code, i.Path, false}] || worked && t.of[telling{i.Code, "", true}] || t.of[telling{"", i.Path, true}] {
		return true
	}
	for path := range holding(i.Path) {
		if t.of[telling{"", path, false}] {
			return true
		}
	}
	return false
}

// holding returns the paths that a path stands in, and itself.
func holding(path string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for n := range len(path) {
			if (path[n] == '.' || path[n] == '[') && !yield(path[:n]) {
				return
			}
		}
		yield(path)
	}
}

// AboutValue reports whether an issue is about the form of one value.
func AboutValue(code x12.IssueCode) bool {
	switch code {
	case x12.CodeDelimiterInText, x12.CodeCharacterSet, x12.CodeElementTooLong, x12.CodeElementTooShort, x12.CodeNotAllowed,
		x12.CodeBlankElement, x12.CodeTooPrecise, x12.CodeNumberTooLong, x12.CodeFolded, x12.CodeCaseChanged:
		return true
	}
	return false
}
