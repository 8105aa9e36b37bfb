// SPDX-License-Identifier: Apache-2.0

package visible

import (
	"strings"
	"testing"
)

func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "DOE, JANE": "DOE, JANE", "Muñoz": "Muñoz", "\x1b[31mRED\x07": `\x1b[31mRED\x07`, "a\nb\r\tc": `a\nb\r\tc`, "\x7f": `\x7f`,
		"\u009b31m": `\u009b31m`, "\x9b31m": `\x9b31m`, "caf\xe9": "caf\xe9", "a\u202eb\u2066c\u200f\u061c\u2028": `a\u202eb\u2066c\u200f\u061c\u2028`,
		"\x00": `\x00`, "日本": "日本", "\ufffd": "\ufffd",
	} {
		if got := Text(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// Whatever comes in whatever pieces, nothing steers the terminal.
func TestWriter(t *testing.T) {
	text := "a\tb\n\x1b]0;x\x07 Mu\u00f1oz \u009b1m \u202e \xe9 \x9b \xe2\x80 end \xe2\x80"
	want := "a\tb\n" + `\x1b]0;x\x07` + " Mu\u00f1oz " + `\u009b1m \u202e` + " \xe9 " + `\x9b` + " \xe2" + `\x80` + " end \xe2" + `\x80`
	for size := 1; size <= len(text); size++ {
		var b strings.Builder
		w := NewWriter(&b)
		for i := 0; i < len(text); i += size {
			piece := text[i:min(len(text), i+size)]
			if n, err := w.Write([]byte(piece)); n != len(piece) || err != nil {
				t.Fatal(n, err)
			}
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		if b.String() != want {
			t.Fatalf("in pieces of %d: %q, want %q", size, b.String(), want)
		}
	}
}
