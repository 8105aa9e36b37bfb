package main

import (
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/x12"
)

var (
	keyHL  = x12.KeyOf("HL")
	keyCLM = x12.KeyOf("CLM")
	keyLX  = x12.KeyOf("LX")
	keySBR = x12.KeyOf("SBR")
	keyISA = x12.KeyOf("ISA")
	keyGS  = x12.KeyOf("GS")
	keyST  = x12.KeyOf("ST")
	keySE  = x12.KeyOf("SE")
	keyGE  = x12.KeyOf("GE")
	keyIEA = x12.KeyOf("IEA")
)

// places remembers where the segments of the current claim and of those around
// it stand, so that a finding about a field is shown at its segment.
type places struct {
	around [4][]mark // of the set's header, billing provider, subscriber, patient
	claim  []mark
	level  int // of around that is being filled
	in     bool
	line   int // LX of the claim so far
	cover  int // SBR of the claim before its lines so far

	pending mark // the segment that was read last: it may end the claim before it
	hl      string

	said map[said]bool // about those around the claim, which several claims share
}

// mark is where a segment stands.
type mark struct {
	key         uint32
	loop        string
	line, cover int
	at          x12.Position
}

// said is a finding that was told.
type said struct {
	code    x12.IssueCode
	at      int64
	element int
	tag     string
}

// maxMarks is how many segments of a claim are remembered.
const maxMarks = 5000

// next takes the segment before into account, and remembers this one.
func (p *places) next(at x12.Position, loop string, key uint32, hl string) {
	m := p.pending
	switch {
	case m.key == keyST:
		p.begin(0)
	case m.key == keyHL:
		level := map[string]int{"20": 1, "22": 2, "23": 3}[p.hl]
		if level > 0 {
			p.begin(level)
		}
	case m.key == keyCLM:
		p.in, p.line, p.cover, p.claim = true, 0, 0, p.claim[:0]
	case m.key == keyLX && p.in:
		p.line++
	case m.key == keySBR && p.in && p.line == 0:
		p.cover++
	}
	m.line, m.cover = p.line, p.cover
	if m.line > 0 {
		m.cover = 0
	}
	into := &p.around[p.level]
	if p.in {
		into = &p.claim
	}
	if m.key != 0 && len(*into) < maxMarks {
		*into = append(*into, m)
	}
	p.pending, p.hl = mark{key: key, loop: loop, at: at}, hl
}

// begin forgets a level and those below it.
func (p *places) begin(level int) {
	p.in, p.level, p.line, p.cover = false, level, 0, 0
	for i := level; i < len(p.around); i++ {
		p.around[i] = p.around[i][:0]
	}
	clear(p.said)
}

// pendingClaim tells whether the segment that was read last opens a claim.
func (p *places) pendingClaim() bool { return p.pending.key == keyCLM }

// find returns the place of a finding about a claim that begins at clm. again
// tells that another claim of the same subscriber had the same finding.
func (p *places) find(i x12.Issue, clm x12.Position) (pos x12.Position, again bool) {
	marks, line, cover, around := p.claim, 0, 0, false
	first, _, _ := strings.Cut(i.Path, ".")
	switch {
	case strings.HasPrefix(first, "lines["):
		line = 1 + index(first)
	case strings.HasPrefix(first, "otherCoverage["):
		cover = 1 + index(first)
	default:
		for level, name := range [...]string{"submission", "billingProvider", "subscriber", "patient"} {
			if first == name {
				marks, around = p.around[level], true
			}
		}
	}
	pos = clm
	if around && len(marks) > 0 {
		pos = marks[0].at
	}
	key, best := x12.KeyOf(i.Tag), 0
	for _, m := range marks {
		score := 1 // it opens the line or the coverage, or the claim
		switch {
		case !around && (m.line != line || m.cover != cover):
			continue
		case m.key == key && m.loop == i.Loop:
			score = 3
		case m.key == key && m.loop == "":
			score = 2
		}
		if score > best {
			best, pos = score, m.at
		}
	}
	pos.Tag, pos.Loop, pos.Element, pos.Component, pos.Repeat = i.Tag, i.Loop, i.Element, i.Component, i.Repeat
	if !around {
		return pos, false
	}
	if p.said == nil {
		p.said = map[said]bool{}
	}
	s := said{i.Code, pos.Offset, i.Element, i.Tag}
	again = p.said[s]
	p.said[s] = true
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
