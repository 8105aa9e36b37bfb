// SPDX-License-Identifier: Apache-2.0

package testkit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// Described is a set of a guide and what the loop functions of a package name of it.
type Described struct {
	Guide, Set string
	Name       string   // of the golden file; empty for Guide
	Outside    []string // ids of loops that are none of the guide: their segments stand in the set itself
	Loops      []*codec.LoopShape
}

// Describe compares loop functions with the tables of their guides. What a function
// names and its table lacks is an error, unless a guide of the package has that field
// at that element elsewhere: sets and loops share functions. Beyond are fields,
// "x12.Name.Prefix", that senders use and no guide has. What a table has and no
// function names stands in testdata/unmapped-….txt, which may only shrink.
func Describe(t *testing.T, beyond []string, sets ...Described) {
	t.Helper()
	used := map[use]bool{}
	var all []*description
	for _, s := range sets {
		g, ok := x12.LookupGuide(s.Guide, s.Set)
		if !ok {
			t.Fatalf("there is no guide %s", s.Guide)
		}
		d := newDescription(g, s.Outside)
		d.used = used
		for _, l := range s.Loops {
			d.loop(l)
		}
		name := s.Name
		if name == "" {
			name = s.Guide
		}
		for _, e := range d.errors {
			t.Errorf("%s: %s", name, e)
		}
		Golden(t, "testdata/unmapped-"+name+".txt", []byte(text(d.unmapped())))
		all = append(all, d)
	}
	needed := map[string]bool{}
	for i, d := range all {
		for _, u := range d.unused {
			switch {
			case used[u.use]:
			case slices.Contains(beyond, u.field):
				needed[u.field] = true
			default:
				t.Errorf("%s: %s: no guide of the package has %s there; correct the element, or add it to the table", sets[i].Guide, u.path, u.field)
			}
		}
	}
	for _, field := range beyond {
		if !needed[field] {
			t.Errorf("%s is beyond no guide", field)
		}
	}
}

// use is a field at an element, or at a component, of segments with a tag.
type use struct {
	tag        string
	qualifiers string // for a segment that a loop does not have
	place      int
	field      string // what holds it, or the one value that it has
}

func useFor(s *codec.SegmentShape, e *codec.ElementShape) use {
	u := use{tag: s.Tag, place: e.Element, field: e.Field}
	if e.Component > 0 { // of a composite that comes at several elements
		u.place = 100 + e.Component
	}
	if u.field == "" {
		u.field = "the value " + strconv.Quote(e.Fixed)
	}
	return u
}

// of is the use with the qualifiers of its segment.
func (u use) of(s *codec.SegmentShape) use {
	u.qualifiers = "=" + s.Qualifiers
	return u
}

// unused is a use that the guide does not have.
type unused struct {
	use
	path string
}

func text(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return strings.Join(lines, "\n") + "\n"
}

// description notes which parts of a guide the loop functions name.
type description struct {
	guide   *x12.Guide
	outside []string
	loops   map[string]*x12.Loop
	order   []string
	named   map[string]bool            // element, by its path
	values  map[string]map[string]bool // element -> the fixed values that functions name; nil = any
	used    map[use]bool               // what this guide, and others, have
	unused  []unused
	errors  []string
}

func newDescription(g *x12.Guide, outside []string) *description {
	d := &description{guide: g, outside: outside, loops: map[string]*x12.Loop{}, named: map[string]bool{}, values: map[string]map[string]bool{}, used: map[use]bool{}}
	d.collect(g.Root)
	return d
}

func (d *description) collect(l *x12.Loop) {
	if _, ok := d.loops[l.ID]; ok {
		return
	}
	d.loops[l.ID] = l
	d.order = append(d.order, l.ID)
	for _, n := range l.Children {
		if n.Loop != nil {
			d.collect(n.Loop)
		}
	}
}

func (d *description) errorf(format string, args ...any) {
	d.errors = append(d.errors, fmt.Sprintf(format, args...))
}

