// SPDX-License-Identifier: Apache-2.0

package encounter_test

import (
	"testing"

	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/internal/misuse"
)

// TestMisuse: whatever is called without what it needs returns, and does not panic.
func TestMisuse(t *testing.T) {
	misuse.Check(t, misuse.API{
		Funcs: []any{
			encounter.Codes, encounter.Issues, encounter.NewBuilder, encounter.Schema, encounter.Use,
		},
		Types: []any{
			(*encounter.Accident)(nil), (*encounter.Adjustment)(nil), (*encounter.Admission)(nil), (*encounter.Builder)(nil),
			(*encounter.BuilderOptions)(nil), (*encounter.Chiropractic)(nil), (*encounter.Consents)(nil),
			(*encounter.Contract)(nil), (*encounter.Correction)(nil), (*encounter.Coverage)(nil), (*encounter.Dates)(nil),
			(*encounter.Decision)(nil), (*encounter.DentalVisit)(nil), (*encounter.Diagnosis)(nil), (*encounter.Discharge)(nil),
			(*encounter.Document)(nil), (*encounter.Drug)(nil), (*encounter.Encounter)(nil), (*encounter.Equipment)(nil),
			(*encounter.FilledAnswer)(nil), (*encounter.FilledForm)(nil), (*encounter.InpatientDecision)(nil),
			(*encounter.Interchange)(nil), (*encounter.Note)(nil), (*encounter.Occurrence)(nil), (*encounter.Orthodontics)(nil),
			(*encounter.Party)(nil), (*encounter.PartyNumber)(nil), (*encounter.Payer)(nil), (*encounter.PayerNumber)(nil),
			(*encounter.Person)(nil), (*encounter.PostalAddress)(nil), (*encounter.Practice)(nil), (*encounter.Procedure)(nil),
			(*encounter.Prosthesis)(nil), (*encounter.Purchase)(nil), (*encounter.Receiver)(nil), (*encounter.RoleNumber)(nil),
			(*encounter.Roles)(nil), (*encounter.ScreenReferral)(nil), (*encounter.Service)(nil), (*encounter.ServiceDates)(nil),
			(*encounter.ServiceDecision)(nil), (*encounter.Span)(nil), (*encounter.Stay)(nil), (*encounter.Submitter)(nil),
			(*encounter.Test)(nil), (*encounter.Tooth)(nil), (*encounter.Transport)(nil), (*encounter.Value)(nil),
			(*encounter.Vision)(nil),
		},
	})
}
