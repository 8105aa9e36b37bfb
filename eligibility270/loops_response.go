// SPDX-License-Identifier: Apache-2.0

package eligibility270

import "github.com/claimwire/claimwire/internal/codec"

var (
	subscriberResponseLoop = codec.Loop[Response]{ID: "2000C", Tag: codec.HL, Qualifiers: "22", QualAt: 3, Do: subscriberResponse}
	dependentResponseLoop  = codec.Loop[Response]{ID: "2000D", Tag: codec.HL, Qualifiers: "23", QualAt: 3, Do: dependentResponse}
	subscriberBenefitLoop  = codec.Loop[Benefit]{ID: "2110C", Tag: codec.EB, Do: subscriberBenefit}
	dependentBenefitLoop   = codec.Loop[Benefit]{ID: "2110D", Tag: codec.EB, Do: dependentBenefit}
	subscriberFurtherLoop  = codec.Loop[FurtherInfo]{ID: "2115C", Tag: codec.III, Do: furtherInfo}
	dependentFurtherLoop   = codec.Loop[FurtherInfo]{ID: "2115D", Tag: codec.III, Do: furtherInfo}
	subscriberEntityLoop   = codec.Loop[RelatedEntity]{ID: "2120C", Tag: codec.NM1, Do: relatedEntity}
	dependentEntityLoop    = codec.Loop[RelatedEntity]{ID: "2120D", Tag: codec.NM1, Do: relatedEntity}
)

// subscriberResponse is loop 2000C down to the first dependent.
func subscriberResponse(c *codec.Codec, r *Response) {
	m := codec.Part(c, &r.Subscriber)
	c.Rest(&m.LevelRest)
	c.HL("22", &m.Level)
	codec.Segs(c, codec.TRN, "", &r.Traces, trace)
	codec.One(c, m, &subscriberLoop)
	codec.Many(c, &r.Benefits, &subscriberBenefitLoop)
}

// dependentResponse is loop 2000D.
func dependentResponse(c *codec.Codec, r *Response) {
	m := codec.Part(c, &r.Dependent)
	c.Rest(&m.LevelRest)
	c.HL("23", &m.Level)
	codec.Segs(c, codec.TRN, "", &r.Traces, trace)
	codec.One(c, m, &dependentLoop)
	codec.Many(c, &r.Benefits, &dependentBenefitLoop)
}

func subscriberBenefit(c *codec.Codec, b *Benefit) {
	benefit(c, b)
	codec.Many(c, &b.Further, &subscriberFurtherLoop)
	c.Bound(codec.LS, "2120", len(b.Entities), &b.LoopBegin)
	codec.Many(c, &b.Entities, &subscriberEntityLoop)
	c.Bound(codec.LE, "2120", len(b.Entities), &b.LoopEnd)
}

func dependentBenefit(c *codec.Codec, b *Benefit) {
	benefit(c, b)
	codec.Many(c, &b.Further, &dependentFurtherLoop)
	c.Bound(codec.LS, "2120", len(b.Entities), &b.LoopBegin)
	codec.Many(c, &b.Entities, &dependentEntityLoop)
	c.Bound(codec.LE, "2120", len(b.Entities), &b.LoopEnd)
}

// benefit is loops 2110C and 2110D down to 2115.
func benefit(c *codec.Codec, b *Benefit) {
	c.Rest(&b.Rest)
	if c.Begin(codec.EB, "") {
		c.Code(1, &b.Kind)
		c.Code(2, &b.Level)
		c.CodeRepeats(3, &b.ServiceTypes)
		c.Code(4, &b.InsuranceType)
		c.Text(5, &b.Plan)
		c.Code(6, &b.Period)
		c.NullAmount(7, &b.Amount)
		c.NullAmount(8, &b.Percent)
		c.Code(9, &b.QuantityType)
		c.NullAmount(10, &b.Quantity)
		c.Code(11, &b.Authorization)
		c.Code(12, &b.Network)
		codec.InElements(c, 13, 13, &b.Procedure, answeredProcedure)
		c.IntList(14, 4, &b.Diagnoses)
		c.End()
	}
	codec.Segs(c, codec.HSD, "", &b.Deliveries, delivery)
	codec.Segs(c, codec.REF, "", &b.References, reference)
	codec.Segs(c, codec.DTP, "", &b.Dates, period)
	codec.Segs(c, codec.AAA, "", &b.Rejections, rejection)
	codec.Segs(c, codec.MSG, "", &b.Messages, message)
}

// answeredProcedure is EB13.
func answeredProcedure(c *codec.Codec, p *Procedure) {
	c.CodeComp(13, 1, &p.Qualifier)
	c.TextComp(13, 2, &p.Code)
	c.CodeComps(13, 3, 4, &p.Modifiers)
	c.TextComp(13, 8, &p.LastCode)
}

func delivery(c *codec.Codec, d *Delivery) {
	c.Code(1, &d.QuantityType)
	c.NullAmount(2, &d.Quantity)
	c.Code(3, &d.Every)
	c.NullAmount(4, &d.EveryCount)
	c.Code(5, &d.Period)
	c.NullAmount(6, &d.Periods)
	c.Code(7, &d.Pattern)
	c.Code(8, &d.TimeOfDay)
}

func message(c *codec.Codec, s *string) { c.Text(1, s) }

// furtherInfo is loops 2115C and 2115D.
func furtherInfo(c *codec.Codec, f *FurtherInfo) {
	c.Rest(&f.Rest)
	if c.Begin(codec.III, "") {
		c.Code(1, &f.Qualifier)
		c.Text(2, &f.Code)
		c.Code(3, &f.Category)
		c.Text(4, &f.Text)
		c.End()
	}
}

// relatedEntity is loops 2120C and 2120D. Any name below a benefit opens one,
// whatever its role: a payer there is no new source, and an insured person no new
// subscriber.
func relatedEntity(c *codec.Codec, e *RelatedEntity) {
	c.Rest(&e.Rest)
	if c.Begin(codec.NM1, "") {
		c.Code(1, &e.Role)
		c.Code(2, &e.Name.EntityType)
		c.Text(3, &e.Name.Last)
		c.Text(4, &e.Name.First)
		c.Text(5, &e.Name.Middle)
		c.Text(6, &e.Name.Prefix)
		c.Text(7, &e.Name.Suffix)
		c.Code(8, &e.Name.IDType)
		c.Text(9, &e.Name.ID)
		c.Code(10, &e.Relationship)
		c.End()
	}
	if c.Begin(codec.N3, "") {
		c.Text(1, &e.Address.Line1)
		c.Text(2, &e.Address.Line2)
		c.End()
	}
	if c.Begin(codec.N4, "") {
		c.Text(1, &e.Address.City)
		c.Text(2, &e.Address.State)
		c.Text(3, &e.Address.Zip)
		c.Text(4, &e.Address.Country)
		c.Code(5, &e.LocationType)
		c.Text(6, &e.Location)
		c.Text(7, &e.Address.Subdivision)
		c.End()
	}
	c.Contacts(&e.Contacts)
	codec.Seg(c, codec.PRV, "", &e.Provider, provider)
}