func (d *description) loop(s *codec.LoopShape) {
	id := s.ID
	if slices.Contains(d.outside, id) { // its segments stand in the set itself
		id = ""
	}
	l, ok := d.loops[id]
	if !ok {
		d.errorf("the guide has no loop %s", s.ID)
		return
	}
	last := -1
	for _, seg := range s.Segments {
		first := d.segment(l, seg)
		if first >= 0 && first < last {
			d.errorf("%s: %s %s stands after a segment that the guide has later", l.ID, seg.Tag, seg.Qualifiers)
		}
		last = max(last, first)
	}
	for _, below := range s.Loops {
		if !slices.ContainsFunc(l.Children, func(n *x12.Node) bool { return n.Loop != nil && (n.Loop.ID == below.ID || endsWith(n.Loop, below.ID)) }) {
			d.errorf("the guide has no loop %s in %s", below.ID, s.ID)
		}
		d.loop(below)
	}
}

// endsWith reports whether the last thing in a loop is another: a function may call
// that behind the loop instead.
func endsWith(l *x12.Loop, id string) bool {
	last := l.Children[len(l.Children)-1]
	return last.Loop != nil && last.Loop.ID == id
}

// segment notes the uses that a segment shape stands for, and returns the
// position of the first in its loop.
func (d *description) segment(l *x12.Loop, s *codec.SegmentShape) int {
	first := -1
	for i, n := range l.Children {
		if n.Use == nil || !matches(n.Use, s) {
			continue
		}
		if first < 0 {
			first = i
		}
		place := usePath(l, i)
		for _, e := range s.Elements {
			d.element(place, n.Use, s, e)
		}
	}
	if first < 0 { // of a function that loops of several guides share
		for _, e := range s.Elements {
			d.unused = append(d.unused, unused{useFor(s, &e).of(s), strings.TrimSpace(fmt.Sprintf("%s %s=%s", l.ID, s.Tag, s.Qualifiers))})
		}
	}
	return first
}

// matches reports whether a segment that the shape takes may be the use.
func matches(u *x12.SegmentUse, s *codec.SegmentShape) bool {
	if u.Tag != s.Tag {
		return false
	}
	if s.Qualifiers == "" || s.QualElement > len(u.Elements) {
		return true
	}
	codes := elementCodes(u, s.QualElement)
	return codes == nil || slices.ContainsFunc(strings.Split(s.Qualifiers, "|"), func(q string) bool { return slices.Contains(codes, q) })
}

// elementCodes is the codes of an element, or of its first component.
func elementCodes(u *x12.SegmentUse, e int) []string {
	use := u.Elements[e-1]
	if use.Composite != nil && len(use.Components) > 0 {
		return use.Components[0].Codes
	}
	return use.Codes
}

// usePath is the loop and the tag, with its number when the loop has several.
func usePath(l *x12.Loop, i int) string {
	tag, n, all := l.Children[i].Use.Tag, 0, 0
	for j, other := range l.Children {
		if other.Use != nil && other.Use.Tag == tag {
			all++
			if j <= i {
				n++
			}
		}
	}
	if all == 1 {
		return l.ID + " " + tag
	}
	return fmt.Sprintf("%s %s#%d", l.ID, tag, n)
}

func elementPath(place string, e, comp int) string {
	if comp == 0 {
		return fmt.Sprintf("%s %02d", place, e)
	}
	return fmt.Sprintf("%s %02d-%d", place, e, comp)
}

