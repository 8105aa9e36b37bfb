// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"slices"

	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/x12"
)

// What some services and some payers ask for.

func specialtyRules() []Rule {
	return []Rule{
		{ID: "837P-DT-05", SNIP: 6, Severity: isError, Sets: onlyP, Check: chiropracticHasStart, // EDIT-092
			Title: "spinal manipulation is billed to Medicare Part B without the day of the initial treatment", Fix: "give the day on which the treatment began"},
		{ID: "837P-DX-12", Retired: []string{"837P-DX-06"}, SNIP: 6, Severity: isWarning, Sets: onlyP, Check: chiropracticHasSubluxation, // EDIT-027
			Title: "spinal manipulation is billed to Medicare Part B, and the first diagnosis is no subluxation", Fix: "give M99.00 to M99.05 first"},
		{ID: "837P-LN-10", SNIP: 6, Severity: isError, Sets: onlyP, Strict: true, Check: laboratoryHasCLIA,
			Title: "a waived test (modifier QW) is billed to Medicare or Medicaid without a CLIA number", Fix: "give the number of the laboratory's certificate"},
		{ID: "837P-LN-11", SNIP: 6, Severity: isWarning, Sets: onlyP, Check: mammographyHasCertificate,
			Title: "a mammography has no certificate of its facility", Fix: "give the number of the certificate by the FDA"},
		{ID: "837P-PRV-13", SNIP: 6, Severity: isError, Sets: onlyP, Strict: true, Check: equipmentHasOrder,
			Title: "medical equipment is billed to Medicare, and nobody is named who ordered it", Fix: "name the ordering provider, with the NPI"},
		{ID: "837-PRV-16", SNIP: 4, Severity: isWarning, Sets: inPD, Check: supervisorIsAnother,
			Title: "the supervising provider is who gave the service", Fix: "name who oversaw the service, or nobody"},
		{ID: "837-CLM-16", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: totalIsNotZero, // EDIT-075
			Title: "a claim asks for the payment of zero dollars", Fix: "check the charges, or send the visit as a report"},
		{ID: "837-CLM-17", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: casualtyHasAccident,
			Title: "a claim to a workers' compensation or car insurance does not say that work or a car accident caused the condition", Fix: "give the cause and the day of the accident"},
		{ID: "837-LN-18", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: linesDiffer,
			Title: "a line is the same as one before it, and may be denied as a duplicate", Fix: "give the units in one line, or a modifier that says why it was done again (76, 77, 91, 59)"},
		{ID: "MCR-01", SNIP: 7, Severity: isError, Sets: allKinds, Check: medicareHasNoDependents,
			Title: "Medicare insures each person alone, and the patient is a dependent of another", Fix: "give the patient as the insured, with the patient's own Medicare number"},
		{ID: "MCR-07", SNIP: 7, Severity: isError, Sets: inPI, Check: noticesAgree,
			Title: "a line says that an advance notice is on file (GA) and that there is none (GZ)", Fix: "give the one that holds"},
		{ID: "837P-LN-07", SNIP: 4, Severity: isError, Sets: onlyP, Check: screeningAgrees,
			Title: "the referral of a child's screening contradicts itself", Fix: "say that there was none with NU alone, or that there was one with AV, S2 or ST"},
		{ID: "MCR-12", SNIP: 7, Severity: isError, Sets: allKinds, Strict: true, Check: medicareStandsOnce, // EDIT-071
			Title: "two payers of the claim are the same part of Medicare", Fix: "check the kinds of the coverages"},
	}
}

// isSpinalManipulation reports whether a code is of chiropractic treatment of the
// spine.
func isSpinalManipulation(code string) bool {
	return code == "98940" || code == "98941" || code == "98942"
}

// manipulationLine is the first line of spinal manipulation, -1 when there is
// none.
func manipulationLine(c *Claim) int {
	return slices.IndexFunc(c.Lines, func(l ServiceLine) bool { return isSpinalManipulation(l.Procedure.Code) })
}

