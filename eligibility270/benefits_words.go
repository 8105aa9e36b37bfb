// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"strings"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// usd is an amount for people.
func usd(d decimal.Decimal) string { return x12.Dollars(d) }

// unreadable stands where a figure was sent that could not be read.
const unreadable = "unreadable"

// perPeriod says for what a figure is: " each visit".
func perPeriod(p x12.Code) string {
	switch p {
	case "", PeriodRemaining, PeriodLifetimeRemaining, PeriodYearToDate:
		return ""
	case PeriodLifetime:
		return " in a lifetime"
	}
	if w := Meaning(CodesPeriod, p); w != "" {
		return " each " + w
	}
	return ""
}

// String tells a copay or a coinsurance for people: "$30.00 each visit", "20%".
func (s Share) String() string {
	var parts []string
	if s.Amount.Valid {
		parts = append(parts, usd(s.Amount.Decimal)+perPeriod(s.Period))
	}
	if s.Percent.Valid {
		parts = append(parts, s.Percent.Decimal.Shift(2).String()+"%")
	}
	switch {
	case s.unreadFigure, s.Unreadable && !s.unreadQuantity:
		parts = append(parts, unreadable)
	case len(parts) == 0:
		parts = append(parts, "not stated")
	}
	switch {
	case s.Quantity.Valid:
		parts = append(parts, "for "+strings.TrimSpace(s.Quantity.Decimal.String()+" "+Meaning(CodesQuantity, s.QuantityType)))
	case s.unreadQuantity:
		parts = append(parts, "for "+strings.TrimSpace(unreadable+" "+Meaning(CodesQuantity, s.QuantityType)))
	}
	return strings.Join(parts, ", ")
}

// String tells a deductible or a maximum for people: "$1500.00 each calendar
// year, $900.00 left".
func (a Accumulator) String() string {
	var parts []string
	switch {
	case a.Base.Valid:
		parts = append(parts, usd(a.Base.Decimal)+perPeriod(a.Period))
	case a.unread[partBase]:
		parts = append(parts, unreadable+perPeriod(a.Period))
	}
	switch {
	case a.unread[partRemaining]:
		parts = append(parts, unreadable+" left")
	case a.Remaining.Valid:
		parts = append(parts, usd(a.Remaining.Decimal)+" left")
	case a.Met.Valid:
		parts = append(parts, usd(a.Met.Decimal)+" met")
	case a.unread[partUsed]:
		parts = append(parts, unreadable+" met")
	case a.Base.Valid, a.unread[partBase]:
		parts = append(parts, "what is left is not stated")
	default:
		parts = append(parts, "not stated")
	}
	return strings.Join(parts, ", ")
}

// unreadLeft reports whether what is left was sent, or what was met, and could not be
// read.
func (a *Accumulator) unreadLeft() bool { return a.unread[partRemaining] || a.unread[partUsed] }

// String tells a statement for people: "spend down $37.50 each month".
func (s Statement) String() string {
	switch {
	case s.Unreadable:
		return s.Words + " " + unreadable + perPeriod(s.Period)
	case s.Amount.Valid:
		return s.Words + " " + usd(s.Amount.Decimal) + perPeriod(s.Period)
	}
	return s.Words
}

// String tells an estimate for people: "$80.00", "$20.00 to $45.00".
func (e *Estimate) String() string {
	if e.Exact() {
		return usd(e.Low)
	}
	return usd(e.Low) + " to " + usd(e.High)
}
