// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"strconv"
	"strings"
)

// Position is a place in a stream of X12. Ordinals count from 1 within their
// parent; 0 means "not inside one" or "not applicable".
type Position struct {
	Offset      int64  // bytes before the segment, from the start of the stream
	Interchange int    // which ISA of the stream
	Group       int    // which GS of the interchange
	Set         int    // which ST of the group
	Segment     int    // ST = 1, as a 999 counts; 0 for ISA, GS, GE, IEA and TA1
	Tag         string // segment id; of a missing segment, the id that is missing
	Loop        string // bare loop id, "2010AA"
	Element     int    // element of the segment
	Component   int    // component of the element
	Repeat      int    // repetition of the element
}

// String returns the place as a person looks for it: "segment 12 (2010AA NM109)".
// It holds no data of the file.
func (p Position) String() string {
	var b strings.Builder
	if p.Segment > 0 {
		b.WriteString("segment ")
		b.WriteString(strconv.Itoa(p.Segment))
	} else {
		b.WriteString("byte ")
		b.WriteString(strconv.FormatInt(p.Offset, 10))
	}
	if p.Tag == "" {
		return b.String()
	}
	b.WriteString(" (")
	if p.Loop != "" {
		b.WriteString(p.Loop)
		b.WriteByte(' ')
	}
	b.WriteString(p.Tag)
	if p.Element > 0 {
		if p.Element < 10 {
			b.WriteByte('0')
		}
		b.WriteString(strconv.Itoa(p.Element))
		if p.Component > 0 {
			b.WriteByte('-')
			b.WriteString(strconv.Itoa(p.Component))
		}
		if p.Repeat > 1 {
			b.WriteString(" repeat ")
			b.WriteString(strconv.Itoa(p.Repeat))
		}
	}
	b.WriteByte(')')
	return b.String()
}

// At returns the position moved to an element and component of its segment.
func (p Position) At(element, component int) Position {
	p.Element, p.Component = element, component
	return p
}
