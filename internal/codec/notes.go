// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// What describing notes. The value that a loop function describes is a real one,
// with one entry in each list, or as many as a segment has elements for, and with
// every pointer set: so the address that a call has for its field tells which
// field it is.

// notes are the fields that calls have named, by their addresses.
type notes struct {
	fields map[uintptr]*fieldNote
	lists  map[uintptr]*listNote // by the address of the slice
	pairs  []beside
	types  map[reflect.Type]bool // whose values stand in no segment
}

// fieldNote is a field that was named.
type fieldNote struct {
	places []x12.Place // in the order of the calls; none for what is kept apart
	owner  string      // type and field, "x12.Name.Last"
	order  int         // among all fields
}

// listNote is a list of which a segment holds several entries.
type listNote struct {
	full   bool   // it has no more entries than the description
	solid  bool   // an entry that is empty is lost
	head   int    // entries before those that are counted
	per    int    // entries of a segment; 0 when that varies
	opener string // tag of the segment that opens an entry which is a loop
}

// beside is a field that is lost when another is not set.
type beside struct {
	field, other uintptr
	typ          reflect.Type // of the other
	minutes      bool         // and a time that is lost when it has seconds
}

func newNotes() *notes {
	return &notes{fields: map[uintptr]*fieldNote{}, lists: map[uintptr]*listNote{}, types: map[reflect.Type]bool{}}
}

// hold notes a place of a field.
func (n *notes) hold(field uintptr, p x12.Place) {
	f := n.apart(field)
	f.places = append(f.places, p)
}

// apart notes a field that needs no element.
func (n *notes) apart(field uintptr) *fieldNote {
	f := n.fields[field]
	if f == nil {
		f = &fieldNote{order: len(n.fields)}
		n.fields[field] = f
	}
	return f
}

// needs notes a field that is lost when another is not set; a time, when it has
// seconds, too.
func needs[T, U any](n *notes, field *T, other *U) {
	minutes := reflect.TypeFor[T]() == reflect.TypeFor[x12.Time]()
	n.pairs = append(n.pairs, beside{address(field), address(other), reflect.TypeFor[U](), minutes})
}

// list returns the note of a list.
func list[T any](n *notes, v *[]T) *listNote {
	l := n.lists[address(v)]
	if l == nil {
		l = new(listNote)
		n.lists[address(v)] = l
	}
	return l
}

// Apart says that values of a type stand in no segment and are not to be missed
// there: ordinals, and what else is known of a record besides what it says.
func Apart[T any](c *Codec) {
	if c.dir == describing {
		c.notes.types[reflect.TypeFor[T]()] = true
	}
}

// made returns what p points to, and makes it when there is nothing.
func made[T any](p **T) *T {
	if *p == nil {
		*p = new(T)
	}
	return *p
}

// roomy is how many entries a list can have while it is described: their
// addresses must not change.
const roomy = 16

// entry returns entry i of a list that is described, and makes it.
func entry[T any](v *[]T, i int) *T {
	if cap(*v) == 0 {
		*v = make([]T, 0, roomy)
	}
	if i >= len(*v) {
		*v = (*v)[:i+1]
	}
	return &(*v)[i]
}

// tree is what is known of the fields of a value that was described.
type tree struct {
	key     string // in its struct
	typ     reflect.Type
	at      uintptr
	fields  []*tree    // of a struct
	below   *tree      // of a pointer
	entries []*tree    // of a list
	note    *fieldNote // of a field that was named, or of a list that is kept apart
	list    *listNote
	named   int // fields at it and below that were named
}

// treeOf returns the fields of what v points to.
func (n *notes) treeOf(v any) *tree { return n.tree(reflect.ValueOf(v).Elem(), "") }

func (n *notes) tree(v reflect.Value, owner string) *tree {
	t := &tree{typ: v.Type(), at: v.UnsafeAddr()}
	switch {
	case n.types[t.typ]:
		t.note = &fieldNote{}
		return t
	case t.typ.Kind() == reflect.Pointer:
		if !v.IsNil() {
			t.below = n.tree(v.Elem(), owner)
			t.named = t.below.named
		}
		return t
	case t.typ.Kind() == reflect.Slice && n.fields[t.at] == nil:
		if t.list = n.lists[t.at]; t.list == nil {
			t.list = new(listNote)
		}
		for i := range v.Len() {
			e := n.tree(v.Index(i), owner)
			t.entries = append(t.entries, e)
			t.named += e.named
		}
		return t
	case t.typ.Kind() == reflect.Struct:
		if fields := jsonx.Fields(t.typ); fields != nil {
			for _, f := range fields {
				b := n.tree(v.Field(f.Index), t.typ.String()+"."+t.typ.Field(f.Index).Name)
				b.key = f.Key
				t.fields = append(t.fields, b)
				t.named += b.named
			}
			return t
		}
		t.note = n.fields[t.at]
	default:
		t.note = n.fields[t.at]
	}
	if t.note != nil {
		t.note.owner, t.named = owner, 1
	}
	return t
}

// owners finds which fields were named. That one is none of the value's, so that
// nobody would know it again, is an error of a call.
func (n *notes) owners(v any) *tree {
	t := n.treeOf(v)
	var lost []string
	for _, f := range n.fields {
		if f.owner == "" && len(f.places) > 0 {
			lost = append(lost, fmt.Sprint(f.places[0]))
		}
	}
	if len(lost) > 0 {
		slices.Sort(lost)
		panic("codec: of no field of what is described: " + strings.Join(lost, ", "))
	}
	return t
}
