// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"

	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// Codes of what building an inquiry of a request finds besides the rules.
const (
	CodeMissing           x12.IssueCode = "missing-value"
	CodeUnknownWord       x12.IssueCode = "unknown-word"
	CodeUnknownProvider   x12.IssueCode = "unknown-provider"
	CodeTrimmed           x12.IssueCode = "blanks-trimmed"
	CodeTwoValues         x12.IssueCode = "two-values"
	CodeNoPractice        x12.IssueCode = "no-practice"
	CodeTooManyDiagnoses  x12.IssueCode = "too-many-diagnoses"
	CodeDiagnosisUnlisted x12.IssueCode = "diagnosis-not-listed"
	CodeForm              x12.IssueCode = "wrong-form"
)

var buildIssues = []x12.IssueInfo{
	{Code: CodeMissing, Severity: x12.Error, SNIP: 2, Text: "a value is missing", Fix: "give it"},
	{Code: CodeUnknownWord, Severity: x12.Error, SNIP: 2, Text: "the word is not in the list of this field", Fix: "take one of the list's words, or its code"},
	{Code: CodeUnknownProvider, Severity: x12.Error, SNIP: 4, Text: "the practice has no provider of this key", Fix: "add it to practice.providers, or give the provider itself"},
	{Code: CodeTrimmed, Severity: x12.Info, Text: "blanks stood at an end of the value; they were left out", Fix: "give it without"},
	{Code: CodeTwoValues, Severity: x12.Error, SNIP: 4, Text: "two values are given where one belongs", Fix: "give the right one alone"},
	{Code: CodeNoPlace, Severity: x12.Error, SNIP: 4, Text: "an inquiry has no place for this value here", Fix: "take it out, or give it where it belongs"},
	{Code: CodeNoPractice, Severity: x12.Error, SNIP: 4, Text: "there is no practice", Fix: "give one for all requests, or each request its own"},
	{Code: CodeTooManyDiagnoses, Severity: x12.Error, SNIP: 4, Text: "there are more diagnoses than an inquiry can have", Fix: "leave out those that matter least: up to eight, and four for a procedure"},
	{Code: CodeDiagnosisUnlisted, Severity: x12.Error, SNIP: 4, Text: "the procedure is for a diagnosis that the request does not have", Fix: "add it to the diagnoses of the request"},
	{Code: CodeForm, Severity: x12.Error, SNIP: 5, Text: "a code, a number or an amount does not have the form of its kind", Fix: "check it"},
}

// BuildIssues returns what building an inquiry can find besides the rules.
func BuildIssues() []x12.IssueInfo { return slices.Clone(buildIssues) }

func buildIssue(code x12.IssueCode, path, value string) x12.Issue {
	return plain.Issue(buildIssues, code, path, value)
}
