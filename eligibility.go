// SPDX-License-Identifier: Apache-2.0

package claimwire

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

func (eligibility) open(src io.Reader, o ReaderOptions) func(func(*Item) bool) error {
	r := eligibility270.NewReader(src, new(eligibility270.ReaderOptions(o)))
	return passOf(r.Items(), func(i *eligibility270.Item) *x12.Step { return &i.Step }, func(out *Item, i *eligibility270.Item) { out.Eligibility = i })
}

func (eligibility) writer(dst io.Writer) func(*Item) error {
	w := eligibility270.NewRecodeWriter(dst, nil)
	return func(it *Item) error { return w.Write(it.Eligibility) }
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

func (c *eligibilityRecording) record(r *RecordWriter, it *Item) error {
	v := it.Eligibility
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
func (c *eligibilityRecording) show(r *RecordWriter) error {
	if c.transaction == nil {
		return r.context(nil, nil)
	}
	return r.context(nil, levels{Transaction: c.transaction})
}

func (f eligibility) items(rec *record, begin *x12.Step) ([]*Item, error) {
	it := &eligibility270.Item{At: eligibility270.At{Interchange: rec.at.Interchange, Group: rec.at.Group, Set: rec.at.Set}}
	l, err := f.recordOf(rec, it)
	if err == nil {
		err = l.placed()
	}
	if err != nil {
		return nil, err
	}
	var out []*Item
	if begin != nil {
		out = append(out, ownEligibility(&eligibility270.Item{Step: x12.Step{Kind: x12.SetBegin, Set: begin.Set, Typed: true}, At: it.At, Transaction: l.Transaction}))
	}
	if it.Kind != 0 {
		out = append(out, ownEligibility(it))
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

// placed returns an error for what lacks the ordinals by which it is written once.
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

// ownEligibility returns an item of the package as one of any package.
func ownEligibility(i *eligibility270.Item) *Item { return &Item{Step: i.Step, Eligibility: i} }
