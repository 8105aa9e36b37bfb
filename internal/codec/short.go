// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/x12"
)

// Short segments: a qualifier and a value.

// REF is a reference with one qualifier.
func (c *Codec) REF(qualifier string, v *string) {
	if (c.tag^REF)&c.mask == 0 && (*v != "") == c.out {
		c.ref(qualifier, v)
	}
}

func (c *Codec) ref(qualifier string, v *string) {
	if c.dir == reading {
		if qualifier[0] != byte(c.qkey) || c.qkey != pack(qualifier) {
			return
		}
		if c.n == 2 && c.simple == none { // the usual case, in short
			if *v = c.str[c.ends[1]+1 : c.ends[2]]; *v != "" {
				c.step()
				return
			}
		}
	}
	if !c.starts(REF, qualifier, *v != "") {
		return
	}
	c.Fixed(1, qualifier)
	c.Text(2, v)
	if !c.whole() {
		c.keep(*v != "")
	}
}

// starts begins a short segment whose field is a plain value: when reading, only
// if the field is free; when writing, only if it is set.
func (c *Codec) starts(t Tag, qualifier string, set bool) bool {
	if c.dir == describing {
		return c.begin(t, 1, qualifier, alone)
	}
	return set == (c.dir == writing) && c.begin(t, 1, qualifier, alone)
}

// REFPair is a reference with one qualifier that may come twice.
func (c *Codec) REFPair(qualifier string, first, second *string) {
	if (c.tag^REF)&c.mask == 0 {
		c.refPair(qualifier, first, second)
	}
}

func (c *Codec) refPair(qualifier string, first, second *string) {
	one := func(v *string, entry int) {
		c.Fixed(1, qualifier)
		c.Text(2, v)
		switch {
		case c.whole():
		case *v == "":
			c.keep(false)
		default:
			c.keepEntries(entry, 1)
		}
	}
	switch c.dir {
	case reading:
		for c.tag == REF && *second == "" && c.begin(REF, 1, qualifier, listed) {
			if *first == "" {
				one(first, 1)
			} else {
				one(second, 2)
			}
		}
	case writing:
		kept := c.keptEntries(REF, 1, qualifier)
		for i, v := range [...]*string{first, second} {
			if *v != "" && kept.write(c, i+1) == 0 && c.begin(REF, 1, qualifier, listed) {
				one(v, i+1)
			}
		}
	default:
		c.begin(REF, 1, qualifier, listed)
		c.current.List = true
		c.Fixed(1, qualifier)
		c.Text(2, first)
		c.Text(2, second)
		needs(c.notes, second, first)
	}
}

// REFs is references with any of several qualifiers.
func (c *Codec) REFs(qualifiers string, v *[]x12.Reference) {
	Segs(c, REF, qualifiers, v, reference)
}

func reference(c *Codec, v *x12.Reference) {
	c.Code(1, &v.Qualifier)
	c.Text(2, &v.ID)
}

// REFList is references with one qualifier, repeated.
func (c *Codec) REFList(qualifier string, v *[]string) {
	if (c.tag^REF)&c.mask == 0 {
		c.list(REF, qualifier, v)
	}
}

// K3 is fixed-format text, repeated.
func (c *Codec) K3(v *[]string) {
	if (c.tag^K3)&c.mask == 0 {
		c.list(K3, "", v)
	}
}

// list is a repeated segment with an optional qualifier and one text.
func (c *Codec) list(t Tag, qualifier string, v *[]string) {
	do := func(c *Codec, s *string) {
		e := 1
		if qualifier != "" {
			c.Fixed(1, qualifier)
			e = 2
		}
		c.Text(e, s)
	}
	segs(c, t, 1, qualifier, v, do)
}

// DTP is a date, format D8.
func (c *Codec) DTP(qualifier string, v *x12.Date) {
	if (c.tag^DTP)&c.mask == 0 && (*v != 0) == c.out {
		c.dtp(qualifier, v)
	}
}

func (c *Codec) dtp(qualifier string, v *x12.Date) {
	if c.dir == reading {
		if qualifier[0] != byte(c.qkey) || c.qkey != pack(qualifier) {
			return
		}
		if c.n == 3 && c.simple == none && pack(c.Element(2)) == packedD8 { // the usual case, in short
			if d, ok := x12.ParseDate(c.Element(3)); ok {
				*v = d
				c.step()
				return
			}
		}
	}
	if !c.starts(DTP, qualifier, *v != 0) {
		return
	}
	c.Fixed(1, qualifier)
	c.DatePeriod(2, v)
	if !c.whole() {
		c.keep(*v != 0)
	}
}

// DTM is a date without a format.
func (c *Codec) DTM(qualifier string, v *x12.Date) {
	if (c.tag^DTM)&c.mask == 0 && (*v != 0) == c.out {
		c.dtm(qualifier, v)
	}
}

