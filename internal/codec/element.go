// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/x12"
)

// get returns element e, or its component j when j is not 0.
func (c *Codec) get(e, j int) string {
	if j == 0 {
		return c.take(e)
	}
	return c.takeComp(e, j)
}

// Text is element e.
func (c *Codec) Text(e int, v *string) {
	if c.dir == reading {
		ends := c.ends
		if uint(e) >= uint(len(ends)) {
			return
		}
		if to := ends[e]; e == c.at+1 && to < c.simple { // the usual case, in short
			c.at = e
			if from := ends[e-1] + 1; from < to {
				*v, c.wrote = c.str[from:to], true
			}
			return
		}
	} else if c.out {
		c.from(e, 0, address(v))
		if *v != "" {
			c.w.Text(e, 1, *v)
			c.wrote = true
		}
		return
	}
	c.text(e, 0, v)
}

// text is element e, or its component j.
func (c *Codec) text(e, j int, v *string) {
	switch c.dir {
	case reading:
		if *v = c.get(e, j); *v != "" {
			c.wrote = true
		}
	case writing:
		c.from(e, j, address(v))
		if *v != "" {
			c.w.Text(e, max(j, 1), *v)
			c.wrote = true
		}
	default:
		c.holds(e, j, address(v))
	}
}

// Words is element e, a name or another text whose case means nothing.
func (c *Codec) Words(e int, v *string) {
	if c.out && *v != "" {
		c.from(e, 0, address(v))
		c.w.Words(e, 1, *v)
		c.wrote = true
		return
	}
	c.Text(e, v)
}

// Code is element e, a coded value.
func (c *Codec) Code(e int, v *x12.Code) { c.Text(e, (*string)(v)) }

// Fixed is element e, which has one value only.
func (c *Codec) Fixed(e int, s string) { c.fixed(e, 0, s) }

func (c *Codec) fixed(e, j int, s string) {
	switch c.dir {
	case reading:
		if e == 1 && j == 0 && c.simple == none && c.at == 0 && c.qual == s {
			c.at = 1
			return
		}
		if c.get(e, j) != s {
			c.badUnit(e, j)
		}
	case writing:
		c.w.Text(e, max(j, 1), s)
	default:
		c.named(e, j, s)
	}
}

// Amount is element e, a number that is always there when the segment is; zero
// alone makes no segment.
func (c *Codec) Amount(e int, v *decimal.Decimal) {
	switch c.dir {
	case reading:
		var ok bool
		if *v, ok = c.amount(c.take(e)); !ok {
			c.bad(e, 0)
		}
		c.wrote = c.wrote || !v.IsZero()
	case writing:
		c.from(e, 0, address(v))
		c.w.Decimal(e, 1, *v, c.canonical)
		c.wrote = c.wrote || !v.IsZero()
	default:
		c.holds(e, 0, address(v))
	}
}

// NonZero is element e, a number that is absent when it is zero.
func (c *Codec) NonZero(e int, v *decimal.Decimal) {
	if c.dir == reading && e > c.n {
		return
	}
	switch c.dir {
	case reading:
		if s := c.take(e); s != "" {
			c.wrote = true
			var ok bool
			if *v, ok = c.amount(s); !ok || v.IsZero() {
				c.bad(e, 0)
			}
		}
	case writing:
		c.from(e, 0, address(v))
		if !v.IsZero() {
			c.w.Decimal(e, 1, *v, c.canonical)
			c.wrote = true
		}
	default:
		c.holds(e, 0, address(v))
	}
}

// NullAmount is element e, a number that may be absent; zero is not absent.
func (c *Codec) NullAmount(e int, v *decimal.NullDecimal) { c.nullAmount(e, 0, v) }

func (c *Codec) nullAmount(e, j int, v *decimal.NullDecimal) {
	if c.dir == reading && e > c.n {
		return
	}
	switch c.dir {
	case reading:
		if s := c.get(e, j); s != "" {
			c.wrote = true
			if v.Decimal, v.Valid = c.amount(s); !v.Valid {
				c.bad(e, j)
			}
		}
	case writing:
		c.from(e, j, address(v))
		if v.Valid {
			c.w.Decimal(e, max(j, 1), v.Decimal, c.canonical)
			c.wrote = true
		}
	default:
		c.holds(e, j, address(v))
	}
}

// Int is element e, a whole number; 0 is absent.
func (c *Codec) Int(e int, v *int) { c.int(e, 0, v) }

func (c *Codec) int(e, j int, v *int) {
	if c.dir == reading && e > c.n {
		return
	}
	switch c.dir {
	case reading:
		if s := c.get(e, j); s != "" {
			c.wrote = true
			n, ok := parseInt(s)
			switch {
			case !ok || n == 0:
				c.bad(e, j)
			case s[0] == '0':
				c.spelled(e, j)
			}
			*v = n
		}
	case writing:
		c.from(e, j, address(v))
		if *v != 0 {
			c.w.Int(e, max(j, 1), *v)
			c.wrote = true
		}
	default:
		c.holds(e, j, address(v))
	}
}

