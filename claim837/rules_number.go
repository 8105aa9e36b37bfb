// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/x12"
)

// The forms of numbers that others gave: specialties, taxes, laboratories,
// members.

func numberRules() []Rule {
	return []Rule{
		{ID: "CS-TAX", SNIP: 5, Severity: isError, Sets: allKinds, Check: taxonomiesHaveForm, // EDIT-096
			Title: "a taxonomy code is not two digits, seven letters or digits and an X", Fix: "give the ten characters of the NUCC list, as in 207Q00000X"},
		{ID: "CS-TIN", SNIP: 5, Severity: isError, Sets: allKinds, Check: taxNumbersArePossible, // EDIT-051, EDIT-105
			Title: "a tax number is one that nobody has", Fix: "check it for a typing error"},
		{ID: "CS-CLIA", SNIP: 5, Severity: isError, Sets: onlyP, Check: cliaForm,
			Title: "a CLIA number is not ten characters with D in the third place", Fix: "copy it from the laboratory's certificate, as in 12D3456789"},
		{ID: "CS-MBI", SNIP: 5, Severity: isError, Sets: allKinds, Check: medicareNumberForm, // MCR-02, EDIT-120
			Title: "the member id is no Medicare Beneficiary Identifier, which took the place of all others in 2020", Fix: "take the eleven characters from the patient's new card, without hyphens"},
	}
}

func taxonomiesHaveForm(c *Claim, r *report) {
	check := func(v, path string, line int) {
		switch {
		case v == "":
		case !alnumOf(v, 10) || !digits(v[:2], 2):
			find(r, atLine(line, path)+".taxonomy", v)
		case v[9] != 'X': // as in published examples
			strictly(r, atLine(line, path)+".taxonomy", v)
		}
	}
	provider := func(p *Provider, path string, line int) {
		if p != nil {
			check(p.Taxonomy, path, line)
		}
	}
	if b := c.BillingProvider; b != nil {
		check(b.Taxonomy, "billingProvider", -1)
	}
	provider(c.Referring, "referring", -1)
	provider(c.Rendering, "rendering", -1)
	provider(institutional(c).Attending, "institutional.attending", -1)
	provider(dental(c).AssistantSurgeon, "dental.assistantSurgeon", -1)
	for i := range c.Lines {
		l := &c.Lines[i]
		provider(l.Rendering, "rendering", i)
		if l.Dental != nil {
			provider(l.Dental.AssistantSurgeon, "dental.assistantSurgeon", i)
		}
	}
}

// allEqual reports whether all characters of s are the same.
func allEqual(s string) bool {
	for i := range len(s) {
		if s[i] != s[0] {
			return false
		}
	}
	return s != ""
}

// unassignedEIN reports whether no employer's number begins so: the IRS gives the
// other pairs of digits to its campuses.
func unassignedEIN(v string) bool {
	switch v[:2] {
	case "00", "07", "08", "09", "17", "18", "19", "28", "29", "49", "69", "70", "78", "79", "89", "96", "97":
		return true
	}
	return false
}

func taxNumbersArePossible(c *Claim, r *report) {
	ein := func(v string, at func() string) {
		switch {
		case !digits(v, 9): // other rules find it
		case allEqual(v): // as in published examples
			strictly(r, at(), v)
		case unassignedEIN(v):
			warn(r, at(), v, "no employer's number begins with these two digits")
		}
	}
	ssn := func(v string, at func() string) {
		switch {
		case !digits(v, 9): // other rules find it
		case v[:3] == "000", v[:3] == "666", v[3:5] == "00", v[5:] == "0000", allEqual(v):
			fail(r, at(), v, "a social security number is one that nobody has: the first three digits are 000 or 666, the next two 00, the last four 0000, or all are the same")
		case v[0] == '9':
			warn(r, at(), v, "a social security number begins with 9, as those of taxpayers without one do")
		}
	}
	payer := func(ids []x12.Reference, s site) {
		for k := range ids {
			if v := ids[k].ID; ids[k].Qualifier == ReferenceEmployerID {
				at := func() string { return s.at(in("secondaryIDs", k, "id")) }
				if ein(v, at); !digits(v, 9) {
					mild(r, at(), v, "the payer's tax number is not nine digits")
				}
			}
		}
	}
	if b := c.BillingProvider; b != nil && (b.EIN == "" || b.SSN == "") { // else 837-PRV-04 finds it
		ein(b.EIN, func() string { return "billingProvider.ein" })
		ssn(b.SSN, func() string { return "billingProvider.ssn" })
		if b.PayToPlan != nil {
			ein(b.PayToPlan.EIN, func() string { return "billingProvider.payToPlan.ein" })
		}
	}
	if s := c.Subscriber; s != nil {
		ssn(s.SSN, func() string { return "subscriber.ssn" })
		payer(s.Payer.SecondaryIDs, site{path: "subscriber.payer"})
	}
	if p := c.Patient; p != nil {
		ssn(p.SSN, func() string { return "patient.ssn" })
	}
	for k := range c.OtherCoverage {
		o := &c.OtherCoverage[k]
		ssn(o.Subscriber.SSN, func() string { return in("otherCoverage", k, "subscriber.ssn") })
		payer(o.Payer.SecondaryIDs, site{list: "otherCoverage", index: k, path: "payer"})
	}
}

func cliaForm(c *Claim, r *report) {
	sound := func(v string) bool { return v == "" || alnumOf(v, 10) && v[2] == 'D' && digits(v[3:], 7) }
	if !sound(c.CLIA) {
		find(r, "clia", c.CLIA)
	}
	for i := range c.Lines {
		if v := c.Lines[i].CLIA; !sound(v) {
			find(r, in("lines", i, "clia"), v)
		}
		if v := c.Lines[i].ReferringCLIA; !sound(v) {
			find(r, in("lines", i, "referringCLIA"), v)
		}
	}
}

// onlyMBI is the first day of service that is billed to Medicare by an MBI alone.
const onlyMBI x12.Date = 20200101

func medicareNumberForm(c *Claim, r *report) {
	if first := firstService(c); first != 0 && first < onlyMBI {
		return
	}
	if s := c.Subscriber; s != nil && claimcode.IsMedicare(s.FilingIndicator) && s.Name.ID != "" && !claimcode.ValidMBI(s.Name.ID) {
		find(r, "subscriber.name.id", s.Name.ID)
	}
	for k := range c.OtherCoverage {
		if o := &c.OtherCoverage[k]; claimcode.IsMedicare(o.FilingIndicator) && o.Subscriber.Name.ID != "" && !claimcode.ValidMBI(o.Subscriber.Name.ID) {
			find(r, in("otherCoverage", k, "subscriber.name.id"), o.Subscriber.Name.ID)
		}
	}
}
