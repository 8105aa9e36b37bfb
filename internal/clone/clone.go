// SPDX-License-Identifier: Apache-2.0

// Package clone makes deep copies that share no memory with what they are copies
// of, neither values nor the blocks of text that strings were cut from. All
// strings of a copy are parts of one allocation. Amounts are shared: they never
// change.
//
// A copy follows a plan: the offsets of the strings, pointers and slices of a
// type, worked out when the type is first copied. A field added to a type is
// copied without a word about it here.
package clone

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"unsafe"

	"github.com/shopspring/decimal"
)

// Of returns a copy of what v points to; nil for nil. It panics for a type that
// holds a map, an interface, a function or a channel.
func Of[T any](v *T) *T {
	if v == nil {
		return nil
	}
	p := planOf(reflect.TypeFor[T]())
	out := *v
	var c copier
	c.text.Grow(p.size(unsafe.Pointer(v)))
	p.detach(&c, unsafe.Pointer(&out), unsafe.Pointer(v))
	return &out
}

// copier holds the text of a copy.
type copier struct{ text strings.Builder }

// plan is where a value of some type refers to memory outside it.
type plan struct{ steps []step }

// step is one string, pointer or slice of a value.
type step struct {
	offset uintptr
	kind   reflect.Kind // String, Pointer or Slice
	typ    reflect.Type // of the pointer's target, or of the slice
	stride uintptr      // size of an entry of the slice
	below  *plan        // of the target or of an entry
}

var (
	plans    sync.Map // reflect.Type -> *plan
	planning sync.Mutex
	amount   = reflect.TypeFor[decimal.Decimal]()
)

func planOf(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	planning.Lock()
	defer planning.Unlock()
	made := map[reflect.Type]*plan{}
	p := planFor(t, made)
	for t, p := range made { // whole now: types may refer to each other
		plans.LoadOrStore(t, p)
	}
	return p
}

// planFor returns the plan of a type, and makes those of the types below it.
func planFor(t reflect.Type, made map[reflect.Type]*plan) *plan {
	if p, ok := made[t]; ok {
		return p
	}
	p := &plan{}
	made[t] = p
	p.add(t, 0, made)
	return p
}

// add notes what a part of the value refers to.
func (p *plan) add(t reflect.Type, offset uintptr, made map[reflect.Type]*plan) {
	switch k := t.Kind(); {
	case t == amount:
	case k == reflect.String:
		p.steps = append(p.steps, step{offset: offset, kind: k})
	case k == reflect.Pointer:
		p.steps = append(p.steps, step{offset: offset, kind: k, typ: t.Elem(), below: planFor(t.Elem(), made)})
	case k == reflect.Slice:
		p.steps = append(p.steps, step{offset: offset, kind: k, typ: t, stride: t.Elem().Size(), below: planFor(t.Elem(), made)})
	case k == reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			p.add(f.Type, offset+f.Offset, made)
		}
	case k == reflect.Array:
		for i := range t.Len() {
			p.add(t.Elem(), offset+uintptr(i)*t.Elem().Size(), made)
		}
	case k >= reflect.Bool && k <= reflect.Complex128:
	default:
		panic(fmt.Sprintf("clone: no plan for a %s", t))
	}
}

// slice is how the runtime holds a slice.
type slice struct {
	data     unsafe.Pointer
	len, cap int
}

// size returns how many bytes of text a value refers to.
func (p *plan) size(v unsafe.Pointer) (n int) {
	for i := range p.steps {
		s := &p.steps[i]
		switch at := unsafe.Add(v, s.offset); s.kind {
		case reflect.String:
			n += len(*(*string)(at))
		case reflect.Pointer:
			if to := *(*unsafe.Pointer)(at); to != nil {
				n += s.below.size(to)
			}
		default:
			list := (*slice)(at)
			if len(s.below.steps) == 0 {
				continue
			}
			for k := range list.len {
				n += s.below.size(unsafe.Add(list.data, uintptr(k)*s.stride))
			}
		}
	}
	return n
}

// detach makes what dst refers to its own; dst is so far the same as src.
func (p *plan) detach(c *copier, dst, src unsafe.Pointer) {
	for i := range p.steps {
		s := &p.steps[i]
		from, to := unsafe.Add(src, s.offset), unsafe.Add(dst, s.offset)
		switch s.kind {
		case reflect.String:
			if text := *(*string)(from); text != "" {
				at := c.text.Len()
				c.text.WriteString(text)
				*(*string)(to) = c.text.String()[at:]
			}
		case reflect.Pointer:
			if target := *(*unsafe.Pointer)(from); target != nil {
				own := reflect.New(s.typ)
				own.Elem().Set(reflect.NewAt(s.typ, target).Elem())
				*(*unsafe.Pointer)(to) = own.UnsafePointer()
				s.below.detach(c, own.UnsafePointer(), target)
			}
		default:
			list := (*slice)(from)
			if list.data == nil {
				continue
			}
			own := reflect.NewAt(s.typ, to).Elem()
			if list.len == 0 {
				own.Set(reflect.MakeSlice(s.typ, 0, 0))
				continue
			}
			own.SetZero()
			own.Grow(list.len)
			own.SetLen(list.len)
			reflect.Copy(own, reflect.NewAt(s.typ, from).Elem())
			if len(s.below.steps) == 0 {
				continue
			}
			data := (*slice)(to).data
			for k := range list.len {
				s.below.detach(c, unsafe.Add(data, uintptr(k)*s.stride), unsafe.Add(list.data, uintptr(k)*s.stride))
			}
		}
	}
}
