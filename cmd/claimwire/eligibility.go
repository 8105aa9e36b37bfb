// SPDX-License-Identifier: Apache-2.0

package main

import (
	"errors"
	"io"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/x12"
)

// eligibility are the sets that eligibility270 reads: a record is a patient of an
// inquiry or a response, or a refusal that names none.
type eligibility struct{}

func (eligibility) reads(set *x12.Set, group *x12.Group) bool {
	return (set.ID == "270" || set.ID == "271") && eligibility270.IsEligibility(set.Guide(group))
}

func (f eligibility) open(src io.Reader, o readOptions) func(func(*item) bool) error {
	r := eligibility270.NewReader(src, &eligibility270.ReaderOptions{X12: o.x12, Reuse: true, OnIssue: o.onIssue, OnSegment: o.onSegment})
	return passOf(f, r.Items(), func(i *eligibility270.Item) *x12.Step { return &i.Step })
}

func (eligibility) writer(dst io.Writer) func(any) error {
	w := eligibility270.NewRecodeWriter(dst, nil)
	return func(v any) error { return w.Write(v.(*eligibility270.Item)) }
}

// Types of records.
const (
	typeInquiry  = "270"
	typeResponse = "271"
	typeRefusal  = "271.source"
)

// levels is what a record has of what stands around patients.
type levels struct {
	Transaction *eligibility270.Transaction
	Source      *eligibility270.Source
	Receiver    *eligibility270.Receiver
	Subscriber  *eligibility270.Member
	Dependent   *eligibility270.Member
}

// refuses reports whether the payer refuses at a level without a patient.
func (l *levels) refuses() bool {
	return l.Subscriber == nil && (l.Source != nil && len(l.Source.LevelRejections)+len(l.Source.Rejections) > 0 ||
		l.Receiver != nil && len(l.Receiver.Rejections) > 0)
}

// eligibilityRecording makes records of patients.
type eligibilityRecording struct {
	transaction *eligibility270.Transaction
}

func (eligibility) recording() recording { return new(eligibilityRecording) }

func (c *eligibilityRecording) record(r *recorder, it *item) error {
	v := it.value.(*eligibility270.Item)
	switch v.Kind {
	case x12.SetBegin:
		c.transaction = v.Transaction
		return nil
	case x12.RecordStep:
		if v.Inquiry != nil {
			r.begin(typeInquiry, &v.At)
			r.key("patient")
			return r.end(v.Inquiry)
		}
		r.begin(typeResponse, &v.At)
		r.key("patient")
		return r.end(v.Response)
	case x12.ContextStep:
		l := levels{v.Transaction, v.Source, v.Receiver, v.Subscriber, v.Dependent}
		if !l.refuses() {
			return r.context(&v.At, l)
		}
		r.begin(typeRefusal, &v.At)
		r.key("source")
		return r.end(l)
	}
	if r.set.shown {
		return nil
	}
	return c.show(r)
}

// show writes a record of a set that has no patient yet.
func (c *eligibilityRecording) show(r *recorder) error {
	if c.transaction == nil {
		return r.context(nil, nil)
	}
	return r.context(nil, levels{Transaction: c.transaction})
}

func (f eligibility) items(rec *record, begin *x12.Step) ([]any, error) {
	it := &eligibility270.Item{At: eligibility270.At{Interchange: rec.at.Interchange, Group: rec.at.Group, Set: rec.at.Set}}
	l, err := f.recordOf(rec, it)
	if err == nil {
		err = l.placed()
	}
	if err != nil {
		return nil, err
	}
	var out []any
	if begin != nil {
		out = append(out, &eligibility270.Item{Step: x12.Step{Kind: x12.SetBegin, Set: begin.Set, Typed: true}, At: it.At, Transaction: l.Transaction})
	}
	if it.Kind != 0 {
		out = append(out, it)
	}
	return out, nil
}

// recordOf takes what a record is about, and what that stands in.
func (eligibility) recordOf(rec *record, it *eligibility270.Item) (l levels, err error) {
	switch rec.kind {
	case typeInquiry:
		q := new(eligibility270.Inquiry)
		err = rec.need("patient", q)
		it.Kind, it.Inquiry = x12.RecordStep, q
		return levels{q.Transaction, q.Source, q.Receiver, q.Subscriber, q.Dependent}, err
	case typeResponse:
		p := new(eligibility270.Response)
		err = rec.need("patient", p)
		it.Kind, it.Response = x12.RecordStep, p
		return levels{p.Transaction, p.Source, p.Receiver, p.Subscriber, p.Dependent}, err
	case typeRefusal:
		err = rec.need("source", &l)
	case "set":
		_, err = rec.body("context", &l)
	default:
		err = rec.misfit()
	}
	it.Transaction, it.Source, it.Receiver, it.Subscriber, it.Dependent = l.Transaction, l.Source, l.Receiver, l.Subscriber, l.Dependent
	if l.Source != nil || l.Receiver != nil || l.Subscriber != nil || l.Dependent != nil {
		it.Kind = x12.ContextStep
	}
	return l, err
}

// placed tells what lacks the ordinals by which it is written once.
func (l *levels) placed() error {
	switch {
	case l.Source != nil && l.Source.At.Source < 1:
		return errors.New("source.at.source is missing")
	case l.Receiver != nil && l.Receiver.At.Receiver < 1:
		return errors.New("receiver.at.receiver is missing")
	case l.Subscriber != nil && l.Subscriber.At.Subscriber < 1:
		return errors.New("subscriber.at.subscriber is missing")
	case l.Dependent != nil && l.Dependent.At.Dependent < 1:
		return errors.New("dependent.at.dependent is missing")
	}
	return nil
}
