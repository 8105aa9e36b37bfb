// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// PayerRole says what a payer is in a reply.
type PayerRole string

// Roles of payers.
const (
	PayerReply         PayerRole = "reply"         // who answers
	PayerReplacement   PayerRole = "replacement"   // billed in place of who answers: a Medicare Advantage plan, Medicaid managed care
	PayerOther         PayerRole = "other"         // another or additional payer
	PayerAdministrator PayerRole = "administrator" // for some service types, or whom to ask
)

// Payer is somebody who pays, or who runs a benefit.
type Payer struct {
	Role          PayerRole
	EntityRole    x12.Code // NM101
	Order         int      // 1 primary, 2 secondary, 3 tertiary; 0 not stated
	Applies       bool     // on the day, as far as dates are stated
	Name          string
	IDType        x12.Code // NM108
	ID            string   // NM109
	InsuranceType x12.Code // EB04
	Plan          string   // EB05
	PlanNumber    string   // REF*18: of a Medicare Advantage plan its contract and plan
	MemberID      string   // REF*1W, or the number of the insured person named beside
	PolicyNumber  string   // REF*1L or IG
	GroupNumber   string   // REF*6P
	Insured       string   // name of the insured person, when named beside
	Services      []x12.Code
	Dates         x12.DateRange
	Contacts      []x12.Contact
	EB            int // 0 for who answers
}

// CareProvider is a provider that the plan names.
type CareProvider struct {
	Kind     x12.Code // BenefitPrimaryCare, BenefitRestricted or BenefitManagedCare
	Role     x12.Code // NM101
	Name     string
	IDType   x12.Code
	ID       string
	Services []x12.Code
	Dates    x12.DateRange
	Applies  bool
	Contacts []x12.Contact
	EB       int // 0 when named with the patient only
}

// BillTo returns who is billed first for a service type, and whether the reply
// makes that sure: an administrator of that type, else the first of the payers.
func (c *Coverage) BillTo(service x12.Code) (p Payer, sure bool) {
	for _, t := range withinService(service) {
		if general(t) {
			break
		}
		for _, list := range [...][]Payer{c.Payers, c.Administrators} {
			for _, p := range list {
				if p.Role != PayerReply && p.Applies && slices.Contains(p.Services, t) {
					return p, p.Role != PayerAdministrator || payerRole(p.EntityRole)
				}
			}
		}
	}
	for _, p := range c.Payers {
		if p.Applies && (len(p.Services) == 0 || slices.ContainsFunc(p.Services, general)) {
			return p, p.Order == 1
		}
	}
	return Payer{}, false
}

// medicareSecondary reports whether an insurance type says why Medicare pays second.
func medicareSecondary(t x12.Code) bool {
	switch t {
	case "12", "13", "14", "15", "16", "41", "42", "43", "47":
		return true
	}
	return false
}

// payers finds who pays and in which order (271-15, 271-18).
func (r *Response) payers(c *Coverage) {
	reply := Payer{Role: PayerReply, Applies: true}
	if s := r.Source; s != nil {
		reply.EntityRole, reply.Name, reply.IDType, reply.ID, reply.Contacts = s.Role, personName(&s.Name), s.Name.IDType, s.Name.ID, s.Contacts
	}
	if r.Subscriber != nil {
		reply.MemberID = r.Subscriber.Name.ID
	}
	medicare, medicaid, second := false, false, 0
	for i := range c.Plans {
		p := &c.Plans[i]
		switch {
		case medicareSecondary(p.InsuranceType) && p.Status == StatusActive:
			second = p.EB[0]
		case p.InsuranceType == "MA" || p.InsuranceType == "MB":
			medicare = true
		case p.InsuranceType == "MC":
			medicaid = true
		}
	}
	var others []Payer
	for i := range r.Benefits {
		b := &r.Benefits[i]
		if !elsewhere(b.Kind) && len(b.Entities) == 0 {
			continue
		}
		for _, p := range r.payersOf(b, i, c.Date) {
			switch {
			case b.Kind != BenefitOtherPayer && !(medicaid && p.EntityRole == RoleManagedCare):
				c.Administrators = append(c.Administrators, p)
				continue
			case len(p.Services) > 0 && !slices.ContainsFunc(p.Services, general):
				// For some service types only: it takes nobody's place.
			case replaces(p.InsuranceType, medicare, medicaid) || p.EntityRole == RoleManagedCare && medicaid:
				p.Role, p.Order = PayerReplacement, 1
			}
			others = append(others, p)
		}
	}
	r.order(c, reply, others, second, medicaid)
}