func isPartB(c *Claim) bool {
	return c.Subscriber != nil && c.Subscriber.FilingIndicator == FilingMedicareB
}

func chiropracticHasStart(c *Claim, r *report) {
	if s := c.SpinalManipulation; s != nil && (s.Condition == "A" || s.Condition == "M") && c.AcuteManifestation == 0 {
		warn(r, "acuteManifestation", "", "an acute condition of the spine has no day on which it showed")
	}
	start := c.InitialTreatment
	for i := range c.Lines {
		l := &c.Lines[i]
		if !isSpinalManipulation(l.Procedure.Code) || l.InitialTreatment != 0 {
			continue
		}
		switch {
		case start != 0 && l.Date.From != 0 && start > l.Date.From:
			warn(r, "initialTreatment", start.String(), "the initial treatment is after the service")
			return
		case start == 0 && isPartB(c):
			find(r, "initialTreatment", "")
			return
		}
	}
}

func chiropracticHasSubluxation(c *Claim, r *report) {
	if !isPartB(c) || manipulationLine(c) < 0 || len(c.Diagnoses) == 0 || c.Diagnoses[0].Qualifier != DiagnosisPrincipal {
		return
	}
	if v := c.Diagnoses[0].Value; v != "" && (len(v) != 5 || v < "M9900" || v > "M9905") {
		find(r, in("diagnoses", 0, "value"), v)
	}
}

// isLaboratory reports whether a code is of a laboratory test: 80047 to 89398, and
// the proprietary ones.
func isLaboratory(code string) bool {
	return digits(code, 5) && code >= "80047" && code <= "89398" || len(code) == 5 && code[4] == 'U' && digits(code[:4], 4)
}

func laboratoryHasCLIA(c *Claim, r *report) {
	asked := isMedicare(c) || c.Subscriber != nil && c.Subscriber.FilingIndicator == FilingMedicaid
	told := c.CLIA != ""
	for i := range c.Lines {
		l := &c.Lines[i]
		waived, referred := slices.Contains(l.Procedure.Modifiers, "QW"), slices.Contains(l.Procedure.Modifiers, "90")
		if referred && isLaboratory(l.Procedure.Code) && l.ReferringCLIA == "" {
			warn(r, in("lines", i, "referringCLIA"), "", "a test by an outside laboratory (modifier 90) has no CLIA number of that laboratory")
		}
		if told || l.CLIA != "" {
			continue
		}
		at := "clia"
		switch {
		case !waived && asked && isLaboratory(l.Procedure.Code):
			warn(r, at, "", "a laboratory test is billed to Medicare or Medicaid without a CLIA number")
		case waived && asked:
			find(r, at, "")
		case waived:
			warn(r, at, "", "a waived test (modifier QW) has no CLIA number")
		default:
			continue
		}
		told = true // once is enough
	}
}

// isMammography reports whether a code is of mammography.
func isMammography(code string) bool {
	switch code {
	case "77061", "77062", "77063", "77065", "77066", "77067", "G0279":
		return true
	}
	return false
}

func mammographyHasCertificate(c *Claim, r *report) {
	for i := range c.Lines {
		l := &c.Lines[i]
		if isMammography(l.Procedure.Code) && c.MammographyCertification == "" && l.MammographyCertification == "" {
			find(r, "mammographyCertification", "")
			return
		}
	}
}

// isEquipment reports whether a code is of medical equipment, prostheses or what
// is fed by tube; supply reports whether it is of their supplies.
func isEquipment(code string) (equipment, supply bool) {
	if len(code) != 5 || !digits(code[1:], 4) {
		return false, false
	}
	switch code[0] {
	case 'E', 'K', 'L':
		return true, false
	case 'B':
		return code >= "B4034", false
	case 'A':
		return false, code >= "A4206" && code <= "A8004"
	}
	return false, false
}

