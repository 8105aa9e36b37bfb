// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// Rules for claims of all kinds about payers, provider numbers, authorizations
// and the first diagnosis.

func furtherRules() []Rule {
	return []Rule{
		{ID: "837-SUB-16", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: casualtyHasNumber,
			Title: "a claim to a workers' compensation or car insurance has no number of the case", Fix: "give the insurer's number of the accident"},
		{ID: "837-PRV-06", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: payToDiffers,
			Title: "payment goes to the billing provider's own address", Fix: "leave the address out where payment goes to the provider's own"},
		{ID: "837-PRV-07", SNIP: 4, Severity: isError, Sets: allKinds, Check: payToPlanIsSubrogation,
			Title: "a plan asks for payment, and the claim is no subrogation, or the plan's tax number or its payment is missing", Fix: "give a pay-to plan in subrogation only, with tax number and the amount that it paid"},
		{ID: "837-PRV-17", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: noUPINBesideNPI,
			Title: "a provider with an NPI has a UPIN, too", Fix: "leave the UPIN out"},
		{ID: "837-CLM-12", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: authorizationsAreNumbers,
			Title: "authorization and referral have the same number, or a number begins with the name of its field", Fix: "give the payer's number alone, as the one or the other"},
		{ID: "837-DX-05", SNIP: 5, Severity: isError, Sets: allKinds, Check: firstDiagnosisCanBeFirst,
			Title: "an external cause is the first diagnosis", Fix: "give the injury or illness first"},
	}
}

func casualtyHasNumber(c *Claim, r *report) {
	s := c.Subscriber
	if s == nil || s.FilingIndicator != FilingWorkersComp && s.FilingIndicator != FilingAutoMedical {
		return
	}
	at := "subscriber.casualtyClaim"
	number := s.CasualtyClaim
	if c.Patient != nil && number == "" {
		at, number = "patient.casualtyClaim", c.Patient.CasualtyClaim
	}
	if number == "" {
		find(r, at, "")
	}
}

func payToDiffers(c *Claim, r *report) {
	if b := c.BillingProvider; b != nil && b.PayTo != nil && b.PayTo.Address == b.Address {
		find(r, "billingProvider.payTo.address|.line1", "")
	}
}

func payToPlanIsSubrogation(c *Claim, r *report) {
	b := c.BillingProvider
	if b == nil || b.PayToPlan == nil {
		return
	}
	paid := slices.ContainsFunc(c.OtherCoverage, func(o OtherCoverage) bool { return o.Paid.Valid })
	switch {
	case c.Submission != nil && c.Submission.ClaimType != TypeSubrogation:
		find(r, "billingProvider.payToPlan", "")
	case !digits(b.PayToPlan.EIN, 9):
		find(r, "billingProvider.payToPlan.ein", b.PayToPlan.EIN)
	case !paid:
		find(r, "otherCoverage", "")
	}
}

func noUPINBesideNPI(c *Claim, r *report) {
	check := func(n *x12.Name, ids []SecondaryID, path string) {
		if !hasNPI(n) {
			return
		}
		for k := range ids {
			if ids[k].Qualifier == ReferenceUPIN {
				find(r, in(path+".secondaryIDs", k, "id"), ids[k].ID)
			}
		}
	}
	if b := c.BillingProvider; b != nil && hasNPI(&b.Name) {
		for k := range b.SecondaryIDs {
			if b.SecondaryIDs[k].Qualifier == ReferenceUPIN {
				find(r, in("billingProvider.secondaryIDs", k, "id"), b.SecondaryIDs[k].ID)
			}
		}
	}
	i := institutional(c)
	for k, p := range [...]*Provider{c.Referring, c.PrimaryCare, c.Rendering, c.Supervising, nil, i.Attending, i.Operating, i.OtherOperating, dental(c).AssistantSurgeon} {
		if p != nil {
			check(&p.Name, p.SecondaryIDs, strings.TrimSuffix(claimSeats[k].path, ".name"))
		}
	}
}

func authorizationsAreNumbers(c *Claim, r *report) {
	if strings.HasPrefix(c.PriorAuthorization, "G1") {
		find(r, "priorAuthorization", c.PriorAuthorization)
	}
	if c.Referral != "" && c.Referring == nil {
		warn(r, "referral", c.Referral, "the claim has a referral, and does not say by whom")
	}
	if c.Referral != "" && (c.Referral == c.PriorAuthorization || strings.HasPrefix(c.Referral, "9F")) {
		find(r, "referral", c.Referral)
	}
}

func firstDiagnosisCanBeFirst(c *Claim, r *report) {
	causes := institutional(c).ExternalCauses
	for k := range causes {
		if v := causes[k].Value; causes[k].Qualifier == DiagnosisExternalCause && icd10Form(v) && (v[0] < 'V' || v[0] > 'Y') {
			inWords(r, isWarning, listCauses.at(k, "value"), v, "a code that is no external cause (V, W, X or Y) is given as one", "give it among the diagnoses")
		}
	}
	if len(c.Diagnoses) == 0 || c.Diagnoses[0].Qualifier != DiagnosisPrincipal || !icd10Form(c.Diagnoses[0].Value) { // 837-DX-03 finds the form
		return
	}
	v := c.Diagnoses[0].Value
	switch {
	case v[0] >= 'V' && v[0] <= 'Y':
		find(r, in("diagnoses", 0, "value"), v)
	case len(v) == 7 && v[6] == 'S':
		warn(r, in("diagnoses", 0, "value"), v, "what an earlier injury left behind is the first diagnosis")
	}
}
