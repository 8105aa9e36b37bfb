// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"fmt"
	"sync"
)

// plan is a Guide made ready for walking: every loop of every place has a number
// of its own, and from each loop the places that a tag may lead to are listed,
// innermost first.
type plan struct {
	guide *Guide
	tags  tagTable
	names []string // tag by number
	opens []bool   // by tag number: the tag opens a loop somewhere
	nodes []planNode
	loops []planLoop
	cands []planCand
	spans []span32 // of cands, by loop*len(names)+tag
}

// span32 is a run of candidates; qe and qc are the element and component that
// tell them apart, or mixed is set when they differ.
type span32 struct {
	from, to uint32
	qe, qc   uint8
	mixed    bool
}

// planNode is one child of one loop at one place.
type planNode struct {
	use    *useRule
	owner  int16 // loop that it is a child of
	loop   int16 // loop that it opens; -1 for a segment
	tag    uint16
	max    uint16 // 0 = no limit
	pos    int32
	before uint64 // required siblings at smaller positions, as bits of planLoop.required
	bit    uint64 // its own bit; 0 when it is not required
}

// planLoop is one loop at one place.
type planLoop struct {
	id, name    string
	parent      int16 // -1 for the root
	node        int16 // its node in parent; -1 for the root
	first, last int16 // its nodes; first is the opener, last is exclusive
	depth       int16
	required    uint64
	byBit       []int16 // node by bit
	hl          int8    // depth among HL loops, from 1; 0 when HL does not open it
	numbered    bool    // LX opens it and counts 1, 2, 3 in the parent
	// A loop that the level below requires, and that stands here when there is
	// no level below (the claim under subscriber or patient); -1 = none.
	floating, below int16
	// LS and LE among its children, around the loops between them; 0 = none.
	header, trailer int16
}

// planCand is one place that a tag may lead to.
type planCand struct {
	qual  uint64 // packed qualifier; 0 = the tag alone decides
	pos   int32
	node  int16
	owner int16
	max   uint16
}

// plans are made once per guide.
var plans sync.Map // *Guide -> func() (*plan, error)

func planOf(g *Guide) (*plan, error) {
	once := sync.OnceValues(func() (*plan, error) { return compile(g) })
	f, _ := plans.LoadOrStore(g, once)
	return f.(func() (*plan, error))()
}

const (
	maxNodes  = 1 << 14
	maxLevels = 8
)

type planner struct {
	*plan
	rules  map[*SegmentUse]*useRule
	number map[uint32]uint16
}

func compile(g *Guide) (*plan, error) {
	p := &planner{plan: &plan{guide: g}, rules: map[*SegmentUse]*useRule{}, number: map[uint32]uint16{}}
	if err := p.loop(g.Root, -1, -1); err != nil {
		return nil, fmt.Errorf("x12: guide %s: %w", g.ID, err)
	}
	p.tags.build(p.number)
	p.opens = make([]bool, len(p.names))
	for i := range p.nodes {
		if p.nodes[i].loop >= 0 {
			p.opens[p.nodes[i].tag] = true
		}
	}
	p.candidates()
	return p.plan, nil
}

// loop numbers a loop and everything below it.
func (p *planner) loop(l *Loop, parent, node int16) error {
	if len(l.Children) == 0 || l.Children[0].Use == nil {
		return fmt.Errorf("loop %s has no opening segment", l.ID)
	}
	self := len(p.loops)
	if self >= maxNodes || len(p.nodes)+len(l.Children) >= maxNodes {
		return fmt.Errorf("the guide is too large")
	}
	pl := planLoop{id: l.ID, name: l.Name, parent: parent, node: node, first: int16(len(p.nodes)), floating: -1, below: -1}
	opener := l.Opener()
	for up := parent; up >= 0; up = p.loops[up].parent {
		if pl.depth == 0 {
			pl.depth = p.loops[up].depth + 1
		}
		if pl.hl == 0 && opener.Tag == "HL" && p.loops[up].hl > 0 {
			pl.hl = p.loops[up].hl + 1
		}
	}
	if opener.Tag == "HL" && pl.hl == 0 {
		pl.hl = 1
	}
	if pl.hl > maxLevels {
		return fmt.Errorf("more than %d levels of HL", maxLevels)
	}
	pl.numbered = p.guide.Set == "837" && opener.Tag == "LX"
	last := -1
	for i, c := range l.Children {
		if c.Pos < last {
			return fmt.Errorf("loop %s: positions fall", l.ID)
		}
		last = c.Pos
		n := planNode{owner: int16(self), loop: -1, pos: int32(c.Pos)}
		use, usage, most := c.Use, NotUsed, 0
		if use != nil {
			usage, most = use.Usage, use.Max
		} else {
			use, usage, most = c.Loop.Opener(), c.Loop.Usage, c.Loop.Max
		}
		if i == 0 {
			usage = Required
		}
		if most < 0 || most > 65535 {
			most = 0
		}
		n.max = uint16(most)
		n.use, n.tag = p.rule(use), p.tag(use)
		if usage == Required {
			if len(pl.byBit) == 64 {
				return fmt.Errorf("loop %s requires more than 64 children", l.ID)
			}
			n.bit = 1 << len(pl.byBit)
			pl.byBit = append(pl.byBit, int16(len(p.nodes)))
			pl.required |= n.bit
		}
		if c.Use != nil && c.Use.Tag == "LS" {
			pl.header = int16(len(p.nodes))
		} else if c.Use != nil && c.Use.Tag == "LE" && pl.header > 0 {
			pl.trailer = int16(len(p.nodes))
		}
		p.nodes = append(p.nodes, n)
	}
	pl.last = int16(len(p.nodes))
	for i := pl.first; i < pl.last; i++ {
		for j := pl.first; j < i; j++ {
			if p.nodes[j].pos < p.nodes[i].pos || j == pl.first {
				p.nodes[i].before |= p.nodes[j].bit
			}
		}
	}
	p.float(l, &pl)
	p.loops = append(p.loops, pl)
	for i, c := range l.Children {
		if c.Loop == nil {
			continue
		}
		at := pl.first + int16(i)
		p.nodes[at].loop = int16(len(p.loops))
		if err := p.loop(c.Loop, int16(self), at); err != nil {
			return err
		}
	}
	return nil
}

