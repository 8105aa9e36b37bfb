// SPDX-License-Identifier: Apache-2.0

package form

import (
	"strconv"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/internal/jsonx"
)

// The form locators 66 to 81: diagnoses, procedures, physicians, remarks.

// diagnosisBox is a code with its present-on-admission mark.
func (p *paper) diagnosisBox(number, name string, d *claim837.Diagnosis, path string) {
	p.put(number, name, 7, d.Value, path+".value")
	p.put(number, "present on admission", 1, string(d.PresentOnAdmission), path+".presentOnAdmission")
}

func (p *paper) diagnosesUB04(c *claim837.Claim, i *claim837.InstitutionalClaim) {
	if len(c.Diagnoses) > 0 {
		version := "0"
		if claimcode.IsICD9(c.Diagnoses[0].Qualifier) {
			version = "9"
		}
		p.put("66", "ICD version", 1, version, "")
		p.diagnosisBox("67", "principal diagnosis", &c.Diagnoses[0], "diagnoses[0]")
	}
	const others = "ABCDEFGHIJKLMNOPQ"
	for k := 1; k < len(c.Diagnoses); k++ {
		path := jsonx.At("diagnoses", k, "")
		if k > len(others) {
			p.find(CodeTooMany, "67", path, "")
			break
		}
		p.diagnosisBox("67"+others[k-1:k], "other diagnosis", &c.Diagnoses[k], path)
	}
	p.put("69", "admitting diagnosis", 7, i.AdmittingDiagnosis.Value, "institutional.admittingDiagnosis.value")
	p.fill(len(i.ReasonsForVisit), 3, "70", "institutional.reasonsForVisit", func(k int) {
		p.put("70"+"abc"[k:k+1], "patient's reason for visit", 7, i.ReasonsForVisit[k].Value, jsonx.At("institutional.reasonsForVisit", k, "value"))
	})
	p.put("71", "PPS code (DRG)", 4, i.DRG, "institutional.drg")
	p.fill(len(i.ExternalCauses), 3, "72", "institutional.externalCauses", func(k int) {
		p.diagnosisBox("72"+"abc"[k:k+1], "external cause of injury", &i.ExternalCauses[k], jsonx.At("institutional.externalCauses", k, ""))
	})
}

func (p *paper) procedures(i *claim837.InstitutionalClaim) {
	box := func(number, name string, q *claim837.InpatientProcedure, path string) {
		p.put(number, name, 7, q.Code, path+".code")
		p.put(number, "date", 6, slashless(q.Date), path+".date")
	}
	if i.PrincipalProcedure != nil {
		box("74", "principal procedure", i.PrincipalProcedure, "institutional.principalProcedure")
	}
	p.fill(len(i.OtherProcedures), 5, "74", "institutional.otherProcedures", func(k int) {
		box("74"+"abcde"[k:k+1], "other procedure", &i.OtherProcedures[k], jsonx.At("institutional.otherProcedures", k, ""))
	})
}

// physicians are the form locators 76 to 79.
func (p *paper) physicians(c *claim837.Claim, i *claim837.InstitutionalClaim) {
	box := func(number, name, role string, q *claim837.Provider, path string) {
		p.put(number, "role", 2, role, "")
		if q.Name.IDType == claim837.IDTypeNPI {
			p.put(number, name+": NPI", 11, q.Name.ID, path+".name.id")
		}
		p.fill(len(q.SecondaryIDs), 1, number, path+".secondaryIDs", func(k int) {
			p.put(number, name+": id qualifier", 2, string(q.SecondaryIDs[k].Qualifier), "")
			p.put(number, name+": other id", 9, q.SecondaryIDs[k].ID, jsonx.At(path+".secondaryIDs", k, "id"))
		})
		p.put(number, name+": last name", 16, joined(" ", q.Name.Last, q.Name.Suffix), path+".name.last")
		p.put(number, name+": first name", 12, q.Name.First, path+".name.first")
		p.noBox(q.Taxonomy != "", path+".taxonomy")
	}
	if i.Attending != nil {
		box("76", "attending", "", i.Attending, "institutional.attending")
	}
	if i.Operating != nil {
		box("77", "operating", "", i.Operating, "institutional.operating")
	}
	n := 0
	for _, o := range [...]struct {
		role string
		q    *claim837.Provider
		path string
	}{{"ZZ", i.OtherOperating, "institutional.otherOperating"}, {"82", c.Rendering, "rendering"}, {"DN", c.Referring, "referring"}} {
		switch {
		case o.q == nil:
		case n == 2:
			p.find(CodeTooMany, "79", o.path, "")
		default:
			box(strconv.Itoa(78+n), "other", o.role, o.q, o.path)
			n++
		}
	}
}

