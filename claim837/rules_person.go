// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// Names of persons, and what is said of the insured and of the patient.

func personRules() []Rule {
	return []Rule{
		{ID: "837-SUB-18", SNIP: 4, Severity: isWarning, Kinds: allKinds, Check: personsHaveNames, // EDIT-038
			Text: "a person has no first name", Mend: "give it as on the insurance card, or as the provider is enrolled"},
		{ID: "837-SUB-19", SNIP: 4, Severity: isWarning, Kinds: allKinds, Check: groupNumbersArePlain, // EDIT-074
			Text: "a group number has a character that is no letter, digit, blank, hyphen, point or slash", Mend: "copy it from the insurance card"},
		{ID: "837P-SUB-13", SNIP: 4, Severity: isWarning, Kinds: onlyP, Check: pregnantIsFemale,
			Text: "the patient is pregnant and not female", Mend: "check the sex, or take out the pregnancy"},
		{ID: "COB-SIT-10", SNIP: 4, Severity: isWarning, Kinds: allKinds, Check: coveragesDiffer,
			Text: "two coverages of the claim have the same payer and the same member id", Mend: "give each coverage once"},
	}
}

// isNoName reports whether a last name says nothing: it has no letter.
func isNoName(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r > '~' })
}

func personsHaveNames(c *Claim, r *Report) {
	check := func(n *x12.Name, _ bool, loop, path string, line int) {
		if n.EntityType != x12.Person || n.Last == "" {
			return
		}
		if isNoName(n.Last) {
			r.report(isError, place{loop, "NM1", 3, 0, atLine(line, path) + ".last"}, n.Last, "the last name of a person has no letter", "give the name as on the insurance card, or as the provider is enrolled")
			return
		}
		if n.First == "" {
			r.find(place{loop, "NM1", 4, 0, atLine(line, path) + ".first"}, "")
		}
	}
	if b := c.BillingProvider; b != nil {
		check(&b.Name, false, "2010AA", "billingProvider.name", -1)
	}
	if s := c.Subscriber; s != nil {
		check(&s.Name, false, "2010BA", "subscriber.name", -1)
	}
	if p := c.Patient; p != nil {
		check(&p.Name, false, "2010CA", "patient.name", -1)
	}
	for k := range c.OtherCoverage {
		check(&c.OtherCoverage[k].Subscriber.Name, false, "2330A", in("otherCoverage", k, "subscriber.name"), -1)
	}
	eachName(c, check)
}

func groupNumbersArePlain(c *Claim, r *Report) {
	check := func(v string, at func() place) {
		if strings.ContainsFunc(v, func(c rune) bool {
			return c > ' ' && c < 0x7f && !(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') &&
				!strings.ContainsRune("-./*:^~", c) // the delimiters are found by themselves
		}) {
			r.find(at(), v)
		}
	}
	if s := c.Subscriber; s != nil {
		check(s.GroupNumber, func() place { return place{"2000B", "SBR", 3, 0, "subscriber.groupNumber"} })
	}
	for k := range c.OtherCoverage {
		check(c.OtherCoverage[k].GroupNumber, func() place { return place{"2320", "SBR", 3, 0, in("otherCoverage", k, "groupNumber")} })
	}
}

func pregnantIsFemale(c *Claim, r *Report) {
	_, _, sex, at := demographics(c)
	pregnant := c.Subscriber != nil && c.Subscriber.Pregnant
	at.loop, at.tag, at.element, at.path = "2000B", "PAT", 9, "subscriber.pregnant"
	if c.Patient != nil {
		pregnant = c.Patient.Pregnant
		at.loop, at.path = "2000C", "patient.pregnant"
	}
	if pregnant && sex == GenderMale {
		r.find(at, "Y")
	}
}

func coveragesDiffer(c *Claim, r *Report) {
	s := c.Subscriber
	if s == nil || s.Payer.Name.ID == "" || s.Name.ID == "" {
		return
	}
	if isMedicareFiling(s.FilingIndicator) { // MCR-12 finds it
		return
	}
	k := slices.IndexFunc(c.OtherCoverage, func(o OtherCoverage) bool {
		return o.Payer.Name.ID == s.Payer.Name.ID && o.Subscriber.Name.ID == s.Name.ID && o.GroupNumber == s.GroupNumber && o.FilingIndicator == s.FilingIndicator
	})
	if k >= 0 {
		r.find(place{"2330B", "NM1", 9, 0, in("otherCoverage", k, "payer.name.id")}, s.Payer.Name.ID)
	}
}
