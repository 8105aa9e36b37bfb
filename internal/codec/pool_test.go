// SPDX-License-Identifier: Apache-2.0

package codec

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestIn(t *testing.T) {
	values := []string{"", "A", "B", "AB", "ABC", "85", "8", "5", "|", "A|B", "ABK", "BK", "K", "ABF"}
	for _, list := range []string{"", "A", "AB", "A|B", "AB|CD", "ABK|BK", "BK|ABK", "A|AB|ABC", "85|82", "0B|1G|G2|LU", "A||B", "|", "A|", "|A"} {
		for _, v := range values {
			want := v != "" && slices.Contains(strings.Split(list, "|"), v)
			if strings.Contains(v, "|") { // no code holds a bar; only that nothing breaks
				if got := in(list, v); got && !strings.Contains(list, v) {
					t.Errorf("in(%q, %q) = %v", list, v, got)
				}
				continue
			}
			if got := in(list, v); got != want {
				t.Errorf("in(%q, %q) = %v", list, v, got)
			}
		}
	}
}

func TestTags(t *testing.T) {
	for tag, want := range map[Tag]string{AMT: "AMT", K3: "K3", HL: "HL", SVD: "SVD", 0: ""} {
		if tag.String() != want || tagOf(want) != tag {
			t.Errorf("%v, want %s", tag, want)
		}
	}
	if tagOf("NM1") != NM1 || tagOf("NM1X") == NM1 || tagOf("XNM1") == NM1 {
		t.Error("a longer tag is taken for a shorter one")
	}
	seen := map[uint32]string{}
	for _, s := range []string{"A", "AB", "ABC", "B", "BA", "CBA", "0", "00", "000"} {
		if other, ok := seen[pack(s)]; ok || pack(s) == pack("") {
			t.Errorf("%q and %q are one number", s, other)
		}
		seen[pack(s)] = s
	}
	if pack("ABCD") != pack("") {
		t.Error("a long code is taken for a short one")
	}
}

func TestShapes(t *testing.T) {
	d := Describe(&toyLoop)
	if d.ID != "T" || d.Segments[0].Tag != "LX" || len(d.Loops) != 3 || d.Loops[2].ID != "T3" || len(d.Loops[0].Segments) != 5 {
		t.Fatalf("%+v", d)
	}
	lists := map[string]bool{}
	for _, s := range d.Segments {
		lists[s.Tag+s.Qualifiers] = s.List
	}
	for what, want := range map[string]bool{"REF0B|1G": true, "REFG1": false, "REF9F": true, "K3": true, "NTEADD": false, "NTEDCP|TPO": true, "HIABK|BK": false, "CAS": true, "SV1": false} {
		if got, ok := lists[what]; got != want || !ok {
			t.Errorf("%s repeats: %v, there: %v", what, got, ok)
		}
	}
	s := toyLoop.shape()
	if a, b := s.place(accept{SV1, 1, ""}), s.place(accept{NM1, 1, "82"}); a.n != 0 || b.n < s.loops || s.place(accept{LX, 1, ""}).n != -1 {
		t.Errorf("places %v, %v of %d", a, b, s.loops)
	}
}

// Lists that grow by turns, and entries taken back, never touch each other.
func TestListsOfOnePool(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for _, reuse := range []bool{false, true} {
		c := &Codec{life: &Life{Reuse: reuse}}
		for round := range 60 {
			c.life.Reset()
			lists, want := make([][]string, 5), make([][]string, 5)
			var alone []*string
			for i := range random.IntN(1500) {
				k := random.IntN(len(lists))
				switch r := random.IntN(20); {
				case r < 15:
					lists[k] = grow(c, lists[k])
					last := &lists[k][len(lists[k])-1]
					if *last != "" {
						t.Fatalf("a new entry holds %q", *last)
					}
					*last = fmt.Sprint(k, i)
					want[k] = append(want[k], *last)
				case r < 17 && len(lists[k]) > 0:
					lists[k] = grow(c, lists[k]) // tried, and taken back
					lists[k][len(lists[k])-1] = "GONE"
					lists[k] = shrink(c, lists[k])
				case r < 18:
					v := New[string](c)
					if *v != "" {
						t.Fatalf("a new value holds %q", *v)
					}
					*v = "ALONE"
					alone = append(alone, v)
				}
			}
			for k := range lists {
				if !slices.Equal(lists[k], want[k]) {
					t.Fatalf("reuse %v, round %d: list %d is %q, want %q", reuse, round, k, lists[k], want[k])
				}
			}
			for _, v := range alone {
				if *v != "ALONE" {
					t.Fatalf("a value became %q", *v)
				}
			}
		}
	}
}

// With reuse, memory is taken once.
func TestReuseTakesNoMemory(t *testing.T) {
	c := &Codec{life: &Life{Reuse: true}}
	work := func() {
		c.life.Reset()
		var a, b []string
		for range 50 {
			a, b = grow(c, a), grow(c, b)
		}
		for range 60 {
			New[toy](c)
		}
	}
	for range 5 {
		work()
	}
	if n := testing.AllocsPerRun(20, work); n > 0 {
		t.Errorf("%.0f allocations", n)
	}
}

func TestAmounts(t *testing.T) {
	c := &Codec{}
	for i := range 5000 {
		s := fmt.Sprintf("%d.%02d", i%700, i%100)
		d, ok := c.amount(s)
		if !ok || d.StringFixed(2) != s || d.Exponent() != -2 {
			t.Fatalf("%s is %v, %v", s, d, ok)
		}
	}
	for in, want := range map[string]string{"0": "0", "0.00": "0.00", "-5.5": "-5.5", ".5": "0.5", "007": "7", "123456789012345678": "123456789012345678",
		"5.": "5", "-5.": "-5", "12345678901234567890": "12345678901234567890", "-1234567890123456789.50": "-1234567890123456789.50", ".0000000000000000001": "0.0000000000000000001"} {
		for range 2 {
			if d, ok := c.amount(in); !ok || d.StringFixed(-d.Exponent()) != want {
				t.Errorf("%s is %v, %v", in, d, ok)
			}
		}
	}
	for _, bad := range []string{"", "-", ".", "+5", "-.", "5..", "1e3", "1,5", "1.2.3", " 5", "1 2", "12345678901234567890123456789012345678901", "1234567890123456789e5", "12345678901234567.8.90", "--5", "5-", "٣"} {
		if d, ok := c.amount(bad); ok {
			t.Errorf("%q is %v", bad, d)
		}
	}
	if n := testing.AllocsPerRun(100, func() { c.amount("125.50") }); n > 0 {
		t.Errorf("%.0f allocations for an amount that came before", n)
	}
}
