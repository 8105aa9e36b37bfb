// SPDX-License-Identifier: Apache-2.0

package plain

import "github.com/claimwire/claimwire/x12"

// Issue returns the finding of a catalogue of what building finds.
func Issue(rows []x12.IssueInfo, code x12.IssueCode, path, value string) x12.Issue {
	i := x12.Issue{Code: code, Severity: x12.Error, Path: path, Value: value}
	for k := range rows {
		if row := &rows[k]; row.Code == code {
			i.Severity, i.SNIP, i.Detail = row.Severity, row.SNIP, row.Text+"; "+row.Fix
		}
	}
	return i
}
