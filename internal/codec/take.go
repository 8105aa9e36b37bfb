// SPDX-License-Identifier: Apache-2.0

package codec

// Where the elements of the current segment stand, and which of them were taken.

// skip comes to element e; what is not empty before it, no field holds.
func (c *Codec) skip(e int) {
	if c.nComps > 0 {
		c.endComposite()
	}
	if c.at < e-1 {
		for c.at < e-1 {
			c.at++
			if c.at <= c.n && c.ends[c.at-1]+1 != c.ends[c.at] {
				c.bad(c.at, 0)
			}
		}
		if e-1 <= c.n {
			c.pass(c.ends[e-1])
		}
	}
	c.at = e
}

// pass comes to a place behind all separators before it.
func (c *Codec) pass(to uint32) {
	for c.simple < to {
		c.simple = c.nextMark()
	}
}

// nextMark comes behind a separator and returns where the next one stands.
func (c *Codec) nextMark() uint32 {
	c.mark++
	if c.mark < len(c.marks) {
		return c.marks[c.mark]
	}
	return none
}

// take returns simple element e.
func (c *Codec) take(e int) string {
	if ends := c.ends; e == c.at+1 && uint(e) < uint(len(ends)) {
		if to := ends[e]; to < c.simple { // the usual case, in short
			c.at = e
			return c.str[ends[e-1]+1 : to]
		}
	}
	return c.takeOdd(e)
}

func (c *Codec) takeOdd(e int) string {
	if e == c.at+1 && c.nComps > 0 && c.compAt >= c.nComps && uint(e) < uint(len(c.ends)) && c.ends[e] < c.after { // after a composite
		c.at, c.nComps, c.compAt, c.simple = e, 0, 0, c.after
		return c.str[c.ends[e-1]+1 : c.ends[e]]
	}
	c.skip(e)
	if e > c.n {
		return ""
	}
	if c.simple < c.ends[e] {
		c.bad(e, 0)
		c.pass(c.ends[e])
	}
	return c.str[c.ends[e-1]+1 : c.ends[e]]
}