func equipmentHasOrder(c *Claim, r *report) {
	if !isMedicare(c) {
		return
	}
	ordered := slices.ContainsFunc(c.Lines, func(l ServiceLine) bool { return l.Ordering != nil })
	for i := range c.Lines {
		l := &c.Lines[i]
		equipment, supply := isEquipment(l.Procedure.Code)
		if !equipment && !supply || l.Ordering != nil && hasNPI(&l.Ordering.Name) {
			continue
		}
		at := in("lines", i, "ordering")
		if l.Ordering != nil {
			at = in("lines", i, "ordering.name.id")
		}
		if equipment {
			find(r, at, "")
		} else {
			warn(r, at, "", "supplies of medical equipment name nobody who ordered them")
		}
		if !ordered { // that none is named at all is said once
			return
		}
	}
}

func supervisorIsAnother(c *Claim, r *report) {
	is := func(a, b *x12.Name) bool {
		return a != nil && b != nil && a.ID != "" && a.IDType == IDTypeNPI && b.IDType == IDTypeNPI && a.ID == b.ID
	}
	var billing *x12.Name
	if b := c.BillingProvider; b != nil && b.Name.EntityType == x12.Person {
		billing = &b.Name
	}
	rendering := nameOf(c.Rendering)
	if rendering == nil {
		rendering = billing
	}
	if supervising := nameOf(c.Supervising); is(supervising, rendering) {
		find(r, "supervising|.name.id", supervising.ID)
		return
	}
	for i := range c.Lines {
		l := &c.Lines[i]
		by := nameOf(l.Rendering)
		if by == nil {
			by = rendering
		}
		if over := nameOf(l.Supervising); is(over, by) {
			find(r, in("lines", i, "supervising|.name.id"), over.ID)
		}
	}
}

// asksPayment reports whether the claim asks for money: it is no report, no notice,
// no question beforehand, and takes no earlier claim back.
func asksPayment(c *Claim) bool {
	if s := c.Submission; s != nil && s.ClaimType != "" && s.ClaimType != TypeChargeable {
		return false
	}
	if dental(c).Predetermination {
		return false
	}
	switch c.Frequency {
	case "", FrequencyOriginal, FrequencyReplacement, FrequencyInterimFirst, FrequencyInterimContinuing, FrequencyInterimLast:
		return true
	}
	return false
}

func totalIsNotZero(c *Claim, r *report) {
	if c.Charge.IsZero() && len(c.Lines) > 0 && asksPayment(c) && unreadIn(c.Rest)&unreadCharge == 0 {
		find(r, "charge", c.Charge.String())
	}
}

func casualtyHasAccident(c *Claim, r *report) {
	s := c.Subscriber
	if s == nil {
		return
	}
	work, car := s.FilingIndicator == FilingWorkersComp, s.FilingIndicator == FilingAutoMedical
	if !work && !car {
		return
	}
	if c.Kind == Institutional {
		for k := range institutional(c).Occurrences {
			if o := institutional(c).Occurrences[k].Code; o >= "01" && o <= "06" {
				return
			}
		}
		find(r, "institutional.occurrences|[0].code", "")
		return
	}
	for _, k := range c.RelatedCauses {
		if work && k == CauseEmployment || car && (k == CauseAutoAccident || k == CauseOtherAccident) {
			return
		}
	}
	find(r, "relatedCauses", "")
}

// lineKey is what two lines of the same service have in common, as far as it can
// be compared at once.
type lineKey struct {
	code, revenue, drug, rendering string
	place                          x12.Code
	date                           x12.DateRange
}

func keyOfLine(l *ServiceLine) lineKey {
	k := lineKey{code: l.Procedure.Code, revenue: l.RevenueCode, place: l.PlaceOfService, date: l.Date}
	if l.Drug != nil {
		k.drug = l.Drug.Code
	}
	if l.Rendering != nil {
		k.rendering = l.Rendering.Name.ID
	}
	return k
}

