// SPDX-License-Identifier: Apache-2.0

package testkit

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/claimwire/claimwire/x12"
)

// EqualTime lets cmp compare times.
var EqualTime = cmp.Comparer(func(a, b x12.Time) bool { return a == b })

// SameItems compares two lists of items, structs of the readers, but for what
// recoding may change: Position, Trailer, the line break, and the place of
// segments that no field holds when others were out of order.
func SameItems[T any](n Numbers, a, b []T) string {
	a, b = plainItems(n, a), plainItems(n, b)
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(a) || i >= len(b):
			return fmt.Sprintf("%d and %d items", len(a), len(b))
		case !reflect.DeepEqual(a[i], b[i]):
			return fmt.Sprintf("item %d (-first +second)\n%s", i, cmp.Diff(a[i], b[i], EqualTime))
		}
	}
	return ""
}

func plainItems[T any](n Numbers, items []T) []T {
	seen := map[any]any{}
	items = slices.Clone(items)
	for i := range items {
		v := reflect.ValueOf(&items[i]).Elem()
		v.FieldByName("Position").SetZero()
		v.FieldByName("Trailer").SetZero()
		n.loosen(v, &seen)
		if ic := v.FieldByName("Interchange"); !ic.IsNil() {
			plain := *ic.Interface().(*x12.Interchange)
			plain.LineBreak = ""
			ic.Set(reflect.ValueOf(&plain))
		}
	}
	return items
}

// loosen makes lists without entries nil, and of raw segments their text without
// their place and order; it copies what it changes. The same pointer gives the same copy.
func (n Numbers) loosen(v reflect.Value, seen *map[any]any) {
	switch v.Interface().(type) {
	case decimal.Decimal, decimal.NullDecimal, x12.Time, x12.Position:
		return
	case *x12.Interchange, *x12.Group, *x12.Set:
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return
		}
		was := v.Interface()
		if is, ok := (*seen)[was]; ok {
			v.Set(reflect.ValueOf(is))
			return
		}
		c := reflect.New(v.Type().Elem())
		c.Elem().Set(v.Elem())
		v.Set(c)
		(*seen)[was] = c.Interface()
		n.loosen(c.Elem(), seen)
	case reflect.Slice:
		if v.Len() == 0 {
			v.SetZero()
			return
		}
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(c, v)
		v.Set(c)
		for i := range v.Len() {
			n.loosen(v.Index(i), seen)
		}
		if raws, ok := v.Interface().([]x12.Raw); ok {
			slices.SortFunc(raws, func(a, b x12.Raw) int { return strings.Compare(a.Tag, b.Tag) })
		}
	case reflect.Struct:
		if raw, ok := v.Addr().Interface().(*x12.Raw); ok {
			*raw = x12.Raw{Replaces: raw.Replaces, Tag: n.Segment(*raw, true)}
			return
		}
		for i := range v.NumField() {
			n.loosen(v.Field(i), seen)
		}
	}
}

// Numbers tells which elements and components of a segment are numbers of type
// R, by the dictionary behind a guide: "AMT2", "HI1-5".
type Numbers map[string]bool

// NumbersOf returns the numbers in a transaction set by some guides.
func NumbersOf(set string, guides ...string) Numbers {
	out := Numbers{}
	var walk func(l *x12.Loop)
	walk = func(l *x12.Loop) {
		for _, n := range l.Children {
			if n.Loop != nil {
				walk(n.Loop)
				continue
			}
			for i, e := range n.Use.Elements {
				if e.Element != nil && e.Element.Type == x12.TypeR {
					out[fmt.Sprint(n.Use.Tag, i+1)] = true
				}
				for j, c := range e.Components {
					if c.Element != nil && c.Element.Type == x12.TypeR {
						out[fmt.Sprint(n.Use.Tag, i+1, "-", j+1)] = true
					}
				}
			}
		}
	}
	for _, name := range guides {
		if g, ok := x12.LookupGuide(name, set); ok {
			walk(g.Root)
		}
	}
	return out
}

// Segment is a segment as text that is the same for segments that hold the
// same: empty elements at the end are left out, and so is what a number has in
// front that tells nothing. The counts of trailers are left out when asked for.
func (n Numbers) Segment(raw x12.Raw, counts bool) string {
	var elems []string
	for i, e := range raw.Elements {
		var reps []string
		for _, r := range e {
			var comps []string
			for j, s := range r {
				if n[fmt.Sprint(raw.Tag, i+1)] || n[fmt.Sprint(raw.Tag, i+1, "-", j+1)] {
					if coef, exp, ok := x12.ParseDecimal(s); ok {
						s = fmt.Sprintf("%de%d", coef, exp)
					}
				}
				comps = append(comps, s)
			}
			reps = append(reps, strings.Join(trimEmpty(comps), "\x1f"))
		}
		elems = append(elems, strings.Join(trimEmpty(reps), "\x1e"))
	}
	if !counts && (raw.Tag == "SE" || raw.Tag == "GE" || raw.Tag == "IEA") {
		elems = append([]string{"#"}, elems[min(1, len(elems)):]...)
	}
	return raw.Tag + "\x1d" + strings.Join(trimEmpty(elems), "\x1d")
}

