// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/internal/codec"

// The 837D. What it has in common with the 837P has its functions there.

var (
	dentalReferringLoop   = codec.Loop[Provider]{ID: "2310A", Tag: codec.NM1, Qualifiers: "DN", Do: dentalReferring("DN")}
	dentalPrimaryCareLoop = codec.Loop[Provider]{ID: "2310A", Tag: codec.NM1, Qualifiers: "P3", Do: dentalReferring("P3")}
	assistantSurgeonLoop  = codec.Loop[Provider]{ID: "2310D", Tag: codec.NM1, Qualifiers: "DD", Do: assistantSurgeon}
	dentalSupervisingLoop = codec.Loop[Provider]{ID: "2310E", Tag: codec.NM1, Qualifiers: "DQ", Do: supervising}
	dentalCoverageLoop    = codec.Loop[OtherCoverage]{ID: "2320", Tag: codec.SBR, Do: dentalCoverage}
	dentalLineLoop        = codec.Loop[ServiceLine]{ID: "2400", Tag: codec.LX, Do: dentalLine}

	lineAssistantSurgeonLoop  = codec.Loop[Provider]{ID: "2420B", Tag: codec.NM1, Qualifiers: "DD", Do: assistantSurgeon}
	dentalLineSupervisingLoop = codec.Loop[Provider]{ID: "2420C", Tag: codec.NM1, Qualifiers: "DQ", Do: supervising}
	dentalLineFacilityLoop    = codec.Loop[Facility]{ID: "2420D", Tag: codec.NM1, Qualifiers: "77", Do: dentalLineFacility}

	dentalOtherReferringLoop   = codec.Loop[Provider]{ID: "2330C", Tag: codec.NM1, Qualifiers: "DN", Do: plainProvider("DN", "0B|1G|G2|LU")}
	dentalOtherPrimaryCareLoop = codec.Loop[Provider]{ID: "2330C", Tag: codec.NM1, Qualifiers: "P3", Do: plainProvider("P3", "0B|1G|G2|LU")}
	dentalOtherSupervisingLoop = codec.Loop[Provider]{ID: "2330E", Tag: codec.NM1, Qualifiers: "DQ", Do: supervising}
	dentalOtherBillingLoop     = codec.Loop[Provider]{ID: "2330F", Tag: codec.NM1, Qualifiers: "85", Do: otherBilling}
	dentalOtherFacilityLoop    = codec.Loop[Provider]{ID: "2330G", Tag: codec.NM1, Qualifiers: "77", Do: otherFacility}
	otherAssistantSurgeonLoop  = codec.Loop[Provider]{ID: "2330H", Tag: codec.NM1, Qualifiers: "DD", Do: plainProvider("DD", "0B|1G|G2|LU")}
)

