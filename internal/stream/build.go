package stream

import (
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// Builder writes a file of sets in canonical form and judges what a package
// writes before it stands in the file: a record with an error leaves no trace.
type Builder struct {
	X *x12.Writer
	C *codec.Codec

	pkg   string // for errors
	ic    *x12.Interchange
	group *x12.Group
	set   x12.Set
	judge *x12.SetJudge
	saved x12.SetState
	found []x12.Issue // about the record that is being written
	err   error       // that ended the writing

	state   buildState
	closed  bool
	control int64
	width   int
}

// buildState is what a refused record puts back.
type buildState struct {
	begun bool // the interchange and the group are open
	inSet bool
	sets  int
}

// NewBuilder returns a Builder to dst that is not ready before Prepare.
func NewBuilder(dst io.Writer, pkg string, o x12.WriterOptions) *Builder {
	b := &Builder{pkg: pkg}
	o.OnIssue = b.Note
	b.X = x12.NewWriter(dst, &o)
	b.C = codec.NewWriter(b.X, true)
	return b
}

// Prepare takes what stands around the records: the set's Control is that of the
// first set, its ID and Convention are those of all. Judged asks for the guide.
func (b *Builder) Prepare(ic *x12.Interchange, group *x12.Group, set x12.Set, judged bool) {
	b.ic, b.group, b.set = ic, group, set
	if b.set.Control == "" {
		b.set.Control = "0001"
	}
	b.width = len(b.set.Control)
	n, err := strconv.ParseInt(b.set.Control, 10, 64)
	if err != nil || n < 0 || b.width < 4 || b.width > 9 {
		b.err = errors.New(b.pkg + ": Envelope.Set.Control is not a number of four to nine digits")
		return
	}
	b.control = n
	if !judged {
		return
	}
	guide, ok := x12.LookupGuide(group.Version, set.ID)
	if !ok {
		b.err = errors.New(b.pkg + ": there are no tables for the guide of Envelope.Group.Version")
		return
	}
	b.judge, b.err = x12.NewSetJudge(guide, b.Note)
}

// Err returns what ended the writing; nil when it can go on.
func (b *Builder) Err() error { return b.err }

// Break ends the writing.
func (b *Builder) Break(err error) { b.err = err }

// Start begins a record: what was found about the last is forgotten.
func (b *Builder) Start() error {
	b.found = b.found[:0]
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

// Failed tells whether a finding stops the record.
func (b *Builder) Failed() bool {
	for i := range b.found {
		if b.found[i].Severity == x12.Error {
			return true
		}
	}
	return false
}

// Found returns what was found about the record, for as long as it is current.
func (b *Builder) Found() []x12.Issue { return b.found }

// Try writes a record. It tells false, and nothing is written, when a finding
// stops it; an error ends the writing.
func (b *Builder) Try(put func()) (ok bool, err error) {
	before := b.state
	mark := b.X.Hold()
	if b.judge != nil {
		b.judge.Save(&b.saved)
	}
	put()
	if b.err != nil {
		b.X.Rollback(mark)
		return false, b.err
	}
	ok = !b.Failed()
	if !ok {
		b.X.Rollback(mark)
		b.state = before
		if b.judge != nil {
			b.judge.Load(&b.saved)
		}
	}
	b.err = b.X.Release()
	return ok, b.err
}

// InSet tells whether a set is open.
func (b *Builder) InSet() bool { return b.state.inSet }

// Sets is how many sets were begun.
func (b *Builder) Sets() int { return b.state.sets }

// BeginSet ends the set that is open and opens another, and the interchange and
// the group before the first. Head writes what stands before the records.
func (b *Builder) BeginSet(head func()) {
	b.Fail(b.EndSet())
	s := &b.state
	if !s.begun {
		s.begun = true
		b.Fail(b.X.BeginInterchange(b.ic))
		b.Fail(b.X.BeginGroup(b.group))
		if b.Failed() {
			b.Envelope()
			return
		}
	}
	from := b.X.Hold()
	s.inSet, s.sets = true, s.sets+1
	set := b.set
	set.Control = b.Control(s.sets)
	b.Fail(b.X.BeginSet(&set))
	head()
	b.Fail(b.C.Fault())
	if b.judge != nil && b.err == nil {
		b.judge.FeedFrom(b.X.Delimiters(), b.X.LineBreak(), x12.Position{Interchange: 1, Group: 1, Set: s.sets})
		b.judge.Begin()
		b.Fail(b.judge.Feed(b.X.Since(from)))
	}
	b.Fail(b.X.Release())
}

// Whole judges the set as if it ended here: what its head lacks is found now and
// not with the first record.
func (b *Builder) Whole() {
	if b.judge == nil || b.Failed() || b.err != nil {
		return
	}
	var here x12.SetState
	b.judge.Save(&here)
	b.judge.End(x12.Position{Interchange: 1, Group: 1, Set: b.state.sets})
	b.judge.Load(&here)
}

// Envelope ends the writing because of what was found: no record is to blame.
func (b *Builder) Envelope() {
	b.err = fmt.Errorf("%s: the envelope cannot be written: %w", b.pkg, FirstError(b.found))
}

// Judge judges what was written since a mark, which Hold gave, and closes the
// loop that it stands in; empty when it stands in none.
func (b *Builder) Judge(from x12.Mark, loop string) {
	b.Fail(b.C.Fault())
	if b.judge != nil && b.err == nil && !b.Failed() {
		b.Fail(b.judge.Feed(b.X.Since(from)))
		if loop != "" {
			b.judge.Close(loop)
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

// Control is the control number of the n-th set, from 1.
func (b *Builder) Control(n int) string {
	s := strconv.FormatInt(b.control+int64(n)-1, 10)
	for len(s) < b.width {
		s = "0" + s
	}
	return s
}

// Close ends the set, the group and the interchange. Where nothing was written,
// nothing is.
func (b *Builder) Close() error {
	if b.closed || b.err != nil {
		return b.err
	}
	b.closed = true
	if b.state.begun {
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
