// SPDX-License-Identifier: Apache-2.0

package claimwire

import (
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/x12"
)

var (
	keyHL  = x12.KeyOf("HL")
	keyLX  = x12.KeyOf("LX")
	keyPLB = x12.KeyOf("PLB")
	keyISA = x12.KeyOf("ISA")
	keyGS  = x12.KeyOf("GS")
	keyST  = x12.KeyOf("ST")
	keySE  = x12.KeyOf("SE")
	keyGE  = x12.KeyOf("GE")
	keyIEA = x12.KeyOf("IEA")
)

// layout says how the records of a package stand in a set.
type layout struct {
	record uint32 // the segment that opens a record; 0 when the last of around is one
	line   uint32 // and that opens each of its lines
	lines  string // the list of lines in a record
	cover  uint32 // and, before the lines, each of its covers
	covers string // the list of covers in a record
	around []string
	// level tells of what stands around records that a segment, with this third
	// element, begins one: its index in around; 0 for none. The first is begun by ST.
	level func(key uint32, third string) int
}

// places remembers where the segments of the current record and of those around
// it stand, so that a finding about a field is shown at its segment.
type places struct {
	layout *layout                             // of the set; nil when no package reads it
	place  func(path string) (x12.Place, bool) // of a field of the record at hand
	around [5]markList
	record markList
	level  int // of around that is being filled
	in     bool
	line   int // of the record so far
	cover  int // of the record before its lines so far

	pending mark   // the segment that was read last: it may end the record before it
	third   string // its third element, of an HL

	said [5]map[said]bool // about those around the claim, which several claims share
}

// mark is where a segment stands.
type mark struct {
	key         uint32
	qualifier   qualifier
	loop        string
	line, cover int
	at          x12.Position
}

// qualifier is the first element of a segment, or its first component, as far as
// four bytes.
type qualifier [4]byte

// in reports whether the qualifier is one of the words, "DN|P3".
func (q qualifier) in(words string) bool {
	for word := range strings.SplitSeq(words, "|") {
		var w qualifier
		copy(w[:], word)
		if w == q {
			return true
		}
	}
	return false
}

// said is a finding that was told.
type said struct {
	code    x12.IssueCode
	at      int64
	element int
	tag     string
}

// next takes the segment before into account, and remembers this one.
func (p *places) next(at x12.Position, loop string, key uint32, q qualifier, third string) {
	m := p.pending
	switch l := p.layout; {
	case m.key == keyST:
		p.begin(0)
	case l == nil:
	case m.key == 0:
	case m.key == l.record:
		p.in, p.line, p.cover = true, 0, 0
		p.record.reset()
	case m.key == l.line && (p.in || l.record == 0):
		p.line++
	case m.key == l.cover && p.in && p.line == 0:
		p.cover++
	default:
		if level := l.level(m.key, p.third); level > 0 {
			p.begin(level)
		}
	}
	m.line, m.cover = p.line, p.cover
	if m.line > 0 {
		m.cover = 0
	}
	into := &p.around[p.level]
	if p.in {
		into = &p.record
	}
	if m.key != 0 {
		into.add(m)
	}
	p.pending, p.third = mark{key: key, qualifier: q, loop: loop, at: at}, third
}

// begin forgets a level and those below it.
func (p *places) begin(level int) {
	p.in, p.level, p.line, p.cover = false, level, 0, 0
	for i := level; i < len(p.around); i++ {
		p.around[i].reset()
		p.said[i] = nil
	}
}

// opens reports whether the segment that was read last opens a record.
func (p *places) opens() bool {
	return p.layout != nil && p.pending.key != 0 && p.pending.key == p.layout.record
}

// find returns the place of a finding about a record that begins at first, or
// about what stands around it. again tells that another record of the same
// surroundings had the same finding.
func (p *places) find(i x12.Issue, first x12.Position) (pos x12.Position, again bool) {
	marks, part, around, at := &p.record, markPart{}, false, 0
	if p.layout.record == 0 {
		marks = &p.around[p.level]
	}
	name, _, _ := strings.Cut(i.Path, ".")
	list, _, _ := strings.Cut(name, "[")
	switch {
	case name == list:
		for level, n := range p.layout.around {
			if n == name {
				marks, part, around, at = &p.around[level], everywhere, true, level
			}
		}
	case list == p.layout.lines:
		part.line = 1 + index(name)
	case list == p.layout.covers:
		part.cover = 1 + index(name)
	}
	q, nth := markQuery{part: part, key: x12.KeyOf(i.Tag), loop: i.Loop}, 0
	if p.place != nil {
		if at, ok := p.place(i.Path); ok && at.Tag == i.Tag {
			if nth = at.Nth; at.QualElement == 1 {
				q.qualifiers = at.Qualifiers
			}
		}
	}
	pos, ok := marks.find(q, nth)
	if !ok {
		pos = first
	}
	pos.Tag, pos.Loop, pos.Element, pos.Component, pos.Repeat = i.Tag, i.Loop, i.Element, i.Component, i.Repeat
	if !around {
		return pos, false
	}
	if p.said[at] == nil {
		p.said[at] = map[said]bool{}
	}
	s := said{i.Code, pos.Offset, i.Element, i.Tag}
	again = p.said[at][s]
	p.said[at][s] = true
	return pos, again
}

// index is the number in "lines[2]".
func index(s string) int {
	_, s, _ = strings.Cut(s, "[")
	n, _ := strconv.Atoi(strings.TrimSuffix(s, "]"))
	return n
}

// controls knows the control numbers of the current interchange, group and set,
// and of those just before: a finding may come with the segment after its own.
type controls struct {
	now, before [3]control // interchange, group, set
}

type control struct {
	at    [3]int // ordinals
	value string
}

// see takes a header.
func (c *controls) see(s *x12.Segment) {
	switch s.Key() {
	case keyISA:
		c.set(0, s.Position(), s.Text(13))
	case keyGS:
		c.set(1, s.Position(), s.Text(6))
	case keyST:
		c.set(2, s.Position(), s.Text(2))
	}
}

func (c *controls) set(level int, p x12.Position, value string) {
	c.before[level] = c.now[level]
	c.now[level] = control{ordinals(level, p), strings.TrimSpace(value)}
}

func ordinals(level int, p x12.Position) [3]int {
	at := [3]int{p.Interchange, p.Group, p.Set}
	for i := level + 1; i < len(at); i++ {
		at[i] = 0
	}
	return at
}

// of returns the control numbers of a place.
func (c *controls) of(p x12.Position) [3]string {
	var out [3]string
	for level := range out {
		if [3]int{p.Interchange, p.Group, p.Set}[level] == 0 {
			continue
		}
		at := ordinals(level, p)
		if c.now[level].at == at {
			out[level] = c.now[level].value
		} else if c.before[level].at == at {
			out[level] = c.before[level].value
		}
	}
	return out
}
