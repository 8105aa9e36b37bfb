// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"github.com/claimwire/claimwire/internal/codec"
)

// What inquiries and responses have in common. Each function is one loop, or one
// segment; the order of its calls is the order of the guide. What only a response
// has, AAA and some more, an inquiry that has it keeps, and validation finds it.

var (
	transactionLoop   = codec.Loop[Transaction]{ID: "HEADER", Tag: codec.BHT, Headless: true, Do: transaction}
	sourceLevelLoop   = codec.Loop[Source]{ID: "2000A", Tag: codec.HL, Qualifiers: "20", QualAt: 3, Do: sourceLevel}
	sourceLoop        = codec.Loop[Source]{ID: "2100A", Tag: codec.NM1, Do: source}
	receiverLevelLoop = codec.Loop[Receiver]{ID: "2000B", Tag: codec.HL, Qualifiers: "21", QualAt: 3, Do: receiverLevel}
	receiverLoop      = codec.Loop[Receiver]{ID: "2100B", Tag: codec.NM1, Do: receiver}
	subscriberLoop    = codec.Loop[Member]{ID: "2100C", Tag: codec.NM1, Qualifiers: "IL", Do: subscriber}
	dependentLoop     = codec.Loop[Member]{ID: "2100D", Tag: codec.NM1, Qualifiers: "03", Do: dependent}
)

// transaction is the head of a set.
func transaction(c *codec.Codec, t *Transaction) {
	c.Rest(&t.Rest)
	if c.Begin(codec.BHT, "") {
		c.Fixed(1, "0022")
		c.Code(2, &t.Purpose)
		c.Text(3, &t.Reference)
		c.Date(4, &t.Date)
		c.Time(5, &t.Time)
		c.Code(6, &t.Type)
		c.End()
	}
}

// sourceLevel is loop 2000A down to the first receiver.
func sourceLevel(c *codec.Codec, s *Source) {
	c.Rest(&s.LevelRest)
	c.HL("20", &s.Level)
	codec.Segs(c, codec.AAA, "", &s.LevelRejections, rejection)
	codec.One(c, s, &sourceLoop)
}

// source is loop 2100A, whatever the role.
func source(c *codec.Codec, s *Source) {
	c.Rest(&s.Rest)
	c.NM1Role("", &s.Role, &s.Name)
	c.Contacts(&s.Contacts)
	codec.Segs(c, codec.AAA, "", &s.Rejections, rejection)
}

// receiverLevel is loop 2000B down to the first subscriber.
func receiverLevel(c *codec.Codec, r *Receiver) {
	c.Rest(&r.LevelRest)
	c.HL("21", &r.Level)
	codec.One(c, r, &receiverLoop)
}

// receiver is loop 2100B, whatever the role.
func receiver(c *codec.Codec, r *Receiver) {
	c.Rest(&r.Rest)
	c.NM1Role("", &r.Role, &r.Name)
	codec.Segs(c, codec.REF, "", &r.IDs, reference)
	c.Address(&r.Address)
	codec.Segs(c, codec.AAA, "", &r.Rejections, rejection)
	codec.Seg(c, codec.PRV, "", &r.Provider, provider)
}

// subscriber is loop 2100C down to what is asked or answered.
func subscriber(c *codec.Codec, m *Member) {
	c.Rest(&m.Rest)
	c.NM1("IL", &m.Name)
	member(c, m)
}

// dependent is loop 2100D down to what is asked or answered. A dependent has no
// number of their own in the guide.
func dependent(c *codec.Codec, m *Member) {
	c.Rest(&m.Rest)
	c.NM1("03", &m.Name)
	member(c, m)
}

// member is what subscribers and dependents have in common.
func member(c *codec.Codec, m *Member) {
	codec.Segs(c, codec.REF, "", &m.IDs, reference)
	c.Address(&m.Address)
	codec.Segs(c, codec.AAA, "", &m.Rejections, rejection)
	codec.Seg(c, codec.PRV, "", &m.Provider, provider)
	if c.Begin(codec.DMG, "") {
		c.DatePeriod(1, &m.BirthDate)
		c.Code(3, &m.Gender)
		c.End()
	}
	codec.Seg(c, codec.INS, "", &m.Insured, insured)
	c.HICodes("ABK|BK", "ABF|BF", &m.Diagnoses)
	codec.Segs(c, codec.DTP, "", &m.Dates, period)
	codec.Seg(c, codec.MPI, "", &m.Military, militaryService)
}

func insured(c *codec.Codec, i *Insured) {
	c.Code(1, &i.Subscriber)
	c.Code(2, &i.Relationship)
	c.Code(3, &i.Maintenance)
	c.Code(4, &i.Reason)
	c.Int(17, &i.BirthOrder)
}

func militaryService(c *codec.Codec, m *MilitaryService) {
	c.Code(1, &m.Status)
	c.Code(2, &m.Employment)
	c.Code(3, &m.Affiliation)
	c.Text(4, &m.Description)
	c.Code(5, &m.Rank)
	c.Dates(6, &m.From, &m.To)
}

func trace(c *codec.Codec, t *Trace) {
	c.Code(1, &t.Type)
	c.Text(2, &t.Number)
	c.Text(3, &t.OriginatorID)
	c.Text(4, &t.OriginatorSubcode)
}

func reference(c *codec.Codec, r *Reference) {
	c.Code(1, &r.Qualifier)
	c.Text(2, &r.ID)
	c.Text(3, &r.Description)
}

func rejection(c *codec.Codec, r *Rejection) {
	c.Code(1, &r.Valid)
	c.Code(3, &r.Reason)
	c.Code(4, &r.FollowUp)
}

func provider(c *codec.Codec, p *Provider) {
	c.Code(1, &p.Role)
	c.Code(2, &p.IDType)
	c.Text(3, &p.ID)
}

func period(c *codec.Codec, p *Period) {
	c.Code(1, &p.Qualifier)
	c.Dates(2, &p.From, &p.To)
}
