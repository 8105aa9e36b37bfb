// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// The 837I. What it has in common with the 837P has its functions there.

var (
	attendingLoop              = codec.Loop[Provider]{ID: "2310A", Tag: codec.NM1, Qualifiers: "71", Do: attending}
	operatingLoop              = codec.Loop[Provider]{ID: "2310B", Tag: codec.NM1, Qualifiers: "72", Do: plainProvider("72", "0B|1G|G2|LU")}
	otherOperatingLoop         = codec.Loop[Provider]{ID: "2310C", Tag: codec.NM1, Qualifiers: "ZZ", Do: plainProvider("ZZ", "0B|1G|G2|LU")}
	institutionalRenderingLoop = codec.Loop[Provider]{ID: "2310D", Tag: codec.NM1, Qualifiers: "82", Do: rendering}
	institutionalFacilityLoop  = codec.Loop[Facility]{ID: "2310E", Tag: codec.NM1, Qualifiers: "77", Do: facility}
	institutionalReferringLoop = codec.Loop[Provider]{ID: "2310F", Tag: codec.NM1, Qualifiers: "DN", Do: referring}
	institutionalCoverageLoop  = codec.Loop[OtherCoverage]{ID: "2320", Tag: codec.SBR, Do: institutionalCoverage}
	institutionalLineLoop      = codec.Loop[ServiceLine]{ID: "2400", Tag: codec.LX, Do: institutionalLine}
)

// institutionalClaim is loop 2300 of the 837I.
func institutionalClaim(c *codec.Codec, v *Claim) {
	c.Rest(&v.Rest)
	i := codec.Part(c, &v.Institutional)
	if c.Begin(codec.CLM, "") {
		c.Text(1, &v.ID)
		c.Amount(2, &v.Charge)
		c.CodeComp(5, 1, &i.FacilityType)
		c.FixedComp(5, 2, "A")
		c.CodeComp(5, 3, &v.Frequency)
		c.Code(7, &v.Assignment)
		c.Code(8, &v.BenefitsAssigned)
		c.Code(9, &v.ReleaseOfInformation)
		c.Code(20, &v.DelayReason)
		c.End()
	}
	c.DTPTime("096", &i.DischargeHour)
	c.DTPRange("434", &i.Statement)
	c.DTPMoment("435", &v.Admission, &i.AdmissionHour)
	c.DTP("050", &v.RepricerReceived)
	if c.Begin(codec.CL1, "") {
		c.Code(1, &i.AdmissionType)
		c.Code(2, &i.AdmissionSource)
		c.Code(3, &i.PatientStatus)
		c.End()
	}
	codec.Segs(c, codec.PWK, "", &v.Attachments, attachment)
	codec.Seg(c, codec.CN1, "", &v.Contract, contract)
	c.AMT("F3", &i.EstimatedDue)
	c.REF("4N", &v.ServiceAuthorizationException)
	c.REF("9F", &v.Referral)
	c.REF("G1", &v.PriorAuthorization)
	c.REF("F8", &v.PayerClaimControlNumber)
	c.REF("9A", &v.RepricedClaim)
	c.REF("9C", &v.AdjustedRepricedClaim)
	c.REFList("LX", &v.DeviceExemptions)
	c.REF("D9", &v.IntermediaryClaim)
	c.REF("LU", &v.AccidentState)
	c.REF("EA", &v.MedicalRecord)
	c.REF("P4", &v.DemonstrationProject)
	c.REF("G4", &i.PeerReviewApproval)
	c.K3(&v.FileInformation)
	codec.Segs(c, codec.NTE, "", &v.Notes, note)
	codec.Seg(c, codec.CRC, "ZZ", &v.EPSDTReferral, epsdtReferral)
	institutionalCodes(c, v, i)
	codec.Seg(c, codec.HCP, "", &v.Pricing, pricing)
	codec.Opt(c, &i.Attending, &attendingLoop)
	codec.Opt(c, &i.Operating, &operatingLoop)
	codec.Opt(c, &i.OtherOperating, &otherOperatingLoop)
	codec.Opt(c, &v.Rendering, &institutionalRenderingLoop)
	codec.Opt(c, &v.Facility, &institutionalFacilityLoop)
	codec.Opt(c, &v.Referring, &institutionalReferringLoop)
	codec.Many(c, &v.OtherCoverage, &institutionalCoverageLoop)
	codec.Many(c, &v.Lines, &institutionalLineLoop)
}

