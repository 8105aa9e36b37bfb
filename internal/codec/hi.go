// SPDX-License-Identifier: Apache-2.0

package codec

import "github.com/claimwire/claimwire/x12"

// The lists of HI: a composite is an entry, twelve make a segment.

// perHI is how many composites a segment has.
const perHI = 12

// HICodes is a list of codes in HI segments, twelve a segment: the first
// composite of a segment has a qualifier of first, the others one of rest.
func (c *Codec) HICodes(first, rest string, v *[]x12.CodedValue) {
	if (c.tag^HI)&c.mask == 0 {
		his(c, first, rest, v, 0, codedValueAt, codedValueParts)
	}
}

func codedValueAt(c *Codec, e int, v *x12.CodedValue) {
	c.CodeComp(e, 1, &v.Qualifier)
	c.TextComp(e, 2, &v.Value)
}

func codedValueParts(v *x12.CodedValue) (*x12.Code, *string) { return &v.Qualifier, &v.Value }

// HIs is a list of entries of a type of the caller's; fn makes the component
// calls for the composite that is element e. parts gives components 1 and 2 of
// an entry that has no others, for a short way; it may be nil.
func HIs[T any](c *Codec, first, rest string, v *[]T, fn func(c *Codec, e int, v *T), parts func(*T) (*x12.Code, *string)) {
	if (c.tag^HI)&c.mask == 0 {
		his(c, first, rest, v, 0, fn, parts)
	}
}

// HIHead is the first entry of a list in a segment of its own: head tells
// whether an entry is one. The others come by HITail.
func HIHead[T any](c *Codec, qualifiers string, v *[]T, head func(*T) bool, fn func(c *Codec, e int, v *T)) {
	if (c.tag^HI)&c.mask == 0 {
		hiHead(c, qualifiers, v, head, fn)
	}
}

func hiHead[T any](c *Codec, qualifiers string, v *[]T, head func(*T) bool, fn func(c *Codec, e int, v *T)) {
	switch c.dir {
	case reading:
		if headOf(*v, head) == 1 || !c.begin(HI, 1, qualifiers, listed) {
			return
		}
		*v = grow(c, *v)
		s := *v
		last := len(s) - 1
		fn(c, 1, &s[last])
		if !c.whole() {
			if c.wrong || !head(&s[last]) {
				*v = shrink(c, s)
				c.keep(false)
				return
			}
			c.keepEntries(1, 1)
		}
		if last > 0 { // it came after the others
			x := s[last]
			copy(s[1:], s[:last])
			s[0] = x
		}
	case writing:
		if headOf(*v, head) == 0 {
			return
		}
		kept := c.keptEntries(HI, 1, qualifiers)
		if kept.write(c, 1) == 0 && c.begin(HI, 1, qualifiers, listed) {
			fn(c, 1, &(*v)[0])
			c.whole()
		}
	default:
		c.begin(HI, 1, qualifiers, listed)
		fn(c, 1, entry(v, 0))
		list(c.notes, v).head = 1
	}
}

// headOf returns how many entries stand in the segment of the head: 0 or 1.
func headOf[T any](v []T, head func(*T) bool) int {
	if len(v) > 0 && head(&v[0]) {
		return 1
	}
	return 0
}

// HITail is a list without the entry that HIHead takes.
func HITail[T any](c *Codec, qualifiers string, v *[]T, head func(*T) bool, fn func(c *Codec, e int, v *T), parts func(*T) (*x12.Code, *string)) {
	if (c.tag^HI)&c.mask == 0 {
		n := headOf(*v, head)
		if c.dir == describing {
			n = 1
		}
		his(c, qualifiers, qualifiers, v, n, fn, parts)
	}
}

// his is the list from entry n on.
func his[T any](c *Codec, first, rest string, v *[]T, n int, fn func(*Codec, int, *T), parts func(*T) (*x12.Code, *string)) {
	switch c.dir {
	case reading:
		// a second segment is part of the list only when the first is full: else
		// writing would join them
		for c.tag == HI && (len(*v)-n)%perHI == 0 && c.begin(HI, 1, first, listed) {
			had := len(*v)
			if parts != nil && plainCodes(c, first, rest, v, parts) {
				c.step()
				continue
			}
			list := first
			last := max(1, c.last())
			for e := 1; e <= perHI && e <= last; e++ {
				*v = grow(c, *v)
				c.wrote = true
				fn(c, e, &(*v)[len(*v)-1])
				if !in(list, c.compOf(e, 1)) { // no entry of this list
					if c.blank(e, 1) {
						c.spelled(e, 1)
					} else {
						c.bad(e, 1)
					}
					*v = shrink(c, *v)
				}
				list = rest
			}
			if !c.whole() {
				c.keepEntries(had-n+1, len(*v)-had)
			}
		}
	case writing:
		kept := c.keptEntries(HI, 1, first)
		for all := (*v)[n:]; len(all) > 0; {
			at := len(*v) - n - len(all) + 1
			if k := kept.write(c, at); k > 0 {
				all = all[min(k, len(all)):]
				continue
			}
			one := all[:min(perHI, len(all))]
			if end := kept.entry(c); end > at && end-at < len(one) {
				one = one[:end-at]
			}
			all = all[len(one):]
			if !c.begin(HI, 1, first, listed) {
				continue
			}
			for i := range one {
				fn(c, i+1, &one[i])
			}
			c.wrote = true
			c.whole()
		}
	default: // no List: a segment that the list had no room for must not come before the list
		c.begin(HI, 1, first, listed)
		for e := 1; e <= perHI; e++ {
			fn(c, e, entry(v, n+e-1))
		}
		l := list(c.notes, v)
		l.head, l.per = n, perHI
	}
}

// last returns the last element that is not empty: those after it are left out
// when the segment is written.
func (c *Codec) last() int {
	n := c.n
	for n > 0 && c.ends[n] == c.ends[n-1]+1 {
		n--
	}
	return n
}

// compOf returns component j of element e, whatever was claimed of it.
func (c *Codec) compOf(e, j int) string {
	if c.at == e && c.nComps > 0 {
		return c.comp(j)
	}
	return ""
}

// plainCodes reads an HI segment whose composites have a qualifier and a value
// and no more: the usual case. It tells false when one is of another shape.
func plainCodes[T any](c *Codec, first, rest string, v *[]T, parts func(*T) (*x12.Code, *string)) bool {
	if c.n > perHI || c.simple == none || len(c.marks) != c.n {
		return false
	}
	list := first
	out := growBy(c, *v, c.n)
	from := c.ends[0] + 1
	for k, end := range c.ends[1:] {
		m := c.marks[k]
		if m <= from || m+1 >= end || c.str[m] != c.d.Component || !in(list, c.str[from:m]) {
			return false
		}
		qualifier, value := parts(&out[len(*v)+k])
		*qualifier, *value = x12.Code(c.str[from:m]), c.str[m+1:end]
		list, from = rest, end+1
	}
	*v = out
	return true
}
