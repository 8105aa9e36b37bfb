// SPDX-License-Identifier: Apache-2.0

package eligibility270

import "github.com/claimwire/claimwire/internal/codec"

var (
	subscriberInquiryLoop  = codec.Loop[Inquiry]{ID: "2000C", Tag: codec.HL, Qualifiers: "22", QualAt: 3, Do: subscriberInquiry}
	dependentInquiryLoop   = codec.Loop[Inquiry]{ID: "2000D", Tag: codec.HL, Qualifiers: "23", QualAt: 3, Do: dependentInquiry}
	subscriberQuestionLoop = codec.Loop[Question]{ID: "2110C", Tag: codec.EQ, Do: question}
	dependentQuestionLoop  = codec.Loop[Question]{ID: "2110D", Tag: codec.EQ, Do: question}
)

// subscriberInquiry is loop 2000C down to the first dependent.
func subscriberInquiry(c *codec.Codec, q *Inquiry) {
	m := codec.Part(c, &q.Subscriber)
	c.Rest(&m.LevelRest)
	c.HL("22", &m.Level)
	codec.Segs(c, codec.TRN, "", &q.Traces, trace)
	codec.One(c, m, &subscriberLoop)
	codec.Many(c, &q.Questions, &subscriberQuestionLoop)
}

// dependentInquiry is loop 2000D.
func dependentInquiry(c *codec.Codec, q *Inquiry) {
	m := codec.Part(c, &q.Dependent)
	c.Rest(&m.LevelRest)
	c.HL("23", &m.Level)
	codec.Segs(c, codec.TRN, "", &q.Traces, trace)
	codec.One(c, m, &dependentLoop)
	codec.Many(c, &q.Questions, &dependentQuestionLoop)
}

// question is loops 2110C and 2110D; the guide has the level and the amounts in
// the first only.
func question(c *codec.Codec, q *Question) {
	c.Rest(&q.Rest)
	if c.Begin(codec.EQ, "") {
		c.CodeRepeats(1, &q.ServiceTypes)
		codec.InElements(c, 2, 2, &q.Procedure, askedProcedure)
		c.Code(3, &q.Level)
		c.IntList(5, 4, &q.Diagnoses)
		c.End()
	}
	c.AMT("R", &q.SpendDown)
	c.AMT("PB", &q.SpendDownBilled)
	if c.Begin(codec.III, "ZZ") {
		c.Fixed(1, "ZZ")
		c.Code(2, &q.PlaceOfService)
		c.End()
	}
	codec.Seg(c, codec.REF, "9F|G1", &q.Reference, reference)
	c.DTPRange("291", &q.Date)
}

// askedProcedure is EQ02.
func askedProcedure(c *codec.Codec, p *Procedure) {
	c.CodeComp(2, 1, &p.Qualifier)
	c.TextComp(2, 2, &p.Code)
	c.CodeComps(2, 3, 4, &p.Modifiers)
}
