// SPDX-License-Identifier: Apache-2.0

package form

import (
	"slices"
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/x12"
)

// linesPerCMS1500 is how many services a sheet has room for.
const linesPerCMS1500 = 6

// CMS1500 returns a professional claim as the CMS-1500 of 02/12 shows it, six
// services a page, and what does not fit. The total stands on the last page;
// the others say that they are continued. A claim of another kind has no such
// form: it is nil, and the finding says so.
func CMS1500(c *claim837.Claim) (*Form, []x12.Issue) {
	if c == nil {
		c = new(claim837.Claim)
	}
	if c.Kind != claim837.Professional {
		return noForm(c)
	}
	p := &paper{}
	p.carrier(c)
	p.insured(c)
	p.otherInsured(c)
	p.condition(c)
	p.circumstances(c)
	top := p.take()
	p.put("25", "federal tax id", 15, taxID(c.BillingProvider), "billingProvider.ein")
	if b := c.BillingProvider; b != nil {
		p.tick("25", "SSN", b.EIN == "" && b.SSN != "")
		p.tick("25", "EIN", b.EIN != "")
	}
	p.put("26", "patient's account no.", 14, c.ID, "id")
	p.tick("27", "accept assignment: YES", c.Assignment == claim837.AssignmentAccepted)
	p.tick("27", "accept assignment: NO", c.Assignment == claim837.AssignmentNotAccepted)
	p.noBox(c.Assignment == claim837.AssignmentLabOnly, "assignment")
	before := p.take()
	p.amount("28", "total charge", 10, c.Charge, x12.Unread(c.Rest, "CLM", "", 2), "charge")
	total := p.take()
	p.put("28", "total charge", 10, "CONTINUED", "")
	goesOn := p.take()
	p.providers1500(c)
	bottom := p.take()

	f := &Form{Name: "CMS-1500 (02/12)", Claim: c.ID}
	for from := 0; from == 0 || from < len(c.Lines); from += linesPerCMS1500 {
		to := min(from+linesPerCMS1500, len(c.Lines))
		for i := from; i < to; i++ {
			p.row = i - from + 1
			p.line1500(c, i)
		}
		charge := total
		if to < len(c.Lines) {
			charge = goesOn
		}
		f.Pages = append(f.Pages, Page{len(f.Pages) + 1, slices.Concat(top, p.take(), before, charge, bottom)})
	}
	p.row = 0
	p.leftOver1500(c)
	return f, p.issues
}

func taxID(b *claim837.BillingProvider) string {
	switch {
	case b == nil:
		return ""
	case b.EIN != "":
		return b.EIN
	}
	return b.SSN
}

// line1500 is one row of box 24.
func (p *paper) line1500(c *claim837.Claim, i int) {
	l := &c.Lines[i]
	at := func(field string) string { return jsonx.At("lines", i, field) }
	p.put("24", "supplemental information (shaded)", 61, p.supplement(l, at("drug")), at("drug"))
	p.put("24A", "from", 8, mmddyy(l.Date.From), at("date"))
	p.put("24A", "to", 8, mmddyy(l.Date.Last()), at("date"))
	where := l.PlaceOfService
	if where == "" {
		where = c.PlaceOfService
	}
	p.put("24B", "place of service", 2, string(where), at("placeOfService"))
	if l.Emergency {
		p.put("24C", "EMG", 2, "Y", "")
	}
	p.put("24D", "CPT or HCPCS", 6, l.Procedure.Code, at("procedure.code"))
	p.fill(len(l.Procedure.Modifiers), 4, "24D", at("procedure.modifiers"), func(k int) {
		p.put("24D", "modifier", 2, string(l.Procedure.Modifiers[k]), jsonx.At(at("procedure.modifiers"), k, ""))
	})
	var pointers strings.Builder
	for k, n := range l.DiagnosisPointers {
		if n < 1 || n > len(letters) {
			p.find(CodeTooMany, "24E", jsonx.At(at("diagnosisPointers"), k, ""), strconv.Itoa(n))
			continue
		}
		pointers.WriteByte(letters[n-1])
	}
	p.put("24E", "diagnosis pointer", 4, pointers.String(), at("diagnosisPointers"))
	p.amount("24F", "charges", 9, l.Charge, x12.Unread(l.Rest, "SV1", "", 2), at("charge"))
	p.figure("24G", "days or units", 3, l.Units.String(), x12.Unread(l.Rest, "SV1", "", 4), at("units"))
	p.screening(c, l, at)
	p.rendering(c, l, at)
}

// supplement is what stands in the shaded part of a row: the drug, then words
// about the service, three blanks apart.
func (p *paper) supplement(l *claim837.ServiceLine, path string) string {
	var parts []string
	if d := l.Drug; d != nil {
		parts = append(parts, string(d.Qualifier)+d.Code+" "+p.quantity(d, "24", path+".quantity"))
	}
	if l.Procedure.Description != "" {
		parts = append(parts, "ZZ"+l.Procedure.Description)
	}
	if l.Note != nil && l.Note.Text != "" {
		parts = append(parts, "ZZ"+l.Note.Text)
	}
	return strings.Join(parts, "   ")
}

