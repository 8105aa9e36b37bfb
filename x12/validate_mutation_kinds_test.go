// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"fmt"
	"slices"
	"strings"
)

// segments drops and doubles each.
func (m *mutator) segments() {
	for i := firstBody; i < m.last(); i++ {
		s := &m.segs[i]
		what := fmt.Sprintf("segment %d %s in %s", number(i), s.text, s.loop.id)
		body := slices.Delete(m.texts(), i, i+1)
		kind, must := "drop a segment", s.node.bit != 0
		if m.opens(i) {
			kind, must = "drop an opening segment", m.openerMissed(i)
		} else if must && s.node.max != 1 && m.beside(i) {
			must = false // another of its kind is there
		}
		m.add(mutation{kind: kind, what: what, from: number(i), to: m.shows(i), must: must}, body)
		body = slices.Insert(m.texts(), i, "ZZZ*1")
		m.add(mutation{kind: "insert an unknown segment", what: what, from: number(i), to: number(i), must: true}, body)
		body = slices.Insert(m.texts(), i, s.text)
		must = s.node.max == 1
		kind = "double a segment"
		if m.opens(i) {
			kind = "double an opening segment"
			must = must || s.loop.required&^1 != 0 // the first of the two is empty
		}
		m.add(mutation{kind: kind, what: what, from: number(i), to: number(m.lastOf(i)) + 1, must: must}, body)
	}
}

// lastOf is the last segment with the place of segment i in the same loop: where
// one too many of them shows.
func (m *mutator) lastOf(i int) int {
	last := i
	for k := i + 1; k < m.last() && slices.Contains(m.segs[k].chain, m.segs[i].node.owner); k++ {
		if m.segs[k].node == m.segs[i].node {
			last = k
		}
	}
	return last
}

// shows is the number of the segment at which the absence of segment i shows, in
// the file without it: the next that is not one of those that may as well stand
// before it.
func (m *mutator) shows(i int) int {
	s := &m.segs[i]
	k := i + 1
	for ; k < m.last(); k++ {
		depth := slices.Index(m.segs[k].chain, s.node.owner)
		if depth < 0 {
			break
		}
		n := m.segs[k].node
		if depth+1 < len(m.segs[k].chain) {
			n = &m.p.nodes[m.p.loops[m.segs[k].chain[depth+1]].node]
		}
		if n.owner == s.node.owner && n.pos != s.node.pos || n == s.node && m.opens(k) {
			break
		}
	}
	return number(k) - 1
}

// beside reports whether the segment before or after has the same place.
func (m *mutator) beside(i int) bool {
	return m.segs[i-1].node == m.segs[i].node || m.segs[i+1].node == m.segs[i].node
}

// openerMissed reports whether the file without the opener can't be read as
// another valid one: the loop is required and there is no other instance, or
// what follows is a segment that has no place but in that loop.
func (m *mutator) openerMissed(i int) bool {
	s := &m.segs[i]
	if s.node.bit != 0 && s.node.max == 1 {
		return true
	}
	next := &m.segs[i+1]
	if next.loop != s.loop {
		return false
	}
	for l := range m.p.loops {
		pl := &m.p.loops[l]
		if pl.id == s.loop.id {
			continue
		}
		for n := pl.first; n < pl.last; n++ {
			if m.p.nodes[n].tag == next.node.tag {
				return false
			}
		}
	}
	return next.node.max == 1
}

// loops swaps neighbouring loops below the same parent.
func (m *mutator) loops() {
	end := func(i int) int { // of the loop that opens at i
		depth := len(m.segs[i].chain)
		k := i + 1
		for k < m.last() && (len(m.segs[k].chain) > depth || len(m.segs[k].chain) == depth && !m.opens(k)) {
			k++
		}
		return k
	}
	for i := firstBody; i < m.last(); i++ {
		if !m.opens(i) {
			continue
		}
		mid := end(i)
		if mid >= m.last() || !m.opens(mid) || len(m.segs[mid].chain) != len(m.segs[i].chain) {
			continue
		}
		a, b := &m.segs[i], &m.segs[mid]
		to := end(mid)
		t := m.texts()
		body := slices.Concat(t[:i], t[mid:to], t[i:mid], t[to:])
		must := (a.node.pos != b.node.pos || a.node == b.node && (a.loop.numbered || a.loop.hl > 0)) && !m.fitsInside(a, b.node.loop)
		m.add(mutation{kind: "swap two loops", what: fmt.Sprintf("segments %d and %d, %s and %s", number(i), number(mid), a.loop.id, b.loop.id),
			from: number(i), to: number(to), must: must}, body)
	}
}

