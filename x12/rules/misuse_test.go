// SPDX-License-Identifier: Apache-2.0

package rules_test

import (
	"testing"

	"github.com/claimwire/claimwire/internal/misuse"
	"github.com/claimwire/claimwire/x12/rules"
)

type record struct{ Field string }

// TestMisuse: whatever is called without what it needs returns, and does not panic.
func TestMisuse(t *testing.T) {
	misuse.Check(t, misuse.API{
		Funcs: []any{rules.None[record], rules.Shared[record]},
		Types: []any{
			(*rules.Catalog[record])(nil), (*rules.Placer[record])(nil), (*rules.Report)(nil), (*rules.Rule[record])(nil),
			(*rules.Set[record])(nil), (*rules.UnusedID)(nil),
		},
	})
}