// remarks is form locator 80: a line of 19 characters and three of 24.
func (p *paper) remarks(c *claim837.Claim) {
	text := spaced(len(c.Notes), func(k int) string { return c.Notes[k].Text })
	p.put("80", "remarks", 19+3*24, text, "notes")
}

// codeCodes is form locator 81: the taxonomy, then what found no box before.
func (p *paper) codeCodes(c *claim837.Claim, more []spare) {
	if b := c.BillingProvider; b != nil && b.Taxonomy != "" {
		more = append([]spare{{"B3", b.Taxonomy, "", "billingProvider.taxonomy"}}, more...)
	}
	for k, s := range more {
		if k == 4 {
			p.find(CodeTooMany, "81", s.path, "")
			break
		}
		number := "81" + "abcd"[k:k+1]
		p.put(number, "qualifier", 2, s.qualifier, "")
		p.put(number, "code", 10, s.code, s.path)
		p.put(number, "value", 12, s.value, s.path)
	}
}

// leftOverUB04 reports what the form has no box for.
func (p *paper) leftOverUB04(c *claim837.Claim, i *claim837.InstitutionalClaim) {
	for _, f := range [...]struct {
		there bool
		path  string
	}{
		{c.PatientPaid.Valid, "patientPaid"}, {c.DelayReason != "", "delayReason"}, {c.SpecialProgram != "", "specialProgram"},
		{len(c.Attachments) > 0, "attachments"}, {c.Contract != nil, "contract"}, {c.Pricing != nil, "pricing"},
		{c.ServiceAuthorizationException != "", "serviceAuthorizationException"}, {c.RepricedClaim != "", "repricedClaim"},
		{c.AdjustedRepricedClaim != "", "adjustedRepricedClaim"}, {len(c.DeviceExemptions) > 0, "deviceExemptions"},
		{c.IntermediaryClaim != "", "intermediaryClaim"}, {c.DemonstrationProject != "", "demonstrationProject"},
		{i.PeerReviewApproval != "", "institutional.peerReviewApproval"}, {len(i.TreatmentCodes) > 0, "institutional.treatmentCodes"},
		{len(c.FileInformation) > 0, "fileInformation"}, {c.EPSDTReferral != nil, "epsdtReferral"}, {c.Facility != nil, "facility"},
	} {
		p.noBox(f.there, f.path)
	}
	p.noBox(c.RepricerReceived != 0, "repricerReceived")
	if b := c.BillingProvider; b != nil {
		p.noBox(len(b.SecondaryIDs) > 0, "billingProvider.secondaryIDs")
	}
	if s := c.Subscriber; s != nil {
		p.noBox(s.CasualtyClaim != "", "subscriber.casualtyClaim")
	}
	if c.Patient != nil {
		p.noBox(c.Patient.CasualtyClaim != "", "patient.casualtyClaim")
	}
	p.leftOver(c)
	for k := range c.Lines {
		l := &c.Lines[k]
		at := func(field string) string { return jsonx.At("lines", k, field) }
		for _, f := range [...]struct {
			there bool
			field string
		}{
			{len(l.Attachments) > 0, "attachments"}, {l.ThirdPartyNote != "", "thirdPartyNote"}, {l.Note != nil, "note"},
			{l.Procedure.Description != "", "procedure.description"}, {l.Pricing != nil, "pricing"},
			{l.RepricedLine != "", "repricedLine"}, {l.AdjustedRepricedLine != "", "adjustedRepricedLine"},
			{l.Rendering != nil, "rendering"}, {l.Referring != nil, "referring"},
			{l.Institutional != nil && l.Institutional.Operating != nil, "institutional.operating"},
			{l.Institutional != nil && l.Institutional.OtherOperating != nil, "institutional.otherOperating"},
			{l.Institutional != nil && (l.Institutional.ServiceTax.Valid || l.Institutional.FacilityTax.Valid), "institutional.serviceTax"},
			{l.Drug != nil && (l.Drug.PrescriptionNumber != "" || l.Drug.CompoundLink != ""), "drug.prescriptionNumber"},
		} {
			if f.there {
				p.noBox(true, at(f.field))
			}
		}
	}
}
