// SPDX-License-Identifier: Apache-2.0

// Package textpage lays plain text out for a terminal or a printer, Width columns
// wide.
package textpage

import (
	"bufio"
	"bytes"
	"iter"
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
	line  []byte // the one at hand
}

// New returns a Page that is printed to w.
func New(w *bufio.Writer) *Page { return &Page{w: w} }

// Line prints a line of parts, indented.
func (p *Page) Line(indent int, parts ...string) {
	p.line = p.line[:0]
	for _, part := range parts {
		p.line = append(p.line, part...)
	}
	if text := bytes.TrimRight(p.line, " "); len(text) > 0 {
		p.w.WriteString(blanks(indent))
		p.w.Write(visible.Append(p.w.AvailableBuffer(), text))
	}
	p.w.WriteByte('\n')
}

// Wrapped prints text that may be longer than a line; the lines that follow are
// indented as its first word.
func (p *Page) Wrapped(indent int, label, text string) {
	room := Width - indent - utf8.RuneCountInString(label)
	for line := range wrapped(text, room) {
		p.Line(indent, label, line)
		label = blanks(utf8.RuneCountInString(label))
	}
}

// wrapped returns text in lines of at most so many characters, broken between words.
// There is one line at least.
func wrapped(text string, room int) iter.Seq[string] {
	return func(yield func(string) bool) {
		var line []byte
		length := 0 // of the line, in characters
		for word := range strings.FieldsSeq(text) {
			n := utf8.RuneCountInString(word)
			switch {
			case len(line) == 0:
			case length+1+n > room:
				if !yield(string(line)) {
					return
				}
				line, length = line[:0], 0
			default:
				line, length = append(line, ' '), length+1
			}
			line, length = append(line, word...), length+n
		}
		yield(string(line))
	}
}

// blanks returns so many of them, none when the number is negative.
func blanks(n int) string {
	const some = "                                                                                                    " // Width
	if n <= len(some) {
		return some[:max(0, n)]
	}
	return strings.Repeat(" ", n)
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
	return s + blanks(width-utf8.RuneCountInString(s))
}

// Right fills s up to a width, with blanks before it.
func Right(s string, width int) string {
	return blanks(width-utf8.RuneCountInString(s)) + s
}

// Join joins the parts that are not empty.
func Join(by string, parts ...string) string {
	var room [8]string
	out := room[:0]
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
