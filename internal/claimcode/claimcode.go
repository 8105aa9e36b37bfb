// SPDX-License-Identifier: Apache-2.0

// Package claimcode knows what codes of claims say beyond their lists: which
// types of bill are stays, which revenue codes are rooms, which payer pays before
// which. The rules of claims, what is built from encounters and the paper forms
// share it.
package claimcode

import (
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// ICD10From is the first day of ICD-10.
const ICD10From x12.Date = 20151001

// OccurrenceDeath is the occurrence code of the day on which a patient died.
const OccurrenceDeath x12.Code = "55"

// IsICD9 reports whether the qualifier of a diagnosis or a procedure (HI) is one
// of ICD-9.
func IsICD9(q x12.Code) bool {
	switch q {
	case "BK", "BF", "BJ", "PR", "BN", // diagnoses: principal, other, at admission, reason for the visit, external cause
		"BR", "BQ": // procedures of inpatients: principal, other
		return true
	}
	return false
}

// Rank returns the place of a payer (SBR01) in the order of payment, from 1; 0
// when it is unknown.
func Rank(responsibility x12.Code) int {
	if len(responsibility) != 1 {
		return 0
	}
	return strings.IndexByte("PSTABCDEFGH", responsibility[0]) + 1
}

// IsMedicare reports whether a kind of payer (SBR09) is Medicare itself.
func IsMedicare(filing x12.Code) bool { return filing == "MA" || filing == "MB" }

// mbiForm is what stands in each place of a Medicare Beneficiary Identifier: 1 a
// digit but 0, 9 a digit, A a letter, * either. S, L, O, I, B and Z are no letters
// of it.
const mbiForm = "1A*9A*9AA99"

// ValidMBI reports whether v has the form of a Medicare Beneficiary Identifier,
// without hyphens.
func ValidMBI(v string) bool {
	if len(v) != len(mbiForm) {
		return false
	}
	for i := 0; i < len(v); i++ {
		digit := v[i]-'0' <= 9
		letter := v[i] >= 'A' && v[i] <= 'Z' && strings.IndexByte("SLOIBZ", v[i]) < 0
		ok := false
		switch mbiForm[i] {
		case '1':
			ok = digit && v[i] != '0'
		case '9':
			ok = digit
		case 'A':
			ok = letter
		default:
			ok = digit || letter
		}
		if !ok {
			return false
		}
	}
	return true
}
