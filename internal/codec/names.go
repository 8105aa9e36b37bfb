// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// NM1 is a name with the role that qualifiers give. With several, use NM1Role.
func (c *Codec) NM1(role string, v *x12.Name) {
	if (c.tag^NM1)&c.mask == 0 && (c.qual == role || c.all) {
		c.nm1(role, v)
	}
}

func (c *Codec) nm1(role string, v *x12.Name) {
	if c.dir == reading {
		if c.plainName() { // the usual case, in short
			f := &c.frames[len(c.frames)-1]
			if f.shape.tag != NM1 && !c.opening && f.first(NM1, role) || c.opening && f.shape.tag == NM1 && pack(f.shape.qualifiers) == c.qkey {
				c.opening = false
				c.nameElements(v)
				c.step()
				return
			}
		}
	}
	if c.begin(NM1, 1, role, attached) {
		c.Fixed(1, role)
		c.name(v)
		c.End()
	}
}

// plainName reports whether the segment is a name of simple elements, some of
// them not empty.
func (c *Codec) plainName() bool {
	return c.simple == none && c.n >= 2 && c.n <= 9 && int(c.ends[c.n]) >= int(c.ends[1])+c.n
}

// NM1Opt is a name with a role that is a segment of its own, at most once.
func (c *Codec) NM1Opt(role string, v **x12.Name) {
	if (c.tag^NM1)&c.mask == 0 && (c.qual == role || c.all) && (*v != nil) == c.out {
		c.nm1Opt(role, v)
	}
}

func (c *Codec) nm1Opt(role string, v **x12.Name) {
	if c.dir == reading {
		if c.plainName() && !c.opening {
			n := alloc[x12.Name](c)
			c.nameElements(n)
			*v = n
			c.step()
			return
		}
	}
	seg(c, NM1, role, v, func(c *Codec, v *x12.Name) {
		c.Fixed(1, role)
		c.name(v)
	})
}

// nameElements reads NM102 to NM109 of a segment of simple elements.
func (c *Codec) nameElements(v *x12.Name) {
	str, ends, n := c.str, c.ends, len(c.ends)
	from := ends[1] + 1
	next := func(e int, v *string) {
		if e < n {
			if to := ends[e]; from != to {
				*v = str[from:to]
			}
			from = ends[e] + 1
		}
	}
	next(2, (*string)(&v.EntityType))
	next(3, &v.Last)
	next(4, &v.First)
	next(5, &v.Middle)
	next(6, &v.Prefix)
	next(7, &v.Suffix)
	next(8, (*string)(&v.IDType))
	next(9, &v.ID)
}

// NM1Role is a name whose role is one of several, "DN|P3".
func (c *Codec) NM1Role(roles string, role *x12.Code, v *x12.Name) {
	if (c.tag^NM1)&c.mask == 0 && c.begin(NM1, 1, roles, attached) {
		c.Code(1, role)
		c.name(v)
		c.End()
	}
}

// name is NM102 to NM109.
func (c *Codec) name(v *x12.Name) {
	c.Code(2, &v.EntityType)
	c.Words(3, &v.Last)
	c.Words(4, &v.First)
	c.Words(5, &v.Middle)
	c.Words(6, &v.Prefix)
	c.Words(7, &v.Suffix)
	c.Code(8, &v.IDType)
	c.Text(9, &v.ID)
}

// Address is N3 and N4.
func (c *Codec) Address(v *x12.Address) {
	if c.Begin(N3, "") {
		c.Words(1, &v.Line1)
		c.Words(2, &v.Line2)
		c.End()
	}
	if c.Begin(N4, "") {
		c.Words(1, &v.City)
		c.Words(2, &v.State)
		c.Words(3, &v.Zip)
		c.Text(4, &v.Country)
		c.Text(7, &v.Subdivision)
		c.End()
	}
}

// Contacts is PER with function IC, repeated.
func (c *Codec) Contacts(v *[]x12.Contact) { c.ContactsFor("IC", v) }