// float finds a situational loop that a level below l requires.
func (p *planner) float(l *Loop, pl *planLoop) {
	if pl.hl == 0 {
		return
	}
	for i, c := range l.Children {
		if c.Loop == nil || c.Loop.Usage == Required {
			continue
		}
		for j, d := range l.Children {
			if d.Loop == nil || d.Loop.Opener().Tag != "HL" {
				continue
			}
			for _, e := range d.Loop.Children {
				if e.Loop != nil && e.Loop.Usage == Required && &e.Loop.Children[0] == &c.Loop.Children[0] {
					pl.floating, pl.below = pl.first+int16(i), pl.first+int16(j)
				}
			}
		}
	}
}

func (p *planner) rule(u *SegmentUse) *useRule {
	r := p.rules[u]
	if r == nil {
		r = compileUse(u)
		p.rules[u] = r
	}
	return r
}

func (p *planner) tag(u *SegmentUse) uint16 {
	n, ok := p.number[u.Key]
	if !ok {
		n = uint16(len(p.names))
		p.number[u.Key] = n
		p.names = append(p.names, u.Tag)
	}
	return n
}

// candidates lists, for each loop and tag, the places on the way out to the root.
func (p *planner) candidates() {
	nT := len(p.names)
	lists := make([][]planCand, nT)
	p.spans = make([]span32, len(p.loops)*nT)
	for l := range p.loops {
		for t := range lists {
			lists[t] = lists[t][:0]
		}
		for up := int16(l); up >= 0; up = p.loops[up].parent {
			from := p.loops[up].first
			if up > 0 {
				from++ // the opener comes through the loop's node in the parent
			}
			for i := from; i < p.loops[up].last; i++ {
				n := &p.nodes[i]
				u := n.use.use
				c := planCand{pos: n.pos, node: i, owner: n.owner, max: n.max}
				if u.QualElement == 0 {
					lists[n.tag] = append(lists[n.tag], c)
					continue
				}
				for _, q := range u.Qualifiers {
					c.qual = packCode([]byte(q))
					lists[n.tag] = append(lists[n.tag], c)
				}
			}
		}
		for t, list := range lists {
			sp := span32{from: uint32(len(p.cands)), to: uint32(len(p.cands) + len(list))}
			for _, c := range list {
				u := p.nodes[c.node].use.use
				if c.qual == 0 {
					continue
				}
				if sp.qe != 0 && (int(sp.qe) != u.QualElement || int(sp.qc) != u.QualComponent) {
					sp.mixed = true
				}
				sp.qe, sp.qc = uint8(u.QualElement), uint8(u.QualComponent)
			}
			p.spans[l*nT+t] = sp
			p.cands = append(p.cands, list...)
		}
	}
}

// tagTable finds the number of a packed tag.
type tagTable struct {
	slots [512]struct {
		key    uint32
		number uint16
	}
}

func tagHash(key uint32) uint32 { return key * 0x9e3779b1 >> 23 }

func (t *tagTable) build(number map[uint32]uint16) {
	for key, n := range number {
		h := tagHash(key)
		for t.slots[h].key != 0 {
			h = (h + 1) & 511
		}
		t.slots[h].key, t.slots[h].number = key, n
	}
}

// find returns the number of a tag, -1 when the guide does not have it.
func (t *tagTable) find(key uint32) int {
	for h := tagHash(key); ; h = (h + 1) & 511 {
		s := &t.slots[h]
		if s.key == key && key != 0 {
			return int(s.number)
		}
		if s.key == 0 {
			return -1
		}
	}
}
