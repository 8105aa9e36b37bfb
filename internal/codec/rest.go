package codec

import (
	"unsafe"

	"github.com/claimwire/claimwire/x12"
)

// Codes of what a typed reader cannot hold.
const (
	CodeNotHeld      = x12.CodeNotHeld
	CodeValueNotHeld = x12.CodeValueNotHeld
)

// Rest is where the loop keeps segments that no field holds. It is the first
// call of every loop function.
func (c *Codec) Rest(rest *[]x12.Raw) {
	f := &c.frames[len(c.frames)-1]
	f.rest = rest
	if c.out && len(*rest) > 0 {
		f.done = append(f.done[:0], make([]bool, len(*rest))...)
	}
}

// keep takes the current segment as raw into the innermost loop.
func (c *Codec) keep(replaces bool) {
	f := &c.frames[len(c.frames)-1]
	raw := c.seg.Raw()
	raw.After, raw.Replaces = f.count, replaces
	c.life.more(rawSize(&raw))
	if f.rest != nil {
		*f.rest = append(*f.rest, raw)
	}
	code := CodeNotHeld
	if replaces || c.badAt > 0 {
		code = CodeValueNotHeld
	}
	pos := c.seg.Position()
	pos.Loop = f.shape.id
	if c.badAt > 0 {
		pos.Element, pos.Component = c.badAt, c.badComp
	}
	if c.report != nil {
		c.report(x12.NewIssue(code, pos, ""))
	}
	c.badAt = 0
	c.opening = false
	c.step()
}

// rawSize is about how much memory a raw segment takes.
func rawSize(raw *x12.Raw) int {
	n := 2 * int(unsafe.Sizeof(*raw)) // lists grow by doubling
	for _, e := range raw.Elements {
		n += 24 + 24*len(e)
		for _, r := range e {
			n += 16 * len(r)
		}
	}
	return n
}

// waiting tells whether the loop that is being written has raw segments left.
func (f *frame) waiting() bool { return f.rest != nil && f.next < len(*f.rest) }

// flushRest writes the raw segments whose place has come before the segment or
// loop that the loop function calls at a place. Read again, each must come into
// this loop again: so one that this or a later call would take waits until that
// is written, and one that may be taken by a loop inside comes before those.
func (c *Codec) flushRest(before place) {
	f := &c.frames[len(c.frames)-1]
	if f.count == 0 && f.shape.tag != 0 { // the loop is not yet open
		return
	}
	for ; f.waiting(); f.next++ {
		raw := &(*f.rest)[f.next]
		if f.done[f.next] || raw.Replaces { // or waits for the fields that it stands for
			continue
		}
		at := f.shape.placeOf(raw)
		if at.n > before.n || at.n == before.n && !before.list || raw.After > f.count && before.n < f.shape.loops {
			return
		}
		c.writeRaw(f, f.next)
	}
}

// flushAll writes the raw segments that are left when the loop ends.
func (c *Codec) flushAll() {
	f := &c.frames[len(c.frames)-1]
	if f.rest == nil {
		return
	}
	for i := range *f.rest {
		if !f.done[i] {
			c.writeRaw(f, i)
		}
	}
}

// writeRaw writes raw segment i of the loop.
func (c *Codec) writeRaw(f *frame, i int) {
	f.done[i] = true
	c.fail(c.w.Raw((*f.rest)[i]))
	c.content++
	f.count++
}

// replacement writes the raw segment that stands for the fields of a segment,
// if there is one.
func (c *Codec) replacement(t Tag, qualAt int, qualifiers string) bool {
	f := &c.frames[len(c.frames)-1]
	for i := range *f.rest {
		raw := &(*f.rest)[i]
		if raw.Replaces && !f.done[i] && tagOf(raw.Tag) == t && (qualifiers == "" || in(qualifiers, raw.Element(qualAt))) {
			c.writeRaw(f, i)
			return true
		}
	}
	return false
}
