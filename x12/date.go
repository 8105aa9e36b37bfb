// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"fmt"
	"time"
)

// Date is a calendar date without a time zone, as a date of service is. Its
// value is the decimal number CCYYMMDD, so dates compare with < and ==.
// The zero Date means "no date".
type Date uint32

// NewDate returns the date. It does not check it; see Valid.
func NewDate(year int, month time.Month, day int) Date {
	return Date(year*10000 + int(month)*100 + day)
}

// DateOf returns the date of t in t's own location.
func DateOf(t time.Time) Date { return NewDate(t.Date()) }

// Year returns the year, 2026.
func (d Date) Year() int { return int(d / 10000) }

// Month returns the month, 1 to 12.
func (d Date) Month() time.Month { return time.Month(d / 100 % 100) }

// Day returns the day of the month, 1 to 31.
func (d Date) Day() int { return int(d % 100) }

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == 0 }

// Valid reports whether d is a day of the calendar (20260229 is not).
func (d Date) Valid() bool {
	y, m, day := d.Year(), int(d.Month()), d.Day()
	return y >= 1 && y <= 9999 && m >= 1 && m <= 12 && day >= 1 && day <= daysIn(y, m)
}

// Time returns midnight UTC of the day, for arithmetic with package time.
func (d Date) Time() time.Time { return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC) }

// AddDays returns the date n days later.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// String returns "2026-01-31", or "" for the zero Date.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year(), int(d.Month()), d.Day())
}

// MarshalText returns the date as "2026-01-31".
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads "2026-01-31" or "20260131"; empty text is the zero Date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = 0
		return nil
	}
	t := b
	if len(b) == 10 && b[4] == '-' && b[7] == '-' {
		t = append(append(append(make([]byte, 0, 8), b[:4]...), b[5:7]...), b[8:]...)
	}
	v, ok := ParseDate(t)
	if !ok {
		return fmt.Errorf("x12: not a day of the calendar; write year, month and day as in 2026-01-31")
	}
	*d = v
	return nil
}

// ParseDate reads CCYYMMDD (D8) and reports whether it is a day of the calendar.
func ParseDate[T Bytes](b T) (Date, bool) {
	if len(b) != 8 {
		return 0, false
	}
	x := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 | uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
	const each = 0x0101010101010101
	if x&(0xf0*each) != 0x30*each || (x+0x06*each)&(0xf0*each) != 0x30*each {
		return 0, false // not eight digits
	}
	x &= 0x0f * each
	x = x*10 + x>>8 // pairs of digits in the even bytes
	year, month, day := uint32(x&0xff)*100+uint32(x>>16&0xff), uint32(x>>32&0xff), uint32(x>>48&0xff)
	if month-1 >= 12 || day-1 >= 31 || year == 0 || day > 28 && day > uint32(daysIn(int(year), int(month))) {
		return 0, false
	}
	return Date(year*10000 + month*100 + day), true
}

// AppendDate appends CCYYMMDD.
func AppendDate(dst []byte, d Date) []byte {
	year, day := d/10000, d%10000
	return append(dst, byte('0'+year/1000), byte('0'+year/100%10), byte('0'+year/10%10), byte('0'+year%10),
		byte('0'+day/1000), byte('0'+day/100%10), byte('0'+day/10%10), byte('0'+day%10))
}

// DateRange is a date or a period: a zero To is a single date (format D8), a
// To that is set, even when it equals From, is a period (RD8).
type DateRange struct {
	From Date
	To   Date
}

// IsZero reports whether there is neither date.
func (r DateRange) IsZero() bool { return r.From == 0 && r.To == 0 }

// Last returns To, or From for a single date.
func (r DateRange) Last() Date {
	if r.To != 0 {
		return r.To
	}
	return r.From
}

// ParseDateRange reads CCYYMMDD-CCYYMMDD (RD8). From after To is read as it is.
func ParseDateRange[T Bytes](b T) (DateRange, bool) {
	if len(b) != 17 || b[8] != '-' {
		return DateRange{}, false
	}
	from, ok1 := ParseDate(b[:8])
	to, ok2 := ParseDate(b[9:])
	if !ok1 || !ok2 {
		return DateRange{}, false
	}
	return DateRange{from, to}, true
}

// AppendDateRange appends CCYYMMDD, or CCYYMMDD-CCYYMMDD for a period.
func AppendDateRange(dst []byte, r DateRange) []byte {
	dst = AppendDate(dst, r.From)
	if r.To != 0 {
		dst = AppendDate(append(dst, '-'), r.To)
	}
	return dst
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
