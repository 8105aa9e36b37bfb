// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// oracle reports whether a file is legal by the guide table, and nothing else: a
// second, plain reading of the table, to compare what Validate says with. It
// takes files with the usual delimiters, of one interchange, group and set.
type oracle struct {
	guide *x12.Guide
	envelope837
	at int // the segment that it is at, from 0
}

// verdict is where a file stops being legal; at is -1 for a legal one.
type verdict struct {
	at  int
	why string
}

func (v verdict) legal() bool { return v.at < 0 }

// spot is where a segment of a legal file has its place.
type spot struct {
	use   *x12.SegmentUse
	loop  *x12.Loop // that it stands in, or opens
	opens bool
	depth int // of loop
	start int // segment that opened this instance of loop
}

// instance is a loop that is open.
type instance struct {
	loop   *x12.Loop
	counts []int
	pos    int
	start  int
}

func newOracle(t testing.TB, guide string) *oracle {
	g, ok := x12.LookupGuide(guide, "837")
	if !ok {
		t.Fatal("there are no tables of the guide")
	}
	return &oracle{guide: g}
}

// check reads the file; spots are those of the segments up to the verdict.
func (o *oracle) check(segs []string) (spots []spot, v verdict) {
	defer func() {
		if f, ok := recover().(verdict); ok {
			v = f
		}
	}()
	n := len(segs)
	o.at = 0
	o.envelope837.check(o, segs)
	spots = make([]spot, n)
	o.at = 2
	stack := []*instance{o.open(o.guide.Root, 2)}
	spots[2] = spot{use: o.guide.Root.Opener(), loop: o.guide.Root, opens: true, start: 2}
	o.elements(spots[2].use, segs[2])
	for o.at = 3; o.at < n-2; o.at++ {
		stack = o.place(stack, segs[o.at], &spots[o.at])
		o.elements(spots[o.at].use, segs[o.at])
	}
	o.at = n - 3
	o.close(stack, 0)
	o.whole(stack[0], 1<<30)
	o.numbers(segs, spots)
	return spots, verdict{at: -1}
}

func (o *oracle) fail(why string, a ...any) { panic(verdict{o.at, fmt.Sprintf(why, a...)}) }

func (o *oracle) open(l *x12.Loop, at int) *instance {
	in := &instance{loop: l, counts: make([]int, len(l.Children)), start: at, pos: l.Children[0].Pos}
	in.counts[0] = 1
	return in
}

// place finds the innermost place that is legal next.
func (o *oracle) place(stack []*instance, seg string, s *spot) []*instance {
	for d := len(stack) - 1; d >= 0; d-- {
		in := stack[d]
		for i, c := range in.loop.Children {
			use, most := c.Use, 0
			if use == nil {
				use, most = c.Loop.Opener(), c.Loop.Max
			} else {
				most = use.Max
			}
			if i == 0 || c.Pos < in.pos || most != 0 && in.counts[i] >= most || !fits(use, seg) {
				continue
			}
			o.close(stack, d)
			o.whole(in, c.Pos)
			in.pos = c.Pos
			in.counts[i]++
			stack = stack[:d+1]
			*s = spot{use: use, loop: in.loop, depth: d, start: in.start}
			if c.Loop != nil {
				stack = append(stack, o.open(c.Loop, o.at))
				*s = spot{use: use, loop: c.Loop, opens: true, depth: d + 1, start: o.at}
			}
			return stack
		}
	}
	o.fail("no place for the segment")
	return nil
}

// close ends the loops inside of stack[d].
func (o *oracle) close(stack []*instance, d int) {
	for k := len(stack) - 1; k > d; k-- {
		o.whole(stack[k], 1<<30)
	}
}