// institutionalCodes is the HI segments of loop 2300.
func institutionalCodes(c *codec.Codec, v *Claim, i *InstitutionalClaim) {
	codec.HIHead(c, "ABK|BK", &v.Diagnoses, principal, presentDiagnosis)
	if c.Begin(codec.HI, "ABJ|BJ") {
		c.CodeComp(1, 1, &i.AdmittingDiagnosis.Qualifier)
		c.TextComp(1, 2, &i.AdmittingDiagnosis.Value)
		c.End()
	}
	c.HICodes("APR|PR", "APR|PR", &i.ReasonsForVisit)
	codec.HIs(c, "ABN|BN", "ABN|BN", &i.ExternalCauses, presentDiagnosis, diagnosisParts)
	if c.Begin(codec.HI, "DR") {
		c.FixedComp(1, 1, "DR")
		c.TextComp(1, 2, &i.DRG)
		c.End()
	}
	codec.HITail(c, "ABF|BF", &v.Diagnoses, principal, presentDiagnosis, diagnosisParts)
	codec.Seg(c, codec.HI, "BBR|BR|CAH", &i.PrincipalProcedure, principalProcedure)
	codec.HIs(c, "BBQ|BQ", "BBQ|BQ", &i.OtherProcedures, inpatientProcedure, nil)
	codec.HIs(c, "BI", "BI", &i.OccurrenceSpans, occurrenceSpan, nil)
	codec.HIs(c, "BH", "BH", &i.Occurrences, occurrence, nil)
	codec.HIs(c, "BE", "BE", &i.ValueCodes, valueCode, nil)
	c.HICodes("BG", "BG", &v.ConditionCodes)
	codec.HIs(c, "TC", "TC", &i.TreatmentCodes, treatmentCode, nil)
}

// principal reports whether a diagnosis stands in the segment of the first.
func principal(d *Diagnosis) bool {
	return d.Qualifier == DiagnosisPrincipal || d.Qualifier == DiagnosisPrincipalICD9
}

// presentDiagnosis is a composite of HI with a present-on-admission indicator.
func presentDiagnosis(c *codec.Codec, e int, d *Diagnosis) {
	c.CodeComp(e, 1, &d.Qualifier)
	c.TextComp(e, 2, &d.Value)
	c.CodeComp(e, 9, &d.PresentOnAdmission)
}

func principalProcedure(c *codec.Codec, p *InpatientProcedure) { inpatientProcedure(c, 1, p) }

func inpatientProcedure(c *codec.Codec, e int, p *InpatientProcedure) {
	c.CodeComp(e, 1, &p.Qualifier)
	c.TextComp(e, 2, &p.Code)
	c.DateComp(e, 3, &p.Date)
}

func occurrenceSpan(c *codec.Codec, e int, o *OccurrenceSpan) {
	c.FixedComp(e, 1, "BI")
	c.CodeComp(e, 2, &o.Code)
	c.PeriodComp(e, 3, &o.Period)
}

func occurrence(c *codec.Codec, e int, o *Occurrence) {
	c.FixedComp(e, 1, "BH")
	c.CodeComp(e, 2, &o.Code)
	c.DateComp(e, 3, &o.Date)
}

func valueCode(c *codec.Codec, e int, v *ValueCode) {
	c.FixedComp(e, 1, "BE")
	c.CodeComp(e, 2, &v.Code)
	c.AmountComp(e, 5, &v.Amount)
}

func treatmentCode(c *codec.Codec, e int, v *x12.Code) {
	c.FixedComp(e, 1, "TC")
	c.CodeComp(e, 2, v)
}

// attending is loop 2310A.
func attending(c *codec.Codec, p *Provider) {
	c.Rest(&p.Rest)
	c.NM1("71", &p.Name)
	taxonomy(c, "AT", &p.Taxonomy)
	codec.Segs(c, codec.REF, "0B|1G|G2|LU", &p.SecondaryIDs, secondaryID)
}

// plainProvider is a loop of a name and its secondary identifiers.
func plainProvider(role, qualifiers string) func(*codec.Codec, *Provider) {
	return func(c *codec.Codec, p *Provider) {
		c.Rest(&p.Rest)
		c.NM1(role, &p.Name)
		codec.Segs(c, codec.REF, qualifiers, &p.SecondaryIDs, secondaryID)
	}
}
