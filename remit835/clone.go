package remit835

import (
	"github.com/claimwire/claimwire/internal/clone"
	"github.com/claimwire/claimwire/x12"
)

// Clone returns a copy of the payment, its remittance and its header number that
// shares no memory with them: not with what a reader may use again, nor with the
// blocks of text that strings were cut from. Amounts are shared, they never
// change.
func (p *ClaimPayment) Clone() *ClaimPayment { return clone.Of(p, clonePayment) }

// Clone returns a copy that shares no memory, as that of ClaimPayment does.
func (r *Remittance) Clone() *Remittance { return clone.Of(r, cloneRemittance) }

// Clone returns a copy that shares no memory, as that of ClaimPayment does.
func (h *HeaderNumber) Clone() *HeaderNumber { return clone.Of(h, cloneHeader) }

// Clone returns a copy that shares no memory, as that of ClaimPayment does.
func (s *Summary) Clone() *Summary { return clone.Of(s, cloneSummary) }

func clonePayment(k *clone.Copier, p *ClaimPayment) {
	clone.Pointer(k, &p.Remittance, cloneRemittance)
	clone.Pointer(k, &p.Header, cloneHeader)
	clone.Text(k, &p.ID, &p.PayerControlNumber, &p.DRG)
	clone.Text(k, &p.Status, &p.FilingIndicator, &p.FacilityType, &p.Frequency, &p.PatientStatus, &p.ConditionResponse)
	clone.Slice(k, &p.Adjustments, cloneAdjustment)
	clone.Name(k, &p.Patient)
	for _, n := range [...]**x12.Name{&p.Insured, &p.Corrected, &p.Rendering, &p.Crossover, &p.CorrectedPayer, &p.OtherSubscriber} {
		clone.Pointer(k, n, clone.Name)
	}
	clone.Pointer(k, &p.Inpatient, func(k *clone.Copier, m *InpatientAdjudication) {
		clone.Text(k, &m.Remark)
		clone.Texts(k, &m.MoreRemarks)
	})
	clone.Pointer(k, &p.Outpatient, func(k *clone.Copier, m *OutpatientAdjudication) { clone.Texts(k, &m.Remarks) })
	clone.Slice(k, &p.References, clone.Reference)
	clone.Slice(k, &p.RenderingIDs, clone.Reference)
	clone.Slice(k, &p.Contacts, clone.Contact)
	clone.Slice(k, &p.Amounts, cloneAmount)
	clone.Slice(k, &p.Quantities, cloneQuantity)
	clone.Slice(k, &p.Lines, cloneLine)
	clone.Slice(k, &p.Rest, clone.Raw)
}

func cloneLine(k *clone.Copier, s *ServicePayment) {
	cloneProcedure(k, &s.Procedure)
	clone.Pointer(k, &s.Submitted, cloneProcedure)
	clone.Text(k, &s.RevenueCode, &s.ControlNumber)
	clone.Slice(k, &s.Adjustments, cloneAdjustment)
	clone.Slice(k, &s.References, clone.Reference)
	clone.Slice(k, &s.RenderingIDs, clone.Reference)
	clone.Texts(k, &s.Policies)
	clone.Slice(k, &s.Amounts, cloneAmount)
	clone.Slice(k, &s.Quantities, cloneQuantity)
	clone.Slice(k, &s.Remarks, func(k *clone.Copier, r *Remark) {
		clone.Text(k, &r.List)
		clone.Text(k, &r.Code)
	})
	clone.Slice(k, &s.Rest, clone.Raw)
}

func cloneProcedure(k *clone.Copier, p *Procedure) {
	clone.Text(k, &p.Qualifier)
	clone.Text(k, &p.Code, &p.Description)
	clone.Texts(k, &p.Modifiers)
}

func cloneAdjustment(k *clone.Copier, a *Adjustment) { clone.Text(k, &a.Group, &a.Reason) }

func cloneAmount(k *clone.Copier, a *Amount) { clone.Text(k, &a.Qualifier) }

func cloneQuantity(k *clone.Copier, q *Quantity) { clone.Text(k, &q.Qualifier) }

func cloneRemittance(k *clone.Copier, r *Remittance) {
	clone.Text(k, &r.Handling, &r.CreditDebit, &r.Method, &r.Format)
	cloneAccount(k, &r.SenderAccount)
	cloneAccount(k, &r.ReceiverAccount)
	clone.Text(k, &r.OriginatorID, &r.OriginatorSubcode, &r.Currency, &r.ReceiverID, &r.Version)
	clone.Text(k, &r.Trace.Number, &r.Trace.PayerID, &r.Trace.OriginatorSubcode)
	clone.Text(k, &r.Payer.Name, &r.Payer.ID, &r.Payer.WebSite)
	clone.Text(k, &r.Payer.IDType)
	clone.Address(k, &r.Payer.Address)
	clone.Slice(k, &r.Payer.SecondaryIDs, clone.Reference)
	clone.Pointer(k, &r.Payer.Contact, clone.Contact)
	clone.Slice(k, &r.Payer.TechnicalContacts, clone.Contact)
	clone.Slice(k, &r.Payer.Rest, clone.Raw)
	clone.Text(k, &r.Payee.Name, &r.Payee.ID)
	clone.Text(k, &r.Payee.IDType)
	clone.Address(k, &r.Payee.Address)
	clone.Slice(k, &r.Payee.SecondaryIDs, clone.Reference)
	clone.Pointer(k, &r.Payee.Delivery, func(k *clone.Copier, d *Delivery) {
		clone.Text(k, &d.Method)
		clone.Text(k, &d.Name, &d.Number)
	})
	clone.Slice(k, &r.Payee.Rest, clone.Raw)
	clone.Slice(k, &r.Rest, clone.Raw)
}

func cloneAccount(k *clone.Copier, b *BankAccount) {
	clone.Text(k, &b.BankIDType, &b.AccountType)
	clone.Text(k, &b.BankID, &b.Account)
}

func cloneHeader(k *clone.Copier, h *HeaderNumber) {
	clone.Text(k, &h.Number)
	clone.Pointer(k, &h.Provider, func(k *clone.Copier, s *ProviderSummary) {
		clone.Text(k, &s.ProviderID)
		clone.Text(k, &s.FacilityType)
	})
	clone.Pointer(k, &h.Supplement, func(*clone.Copier, *ProviderSupplement) {})
	clone.Slice(k, &h.Rest, clone.Raw)
}

func cloneSummary(k *clone.Copier, s *Summary) {
	clone.Pointer(k, &s.Remittance, cloneRemittance)
	clone.Slice(k, &s.Adjustments, func(k *clone.Copier, a *ProviderAdjustment) {
		clone.Text(k, &a.ProviderID, &a.Reference)
		clone.Text(k, &a.Reason)
	})
	clone.Slice(k, &s.Rest, clone.Raw)
}
