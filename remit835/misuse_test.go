// SPDX-License-Identifier: Apache-2.0

package remit835_test

import (
	"testing"

	"github.com/claimwire/claimwire/internal/misuse"
	"github.com/claimwire/claimwire/remit835"
)

// TestMisuse: whatever is called without what it needs returns, and does not panic.
func TestMisuse(t *testing.T) {
	misuse.Check(t, misuse.API{
		Funcs: []any{
			remit835.DefaultReasons, remit835.FiguresText, remit835.IsRemittance, remit835.LoadReasons, remit835.Meaning, remit835.NewDuplicates, remit835.Check, remit835.NewChecker, remit835.WithFigures,
			remit835.NewLinker, remit835.NewReader, remit835.NewRecodeWriter, remit835.NewRuleSet, remit835.Place,
			remit835.NewWriter,
		},
		Types: []any{
			(*remit835.CodeList)(nil), (*remit835.Effect)(nil), (*remit835.Effects)(nil), (*remit835.NamedBy)(nil), (*remit835.Proof)(nil), (*remit835.Sums)(nil),
			(*remit835.Adjustment)(nil), (*remit835.Amount)(nil), (*remit835.At)(nil), (*remit835.Balance)(nil),
			(*remit835.BankAccount)(nil), (*remit835.Bearer)(nil), (*remit835.Circumstances)(nil), (*remit835.ClaimBalance)(nil),
			(*remit835.ClaimPayment)(nil), (*remit835.Class)(nil), (*remit835.Delivery)(nil), (*remit835.Duplicates)(nil),
			(*remit835.Envelope)(nil), (*remit835.HeaderNumber)(nil), (*remit835.InpatientAdjudication)(nil),
			(*remit835.Item)(nil), (*remit835.Checker)(nil), (*remit835.CheckerOptions)(nil),
			(*remit835.LineBalance)(nil), (*remit835.LineOutcome)(nil), (*remit835.Link)(nil), (*remit835.Linker)(nil),
			(*remit835.Next)(nil), (*remit835.Origin)(nil), (*remit835.Outcome)(nil), (*remit835.OutpatientAdjudication)(nil),
			(*remit835.Part)(nil), (*remit835.Parts)(nil), (*remit835.Payee)(nil), (*remit835.Payer)(nil), (*remit835.Placement)(nil),
			(*remit835.Procedure)(nil), (*remit835.ProviderAdjustment)(nil), (*remit835.ProviderReason)(nil),
			(*remit835.ProviderSummary)(nil), (*remit835.ProviderSupplement)(nil), (*remit835.Quantity)(nil), (*remit835.Reader)(nil),
			(*remit835.ReaderOptions)(nil), (*remit835.Reason)(nil), (*remit835.ReasonAmount)(nil), (*remit835.Reasons)(nil),
			(*remit835.RecodeWriter)(nil), (*remit835.RefusedError)(nil), (*remit835.Remark)(nil), (*remit835.RemarkInfo)(nil),
			(*remit835.Remittance)(nil), (*remit835.Result)(nil), (*remit835.Role)(nil), (*remit835.Rule)(nil), (*remit835.RuleSet)(nil),
			(*remit835.ServicePayment)(nil), (*remit835.SubmittedClaim)(nil), (*remit835.SubmittedLine)(nil), (*remit835.Summary)(nil),
			(*remit835.Totals)(nil), (*remit835.Trace)(nil), (*remit835.Writer)(nil), (*remit835.WriterOptions)(nil),
		},
	})
}
