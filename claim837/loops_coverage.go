// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/internal/codec"

var (
	otherSubscriberLoop  = codec.Loop[OtherSubscriber]{ID: "2330A", Tag: codec.NM1, Qualifiers: "IL", Do: otherSubscriber}
	otherPayerLoop       = codec.Loop[OtherPayer]{ID: "2330B", Tag: codec.NM1, Qualifiers: "PR", Do: otherPayer}
	otherReferringLoop   = codec.Loop[Provider]{ID: "2330C", Tag: codec.NM1, Qualifiers: "DN", Do: referring}
	otherPrimaryCareLoop = codec.Loop[Provider]{ID: "2330C", Tag: codec.NM1, Qualifiers: "P3", Do: primaryCare}
	otherRenderingLoop   = codec.Loop[Provider]{ID: "2330D", Tag: codec.NM1, Qualifiers: "82", Do: otherRendering}
	otherFacilityLoop    = codec.Loop[Provider]{ID: "2330E", Tag: codec.NM1, Qualifiers: "77", Do: otherFacility}
	otherSupervisingLoop = codec.Loop[Provider]{ID: "2330F", Tag: codec.NM1, Qualifiers: "DQ", Do: supervising}
	otherBillingLoop     = codec.Loop[Provider]{ID: "2330G", Tag: codec.NM1, Qualifiers: "85", Do: otherBilling}
)

// otherCoverage is loop 2320 of the 837P.
func otherCoverage(c *codec.Codec, o *OtherCoverage) {
	c.Rest(&o.Rest)
	otherInsured(c, o)
	c.CAS(&o.Adjustments)
	c.AMT("D", &o.Paid)
	c.AMT("A8", &o.NonCovered)
	c.AMT("EAF", &o.PatientLiability)
	otherInsurance(c, o)
	codec.Seg(c, codec.MOA, "", &o.Outpatient, outpatientAdjudication)
	codec.One(c, &o.Subscriber, &otherSubscriberLoop)
	codec.One(c, &o.Payer, &otherPayerLoop)
	codec.Run(c, codec.NM1, o, otherProviders)
}

// otherProviders is loops 2330C to 2330G.
func otherProviders(c *codec.Codec, o *OtherCoverage) {
	codec.Opt(c, &o.Referring, &otherReferringLoop)
	codec.Opt(c, &o.PrimaryCare, &otherPrimaryCareLoop)
	codec.Opt(c, &o.Rendering, &otherRenderingLoop)
	codec.Opt(c, &o.Facility, &otherFacilityLoop)
	codec.Opt(c, &o.Supervising, &otherSupervisingLoop)
	codec.Opt(c, &o.Billing, &otherBillingLoop)
}

func otherInsured(c *codec.Codec, o *OtherCoverage) {
	if c.Begin(codec.SBR, "") {
		c.Code(1, &o.Responsibility)
		c.Code(2, &o.Relationship)
		c.Text(3, &o.GroupNumber)
		c.Words(4, &o.GroupName)
		c.Code(5, &o.InsuranceType)
		c.Code(9, &o.FilingIndicator)
		c.End()
	}
}

func otherInsurance(c *codec.Codec, o *OtherCoverage) {
	if c.Begin(codec.OI, "") {
		c.Code(3, &o.BenefitsAssigned)
		c.Code(4, &o.PatientSignatureSource)
		c.Code(6, &o.ReleaseOfInformation)
		c.End()
	}
}

func outpatientAdjudication(c *codec.Codec, m *OutpatientAdjudication) {
	c.NullAmount(1, &m.ReimbursementRate)
	c.NullAmount(2, &m.HCPCSPayable)
	c.CodeList(3, 5, &m.Remarks)
	c.NullAmount(8, &m.ESRDPayment)
	c.NullAmount(9, &m.NonPayableProfessional)
}

// otherSubscriber is loop 2330A.
func otherSubscriber(c *codec.Codec, s *OtherSubscriber) {
	c.Rest(&s.Rest)
	c.NM1("IL", &s.Name)
	c.Address(&s.Address)
	c.REFPair("SY", &s.SSN, &s.SSN2)
}

// otherPayer is loop 2330B.
func otherPayer(c *codec.Codec, p *OtherPayer) {
	c.Rest(&p.Rest)
	c.NM1("PR", &p.Name)
	c.Address(&p.Address)
	c.DTP("573", &p.PaidDate)
	c.REFs("2U|EI|FY|NF", &p.SecondaryIDs)
	c.REF("G1", &p.PriorAuthorization)
	c.REF("9F", &p.Referral)
	if c.Begin(codec.REF, "T4") {
		c.Fixed(1, "T4")
		c.Bool(2, &p.Adjusted, "Y")
		c.End()
	}
	c.REF("G3", &p.Predetermination)
	c.REF("F8", &p.ClaimControlNumber)
}

// otherRendering is loop 2330D.
func otherRendering(c *codec.Codec, p *Provider) {
	c.Rest(&p.Rest)
	c.NM1("82", &p.Name)
	codec.Segs(c, codec.REF, "0B|1G|G2|LU", &p.SecondaryIDs, secondaryID)
}

// otherFacility is loop 2330E.
func otherFacility(c *codec.Codec, p *Provider) {
	c.Rest(&p.Rest)
	c.NM1("77", &p.Name)
	codec.Segs(c, codec.REF, "0B|G2|LU", &p.SecondaryIDs, secondaryID)
}

// otherBilling is loop 2330G.
func otherBilling(c *codec.Codec, p *Provider) {
	c.Rest(&p.Rest)
	c.NM1("85", &p.Name)
	codec.Segs(c, codec.REF, "G2|LU", &p.SecondaryIDs, secondaryID)
}
