// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/x12"

// Who bills and who treats on an institutional claim.

func institutionRules() []Rule {
	return []Rule{
		{ID: "837I-PRV-18", SNIP: 4, Severity: isError, Sets: onlyI, Check: attendingIsNamed,
			Title: "the claim has no attending provider with an NPI", Fix: "name the person who is responsible for the care"},
		{ID: "837I-PRV-19", SNIP: 4, Severity: isError, Sets: onlyI, Check: operatingIsNamed,
			Title: "a principal procedure has no operating physician, or another operating one stands alone", Fix: "name who operated"},
		{ID: "837I-PRV-20", SNIP: 4, Severity: isWarning, Sets: onlyI, Check: othersAreNotAttending,
			Title: "the rendering or referring provider is the attending one", Fix: "name them only when they are somebody else"},
		{ID: "837I-PRV-21", SNIP: 4, Severity: isError, Sets: onlyI, Check: institutionBills,
			Title: "the billing provider of an institutional claim is a person", Fix: "give the organization"},
		{ID: "837P-PRV-18", SNIP: 4, Severity: isWarning, Sets: inPI, Check: lineReferringOverrides,
			Title: "a line names a referring provider, and the claim names none", Fix: "name one for the claim; a line's own is for lines that differ"},
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

func attendingIsNamed(c *Claim, r *report) {
	a := institutional(c).Attending
	switch {
	case a == nil && !onlyAmbulance(c):
		find(r, "institutional.attending", "")
	case a != nil && !hasNPI(&a.Name):
		find(r, "institutional.attending.name.id", "")
	}
}

// isSurgery reports whether a HCPCS code is of surgery, 10004 to 69990, but for
// drawing blood.
func isSurgery(p *Procedure) bool {
	return p.Qualifier == ProcedureHCPCS && digits(p.Code, 5) && p.Code >= "10004" && p.Code <= "69990" && (p.Code < "36400" || p.Code > "36416")
}

func operatingIsNamed(c *Claim, r *report) {
	i := institutional(c)
	at := "institutional.operating"
	switch {
	case i.Operating != nil:
	case i.PrincipalProcedure != nil || i.OtherOperating != nil:
		find(r, at, "")
	default:
		for k := range c.Lines {
			l := &c.Lines[k]
			if isSurgery(&l.Procedure) && (l.Institutional == nil || l.Institutional.Operating == nil) {
				warn(r, at, "", "a surgical service has no operating physician")
				return
			}
		}
	}
}

func othersAreNotAttending(c *Claim, r *report) {
	a := institutional(c).Attending
	if a == nil || !hasNPI(&a.Name) {
		return
	}
	if p := c.Rendering; p != nil && p.Name.ID == a.Name.ID {
		find(r, "rendering.name.id", p.Name.ID)
	}
	if p := c.Referring; p != nil && p.Name.ID == a.Name.ID {
		find(r, "referring.name.id", p.Name.ID)
	}
}

func institutionBills(c *Claim, r *report) {
	if b := c.BillingProvider; b != nil && b.Name.EntityType != x12.Organization {
		find(r, "billingProvider.name.entityType", string(b.Name.EntityType))
	}
}

func lineReferringOverrides(c *Claim, r *report) {
	if c.Referring != nil {
		return
	}
	for k := range c.Lines {
		if c.Lines[k].Referring != nil {
			find(r, in("lines", k, "referring"), "")
		}
	}
}