// replaces reports whether an other payer of that insurance type stands in for
// Medicare or Medicaid: HN does always, other managed plans beside Parts A and B.
func replaces(t x12.Code, medicare, medicaid bool) bool {
	switch t {
	case "HN":
		return true
	case "HM", "PR", "PS", "IN", "EP":
		return medicare || medicaid && t != "IN"
	}
	return false
}

// order sorts the payers and gives the one who answers its place.
func (r *Response) order(c *Coverage, reply Payer, others []Payer, second int, medicaid bool) {
	first, unknown, replaced := second, 0, 0
	taken := [4]bool{}
	last := func(p *Payer) bool { // Medicaid pays after everybody else
		return p.Role == PayerOther && p.Order == 0 && (p.InsuranceType == InsuranceQMB || p.InsuranceType == InsuranceMedicaid && !medicaid)
	}
	for i := range others {
		p := &others[i]
		switch {
		case !p.Applies, len(p.Services) > 0 && !slices.ContainsFunc(p.Services, general):
		case p.Role == PayerReplacement:
			replaced = p.EB
		case last(p):
		case p.Order == 0:
			unknown = p.EB
		default:
			taken[p.Order] = true
			if p.Order == 1 {
				first = p.EB
			}
		}
	}
	note := func(code NoteCode, eb int, words string) { c.Notes = append(c.Notes, Note{code, words, eb}) }
	switch {
	case replaced > 0:
		// Who answers is out of it: the plan pays in its place.
		reply.Applies = false
		note(NoteReplaced, replaced, "bill the plan that stands in for "+orName(reply.Name, "the payer that answers"))
	case first > 0:
		reply.Order = 2
		if taken[2] {
			reply.Order = 3
		}
		note(NoteOtherPayerFirst, first, "another payer is billed before "+orName(reply.Name, "the payer that answers"))
	case unknown > 0:
		note(NoteOrderNotStated, unknown, "there is another payer, and which comes first is not stated")
	default:
		reply.Order = 1
	}
	for i := range others {
		if p := &others[i]; p.Applies && last(p) && unknown == 0 {
			p.Order = min(max(reply.Order, 1)+1, 3)
		}
	}
	for i := range others {
		if p := &others[i]; p.Applies && medicareSecondary(p.InsuranceType) {
			note(NoteMedicareSecond, p.EB, strings.TrimPrefix(Meaning(CodesInsurance, p.InsuranceType), "Medicare secondary: ")+": Medicare pays second")
		}
	}
	if second > 0 {
		note(NoteMedicareSecond, second, "the plan is Medicare and pays second")
	}
	c.Payers = append(others, reply)
	rank := func(p Payer) int {
		switch {
		case !p.Applies:
			return 10
		case len(p.Services) > 0 && !slices.ContainsFunc(p.Services, general):
			return 9
		case p.Order == 0 && p.Role == PayerReply:
			return 4
		case p.Order == 0:
			return 5
		}
		return p.Order
	}
	slices.SortStableFunc(c.Payers, func(a, b Payer) int { return rank(a) - rank(b) })
}

func orName(name, words string) string {
	if name != "" {
		return name
	}
	return words
}

// payerRole reports whether an entity of that role pays.
func payerRole(role x12.Code) bool {
	switch role {
	case RolePayer, RolePrimaryPayer, RoleSecondaryPayer, RoleTertiaryPayer, RoleThirdParty, RoleManagedCare, RoleOrigin, RolePlanSponsor, RoleReconfigured:
		return true
	}
	return false
}

