// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"reflect"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// Who took part. A provider is sent only where it differs: the rendering one
// from who bills, a service's from the claim's.

// actor is a provider in the forms that its roles need.
type actor struct {
	party    *Party
	name     x12.Name
	numbers  []claim837.SecondaryID
	plain    *claim837.Provider // without its specialty
	render   *claim837.Provider
	place    *claim837.Facility
	orderer  *claim837.OrderingProvider
	contacts []x12.Contact
}

func (s *build) actor(p *Party, path string) *actor {
	a := &actor{party: p, name: partyName(p)}
	if a.name.Last == "" {
		s.lacks(path+".lastName", "the provider has no name; give lastName, or organization when it is none of a person")
	}
	for i := range p.Numbers {
		n := &p.Numbers[i]
		a.numbers = append(a.numbers, claim837.SecondaryID{Qualifier: s.needWord(numberWords, n.Kind, jsonx.At(path+".numbers", i, "kind")), ID: n.Number, PayerID: n.PayerID})
	}
	s.contact(p.ContactName, p.Phone, p.Extension, p.Fax+p.Email, path)
	a.contacts = contacts(p.ContactName, p.Phone, p.Extension, p.Fax, p.Email)
	return a
}

// contact finds a contact that has a name and no number, and an extension of none.
func (s *build) contact(name, tel, extension, others, path string) {
	switch {
	case tel != "":
	case extension != "":
		s.lacks(path+".phone", "an extension is given, and not the telephone number that it belongs to; give phone, or leave extension out")
	case name != "" && others == "":
		s.lacks(path+".phone", "a contact is named, and there is no way to reach it; give phone, fax or email, or leave contactName out")
	}
}

// prepare makes all forms, so that goroutines may share them.
func (a *actor) prepare() {
	a.asPlain()
	a.asRendering()
	a.asFacility()
	a.asOrdering()
}

func (a *actor) asPlain() *claim837.Provider {
	if a.plain == nil {
		a.plain = &claim837.Provider{Name: a.name, SecondaryIDs: a.numbers}
	}
	return a.plain
}

func (a *actor) asRendering() *claim837.Provider {
	if a.render == nil {
		a.render = &claim837.Provider{Name: a.name, Taxonomy: plainCode(a.party.Taxonomy), SecondaryIDs: a.numbers}
	}
	return a.render
}

func (a *actor) asFacility() *claim837.Facility {
	if a.place == nil {
		a.place = &claim837.Facility{Name: a.name, Address: address(&a.party.Address), SecondaryIDs: a.numbers}
	}
	return a.place
}

func (a *actor) asOrdering() *claim837.OrderingProvider {
	if a.orderer == nil {
		a.orderer = &claim837.OrderingProvider{Name: a.name, Address: address(&a.party.Address), SecondaryIDs: a.numbers}
		if len(a.contacts) > 0 {
			a.orderer.Contact = &a.contacts[0]
		}
	}
	return a.orderer
}

// resolve finds the provider that p is, or names; nil when there is none.
func (s *build) resolve(p *Party, path string) *actor {
	if p == nil {
		return nil
	}
	if p.Use == "" {
		if p.isEmpty() { // perhaps a provider that was lost on the way
			i := issue(CodeMissing, path, "")
			i.Detail = "the provider is empty; give a key of practice.providers or the provider itself, or leave the field out"
			s.found = append(s.found, i)
			return nil
		}
		return s.actor(p, path)
	}
	if p.NPI != "" || p.LastName != "" || p.Organization != "" {
		s.find(CodeTwoValues, path, "")
	}
	if a, ok := s.b.providers[p.Use]; ok {
		return a
	}
	i := issue(CodeUnknownProvider, path, p.Use)
	i.Detail = plain.UnknownProvider(s.b.providers, p.Use)
	s.found = append(s.found, i)
	return nil
}

// isEmpty reports whether a provider is given without anything in it: as {} or as
// a blank key.
func (p *Party) isEmpty() bool { return reflect.ValueOf(p).Elem().IsZero() }

