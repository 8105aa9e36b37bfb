// SPDX-License-Identifier: Apache-2.0

package stream

import (
	"strings"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// Fields finds the fields that issues about a record are about: what is found about
// an element leads back to the field that it was written from.
type Fields struct {
	b     *Builder
	trace codec.Trace
	near  []near // of each issue
}

// NewFields returns the Fields of what b writes.
func NewFields(b *Builder) *Fields {
	f := &Fields{b: b}
	b.C.Trace(&f.trace)
	b.OnNote = f.note
	return f
}

// Reset begins a record.
func (f *Fields) Reset() {
	f.trace.Reset()
	f.near = f.near[:0]
}

// Report reports what the Builder found about the record, each issue with the path
// of a field inside root, which is what was written. Missing has the field that a
// loop lacks with a segment, by its tag: ".address.city".
func (f *Fields) Report(root any, missing map[string]string, report func(x12.Issue)) {
	found := f.b.Found()
	if len(found) == 0 {
		return
	}
	paths := map[uintptr]string{}
	for _, n := range f.near {
		for _, list := range n {
			for _, p := range list {
				paths[p] = ""
			}
		}
	}
	jsonx.Paths(root, func(p uintptr) bool { _, ok := paths[p]; return ok }, func(p uintptr, path string) { paths[p] = path })
	for n, i := range found {
		if i.Path == "" && n < len(f.near) {
			i.Path = fieldOf(&i, f.near[n], paths, missing)
		}
		i.Detail = ofValue.Replace(i.Detail)
		report(i)
	}
}

// ofValue brings what is said of an element into the words of who gives values, and
// sees no elements.
var ofValue = strings.NewReplacer("99999999.99; check that no separator is missing after it", "99999999.99; check the amount",
	"; check that no separator is missing after it", "; shorten it", "the element is ", "the value is ", "a required element is missing", "a required value is missing")

// near are the fields of the segment that an issue is about, and those of the two
// before it.
type near [3][]uintptr

// note keeps what fields an issue may be about, before other segments come.
func (f *Fields) note(i *x12.Issue) {
	var n near
	segment := i.Segment
	if segment == 0 { // it is about the head of the first set, before that begins
		_, _, segments := f.b.X.Counts()
		segment = segments + 1
	}
	n[0] = f.trace.Fields(segment, i.Element, i.Component)
	n[1], n[2] = f.trace.Fields(segment-1, 1, 0), f.trace.Fields(segment-2, 1, 0)
	f.near = append(f.near, n)
}

// fieldOf is the field that an issue is about. A segment that is missing is found
// at the one that stands in its place: its field is one of the loop before.
func fieldOf(i *x12.Issue, fields near, paths map[uintptr]string, missing map[string]string) string {
	if i.Code != x12.CodeMissingSegment {
		for _, p := range fields[0] {
			if paths[p] != "" {
				return paths[p]
			}
		}
	}
	for _, list := range fields[1:] {
		for _, p := range list {
			path := paths[p]
			if path == "" {
				continue
			}
			for _, end := range []string{".name", ".address", ".contacts["} {
				path, _, _ = strings.Cut(path, end)
			}
			return path + missing[i.Tag]
		}
	}
	return ""
}
