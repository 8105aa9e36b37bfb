// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"slices"

	"github.com/claimwire/claimwire/x12"
)

// CAS is the adjustments of one group: a segment for each group, six adjustments a segment.
func (c *Codec) CAS(v *[]x12.AdjustmentGroup) {
	if (c.tag^CAS)&c.mask != 0 {
		return
	}
	if c.dir != writing {
		segs(c, CAS, 1, "", v, adjustments)
		return
	}
	kept := c.keptEntries(CAS, 1, "")
	for i := 0; i < len(*v); i++ {
		if n := kept.write(c, i+1); n > 0 {
			i += n - 1
			continue
		}
		g := (*v)[i]
		for all := g.Adjustments; ; {
			g.Adjustments = all[:min(6, len(all))]
			c.begin(CAS, 1, "", listed)
			c.wrote = true
			adjustments(c, &g)
			c.whole()
			if all = all[len(g.Adjustments):]; len(all) == 0 {
				break
			}
		}
	}
}

func adjustments(c *Codec, v *x12.AdjustmentGroup) {
	c.Code(1, &v.Group)
	last := 0
	if c.dir == reading {
		last = c.last()
	}
	for i := range 6 {
		e := 2 + 3*i
		switch c.dir {
		case reading:
			if e > last {
				return
			}
			if i > 0 && c.blank(e, 3) { // a gap, which writing would close
				c.spelled(e, 0)
				continue
			}
			var a x12.Adjustment
			c.Code(e, &a.Reason)
			c.Amount(e+1, &a.Amount)
			c.NullAmount(e+2, &a.Quantity)
			v.Adjustments = grow(c, v.Adjustments)
			v.Adjustments[len(v.Adjustments)-1] = a
		case writing:
			if i < len(v.Adjustments) {
				a := &v.Adjustments[i]
				c.Code(e, &a.Reason)
				c.Amount(e+1, &a.Amount)
				c.NullAmount(e+2, &a.Quantity)
			}
		default:
			a := entry(&v.Adjustments, i)
			c.Code(e, &a.Reason)
			c.Amount(e+1, &a.Amount)
			c.NullAmount(e+2, &a.Quantity)
		}
	}
}

// WordsList is n elements from e on, texts whose case means nothing, filled from
// the left.
func (c *Codec) WordsList(e, n int, v *[]string) {
	for i := 0; i < n; i++ {
		if c.dir == writing && i < len(*v) {
			c.Words(e+i, &(*v)[i])
			continue
		}
		item(c, e+i, 0, i, v)
	}
}

// CompList is components from to from+n-1 of element e, filled from the left.
func (c *Codec) CompList(e, from, n int, v *[]string) { compList(c, e, from, n, v) }

// CodeComps is CompList for coded values.
func (c *Codec) CodeComps(e, from, n int, v *[]x12.Code) { compList(c, e, from, n, v) }

func compList[T ~string](c *Codec, e, from, n int, v *[]T) {
	if c.dir == reading {
		if e <= c.n {
			readComps(c, e, from, n, v)
		}
		return
	}
	for i := 0; i < n; i++ {
		item(c, e, from+i, i, v)
	}
}

func readComps[T ~string](c *Codec, e, from, n int, v *[]T) {
	s := c.takeComp(e, from)
	n = min(n, c.nComps-from+1)
	if n <= 0 || (n == 1 && s == "") {
		return
	}
	c.wrote = true
	out := growBy(c, *v, n)
	for i := range out {
		out[i] = T(c.comp(from + i))
	}
	for len(out) > 0 && out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	if i := slices.Index(out, ""); i >= 0 { // a gap, which writing would close
		c.spelled(e, from+i)
		out = slices.DeleteFunc(out, func(s T) bool { return s == "" })
	}
	c.compAt = from + n - 1
	if len(out) > 0 {
		*v = out
	}
}

// CodeList is WordsList for coded values.
func (c *Codec) CodeList(e, n int, v *[]x12.Code) {
	for i := 0; i < n; i++ {
		item(c, e+i, 0, i, v)
	}
}