// same reports whether two are one provider.
func same(a, b *actor) bool {
	if a == b {
		return true
	}
	if a == nil || b == nil {
		return false
	}
	if a.name.ID != "" || b.name.ID != "" {
		return a.name.ID == b.name.ID
	}
	return a.name == b.name
}

func samePlace(a, b *actor) bool {
	return same(a, b) && (a == b || a.asFacility().Address == b.asFacility().Address)
}

// claimRoles are the providers that hold for the whole claim.
type claimRoles struct {
	rendering, referring, primaryCare, supervising, ordering, facility *actor
	attending, operating, otherOperating, assistant                    *actor
	biller                                                             x12.Name
}

// lift returns the provider of the claim: the encounter's or, when every service
// names one, the first service's. Payers look at the claim first.
func (s *build) lift(of func(*Roles) *Party, role string) *actor {
	if p := of(&s.e.Providers); p != nil {
		if a := s.known(p); a != nil {
			return a
		}
		return s.resolve(p, "providers."+role)
	}
	for i := range s.e.Services {
		if of(&s.e.Services[i].Providers) == nil {
			return nil
		}
	}
	if len(s.e.Services) == 0 {
		return nil
	}
	return s.lineActor(of(&s.e.Services[0].Providers), 0, role)
}

// isBiller reports whether a is who bills.
func (r *claimRoles) isBiller(a *actor) bool {
	if a.name.ID != "" || r.biller.ID != "" {
		return a.name.ID == r.biller.ID
	}
	return a.name == r.biller
}

// claimRoles puts the providers into the claim.
func (s *build) claimRoles() claimRoles {
	c := s.c
	r := claimRoles{biller: c.BillingProvider.Name}
	r.rendering = s.lift(func(r *Roles) *Party { return r.Rendering }, "rendering")
	r.referring = s.lift(func(r *Roles) *Party { return r.Referring }, "referring")
	r.primaryCare = s.lift(func(r *Roles) *Party { return r.PrimaryCare }, "primaryCare")
	r.supervising = s.lift(func(r *Roles) *Party { return r.Supervising }, "supervising")
	r.facility = s.lift(func(r *Roles) *Party { return r.Facility }, "facility")
	r.ordering = s.resolve(s.e.Providers.Ordering, "providers.ordering")
	switch c.Kind {
	case claim837.Institutional:
		s.stayRoles(&r)
	case claim837.Dental:
		s.dentalRoles(&r)
	}
	s.foreignRoles()
	if r.rendering != nil && !r.isBiller(r.rendering) && !same(r.rendering, r.attending) {
		c.Rendering = s.rendering(r.rendering)
	}
	if r.referring != nil && (r.attending == nil || !same(r.referring, r.attending)) {
		c.Referring = s.referring(r.referring)
	}
	if r.primaryCare != nil {
		c.PrimaryCare = r.primaryCare.asPlain()
	}
	if r.supervising != nil {
		c.Supervising = r.supervising.asPlain()
	}
	if f := r.facility; f != nil {
		place := f.asFacility()
		if place.Name.ID != r.biller.ID || place.Name.Last != r.biller.Last || place.Address != c.BillingProvider.Address {
			c.Facility = s.facility(f)
		}
	}
	return r
}

// rendering is who gave the services; a stay does not name the specialty.
func (s *build) rendering(a *actor) *claim837.Provider {
	if s.c.Kind == claim837.Institutional {
		return a.asPlain()
	}
	return a.asRendering()
}

// referring is who sent the patient; a dentist names the specialty.
func (s *build) referring(a *actor) *claim837.Provider {
	if s.c.Kind == claim837.Dental {
		return a.asRendering()
	}
	return a.asPlain()
}

// facility is a facility, with its telephone in property and casualty claims.
func (s *build) facility(a *actor) *claim837.Facility {
	f := a.asFacility()
	if !s.casualty || s.c.Kind != claim837.Professional || a.party.Phone == "" {
		return f
	}
	with := *f
	with.Contact = &x12.Contact{Name: a.party.ContactName, Numbers: []x12.ContactNumber{{Type: "TE", Number: phone(a.party.Phone)}}}
	if a.party.Extension != "" {
		with.Contact.Numbers = append(with.Contact.Numbers, x12.ContactNumber{Type: "EX", Number: a.party.Extension})
	}
	return &with
}

