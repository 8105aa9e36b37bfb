package claim837

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// filler sets every field of a value, each to something that occurs only once.
type filler struct{ n int }

func filledClaim() *Claim { return filledClaimOf(Professional) }

// filledClaimOf is a claim with all fields set, also those that its kind has no
// place for.
func filledClaimOf(k Kind) *Claim {
	var c Claim
	var f filler
	f.fill(reflect.ValueOf(&c).Elem())
	c.Kind = k
	return &c
}

var allKindsOfClaims = []Kind{Professional, Institutional, Dental}

func (f *filler) fill(v reflect.Value) {
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

// unset lists the paths of v that hold their zero value.
func unset(path string, v reflect.Value, out *[]string) {
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
			unset(path+"."+v.Type().Field(i).Name, v.Field(i), out)
		}
		return
	case reflect.Pointer:
		if !v.IsNil() {
			unset(path, v.Elem(), out)
			return
		}
	case reflect.Slice:
		for i := range v.Len() {
			unset(fmt.Sprintf("%s[%d]", path, i), v.Index(i), out)
		}
	}
	if v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0 {
		*out = append(*out, strings.TrimPrefix(path, "."))
	}
}
