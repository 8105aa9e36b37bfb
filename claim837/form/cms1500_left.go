// SPDX-License-Identifier: Apache-2.0

package form

import (
	"slices"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
)

// What a CMS-1500 has no box for.

// leftOver1500 reports what the form has no box for.
func (p *paper) leftOver1500(c *claim837.Claim) {
	next := nextPayer(c)
	for i := range c.OtherCoverage {
		if i != next {
			p.find(CodeTooMany, "9", jsonx.At("otherCoverage", i, ""), "")
		}
	}
	if c.Subscriber != nil {
		p.noBox(c.Subscriber.InsuranceType != "", "subscriber.insuranceType")
	}
	for _, f := range [...]struct {
		there bool
		path  string
	}{
		{c.SpecialProgram != "", "specialProgram"}, {c.DelayReason != "", "delayReason"}, {c.Contract != nil, "contract"},
		{!c.Disability.IsZero() && !(c.DisabilityFrom.IsZero() && c.DisabilityTo.IsZero()), "disabilityFrom"},
		{c.LastWorked != 0, "lastWorked"}, {c.ReturnToWork != 0, "returnToWork"}, {c.RepricerReceived != 0, "repricerReceived"},
		{c.ServiceAuthorizationException != "", "serviceAuthorizationException"}, {c.MedicareCrossover != "", "medicareCrossover"},
		{c.RepricedClaim != "", "repricedClaim"}, {c.AdjustedRepricedClaim != "", "adjustedRepricedClaim"},
		{c.IntermediaryClaim != "", "intermediaryClaim"}, {c.MedicalRecord != "", "medicalRecord"}, {c.DemonstrationProject != "", "demonstrationProject"},
		{c.Ambulance != nil, "ambulance"}, {c.SpinalManipulation != nil, "spinalManipulation"},
		{len(c.AmbulanceCertifications) > 0, "ambulanceCertifications"}, {len(c.VisionCertifications) > 0, "visionCertifications"},
		{c.Homebound, "homebound"}, {len(c.AnesthesiaProcedures) > 0, "anesthesiaProcedures"}, {c.Pricing != nil, "pricing"},
		{c.PrimaryCare != nil, "primaryCare"}, {c.PickUp != nil, "pickUp"}, {c.DropOff != nil, "dropOff"},
	} {
		p.noBox(f.there, f.path)
	}
	if b := c.BillingProvider; b != nil {
		p.noBox(b.PayTo != nil, "billingProvider.payTo")
	}
	if c.Patient != nil {
		p.noBox(c.Patient.MemberID != "", "patient.memberID")
	}
	screened := slices.ContainsFunc(c.Lines, func(l claim837.ServiceLine) bool { return l.EPSDT })
	p.noBox(c.EPSDTReferral != nil && !screened, "epsdtReferral")
	for i := range c.OtherCoverage {
		o := &c.OtherCoverage[i]
		p.noBox(o.Payer.PriorAuthorization != "", jsonx.At("otherCoverage", i, "payer.priorAuthorization"))
		p.noBox(o.Payer.Referral != "", jsonx.At("otherCoverage", i, "payer.referral"))
		p.noBox(o.Billing != nil, jsonx.At("otherCoverage", i, "billing"))
	}
	p.leftOver(c)
	for i := range c.Lines {
		p.leftOverLine(&c.Lines[i], func(field string) string { return jsonx.At("lines", i, field) })
	}
}

// leftOverLine reports what the form has no box for in a line.
func (p *paper) leftOverLine(l *claim837.ServiceLine, at func(string) string) {
	for _, f := range [...]struct {
		there bool
		field string
	}{
		{l.CopayExempt, "copayExempt"}, {l.Equipment != nil, "equipment"}, {len(l.Attachments) > 0, "attachments"},
		{l.CertificateTransmission != "", "certificateTransmission"}, {l.Ambulance != nil, "ambulance"},
		{l.EquipmentCertification != nil, "equipmentCertification"}, {len(l.AmbulanceCertifications) > 0, "ambulanceCertifications"},
		{l.HospiceEmployee != "", "hospiceEmployee"}, {l.EquipmentConditions != nil, "equipmentConditions"},
		{l.Prescription != 0, "prescription"}, {l.Recertification != 0, "recertification"}, {l.BeginTherapy != 0, "beginTherapy"},
		{l.LastCertified != 0, "lastCertified"}, {l.LastSeen != 0, "lastSeen"}, {l.HemoglobinTest != 0, "hemoglobinTest"},
		{l.CreatinineTest != 0, "creatinineTest"}, {l.Shipped != 0, "shipped"}, {l.LastXRay != 0, "lastXRay"}, {l.InitialTreatment != 0, "initialTreatment"},
		{l.AmbulancePatients.Valid, "ambulancePatients"}, {l.ObstetricUnits.Valid, "obstetricUnits"}, {len(l.TestResults) > 0, "testResults"},
		{l.Contract != nil, "contract"}, {len(l.PriorAuthorizations) > 0, "priorAuthorizations"}, {len(l.Referrals) > 0, "referrals"},
		{l.RepricedLine != "", "repricedLine"}, {l.AdjustedRepricedLine != "", "adjustedRepricedLine"},
		{l.MammographyCertification != "", "mammographyCertification"}, {l.CLIA != "", "clia"}, {l.ReferringCLIA != "", "referringCLIA"},
		{l.ImmunizationBatch != "", "immunizationBatch"}, {l.SalesTax.Valid, "salesTax"}, {l.Postage.Valid, "postage"},
		{len(l.FileInformation) > 0, "fileInformation"}, {l.ThirdPartyNote != "", "thirdPartyNote"}, {l.Pricing != nil, "pricing"},
		{l.Purchased != nil, "purchased"}, {l.Facility != nil, "facility"}, {l.Supervising != nil, "supervising"}, {l.Referring != nil, "referring"},
		{l.PrimaryCare != nil, "primaryCare"}, {l.PickUp != nil, "pickUp"}, {l.DropOff != nil, "dropOff"},
		{len(l.Forms) > 0, "forms"},
		{l.Drug != nil && (l.Drug.PrescriptionNumber != "" || l.Drug.CompoundLink != ""), "drug.prescriptionNumber"},
	} {
		if f.there {
			p.noBox(true, at(f.field))
		}
	}
}
