// SPDX-License-Identifier: Apache-2.0

package claimwire

import (
	"errors"
	"io"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
)

// claims are the sets that claim837 reads: a record is a claim, or a context
// without one.
type claims struct{}

func (claims) reads(set *x12.Set, group *x12.Group) bool {
	return set.ID == "837" && claim837.KindOf(set.Guide(group)) != 0
}

func (claims) open(src io.Reader, o ReaderOptions) func(func(*Item) bool) error {
	r := claim837.NewReader(src, new(claim837.ReaderOptions(o)))
	return passOf(r.Items(), func(i *claim837.Item) *x12.Step { return &i.Step }, func(out *Item, i *claim837.Item) { out.Claim = i })
}

func (claims) writer(dst io.Writer) func(*Item) error {
	w := claim837.NewRecodeWriter(dst, nil)
	return func(it *Item) error { return w.Write(it.Claim) }
}

// around is what a record has of those around claims.
type around struct {
	Submission      *claim837.Submission
	BillingProvider *claim837.BillingProvider
	Subscriber      *claim837.Subscriber
	Patient         *claim837.Patient
}

// claimRecording makes records of claims.
type claimRecording struct {
	submission *claim837.Submission
}

func (claims) recording() recording { return new(claimRecording) }

func (c *claimRecording) record(r *RecordWriter, it *Item) error {
	v := it.Claim
	switch v.Kind {
	case x12.SetBegin:
		c.submission = v.Submission
		return nil
	case x12.RecordStep:
		r.begin(v.Claim.Kind.String(), &v.At)
		r.key("claim")
		return r.end(v.Claim)
	case x12.ContextStep:
		return r.context(&v.At, around{v.Submission, v.BillingProvider, v.Subscriber, v.Patient})
	}
	if r.set.shown {
		return nil
	}
	return c.show(r)
}

// show writes a record of a set that has no claim yet.
func (c *claimRecording) show(r *RecordWriter) error {
	if c.submission == nil {
		return r.context(nil, nil)
	}
	return r.context(nil, around{Submission: c.submission})
}

func (f claims) items(rec *record, begin *x12.Step) ([]*Item, error) {
	it := &claim837.Item{At: claim837.At{Interchange: rec.at.Interchange, Group: rec.at.Group, Set: rec.at.Set}}
	var err error
	switch rec.kind {
	case "set":
		err = f.contextOf(rec, it)
	case "837P", "837I", "837D":
		err = f.claimOf(rec, it)
	default:
		err = rec.misfit()
	}
	if err != nil {
		return nil, err
	}
	var out []*Item
	if begin != nil {
		out = append(out, ownClaim(&claim837.Item{Step: x12.Step{Kind: x12.SetBegin, Set: begin.Set, Typed: true}, At: it.At, Submission: it.Submission}))
	}
	if it.Kind != 0 {
		out = append(out, ownClaim(it))
	}
	return out, nil
}

// claimOf takes the claim of a record.
func (claims) claimOf(rec *record, it *claim837.Item) error {
	c := new(claim837.Claim)
	if err := rec.need("claim", c); err != nil {
		return err
	}
	if c.Kind.String() != rec.kind {
		return errors.New("type and claim.kind differ")
	}
	it.Kind, it.Claim, it.Submission = x12.RecordStep, c, c.Submission
	return placed(c.BillingProvider, c.Subscriber, c.Patient)
}

// contextOf takes what a record has without a claim.
func (claims) contextOf(rec *record, it *claim837.Item) error {
	var c around
	if _, err := rec.body("context", &c); err != nil {
		return err
	}
	it.Submission, it.BillingProvider, it.Subscriber, it.Patient = c.Submission, c.BillingProvider, c.Subscriber, c.Patient
	if c.BillingProvider != nil || c.Subscriber != nil || c.Patient != nil {
		it.Kind = x12.ContextStep
	}
	return placed(c.BillingProvider, c.Subscriber, c.Patient)
}

// placed returns an error for what lacks the ordinals by which it is written once.
func placed(b *claim837.BillingProvider, s *claim837.Subscriber, p *claim837.Patient) error {
	switch {
	case b != nil && b.At.Billing < 1:
		return errors.New("billingProvider.at.billing is missing")
	case s != nil && s.At.Subscriber < 1:
		return errors.New("subscriber.at.subscriber is missing")
	case p != nil && p.At.Patient < 1:
		return errors.New("patient.at.patient is missing")
	}
	return nil
}

// ownClaim returns an item of the package as one of any package.
func ownClaim(i *claim837.Item) *Item { return &Item{Step: i.Step, Claim: i} }
