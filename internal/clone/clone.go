// Package clone makes deep copies that share no memory with what they are copies
// of, neither values nor the blocks of text that strings were cut from. All
// strings of a copy are parts of one allocation. Amounts are shared, they never
// change.
package clone

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// Copier walks a value twice: first it only measures the text, then, on a
// shallow copy, it makes each pointer, slice and string the copy's own.
type Copier struct {
	size    int
	copying bool
	text    strings.Builder
}

// Of returns a copy of a value; walk goes over all of it.
func Of[T any](v *T, walk func(*Copier, *T)) *T {
	if v == nil {
		return nil
	}
	var k Copier
	walk(&k, v)
	k.copying = true
	k.text.Grow(k.size)
	out := *v
	walk(&k, &out)
	return &out
}

// Text makes the strings part of the copy's own text.
func Text[S ~string](k *Copier, texts ...*S) {
	for _, s := range texts {
		if !k.copying {
			k.size += len(*s)
			continue
		}
		from := k.text.Len()
		k.text.WriteString(string(*s))
		*s = S(k.text.String()[from:])
	}
}

// Pointer copies what p points to.
func Pointer[T any](k *Copier, p **T, each func(*Copier, *T)) {
	if *p == nil {
		return
	}
	if k.copying {
		v := **p
		*p = &v
	}
	each(k, *p)
}

// Slice copies a list.
func Slice[T any](k *Copier, s *[]T, each func(*Copier, *T)) {
	if k.copying {
		*s = slices.Clone(*s)
	}
	for i := range *s {
		each(k, &(*s)[i])
	}
}

// Texts copies a list of strings.
func Texts[S ~string](k *Copier, s *[]S) {
	Slice(k, s, func(k *Copier, v *S) { Text(k, v) })
}

// Name, Address, Contact, Reference and Raw copy values of package x12.

func Name(k *Copier, n *x12.Name) {
	Text(k, &n.EntityType, &n.IDType)
	Text(k, &n.Last, &n.First, &n.Middle, &n.Prefix, &n.Suffix, &n.ID)
}

func Address(k *Copier, a *x12.Address) {
	Text(k, &a.Line1, &a.Line2, &a.City, &a.State, &a.Zip, &a.Country, &a.Subdivision)
}

func Contact(k *Copier, c *x12.Contact) {
	Text(k, &c.Name)
	Slice(k, &c.Numbers, func(k *Copier, n *x12.ContactNumber) {
		Text(k, &n.Type)
		Text(k, &n.Number)
	})
}

func Reference(k *Copier, r *x12.Reference) {
	Text(k, &r.Qualifier)
	Text(k, &r.ID)
}

func Raw(k *Copier, r *x12.Raw) {
	Text(k, &r.Tag)
	Slice(k, &r.Elements, func(k *Copier, e *x12.RawElement) {
		repeats := [][]string(*e)
		Slice(k, &repeats, func(k *Copier, s *[]string) { Texts(k, s) })
		if k.copying { // a shared value is not even written with what it holds
			*e = repeats
		}
	})
}
