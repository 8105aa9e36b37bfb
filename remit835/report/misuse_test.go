// SPDX-License-Identifier: Apache-2.0

package report_test

import (
	"testing"

	"github.com/claimwire/claimwire/internal/misuse"
	"github.com/claimwire/claimwire/remit835/report"
)

// TestMisuse: whatever is called without what it needs returns, and does not panic.
func TestMisuse(t *testing.T) {
	misuse.Check(t, misuse.API{
		Funcs: []any{report.HTML, report.JSON, report.NewHTMLWriter, report.NewJSONWriter, report.NewTextWriter, report.Text},
		Types: []any{(*report.Options)(nil), (*report.Source)(nil), (*report.Summary)(nil), (*report.Writer)(nil)},
	})
}
