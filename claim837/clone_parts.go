package claim837

import "github.com/claimwire/claimwire/x12"

// The contexts and the small parts of Claim.Clone.

func (k *cloner) submission(s *Submission) {
	cloneText(k, &s.Purpose, &s.ClaimType)
	cloneText(k, &s.Reference)
	k.name(&s.Submitter.Name)
	cloneSlice(k, &s.Submitter.Contacts, (*cloner).contact)
	cloneSlice(k, &s.Submitter.Rest, (*cloner).raw)
	k.name(&s.Receiver.Name)
	cloneSlice(k, &s.Receiver.Rest, (*cloner).raw)
	cloneSlice(k, &s.Rest, (*cloner).raw)
}

func (k *cloner) billingProvider(p *BillingProvider) {
	k.level(&p.Level)
	cloneText(k, &p.Taxonomy, &p.Currency, &p.EIN, &p.SSN)
	k.name(&p.Name)
	k.address(&p.Address)
	cloneSlice(k, &p.SecondaryIDs, (*cloner).reference)
	cloneSlice(k, &p.Contacts, (*cloner).contact)
	clonePointer(k, &p.PayTo, func(k *cloner, v *PayToAddress) {
		k.name(&v.Name)
		k.address(&v.Address)
		cloneSlice(k, &v.Rest, (*cloner).raw)
	})
	clonePointer(k, &p.PayToPlan, func(k *cloner, v *PayToPlan) {
		k.name(&v.Name)
		k.address(&v.Address)
		cloneSlice(k, &v.SecondaryIDs, (*cloner).reference)
		cloneText(k, &v.EIN)
		cloneSlice(k, &v.Rest, (*cloner).raw)
	})
	cloneSlice(k, &p.LevelRest, (*cloner).raw)
	cloneSlice(k, &p.Rest, (*cloner).raw)
}

func (k *cloner) subscriber(s *Subscriber) {
	k.level(&s.Level)
	cloneText(k, &s.Responsibility, &s.Relationship, &s.InsuranceType, &s.FilingIndicator, &s.Gender)
	cloneText(k, &s.GroupNumber, &s.GroupName, &s.SSN, &s.CasualtyClaim)
	k.name(&s.Name)
	k.address(&s.Address)
	clonePointer(k, &s.Contact, (*cloner).contact)
	k.name(&s.Payer.Name)
	k.address(&s.Payer.Address)
	cloneSlice(k, &s.Payer.SecondaryIDs, (*cloner).reference)
	cloneSlice(k, &s.Payer.BillingProviderIDs, (*cloner).reference)
	cloneSlice(k, &s.Payer.Rest, (*cloner).raw)
	cloneSlice(k, &s.LevelRest, (*cloner).raw)
	cloneSlice(k, &s.Rest, (*cloner).raw)
}

func (k *cloner) patient(p *Patient) {
	k.level(&p.Level)
	cloneText(k, &p.Relationship, &p.Gender)
	k.name(&p.Name)
	k.address(&p.Address)
	cloneText(k, &p.CasualtyClaim, &p.MemberID, &p.SSN)
	clonePointer(k, &p.Contact, (*cloner).contact)
	cloneSlice(k, &p.LevelRest, (*cloner).raw)
	cloneSlice(k, &p.Rest, (*cloner).raw)
}

func (k *cloner) provider(p *Provider) {
	k.name(&p.Name)
	cloneText(k, &p.Taxonomy)
	cloneSlice(k, &p.SecondaryIDs, (*cloner).secondaryID)
	cloneSlice(k, &p.Rest, (*cloner).raw)
}

func (k *cloner) facility(f *Facility) {
	k.name(&f.Name)
	k.address(&f.Address)
	cloneSlice(k, &f.SecondaryIDs, (*cloner).secondaryID)
	clonePointer(k, &f.Contact, (*cloner).contact)
	cloneSlice(k, &f.Rest, (*cloner).raw)
}

func (k *cloner) orderingProvider(p *OrderingProvider) {
	k.name(&p.Name)
	k.address(&p.Address)
	cloneSlice(k, &p.SecondaryIDs, (*cloner).secondaryID)
	clonePointer(k, &p.Contact, (*cloner).contact)
	cloneSlice(k, &p.Rest, (*cloner).raw)
}

func (k *cloner) ambulanceLocation(l *AmbulanceLocation) {
	k.name(&l.Name)
	k.address(&l.Address)
	cloneSlice(k, &l.Rest, (*cloner).raw)
}

