// SPDX-License-Identifier: Apache-2.0

package jsonx

import (
	"reflect"
	"strconv"
	"strings"
)

// Paths calls found for the fields inside what root points to whose addresses are
// wanted, with their paths as in JSON. A field is what holds a value: a struct is
// none unless it is written as one.
func Paths(root any, wanted func(address uintptr) bool, found func(address uintptr, path string)) {
	w := walker{wanted: wanted, found: found}
	w.walk(reflect.ValueOf(root))
}

// At returns the path of a field of an item of a list, path[index].field; of the
// item itself without a field.
func At(path string, index int, field string) string {
	if field == "" {
		return path + "[" + strconv.Itoa(index) + "]"
	}
	return path + "[" + strconv.Itoa(index) + "]." + field
}

// walker walks over a value, with the path that it is at.
type walker struct {
	path   []step
	wanted func(uintptr) bool
	found  func(uintptr, string)
}

// step is a key, or an index when the key is empty.
type step struct {
	key   string
	index int
}

func (w *walker) walk(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			w.walk(v.Elem())
		}
		return
	case reflect.Slice:
		for i := range v.Len() {
			w.in(step{index: i}, v.Index(i))
		}
		return
	case reflect.Struct:
		if s := typeOf(v.Type()); s.fields != nil {
			for i := range s.fields {
				w.in(step{key: s.fields[i].name}, v.Field(s.fields[i].index))
			}
			return
		}
	}
	if v.CanAddr() {
		if p := v.Addr().Pointer(); w.wanted(p) {
			w.found(p, pathOf(w.path))
		}
	}
}

func (w *walker) in(s step, v reflect.Value) {
	w.path = append(w.path, s)
	w.walk(v)
	w.path = w.path[:len(w.path)-1]
}

func pathOf(steps []step) string {
	var b strings.Builder
	for _, s := range steps {
		switch {
		case s.key == "":
			b.WriteString("[" + strconv.Itoa(s.index) + "]")
		case b.Len() == 0:
			b.WriteString(s.key)
		default:
			b.WriteString("." + s.key)
		}
	}
	return b.String()
}

// Lookup returns what stands at a path inside v, "services[2].charge". It reports
// false when no field of that name is there, a list has no such entry, or a
// pointer on the way is nil.
func Lookup(v any, path string) (reflect.Value, bool) {
	return lookup(reflect.ValueOf(v), path)
}

func lookup(v reflect.Value, path string) (reflect.Value, bool) {
	for path != "" {
		for v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return v, false
			}
			v = v.Elem()
		}
		path = strings.TrimPrefix(path, ".")
		if path[0] == '[' {
			digits, rest, _ := strings.Cut(path[1:], "]")
			i, err := strconv.Atoi(digits)
			if err != nil || v.Kind() != reflect.Slice || i < 0 || i >= v.Len() {
				return v, false
			}
			v, path = v.Index(i), rest
			continue
		}
		if v.Kind() == reflect.Map {
			for _, k := range v.MapKeys() { // a key may hold points
				if rest, ok := strings.CutPrefix(path, k.String()); ok && (rest == "" || rest[0] == '.') {
					if got, ok := lookup(v.MapIndex(k), rest); ok {
						return got, true
					}
				}
			}
			return v, false
		}
		if v.Kind() != reflect.Struct {
			return v, false
		}
		s := typeOf(v.Type())
		if s.fields == nil && v.NumField() > 0 { // it reads itself, but has fields all the same
			s = &shape{}
			buildStruct(s, v.Type(), map[reflect.Type]*shape{})
		}
		end := strings.IndexAny(path, ".[")
		if end < 0 {
			end = len(path)
		}
		i, ok := s.byName[path[:end]]
		if !ok {
			return v, false
		}
		v, path = v.Field(s.fields[i].index), path[end:]
	}
	return v, true
}

// HasKey reports whether a type, or what it points to, has a field of that name.
func HasKey(t reflect.Type, key string) bool {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return false
	}
	_, ok := typeOf(t).byName[key]
	return ok
}

// Field is a field of a struct that has a key of its own.
type Field struct {
	Key   string
	Index int // for reflect.Type.Field
}

// Fields returns the fields of a struct that have keys; nil for another type, and
// for a struct that is written as one value.
func Fields(t reflect.Type) []Field {
	s := typeOf(t)
	if t.Kind() != reflect.Struct || s.fields == nil {
		return nil
	}
	out := make([]Field, len(s.fields))
	for i := range s.fields {
		out[i] = Field{s.fields[i].name, s.fields[i].index}
	}
	return out
}
