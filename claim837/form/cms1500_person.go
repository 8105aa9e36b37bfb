// SPDX-License-Identifier: Apache-2.0

package form

import (
	"slices"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// The boxes of a CMS-1500 about insured, patient and payers.

// carrier is who the form goes to, and box 1.
func (p *paper) carrier(c *claim837.Claim) {
	s := c.Subscriber
	if s == nil {
		return
	}
	a := &s.Payer.Address
	p.put("carrier", "name", 41, s.Payer.Name.Last, "subscriber.payer.name.last")
	p.put("carrier", "address", 41, a.Line1, "subscriber.payer.address.line1")
	p.put("carrier", "address", 41, a.Line2, "subscriber.payer.address.line2")
	p.put("carrier", "city, state, ZIP", 41, cityLine(a), "subscriber.payer.address")
	p.tick("1", coverageBox(s.FilingIndicator), s.FilingIndicator != "")
	p.put("1a", "insured's id", 29, s.Name.ID, "subscriber.name.id")
}

// coverageBox is the kind of coverage of box 1.
func coverageBox(f x12.Code) string {
	switch f {
	case claim837.FilingMedicareA, claim837.FilingMedicareB:
		return "MEDICARE"
	case claim837.FilingMedicaid:
		return "MEDICAID"
	case claim837.FilingTRICARE:
		return "TRICARE"
	case claim837.FilingVeterans:
		return "CHAMPVA"
	case claim837.FilingCommercial, claim837.FilingBlueCross, claim837.FilingHMO, claim837.FilingPPO, claim837.FilingPointOfService, claim837.FilingEPO, claim837.FilingIndemnity:
		return "GROUP HEALTH PLAN"
	}
	return "OTHER"
}

// person is who a box is about: the patient or the insured.
type person struct {
	path    string
	name    *x12.Name
	address *x12.Address
	birth   x12.Date
	gender  x12.Code
	contact *x12.Contact
}

func insuredPerson(c *claim837.Claim) person {
	s := c.Subscriber
	if s == nil {
		s = new(claim837.Subscriber)
	}
	return person{"subscriber", &s.Name, &s.Address, s.BirthDate, s.Gender, s.Contact}
}

func patientPerson(c *claim837.Claim) person {
	q := c.Patient
	if q == nil {
		return insuredPerson(c)
	}
	return person{"patient", &q.Name, &q.Address, q.BirthDate, q.Gender, q.Contact}
}

// relationshipOf is the patient's relationship to the insured.
func relationshipOf(c *claim837.Claim) x12.Code {
	if c.Patient != nil {
		return c.Patient.Relationship
	}
	return claim837.RelationshipSelf
}

func (p *paper) birth(number string, w person) {
	p.put(number, "birth date", 10, mmddyyyy(w.birth), w.path+".birthDate")
	p.tick(number, "sex: M", w.gender == claim837.GenderMale)
	p.tick(number, "sex: F", w.gender == claim837.GenderFemale)
}

// home is an address with its telephone, boxes 5 and 7.
func (p *paper) home(number string, w person, street, city, state int) {
	a := w.address
	p.put(number, "street", street, streets(a), w.path+".address.line1")
	p.put(number, "city", city, a.City, w.path+".address.city")
	st := a.State
	if st == "" {
		st = a.Subdivision
	}
	p.put(number, "state", state, st, w.path+".address.state")
	p.put(number, "ZIP", 12, zipText(a), w.path+".address.zip")
	p.put(number, "telephone", 13, phoneColumns(telephone(w.contact)), w.path+".contact")
}

// insured are the boxes 2 to 7.
func (p *paper) insured(c *claim837.Claim) {
	patient, insured := patientPerson(c), insuredPerson(c)
	p.put("2", "patient's name", 28, lastFirst(patient.name), patient.path+".name")
	p.birth("3", patient)
	p.put("4", "insured's name", 29, lastFirst(insured.name), "subscriber.name")
	p.home("5", patient, 28, 24, 3)
	switch relationshipOf(c) {
	case claim837.RelationshipSelf:
		p.tick("6", "SELF", true)
	case claim837.RelationshipSpouse:
		p.tick("6", "SPOUSE", true)
	case claim837.RelationshipChild:
		p.tick("6", "CHILD", true)
	default:
		p.tick("6", "OTHER", true)
	}
	p.home("7", insured, 29, 23, 4)
}

// nextPayer is the other coverage that the form shows: the first in the order of
// payment; -1 when there is none.
func nextPayer(c *claim837.Claim) int {
	best := -1
	for i := range c.OtherCoverage {
		n := claimcode.Rank(c.OtherCoverage[i].Responsibility)
		if best < 0 || n > 0 && n < claimcode.Rank(c.OtherCoverage[best].Responsibility) {
			best = i
		}
	}
	return best
}

// otherInsured is box 9.
func (p *paper) otherInsured(c *claim837.Claim) {
	k := nextPayer(c)
	if k < 0 {
		return
	}
	o := &c.OtherCoverage[k]
	number := o.GroupNumber
	if number == "" {
		number = o.Subscriber.Name.ID
	}
	plan := o.GroupName
	if plan == "" {
		plan = o.Payer.Name.Last
	}
	p.put("9", "other insured's name", 28, lastFirst(&o.Subscriber.Name), jsonx.At("otherCoverage", k, "subscriber.name"))
	p.put("9a", "other insured's policy or group number", 28, number, jsonx.At("otherCoverage", k, "groupNumber"))
	p.put("9d", "plan name", 28, plan, jsonx.At("otherCoverage", k, "groupName"))
}

// condition are the boxes 10 to 13.
func (p *paper) condition(c *claim837.Claim) {
	yesNo := func(number, name string, yes bool) {
		if yes {
			p.tick(number, name+": YES", true)
		} else {
			p.tick(number, name+": NO", true)
		}
	}
	yesNo("10a", "employment", slices.Contains(c.RelatedCauses, claim837.CauseEmployment))
	yesNo("10b", "auto accident", slices.Contains(c.RelatedCauses, claim837.CauseAutoAccident))
	p.put("10b", "place (state)", 2, c.AccidentState, "accidentState")
	p.noBox(c.AccidentCountry != "" && c.AccidentCountry != "US", "accidentCountry")
	yesNo("10c", "other accident", slices.Contains(c.RelatedCauses, claim837.CauseOtherAccident))
	codes := spaced(len(c.ConditionCodes), func(i int) string { return c.ConditionCodes[i].Value })
	p.put("10d", "claim codes", 19, codes, "conditionCodes")
	if s := c.Subscriber; s != nil {
		p.put("11", "insured's group or FECA number", 29, s.GroupNumber, "subscriber.groupNumber")
		p.birth("11a", insuredPerson(c))
		number, path := s.CasualtyClaim, "subscriber.casualtyClaim"
		if c.Patient != nil && c.Patient.CasualtyClaim != "" {
			number, path = c.Patient.CasualtyClaim, "patient.casualtyClaim"
		}
		if number != "" {
			p.put("11b", "qualifier", 2, "Y4", "")
			p.put("11b", "other claim id", 28, number, path)
		}
		plan, path := s.GroupName, "subscriber.groupName"
		if plan == "" {
			plan, path = s.Payer.Name.Last, "subscriber.payer.name.last"
		}
		p.put("11c", "insurance plan name", 29, plan, path)
	}
	yesNo("11d", "another health plan", len(c.OtherCoverage) > 0)
	if c.ReleaseOfInformation == claim837.ReleaseSigned {
		p.put("12", "patient's signature", 17, "SIGNATURE ON FILE", "")
	}
	if c.BenefitsAssigned == claim837.Yes {
		p.put("13", "insured's signature", 17, "SIGNATURE ON FILE", "")
	}
}
