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

// Where an issue stands is where the guide has its field; of an adjustment, as if it
// were the first of its segment.
func TestIssuePosition(t *testing.T) {
	at := func(loop, tag string, element, component int) x12.Position {
		return x12.Position{Loop: loop, Tag: tag, Element: element, Component: component}
	}
	for _, c := range []struct {
		path string
		want x12.Position
	}{
		{"paid", at("2100", "CLP", 4, 0)},
		{"patient", at("2100", "NM1", 0, 0)},
		{"corrected.last", at("2100", "NM1", 3, 0)},
		{"adjustments[0].amount", at("2100", "CAS", 3, 0)},
		{"adjustments[1].amount", at("2100", "CAS", 3, 0)},
		{"amounts[2].amount", at("2100", "AMT", 2, 0)},
		{"lines[3].submitted", at("2110", "SVC", 6, 0)},
		{"lines[3].controlNumber", at("2110", "REF", 2, 0)},
		{"lines[12].adjustments[17].quantity", at("2110", "CAS", 4, 0)},
		{"lines[12].adjustments[5].group", at("2110", "CAS", 1, 0)},
		{"header.provider.charge", at("2000", "TS3", 5, 0)},
		{"remittance.receiverAccount.bankIDType", at("", "BPR", 12, 0)},
		{"remittance.payer.technicalContacts", at("1000A", "PER", 0, 0)},
		{"remittance.payee.secondaryIDs[0].id", at("1000B", "REF", 2, 0)},
		{"summary.adjustments[0].amount", at("", "PLB", 4, 0)},
		{"summary.adjustments[8].reference", at("", "PLB", 3, 2)},
		{"summary.adjustments[8].fiscalPeriod", at("", "PLB", 2, 0)},
		{"lines[0].nothing", x12.Position{}},
	} {
		if got := position(c.path); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.path, got, c.want)
		}
	}
}
