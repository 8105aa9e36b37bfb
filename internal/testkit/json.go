// SPDX-License-Identifier: Apache-2.0

package testkit

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// JSONTypes fills a value of a type, and of each struct in it, sends it through
// JSON and compares it with what it was. A root type, which has a MarshalJSON
// method, must write the same by itself. JSONTypes returns how many types there
// are. each may correct what filling made.
func JSONTypes(t *testing.T, root reflect.Type, each func(v any)) int {
	t.Helper()
	seen := map[reflect.Type]bool{}
	var visit func(reflect.Type)
	visit = func(rt reflect.Type) {
		switch rt {
		case reflect.TypeFor[decimal.Decimal](), reflect.TypeFor[decimal.NullDecimal](), reflect.TypeFor[x12.Date](), reflect.TypeFor[x12.Time]():
			return
		}
		switch rt.Kind() {
		case reflect.Pointer, reflect.Slice:
			visit(rt.Elem())
			return
		case reflect.Struct:
		default:
			return
		}
		if seen[rt] {
			return
		}
		seen[rt] = true
		for i := range rt.NumField() {
			visit(rt.Field(i).Type)
		}
		v := reflect.New(rt)
		var f Filler
		f.fill(v.Elem())
		if each != nil {
			each(v.Interface())
		}
		b, err := jsonx.Marshal(v.Elem().Interface())
		if err != nil {
			t.Errorf("%s: %v", rt, err)
			return
		}
		back := reflect.New(rt)
		if err := jsonx.Unmarshal(b, back.Interface()); err != nil {
			t.Errorf("%s: %v", rt, err)
		} else if d := cmp.Diff(v.Elem().Interface(), back.Elem().Interface(), EqualTime); d != "" {
			t.Errorf("%s changed (-was +is):\n%s", rt, d)
		} else if again, _ := jsonx.Marshal(back.Elem().Interface()); string(again) != string(b) {
			t.Errorf("%s is %s, and read again %s", rt, b, again)
		}
		if _, ok := v.Interface().(json.Marshaler); ok { // a root: users marshal it by itself
			if own, err := json.Marshal(v.Interface()); err != nil || string(own) != string(b) {
				t.Errorf("%s writes %s, want %s (%v)", rt, own, b, err)
			}
		}
		if strings.Contains(string(b), `"ID":`) || strings.Contains(string(b), `"Amount":`) {
			t.Errorf("%s has keys with capitals: %.200s", rt, b)
		}
	}
	visit(root)
	return len(seen)
}
