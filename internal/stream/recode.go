// SPDX-License-Identifier: Apache-2.0

package stream

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// Recoder writes the steps of a stream as they were read: envelopes, control
// numbers and the scale of numbers stay; only the counts of SE, GE and IEA are
// made anew, and missing trailers are added.
type Recoder struct {
	C *codec.Codec

	x     *x12.Writer
	on    func(x12.Issue)
	ic    *x12.Interchange
	group *x12.Group
	set   *x12.Set
	pos   x12.Position
}

// NewRecoder returns a Recoder to dst. onIssue, which may be nil, is told of
// every correction.
func NewRecoder(dst io.Writer, onIssue func(x12.Issue)) *Recoder {
	if j, ok := dst.(*Joined); ok {
		return j.r
	}
	return newRecoder(dst, onIssue)
}

func newRecoder(dst io.Writer, onIssue func(x12.Issue)) *Recoder {
	w := &Recoder{on: onIssue}
	w.x = x12.NewWriter(dst, &x12.WriterOptions{AsRead: true, OnIssue: onIssue})
	w.C = codec.NewWriter(w.x, false)
	return w
}

var errNoRecoder = errors.New("claimwire: the zero RecodeWriter cannot write; make one with NewRecodeWriter")

// Ready returns why an item cannot be written: there is no Recoder, or nothing in
// the item.
func (w *Recoder) Ready(pkg string, something bool) error {
	if w == nil {
		return errNoRecoder
	}
	if !something {
		return errors.New(pkg + ": the item, or what its Kind says it holds, is nil; write what a Reader gave")
	}
	return nil
}

// Write writes a step, which stands in at; what the records of a package hold, it writes by C.
func (w *Recoder) Write(s *x12.Step, at At) error {
	w.pos = x12.Position{Interchange: at.Interchange, Group: at.Group, Set: at.Set}
	groups, sets, segments := w.x.Counts()
	switch s.Kind {
	case x12.InterchangeBegin:
		w.ic = s.Interchange
		return w.x.BeginInterchange(w.ic)
	case x12.InterchangeEnd:
		ic := w.ic
		w.ic = nil
		if ic != nil && !ic.Fragment {
			if err := w.trailer("IEA", groups, ic.Control, s.Trailer); err != nil {
				return err
			}
		}
		return w.x.CloseInterchange()
	case x12.GroupBegin:
		w.group = s.Group
		return w.x.BeginGroup(w.group)
	case x12.GroupEnd:
		control := ""
		if w.group != nil {
			control = w.group.Control
		}
		w.group = nil
		if err := w.trailer("GE", sets, control, s.Trailer); err != nil {
			return err
		}
		return w.x.CloseGroup()
	case x12.SetBegin:
		w.set = s.Set
		return w.x.BeginSet(w.set)
	case x12.SetEnd:
		control := ""
		if w.set != nil {
			control = w.set.Control
		}
		w.set = nil
		if err := w.trailer("SE", segments+1, control, s.Trailer); err != nil {
			return err
		}
		return w.x.CloseSet()
	case x12.SegmentStep:
		return w.x.Raw(s.Raw)
	}
	return fmt.Errorf("an item of unknown kind %d", s.Kind)
}

// trailer writes SE, GE or IEA as it was read but for its count; one that was
// missing is made, except in a fragment, which stays one.
func (w *Recoder) trailer(tag string, count int, control string, read *x12.Raw) error {
	n := strconv.Itoa(count)
	pos := w.pos
	pos.Tag, pos.Element = tag, 1
	if read == nil {
		if w.ic != nil && w.ic.Fragment {
			return nil
		}
		if strings.IndexByte(control, w.x.Delimiters().Segment) >= 0 {
			pos.Element = 2
			return x12.NewIssue(x12.CodeDelimiterInText, pos, control)
		}
		w.issue(x12.CodeTrailerAdded, pos, "")
		return w.x.Raw(x12.Raw{Tag: tag, Elements: append([]x12.RawElement{{{n}}}, w.cut(control)...)})
	}
	if was := read.Element(1); !sameCount(was, n) || !single(read) {
		w.issue(x12.CodeCountCorrected, pos, was)
	} else {
		n = was
	}
	return w.x.Raw(x12.Raw{Tag: tag, Elements: append([]x12.RawElement{{{n}}}, read.Elements[min(1, len(read.Elements)):]...)})
}

// single reports whether the count of a trailer is one value, without repeats or
// further components, which are not written again.
func single(read *x12.Raw) bool {
	return len(read.Elements) == 0 || len(read.Elements[0]) == 1 && len(read.Elements[0][0]) == 1
}

// cut returns what a reader makes of a control number in a trailer. In a damaged
// header it may hold separators; written as they stand, both have the same bytes.
func (w *Recoder) cut(control string) []x12.RawElement {
	d := w.x.Delimiters()
	var out []x12.RawElement
	for _, element := range split(control, d.Element) {
		var e x12.RawElement
		for _, repeat := range split(element, d.Repetition) {
			e = append(e, split(repeat, d.Component))
		}
		out = append(out, e)
	}
	return out
}

// split cuts s at a separator; 0 is none.
func split(s string, sep byte) []string {
	if sep == 0 {
		return []string{s}
	}
	return strings.Split(s, string([]byte{sep}))
}

// sameCount compares numbers written with or without leading zeros.
func sameCount(a, b string) bool {
	for len(a) > 1 && a[0] == '0' {
		a = a[1:]
	}
	return a == b
}

func (w *Recoder) issue(code x12.IssueCode, pos x12.Position, value string) {
	if w.on != nil {
		w.on(x12.NewIssue(code, pos, value))
	}
}

// Close hands what is buffered to the destination.
func (w *Recoder) Close() error {
	if w == nil {
		return errNoRecoder
	}
	return w.x.Flush()
}
