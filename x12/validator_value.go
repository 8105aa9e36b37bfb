// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"bytes"
	"encoding/binary"
)

// value tells what is wrong with a simple value that is not empty and holds no
// separator; "" when nothing is. format is the date format in force.
func (e *elemRule) value(v, format []byte) IssueCode {
	n := len(v)
	switch e.kind {
	case kindWhole:
		return e.whole(v)
	case kindNumber:
		return e.number(v)
	}
	if v[0] == ' ' || v[n-1] == ' ' {
		if code := e.blanks(v); code != "" {
			return code
		}
	}
	if n < int(e.min) {
		return CodeElementTooShort
	}
	if n > int(e.max) {
		return CodeElementTooLong
	}
	if e.codes != nil {
		if !e.codes.has(v) {
			return CodeNotAllowed
		}
		return ""
	}
	switch e.kind {
	case kindDate:
		if !validDate(v) {
			return CodeBadDate
		}
	case kindTime:
		if _, ok := ParseTime(v); !ok {
			return CodeBadTime
		}
	case kindPeriod:
		return period(v, format)
	}
	return ""
}

// blanks checks a value that begins or ends with one. Blanks around a text are
// legal but suspicious; anything else fails its own test.
func (e *elemRule) blanks(v []byte) IssueCode {
	n := len(v)
	for n > 0 && v[n-1] == ' ' {
		n--
	}
	if n == 0 {
		return CodeBlankElement
	}
	if e.kind != kindText || len(v) < int(e.min) || len(v) > int(e.max) {
		return ""
	}
	if v[0] == ' ' {
		return CodeLeadingBlanks
	}
	return CodeTrailingBlanks
}

// whole checks type N: digits. X12 allows a minus, but all that guides here have
// of this type are counts and ordinals.
func (e *elemRule) whole(v []byte) IssueCode {
	for _, c := range v {
		if !isDigit(c) {
			return e.notNumber(v)
		}
	}
	if code := e.digits(len(v)); code != "" {
		return code
	}
	if e.positive && len(bytes.Trim(v, "0")) == 0 {
		return CodeNotAllowed
	}
	if len(v) > 1 && v[0] == '0' && !e.zeros {
		return CodeLeadingZeros
	}
	return ""
}

// number checks type R: an optional minus, digits and at most one point, which
// is not the last.
func (e *elemRule) number(v []byte) IssueCode {
	if v[0] == '-' {
		v = v[1:]
	}
	digits, point := 0, -1
	for i, c := range v {
		if c-'0' < 10 {
			digits++
			continue
		}
		if c != '.' || point >= 0 {
			return e.notNumber(v)
		}
		point = i
	}
	if digits == 0 || point == len(v)-1 {
		return e.notNumber(v)
	}
	if code := e.digits(digits); code != "" {
		return code
	}
	if e.wholes > 0 && digits > int(e.wholes) && wholeDigits(v) > int(e.wholes) {
		return CodeElementTooLong
	}
	if e.decimals >= 0 && point >= 0 {
		last := len(v)
		for v[last-1] == '0' {
			last--
		}
		if last-point-1 > int(e.decimals) {
			return CodeTooPrecise
		}
	}
	if e.positive && len(bytes.Trim(v, "0.")) == 0 {
		return CodeNotAllowed
	}
	if v[0] == '0' && len(v) > 1 && v[1] != '.' {
		return CodeLeadingZeros
	}
	return ""
}

// wholeDigits counts the digits before the point, without zeros in front.
func wholeDigits(v []byte) int {
	for len(v) > 0 && v[0] == '0' {
		v = v[1:]
	}
	n := 0
	for n < len(v) && v[n] != '.' {
		n++
	}
	return n
}

func (e *elemRule) notNumber(v []byte) IssueCode {
	for _, c := range v {
		if c != ' ' {
			return CodeBadNumber
		}
	}
	return CodeBlankElement
}

func (e *elemRule) digits(n int) IssueCode {
	if n < int(e.min) {
		return CodeElementTooShort
	}
	if n > int(e.max) {
		return CodeElementTooLong
	}
	return ""
}

// validDate checks type DT: CCYYMMDD or YYMMDD.
func validDate(v []byte) bool {
	if len(v) == 6 {
		full := [8]byte{'2', '0'}
		copy(full[2:], v)
		v = full[:]
	}
	if len(v) != 8 {
		return false
	}
	x := binary.LittleEndian.Uint64(v)
	if x&(0xf0*loBits) != 0x30*loBits || (x+0x06*loBits)&(0xf0*loBits) != 0x30*loBits {
		return false // not eight digits
	}
	x &= 0x0f * loBits
	x = x*10 + x>>8 // pairs of digits in the even bytes
	century, year, month, day := int(x&0xff), int(x>>16&0xff), int(x>>32&0xff), int(x>>48&0xff)
	if month-1 >= 12 || month == 0 || day == 0 || century|year == 0 {
		return false
	}
	return day <= 28 || day <= daysIn(century*100+year, month)
}

// period checks DE 1251 by the format that DE 1250 gives. A format that is not
// known here says nothing about the value.
func period(v, format []byte) IssueCode {
	if len(format) == 2 && format[0] == 'D' && format[1] == '8' {
		if !validDate(v) || len(v) != 8 {
			return CodeBadDate
		}
		return ""
	}
	ok := true
	switch string(format) {
	case "RD8":
		var r DateRange
		if r, ok = ParseDateRange(v); ok && r.From > r.To {
			return CodeDateOrder
		}
	case "D6":
		ok = len(v) == 6 && validDate(v)
	case "TM":
		if _, ok = ParseTime(v); !ok {
			return CodeBadTime
		}
	case "DT":
		ok = len(v) == 12
		if ok {
			_, day := ParseDate(v[:8])
			_, time := ParseTime(v[8:])
			ok = day && time
		}
	}
	if !ok {
		return CodeBadDate
	}
	return ""
}

// fits reports whether a number of digits is not longer than the element may be.
func (e *elemRule) fits(digits []byte) bool { return len(digits) <= int(e.max) }
