// SPDX-License-Identifier: Apache-2.0

package x12_test

import (
	"testing"

	"github.com/claimwire/claimwire/internal/misuse"
	"github.com/claimwire/claimwire/x12"
)

// TestMisuse: whatever is called without what it needs returns, and does not panic.
func TestMisuse(t *testing.T) {
	misuse.Check(t, misuse.API{
		Funcs: []any{
			x12.AppendDate, x12.AppendDateRange, x12.AppendDecimal, x12.AppendFixed, x12.AppendImplied, x12.AppendTime, x12.Catalogue, x12.Compact,
			x12.DateOf, x12.DecodeReader, x12.DefaultDelimiters, x12.Dollars, x12.EncodeWriter, x12.EnvelopeGuide, x12.FoldText, x12.Guides, x12.Indent, x12.KeyOf,
			x12.LookupGuide, x12.LookupIssue, x12.NewDate, x12.NewIssue, x12.NewValidator, x12.NewMemoryControlNumbers, x12.NewReader,
			x12.NewSetValidator, x12.NewTime, x12.NewWriter, x12.OpenControlFile, x12.ParseDateRange[string], x12.ParseDate[string],
			x12.ParseDecimal[string], x12.ParseDelimiters, x12.ParseImplied[string], x12.ParseTime[string], x12.TimeOf, x12.Unread, x12.UnreadAdjustment, x12.UnreadEntries, x12.UnreadItems,
			x12.Validate,
		},
		Types: []any{
			(*x12.Address)(nil), (*x12.Adjustment)(nil), (*x12.AdjustmentGroup)(nil), (*x12.Charset)(nil), (*x12.Code)(nil),
			(*x12.CodedValue)(nil), (*x12.Composite)(nil), (*x12.Contact)(nil), (*x12.ContactNumber)(nil), (*x12.ControlFile)(nil),
			(*x12.ControlKind)(nil), (*x12.Date)(nil), (*x12.DateRange)(nil), (*x12.Delimiters)(nil), (*x12.Element)(nil),
			(*x12.ElementType)(nil), (*x12.ElementUse)(nil), (*x12.Figures)(nil), (*x12.Group)(nil), (*x12.Guide)(nil), (*x12.GuideName)(nil),
			(*x12.Interchange)(nil), (*x12.Issue)(nil), (*x12.IssueCap)(nil), (*x12.IssueCode)(nil), (*x12.IssueCount)(nil),
			(*x12.IssueInfo)(nil), (*x12.IssueList)(nil), (*x12.Validator)(nil), (*x12.Level)(nil), (*x12.Loop)(nil), (*x12.Mark)(nil),
			(*x12.Name)(nil), (*x12.Node)(nil), (*x12.Place)(nil), (*x12.Position)(nil), (*x12.Raw)(nil), (*x12.RawElement)(nil), (*x12.Reader)(nil),
			(*x12.ReaderOptions)(nil), (*x12.Reference)(nil), (*x12.Segment)(nil), (*x12.SegmentDef)(nil), (*x12.SegmentUse)(nil),
			(*x12.Set)(nil), (*x12.SetValidator)(nil), (*x12.SetState)(nil), (*x12.Severity)(nil), (*x12.SyntaxError)(nil),
			(*x12.Step)(nil), (*x12.StepKind)(nil), (*x12.SyntaxNote)(nil), (*x12.Time)(nil), (*x12.Usage)(nil), (*x12.ValidateOptions)(nil), (*x12.Writer)(nil),
			(*x12.WriterOptions)(nil),
		},
		Given: []any{(*x12.Segment)(nil)},
	})
}
