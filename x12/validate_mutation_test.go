package x12

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A mutation is one change to a valid file, and where a finding about it may stand.
type mutation struct {
	kind     string
	what     string
	body     []string // the file after it, one segment each, without terminators
	from, to int      // segments of the set (ST = 1) where a finding may stand
	element  int      // 0 = anywhere in the segment
	must     bool     // the table says that the file is no longer valid
}

// placed is a segment of the valid file with its place in the guide.
type placedSegment struct {
	text  string
	elems []string
	rule  *useRule
	node  *planNode
	loop  *planLoop // the loop that it stands in or opens
	chain []int16   // loop numbers from the root to loop
}

type mutator struct {
	t    *testing.T
	segs []placedSegment
	p    *plan
	out  []mutation
}

const firstBody = 3 // ISA, GS and ST stand before

// TestMutations changes valid files in every way of a list, one change at a
// time: what the table says is wrong then must be found, at the place of the
// change, and nothing else may be.
func TestMutations(t *testing.T) {
	files, err := filepath.Glob("../testdata/encounters/*.edi")
	if err != nil {
		t.Fatal(err)
	}
	shares, tried := map[string]*share{}, map[string]int{}
	for _, file := range append(files, sampleSets...) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m := newMutator(t, data)
		m.segments()
		m.loops()
		m.elements()
		m.envelope()
		tried[m.p.guide.Name] += len(m.out)
		for _, mu := range m.out {
			kind := m.p.guide.Name + ": " + mu.kind
			if shares[kind] == nil {
				shares[kind] = &share{}
			}
			shares[kind].count(t, file, mu)
		}
	}
	t.Logf("%d files, %v mutations", len(files)+len(sampleSets), tried)
	t.Logf("%-52s %6s %9s %9s %9s %9s", "mutation", "tried", "wrong", "of these", "found", "elsewhere")
	for _, k := range slices.Sorted(maps.Keys(shares)) {
		s := shares[k]
		t.Logf("%-52s %6d %9d %8.1f%% %9d %9d", k, s.all, s.must, 100*float64(s.mustFound)/float64(max(s.must, 1)), s.found, s.unrelated)
	}
}

// sampleSets are valid sets with something of nearly everything that their guide has.
var sampleSets = []string{"testdata/professional.edi", "testdata/institutional.edi", "testdata/dental.edi"}

// TestSampleSetsUseEverySegment: the samples of the institutional and the dental
// guide have each segment use of each loop, so that no row of these tables is
// there without a segment that was placed by it.
func TestSampleSetsUseEverySegment(t *testing.T) {
	for _, file := range sampleSets[1:] {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m := newMutator(t, data)
		placed := map[*SegmentUse]bool{}
		for i := firstBody; i <= m.last(); i++ {
			placed[m.segs[i].rule.use] = true
		}
		eachUse(m.p.guide, func(loops []string, u *SegmentUse) {
			if !placed[u] && u.Tag != "ST" {
				t.Errorf("%s has no %s %v of %s", file, u.Tag, u.Qualifiers, strings.Join(loops, "/"))
			}
		})
	}
}

// share counts what became of the mutations of a kind.
type share struct{ all, must, found, mustFound, unrelated int }

func (s *share) count(t *testing.T, file string, mu mutation) {
	t.Helper()
	s.all++
	here, elsewhere := judged(t, mu)
	if len(here) > 0 {
		s.found++
	}
	if len(elsewhere) > 0 {
		s.unrelated++
		t.Errorf("%s: %s %s: findings elsewhere:\n\t%s", file, mu.kind, mu.what, strings.Join(elsewhere, "\n\t"))
	}
	if !mu.must {
		return
	}
	s.must++
	if len(here) == 0 {
		t.Errorf("%s: %s %s: not found", file, mu.kind, mu.what)
		return
	}
	s.mustFound++
}

