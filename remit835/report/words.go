// SPDX-License-Identifier: Apache-2.0

package report

import (
	"github.com/claimwire/claimwire/internal/textpage"
	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// some is an amount, or nothing for zero.
func some(d decimal.Decimal) string {
	if d.IsZero() {
		return ""
	}
	return x12.Dollars(d)
}

// quantity is a number without zeros at the end of its fraction.
func quantity(d decimal.NullDecimal) string {
	if !d.Valid {
		return ""
	}
	return d.Decimal.String()
}

// meaning is a code in words, or the code itself.
func meaning(list remit835.CodeList, code x12.Code) string {
	return textpage.Or(remit835.Meaning(list, code), string(code))
}

// fact is a value with its name.
func fact(name, value string) textpage.Fact { return textpage.Fact{Name: name, Value: value} }

// traceWords are the names of a trace number by how the money moves.
var traceWords = map[x12.Code]string{
	remit835.MethodACH: "EFT number", remit835.MethodCheck: "Check number", remit835.MethodWire: "Wire number",
}

// shownParts are the parts of a charge that was not paid, in the order in which
// they are shown.
var shownParts = [...]remit835.Part{
	remit835.PartContractual, remit835.PartDeductible, remit835.PartCoinsurance, remit835.PartCopay, remit835.PartNonCovered,
	remit835.PartPatientOther, remit835.PartProtected, remit835.PartNextPayer, remit835.PartOtherPayer, remit835.PartSequestration,
	remit835.PartReduction, remit835.PartDenied, remit835.PartOpen,
}
