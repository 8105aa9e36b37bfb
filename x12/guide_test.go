// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// everyGuide loads all embedded guides, the envelope among them.
func everyGuide(t testing.TB) []*Guide {
	t.Helper()
	files, err := fs.Glob(guideFiles, "guides/*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var guides []*Guide
	for _, f := range files {
		name := strings.TrimPrefix(f, "guides/")
		switch name {
		case "elements.tsv", "segments.tsv", "837.tsv", "eligibility.tsv":
			continue // the dictionary, and tables that are only included
		}
		g, err := loadGuide(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		guides = append(guides, g)
	}
	return guides
}

// tableName is what the table of a guide is called in deviations.txt and among
// the reference facts: its id, with the set where two guides share it.
func tableName(g *Guide) string {
	n := 0
	for _, name := range Guides() {
		if name.Version == g.ID {
			n++
		}
	}
	if n > 1 {
		return g.ID + "-" + g.Set
	}
	return g.ID
}

// eachUse calls f for every segment use of a guide with the ids of its loops.
func eachUse(g *Guide, f func(loops []string, u *SegmentUse)) {
	var walk func(l *Loop, ids []string)
	walk = func(l *Loop, ids []string) {
		for _, n := range l.Children {
			if n.Use != nil {
				f(ids, n.Use)
			} else {
				walk(n.Loop, append(slices.Clip(ids), n.Loop.ID))
			}
		}
	}
	walk(g.Root, nil)
}

func TestGuideTablesParse(t *testing.T) {
	guides := everyGuide(t)
	if len(guides) < 2 {
		t.Fatalf("%d guides", len(guides))
	}
	for _, g := range guides {
		uses := 0
		eachUse(g, func(loops []string, u *SegmentUse) {
			uses++
			checkUse(t, g.ID+" "+strings.Join(loops, "/"), u)
		})
		if least := map[string]int{"005010X222A1": 250, "005010X223A2": 270, "005010X224A2": 230}[g.ID]; uses < least {
			t.Errorf("%s: only %d segment uses", g.ID, uses)
		}
		checkPositions(t, g.ID, g.Root)
	}
}

// checkPositions: children stand in growing position, and a loop opens with a
// segment that must be there once.
func checkPositions(t *testing.T, place string, l *Loop) {
	t.Helper()
	if u := l.Opener(); u == nil || u.Usage != Required || u.Max != 1 {
		t.Errorf("%s: the opener must be a segment, required and once", place)
	}
	last := 0
	for _, n := range l.Children {
		if (n.Use == nil) == (n.Loop == nil) {
			t.Fatalf("%s: a node is a use or a loop", place)
		}
		if n.Pos < last {
			t.Errorf("%s: position %d after %d", place, n.Pos, last)
		}
		last = n.Pos
		if n.Loop != nil {
			checkPositions(t, place+"/"+n.Loop.ID, n.Loop)
		}
	}
}

// checkUse: codes fit their element and stand once, the telling element is one
// that is always sent, a required element has a required component.
func checkUse(t *testing.T, place string, u *SegmentUse) {
	t.Helper()
	place += " " + u.Tag
	if len(u.Elements) != len(u.Def.Elements) {
		t.Errorf("%s: %d elements, its segment has %d", place, len(u.Elements), len(u.Def.Elements))
	}
	check := func(e ElementUse) {
		seen := map[string]bool{}
		for _, c := range e.Codes {
			if len(c) < e.Element.Min || len(c) > e.Element.Max || seen[c] {
				t.Errorf("%s: code %q of element %s", place, c, e.Element.Number)
			}
			seen[c] = true
		}
		if e.Usage == NotUsed && (e.Codes != nil || e.MaxLen != 0) {
			t.Errorf("%s: an unused element says something", place)
		}
	}
	for _, e := range u.Elements {
		if e.Composite == nil {
			check(e)
			continue
		}
		if e.Usage != NotUsed && e.Components == nil {
			t.Errorf("%s: %s has no components", place, e.Composite.Number)
		}
		for _, c := range e.Components {
			check(c)
		}
	}
	switch {
	case u.QualElement == 0:
		if u.Qualifiers != nil || u.QualComponent != 0 {
			t.Errorf("%s: qualifiers without an element", place)
		}
	default:
		e := u.Elements[u.QualElement-1]
		if u.QualComponent != 0 {
			e = e.Components[u.QualComponent-1]
		}
		if e.Usage != Required || len(u.Qualifiers) == 0 || !slices.Equal(e.Codes, u.Qualifiers) {
			t.Errorf("%s: the telling element must be required and have codes", place)
		}
	}
}

// TestSetGuide: ST03 decides, then GS08; a remittance needs neither.
func TestSetGuide(t *testing.T) {
	for _, c := range []struct {
		set   Set
		group *Group
		want  string
	}{
		{Set{ID: "837", Convention: "005010X222A1"}, nil, "005010X222A1"},
		{Set{ID: "837"}, nil, ""},
		{Set{ID: "835"}, nil, "005010X221A1"},
		{Set{ID: "835"}, &Group{Version: "004010X091A1"}, "004010X091A1"},
		{Set{ID: "835", Convention: "005010X221"}, nil, "005010X221"},
	} {
		if got := c.set.Guide(c.group); got != c.want {
			t.Errorf("%v in %v: %q, not %q", c.set, c.group, got, c.want)
		}
	}
}

func TestLookupGuide(t *testing.T) {
	base, ok := LookupGuide("005010X222A1", "837")
	if !ok || base.ID != "005010X222A1" || base.Set != "837" || base.Group != "HC" {
		t.Fatalf("%+v, %v", base, ok)
	}
	for id, family := range map[string]string{
		"005010X222A1": "005010X222 005010X222A2",
		"005010X223A2": "005010X223 005010X223A1 005010X223A3",
		"005010X224A2": "005010X224 005010X224A1 005010X224A3",
	} {
		base, _ := LookupGuide(id, "837")
		for v := range strings.FieldsSeq(family) {
			if g, ok := LookupGuide(v, "837"); !ok || g != base || g.ID != id {
				t.Errorf("%s does not find the same guide", v)
			}
		}
	}
	for _, v := range []string{"", "004010X098A1", "005010X222A", "envelope", "005010X222A1 "} {
		if g, ok := LookupGuide(v, "837"); ok || g != nil {
			t.Errorf("%q finds %v", v, g)
		}
	}
	for _, set := range []string{"", "835", "999"} {
		if g, ok := LookupGuide("005010X222A1", set); ok || g != nil {
			t.Errorf("set %q finds %v", set, g)
		}
	}
	names := Guides()
	if !slices.Contains(names, GuideName{"005010X222A2", "837"}) {
		t.Errorf("Guides() = %v", names)
	}
	for i, n := range names {
		g, ok := LookupGuide(n.Version, n.Set)
		if !ok || g.Set != n.Set || g.Group != groupOf(n.Set) || !slices.Contains(g.Versions, n.Version) {
			t.Errorf("%v finds %+v", n, g)
		}
		if i > 0 && names[i-1] == n {
			t.Errorf("%v is found twice", n)
		}
	}
	e := EnvelopeGuide()
	if e == nil || e.Root.Opener().Tag != "ISA" {
		t.Fatalf("envelope: %+v", e)
	}
}

// A loop at two places is the same rows at both.
func TestLoopsAreShared(t *testing.T) {
	for id, loops := range map[string]int{"005010X222A1": 38, "005010X223A2": 35, "005010X224A2": 32} {
		g, _ := LookupGuide(id, "837")
		found := map[string][]*Loop{}
		var walk func(l *Loop)
		walk = func(l *Loop) {
			found[l.ID] = append(found[l.ID], l)
			for _, n := range l.Children {
				if n.Loop != nil {
					walk(n.Loop)
				}
			}
		}
		walk(g.Root)
		if l := found["2300"]; len(l) != 2 || l[0].Children[0] != l[1].Children[0] || l[0].Usage == l[1].Usage {
			t.Errorf("%s: 2300 is not one loop at two places", id)
		}
		if len(found) != loops+1 { // and the root
			t.Errorf("%s: %d loops", id, len(found)-1)
		}
	}
}

// What two of the 837 tables have in common stands in the table that they include.
func TestLoopsAreWrittenOnce(t *testing.T) {
	written := map[string]string{} // the text of a loop with its id, and the file
	for _, name := range []string{"837.tsv", "005010X222A1.tsv", "005010X223A2.tsv", "005010X224A2.tsv"} {
		data, err := guideFiles.ReadFile("guides/" + name)
		if err != nil {
			t.Fatal(err)
		}
		loops := map[string]string{}
		id := ""
		for row := range tableRows(string(data)) {
			switch row.fields[0] {
			case "guide", "include", "codes":
			case "root":
				id = rootLoop
			case "loop":
				id = row.field(1)
			default:
				loops[id] += strings.Join(row.fields, "\t") + "\n"
			}
		}
		for id, rows := range loops {
			if other, twice := written[id+rows]; twice {
				t.Errorf("loop %s of %s stands in %s, too", id, name, other)
			}
			written[id+rows] = name
		}
	}
}

func TestGuideElementGrammar(t *testing.T) {
	g, _ := LookupGuide("005010X222A1", "837")
	find := func(loop, tag, qualifier string) *SegmentUse {
		var found *SegmentUse
		eachUse(g, func(loops []string, u *SegmentUse) {
			if len(loops) > 0 && loops[len(loops)-1] == loop && u.Tag == tag &&
				(qualifier == "" || slices.Contains(u.Qualifiers, qualifier)) {
				found = u
			}
		})
		if found == nil {
			t.Fatalf("no %s %s*%s", loop, tag, qualifier)
		}
		return found
	}
	hi := find("2300", "HI", "ABK")
	if hi.QualElement != 1 || hi.QualComponent != 1 || hi.Elements[11].Usage != Situational ||
		!slices.Equal(hi.Elements[11].Components[0].Codes, []string{"ABF", "BF"}) {
		t.Errorf("HI: %+v", hi)
	}
	sv1 := find("2400", "SV1", "")
	if e := sv1.Elements[3]; e.MaxLen != 8 || e.Decimals != 3 || e.Element.Type != TypeR {
		t.Errorf("SV104: %+v", e)
	}
	if e := sv1.Elements[6]; len(e.Components) != 4 || e.Components[3].Usage != Situational || len(e.Components[3].Codes) != 12 {
		t.Errorf("SV107: %+v", e)
	}
	if e := sv1.Elements[7]; e.Usage != NotUsed || e.Element.Number != "782" {
		t.Errorf("SV108: %+v", e)
	}
	if u := find("2400", "PWK", "AD"); u.QualElement != 2 || u.Max != 1 {
		t.Errorf("PWK: %+v", u)
	}
	if n := find("2330A", "NM1", "IL").Def.Notes; len(n) != 3 || n[0].String() != "C1110" {
		t.Errorf("NM1 notes: %v", n)
	}
}

func TestBrokenGuideTables(t *testing.T) {
	dict, err := dictionary()
	if err != nil {
		t.Fatal(err)
	}
	const head = "guide\tX\tx\t837\tHC\tX\nroot\n"
	const st = "0010\tST\tR\t1\theader\t01-03R\n"
	for _, c := range []struct{ name, text, want string }{
		{"no guide line", "root\n" + st, "no guide line"},
		{"no root", "guide\tX\tx\t837\tHC\tX\n", "root is used and not written"},
		{"own id missing", "guide\tX\tx\t837\tHC\tY\n", "its own id"},
		{"row outside", st, "outside a loop"},
		{"falling position", head + st + "0009\tSE\tR\t1\ttrailer\t01-02R\n", "position 9 after 10"},
		{"unknown tag", head + "0010\tZZZ\tR\t1\tx\t01R\n", "not in segments.tsv"},
		{"no name", head + "0010\tST\tR\t1\t\t01R\n", "no name"},
		{"columns", head + "0010\tST\tR\t1\tx\t01R\textra\n", "7 columns"},
		{"usage", head + "0010\tST\tX\t1\tx\t01R\n", `usage "X"`},
		{"repeats", head + "0010\tST\tR\t0\tx\t01R\n", "repeats"},
		{"position text", head + "one\tST\tR\t1\tx\t01R\n", "position"},
		{"opens with a loop", head + "0010\t@L\tR\t1\n" + st + "loop\tL\tl\n" + st, "open with a segment"},
		{"missing loop", head + st + "0020\t@L\tR\t1\n", "loop L is used and not written"},
		{"empty loop", head + st + "0020\t@L\tR\t1\nloop\tL\tl\n", "loop L is empty"},
		{"unused loop", head + st + "loop\tL\tl\n" + st, "loop L is not used"},
		{"loop in itself", head + st + "0020\t@L\tR\t1\nloop\tL\tl\n" + st + "0020\t@L\tR\t1\n", "holds itself"},
		{"loop twice", head + st + "loop\tL\tl\nloop\tL\tl\n", "stands twice"},
		{"element order", head + "0010\tST\tR\t1\tx\t02R 01R\n", "positions must grow"},
		{"element beyond", head + "0010\tST\tR\t1\tx\t01-04R\n", "at most 3"},
		{"element usage", head + "0010\tST\tR\t1\tx\t01=837\n", "usage"},
		{"element rest", head + "0010\tST\tR\t1\tx\t01R?\n", "can't read"},
		{"two telling", head + "0010\tST\tR\t1\tx\t01R!837 02R!1\n", "two telling"},
		{"wide limit", head + "0010\tST\tR\t1\tx\t03R..35\n", "does not narrow"},
		{"missing list", head + "0010\tST\tR\t1\tx\t01R=@sets\n", "code list"},
		{"simple as composite", head + "0010\tST\tR\t1\tx\t01R(1R)\n", "other kind"},
		{"composite as simple", head + "0010\tHI\tR\t1\tx\t01R\n", "other kind"},
		{"open composite", head + "0010\tHI\tR\t1\tx\t01R(1R\n", "unbalanced"},
		{"repeating component", head + "0010\tHI\tR\t1\tx\t01R(1R^2)\n", "can't repeat"},
		{"codes line", "codes\tlist\tA|B\n" + head + st, "code list"},
		{"include", "include\tmissing\n" + head + st, "no such table"},
	} {
		_, err := newGuideParser(dict).parse("x.tsv", func(name string) (string, error) {
			if name != "x.tsv" {
				return "", errors.New("no such table")
			}
			return c.text, nil
		})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
}

func TestBrokenDictionary(t *testing.T) {
	const id = "98\tentity\tID\t2\t3\n"
	for _, c := range []struct{ name, elements, segments, want string }{
		{"twice", id + id, "", "stands twice"},
		{"no name", "98\n", "", "number and a name"},
		{"type", "98\tentity\tXX\t2\t3\n", "", "unknown type"},
		{"lengths", "98\tentity\tID\t3\t2\n", "", "lengths"},
		{"length text", "98\tentity\tID\ta\t2\n", "", "not a number"},
		{"component", "C1\tx\tcomposite\t98\n", "", "not in the table"},
		{"component note", id + "C1\tx\tcomposite\t98\tP0102\n", "", "not there"},
		{"segment element", id, "NM1\t99\n", "not in elements.tsv"},
		{"segment twice", id, "NM1\t98\nNM1\t98\n", "stands twice"},
		{"segment empty", id, "NM1\n", "no elements"},
		{"segment tag", id, "LONG\t98\n", "impossible tag"},
		{"note", id, "NM1\t98 98\tX0102\n", "syntax note"},
		{"note position", id, "NM1\t98 98\tP0103\n", "not there"},
	} {
		_, err := parseDictionary(c.elements, c.segments)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
}

func TestElementTypes(t *testing.T) {
	for _, c := range []struct {
		t        ElementType
		name     string
		decimals int
		implied  bool
	}{{TypeAN, "AN", 0, false}, {TypeR, "R", 0, false}, {TypeN0, "N0", 0, true}, {TypeN2, "N2", 2, true}, {TypeN9, "N9", 9, true}} {
		n, ok := c.t.Decimals()
		if c.t.String() != c.name || n != c.decimals || ok != c.implied {
			t.Errorf("%v: %d, %v", c.t, n, ok)
		}
	}
	if ElementType(99).String() != "?" || Required.String()+Situational.String()+NotUsed.String() != "RSN" {
		t.Error("names")
	}
}

func BenchmarkLoadGuide(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := loadGuide("005010X222A1.tsv"); err != nil {
			b.Fatal(err)
		}
	}
}
