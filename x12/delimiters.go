// SPDX-License-Identifier: Apache-2.0

package x12

// Delimiters are the four bytes that give an interchange its shape. They are
// read from the ISA: its 4th byte, ISA11, ISA16 and the byte after ISA16.
type Delimiters struct {
	Element    byte // between elements, usually '*'
	Component  byte // ISA16, between the components of a composite, usually ':'
	Repetition byte // ISA11 from version 00402 on, usually '^'; 0 where the interchange has none
	Segment    byte // ends a segment, usually '~'
}

// DefaultDelimiters returns * : ^ ~, the usual set.
func DefaultDelimiters() Delimiters {
	return Delimiters{Element: '*', Component: ':', Repetition: '^', Segment: '~'}
}

// ParseDelimiters reads the four characters in the order element, component,
// repetition, segment, as in "*:^~". A blank in third place means none.
func ParseDelimiters(s string) (Delimiters, bool) {
	if len(s) != 4 {
		return Delimiters{}, false
	}
	d := Delimiters{s[0], s[1], s[2], s[3]}
	if d.Repetition == ' ' {
		d.Repetition = 0
	}
	return d, d.Valid()
}

// Valid reports whether the delimiters are pairwise different and none of them
// is a letter, a digit or a blank; only the segment terminator may be a line break.
func (d Delimiters) Valid() bool {
	all := [4]byte{d.Element, d.Component, d.Repetition, d.Segment}
	for i, b := range all {
		if b == 0 && i == 2 {
			continue
		}
		if b == 0 || b == ' ' || isAlnum(b) || (i != 3 && isBlank(b)) {
			return false
		}
		for _, o := range all[:i] {
			if o == b {
				return false
			}
		}
	}
	return true
}

// String returns the four characters in the order that ParseDelimiters reads.
func (d Delimiters) String() string {
	b := []byte{d.Element, d.Component, d.Repetition, d.Segment}
	if d.Repetition == 0 {
		b[2] = ' '
	}
	return string(b)
}

// Has reports whether b is one of the delimiters.
func (d Delimiters) Has(b byte) bool {
	return b == d.Element || b == d.Component || b == d.Segment || (b == d.Repetition && b != 0)
}

func isAlnum(b byte) bool { return isDigit(b) || isLetter(b) }
func isDigit(b byte) bool { return b-'0' < 10 }
func isLetter(b byte) bool {
	return b-'A' < 26 || b-'a' < 26
}
