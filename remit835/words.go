// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	_ "embed" // the words of codes
	"strings"

	"github.com/claimwire/claimwire/internal/wordlist"
	"github.com/claimwire/claimwire/x12"
)

// CodeList names a list of codes that Meaning knows.
type CodeList string

// Lists of codes. Statuses, reasons and remarks are in Reasons.
const (
	CodesMethod    CodeList = "method"    // Remittance.Method
	CodesID        CodeList = "id"        // Payer.IDType, Payee.IDType
	CodesReference CodeList = "reference" // Reference.Qualifier of payers, payees and claims
	CodesAmount    CodeList = "amount"    // Amount.Qualifier
	CodesQuantity  CodeList = "quantity"  // Quantity.Qualifier
)

//go:embed words.tsv
var wordText string

var wordTable = wordlist.New(wordText)

// Meaning returns what a code means in a few words of ours, in lower case but for
// names; empty when the list does not have the code.
func Meaning(list CodeList, code x12.Code) string { return wordTable.Words(string(list), code) }

// Words returns the result in words: "partly denied", "patient pays".
func (r Result) Words() string {
	switch r {
	case ResultPatient:
		return "patient pays"
	case ResultOtherPayer:
		return "other payer paid"
	case ResultForwarded:
		return "sent on"
	case ResultPredetermination:
		return "estimate only"
	}
	return strings.ReplaceAll(string(r), "-", " ")
}

// Words returns the part in words: "not covered", "payer reduction".
func (p Part) Words() string {
	switch p {
	case PartNonCovered:
		return "not covered"
	case PartReduction:
		return "payer reduction"
	}
	return strings.ReplaceAll(p.String(), "-", " ")
}
