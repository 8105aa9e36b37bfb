// SPDX-License-Identifier: Apache-2.0

package jsonx

import (
	"unicode/utf16"
	"unicode/utf8"
)

// scanner walks over JSON text.
type scanner struct {
	data []byte
	at   int
}

func (s *scanner) fail(reason string) error {
	return &Error{Offset: int64(s.at), Reason: reason}
}

// blanks steps over white space.
func (s *scanner) blanks() {
	for s.at < len(s.data) {
		switch s.data[s.at] {
		case ' ', '\t', '\n', '\r':
			s.at++
		default:
			return
		}
	}
}

// peek returns the next byte that is no white space; 0 at the end.
func (s *scanner) peek() byte {
	s.blanks()
	if s.at == len(s.data) {
		return 0
	}
	return s.data[s.at]
}

// take steps over c, if it comes next.
func (s *scanner) take(c byte) bool {
	if s.peek() != c {
		return false
	}
	s.at++
	return true
}

// word steps over a literal, if it comes next.
func (s *scanner) word(w string) bool {
	s.blanks()
	if len(s.data)-s.at < len(w) || string(s.data[s.at:s.at+len(w)]) != w {
		return false
	}
	s.at += len(w)
	return true
}

// text reads a string, without what Text does to it.
func (s *scanner) text() (string, error) {
	b, err := s.quoted()
	return string(b), err
}

// quoted reads a string; the bytes may be a part of the text that is read.
func (s *scanner) quoted() ([]byte, error) {
	if !s.take('"') {
		return nil, s.fail("a string is expected, " + s.found() + " stands here" + s.hint("a number", "; put it in quotes"))
	}
	from := s.at
	for s.at < len(s.data) {
		switch c := s.data[s.at]; {
		case c == '"':
			out := s.data[from:s.at]
			s.at++
			if !utf8.Valid(out) {
				return nil, s.fail("the text is not UTF-8")
			}
			return out, nil
		case c == '\\':
			return s.escaped(from)
		case c < ' ':
			return nil, s.fail("a control character stands in a string; write it as an escape")
		}
		s.at++
	}
	return nil, s.fail("the string does not end")
}

// escaped reads a string on from its first escape.
func (s *scanner) escaped(from int) ([]byte, error) {
	out := append([]byte(nil), s.data[from:s.at]...)
	for s.at < len(s.data) {
		c := s.data[s.at]
		s.at++
		switch {
		case c == '"':
			if !utf8.Valid(out) {
				return nil, s.fail("the text is not UTF-8")
			}
			return out, nil
		case c < ' ':
			return nil, s.fail("a control character stands in a string; write it as an escape")
		case c != '\\':
			out = append(out, c)
			continue
		}
		if s.at == len(s.data) {
			break
		}
		e := s.data[s.at]
		s.at++
		switch e {
		case '"', '\\', '/':
			out = append(out, e)
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'u':
			r, ok := s.hex()
			if ok && utf16.IsSurrogate(r) {
				if s.at+1 < len(s.data) && s.data[s.at] == '\\' && s.data[s.at+1] == 'u' {
					s.at += 2
					var low rune
					low, ok = s.hex()
					r = utf16.DecodeRune(r, low)
				} else {
					ok = false
				}
				ok = ok && r != utf8.RuneError
			}
			if !ok {
				return nil, s.fail("the escape \\u names no character")
			}
			out = utf8.AppendRune(out, r)
		default:
			return nil, s.fail("there is no such escape in a string")
		}
	}
	return nil, s.fail("the string does not end")
}

// hex reads four hexadecimal digits.
func (s *scanner) hex() (rune, bool) {
	if len(s.data)-s.at < 4 {
		return 0, false
	}
	var r rune
	for _, c := range s.data[s.at : s.at+4] {
		switch {
		case c-'0' < 10:
			r = r<<4 | rune(c-'0')
		case c-'a' < 6:
			r = r<<4 | rune(c-'a'+10)
		case c-'A' < 6:
			r = r<<4 | rune(c-'A'+10)
		default:
			return 0, false
		}
	}
	s.at += 4
	return r, true
}

