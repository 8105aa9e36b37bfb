// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"slices"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// Codes of what building a claim of an encounter finds besides the rules.
const (
	CodeMissing           x12.IssueCode = "missing-value"
	CodeUnknownWord       x12.IssueCode = "unknown-word"
	CodeUnknownProvider   x12.IssueCode = "unknown-provider"
	CodeUnknownService    x12.IssueCode = "unknown-service"
	CodeTrimmed           x12.IssueCode = "blanks-trimmed"
	CodeTwoValues         x12.IssueCode = "two-values"
	CodeNoPractice        x12.IssueCode = "no-practice"
	CodeNoCoverage        x12.IssueCode = "no-coverage"
	CodeNoOpenCoverage    x12.IssueCode = "no-open-coverage"
	CodeTooManyCoverages  x12.IssueCode = "too-many-coverages"
	CodeTooManyDiagnoses  x12.IssueCode = "too-many-diagnoses"
	CodeTooManyPointers   x12.IssueCode = "too-many-service-diagnoses"
	CodeTooManyServices   x12.IssueCode = "too-many-services"
	CodeTooManyCauses     x12.IssueCode = "too-many-causes"
	CodeTooMany           x12.IssueCode = "too-many-values"
	CodeDiagnosisUnlisted x12.IssueCode = "diagnosis-not-listed"
	CodeDiagnosisNeeded   x12.IssueCode = "diagnosis-needed"
	CodeNDCForm           x12.IssueCode = "ndc-form"
	CodeNDCAmbiguous      x12.IssueCode = "ndc-ambiguous"
	CodeBillTypeForm      x12.IssueCode = "bill-type-form"
	CodeZeroAdded         x12.IssueCode = "zero-added"
)

var issues = []x12.IssueInfo{
	{Code: CodeMissing, Severity: x12.Error, SNIP: 2, Text: "a value is missing", Fix: "give it"},
	{Code: CodeUnknownWord, Severity: x12.Error, SNIP: 2, Text: "the word is not in the list of this field", Fix: "take one of the schema's words"},
	{Code: CodeUnknownProvider, Severity: x12.Error, SNIP: 4, Text: "the practice has no provider of this key", Fix: "add it to practice.providers, or give the provider itself"},
	{Code: CodeUnknownService, Severity: x12.Error, SNIP: 4, Text: "a decision is about a service that the encounter does not have, or about none", Fix: "give the place of the service from 1, or its id"},
	{Code: CodeTrimmed, Severity: x12.Info, Text: "blanks stood at an end of the value; they were left out", Fix: "give it without"},
	{Code: CodeTwoValues, Severity: x12.Error, SNIP: 4, Text: "two values are given where one belongs", Fix: "give the right one alone"},
	{Code: CodeNoPractice, Severity: x12.Error, SNIP: 4, Text: "there is no practice", Fix: "give one for all encounters, or each encounter its own"},
	{Code: CodeNoCoverage, Severity: x12.Error, SNIP: 4, Text: "the encounter has no coverage, so that nobody can be billed", Fix: "give the coverages in the order in which they pay"},
	{Code: CodeNoOpenCoverage, Severity: x12.Error, SNIP: 4, Text: "every payer has decided or does not cover the services", Fix: "set billNow for the payer that the claim goes to, and leave out its decision"},
	{Code: CodeTooManyCoverages, Severity: x12.Error, SNIP: 2, Text: "a claim has room for eleven payers", Fix: "leave out those that pay last"},
	{Code: CodeTooManyDiagnoses, Severity: x12.Error, SNIP: 2, Text: "the claim has more diagnoses than it has room for: 12, of a stay 25, of a dental visit 4", Fix: "leave out those that no service needs, or bill the services of the others as an encounter of their own"},
	{Code: CodeTooManyPointers, Severity: x12.Error, SNIP: 2, Text: "a service has room for four diagnoses", Fix: "give the four that explain it best"},
	{Code: CodeTooManyServices, Severity: x12.Error, SNIP: 2, Text: "the claim has more services than it has room for: 50, of a stay 999", Fix: "bill the others as an encounter of their own, with an id of its own"},
	{Code: CodeTooManyCauses, Severity: x12.Error, SNIP: 2, Text: "a claim has room for two causes of the condition", Fix: "give the two that matter most"},
	{Code: CodeTooMany, Severity: x12.Error, SNIP: 2, Text: "the list is longer than a claim has room for", Fix: "leave out those that matter least"},
	{Code: CodeDiagnosisUnlisted, Severity: x12.Error, SNIP: 4, Text: "a service has a diagnosis that the encounter does not have", Fix: "add it to the diagnoses of the encounter, in order"},
	{Code: CodeDiagnosisNeeded, Severity: x12.Error, SNIP: 4, Text: "the encounter has several diagnoses, and the service does not say which of them it is for", Fix: "give one to four of them, by code"},
	{Code: CodeNDCForm, Severity: x12.Error, SNIP: 5, Text: "the drug code is no NDC", Fix: "give eleven digits, or the ten of the label with their hyphens (4-4-2, 5-3-2 or 5-4-1)"},
	{Code: CodeNDCAmbiguous, Severity: x12.Error, SNIP: 5, Text: "ten digits without hyphens can be three different drug codes", Fix: "give the hyphens of the label, or eleven digits"},
	{Code: CodeBillTypeForm, Severity: x12.Error, SNIP: 2, Text: "the type of bill has not three characters after a zero", Fix: "give it as on paper, 0131"},
	{Code: CodeZeroAdded, Severity: x12.Warning, SNIP: 5, Text: "the revenue code has three digits, and is sent with a zero before them", Fix: "give all four"},
}

// Issues returns what building a claim can find besides the rules, and what
// a claim837.Writer can.
func Issues() []x12.IssueInfo { return slices.Clone(allIssues) }

var allIssues = slices.Concat(issues, claim837.Issues())

func issue(code x12.IssueCode, path, value string) x12.Issue {
	return plain.Issue(allIssues, code, path, value)
}
