// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"strconv"

	"github.com/claimwire/claimwire/x12"
)

// What a Writer refuses besides what the guide does not allow.
const (
	// CodeNoRemittance is a payment without a remittance.
	CodeNoRemittance x12.IssueCode = "no-remittance"
	// CodeNoPlace is a value that is set and that no segment would carry: a list is
	// longer than its segment.
	CodeNoPlace x12.IssueCode = "no-place-for-value"
)

func noRemittance() x12.Issue {
	return x12.Issue{Code: CodeNoRemittance, Severity: x12.Error, SNIP: 4, Path: "Remittance",
		Detail: "the payment has no remittance, and no set is open; give it one, or call Begin"}
}

func noPlace(path string) x12.Issue {
	return x12.Issue{Code: CodeNoPlace, Severity: x12.Error, SNIP: 4, Path: path,
		Detail: "a segment has no place for this value; take it out, or give it where it belongs"}
}

// misplaced returns the path of the first value of a payment that no segment
// would carry; empty when there is none.
func misplaced(p *ClaimPayment) string {
	if m := p.Inpatient; m != nil && len(m.MoreRemarks) > 4 {
		return "Inpatient.MoreRemarks[4]"
	}
	if m := p.Outpatient; m != nil && len(m.Remarks) > 5 {
		return "Outpatient.Remarks[5]"
	}
	if path := misplacedNumbers(p.Contacts, "Contacts"); path != "" {
		return path
	}
	for i := range p.Lines {
		l := &p.Lines[i]
		switch {
		case len(l.Procedure.Modifiers) > 4:
			return index("Lines", i) + ".Procedure.Modifiers[4]"
		case l.Submitted != nil && len(l.Submitted.Modifiers) > 4:
			return index("Lines", i) + ".Submitted.Modifiers[4]"
		}
	}
	return ""
}

// misplacedHead is misplaced for what stands before the payments.
func misplacedHead(r *Remittance) string {
	if c := r.Payer.Contact; c != nil && len(c.Numbers) > 3 {
		return "Remittance.Payer.Contact.Numbers[3]"
	}
	return misplacedNumbers(r.Payer.TechnicalContacts, "Remittance.Payer.TechnicalContacts")
}

func misplacedNumbers(contacts []x12.Contact, field string) string {
	for i := range contacts {
		if len(contacts[i].Numbers) > 3 {
			return index(field, i) + ".Numbers[3]"
		}
	}
	return ""
}

func index(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }
