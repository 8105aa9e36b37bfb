// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/x12"

// Who bills and who treats on an institutional claim.

func institutionRules() []Rule {
	return []Rule{
		{ID: "837I-PRV-18", SNIP: 4, Severity: isError, Kinds: onlyI, Check: attendingIsNamed,
			Text: "the claim has no attending provider with an NPI", Mend: "name the person who is responsible for the care"},
		{ID: "837I-PRV-19", SNIP: 4, Severity: isError, Kinds: onlyI, Check: operatingIsNamed,
			Text: "a principal procedure has no operating physician, or another operating one stands alone", Mend: "name who operated"},
		{ID: "837I-PRV-20", SNIP: 4, Severity: isWarning, Kinds: onlyI, Check: othersAreNotAttending,
			Text: "the rendering or referring provider is the attending one", Mend: "name them only when they are somebody else"},
		{ID: "837I-PRV-21", SNIP: 4, Severity: isError, Kinds: onlyI, Check: institutionBills,
			Text: "the billing provider of an institutional claim is a person", Mend: "give the organization"},
		{ID: "837P-PRV-18", SNIP: 4, Severity: isWarning, Kinds: []Kind{Professional, Institutional}, Check: lineReferringOverrides,
			Text: "a line names a referring provider, and the claim names none", Mend: "name one for the claim; a line's own is for lines that differ"},
	}
}

// onlyAmbulance reports whether the claim is for nothing but ambulance transports.
func onlyAmbulance(c *Claim) bool {
	for k := range c.Lines {
		if v := c.Lines[k].RevenueCode; len(v) != 4 || v[:3] != "054" {
			return false
		}
	}
	return len(c.Lines) > 0
}

func hasNPI(n *x12.Name) bool { return n.IDType == IDTypeNPI && n.ID != "" }

func attendingIsNamed(c *Claim, r *Report) {
	a := institutional(c).Attending
	switch {
	case a == nil && !onlyAmbulance(c):
		r.find(place{"2310A", "NM1", 1, 0, "institutional.attending"}, "")
	case a != nil && !hasNPI(&a.Name):
		r.find(place{"2310A", "NM1", 9, 0, "institutional.attending.name.id"}, "")
	}
}

// isSurgery reports whether a HCPCS code is of surgery, 10004 to 69990, but for
// drawing blood.
func isSurgery(p *Procedure) bool {
	return p.Qualifier == ProcedureHCPCS && digits(p.Code, 5) && p.Code >= "10004" && p.Code <= "69990" && (p.Code < "36400" || p.Code > "36416")
}

func operatingIsNamed(c *Claim, r *Report) {
	i := institutional(c)
	at := place{"2310B", "NM1", 1, 0, "institutional.operating"}
	switch {
	case i.Operating != nil:
	case i.PrincipalProcedure != nil || i.OtherOperating != nil:
		r.find(at, "")
	default:
		for k := range c.Lines {
			l := &c.Lines[k]
			if isSurgery(&l.Procedure) && (l.Institutional == nil || l.Institutional.Operating == nil) {
				r.warn(at, "", "a surgical service has no operating physician")
				return
			}
		}
	}
}

func othersAreNotAttending(c *Claim, r *Report) {
	a := institutional(c).Attending
	if a == nil || !hasNPI(&a.Name) {
		return
	}
	if p := c.Rendering; p != nil && p.Name.ID == a.Name.ID {
		r.find(place{"2310D", "NM1", 9, 0, "rendering.name.id"}, p.Name.ID)
	}
	if p := c.Referring; p != nil && p.Name.ID == a.Name.ID {
		r.find(place{"2310F", "NM1", 9, 0, "referring.name.id"}, p.Name.ID)
	}
}

func institutionBills(c *Claim, r *Report) {
	if b := c.BillingProvider; b != nil && b.Name.EntityType != x12.Organization {
		r.find(place{"2010AA", "NM1", 2, 0, "billingProvider.name.entityType"}, string(b.Name.EntityType))
	}
}

func lineReferringOverrides(c *Claim, r *Report) {
	if c.Referring != nil {
		return
	}
	loop := lineSeats[5].loops[kindIndex(c.Kind)]
	for k := range c.Lines {
		if c.Lines[k].Referring != nil {
			r.find(linePlace(k, loop, "NM1", 1, 0, "referring"), "")
		}
	}
}
