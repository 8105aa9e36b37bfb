// SPDX-License-Identifier: Apache-2.0

// Package textpage lays plain text out for a terminal or a printer, Width columns
// wide.
package textpage

import (
	"bufio"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/claimwire/claimwire/internal/visible"
)

// Width is how many columns a page has.
const Width = 100

// A Page is printed line by line.
type Page struct {
	w     *bufio.Writer
	begun bool
}

// New returns a Page that is printed to w.
func New(w *bufio.Writer) *Page { return &Page{w: w} }

// Line prints a line of parts, indented.
func (p *Page) Line(indent int, parts ...string) {
	text := visible.Text(strings.TrimRight(strings.Join(parts, ""), " "))
	if text != "" {
		p.w.WriteString(strings.Repeat(" ", indent))
		p.w.WriteString(text)
	}
	p.w.WriteByte('\n')
}

// Wrapped prints text that may be longer than a line; the lines that follow are
// indented as its first word.
func (p *Page) Wrapped(indent int, label, text string) {
	room := Width - indent - utf8.RuneCountInString(label)
	for _, line := range wrap(text, room) {
		p.Line(indent, label, line)
		label = strings.Repeat(" ", utf8.RuneCountInString(label))
	}
}

// wrap breaks text between words into lines of at most so many characters.
func wrap(text string, room int) []string {
	var out []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > room {
			out = append(out, line)
			line = ""
		}
		line = Join(" ", line, word)
	}
	return append(out, line)
}

// Rule prints a line of one character.
func (p *Page) Rule(of string) { p.Line(0, strings.Repeat(of, Width)) }

// Gap parts what is printed next from what was printed before it.
func (p *Page) Gap() {
	if p.begun {
		p.Line(0)
	}
	p.begun = true
}

// Facts prints facts one after the other.
func (p *Page) Facts(indent int, list []Fact) {
	var all []string
	for _, f := range list {
		all = append(all, f.Name+": "+f.Value)
	}
	if len(all) > 0 {
		p.Wrapped(indent, "", strings.Join(all, "; "))
	}
}

// Err returns the error that printing met.
func (p *Page) Err() error {
	_, err := p.w.Write(nil)
	return err
}

// A Fact is a value with its name.
type Fact struct{ Name, Value string }

// Facts returns those of the facts that have a value.
func Facts(all ...Fact) []Fact {
	var out []Fact
	for _, f := range all {
		if f.Value != "" {
			out = append(out, f)
		}
	}
	return out
}

// Left fills s up to a width, with blanks after it.
func Left(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

// Right fills s up to a width, with blanks before it.
func Right(s string, width int) string {
	return strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s))) + s
}

// Join joins the parts that are not empty.
func Join(by string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, by)
}

// Prefix returns s after a prefix; nothing when s is empty.
func Prefix(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// Or returns s, or another text when s is empty.
func Or(s, other string) string {
	if s != "" {
		return s
	}
	return other
}

// Capital returns s with a capital letter at its beginning.
func Capital(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}

// Counted returns a count with the word for one, or for many.
func Counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
