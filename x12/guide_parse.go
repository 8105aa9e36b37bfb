// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// guideParser reads a guide table: first all rows, loop by loop, then from the
// root down, because a loop may be used before it is written. The grammar
// stands at the head of guides/005010X222A1.tsv.
type guideParser struct {
	dict  *dataDictionary
	guide *Guide
	loops map[string]*loopRows
	codes map[string][]string // named lists, and every other list by its text, so that equal lists are one slice
}

// loopRows is a loop as it is written.
type loopRows struct {
	file, name string
	rows       []tableRow
	children   []*Node // once it is built
	building   bool
	used       bool
}

// rootLoop is the key of the root; no loop id has a blank.
const rootLoop = " root"

func newGuideParser(d *dataDictionary) *guideParser {
	return &guideParser{
		dict:  d,
		loops: map[string]*loopRows{},
		codes: map[string][]string{},
	}
}

// parse reads a table and those that it includes; read gives a table's text.
func (p *guideParser) parse(file string, read func(string) (string, error)) (*Guide, error) {
	if err := p.collect(file, read, true); err != nil {
		return nil, err
	}
	if p.guide == nil {
		return nil, errors.New("no guide line")
	}
	root, err := p.build(rootLoop)
	if err != nil {
		return nil, err
	}
	p.guide.Root = &Loop{Name: p.guide.Name, Usage: Required, Max: 1, Pos: root[0].Pos, Children: root}
	for id, l := range p.loops {
		if l.file == file && !l.used {
			return nil, fmt.Errorf("loop %s is not used", id)
		}
	}
	return p.guide, nil
}

// collect takes the rows of a table. Loops of the outer table are in front of
// those of an included one, whatever the order of the lines.
func (p *guideParser) collect(file string, read func(string) (string, error), outer bool) error {
	text, err := read(file)
	if err != nil {
		return err
	}
	var cur *loopRows
	for row := range tableRows(text) {
		switch row.fields[0] {
		case "guide":
			if !outer || p.guide != nil {
				return row.errorf("a guide line too many")
			}
			p.guide = &Guide{
				ID: row.field(1), Name: row.field(2), Set: row.field(3), Group: row.field(4),
				Versions: strings.Fields(row.field(5)),
			}
			if !slices.Contains(p.guide.Versions, p.guide.ID) {
				return row.errorf("a guide must answer to its own id")
			}
		case "include":
			if !outer {
				return row.errorf("an included table can't include")
			}
			if err := p.collect(row.field(1), read, false); err != nil {
				return fmt.Errorf("%s: %w", row.field(1), err)
			}
		case "codes":
			name, list := row.field(1), row.field(2)
			if len(name) < 2 || name[0] != '@' || list == "" || p.codes[name] != nil {
				return row.errorf("code list %q", name)
			}
			p.codes[name] = strings.Split(list, "|")
		case "root", "loop":
			id := row.field(1)
			if row.fields[0] == "root" {
				id = rootLoop
			} else if id == "" || row.field(2) == "" {
				return row.errorf("a loop needs an id and a name")
			}
			cur = &loopRows{file: file, name: row.field(2)}
			if l := p.loops[id]; l != nil && l.file == file {
				return row.errorf("loop %s stands twice", id)
			} else if l == nil || outer {
				p.loops[id] = cur
			}
		default:
			if cur == nil {
				return row.errorf("a row outside a loop")
			}
			cur.rows = append(cur.rows, row)
		}
	}
	return nil
}

// build makes the children of a loop, once; every use of the loop shares them.
func (p *guideParser) build(id string) ([]*Node, error) {
	l := p.loops[id]
	if l == nil {
		return nil, fmt.Errorf("loop %s is used and not written", strings.TrimSpace(id))
	}
	l.used = true
	if l.building {
		return nil, fmt.Errorf("loop %s holds itself", id)
	}
	if l.children != nil {
		return l.children, nil
	}
	l.building = true
	defer func() { l.building = false }()
	last := 0
	var children []*Node
	for _, row := range l.rows {
		n, err := p.node(row)
		if err != nil {
			return nil, fmt.Errorf("loop %s: %w", strings.TrimSpace(id), err)
		}
		if n.Pos < last {
			return nil, row.errorf("position %d after %d", n.Pos, last)
		}
		if children == nil && n.Use == nil {
			return nil, row.errorf("a loop must open with a segment")
		}
		last = n.Pos
		children = append(children, n)
	}
	if children == nil {
		return nil, fmt.Errorf("loop %s is empty", strings.TrimSpace(id))
	}
	l.children = children
	return children, nil
}

// node parses one row of a loop: a segment use or the use of a loop.
func (p *guideParser) node(row tableRow) (*Node, error) {
	pos, err := smallNumber(row.field(0))
	if err != nil {
		return nil, row.errorf("position: %w", err)
	}
	usage, ok := parseUsage(row.field(2))
	if !ok {
		return nil, row.errorf("usage %q", row.field(2))
	}
	repeats := 0
	if s := row.field(3); s != ">1" {
		if repeats, err = smallNumber(s); err != nil || repeats == 0 {
			return nil, row.errorf("repeats %q", s)
		}
	}
	tag := row.field(1)
	if id, isLoop := strings.CutPrefix(tag, "@"); isLoop {
		if len(row.fields) > 4 {
			return nil, row.errorf("a loop's name and segments stand where it is written")
		}
		children, err := p.build(id)
		if err != nil {
			return nil, err
		}
		return &Node{Pos: pos, Loop: &Loop{
			ID: id, Name: p.loops[id].name, Usage: usage, Max: repeats, Pos: pos, Children: children,
		}}, nil
	}
	u := &SegmentUse{
		Tag: tag, Key: KeyOf(tag), Name: row.field(4), Pos: pos, Usage: usage, Max: repeats,
		Def: p.dict.segments[tag],
	}
	switch {
	case u.Def == nil:
		return nil, row.errorf("segment %s is not in segments.tsv", tag)
	case u.Name == "":
		return nil, row.errorf("segment %s has no name", tag)
	case len(row.fields) != 6:
		return nil, row.errorf("%d columns in place of 6", len(row.fields))
	}
	if err := p.elements(u, row.field(5)); err != nil {
		return nil, row.errorf("%s: %w", tag, err)
	}
	return &Node{Pos: pos, Use: u}, nil
}

func parseUsage(s string) (Usage, bool) {
	switch s {
	case "R":
		return Required, true
	case "S":
		return Situational, true
	}
	return NotUsed, false
}