func (c *Codec) dtm(qualifier string, v *x12.Date) {
	if c.dir == reading {
		if qualifier[0] != byte(c.qkey) || c.qkey != pack(qualifier) {
			return
		}
		if c.n == 2 && c.simple == none { // the usual case, in short
			if d, ok := x12.ParseDate(c.Element(2)); ok {
				*v = d
				c.step()
				return
			}
		}
	}
	if !c.starts(DTM, qualifier, *v != 0) {
		return
	}
	c.Fixed(1, qualifier)
	c.Date(2, v)
	if !c.whole() {
		c.keep(*v != 0)
	}
}

// DTPRange is a date or a period, format D8 or RD8.
func (c *Codec) DTPRange(qualifier string, v *x12.DateRange) {
	if (c.tag^DTP)&c.mask == 0 && (v.From != 0) == c.out {
		c.dtpRange(qualifier, v)
	}
}

func (c *Codec) dtpRange(qualifier string, v *x12.DateRange) {
	if c.dir == reading {
		if qualifier[0] != byte(c.qkey) || c.qkey != pack(qualifier) {
			return
		}
		if c.n == 3 && c.simple == none && pack(c.Element(2)) == packedD8 { // the usual case, in short
			if d, ok := x12.ParseDate(c.Element(3)); ok {
				v.From = d
				c.step()
				return
			}
		}
	}
	if !c.starts(DTP, qualifier, !v.IsZero()) {
		return
	}
	c.Fixed(1, qualifier)
	c.Period(2, v)
	if !c.whole() {
		c.keep(v.From != 0)
	}
}

// DTPTime is a time of day, format TM.
func (c *Codec) DTPTime(qualifier string, v *x12.Time) {
	if (c.tag^DTP)&c.mask == 0 && !v.IsZero() == c.out {
		c.dtpTime(qualifier, v)
	}
}

func (c *Codec) dtpTime(qualifier string, v *x12.Time) {
	if !c.starts(DTP, qualifier, !v.IsZero()) {
		return
	}
	c.Fixed(1, qualifier)
	c.Fixed(2, "TM")
	c.Time(3, v)
	if !c.whole() {
		if c.wrong {
			*v = x12.Time{}
		}
		c.keep(!v.IsZero())
	}
}

// DTPMoment is a date, format D8, or a date and a time of day with minutes,
// format DT.
func (c *Codec) DTPMoment(qualifier string, date *x12.Date, v *x12.Time) {
	if (c.tag^DTP)&c.mask == 0 && (*date != 0) == c.out {
		c.dtpMoment(qualifier, date, v)
	}
}

func (c *Codec) dtpMoment(qualifier string, date *x12.Date, v *x12.Time) {
	if !c.starts(DTP, qualifier, *date != 0) {
		return
	}
	c.Fixed(1, qualifier)
	c.moment(2, date, v)
	if !c.whole() {
		if *date == 0 {
			*v = x12.Time{}
		}
		c.keep(*date != 0)
	}
}

// moment is a format, D8 or DT, in element e and the value in the next.
func (c *Codec) moment(e int, date *x12.Date, v *x12.Time) {
	switch c.dir {
	case reading:
		format, s := c.take(e), c.take(e+1)
		ok, timed := false, true
		switch {
		case format == "D8":
			*date, ok = x12.ParseDate(s)
		case format == "DT" && len(s) == 12:
			*date, ok = x12.ParseDate(s[:8])
			*v, timed = x12.ParseTime(s[8:])
		}
		if c.wrote = true; !ok || !timed {
			c.bad(e+1, 0)
		}
	case writing:
		c.from(e+1, 0, address(date))
		if v.IsZero() {
			c.w.Text(e, 1, "D8")
			c.w.Date(e+1, 1, *date)
		} else {
			c.w.Text(e, 1, "DT")
			c.w.Date(e+1, 1, *date)
			c.w.Time(e+1, 1, *v)
		}
		c.wrote = true
	default:
		c.named(e, 0, "")
		c.holds(e+1, 0, address(date))
		c.holds(e+1, 0, address(v))
		needs(c.notes, v, date)
	}
}

// AMT is an amount; zero is an amount.
func (c *Codec) AMT(qualifier string, v *decimal.NullDecimal) {
	if (c.tag^AMT)&c.mask == 0 && v.Valid == c.out {
		c.qualified(AMT, qualifier, v)
	}
}

// QTY is a quantity; zero is a quantity.
func (c *Codec) QTY(qualifier string, v *decimal.NullDecimal) {
	if (c.tag^QTY)&c.mask == 0 && v.Valid == c.out {
		c.qualified(QTY, qualifier, v)
	}
}

func (c *Codec) qualified(t Tag, qualifier string, v *decimal.NullDecimal) {
	if c.dir == reading && (qualifier[0] != byte(c.qkey) || c.qkey != pack(qualifier)) {
		return
	}
	if !c.starts(t, qualifier, v.Valid) {
		return
	}
	c.Fixed(1, qualifier)
	c.NullAmount(2, v)
	if !c.whole() {
		c.keep(v.Valid)
	}
}
