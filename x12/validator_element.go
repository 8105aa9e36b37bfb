// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"bytes"
	"encoding/binary"
)

// elementValidator checks the elements of one segment against a use. What it finds
// goes to found, with element, component and repeat from 1 (0 = none).
type elementValidator struct {
	found func(code IssueCode, element, component, repeat int, value []byte)
	comp  byte
	rep   byte
}

func (j *elementValidator) delimiters(d Delimiters) {
	j.comp, j.rep = d.Component, d.Repetition
	if j.rep == 0 {
		j.rep = j.comp
	}
}

// check compares every element of s with its rule: one of u.elems, or u.told when
// the qualifier is known to be right.
func (j *elementValidator) check(u *useRule, elems []elemRule, s *Segment) {
	ends := s.ends
	data := s.win
	comps, other := specials(s.Data(), j.comp, j.rep)
	var present uint64
	var format []byte
	from := int(ends[0]) + 1
	for i, end := range ends[1:] {
		to := int(end)
		if from >= to {
			from = to + 1
			continue
		}
		v := data[from:to]
		if i >= len(elems) {
			j.found(CodeElementExtra, i+1, 0, 0, v)
			break
		}
		present |= 1 << (i & 63)
		e := &elems[i]
		easy := e.quick(data, from, to)
		from = to + 1
		if other || comps && !e.plain(v, j.comp) {
			format = j.careful(e, v, i+1, format)
			continue
		}
		if easy {
			if e.kind == kindFormat {
				format = v
			}
			continue
		}
		switch e.kind {
		case kindUnused:
			j.found(CodeElementNotUsed, i+1, 0, 0, v)
			continue
		case kindComposite:
			j.composite(e.comps, v, i+1, 0, false)
			continue
		case kindFormat:
			format = v
		}
		if code := e.value(v, format); code != "" {
			j.found(code, i+1, 0, 0, v)
		}
	}
	for miss := u.required &^ present; miss != 0; miss &= miss - 1 {
		j.found(CodeElementMissing, lowest(miss), 0, 0, nil)
	}
	for i := range u.notes {
		if e, code := u.notes[i].broken(present, u.required); e > 0 {
			j.found(code, e, 0, 0, s.Bytes(e))
		}
	}
	if e := u.gap(present); e > 0 {
		j.found(CodeListGap, e, 0, 0, nil)
	}
	if n := len(ends) - 1; n > 0 && ends[n] == ends[n-1]+1 {
		j.found(CodeTrailingEmpty, n, 0, 0, nil)
	}
}

// plain reports whether v holds no component separator, or may.
func (e *elemRule) plain(v []byte, comp byte) bool {
	if e.kind == kindComposite {
		return true
	}
	for _, c := range v {
		if c == comp {
			return false
		}
	}
	return true
}

// quick passes the texts and codes that nothing is wrong with; what it does not
// pass is checked in full. The value is data[from:to], not empty.
func (e *elemRule) quick(data []byte, from, to int) bool {
	n := to - from
	switch e.easy {
	case easyText:
		return n >= int(e.min) && n <= int(e.max) && data[from] != ' ' && data[to-1] != ' '
	case easyOne, easyList:
		if n > 8 || from+8 > cap(data) {
			return false
		}
		p := binary.LittleEndian.Uint64(data[from:from+8]) & (^uint64(0) >> (64 - 8*uint(n)))
		if e.easy == easyOne {
			return p == e.one
		}
		return e.codes.hasPacked(p)
	}
	return e.easy == easyTold
}

// careful checks an element that is a composite, is not used, or whose segment
// holds a character that is no plain text.
func (j *elementValidator) careful(e *elemRule, v []byte, element int, format []byte) []byte {
	if e.kind == kindUnused {
		j.found(CodeElementNotUsed, element, 0, 0, v)
		return format
	}
	if j.rep == j.comp || bytes.IndexByte(v, j.rep) < 0 {
		return j.once(e, v, element, 0, format)
	}
	for r := 1; ; r++ {
		if e.repeat != 0 && r > int(e.repeat) {
			j.found(CodeElementRepeats, element, 0, r, v)
			return format
		}
		part, rest, more := bytes.Cut(v, []byte{j.rep})
		j.once(e, part, element, r, format)
		if !more {
			return format
		}
		v = rest
	}
}

