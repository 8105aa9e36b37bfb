// SPDX-License-Identifier: Apache-2.0

package claimwire

import (
	"context"
	"errors"
	"io"
	"iter"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
)

// ReaderOptions say how to read a file; the zero value is the default. They are
// those of the readers of claims, remittances and eligibility.
type ReaderOptions struct {
	X12 x12.ReaderOptions
	// MaxRecord is how long a claim, a claim payment, a patient or what they stand in
	// may be, in bytes; 0 means 4 MB. It bounds the memory that a broken file can take.
	MaxRecord int
	// Reuse makes records and what they point to valid until the next step only. It
	// saves most allocations.
	Reuse bool
	// OnIssue is told of each issue as it comes; without it, issues are kept for
	// Issues.
	OnIssue func(x12.Issue)
	// OnSegment sees each segment before it is read.
	OnSegment func(*x12.Segment)
	// Context ends the reading when it is done.
	Context context.Context
}

// Item is a step of a file of any mix of transaction sets. From the beginning of a
// set to its end, one of the pointers has what its package made of the step; all of
// them are nil in sets that no package reads, and between sets. The items of a file,
// in order, hold all of it: a RecodeWriter makes the file of them again.
type Item struct {
	x12.Step
	Claim       *claim837.Item       // a step of a set of claims (837P, 837I, 837D)
	Remittance  *remit835.Item       // a step of a set of a remittance (835)
	Eligibility *eligibility270.Item // a step of a set of inquiries or responses (270, 271)
}

// Reader streams the records of a file of any mix of transaction sets, in constant
// memory. It is tolerant: what no field can hold is kept as x12.Raw with an issue;
// see Validate for all that is wrong with a file. A Reader is for one pass and one
// goroutine.
type Reader struct {
	src   io.Reader
	o     ReaderOptions
	issue x12.IssueList
}

// NewReader returns a Reader of src; nil options are the defaults.
func NewReader(src io.Reader, o *ReaderOptions) *Reader {
	r := &Reader{src: src}
	if o != nil {
		r.o = *o
	}
	if r.o.OnIssue == nil {
		r.o.OnIssue = r.issue.Add
	}
	return r
}

// Issues returns what the reader found so far: the first thousand issues, unless
// there is an OnIssue.
func (r *Reader) Issues() []x12.Issue {
	if r == nil {
		return nil
	}
	return r.issue.Kept()
}

// errStopped ends a pass that nobody wants to go on.
var errStopped = errors.New("stopped")

// Items ranges over all there is in the file, in order. The item is valid until the
// next step. A non-nil error is the last.
func (r *Reader) Items() iter.Seq2[*Item, error] {
	return func(yield func(*Item, error) bool) {
		err := errors.New("claimwire: the Reader has no source; make it with NewReader, of an io.Reader that is not nil")
		if r != nil && r.src != nil {
			err = readItems(r.src, r.o, func(it *Item) error {
				if !yield(it, nil) {
					return errStopped
				}
				return nil
			})
		}
		if err != nil && err != errStopped {
			yield(nil, err)
		}
	}
}

// family is a package that reads and writes sets of some kinds as records. What this
// package knows of it beyond its records stands in its adapter.
type family interface {
	// reads reports whether the package reads such a set.
	reads(*x12.Set, *x12.Group) bool
	// open returns what ranges over the items of src, until each says no.
	open(src io.Reader, o ReaderOptions) func(each func(*Item) bool) error
	// recording returns what makes JSON records of the items of one file.
	recording() recording
	// items makes the package's items of a record. begin is the step that begins
	// the set, when this is the first record of it.
	items(rec *record, begin *x12.Step) ([]*Item, error)
	// writer returns what writes items as they were read.
	writer(dst io.Writer) func(*Item) error
	// checker returns what checks the items of one file.
	checker(v *Validator) checker
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

// of returns the package that made the item; nil for none.
func (it *Item) of() family {
	switch {
	case it.Claim != nil:
		return claims{}
	case it.Remittance != nil:
		return remits{}
	case it.Eligibility != nil:
		return eligibility{}
	}
	return nil
}

// passOf is what open returns: it ranges over the items of a package's reader, and
// hands those on that are the package's own with what own adds.
func passOf[I any](items iter.Seq2[*I, error], step func(*I) *x12.Step, own func(*Item, *I)) func(each func(*Item) bool) error {
	return func(each func(*Item) bool) error {
		out, typed := new(Item), false // typed: the set is read by the package
		for it, err := range items {
			if err != nil {
				return err
			}
			*out = Item{Step: *step(it)}
			mine := typed
			switch {
			case out.Kind == x12.SetBegin:
				typed, mine = out.Typed, out.Typed
			case out.Kind == x12.SetEnd:
				typed = false
			case out.Kind == x12.SegmentStep || out.Kind < x12.SetBegin:
				mine = false
			}
			if mine {
				own(out, it)
			}
			if !each(out) {
				return nil
			}
		}
		return nil
	}
}

// readItems ranges over all there is in a file, by all packages in one pass.
func readItems(src io.Reader, o ReaderOptions, each func(*Item) error) error {
	shared := stream.Share(src)
	var failed error
	var ranges []func()
	for _, f := range families {
		pass := f.open(shared, o)
		ranges = append(ranges, func() {
			err := pass(func(it *Item) bool {
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
