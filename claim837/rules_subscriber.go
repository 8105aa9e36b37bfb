// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/internal/distinct"
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// Who is insured, who is the patient, and in which order payers pay.

func subscriberRules() []Rule {
	return []Rule{
		{ID: "837-SUB-01", SNIP: 4, Severity: isError, Sets: allKinds, Check: subscriberIsPatient,
			Title: "the subscriber is the patient, and relationship, address, birth date or sex is missing", Fix: "give them all; the relationship is self"},
		{ID: "837-SUB-02", SNIP: 4, Severity: isError, Sets: allKinds, Check: dependentIsPatient,
			Title: "the patient is not the subscriber, and relationship, name, address, birth date or sex of the patient is missing or wrong", Fix: "give them all; the relationship is not self, and the subscriber has none"},
		{ID: "837-SUB-05", SNIP: 4, Severity: isError, Sets: allKinds, Check: subscriberHasID,
			Title: "the member id of the insured person is missing", Fix: "take it from the insurance card"},
		{ID: "837-SUB-06", SNIP: 4, Severity: isError, Sets: allKinds, Check: orderIsUnique,
			Title: "two payers have the same place in the order of payment", Fix: "give each payer its own place"},
		{ID: "837-SUB-07", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: orderHasNoHoles,
			Title: "a place in the order of payment is left out", Fix: "number the payers without holes"},
		{ID: "837-SUB-08", SNIP: 4, Severity: isError, Sets: allKinds, Strict: true, Check: earlierPayerIsNamed,
			Title: "the claim goes to a payer that is not the first, and no earlier payer is named", Fix: "give the coverage that pays before"},
		{ID: "837P-SUB-09", SNIP: 4, Severity: isError, Sets: onlyP, Check: medicareSecondReason,
			Title: "why Medicare pays second is missing, or is given where Medicare does not pay second", Fix: "give the reason when Medicare is not the first payer, and only then"},
		{ID: "837-SUB-10", SNIP: 4, Severity: isError, Sets: allKinds, Check: payerKindIsKnown,
			Title: "the kind of payer is missing or not in the list", Fix: "give the kind of insurance"},
		{ID: "837-SUB-11", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: groupIsNotMember,
			Title: "the group number is the member id, or a group name stands beside a group number", Fix: "check the insurance card; send a group name only without a number"},
		{ID: "837P-SUB-12", SNIP: 4, Severity: isError, Sets: onlyP, Check: conditionOfPatient,
			Title: "death, weight or pregnancy is given for a subscriber who is not the patient", Fix: "give it for the patient"},
		{ID: "837-SUB-14", SNIP: 4, Severity: isError, Sets: allKinds, Check: birthBeforeService,
			Title: "the patient was born after the first service", Fix: "check birth date and dates of service"},
		{ID: "837-SUB-15", SNIP: 4, Severity: isError, Sets: allKinds, Check: socialSecurityDigits,
			Title: "a social security number does not have nine digits", Fix: "give nine digits without hyphens"},
		{ID: "837-SUB-17", SNIP: 4, Severity: isError, Sets: allKinds, Check: somebodyIsFirst,
			Title: "no payer of the claim is the first one", Fix: "give the coverage that pays first"},
	}
}

func hasAddress(a *x12.Address) bool { return a.Line1 != "" && a.City != "" }

// patientLacks reports what is not said of a patient.
func patientLacks(r *report, a *x12.Address, birth x12.Date, sex x12.Code, path string) {
	lacks := func(field, text string) {
		inWords(r, r.Severity(), path+"."+field, "", text, "give it")
	}
	switch {
	case a.IsZero():
		lacks("address|.line1", "the patient has no address")
	case a.Line1 == "":
		lacks("address.line1", "the patient's address has no street")
	case a.City == "":
		lacks("address.city", "the patient's address has no city")
	}
	if birth == 0 {
		lacks("birthDate", "the patient has no birth date")
	}
	if sex == "" {
		lacks("gender", "the patient has no sex")
	}
}

