// SPDX-License-Identifier: Apache-2.0

package textpage

import (
	"bufio"
	"slices"
	"strings"
	"testing"
)

func TestWrapped(t *testing.T) {
	for _, c := range []struct {
		text string
		room int
		want []string
	}{
		{"", 9, []string{""}},
		{"  ", 9, []string{""}},
		{"one  two\tthree", 9, []string{"one two", "three"}},
		{"one two three", 13, []string{"one two three"}},
		{"one two three", 12, []string{"one two", "three"}},
		{"áéí óúñ", 7, []string{"áéí óúñ"}}, // characters, not bytes
		{"overlong is not broken", 4, []string{"overlong", "is", "not", "broken"}},
		{"no room", -1, []string{"no", "room"}},
	} {
		if got := slices.Collect(wrapped(c.text, c.room)); !slices.Equal(got, c.want) {
			t.Errorf("%q in %d: %q, want %q", c.text, c.room, got, c.want)
		}
	}
}

func TestPage(t *testing.T) {
	var out strings.Builder
	w := bufio.NewWriter(&out)
	p := New(w)
	p.Line(4, "a ", "", "b  ", " ")
	p.Line(4, " ", "")
	p.Line(2, "x\x1b[1m", "\ny")
	p.Wrapped(2, "label: ", strings.Repeat("ninechars ", 11))
	p.Line(0, Left("é", 3), "|", Right("é", 3), "|", Left("long", 2))
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	nine := strings.TrimSpace(strings.Repeat("ninechars ", 9))
	want := "    a b\n\n" + `  x\x1b[1m\ny` + "\n  label: " + nine + "\n         ninechars ninechars\né  |  é|long\n"
	if out.String() != want {
		t.Errorf("%q\nwant %q", out.String(), want)
	}
}
