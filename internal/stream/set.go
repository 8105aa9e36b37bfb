// SPDX-License-Identifier: Apache-2.0

package stream

import (
	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// set reads one transaction set, from its ST to its SE or to what shows that
// the SE is missing.
func (r *Reader) set() bool {
	set, group := r.X.Set(), r.X.Group()
	r.at.Set++
	openers := r.h.Openers(set, group)
	if openers != nil || r.shared == nil {
		return r.read(set, openers)
	}
	for _, o := range r.shared.running[1:] {
		if openers := o.h.Openers(set, group); openers != nil {
			o.at = r.at
			return o.read(set, openers)
		}
	}
	return r.read(set, nil)
}

// read reads a set that the package has the openers of, or segment by segment.
func (r *Reader) read(set *x12.Set, openers []codec.Opener) bool {
	r.typed = openers != nil
	r.step = x12.Step{Kind: x12.SetBegin, Position: r.C.Segment().Position(), Set: set, Typed: r.typed}
	if !r.typed {
		r.C.Limit(0)
		if !r.h.Step(&r.step) {
			return false
		}
		r.C.Next()
		for r.C.Tag() != 0 && !codec.IsEnvelope(r.C.Tag()) {
			if !r.segment() {
				return false
			}
		}
		return r.endSet()
	}
	r.C.Next()
	end := r.C.Around(openers...)
	defer end()
	if !r.h.Head(&r.step) {
		return false
	}
	for r.C.Tag() != 0 && !codec.IsEnvelope(r.C.Tag()) {
		opens, goOn := r.h.Record()
		if !opens {
			goOn = r.h.Flush() && r.segment()
		}
		if !goOn {
			return false
		}
	}
	return r.h.Flush() && r.endSet()
}

// renewAfter is how far apart values may stand in the stream that share memory.
const renewAfter = 1 << 20

// Enter makes memory for a level; what was made for it and those after it goes.
func (r *Reader) Enter(level int) {
	for _, l := range r.lives[level:] {
		l.Reset()
	}
	if at := r.X.Offset(); !r.o.Reuse && at-r.renewed > renewAfter {
		r.renewed = at
		r.lives[0].Renew()
	}
	r.C.SetLife(r.lives[level])
	r.C.Limit(r.o.MaxRecord)
}

// segment hands the current segment out as it is.
func (r *Reader) segment() bool {
	s := r.C.Segment()
	step := x12.Step{Kind: x12.SegmentStep, Position: s.Position(), Raw: s.Raw()}
	if r.typed {
		r.Report(x12.NewIssue(x12.CodeNotHeld, step.Position, ""))
	}
	r.C.Limit(0)
	r.C.Next()
	return r.hand(step)
}

// endSet ends the set with its SE, or without one.
func (r *Reader) endSet() bool {
	step := x12.Step{Kind: x12.SetEnd}
	r.C.Limit(0)
	if r.C.Tag() == codec.SE {
		raw := r.C.Segment().Raw()
		step.Position, step.Trailer = r.C.Segment().Position(), &raw
		r.C.Next()
	}
	return r.hand(step)
}
