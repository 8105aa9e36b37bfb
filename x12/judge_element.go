package x12

import (
	"bytes"
	"encoding/binary"
)

// elementJudge judges the elements of one segment against a use. What it finds
// goes to found, with element, component and repeat from 1 (0 = none).
type elementJudge struct {
	found func(code IssueCode, element, component, repeat int, value []byte)
	comp  byte
	rep   byte
}

func (j *elementJudge) delimiters(d Delimiters) {
	j.comp, j.rep = d.Component, d.Repetition
	if j.rep == 0 {
		j.rep = j.comp
	}
}

// judge compares every element of s with its rule.
func (j *elementJudge) judge(u *useRule, s *Segment) {
	data, ends, n := s.data, s.ends, s.n
	special := hasSpecial(data, j.comp, j.rep)
	var present uint64
	var format []byte
	from := int(ends[0]) + 1
	for i := 0; i < n; i++ {
		to := int(ends[i+1])
		if from >= to {
			from = to + 1
			continue
		}
		v := data[from:to]
		from = to + 1
		if i >= len(u.elems) {
			j.found(CodeElementExtra, i+1, 0, 0, v)
			break
		}
		present |= 1 << (i & 63)
		e := &u.elems[i]
		if !special && e.kind != kindComposite && e.kind != kindUnused {
			if e.kind == kindFormat {
				format = v
			}
			if code := e.value(v, format); code != "" {
				j.found(code, i+1, 0, 0, v)
			}
			continue
		}
		format = j.careful(e, v, i+1, format)
	}
	for miss := u.required &^ present; miss != 0; miss &= miss - 1 {
		j.found(CodeElementMissing, lowest(miss), 0, 0, nil)
	}
	for i := range u.notes {
		if e, code := u.notes[i].broken(present, u.required); e > 0 {
			j.found(code, e, 0, 0, s.Bytes(e))
		}
	}
	if n > 0 && ends[n] == ends[n-1]+1 {
		j.found(CodeTrailingEmpty, n, 0, 0, nil)
	}
}

// careful judges an element that is a composite, is not used, or whose segment
// holds a character that is no plain text.
func (j *elementJudge) careful(e *elemRule, v []byte, element int, format []byte) []byte {
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

// once judges one repetition of an element.
func (j *elementJudge) once(e *elemRule, v []byte, element, repeat int, format []byte) []byte {
	if e.kind == kindComposite {
		j.composite(e.comps, v, element, repeat)
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

// composite judges the components of one repetition.
func (j *elementJudge) composite(u *useRule, v []byte, element, repeat int) {
	var present uint64
	var format []byte
	at, i := 0, 0
	for ; at <= len(v); i++ {
		end := at
		for end < len(v) && v[end] != j.comp {
			end++
		}
		c := v[at:end]
		at = end + 1
		if len(c) == 0 {
			continue
		}
		if i >= len(u.elems) {
			j.found(CodeComponents, element, i+1, repeat, c)
			break
		}
		present |= 1 << (i & 63)
		e := &u.elems[i]
		if e.kind == kindUnused {
			j.found(CodeElementNotUsed, element, i+1, repeat, c)
			continue
		}
		if e.kind == kindFormat {
			format = c
		}
		code := j.characters(c)
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
	if n := len(v); n > 1 && v[n-1] == j.comp {
		j.found(CodeTrailingEmpty, element, i, repeat, nil)
	}
}

// characters tells what is wrong with the bytes of a simple value.
func (j *elementJudge) characters(v []byte) IssueCode {
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

// hasSpecial tells whether b holds a component or repetition separator or a
// byte that is no printable ASCII.
func hasSpecial(b []byte, comp, rep byte) bool {
	comps, reps := uint64(comp)*loBits, uint64(rep)*loBits
	i := 0
	for ; i+8 <= len(b); i += 8 {
		if wordSpecial(binary.LittleEndian.Uint64(b[i:]), comps, reps) {
			return true
		}
	}
	if i == len(b) {
		return false
	}
	if len(b) >= 8 {
		return wordSpecial(binary.LittleEndian.Uint64(b[len(b)-8:]), comps, reps)
	}
	for _, c := range b {
		if c < ' ' || c >= 0x7f || c == comp || c == rep {
			return true
		}
	}
	return false
}

func wordSpecial(x, comps, reps uint64) bool {
	c, r := x^comps, x^reps
	return ((c-loBits)&^c|(r-loBits)&^r|(x-0x20*loBits)&^x|x|(x+loBits))&hiBits != 0
}
