package x12

import (
	"fmt"
	"strings"
)

// BeginInterchange writes the ISA. Delimiters and line break of ic are taken
// when set; elements shorter than their width are padded unless AsRead is set.
// A fragment writes nothing.
func (w *Writer) BeginInterchange(ic *Interchange) error {
	if w.ic != nil {
		return fmt.Errorf("x12: an interchange is open; end it before the next")
	}
	d := ic.Delimiters
	if d == (Delimiters{}) {
		d = w.d
	}
	lb := w.o.LineBreak
	if ic.LineBreak != "" || w.o.AsRead {
		lb = ic.LineBreak
	}
	w.shape(d, lb)
	w.ic, w.groups, w.sets = ic, 0, 0
	w.pos = Position{Interchange: w.pos.Interchange + 1}
	if ic.Fragment {
		return w.err
	}
	w.mark = len(w.buf)
	w.buf = append(w.buf, "ISA"...)
	for i, p := range ic.Elements() {
		s := *p
		switch {
		case i == 10 && !w.o.AsRead:
			s = isa11(ic, d)
		case i == 15:
			s = string(d.Component)
		}
		if !w.o.AsRead {
			var ok bool
			if s, ok = w.pad(i, s); !ok {
				w.buf, w.ic = w.buf[:w.mark], nil
				return NewIssue(CodeISAWidth, w.pos.tagged("ISA").At(i+1, 0), s)
			}
		}
		w.buf = append(append(w.buf, d.Element), s...)
	}
	w.buf = append(append(w.buf, d.Segment), w.lb...)
	return w.err
}

func (p Position) tagged(tag string) Position { p.Tag = tag; return p }

// isa11 is the repetition separator, or the standards id of versions that have none.
func isa11(ic *Interchange, d Delimiters) string {
	if d.Repetition != 0 && (ic.Version == "" || ic.Version >= "00402") {
		return string(d.Repetition)
	}
	if ic.RepetitionSeparator != "" {
		return ic.RepetitionSeparator
	}
	return "U"
}

// pad brings ISA element i (from 0) to its width.
func (w *Writer) pad(i int, s string) (string, bool) {
	short := isaWidths[i] - len(s)
	if short < 0 || (i < 10 && strings.ContainsAny(s, w.d.String())) {
		return s, false
	}
	if i == 12 {
		return strings.Repeat("0", short) + s, true
	}
	return s + strings.Repeat(" ", short), true
}

// BeginGroup writes the GS.
func (w *Writer) BeginGroup(g *Group) error {
	w.group, w.sets = g, 0
	w.groups++
	w.pos.Group, w.pos.Set = w.groups, 0
	w.Begin("GS")
	for i, p := range g.Elements() {
		w.Text(i+1, 1, *p)
	}
	for i, s := range g.Extra {
		w.Text(9+i, 1, s)
	}
	return w.End()
}

// BeginSet writes the ST.
func (w *Writer) BeginSet(s *Set) error {
	w.set, w.counted = s, 0
	w.sets++
	w.pos.Set = w.sets
	w.Begin("ST")
	w.Text(1, 1, s.ID)
	w.Text(2, 1, s.Control)
	w.Text(3, 1, s.Convention)
	for i, x := range s.Extra {
		w.Text(4+i, 1, x)
	}
	return w.End()
}

// EndSet writes the SE with its count.
func (w *Writer) EndSet() error {
	s := w.set
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
	w.Begin("GE")
	w.Int(1, 1, w.sets)
	w.Text(2, 1, g.Control)
	w.group = nil
	return w.End()
}

// EndInterchange writes the IEA with its count and flushes.
func (w *Writer) EndInterchange() error {
	ic := w.ic
	w.ic = nil
	if !ic.Fragment {
		w.Begin("IEA")
		w.Int(1, 1, w.groups)
		control := ic.Control
		if !w.o.AsRead {
			control, _ = w.pad(12, control)
		}
		w.Text(2, 1, control)
		if err := w.End(); err != nil {
			return err
		}
	}
	return w.Flush()
}

// Counts returns how many groups the interchange, sets the group and segments
// the set have so far.
func (w *Writer) Counts() (groups, sets, segments int) { return w.groups, w.sets, w.counted }
