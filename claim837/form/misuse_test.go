// SPDX-License-Identifier: Apache-2.0

package form_test

import (
	"testing"

	"github.com/claimwire/claimwire/claim837/form"
	"github.com/claimwire/claimwire/internal/misuse"
)

// TestMisuse: whatever is called without what it needs returns, and does not panic.
func TestMisuse(t *testing.T) {
	misuse.Check(t, misuse.API{
		Funcs: []any{form.CMS1500, form.Issues, form.Of, form.UB04},
		Types: []any{(*form.Box)(nil), (*form.Form)(nil), (*form.Page)(nil)},
	})
}
