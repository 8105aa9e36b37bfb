// SPDX-License-Identifier: Apache-2.0

// Package jsonx writes and reads the JSON of the data model. It follows the Go
// types without struct tags and loses nothing:
//
//   - keys are the field names in camelCase (ID is id, TaxID is taxID,
//     HCPCSPayable is hcpcsPayable), unless a json tag names another;
//   - zero values are left out, but for amounts (decimal.Decimal), which are
//     always written; an amount is a string that keeps its scale ("150.00");
//   - types with MarshalText are text, types with AppendJSON write themselves;
//   - bytes of a string that are no UTF-8 are kept, see AppendString.
//
// Reading is strict: a key that no field has is an error with its path, and so
// is a key that comes twice.
//
//	text.go     strings
//	number.go   amounts
//	types.go    what is known of a type, found once
//	encode.go   writing
//	decode.go   reading
//	scan.go     the tokens of JSON
package jsonx

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
)

// Appender is a type that writes its own JSON. It reads it with UnmarshalJSON.
type Appender interface {
	AppendJSON(dst []byte) ([]byte, error)
}

// Marshal returns the JSON of a value. A MarshalJSON method of its own type is
// not called, so that it can stand on Marshal.
func Marshal(v any) ([]byte, error) { return Append(nil, v) }

// Append appends the JSON of a value to dst.
func Append(dst []byte, v any) ([]byte, error) {
	rv := reflect.ValueOf(v)
	if !rv.IsValid() {
		return append(dst, "null"...), nil
	}
	return typeOf(rv.Type()).encode(dst, rv)
}

// UnmarshalOr is Unmarshal for what may also be a string, which is one of the fields
// of v: then that is set, and no other.
func UnmarshalOr[T any](data []byte, v *T, field *string) error {
	data = bytes.TrimSpace(data)
	if len(data) > 0 && data[0] == '"' {
		*v = *new(T)
		return json.Unmarshal(data, field)
	}
	return Unmarshal(data, v)
}

// Unmarshal reads JSON into what v points to, in place of what stands there. An
// UnmarshalJSON method of its own type is not called.
func Unmarshal(data []byte, v any) error {
	rv := reflect.ValueOf(v)
	if rv.Kind() != reflect.Pointer || rv.IsNil() {
		return &Error{Reason: "jsonx: a pointer is needed to read into"}
	}
	s := scanner{data: data}
	into := rv.Elem()
	into.SetZero()
	if err := typeOf(into.Type()).decode(&s, into); err != nil {
		return err
	}
	if s.blanks(); s.at < len(s.data) {
		return s.fail("more text follows the value")
	}
	return nil
}

// Error says what is wrong with JSON, and where. It holds keys, but no values.
type Error struct {
	Path   string // as in services[2].charge; empty for the value as a whole
	Offset int64  // bytes before the place
	Reason string
}

// Error returns "services[2].charge: what is wrong".
func (e *Error) Error() string {
	if e.Path == "" {
		return e.Reason
	}
	return e.Path + ": " + e.Reason
}

// in puts a key before the path of an error.
func in(err error, key string) error {
	e, ok := err.(*Error)
	if !ok {
		e = &Error{Reason: err.Error()}
	}
	switch {
	case e.Path == "":
		e.Path = key
	case e.Path[0] == '[':
		e.Path = key + e.Path
	default:
		e.Path = key + "." + e.Path
	}
	return e
}

func inIndex(err error, i int) error { return in(err, "["+strconv.Itoa(i)+"]") }