// fitsInside reports whether the segment opens a loop inside of loop l as well: a
// rendering provider of the claim that comes after a line is that of the line.
func (m *mutator) fitsInside(s *placedSegment, l int16) bool {
	for n := m.p.loops[l].first; n < m.p.loops[l].last; n++ {
		node := &m.p.nodes[n]
		u := node.use.use
		if node.loop >= 0 && node.tag == s.node.tag && (u.QualElement == 0 || slices.Contains(u.Qualifiers, s.elems[u.QualElement])) {
			return true
		}
	}
	return false
}

// elements changes each value.
func (m *mutator) elements() {
	for i := firstBody; i < m.last(); i++ {
		s := &m.segs[i]
		for e := 1; e < len(s.elems); e++ {
			if s.elems[e] == "" {
				continue
			}
			r := &s.rule.elems[e-1]
			if r.kind != kindComposite {
				required := s.rule.required&(1<<(e-1)) != 0
				m.value(i, e, 0, r, required, s.elems[e])
				continue
			}
			for c, v := range strings.Split(s.elems[e], ":") {
				if v == "" {
					continue
				}
				required := r.comps.required&(1<<c) != 0
				if v == s.elems[e] { // the only one: without it the composite is not there
					required = s.rule.required&(1<<(e-1)) != 0
				}
				m.value(i, e, c+1, &r.comps.elems[c], required, v)
			}
		}
	}
}

func (m *mutator) value(i, e, c int, r *elemRule, required bool, v string) {
	s := &m.segs[i]
	put := func(kind string, v string, must bool) {
		elems := slices.Clone(s.elems)
		if c > 0 {
			comps := strings.Split(elems[e], ":")
			comps[c-1] = v
			elems[e] = strings.Join(comps, ":")
		} else {
			elems[e] = v
		}
		for len(elems) > 1 && elems[len(elems)-1] == "" {
			elems = elems[:len(elems)-1]
		}
		body := m.texts()
		body[i] = strings.Join(elems, "*")
		mu := mutation{kind: kind, what: fmt.Sprintf("segment %d %s%02d-%d of %s", number(i), s.elems[0], e, c, s.text),
			from: number(i), to: number(i), element: e, must: must}
		m.add(mu, body)
	}
	if required {
		put("blank a required element", "", true)
	}
	long := int(r.max) + 1
	isDigits := r.kind == kindNumber || r.kind == kindWhole
	fill := "X"
	if isDigits {
		fill = "1"
	}
	put("lengthen past the maximum", v+strings.Repeat(fill, max(long-len(v), 1)+strings.Count(v, ".")+strings.Count(v, "-")), true)
	if isDigits || r.kind == kindDate || r.kind == kindTime || r.kind == kindPeriod {
		put("letter in a number or date", "A"+v[1:], true)
	}
	if r.codes != nil {
		wrong := strings.Repeat("Q", max(int(r.min), len(v)))
		if r.codes.has([]byte(wrong)) {
			wrong = strings.ReplaceAll(wrong, "Q", "Z")
		}
		kind := "change a code"
		if u := s.rule.use; u.QualElement == e && u.QualComponent == c {
			kind = "change a qualifier"
		}
		put(kind, wrong, true)
	}
}

// envelope breaks counts and control numbers, and drops what frames the set.
func (m *mutator) envelope() {
	change := func(kind string, i, e int, v string) {
		elems := strings.Split(m.segs[i].text, "*")
		elems[e] = v
		body := m.texts()
		body[i] = strings.Join(elems, "*")
		mu := mutation{kind: kind, what: fmt.Sprintf("%s%02d", elems[0], e), body: body, from: -1, to: -1, must: true}
		if elems[0] == "SE" || elems[0] == "ST" { // the two can only be compared at the end
			mu.from, mu.to = number(m.last()), number(m.last())
		}
		m.out = append(m.out, mu)
	}
	se, ge, iea := m.last(), m.last()+1, m.last()+2
	change("break a count", se, 1, "7")
	change("break a count", ge, 1, "7")
	change("break a count", iea, 1, "7")
	change("break a control number", se, 2, "0009")
	change("break a control number", ge, 2, "99")
	change("break a control number", iea, 2, "000000999")
	change("break a control number", 2, 2, "0009")
	change("break a control number", 1, 6, "99")
	for i, tag := range map[int]string{1: "GS", 2: "ST", se: "SE", ge: "GE", iea: "IEA"} {
		mu := mutation{kind: "drop an envelope segment", what: tag, body: slices.Delete(m.texts(), i, i+1), from: -1, to: -1, must: true}
		if tag == "GS" {
			mu.from, mu.to = 1, 1
		}
		m.out = append(m.out, mu)
		mu.kind, mu.body, mu.from, mu.to = "double an envelope segment", slices.Insert(m.texts(), i, m.segs[i].text), -1, 1
		m.out = append(m.out, mu)
	}
}
