// SPDX-License-Identifier: Apache-2.0

package codec

import (
	mathbits "math/bits"
	"unsafe"

	"github.com/claimwire/claimwire/x12"
)

// Codes of what a typed reader cannot hold.
const (
	CodeNotHeld      = x12.CodeNotHeld
	CodeValueNotHeld = x12.CodeValueNotHeld
	CodeMoved        = x12.CodeMoved
)

// Rest is where the loop keeps segments that no field holds. It is the first
// call of every loop function.
func (c *Codec) Rest(rest *[]x12.Raw) {
	f := &c.frames[len(c.frames)-1]
	f.rest = rest
	if c.dir == describing {
		c.notes.apart(address(rest))
	}
	if c.out && len(*rest) > 0 {
		f.done = append(f.done[:0], make([]bool, len(*rest))...)
	}
}

// keep takes the current segment as raw into the innermost loop. It replaces
// fields when they hold what could be read of it.
func (c *Codec) keep(replaces bool) { c.keepRaw(x12.Raw{Replaces: replaces}) }

// keepEntries is keep for a segment that n entries of a list from one on, counted
// from 1, hold as far as it could be read.
func (c *Codec) keepEntries(from, n int) {
	if n == 0 {
		c.keep(false)
		return
	}
	c.keepRaw(x12.Raw{Replaces: true, Entry: from, Entries: n})
}

func (c *Codec) keepRaw(as x12.Raw) {
	f := &c.frames[len(c.frames)-1]
	raw := c.seg.Raw()
	raw.After, raw.Replaces, raw.Entry, raw.Entries = f.count, as.Replaces, as.Entry, as.Entries
	if c.badAt > 0 {
		for bits := c.badBits &^ 1; bits != 0; bits &= bits - 1 {
			raw.Unread = append(raw.Unread, mathbits.TrailingZeros64(bits))
		}
	}
	if !raw.Replaces {
		c.lost++
	}
	c.life.more(rawSize(&raw))
	if f.rest != nil {
		*f.rest = append(*f.rest, raw)
	}
	code := CodeNotHeld
	if raw.Replaces || c.badAt > 0 {
		code = CodeValueNotHeld
	}
	pos := c.seg.Position()
	pos.Loop = f.shape.id
	if c.badAt > 0 {
		pos.Element, pos.Component = c.badAt, c.badComp
	}
	if lost := !raw.Replaces || c.badBits != 0; lost && c.report != nil {
		c.report(x12.NewIssue(code, pos, ""))
	}
	c.badAt = 0
	c.opening = false
	c.step()
}

// rawSize is about how much memory a raw segment takes.
func rawSize(raw *x12.Raw) int {
	n := 2*int(unsafe.Sizeof(*raw)) + 16*len(raw.Unread) // lists grow by doubling
	for _, e := range raw.Elements {
		n += 24 + 24*len(e)
		for _, r := range e {
			n += 16 * len(r)
		}
	}
	return n
}

// waiting reports whether the loop that is being written has raw segments left.
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
		if raw.Replaces && raw.Entry == 0 && !f.done[i] && tagOf(raw.Tag) == t && (qualifiers == "" || in(qualifiers, raw.Element(qualAt))) {
			c.writeRaw(f, i)
			return true
		}
	}
	return false
}

// renumbered drops the raw segment with a tag that holds nothing but a number,
// which is given anew.
func (c *Codec) renumbered(t Tag) {
	f := &c.frames[len(c.frames)-1]
	if f.rest == nil {
		return
	}
	for i := range *f.rest {
		if raw := &(*f.rest)[i]; raw.Replaces && tagOf(raw.Tag) == t && len(raw.Elements) <= 1 {
			f.done[i] = true
		}
	}
}

// keptEntries is the raw segments that stand for entries of a list which is being
// written.
type keptEntries struct {
	a    accept
	next int // the next of them, in the loop's rest; past its end when there is none
}

// keptEntries returns those of the list that segments with a tag and qualifiers make.
func (c *Codec) keptEntries(t Tag, qualAt int, qualifiers string) keptEntries {
	k := keptEntries{a: accept{t, qualAt, qualifiers}, next: -1}
	if f := &c.frames[len(c.frames)-1]; f.rest != nil && len(*f.rest) > 0 {
		k.find(f)
	}
	return k
}

// find steps to the next one.
func (k *keptEntries) find(f *frame) {
	for k.next++; k.next < len(*f.rest); k.next++ {
		raw := &(*f.rest)[k.next]
		if raw.Replaces && raw.Entry > 0 && !f.done[k.next] && tagOf(raw.Tag) == k.a.tag &&
			(k.a.qualifiers == "" || in(k.a.qualifiers, raw.Element(k.a.qualAt))) {
			return
		}
	}
	k.next = -1
}

// entry returns the entry that the next one begins with; 0 when there is none.
func (k *keptEntries) entry(c *Codec) int {
	if k.next < 0 {
		return 0
	}
	return (*c.frames[len(c.frames)-1].rest)[k.next].Entry
}

// write writes the raw segment that stands for entries from one on and returns
// how many they are; 0 when there is none.
func (k *keptEntries) write(c *Codec, entry int) int {
	if k.next < 0 {
		return 0
	}
	f := &c.frames[len(c.frames)-1]
	for k.next >= 0 && (*f.rest)[k.next].Entry < entry {
		k.find(f)
	}
	if k.entry(c) != entry {
		return 0
	}
	n := max(1, (*f.rest)[k.next].Entries)
	c.flushRest(f.shape.place(k.a))
	c.writeRaw(f, k.next)
	k.find(f)
	return n
}
