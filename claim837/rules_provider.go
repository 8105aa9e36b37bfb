// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"strings"

	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// Who bills, who gave the service, and where.

func providerRules() []Rule {
	return []Rule{
		{ID: "837-PRV-01", SNIP: 4, Severity: isError, Sets: allKinds, Check: billingHasNPI,
			Title: "the billing provider has neither an NPI nor a number by the payer", Fix: "give the NPI, or the payer's number when the provider cannot have one"},
		{ID: "837-PRV-02", SNIP: 4, Severity: isError, Sets: allKinds, Check: billingHasStreet,
			Title: "the billing provider's address is a post office box", Fix: "give the street address, and the box as where payment goes"},
		{ID: "837-PRV-03", SNIP: 4, Severity: isError, Sets: allKinds, Strict: true, Check: zipHasNine,
			Title: "the ZIP code of the billing provider or the facility does not have nine digits", Fix: "give the ZIP+4"},
		{ID: "837-PRV-04", SNIP: 4, Severity: isError, Sets: allKinds, Check: oneTaxID,
			Title: "the billing provider does not have exactly one tax number of nine digits", Fix: "give the employer's number, or a person's social security number, without hyphens"},
		{ID: "837-PRV-08", SNIP: 4, Severity: isError, Sets: allKinds, Check: contactsAreSound,
			Title: "a telephone or fax number does not have ten digits", Fix: "give ten digits without punctuation, and an extension by itself"},
		{ID: "837-PRV-09", SNIP: 4, Severity: isError, Sets: allKinds, Check: namesFitTheirKind,
			Title: "an organization has a first name, or a role that only a person can have is held by an organization", Fix: "give a person with last and first name, or an organization with its name alone"},
		{ID: "837P-PRV-12", SNIP: 4, Severity: isError, Sets: onlyP, Check: primaryCareWithReferring,
			Title: "a primary care provider is named without a referring provider", Fix: "name the referring provider, too"},
		{ID: "837P-PRV-14", SNIP: 4, Severity: isError, Sets: onlyP, Check: facilityIsWhole,
			Title: "the service facility has no name, street or city", Fix: "give them; for ambulance transports give the places of pick-up and drop-off instead of a facility"},
		{ID: "837P-PRV-15", SNIP: 4, Severity: isError, Sets: onlyP, Check: purchaseHasSeller,
			Title: "a purchased service does not name its seller by the same number", Fix: "give the seller, and its NPI or number with the amount"},
		{ID: "CS-NPI", SNIP: 5, Severity: isError, Sets: allKinds, Check: npisAreSound,
			Title: "an NPI is not ten digits that begin with 1 or 2 and end with the right check digit", Fix: "check it for a typing error"},
	}
}

func billingHasNPI(c *Claim, r *report) {
	b := c.BillingProvider
	if b == nil || b.Name.IDType == IDTypeNPI && b.Name.ID != "" {
		return
	}
	if c.Subscriber != nil {
		for _, x := range c.Subscriber.Payer.BillingProviderIDs {
			if x.Qualifier == ReferenceCommercial && x.ID != "" {
				return
			}
		}
	}
	find(r, "billingProvider.name.id", "")
}

func billingHasStreet(c *Claim, r *report) {
	if b := c.BillingProvider; b != nil {
		if line := boxLine(&b.Address); line != 0 {
			find(r, "billingProvider.address."+lineFields[line], "")
		}
	}
}

func zipHasNine(c *Claim, r *report) {
	if b := c.BillingProvider; b != nil && plain.InUS(&b.Address) && !digits(b.Address.Zip, 9) {
		find(r, "billingProvider.address.zip", b.Address.Zip)
	}
	if f := c.Facility; f != nil && plain.InUS(&f.Address) && !digits(f.Address.Zip, 9) {
		find(r, "facility.address.zip", f.Address.Zip)
	}
	for i := range c.Lines {
		if f := c.Lines[i].Facility; f != nil && plain.InUS(&f.Address) && !digits(f.Address.Zip, 9) {
			find(r, in("lines", i, "facility.address.zip"), f.Address.Zip)
		}
	}
}

