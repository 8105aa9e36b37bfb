// SPDX-License-Identifier: Apache-2.0

package codec

// Begin starts a segment whose elements the loop function calls one by one, up
// to End. Qualifiers is a list of values of element 1 (its first component),
// "DN|P3", or empty when the tag decides.
func (c *Codec) Begin(t Tag, qualifiers string) bool {
	return (c.tag^t)&c.mask == 0 && c.begin(t, 1, qualifiers, attached)
}

// BeginAt is Begin with the qualifier in another element.
func (c *Codec) BeginAt(t Tag, element int, qualifiers string) bool {
	return (c.tag^t)&c.mask == 0 && c.begin(t, element, qualifiers, attached)
}

// manner is where the fields of a segment stand.
type manner uint8

const (
	attached manner = iota // in the struct of the loop: it comes once
	alone                  // in a struct of their own, or a field that is empty without it
	listed                 // in an entry of a list
)

// begin starts a segment. Reading, one that is not attached may come again.
func (c *Codec) begin(t Tag, qualAt int, qualifiers string, how manner) bool {
	c.at, c.compAt, c.nComps, c.badAt = 0, 0, 0, 0
	if c.dir == reading {
		if qualifiers != "" && !c.is(qualAt, qualifiers) {
			return false
		}
		f := &c.frames[len(c.frames)-1]
		if f.shape.tag == t && f.shape.qualifiers == qualifiers && f.shape.qualAt == qualAt {
			if !c.opening {
				return false
			}
			c.opening, c.isOpener, c.wrote = false, true, !f.single
			return true
		}
		c.isOpener, c.wrote = false, false
		return how != attached || f.first(t, qualifiers)
	}
	switch c.dir {
	case writing:
		f := &c.frames[len(c.frames)-1]
		if f.rest != nil && len(*f.rest) > 0 {
			c.flushRest(f.shape.place(accept{t, qualAt, qualifiers}))
			if how != listed && c.replacement(t, qualAt, qualifiers) {
				c.opening = false
				return false
			}
		}
		c.isOpener = c.opening
		c.opening = false
		c.wrote = false
		c.w.BeginKey(uint32(t))
		c.from(0, 0, 0)
	default:
		c.note(t, qualAt, qualifiers)
	}
	return true
}

// first reports whether the segment comes for the first time in its loop.
func (f *frame) first(t Tag, qualifiers string) bool {
	for i := range f.seen[:f.nSeen] {
		if s := &f.seen[i]; s.tag == t && s.qualifiers == qualifiers {
			return false
		}
	}
	if f.nSeen < len(f.seen) {
		f.seen[f.nSeen] = seenSegment{t, qualifiers}
		f.nSeen++
	}
	return true
}

// End ends the segment that Begin started. What the fields could not hold makes
// a raw segment that stands for them.
func (c *Codec) End() {
	if !c.whole() {
		c.keep(true)
	}
}

// whole ends the segment and reports whether fields hold all of it; if not, it is
// still the current one.
func (c *Codec) whole() bool {
	switch c.dir {
	case reading:
		if c.nComps > 0 {
			c.endComposite()
		}
		for c.at < c.n {
			c.at++
			if c.ends[c.at-1]+1 != c.ends[c.at] {
				c.bad(c.at, 0)
			}
		}
		if !c.wrote { // nothing but its qualifier: no field would bring it back
			c.bad(1, 0)
		}
		if c.badAt != 0 {
			return false
		}
		c.step()
	case writing:
		if c.wrote {
			c.content++
		} else if !c.isOpener {
			c.w.Abort()
			break
		}
		c.fail(c.w.End())
		c.frames[len(c.frames)-1].count++
	}
	return true
}

// bad notes an element that no field can hold.
func (c *Codec) bad(e, comp int) {
	if c.badAt == 0 {
		c.badAt, c.badComp = e, comp
		c.badBits, c.wrong = 0, false
	}
	if e >= 64 {
		e = 0 // which is none
	}
	c.badBits |= 1 << e
}