// lineRoles puts the providers of a service into its line, where they differ
// from the claim's.
func (s *build) lineRoles(l *claim837.ServiceLine, p *Roles, i int) {
	r := &s.roles
	at := func(role string) string { return jsonx.At("services", i, "providers."+role) }
	if p.Rendering != nil {
		a := s.lineActor(p.Rendering, i, "rendering")
		if a != nil && !same(a, r.rendering) && (s.c.Rendering != nil || !r.isBiller(a) && (r.attending == nil || !same(a, r.attending))) {
			l.Rendering = s.rendering(a)
		}
	}
	if p.Facility != nil {
		if a := s.lineActor(p.Facility, i, "facility"); a != nil && !samePlace(a, r.facility) {
			l.Facility = a.asFacility()
		}
	}
	if p.Supervising != nil {
		if a := s.lineActor(p.Supervising, i, "supervising"); a != nil && !same(a, r.supervising) {
			l.Supervising = a.asPlain()
		}
	}
	if p.Referring != nil {
		if a := s.lineActor(p.Referring, i, "referring"); a != nil && !same(a, r.referring) {
			l.Referring = a.asPlain()
		}
	}
	if p.PrimaryCare != nil {
		if a := s.lineActor(p.PrimaryCare, i, "primaryCare"); a != nil && !same(a, r.primaryCare) {
			l.PrimaryCare = a.asPlain()
		}
	}
	ordering := r.ordering
	if p.Ordering != nil {
		ordering = s.lineActor(p.Ordering, i, "ordering")
	}
	if ordering != nil {
		l.Ordering = ordering.asOrdering()
	}
	if p.Billing != nil {
		s.find(claim837.CodeNoPlace, at("billing"), "")
	}
	switch s.c.Kind {
	case claim837.Institutional:
		s.stayLineRoles(l, p, i)
	case claim837.Dental:
		s.dentalLineRoles(l, p, i)
	}
}

func (s *build) lineActor(p *Party, i int, role string) *actor {
	if a := s.known(p); a != nil {
		return a
	}
	return s.resolve(p, jsonx.At("services", i, "providers."+role))
}

// known is the practice's provider that p names and nothing else, as most do; nil
// when resolve must look closer.
func (s *build) known(p *Party) *actor {
	if p.Use == "" || p.NPI != "" || p.LastName != "" || p.Organization != "" {
		return nil
	}
	return s.b.providers[p.Use]
}

// payerNumbers gives the providers of the claim the numbers that its payer has
// for them; the shared forms stay as they are.
func (s *build) payerNumbers() {
	for i := range s.payer.ProviderNumbers {
		n := &s.payer.ProviderNumbers[i]
		path := jsonx.At("coverages", s.at, jsonx.At("providerNumbers", i, "role"))
		role := s.needWord(roleWords, n.Role, path)
		id := claim837.SecondaryID{Qualifier: s.numberKind(n, path), ID: n.Number}
		add := func(p **claim837.Provider) {
			if *p == nil {
				s.find(claim837.CodeNoPlace, path, n.Role)
				return
			}
			v := **p
			v.SecondaryIDs = append(v.SecondaryIDs[:len(v.SecondaryIDs):len(v.SecondaryIDs)], id)
			*p = &v
		}
		switch role {
		case "71", "72", "ZZ", "DD":
			if p := s.roleOfKind(role); p != nil {
				add(p)
				continue
			}
			s.find(claim837.CodeNoPlace, path, n.Role)
		case "82":
			add(&s.c.Rendering)
		case "DN":
			add(&s.c.Referring)
		case "P3":
			add(&s.c.PrimaryCare)
		case "DQ":
			add(&s.c.Supervising)
		case "77":
			if s.c.Facility == nil {
				s.find(claim837.CodeNoPlace, path, n.Role)
				continue
			}
			f := *s.c.Facility
			f.SecondaryIDs = append(f.SecondaryIDs[:len(f.SecondaryIDs):len(f.SecondaryIDs)], id)
			s.c.Facility = &f
		}
	}
}