func oneTaxID(c *Claim, r *report) {
	b := c.BillingProvider
	if b == nil {
		return
	}
	id, field := b.EIN, "billingProvider.ein"
	if id == "" && b.SSN != "" {
		id, field = b.SSN, "billingProvider.ssn"
	}
	at := field
	if id == "" {
		inWords(r, r.Severity(), at, "", "the billing provider has no tax number", "give the nine digits of its employer identification number")
	} else if b.EIN != "" && b.SSN != "" || !digits(id, 9) {
		find(r, at, id)
	} else if b.SSN != "" && c.Kind == Institutional {
		fail(r, at, "", "an institution is billed for under a social security number")
	} else if b.SSN != "" && b.Name.EntityType == x12.Organization {
		warn(r, at, "", "an organization is billed for under a social security number")
	}
}

// checkContact checks the numbers of a contact; abroad telephones have as many
// digits as they have.
func checkContact(r *report, p *x12.Contact, abroad bool, s site) {
	if len(p.Numbers) == 0 {
		inWords(r, isWarning, s.at(""), "", "a contact has no number", "give a telephone number")
	}
	for i, n := range p.Numbers {
		at := func() string { return s.at(in("numbers", i, "number")) }
		switch n.Type {
		case "TE", "FX":
			switch {
			case abroad:
			case !digits(n.Number, 10):
				if isPlain(n.Number) {
					find(r, at(), n.Number)
				}
			case n.Number[0] <= '1' || allEqual(n.Number): // EDIT-040
				mild(r, at(), n.Number, "a telephone or fax number is one that nobody has: its area code begins with 0 or 1, or all digits are the same")
			case n.Number[3] <= '1': // EDIT-040; only a warning, since made-up numbers such as 555-123-4567 are common
				inWords(r, isWarning, at(), n.Number, "a telephone or fax number is one that nobody has: its exchange, the three digits after the area code, begins with 0 or 1",
					"check the number")
			}
		case "EX":
			if i == 0 || p.Numbers[i-1].Type != "TE" {
				inWords(r, isWarning, at(), n.Number, "an extension stands without its telephone", "give the extension after the telephone")
			}
		case "EM":
			if name, domain, ok := strings.Cut(n.Number, "@"); !ok || name == "" || !isDomain(domain) || strings.Contains(n.Number, " ") { // EDIT-041
				inWords(r, isWarning, at(), n.Number, "an e-mail address has no name, no at sign or no domain", "give it as in desk@example.com")
			}
		}
	}
}

// isDomain reports whether s can be the domain of an e-mail address: it has a
// point between its parts.
func isDomain(s string) bool {
	point := false
	for i := range len(s) {
		switch s[i] {
		case '@', ',', ';':
			return false
		case '.':
			if i == 0 || i == len(s)-1 || s[i-1] == '.' {
				return false
			}
			point = true
		}
	}
	return point
}

// isPlain reports whether a number is one that a file can hold; the guide and the
// character set say what another lacks.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return len(s) <= 256
}

// isAbroad reports whether an address is neither in the US nor in Canada, which
// share their telephone numbers.
func isAbroad(a *x12.Address) bool { return !plain.InUS(a) && a.Country != "CA" }

func contactsAreSound(c *Claim, r *report) {
	if s := c.Submission; s != nil {
		if len(s.Submitter.Contacts) == 0 {
			inWords(r, isWarning, "submission.submitter.contacts", "", "the submitter has no contact", "give a telephone number")
		}
		for i := range s.Submitter.Contacts {
			checkContact(r, &s.Submitter.Contacts[i], false, site{list: "submission.submitter.contacts", index: i})
		}
	}
	if b := c.BillingProvider; b != nil {
		for i := range b.Contacts {
			checkContact(r, &b.Contacts[i], isAbroad(&b.Address), site{list: "billingProvider.contacts", index: i})
		}
	}
	one := func(p *x12.Contact, a *x12.Address, s site) {
		if p != nil {
			checkContact(r, p, isAbroad(a), s)
		}
	}
	if s := c.Subscriber; s != nil {
		one(s.Contact, &s.Address, site{path: "subscriber.contact"})
	}
	if p := c.Patient; p != nil {
		one(p.Contact, &p.Address, site{path: "patient.contact"})
	}
	if f := c.Facility; f != nil {
		one(f.Contact, &f.Address, site{path: "facility.contact"})
	}
	for i := range c.Lines {
		if o := c.Lines[i].Ordering; o != nil {
			one(o.Contact, &o.Address, site{list: "lines", index: i, path: "ordering.contact"})
		}
	}
}