func subscriberIsPatient(c *Claim, r *report) {
	s := c.Subscriber
	if s == nil || c.Patient != nil {
		return
	}
	switch {
	case s.Relationship != RelationshipSelf:
		find(r, "subscriber.relationship", string(s.Relationship))
	default:
		patientLacks(r, &s.Address, s.BirthDate, s.Gender, "subscriber")
	}
}

func dependentIsPatient(c *Claim, r *report) {
	p := c.Patient
	if p == nil {
		return
	}
	if c.Subscriber != nil && c.Subscriber.Relationship != "" {
		find(r, "subscriber.relationship", string(c.Subscriber.Relationship))
	}
	switch p.Relationship {
	case RelationshipSpouse, RelationshipChild, RelationshipEmployee, RelationshipUnknown, RelationshipOrganDonor,
		RelationshipCadaverDonor, RelationshipLifePartner, RelationshipOther:
	default:
		find(r, "patient.relationship", string(p.Relationship))
	}
	switch {
	case p.Name.Last == "" || p.Name.EntityType != x12.Person:
		find(r, "patient.name|.last", "")
	default:
		patientLacks(r, &p.Address, p.BirthDate, p.Gender, "patient")
	}
}

func subscriberHasID(c *Claim, r *report) {
	s := c.Subscriber
	if s == nil || s.Name.ID != "" && (s.Name.IDType == IDTypeMember || s.Name.IDType == IDTypeUniqueHealth) {
		return
	}
	at := "subscriber.name.id"
	if s.Name.EntityType == x12.Organization {
		warn(r, at, "", "the member id of the insured organization is missing")
		return
	}
	find(r, at, "")
}

// order lists the places of all payers in the order of payment; the claim's own
// is the first.
func order(c *Claim, buf []x12.Code) []x12.Code {
	if c.Subscriber != nil {
		buf = append(buf, c.Subscriber.Responsibility)
	}
	for i := range c.OtherCoverage {
		buf = append(buf, c.OtherCoverage[i].Responsibility)
	}
	return buf
}

func orderIsUnique(c *Claim, r *report) {
	var buf [12]x12.Code
	var before distinct.Set[x12.Code]
	for i, code := range order(c, buf[:0]) {
		if again := !before.Add(code); again && code != ResponsibilityUnknown && code != "" {
			find(r, in("otherCoverage", i-1, "responsibility"), string(code))
		}
	}
}

func orderHasNoHoles(c *Claim, r *report) {
	var buf [12]x12.Code
	seen, first, last := 0, 99, 0
	for _, code := range order(c, buf[:0]) {
		if n := claimcode.Rank(code); n > 0 {
			seen |= 1 << n
			first, last = min(first, n), max(last, n)
		}
	}
	for n := first; n < last; n++ {
		if seen>>n&1 == 0 {
			find(r, "subscriber.responsibility", "")
			return
		}
	}
}

func earlierPayerIsNamed(c *Claim, r *report) {
	if c.Subscriber == nil {
		return
	}
	own := claimcode.Rank(c.Subscriber.Responsibility)
	if own < 2 {
		return
	}
	for i := range c.OtherCoverage {
		if n := claimcode.Rank(c.OtherCoverage[i].Responsibility); n > 0 && n < own {
			return
		}
	}
	find(r, "subscriber.responsibility", string(c.Subscriber.Responsibility))
}

func somebodyIsFirst(c *Claim, r *report) {
	var buf [12]x12.Code
	for _, code := range order(c, buf[:0]) {
		if code == ResponsibilityPrimary || code == ResponsibilityUnknown {
			return
		}
	}
	find(r, "subscriber.responsibility", "")
}

func medicareSecondReason(c *Claim, r *report) {
	check := func(filing, responsibility, reason x12.Code) bool {
		medicare := filing == FilingMedicareA || filing == FilingMedicareB
		if !medicare || responsibility == ResponsibilityPrimary {
			return reason == ""
		}
		if responsibility == ResponsibilityUnknown && reason == "" {
			return true
		}
		switch reason {
		case "12", "13", "14", "15", "16", "41", "42", "43", "47":
			return true
		}
		return false
	}
	if s := c.Subscriber; s != nil && !check(s.FilingIndicator, s.Responsibility, s.InsuranceType) {
		find(r, "subscriber.insuranceType", string(s.InsuranceType))
	}
	for i := range c.OtherCoverage {
		if o := &c.OtherCoverage[i]; !check(o.FilingIndicator, o.Responsibility, o.InsuranceType) {
			find(r, in("otherCoverage", i, "insuranceType"), string(o.InsuranceType))
		}
	}
}

