// SPDX-License-Identifier: Apache-2.0

package main

import (
	"github.com/claimwire/claimwire/remit835"
	"github.com/shopspring/decimal"
)

// remitTotals are the sums of a remittance, in dollars. Counts are pointers, since
// the JSON has them when they are 0, too.
type remitTotals struct {
	Claims                *int
	Lines                 *int
	Charge                decimal.Decimal
	ClaimAdjusted         decimal.Decimal
	LineAdjusted          decimal.Decimal
	Paid                  decimal.Decimal
	PatientResponsibility decimal.Decimal
	Provider              decimal.Decimal // adjustments: positive lowers the payment
	Interest              decimal.Decimal
	Discount              decimal.Decimal
}

func totalsOf(t remit835.Totals, provider decimal.Decimal) remitTotals {
	return remitTotals{
		new(t.Claims), new(t.Lines), t.Charge, t.ClaimAdjusted, t.LineAdjusted, t.Paid, t.PatientResponsibility, provider, t.Interest, t.Discount,
	}
}

// remitBalance is the proof of a remittance: Amount is what was paid, Expected
// what the claims were paid less the provider adjustments.
type remitBalance struct {
	Balanced         *bool
	Amount           decimal.NullDecimal
	Expected         decimal.NullDecimal // like Difference, not known when an amount could not be read
	Difference       decimal.NullDecimal
	Unreadable       int // amounts that could not be read
	UnbalancedClaims *int
}

func balanceOf(b *remit835.Balance, unreadAmount bool) remitBalance {
	known := func(d decimal.Decimal) decimal.NullDecimal {
		return decimal.NullDecimal{Decimal: d, Valid: b.Unread == 0}
	}
	return remitBalance{
		new(b.Balanced()), decimal.NullDecimal{Decimal: b.Amount, Valid: !unreadAmount}, known(b.Expected), known(b.Difference), b.Unread, new(b.UnbalancedClaims),
	}
}
