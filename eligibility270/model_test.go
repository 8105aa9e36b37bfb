// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

// filled is a value with every field set, each to something that occurs once.
func filled[T any](t testing.TB) *T {
	t.Helper()
	v := new(T)
	var f testkit.Filler
	f.Fill(v)
	var empty []string
	testkit.Unset("", reflect.ValueOf(v).Elem(), &empty)
	if len(empty) > 0 {
		t.Fatalf("the filler leaves fields empty: %v", empty)
	}
	return v
}

// writable takes out what is not the caller's to give: what no field holds,
// ordinals and numbers of levels, at any depth. Diagnoses get qualifiers of their
// list.
func writable(v reflect.Value) {
	switch d := v.Addr().Interface().(type) {
	case *[]x12.Raw, *At, *x12.Level:
		v.SetZero()
		return
	case *Member:
		d.Diagnoses[0].Qualifier, d.Diagnoses[1].Qualifier = "ABK", "ABF"
	case *Benefit:
		d.LoopBegin, d.LoopEnd = "2120", "2120"
	case *Question:
		d.Reference.Qualifier = "9F"
		d.Procedure.LastCode = ""
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			writable(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			writable(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[x12.Time]() || strings.HasPrefix(v.Type().PkgPath(), "github.com/shopspring") {
			return
		}
		for i := range v.NumField() {
			writable(v.Field(i))
		}
	}
}

// Every field is carried by a segment, and read from it again.
func TestEveryFieldThroughEDI(t *testing.T) {
	o := &WriterOptions{Unchecked: true, X12: x12.WriterOptions{Charset: x12.Extended}}
	q, r := filled[Inquiry](t), filled[Response](t)
	writable(reflect.ValueOf(q).Elem())
	writable(reflect.ValueOf(r).Elem())
	self := *r
	self.Dependent = nil

	out, _ := asked(t, o, q)
	back := inquiriesOf(t, out, nil)
	if len(back) != 1 {
		t.Fatalf("%d inquiries", len(back))
	}
	is := back[0].Clone()
	writable(reflect.ValueOf(is).Elem())
	if d := cmp.Diff(q, is, testkit.EqualTime); d != "" {
		t.Errorf("the inquiry changed (-was +is):\n%s", d)
	}
	for _, was := range []*Response{r, &self} {
		var dst bytes.Buffer
		w := NewResponseWriter(&dst, envelope(), o)
		for _, err := range []error{w.Write(was), w.Close()} {
			if err != nil {
				t.Fatal(err)
			}
		}
		all := responsesOf(t, dst.Bytes(), nil)
		is := all[len(all)-1].Clone()
		writable(reflect.ValueOf(is).Elem())
		if d := cmp.Diff(was, is, testkit.EqualTime); d != "" {
			t.Errorf("the response changed (-was +is):\n%s", d)
		}
	}
}

func TestEveryFieldThroughJSON(t *testing.T) {
	for _, v := range []any{filled[Inquiry](t), filled[Response](t)} {
		if n := testkit.JSONTypes(t, reflect.TypeOf(v), nil); n < 10 {
			t.Errorf("only %d types", n)
		}
	}
	b, err := json.Marshal(Response{Benefits: []Benefit{{Kind: BenefitCopay}}})
	if err != nil || string(b) != `{"benefits":[{"kind":"B"}]}` {
		t.Errorf("a short response is %s, %v", b, err)
	}
	for in, want := range map[string]string{
		`{"benefits":[{},{"amount":"1,5"}]}`: "benefits[1].amount: not an amount",
		`{"benefits":[{"betrag":"1"}]}`:      "benefits[0].betrag: there is no such key",
		`{"source":{"name":{"id":5}}}`:       "source.name.id: a string is expected",
	} {
		var p Response
		if err := json.Unmarshal([]byte(in), &p); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", in, err, want)
		}
	}
}

func TestCloneSharesNothing(t *testing.T) {
	check := func(name string, was, copied any) {
		if !reflect.DeepEqual(was, copied) {
			t.Errorf("%s: the copy differs", name)
		}
		seen, n := map[unsafe.Pointer]string{}, 0
		testkit.Memory(name, reflect.ValueOf(was), func(p unsafe.Pointer, path string) { seen[p] = path })
		testkit.Memory("copy", reflect.ValueOf(copied), func(p unsafe.Pointer, path string) {
			n++
			if from, ok := seen[p]; ok {
				t.Errorf("%s shares memory with %s", path, from)
			}
		})
		if n < 5 {
			t.Errorf("%s: only %d pieces of memory compared", name, n)
		}
	}
	q, r := filled[Inquiry](t), filled[Response](t)
	check("inquiry", q, q.Clone())
	check("response", r, r.Clone())
	check("transaction", r.Transaction, r.Transaction.Clone())
	check("source", r.Source, r.Source.Clone())
	check("receiver", r.Receiver, r.Receiver.Clone())
	check("member", r.Dependent, r.Dependent.Clone())
	if (*Inquiry)(nil).Clone() != nil || (*Response)(nil).Clone() != nil {
		t.Error("the copy of nil is not nil")
	}
	if from := (&Response{Benefits: []Benefit{}}).Clone(); from.Benefits == nil || from.Traces != nil {
		t.Error("empty and nil lists are mistaken for each other")
	}
}

// A response has hundreds of benefits. What is rare belongs behind a pointer or
// into a slice, so that the common ones stay small.
func TestSizes(t *testing.T) {
	for _, c := range []struct {
		name        string
		size, limit uintptr
	}{
		{"Response", unsafe.Sizeof(Response{}), 160},
		{"Inquiry", unsafe.Sizeof(Inquiry{}), 160},
		{"Benefit", unsafe.Sizeof(Benefit{}), 512},
		{"Question", unsafe.Sizeof(Question{}), 208},
		{"Member", unsafe.Sizeof(Member{}), 560},
	} {
		t.Logf("%s: %d bytes", c.name, c.size)
		if c.size > c.limit {
			t.Errorf("%s takes %d bytes, the limit is %d: move what is rare behind a pointer", c.name, c.size, c.limit)
		}
	}
}
