package codec

// Begin starts a segment whose elements the loop function calls one by one, up
// to End. Qualifiers is a list of values of element 1 (its first component),
// "DN|P3", or empty when the tag decides.
func (c *Codec) Begin(t Tag, qualifiers string) bool {
	return (c.tag^t)&c.mask == 0 && c.begin(t, 1, qualifiers, false)
}

// BeginAt is Begin with the qualifier in another element.
func (c *Codec) BeginAt(t Tag, element int, qualifiers string) bool {
	return (c.tag^t)&c.mask == 0 && c.begin(t, element, qualifiers, false)
}

// begin starts a segment. A detached one has a struct or a slice entry of its
// own, so that it may come again.
func (c *Codec) begin(t Tag, qualAt int, qualifiers string, detached bool) bool {
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
		return detached || f.first(t, qualifiers)
	}
	switch c.dir {
	case writing:
		f := &c.frames[len(c.frames)-1]
		if f.rest != nil && len(*f.rest) > 0 {
			c.flushRest(f.shape.place(accept{t, qualAt, qualifiers}))
			if !detached && c.replacement(t, qualAt, qualifiers) {
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

// first tells whether the segment comes for the first time in its loop.
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

// whole ends the segment and tells whether fields hold all of it; if not, it is
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
	}
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
		seg(c, t, 1, qualifiers, p, fn)
	}
}

// SegAt is Seg with the qualifier in another element.
func SegAt[T any](c *Codec, t Tag, element int, qualifiers string, p **T, fn func(*Codec, *T)) {
	if (c.tag^t)&c.mask == 0 {
		seg(c, t, element, qualifiers, p, fn)
	}
}

func seg[T any](c *Codec, t Tag, qualAt int, qualifiers string, p **T, fn func(*Codec, *T)) {
	switch c.dir {
	case reading:
		if *p != nil || !c.begin(t, qualAt, qualifiers, true) {
			return
		}
		v := alloc[T](c)
		c.wrote = true
		fn(c, v)
		if !c.whole() {
			c.keep(false)
			return
		}
		*p = v
	case writing:
		if *p != nil && c.begin(t, qualAt, qualifiers, true) {
			c.wrote = true
			fn(c, *p)
			c.whole()
		}
	default:
		c.begin(t, qualAt, qualifiers, true)
		fn(c, new(T))
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
		for c.tag == t && !c.other(qualAt, qualifiers) && c.begin(t, qualAt, qualifiers, true) {
			*s = grow(c, *s)
			c.wrote = true
			fn(c, &(*s)[len(*s)-1])
			if !c.whole() {
				*s = shrink(c, *s)
				c.keep(false)
			}
		}
	case writing:
		for i := range *s {
			if c.begin(t, qualAt, qualifiers, true) {
				c.wrote = true
				fn(c, &(*s)[i])
				c.whole()
			}
		}
	default:
		c.begin(t, qualAt, qualifiers, true)
		c.current.List = true
		fn(c, new(T))
	}
}