// spelled notes an element whose field holds what it means but not how it is
// written: zeros in front of a number that is often compared as text.
func (c *Codec) spelled(e, comp int) {
	if c.badAt == 0 {
		c.badAt, c.badComp = e, comp
		c.badBits, c.wrong = 0, false
	}
}

// badUnit is bad for an element that says what others mean: with another value,
// no field may have them.
func (c *Codec) badUnit(e, comp int) {
	c.bad(e, comp)
	c.wrong = true
}

// Run is for a run of calls for segments, or loops, that begin with one tag: when
// the current segment is another, they are passed over at once.
func Run[T any](c *Codec, t Tag, v *T, calls func(*Codec, *T)) {
	if (c.tag^t)&c.mask == 0 {
		calls(c, v)
	}
}

// RunOf is Run for calls with several tags.
func RunOf[T any](c *Codec, tags TagSet, v *T, calls func(*Codec, *T)) {
	if tags>>c.tag.hash()&1 != 0 || c.all {
		calls(c, v)
	}
}

// Seg is a segment with a struct of its own; fn makes the element calls.
func Seg[T any](c *Codec, t Tag, qualifiers string, p **T, fn func(*Codec, *T)) {
	if (c.tag^t)&c.mask == 0 {
		seg(c, t, qualifiers, p, fn)
	}
}

func seg[T any](c *Codec, t Tag, qualifiers string, p **T, fn func(*Codec, *T)) {
	switch c.dir {
	case reading:
		if *p != nil || !c.begin(t, 1, qualifiers, alone) {
			return
		}
		v := alloc[T](c)
		c.wrote = true
		fn(c, v)
		if !c.whole() {
			if !c.wrong {
				*p = v
			}
			c.keep(!c.wrong)
			return
		}
		*p = v
	case writing:
		if *p != nil && c.begin(t, 1, qualifiers, alone) {
			c.wrote = true
			fn(c, *p)
			c.whole()
		}
	default:
		c.begin(t, 1, qualifiers, alone)
		fn(c, made(p))
	}
}

// Segs is a segment that repeats; fn makes the element calls.
func Segs[T any](c *Codec, t Tag, qualifiers string, s *[]T, fn func(*Codec, *T)) {
	if (c.tag^t)&c.mask == 0 {
		segs(c, t, 1, qualifiers, s, fn)
	}
}

// SegsAt is Segs with the qualifier in another element.
func SegsAt[T any](c *Codec, t Tag, element int, qualifiers string, s *[]T, fn func(*Codec, *T)) {
	if (c.tag^t)&c.mask == 0 {
		segs(c, t, element, qualifiers, s, fn)
	}
}

// other tells quickly whether the current segment is surely none with one of the
// qualifiers.
func (c *Codec) other(qualAt int, qualifiers string) bool {
	return qualAt == 1 && uint(len(qualifiers)-1) < 3 && qualifiers[0] != byte(c.qkey)
}

func segs[T any](c *Codec, t Tag, qualAt int, qualifiers string, s *[]T, fn func(*Codec, *T)) {
	switch c.dir {
	case reading:
		for c.tag == t && !c.other(qualAt, qualifiers) && c.begin(t, qualAt, qualifiers, listed) {
			*s = grow(c, *s)
			c.wrote = true
			fn(c, &(*s)[len(*s)-1])
			if c.whole() {
				continue
			}
			if c.wrong {
				*s = shrink(c, *s)
				c.keep(false)
				continue
			}
			c.keepEntries(len(*s), 1)
		}
	case writing:
		if len(*s) == 0 { // as most are
			return
		}
		kept := c.keptEntries(t, qualAt, qualifiers)
		for i := 0; i < len(*s); i++ {
			if n := kept.write(c, i+1); n > 0 {
				i += n - 1
				continue
			}
			if c.begin(t, qualAt, qualifiers, listed) {
				c.wrote = true
				fn(c, &(*s)[i])
				c.whole()
			}
		}
	default:
		c.begin(t, qualAt, qualifiers, listed)
		c.current.List = true
		fn(c, entry(s, 0))
		list(c.notes, s).per = 1
	}
}
