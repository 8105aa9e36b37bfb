// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unsafe"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
	"github.com/google/go-cmp/cmp"
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

// writable takes out what is not the caller's to give, and gives references
// qualifiers of their lists.
func writable(p *ClaimPayment) *ClaimPayment {
	codes := func(refs []x12.Reference, qualifiers ...x12.Code) {
		for i := range refs {
			refs[i].Qualifier = qualifiers[i]
		}
	}
	p.At, p.Remittance.At, p.Header.At = At{}, At{}, At{}
	p.Rest, p.Header.Rest, p.Remittance.Rest, p.Remittance.Payer.Rest, p.Remittance.Payee.Rest = nil, nil, nil, nil, nil
	codes(p.References, "EA", "1L")
	codes(p.RenderingIDs, "G2", "LU")
	for i := range p.Adjustments {
		p.Adjustments[i].Place = 0
	}
	for i := range p.Lines {
		l := &p.Lines[i]
		l.Rest = nil
		codes(l.References, "APC", "BB")
		codes(l.RenderingIDs, "HPI", "0B")
		for i := range l.Adjustments {
			l.Adjustments[i].Place = 0
		}
	}
	return p
}

// Every field is carried by a segment, and read from it again.
func TestEveryFieldThroughEDI(t *testing.T) {
	p := writable(filled[ClaimPayment](t))
	s := filled[Summary](t)
	s.Rest, s.Remittance = nil, p.Remittance
	for i := range s.Adjustments {
		s.Adjustments[i].Place = 0
	}
	var dst bytes.Buffer
	w := NewWriter(&dst, envelope(), &WriterOptions{Unchecked: true, X12: x12.WriterOptions{Charset: x12.Extended}})
	for _, err := range []error{w.Write(p), w.WriteSummary(s), w.Close()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	for item, err := range NewReader(bytes.NewReader(dst.Bytes()), nil).Items() {
		if err != nil {
			t.Fatal(err)
		}
		switch item.Kind {
		case x12.RecordStep:
			n++
			back := item.Payment.Clone()
			back.At, back.Remittance.At, back.Header.At = At{}, At{}, At{}
			if d := cmp.Diff(p, back); d != "" {
				t.Errorf("the payment changed (-was +is):\n%s", d)
			}
		case x12.SummaryStep:
			n++
			if d := cmp.Diff(s.Adjustments, item.Summary.Adjustments); d != "" {
				t.Errorf("the summary changed (-was +is):\n%s", d)
			}
		}
	}
	if n != 2 {
		t.Errorf("%d records come back:\n%s", n, dst.Bytes())
	}
}

func TestEveryFieldThroughJSON(t *testing.T) {
	for _, v := range []any{filled[ClaimPayment](t), filled[Summary](t)} {
		if n := testkit.JSONTypes(t, reflect.TypeOf(v), nil); n < 10 {
			t.Errorf("only %d types", n)
		}
	}
	for _, v := range []any{Outcome{}, Link{}, Balance{}} {
		if n := testkit.JSONTypes(t, reflect.TypeOf(v), nil); n == 0 {
			t.Errorf("%T has no JSON", v)
		}
	}
	b, err := json.Marshal(ClaimPayment{})
	if err != nil || string(b) != `{"charge":"0","paid":"0"}` {
		t.Errorf("an empty payment is %s, %v", b, err)
	}
	for in, want := range map[string]string{
		`{"lines":[{},{"paid":"1,5"}]}`:     "lines[1].paid: not an amount",
		`{"adjustments":[{"grupo":"CO"}]}`:  "adjustments[0].grupo: there is no such key",
		`{"remittance":{"payer":{"id":5}}}`: "remittance.payer.id: a string is expected",
	} {
		var p ClaimPayment
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
		if n < 10 {
			t.Errorf("%s: only %d pieces of memory compared", name, n)
		}
	}
	p, s := filled[ClaimPayment](t), filled[Summary](t)
	check("payment", p, p.Clone())
	check("summary", s, s.Clone())
	check("remittance", p.Remittance, p.Remittance.Clone())
	check("header", p.Header, p.Header.Clone())
	if (*ClaimPayment)(nil).Clone() != nil || (*Summary)(nil).Clone() != nil {
		t.Error("the copy of nil is not nil")
	}
	if from := (&ClaimPayment{Lines: []ServicePayment{}}).Clone(); from.Lines == nil || from.Amounts != nil {
		t.Error("empty and nil lists are mistaken for each other")
	}
}

// Payments and lines are made by the million. What is rare belongs behind a
// pointer or into a slice, so that the common ones stay small.
func TestSizes(t *testing.T) {
	for _, c := range []struct {
		name        string
		size, limit uintptr
	}{
		{"ClaimPayment", unsafe.Sizeof(ClaimPayment{}), 800},
		{"ServicePayment", unsafe.Sizeof(ServicePayment{}), 480},
		{"Adjustment", unsafe.Sizeof(Adjustment{}), 88},
	} {
		t.Logf("%s: %d bytes", c.name, c.size)
		if c.size > c.limit {
			t.Errorf("%s takes %d bytes, the limit is %d: move what is rare behind a pointer", c.name, c.size, c.limit)
		}
	}
}
