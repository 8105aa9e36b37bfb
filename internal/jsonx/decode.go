// SPDX-License-Identifier: Apache-2.0

package jsonx

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/internal/nearest"
	"github.com/shopspring/decimal"
)

type decoder = func(s *scanner, v reflect.Value) error

func decodeDecimal(s *scanner, v reflect.Value) error {
	if s.word("null") {
		v.SetZero()
		return nil
	}
	d, err := s.amount()
	if err == nil {
		v.Set(reflect.ValueOf(d))
	}
	return err
}

func decodeNull(s *scanner, v reflect.Value) error {
	if s.word("null") {
		v.SetZero()
		return nil
	}
	d, err := s.amount()
	if err == nil {
		v.Set(reflect.ValueOf(decimal.NewNullDecimal(d)))
	}
	return err
}

// amount reads a string or a number.
func (s *scanner) amount() (decimal.Decimal, error) {
	text := ""
	switch c := s.peek(); {
	case c == '"':
		var err error
		if text, err = s.text(); err != nil {
			return decimal.Decimal{}, err
		}
	case c == '-' || c-'0' < 10:
		if text = s.number(); !validNumber(text) {
			return decimal.Decimal{}, s.fail(errNumber.Error())
		}
	default:
		return decimal.Decimal{}, s.fail("an amount is expected, " + s.found() + " stands here")
	}
	d, err := parseDecimal(text)
	if err != nil {
		return d, s.fail(err.Error())
	}
	return d, nil
}

func decodeMessage(s *scanner, v reflect.Value) error {
	b, err := s.skip()
	if err == nil {
		v.Set(reflect.ValueOf(json.RawMessage(append([]byte(nil), b...))))
	}
	return err
}

func decodeParser(s *scanner, v reflect.Value) error {
	b, err := s.skip()
	if err != nil {
		return err
	}
	err = v.Addr().Interface().(json.Unmarshaler).UnmarshalJSON(b)
	if err == nil {
		return nil
	}
	if e, ok := err.(*Error); ok {
		return e
	}
	return s.fail(err.Error())
}

func decodeText(s *scanner, v reflect.Value) error {
	if s.word("null") {
		v.SetZero()
		return nil
	}
	t, err := s.text()
	if err != nil {
		return err
	}
	if err := v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(Text(t))); err != nil {
		return s.fail(strings.TrimPrefix(err.Error(), "x12: ")) // the text is for who wrote the JSON
	}
	return nil
}

func decodeString(s *scanner, v reflect.Value) error {
	if s.word("null") {
		v.SetZero()
		return nil
	}
	t, err := s.text()
	if err == nil {
		v.SetString(Text(t))
	}
	return err
}

func decodeBool(s *scanner, v reflect.Value) error {
	switch {
	case s.word("true"):
		v.SetBool(true)
	case s.word("false") || s.word("null"):
		v.SetBool(false)
	default:
		return s.fail("true or false is expected, " + s.found() + " stands here")
	}
	return nil
}

func decodeInt(s *scanner, v reflect.Value) error {
	if s.word("null") {
		v.SetZero()
		return nil
	}
	what := s.found()
	n, err := strconv.ParseInt(s.number(), 10, 64)
	if err != nil || v.OverflowInt(n) {
		return s.fail("a whole number is expected, " + what + " stands here")
	}
	v.SetInt(n)
	return nil
}

func decodeUint(s *scanner, v reflect.Value) error {
	if s.word("null") {
		v.SetZero()
		return nil
	}
	what := s.found()
	n, err := strconv.ParseUint(s.number(), 10, 64)
	if err != nil || v.OverflowUint(n) {
		return s.fail("a whole number from 0 on is expected, " + what + " stands here")
	}
	v.SetUint(n)
	return nil
}

func decodeUnknown(s *scanner, v reflect.Value) error {
	return s.fail("jsonx: no JSON for the type " + v.Type().String())
}

func pointerDecoder(t reflect.Type, elem *shape) decoder {
	return func(s *scanner, v reflect.Value) error {
		if s.word("null") {
			v.SetZero()
			return nil
		}
		p := reflect.New(t)
		if err := elem.decode(s, p.Elem()); err != nil {
			return err
		}
		v.Set(p)
		return nil
	}
}

func sliceDecoder(elem *shape) decoder {
	return func(s *scanner, v reflect.Value) error {
		v.SetZero()
		if s.word("null") {
			return nil
		}
		n := 0
		err := s.array(func(i int) error {
			if i == v.Cap() {
				v.Grow(1)
			}
			v.SetLen(i + 1)
			n = i + 1
			return elem.decode(s, v.Index(i))
		})
		if n == 0 || err != nil {
			v.SetZero()
		}
		return err
	}
}

func mapDecoder(t reflect.Type, elem *shape) decoder {
	return func(s *scanner, v reflect.Value) error {
		v.SetZero()
		if s.word("null") {
			return nil
		}
		m := reflect.MakeMap(t)
		err := s.object(func(key []byte) error {
			k := reflect.ValueOf(Text(string(key))).Convert(t.Key())
			if m.MapIndex(k).IsValid() {
				return s.fail("the key comes twice")
			}
			e := reflect.New(t.Elem()).Elem()
			if err := elem.decode(s, e); err != nil {
				return err
			}
			m.SetMapIndex(k, e)
			return nil
		})
		if err == nil && m.Len() > 0 {
			v.Set(m)
		}
		return err
	}
}

func structDecoder(sh *shape) decoder {
	return func(s *scanner, v reflect.Value) error {
		if s.word("null") {
			v.SetZero()
			return nil
		}
		var seen [4]uint64
		return s.object(func(key []byte) error {
			i, ok := sh.byName[string(key)]
			if !ok {
				return s.fail(sh.unknownKey(string(key)))
			}
			if i < 64*len(seen) {
				if seen[i/64]&(1<<(i%64)) != 0 {
					return s.fail("the key comes twice")
				}
				seen[i/64] |= 1 << (i % 64)
			}
			f := &sh.fields[i]
			return f.shape.decode(s, v.Field(f.index))
		})
	}
}

// unknownKey says that there is no such key, and which one is near.
func (sh *shape) unknownKey(key string) string {
	names := make([]string, len(sh.fields))
	for i := range sh.fields {
		names[i] = sh.fields[i].name
	}
	if near := nearest.Of(names, key); near != "" {
		return "there is no such key; the nearest is " + near
	}
	return "there is no such key"
}