func namesFitTheirKind(c *Claim, r *report) {
	name := func(n *x12.Name, onlyPerson bool, path string, line int) {
		if n.EntityType == x12.Organization && (onlyPerson || n.First != "" || n.Middle != "" || n.Suffix != "") {
			find(r, atLine(line, path+"|.entityType"), "")
		}
	}
	if c.BillingProvider != nil {
		name(&c.BillingProvider.Name, false, "billingProvider.name", -1)
	}
	if c.Subscriber != nil {
		name(&c.Subscriber.Name, false, "subscriber.name", -1)
	}
	if c.Patient != nil {
		name(&c.Patient.Name, true, "patient.name", -1)
	}
	eachName(c, name)
}

func primaryCareWithReferring(c *Claim, r *report) {
	if c.PrimaryCare != nil && c.Referring == nil {
		find(r, "primaryCare", "")
	}
	for i := range c.Lines {
		if c.Lines[i].PrimaryCare != nil && c.Lines[i].Referring == nil {
			find(r, in("lines", i, "primaryCare"), "")
		}
	}
}

func facilityIsWhole(c *Claim, r *report) {
	check := func(f *Facility, line int) {
		if f.Name.Last != "" && hasAddress(&f.Address) {
			return
		}
		find(r, atLine(line, "facility|.address.line1"), "")
	}
	for i := range c.Lines {
		if f := c.Lines[i].Facility; f != nil {
			check(f, i)
		}
	}
	ambulance := c.PlaceOfService == PlaceAmbulanceLand || c.PlaceOfService == PlaceAmbulanceAirOrWater
	f := c.Facility
	if f == nil {
		switch c.PlaceOfService {
		case "21", "22", "23", "24", "31", "32", "51", "61":
			warn(r, "facility|.address.line1", "", "the place of service is a facility, and none is named")
		}
		return
	}
	check(f, -1)
	if ambulance {
		fail(r, "facility|.address.line1", "", "an ambulance transport has a service facility")
	}
	if b := c.BillingProvider; b != nil && f.Name.ID == b.Name.ID && f.Address == b.Address {
		warn(r, "facility|.address.line1", "", "the service facility is the billing provider at its own address")
	}
}

func purchaseHasSeller(c *Claim, r *report) {
	for i := range c.Lines {
		l := &c.Lines[i]
		switch {
		case l.PurchasedService == nil && l.Purchased == nil:
		case l.PurchasedService == nil:
			warn(r, in("lines", i, "purchased"), "", "a seller is named without a purchased service")
		case l.Purchased == nil || !sellerHas(l.Purchased, l.PurchasedService.ProviderID):
			find(r, in("lines", i, "purchasedService.providerID"), l.PurchasedService.ProviderID)
		}
	}
}

// sellerHas reports whether id is a number of the seller; a seller without any
// number is known by the purchase alone.
func sellerHas(p *Provider, id string) bool {
	if id == "" {
		return false
	}
	if p.Name.ID == id || p.Name.ID == "" && len(p.SecondaryIDs) == 0 {
		return true
	}
	for i := range p.SecondaryIDs {
		if p.SecondaryIDs[i].ID == id {
			return true
		}
	}
	return false
}

// ValidNPI reports whether s is a national provider identifier: ten digits, the
// first 1 or 2, the last the check digit over 80840 and the others.
func ValidNPI(s string) bool { return plain.ValidNPI(s) }

func npisAreSound(c *Claim, r *report) {
	check := func(n *x12.Name, _ bool, path string, line int) {
		if n.IDType == IDTypeNPI && !ValidNPI(n.ID) {
			find(r, atLine(line, path)+".id", n.ID)
		}
	}
	if c.BillingProvider != nil {
		check(&c.BillingProvider.Name, false, "billingProvider.name", -1)
	}
	eachName(c, check)
}
