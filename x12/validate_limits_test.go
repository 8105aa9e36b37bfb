// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// sampleSets are valid sets with something of nearly everything that their guide has.
var sampleSets = []string{"testdata/professional.edi", "testdata/institutional.edi", "testdata/dental.edi",
	"testdata/remittance.edi", "testdata/inquiry.edi", "testdata/response.edi"}

// TestSampleSetsUseEverySegment: the samples of all guides but the professional
// have each segment use of each loop, so that no row of these tables is there
// without a segment that was placed by it.
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

// TestRepeatLimits repeats every segment and loop that may repeat until the
// limit of its guide, which is no error, and once more, which is one at the one
// too many: 999 lines of an institutional claim, 50 of a dental one, two HI with
// value codes.
func TestRepeatLimits(t *testing.T) {
	for _, file := range sampleSets {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m := newMutator(t, data)
		tried := map[*planNode]bool{}
		most := map[string]int{}
		for i := firstBody; i < m.last(); i++ {
			n := m.segs[i].node
			if n.max <= 1 || tried[n] || m.segs[i].elems[0] == "HL" || m.later(i) {
				continue
			}
			tried[n] = true
			name, code := m.segs[i].elems[0], CodeSegmentRepeats
			if m.opens(i) {
				name, code = m.segs[i].loop.id, CodeLoopRepeats
			}
			most[name] = max(most[name], int(n.max))
			what := fmt.Sprintf("%s %s of %s", file, name, m.p.loops[n.owner].id)
			if got := m.repeated(i, int(n.max)); len(got) > 0 {
				t.Errorf("%s %d times: %v", what, n.max, got)
			}
			got := m.repeated(i, int(n.max)+1)
			if len(got) != 1 || got[0].Code != code {
				t.Errorf("%s %d times: %v", what, n.max+1, got)
			}
		}
		t.Logf("%s: %v", file, most)
		if lines := map[string]int{"837 professional claim": 50, "837 institutional claim": 999, "837 dental claim": 50}[m.p.guide.Name]; most["2400"] != lines {
			t.Errorf("%s: %d lines are allowed", file, most["2400"])
		}
		least := 15
		if m.p.guide.Set == "270" {
			least = 9
		}
		if len(tried) < least {
			t.Errorf("%s: only %d things may repeat", file, len(tried))
		}
	}
}

// sameLoop calls f for the segments of the loop instance that segment i stands
// in, or that holds the loop which it opens.
func (m *mutator) sameLoop(i int, f func(k int)) {
	owner := m.segs[i].node.owner
	from := i
	for from > firstBody && slices.Contains(m.segs[from-1].chain, owner) && (!m.opens(from) || m.segs[from].node.loop != owner) {
		from--
	}
	for k := from; k < m.last() && slices.Contains(m.segs[k].chain, owner); k++ {
		if k > from && m.opens(k) && m.segs[k].node.loop == owner {
			break
		}
		f(k)
	}
}

// later reports whether another of the same kind follows in the same loop.
func (m *mutator) later(i int) (yes bool) {
	m.sameLoop(i, func(k int) { yes = yes || k > i && m.segs[k].node == m.segs[i].node })
	return yes
}

// repeated is what is found when segment i, or the loop that it opens, stands n
// times in its loop. Lines are numbered.
func (m *mutator) repeated(i, n int) []Issue {
	m.t.Helper()
	end := i + 1
	if m.opens(i) {
		depth := len(m.segs[i].chain)
		for end < m.last() && (len(m.segs[end].chain) > depth || len(m.segs[end].chain) == depth && !m.opens(end)) {
			end++
		}
	}
	have := 0
	m.sameLoop(i, func(k int) {
		if m.segs[k].node == m.segs[i].node {
			have++
		}
	})
	texts := m.texts()
	var copies []string
	for c := have; c < n; c++ {
		part := slices.Clone(texts[i:end])
		if m.opens(i) && m.segs[i].elems[0] == "LX" {
			part[0] = fmt.Sprintf("LX*%d", c+1)
		}
		copies = append(copies, part...)
	}
	mu := mutation{}
	m.add(mu, slices.Insert(texts, end, copies...))
	mu, m.out = m.out[len(m.out)-1], m.out[:len(m.out)-1]
	var out []Issue
	for is, err := range Validate(strings.NewReader(strings.Join(mu.body, "~\n")+"~\n"), nil) {
		if err != nil {
			m.t.Fatal(err)
		}
		if is.Severity != Error {
			continue
		}
		out = append(out, is)
		if want := number(i + len(copies)); is.Segment != want { // where the last copy begins
			m.t.Errorf("%d of %s: the finding is at segment %d, want %d", n, m.segs[i].text, is.Segment, want)
		}
	}
	return out
}
