// SPDX-License-Identifier: Apache-2.0

package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// maxObject is how long the JSON of one object may be.
const maxObject = 16 << 20

// noun is what the objects of a stream are called.
type noun struct{ one, many string }

// objects cuts a stream into the JSON of its objects: an array, or objects one after
// the other (NDJSON). It holds one of them.
type objects struct {
	noun    noun
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

func newObjects(r io.Reader, n noun) *objects {
	return &objects{noun: n, r: bufio.NewReaderSize(r, 256<<10), line: 1}
}

func (o *objects) tooLong() error {
	return fmt.Errorf("the JSON of one %s is longer than %d bytes", o.noun.one, maxObject)
}

func (o *objects) noArray() error {
	return fmt.Errorf("the JSON array of %s does not end, or commas are wrong in it", o.noun.many)
}

// next returns the next object and its line. io.EOF is the clean end; any
// other error ends the reading. The bytes are valid until the next call.
func (o *objects) next() (raw []byte, line int, err error) {
	if !o.started {
		o.started = true
		if b, _ := o.r.Peek(3); string(b) == "\xef\xbb\xbf" {
			o.r.Discard(3)
		}
		if err := o.begin(); err != nil {
			return nil, o.line, err
		}
	}
	if o.form == formLines {
		return o.nextLine()
	}
	c, err := o.skip()
	switch {
	case err == io.EOF && o.form == formArray:
		return nil, o.line, o.noArray()
	case err != nil:
		return nil, o.line, err
	case o.form == formArray && (c == ',' || c == ']' && o.comma):
		return nil, o.line, fmt.Errorf("a comma without %s before or after it in the JSON array; take it out", o.noun.one)
	case o.form == formArray && c == ']':
		o.r.ReadByte()
		if _, err := o.skip(); err != io.EOF {
			return nil, o.line, fmt.Errorf("text follows the JSON array of %s", o.noun.many)
		}
		return nil, o.line, io.EOF
	}
	line = o.line
	raw, err = o.value()
	return raw, line, err
}

// begin finds out the form.
func (o *objects) begin() error {
	c, err := o.skip()
	if err != nil {
		return err
	}
	if c == '[' {
		o.r.ReadByte()
		o.form = formArray
		return nil
	}
	if c != '{' {
		return fmt.Errorf("%s are a JSON array or JSON objects, one a line", o.noun.many)
	}
	o.form = formObjects
	first, err := o.r.Peek(o.r.Size())
	if err != nil && err != io.EOF {
		return err
	}
	if line, _, ok := bytes.Cut(first, []byte{'\n'}); !ok || json.Valid(line) {
		o.form = formLines
	}
	return nil
}

// skip steps over white space and returns what comes next.
func (o *objects) skip() (byte, error) {
	for {
		c, err := o.r.ReadByte()
		if err != nil {
			return 0, err
		}
		switch c {
		case '\n':
			o.line++
		case ' ', '\t', '\r':
		default:
			return c, o.r.UnreadByte()
		}
	}
}

// nextLine returns the next line that is not blank.
func (o *objects) nextLine() ([]byte, int, error) {
	for {
		o.buf = o.buf[:0]
		line := o.line
		for {
			part, err := o.r.ReadSlice('\n')
			if len(o.buf)+len(part) > maxObject {
				return nil, line, o.tooLong()
			}
			o.buf = append(o.buf, part...)
			if err == nil {
				o.line++
				break
			}
			if err == bufio.ErrBufferFull {
				continue
			}
			if err == io.EOF && len(bytes.TrimSpace(o.buf)) > 0 {
				break
			}
			return nil, line, err
		}
		if b := bytes.TrimSpace(o.buf); len(b) > 0 {
			return b, line, nil
		}
	}
}

// value reads up to the end of an object, and the comma after it in an array.
func (o *objects) value() ([]byte, error) {
	o.buf = o.buf[:0]
	depth, quoted, escaped := 0, false, false
	o.comma = false
	for {
		c, err := o.r.ReadByte()
		if err == io.EOF {
			if o.form == formArray {
				return nil, o.noArray()
			}
			return o.buf, nil // what is wrong with it is found when it is read
		}
		if err != nil {
			return nil, err
		}
		if len(o.buf) >= maxObject {
			return nil, o.tooLong()
		}
		if c == '\n' {
			o.line++
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
		case c == ']' && depth == 0 && o.form == formArray:
			return bytes.TrimSpace(o.buf), o.r.UnreadByte()
		case c == ',' && depth == 0 && o.form == formArray:
			o.comma = true
			return bytes.TrimSpace(o.buf), nil
		case c == '}' || c == ']':
			if depth--; depth == 0 && o.form == formObjects {
				return append(o.buf, c), nil
			}
		}
		o.buf = append(o.buf, c)
	}
}
