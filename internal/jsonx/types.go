// SPDX-License-Identifier: Apache-2.0

package jsonx

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"
	"sync"

	"github.com/shopspring/decimal"
)

// shape is what is known of a type.
type shape struct {
	encode func(dst []byte, v reflect.Value) ([]byte, error)
	decode func(s *scanner, v reflect.Value) error
	amount bool // always written
	fields []field
	byName map[string]int
	texts  []int  // places in fields of those that are texts or may hold some
	elem   *shape // of what a pointer, slice or map holds, unless it writes itself
}

type field struct {
	name  string
	key   []byte // "name": as it is written
	index int
	shape *shape
	null  bool // a decimal.NullDecimal
	list  bool // a slice or map, left out when empty
}

var shapes sync.Map // reflect.Type -> *shape

// typeOf returns the shape of a type. Shapes of types that refer to themselves
// stand in the map before they are whole; their functions look at them later.
func typeOf(t reflect.Type) *shape {
	if s, ok := shapes.Load(t); ok {
		return s.(*shape)
	}
	building.Lock()
	defer building.Unlock()
	done := map[reflect.Type]*shape{}
	s := build(t, done)
	for t, s := range done {
		shapes.LoadOrStore(t, s)
	}
	return s
}

var building sync.Mutex

var (
	decimalType  = reflect.TypeFor[decimal.Decimal]()
	nullType     = reflect.TypeFor[decimal.NullDecimal]()
	messageType  = reflect.TypeFor[json.RawMessage]()
	appenderType = reflect.TypeFor[Appender]()
	marshalType  = reflect.TypeFor[json.Marshaler]()
	parserType   = reflect.TypeFor[json.Unmarshaler]()
	textType     = reflect.TypeFor[encoding.TextMarshaler]()
	fromTextType = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// build makes the shape of a type and of those inside it.
func build(t reflect.Type, done map[reflect.Type]*shape) *shape {
	if s, ok := shapes.Load(t); ok {
		return s.(*shape)
	}
	if s := done[t]; s != nil {
		return s
	}
	s := &shape{}
	done[t] = s
	switch pointer := reflect.PointerTo(t); {
	case t == decimalType:
		s.encode, s.decode, s.amount = encodeDecimal, decodeDecimal, true
		return s
	case t == nullType:
		s.encode, s.decode = encodeNull, decodeNull
		return s
	case t == messageType:
		s.encode, s.decode = encodeMessage, decodeMessage
		return s
	case t.Implements(appenderType) && pointer.Implements(parserType):
		s.encode, s.decode = encodeAppender, decodeParser
		return s
	case t.Implements(textType) && pointer.Implements(fromTextType):
		s.encode, s.decode = encodeText, decodeText
		return s
	}
	buildKind(s, t, done)
	if reflect.PointerTo(t).Implements(parserType) && !t.Implements(marshalType) {
		s.decode = decodeParser // it reads more forms than it writes
	}
	return s
}

func buildKind(s *shape, t reflect.Type, done map[reflect.Type]*shape) {
	switch t.Kind() {
	case reflect.String:
		s.encode, s.decode = encodeString, decodeString
	case reflect.Bool:
		s.encode, s.decode = encodeBool, decodeBool
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		s.encode, s.decode = encodeInt, decodeInt
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		s.encode, s.decode = encodeUint, decodeUint
	case reflect.Pointer:
		elem := build(t.Elem(), done)
		s.encode, s.decode, s.elem = pointerEncoder(elem), pointerDecoder(t.Elem(), elem), elem
	case reflect.Slice:
		elem := build(t.Elem(), done)
		s.encode, s.decode, s.elem = sliceEncoder(elem), sliceDecoder(elem), elem
	case reflect.Map:
		if t.Key().Kind() == reflect.String {
			elem := build(t.Elem(), done)
			s.encode, s.decode, s.elem = mapEncoder(elem), mapDecoder(t, elem), elem
			return
		}
		s.encode, s.decode = encodeUnknown, decodeUnknown
	case reflect.Struct:
		buildStruct(s, t, done)
		s.encode, s.decode = structEncoder(s), structDecoder(s)
	default:
		s.encode, s.decode = encodeUnknown, decodeUnknown
	}
}

func buildStruct(s *shape, t reflect.Type, done map[reflect.Type]*shape) {
	s.byName = map[string]int{}
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() {
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "-" {
			continue
		}
		if name == "" {
			name = Key(f.Name)
		}
		kind, of := f.Type.Kind(), build(f.Type, done)
		switch kind {
		case reflect.String, reflect.Slice, reflect.Map, reflect.Pointer:
			s.texts = append(s.texts, len(s.fields))
		case reflect.Struct:
			if len(of.fields) > 0 {
				s.texts = append(s.texts, len(s.fields))
			}
		}
		s.byName[name] = len(s.fields)
		s.fields = append(s.fields, field{
			name: name, key: append(AppendString(nil, name), ':'), index: i,
			shape: of, null: f.Type == nullType,
			list: kind == reflect.Slice || kind == reflect.Map,
		})
	}
}

// Key returns the JSON key of a Go name: the capitals that it begins with become
// small, but for the last when a small letter follows.
func Key(name string) string {
	b := []byte(name)
	for i := range b {
		if b[i]-'A' >= 26 || (i > 0 && i+1 < len(b) && b[i+1]-'a' < 26) {
			break
		}
		b[i] += 'a' - 'A'
	}
	return string(b)
}
