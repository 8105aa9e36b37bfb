// SPDX-License-Identifier: Apache-2.0

package x12

import "strings"

// BeginInterchange writes the ISA. Delimiters and line break of ic are taken
// when set; elements shorter than their width are padded unless AsRead is set.
// A fragment writes nothing. An ISA that cannot be written is an Issue as error,
// and nothing of it is written.
func (w *Writer) BeginInterchange(ic *Interchange) error {
	if w.w == nil {
		return w.unready()
	}
	if w.ic != nil || ic == nil {
		return w.disorder("ISA")
	}
	d := ic.Delimiters
	if d == (Delimiters{}) {
		d = w.d
	}
	lb := w.o.LineBreak
	if ic.LineBreak != "" || w.o.AsRead {
		lb = ic.LineBreak
	}
	sound := d.Element != d.Segment && d.Element != 0 && d.Segment != 0
	if !w.o.AsRead {
		if !hasRepetition(ic.Version) {
			d.Repetition = 0
		}
		sound = d.Valid()
	}
	if !sound {
		return w.refused(NewIssue(CodeDelimiter, Position{Interchange: w.pos.Interchange + 1, Tag: "ISA"}, ""))
	}
	w.shape(d, lb)
	w.groups, w.sets, w.counted = 0, 0, 0
	w.group, w.set = nil, nil
	w.pos = Position{Interchange: w.pos.Interchange + 1}
	if !ic.Fragment {
		if err := w.isa(ic); err != nil {
			return err
		}
	}
	w.ic = ic
	return w.err
}

// isa writes the header.
func (w *Writer) isa(ic *Interchange) error {
	w.mark = len(w.buf)
	w.buf = append(w.buf, "ISA"...)
	fixed := true
	for i, p := range ic.Elements() {
		fixed = fixed && len(*p) == isaWidths[i]
	}
	for i, p := range ic.Elements() {
		s := *p
		switch {
		case i == 15:
			s = string([]byte{w.d.Component})
		case w.o.AsRead:
		case i == 10:
			s = w.isa11(ic)
		default:
			s = pad(i, s)
		}
		if code, ok := w.isaElement(i, s, fixed); !ok {
			w.buf = w.buf[:w.mark]
			pos := w.place(i+1, 0)
			pos.Segment, pos.Tag = 0, "ISA"
			return w.refused(NewIssue(code, pos, s))
		}
		w.buf = append(append(w.buf, w.d.Element), s...)
	}
	w.buf = append(append(w.buf, w.d.Segment), w.lb...)
	if w.err != nil {
		w.buf = w.buf[:w.mark]
	}
	return w.err
}

// isaElement reports whether ISA element i (from 0) can be written. As read, all
// that matters is that it can be read again: at fixed widths, whatever it holds.
func (w *Writer) isaElement(i int, s string, fixed bool) (IssueCode, bool) {
	if w.o.AsRead {
		return CodeDelimiterInText, fixed || i == 15 || strings.IndexByte(s, w.d.Element) < 0
	}
	if len(s) != isaWidths[i] {
		return CodeISAWidth, false
	}
	if i == 10 || i == 15 {
		return "", true
	}
	for k := 0; k < len(s); k++ {
		switch w.class[s[k]] {
		case classDelimiter:
			return CodeDelimiterInText, false
		case classLower, classForeign:
			return CodeCharacterSet, false
		}
	}
	return "", true
}

// hasRepetition reports whether ISA11 is the repetition separator in a version.
func hasRepetition(version string) bool { return version == "" || version >= "00402" }

// isa11 is the repetition separator, or the standards id of versions that have none.
func (w *Writer) isa11(ic *Interchange) string {
	switch {
	case w.d.Repetition != 0:
		return string([]byte{w.d.Repetition})
	case ic.RepetitionSeparator != "":
		return ic.RepetitionSeparator
	}
	return "U"
}

// pad brings ISA element i (from 0) to its width, when it is shorter.
func pad(i int, s string) string {
	short := isaWidths[i] - len(s)
	switch {
	case short <= 0:
		return s
	case i == 12:
		return strings.Repeat("0", short) + s
	}
	return s + strings.Repeat(" ", short)
}

