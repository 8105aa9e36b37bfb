// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"reflect"
	"slices"
	"strconv"
	"unsafe"

	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/x12"
)

// Which fields of a record are set and would be lost. What the description says is
// made into a plan once for a type: offsets of the fields to look at, and of the
// pointers and lists that lead to others. A record without such fields costs a few
// compares.

// Misplaced returns the fields of v, by their paths as in JSON, that are set and
// that no segment would carry: those that the description does not name, the first
// entry that a list has no element for, and values that stand only beside another.
func (p *Places[T]) Misplaced(v *T) []string {
	var c checker
	if v != nil {
		c.check(p.made().plan, unsafe.Pointer(v))
	}
	return c.paths
}

// plan is the fields to look at in a block of memory: of a record, of what a pointer
// leads to, or of an entry of a list.
type plan struct{ steps []step }

// step is what may be wrong with a field. It is small: most steps find nothing.
type step struct {
	what   fault
	test   width
	offset uint32 // in the block, of what the test looks at
	n      uint32 // room of a list, or size of an entry
	below  *plan  // of what the pointer leads to, or of an entry
	more   *detail
}

// detail is what else belongs to a step.
type detail struct {
	key string // path of the field in the block
	is  func(unsafe.Pointer) bool

	up    int  // blocks up to that of the other field
	needs step // sees whether that is set
}

type fault uint8

const (
	placeless fault = iota // it is set
	crowded                // it has more entries than there is room for
	gapped                 // an entry of it is empty
	half                   // it is set, and the other field is not
	seconds                // it is a time of day with more than minutes
	target                 // something below the pointer
	entries                // something in an entry
)

// checker is at a block.
type checker struct {
	way   [deepest]turn // to the block
	depth int
	paths []string // of what is misplaced
}

// deepest is how many pointers and lists may lead to a block.
const deepest = 8

// turn is a pointer or a list on the way to a block.
type turn struct {
	block unsafe.Pointer // that it is in
	step  *step
	index int // of the entry; -1 for a pointer
}

// slice is how the runtime holds a slice.
type slice struct {
	data     unsafe.Pointer
	len, cap int
}

func (c *checker) check(p *plan, block unsafe.Pointer) {
	for i := range p.steps {
		s := &p.steps[i]
		switch at := unsafe.Add(block, s.offset); s.what {
		case placeless:
			if s.set(at) {
				c.found(s.more.key)
			}
		case target:
			if to := *(*unsafe.Pointer)(at); to != nil {
				c.below(turn{block, s, -1}, to)
			}
		case entries:
			list := (*slice)(at)
			for k := range list.len {
				c.below(turn{block, s, k}, unsafe.Add(list.data, k*int(s.n)))
			}
		case crowded:
			if (*slice)(at).len > int(s.n) {
				c.found(s.more.key + "[" + strconv.Itoa(int(s.n)) + "]")
			}
		case gapped:
			for k, text := range *(*[]string)(at) {
				if text == "" {
					c.found(s.more.key + "[" + strconv.Itoa(k) + "]")
				}
			}
		case half:
			if s.set(at) && !c.other(s.more, block) {
				c.found(s.more.key)
			}
		case seconds:
			if t := *(*x12.Time)(at); !t.IsZero() && len(t.String()) > len("15:04") {
				c.found(s.more.key)
			}
		}
	}
}

// set reports whether a field has a value.
func (s *step) set(at unsafe.Pointer) bool {
	switch s.test {
	case word:
		return *(*uintptr)(at) != 0
	case word32:
		return *(*uint32)(at) != 0
	case octet:
		return *(*byte)(at) != 0
	}
	return s.more.is(at)
}

// other reports whether the other field of a half has a value.
func (c *checker) other(d *detail, block unsafe.Pointer) bool {
	if d.up > 0 {
		block = c.way[c.depth-d.up].block
	}
	return d.needs.set(unsafe.Add(block, d.needs.offset))
}

// below checks a block that a turn leads to.
func (c *checker) below(t turn, block unsafe.Pointer) {
	c.way[c.depth] = t
	c.depth++
	c.check(t.step.below, block)
	c.depth--
}

