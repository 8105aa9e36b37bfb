// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// openers tells what opens the records of a set.
func (r *Reader) openers(set *x12.Set, group *x12.Group) []codec.Opener {
	r.transaction, r.source, r.receiver, r.subscriber, r.dependent, r.pending = nil, nil, nil, nil, nil, false
	r.asks = set.ID == "270"
	if !r.asks && set.ID != "271" || !IsEligibility(set.Guide(group)) {
		return nil
	}
	return []codec.Opener{{Tag: codec.HL}}
}

// head reads what stands before the first level.
func (r *Reader) head(s *x12.Step) bool {
	r.at = atOf(r.s.At())
	r.s.Enter(transactionLife)
	r.transaction = codec.New[Transaction](r.c)
	r.transaction.At = r.at
	codec.Read(r.c, &transactionLoop, r.transaction)
	r.item = Item{Step: *s, At: r.at, Transaction: r.transaction}
	return r.s.Emit()
}

// record reads a level.
func (r *Reader) record() (opens, goOn bool) {
	switch {
	case codec.Opens(r.c, &sourceLevelLoop):
		return true, r.readSource()
	case codec.Opens(r.c, &receiverLevelLoop):
		return true, r.readReceiver()
	case codec.Opens(r.c, &subscriberInquiryLoop):
		return true, r.readSubscriber()
	case codec.Opens(r.c, &dependentInquiryLoop):
		return true, r.readDependent()
	}
	return false, true
}

// context hands a context out that has no patient.
func (r *Reader) context() bool {
	if !r.pending {
		return true
	}
	r.pending = false
	r.item = Item{Step: x12.Step{Kind: x12.ContextStep}, At: r.at}
	r.around()
	return r.s.Emit()
}

// around gives the item what it stands in.
func (r *Reader) around() {
	i := &r.item
	i.Transaction, i.Source, i.Receiver, i.Subscriber, i.Dependent = r.transaction, r.source, r.receiver, r.subscriber, r.dependent
}

func (r *Reader) readSource() bool {
	if !r.context() {
		return false
	}
	r.s.Enter(sourceLife)
	r.receiver, r.subscriber, r.dependent = nil, nil, nil
	r.at = At{Interchange: r.at.Interchange, Group: r.at.Group, Set: r.at.Set, Source: r.at.Source + 1}
	r.source = codec.New[Source](r.c)
	r.source.At = r.at
	codec.Read(r.c, &sourceLevelLoop, r.source)
	r.pending = true
	return true
}

func (r *Reader) readReceiver() bool {
	if (r.receiver != nil || r.subscriber != nil || r.dependent != nil) && !r.context() {
		return false
	}
	r.s.Enter(receiverLife)
	r.subscriber, r.dependent = nil, nil
	r.at.Receiver, r.at.Subscriber, r.at.Dependent = r.at.Receiver+1, 0, 0
	r.receiver = codec.New[Receiver](r.c)
	r.receiver.At = r.at
	codec.Read(r.c, &receiverLevelLoop, r.receiver)
	r.pending = true
	return true
}

func (r *Reader) readSubscriber() bool {
	if (r.subscriber != nil || r.dependent != nil) && !r.context() {
		return false
	}
	r.s.Enter(subscriberLife)
	r.dependent = nil
	r.at.Subscriber, r.at.Dependent = r.at.Subscriber+1, 0
	r.subscriber = codec.New[Member](r.c)
	r.subscriber.At = r.at
	return r.readPatient(r.subscriber)
}

func (r *Reader) readDependent() bool {
	if r.dependent != nil && !r.context() {
		return false
	}
	r.s.Enter(dependentLife)
	r.at.Dependent++
	r.dependent = codec.New[Member](r.c)
	r.dependent.At = r.at
	return r.readPatient(r.dependent)
}

// readPatient reads the level of a member. Who is asked about, answered or
// refused is a patient; who is not may be the subscriber of one.
func (r *Reader) readPatient(m *Member) bool {
	pos := r.c.Segment().Position()
	if r.asks {
		q := r.inquiry
		if q == nil || !r.s.Reuse() {
			q = new(Inquiry)
			r.inquiry = q
		}
		*q = Inquiry{At: r.at, Transaction: r.transaction, Source: r.source, Receiver: r.receiver, Subscriber: r.subscriber, Dependent: r.dependent}
		if r.dependent == nil {
			codec.Read(r.c, &subscriberInquiryLoop, q)
		} else {
			codec.Read(r.c, &dependentInquiryLoop, q)
		}
		r.pending = len(q.Traces) == 0 && len(q.Questions) == 0
		r.item = Item{Step: x12.Step{Kind: x12.RecordStep, Position: pos}, At: r.at, Inquiry: q}
	} else {
		p := r.response
		if p == nil || !r.s.Reuse() {
			p = new(Response)
			r.response = p
		}
		*p = Response{At: r.at, Transaction: r.transaction, Source: r.source, Receiver: r.receiver, Subscriber: r.subscriber, Dependent: r.dependent}
		if r.dependent == nil {
			codec.Read(r.c, &subscriberResponseLoop, p)
		} else {
			codec.Read(r.c, &dependentResponseLoop, p)
		}
		r.pending = len(p.Traces) == 0 && len(p.Benefits) == 0 && len(m.Rejections) == 0
		r.item = Item{Step: x12.Step{Kind: x12.RecordStep, Position: pos}, At: r.at, Response: p}
	}
	if r.pending {
		return true
	}
	r.around()
	return r.s.Emit()
}