// BeginGroup writes the GS.
func (w *Writer) BeginGroup(g *Group) error {
	if g == nil {
		return w.disorder("GS")
	}
	before := w.at()
	w.group, w.set, w.sets, w.counted = g, nil, 0, 0
	w.groups++
	w.pos.Group, w.pos.Set = w.groups, 0
	w.Begin("GS")
	for i, p := range g.Elements() {
		w.element(i+1, *p)
	}
	for i, s := range g.Extra {
		w.element(9+i, s)
	}
	return w.endHeader(before)
}

// BeginSet writes the ST.
func (w *Writer) BeginSet(s *Set) error {
	if s == nil {
		return w.disorder("ST")
	}
	before := w.at()
	w.set, w.counted = s, 0
	w.sets++
	w.pos.Set = w.sets
	w.Begin("ST")
	w.element(1, s.ID)
	w.element(2, s.Control)
	w.element(3, s.Convention)
	for i, x := range s.Extra {
		w.element(4+i, x)
	}
	return w.endHeader(before)
}

// element writes a whole element of a header. As read, it may hold separators of
// components and repetitions, for it was not taken apart.
func (w *Writer) element(e int, s string) {
	if !w.o.AsRead || s == "" || strings.IndexByte(s, w.d.Element) >= 0 || strings.IndexByte(s, w.d.Segment) >= 0 {
		w.Text(e, 1, s)
		return
	}
	w.to(e, 1)
	w.buf = append(w.buf, s...)
}

// endHeader ends a GS or ST; one that was refused does not count.
func (w *Writer) endHeader(before Mark) error {
	err := w.End()
	if w.textErr != nil {
		w.Rollback(before)
	}
	return err
}

// EndSet writes the SE with its count.
func (w *Writer) EndSet() error {
	s := w.set
	if s == nil {
		return w.disorder("SE")
	}
	w.Begin("SE")
	w.Int(1, 1, w.counted+1)
	w.Text(2, 1, s.Control)
	err := w.End()
	w.set, w.counted = nil, 0
	return err
}

// EndGroup writes the GE with its count.
func (w *Writer) EndGroup() error {
	g := w.group
	if g == nil {
		return w.disorder("GE")
	}
	w.Begin("GE")
	w.Int(1, 1, w.sets)
	w.Text(2, 1, g.Control)
	w.group, w.set = nil, nil
	return w.End()
}

// EndInterchange writes the IEA with its count and flushes.
func (w *Writer) EndInterchange() error {
	ic := w.ic
	if ic == nil {
		return w.disorder("IEA")
	}
	w.ic, w.group, w.set = nil, nil, nil
	if !ic.Fragment {
		w.Begin("IEA")
		w.Int(1, 1, w.groups)
		control := ic.Control
		if !w.o.AsRead {
			control = pad(12, control)
		}
		w.Text(2, 1, control)
		if err := w.End(); err != nil {
			return err
		}
	}
	return w.Flush()
}

// CloseSet ends the set without writing an SE.
func (w *Writer) CloseSet() error {
	w.set, w.counted = nil, 0
	return w.err
}

// CloseGroup ends the group without writing a GE.
func (w *Writer) CloseGroup() error {
	w.group, w.set = nil, nil
	return w.err
}

// CloseInterchange ends the interchange without writing an IEA, and flushes.
func (w *Writer) CloseInterchange() error {
	w.ic, w.group, w.set = nil, nil, nil
	return w.Flush()
}

// Counts returns how many groups the interchange, sets the group and segments
// the set have so far.
func (w *Writer) Counts() (groups, sets, segments int) { return w.groups, w.sets, w.counted }

// disorder refuses a header or trailer that has no place here.
func (w *Writer) disorder(tag string) error {
	pos := w.pos
	pos.Offset, pos.Tag = w.Written(), tag
	return w.refused(NewIssue(CodeEnvelopeOrder, pos, ""))
}

// refused tells OnIssue and returns the finding as error.
func (w *Writer) refused(i Issue) error {
	if w.o.OnIssue != nil {
		w.o.OnIssue(i)
	}
	return i
}