// whole checks what came of a loop against what it requires before a position.
func (o *oracle) whole(in *instance, before int) {
	for i, c := range in.loop.Children {
		usage := x12.NotUsed
		if c.Use != nil {
			usage = c.Use.Usage
		} else {
			usage = c.Loop.Usage
		}
		if usage == x12.Required && in.counts[i] == 0 && c.Pos < before {
			o.fail("something required is missing")
		}
	}
}

func fits(u *x12.SegmentUse, seg string) bool {
	e := strings.Split(seg, "*")
	if e[0] != u.Tag {
		return false
	}
	if u.QualElement == 0 {
		return true
	}
	if u.QualElement >= len(e) {
		return false
	}
	q := e[u.QualElement]
	if u.QualComponent > 0 {
		comps := strings.Split(q, ":")
		if u.QualComponent > len(comps) {
			return false
		}
		q = comps[u.QualComponent-1]
	}
	return slices.Contains(u.Qualifiers, q)
}

// elements checks the elements of a segment against its use.
func (o *oracle) elements(u *x12.SegmentUse, seg string) {
	e := strings.Split(seg, "*")[1:]
	if len(e) > len(u.Elements) {
		o.fail("more elements than the segment has")
	}
	for i := range u.Elements {
		v := ""
		if i < len(e) {
			v = e[i]
		}
		format := ""
		if i > 0 && i-1 < len(e) {
			format = e[i-1]
		}
		o.element(&u.Elements[i], v, format)
	}
	o.notes(u.Def.Notes, e)
}

func (o *oracle) element(u *x12.ElementUse, v, format string) {
	switch {
	case v == "" && u.Usage == x12.Required:
		o.fail("a required element is empty")
	case v == "":
		return
	case u.Usage == x12.NotUsed:
		o.fail("an element is there that is not used")
	case u.Composite != nil:
		comps := strings.Split(v, ":")
		if len(comps) > len(u.Components) {
			o.fail("more components than the composite has")
		}
		for i := range u.Components {
			c, before := "", ""
			if i < len(comps) {
				c = comps[i]
			}
			if i > 0 && i-1 < len(comps) {
				before = comps[i-1]
			}
			o.element(&u.Components[i], c, before)
		}
		o.notes(u.Composite.Notes, comps)
	default:
		o.value(u, v, format)
	}
}

var (
	isNumber = regexp.MustCompile(`^-?([0-9]+\.?[0-9]*|\.[0-9]+)$`)
	isWhole  = regexp.MustCompile(`^-?[0-9]+$`)
	isTime   = regexp.MustCompile(`^([01][0-9]|2[0-3])[0-5][0-9]([0-5][0-9]([0-9]{1,2})?)?$`)
)

// value checks a value against its element: type, length, codes.
func (o *oracle) value(u *x12.ElementUse, v, format string) {
	n := len(v)
	_, whole := u.Element.Type.Decimals()
	switch {
	case u.Element.Type == x12.TypeR:
		if !isNumber.MatchString(v) {
			o.fail("not a number")
		}
		n -= strings.Count(v, "-") + strings.Count(v, ".")
		if _, after, ok := strings.Cut(v, "."); ok && u.Decimals > 0 && len(strings.TrimRight(after, "0")) > u.Decimals {
			o.fail("too many decimals")
		}
	case whole:
		if !isWhole.MatchString(v) {
			o.fail("not a whole number")
		}
		n -= strings.Count(v, "-")
	case u.Element.Type == x12.TypeTM && !isTime.MatchString(v), u.Element.Type == x12.TypeDT && !isDate(v):
		o.fail("not a date or a time")
	case u.Element.Number == "1251" && format == "D8" && !isDate(v):
		o.fail("not a date")
	case u.Element.Number == "1251" && format == "TM" && !isTime.MatchString(v):
		o.fail("not a time")
	case u.Element.Number == "1251" && format == "DT" && (len(v) < 8 || !isDate(v[:8]) || !isTime.MatchString(v[8:])):
		o.fail("not a date and time")
	case u.Element.Number == "1251" && format == "RD8":
		from, to, ok := strings.Cut(v, "-")
		if !ok || !isDate(from) || !isDate(to) || to < from {
			o.fail("not a period")
		}
	}
	most := u.Element.Max
	if u.MaxLen > 0 {
		most = min(most, u.MaxLen)
	}
	if n < u.Element.Min || n > most {
		o.fail("too short or too long")
	}
	if u.Codes != nil && !slices.Contains(u.Codes, v) {
		o.fail("not one of the codes")
	}
}

