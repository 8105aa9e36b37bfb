package claim837

import (
	"github.com/claimwire/claimwire/internal/clone"
	"github.com/claimwire/claimwire/x12"
)

// The contexts and the small parts of Claim.Clone.

func cloneSubmission(k *clone.Copier, s *Submission) {
	clone.Text(k, &s.Purpose, &s.ClaimType)
	clone.Text(k, &s.Reference)
	clone.Name(k, &s.Submitter.Name)
	clone.Slice(k, &s.Submitter.Contacts, clone.Contact)
	clone.Slice(k, &s.Submitter.Rest, clone.Raw)
	clone.Name(k, &s.Receiver.Name)
	clone.Slice(k, &s.Receiver.Rest, clone.Raw)
	clone.Slice(k, &s.Rest, clone.Raw)
}

func cloneBillingProvider(k *clone.Copier, p *BillingProvider) {
	cloneLevel(k, &p.Level)
	clone.Text(k, &p.Taxonomy, &p.Currency, &p.EIN, &p.SSN)
	clone.Name(k, &p.Name)
	clone.Address(k, &p.Address)
	clone.Slice(k, &p.SecondaryIDs, clone.Reference)
	clone.Slice(k, &p.Contacts, clone.Contact)
	clone.Pointer(k, &p.PayTo, func(k *clone.Copier, v *PayToAddress) {
		clone.Name(k, &v.Name)
		clone.Address(k, &v.Address)
		clone.Slice(k, &v.Rest, clone.Raw)
	})
	clone.Pointer(k, &p.PayToPlan, func(k *clone.Copier, v *PayToPlan) {
		clone.Name(k, &v.Name)
		clone.Address(k, &v.Address)
		clone.Slice(k, &v.SecondaryIDs, clone.Reference)
		clone.Text(k, &v.EIN)
		clone.Slice(k, &v.Rest, clone.Raw)
	})
	clone.Slice(k, &p.LevelRest, clone.Raw)
	clone.Slice(k, &p.Rest, clone.Raw)
}

func cloneSubscriber(k *clone.Copier, s *Subscriber) {
	cloneLevel(k, &s.Level)
	clone.Text(k, &s.Responsibility, &s.Relationship, &s.InsuranceType, &s.FilingIndicator, &s.Gender)
	clone.Text(k, &s.GroupNumber, &s.GroupName, &s.SSN, &s.CasualtyClaim)
	clone.Name(k, &s.Name)
	clone.Address(k, &s.Address)
	clone.Pointer(k, &s.Contact, clone.Contact)
	clone.Name(k, &s.Payer.Name)
	clone.Address(k, &s.Payer.Address)
	clone.Slice(k, &s.Payer.SecondaryIDs, clone.Reference)
	clone.Slice(k, &s.Payer.BillingProviderIDs, clone.Reference)
	clone.Slice(k, &s.Payer.Rest, clone.Raw)
	clone.Slice(k, &s.LevelRest, clone.Raw)
	clone.Slice(k, &s.Rest, clone.Raw)
}

func clonePatient(k *clone.Copier, p *Patient) {
	cloneLevel(k, &p.Level)
	clone.Text(k, &p.Relationship, &p.Gender)
	clone.Name(k, &p.Name)
	clone.Address(k, &p.Address)
	clone.Text(k, &p.CasualtyClaim, &p.MemberID, &p.SSN)
	clone.Pointer(k, &p.Contact, clone.Contact)
	clone.Slice(k, &p.LevelRest, clone.Raw)
	clone.Slice(k, &p.Rest, clone.Raw)
}

func cloneProvider(k *clone.Copier, p *Provider) {
	clone.Name(k, &p.Name)
	clone.Text(k, &p.Taxonomy)
	clone.Slice(k, &p.SecondaryIDs, cloneSecondaryID)
	clone.Slice(k, &p.Rest, clone.Raw)
}

func cloneFacility(k *clone.Copier, f *Facility) {
	clone.Name(k, &f.Name)
	clone.Address(k, &f.Address)
	clone.Slice(k, &f.SecondaryIDs, cloneSecondaryID)
	clone.Pointer(k, &f.Contact, clone.Contact)
	clone.Slice(k, &f.Rest, clone.Raw)
}

