// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// Who is billed and who is insured.

// choosePayer finds the coverage that the claim goes to: the one marked, or the
// first that has not decided.
func (s *build) choosePayer() bool {
	list := s.e.Coverages
	if len(list) == 0 {
		s.find(CodeNoCoverage, "coverages", "")
		return false
	}
	if len(list) > 11 {
		s.find(CodeTooManyCoverages, "coverages", "")
		return false
	}
	s.at = -1
	for i := range list {
		if list[i].BillNow {
			if s.at >= 0 {
				s.find(CodeTwoValues, jsonx.At("coverages", i, "billNow"), "")
			}
			s.at = i
		}
	}
	for i := 0; i < len(list) && s.at < 0; i++ {
		if list[i].Decision == nil && !list[i].NotCovered {
			s.at = i
		}
	}
	if s.at < 0 {
		s.find(CodeNoOpenCoverage, "coverages", "")
		return false
	}
	s.payer = &list[s.at]
	if s.payer.Decision != nil {
		s.find(claim837.CodeNoPlace, jsonx.At("coverages", s.at, "decision"), "")
	}
	if s.payer.NotCovered {
		s.find(claim837.CodeNoPlace, jsonx.At("coverages", s.at, "notCovered"), "")
	}
	for i := range list {
		if i != s.at {
			s.others = append(s.others, i)
		}
	}
	return true
}

// responsibility is the place of a coverage in the order of payment.
func responsibility(v *Coverage, at int) x12.Code {
	if v.OrderUnknown {
		return claim837.ResponsibilityUnknown
	}
	const order = "PSTABCDEFGH"
	return x12.Code(order[at : at+1])
}

// holderIs says who holds a coverage.
type holderIs uint8

const (
	holderPatient holderIs = iota
	holderInsured
	holderGuarantor
)

// path is where the holder stands in the encounter.
func (h holderIs) path(at int) string {
	switch h {
	case holderInsured:
		return jsonx.At("coverages", at, "insured")
	case holderGuarantor:
		return "guarantor"
	}
	return "patient"
}

// holder returns the insured of a coverage and the relationship of the patient
// to it, 18 when they are one.
func (s *build) holder(at int) (*Person, x12.Code, holderIs) {
	v := &s.e.Coverages[at]
	rel, ok := claim837.RelationshipSelf, true
	switch {
	case v.Relationship != "":
		rel, ok = relationshipWords.Code(v.Relationship)
	case v.Insured != nil:
		s.find(CodeMissing, jsonx.At("coverages", at, "relationship"), "")
		return v.Insured, claim837.RelationshipUnknown, holderInsured
	}
	if !ok {
		s.unknown(relationshipWords, v.Relationship, jsonx.At("coverages", at, "relationship"))
	}
	switch {
	case rel == claim837.RelationshipSelf:
		if v.Insured != nil {
			s.find(CodeTwoValues, jsonx.At("coverages", at, "insured"), "")
		}
		return &s.e.Patient, rel, holderPatient
	case v.Insured != nil:
		return v.Insured, rel, holderInsured
	case s.e.Guarantor != nil:
		return s.e.Guarantor, rel, holderGuarantor
	}
	s.find(CodeMissing, jsonx.At("coverages", at, "insured"), "")
	return &Person{LastName: "-"}, rel, holderInsured
}

// insured makes subscriber, payer and, when it is another person, patient.
func (s *build) insured() {
	e, v, sub := s.e, s.payer, s.c.Subscriber
	person, rel, who := s.holder(s.at)
	s.self = rel == claim837.RelationshipSelf
	sub.Responsibility = responsibility(v, s.at)
	sub.GroupNumber = v.GroupNumber
	if v.GroupNumber == "" {
		sub.GroupName = v.GroupName
	}
	sub.FilingIndicator, sub.InsuranceType = s.plan(v, s.at)
	s.casualty = sub.FilingIndicator == claim837.FilingWorkersComp || sub.FilingIndicator == claim837.FilingAutoMedical
	sub.Name = personName(person)
	if sub.Name.Last == "" {
		s.find(CodeMissing, who.path(s.at)+".lastName", "")
	}
	if v.MemberID != "" {
		sub.Name.IDType, sub.Name.ID = claim837.IDTypeMember, memberID(v.MemberID, sub.FilingIndicator)
	}
	if !s.self {
		s.word(sexWords, person.Sex, who.path(s.at)+".sex")
	}
	sub.SSN = plainDigits(person.SSN)
	sub.Payer.Name = s.payerName(v, s.at)
	sub.Payer.Address = address(&v.Payer.Address)
	sub.Payer.SecondaryIDs = payerIDs(&v.Payer)
	p := &e.Patient
	if s.self {
		sub.Relationship = claim837.RelationshipSelf
		sub.Address = address(&p.Address)
		sub.BirthDate = p.BirthDate
		sub.Gender = s.word(sexWords, p.Sex, "patient.sex")
		sub.DeathDate, sub.Weight, sub.Pregnant = s.condition(p)
		sub.CasualtyClaim = p.CasualtyClaim
		sub.Contact = s.casualtyContact(p)
		if v.PatientID != "" {
			s.find(claim837.CodeNoPlace, jsonx.At("coverages", s.at, "patientID"), "")
		}
		return
	}
	made := &claim837.Patient{
		Relationship: rel,
		Name:         personName(p), Address: address(&p.Address), BirthDate: p.BirthDate,
		Gender:        s.word(sexWords, p.Sex, "patient.sex"),
		CasualtyClaim: p.CasualtyClaim, MemberID: v.PatientID, Contact: s.casualtyContact(p),
	}
	made.DeathDate, made.Weight, made.Pregnant = s.condition(p)
	if s.casualty && v.PatientID == "" {
		made.SSN = plainDigits(p.SSN)
	}
	if person.CasualtyClaim != "" {
		sub.CasualtyClaim = person.CasualtyClaim
	}
	s.c.Patient = made
}

