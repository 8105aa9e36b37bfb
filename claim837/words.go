// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	_ "embed" // the words of codes

	"github.com/claimwire/claimwire/internal/wordlist"
	"github.com/claimwire/claimwire/x12"
)

// CodeList names a list of codes that Meaning knows.
type CodeList string

// Lists of codes.
const (
	CodesPlace          CodeList = "place"          // Claim.PlaceOfService, ServiceLine.PlaceOfService
	CodesFiling         CodeList = "filing"         // Subscriber.FilingIndicator, OtherCoverage.FilingIndicator
	CodesRelationship   CodeList = "relationship"   // of the patient to the subscriber
	CodesFrequency      CodeList = "frequency"      // Claim.Frequency
	CodesGroup          CodeList = "group"          // x12.AdjustmentGroup.Group
	CodesSex            CodeList = "sex"            // of the subscriber and the patient
	CodesResponsibility CodeList = "responsibility" // Subscriber.Responsibility, OtherCoverage.Responsibility
)

//go:embed words.tsv
var wordText string

var wordTable = wordlist.New(wordText)

// Meaning returns what a code means in a few words of ours, in lower case but for
// names; empty when the list does not have the code.
func Meaning(list CodeList, code x12.Code) string { return wordTable.Words(string(list), code) }
