// SPDX-License-Identifier: Apache-2.0

package clone

import (
	"reflect"
	"strings"
	"testing"
	"unsafe"

	"github.com/shopspring/decimal"
)

type word string

type sample struct {
	Name   word
	n      int
	hidden string
	Total  decimal.Decimal
	Some   decimal.NullDecimal
	Pair   [2]struct{ A, B string }
	Next   *sample
	Number *int
	List   []sample
	Words  []word
	Deep   [][][]string
	Nums   []int
}

func fill(depth int) *sample {
	n := depth
	s := &sample{Name: word(strings.Repeat("a", depth)), n: depth, hidden: "h", Total: decimal.NewFromInt(int64(depth)), Number: &n,
		Words: []word{"x", "", "yz"}, Deep: [][][]string{{{"p"}, nil}, {}}, Nums: []int{1, 2}}
	s.Pair[1].B = "pair"
	if depth > 0 {
		s.Next = fill(depth - 1)
		s.List = []sample{*fill(depth - 1), {}}
	}
	return s
}

func TestOf(t *testing.T) {
	from, same := fill(3), fill(3)
	to := Of(from)
	if !reflect.DeepEqual(from, to) {
		t.Errorf("the copy is %+v, want %+v", to, from)
	}
	memory := func(s *sample) (all []unsafe.Pointer) {
		var walk func(s *sample)
		walk = func(s *sample) {
			all = append(all, unsafe.Pointer(unsafe.StringData(s.hidden)), unsafe.Pointer(unsafe.StringData(s.Pair[1].B)), unsafe.Pointer(s.Number),
				unsafe.Pointer(&s.Words[0]), unsafe.Pointer(unsafe.StringData(string(s.Words[2]))), unsafe.Pointer(&s.Deep[0][0][0]), unsafe.Pointer(&s.Nums[0]))
			if s.Next != nil {
				all = append(all, unsafe.Pointer(s.Next), unsafe.Pointer(&s.List[0]))
				walk(s.Next)
				walk(&s.List[0])
			}
		}
		walk(s)
		return all
	}
	seen := map[unsafe.Pointer]bool{}
	for _, p := range memory(from) {
		seen[p] = true
	}
	for i, p := range memory(to) {
		if seen[p] {
			t.Errorf("piece %d of memory is shared", i)
		}
	}
	to.List[0].Words[0], to.Deep[0][0][0], to.Next.Next.Nums[0], *to.Number = "no", "no", 9, 9
	if !reflect.DeepEqual(from, same) {
		t.Error("a change of the copy changed the original")
	}
}

func TestOfLittle(t *testing.T) {
	if Of[sample](nil) != nil {
		t.Error("the copy of nil is not nil")
	}
	to := Of(&sample{List: []sample{}, Words: make([]word, 0, 8)})
	if to.List == nil || to.Words == nil || to.Deep != nil || cap(to.Words) != 0 {
		t.Errorf("empty and nil lists are mistaken for each other: %#v", to)
	}
}

func TestNoPlan(t *testing.T) {
	defer func() {
		if r := recover(); r == nil {
			t.Error("a map was copied")
		}
	}()
	Of(&struct{ M map[string]int }{})
}
