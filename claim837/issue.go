// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"slices"

	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// Codes of what writing a claim finds besides the guide and the rules.
const (
	CodeNoPlace x12.IssueCode = "no-place-for-value"
	CodeKind    x12.IssueCode = "claim-kind"
)

var issues = []x12.IssueInfo{
	{Code: CodeNoPlace, Severity: x12.Error, SNIP: 4, Text: "a claim has no place for this value here", Fix: "take it out, or give it where it belongs"},
	{Code: CodeKind, Severity: x12.Error, SNIP: 2, Text: "the claim is of another kind than the file", Fix: "write each kind to a file of its own"},
}

// Issues returns what writing a claim can find besides the guide and the rules.
func Issues() []x12.IssueInfo { return slices.Clone(issues) }

func issue(code x12.IssueCode, path, value string) x12.Issue {
	return plain.Issue(issues, code, path, value)
}
