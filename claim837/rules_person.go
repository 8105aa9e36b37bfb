// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/x12"
)

// Names of persons, and what is said of the insured and of the patient.

func personRules() []Rule {
	return []Rule{
		{ID: "837-SUB-18", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: personsHaveNames, // EDIT-038
			Title: "a person has no first name", Fix: "give it as on the insurance card, or as the provider is enrolled"},
		{ID: "837-SUB-19", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: groupNumbersArePlain, // EDIT-074
			Title: "a group number has a character that is no letter, digit, blank, hyphen, point or slash", Fix: "copy it from the insurance card"},
		{ID: "837P-SUB-13", SNIP: 4, Severity: isWarning, Sets: onlyP, Check: pregnantIsFemale,
			Title: "the patient is pregnant and not female", Fix: "check the sex, or take out the pregnancy"},
		{ID: "COB-SIT-10", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: coveragesDiffer,
			Title: "two coverages of the claim have the same payer and the same member id", Fix: "give each coverage once"},
	}
}

// isNoName reports whether a last name says nothing: it has no letter.
func isNoName(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r > '~' })
}

func personsHaveNames(c *Claim, r *report) {
	check := func(n *x12.Name, s site) {
		if n.EntityType != x12.Person || n.Last == "" {
			return
		}
		if isNoName(n.Last) {
			inWords(r, isError, s.at("last"), n.Last, "the last name of a person has no letter", "give the name as on the insurance card, or as the provider is enrolled")
			return
		}
		if n.First == "" {
			find(r, s.at("first"), "")
		}
	}
	if b := c.BillingProvider; b != nil {
		check(&b.Name, site{path: "billingProvider.name"})
	}
	if s := c.Subscriber; s != nil {
		check(&s.Name, site{path: "subscriber.name"})
	}
	if p := c.Patient; p != nil {
		check(&p.Name, site{path: "patient.name"})
	}
	for k := range c.OtherCoverage {
		check(&c.OtherCoverage[k].Subscriber.Name, site{list: "otherCoverage", index: k, path: "subscriber.name"})
	}
	eachName(c, func(n *x12.Name, _ bool, path string, line int) {
		if line < 0 {
			check(n, site{path: path})
		} else {
			check(n, site{list: "lines", index: line, path: path})
		}
	})
}

func groupNumbersArePlain(c *Claim, r *report) {
	check := func(v string, at func() string) {
		if strings.ContainsFunc(v, func(c rune) bool {
			return c > ' ' && c < 0x7f && !(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') &&
				!strings.ContainsRune("-./*:^~", c) // the delimiters are found by themselves
		}) {
			find(r, at(), v)
		}
	}
	if s := c.Subscriber; s != nil {
		check(s.GroupNumber, func() string { return "subscriber.groupNumber" })
	}
	for k := range c.OtherCoverage {
		check(c.OtherCoverage[k].GroupNumber, func() string { return in("otherCoverage", k, "groupNumber") })
	}
}

func pregnantIsFemale(c *Claim, r *report) {
	_, _, sex, who := demographics(c)
	pregnant := c.Subscriber != nil && c.Subscriber.Pregnant
	if c.Patient != nil {
		pregnant = c.Patient.Pregnant
	}
	if pregnant && sex == GenderMale {
		find(r, who+".pregnant", "Y")
	}
}

func coveragesDiffer(c *Claim, r *report) {
	s := c.Subscriber
	if s == nil || s.Payer.Name.ID == "" || s.Name.ID == "" {
		return
	}
	if claimcode.IsMedicare(s.FilingIndicator) { // MCR-12 finds it
		return
	}
	k := slices.IndexFunc(c.OtherCoverage, func(o OtherCoverage) bool {
		return o.Payer.Name.ID == s.Payer.Name.ID && o.Subscriber.Name.ID == s.Name.ID && o.GroupNumber == s.GroupNumber && o.FilingIndicator == s.FilingIndicator
	})
	if k >= 0 {
		find(r, in("otherCoverage", k, "payer.name.id"), s.Payer.Name.ID)
	}
}