func isDate(s string) bool {
	d, ok := x12.ParseDate(s)
	return ok && d.Valid()
}

func (o *oracle) notes(notes []x12.SyntaxNote, e []string) {
	for _, n := range notes {
		there := 0
		first := false
		for k, i := range n.Elements {
			if i <= len(e) && e[i-1] != "" {
				there++
				first = first || k == 0
			}
		}
		all := len(n.Elements)
		if n.Kind == 'P' && there != 0 && there != all || n.Kind == 'R' && there == 0 || n.Kind == 'E' && there > 1 ||
			n.Kind == 'C' && first && there != all || n.Kind == 'L' && first && there == 1 {
			o.fail("condition %v", n)
		}
	}
}

// numbers checks what counts levels and lines against their places.
func (o *oracle) numbers(segs []string, spots []spot) {
	type level struct {
		id    string
		child string
		depth int
		kids  bool
		at    int
	}
	var open []level
	n, line := 0, 0
	end := func(depth int) {
		for len(open) > 0 && open[len(open)-1].depth >= depth {
			l := open[len(open)-1]
			if l.kids != (l.child == "1") {
				o.at = l.at
				o.fail("HL04")
			}
			open = open[:len(open)-1]
		}
	}
	for i := 3; i < len(segs)-2; i++ {
		o.at = i
		e := append(strings.Split(segs[i], "*"), "", "", "", "")
		switch e[0] {
		case "HL":
			end(spots[i].depth)
			n++
			parent := ""
			if len(open) > 0 {
				open[len(open)-1].kids = true
				parent = open[len(open)-1].id
			}
			if e[1] != strconv.Itoa(n) || e[2] != parent {
				o.fail("HL01 or HL02")
			}
			open = append(open, level{id: e[1], child: e[4], depth: spots[i].depth, at: i})
		case "CLM":
			line = 0
		case "LX":
			line++
			if e[1] != strconv.Itoa(line) {
				o.fail("LX01")
			}
		}
	}
	end(0)
}

// envelope837 checks what frames the set.
type envelope837 struct{}

func (envelope837) check(o *oracle, segs []string) {
	n := len(segs)
	tags := make([]string, n)
	e := make([][]string, n)
	for i, s := range segs {
		e[i] = append(strings.Split(s, "*"), "", "", "", "")
		tags[i] = e[i][0]
	}
	for i, want := range map[int]string{0: "ISA", 1: "GS", 2: "ST", n - 3: "SE", n - 2: "GE", n - 1: "IEA"} {
		if o.at = i; tags[i] != want {
			o.fail("the envelope is not whole")
		}
	}
	for i, tag := range tags {
		if o.at = i; i > 2 && i < n-3 && slices.Contains([]string{"ISA", "GS", "ST", "SE", "GE", "IEA"}, tag) {
			o.fail("an envelope segment inside the set")
		}
	}
	for _, c := range []struct {
		at   int
		a, b string
	}{{n - 3, e[n-3][1], strconv.Itoa(n - 4)}, {n - 3, e[n-3][2], e[2][2]}, {n - 2, e[n-2][1], "1"}, {n - 2, e[n-2][2], e[1][6]},
		{n - 1, e[n-1][1], "1"}, {n - 1, e[n-1][2], e[0][13]}, {2, e[2][3], e[1][8]}} {
		if o.at = c.at; c.a != c.b {
			o.fail("counts and control numbers")
		}
	}
}
