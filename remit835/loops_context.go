// SPDX-License-Identifier: Apache-2.0

package remit835

import "github.com/claimwire/claimwire/internal/codec"

// What stands around the claim payments. Each function is one loop, or one
// segment; the order of its calls is the order of the guide.

var (
	remittanceLoop = codec.Loop[Remittance]{ID: "HEADER", Tag: codec.BPR, Headless: true, Do: remittance}
	payerLoop      = codec.Loop[Payer]{ID: "1000A", Tag: codec.N1, Qualifiers: "PR", Do: payer}
	payeeLoop      = codec.Loop[Payee]{ID: "1000B", Tag: codec.N1, Qualifiers: "PE", Do: payee}
	headerLoop     = codec.Loop[HeaderNumber]{ID: "2000", Tag: codec.LX, Do: headerNumber}
	summaryLoop    = codec.Loop[Summary]{ID: "SUMMARY", Tag: codec.PLB, Headless: true, Do: summary}
)

// remittance is the head of a transaction set: BPR to 1000B.
func remittance(c *codec.Codec, r *Remittance) {
	c.Rest(&r.Rest)
	if c.Begin(codec.BPR, "") {
		c.Code(1, &r.Handling)
		c.Amount(2, &r.Amount)
		c.Code(3, &r.CreditDebit)
		c.Code(4, &r.Method)
		c.Code(5, &r.Format)
		bankAccount(c, 6, &r.SenderAccount)
		c.Text(10, &r.OriginatorID)
		c.Text(11, &r.OriginatorSubcode)
		bankAccount(c, 12, &r.ReceiverAccount)
		c.Date(16, &r.EffectiveDate)
		c.End()
	}
	if c.Begin(codec.TRN, "1") {
		c.Fixed(1, "1")
		c.Text(2, &r.Trace.Number)
		c.Text(3, &r.Trace.PayerID)
		c.Text(4, &r.Trace.OriginatorSubcode)
		c.End()
	}
	if c.Begin(codec.CUR, "PR") {
		c.Fixed(1, "PR")
		c.Text(2, &r.Currency)
		c.End()
	}
	c.REF("EV", &r.ReceiverID)
	c.REF("F2", &r.Version)
	c.DTM("405", &r.ProductionDate)
	codec.One(c, &r.Payer, &payerLoop)
	codec.One(c, &r.Payee, &payeeLoop)
}

// bankAccount is four elements of BPR.
func bankAccount(c *codec.Codec, e int, b *BankAccount) {
	c.Code(e, &b.BankIDType)
	c.Text(e+1, &b.BankID)
	c.Code(e+2, &b.AccountType)
	c.Text(e+3, &b.Account)
}

func payer(c *codec.Codec, p *Payer) {
	c.Rest(&p.Rest)
	if c.Begin(codec.N1, "PR") {
		c.Fixed(1, "PR")
		c.Text(2, &p.Name)
		c.Code(3, &p.IDType)
		c.Text(4, &p.ID)
		c.End()
	}
	c.Address(&p.Address)
	c.REFs("", &p.SecondaryIDs)
	c.ContactFor("CX", &p.Contact)
	c.ContactsFor("BL", &p.TechnicalContacts)
	if c.Begin(codec.PER, "IC") {
		c.Fixed(1, "IC")
		c.Label(3, "UR", &p.WebSite)
		c.End()
	}
}

func payee(c *codec.Codec, p *Payee) {
	c.Rest(&p.Rest)
	if c.Begin(codec.N1, "PE") {
		c.Fixed(1, "PE")
		c.Text(2, &p.Name)
		c.Code(3, &p.IDType)
		c.Text(4, &p.ID)
		c.End()
	}
	c.Address(&p.Address)
	c.REFs("", &p.SecondaryIDs)
	codec.Seg(c, codec.RDM, "", &p.Delivery, delivery)
}

