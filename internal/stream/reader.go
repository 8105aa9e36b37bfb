// SPDX-License-Identifier: Apache-2.0

package stream

import (
	"errors"
	"io"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// Reader passes over a stream once.
type Reader struct {
	X *x12.Reader
	C *codec.Codec

	o       Options
	shared  *Shared // nil when the stream is its own
	h       Handler
	at      At
	typed   bool // the set is read by the package
	issues  x12.IssueList
	lives   []*codec.Life
	renewed int64 // offset
	started bool
	stopped bool
	emit    func() bool
	step    x12.Step
}

// NewReader returns a Reader of src. Levels is how many levels of memory the
// package has, the one that lives longest first.
func NewReader(src io.Reader, o Options, levels int) *Reader {
	r := &Reader{o: o}
	if r.o.MaxRecord <= 0 {
		r.o.MaxRecord = DefaultMaxRecord
	}
	if s, ok := src.(*Shared); ok {
		r.shared = s
		s.readers = append(s.readers, r)
	}
	if r.shared != nil && r != r.shared.readers[0] {
		r.X, r.C = r.shared.readers[0].X, r.shared.readers[0].C
	} else {
		xo := r.o.X12
		xo.OnIssue = r.Report
		r.X = x12.NewReader(src, &xo)
		r.C = codec.NewReader(r.X, r.Report)
		r.C.OnSegment(r.o.OnSegment)
	}
	r.lives = make([]*codec.Life, levels)
	for i := range r.lives {
		if i == 0 || r.o.Reuse {
			r.lives[i] = &codec.Life{Reuse: r.o.Reuse}
		} else {
			r.lives[i] = r.lives[0]
		}
	}
	return r
}

// Reuse reports whether what is handed out is good until the next step only.
func (r *Reader) Reuse() bool { return r.o.Reuse }

// Issues returns the first thousand findings.
func (r *Reader) Issues() []x12.Issue {
	if r == nil {
		return nil
	}
	return r.issues.Kept()
}

// Report takes a finding.
func (r *Reader) Report(i x12.Issue) {
	if f := r.o.X12.OnIssue; f != nil {
		f(i)
	}
	if r.o.OnIssue != nil {
		r.o.OnIssue(i)
		return
	}
	r.issues.Add(i)
}

// Run passes over the stream. yield gets each step that the handler hands out,
// and reports whether to go on; the error is what ended the stream before its end.
func (r *Reader) Run(h Handler, yield func() bool) error {
	if r == nil {
		return errors.New(h.Package + ": the zero Reader has nothing to read; make one with NewReader")
	}
	if r.started {
		return errors.New(h.Package + ": a Reader reads its stream once")
	}
	r.started, r.h = true, h
	var cause error
	r.emit = func() bool {
		if !r.stopped && r.o.Context != nil && r.o.Context.Err() != nil {
			r.stopped, cause = true, r.o.Context.Err()
		}
		r.stopped = r.stopped || !yield()
		return !r.stopped
	}
	r.pass()
	if cause != nil || r.stopped || r.follows() {
		return cause
	}
	return r.C.Err()
}

// Emit hands out what the package has made ready and reports whether to go on.
func (r *Reader) Emit() bool { return r.emit() }

// At returns what the step that is handed out stands in.
func (r *Reader) At() At { return r.at }

// hand hands out a step of the stream itself.
func (r *Reader) hand(s x12.Step) bool {
	if s.Position.Interchange == 0 {
		s.Position.Interchange, s.Position.Group, s.Position.Set = r.at.Interchange, r.at.Group, r.at.Set
	}
	r.step = s
	return r.h.Step(&r.step)
}

// stream reads interchanges and groups down to their sets.
func (r *Reader) stream() {
	open := frames{r: r}
	for r.C.Tag() != 0 {
		s := r.C.Segment()
		if !open.frame() {
			return
		}
		switch r.C.Tag() {
		case codec.ST:
			if !r.set() {
				return
			}
			continue
		case codec.ISA, codec.GS:
			// Else it is data of that name.
			if !open.began && !r.hand(x12.Step{Kind: x12.SegmentStep, Position: s.Position(), Raw: s.Raw()}) {
				return
			}
		case codec.GE, codec.IEA:
			raw := s.Raw()
			if !open.trailer(r.C.Tag(), &raw, s.Position()) {
				return
			}
		default:
			if !r.hand(x12.Step{Kind: x12.SegmentStep, Position: s.Position(), Raw: s.Raw()}) {
				return
			}
		}
		r.C.Next()
	}
	open.end()
}

// frames makes steps of interchanges and groups as they begin and end.
type frames struct {
	r     *Reader
	ic    *x12.Interchange
	group *x12.Group
	began bool // with the current segment
}

// frame begins and ends what the current segment shows.
func (f *frames) frame() bool {
	x := f.r.X
	f.began = false
	if x.Interchange() != f.ic {
		if !f.end() {
			return false
		}
		if f.ic = x.Interchange(); f.ic != nil {
			f.began = !f.ic.Fragment
			f.r.at = At{Interchange: f.r.at.Interchange + 1}
			if !f.r.hand(x12.Step{Kind: x12.InterchangeBegin, Position: f.r.C.Segment().Position(), Interchange: f.ic}) {
				return false
			}
		}
	}
	if x.Group() != f.group {
		if !f.endGroup(nil, x12.Position{}) {
			return false
		}
		if f.group = x.Group(); f.group != nil {
			f.began = true
			f.r.at = At{Interchange: f.r.at.Interchange, Group: f.r.at.Group + 1}
			return f.r.hand(x12.Step{Kind: x12.GroupBegin, Position: f.r.C.Segment().Position(), Group: f.group})
		}
	}
	return true
}

// trailer ends the group or the interchange with what was read.
func (f *frames) trailer(t codec.Tag, raw *x12.Raw, pos x12.Position) bool {
	if t == codec.GE && f.group != nil {
		return f.endGroup(raw, pos)
	}
	if t == codec.IEA && f.ic != nil && !f.ic.Fragment {
		if !f.endGroup(nil, x12.Position{}) {
			return false
		}
		f.ic = nil
		return f.r.hand(x12.Step{Kind: x12.InterchangeEnd, Position: pos, Trailer: raw})
	}
	return f.r.hand(x12.Step{Kind: x12.SegmentStep, Position: pos, Raw: *raw})
}

func (f *frames) endGroup(raw *x12.Raw, pos x12.Position) bool {
	if f.group == nil {
		return true
	}
	f.group = nil
	return f.r.hand(x12.Step{Kind: x12.GroupEnd, Position: pos, Trailer: raw})
}

// end ends what is open without a trailer.
func (f *frames) end() bool {
	if !f.endGroup(nil, x12.Position{}) {
		return false
	}
	if f.ic == nil {
		return true
	}
	f.ic = nil
	return f.r.hand(x12.Step{Kind: x12.InterchangeEnd})
}
