// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// maxEncounter is how long the JSON of one object may be.
const maxEncounter = 16 << 20

// encounters cuts a stream into the JSON of its objects, encounters or patients:
// an array, or objects one after the other (NDJSON). It holds one of them.
type encounters struct {
	words   makingWords
	r       *bufio.Reader
	line    int // that reading has come to, from 1
	form    byte
	buf     []byte
	started bool
	comma   bool // of an array: another object must follow
}

// The forms of a stream.
const (
	formArray   = 'a'
	formLines   = 'l' // an object a line
	formObjects = 'o' // objects over several lines
)

func newEncounters(r io.Reader, words makingWords) *encounters {
	return &encounters{words: words, r: bufio.NewReaderSize(r, 256<<10), line: 1}
}

func (e *encounters) tooLong() error {
	return fmt.Errorf("the JSON of one %s is longer than %d bytes", e.words.in, maxEncounter)
}

func (e *encounters) noArray() error {
	return fmt.Errorf("the JSON array of %s does not end, or commas are wrong in it", e.words.ins)
}

// next returns the next encounter and its line. io.EOF is the clean end; any
// other error ends the reading. The bytes are valid until the next call.
func (e *encounters) next() (raw []byte, line int, err error) {
	if !e.started {
		e.started = true
		if b, _ := e.r.Peek(3); string(b) == "\xef\xbb\xbf" {
			e.r.Discard(3)
		}
		if err := e.begin(); err != nil {
			return nil, e.line, err
		}
	}
	if e.form == formLines {
		return e.nextLine()
	}
	c, err := e.skip()
	switch {
	case err == io.EOF && e.form == formArray:
		return nil, e.line, e.noArray()
	case err != nil:
		return nil, e.line, err
	case e.form == formArray && (c == ',' || c == ']' && e.comma):
		return nil, e.line, fmt.Errorf("a comma without %s before or after it in the JSON array; take it out", e.words.in)
	case e.form == formArray && c == ']':
		e.r.ReadByte()
		if _, err := e.skip(); err != io.EOF {
			return nil, e.line, fmt.Errorf("text follows the JSON array of %s", e.words.ins)
		}
		return nil, e.line, io.EOF
	}
	line = e.line
	raw, err = e.value()
	return raw, line, err
}

// begin finds out the form.
func (e *encounters) begin() error {
	c, err := e.skip()
	if err != nil {
		return err
	}
	if c == '[' {
		e.r.ReadByte()
		e.form = formArray
		return nil
	}
	if c != '{' {
		return fmt.Errorf("%s are a JSON array or JSON objects, one a line", e.words.ins)
	}
	e.form = formObjects
	first, err := e.r.Peek(e.r.Size())
	if err != nil && err != io.EOF {
		return err
	}
	if line, _, ok := bytes.Cut(first, []byte{'\n'}); !ok || json.Valid(line) {
		e.form = formLines
	}
	return nil
}

// skip steps over white space and returns what comes next.
func (e *encounters) skip() (byte, error) {
	for {
		c, err := e.r.ReadByte()
		if err != nil {
			return 0, err
		}
		switch c {
		case '\n':
			e.line++
		case ' ', '\t', '\r':
		default:
			return c, e.r.UnreadByte()
		}
	}
}

// nextLine returns the next line that is not blank.
func (e *encounters) nextLine() ([]byte, int, error) {
	for {
		e.buf = e.buf[:0]
		line := e.line
		for {
			part, err := e.r.ReadSlice('\n')
			if len(e.buf)+len(part) > maxEncounter {
				return nil, line, e.tooLong()
			}
			e.buf = append(e.buf, part...)
			if err == nil {
				e.line++
				break
			}
			if err == bufio.ErrBufferFull {
				continue
			}
			if err == io.EOF && len(bytes.TrimSpace(e.buf)) > 0 {
				break
			}
			return nil, line, err
		}
		if b := bytes.TrimSpace(e.buf); len(b) > 0 {
			return b, line, nil
		}
	}
}

// value reads up to the end of an object, and the comma after it in an array.
func (e *encounters) value() ([]byte, error) {
	e.buf = e.buf[:0]
	depth, quoted, escaped := 0, false, false
	e.comma = false
	for {
		c, err := e.r.ReadByte()
		if err == io.EOF {
			if e.form == formArray {
				return nil, e.noArray()
			}
			return e.buf, nil // what is wrong with it is found when it is read
		}
		if err != nil {
			return nil, err
		}
		if len(e.buf) >= maxEncounter {
			return nil, e.tooLong()
		}
		if c == '\n' {
			e.line++
		}
		switch {
		case escaped:
			escaped = false
		case quoted:
			escaped, quoted = c == '\\', c != '"'
		case c == '"':
			quoted = true
		case c == '{' || c == '[':
			depth++
		case c == ']' && depth == 0 && e.form == formArray:
			return bytes.TrimSpace(e.buf), e.r.UnreadByte()
		case c == ',' && depth == 0 && e.form == formArray:
			e.comma = true
			return bytes.TrimSpace(e.buf), nil
		case c == '}' || c == ']':
			if depth--; depth == 0 && e.form == formObjects {
				return append(e.buf, c), nil
			}
		}
		e.buf = append(e.buf, c)
	}
}
