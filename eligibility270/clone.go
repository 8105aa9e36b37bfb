package eligibility270

import (
	"github.com/claimwire/claimwire/internal/clone"
	"github.com/claimwire/claimwire/x12"
)

// Clone returns a copy of the inquiry and of what it stands in that shares no
// memory with them: not with what a reader may use again, nor with the blocks of
// text that strings were cut from. Amounts are shared, they never change.
func (q *Inquiry) Clone() *Inquiry { return clone.Of(q, cloneInquiry) }

// Clone returns a copy that shares no memory, as that of Inquiry does.
func (r *Response) Clone() *Response { return clone.Of(r, cloneResponse) }

// Clone returns a copy that shares no memory, as that of Inquiry does.
func (t *Transaction) Clone() *Transaction { return clone.Of(t, cloneTransaction) }

// Clone returns a copy that shares no memory, as that of Inquiry does.
func (s *Source) Clone() *Source { return clone.Of(s, cloneSource) }

// Clone returns a copy that shares no memory, as that of Inquiry does.
func (r *Receiver) Clone() *Receiver { return clone.Of(r, cloneReceiver) }

// Clone returns a copy that shares no memory, as that of Inquiry does.
func (m *Member) Clone() *Member { return clone.Of(m, cloneMember) }

func cloneInquiry(k *clone.Copier, q *Inquiry) {
	cloneContext(k, &q.Transaction, &q.Source, &q.Receiver, &q.Subscriber, &q.Dependent)
	clone.Slice(k, &q.Traces, cloneTrace)
	clone.Slice(k, &q.Questions, func(k *clone.Copier, v *Question) {
		clone.Texts(k, &v.ServiceTypes)
		clone.Pointer(k, &v.Procedure, cloneProcedure)
		clone.Text(k, &v.Level, &v.PlaceOfService)
		cloneNumbers(k, &v.Diagnoses)
		clone.Pointer(k, &v.Reference, cloneReference)
		clone.Slice(k, &v.Rest, clone.Raw)
	})
}

func cloneResponse(k *clone.Copier, r *Response) {
	cloneContext(k, &r.Transaction, &r.Source, &r.Receiver, &r.Subscriber, &r.Dependent)
	clone.Slice(k, &r.Traces, cloneTrace)
	clone.Slice(k, &r.Benefits, cloneBenefit)
}

func cloneContext(k *clone.Copier, t **Transaction, s **Source, r **Receiver, subscriber, dependent **Member) {
	clone.Pointer(k, t, cloneTransaction)
	clone.Pointer(k, s, cloneSource)
	clone.Pointer(k, r, cloneReceiver)
	clone.Pointer(k, subscriber, cloneMember)
	clone.Pointer(k, dependent, cloneMember)
}

func cloneTransaction(k *clone.Copier, t *Transaction) {
	clone.Text(k, &t.Purpose, &t.Type)
	clone.Text(k, &t.Reference)
	clone.Slice(k, &t.Rest, clone.Raw)
}

func cloneSource(k *clone.Copier, s *Source) {
	cloneLevel(k, &s.Level)
	clone.Slice(k, &s.LevelRejections, cloneRejection)
	clone.Text(k, &s.Role)
	clone.Name(k, &s.Name)
	clone.Slice(k, &s.Contacts, clone.Contact)
	clone.Slice(k, &s.Rejections, cloneRejection)
	clone.Slice(k, &s.LevelRest, clone.Raw)
	clone.Slice(k, &s.Rest, clone.Raw)
}

func cloneReceiver(k *clone.Copier, r *Receiver) {
	cloneLevel(k, &r.Level)
	clone.Text(k, &r.Role)
	clone.Name(k, &r.Name)
	clone.Slice(k, &r.IDs, cloneReference)
	clone.Address(k, &r.Address)
	clone.Slice(k, &r.Rejections, cloneRejection)
	clone.Pointer(k, &r.Provider, cloneProvider)
	clone.Slice(k, &r.LevelRest, clone.Raw)
	clone.Slice(k, &r.Rest, clone.Raw)
}

