// SPDX-License-Identifier: Apache-2.0

// Package stream passes over a file of transaction sets and hands out what it
// holds, step by step: it knows interchanges, groups, sets, their trailers and
// what belongs to none. What stands in a set, a package for that transaction
// reads, record by record, as its Handler says. The other way, a Recoder writes
// the steps again.
//
//	stream.go   handlers, options
//	reader.go   from the file to its sets
//	set.go      one set
//	recode.go   writing what was read
//	build.go    writing in canonical form, checked
//	share.go    one file, several packages
package stream

import (
	"context"
	"iter"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// At counts what a step stands in, from 1; 0 for none.
type At struct {
	Interchange int // in the file
	Group       int // in its interchange
	Set         int // in its group
}

// Handler is what a package does with a stream. Each function but Openers tells
// whether to go on; those that hand something out do it with Reader.Emit.
type Handler struct {
	Package string // for errors
	// Openers returns what opens the records of a set; none when the package does
	// not read sets of that kind.
	Openers func(*x12.Set, *x12.Group) []codec.Opener
	// Step hands a step out.
	Step func(*x12.Step) bool
	// Head reads what stands before the records of a set and hands out the step,
	// which is its SetBegin.
	Head func(*x12.Step) bool
	// Record reads the record or the context that the current segment opens, or
	// tells that it opens none.
	Record func() (opens, goOn bool)
	// Flush hands out what was read and not yet handed out.
	Flush func() bool
}

// Options are those of every package's reader.
type Options struct {
	X12       x12.ReaderOptions
	MaxRecord int
	Reuse     bool
	OnIssue   func(x12.Issue)
	OnSegment func(*x12.Segment)
	Context   context.Context
}

// DefaultMaxRecord is how long a record may be, in bytes.
const DefaultMaxRecord = 4 << 20

// Only ranges over the records that items hold, by what of returns: nil for an
// item of another kind. An error ends it.
func Only[I, R any](items iter.Seq2[*I, error], of func(*I) *R) iter.Seq2[*R, error] {
	return func(yield func(*R, error) bool) {
		for item, err := range items {
			if err != nil {
				yield(nil, err)
				return
			}
			if r := of(item); r != nil && !yield(r, nil) {
				return
			}
		}
	}
}

// NotHeld reports whether an issue of a reader is about a segment that no field holds,
// or of which a value could not be read.
func NotHeld(i *x12.Issue) bool {
	return i.Code == x12.CodeNotHeld || i.Code == x12.CodeValueNotHeld
}