// element notes an element that a function names.
func (d *description) element(place string, in *x12.SegmentUse, s *codec.SegmentShape, e codec.ElementShape) {
	path := elementPath(place, e.Element, e.Component)
	if e.Element > len(in.Def.Elements) {
		d.errorf("%s: the segment has %d elements", path, len(in.Def.Elements))
		return
	}
	composite := in.Def.Elements[e.Element-1] == nil
	switch {
	case composite != (e.Component > 0):
		d.errorf("%s: composite in one of table and function only", path)
		return
	case composite && e.Component > len(in.Def.Composites[e.Element-1].Components):
		d.errorf("%s: the composite has %d components", path, len(in.Def.Composites[e.Element-1].Components))
		return
	}
	d.named[path] = true
	use := useOf(in, e.Element, e.Component)
	if use.Usage == x12.NotUsed {
		d.unused = append(d.unused, unused{useFor(s, &e), path})
		return
	}
	u := useFor(s, &e)
	d.used[u], d.used[u.of(s)] = true, true
	values, seen := d.values[path]
	switch {
	case e.Fixed != "" && !seen:
		d.values[path] = map[string]bool{e.Fixed: true}
	case e.Fixed != "" && values != nil:
		values[e.Fixed] = true
	case e.Fixed == "" && s.Qualifiers != "" && e.Element == s.QualElement && e.Component <= 1:
		if !seen {
			values = map[string]bool{}
			d.values[path] = values
		}
		for q := range strings.SplitSeq(s.Qualifiers, "|") {
			if values != nil {
				values[q] = true
			}
		}
	case e.Fixed == "":
		d.values[path] = nil
	}
	if e.Fixed != "" && len(use.Codes) > 0 && e.Element != s.QualElement && !slices.Contains(use.Codes, e.Fixed) {
		d.errorf("%s: %s is not among the codes of the guide", path, e.Fixed)
	}
}

// useOf is what the guide says of an element; the zero value is "not used".
func useOf(u *x12.SegmentUse, e, comp int) x12.ElementUse {
	if e > len(u.Elements) {
		return x12.ElementUse{}
	}
	use := u.Elements[e-1]
	if comp == 0 {
		return use
	}
	if comp > len(use.Components) {
		return x12.ElementUse{}
	}
	return use.Components[comp-1]
}

// unmapped lists the elements, and the codes of elements, that the guide has
// and no function names. ST and SE are x12.Set.
func (d *description) unmapped() []string {
	var out []string
	for _, id := range d.order {
		l := d.loops[id]
		for i, n := range l.Children {
			u := n.Use
			if u == nil || id == "" && (u.Tag == "ST" || u.Tag == "SE") {
				continue
			}
			for e, use := range u.Elements {
				switch {
				case use.Usage == x12.NotUsed:
				case use.Composite == nil:
					out = d.missing(out, elementPath(usePath(l, i), e+1, 0), use)
				default:
					for j, part := range use.Components {
						if part.Usage != x12.NotUsed {
							out = d.missing(out, elementPath(usePath(l, i), e+1, j+1), part)
						}
					}
				}
			}
		}
	}
	return out
}

func (d *description) missing(out []string, path string, use x12.ElementUse) []string {
	if !d.named[path] {
		return append(out, path)
	}
	values := d.values[path]
	for _, code := range use.Codes {
		if values != nil && !values[code] {
			out = append(out, path+"="+code)
		}
	}
	return out
}

// GuideCodes is the codes that a guide has at a place, "2300 HI#6 01-9".
func GuideCodes(t testing.TB, guide, set, place string) map[string]bool {
	t.Helper()
	g, ok := x12.LookupGuide(guide, set)
	if !ok {
		t.Fatal("there is no guide ", guide)
	}
	out := map[string]bool{}
	note := func(at string, codes []string) {
		for _, c := range codes {
			out[c] = out[c] || at == place
		}
	}
	for _, l := range newDescription(g, nil).loops {
		for i, n := range l.Children {
			if n.Use == nil {
				continue
			}
			for e, use := range n.Use.Elements {
				note(elementPath(usePath(l, i), e+1, 0), use.Codes)
				for j, part := range use.Components {
					note(elementPath(usePath(l, i), e+1, j+1), part.Codes)
				}
			}
		}
	}
	for c, here := range out {
		if !here {
			delete(out, c)
		}
	}
	if len(out) == 0 {
		t.Errorf("the guide has no codes at %s", place)
	}
	return out
}
