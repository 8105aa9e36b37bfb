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
			claim837.BuildIssues, claim837.Check, claim837.Codes, claim837.KindOf, claim837.Meaning,
			claim837.NewBuilder, claim837.NewReader, claim837.NewRecodeWriter, claim837.NewRuleSet,
			claim837.NewWriter, claim837.ParseBillType, claim837.Schema, claim837.Use,
			claim837.ValidNPI,
		},
		Types: []any{
			(*claim837.AccidentInfo)(nil), (*claim837.Adjudication)(nil), (*claim837.AdjustmentInfo)(nil), (*claim837.AdmissionInfo)(nil),
			(*claim837.AmbulanceLocation)(nil), (*claim837.AmbulanceTransport)(nil), (*claim837.At)(nil), (*claim837.Attachment)(nil),
			(*claim837.BillType)(nil), (*claim837.BillingProvider)(nil), (*claim837.Builder)(nil), (*claim837.BuilderOptions)(nil),
			(*claim837.Certification)(nil), (*claim837.Claim)(nil), (*claim837.Consents)(nil), (*claim837.Contract)(nil),
			(*claim837.ContractInfo)(nil), (*claim837.Correction)(nil), (*claim837.CodeList)(nil), (*claim837.Coverage)(nil), (*claim837.Decision)(nil),
			(*claim837.DentalClaim)(nil), (*claim837.DentalLine)(nil), (*claim837.DentalVisit)(nil), (*claim837.Diagnosis)(nil),
			(*claim837.DiagnosisInfo)(nil), (*claim837.DischargeInfo)(nil), (*claim837.Document)(nil), (*claim837.Drug)(nil),
			(*claim837.DrugInfo)(nil), (*claim837.Encounter)(nil), (*claim837.EncounterDates)(nil), (*claim837.Envelope)(nil),
			(*claim837.Equipment)(nil), (*claim837.EquipmentCertification)(nil), (*claim837.EquipmentInfo)(nil), (*claim837.Facility)(nil),
			(*claim837.FilledAnswer)(nil), (*claim837.FilledForm)(nil), (*claim837.Form)(nil), (*claim837.FormAnswer)(nil),
			(*claim837.InpatientAdjudication)(nil), (*claim837.InpatientDecision)(nil), (*claim837.InpatientProcedure)(nil),
			(*claim837.InstitutionalClaim)(nil), (*claim837.InstitutionalLine)(nil), (*claim837.InterchangeInfo)(nil),
			(*claim837.Item)(nil), (*claim837.Kind)(nil), (*claim837.Note)(nil), (*claim837.NoteText)(nil),
			(*claim837.Occurrence)(nil), (*claim837.OccurrenceInfo)(nil), (*claim837.OccurrenceSpan)(nil),
			(*claim837.OrderingProvider)(nil), (*claim837.OrthodonticInfo)(nil), (*claim837.Orthodontics)(nil),
			(*claim837.OtherCoverage)(nil), (*claim837.OtherPayer)(nil), (*claim837.OtherSubscriber)(nil),
			(*claim837.OutpatientAdjudication)(nil),
			(*claim837.Party)(nil), (*claim837.PartyNumber)(nil), (*claim837.Patient)(nil), (*claim837.PayToAddress)(nil),
			(*claim837.PayToPlan)(nil), (*claim837.Payer)(nil), (*claim837.PayerInfo)(nil), (*claim837.PayerNumber)(nil),
			(*claim837.PayerReference)(nil), (*claim837.Person)(nil), (*claim837.Placement)(nil), (*claim837.PostalAddress)(nil),
			(*claim837.Practice)(nil), (*claim837.Pricing)(nil), (*claim837.Procedure)(nil), (*claim837.ProcedureInfo)(nil),
			(*claim837.ProsthesisInfo)(nil), (*claim837.Provider)(nil), (*claim837.Purchase)(nil), (*claim837.PurchasedService)(nil),
			(*claim837.Reader)(nil), (*claim837.ReaderOptions)(nil), (*claim837.Receiver)(nil), (*claim837.ReceiverInfo)(nil),
			(*claim837.RecodeWriter)(nil), (*claim837.RefusedError)(nil), (*claim837.RoleNumber)(nil),
			(*claim837.Roles)(nil), (*claim837.Rule)(nil), (*claim837.RuleSet)(nil), (*claim837.ScreenReferral)(nil),
			(*claim837.SecondaryID)(nil), (*claim837.Service)(nil), (*claim837.ServiceDates)(nil), (*claim837.ServiceDecision)(nil),
			(*claim837.ServiceLine)(nil), (*claim837.SpanInfo)(nil), (*claim837.SpinalInfo)(nil), (*claim837.SpinalManipulation)(nil),
			(*claim837.Stay)(nil), (*claim837.Submission)(nil), (*claim837.Submitter)(nil), (*claim837.SubmitterInfo)(nil),
			(*claim837.Subscriber)(nil), (*claim837.TestInfo)(nil), (*claim837.TestResult)(nil), (*claim837.Tooth)(nil),
			(*claim837.ToothInfo)(nil), (*claim837.ToothStatus)(nil), (*claim837.Transport)(nil), (*claim837.ValueCode)(nil),
			(*claim837.ValueInfo)(nil), (*claim837.VisionCertification)(nil), (*claim837.VisionInfo)(nil), (*claim837.Writer)(nil),
			(*claim837.WriterOptions)(nil),
		},
	})
}