// Contact is PER with function IC, once.
func (c *Codec) Contact(v **x12.Contact) { c.ContactFor("IC", v) }

// ContactsFor is PER with a function, repeated.
func (c *Codec) ContactsFor(function string, v *[]x12.Contact) {
	Segs(c, PER, function, v, func(c *Codec, v *x12.Contact) { contact(c, function, v) })
}

// ContactFor is PER with a function, once.
func (c *Codec) ContactFor(function string, v **x12.Contact) {
	Seg(c, PER, function, v, func(c *Codec, v *x12.Contact) { contact(c, function, v) })
}

// contact is a PER segment: a name and up to three pairs.
func contact(c *Codec, function string, v *x12.Contact) {
	c.Fixed(1, function)
	c.Words(2, &v.Name)
	for i := 0; i < 3; i++ {
		if c.dir == describing {
			n := entry(&v.Numbers, i)
			c.Code(3+2*i, &n.Type)
			c.Text(4+2*i, &n.Number)
			list(c.notes, &v.Numbers).full = true
			continue
		}
		var n x12.ContactNumber
		if c.dir == writing && i < len(v.Numbers) {
			n = v.Numbers[i]
			c.from(4+2*i, 0, address(&v.Numbers[i].Number))
		}
		c.Code(3+2*i, &n.Type)
		c.Text(4+2*i, &n.Number)
		if c.dir != reading || n == (x12.ContactNumber{}) {
			continue
		}
		if len(v.Numbers) < i { // a gap between pairs
			c.bad(3+2*i, 0)
		}
		v.Numbers = grow(c, v.Numbers)
		v.Numbers[len(v.Numbers)-1] = n
	}
}

// HL is the segment that opens a level. A canonical writer numbers it.
func (c *Codec) HL(code string, v *x12.Level) {
	if (c.tag^HL)&c.mask != 0 || !c.begin(HL, 3, code, attached) {
		return
	}
	if c.dir == writing && c.canonical {
		v = &c.level
	}
	c.Text(1, &v.ID)
	c.Text(2, &v.Parent)
	c.Fixed(3, code)
	c.Text(4, &v.Child)
	c.End()
}

// LX is the segment that opens a line. A canonical writer numbers it.
func (c *Codec) LX(v *int) {
	if (c.tag^LX)&c.mask != 0 {
		return
	}
	if c.dir == reading && c.opening && c.n == 1 { // the usual case, in short
		if n, ok := parseInt(c.qual); ok && n != 0 && c.qual[0] != '0' && c.simple == none {
			*v, c.opening = n, false
			c.step()
			return
		}
	}
	if c.dir == writing && c.canonical {
		c.renumbered(LX)
	}
	if !c.begin(LX, 1, "", attached) {
		return
	}
	if c.dir == writing && c.canonical {
		c.line++
		v = &c.line
	}
	n, ok := 0, false
	if c.dir == reading && c.simple == none && strings.HasPrefix(c.qual, "-") {
		n, ok = parseInt(c.qual[1:])
	}
	if ok && n != 0 { // no line is numbered so, but it is a number
		c.at, c.wrote, *v = 1, true, -n
	} else {
		c.Int(1, v)
	}
	c.End()
}

// LineRef is element e, the number of another line of the claim. It follows
// that line when a canonical writer renumbers.
func (c *Codec) LineRef(e int, v *int) {
	if c.dir == writing && c.canonical && c.lineOf != nil && *v != 0 {
		n := c.lineOf(*v)
		v = &n
	}
	c.Int(e, v)
}

// Bound is a segment that stands before or after loops of a kind and names them,
// LS or LE. A canonical writer makes it when there are such loops.
func (c *Codec) Bound(t Tag, name string, loops int, v *string) {
	if (c.tag^t)&c.mask != 0 || !c.begin(t, 1, "", attached) {
		return
	}
	if c.dir == writing && c.canonical {
		var s string
		if loops > 0 {
			s = name
		}
		v = &s
	}
	c.Text(1, v)
	c.End()
}
