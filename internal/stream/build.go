// SPDX-License-Identifier: Apache-2.0

package stream

import (
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// Builder writes a file of sets in canonical form and checks what a package
// writes before it stands in the file: a record with an error leaves no trace.
type Builder struct {
	X *x12.Writer
	C *codec.Codec

	pkg    string // for errors
	env    Envelope
	checks map[string]*x12.SetValidator // by guide, made when needed; nil when nothing is checked
	saved  x12.SetState
	found  []x12.Issue      // about the record that is being written
	tried  int              // how many of them were there before Try
	OnNote func(*x12.Issue) // sees each finding as it is made; may be nil
	err    error            // that ended the writing

	state    buildState
	closed   bool
	controls [2]string // of the last group and the one before it
	counted  int       // groups that have a control number
	first    int64     // control number of a set
	width    int
}

// Envelope is what stands around the sets.
type Envelope struct {
	Interchange *x12.Interchange
	Group       x12.Group // the first; but for its Version, each group has the same
	Set         x12.Set   // Control is that of the first set, those after it count up
	// NextGroup returns the control number of each group after the first; nil
	// counts up.
	NextGroup func() (string, error)
	Unchecked bool
}

// buildState is what a refused record puts back.
type buildState struct {
	guide  string // of the group that is open; empty before the first
	groups int
	inSet  bool
	sets   int
}

// NewBuilder returns a Builder to dst that is not ready before Prepare.
func NewBuilder(dst io.Writer, pkg string, o x12.WriterOptions) *Builder {
	b := &Builder{pkg: pkg}
	o.OnIssue = b.Note
	b.X = x12.NewWriter(dst, &o)
	b.C = codec.NewWriter(b.X, true)
	return b
}

// Prepare takes what stands around the records.
func (b *Builder) Prepare(env Envelope) {
	b.env = env
	set := &b.env.Set
	if set.Control == "" {
		set.Control = "0001"
	}
	b.width = len(set.Control)
	n, err := strconv.ParseInt(set.Control, 10, 64)
	if err != nil || n < 0 || b.width < 4 || b.width > 9 {
		b.err = errors.New(b.pkg + ": Envelope.Set.Control is not a number of four to nine digits")
		return
	}
	b.first = n
	if !env.Unchecked {
		b.checks = map[string]*x12.SetValidator{}
	}
}

// validator returns what checks the sets of a guide; nil when nothing does.
func (b *Builder) validator(guide string) *x12.SetValidator {
	if b.checks == nil || guide == "" || b.err != nil {
		return nil
	}
	if b.checks[guide] == nil {
		g, ok := x12.LookupGuide(guide, b.env.Set.ID)
		if !ok {
			b.err = fmt.Errorf("%s: there are no tables for the guide %s", b.pkg, guide)
			return nil
		}
		b.checks[guide], b.err = x12.NewSetValidator(g, b.Note)
	}
	return b.checks[guide]
}

// Err returns what ended the writing; nil when it can go on.
func (b *Builder) Err() error { return b.err }

// Break ends the writing.
func (b *Builder) Break(err error) { b.err = err }

// errNoWriter is the error of a Writer without a Builder.
var errNoWriter = errors.New("claimwire: the zero Writer cannot write; make one with NewWriter, NewInquiryWriter or NewResponseWriter")

// Start begins a record: what was found about the last is forgotten.
func (b *Builder) Start() error {
	if b == nil {
		return errNoWriter
	}
	b.found, b.tried = b.found[:0], 0
	if b.err == nil && b.closed {
		return errors.New(b.pkg + ": the Writer is closed")
	}
	return b.err
}

// Note takes a finding about the record.
func (b *Builder) Note(i x12.Issue) {
	if i.Loop == "" && i.Tag != "" {
		i.Loop = b.C.LoopID()
	}
	if b.OnNote != nil {
		b.OnNote(&i)
	}
	b.found = append(b.found, i)
}

// Fail takes an error as a finding, so that it stops the record; one that is no
// finding ends the writing.
func (b *Builder) Fail(err error) {
	if err == nil {
		return
	}
	if i, ok := err.(x12.Issue); ok {
		if !b.Failed() { // else the writer has told already
			b.Note(i)
		}
		return
	}
	b.err = err
}

// Failed reports whether an issue stops the record; within Try, whether one does
// that writing has found.
func (b *Builder) Failed() bool {
	for i := b.tried; i < len(b.found); i++ {
		if b.found[i].Severity == x12.Error {
			return true
		}
	}
	return false
}

// remarked reports whether there is more to say than that text was folded.
func (b *Builder) remarked() bool {
	for i := range b.found {
		if b.found[i].Code != x12.CodeFolded {
			return true
		}
	}
	return false
}

// Found returns what was found about the record, for as long as it is current.
func (b *Builder) Found() []x12.Issue { return b.found }

// Try writes a record. It returns false, and nothing is written, when an issue
// stops it; an error ends the writing. A record that has failed already is tried,
// too, so that all of its issues are found at once.
func (b *Builder) Try(put func()) (ok bool, err error) { return b.try(put, false) }

// TryClean is Try for a record of which there must be nothing to say but that text
// was folded.
func (b *Builder) TryClean(put func()) (ok bool, err error) { return b.try(put, true) }

func (b *Builder) try(put func(), clean bool) (ok bool, err error) {
	before := b.state
	mark := b.X.Hold()
	validator := b.validator(before.guide) // a set of another guide leaves it alone
	if validator != nil {
		validator.Save(&b.saved)
	}
	b.tried = len(b.found)
	put()
	b.tried = 0
	if b.err != nil {
		b.X.Rollback(mark)
		return false, b.err
	}
	ok = !b.Failed() && !(clean && b.remarked())
	if !ok {
		b.X.Rollback(mark)
		b.state = before
		if validator != nil {
			validator.Load(&b.saved)
		}
	}
	b.err = b.X.Release()
	return ok, b.err
}

// InSet reports whether a set is open, and of which guide.
func (b *Builder) InSet() (guide string, ok bool) { return b.state.guide, b.state.inSet }

// Sets is how many sets were begun.
func (b *Builder) Sets() int { return b.state.sets }

// BeginSet ends the set that is open and opens another of a guide; where no
// group of that guide is open, it ends the group and opens one. Head writes what
// stands before the records.
func (b *Builder) BeginSet(guide, convention string, head func()) {
	b.Fail(b.EndSet())
	s := &b.state
	if s.guide != guide {
		b.beginGroup(guide)
	}
	validator := b.validator(guide)
	if b.err != nil {
		return
	}
	from := b.X.Hold()
	s.inSet, s.sets = true, s.sets+1
	set := b.env.Set
	set.Control, set.Convention = b.control(s.sets), convention
	b.Fail(b.X.BeginSet(&set))
	if b.Failed() {
		b.Envelope()
	}
	head()
	b.Fail(b.C.Fault())
	if validator != nil && b.err == nil {
		validator.FeedFrom(b.X.Delimiters(), b.X.LineBreak(), b.position())
		validator.Begin()
		b.Fail(validator.Feed(b.X.Since(from)))
	}
	b.Fail(b.X.Release())
}

// position is that of the set that is open.
func (b *Builder) position() x12.Position {
	_, n, _ := b.X.Counts()
	return x12.Position{Interchange: 1, Group: b.state.groups, Set: n}
}

// beginGroup opens a group, and the interchange before the first.
func (b *Builder) beginGroup(guide string) {
	s := &b.state
	if s.groups == 0 {
		b.Fail(b.X.BeginInterchange(b.env.Interchange))
	} else {
		b.Fail(b.X.EndGroup())
	}
	s.guide, s.groups = guide, s.groups+1
	if err := b.countGroup(s.groups); err != nil {
		b.err = err
		return
	}
	group := b.env.Group
	group.Control, group.Version = b.controls[s.groups%2], guide
	b.Fail(b.X.BeginGroup(&group))
	if b.Failed() {
		b.Envelope()
	}
}

// countGroup finds the control number of the n-th group. One that was begun for
// a record that was refused keeps its number.
func (b *Builder) countGroup(n int) error {
	if n <= b.counted {
		return nil
	}
	b.counted = n
	control, err := &b.controls[n%2], error(nil)
	switch {
	case n == 1:
		*control = b.env.Group.Control
	case b.env.NextGroup != nil:
		*control, err = b.env.NextGroup()
	default:
		var first int64
		if first, err = strconv.ParseInt(b.env.Group.Control, 10, 64); err != nil {
			return errors.New(b.pkg + ": Envelope.Group.Control is no number, so that a second group has none")
		}
		*control = strconv.FormatInt(first+int64(n)-1, 10)
	}
	return err
}

// Whole checks the set as if it ended here: what its head lacks is found now and
// not with the first record.
func (b *Builder) Whole() {
	validator := b.validator(b.state.guide)
	if validator == nil || b.Failed() {
		return
	}
	var here x12.SetState
	validator.Save(&here)
	validator.End(b.position())
	validator.Load(&here)
}

// Envelope ends the writing because of what was found: no record is to blame.
func (b *Builder) Envelope() {
	if b.err == nil {
		b.err = fmt.Errorf("%s: the envelope cannot be written: %w", b.pkg, FirstError(b.found[b.tried:]))
	}
}

// Validator checks what was written since a mark, which Hold gave, and closes the
// loop that it stands in; empty when it stands in none.
func (b *Builder) Validator(from x12.Mark, loop string) {
	b.Fail(b.C.Fault())
	if validator := b.validator(b.state.guide); validator != nil && !b.Failed() {
		b.Fail(validator.Feed(b.X.Since(from)))
		if loop != "" {
			validator.Close(loop)
		}
	}
	b.Fail(b.X.Release())
}

// EndSet closes the set that is open, if one is.
func (b *Builder) EndSet() error {
	if !b.state.inSet {
		return nil
	}
	b.state.inSet = false
	return b.X.EndSet()
}

// control is the control number of the n-th set, from 1.
func (b *Builder) control(n int) string {
	s := strconv.FormatInt(b.first+int64(n)-1, 10)
	for len(s) < b.width {
		s = "0" + s
	}
	return s
}

// Controls are the control numbers around the record that was written last.
func (b *Builder) Controls() (interchange, group, set string) {
	if b == nil || b.env.Interchange == nil {
		return "", "", ""
	}
	group = b.env.Group.Control
	if n := b.state.groups; n > 0 {
		group = b.controls[n%2]
	}
	return b.env.Interchange.Control, group, b.control(b.state.sets)
}

// Close ends the set, the group and the interchange. Where nothing was written,
// nothing is.
func (b *Builder) Close() error {
	if b == nil {
		return errNoWriter
	}
	if b.closed || b.err != nil {
		return b.err
	}
	b.closed = true
	if b.state.groups > 0 {
		b.err = errors.Join(b.EndSet(), b.X.EndGroup(), b.X.EndInterchange())
	}
	return b.err
}

// FirstError returns the first finding of severity error.
func FirstError(found []x12.Issue) error {
	for _, i := range found {
		if i.Severity == x12.Error {
			return i
		}
	}
	return errors.New("for no reason that is known")
}

// Refusal is the text of the error that says why a record was not written: the
// first finding of severity error, no data of the record.
func Refusal(pkg, record string, found []x12.Issue) string {
	n := 0
	for _, i := range found {
		if i.Severity == x12.Error {
			n++
		}
	}
	s := pkg + ": " + record + " refused: " + FirstError(found).Error()
	if n > 1 {
		s += " (and " + strconv.Itoa(n-1) + " more)"
	}
	return s
}

// Newest returns what to keep of two texts, and what to use again: fresh when it
// holds something.
func Newest(kept, fresh []byte) (keep, spare []byte) {
	if len(fresh) == 0 {
		return kept, fresh
	}
	return fresh, kept[:0]
}

// Written is what a loop would be written as; nothing is.
func Written[T any](b *Builder, l *codec.Loop[T], v *T) []byte {
	mark := b.X.Hold()
	codec.Write(b.C, l, v)
	out := append([]byte(nil), b.X.Since(mark)...)
	b.X.Rollback(mark)
	b.Fail(b.C.Fault())
	b.Fail(b.X.Release())
	return out
}
