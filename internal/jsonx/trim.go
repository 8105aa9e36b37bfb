// SPDX-License-Identifier: Apache-2.0

package jsonx

import (
	"reflect"
	"strings"
)

// Trimmed returns v without blanks at the ends of its texts, and calls found with
// the path of each that had some. It copies what changes: v itself stays as it is,
// and is returned when nothing changes.
func Trimmed[T any](v *T, found func(path string)) *T {
	if v == nil {
		return nil
	}
	t := trimmer{found: found}
	t.path = t.near[:0]
	out, changed := t.trim(reflect.ValueOf(v), typeOf(reflect.TypeFor[*T]()))
	if !changed {
		return v
	}
	return out.Interface().(*T)
}

type trimmer struct {
	path  []step
	near  [12]step // its first steps
	found func(path string)
}

// in is trim for what stands at a step below.
func (t *trimmer) in(s step, v reflect.Value, of *shape) (reflect.Value, bool) {
	t.path = append(t.path, s)
	out, changed := t.trim(v, of)
	t.path = t.path[:len(t.path)-1]
	return out, changed
}

// trim returns v, which has a shape, trimmed, and whether that is another value.
func (t *trimmer) trim(v reflect.Value, of *shape) (out reflect.Value, changed bool) {
	switch v.Kind() {
	case reflect.String:
		s := v.String()
		if s == "" || s[0] > ' ' && s[len(s)-1] > ' ' && s[0] < 0x80 && s[len(s)-1] < 0x80 {
			return v, false
		}
		short := strings.TrimSpace(s)
		if len(short) == len(s) {
			return v, false
		}
		t.found(pathOf(t.path))
		out = reflect.New(v.Type()).Elem()
		out.SetString(short)
		return out, true
	case reflect.Pointer:
		if v.IsNil() {
			return v, false
		}
		elem, changed := t.trim(v.Elem(), elemOf(v, of))
		if !changed {
			return v, false
		}
		out = reflect.New(v.Type().Elem())
		out.Elem().Set(elem)
		return out, true
	case reflect.Struct:
		for _, k := range of.texts {
			f := &of.fields[k]
			below := v.Field(f.index)
			switch below.Kind() { // most fields are empty
			case reflect.String, reflect.Slice, reflect.Map:
				if below.Len() == 0 {
					continue
				}
			case reflect.Pointer:
				if below.IsNil() {
					continue
				}
			}
			if elem, ok := t.in(step{key: f.name}, below, f.shape); ok {
				if !changed {
					out = reflect.New(v.Type()).Elem()
					out.Set(v)
					changed = true
				}
				out.Field(f.index).Set(elem)
			}
		}
	case reflect.Slice:
		of = elemOf(v, of)
		for i := range v.Len() {
			if elem, ok := t.in(step{index: i}, v.Index(i), of); ok {
				if !changed {
					out = reflect.MakeSlice(v.Type(), v.Len(), v.Len())
					reflect.Copy(out, v)
					changed = true
				}
				out.Index(i).Set(elem)
			}
		}
	case reflect.Map:
		of = elemOf(v, of)
		for _, k := range v.MapKeys() {
			if elem, ok := t.in(step{key: k.String()}, v.MapIndex(k), of); ok {
				if !changed {
					out = reflect.MakeMapWithSize(v.Type(), v.Len())
					for it := v.MapRange(); it.Next(); {
						out.SetMapIndex(it.Key(), it.Value())
					}
					changed = true
				}
				out.SetMapIndex(k, elem)
			}
		}
	}
	if !changed {
		out = v
	}
	return out, changed
}

// elemOf is the shape of what v holds.
func elemOf(v reflect.Value, of *shape) *shape {
	if of.elem != nil {
		return of.elem
	}
	return typeOf(v.Type().Elem())
}
