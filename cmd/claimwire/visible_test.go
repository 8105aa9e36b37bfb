// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// steering is text that a terminal would obey: a title, colors, the bell, a
// backspace, a control sequence in one byte, in UTF-8 and in Latin-1, text turned
// around.
const steering = "\x1b]0;x\x07\x1b[31m\b\x7f\u009b1m\x9b1m\u202egp\u2066"

// steered finds what a terminal would obey.
func steered(text []byte) string {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 && text[i] < 0xa0 || r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == 0x202e || r == 0x2066 {
			return string(text[max(0, i-20):min(len(text), i+20)])
		}
		i += n
	}
	return ""
}

// Nothing that a file, a flag or the name of a file holds steers the terminal,
// whatever is printed of it.
func TestNothingSteersTheTerminal(t *testing.T) {
	claims := strings.NewReplacer("*DOE*JANE*", "*DOE"+steering+"*JANE"+steering+"*", "CLM*", "CLM*"+steering).Replace(good)
	remits := strings.NewReplacer("*DOE*JANE*", "*DOE"+steering+"*JANE*", "CLP*A1*", "CLP*"+steering+"*", "N1*PR*PLAN*", "N1*PR*PLAN"+steering+"*").Replace(oddities["remittance"])
	reply, err := os.ReadFile(firstOf(t, "../../eligibility270/testdata/replies/*.edi"))
	if err != nil {
		t.Fatal(err)
	}
	replies := strings.ReplaceAll(string(reply), "NM1*IL*1*", "NM1*IL*1*"+steering)
	dir := t.TempDir()
	save := func(text string) string { // under a name that steers, too
		name := filepath.Join(dir, "a\x1b[31m\x07\u202eb.edi")
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Skip(err)
		}
		return name
	}
	seen := 0
	for _, text := range []string{claims, remits, replies, strings.Replace(claims, "ST*837*", "ST*"+steering+"*", 1), "ISA" + steering, steering, "{\"" + steering + "\":1}"} {
		for _, args := range [][]string{
			{"validate", "--snip", "7", "--values"}, {"validate", "--json", "--values"}, {"parse"}, {"remit"}, {"remit", "--html"}, {"remit", "--json"},
			{"benefits"}, {"benefits", "--json"}, {"form", "--values"}, {"form", "--json"}, {"encode"}, {"build"}, {"inquire"}, {"recode", "-o", filepath.Join(dir, "out")},
			{"fmt", "-o", filepath.Join(dir, "out")}, {"validate", "--" + steering}, {steering}, {"validate", "no" + steering},
		} {
			out, errs, _ := runOn(nil, append(args, save(text))...)
			if args[0] == "encode" {
				out = nil
			}
			if s := steered(out) + steered(errs); s != "" {
				t.Errorf("%q: %q", args, s)
			}
			if bytes.Contains(out, []byte(`\x1b`)) || bytes.Contains(out, []byte(`\u001b`)) {
				seen++
			}
		}
	}
	if seen < 10 {
		t.Errorf("%d outputs show what was escaped", seen)
	}
}

func firstOf(t *testing.T, pattern string) string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatal(pattern, err)
	}
	return files[0]
}

// What is no text for people stays byte for byte.
func TestRewritingKeepsControlCharacters(t *testing.T) {
	text := strings.Replace(good, "*DOE*JANE*", "*DOE\x1b[31m\x07\x9b*JANE*", 1)
	dir := t.TempDir()
	for _, command := range []string{"fmt", "recode"} {
		name := filepath.Join(dir, command)
		if _, errs, status := runOn([]byte(text), command, "-o", name, "-"); status != exitOK {
			t.Fatalf("%s: %d %s", command, status, errs)
		}
		saved, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out, _, _ := runOn([]byte(text), command, "-")
		if !bytes.Contains(saved, []byte("DOE\x1b[31m\x07\x9b*")) || !bytes.Equal(saved, out) {
			t.Errorf("%s: %q", command, saved)
		}
	}
}
