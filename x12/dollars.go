// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// maxZeros is how many zeros an exponent may stand for in print: no amount has
// more, and a longer text would only take memory.
const maxZeros = 40

// Dollars returns an amount as people read it: $1,234.50, -$80.00. Parts of a
// cent are shown when there are any ($0.125), never rounded away; zeros after
// them are not ($80.00 for 80.000).
func Dollars(d decimal.Decimal) string {
	sign := ""
	if d.IsZero() {
		return "$0.00"
	}
	if d.IsNegative() {
		sign, d = "-", d.Neg()
	}
	if exp := d.Exponent(); exp > maxZeros || exp < -maxZeros {
		return sign + "$" + d.Coefficient().String() + "e" + strconv.Itoa(int(exp))
	}
	whole, cents, _ := strings.Cut(d.String(), ".")
	cents = strings.TrimRight(cents, "0")
	cents += "00"[min(2, len(cents)):]
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	return sign + "$" + whole + "." + cents
}
