// SPDX-License-Identifier: Apache-2.0

package codec

// Flat is a segment that holds several items of one kind after elements that
// hold for all of them: CAS, PLB. It is read into one list, an entry an item.
type Flat[T any] struct {
	Tag   Tag
	First int // element that the first item begins with
	Width int // elements of an item
	Items int // in a segment

	Head  func(*Codec, *T)      // the elements before the first item
	Item  func(*Codec, *T, int) // the elements of an item from one on
	Share func(to, from *T)     // gives an entry the head of another
	Same  func(a, b *T) bool    // have the same head
	Place func(*T) *int         // in its segment, from 1, when not the next one; else 0
}

// FlatList is a list of items of flat segments. An item follows the one before
// it in its segment while they have the same head and there is room, unless its
// place, which a canonical writer does not look at, says otherwise.
func FlatList[T any](c *Codec, v *[]T, f *Flat[T]) {
	if (c.tag^f.Tag)&c.mask == 0 {
		flatList(c, v, f)
	}
}

func flatList[T any](c *Codec, v *[]T, f *Flat[T]) {
	switch c.dir {
	case reading:
		for c.tag == f.Tag && c.begin(f.Tag, 1, "", listed) {
			had := len(*v)
			last := readFlat(c, v, f)
			if c.whole() {
				c.flatPlace = last
				continue
			}
			if last > 0 {
				c.flatPlace = f.Items // no entry follows in a segment that is kept
			}
			c.keepEntries(had+1, len(*v)-had)
		}
	case writing:
		if len(*v) == 0 {
			return
		}
		kept := c.keptEntries(f.Tag, 1, "")
		for rest := *v; len(rest) > 0; {
			at := len(*v) - len(rest) + 1
			if n := kept.write(c, at); n > 0 {
				rest = rest[min(n, len(rest)):]
				continue
			}
			end := kept.entry(c)
			c.begin(f.Tag, 1, "", listed)
			f.Head(c, &rest[0])
			for place := 1; ; {
				f.Item(c, &rest[0], f.First+(place-1)*f.Width)
				prev := &rest[0]
				if rest = rest[1:]; len(rest) == 0 || !f.Same(prev, &rest[0]) || len(*v)-len(rest)+1 == end {
					break
				}
				next := place + 1
				if p := *f.Place(&rest[0]); p != 0 && !c.canonical {
					next = p
				}
				if next <= place || next > f.Items {
					break
				}
				place = next
			}
			c.wrote = true
			c.whole()
		}
	default:
		c.begin(f.Tag, 1, "", listed)
		c.current.List = true
		f.Head(c, entry(v, 0))
		for i := range f.Items {
			x := entry(v, i)
			f.Item(c, x, f.First+i*f.Width)
			c.notes.apart(address(f.Place(x)))
		}
	}
}

// readFlat reads a segment and returns the place of its last item. The first
// item is never missing, or the segment is bad; those between may be.
func readFlat[T any](c *Codec, v *[]T, f *Flat[T]) (last int) {
	c.wrote = true
	if c.n < f.First {
		c.bad(f.First, 0)
		return 0
	}
	had := len(*v)
	*v = growBy(c, *v, min((c.n-f.First)/f.Width+1, f.Items))
	list := *v
	n := had
	for place, e := 1, f.First; place <= f.Items && e <= c.n; place, e = place+1, e+f.Width {
		if place > 1 && c.blank(e, f.Width) {
			continue
		}
		x := &list[n]
		next := last + 1
		if place == 1 {
			if f.Head(c, x); n > 0 && c.flatPlace < f.Items && f.Same(&list[n-1], x) {
				next = c.flatPlace + 1
			}
		} else if n > had {
			f.Share(x, &list[n-1])
		}
		f.Item(c, x, e)
		if c.badAt != 0 && c.blank(e, f.Width) { // the first, of which only the head is there
			continue
		}
		n++
		if place != next {
			*f.Place(x) = place
		}
		last = place
	}
	if n < len(list) {
		*v = shrinkTo(c, list, n)
	}
	return last
}

// blank reports whether n elements from e on are empty.
func (c *Codec) blank(e, n int) bool {
	for n = min(e+n-1, c.n); e <= n; e++ {
		if c.ends[e-1]+1 != c.ends[e] {
			return false
		}
	}
	return true
}