// number reads the letters of a number.
func (s *scanner) number() string {
	s.blanks()
	from := s.at
	for s.at < len(s.data) {
		c := s.data[s.at]
		if c-'0' >= 10 && c != '-' && c != '+' && c != '.' && c != 'e' && c != 'E' {
			break
		}
		s.at++
	}
	return string(s.data[from:s.at])
}

// maxDepth is how deep values may be nested.
const maxDepth = 200

// skip steps over a value and returns its text.
func (s *scanner) skip() ([]byte, error) {
	s.blanks()
	from := s.at
	if err := s.skipValue(0); err != nil {
		return nil, err
	}
	return s.data[from:s.at], nil
}

func (s *scanner) skipValue(depth int) error {
	if depth > maxDepth {
		return s.fail("values are nested too deep")
	}
	switch c := s.peek(); {
	case c == '"':
		_, err := s.quoted()
		return err
	case c == '{':
		return s.object(func([]byte) error { return s.skipValue(depth + 1) })
	case c == '[':
		return s.array(func(int) error { return s.skipValue(depth + 1) })
	case c == '-' || c-'0' < 10:
		if !validNumber(s.number()) {
			return s.fail("this is no number")
		}
		return nil
	case s.word("true") || s.word("false") || s.word("null"):
		return nil
	}
	return s.fail("a value is expected, " + s.found() + " stands here")
}

// object calls each for the value of every key.
func (s *scanner) object(each func(key []byte) error) error {
	if !s.take('{') {
		return s.fail("an object is expected, " + s.found() + " stands here")
	}
	if s.take('}') {
		return nil
	}
	for {
		key, err := s.quoted()
		if err != nil {
			return err
		}
		if !s.take(':') {
			return in(s.fail("a colon is missing after the key"), string(key))
		}
		if err := each(key); err != nil {
			return in(err, string(key))
		}
		if s.take('}') {
			return nil
		}
		if !s.take(',') {
			return s.fail("a comma or } is missing in an object")
		}
	}
}

// array calls each for every value.
func (s *scanner) array(each func(i int) error) error {
	if !s.take('[') {
		return s.fail("an array is expected, " + s.found() + " stands here" + s.hint("a string", "; put it in brackets") + s.hint("an object", "; put it in brackets"))
	}
	if s.take(']') {
		return nil
	}
	for i := 0; ; i++ {
		if err := each(i); err != nil {
			return inIndex(err, i)
		}
		if s.take(']') {
			return nil
		}
		if !s.take(',') {
			return s.fail("a comma or ] is missing in an array")
		}
	}
}

// found says what kind of thing comes next, not what it holds.
func (s *scanner) found() string {
	switch c := s.peek(); {
	case c == 0 && s.at == len(s.data):
		return "the end"
	case c == '"':
		return "a string"
	case c == '{':
		return "an object"
	case c == '[':
		return "an array"
	case c == '-' || c-'0' < 10:
		return "a number"
	case c == 't' || c == 'f':
		return "true or false"
	case c == 'n':
		return "null"
	}
	return "something else"
}

// hint is what to do when the given thing stands here.
func (s *scanner) hint(found, fix string) string {
	if s.found() != found {
		return ""
	}
	return fix
}

// validNumber reports whether t is a number of JSON.
func validNumber(t string) bool {
	i := 0
	digits := func() bool {
		from := i
		for i < len(t) && t[i]-'0' < 10 {
			i++
		}
		return i > from
	}
	if i < len(t) && t[i] == '-' {
		i++
	}
	from := i
	if !digits() || (t[from] == '0' && i > from+1) {
		return false
	}
	if i < len(t) && t[i] == '.' {
		i++
		if !digits() {
			return false
		}
	}
	if i < len(t) && (t[i] == 'e' || t[i] == 'E') {
		i++
		if i < len(t) && (t[i] == '+' || t[i] == '-') {
			i++
		}
		if !digits() {
			return false
		}
	}
	return i == len(t)
}
