// SPDX-License-Identifier: Apache-2.0

package x12

import "bytes"

// isaFixed are the places of the element separator in an ISA of right widths.
var isaFixed = [16]int{3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103}

// maxISA is how far the header may reach when its widths are wrong.
const maxISA = 512

// isaAt reports whether an ISA header may begin at b: the letters and a separator.
func isaAt(b []byte) bool {
	return len(b) >= 4 && b[0] == 'I' && b[1] == 'S' && b[2] == 'A' && !isAlnum(b[3]) && !isBlank(b[3]) && b[3] != 0
}

// isaLayout finds the 16 separators of the header that begins at b: at their
// fixed places, or, when widths are wrong, by looking for them.
func isaLayout(b []byte) (seps [16]int, ok bool) {
	if len(b) < 8 || !isaAt(b) {
		return seps, false
	}
	sep := b[3]
	fixed := len(b) > 105
	for _, p := range isaFixed {
		fixed = fixed && b[p] == sep
	}
	if fixed {
		return isaFixed, true
	}
	at := 3
	for i := range seps {
		if seps[i] = at; i == 15 {
			break
		}
		next := bytes.IndexByte(b[at+1:], sep)
		if next < 0 || at+1+next > maxISA {
			return seps, false
		}
		at += 1 + next
	}
	return seps, true
}

// isaSound reports whether the header that begins at b has 16 elements and a
// possible terminator.
func isaSound(b []byte) bool {
	seps, ok := isaLayout(b)
	last := seps[15]
	if !ok || last+2 >= len(b) {
		return false
	}
	t := b[last+2]
	return t != b[3] && !isAlnum(t) && t != ' '
}

// header reads an ISA that stands at the start of the window, sets the
// delimiters and reports what is wrong with it. It returns the length of the
// segment without its terminator.
func (r *Reader) header() (int, error) {
	b := r.buf[r.start:r.end]
	seps, ok := isaLayout(b)
	last := seps[15]
	if !ok || last+2 >= len(b) {
		return 0, r.syntax(CodeBadISA, "the ISA has fewer than 16 elements or no terminator; write it at its fixed width of 106 bytes")
	}
	d := Delimiters{Element: b[3], Component: b[last+1], Segment: b[last+2]}
	if d.Segment == d.Element || isAlnum(d.Segment) || d.Segment == ' ' {
		return 0, r.syntax(CodeBadISA, "no segment terminator follows ISA16; write ISA16 as one byte and the terminator after it")
	}
	if !r.o.Unwrap {
		sample, err := r.sample()
		if err != nil {
			return 0, err
		}
		if wrapped(sample, d) {
			return 0, r.syntax(CodeWrappedFile, NewIssue(CodeWrappedFile, Position{}, "").Detail)
		}
		b = r.buf[r.start:r.end]
	}
	ic := &Interchange{}
	for i, p := range ic.Elements() {
		end := last + 2
		if i < 15 {
			end = seps[i+1]
		}
		*p = string(b[seps[i]+1 : end])
	}
	r.ic, r.delims = ic, d
	pos := Position{Offset: r.isaAt, Interchange: r.nIC, Tag: "ISA"}
	for i, p := range ic.Elements() {
		if len(*p) != isaWidths[i] {
			r.report(CodeISAWidth, pos.At(i+1, 0), *p)
		}
	}
	r.repetition(pos)
	ic.Delimiters = r.delims
	return last + 2, nil
}

// repetition decides whether ISA11 is a delimiter.
func (r *Reader) repetition(pos Position) {
	d, ic := &r.delims, r.ic
	if d.Component == d.Element || d.Component == d.Segment || isAlnum(d.Component) || d.Component == ' ' {
		r.report(CodeDelimiter, pos.At(16, 0), ic.ComponentSeparator)
	}
	if ic.Version < "00402" || len(ic.RepetitionSeparator) == 0 {
		return
	}
	switch c := ic.RepetitionSeparator[0]; {
	case isAlnum(c) || c == ' ':
		r.report(CodeRepetitionSeparator, pos.At(11, 0), ic.RepetitionSeparator)
	case c == d.Element || c == d.Component || c == d.Segment:
		r.report(CodeDelimiter, pos.At(11, 0), ic.RepetitionSeparator)
	default:
		d.Repetition = c
	}
}