// payersOf are the payers that one statement names: they belong to it alone
// (271-15). Providers and insured persons among its entities are none.
func (r *Response) payersOf(b *Benefit, i int, on x12.Date) []Payer {
	base := Payer{Role: PayerOther, InsuranceType: b.InsuranceType, Plan: b.Plan, Services: slices.Clone(b.ServiceTypes), EB: i + 1}
	if b.Kind != BenefitOtherPayer {
		base.Role = PayerAdministrator
	}
	for _, x := range b.References {
		switch x.Qualifier {
		case "18":
			base.PlanNumber = x.ID
			if base.Plan == "" {
				base.Plan = x.Description
			}
		case "1W":
			base.MemberID = x.ID
		case "1L", "IG":
			base.PolicyNumber = x.ID
		case "6P":
			base.GroupNumber = x.ID
		}
	}
	base.Dates = payerDates(b, on)
	base.Applies = includes(base.Dates, on)
	var out []Payer
	for k := range b.Entities {
		e := &b.Entities[k]
		p := base
		switch e.Role {
		case RoleInsured, RoleLegal:
			base.Insured, base.MemberID = personName(&e.Name), orName(e.Name.ID, base.MemberID)
			continue
		case RolePriorInsurer:
			p.Applies = false
		case RolePrimaryPayer:
			p.Order = 1
		case RoleSecondaryPayer:
			p.Order = 2
		case RoleTertiaryPayer:
			p.Order = 3
		case RolePayer, RoleThirdParty, RoleManagedCare, RoleOrigin, RolePlanSponsor, RoleReconfigured, RoleVendor, RoleUtilization, RoleGroup,
			RoleGateway, RoleVerifier, RoleEmployer, RoleIPA, RolePreferred:
		default:
			continue
		}
		if b.Kind == BenefitOtherPayer && p.Order == 0 && medicareSecondary(b.InsuranceType) {
			p.Order = 1
		}
		if b.Kind != BenefitOtherPayer {
			p.Order = 0
		}
		p.EntityRole, p.Name, p.IDType, p.ID, p.Contacts = e.Role, personName(&e.Name), e.Name.IDType, e.Name.ID, e.Contacts
		out = append(out, p)
	}
	for j := range out { // whom they insure may be named before or after them
		out[j].Insured, out[j].MemberID = base.Insured, base.MemberID
	}
	if len(out) == 0 && b.Kind == BenefitOtherPayer {
		if medicareSecondary(b.InsuranceType) {
			base.Order = 1
		}
		out = append(out, base)
	}
	return out
}

// payerDates are the dates of an other payer: of the coordination of benefits,
// else any of the statement. Those of the patient are about the plan that answers.
func payerDates(b *Benefit, on x12.Date) x12.DateRange {
	for _, d := range b.Dates {
		if d.Qualifier == DateCOB {
			return d.Range()
		}
	}
	w, _ := windowOf(b.Dates, on)
	return w
}

// providers finds who cares for the patient.
func (r *Response) providers(c *Coverage) {
	for i := range r.Benefits {
		b := &r.Benefits[i]
		if b.Kind != BenefitPrimaryCare && b.Kind != BenefitRestricted && b.Kind != BenefitManagedCare {
			continue
		}
		base := CareProvider{Kind: b.Kind, Services: slices.Clone(b.ServiceTypes), EB: i + 1}
		for _, d := range b.Dates {
			if d.Qualifier == DatePrimaryCare {
				base.Dates = d.Range()
			}
		}
		if base.Dates.IsZero() {
			base.Dates, _ = windowOf(b.Dates, c.Date)
		}
		base.Applies = includes(base.Dates, c.Date)
		for k := range b.Entities {
			e := &b.Entities[k]
			switch e.Role {
			case RolePrimaryCare, RoleProvider, RoleContracted, RoleOtherPhysician, RoleFacility, RoleIPA, RolePreferred, RoleManagedCare:
				p := base
				p.Role, p.Name, p.IDType, p.ID, p.Contacts = e.Role, personName(&e.Name), e.Name.IDType, e.Name.ID, e.Contacts
				c.Providers = append(c.Providers, p)
			}
		}
	}
	for _, m := range [...]*Member{r.Dependent, r.Subscriber} {
		if m != nil && m.Provider != nil && m.Provider.Role == "PC" && m.Provider.ID != "" && len(c.Providers) == 0 && m == r.Patient() {
			c.Providers = append(c.Providers, CareProvider{Kind: BenefitPrimaryCare, Role: RolePrimaryCare, IDType: m.Provider.IDType, ID: m.Provider.ID, Applies: true})
		}
	}
}

// personName is a name as people write it: first, middle, last, suffix.
func personName(n *x12.Name) string {
	var parts []string
	for _, s := range [...]string{n.First, n.Middle, n.Last, n.Suffix} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " ")
}
