// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"bufio"
	"io"
)

// Indent copies a stream with one segment a line, each after as many copies of
// indent as loops stand around it; with an empty indent, every line begins at its
// segment. Envelopes, and sets whose guide is not known, are not indented. The
// bytes of each segment stay as they are; only what stands between segments
// changes. Nil options are the defaults. The error is the reader's, whose beginning
// has been copied by then, or that of dst.
func Indent(dst io.Writer, src io.Reader, indent string, o *ReaderOptions) error {
	return reformat(dst, NewReader(src, o), indent, "\n")
}

// Compact copies a stream without what stands between its segments: on one line,
// unless the segment terminator is a line break. Options and errors are those of
// Indent.
func Compact(dst io.Writer, src io.Reader, o *ReaderOptions) error {
	return reformat(dst, NewReader(src, o), "", "")
}

// reformat writes the segments of r with a line break after each.
func reformat(dst io.Writer, r *Reader, indent, lineBreak string) error {
	if dst == nil {
		return errNoDestination
	}
	w := bufio.NewWriterSize(dst, 64<<10)
	err := reformatTo(w, r, indent, lineBreak)
	if ferr := w.Flush(); err == nil {
		err = ferr
	}
	return err
}

func reformatTo(w *bufio.Writer, r *Reader, indent, lineBreak string) error {
	var validator *Validator
	if indent != "" {
		validator = NewValidator(func(Issue) {})
	}
	ic := r.Interchange()
	tail, between := "", lineBreak // tail: the rest of a terminator of several bytes
	for s, err := range r.Segments() {
		if err != nil {
			return err
		}
		if now := r.Interchange(); now != nil && now != ic {
			ic, tail, between = now, "", lineBreak
			for lb := now.LineBreak; lb != "" && lb[0] >= 0x80; lb = lb[1:] {
				tail += lb[:1]
			}
			if now.Delimiters.Segment == '\n' {
				between = ""
			}
		}
		if validator != nil {
			validator.Segment(s)
			for range depth(s, validator) {
				w.WriteString(indent)
			}
		}
		w.Write(s.Data())
		w.WriteByte(s.Delimiters().Segment)
		w.WriteString(tail)
		if _, err := w.WriteString(between); err != nil {
			return err
		}
	}
	return nil
}

// depth returns how many loops stand around a segment of a set.
func depth(s *Segment, validator *Validator) int {
	switch s.Tag() {
	case "ISA", "IEA", "GS", "GE", "ST", "SE", "TA1":
		return 0
	}
	_, n, _ := validator.Place()
	return n
}
