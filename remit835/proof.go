// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Sums are Totals with the provider adjustments, in the form that JSON shows: the
// counts are pointers, so that it has them when they are 0, too. Amounts are
// dollars.
type Sums struct {
	Claims                *int
	Lines                 *int
	Charge                decimal.Decimal
	ClaimAdjusted         decimal.Decimal
	LineAdjusted          decimal.Decimal
	Paid                  decimal.Decimal
	PatientResponsibility decimal.Decimal
	Provider              decimal.Decimal // positive lowers the payment
	Interest              decimal.Decimal
	Discount              decimal.Decimal
}

// Sums returns the totals with the sum of the provider adjustments.
func (t Totals) Sums(provider decimal.Decimal) Sums {
	return Sums{
		new(t.Claims), new(t.Lines), t.Charge, t.ClaimAdjusted, t.LineAdjusted, t.Paid, t.PatientResponsibility, provider, t.Interest, t.Discount,
	}
}

// Proof is a Balance in the form that JSON shows: what nobody knows, because an
// amount could not be read, is absent and never zero. Amounts are dollars.
type Proof struct {
	Balanced         *bool
	Amount           decimal.NullDecimal // what was paid
	Expected         decimal.NullDecimal // what the claims were paid less the provider adjustments
	Difference       decimal.NullDecimal // Amount - Expected
	Unreadable       int                 // amounts that could not be read
	UnbalancedClaims *int
}

// Proof returns the proof of the remittance.
func (b *Balance) Proof() Proof {
	known := func(d decimal.Decimal) decimal.NullDecimal {
		return decimal.NullDecimal{Decimal: d, Valid: b.Unread == 0}
	}
	return Proof{
		new(b.Balanced()), decimal.NullDecimal{Decimal: b.Amount, Valid: !b.AmountUnread}, known(b.Expected), known(b.Difference), b.Unread, new(b.UnbalancedClaims),
	}
}

// AmountUnread reports whether the amount of the payment itself (BPR02) could not
// be read; then Amount is zero, and must not be shown.
func (r *Remittance) AmountUnread() bool { return r != nil && x12.Unread(r.Rest, "BPR", "", 2) }