// sameService reports whether two lines with one key are the same service.
func sameService(a, b *ServiceLine) bool {
	if !slices.Equal(a.Procedure.Modifiers, b.Procedure.Modifiers) || a.Procedure.Description != b.Procedure.Description ||
		a.Unit != b.Unit || !a.Units.Equal(b.Units) || !a.Charge.Equal(b.Charge) || (unreadIn(a.Rest)|unreadIn(b.Rest))&(unreadUnits|unreadCharge) != 0 {
		return false
	}
	if a.Dental == nil || b.Dental == nil {
		return a.Dental == b.Dental
	}
	return slices.Equal(a.Dental.OralCavity, b.Dental.OralCavity) && slices.EqualFunc(a.Dental.Teeth, b.Dental.Teeth, func(a, b Tooth) bool {
		return a.Code == b.Code && slices.Equal(a.Surfaces, b.Surfaces)
	})
}

// saysRepeated reports whether a modifier says that the service was given again, or
// apart from another.
func saysRepeated(modifiers []x12.Code) bool {
	for _, m := range modifiers {
		switch m {
		case "59", "76", "77", "91", "XE", "XP", "XS", "XU":
			return true
		}
	}
	return false
}

func linesDiffer(c *Claim, r *report) {
	var last map[lineKey]int // of many lines, the last one with a key
	if len(c.Lines) > 50 {
		last = make(map[lineKey]int, len(c.Lines))
	}
	before := func(i int) bool {
		l := &c.Lines[i]
		if last != nil {
			key := keyOfLine(l)
			k, ok := last[key]
			last[key] = i
			return ok && sameService(&c.Lines[k], l)
		}
		for k := range i {
			if c.Lines[k].Procedure.Code == l.Procedure.Code && keyOfLine(&c.Lines[k]) == keyOfLine(l) && sameService(&c.Lines[k], l) {
				return true
			}
		}
		return false
	}
	for i := range c.Lines {
		p := &c.Lines[i].Procedure
		if p.Code != "" && !saysRepeated(p.Modifiers) && before(i) {
			find(r, in("lines", i, "procedure.code"), p.Code)
		}
	}
}

func medicareHasNoDependents(c *Claim, r *report) {
	if s := c.Subscriber; s != nil && c.Patient != nil && claimcode.IsMedicare(s.FilingIndicator) {
		find(r, "patient.relationship", string(c.Patient.Relationship))
	}
	for k := range c.OtherCoverage {
		if o := &c.OtherCoverage[k]; claimcode.IsMedicare(o.FilingIndicator) && o.Relationship != "" && o.Relationship != RelationshipSelf {
			find(r, in("otherCoverage", k, "relationship"), string(o.Relationship))
		}
	}
}

func noticesAgree(c *Claim, r *report) {
	for i := range c.Lines {
		m := c.Lines[i].Procedure.Modifiers
		if k := slices.Index(m, "GZ"); k >= 0 && slices.Contains(m, "GA") {
			find(r, in("lines", i, in("procedure.modifiers", k, "")), "GZ")
		}
	}
}

func screeningAgrees(c *Claim, r *report) {
	v := c.EPSDTReferral
	if v == nil {
		return
	}
	for k, code := range v.Conditions {
		if none := code == "NU"; none == (v.Applies == Yes) && (none || code == "AV" || code == "S2" || code == "ST") {
			find(r, in("epsdtReferral.conditions", k, ""), string(code))
			return
		}
	}
}

func medicareStandsOnce(c *Claim, r *report) {
	for k := range c.OtherCoverage {
		o := &c.OtherCoverage[k]
		if !claimcode.IsMedicare(o.FilingIndicator) {
			continue
		}
		same := c.Subscriber != nil && c.Subscriber.FilingIndicator == o.FilingIndicator
		for j := range min(k, 12) {
			same = same || c.OtherCoverage[j].FilingIndicator == o.FilingIndicator
		}
		if same {
			find(r, in("otherCoverage", k, "filingIndicator"), string(o.FilingIndicator))
		}
	}
}