// found notes a field of the block.
func (c *checker) found(key string) {
	path := ""
	for _, t := range c.way[:c.depth] {
		path += t.step.more.key
		if t.index >= 0 {
			path += "[" + strconv.Itoa(t.index) + "]"
		}
		path += "."
	}
	if path += key; key == "" { // the entry, or the target, itself
		path = path[:len(path)-1]
	}
	c.paths = append(c.paths, path)
}

// planner makes plans of what was described.
type planner struct {
	n      *notes
	blocks []*tree // that are open, the innermost last
}

// block returns the plan of a block.
func (m *planner) block(t *tree) *plan {
	m.blocks = append(m.blocks, t)
	if len(m.blocks) > deepest {
		panic("codec: the record is deeper than a checker goes")
	}
	p := &plan{}
	m.add(p, t, "")
	m.blocks = m.blocks[:len(m.blocks)-1]
	return p
}

// add adds the steps for a part of the innermost block.
func (m *planner) add(p *plan, t *tree, key string) {
	at := uint32(t.at - m.blocks[len(m.blocks)-1].at)
	add := func(what fault, n int, below *plan) *step {
		p.steps = append(p.steps, step{what: what, offset: at, n: uint32(n), below: below, more: &detail{key: key}})
		return &p.steps[len(p.steps)-1]
	}
	switch {
	case t.note != nil:
		for _, b := range m.n.pairs {
			if b.field != t.at {
				continue
			}
			m.half(add(half, 0, nil), t.typ, b)
			if b.minutes {
				add(seconds, 0, nil)
			}
		}
	case t.typ.Kind() == reflect.Struct && t.fields != nil:
		for _, f := range t.fields {
			below := f.key
			if key != "" {
				below = key + "." + f.key
			}
			m.add(p, f, below)
		}
	case t.named == 0:
		add(placeless, 0, nil).see(t.typ)
	case t.below != nil:
		if below := m.block(t.below); len(below.steps) > 0 {
			add(target, 0, below)
		}
	default:
		if t.list.full {
			add(crowded, len(t.entries), nil)
		}
		if t.list.solid {
			add(gapped, 0, nil)
		}
		if below := m.block(t.entries[0]); len(below.steps) > 0 {
			add(entries, int(t.typ.Elem().Size()), below)
		}
	}
}

// half gives a step for a field of a type the field that it stands beside.
func (m *planner) half(s *step, t reflect.Type, b beside) {
	for up, block := range slices.Backward(m.blocks) {
		if at := b.other - block.at; at < block.typ.Size() {
			s.see(t)
			s.more.up, s.more.needs = len(m.blocks)-1-up, step{offset: uint32(at), more: &detail{}}
			s.more.needs.see(b.typ)
			return
		}
	}
	panic("codec: no field on the way to " + s.more.key + " is the one that it stands beside")
}

// see gives a step the test of whether a value of a type is set.
func (s *step) see(t reflect.Type) {
	switch k := t.Kind(); {
	case k == reflect.String || k == reflect.Slice: // both have their length in the second word
		s.test = word
		s.offset += uint32(unsafe.Offsetof(slice{}.len))
	case k == reflect.Pointer:
		s.test = word
	case k == reflect.Uint32 || k == reflect.Int32:
		s.test = word32
	case k == reflect.Bool:
		s.test = octet
	case t == reflect.TypeFor[decimal.NullDecimal]():
		s.test = octet
		s.offset += uint32(unsafe.Offsetof(decimal.NullDecimal{}.Valid))
	case t == reflect.TypeFor[decimal.Decimal]():
		s.more.is = func(p unsafe.Pointer) bool { return !(*decimal.Decimal)(p).IsZero() }
	default:
		s.more.is = func(p unsafe.Pointer) bool { return !reflect.NewAt(t, p).Elem().IsZero() }
	}
}

// width is how to see whether a field has a value.
type width uint8

const (
	asked  width = iota // by a function
	octet               // a byte is not 0
	word32              // four bytes
	word                // as many as a pointer has
)
