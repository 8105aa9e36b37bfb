package claim837

import (
	"strconv"

	"github.com/claimwire/claimwire/x12"
)

// misplaced reports the fields, by their path, that are set and that no segment
// of the 837P would carry: types are shared between loops that differ a little,
// and lists may be longer than their segment. What a segment carries although
// the guide does not use it there is no case for this: it is written, and
// validation finds it.
func (c *Claim) misplaced(report func(path string)) {
	m := misplacement{report: report}
	m.contexts(c)
	m.set(c.Institutional != nil, "Institutional")
	m.set(c.Dental != nil, "Dental")
	m.list(c.RelatedCauses, 2, "RelatedCauses")
	for i := range c.Diagnoses {
		if c.Diagnoses[i].PresentOnAdmission != "" {
			m.add(index("Diagnoses", i) + "PresentOnAdmission")
		}
	}
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
	if c.EPSDTReferral != nil {
		m.list(c.EPSDTReferral.Conditions, 3, "EPSDTReferral.Conditions")
	}
	m.taxonomy(c.Referring, "Referring")
	m.taxonomy(c.PrimaryCare, "PrimaryCare")
	m.taxonomy(c.Supervising, "Supervising")
	if c.Facility != nil {
		m.contact(c.Facility.Contact, "Facility.Contact")
	}
	for i := range c.OtherCoverage {
		m.within, m.entry = "OtherCoverage", i
		m.otherCoverage(&c.OtherCoverage[i])
	}
	for i := range c.Lines {
		m.within, m.entry = "Lines", i
		m.line(&c.Lines[i])
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

func (m *misplacement) otherCoverage(o *OtherCoverage) {
	if o.Outpatient != nil {
		m.list(o.Outpatient.Remarks, 5, "Outpatient.Remarks")
	}
	m.set(o.Inpatient != nil, "Inpatient")
	m.set(o.Attending != nil, "Attending")
	m.set(o.Operating != nil, "Operating")
	m.set(o.OtherOperating != nil, "OtherOperating")
	m.set(o.AssistantSurgeon != nil, "AssistantSurgeon")
	m.taxonomy(o.Referring, "Referring")
	m.taxonomy(o.PrimaryCare, "PrimaryCare")
	m.taxonomy(o.Rendering, "Rendering")
	m.taxonomy(o.Facility, "Facility")
	m.taxonomy(o.Supervising, "Supervising")
	m.taxonomy(o.Billing, "Billing")
}

func (m *misplacement) line(l *ServiceLine) {
	m.set(l.RevenueCode != "", "RevenueCode")
	m.set(l.Institutional != nil, "Institutional")
	m.set(l.Dental != nil, "Dental")
	m.period(l.Date, "Date")
	m.list(l.Procedure.Modifiers, 4, "Procedure.Modifiers")
	if len(l.DiagnosisPointers) > 4 {
		m.add("DiagnosisPointers[4]")
	}
	m.certifications(l.AmbulanceCertifications)
	if l.EquipmentConditions != nil {
		m.list(l.EquipmentConditions.Conditions, 2, "EquipmentConditions.Conditions")
	}
	m.taxonomy(l.Purchased, "Purchased")
	m.taxonomy(l.Supervising, "Supervising")
	m.taxonomy(l.Referring, "Referring")
	m.taxonomy(l.PrimaryCare, "PrimaryCare")
	if l.Facility != nil && l.Facility.Contact != nil {
		m.add("Facility.Contact")
	}
	if l.Ordering != nil {
		m.contact(l.Ordering.Contact, "Ordering.Contact")
	}
	for i := range l.Adjudications {
		if len(l.Adjudications[i].Procedure.Modifiers) > 4 {
			m.add(index("Adjudications", i) + "Procedure.Modifiers[4]")
		}
	}
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

// taxonomy is for the providers that have no PRV segment.
func (m *misplacement) taxonomy(p *Provider, field string) {
	if p != nil && p.Taxonomy != "" {
		m.add(field + ".Taxonomy")
	}
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
