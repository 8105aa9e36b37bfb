// SPDX-License-Identifier: Apache-2.0

package claim837_test

import (
	"testing"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/misuse"
)

// TestMisuse: whatever is called without what it needs returns, and does not panic.
func TestMisuse(t *testing.T) {
	misuse.Check(t, misuse.API{
		Funcs: []any{
			claim837.Check, claim837.Issues, claim837.KindOf, claim837.Meaning,
			claim837.NewReader, claim837.NewRecodeWriter, claim837.NewRuleSet,
			claim837.NewWriter, claim837.ParseBillType,
			claim837.ValidNPI,
		},
		Types: []any{
			(*claim837.Adjudication)(nil),
			(*claim837.AmbulanceLocation)(nil), (*claim837.AmbulanceTransport)(nil), (*claim837.At)(nil), (*claim837.Attachment)(nil),
			(*claim837.BillType)(nil), (*claim837.BillingProvider)(nil),
			(*claim837.Certification)(nil), (*claim837.Claim)(nil), (*claim837.Contract)(nil),
			(*claim837.CodeList)(nil),
			(*claim837.DentalClaim)(nil), (*claim837.DentalLine)(nil), (*claim837.Diagnosis)(nil),
			(*claim837.Drug)(nil),
			(*claim837.Envelope)(nil),
			(*claim837.Equipment)(nil), (*claim837.EquipmentCertification)(nil), (*claim837.Facility)(nil),
			(*claim837.Form)(nil), (*claim837.FormAnswer)(nil),
			(*claim837.InpatientAdjudication)(nil), (*claim837.InpatientProcedure)(nil),
			(*claim837.InstitutionalClaim)(nil), (*claim837.InstitutionalLine)(nil),
			(*claim837.Item)(nil), (*claim837.Kind)(nil), (*claim837.Note)(nil),
			(*claim837.Occurrence)(nil), (*claim837.OccurrenceSpan)(nil),
			(*claim837.OrderingProvider)(nil), (*claim837.Orthodontics)(nil),
			(*claim837.OtherCoverage)(nil), (*claim837.OtherPayer)(nil), (*claim837.OtherSubscriber)(nil),
			(*claim837.OutpatientAdjudication)(nil),
			(*claim837.Patient)(nil), (*claim837.PayToAddress)(nil),
			(*claim837.PayToPlan)(nil), (*claim837.Payer)(nil),
			(*claim837.PayerReference)(nil), (*claim837.Placement)(nil),
			(*claim837.Pricing)(nil), (*claim837.Procedure)(nil),
			(*claim837.Provider)(nil), (*claim837.PurchasedService)(nil),
			(*claim837.Reader)(nil), (*claim837.ReaderOptions)(nil), (*claim837.Receiver)(nil),
			(*claim837.RecodeWriter)(nil), (*claim837.RefusedError)(nil),
			(*claim837.Rule)(nil), (*claim837.RuleSet)(nil),
			(*claim837.SecondaryID)(nil),
			(*claim837.ServiceLine)(nil), (*claim837.SpinalManipulation)(nil),
			(*claim837.Submission)(nil), (*claim837.Submitter)(nil),
			(*claim837.Subscriber)(nil), (*claim837.TestResult)(nil), (*claim837.Tooth)(nil),
			(*claim837.ToothStatus)(nil), (*claim837.ValueCode)(nil),
			(*claim837.VisionCertification)(nil), (*claim837.Writer)(nil),
			(*claim837.WriterOptions)(nil),
		},
	})
}
