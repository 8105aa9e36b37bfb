// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"bytes"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

// numbers are the elements of a remittance that are numbers.
var numbers = testkit.NumbersOf("835", Guide)

// recoded is what became of a stream.
type recoded struct {
	out    []byte
	items  []Item
	issues []x12.Issue // of reading
	fixed  []x12.Issue // of writing
	err    error
}

// recode reads a stream as items and writes them again.
func recode(in []byte, o *ReaderOptions) (r recoded) {
	var ro ReaderOptions
	if o != nil {
		ro = *o
	}
	ro.OnIssue = func(i x12.Issue) { r.issues = append(r.issues, i) }
	var dst bytes.Buffer
	w := NewRecodeWriter(&dst, func(i x12.Issue) { r.fixed = append(r.fixed, i) })
	for item, err := range NewReader(bytes.NewReader(in), &ro).Items() {
		if err == nil {
			err = w.Write(item)
		}
		if err != nil {
			r.err = err
			break
		}
		r.items = append(r.items, *item)
	}
	if err := w.Close(); err != nil && r.err == nil {
		r.err = err
	}
	r.out = dst.Bytes()
	return r
}

// paymentsOf reads the claim payments of a stream that must be readable.
func paymentsOf(t testing.TB, in []byte, o *ReaderOptions) []*ClaimPayment {
	t.Helper()
	var out []*ClaimPayment
	for p, err := range NewReader(bytes.NewReader(in), o).Payments() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	return out
}

// canonical is the payment with what a canonical writer gives anew taken out:
// ordinals, the scale of numbers, the places of adjustments and of what no field
// holds; and with a header number, which it makes when there is none.
func canonical(p *ClaimPayment) *ClaimPayment {
	p = p.Clone()
	p.At = At{}
	if p.Remittance != nil {
		p.Remittance.At = At{}
	}
	if p.Header == nil {
		p.Header = new(HeaderNumber)
	}
	p.Header.At = At{}
	if p.Header.Number == "" {
		p.Header.Number = "1"
	}
	for i := range p.Adjustments {
		p.Adjustments[i].Place = 0
	}
	for i := range p.Lines {
		for k := range p.Lines[i].Adjustments {
			p.Lines[i].Adjustments[k].Place = 0
		}
	}
	testkit.Canonical(p)
	return p
}

func canonicalSummary(s *Summary) *Summary {
	s = s.Clone()
	s.At = At{}
	if s.Remittance != nil {
		s.Remittance.At = At{}
	}
	for i := range s.Adjustments {
		s.Adjustments[i].Place = 0
	}
	testkit.Canonical(s)
	return s
}