// judged returns the error findings at the place of the mutation and elsewhere.
func judged(t *testing.T, mu mutation) (here, elsewhere []string) {
	t.Helper()
	text := strings.Join(mu.body, "~\n") + "~\n"
	for i, err := range Validate(strings.NewReader(text), nil) {
		if err != nil {
			t.Fatalf("%s %s: %v", mu.kind, mu.what, err)
		}
		if i.Severity != Error {
			continue
		}
		at := i.Segment
		if at == 0 && i.Interchange > 0 { // an envelope segment
			at = -1
		}
		if at >= mu.from && at <= mu.to && (mu.element == 0 || i.Element == mu.element) {
			here = append(here, i.String())
		} else {
			elsewhere = append(elsewhere, i.String())
		}
	}
	return here, elsewhere
}

func newMutator(t *testing.T, data []byte) *mutator {
	t.Helper()
	for i, err := range Validate(bytes.NewReader(data), nil) {
		if err != nil || i.Severity == Error {
			t.Fatal("the file is not valid: ", i, err)
		}
	}
	m := &mutator{t: t}
	r := NewReader(bytes.NewReader(data), nil)
	var j *SetJudge
	for s, err := range r.Segments() {
		if err != nil {
			t.Fatal(err)
		}
		seg := placedSegment{text: string(s.Data()), elems: strings.Split(string(s.Data()), "*")}
		switch {
		case s.key == keyST:
			g, ok := LookupGuide(seg.elems[3], seg.elems[1])
			if !ok {
				t.Fatal("no guide for ", seg.text)
			}
			if j, err = NewSetJudge(g, func(i Issue) { t.Fatal(i) }); err != nil {
				t.Fatal(err)
			}
			j.Segment(s)
		case j != nil && s.key != keyGE && s.key != keyIEA:
			j.Segment(s)
			if j.node < 0 {
				t.Fatalf("%s has no place", seg.text)
			}
			m.p = j.p
			seg.node = &j.p.nodes[j.node]
			seg.rule = seg.node.use
			l := j.loopOf(j.node)
			seg.loop = &j.p.loops[l]
			for ; l >= 0; l = j.p.loops[l].parent {
				seg.chain = append([]int16{l}, seg.chain...)
			}
		}
		m.segs = append(m.segs, seg)
	}
	return m
}

// add keeps a mutation of the body; SE01 is counted anew, so that it is no
// second mutation.
func (m *mutator) add(mu mutation, body []string) {
	for i, s := range body {
		if strings.HasPrefix(s, "SE*") {
			e := strings.Split(s, "*")
			e[1] = strconv.Itoa(i - firstBody + 2)
			body[i] = strings.Join(e, "*")
		}
	}
	mu.body = body
	m.out = append(m.out, mu)
}

func (m *mutator) texts() []string {
	out := make([]string, len(m.segs))
	for i, s := range m.segs {
		out[i] = s.text
	}
	return out
}

// last is the index of SE.
func (m *mutator) last() int { return len(m.segs) - 3 }

// number is the segment's number in the set, ST = 1.
func number(i int) int { return i - firstBody + 2 }

func (m *mutator) opens(i int) bool { return m.segs[i].node.loop >= 0 }

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

// beside tells whether the segment before or after has the same place.
func (m *mutator) beside(i int) bool {
	return m.segs[i-1].node == m.segs[i].node || m.segs[i+1].node == m.segs[i].node
}

// openerMissed tells whether the file without the opener can't be read as
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

// fitsInside tells whether the segment opens a loop inside of loop l as well: a
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
	put("lengthen past the maximum", v+strings.Repeat(fill, max(long-len(v), 1)+strings.Count(v, ".")), true)
	if isDigits || r.kind == kindDate || r.kind == kindTime || r.kind == kindPeriod {
		put("letter in a number or date", "A"+v[1:], true)
	}
	if r.codes != nil {
		wrong := strings.Repeat("Q", max(int(r.min), len(v)))
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
