// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// The remittance as a whole: the money that moves is what the claims are paid
// less the provider adjustments. A positive provider adjustment lowers it.

func totalRules() []rule {
	return []rule{
		{ID: "835-BAL-04", SNIP: 3, Severity: isError, end: paymentBalances,
			Title: "the payment is not the sum of the claim payments less the provider adjustments", Fix: "ask the payer; do not post it as it is"},
		{ID: "835-BAL-05", SNIP: 3, Severity: isError, begin: paymentPositive,
			Title: "the payment is negative", Fix: "move the deficit out with a forward balance"},
		{ID: "835-BAL-08", SNIP: 3, Severity: isError, Strict: true, end: interestBalances,
			Title: "the interest of the claims is not the interest of the provider adjustments with the other sign", Fix: "give their sum as L6, negative"},
		{ID: "835-BAL-09", SNIP: 3, Severity: isWarning, end: discountBalances,
			Title: "the early payment discounts of the claims are not those of the provider adjustments", Fix: "give their sum as 90, positive"},
		{ID: "835-BAL-10", SNIP: 3, Severity: isWarning, header: headerBalances,
			Title: "a total of a header number is not what its claim payments add up to", Fix: "count reversals and corrections, too"},
		{ID: "835-BAL-15", SNIP: 4, Severity: isError, begin: methodFits,
			Title: "the payment method does not fit the amount", Fix: "say NON when nothing is paid, and only then"},
	}
}

func paymentBalances(j *Checker) {
	want := j.sums.paid
	want.SubSum(j.providerPaid)
	if j.unread&(unreadPaid|unreadAdjusted) != 0 {
		return
	}
	if !want.Equal(j.remittance.Amount) {
		j.figuresSet("remittance.amount", want.Decimal(), j.remittance.Amount)
	}
}

func paymentPositive(j *Checker) {
	if j.remittance.Amount.IsNegative() {
		j.findSet("remittance.amount", j.remittance.Amount.String())
	}
}

// providerSum adds the provider adjustments with a reason.
func (j *Checker) providerSum(reason x12.Code) (sum money.Sum, n int) {
	for i := range j.summary.Adjustments {
		if a := &j.summary.Adjustments[i]; a.Reason == reason {
			sum.Add(a.Amount)
			n++
		}
	}
	return sum, n
}

func interestBalances(j *Checker) {
	var want money.Sum
	want.SubSum(j.sums.interest)
	if j.unread&(unreadAmount|unreadAdjusted) != 0 {
		return
	}
	if got, _ := j.providerSum(AdjustInterest); !got.EqualSum(want) {
		j.figuresSet(j.plbPath(AdjustInterest), want.Decimal(), got.Decimal())
	}
}

func discountBalances(j *Checker) {
	if j.unread&(unreadAmount|unreadAdjusted) != 0 {
		return
	}
	if got, _ := j.providerSum(AdjustEarlyPayment); !got.EqualSum(j.sums.discount) {
		j.figuresSet(j.plbPath(AdjustEarlyPayment), j.sums.discount.Decimal(), got.Decimal())
	}
}

func headerBalances(j *Checker) {
	h := &j.header
	if want := decimal.New(h.claims, 0); !want.Equal(h.ts3.Claims) && !h.many {
		j.figuresSet("header.provider.claims", want, h.ts3.Claims)
	}
	if !h.charge.Equal(h.ts3.Charge) && h.unread&unreadCharge == 0 {
		j.figuresSet("header.provider.charge", h.charge.Decimal(), h.ts3.Charge)
	}
}

func methodFits(j *Checker) {
	r := j.remittance
	none := r.Method == MethodNone
	switch {
	case x12.Unread(r.Rest, "BPR", "", 2):
	case none != r.Amount.IsZero():
		j.findSet("remittance.method", string(r.Method))
	case none && r.Handling != HandlingNotice:
		j.saySet(isWarning, "remittance.handling",
			"nothing is paid, and the handling is not that of a notice", string(r.Handling))
	}
}
