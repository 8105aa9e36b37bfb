// SPDX-License-Identifier: Apache-2.0

package batch_test

import (
	"testing"

	"github.com/claimwire/claimwire/billing/batch"
	"github.com/claimwire/claimwire/internal/misuse"
)

// TestMisuse: whatever is called without what it needs returns, and does not panic.
func TestMisuse(t *testing.T) {
	misuse.Check(t, misuse.API{
		Funcs: []any{batch.AskingPractice, batch.Claims, batch.Inquiries},
		Types: []any{
			(*batch.ClaimRow)(nil), (*batch.InquiryRow)(nil), (*batch.Note)(nil), (*batch.Numbers)(nil), (*batch.Options)(nil),
			(*batch.Output)(nil), (*batch.PracticeError)(nil), (*batch.Progress)(nil), (*batch.Record)(nil), (*batch.Result)(nil),
		},
	})
}
