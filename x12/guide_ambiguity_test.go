// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// candidate is a node that a segment could be at a place of a guide.
type candidate struct {
	level int    // 0 in the loop where we stand, 1 in its parent, and so on
	loop  string // where the node stands
	use   *SegmentUse
}

// TestGuidesAreUnambiguous holds every guide to this rule.
//
// A place is an open loop with the loops around it. From there a segment may be
//
//	level 0: any child of the open loop but its opener: a segment use, or the
//	         opening segment of a child loop;
//	level n: a child of the n-th loop outwards that does not stand before the
//	         loop that we are in (X12 position not smaller): that loop's own
//	         repeat if it may have one, or a later sibling. What stands before is
//	         passed, since only siblings of equal position may change places.
//
// No two of these may take the same segment: those with equal tags must have
// the same telling element and no qualifier in common. Inner before outer would
// settle a clash between levels, but no guide needs that so far, so that a
// clash is more likely a mistake in the table.
//
// What is equal at places that can't see each other (NM1*82 in 2310B, 2330D
// and 2420A, DTP*471 in 2300 and 2400) is settled by the open loop alone.
func TestGuidesAreUnambiguous(t *testing.T) {
	for _, g := range everyGuide(t) {
		places := 0
		walkPlaces(g, func(chain []placed) {
			places++
			for _, clash := range clashes(candidates(chain)) {
				t.Errorf("%s at %s: %s", g.ID, chain[len(chain)-1].path, clash)
			}
		})
		if g.ID == "005010X222A1" && places < 60 {
			t.Errorf("%s: only %d places seen", g.ID, places)
		}
	}
}

// placed is one loop of a chain, with its position in the loop around it.
type placed struct {
	loop *Loop
	pos  int
	path string
}

func walkPlaces(g *Guide, f func(chain []placed)) {
	var walk func(chain []placed)
	walk = func(chain []placed) {
		f(chain)
		l := chain[len(chain)-1]
		for _, n := range l.loop.Children {
			if n.Loop != nil {
				walk(append(slices.Clip(chain), placed{n.Loop, n.Pos, l.path + "/" + n.Loop.ID}))
			}
		}
	}
	walk([]placed{{g.Root, 0, ""}})
}

func candidates(chain []placed) []candidate {
	var all []candidate
	from := 0        // the first position that counts
	var inside *Loop // the child of chain[i] that we are in
	for i := len(chain) - 1; i >= 0; i-- {
		for _, n := range chain[i].loop.Children[1:] {
			if n.Pos < from || inside != nil && n.Loop == inside && n.Loop.Max == 1 {
				continue
			}
			u := n.Use
			if u == nil {
				u = n.Loop.Opener()
			}
			all = append(all, candidate{len(chain) - 1 - i, chain[i].path, u})
		}
		from, inside = chain[i].pos, chain[i].loop
	}
	return all
}

func clashes(all []candidate) []string {
	var out []string
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.use.Tag != b.use.Tag || toldApart(a.use, b.use) {
				continue
			}
			out = append(out, fmt.Sprintf("%s %s %q of %s and %s %q of %s take the same segment",
				a.use.Tag, strings.Join(a.use.Qualifiers, "|"), a.use.Name, a.loop,
				strings.Join(b.use.Qualifiers, "|"), b.use.Name, b.loop))
		}
	}
	return out
}

func toldApart(a, b *SegmentUse) bool {
	if a.QualElement == 0 || a.QualElement != b.QualElement || a.QualComponent != b.QualComponent {
		return false
	}
	return !slices.ContainsFunc(a.Qualifiers, func(q string) bool { return slices.Contains(b.Qualifiers, q) })
}

// The rule finds what it is meant to find.
func TestAmbiguityIsFound(t *testing.T) {
	dict, err := dictionary()
	if err != nil {
		t.Fatal(err)
	}
	const head = "guide\tX\tx\t837\tHC\tX\nroot\n0010\tST\tR\t1\theader\t01-03R\n"
	ref := func(pos, spec string) string { return pos + "\tREF\tS\t1\tx\t" + spec + "\n" }
	loop := "loop\tL\tl\n0010\tNM1\tR\t1\tname\t01R!85\n" + ref("0020", "01R!G1 02R")
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"told apart", head + ref("0020", "01R!G1 02R") + ref("0020", "01R!F8 02R"), 0},
		{"common qualifier", head + ref("0020", "01R!G1|F8 02R") + ref("0020", "01R!F8 02R"), 1},
		{"one without", head + ref("0020", "01R=G1 02R") + ref("0020", "01R!F8 02R"), 1},
		{"other element", head + ref("0020", "01R!G1 02R") + ref("0020", "01R 02R!F8"), 1},
		{"passed outside", head + ref("0020", "01R!G1 02R") + "0030\t@L\tS\t1\n" + loop, 0},
		{"later outside", head + "0030\t@L\tS\t1\n" + ref("0040", "01R!G1 02R") + loop, 1},
		{"sibling loops", head + "0030\t@L\tS\t2\n0030\t@M\tS\t2\n" + loop + "loop\tM\tm\n0010\tNM1\tR\t1\tname\t01R!85|87\n", 3},
		{"sibling loops, once", head + "0030\t@L\tS\t1\n0030\t@M\tS\t1\n" + loop + "loop\tM\tm\n0010\tNM1\tR\t1\tname\t01R!85|87\n", 1},
	} {
		g, err := newGuideParser(dict).parse("x.tsv", func(string) (string, error) { return c.text, nil })
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		got := 0
		walkPlaces(g, func(chain []placed) { got += len(clashes(candidates(chain))) })
		if got != c.want {
			t.Errorf("%s: %d clashes, want %d", c.name, got, c.want)
		}
	}
}