// screening is box 24H: children's screening with its result, or family
// planning.
func (p *paper) screening(c *claim837.Claim, l *claim837.ServiceLine, at func(string) string) {
	if l.EPSDT {
		if r := c.EPSDTReferral; r != nil {
			p.fill(len(r.Conditions), 1, "24H", "epsdtReferral.conditions", func(k int) {
				p.put("24H", "EPSDT reason (shaded)", 2, string(r.Conditions[k]), "epsdtReferral.conditions")
			})
		}
	}
	if l.EPSDT || l.FamilyPlanning {
		p.put("24H", "EPSDT or family plan", 1, "Y", "")
	}
	if l.EPSDT && l.FamilyPlanning {
		p.find(CodeTooMany, "24H", at("familyPlanning"), "")
	}
}

// rendering are the boxes 24I and 24J.
func (p *paper) rendering(c *claim837.Claim, l *claim837.ServiceLine, at func(string) string) {
	q, path := l.Rendering, at("rendering")
	if q == nil {
		q, path = c.Rendering, "rendering"
	}
	if q == nil {
		return
	}
	var ids []x12.Reference
	if q.Taxonomy != "" {
		ids = append(ids, x12.Reference{Qualifier: "ZZ", ID: q.Taxonomy})
	}
	for _, x := range q.SecondaryIDs {
		ids = append(ids, x12.Reference{Qualifier: x.Qualifier, ID: x.ID})
	}
	p.fill(len(ids), 1, "24J", path+".secondaryIDs", func(k int) {
		p.put("24I", "id qualifier (shaded)", 2, string(ids[k].Qualifier), "")
		p.put("24J", "rendering provider's id (shaded)", 11, ids[k].ID, path+".secondaryIDs")
	})
	if q.Name.IDType == claim837.IDTypeNPI {
		p.put("24J", "rendering provider's NPI", 10, q.Name.ID, path+".name.id")
	}
}

// providers1500 are the boxes 29 to 33.
func (p *paper) providers1500(c *claim837.Claim) {
	var paid money.Sum
	unread := x12.Unread(c.Rest, "AMT", "F5", 2)
	any := c.PatientPaid.Valid
	paid.AddNull(c.PatientPaid)
	for i := range c.OtherCoverage {
		paid.AddNull(c.OtherCoverage[i].Paid)
		any = any || c.OtherCoverage[i].Paid.Valid
		unread = unread || x12.Unread(c.OtherCoverage[i].Rest, "AMT", "D", 2)
	}
	if any || unread {
		p.amount("29", "amount paid", 9, paid.Decimal(), unread, "patientPaid")
	}
	if c.ProviderSignature == claim837.Yes {
		p.put("31", "signature of physician or supplier", 21, "SIGNATURE ON FILE", "")
	}
	if f := c.Facility; f != nil {
		p.place("32", 26, &f.Name, &f.Address, "facility")
		if f.Name.IDType == claim837.IDTypeNPI {
			p.put("32a", "NPI", 10, f.Name.ID, "facility.name.id")
		}
		p.fill(len(f.SecondaryIDs), 1, "32b", "facility.secondaryIDs", func(k int) {
			p.put("32b", "other id", 14, string(f.SecondaryIDs[k].Qualifier)+f.SecondaryIDs[k].ID, jsonx.At("facility.secondaryIDs", k, "id"))
		})
	}
	b := c.BillingProvider
	if b == nil {
		return
	}
	p.put("33", "telephone", 12, phoneColumns(billingPhone(c)), "billingProvider.contacts")
	p.place("33", 29, &b.Name, &b.Address, "billingProvider")
	if b.Name.IDType == claim837.IDTypeNPI {
		p.put("33a", "NPI", 10, b.Name.ID, "billingProvider.name.id")
	}
	type id struct{ text, path string }
	var ids []id
	if c.Subscriber != nil {
		for i, x := range c.Subscriber.Payer.BillingProviderIDs {
			ids = append(ids, id{string(x.Qualifier) + x.ID, jsonx.At("subscriber.payer.billingProviderIDs", i, "id")})
		}
	}
	if b.Taxonomy != "" {
		ids = append(ids, id{"ZZ" + b.Taxonomy, "billingProvider.taxonomy"})
	}
	for i, x := range b.SecondaryIDs {
		ids = append(ids, id{string(x.Qualifier) + x.ID, jsonx.At("billingProvider.secondaryIDs", i, "id")})
	}
	for i, x := range ids {
		if i > 0 {
			p.find(CodeTooMany, "33b", x.path, "")
			continue
		}
		p.put("33b", "other id", 17, x.text, x.path)
	}
}

// billingPhone is the billing provider's telephone, or else the submitter's.
func billingPhone(c *claim837.Claim) string {
	var contacts []*x12.Contact
	if b := c.BillingProvider; b != nil {
		for i := range b.Contacts {
			contacts = append(contacts, &b.Contacts[i])
		}
	}
	if s := c.Submission; s != nil {
		for i := range s.Submitter.Contacts {
			contacts = append(contacts, &s.Submitter.Contacts[i])
		}
	}
	return telephone(contacts...)
}

// place is a name with its address in three lines, boxes 32 and 33.
func (p *paper) place(number string, width int, name *x12.Name, a *x12.Address, path string) {
	p.put(number, "name", width, firstLast(name), path+".name")
	p.put(number, "address", width, streets(a), path+".address.line1")
	p.put(number, "city, state, ZIP", width, cityLine(a), path+".address")
}
