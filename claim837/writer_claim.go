package claim837

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/x12"
)

// put writes a claim with the contexts that it needs, and judges the bytes.
func (w *Writer) put(claim *Claim) {
	s := &w.state
	judge := w.judge(claim.Kind)
	if w.err != nil {
		return
	}
	if s.inSet && (s.claims >= w.o.MaxClaims || s.kind != claim.Kind) {
		w.fail(w.endSet())
	}
	if !s.inSet {
		if w.beginSet(claim.Kind); w.err != nil {
			return
		}
	}
	from := w.x.Hold()
	w.billing(claim)
	w.person(claim)
	w.c.Number(x12.Level{}, lineNumbers(claim))
	codec.Write(w.c, claim.Kind.claimLoop(), claim)
	w.fail(w.c.Fault())
	s.claims++
	s.under++
	if judge != nil && !w.errors() {
		w.fail(judge.Feed(w.x.Since(from)))
		judge.Close("2300")
	}
	w.fail(w.x.Release())
}

// fail takes an error as a finding, so that it stops the claim.
func (w *Writer) fail(err error) {
	if err == nil {
		return
	}
	if i, ok := err.(x12.Issue); ok {
		if !w.errors() { // else the writer has told already
			w.note(i)
		}
		return
	}
	w.err = err
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

// beginSet opens a set, and a group for claims of the kind when none is open.
func (w *Writer) beginSet(k Kind) {
	s := &w.state
	if s.kind != k {
		w.beginGroup(k)
	}
	from := w.x.Hold()
	set := w.env.Set
	set.Control, set.Convention = w.control(s.sets+1), w.convention(k)
	w.fail(w.x.BeginSet(&set))
	*s = writerState{kind: k, groups: s.groups, inSet: true, sets: s.sets + 1}
	sub := w.env.Submission
	if s.sets > 1 && sub.Reference != "" {
		sub.Reference += "-" + strconv.Itoa(s.sets)
	}
	codec.Write(w.c, &submissionLoop, &sub)
	w.fail(w.c.Fault())
	if judge := w.judge(k); judge != nil {
		_, n, _ := w.x.Counts()
		judge.FeedFrom(w.x.Delimiters(), w.x.LineBreak(), x12.Position{Interchange: 1, Group: s.groups, Set: n})
		judge.Begin()
		w.fail(judge.Feed(w.x.Since(from)))
	}
	if w.errors() { // no claim is to blame
		w.err = fmt.Errorf("claim837: the envelope cannot be written: %w", (&RefusedError{w.found}).first())
	}
	w.fail(w.x.Release())
}

// beginGroup opens a group, and the interchange before the first.
func (w *Writer) beginGroup(k Kind) {
	s := &w.state
	if s.groups == 0 {
		w.fail(w.x.BeginInterchange(&w.env.Interchange))
	} else {
		w.fail(w.x.EndGroup())
	}
	s.kind, s.groups = k, s.groups+1
	if err := w.countGroup(s.groups); err != nil {
		w.err = err
		return
	}
	group := w.env.Group
	group.Control, group.Version = w.controlOfGroup(s.groups), w.version(k)
	w.fail(w.x.BeginGroup(&group))
}

// endSet closes the set.
func (w *Writer) endSet() error {
	if !w.state.inSet {
		return nil
	}
	w.state.inSet = false
	return w.x.EndSet()
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
	w.c.Number(x12.Level{ID: strconv.Itoa(s.hl), Child: "1"}, nil)
	codec.Write(w.c, &billingLevelLoop, b)
	w.fail(w.c.Fault())
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
	mark := w.x.Hold()
	w.c.Number(x12.Level{}, nil)
	codec.Write(w.c, l, b)
	out := append([]byte(nil), w.x.Since(mark)...)
	w.x.Rollback(mark)
	w.fail(w.c.Fault())
	w.fail(w.x.Release())
	return out
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
		mark := w.x.Hold()
		w.c.Number(x12.Level{ID: strconv.Itoa(s.hl + 1), Parent: strconv.Itoa(s.billingHL), Child: child}, nil)
		codec.Write(w.c, &subscriberLevelLoop, claim.Subscriber)
		w.fail(w.c.Fault())
		body := afterFirst(w.x.Since(mark), w.x.Delimiters().Segment)
		if !fresh && sameContext(claim.Subscriber.At, s.subAt, body, w.subscriber) {
			w.x.Rollback(mark)
		} else {
			w.newSubscriber = append(w.newSubscriber, body...)
			s.hl++
			s.subHL, s.sub, s.pat, s.under, s.hasPatient = s.hl, claim.Subscriber, nil, 0, claim.Patient != nil
			s.subAt = claim.Subscriber.At
		}
		w.fail(w.x.Release())
	}
	if claim.Patient == nil || (claim.Patient == s.pat && claim.Patient.At == s.patAt && !full) {
		return
	}
	mark := w.x.Hold()
	w.c.Number(x12.Level{ID: strconv.Itoa(s.hl + 1), Parent: strconv.Itoa(s.subHL), Child: "0"}, nil)
	codec.Write(w.c, &patientLevelLoop, claim.Patient)
	w.fail(w.c.Fault())
	body := afterFirst(w.x.Since(mark), w.x.Delimiters().Segment)
	if s.pat != nil && !full && sameContext(claim.Patient.At, s.patAt, body, w.patient) {
		w.x.Rollback(mark)
	} else {
		w.newPatient = append(w.newPatient, body...)
		s.hl++
		s.pat, s.patAt, s.under = claim.Patient, claim.Patient.At, 0
	}
	w.fail(w.x.Release())
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