func cloneOrderingProvider(k *clone.Copier, p *OrderingProvider) {
	clone.Name(k, &p.Name)
	clone.Address(k, &p.Address)
	clone.Slice(k, &p.SecondaryIDs, cloneSecondaryID)
	clone.Pointer(k, &p.Contact, clone.Contact)
	clone.Slice(k, &p.Rest, clone.Raw)
}

func cloneAmbulanceLocation(k *clone.Copier, l *AmbulanceLocation) {
	clone.Name(k, &l.Name)
	clone.Address(k, &l.Address)
	clone.Slice(k, &l.Rest, clone.Raw)
}

func cloneDrug(k *clone.Copier, d *Drug) {
	clone.Text(k, &d.Qualifier, &d.Unit)
	clone.Text(k, &d.Code, &d.PrescriptionNumber, &d.CompoundLink)
	clone.Slice(k, &d.Rest, clone.Raw)
}

func cloneForm(k *clone.Copier, f *Form) {
	clone.Text(k, &f.Qualifier)
	clone.Text(k, &f.ID)
	clone.Slice(k, &f.Answers, func(k *clone.Copier, a *FormAnswer) {
		clone.Text(k, &a.Question, &a.Text)
		clone.Text(k, &a.YesNo)
	})
	clone.Slice(k, &f.Rest, clone.Raw)
}

func cloneProcedure(k *clone.Copier, p *Procedure) {
	clone.Text(k, &p.Qualifier)
	clone.Text(k, &p.Code, &p.Description)
	clone.Texts(k, &p.Modifiers)
}

func clonePricing(k *clone.Copier, p *Pricing) {
	clone.Text(k, &p.Method, &p.Procedure, &p.Unit, &p.RejectReason, &p.PolicyCode, &p.ExceptionCode)
	clone.Text(k, &p.Repricer, &p.PatientGroup, &p.RevenueCode, &p.ProcedureCode)
}

func cloneContract(k *clone.Copier, c *Contract) {
	clone.Text(k, &c.Type)
	clone.Text(k, &c.Code, &c.Version)
}

func cloneCertification(k *clone.Copier, c *Certification) {
	clone.Text(k, &c.Applies)
	clone.Texts(k, &c.Conditions)
}

func cloneVisionCertification(k *clone.Copier, c *VisionCertification) {
	clone.Text(k, &c.Category, &c.Applies)
	clone.Texts(k, &c.Conditions)
}

func cloneSpinalManipulation(k *clone.Copier, s *SpinalManipulation) {
	clone.Text(k, &s.Condition)
	clone.Texts(k, &s.Descriptions)
}

func cloneAmbulance(k *clone.Copier, a *AmbulanceTransport) {
	clone.Text(k, &a.Reason)
	clone.Text(k, &a.RoundTripPurpose, &a.StretcherPurpose)
}

func cloneEquipment(k *clone.Copier, e *Equipment) {
	clone.Text(k, &e.Code)
	clone.Text(k, &e.Frequency)
}

func cloneEquipmentCertification(k *clone.Copier, e *EquipmentCertification) { clone.Text(k, &e.Type) }

func cloneTestResult(k *clone.Copier, t *TestResult) { clone.Text(k, &t.Kind, &t.Measure) }

func clonePurchasedService(k *clone.Copier, s *PurchasedService) { clone.Text(k, &s.ProviderID) }

func cloneNote(k *clone.Copier, n *Note) {
	clone.Text(k, &n.Type)
	clone.Text(k, &n.Text)
}

func cloneAttachment(k *clone.Copier, a *Attachment) {
	clone.Text(k, &a.Type, &a.Transmission)
	clone.Text(k, &a.ControlNumber)
}

func clonePayerReference(k *clone.Copier, r *PayerReference) { clone.Text(k, &r.ID, &r.PayerID) }

func cloneSecondaryID(k *clone.Copier, s *SecondaryID) {
	clone.Text(k, &s.Qualifier)
	clone.Text(k, &s.ID, &s.PayerID)
}

func cloneCodedValue(k *clone.Copier, v *x12.CodedValue) {
	clone.Text(k, &v.Qualifier)
	clone.Text(k, &v.Value)
}

func cloneAdjustmentGroup(k *clone.Copier, g *x12.AdjustmentGroup) {
	clone.Text(k, &g.Group)
	clone.Slice(k, &g.Adjustments, func(k *clone.Copier, a *x12.Adjustment) { clone.Text(k, &a.Reason) })
}

func cloneLevel(k *clone.Copier, l *x12.Level) { clone.Text(k, &l.ID, &l.Parent, &l.Child) }
