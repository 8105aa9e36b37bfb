// SPDX-License-Identifier: Apache-2.0

package jsonx

import (
	"encoding"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"
)

type encoder = func(dst []byte, v reflect.Value) ([]byte, error)

func encodeDecimal(dst []byte, v reflect.Value) ([]byte, error) {
	return appendDecimal(dst, v.Interface().(decimal.Decimal))
}

func encodeNull(dst []byte, v reflect.Value) ([]byte, error) {
	n := v.Interface().(decimal.NullDecimal)
	if !n.Valid {
		return append(dst, "null"...), nil
	}
	return appendDecimal(dst, n.Decimal)
}

func encodeMessage(dst []byte, v reflect.Value) ([]byte, error) {
	m := v.Interface().(json.RawMessage)
	if len(m) == 0 {
		return append(dst, "null"...), nil
	}
	return append(dst, m...), nil
}

func encodeAppender(dst []byte, v reflect.Value) ([]byte, error) {
	return v.Interface().(Appender).AppendJSON(dst)
}

func encodeText(dst []byte, v reflect.Value) ([]byte, error) {
	b, err := v.Interface().(encoding.TextMarshaler).MarshalText()
	if err != nil {
		return dst, &Error{Reason: err.Error()}
	}
	return AppendString(dst, b), nil
}

func encodeString(dst []byte, v reflect.Value) ([]byte, error) {
	return AppendString(dst, v.String()), nil
}

func encodeBool(dst []byte, v reflect.Value) ([]byte, error) {
	return strconv.AppendBool(dst, v.Bool()), nil
}

func encodeInt(dst []byte, v reflect.Value) ([]byte, error) {
	return strconv.AppendInt(dst, v.Int(), 10), nil
}

func encodeUint(dst []byte, v reflect.Value) ([]byte, error) {
	return strconv.AppendUint(dst, v.Uint(), 10), nil
}

func encodeUnknown(dst []byte, v reflect.Value) ([]byte, error) {
	return dst, fmt.Errorf("jsonx: no JSON for the type %s", v.Type())
}

func pointerEncoder(elem *shape) encoder {
	return func(dst []byte, v reflect.Value) ([]byte, error) {
		if v.IsNil() {
			return append(dst, "null"...), nil
		}
		return elem.encode(dst, v.Elem())
	}
}

func sliceEncoder(elem *shape) encoder {
	return func(dst []byte, v reflect.Value) ([]byte, error) {
		dst = append(dst, '[')
		var err error
		for i := range v.Len() {
			if i > 0 {
				dst = append(dst, ',')
			}
			if dst, err = elem.encode(dst, v.Index(i)); err != nil {
				return dst, inIndex(err, i)
			}
		}
		return append(dst, ']'), nil
	}
}

// mapEncoder writes keys in order, so that equal maps have equal JSON.
func mapEncoder(elem *shape) encoder {
	return func(dst []byte, v reflect.Value) ([]byte, error) {
		byKey := make(map[string]reflect.Value, v.Len())
		for r := v.MapRange(); r.Next(); {
			byKey[r.Key().String()] = r.Value()
		}
		dst = append(dst, '{')
		var err error
		for i, k := range slices.Sorted(maps.Keys(byKey)) {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = append(AppendString(dst, k), ':')
			if dst, err = elem.encode(dst, byKey[k]); err != nil {
				return dst, in(err, k)
			}
		}
		return append(dst, '}'), nil
	}
}

func structEncoder(s *shape) encoder {
	return func(dst []byte, v reflect.Value) ([]byte, error) {
		dst = append(dst, '{')
		first := true
		for i := range s.fields {
			f := &s.fields[i]
			fv := v.Field(f.index)
			switch {
			case f.shape.amount:
			case f.list:
				if fv.Len() == 0 {
					continue
				}
			case f.null:
				if !fv.Field(1).Bool() {
					continue
				}
			case fv.IsZero():
				continue
			}
			if !first {
				dst = append(dst, ',')
			}
			first = false
			dst = append(dst, f.key...)
			var err error
			if dst, err = f.shape.encode(dst, fv); err != nil {
				return dst, in(err, f.name)
			}
		}
		return append(dst, '}'), nil
	}
}
