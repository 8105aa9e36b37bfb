// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"bytes"
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

// share counts what became of the mutations of a kind.
type share struct{ all, must, found, mustFound, unrelated int }

func (s *share) count(t *testing.T, file string, mu mutation) {
	t.Helper()
	s.all++
	here, elsewhere := checked(t, mu)
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

// checked returns the error findings at the place of the mutation and elsewhere.
func checked(t *testing.T, mu mutation) (here, elsewhere []string) {
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
	var j *SetValidator
	for s, err := range r.Segments() {
		if err != nil {
			t.Fatal(err)
		}
		seg := placedSegment{text: string(s.Data()), elems: strings.Split(string(s.Data()), "*")}
		switch {
		case s.key == keyST:
			g, ok := LookupGuide(r.Set().Guide(r.Group()), r.Set().ID)
			if !ok {
				t.Fatal("no guide for ", seg.text)
			}
			if j, err = NewSetValidator(g, func(i Issue) { t.Fatal(i) }); err != nil {
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