var cardHyphens = strings.NewReplacer("-", "", " ", "")

// memberID is a member id as a claim has it: one of Medicare without the hyphens
// of the card, any other as it is.
func memberID(id string, filing x12.Code) string {
	if claimcode.IsMedicare(filing) {
		if bare := cardHyphens.Replace(plainCode(id)); claimcode.ValidMBI(bare) {
			return bare
		}
	}
	return id
}

// condition is what a professional claim says of the patient's body. A stay has
// the day of death among its events.
func (s *build) condition(p *Person) (death x12.Date, weight NullAmount, pregnant bool) {
	if s.c.Kind == claim837.Professional {
		return p.DeathDate, p.WeightPounds, p.Pregnant
	}
	if p.DeathDate != 0 && s.c.Kind == claim837.Dental {
		s.find(claim837.CodeNoPlace, "patient.deathDate", "")
	}
	if p.WeightPounds.Valid {
		s.find(claim837.CodeNoPlace, "patient.weightPounds", "")
	}
	if p.Pregnant {
		s.find(claim837.CodeNoPlace, "patient.pregnant", "")
	}
	return 0, NullAmount{}, false
}

func (s *build) casualtyContact(p *Person) *x12.Contact {
	if !s.casualty || s.c.Kind != claim837.Professional || p.Phone == "" {
		return nil
	}
	return &x12.Contact{Name: p.ContactName, Numbers: []x12.ContactNumber{{Type: "TE", Number: phone(p.Phone)}}}
}

// plan is the kind of a coverage, and why Medicare pays second.
func (s *build) plan(v *Coverage, at int) (filing, second x12.Code) {
	if v.Plan == "" {
		s.find(CodeMissing, jsonx.At("coverages", at, "plan"), "")
		return "", ""
	}
	filing, ok := planWords.Code(v.Plan)
	if !ok {
		s.unknown(planWords, v.Plan, jsonx.At("coverages", at, "plan"))
	}
	if s.c.Kind == claim837.Institutional { // the values of a stay tell why Medicare pays second
		if v.SecondReason != "" && at != s.at {
			s.find(claim837.CodeNoPlace, jsonx.At("coverages", at, "secondReason"), "")
		}
		return filing, ""
	}
	if v.SecondReason != "" {
		if second, ok = secondReasonWords.Code(v.SecondReason); !ok {
			s.unknown(secondReasonWords, v.SecondReason, jsonx.At("coverages", at, "secondReason"))
		}
	}
	return filing, second
}

func (s *build) payerName(v *Coverage, at int) x12.Name {
	if v.Payer.Name == "" {
		s.find(CodeMissing, jsonx.At("coverages", at, "payer.name"), "")
	}
	if v.Payer.ID == "" {
		s.find(CodeMissing, jsonx.At("coverages", at, "payer.id"), "")
	}
	n := x12.Name{EntityType: x12.Organization, Last: v.Payer.Name, IDType: claim837.IDTypePayer, ID: v.Payer.ID}
	if v.Payer.PlanID {
		n.IDType = claim837.IDTypeHealthPlan
	}
	return n
}

func payerIDs(p *Payer) []x12.Reference {
	var ids []x12.Reference
	for _, r := range [...]x12.Reference{{Qualifier: claim837.ReferencePayerID, ID: p.OtherID}, {Qualifier: claim837.ReferenceEmployerID, ID: p.TaxID},
		{Qualifier: claim837.ReferenceClaimOffice, ID: p.ClaimOffice}, {Qualifier: claim837.ReferenceNAIC, ID: p.NAIC}} {
		if r.ID != "" {
			if r.Qualifier == claim837.ReferenceEmployerID {
				r.ID = plainEIN(r.ID)
			}
			ids = append(ids, r)
		}
	}
	return ids
}

