// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"sync"

	"github.com/claimwire/claimwire/x12"
)

// traits are what the rules must know of a reason code, without a look into the
// table of reasons for each adjustment.
type traits uint8

const (
	needsRemark  traits = 1 << iota // the code demands a remark
	isShare                         // deductible, coinsurance, copay: inside the allowed amount
	isCut                           // sequestration, other reductions, other payers: inside it, too, for some payers
	isOtherPayer                    // 23
	isCapitation                    // 24
	isRaise                         // 94: paid above the charge
	isDays                          // its quantity is days, also of a claim
	isNamed                         // another code that a rule asks for: 22, 97, 101
)

// traitTable has the traits of every code of up to three digits and capitals.
type traitTable [37 * 37 * 37]traits

// slot returns the place of a code, 0 for one that the table cannot have.
func slot(code x12.Code) int {
	if len(code) > 3 {
		return 0
	}
	n := 0
	for i := range len(code) {
		c := code[i]
		switch {
		case c >= '0' && c <= '9':
			n = n*37 + int(c-'0') + 1
		case c >= 'A' && c <= 'Z':
			n = n*37 + int(c-'A') + 11
		default:
			return 0
		}
	}
	return n
}

func (t *traitTable) of(code x12.Code) traits { return t[slot(code)] }

func traitsOf(rs *Reasons) *traitTable {
	t := new(traitTable)
	for key, row := range rs.adjustments {
		i := slot(key.code)
		if i == 0 {
			continue
		}
		if row.remark {
			t[i] |= needsRemark
		}
		switch row.class {
		case ClassDeductible, ClassCoinsurance, ClassCopay:
			t[i] |= isShare
		case ClassSequestration, ClassReduction, ClassOtherPayer:
			t[i] |= isCut
		}
	}
	for code, mark := range map[x12.Code]traits{
		"23": isOtherPayer, "24": isCapitation, "94": isRaise, "22": isNamed, "97": isNamed, "101": isNamed,
		"69": isDays, "78": isDays, "119": isDays, "149": isDays, "151": isDays, "152": isDays, "154": isDays,
		"35": isDays, "197": isDays, "198": isDays,
	} {
		t[slot(code)] |= mark
	}
	return t
}

var defaultTraits = sync.OnceValue(func() *traitTable { return traitsOf(DefaultReasons()) })
