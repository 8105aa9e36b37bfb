// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/internal/codec"

var (
	lineOperatingLoop              = codec.Loop[Provider]{ID: "2420A", Tag: codec.NM1, Qualifiers: "72", Do: plainProvider("72", "0B|1G|G2|LU")}
	lineOtherOperatingLoop         = codec.Loop[Provider]{ID: "2420B", Tag: codec.NM1, Qualifiers: "ZZ", Do: plainProvider("ZZ", "0B|1G|G2|LU")}
	institutionalLineRenderingLoop = codec.Loop[Provider]{ID: "2420C", Tag: codec.NM1, Qualifiers: "82", Do: rendering}
	institutionalLineReferringLoop = codec.Loop[Provider]{ID: "2420D", Tag: codec.NM1, Qualifiers: "DN", Do: referring}

	otherAttendingLoop              = codec.Loop[Provider]{ID: "2330C", Tag: codec.NM1, Qualifiers: "71", Do: plainProvider("71", "0B|1G|G2|LU")}
	otherOperatingPhysicianLoop     = codec.Loop[Provider]{ID: "2330D", Tag: codec.NM1, Qualifiers: "72", Do: plainProvider("72", "0B|1G|G2|LU")}
	otherOtherOperatingLoop         = codec.Loop[Provider]{ID: "2330E", Tag: codec.NM1, Qualifiers: "ZZ", Do: plainProvider("ZZ", "0B|1G|G2|LU")}
	institutionalOtherFacilityLoop  = codec.Loop[Provider]{ID: "2330F", Tag: codec.NM1, Qualifiers: "77", Do: otherFacility}
	institutionalOtherRenderingLoop = codec.Loop[Provider]{ID: "2330G", Tag: codec.NM1, Qualifiers: "82", Do: otherRendering}
	institutionalOtherReferringLoop = codec.Loop[Provider]{ID: "2330H", Tag: codec.NM1, Qualifiers: "DN", Do: referring}
	institutionalOtherBillingLoop   = codec.Loop[Provider]{ID: "2330I", Tag: codec.NM1, Qualifiers: "85", Do: otherBilling}
)

// institutionalLine is loop 2400 of the 837I.
func institutionalLine(c *codec.Codec, l *ServiceLine) {
	c.Rest(&l.Rest)
	c.LX(&l.Number)
	if c.Begin(codec.SV2, "") {
		c.Text(1, &l.RevenueCode)
		procedure(c, 2, &l.Procedure)
		c.Amount(3, &l.Charge)
		c.Code(4, &l.Unit)
		c.Amount(5, &l.Units)
		codec.InElements(c, 6, 7, &l.Institutional, lineAmounts)
		c.End()
	}
	codec.Segs(c, codec.PWK, "", &l.Attachments, attachment)
	c.DTPRange("472", &l.Date)
	c.REF("6R", &l.ControlNumber)
	c.REF("9B", &l.RepricedLine)
	c.REF("9D", &l.AdjustedRepricedLine)
	codec.In(c, codec.AMT, &l.Institutional, lineTaxes)
	if c.Begin(codec.NTE, "TPO") {
		c.Fixed(1, "TPO")
		c.Words(2, &l.ThirdPartyNote)
		c.End()
	}
	codec.Seg(c, codec.HCP, "", &l.Pricing, pricing)
	codec.Opt(c, &l.Drug, &drugLoop)
	codec.In(c, codec.NM1, &l.Institutional, lineSurgeons)
	codec.Opt(c, &l.Rendering, &institutionalLineRenderingLoop)
	codec.Opt(c, &l.Referring, &institutionalLineReferringLoop)
	codec.Many(c, &l.Adjudications, &adjudicationLoop)
}

// lineAmounts is SV206 and SV207.
func lineAmounts(c *codec.Codec, l *InstitutionalLine) {
	c.NullAmount(6, &l.Rate)
	c.NullAmount(7, &l.NonCovered)
}

func lineTaxes(c *codec.Codec, l *InstitutionalLine) {
	c.AMT("GT", &l.ServiceTax)
	c.AMT("N8", &l.FacilityTax)
}

func lineSurgeons(c *codec.Codec, l *InstitutionalLine) {
	codec.Opt(c, &l.Operating, &lineOperatingLoop)
	codec.Opt(c, &l.OtherOperating, &lineOtherOperatingLoop)
}

// institutionalCoverage is loop 2320 of the 837I.
func institutionalCoverage(c *codec.Codec, o *OtherCoverage) {
	c.Rest(&o.Rest)
	otherInsured(c, o)
	c.CAS(&o.Adjustments)
	c.AMT("D", &o.Paid)
	c.AMT("EAF", &o.PatientLiability)
	c.AMT("A8", &o.NonCovered)
	otherInsurance(c, o)
	codec.Seg(c, codec.MIA, "", &o.Inpatient, inpatientAdjudication)
	codec.Seg(c, codec.MOA, "", &o.Outpatient, outpatientAdjudication)
	codec.One(c, &o.Subscriber, &otherSubscriberLoop)
	codec.One(c, &o.Payer, &otherPayerLoop)
	codec.Opt(c, &o.Attending, &otherAttendingLoop)
	codec.Opt(c, &o.Operating, &otherOperatingPhysicianLoop)
	codec.Opt(c, &o.OtherOperating, &otherOtherOperatingLoop)
	codec.Opt(c, &o.Facility, &institutionalOtherFacilityLoop)
	codec.Opt(c, &o.Rendering, &institutionalOtherRenderingLoop)
	codec.Opt(c, &o.Referring, &institutionalOtherReferringLoop)
	codec.Opt(c, &o.Billing, &institutionalOtherBillingLoop)
}

func inpatientAdjudication(c *codec.Codec, m *InpatientAdjudication) {
	c.Amount(1, &m.CoveredDays)
	c.NullAmount(3, &m.PsychiatricDays)
	c.NullAmount(4, &m.DRGAmount)
	c.CodeList(5, 1, &m.Remarks)
	c.NullAmount(6, &m.DisproportionateShare)
	c.NullAmount(7, &m.SecondaryPassThrough)
	c.NullAmount(8, &m.Capital)
	c.NullAmount(9, &m.CapitalFederalDRG)
	c.NullAmount(10, &m.CapitalHospitalDRG)
	c.NullAmount(11, &m.CapitalDisproportionate)
	c.NullAmount(12, &m.OldCapital)
	c.NullAmount(13, &m.CapitalTeaching)
	c.NullAmount(14, &m.OperatingHospitalDRG)
	c.NullAmount(15, &m.CostReportDays)
	c.NullAmount(16, &m.OperatingFederalDRG)
	c.NullAmount(17, &m.CapitalOutlier)
	c.NullAmount(18, &m.Teaching)
	c.NullAmount(19, &m.NonPayableProfessional)
	c.CodeListFrom(1, 20, 4, &m.Remarks)
	c.NullAmount(24, &m.CapitalException)
}
