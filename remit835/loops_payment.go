// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"github.com/claimwire/claimwire/internal/codec"
)

var (
	paymentLoop = codec.Loop[ClaimPayment]{ID: "2100", Tag: codec.CLP, Do: claimPayment}
	serviceLoop = codec.Loop[ServicePayment]{ID: "2110", Tag: codec.SVC, Do: servicePayment}
)

// claimPayment is loop 2100. The guide has CLP10 and CLP14 unused; payers send
// them nevertheless, and validation finds them.
func claimPayment(c *codec.Codec, p *ClaimPayment) {
	c.Rest(&p.Rest)
	if c.Begin(codec.CLP, "") {
		c.Text(1, &p.ID)
		c.Code(2, &p.Status)
		c.Amount(3, &p.Charge)
		c.Amount(4, &p.Paid)
		c.NullAmount(5, &p.PatientResponsibility)
		c.Code(6, &p.FilingIndicator)
		c.Text(7, &p.PayerControlNumber)
		c.Code(8, &p.FacilityType)
		c.Code(9, &p.Frequency)
		c.Code(10, &p.PatientStatus)
		c.Text(11, &p.DRG)
		c.NullAmount(12, &p.DRGWeight)
		c.NullAmount(13, &p.DischargeFraction)
		c.Code(14, &p.ConditionResponse)
		c.End()
	}
	codec.FlatList(c, &p.Adjustments, &adjustments)
	c.NM1("QC", &p.Patient)
	c.NM1Opt("IL", &p.Insured)
	c.NM1Opt("74", &p.Corrected)
	c.NM1Opt("82", &p.Rendering)
	c.NM1Opt("TT", &p.Crossover)
	c.NM1Opt("PR", &p.CorrectedPayer)
	c.NM1Opt("GB", &p.OtherSubscriber)
	codec.Seg(c, codec.MIA, "", &p.Inpatient, inpatientAdjudication)
	codec.Seg(c, codec.MOA, "", &p.Outpatient, outpatientAdjudication)
	c.REFs("1L|1W|28|6P|9A|9C|BB|CE|EA|F8|G1|G3|IG|SY", &p.References)
	c.REFs("0B|1A|1B|1C|1D|1G|1H|1J|D3|G2|LU", &p.RenderingIDs)
	c.DTM("232", &p.StatementFrom)
	c.DTM("233", &p.StatementTo)
	c.DTM("036", &p.CoverageExpired)
	c.DTM("050", &p.Received)
	c.ContactsFor("CX", &p.Contacts)
	codec.Segs(c, codec.AMT, "", &p.Amounts, amount)
	codec.Segs(c, codec.QTY, "", &p.Quantities, quantity)
	codec.Many(c, &p.Lines, &serviceLoop)
}

// servicePayment is loop 2110.
func servicePayment(c *codec.Codec, s *ServicePayment) {
	c.Rest(&s.Rest)
	if c.Begin(codec.SVC, "") {
		procedure(c, 1, &s.Procedure)
		c.Amount(2, &s.Charge)
		c.Amount(3, &s.Paid)
		c.Text(4, &s.RevenueCode)
		c.NullAmount(5, &s.Units)
		codec.InElements(c, 6, 6, &s.Submitted, submitted)
		c.NullAmount(7, &s.SubmittedUnits)
		c.End()
	}
	c.DTM("472", &s.Date)
	c.DTM("150", &s.From)
	c.DTM("151", &s.To)
	codec.FlatList(c, &s.Adjustments, &adjustments)
	c.REFs("1S|APC|BB|E9|G1|G3|LU|RB", &s.References)
	c.REF("6R", &s.ControlNumber)
	c.REFs("0B|1A|1B|1C|1D|1G|1H|1J|D3|G2|HPI|SY|TJ", &s.RenderingIDs)
	c.REFList("0K", &s.Policies)
	codec.Segs(c, codec.AMT, "", &s.Amounts, amount)
	codec.Segs(c, codec.QTY, "", &s.Quantities, quantity)
	codec.Segs(c, codec.LQ, "", &s.Remarks, remark)
}

// procedure is the composite of SVC01 and SVC06. A description of the procedure
// that is paid, the guide has unused; validation finds it.
func procedure(c *codec.Codec, e int, p *Procedure) {
	c.CodeComp(e, 1, &p.Qualifier)
	c.TextComp(e, 2, &p.Code)
	c.CodeComps(e, 3, 4, &p.Modifiers)
	c.TextComp(e, 7, &p.Description)
}

func submitted(c *codec.Codec, p *Procedure) { procedure(c, 6, p) }

// adjustments is CAS.
var adjustments = codec.Flat[Adjustment]{
	Tag: codec.CAS, First: 2, Width: 3, Items: 6,
	Head: func(c *codec.Codec, a *Adjustment) { c.Code(1, &a.Group) },
	Item: func(c *codec.Codec, a *Adjustment, e int) {
		c.Code(e, &a.Reason)
		c.Amount(e+1, &a.Amount)
		c.NullAmount(e+2, &a.Quantity)
	},
	Share: func(to, from *Adjustment) { to.Group = from.Group },
	Same:  func(a, b *Adjustment) bool { return a.Group == b.Group },
	Place: func(a *Adjustment) *int { return &a.Place },
}

func amount(c *codec.Codec, a *Amount) {
	c.Code(1, &a.Qualifier)
	c.Amount(2, &a.Amount)
}

func quantity(c *codec.Codec, q *Quantity) {
	c.Code(1, &q.Qualifier)
	c.Amount(2, &q.Quantity)
}

func remark(c *codec.Codec, r *Remark) {
	c.Code(1, &r.List)
	c.Text(2, &r.Code)
}

func inpatientAdjudication(c *codec.Codec, m *InpatientAdjudication) {
	c.Amount(1, &m.CoveredDays)
	c.NullAmount(2, &m.OperatingOutlier)
	c.NullAmount(3, &m.PsychiatricDays)
	c.NullAmount(4, &m.DRG)
	c.Code(5, &m.Remark)
	c.NullAmount(6, &m.DisproportionateShare)
	c.NullAmount(7, &m.MSPPassThrough)
	c.NullAmount(8, &m.Capital)
	c.NullAmount(9, &m.CapitalFederalDRG)
	c.NullAmount(10, &m.CapitalHospitalDRG)
	c.NullAmount(11, &m.CapitalShareDRG)
	c.NullAmount(12, &m.OldCapital)
	c.NullAmount(13, &m.CapitalEducation)
	c.NullAmount(14, &m.OperatingHospitalDRG)
	c.NullAmount(15, &m.CostReportDays)
	c.NullAmount(16, &m.OperatingFederalDRG)
	c.NullAmount(17, &m.CapitalOutlier)
	c.NullAmount(18, &m.IndirectTeaching)
	c.NullAmount(19, &m.NonpayableProfessional)
	c.CodeList(20, 4, &m.MoreRemarks)
	c.NullAmount(24, &m.CapitalException)
}

func outpatientAdjudication(c *codec.Codec, m *OutpatientAdjudication) {
	c.NullAmount(1, &m.ReimbursementRate)
	c.NullAmount(2, &m.HCPCSPayable)
	c.CodeList(3, 5, &m.Remarks)
	c.NullAmount(8, &m.ESRDPayment)
	c.NullAmount(9, &m.NonpayableProfessional)
}
