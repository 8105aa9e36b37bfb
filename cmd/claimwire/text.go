// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"strings"
	"unicode/utf8"

	"github.com/claimwire/claimwire/internal/visible"
)

// textPage prints text for a terminal or a printer, 100 columns wide.
type textPage struct {
	w     *bufio.Writer
	begun bool
}

const textWidth = 100

func (t *textPage) line(indent int, parts ...string) {
	text := visible.Text(strings.TrimRight(strings.Join(parts, ""), " "))
	if text != "" {
		t.w.WriteString(strings.Repeat(" ", indent))
		t.w.WriteString(text)
	}
	t.w.WriteByte('\n')
}

// wrapped prints text that may be longer than a line; following lines are
// indented as the first word.
func (t *textPage) wrapped(indent int, label, text string) {
	room := textWidth - indent - utf8.RuneCountInString(label)
	for _, line := range wordWrap(text, room) {
		t.line(indent, label, line)
		label = strings.Repeat(" ", utf8.RuneCountInString(label))
	}
}

// wordWrap breaks text between words into lines of at most so many characters.
func wordWrap(text string, room int) []string {
	var out []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > room {
			out = append(out, line)
			line = ""
		}
		line = joined(" ", line, word)
	}
	return append(out, line)
}

// left and right fill text up to a width.
func left(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

func right(s string, width int) string {
	return strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s))) + s
}

// facts prints facts one after the other.
func (t *textPage) facts(indent int, list []fact) {
	var all []string
	for _, f := range list {
		all = append(all, f.Name+": "+f.Value)
	}
	if len(all) > 0 {
		t.wrapped(indent, "", strings.Join(all, "; "))
	}
}

// err is what writing said.
func (t *textPage) err() error {
	_, err := t.w.Write(nil)
	return err
}

// gap parts what is printed from what comes before it.
func (t *textPage) gap() {
	if t.begun {
		t.line(0)
	}
	t.begun = true
}
