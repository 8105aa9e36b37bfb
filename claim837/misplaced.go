// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"strconv"

	"github.com/claimwire/claimwire/x12"
)

// misplaced reports the fields, by their path, that are set and that no segment
// of the claim's guide would carry: types are shared between kinds and between
// loops that differ a little, and lists may be longer than their segment. What a
// segment carries although the guide does not use it there is no case for this:
// it is written, and validation finds it.
func (c *Claim) misplaced(report func(path string)) {
	m := misplacement{report: report}
	m.contexts(c)
	if c.EPSDTReferral != nil {
		m.list(c.EPSDTReferral.Conditions, 3, "EPSDTReferral.Conditions")
	}
	switch c.Kind {
	case Institutional:
		m.institutional(c)
	case Dental:
		m.dental(c)
	default:
		m.professional(c)
	}
	for i := range c.OtherCoverage {
		m.within, m.entry = "OtherCoverage", i
		m.otherCoverage(c.Kind, &c.OtherCoverage[i])
	}
	for i := range c.Lines {
		m.within, m.entry = "Lines", i
		l := &c.Lines[i]
		switch c.Kind {
		case Institutional:
			m.institutionalLine(l)
		case Dental:
			m.dentalLine(l)
		default:
			m.professionalLine(l)
		}
		m.line(l)
	}
}

// misplacement reports below a path.
type misplacement struct {
	report func(string)
	within string // the list of the claim that is looked at; empty for the claim itself
	entry  int
}

func (m *misplacement) add(field string) {
	if m.within != "" {
		field = index(m.within, m.entry) + field
	}
	m.report(field)
}

func (m *misplacement) contexts(c *Claim) {
	if c.Submission != nil {
		m.contacts(c.Submission.Submitter.Contacts, "Submission.Submitter.Contacts")
	}
	if c.BillingProvider != nil {
		m.contacts(c.BillingProvider.Contacts, "BillingProvider.Contacts")
	}
	if c.Subscriber != nil {
		m.contact(c.Subscriber.Contact, "Subscriber.Contact")
	}
	if c.Patient != nil {
		m.contact(c.Patient.Contact, "Patient.Contact")
	}
}

// professional is for loop 2300 of the 837P.
func (m *misplacement) professional(c *Claim) {
	m.set(c.Institutional != nil, "Institutional")
	m.set(c.Dental != nil, "Dental")
	m.list(c.RelatedCauses, 2, "RelatedCauses")
	m.present(c.Diagnoses)
	m.period(c.Disability, "Disability")
	m.period(c.DisabilityFrom, "DisabilityFrom")
	m.period(c.DisabilityTo, "DisabilityTo")
	if c.SpinalManipulation != nil && len(c.SpinalManipulation.Descriptions) > 2 {
		m.add("SpinalManipulation.Descriptions[2]")
	}
	m.certifications(c.AmbulanceCertifications)
	for i := range c.VisionCertifications {
		if len(c.VisionCertifications[i].Conditions) > 5 {
			m.add(index("VisionCertifications", i) + "Conditions[5]")
		}
	}
	m.taxonomy(c.Referring, "Referring")
	m.taxonomy(c.PrimaryCare, "PrimaryCare")
	m.taxonomy(c.Supervising, "Supervising")
	m.facility(c.Facility)
}

// professionalLine is for loop 2400 of the 837P.
func (m *misplacement) professionalLine(l *ServiceLine) {
	m.set(l.RevenueCode != "", "RevenueCode")
	m.set(l.Institutional != nil, "Institutional")
	m.set(l.Dental != nil, "Dental")
	m.pointers(l)
	m.certifications(l.AmbulanceCertifications)
	if l.EquipmentConditions != nil {
		m.list(l.EquipmentConditions.Conditions, 2, "EquipmentConditions.Conditions")
	}
	m.taxonomy(l.Purchased, "Purchased")
	m.taxonomy(l.Supervising, "Supervising")
	m.taxonomy(l.Referring, "Referring")
	m.taxonomy(l.PrimaryCare, "PrimaryCare")
	m.lineFacility(l)
	if l.Ordering != nil {
		m.contact(l.Ordering.Contact, "Ordering.Contact")
	}
}

