package claim837

import (
	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

var (
	submissionLoop        = codec.Loop[Submission]{ID: "HEADER", Tag: codec.BHT, Headless: true, Do: submission}
	billingLevelLoop      = codec.Loop[BillingProvider]{ID: "2000A", Tag: codec.HL, Qualifiers: "20", QualAt: 3, Do: billingLevel}
	subscriberLevelLoop   = codec.Loop[Subscriber]{ID: "2000B", Tag: codec.HL, Qualifiers: "22", QualAt: 3, Do: subscriberLevel}
	patientLevelLoop      = codec.Loop[Patient]{ID: "2000C", Tag: codec.HL, Qualifiers: "23", QualAt: 3, Do: patientLevel}
	professionalClaimLoop = codec.Loop[Claim]{ID: "2300", Tag: codec.CLM, Do: professionalClaim}
)

// set reads one transaction set, from its ST to its SE or to what shows that
// the SE is missing.
func (r *Reader) set(emit func() bool) bool {
	set := r.x.Set()
	kind := KindOf(set.Guide(r.x.Group()))
	if set.ID != "837" {
		kind = 0
	}
	r.at = At{Interchange: r.at.Interchange, Group: r.at.Group, Set: r.at.Set + 1}
	r.item = Item{Kind: SetBegin, At: r.at, Position: r.c.Segment().Position(), Set: set, Typed: kind != 0}
	r.submission, r.billing, r.subscriber, r.patient, r.pending = nil, nil, nil, nil, false
	if kind == 0 {
		r.c.Limit(0)
		if !emit() {
			return false
		}
		r.c.Next()
		return r.segments(set, emit)
	}
	r.c.Next()
	end := r.c.Around(codec.Opener{Tag: codec.HL}, codec.Opener{Tag: codec.CLM})
	defer end()
	r.enter(submissionLife)
	r.submission = codec.New[Submission](r.c)
	r.submission.At = r.at
	codec.Read(r.c, &submissionLoop, r.submission)
	r.item.Submission = r.submission
	if !emit() {
		return false
	}
	for r.c.Tag() != 0 {
		ok := true
		switch {
		case r.c.Tag() == codec.CLM:
			ok = r.readClaim(kind, emit)
		case codec.Opens(r.c, &billingLevelLoop):
			ok = r.readBilling(emit)
		case codec.Opens(r.c, &subscriberLevelLoop):
			ok = r.readSubscriber(emit)
		case codec.Opens(r.c, &patientLevelLoop):
			ok = r.readPatient(emit)
		case codec.IsEnvelope(r.c.Tag()):
			return r.context(emit) && r.endSet(emit)
		default:
			ok = r.context(emit) && r.segment(emit)
		}
		if !ok {
			return false
		}
	}
	return r.context(emit) && r.endSet(emit)
}

// renewAfter is how far apart values may stand in the stream that share memory.
const renewAfter = 1 << 20

// enter makes memory for a level; what was made for it and those below goes.
func (r *Reader) enter(level int) {
	for _, l := range r.lives[level:] {
		l.Reset()
	}
	if at := r.x.Offset(); !r.o.Reuse && at-r.renewed > renewAfter {
		r.renewed = at
		r.lives[0].Renew()
	}
	r.c.SetLife(r.lives[level])
	r.c.Limit(r.o.MaxRecord)
}

// segments hands the segments of a set out as they are.
func (r *Reader) segments(set *x12.Set, emit func() bool) bool {
	for r.c.Tag() != 0 && !codec.IsEnvelope(r.c.Tag()) {
		if !r.segment(emit) {
			return false
		}
	}
	return r.endSet(emit)
}

// segment hands the current segment out as it is.
func (r *Reader) segment(emit func() bool) bool {
	s := r.c.Segment()
	r.item = Item{Kind: SegmentItem, At: r.at, Position: s.Position(), Raw: s.Raw()}
	if r.submission != nil {
		r.report(x12.NewIssue(x12.CodeNotHeld, r.item.Position, ""))
	}
	r.c.Limit(0)
	r.c.Next()
	return emit()
}

// endSet ends the set with its SE, or without one.
func (r *Reader) endSet(emit func() bool) bool {
	at := At{Interchange: r.at.Interchange, Group: r.at.Group, Set: r.at.Set}
	r.item = Item{Kind: SetEnd, At: at}
	r.at = at
	r.c.Limit(0)
	if r.c.Tag() == codec.SE {
		raw := r.c.Segment().Raw()
		r.item.Position, r.item.Trailer = r.c.Segment().Position(), &raw
		r.c.Next()
	}
	return emit()
}

// context hands a context out that has no claim.
func (r *Reader) context(emit func() bool) bool {
	if !r.pending {
		return true
	}
	r.pending = false
	r.item = Item{Kind: ContextOnly, At: r.at, Submission: r.submission,
		BillingProvider: r.billing, Subscriber: r.subscriber, Patient: r.patient}
	return emit()
}

func (r *Reader) readBilling(emit func() bool) bool {
	if !r.context(emit) {
		return false
	}
	r.enter(billingLife)
	r.subscriber, r.patient = nil, nil
	r.at.Billing, r.at.Subscriber, r.at.Patient = r.at.Billing+1, 0, 0
	r.billing = codec.New[BillingProvider](r.c)
	r.billing.At = r.at
	codec.Read(r.c, &billingLevelLoop, r.billing)
	r.pending = true
	return true
}

func (r *Reader) readSubscriber(emit func() bool) bool {
	if (r.subscriber != nil || r.patient != nil) && !r.context(emit) {
		return false
	}
	r.enter(subscriberLife)
	r.patient = nil
	r.at.Subscriber, r.at.Patient = r.at.Subscriber+1, 0
	r.subscriber = codec.New[Subscriber](r.c)
	r.subscriber.At = r.at
	codec.Read(r.c, &subscriberLevelLoop, r.subscriber)
	r.pending = true
	return true
}

func (r *Reader) readPatient(emit func() bool) bool {
	if r.patient != nil && !r.context(emit) {
		return false
	}
	r.enter(patientLife)
	r.at.Patient++
	r.patient = codec.New[Patient](r.c)
	r.patient.At = r.at
	codec.Read(r.c, &patientLevelLoop, r.patient)
	r.pending = true
	return true
}

func (r *Reader) readClaim(kind Kind, emit func() bool) bool {
	r.enter(claimLife)
	claim := r.claim
	if claim == nil || !r.o.Reuse {
		claim = new(Claim)
		r.claim = claim
	}
	*claim = Claim{Kind: kind, At: r.at, Submission: r.submission, BillingProvider: r.billing, Subscriber: r.subscriber, Patient: r.patient}
	pos := r.c.Segment().Position()
	codec.Read(r.c, &professionalClaimLoop, claim)
	r.pending = false
	r.item = Item{Kind: ClaimItem, At: r.at, Position: pos, Submission: r.submission,
		BillingProvider: r.billing, Subscriber: r.subscriber, Patient: r.patient, Claim: claim}
	return emit()
}
