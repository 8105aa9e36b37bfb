// SPDX-License-Identifier: Apache-2.0

// Package visible keeps what a file holds from steering the terminal that it is
// printed on: control characters, and the marks that turn the direction of text,
// are shown as escapes.
package visible

import (
	"fmt"
	"io"
	"unicode/utf8"
)

// Steers reports whether a terminal or a viewer obeys r instead of showing it.
func Steers(r rune) bool {
	switch {
	case r < ' ', r >= 0x7f && r <= 0x9f: // C0, DEL, C1
		return true
	case r < 0x61c:
		return false
	}
	return r == 0x61c || r == 0x200e || r == 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// Text returns s with what steers a terminal escaped as Go does it, \x1b, also
// line breaks: it stays on its line.
func Text(s string) string {
	if plain(s) {
		return s
	}
	return string(appendText(nil, []byte(s), false))
}

// Append appends Text of text to dst.
func Append(dst, text []byte) []byte { return appendText(dst, text, false) }

// plain reports whether s is printable ASCII, as nearly all text is.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// appendText appends text with escapes; lines keeps tabs and the ends of lines.
func appendText(dst, text []byte, lines bool) []byte {
	for i := 0; i < len(text); {
		if n := printable(text[i:], lines); n > 0 {
			dst = append(dst, text[i:i+n]...)
			i += n
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		switch c := text[i]; {
		case r == utf8.RuneError && n == 1 && c > 0x9f, lines && (c == '\n' || c == '\t'):
			dst = append(dst, c) // a letter of Latin-1, for one
		case r == utf8.RuneError && n == 1, n == 1 && Steers(r):
			dst = appendByte(dst, c)
		case Steers(r):
			dst = fmt.Appendf(dst, `\u%04x`, r)
		default:
			dst = append(dst, text[i:i+n]...)
		}
		i += n
	}
	return dst
}

// printable returns how many bytes at the beginning of text are printable ASCII, or
// with lines a tab or the end of a line.
func printable(text []byte, lines bool) int {
	for i, c := range text {
		if (c < ' ' || c >= 0x7f) && !(lines && (c == '\n' || c == '\t')) {
			return i
		}
	}
	return len(text)
}

func appendByte(dst []byte, c byte) []byte {
	switch c {
	case '\n':
		return append(dst, `\n`...)
	case '\r':
		return append(dst, `\r`...)
	case '\t':
		return append(dst, `\t`...)
	}
	return fmt.Appendf(dst, `\x%02x`, c)
}

// Writer writes text with escapes, but for tabs and the ends of lines. A rune may
// come in pieces; Flush writes the beginning of one that does not go on.
type Writer struct {
	w    io.Writer
	rest []byte // of a rune
	buf  []byte
}

// NewWriter returns a Writer to w.
func NewWriter(w io.Writer) *Writer { return &Writer{w: w} }

// Under returns what is written to.
func (w *Writer) Under() io.Writer { return w.w }

// Write writes text.
func (w *Writer) Write(text []byte) (int, error) {
	n := len(text)
	if len(w.rest) > 0 {
		text = append(w.rest, text...)
		w.rest = nil
	}
	for i := max(0, len(text)-utf8.UTFMax+1); i < len(text); i++ {
		if utf8.RuneStart(text[i]) && !utf8.FullRune(text[i:]) {
			w.rest = append([]byte(nil), text[i:]...)
			text = text[:i]
			break
		}
	}
	if printable(text, true) < len(text) {
		w.buf = appendText(w.buf[:0], text, true)
		text = w.buf
	}
	if _, err := w.w.Write(text); err != nil {
		return 0, err
	}
	return n, nil
}

// Flush writes what is left of a rune.
func (w *Writer) Flush() error {
	rest := w.rest
	w.rest = nil
	_, err := w.w.Write(appendText(nil, rest, true))
	return err
}