// consents are the codes of signatures and assignment.
type consents struct{ signed, assignment, benefits, release, source x12.Code }

var allGiven = consents{signed: claim837.Yes, assignment: claim837.AssignmentAccepted, benefits: claim837.Yes, release: claim837.ReleaseSigned}

// consents lays the words of v over those that hold so far.
func (s *build) consents(so consents, v *Consents, path string) consents {
	if v == nil {
		return so
	}
	if v.ProviderSigned != nil {
		so.signed = yesNo(*v.ProviderSigned)
	}
	if v.AcceptAssignment != "" {
		so.assignment = s.word(assignmentWords, v.AcceptAssignment, path+".acceptAssignment")
	}
	if v.AssignBenefits != "" {
		so.benefits = s.word(yesNoWords, v.AssignBenefits, path+".assignBenefits")
	}
	if v.Release != "" {
		so.release = s.word(releaseWords, v.Release, path+".release")
	}
	if v.SignedForPatient {
		so.source = claim837.SignatureByProvider
	}
	return so
}

// biller is a billing provider, and its numbers that stand with the payer.
type biller struct {
	provider *claim837.BillingProvider
	payerIDs []x12.Reference
}

// biller is a provider as who bills; of one that the practice lists, name, numbers and
// contact are checked there.
func (s *build) biller(p *Party, path string, listed bool) biller {
	b := &claim837.BillingProvider{
		Taxonomy: plainCode(p.Taxonomy), Name: partyName(p), Address: address(&p.Address), EIN: plainEIN(p.TaxID), SSN: plainDigits(p.SSN),
		Contacts: contacts(p.ContactName, p.Phone, p.Extension, p.Fax, p.Email),
	}
	out := biller{provider: b}
	if !listed {
		s.need(b.Name.Last, path+".organization")
		s.contact(p.ContactName, p.Phone, p.Extension, p.Fax+p.Email, path)
	}
	if b.Address.Line1 == "" {
		s.find(CodeMissing, path+".address.line1", "")
	}
	if b.Address.City == "" {
		s.find(CodeMissing, path+".address.city", "")
	}
	for i := range p.Numbers {
		n := &p.Numbers[i]
		r := x12.Reference{Qualifier: s.needWord(numberWords, n.Kind, jsonx.At(path+".numbers", i, "kind")), ID: n.Number}
		if n.PayerID != "" {
			s.find(claim837.CodeNoPlace, jsonx.At(path+".numbers", i, "payerID"), "")
		}
		if r.Qualifier == claim837.ReferenceCommercial || r.Qualifier == claim837.ReferenceLocation {
			out.payerIDs = append(out.payerIDs, r)
		} else {
			b.SecondaryIDs = append(b.SecondaryIDs, r)
		}
	}
	return out
}

// billingOf is the billing provider of the encounter; its numbers by the payer
// go to the payer.
func (s *build) billingOf() *claim837.BillingProvider {
	b := s.b.billing
	if p := s.e.Providers.Billing; p != nil {
		path, listed := "providers.billing", p.Use != ""
		if p.Use != "" || p.isEmpty() {
			a := s.resolve(p, "providers.billing")
			if a == nil {
				return b.provider
			}
			p = a.party
		}
		if listed {
			path = "practice.providers." + s.e.Providers.Billing.Use
		}
		b = s.biller(p, path, listed)
		home := s.b.billing.provider
		b.provider.Currency = home.Currency
		if b.provider.EIN == home.EIN && b.provider.SSN == home.SSN { // another taxpayer's money does not go to the practice's box
			b.provider.PayTo = home.PayTo
		}
	}
	s.c.Subscriber.Payer.BillingProviderIDs = b.payerIDs
	for i := range s.payer.ProviderNumbers {
		n := &s.payer.ProviderNumbers[i]
		if role, _ := roleWords.Code(n.Role); role == "85" {
			ids := s.c.Subscriber.Payer.BillingProviderIDs
			s.c.Subscriber.Payer.BillingProviderIDs = append(ids[:len(ids):len(ids)],
				x12.Reference{Qualifier: s.numberKind(n, jsonx.At("coverages", s.at, "providerNumbers["+strconv.Itoa(i)+"].kind")), ID: n.Number})
		}
	}
	return b.provider
}

func (s *build) numberKind(n *RoleNumber, path string) x12.Code {
	if n.Kind == "" {
		return claim837.ReferenceCommercial
	}
	return s.word(numberWords, n.Kind, path)
}
