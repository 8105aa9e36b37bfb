// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

var (
	submissionLoop         = codec.Loop[Submission]{ID: "HEADER", Tag: codec.BHT, Headless: true, Do: submission}
	billingLevelLoop       = codec.Loop[BillingProvider]{ID: "2000A", Tag: codec.HL, Qualifiers: "20", QualAt: 3, Do: billingLevel}
	subscriberLevelLoop    = codec.Loop[Subscriber]{ID: "2000B", Tag: codec.HL, Qualifiers: "22", QualAt: 3, Do: subscriberLevel}
	patientLevelLoop       = codec.Loop[Patient]{ID: "2000C", Tag: codec.HL, Qualifiers: "23", QualAt: 3, Do: patientLevel}
	professionalClaimLoop  = codec.Loop[Claim]{ID: "2300", Tag: codec.CLM, Do: professionalClaim}
	institutionalClaimLoop = codec.Loop[Claim]{ID: "2300", Tag: codec.CLM, Do: institutionalClaim}
	dentalClaimLoop        = codec.Loop[Claim]{ID: "2300", Tag: codec.CLM, Do: dentalClaim}
)

// claimLoop returns loop 2300 of the kind, nil for none.
func (k Kind) claimLoop() *codec.Loop[Claim] {
	switch k {
	case Professional:
		return &professionalClaimLoop
	case Institutional:
		return &institutionalClaimLoop
	case Dental:
		return &dentalClaimLoop
	}
	return nil
}

// openers tells what opens the records of a set of claims.
func (r *Reader) openers(set *x12.Set, group *x12.Group) []codec.Opener {
	r.submission, r.billing, r.subscriber, r.patient, r.pending = nil, nil, nil, nil, false
	r.kind = 0
	if set.ID == "837" {
		r.kind = KindOf(set.Guide(group))
	}
	if r.kind == 0 {
		return nil
	}
	return []codec.Opener{{Tag: codec.HL}, {Tag: codec.CLM}}
}

// head reads what stands before the first level.
func (r *Reader) head(s *x12.Step) bool {
	r.at = atOf(r.s.At())
	r.s.Enter(submissionLife)
	r.submission = codec.New[Submission](r.c)
	r.submission.At = r.at
	codec.Read(r.c, &submissionLoop, r.submission)
	r.item = Item{Step: *s, At: r.at, Submission: r.submission}
	return r.s.Emit()
}

// record reads a level or a claim.
func (r *Reader) record() (opens, goOn bool) {
	switch {
	case r.c.Tag() == codec.CLM:
		return true, r.readClaim()
	case codec.Opens(r.c, &billingLevelLoop):
		return true, r.readBilling()
	case codec.Opens(r.c, &subscriberLevelLoop):
		return true, r.readSubscriber()
	case codec.Opens(r.c, &patientLevelLoop):
		return true, r.readPatient()
	}
	return false, true
}

// context hands a context out that has no claim.
func (r *Reader) context() bool {
	if !r.pending {
		return true
	}
	r.pending = false
	r.item = Item{Step: x12.Step{Kind: x12.ContextStep}, At: r.at, Submission: r.submission, BillingProvider: r.billing, Subscriber: r.subscriber, Patient: r.patient}
	return r.s.Emit()
}

func (r *Reader) readBilling() bool {
	if !r.context() {
		return false
	}
	r.s.Enter(billingLife)
	r.subscriber, r.patient = nil, nil
	r.at.Billing, r.at.Subscriber, r.at.Patient = r.at.Billing+1, 0, 0
	r.billing = codec.New[BillingProvider](r.c)
	r.billing.At = r.at
	codec.Read(r.c, &billingLevelLoop, r.billing)
	r.pending = true
	return true
}

func (r *Reader) readSubscriber() bool {
	if (r.subscriber != nil || r.patient != nil) && !r.context() {
		return false
	}
	r.s.Enter(subscriberLife)
	r.patient = nil
	r.at.Subscriber, r.at.Patient = r.at.Subscriber+1, 0
	r.subscriber = codec.New[Subscriber](r.c)
	r.subscriber.At = r.at
	codec.Read(r.c, &subscriberLevelLoop, r.subscriber)
	r.pending = true
	return true
}

func (r *Reader) readPatient() bool {
	if r.patient != nil && !r.context() {
		return false
	}
	r.s.Enter(patientLife)
	r.at.Patient++
	r.patient = codec.New[Patient](r.c)
	r.patient.At = r.at
	codec.Read(r.c, &patientLevelLoop, r.patient)
	r.pending = true
	return true
}

func (r *Reader) readClaim() bool {
	r.s.Enter(claimLife)
	claim := r.claim
	if claim == nil || !r.s.Reuse() {
		claim = new(Claim)
		r.claim = claim
	}
	*claim = Claim{}
	claim.Kind, claim.At, claim.Submission, claim.BillingProvider, claim.Subscriber, claim.Patient = r.kind, r.at, r.submission, r.billing, r.subscriber, r.patient
	pos := r.c.Segment().Position()
	codec.Read(r.c, claim.Kind.claimLoop(), claim)
	r.pending = false
	r.item = Item{Step: x12.Step{Kind: x12.RecordStep, Position: pos}, At: r.at, Submission: r.submission, BillingProvider: r.billing, Subscriber: r.subscriber, Patient: r.patient, Claim: claim}
	return r.s.Emit()
}