func trimEmpty(s []string) []string {
	for len(s) > 0 && s[len(s)-1] == "" {
		s = s[:len(s)-1]
	}
	return s
}

// Segments lists the segments of a stream as Segment has them.
func (n Numbers) Segments(t testing.TB, in []byte, o x12.ReaderOptions, counts bool) []string {
	t.Helper()
	var out []string
	r := x12.NewReader(bytes.NewReader(in), &o)
	for {
		s, err := r.Next()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, n.Segment(s.Raw(), counts))
	}
}

// Difference returns what only a and what only b has.
func Difference(a, b []string) (onlyA, onlyB []string) {
	n := map[string]int{}
	for _, s := range a {
		n[s]++
	}
	for _, s := range b {
		n[s]--
	}
	for s, k := range n {
		for ; k > 0; k-- {
			onlyA = append(onlyA, shown(s))
		}
		for ; k < 0; k++ {
			onlyB = append(onlyB, shown(s))
		}
	}
	sort.Strings(onlyA)
	sort.Strings(onlyB)
	return onlyA, onlyB
}

func shown(s string) string {
	return strings.NewReplacer("\x1d", "*", "\x1e", "^", "\x1f", ":").Replace(s)
}

// Kept checks that no segment and no element was lost or made up; trailers that
// were missing may have been added.
func (n Numbers) Kept(t testing.TB, in, out []byte, o x12.ReaderOptions) {
	t.Helper()
	lost, made := Difference(n.Segments(t, in, o, false), n.Segments(t, out, o, false))
	made = slices.DeleteFunc(made, func(s string) bool {
		tag, _, _ := strings.Cut(s, "*")
		return tag == "SE" || tag == "GE" || tag == "IEA"
	})
	if len(lost)+len(made) > 0 {
		t.Errorf("lost:\n\t%s\nmade up:\n\t%s", strings.Join(lost, "\n\t"), strings.Join(made, "\n\t"))
	}
}

// Changed compares two values, whose memory it changes, and returns how they
// differ; empty and nil lists are the same.
func Changed[T any](was, is *T) string {
	emptyLists(reflect.ValueOf(&was).Elem())
	emptyLists(reflect.ValueOf(&is).Elem())
	if reflect.DeepEqual(was, is) {
		return ""
	}
	return "(-was +is):\n" + cmp.Diff(was, is, EqualTime)
}

// emptyLists makes lists without entries nil.
func emptyLists(v reflect.Value) {
	switch d := v.Addr().Interface().(type) {
	case *decimal.Decimal:
		*d = decimal.New(d.CoefficientInt64(), d.Exponent()) // a zero has two forms in memory
		return
	case *decimal.NullDecimal:
		d.Decimal = decimal.New(d.Decimal.CoefficientInt64(), d.Decimal.Exponent())
		return
	case *x12.Time:
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			emptyLists(v.Elem())
		}
	case reflect.Slice:
		if v.Len() == 0 {
			v.SetZero()
		}
		for i := range v.Len() {
			emptyLists(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			emptyLists(v.Field(i))
		}
	}
}

// Canonical drops from what v points to what a canonical writer gives anew:
// zeros at the end of numbers, and the place and order of raw segments.
func Canonical(v any) { trimNumbers(reflect.ValueOf(v).Elem()) }

func trimNumbers(v reflect.Value) {
	switch d := v.Addr().Interface().(type) {
	case *decimal.Decimal:
		*d = trimmed(*d)
		return
	case *decimal.NullDecimal:
		d.Decimal = trimmed(d.Decimal)
		return
	case *x12.Raw:
		d.After, d.Unread = 0, nil
		return
	case *x12.Time, *x12.Date:
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			trimNumbers(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			trimNumbers(v.Index(i))
		}
		if raws, ok := v.Interface().([]x12.Raw); ok {
			slices.SortFunc(raws, func(a, b x12.Raw) int {
				return strings.Compare(fmt.Sprint(a.Tag, a.Elements), fmt.Sprint(b.Tag, b.Elements))
			})
		}
	case reflect.Struct:
		for i := range v.NumField() {
			trimNumbers(v.Field(i))
		}
	}
}

func trimmed(d decimal.Decimal) decimal.Decimal {
	coef, exp, _ := x12.ParseDecimal(x12.AppendDecimal(nil, d, true))
	return decimal.New(coef, exp)
}

// Foreseen reports whether an error is one that recoding whatever bytes may end
// with: they are no X12, two separators are the same, or a header's control
// number holds the terminator, so that no trailer can have it.
func Foreseen(err error) bool {
	var syntax *x12.SyntaxError
	var issue x12.Issue
	if errors.As(err, &syntax) {
		return true
	}
	if !errors.As(err, &issue) {
		return false
	}
	trailer := issue.Tag == "IEA" || issue.Tag == "GE" || issue.Tag == "SE"
	return issue.Code == x12.CodeDelimiter || issue.Code == x12.CodeDelimiterInText && trailer
}