func (k *cloner) drug(d *Drug) {
	cloneText(k, &d.Qualifier, &d.Unit)
	cloneText(k, &d.Code, &d.PrescriptionNumber, &d.CompoundLink)
	cloneSlice(k, &d.Rest, (*cloner).raw)
}

func (k *cloner) form(f *Form) {
	cloneText(k, &f.Qualifier)
	cloneText(k, &f.ID)
	cloneSlice(k, &f.Answers, func(k *cloner, a *FormAnswer) {
		cloneText(k, &a.Question, &a.Text)
		cloneText(k, &a.YesNo)
	})
	cloneSlice(k, &f.Rest, (*cloner).raw)
}

func (k *cloner) procedure(p *Procedure) {
	cloneText(k, &p.Qualifier)
	cloneText(k, &p.Code, &p.Description)
	cloneTexts(k, &p.Modifiers)
}

func (k *cloner) pricing(p *Pricing) {
	cloneText(k, &p.Method, &p.Procedure, &p.Unit, &p.RejectReason, &p.PolicyCode, &p.ExceptionCode)
	cloneText(k, &p.Repricer, &p.PatientGroup, &p.RevenueCode, &p.ProcedureCode)
}

func (k *cloner) contract(c *Contract) {
	cloneText(k, &c.Type)
	cloneText(k, &c.Code, &c.Version)
}

func (k *cloner) certification(c *Certification) {
	cloneText(k, &c.Applies)
	cloneTexts(k, &c.Conditions)
}

func (k *cloner) visionCertification(c *VisionCertification) {
	cloneText(k, &c.Category, &c.Applies)
	cloneTexts(k, &c.Conditions)
}

func (k *cloner) spinalManipulation(s *SpinalManipulation) {
	cloneText(k, &s.Condition)
	cloneTexts(k, &s.Descriptions)
}

func (k *cloner) ambulance(a *AmbulanceTransport) {
	cloneText(k, &a.Reason)
	cloneText(k, &a.RoundTripPurpose, &a.StretcherPurpose)
}

func (k *cloner) equipment(e *Equipment) {
	cloneText(k, &e.Code)
	cloneText(k, &e.Frequency)
}

func (k *cloner) equipmentCertification(e *EquipmentCertification) { cloneText(k, &e.Type) }

func (k *cloner) testResult(t *TestResult) { cloneText(k, &t.Kind, &t.Measure) }

func (k *cloner) purchasedService(s *PurchasedService) { cloneText(k, &s.ProviderID) }

func (k *cloner) note(n *Note) {
	cloneText(k, &n.Type)
	cloneText(k, &n.Text)
}

func (k *cloner) attachment(a *Attachment) {
	cloneText(k, &a.Type, &a.Transmission)
	cloneText(k, &a.ControlNumber)
}

func (k *cloner) payerReference(r *PayerReference) { cloneText(k, &r.ID, &r.PayerID) }

func (k *cloner) secondaryID(s *SecondaryID) {
	cloneText(k, &s.Qualifier)
	cloneText(k, &s.ID, &s.PayerID)
}

func (k *cloner) reference(r *x12.Reference) {
	cloneText(k, &r.Qualifier)
	cloneText(k, &r.ID)
}

func (k *cloner) codedValue(v *x12.CodedValue) {
	cloneText(k, &v.Qualifier)
	cloneText(k, &v.Value)
}

func (k *cloner) adjustmentGroup(g *x12.AdjustmentGroup) {
	cloneText(k, &g.Group)
	cloneSlice(k, &g.Adjustments, func(k *cloner, a *x12.Adjustment) { cloneText(k, &a.Reason) })
}

func (k *cloner) contact(c *x12.Contact) {
	cloneText(k, &c.Name)
	cloneSlice(k, &c.Numbers, func(k *cloner, n *x12.ContactNumber) {
		cloneText(k, &n.Type)
		cloneText(k, &n.Number)
	})
}

func (k *cloner) name(n *x12.Name) {
	cloneText(k, &n.EntityType, &n.IDType)
	cloneText(k, &n.Last, &n.First, &n.Middle, &n.Prefix, &n.Suffix, &n.ID)
}

func (k *cloner) address(a *x12.Address) {
	cloneText(k, &a.Line1, &a.Line2, &a.City, &a.State, &a.Zip, &a.Country, &a.Subdivision)
}

func (k *cloner) level(l *x12.Level) { cloneText(k, &l.ID, &l.Parent, &l.Child) }
