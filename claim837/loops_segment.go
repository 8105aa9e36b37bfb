// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// Segment shapes that several loops share, and those with a type of their own.

// taxonomy is PRV with the role of the provider.
func taxonomy(c *codec.Codec, role string, code *string) {
	if c.Begin(codec.PRV, role) {
		c.Fixed(1, role)
		c.Fixed(2, "PXC")
		c.Text(3, code)
		c.End()
	}
}

// secondaryID is REF below a provider. REF04 belongs to loops 2420; elsewhere
// the guide has it unused, and validation finds it.
func secondaryID(c *codec.Codec, s *SecondaryID) {
	c.Code(1, &s.Qualifier)
	c.Text(2, &s.ID)
	c.LabelComp(4, 1, "2U", &s.PayerID)
}

func priorAuthorization(c *codec.Codec, r *PayerReference) {
	c.Fixed(1, "G1")
	c.Text(2, &r.ID)
	c.LabelComp(4, 1, "2U", &r.PayerID)
}

func referral(c *codec.Codec, r *PayerReference) {
	c.Fixed(1, "9F")
	c.Text(2, &r.ID)
	c.LabelComp(4, 1, "2U", &r.PayerID)
}

// procedure is the composite of SV101 and SVD03.
func procedure(c *codec.Codec, element int, p *Procedure) {
	c.CodeComp(element, 1, &p.Qualifier)
	c.TextComp(element, 2, &p.Code)
	c.CodeComps(element, 3, 4, &p.Modifiers)
	c.WordsComp(element, 7, &p.Description)
}

// diagnosis is a composite of HI without a present-on-admission indicator.
func diagnosis(c *codec.Codec, e int, d *Diagnosis) {
	c.CodeComp(e, 1, &d.Qualifier)
	c.TextComp(e, 2, &d.Value)
}

func diagnosisParts(d *Diagnosis) (*x12.Code, *string) { return &d.Qualifier, &d.Value }

func attachment(c *codec.Codec, a *Attachment) {
	c.Code(1, &a.Type)
	c.Code(2, &a.Transmission)
	c.Label(5, "AC", &a.ControlNumber)
}

func note(c *codec.Codec, n *Note) {
	c.Code(1, &n.Type)
	c.Words(2, &n.Text)
}

func contract(c *codec.Codec, v *Contract) {
	c.Code(1, &v.Type)
	c.NullAmount(2, &v.Amount)
	c.NullAmount(3, &v.Percentage)
	c.Text(4, &v.Code)
	c.NullAmount(5, &v.DiscountPercent)
	c.Text(6, &v.Version)
}

// pricing is HCP. Elements 9 to 12 belong to loop 2400, element 8 to the 837I;
// elsewhere the guides have them unused, and validation finds them.
func pricing(c *codec.Codec, p *Pricing) {
	c.Code(1, &p.Method)
	c.Amount(2, &p.Allowed)
	c.NullAmount(3, &p.Saving)
	c.Text(4, &p.Repricer)
	c.NullAmount(5, &p.Rate)
	c.Text(6, &p.PatientGroup)
	c.NullAmount(7, &p.GroupAmount)
	c.Text(8, &p.RevenueCode)
	c.Code(9, &p.Procedure)
	c.Text(10, &p.ProcedureCode)
	c.Code(11, &p.Unit)
	c.NullAmount(12, &p.Units)
	c.Code(13, &p.RejectReason)
	c.Code(14, &p.PolicyCode)
	c.Code(15, &p.ExceptionCode)
}

func purchasedService(c *codec.Codec, s *PurchasedService) {
	c.Text(1, &s.ProviderID)
	c.Amount(2, &s.Charge)
}

func ambulanceTransport(c *codec.Codec, a *AmbulanceTransport) {
	c.Unit(1, "LB", &a.Weight)
	c.Code(4, &a.Reason)
	c.Fixed(5, "DH")
	c.Amount(6, &a.Distance)
	c.Words(9, &a.RoundTripPurpose)
	c.Words(10, &a.StretcherPurpose)
}

func spinalManipulation(c *codec.Codec, s *SpinalManipulation) {
	c.Code(8, &s.Condition)
	c.WordsList(10, 2, &s.Descriptions)
}

func ambulanceCertification(c *codec.Codec, v *Certification) {
	c.Fixed(1, "07")
	c.Code(2, &v.Applies)
	c.CodeList(3, 5, &v.Conditions)
}

func visionCertification(c *codec.Codec, v *VisionCertification) {
	c.Code(1, &v.Category)
	c.Code(2, &v.Applies)
	c.CodeList(3, 5, &v.Conditions)
}

func epsdtReferral(c *codec.Codec, v *Certification) {
	c.Fixed(1, "ZZ")
	c.Code(2, &v.Applies)
	c.CodeList(3, 3, &v.Conditions)
}

func equipmentConditions(c *codec.Codec, v *Certification) {
	c.Fixed(1, "09")
	c.Code(2, &v.Applies)
	c.CodeList(3, 2, &v.Conditions)
}

func equipment(c *codec.Codec, e *Equipment) {
	c.FixedComp(1, 1, "HC")
	c.TextComp(1, 2, &e.Code)
	c.Fixed(2, "DA")
	c.Amount(3, &e.Days)
	c.Amount(4, &e.RentalPrice)
	c.Amount(5, &e.PurchasePrice)
	c.Code(6, &e.Frequency)
}

func equipmentCertification(c *codec.Codec, e *EquipmentCertification) {
	c.Code(1, &e.Type)
	c.Fixed(2, "MO")
	c.Amount(3, &e.Months)
}

func testResult(c *codec.Codec, t *TestResult) {
	c.Code(1, &t.Kind)
	c.Code(2, &t.Measure)
	c.Amount(3, &t.Value)
}

func formAnswer(c *codec.Codec, a *FormAnswer) {
	c.Text(1, &a.Question)
	c.Code(2, &a.YesNo)
	c.Words(3, &a.Text)
	c.Date(4, &a.Date)
	c.NullAmount(5, &a.Percent)
}