// CodeListFrom is CodeList for the entries of a list from entry from on, where
// the elements of a list do not follow each other.
func (c *Codec) CodeListFrom(from, e, n int, v *[]x12.Code) {
	for i := 0; i < n; i++ {
		item(c, e+i, 0, from+i, v)
	}
}

// item is entry i of a list of texts. An entry that is empty is kept as one when
// others follow it.
func item[T ~string](c *Codec, e, j, i int, v *[]T) {
	if c.dir == describing {
		c.holds(e, j, address(entry(v, i)))
		list(c.notes, v).full = true
		return
	}
	var s string
	if c.dir == writing && i < len(*v) {
		s = string((*v)[i])
		c.from(e, j, address(&(*v)[i]))
	}
	c.text(e, j, &s)
	if c.dir != reading || s == "" {
		return
	}
	for len(*v) < i { // a gap
		*v = grow(c, *v)
		(*v)[len(*v)-1] = ""
	}
	*v = grow(c, *v)
	(*v)[len(*v)-1] = T(s)
}

// IntList is whole numbers in components 1 to n of element e, filled from the left.
func (c *Codec) IntList(e, n int, v *[]int) {
	if c.dir == reading {
		if e <= c.n {
			c.ints(e, n, v)
		}
		return
	}
	for j := 1; j <= n; j++ {
		if c.dir == describing {
			c.holds(e, j, address(entry(v, j-1)))
			list(c.notes, v).full = true
			continue
		}
		var x int
		if j <= len(*v) {
			x = (*v)[j-1]
			c.from(e, j, address(&(*v)[j-1]))
		}
		c.int(e, j, &x)
	}
}

func (c *Codec) ints(e, n int, v *[]int) {
	if c.at != e || c.nComps == 0 {
		c.open(e)
	}
	if c.compAt = 1; c.nComps == 1 && c.comp(1) == "" {
		return
	}
	c.wrote = true
	c.compAt = min(n, c.nComps)
	out := c.life.takeInts(c.compAt)
	n = 0
	for j := range out {
		s := c.str[c.comps[j&31] : c.comps[(j+1)&31]-1]
		if len(s) == 1 && s[0]-'1' < 9 { // the usual case, in short
			out[n] = int(s[0] - '0')
			n++
			continue
		}
		x, ok := parseInt(s)
		switch {
		case ok && x != 0:
			out[n] = x
			n++
			if s[0] == '0' {
				c.spelled(e, j+1)
			}
		case s == "" && j+1 < len(out): // a gap, which writing would close
			c.spelled(e, j+1)
		case s != "":
			c.bad(e, j+1)
		}
	}
	if n > 0 {
		*v = out[:n:n]
	}
}

// CodeRepeats is element e, which may be repeated: a coded value each.
func (c *Codec) CodeRepeats(e int, v *[]x12.Code) {
	switch c.dir {
	case reading:
		if e <= c.n && c.ends[e-1]+1 != c.ends[e] {
			c.repeats(e, v)
		}
	case writing:
		first := true
		for i, s := range *v {
			if s == "" {
				continue
			}
			c.from(e, 0, address(&(*v)[i]))
			if !first {
				c.w.Repeat()
			}
			c.w.Text(e, 1, string(s))
			c.wrote, first = true, false
		}
	default:
		c.holds(e, 0, address(entry(v, 0)))
		list(c.notes, v).solid = true
	}
}

func (c *Codec) repeats(e int, v *[]x12.Code) {
	c.skip(e)
	c.wrote = true
	from, end := c.ends[e-1]+1, c.ends[e]
	n := 1
	if c.simple < end {
		for _, m := range c.marks[c.mark:] {
			if m >= end {
				break
			}
			n++
		}
	}
	out := growBy(c, *v, n)
	have := len(*v)
	for range n {
		to := min(c.simple, end)
		if to == from || to < end && c.str[to] == c.d.Component {
			c.bad(e, 0)
		} else {
			out[have] = x12.Code(c.str[from:to])
			have++
		}
		if from = to + 1; to < end {
			c.simple = c.nextMark()
		}
	}
	*v = out[:have:have]
}