// line is for what loops 2400 have in common.
func (m *misplacement) line(l *ServiceLine) {
	m.period(l.Date, "Date")
	m.list(l.Procedure.Modifiers, 4, "Procedure.Modifiers")
	for i := range l.Adjudications {
		if len(l.Adjudications[i].Procedure.Modifiers) > 4 {
			m.add(index("Adjudications", i) + "Procedure.Modifiers[4]")
		}
	}
}

// otherCoverage is for loops 2320.
func (m *misplacement) otherCoverage(k Kind, o *OtherCoverage) {
	m.set(o.Subscriber.SSN == "" && o.Subscriber.SSN2 != "", "Subscriber.SSN2") // it would come back as the first
	if o.Outpatient != nil {
		m.list(o.Outpatient.Remarks, 5, "Outpatient.Remarks")
	}
	if k == Institutional {
		if o.Inpatient != nil {
			m.list(o.Inpatient.Remarks, 5, "Inpatient.Remarks")
		}
		m.set(o.PrimaryCare != nil, "PrimaryCare")
		m.set(o.Supervising != nil, "Supervising")
		m.taxonomy(o.Attending, "Attending")
		m.taxonomy(o.Operating, "Operating")
		m.taxonomy(o.OtherOperating, "OtherOperating")
	} else {
		m.set(o.Inpatient != nil, "Inpatient")
		m.set(o.Attending != nil, "Attending")
		m.set(o.Operating != nil, "Operating")
		m.set(o.OtherOperating != nil, "OtherOperating")
		m.taxonomy(o.PrimaryCare, "PrimaryCare")
		m.taxonomy(o.Supervising, "Supervising")
	}
	if k == Dental {
		m.taxonomy(o.AssistantSurgeon, "AssistantSurgeon")
	} else {
		m.set(o.AssistantSurgeon != nil, "AssistantSurgeon")
	}
	m.taxonomy(o.Referring, "Referring")
	m.taxonomy(o.Rendering, "Rendering")
	m.taxonomy(o.Facility, "Facility")
	m.taxonomy(o.Billing, "Billing")
}

// set reports a field that has a value and no place.
func (m *misplacement) set(is bool, field string) {
	if is {
		m.add(field)
	}
}

// list reports the first entry of a list that its segment has no room for.
func (m *misplacement) list(v []x12.Code, room int, field string) {
	if len(v) > room {
		m.add(field + "[" + strconv.Itoa(room) + "]")
	}
}

// period is for the end of a period that has no beginning.
func (m *misplacement) period(v x12.DateRange, field string) {
	if v.From == 0 && v.To != 0 {
		m.add(field + ".To")
	}
}

// present is for diagnoses that have no present-on-admission indicator.
func (m *misplacement) present(v []Diagnosis) {
	for i := range v {
		if v[i].PresentOnAdmission != "" {
			m.add(index("Diagnoses", i) + "PresentOnAdmission")
		}
	}
}

func (m *misplacement) pointers(l *ServiceLine) {
	if len(l.DiagnosisPointers) > 4 {
		m.add("DiagnosisPointers[4]")
	}
}

// taxonomy is for the providers that have no PRV segment.
func (m *misplacement) taxonomy(p *Provider, field string) {
	if p != nil && p.Taxonomy != "" {
		m.add(field + ".Taxonomy")
	}
}

func (m *misplacement) facility(f *Facility) {
	if f != nil {
		m.contact(f.Contact, "Facility.Contact")
	}
}

func (m *misplacement) lineFacility(l *ServiceLine) {
	m.set(l.Facility != nil && l.Facility.Contact != nil, "Facility.Contact")
}

func (m *misplacement) certifications(v []Certification) {
	for i := range v {
		if len(v[i].Conditions) > 5 {
			m.add(index("AmbulanceCertifications", i) + "Conditions[5]")
		}
	}
}

func (m *misplacement) contacts(v []x12.Contact, field string) {
	for i := range v {
		if len(v[i].Numbers) > 3 {
			m.add(index(field, i) + "Numbers[3]")
		}
	}
}

func (m *misplacement) contact(v *x12.Contact, field string) {
	if v != nil && len(v.Numbers) > 3 {
		m.add(field + ".Numbers[3]")
	}
}

func index(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]." }
