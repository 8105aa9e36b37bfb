// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"strconv"

	"github.com/shopspring/decimal"
)

// maxDigits is the longest coefficient that fits an int64 whatever its digits.
const maxDigits = 18

// ParseDecimal reads type R: an optional leading '-', digits, at most one point,
// no sign '+', no exponent, no separators, at most 18 digits besides zeros in
// front. A point at the end, which validation refuses, is read past. The value is
// coef × 10^exp; exp keeps the digits after the point as written.
func ParseDecimal[T Bytes](b T) (coef int64, exp int32, ok bool) {
	if n := len(b); n-4 < maxDigits-3 && n >= 4 && b[n-3] == '.' { // dollars and cents
		u := uint64(0)
		i := 0
		for ; i < n-3; i++ {
			d := b[i] - '0'
			if d > 9 {
				break
			}
			u = u*10 + uint64(d)
		}
		if d, e := b[n-2]-'0', b[n-1]-'0'; i == n-3 && d < 10 && e < 10 {
			return int64(u*100 + uint64(d)*10 + uint64(e)), -2, true
		}
	}
	if n := len(b); n-1 < maxDigits && n > 0 && b[0] != '-' { // the usual case, in short
		point := n
		for i := 0; i < n; i++ {
			d := b[i] - '0'
			if d < 10 {
				coef = coef*10 + int64(d)
				continue
			}
			if b[i] != '.' || point < n || n == 1 {
				return 0, 0, false
			}
			point = i
		}
		if point < n {
			exp = int32(point + 1 - n)
		}
		return coef, exp, true
	}
	i, neg := 0, false
	if len(b) > 0 && b[0] == '-' {
		i, neg = 1, true
	}
	digits, point, any := 0, -1, false
	for ; i < len(b); i++ {
		c := b[i]
		if isDigit(c) {
			coef = coef*10 + int64(c-'0')
			if coef != 0 || point >= 0 { // zeros in front do not count
				digits++
			}
			any = true
			continue
		}
		if c != '.' || point >= 0 {
			return 0, 0, false
		}
		point = i
	}
	if !any || digits > maxDigits {
		return 0, 0, false
	}
	if point >= 0 {
		exp = int32(point + 1 - len(b))
	}
	if neg {
		coef = -coef
	}
	return coef, exp, true
}

// ParseImplied reads type Nn: an optional leading '-' and digits, with n digits
// implied after the point.
func ParseImplied[T Bytes](b T, n int) (coef int64, exp int32, ok bool) {
	coef, exp, ok = ParseDecimal(b)
	if !ok || exp != 0 || b[len(b)-1] == '.' {
		return 0, 0, false
	}
	return coef, int32(-n), true
}

// AppendDecimal appends d as type R. With trim, zeros at the end of the
// fraction go, and the point with them: the one canonical form. Without, the
// scale is kept: 150.00 stays 150.00. Minus zero is never written.
func AppendDecimal(dst []byte, d decimal.Decimal, trim bool) []byte {
	exp := d.Exponent()
	if d.NumDigits() > maxDigits || exp > 0 || exp < -maxDigits {
		return appendLong(dst, d, trim)
	}
	coef := d.CoefficientInt64()
	if trim {
		for exp < 0 && coef%10 == 0 {
			coef /= 10
			exp++
		}
	}
	return AppendFixed(dst, coef, int(-exp))
}

// AppendFixed appends coef with scale digits after the point.
func AppendFixed(dst []byte, coef int64, scale int) []byte {
	u := uint64(coef)
	if coef < 0 {
		dst, u = append(dst, '-'), -u
	}
	if scale <= 0 && u < 10 {
		return append(dst, byte('0'+u))
	}
	if scale <= 0 {
		return strconv.AppendUint(dst, u, 10)
	}
	if scale == 2 && u < 1e9 { // dollars and cents
		var b [12]byte
		v := uint32(u)
		b[11], v = byte('0'+v%10), v/10
		b[10], b[9], v = byte('0'+v%10), '.', v/10
		at := 8
		b[at] = byte('0' + v%10)
		for v /= 10; v > 0; v /= 10 {
			at--
			b[at] = byte('0' + v%10)
		}
		return append(dst, b[at:]...)
	}
	var b [20]byte
	digits := strconv.AppendUint(b[:0], u, 10)
	whole := max(0, len(digits)-scale)
	if whole == 0 {
		dst = append(dst, '0')
	}
	dst = append(append(dst, digits[:whole]...), '.')
	for k := len(digits); k < scale; k++ {
		dst = append(dst, '0')
	}
	return append(dst, digits[whole:]...)
}

// AppendImplied appends d as type Nn: n digits implied after the point. It
// tells false when d has more digits after the point than n, or an exponent of
// thousands.
func AppendImplied(dst []byte, d decimal.Decimal, n int) ([]byte, bool) {
	if exp := d.Exponent(); exp > maxExponent || exp < -maxExponent || n > maxExponent || n < -maxExponent {
		return dst, false
	}
	s := d.Shift(int32(n))
	if !s.IsInteger() {
		return dst, false
	}
	return append(dst, s.String()...), true
}

// maxExponent is the largest exponent whose zeros are written out.
const maxExponent = 1000

// appendLong is AppendDecimal for numbers that no element can hold; the length
// is somebody else's finding, the digits are kept. Zeros that an exponent of
// thousands stands for are not written out: 1e1000000000 stays as it is, which no
// reader takes for a number.
func appendLong(dst []byte, d decimal.Decimal, trim bool) []byte {
	if exp := d.Exponent(); exp > maxExponent || exp < -maxExponent {
		if d.IsZero() {
			return append(dst, '0')
		}
		return strconv.AppendInt(append(append(dst, d.Coefficient().String()...), 'e'), int64(exp), 10)
	}
	if trim || d.Exponent() >= 0 {
		return append(dst, d.String()...)
	}
	return append(dst, d.StringFixed(-d.Exponent())...)
}