func knownFiling(c x12.Code) bool {
	switch c {
	case "11", "12", "13", "14", "15", "16", "17", "AM", "BL", "CH", "CI", "DS", "FI", "HM", "LM", "MA", "MB", "MC", "OF", "TV", "VA", "WC", "ZZ":
		return true
	}
	return false
}

func payerKindIsKnown(c *Claim, r *report) {
	if s := c.Subscriber; s != nil && !knownFiling(s.FilingIndicator) {
		find(r, "subscriber.filingIndicator", string(s.FilingIndicator))
	}
	for i := range c.OtherCoverage {
		if f := c.OtherCoverage[i].FilingIndicator; !knownFiling(f) {
			find(r, in("otherCoverage", i, "filingIndicator"), string(f))
		}
	}
}

func groupIsNotMember(c *Claim, r *report) {
	if s := c.Subscriber; s != nil {
		if s.GroupNumber != "" && (s.GroupNumber == s.Name.ID || s.GroupName != "") {
			find(r, "subscriber.groupNumber", s.GroupNumber)
		}
	}
	for i := range c.OtherCoverage {
		o := &c.OtherCoverage[i]
		if o.GroupNumber != "" && (o.GroupNumber == o.Subscriber.Name.ID || o.GroupName != "") {
			find(r, in("otherCoverage", i, "groupNumber"), o.GroupNumber)
		}
	}
}

func conditionOfPatient(c *Claim, r *report) {
	s := c.Subscriber
	if c.Patient != nil && s != nil && (s.DeathDate != 0 || s.Weight.Valid || s.Pregnant) {
		find(r, "subscriber|.deathDate", "")
	}
}

// demographics returns birth date, death and sex of the patient, and the path of
// whoever that is.
func demographics(c *Claim) (birth, death x12.Date, sex x12.Code, who string) {
	switch {
	case c.Patient != nil:
		return c.Patient.BirthDate, c.Patient.DeathDate, c.Patient.Gender, "patient"
	case c.Subscriber != nil:
		return c.Subscriber.BirthDate, c.Subscriber.DeathDate, c.Subscriber.Gender, "subscriber"
	}
	return 0, 0, "", ""
}

func birthBeforeService(c *Claim, r *report) {
	birth, _, sex, who := demographics(c)
	first := firstService(c)
	switch {
	case birth == 0 || first == 0:
	case birth > first:
		find(r, who+".birthDate", birth.String())
	case first.Year()-birth.Year() >= 150: // EDIT-018
		fail(r, who+".birthDate", birth.String(), "the patient is 150 years old or more")
	case first.Year()-birth.Year() > 124:
		warn(r, who+".birthDate", birth.String(), "the patient is more than 124 years old")
	}
	switch sex {
	case GenderFemale, GenderMale, GenderUnknown, "":
	default:
		fail(r, who+".gender", string(sex), "the sex of the patient is none of F, M, U")
	}
}

func digits(s string, n int) bool { return plain.AllDigits(s, n) }

func socialSecurityDigits(c *Claim, r *report) {
	if s := c.Subscriber; s != nil && s.SSN != "" && !digits(s.SSN, 9) {
		find(r, "subscriber.ssn", s.SSN)
	}
	if p := c.Patient; p != nil && p.SSN != "" && !digits(p.SSN, 9) {
		find(r, "patient.ssn", p.SSN)
	}
	for i := range c.OtherCoverage {
		if s := c.OtherCoverage[i].Subscriber.SSN; s != "" && !digits(s, 9) {
			find(r, in("otherCoverage", i, "subscriber.ssn"), s)
		}
	}
}