// once checks one repetition of an element.
func (j *elementValidator) once(e *elemRule, v []byte, element, repeat int, format []byte) []byte {
	if e.kind == kindComposite {
		j.composite(e.comps, v, element, repeat, true)
		return format
	}
	if e.kind == kindFormat {
		format = v
	}
	code := j.characters(v)
	if code == "" && len(v) > 0 {
		code = e.value(v, format)
	}
	if code != "" {
		j.found(code, element, 0, repeat, v)
	}
	return format
}

// composite checks the components of one repetition; other says that the
// segment holds bytes that are no plain text.
func (j *elementValidator) composite(u *useRule, v []byte, element, repeat int, other bool) {
	var present uint64
	var format []byte
	at, i := 0, 0
	for ; at <= len(v); i++ {
		end := at
		for end < len(v) && v[end] != j.comp {
			end++
		}
		c := v[at:end]
		if len(c) == 0 {
			at = end + 1
			continue
		}
		if i >= len(u.elems) {
			j.found(CodeComponents, element, i+1, repeat, c)
			break
		}
		present |= 1 << (i & 63)
		e := &u.elems[i]
		easy := !other && e.quick(v, at, end)
		at = end + 1
		if easy {
			if e.kind == kindFormat {
				format = c
			}
			continue
		}
		if e.kind == kindUnused {
			j.found(CodeElementNotUsed, element, i+1, repeat, c)
			continue
		}
		if e.kind == kindFormat {
			format = c
		}
		var code IssueCode
		if other {
			code = j.characters(c)
		}
		if code == "" {
			code = e.value(c, format)
		}
		if code != "" {
			j.found(code, element, i+1, repeat, c)
		}
	}
	for miss := u.required &^ present; miss != 0; miss &= miss - 1 {
		j.found(CodeElementMissing, element, lowest(miss), repeat, nil)
	}
	for k := range u.notes {
		if c, code := u.notes[k].broken(present, u.required); c > 0 {
			j.found(code, element, c, repeat, nil)
		}
	}
	if c := u.gap(present); c > 0 {
		j.found(CodeListGap, element, c, repeat, nil)
	}
	if n := len(v); n > 1 && v[n-1] == j.comp {
		j.found(CodeTrailingEmpty, element, i, repeat, nil)
	}
}

// characters tells what is wrong with the bytes of a simple value.
func (j *elementValidator) characters(v []byte) IssueCode {
	for _, c := range v {
		switch {
		case c < ' ' || c >= 0x7f:
			return CodeBadCharacter
		case c == j.comp:
			return CodeComponents
		case c == j.rep:
			return CodeElementRepeats
		}
	}
	return ""
}

const loBits, hiBits = 0x0101010101010101, 0x8080808080808080

// specials reports whether b holds a component separator, and whether it holds a
// repetition separator or a byte that is no printable ASCII.
func specials(b []byte, comp, rep byte) (comps, other bool) {
	cs, rs := uint64(comp)*loBits, uint64(rep)*loBits
	if rep == comp {
		rs = 0x0d * loBits // found as a control character anyway
	}
	var c, o uint64
	i := 0
	for ; i+8 <= len(b); i += 8 {
		x := binary.LittleEndian.Uint64(b[i:])
		c |= zeroByte(x ^ cs)
		o |= zeroByte(x^rs) | (x-0x20*loBits)&^x | x | (x + loBits)
	}
	if i < len(b) {
		var x uint64
		if len(b) >= 8 {
			x = binary.LittleEndian.Uint64(b[len(b)-8:])
		} else {
			x = 'A' * loBits
			for k := len(b) - 1; k >= 0; k-- {
				x = x<<8 | uint64(b[k])
			}
		}
		c |= zeroByte(x ^ cs)
		o |= zeroByte(x^rs) | (x-0x20*loBits)&^x | x | (x + loBits)
	}
	return c&hiBits != 0, o&hiBits != 0
}

// zeroByte has a high bit set when, and only when, a byte of x is zero.
func zeroByte(x uint64) uint64 { return (x - loBits) &^ x }
