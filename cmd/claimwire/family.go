// SPDX-License-Identifier: Apache-2.0

package main

import (
	"io"
	"iter"

	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// family is a package that reads and writes sets of some kinds as records. What
// the command knows of it beyond its records stands in its adapter.
type family interface {
	// reads reports whether the package reads such a set.
	reads(*x12.Set, *x12.Group) bool
	// open returns what ranges over the items of src, until each says no.
	open(src io.Reader, o readOptions) func(each func(*item) bool) error
	// recording returns what makes JSON records of the items of one file.
	recording() recording
	// items makes the package's items of a record. begin is the step that begins
	// the set, when this is the first record of it.
	items(rec *record, begin *x12.Step) ([]any, error)
	// writer returns what writes items as they were read.
	writer(dst io.Writer) func(value any) error
	// judging returns what judges the items of one file.
	judging(v *validation) judging
}

// families are the packages, in the order in which they are asked for a set.
var families = []family{claims{}, remits{}, eligibility{}}

// familyOf returns the package that reads a set; nil for none.
func familyOf(set *x12.Set, group *x12.Group) family {
	for _, f := range families {
		if f.reads(set, group) {
			return f
		}
	}
	return nil
}

// item is a step of a file, valid until the next. Of and value are of the records
// of a package and of where its sets begin and end.
type item struct {
	x12.Step
	of    family
	value any
}

// inSet tells which items of a package's reader are the package's own.
type inSet struct {
	of    family
	typed bool // the set is read by the package
}

// made gives an item its value, when it is the package's.
func (s *inSet) made(out *item, value any) *item {
	own := s.typed
	switch {
	case out.Kind == x12.SetBegin:
		s.typed = out.Typed
		own = out.Typed
	case out.Kind == x12.SetEnd:
		s.typed = false
	case out.Kind == x12.SegmentStep || out.Kind < x12.SetBegin:
		own = false
	}
	if own {
		out.of, out.value = s.of, value
	}
	return out
}

// passOf is what open returns, of the items of the package's reader.
func passOf[I any](f family, items iter.Seq2[*I, error], step func(*I) *x12.Step) func(each func(*item) bool) error {
	return func(each func(*item) bool) error {
		out := new(item)
		in := inSet{of: f}
		for it, err := range items {
			if err != nil {
				return err
			}
			*out = item{Step: *step(it)}
			if !each(in.made(out, it)) {
				return nil
			}
		}
		return nil
	}
}

// readOptions are those of every package's reader.
type readOptions struct {
	x12       x12.ReaderOptions
	onIssue   func(x12.Issue)
	onSegment func(*x12.Segment)
}

// readItems ranges over all there is in a file, by all packages in one pass.
func readItems(src io.Reader, o readOptions, each func(*item) error) error {
	shared := stream.Share(src)
	var failed error
	var ranges []func()
	for _, f := range families {
		pass := f.open(shared, o)
		ranges = append(ranges, func() {
			err := pass(func(it *item) bool {
				if failed == nil {
					failed = each(it)
				}
				return failed == nil
			})
			if failed == nil {
				failed = err
			}
		})
	}
	shared.Range(ranges...)
	return failed
}