func cloneMember(k *clone.Copier, m *Member) {
	cloneLevel(k, &m.Level)
	clone.Name(k, &m.Name)
	clone.Slice(k, &m.IDs, cloneReference)
	clone.Address(k, &m.Address)
	clone.Slice(k, &m.Rejections, cloneRejection)
	clone.Pointer(k, &m.Provider, cloneProvider)
	clone.Text(k, &m.Gender)
	clone.Pointer(k, &m.Insured, func(k *clone.Copier, i *Insured) {
		clone.Text(k, &i.Subscriber, &i.Relationship, &i.Maintenance, &i.Reason)
	})
	clone.Slice(k, &m.Diagnoses, func(k *clone.Copier, d *x12.CodedValue) {
		clone.Text(k, &d.Qualifier)
		clone.Text(k, &d.Value)
	})
	clone.Slice(k, &m.Dates, clonePeriod)
	clone.Pointer(k, &m.Military, func(k *clone.Copier, s *MilitaryService) {
		clone.Text(k, &s.Status, &s.Employment, &s.Affiliation, &s.Rank)
		clone.Text(k, &s.Description)
	})
	clone.Slice(k, &m.LevelRest, clone.Raw)
	clone.Slice(k, &m.Rest, clone.Raw)
}

func cloneBenefit(k *clone.Copier, b *Benefit) {
	clone.Text(k, &b.Kind, &b.Level, &b.InsuranceType, &b.Period, &b.QuantityType, &b.Authorization, &b.Network)
	clone.Texts(k, &b.ServiceTypes)
	clone.Text(k, &b.Plan, &b.LoopBegin, &b.LoopEnd)
	clone.Pointer(k, &b.Procedure, cloneProcedure)
	cloneNumbers(k, &b.Diagnoses)
	clone.Slice(k, &b.Deliveries, func(k *clone.Copier, d *Delivery) {
		clone.Text(k, &d.QuantityType, &d.Every, &d.Period, &d.Pattern, &d.TimeOfDay)
	})
	clone.Slice(k, &b.References, cloneReference)
	clone.Slice(k, &b.Dates, clonePeriod)
	clone.Slice(k, &b.Rejections, cloneRejection)
	clone.Texts(k, &b.Messages)
	clone.Slice(k, &b.Further, func(k *clone.Copier, f *FurtherInfo) {
		clone.Text(k, &f.Qualifier, &f.Category)
		clone.Text(k, &f.Code, &f.Text)
		clone.Slice(k, &f.Rest, clone.Raw)
	})
	clone.Slice(k, &b.Entities, func(k *clone.Copier, e *RelatedEntity) {
		clone.Text(k, &e.Role, &e.Relationship, &e.LocationType)
		clone.Name(k, &e.Name)
		clone.Address(k, &e.Address)
		clone.Text(k, &e.Location)
		clone.Slice(k, &e.Contacts, clone.Contact)
		clone.Pointer(k, &e.Provider, cloneProvider)
		clone.Slice(k, &e.Rest, clone.Raw)
	})
	clone.Slice(k, &b.Rest, clone.Raw)
}

func cloneLevel(k *clone.Copier, l *x12.Level) { clone.Text(k, &l.ID, &l.Parent, &l.Child) }

func cloneTrace(k *clone.Copier, t *Trace) {
	clone.Text(k, &t.Type)
	clone.Text(k, &t.Number, &t.OriginatorID, &t.OriginatorSubcode)
}

func cloneReference(k *clone.Copier, r *Reference) {
	clone.Text(k, &r.Qualifier)
	clone.Text(k, &r.ID, &r.Description)
}

func cloneRejection(k *clone.Copier, r *Rejection) { clone.Text(k, &r.Valid, &r.Reason, &r.FollowUp) }

func cloneProvider(k *clone.Copier, p *Provider) {
	clone.Text(k, &p.Role, &p.IDType)
	clone.Text(k, &p.ID)
}

func clonePeriod(k *clone.Copier, p *Period) { clone.Text(k, &p.Qualifier) }

func cloneProcedure(k *clone.Copier, p *Procedure) {
	clone.Text(k, &p.Qualifier)
	clone.Text(k, &p.Code, &p.LastCode)
	clone.Texts(k, &p.Modifiers)
}

func cloneNumbers(k *clone.Copier, v *[]int) { clone.Slice(k, v, func(*clone.Copier, *int) {}) }
