// SPDX-License-Identifier: Apache-2.0

package eligibility270_test

import (
	"testing"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/internal/misuse"
)

// TestMisuse: whatever is called without what it needs returns, and does not panic.
func TestMisuse(t *testing.T) {
	misuse.Check(t, misuse.API{
		Funcs: []any{
			eligibility270.BuildIssues, eligibility270.Family, eligibility270.Individual, eligibility270.IsEligibility,
			eligibility270.Check, eligibility270.CheckResponse, eligibility270.Meaning, eligibility270.NewBuilder,
			eligibility270.NewInquiryWriter, eligibility270.NewMatcher[string], eligibility270.NewReader, eligibility270.NewRecodeWriter,
			eligibility270.NewResponseWriter, eligibility270.NewResponseRuleSet, eligibility270.NewRuleSet, eligibility270.Schema,
			eligibility270.ServiceType, eligibility270.Words,
		},
		Types: []any{
			(*eligibility270.Accumulator)(nil), (*eligibility270.Action)(nil), (*eligibility270.Answers)(nil), (*eligibility270.At)(nil),
			(*eligibility270.Benefit)(nil), (*eligibility270.BenefitAnswer)(nil), (*eligibility270.Builder)(nil),
			(*eligibility270.BuilderOptions)(nil), (*eligibility270.CareProvider)(nil), (*eligibility270.Change)(nil),
			(*eligibility270.ChangeField)(nil), (*eligibility270.CodeList)(nil), (*eligibility270.Coverage)(nil),
			(*eligibility270.Delivery)(nil), (*eligibility270.Envelope)(nil), (*eligibility270.Estimate)(nil),
			(*eligibility270.EstimateOptions)(nil), (*eligibility270.Fact)(nil), (*eligibility270.FurtherInfo)(nil),
			(*eligibility270.Inquiry)(nil), (*eligibility270.InquiryWriter)(nil), (*eligibility270.Insured)(nil),
			(*eligibility270.InterchangeInfo)(nil), (*eligibility270.Item)(nil),
			(*eligibility270.Limit)(nil), (*eligibility270.MatchedBy)(nil), (*eligibility270.Matcher[string])(nil),
			(*eligibility270.Member)(nil), (*eligibility270.Message)(nil), (*eligibility270.MilitaryService)(nil),
			(*eligibility270.Note)(nil), (*eligibility270.NoteCode)(nil), (*eligibility270.NumberInfo)(nil), (*eligibility270.Payer)(nil),
			(*eligibility270.PayerInfo)(nil), (*eligibility270.PayerRole)(nil), (*eligibility270.Period)(nil),
			(*eligibility270.PersonInfo)(nil), (*eligibility270.Placement)(nil), (*eligibility270.PlanBenefits)(nil),
			(*eligibility270.PlanCoverage)(nil), (*eligibility270.PostalAddress)(nil), (*eligibility270.Practice)(nil),
			(*eligibility270.Procedure)(nil), (*eligibility270.ProcedureInfo)(nil), (*eligibility270.Provider)(nil),
			(*eligibility270.ProviderInfo)(nil), (*eligibility270.ProviderRole)(nil), (*eligibility270.QMB)(nil),
			(*eligibility270.Query)(nil), (*eligibility270.Question)(nil), (*eligibility270.Reader)(nil),
			(*eligibility270.ReaderOptions)(nil), (*eligibility270.Receiver)(nil), (*eligibility270.RecodeWriter)(nil),
			(*eligibility270.Reference)(nil), (*eligibility270.Refusal)(nil), (*eligibility270.RefusedError)(nil),
			(*eligibility270.Rejection)(nil), (*eligibility270.RelatedEntity)(nil),
			(*eligibility270.Request)(nil), (*eligibility270.Response)(nil), (*eligibility270.ResponseWriter)(nil),
			(*eligibility270.Rule)(nil), (*eligibility270.RuleSet)(nil), (*eligibility270.ServiceStatus)(nil), (*eligibility270.Share)(nil),
			(*eligibility270.Source)(nil), (*eligibility270.Statement)(nil), (*eligibility270.Status)(nil), (*eligibility270.Step)(nil),
			(*eligibility270.StepKind)(nil), (*eligibility270.Trace)(nil), (*eligibility270.Transaction)(nil),
			(*eligibility270.Unused)(nil), (*eligibility270.UnusedReason)(nil), (*eligibility270.WriterOptions)(nil),
		},
	})
}
