// SPDX-License-Identifier: Apache-2.0

package codec

// Parts: fields of a loop that stand in a struct of their own, which is there
// only when something of it is.

// Part returns the part that a loop always has when it is read. One that is
// missing when it is written is empty.
func Part[T any](c *Codec, p **T) *T {
	switch {
	case *p != nil:
		return *p
	case c.dir == reading:
		*p = alloc[T](c)
		return *p
	case c.dir == describing:
		return made(p)
	}
	return new(T)
}

// In is for calls of segments or loops with one tag whose fields stand in a part
// that may be missing. Reading, the part is made when fn takes a segment.
func In[T any](c *Codec, t Tag, p **T, fn func(*Codec, *T)) {
	if (c.tag^t)&c.mask == 0 {
		inPart(c, p, fn)
	}
}

func inPart[T any](c *Codec, p **T, fn func(*Codec, *T)) {
	switch {
	case *p != nil:
		fn(c, *p)
	case c.dir == reading:
		spare := grow[T](c, nil)
		before := c.held()
		if fn(c, &spare[0]); c.held() != before {
			*p = &spare[0]
		} else {
			shrink(c, spare)
		}
	case c.dir == describing:
		fn(c, made(p))
	}
}

// held counts segments that fields of the loop or of one inside it hold.
func (c *Codec) held() int {
	return c.taken - c.lost
}

// InElements is In for elements from to to of the segment that Begin started.
func InElements[T any](c *Codec, from, to int, p **T, fn func(*Codec, *T)) {
	switch c.dir {
	case reading:
		to = min(to, c.n)
		if from > to || c.ends[to]-c.ends[from-1] == uint32(to-from+1) {
			return // they are empty
		}
		fn(c, Part(c, p))
	case writing:
		if *p != nil {
			fn(c, *p)
		}
	default:
		fn(c, made(p))
	}
}