// dentalClaim is loop 2300 of the 837D.
func dentalClaim(c *codec.Codec, v *Claim) {
	c.Rest(&v.Rest)
	d := codec.Part(c, &v.Dental)
	if c.Begin(codec.CLM, "") {
		c.Text(1, &v.ID)
		c.Amount(2, &v.Charge)
		c.CodeComp(5, 1, &v.PlaceOfService)
		c.FixedComp(5, 2, "B")
		c.CodeComp(5, 3, &v.Frequency)
		c.Code(6, &v.ProviderSignature)
		c.Code(7, &v.Assignment)
		c.Code(8, &v.BenefitsAssigned)
		c.Code(9, &v.ReleaseOfInformation)
		c.CodeComps(11, 1, 2, &v.RelatedCauses)
		c.TextComp(11, 4, &v.AccidentState)
		c.TextComp(11, 5, &v.AccidentCountry)
		c.Code(12, &v.SpecialProgram)
		c.Bool(19, &d.Predetermination, "PB")
		c.Code(20, &v.DelayReason)
		c.End()
	}
	c.DTP("439", &v.Accident)
	c.DTP("452", &d.AppliancePlacement)
	c.DTPRange("472", &d.Service)
	c.DTP("050", &v.RepricerReceived)
	codec.Seg(c, codec.DN1, "", &d.Orthodontics, orthodontics)
	codec.Segs(c, codec.DN2, "", &d.Teeth, toothStatus)
	codec.Segs(c, codec.PWK, "", &v.Attachments, attachment)
	codec.Seg(c, codec.CN1, "", &v.Contract, contract)
	c.AMT("F5", &v.PatientPaid)
	c.REF("G3", &d.PredeterminationID)
	c.REF("4N", &v.ServiceAuthorizationException)
	c.REF("F8", &v.PayerClaimControlNumber)
	c.REF("9F", &v.Referral)
	c.REF("G1", &v.PriorAuthorization)
	c.REF("9A", &v.RepricedClaim)
	c.REF("9C", &v.AdjustedRepricedClaim)
	c.REF("D9", &v.IntermediaryClaim)
	c.K3(&v.FileInformation)
	codec.Segs(c, codec.NTE, "", &v.Notes, note)
	codec.HIs(c, "ABK|BK|TQ", "ABF|BF|TQ", &v.Diagnoses, diagnosis, diagnosisParts)
	codec.Seg(c, codec.HCP, "", &v.Pricing, pricing)
	codec.Opt(c, &v.Referring, &dentalReferringLoop)
	codec.Opt(c, &v.PrimaryCare, &dentalPrimaryCareLoop)
	codec.Opt(c, &v.Rendering, &renderingLoop)
	codec.Opt(c, &v.Facility, &facilityLoop)
	codec.Opt(c, &d.AssistantSurgeon, &assistantSurgeonLoop)
	codec.Opt(c, &v.Supervising, &dentalSupervisingLoop)
	codec.Many(c, &v.OtherCoverage, &dentalCoverageLoop)
	codec.Many(c, &v.Lines, &dentalLineLoop)
}

func orthodontics(c *codec.Codec, o *Orthodontics) {
	c.NullAmount(1, &o.Months)
	c.NullAmount(2, &o.MonthsRemaining)
	c.Bool(4, &o.Treatment, "Y")
}

func toothStatus(c *codec.Codec, t *ToothStatus) {
	c.Text(1, &t.Tooth)
	c.Code(2, &t.Status)
	c.Fixed(6, "JP")
}

// dentalReferring is loop 2310A.
func dentalReferring(role string) func(*codec.Codec, *Provider) {
	return func(c *codec.Codec, p *Provider) {
		c.Rest(&p.Rest)
		c.NM1(role, &p.Name)
		taxonomy(c, "RF", &p.Taxonomy)
		codec.Segs(c, codec.REF, "0B|1G|G2", &p.SecondaryIDs, secondaryID)
	}
}

// assistantSurgeon is loops 2310D and 2420B.
func assistantSurgeon(c *codec.Codec, p *Provider) {
	c.Rest(&p.Rest)
	c.NM1("DD", &p.Name)
	taxonomy(c, "AS", &p.Taxonomy)
	codec.Segs(c, codec.REF, "0B|1G|G2|LU", &p.SecondaryIDs, secondaryID)
}

// dentalLine is loop 2400 of the 837D.
func dentalLine(c *codec.Codec, l *ServiceLine) {
	c.Rest(&l.Rest)
	c.LX(&l.Number)
	if c.Begin(codec.SV3, "") {
		procedure(c, 1, &l.Procedure)
		c.Amount(2, &l.Charge)
		c.Code(3, &l.PlaceOfService)
		codec.InElements(c, 4, 5, &l.Dental, oralCavity)
		c.NonZero(6, &l.Units)
		c.IntList(11, 4, &l.DiagnosisPointers)
		c.End()
	}
	codec.In(c, codec.TOO, &l.Dental, teeth)
	c.DTPRange("472", &l.Date)
	codec.In(c, codec.DTP, &l.Dental, dentalLineDates)
	codec.Seg(c, codec.CN1, "", &l.Contract, contract)
	codec.In(c, codec.REF, &l.Dental, linePredeterminations)
	codec.Segs(c, codec.REF, "G1", &l.PriorAuthorizations, priorAuthorization)
	c.REF("6R", &l.ControlNumber)
	c.REF("9A", &l.RepricedLine)
	c.REF("9C", &l.AdjustedRepricedLine)
	codec.Segs(c, codec.REF, "9F", &l.Referrals, referral)
	c.AMT("T", &l.SalesTax)
	c.K3(&l.FileInformation)
	codec.Seg(c, codec.HCP, "", &l.Pricing, pricing)
	codec.Opt(c, &l.Rendering, &lineRenderingLoop)
	codec.In(c, codec.NM1, &l.Dental, lineAssistantSurgeon)
	codec.Opt(c, &l.Supervising, &dentalLineSupervisingLoop)
	codec.Opt(c, &l.Facility, &dentalLineFacilityLoop)
	codec.Many(c, &l.Adjudications, &adjudicationLoop)
}

