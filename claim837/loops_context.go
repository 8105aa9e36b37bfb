// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/internal/codec"
)

// The loops above the claim. Each function is one loop, or one segment shape
// shared by several; the order of its calls is the order of the guide.

var (
	submitterLoop       = codec.Loop[Submitter]{ID: "1000A", Tag: codec.NM1, Qualifiers: "41", Do: submitter}
	receiverLoop        = codec.Loop[Receiver]{ID: "1000B", Tag: codec.NM1, Qualifiers: "40", Do: receiver}
	billingProviderLoop = codec.Loop[BillingProvider]{ID: "2010AA", Tag: codec.NM1, Qualifiers: "85", Do: billingProvider}
	payToAddressLoop    = codec.Loop[PayToAddress]{ID: "2010AB", Tag: codec.NM1, Qualifiers: "87", Do: payToAddress}
	payToPlanLoop       = codec.Loop[PayToPlan]{ID: "2010AC", Tag: codec.NM1, Qualifiers: "PE", Do: payToPlan}
	subscriberNameLoop  = codec.Loop[Subscriber]{ID: "2010BA", Tag: codec.NM1, Qualifiers: "IL", Do: subscriberName}
	payerLoop           = codec.Loop[Payer]{ID: "2010BB", Tag: codec.NM1, Qualifiers: "PR", Do: payer}
	patientNameLoop     = codec.Loop[Patient]{ID: "2010CA", Tag: codec.NM1, Qualifiers: "QC", Do: patientName}
)

// submission is the head of a transaction set: BHT, 1000A and 1000B.
func submission(c *codec.Codec, s *Submission) {
	c.Rest(&s.Rest)
	if c.Begin(codec.BHT, "") {
		c.Fixed(1, "0019")
		c.Code(2, &s.Purpose)
		c.Text(3, &s.Reference)
		c.Date(4, &s.Date)
		c.Time(5, &s.Time)
		c.Code(6, &s.ClaimType)
		c.End()
	}
	codec.One(c, &s.Submitter, &submitterLoop)
	codec.One(c, &s.Receiver, &receiverLoop)
}

func submitter(c *codec.Codec, s *Submitter) {
	c.Rest(&s.Rest)
	c.NM1("41", &s.Name)
	c.Contacts(&s.Contacts)
}

func receiver(c *codec.Codec, r *Receiver) {
	c.Rest(&r.Rest)
	c.NM1("40", &r.Name)
}

// billingLevel is loop 2000A down to the first subscriber.
func billingLevel(c *codec.Codec, p *BillingProvider) {
	c.Rest(&p.LevelRest)
	c.HL("20", &p.Level)
	taxonomy(c, "BI", &p.Taxonomy)
	if c.Begin(codec.CUR, "85") {
		c.Fixed(1, "85")
		c.Text(2, &p.Currency)
		c.End()
	}
	codec.One(c, p, &billingProviderLoop)
	codec.Opt(c, &p.PayTo, &payToAddressLoop)
	codec.Opt(c, &p.PayToPlan, &payToPlanLoop)
}

// billingProvider is loop 2010AA.
func billingProvider(c *codec.Codec, p *BillingProvider) {
	c.Rest(&p.Rest)
	c.NM1("85", &p.Name)
	c.Address(&p.Address)
	c.REF("EI", &p.EIN)
	c.REF("SY", &p.SSN)
	c.REFs("0B|1G", &p.SecondaryIDs)
	c.Contacts(&p.Contacts)
}

// payToAddress is loop 2010AB.
func payToAddress(c *codec.Codec, p *PayToAddress) {
	c.Rest(&p.Rest)
	c.NM1("87", &p.Name)
	c.Address(&p.Address)
}

// payToPlan is loop 2010AC.
func payToPlan(c *codec.Codec, p *PayToPlan) {
	c.Rest(&p.Rest)
	c.NM1("PE", &p.Name)
	c.Address(&p.Address)
	c.REFs("2U|FY|NF", &p.SecondaryIDs)
	c.REF("EI", &p.EIN)
}

// subscriberLevel is loop 2000B down to the first claim or patient.
func subscriberLevel(c *codec.Codec, s *Subscriber) {
	c.Rest(&s.LevelRest)
	c.HL("22", &s.Level)
	if c.Begin(codec.SBR, "") {
		c.Code(1, &s.Responsibility)
		c.Code(2, &s.Relationship)
		c.Text(3, &s.GroupNumber)
		c.Words(4, &s.GroupName)
		c.Code(5, &s.InsuranceType)
		c.Code(9, &s.FilingIndicator)
		c.End()
	}
	if c.Begin(codec.PAT, "") {
		c.DatePeriod(5, &s.DeathDate)
		c.Unit(7, "01", &s.Weight)
		c.Bool(9, &s.Pregnant, "Y")
		c.End()
	}
	codec.One(c, s, &subscriberNameLoop)
	codec.One(c, &s.Payer, &payerLoop)
}

// subscriberName is loop 2010BA.
func subscriberName(c *codec.Codec, s *Subscriber) {
	c.Rest(&s.Rest)
	c.NM1("IL", &s.Name)
	c.Address(&s.Address)
	if c.Begin(codec.DMG, "") {
		c.DatePeriod(1, &s.BirthDate)
		c.Code(3, &s.Gender)
		c.End()
	}
	c.REF("SY", &s.SSN)
	c.REF("Y4", &s.CasualtyClaim)
	c.Contact(&s.Contact)
}

// payer is loop 2010BB.
func payer(c *codec.Codec, p *Payer) {
	c.Rest(&p.Rest)
	c.NM1("PR", &p.Name)
	c.Address(&p.Address)
	c.REFs("2U|EI|FY|NF", &p.SecondaryIDs)
	c.REFs("G2|LU", &p.BillingProviderIDs)
}

// patientLevel is loop 2000C down to the first claim.
func patientLevel(c *codec.Codec, p *Patient) {
	c.Rest(&p.LevelRest)
	c.HL("23", &p.Level)
	if c.Begin(codec.PAT, "") {
		c.Code(1, &p.Relationship)
		c.DatePeriod(5, &p.DeathDate)
		c.Unit(7, "01", &p.Weight)
		c.Bool(9, &p.Pregnant, "Y")
		c.End()
	}
	codec.One(c, p, &patientNameLoop)
}

// patientName is loop 2010CA.
func patientName(c *codec.Codec, p *Patient) {
	c.Rest(&p.Rest)
	c.NM1("QC", &p.Name)
	c.Address(&p.Address)
	if c.Begin(codec.DMG, "") {
		c.DatePeriod(1, &p.BirthDate)
		c.Code(3, &p.Gender)
		c.End()
	}
	c.REF("Y4", &p.CasualtyClaim)
	c.REF("1W", &p.MemberID)
	c.REF("SY", &p.SSN)
	c.Contact(&p.Contact)
}