func delivery(c *codec.Codec, d *Delivery) {
	c.Code(1, &d.Method)
	c.Text(2, &d.Name)
	c.Text(3, &d.Number)
}

// headerNumber is loop 2000 down to the first claim. LX01 is the payer's data,
// which no writer numbers anew.
func headerNumber(c *codec.Codec, h *HeaderNumber) {
	c.Rest(&h.Rest)
	if c.Begin(codec.LX, "") {
		c.Text(1, &h.Number)
		c.End()
	}
	codec.Seg(c, codec.TS3, "", &h.Provider, providerSummary)
	codec.Seg(c, codec.TS2, "", &h.Supplement, providerSupplement)
}

func providerSummary(c *codec.Codec, s *ProviderSummary) {
	c.Text(1, &s.ProviderID)
	c.Code(2, &s.FacilityType)
	c.Date(3, &s.FiscalPeriod)
	c.Amount(4, &s.Claims)
	c.Amount(5, &s.Charge)
	c.NullAmount(13, &s.MSPPayer)
	c.NullAmount(15, &s.NonLabCharge)
	c.NullAmount(17, &s.HCPCSReported)
	c.NullAmount(18, &s.HCPCSPayable)
	c.NullAmount(20, &s.ProfessionalComponent)
	c.NullAmount(21, &s.MSPPatientLiability)
	c.NullAmount(22, &s.PatientReimbursement)
	c.NullAmount(23, &s.PIPClaims)
	c.NullAmount(24, &s.PIPAdjustment)
}

func providerSupplement(c *codec.Codec, s *ProviderSupplement) {
	c.NullAmount(1, &s.DRG)
	c.NullAmount(2, &s.FederalSpecific)
	c.NullAmount(3, &s.HospitalSpecific)
	c.NullAmount(4, &s.DisproportionateShare)
	c.NullAmount(5, &s.Capital)
	c.NullAmount(6, &s.IndirectEducation)
	c.NullAmount(7, &s.OutlierDays)
	c.NullAmount(8, &s.DayOutlier)
	c.NullAmount(9, &s.CostOutlier)
	c.NullAmount(10, &s.AverageStay)
	c.NullAmount(11, &s.Discharges)
	c.NullAmount(12, &s.CostReportDays)
	c.NullAmount(13, &s.CoveredDays)
	c.NullAmount(14, &s.NoncoveredDays)
	c.NullAmount(15, &s.MSPPassThrough)
	c.NullAmount(16, &s.AverageDRGWeight)
	c.NullAmount(17, &s.CapitalFederalDRG)
	c.NullAmount(18, &s.CapitalHospitalDRG)
	c.NullAmount(19, &s.CapitalShareDRG)
}

// summary is what stands after the claims.
func summary(c *codec.Codec, s *Summary) {
	c.Rest(&s.Rest)
	codec.FlatList(c, &s.Adjustments, &providerAdjustments)
}

// providerAdjustments is PLB.
var providerAdjustments = codec.Flat[ProviderAdjustment]{
	Tag: codec.PLB, First: 3, Width: 2, Items: 6,
	Head: func(c *codec.Codec, a *ProviderAdjustment) {
		c.Text(1, &a.ProviderID)
		c.Date(2, &a.FiscalPeriod)
	},
	Item: func(c *codec.Codec, a *ProviderAdjustment, e int) {
		c.CodeComp(e, 1, &a.Reason)
		c.TextComp(e, 2, &a.Reference)
		c.Amount(e+1, &a.Amount)
	},
	Share: func(to, from *ProviderAdjustment) {
		to.ProviderID, to.FiscalPeriod = from.ProviderID, from.FiscalPeriod
	},
	Same: func(a, b *ProviderAdjustment) bool {
		return a.ProviderID == b.ProviderID && a.FiscalPeriod == b.FiscalPeriod
	},
	Place: func(a *ProviderAdjustment) *int { return &a.Place },
}
