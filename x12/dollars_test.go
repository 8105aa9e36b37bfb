// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"testing"

	"github.com/shopspring/decimal"
)

func TestDollars(t *testing.T) {
	for in, want := range map[string]string{
		"0": "$0.00", "-0.00": "$0.00", "0.000": "$0.00", "80": "$80.00", "80.000": "$80.00", "80.0": "$80.00", "80.5": "$80.50", ".5": "$0.50",
		"80.125": "$80.125", "80.1250": "$80.125", "0.005": "$0.005", "-80": "-$80.00", "-.5": "-$0.50", "-0.001": "-$0.001",
		"999": "$999.00", "1000": "$1,000.00", "1500": "$1,500.00", "-1234567.8": "-$1,234,567.80", "99999999.99": "$99,999,999.99", "1e3": "$1,000.00",
		"1234567.125": "$1,234,567.125",
	} {
		if got := Dollars(decimal.RequireFromString(in)); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// An amount that nobody has must not take a gigabyte to print.
func TestDollarsOfAnyExponent(t *testing.T) {
	for want, d := range map[string]decimal.Decimal{
		"$1e1000000000": decimal.New(1, 1000000000), "-$12e-1000000000": decimal.New(-12, -1000000000), "$0.00": decimal.New(0, 1000000000),
	} {
		if got := Dollars(d); got != want {
			t.Errorf("%.40s, want %s", got, want)
		}
	}
}
