// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"bytes"
	"unicode/utf8"
)

// Charset is what the text of an interchange may hold.
type Charset uint8

const (
	// Capitals has the characters of Extended. A Writer that folds writes names,
	// addresses and remarks in capitals, as payers print them, and leaves
	// identifiers and codes as they are.
	Capitals Charset = iota
	// Basic is A to Z, 0 to 9, blank and ! " & ' ( ) * + , - . / : ; ? =
	Basic
	// Extended adds a to z and % ~ @ [ ] _ { } \ | < > # $ ^ `
	Extended
	// AnyByte is whatever the partners agreed on, delimiters apart.
	AnyByte
)

const (
	basicMarks    = " !\"&'()*+,-./:;?="
	extendedMarks = "%~@[]_{}\\|<>#$^`"
)

// has reports whether b belongs to the set.
func (c Charset) has(b byte) bool {
	if b-'A' < 26 || isDigit(b) {
		return true
	}
	if c == AnyByte {
		return true
	}
	for i := 0; i < len(basicMarks); i++ {
		if basicMarks[i] == b {
			return true
		}
	}
	if c == Basic {
		return false
	}
	if b-'a' < 26 {
		return true
	}
	for i := 0; i < len(extendedMarks); i++ {
		if extendedMarks[i] == b {
			return true
		}
	}
	return false
}

// Text writes s as component c (1 for a simple element) of element e.
func (w *Writer) Text(e, c int, s string) {
	if s == "" {
		return
	}
	comp := w.comp
	if e > w.elem {
		comp = 1
	}
	n, seps := len(w.buf), e-w.elem+c-comp
	if e < w.elem || c < comp || cap(w.buf)-n < seps+len(s) {
		w.text(e, c, s)
		return
	}
	end := n + seps + len(s)
	buf := w.buf[:end]
	for i := w.elem; i < e; i++ {
		buf[n] = w.d.Element
		n++
	}
	for i := comp; i < c; i++ {
		buf[n] = w.d.Component
		n++
	}
	var odd uint8
	dst := buf[n:]
	for i := 0; i < len(dst) && i < len(s); i++ {
		b := s[i]
		dst[i] = b
		odd |= w.class[b]
	}
	if odd != 0 {
		w.text(e, c, s)
		return
	}
	w.buf = w.buf[:end]
	w.elem, w.comp = e, c
}

// Words is Text for names, addresses and remarks, whose case means nothing.
func (w *Writer) Words(e, c int, s string) {
	if !isCapital(s) && w.o.Fold && w.o.Charset <= Basic {
		if w.capitals(e, c, s) {
			return
		}
		folded, changed := FoldText(s, w.o.Charset)
		if changed && w.o.OnIssue != nil {
			w.o.OnIssue(NewIssue(CodeFolded, w.place(e, c), s))
		}
		s = upper(folded)
	}
	w.Text(e, c, s)
}

// capitals writes s in capitals, unless it must be folded or refused.
func (w *Writer) capitals(e, c int, s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || s[i]-'a' >= 26 && w.class[s[i]] != 0 {
			return false
		}
	}
	w.to(e, c)
	for i := 0; i < len(s); i++ {
		b := s[i]
		if b-'a' < 26 {
			b -= 'a' - 'A'
		}
		w.buf = append(w.buf, b)
	}
	return true
}

// isCapital reports whether s is ASCII without small letters.
func isCapital(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i]-'a' < 26 || s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// text is Text for text that is not plain, or that the buffer has no room for.
func (w *Writer) text(e, c int, s string) {
	var odd uint8
	for i := 0; i < len(s); i++ {
		odd |= w.class[s[i]]
	}
	if odd != 0 {
		if s = w.odd(e, c, s); s == "" {
			return
		}
	}
	w.to(e, c)
	w.buf = append(w.buf, s...)
}

// odd brings text that is not plain into the set, or refuses it.
func (w *Writer) odd(e, c int, s string) string {
	if w.o.Fold {
		folded, changed := FoldText(s, w.o.Charset)
		if w.o.OnIssue != nil {
			switch {
			case changed:
				w.o.OnIssue(NewIssue(CodeFolded, w.place(e, c), s))
			case folded != s:
				w.o.OnIssue(NewIssue(CodeCaseChanged, w.place(e, c), s))
			}
		}
		s = folded
	}
	for i := 0; i < len(s); i++ {
		switch w.class[s[i]] {
		case classDelimiter:
			w.refuse(CodeDelimiterInText, e, c, s)
			return ""
		case classLower, classForeign:
			w.refuse(CodeCharacterSet, e, c, s)
			return ""
		}
	}
	return s
}

// oddTag refuses a segment id that would be cut in two, or that no character
// set allows. Components and repetitions mean nothing there.
func (w *Writer) oddTag(tag string) {
	for i := 0; i < len(tag); i++ {
		switch b := tag[i]; {
		case b == w.d.Element || b == w.d.Segment:
			w.refuse(CodeDelimiterInText, 0, 0, tag)
		case !w.o.AsRead && w.class[b] != 0:
			w.refuse(CodeCharacterSet, 0, 0, tag)
		default:
			continue
		}
		return
	}
}

// place is where the writer stands, at an element of the segment being built.
func (w *Writer) place(e, c int) Position {
	p := w.pos
	tag, _, _ := bytes.Cut(w.buf[w.mark:], []byte{w.d.Element})
	if len(tag) <= 3 { // what is no segment id may be anything
		p.Tag = string(tag)
	}
	p.Segment, p.Element, p.Component, p.Offset = w.counted+1, e, 0, w.written+int64(w.mark)
	if c > 1 {
		p.Component = c
	}
	if w.set == nil {
		p.Segment = 0
	}
	return p
}

// refuse notes that the segment being built cannot be written.
func (w *Writer) refuse(code IssueCode, e, c int, value string) {
	i := NewIssue(code, w.place(e, c), value)
	if w.textErr == nil {
		w.textErr = i
	}
	if w.o.OnIssue != nil {
		w.o.OnIssue(i)
	}
}
