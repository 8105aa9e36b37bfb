// SPDX-License-Identifier: Apache-2.0

package claimwire_test

import (
	"testing"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/internal/misuse"
)

// TestMisuse: whatever is called without what it needs returns, and does not panic.
func TestMisuse(t *testing.T) {
	misuse.Check(t, misuse.API{
		Funcs: []any{
			claimwire.FromJSON, claimwire.NewReader, claimwire.NewRecodeWriter, claimwire.NewRecordWriter, claimwire.NewValidator,
			claimwire.Recode, claimwire.ToJSON, claimwire.Validate,
		},
		Types: []any{
			(*claimwire.Item)(nil), (*claimwire.JSONOptions)(nil), (*claimwire.Reader)(nil), (*claimwire.ReaderOptions)(nil),
			(*claimwire.RecodeWriter)(nil), (*claimwire.RecordWriter)(nil), (*claimwire.ValidateOptions)(nil), (*claimwire.Validator)(nil),
		},
	})
}
