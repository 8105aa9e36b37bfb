// SPDX-License-Identifier: Apache-2.0

package card_test

import (
	"testing"

	"github.com/claimwire/claimwire/eligibility270/card"
	"github.com/claimwire/claimwire/internal/misuse"
)

// TestMisuse: whatever is called without what it needs returns, and does not panic.
func TestMisuse(t *testing.T) {
	misuse.Check(t, misuse.API{
		Funcs: []any{card.JSON, card.New, card.NewJSONWriter, card.NewTextWriter, card.ReadInquiries, card.Text},
		Types: []any{(*card.Card)(nil), (*card.DateSource)(nil), (*card.Inquiries)(nil), (*card.Options)(nil), (*card.OtherServices)(nil), (*card.Pending)(nil), (*card.Service)(nil), (*card.Summary)(nil), (*card.Writer)(nil)},
	})
}
