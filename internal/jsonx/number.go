// SPDX-License-Identifier: Apache-2.0

package jsonx

import (
	"errors"
	"strconv"

	"github.com/shopspring/decimal"
)

// maxNumber is how long a number may be in JSON.
const maxNumber = 64

var errNumber = errors.New("not an amount: digits, one point and a leading minus are allowed, as in \"150.00\"")

// appendDecimal appends an amount as a string, with its scale.
func appendDecimal(dst []byte, d decimal.Decimal) ([]byte, error) {
	exp := d.Exponent()
	if exp > maxNumber || exp < -maxNumber || d.NumDigits() > 2*maxNumber {
		return dst, errors.New("the amount has too many digits")
	}
	dst = append(dst, '"')
	if exp < 0 {
		dst = append(dst, d.StringFixed(-exp)...)
	} else if d.NumDigits() <= 18 && exp == 0 {
		dst = strconv.AppendInt(dst, d.CoefficientInt64(), 10)
	} else {
		dst = append(dst, d.String()...)
	}
	return append(dst, '"'), nil
}

// parseDecimal reads an amount as x12 reads one: no sign '+', no exponent, no
// separators; digits may be missing on one side of the point.
func parseDecimal(s string) (decimal.Decimal, error) {
	digits, point, i := 0, -1, 0
	var coef int64
	if i < len(s) && s[i] == '-' {
		i++
	}
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c-'0' < 10:
			if digits < 18 {
				coef = coef*10 + int64(c-'0')
			}
			digits++
		case c == '.' && point < 0:
			point = i
		default:
			return decimal.Decimal{}, errNumber
		}
	}
	if digits == 0 || len(s) > 2*maxNumber {
		return decimal.Decimal{}, errNumber
	}
	if digits > 18 {
		d, err := decimal.NewFromString(s)
		if err != nil {
			return decimal.Decimal{}, errNumber
		}
		return d, nil
	}
	if s[0] == '-' {
		coef = -coef
	}
	scale := 0
	if point >= 0 {
		scale = len(s) - 1 - point
	}
	return decimal.New(coef, int32(-scale)), nil
}