// parseInt reads up to nine digits.
func parseInt(s string) (n int, ok bool) {
	if len(s) == 0 || len(s) > 9 {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		d := s[i] - '0'
		if d > 9 {
			return 0, false
		}
		n = n*10 + int(d)
	}
	return n, true
}

// Bool is element e, which is there with one value when true.
func (c *Codec) Bool(e int, v *bool, yes string) {
	if c.dir == reading && e > c.n {
		return
	}
	switch c.dir {
	case reading:
		if s := c.take(e); s == yes {
			*v, c.wrote = true, true
		} else if s != "" {
			c.bad(e, 0)
		}
	case writing:
		c.from(e, 0, address(v))
		if *v {
			c.w.Text(e, 1, yes)
			c.wrote = true
		}
	default:
		c.holds(e, 0, address(v))
	}
}

// Date is element e, CCYYMMDD.
func (c *Codec) Date(e int, v *x12.Date) {
	switch c.dir {
	case reading:
		if s := c.take(e); s != "" {
			c.wrote = true
			var ok bool
			if *v, ok = x12.ParseDate(s); !ok {
				c.bad(e, 0)
			}
		}
	case writing:
		c.from(e, 0, address(v))
		if *v != 0 {
			c.w.Date(e, 1, *v)
			c.wrote = true
		}
	default:
		c.holds(e, 0, address(v))
	}
}

// Time is element e.
func (c *Codec) Time(e int, v *x12.Time) {
	switch c.dir {
	case reading:
		if s := c.take(e); s != "" {
			c.wrote = true
			var ok bool
			if *v, ok = x12.ParseTime(s); !ok {
				c.bad(e, 0)
			}
		}
	case writing:
		c.from(e, 0, address(v))
		if !v.IsZero() {
			c.w.Time(e, 1, *v)
			c.wrote = true
		}
	default:
		c.holds(e, 0, address(v))
	}
}

// Period is a date or a period: its format, D8 or RD8, in element e and its
// value in the next.
func (c *Codec) Period(e int, v *x12.DateRange) {
	switch c.dir {
	case reading:
		format, s := c.take(e), c.take(e+1)
		var ok bool
		switch format {
		case "D8":
			v.From, ok = x12.ParseDate(s)
		case "RD8":
			*v, ok = x12.ParseDateRange(s)
		case "":
			ok = s == ""
		}
		if !ok {
			*v = x12.DateRange{}
			c.bad(e+1, 0)
		}
		if format != "" {
			c.wrote = true
		}
	case writing:
		c.from(e+1, 0, address(v))
		if v.IsZero() {
			return
		}
		format := "D8"
		if v.To != 0 {
			format = "RD8"
		}
		c.w.Text(e, 1, format)
		c.w.Period(e+1, 1, *v)
		c.wrote = true
	default:
		c.span(e, 0, "", &v.From, &v.To)
	}
}

// Dates is Period for two dates that stand apart.
func (c *Codec) Dates(e int, from, to *x12.Date) {
	switch c.dir {
	case reading:
		var r x12.DateRange
		c.Period(e, &r)
		*from, *to = r.From, r.To
	case writing:
		r := x12.DateRange{From: *from, To: *to}
		c.Period(e, &r)
		c.from(e+1, 0, address(from))
	default:
		c.span(e, 0, "", from, to)
	}
}

// DatePeriod is a date: its format, D8, in element e and its value in the next.
func (c *Codec) DatePeriod(e int, v *x12.Date) {
	if c.dir == describing {
		c.named(e, 0, "")
		c.holds(e+1, 0, address(v))
		return
	}
	r := x12.DateRange{From: *v}
	c.Period(e, &r)
	if c.out {
		c.from(e+1, 0, address(v))
	}
	if c.dir != reading {
		return
	}
	if r.To != 0 {
		c.bad(e, 0)
		return
	}
	*v = r.From
}

// Unit is a quantity with one possible unit: the unit in element e, the number
// in the next.
func (c *Codec) Unit(e int, unit string, v *decimal.NullDecimal) {
	switch c.dir {
	case reading:
		if u := c.take(e); u != unit && u != "" {
			c.bad(e, 0)
		} else if c.NullAmount(e+1, v); v.Valid != (u != "") {
			c.bad(e, 0)
		}
	case writing:
		if v.Valid {
			c.w.Text(e, 1, unit)
			c.NullAmount(e+1, v)
		}
	default:
		c.named(e, 0, unit)
		c.holds(e+1, 0, address(v))
	}
}

// Label is a text with one possible label: the label in element e, the text in
// the next.
func (c *Codec) Label(e int, label string, v *string) {
	switch c.dir {
	case reading:
		if l := c.take(e); l != label && l != "" {
			c.bad(e, 0)
		} else if c.Text(e+1, v); (*v != "") != (l != "") {
			c.bad(e, 0)
		}
	case writing:
		if *v != "" {
			c.w.Text(e, 1, label)
			c.Text(e+1, v)
		}
	default:
		c.named(e, 0, label)
		c.holds(e+1, 0, address(v))
	}
}
