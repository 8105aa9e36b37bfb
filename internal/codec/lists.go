package codec

import (
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// REF is a reference with one qualifier.
// starts begins a short segment whose field is a plain value: reading, only
// when the field is free; writing, only when it is set.
// REFs is references with any of several qualifiers.
// REFList is references with one qualifier, repeated.
// K3 is fixed-format text, repeated.
// list is a repeated segment with an optional qualifier and one text.
// DTP is a date, format D8.
// DTPRange is a date or a period, format D8 or RD8.
// AMT is an amount; zero is an amount.
// QTY is a quantity; zero is a quantity.
// CAS is adjustments: a segment a group, six adjustments a segment.
func (c *Codec) CAS(v *[]x12.AdjustmentGroup) {
	if (c.tag^CAS)&c.mask != 0 {
		return
	}
	if c.dir != writing {
		segs(c, CAS, 1, "", v, adjustments)
		return
	}
	for i := range *v {
		g := (*v)[i]
		for all := g.Adjustments; ; {
			g.Adjustments = all[:min(6, len(all))]
			one := []x12.AdjustmentGroup{g}
			segs(c, CAS, 1, "", &one, adjustments)
			if all = all[len(g.Adjustments):]; len(all) == 0 {
				break
			}
		}
	}
}

func adjustments(c *Codec, v *x12.AdjustmentGroup) {
	c.Code(1, &v.Group)
	for i := 0; i < 6; i++ {
		e := 2 + 3*i
		switch c.dir {
		case reading:
			if e > c.n {
				return
			}
			var a x12.Adjustment
			c.Code(e, &a.Reason)
			c.Amount(e+1, &a.Amount)
			c.NullAmount(e+2, &a.Quantity)
			v.Adjustments = grow(c, v.Adjustments)
			v.Adjustments[i] = a
			if c.badAt != 0 {
				return
			}
		case writing:
			if i < len(v.Adjustments) {
				a := &v.Adjustments[i]
				c.Code(e, &a.Reason)
				c.Amount(e+1, &a.Amount)
				c.NullAmount(e+2, &a.Quantity)
			}
		default:
			var a x12.Adjustment
			c.Code(e, &a.Reason)
			c.Amount(e+1, &a.Amount)
			c.NullAmount(e+2, &a.Quantity)
		}
	}
}

// HICodes is a list of codes in HI segments, twelve a segment: the first
// composite of a segment has a qualifier of first, the others one of rest.
func (c *Codec) HICodes(first, rest string, v *[]x12.CodedValue) {
	if (c.tag^HI)&c.mask == 0 {
		c.hiCodes(first, rest, v)
	}
}

func (c *Codec) hiCodes(first, rest string, v *[]x12.CodedValue) {
	switch c.dir {
	case reading:
		// a second segment is part of the list only when the first is full: else
		// writing would join them
		for c.tag == HI && len(*v)%12 == 0 && c.begin(HI, 1, first, true) {
			had := len(*v)
			if c.plainCodes(first, rest, v) {
				c.step()
				continue
			}
			for e := 1; e <= 12 && e <= c.n; e++ {
				*v = grow(c, *v)
				x := &(*v)[len(*v)-1]
				c.CodeComp(e, 1, &x.Qualifier)
				c.TextComp(e, 2, &x.Value)
				list := rest
				if e == 1 {
					list = first
				}
				c.wrote = true
				if !in(list, string(x.Qualifier)) {
					c.bad(e, 1)
				}
			}
			if !c.whole() {
				for len(*v) > had {
					*v = shrink(c, *v)
				}
				c.keep(false)
			}
		}
	case writing:
		for all := *v; len(all) > 0; all = all[min(12, len(all)):] {
			if !c.begin(HI, 1, first, true) {
				continue
			}
			for i := range all[:min(12, len(all))] {
				c.CodeComp(i+1, 1, &all[i].Qualifier)
				c.TextComp(i+1, 2, &all[i].Value)
			}
			c.wrote = true
			c.whole()
		}
	default:
		c.begin(HI, 1, first, true)
		c.current.List = true
		for e := 1; e <= 12; e++ {
			c.named(e, 1, "")
			c.named(e, 2, "")
		}
	}
}

// plainCodes reads an HI segment whose composites have a qualifier and a value
// and no more: the usual case. It tells false when one is of another shape.
func (c *Codec) plainCodes(first, rest string, v *[]x12.CodedValue) bool {
	if c.n > 12 {
		return false
	}
	list := first
	out := growBy(c, *v, c.n)
	from := c.ends[0] + 1
	for k, end := range c.ends[1:] {
		s := c.str[from:end]
		from = end + 1
		i := strings.IndexByte(s, c.d.Component)
		if i <= 0 || i == len(s)-1 || c.separated(s[i+1:]) || !in(list, s[:i]) {
			return false
		}
		x := &out[len(*v)+k]
		x.Qualifier, x.Value = x12.Code(s[:i]), s[i+1:]
		list = rest
	}
	*v = out
	return true
}

// TextList is n elements from e on, filled from the left.
func (c *Codec) TextList(e, n int, v *[]string) {
	for i := 0; i < n; i++ {
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
	for _, s := range out {
		if s == "" { // a gap
			c.bad(e, from)
		}
	}
	c.compAt = from + n - 1
	if len(out) > 0 {
		*v = out
	}
}

// CodeList is TextList for coded values.
func (c *Codec) CodeList(e, n int, v *[]x12.Code) {
	for i := 0; i < n; i++ {
		item(c, e+i, 0, i, v)
	}
}

// item is entry i of a list of texts that is filled from the left.
func item[T ~string](c *Codec, e, j, i int, v *[]T) {
	var s string
	if c.dir == writing && i < len(*v) {
		s = string((*v)[i])
	}
	c.text(e, j, &s)
	if c.dir != reading || s == "" {
		return
	}
	if len(*v) < i { // a gap
		c.bad(e, j)
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
		var x int
		if j <= len(*v) {
			x = (*v)[j-1]
		}
		c.int(e, j, &x)
	}
}

func (c *Codec) ints(e, n int, v *[]int) {
	if c.takeComp(e, 1) == "" && c.nComps == 1 {
		return
	}
	c.wrote = true
	c.compAt = min(n, c.nComps)
	out := growBy(c, *v, c.compAt)
	for j := range out {
		x, ok := parseInt(c.comp(j + 1))
		if !ok || x == 0 {
			c.bad(e, j+1)
			return
		}
		out[j] = x
	}
	*v = out
}
