// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"bytes"
	"strconv"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/stream"
	"github.com/claimwire/claimwire/x12"
)

// put writes a claim with the contexts that it needs, and checks the bytes.
func (w *Writer) put(claim *Claim) {
	s := &w.state
	guide, inSet := w.b.InSet()
	if !inSet || s.claims >= w.o.MaxClaims || guide != w.version(claim.Kind) {
		if w.beginSet(claim.Kind); w.b.Err() != nil {
			return
		}
	}
	from := w.b.X.Hold()
	w.billing(claim)
	w.person(claim)
	w.b.C.Number(x12.Level{}, lineNumbers(claim))
	codec.Write(w.b.C, claim.Kind.claimLoop(), claim)
	w.b.Validator(from, "2300")
	s.claims++
	s.under++
}

// lineNumbers returns how line numbers change when lines are numbered anew; nil
// when nothing refers to a line.
func lineNumbers(claim *Claim) func(int) int {
	for i := range claim.Lines {
		for _, a := range claim.Lines[i].Adjudications {
			if a.BundledInto != 0 {
				return func(n int) int {
					for k := range claim.Lines {
						if claim.Lines[k].Number == n {
							return k + 1
						}
					}
					return n
				}
			}
		}
	}
	return nil
}

// beginSet opens a set for claims of the kind.
func (w *Writer) beginSet(k Kind) {
	w.state = writerState{}
	w.b.BeginSet(w.version(k), w.convention(k), func() {
		w.head = w.env.Submission
		if n := w.b.Sets(); n > 1 && w.head.Reference != "" {
			w.head.Reference += "-" + strconv.Itoa(n)
		}
		codec.Write(w.b.C, &submissionLoop, &w.head)
	})
	if w.b.Failed() { // no claim is to blame
		w.b.Envelope()
	}
}

// billing opens a billing provider when the claim has another than the last.
func (w *Writer) billing(claim *Claim) {
	s := &w.state
	b := claim.BillingProvider
	if s.billing != nil && b != nil && (b == s.billing && b.At == s.billingAt || w.sameBilling(b)) {
		return
	}
	s.hl++
	s.billingHL, s.billing, s.sub, s.pat, s.under = s.hl, b, nil, nil, 0
	if b == nil {
		return
	}
	s.billingAt = b.At
	w.b.C.Number(x12.Level{ID: strconv.Itoa(s.hl), Child: "1"}, nil)
	codec.Write(w.b.C, &billingLevelLoop, b)
	w.b.Fail(w.b.C.Fault())
}

// sameBilling compares by ordinals when both have them, else by content.
func (w *Writer) sameBilling(b *BillingProvider) bool {
	if b.At != (At{}) && w.state.billingAt != (At{}) {
		return b.At == w.state.billingAt
	}
	return bytes.Equal(w.content(&billingLevelLoop, b), w.content(&billingLevelLoop, w.state.billing))
}

// content is what a billing provider is written as, without its HL.
func (w *Writer) content(l *codec.Loop[BillingProvider], b *BillingProvider) []byte {
	w.b.C.Number(x12.Level{}, nil)
	return stream.Written(w.b, l, b)
}

// person opens a subscriber and a patient when the claim has others than the
// last. A subscriber whose own claims and dependents' claims follow each other
// is written twice, since SBR02 tells which it is.
func (w *Writer) person(claim *Claim) {
	s := &w.state
	w.newSubscriber, w.newPatient = w.newSubscriber[:0], w.newPatient[:0]
	full := s.under >= maxUnder
	fresh := s.sub == nil || s.hasPatient != (claim.Patient != nil) || (full && claim.Patient == nil)
	child := "0"
	if claim.Patient != nil {
		child = "1"
	}
	if claim.Subscriber != nil && (fresh || claim.Subscriber != s.sub || claim.Subscriber.At != s.subAt) {
		mark := w.b.X.Hold()
		w.b.C.Number(x12.Level{ID: strconv.Itoa(s.hl + 1), Parent: strconv.Itoa(s.billingHL), Child: child}, nil)
		codec.Write(w.b.C, &subscriberLevelLoop, claim.Subscriber)
		w.b.Fail(w.b.C.Fault())
		body := afterFirst(w.b.X.Since(mark), w.b.X.Delimiters().Segment)
		if !fresh && sameContext(claim.Subscriber.At, s.subAt, body, w.subscriber) {
			w.b.X.Rollback(mark)
		} else {
			w.newSubscriber = append(w.newSubscriber, body...)
			s.hl++
			s.subHL, s.sub, s.pat, s.under, s.hasPatient = s.hl, claim.Subscriber, nil, 0, claim.Patient != nil
			s.subAt = claim.Subscriber.At
		}
		w.b.Fail(w.b.X.Release())
	}
	if claim.Patient == nil || (claim.Patient == s.pat && claim.Patient.At == s.patAt && !full) {
		return
	}
	mark := w.b.X.Hold()
	w.b.C.Number(x12.Level{ID: strconv.Itoa(s.hl + 1), Parent: strconv.Itoa(s.subHL), Child: "0"}, nil)
	codec.Write(w.b.C, &patientLevelLoop, claim.Patient)
	w.b.Fail(w.b.C.Fault())
	body := afterFirst(w.b.X.Since(mark), w.b.X.Delimiters().Segment)
	if s.pat != nil && !full && sameContext(claim.Patient.At, s.patAt, body, w.patient) {
		w.b.X.Rollback(mark)
	} else {
		w.newPatient = append(w.newPatient, body...)
		s.hl++
		s.pat, s.patAt, s.under = claim.Patient, claim.Patient.At, 0
	}
	w.b.Fail(w.b.X.Release())
}

// sameContext compares two contexts by their ordinals when both have them, else by what
// they are written as.
func sameContext(a, b At, body, last []byte) bool {
	if a != (At{}) && b != (At{}) {
		return a == b
	}
	return bytes.Equal(body, last)
}

// afterFirst cuts the first segment off, which has the number of the level.
func afterFirst(b []byte, term byte) []byte {
	_, rest, _ := bytes.Cut(b, []byte{term})
	return rest
}
