// SPDX-License-Identifier: Apache-2.0

package testkit

import (
	"fmt"
	"reflect"
	"strings"
	"unsafe"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Filler sets every field of a value, each to something that occurs only once.
type Filler struct{ n int }

// Fill fills what v points to.
func (f *Filler) Fill(v any) { f.fill(reflect.ValueOf(v).Elem()) }

func (f *Filler) fill(v reflect.Value) {
	f.n++
	switch v.Interface().(type) {
	case decimal.Decimal:
		v.Set(reflect.ValueOf(decimal.New(int64(f.n), -2)))
		return
	case decimal.NullDecimal:
		v.Set(reflect.ValueOf(decimal.NewNullDecimal(decimal.New(int64(f.n), -2))))
		return
	case x12.Date:
		v.Set(reflect.ValueOf(x12.NewDate(2000+f.n/336%90, 1, 1+f.n%28)))
		return
	case x12.Time:
		v.Set(reflect.ValueOf(x12.NewTime(f.n/60%24, f.n%60)))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("V%d", f.n))
	case reflect.Int:
		v.SetInt(int64(f.n))
	case reflect.Uint8, reflect.Uint32:
		v.SetUint(uint64(f.n%3 + 1))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		f.fill(v.Index(0))
		f.fill(v.Index(1))
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i))
		}
	default:
		panic("no filling for " + v.Type().String())
	}
}

// Unset lists the paths of v that hold their zero value.
func Unset(path string, v reflect.Value, out *[]string) {
	switch v.Interface().(type) {
	case decimal.Decimal, decimal.NullDecimal, x12.Date, x12.Time:
		if v.IsZero() {
			*out = append(*out, path)
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			Unset(path+"."+v.Type().Field(i).Name, v.Field(i), out)
		}
		return
	case reflect.Pointer:
		if !v.IsNil() {
			Unset(path, v.Elem(), out)
			return
		}
	case reflect.Slice:
		for i := range v.Len() {
			Unset(fmt.Sprintf("%s[%d]", path, i), v.Index(i), out)
		}
	}
	if v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0 {
		*out = append(*out, strings.TrimPrefix(path, "."))
	}
}

// Memory reports where each string, slice and pointer below v points to;
// amounts are left out, they never change.
func Memory(path string, v reflect.Value, report func(unsafe.Pointer, string)) {
	switch v.Interface().(type) {
	case decimal.Decimal, decimal.NullDecimal:
		return
	}
	switch v.Kind() {
	case reflect.String:
		report(unsafe.Pointer(unsafe.StringData(v.String())), path)
	case reflect.Pointer:
		if !v.IsNil() {
			report(v.UnsafePointer(), path)
			Memory(path, v.Elem(), report)
		}
	case reflect.Slice:
		if v.Len() > 0 {
			report(v.UnsafePointer(), path)
		}
		for i := range v.Len() {
			Memory(fmt.Sprintf("%s[%d]", path, i), v.Index(i), report)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				Memory(path+"."+f.Name, v.Field(i), report)
			}
		}
	}
}
