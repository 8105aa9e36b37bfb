// SPDX-License-Identifier: Apache-2.0

package claimwire

import (
	"errors"
	"io"

	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
)

// remits are the sets that remit835 reads. A record is the head of a remittance,
// then each of its claim payments, then its summary with the figures.
type remits struct{}

func (remits) reads(set *x12.Set, group *x12.Group) bool {
	return set.ID == "835" && remit835.IsRemittance(set.Guide(group))
}

func (remits) open(src io.Reader, o ReaderOptions) func(func(*Item) bool) error {
	r := remit835.NewReader(src, new(remit835.ReaderOptions(o)))
	return passOf(r.Items(), func(i *remit835.Item) *x12.Step { return &i.Step }, func(out *Item, i *remit835.Item) { out.Remittance = i })
}

func (remits) writer(dst io.Writer) func(*Item) error {
	w := remit835.NewRecodeWriter(dst, nil)
	return func(it *Item) error { return w.Write(it.Remittance) }
}

// Types of records.
const (
	typeRemittance = "835.remittance"
	typePayment    = "835"
	typeSummary    = "835.summary"
)

// summaryEnd ends a record of a summary without its figures.
const summaryEnd = "}}\n"

// remitRecording makes records of remittances.
type remitRecording struct {
	figures *remit835.Checker // with no rule on: it adds up
	comma   bool              // the summary that is open has a key
}

func (remits) recording() recording {
	return &remitRecording{figures: remit835.NewChecker(&remit835.CheckerOptions{Rules: remit835.NoRules, Window: 1}, nil)}
}

// headerContext is what a record has of a header number without a payment.
type headerContext struct {
	Header *remit835.HeaderNumber
}

// summaryBody is what a record has of a summary. The figures are shown, never
// read.
type summaryBody struct {
	Adjustments []remit835.ProviderAdjustment
	Rest        []x12.Raw
	Totals      *remit835.Sums
	Balance     *remit835.Proof
}

func (c *remitRecording) record(r *RecordWriter, it *Item) error {
	v := it.Remittance
	b := c.figures.Item(v)
	switch v.Kind {
	case x12.SetBegin:
		r.begin(typeRemittance, &v.At)
		r.key("remittance")
		return r.end(v.Remittance)
	case x12.ContextStep:
		return r.context(&v.At, headerContext{v.Header})
	case x12.RecordStep:
		p := *v.Payment
		p.Remittance = nil // the record before has it
		r.begin(typePayment, &v.At)
		r.key("payment")
		return r.end(&p)
	case x12.SummaryStep:
		return c.summary(r, &v.At, summaryBody{Adjustments: v.Summary.Adjustments, Rest: v.Summary.Rest})
	}
	return c.finish(r, &v.At, b)
}

// summary writes a summary and leaves it open for the figures.
func (c *remitRecording) summary(r *RecordWriter, at *remit835.At, s summaryBody) error {
	r.begin(typeSummary, at)
	r.key("summary")
	if err := r.value(s); err != nil {
		return err
	}
	r.buf = r.buf[:len(r.buf)-1]
	c.comma = r.buf[len(r.buf)-1] != '{'
	r.closing = summaryEnd
	return r.flush()
}

// finish adds the figures to the summary that ends the set.
func (c *remitRecording) finish(r *RecordWriter, at *remit835.At, b *remit835.Balance) error {
	if r.closing != summaryEnd {
		err := r.close()
		if err == nil {
			err = c.summary(r, at, summaryBody{})
		}
		if err != nil {
			return err
		}
	}
	for _, v := range []struct {
		key   string
		value any
	}{{"totals", b.Once().Sums(b.Provider)}, {"balance", b.Proof()}} {
		r.key(v.key)
		if !c.comma {
			r.buf = append(r.buf[:0], r.buf[1:]...)
		}
		c.comma = true
		if err := r.value(v.value); err != nil {
			return err
		}
	}
	if err := r.flush(); err != nil {
		return err
	}
	return r.close()
}

// show is never asked for: the beginning of a remittance is a record.
func (*remitRecording) show(r *RecordWriter) error { return r.context(nil, nil) }

func (remits) items(rec *record, begin *x12.Step) ([]*Item, error) {
	at := remit835.At{Interchange: rec.at.Interchange, Group: rec.at.Group, Set: rec.at.Set}
	head := &remit835.Item{Step: x12.Step{Kind: x12.SetBegin, Typed: true}, At: at}
	it := &remit835.Item{At: at}
	var err error
	switch rec.kind {
	case typeRemittance:
		if begin == nil {
			return nil, errors.New("the remittance is not the first record of its set")
		}
		head.Remittance = new(remit835.Remittance)
		err = rec.need("remittance", head.Remittance)
	case typePayment:
		it.Kind, it.Payment = x12.RecordStep, new(remit835.ClaimPayment)
		if err = rec.need("payment", it.Payment); err == nil {
			err = numbered(it.Payment.Header)
		}
	case typeSummary:
		var s summaryBody
		err = rec.need("summary", &s)
		if len(s.Adjustments)+len(s.Rest) > 0 {
			it.Kind, it.Summary = x12.SummaryStep, &remit835.Summary{At: at, Adjustments: s.Adjustments, Rest: s.Rest}
		}
	case "set":
		var c headerContext
		if _, err = rec.body("context", &c); err == nil && c.Header != nil {
			it.Kind, it.Header = x12.ContextStep, c.Header
			err = numbered(c.Header)
		}
	default:
		err = rec.misfit()
	}
	if err != nil {
		return nil, err
	}
	var out []*Item
	if begin != nil {
		head.Set = begin.Set
		out = append(out, ownRemittance(head))
	}
	if it.Kind != 0 {
		out = append(out, ownRemittance(it))
	}
	return out, nil
}

// numbered returns an error when a header number lacks the ordinal by which it is written
// once.
func numbered(h *remit835.HeaderNumber) error {
	if h != nil && h.At.Header < 1 {
		return errors.New("header.at.header is missing")
	}
	return nil
}

// ownRemittance returns an item of the package as one of any package.
func ownRemittance(i *remit835.Item) *Item { return &Item{Step: i.Step, Remittance: i} }
