// SPDX-License-Identifier: Apache-2.0

package claimwire

import (
	"context"
	"errors"
	"io"
	"iter"
	"sort"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/internal/faulty"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
)

// ValidateOptions say what Validate checks; the zero value is the default.
type ValidateOptions struct {
	// X12 says how to read the file. Its OnIssue is not called: what it would be told
	// is among the issues.
	X12 x12.ReaderOptions
	// SNIP is the highest WEDI SNIP type to check: 1 the syntax, 2 the implementation
	// guide, 3 balancing, 4 and above situations, codes and billing rules. 0 means
	// all.
	SNIP int
	// Rules of claims, of remittances, of inquiries and of responses; nil for the
	// recommended ones, as they hold for files that were received.
	Claims      *claim837.RuleSet
	Remittances *remit835.RuleSet
	Inquiries   *eligibility270.RuleSet
	Responses   *eligibility270.ResponseRuleSet
	// Duplicates knows the payments of other files, so that one that comes again is
	// found over files that share it; nil for those of this file alone.
	Duplicates *remit835.Duplicates
	// Source is what issues about duplicates call the file; may be empty.
	Source string
	// Context ends the validation when it is done.
	Context context.Context
}

// Validate checks a file of any mix of transaction sets at every SNIP type: each
// segment by the implementation guide, and the records that they make by the rules
// of their package. A set without a guide is checked as far as its envelope. It
// yields issues in the order of the file, in constant memory: Position is the segment
// of each, and Path the field of its record when a rule found it.
//
// What makes reading on impossible after the first ISA is an issue, and ends the
// file. A non-nil error is the last: there was no interchange at all, the source
// failed, or the context is done. Nil options are the defaults.
func Validate(src io.Reader, o *ValidateOptions) iter.Seq2[x12.Issue, error] {
	return NewValidator(src, o).Issues()
}

// Validator is one Validate: it knows, too, in which envelopes an issue stands.
type Validator struct {
	src  io.Reader
	o    ValidateOptions
	snip int

	yield   func(x12.Issue, error) bool
	stopped bool

	validator *x12.Validator
	bad       faulty.Elements // by the guide
	checkers  map[family]checker
	by        checker // of the set; nil when no package reads it
	places    places
	controls  controls
	held      []x12.Issue // of the record that is being read
	inRecord  bool
	last      x12.Position
}

// NewValidator returns a Validator of src; nil options are the defaults.
func NewValidator(src io.Reader, o *ValidateOptions) *Validator {
	v := &Validator{src: src}
	if o != nil {
		v.o = *o
	}
	if v.snip = v.o.SNIP; v.snip <= 0 {
		v.snip = 7
	}
	return v
}

// Controls returns the control numbers of the envelopes that an issue stands in:
// ISA13, GS06 and ST02, empty where it stands in none. It knows those of the issue
// that Issues has yielded last.
func (v *Validator) Controls(i x12.Issue) [3]string {
	if v == nil {
		return [3]string{}
	}
	return v.controls.of(i.Position)
}

// Issues ranges over the issues, once. See Validate.
func (v *Validator) Issues() iter.Seq2[x12.Issue, error] {
	return func(yield func(x12.Issue, error) bool) {
		err := errors.New("claimwire: the Validator has no source that is still to be read; make one with NewValidator, of an io.Reader that is not nil")
		if v != nil && v.src != nil {
			src := v.src
			v.src, v.yield = nil, yield
			err = v.validate(src)
		}
		if err != nil && (v == nil || !v.stopped) {
			yield(x12.Issue{}, err)
		}
	}
}

// checker checks the items of a package by its rules.
type checker interface {
	layout() *layout
	// item takes each item of the package; record reports whether it is a record.
	item(it *Item) (record bool)
}

// maxHeld is how many issues wait for the end of their record.
const maxHeld = 1000

func (v *Validator) validate(src io.Reader) error {
	count := &counter{r: src}
	v.validator = x12.NewValidator(func(i x12.Issue) {
		v.bad.Add(&i)
		v.take(i)
	})
	v.checkers = map[family]checker{}
	for _, f := range families {
		v.checkers[f] = f.checker(v)
	}
	o := ReaderOptions{X12: v.o.X12, Reuse: true, OnIssue: v.read, OnSegment: v.segment, Context: v.o.Context}
	o.X12.OnIssue = nil
	if err := readItems(count, o, v.item); err != nil {
		return v.broken(err)
	}
	v.places.next(v.last, "", 0, qualifier{}, "")
	v.last.Offset = count.n
	v.validator.End(v.last)
	v.flush()
	return nil
}

// item checks what a package has read.
func (v *Validator) item(it *Item) error {
	if v.stopped {
		return errStopped
	}
	switch {
	case it.of() == nil:
		if it.Kind == x12.SetBegin {
			v.by, v.places.layout = nil, nil
		}
		return nil
	case it.Kind == x12.SetBegin:
		v.by = v.checkers[it.of()]
		v.places.layout = v.by.layout()
	}
	record := v.by.item(it)
	switch {
	case it.Kind == x12.SetEnd:
		v.by, v.inRecord = nil, false
	case record:
		v.inRecord = v.places.opens()
		v.flush()
	}
	return nil
}

// find takes an issue of a rule about the record that begins at first, unless the
// guide has found an error at the same element.
func (v *Validator) find(i x12.Issue, first x12.Position) {
	pos, again := v.places.find(i, first)
	if i.Position = pos; !again && !v.bad.Has(&i) {
		v.take(i)
	}
}

// counter counts the bytes of a stream.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n += int64(n)
	return n, err
}

// broken ends a file that cannot be read on: an issue, when there was an
// interchange.
func (v *Validator) broken(err error) error {
	v.validator.Flush()
	v.flush()
	syntax := (*x12.SyntaxError)(nil)
	if !errors.As(err, &syntax) || syntax.Interchange == 0 {
		return err
	}
	v.take(syntax.Issue())
	v.flush()
	return nil
}

// read takes what the readers find. What could not be held is no issue of its
// own: the guide says what is wrong with the segment.
func (v *Validator) read(i x12.Issue) {
	if !stream.NotHeld(&i) && i.Code != x12.CodeMoved {
		v.take(i)
	}
}

// take keeps an issue until its record is read, so that issues come in order.
func (v *Validator) take(i x12.Issue) {
	if i.SNIP > v.snip {
		return
	}
	if len(v.held) >= maxHeld {
		v.flush()
	}
	v.held = append(v.held, i)
}

// segment sees each segment before the readers do.
func (v *Validator) segment(s *x12.Segment) {
	v.controls.see(s)
	if !v.inRecord {
		v.flush()
	}
	v.validator.Segment(s)
	v.last = s.Position()
	loop, _, _ := v.validator.Place()
	third := ""
	if s.Key() == keyHL {
		third = string(s.Bytes(3))
	}
	var q qualifier
	copy(q[:], s.Component(1, 1))
	v.places.next(v.last, loop, s.Key(), q, third)
	switch s.Key() {
	case keySE, keyGE, keyIEA:
		v.last.Set, v.last.Segment = 0, 0
		if s.Key() != keySE {
			v.last.Group = 0
		}
	default:
		v.inRecord = v.inRecord || v.by != nil && v.places.opens()
	}
}

// flush yields what was held, in the order of the file.
func (v *Validator) flush() {
	if len(v.held) == 0 {
		return
	}
	sort.SliceStable(v.held, func(i, k int) bool { return v.held[i].Offset < v.held[k].Offset })
	for _, i := range v.held {
		if v.stopped {
			break
		}
		v.stopped = !v.yield(i, nil)
	}
	v.held = v.held[:0]
}
