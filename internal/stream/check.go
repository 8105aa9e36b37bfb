// SPDX-License-Identifier: Apache-2.0

package stream

import (
	"sync"

	"github.com/claimwire/claimwire/x12"
)

// Checker finds what the guide and the character set have against records that
// were built, before they stand in a file: it writes them to nowhere. Most records
// are clean, which is found at the cost of writing them; only of the others it is
// traced which field each element is written from, so that issues name fields. A
// Checker serves any number of goroutines.
type Checker[R any] struct {
	// New returns a Nowhere in a character set, which puts each record into a set
	// of its own when alone is set.
	New func(set x12.Charset, alone bool) Nowhere[R]
	// Missing is as in Fields.Report.
	Missing map[string]string

	plain, traced [int(x12.AnyByte) + 1]sync.Pool
}

// Nowhere writes records to nowhere.
type Nowhere[R any] interface {
	// Builder returns what the records are written by.
	Builder() *Builder
	// Write writes a record, and the contexts that it shares with others, by
	// Builder.TryClean.
	Write(r *R) (clean bool)
}

// tracer is a Nowhere that notes fields.
type tracer[R any] struct {
	to     Nowhere[R]
	fields *Fields
}

// Clean reports whether Report has nothing to say of a record but that text is
// folded.
func (k *Checker[R]) Clean(r *R, set x12.Charset) bool {
	pool := &k.plain[min(set, x12.AnyByte)]
	to, _ := pool.Get().(Nowhere[R])
	if to == nil {
		to = k.New(set, false)
	}
	clean := to.Write(r)
	if to.Builder().Err() == nil {
		pool.Put(to)
	}
	return clean
}

// Report reports what the guide and the character set have against a record, each
// issue with the path of a field of it.
func (k *Checker[R]) Report(r *R, set x12.Charset, report func(x12.Issue)) {
	pool := &k.traced[min(set, x12.AnyByte)]
	t, _ := pool.Get().(*tracer[R])
	if t == nil {
		to := k.New(set, true)
		t = &tracer[R]{to, NewFields(to.Builder())}
	}
	t.fields.Reset()
	t.to.Write(r) // what it has to say is found below
	refused := false
	t.fields.Report(r, k.Missing, func(i x12.Issue) {
		refused = refused || i.Code == x12.CodeCharacterSet
		i.Offset, i.Interchange, i.Group, i.Set = 0, 0, 0, 0 // it stands in no file
		report(i)
	})
	if t.to.Builder().Err() == nil {
		pool.Put(t)
	}
	if refused && set != x12.AnyByte { // the guide has not seen the record yet
		k.Report(r, x12.AnyByte, func(i x12.Issue) {
			switch i.Code {
			case x12.CodeElementTooLong, x12.CodeElementTooShort, x12.CodeTooPrecise, x12.CodeNumberTooLong:
				report(i)
			}
		})
	}
}

// Agrees reports whether a writer with these options, between these delimiters,
// writes records in the way in which a Checker writes those of a character set.
func Agrees(o *x12.WriterOptions, d x12.Delimiters, set x12.Charset) bool {
	if d == (x12.Delimiters{}) {
		d = o.Delimiters
	}
	return o.Fold && !o.AsRead && o.Charset == set && (d == x12.Delimiters{} || d == x12.DefaultDelimiters())
}
