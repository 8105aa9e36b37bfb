// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/x12"
)

// takeComp returns component j of element e.
func (c *Codec) takeComp(e, j int) string {
	if c.at != e || c.nComps == 0 {
		c.open(e)
	}
	for c.compAt < j-1 && c.compAt < c.nComps {
		c.compAt++
		if c.comp(c.compAt) != "" {
			c.bad(e, c.compAt)
		}
	}
	c.compAt = j
	return c.comp(j)
}

// open comes to element e and finds its components.
func (c *Codec) open(e int) {
	if c.at == e-1 && c.nComps == 0 {
		c.at = e
	} else if c.at != e {
		c.skip(e)
	}
	c.compAt, c.after = 0, c.simple
	if e > c.n {
		c.nComps, c.comps[0], c.comps[1] = 1, 0, 0
		return
	}
	end, n := c.ends[e], 1
	c.comps[0] = c.ends[e-1] + 1
	m := c.simple
	for ; m < end; m = c.nextMark() {
		switch {
		case c.str[m] != c.d.Component: // a repetition
			c.bad(e, 0)
		case n+1 >= len(c.comps):
			c.bad(e, n)
		default:
			c.comps[n] = m + 1
			n++
		}
	}
	c.comps[n] = end + 1
	c.nComps = n
	c.after, c.simple = m, 0
}

// comp returns component j of the element that was opened.
func (c *Codec) comp(j int) string {
	if j > c.nComps || c.comps[j] == 0 {
		return ""
	}
	return c.str[c.comps[j-1] : c.comps[j]-1]
}

// endComposite finds components that no field holds.
func (c *Codec) endComposite() {
	for c.compAt < c.nComps {
		c.compAt++
		if c.comp(c.compAt) != "" {
			c.bad(c.at, c.compAt)
		}
	}
	c.nComps, c.compAt, c.simple = 0, 0, c.after
}

// WordsComp is component j of element e, a text whose case means nothing.
func (c *Codec) WordsComp(e, j int, v *string) {
	if c.out && *v != "" {
		c.from(e, j, address(v))
		c.w.Words(e, j, *v)
		c.wrote = true
		return
	}
	c.TextComp(e, j, v)
}

// TextComp is component j of element e.
func (c *Codec) TextComp(e, j int, v *string) {
	if c.dir == reading {
		if e > c.n {
			return
		}
		if c.at != e || c.nComps == 0 {
			c.open(e)
		}
		if j == c.compAt+1 { // the usual case, in short
			if c.compAt = j; j <= c.nComps {
				if from, to := c.comps[(j-1)&31], c.comps[j&31]-1; from < to {
					*v, c.wrote = c.str[from:to], true
				}
			}
			return
		}
		if j > c.nComps && c.compAt >= c.nComps {
			return
		}
	} else if c.out {
		c.from(e, j, address(v))
		if *v != "" {
			c.w.Text(e, j, *v)
			c.wrote = true
		}
		return
	}
	c.text(e, j, v)
}

// CodeComp is component j of element e, a coded value.
func (c *Codec) CodeComp(e, j int, v *x12.Code) { c.TextComp(e, j, (*string)(v)) }

// FixedComp is component j of element e, which has one value only.
func (c *Codec) FixedComp(e, j int, s string) { c.fixed(e, j, s) }

// NullAmountComp is component j of element e, a number that may be absent.
func (c *Codec) NullAmountComp(e, j int, v *decimal.NullDecimal) { c.nullAmount(e, j, v) }

// AmountComp is component j of element e, a number that is always there when the
// composite is.
func (c *Codec) AmountComp(e, j int, v *decimal.Decimal) {
	switch c.dir {
	case reading:
		var ok bool
		if *v, ok = c.amount(c.takeComp(e, j)); !ok {
			c.bad(e, j)
		}
	case writing:
		c.from(e, j, address(v))
		c.w.Decimal(e, j, *v, c.canonical)
	default:
		c.holds(e, j, address(v))
	}
}

// DateComp is a date: its format, D8, in component j of element e and its value
// in the next.
func (c *Codec) DateComp(e, j int, v *x12.Date) {
	switch c.dir {
	case reading:
		format, s := c.takeComp(e, j), c.takeComp(e, j+1)
		if format == "" && s == "" {
			return
		}
		var ok bool
		if *v, ok = x12.ParseDate(s); !ok || format != "D8" {
			c.bad(e, j+1)
		}
	case writing:
		c.from(e, j+1, address(v))
		if *v != 0 {
			c.w.Text(e, j, "D8")
			c.w.Date(e, j+1, *v)
		}
	default:
		c.named(e, j, "D8")
		c.holds(e, j+1, address(v))
	}
}

// PeriodComp is a date or a period: its format, D8 or RD8, in component j of
// element e and its value in the next.
func (c *Codec) PeriodComp(e, j int, v *x12.DateRange) {
	switch c.dir {
	case reading:
		format, s := c.takeComp(e, j), c.takeComp(e, j+1)
		ok := format == "" && s == ""
		switch format {
		case "D8":
			v.From, ok = x12.ParseDate(s)
		case "RD8":
			*v, ok = x12.ParseDateRange(s)
		}
		if !ok {
			c.bad(e, j+1)
		}
	case writing:
		c.from(e, j+1, address(v))
		if v.IsZero() {
			return
		}
		format := "D8"
		if v.To != 0 {
			format = "RD8"
		}
		c.w.Text(e, j, format)
		c.w.Period(e, j+1, *v)
	default:
		c.span(e, j, "RD8", &v.From, &v.To)
	}
}

// IntComp is component j of element e, a whole number; 0 is absent.
func (c *Codec) IntComp(e, j int, v *int) { c.int(e, j, v) }

// LabelComp is Label in components j and j+1 of element e.
func (c *Codec) LabelComp(e, j int, label string, v *string) {
	switch c.dir {
	case reading:
		if l := c.takeComp(e, j); l != label && l != "" {
			c.bad(e, j)
		} else if c.TextComp(e, j+1, v); (*v != "") != (l != "") {
			c.bad(e, j)
		}
	case writing:
		if *v != "" {
			c.w.Text(e, j, label)
			c.TextComp(e, j+1, v)
		}
	default:
		c.named(e, j, label)
		c.holds(e, j+1, address(v))
	}
}