// oralCavity is SV304 and SV305.
func oralCavity(c *codec.Codec, l *DentalLine) {
	c.CodeComps(4, 1, 5, &l.OralCavity)
	c.Code(5, &l.Prosthesis)
}

func teeth(c *codec.Codec, l *DentalLine) { codec.Segs(c, codec.TOO, "", &l.Teeth, tooth) }

func tooth(c *codec.Codec, t *Tooth) {
	c.Fixed(1, "JP")
	c.Text(2, &t.Code)
	c.CodeComps(3, 1, 5, &t.Surfaces)
}

func dentalLineDates(c *codec.Codec, l *DentalLine) {
	c.DTP("441", &l.PriorPlacement)
	c.DTP("139", &l.PriorPlacementEstimated)
	c.DTP("452", &l.AppliancePlacement)
	c.DTP("446", &l.Replacement)
	c.DTP("196", &l.TreatmentStart)
	c.DTP("198", &l.TreatmentCompletion)
}

func linePredeterminations(c *codec.Codec, l *DentalLine) {
	codec.Segs(c, codec.REF, "G3", &l.Predeterminations, predetermination)
}

func predetermination(c *codec.Codec, r *PayerReference) {
	c.Fixed(1, "G3")
	c.Text(2, &r.ID)
	c.LabelComp(4, 1, "2U", &r.PayerID)
}

func lineAssistantSurgeon(c *codec.Codec, l *DentalLine) {
	codec.Opt(c, &l.AssistantSurgeon, &lineAssistantSurgeonLoop)
}

// dentalLineFacility is loop 2420D.
func dentalLineFacility(c *codec.Codec, f *Facility) {
	c.Rest(&f.Rest)
	c.NM1("77", &f.Name)
	c.Address(&f.Address)
	codec.Segs(c, codec.REF, "1G|G2|LU", &f.SecondaryIDs, secondaryID)
}

// dentalCoverage is loop 2320 of the 837D.
func dentalCoverage(c *codec.Codec, o *OtherCoverage) {
	c.Rest(&o.Rest)
	otherInsured(c, o)
	c.CAS(&o.Adjustments)
	c.AMT("D", &o.Paid)
	c.AMT("EAF", &o.PatientLiability)
	c.AMT("A8", &o.NonCovered)
	otherInsurance(c, o)
	codec.Seg(c, codec.MOA, "", &o.Outpatient, outpatientAdjudication)
	codec.One(c, &o.Subscriber, &otherSubscriberLoop)
	codec.One(c, &o.Payer, &otherPayerLoop)
	codec.Opt(c, &o.Referring, &dentalOtherReferringLoop)
	codec.Opt(c, &o.PrimaryCare, &dentalOtherPrimaryCareLoop)
	codec.Opt(c, &o.Rendering, &otherRenderingLoop)
	codec.Opt(c, &o.Supervising, &dentalOtherSupervisingLoop)
	codec.Opt(c, &o.Billing, &dentalOtherBillingLoop)
	codec.Opt(c, &o.Facility, &dentalOtherFacilityLoop)
	codec.Opt(c, &o.AssistantSurgeon, &otherAssistantSurgeonLoop)
}
