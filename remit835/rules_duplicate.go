// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"strconv"

	"github.com/claimwire/claimwire/x12"
)

// What was read before: the same payment, or the same claim payment.

const (
	duplicatePayment = "835-DUP-01"
	duplicateClaim   = "835-DUP-02"
)

func duplicateRules() []rule {
	return []rule{
		{ID: duplicatePayment, SNIP: 3, Severity: isError, begin: paymentOnce, end: paymentOnceMore,
			Title: "duplicate payment: payer, trace number, date and amount are those of an earlier remittance", Fix: "post it once; ask the payer if both are meant"},
		{ID: duplicateClaim, SNIP: 3, Severity: isError, needs: signDuplicate, payment: claimOnce, end: claimsOnce,
			Title: "duplicate claim payment: it is in this remittance already", Fix: "post it once; ask the payer if it is paid twice"},
	}
}

// sayBefore reports a duplicate, with where it was read before.
func (j *Checker) sayBefore(s x12.Severity, at At, path, text string, o *Origin) {
	j.report(s, at, path, text+" ("+o.String()+")", "", nil)
}

func paymentOnce(j *Checker) {
	if j.again.sure {
		j.sayBefore(isError, j.remittance.At, "remittance.trace.number", j.rule.Title, j.again.known)
	}
}

// paymentOnceMore: what only the end of the remittance shows.
func paymentOnceMore(j *Checker) {
	a := &j.again
	path := "remittance.trace.number"
	switch {
	case a.sure && a.claims < j.sums.claims:
		n := j.sums.claims - a.claims
		j.sayBefore(isWarning, j.remittance.At, path, "duplicate payment with other claims: "+strconv.Itoa(n)+" of its claim payments are in no earlier remittance", a.known)
	case !a.sure && a.same != nil:
		j.sayBefore(isError, j.remittance.At, path, "duplicate remittance: trace number, amount and every claim payment are those of an earlier one", a.same)
	}
}

func claimOnce(j *Checker) {
	switch {
	case j.inSet:
		j.sayBefore(isError, j.payment.At, "id", j.rule.Title, j.before)
	case j.again.known == nil:
		j.sayBefore(isWarning, j.payment.At, "id", "duplicate claim payment: it is in an earlier remittance", j.before)
	}
}

// claimsOnce tells of claim payments in a remittance that looked as if it had
// been read before, as one of nothing with the same trace number.
func claimsOnce(j *Checker) {
	if a := &j.again; a.known != nil && !a.sure && a.same == nil && a.claims > 0 {
		j.sayBefore(isWarning, j.remittance.At, "id",
			"duplicate claim payments: "+strconv.Itoa(a.claims)+" are in an earlier remittance", a.known)
	}
}
