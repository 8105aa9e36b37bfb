// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"strconv"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/x12"
)

// Places is where the fields of a record stand, as its loop functions have it.
// Declare it once, as a package variable; it is worked out at the first use.
type Places[T any] struct {
	Do func(*Codec, *T) // describes all loops of the record

	once sync.Once
	tree *tree
	plan *plan
}

func (p *Places[T]) made() *Places[T] {
	p.once.Do(func() {
		n, v := newNotes(), new(T)
		p.Do(describer("", n), v)
		p.tree = n.owners(v)
		p.plan = (&planner{n: n}).block(p.tree)
	})
	return p
}

// Find returns where the field at a path stands, "lines[1].charge". A path to several
// fields, such as a name, is the segment of the first, or the element, when all are
// its components. It reports false when there is no such field, or no place.
func (p *Places[T]) Find(path string) (at x12.Place, ok bool) {
	t, nth := p.made().tree.find(path)
	if t == nil {
		return x12.Place{}, false
	}
	var first *fieldNote
	same, part := true, true // whether all stand in one element, and in one component
	t.each(func(f *fieldNote) {
		switch a := &f.places[0]; {
		case first == nil:
			first, at = f, *a
			return
		case a.Loop != at.Loop || a.Tag != at.Tag || a.Qualifiers != at.Qualifiers:
			same = false
		default:
			same = same && a.Element == at.Element
			part = part && a.Component == at.Component
		}
		if f.order < first.order {
			first, at = f, f.places[0]
		}
	})
	if first == nil {
		return x12.Place{}, false
	}
	if !same {
		at.Element = 0
	}
	if !same || !part {
		at.Component = 0
	}
	at.Nth = nth
	return at, true
}

// Position returns loop, tag, element and component of the field at a path; nothing
// when Find does not find it.
func (p *Places[T]) Position(path string) x12.Position {
	at, _ := p.Find(path)
	return x12.Position{Loop: at.Loop, Tag: at.Tag, Element: at.Element, Component: at.Component}
}

// each calls f for the fields at t and below that have a place; of a list that makes
// segments, for those of its first entry.
func (t *tree) each(f func(*fieldNote)) {
	switch {
	case t.note != nil && len(t.note.places) > 0:
		f(t.note)
	case t.below != nil:
		t.below.each(f)
	case t.list != nil && t.list.full:
		for _, e := range t.entries {
			e.each(f)
		}
	case len(t.entries) > 0:
		t.entries[0].each(f)
	}
	for _, b := range t.fields {
		b.each(f)
	}
}

// find returns the fields at a path, and which segment of a list they stand in.
func (t *tree) find(path string) (at *tree, nth int) {
	for t.below != nil {
		t = t.below
	}
	path = strings.TrimPrefix(path, ".")
	if path == "" {
		return t, 0
	}
	if path[0] != '[' {
		end := strings.IndexAny(path, ".[")
		if end < 0 {
			end = len(path)
		}
		for _, f := range t.fields {
			if f.key == path[:end] {
				return f.find(path[end:])
			}
		}
		return nil, 0
	}
	digits, rest, _ := strings.Cut(path[1:], "]")
	i, err := strconv.Atoi(digits)
	if err != nil || i < 0 || len(t.entries) == 0 {
		return nil, 0
	}
	k, n := t.list.entry(i, len(t.entries))
	at, nth = t.entries[k].find(rest)
	if k > 0 && (at == nil || at.named == 0) { // of what an entry shares with those before it
		at, nth = t.entries[0].find(rest)
	}
	if at != nil && !strings.Contains(rest, "[") && (t.list.opener == "" || at.opens(t.list.opener)) {
		nth = n
	}
	return at, nth
}

// entry returns which of the entries that were described, n of them, is like entry
// i, and the number of its segment.
func (l *listNote) entry(i, n int) (like, segment int) {
	switch {
	case l.per > 0 && i >= l.head:
		return l.head + (i-l.head)%l.per, (i - l.head) / l.per
	case i < n:
		return i, 0
	case l.full:
		return n - 1, 0
	}
	return 0, 0
}

// opens reports whether the fields stand in a segment with a tag.
func (t *tree) opens(tag string) bool {
	ok := false
	t.each(func(f *fieldNote) { ok = ok || f.places[0].Tag == tag })
	return ok
}
