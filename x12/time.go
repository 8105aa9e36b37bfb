// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"fmt"
	"time"
)

// Time is a time of day as X12 writes it: HHMM, HHMMSS, HHMMSSD or HHMMSSDD. It
// keeps how many digits were written; the zero Time means "no time".
type Time struct {
	hms    uint32 // HHMMSSDD
	digits uint8  // 4, 6, 7 or 8; 0 = no time
}

// NewTime returns a time of day with minutes.
func NewTime(hour, minute int) Time { return Time{uint32(hour)*1000000 + uint32(minute)*10000, 4} }

// TimeOf returns the time of day of t with seconds, or minutes only.
func TimeOf(t time.Time, seconds bool) Time {
	v := NewTime(t.Hour(), t.Minute())
	if seconds {
		v.hms += uint32(t.Second()) * 100
		v.digits = 6
	}
	return v
}

// Hour returns 0 to 23.
func (t Time) Hour() int { return int(t.hms / 1000000) }

// Minute returns 0 to 59.
func (t Time) Minute() int { return int(t.hms / 10000 % 100) }

// Second returns 0 to 59.
func (t Time) Second() int { return int(t.hms / 100 % 100) }

// IsZero reports whether there is no time. Midnight is a time.
func (t Time) IsZero() bool { return t.digits == 0 }

// ParseTime reads HHMM, HHMMSS, HHMMSSD or HHMMSSDD.
func ParseTime[T Bytes](b T) (Time, bool) {
	n := len(b)
	if n != 4 && n != 6 && n != 7 && n != 8 {
		return Time{}, false
	}
	var v uint32
	for i := 0; i < n; i++ {
		c := b[i]
		if !isDigit(c) {
			return Time{}, false
		}
		v = v*10 + uint32(c-'0')
	}
	for i := n; i < 8; i++ {
		v *= 10
	}
	t := Time{v, uint8(n)}
	if t.Hour() > 23 || t.Minute() > 59 || t.Second() > 59 {
		return Time{}, false
	}
	return t, true
}

// AppendTime appends the time with the digits it has.
func AppendTime(dst []byte, t Time) []byte {
	var b [8]byte
	v := t.hms
	for i := 7; i >= 0; i-- {
		b[i] = byte('0' + v%10)
		v /= 10
	}
	return append(dst, b[:t.digits]...)
}

// String returns "09:15", "09:15:30" or "09:15:30.25"; "" for the zero Time.
func (t Time) String() string {
	s := string(AppendTime(nil, t))
	switch t.digits {
	case 0:
		return ""
	case 4:
		return s[:2] + ":" + s[2:]
	case 6:
		return s[:2] + ":" + s[2:4] + ":" + s[4:]
	}
	return s[:2] + ":" + s[2:4] + ":" + s[4:6] + "." + s[6:]
}

// MarshalText returns the form of String.
func (t Time) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads the form of String, with or without colons and point;
// empty text is the zero Time.
func (t *Time) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*t = Time{}
		return nil
	}
	digits := make([]byte, 0, 8)
	for _, c := range b {
		if c != ':' && c != '.' {
			digits = append(digits, c)
		}
	}
	v, ok := ParseTime(digits)
	if !ok {
		return fmt.Errorf("x12: not a time of day; write hours and minutes as in 09:15")
	}
	*t = v
	return nil
}
