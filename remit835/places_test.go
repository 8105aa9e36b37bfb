// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"errors"
	"io"
	"slices"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// A list that is longer than its segment is refused, by the path of the first entry
// too many; all of them at once.
func TestMisplaced(t *testing.T) {
	long := []x12.Code{"A", "B", "C", "D", "E", "F"}
	numbers := make([]x12.ContactNumber, 4)
	remittance := func(p *ClaimPayment) *Remittance {
		r := *p.Remittance
		p.Remittance = &r
		return &r
	}
	for _, c := range []struct {
		name string
		set  func(*ClaimPayment)
		want []string
	}{
		{"nothing", func(*ClaimPayment) {}, nil},
		{"inpatient", func(p *ClaimPayment) { p.Inpatient = &InpatientAdjudication{MoreRemarks: long} }, []string{"inpatient.moreRemarks[4]"}},
		{"outpatient", func(p *ClaimPayment) { p.Outpatient = &OutpatientAdjudication{Remarks: long} }, []string{"outpatient.remarks[5]"}},
		{"contacts", func(p *ClaimPayment) { p.Contacts = []x12.Contact{{}, {Numbers: numbers}} }, []string{"contacts[1].numbers[3]"}},
		{"lines", func(p *ClaimPayment) {
			p.Lines[0].Procedure.Modifiers, p.Lines[1].Submitted = long, &Procedure{Modifiers: long}
		}, []string{"lines[0].procedure.modifiers[4]", "lines[1].submitted.modifiers[4]"}},
		{"payer", func(p *ClaimPayment) {
			r := remittance(p)
			r.Payer.Contact, r.Payer.TechnicalContacts = &x12.Contact{Numbers: numbers}, []x12.Contact{{Numbers: numbers}}
		}, []string{"remittance.payer.contact.numbers[3]", "remittance.payer.technicalContacts[0].numbers[3]"}},
	} {
		p := goodRemittance().payments[0].Clone()
		c.set(p)
		if got := misplaced(p); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if c.want == nil {
			continue
		}
		var refused *RefusedError
		err := NewWriter(io.Discard, envelope(), &WriterOptions{Rules: NoRules}).Write(p)
		if !errors.As(err, &refused) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var lost []string // the guide may have something against the rest
		for _, i := range refused.Issues {
			if i.Code == CodeNoPlace {
				lost = append(lost, i.Path)
			}
		}
		if !slices.Equal(lost, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
