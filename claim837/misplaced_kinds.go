// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/x12"
)

// What institutional and dental claims have no place for.

// onlyProfessional reports fields of loop 2300 that neither the 837I nor the 837D
// has.
func (m *misplacement) onlyProfessional(c *Claim) {
	m.set(c.PatientSignatureSource != "", "PatientSignatureSource")
	for _, d := range [...]struct {
		date  x12.Date
		field string
	}{
		{c.Onset, "Onset"}, {c.InitialTreatment, "InitialTreatment"}, {c.LastSeen, "LastSeen"},
		{c.AcuteManifestation, "AcuteManifestation"}, {c.LastMenstrualPeriod, "LastMenstrualPeriod"}, {c.LastXRay, "LastXRay"},
		{c.Prescription, "Prescription"}, {c.Disability.From, "Disability.From"}, {c.Disability.To, "Disability.To"},
		{c.DisabilityFrom.From, "DisabilityFrom.From"}, {c.DisabilityFrom.To, "DisabilityFrom.To"},
		{c.DisabilityTo.From, "DisabilityTo.From"}, {c.DisabilityTo.To, "DisabilityTo.To"},
		{c.LastWorked, "LastWorked"}, {c.ReturnToWork, "ReturnToWork"}, {c.Discharge, "Discharge"},
		{c.AssumedCare, "AssumedCare"}, {c.RelinquishedCare, "RelinquishedCare"}, {c.FirstContact, "FirstContact"},
	} {
		m.set(d.date != 0, d.field)
	}
	m.set(c.MedicareCrossover != "", "MedicareCrossover")
	m.set(c.MammographyCertification != "", "MammographyCertification")
	m.set(c.CLIA != "", "CLIA")
	m.set(c.CarePlanOversight != "", "CarePlanOversight")
	m.set(c.Ambulance != nil, "Ambulance")
	m.set(c.SpinalManipulation != nil, "SpinalManipulation")
	m.set(len(c.AmbulanceCertifications) > 0, "AmbulanceCertifications")
	m.set(len(c.VisionCertifications) > 0, "VisionCertifications")
	m.set(c.Homebound, "Homebound")
	m.set(len(c.AnesthesiaProcedures) > 0, "AnesthesiaProcedures")
	m.set(c.PickUp != nil, "PickUp")
	m.set(c.DropOff != nil, "DropOff")
}

// institutional is for loop 2300 of the 837I.
func (m *misplacement) institutional(c *Claim) {
	m.onlyProfessional(c)
	m.set(c.Dental != nil, "Dental")
	m.set(c.PlaceOfService != "", "PlaceOfService")
	m.set(c.ProviderSignature != "", "ProviderSignature")
	m.set(len(c.RelatedCauses) > 0, "RelatedCauses")
	m.set(c.AccidentCountry != "", "AccidentCountry")
	m.set(c.SpecialProgram != "", "SpecialProgram")
	m.set(c.Accident != 0, "Accident")
	m.set(c.PatientPaid.Valid, "PatientPaid")
	m.set(c.PrimaryCare != nil, "PrimaryCare")
	m.set(c.Supervising != nil, "Supervising")
	m.taxonomy(c.Referring, "Referring")
	m.facility(c.Facility)
	i := c.Institutional
	if i == nil {
		return
	}
	m.period(i.Statement, "Institutional.Statement")
	m.set(i.AdmissionHour != x12.Time{} && (c.Admission == 0 || len(i.AdmissionHour.String()) > len("15:04")), "Institutional.AdmissionHour")
	m.taxonomy(i.Operating, "Institutional.Operating")
	m.taxonomy(i.OtherOperating, "Institutional.OtherOperating")
	for k := range i.OccurrenceSpans {
		if p := i.OccurrenceSpans[k].Period; p.From == 0 && p.To != 0 {
			m.add(index("Institutional.OccurrenceSpans", k) + "Period.To")
		}
	}
}

// dental is for loop 2300 of the 837D.
func (m *misplacement) dental(c *Claim) {
	m.onlyProfessional(c)
	m.set(c.Institutional != nil, "Institutional")
	m.list(c.RelatedCauses, 2, "RelatedCauses")
	m.present(c.Diagnoses)
	m.set(c.Admission != 0, "Admission")
	m.set(len(c.DeviceExemptions) > 0, "DeviceExemptions")
	m.set(c.MedicalRecord != "", "MedicalRecord")
	m.set(c.DemonstrationProject != "", "DemonstrationProject")
	m.set(c.EPSDTReferral != nil, "EPSDTReferral")
	m.set(len(c.ConditionCodes) > 0, "ConditionCodes")
	m.taxonomy(c.Supervising, "Supervising")
	m.facility(c.Facility)
	if c.Dental != nil {
		m.period(c.Dental.Service, "Dental.Service")
	}
}

// onlyProfessionalLine reports fields of loop 2400 that neither the 837I nor the
// 837D has.
func (m *misplacement) onlyProfessionalLine(l *ServiceLine) {
	m.set(l.Emergency, "Emergency")
	m.set(l.EPSDT, "EPSDT")
	m.set(l.FamilyPlanning, "FamilyPlanning")
	m.set(l.CopayExempt, "CopayExempt")
	m.set(l.Equipment != nil, "Equipment")
	m.set(l.CertificateTransmission != "", "CertificateTransmission")
	m.set(l.Ambulance != nil, "Ambulance")
	m.set(l.EquipmentCertification != nil, "EquipmentCertification")
	m.set(len(l.AmbulanceCertifications) > 0, "AmbulanceCertifications")
	m.set(l.HospiceEmployee != "", "HospiceEmployee")
	m.set(l.EquipmentConditions != nil, "EquipmentConditions")
	for _, d := range [...]struct {
		date  x12.Date
		field string
	}{
		{l.Prescription, "Prescription"}, {l.Recertification, "Recertification"}, {l.BeginTherapy, "BeginTherapy"},
		{l.LastCertified, "LastCertified"}, {l.LastSeen, "LastSeen"}, {l.HemoglobinTest, "HemoglobinTest"},
		{l.CreatinineTest, "CreatinineTest"}, {l.Shipped, "Shipped"}, {l.LastXRay, "LastXRay"}, {l.InitialTreatment, "InitialTreatment"},
	} {
		m.set(d.date != 0, d.field)
	}
	m.set(l.AmbulancePatients.Valid, "AmbulancePatients")
	m.set(l.ObstetricUnits.Valid, "ObstetricUnits")
	m.set(len(l.TestResults) > 0, "TestResults")
	m.set(l.MammographyCertification != "", "MammographyCertification")
	m.set(l.CLIA != "", "CLIA")
	m.set(l.ReferringCLIA != "", "ReferringCLIA")
	m.set(l.ImmunizationBatch != "", "ImmunizationBatch")
	m.set(l.Postage.Valid, "Postage")
	m.set(l.Note != nil, "Note")
	m.set(l.PurchasedService != nil, "PurchasedService")
	m.set(l.Purchased != nil, "Purchased")
	m.set(l.Ordering != nil, "Ordering")
	m.set(l.PrimaryCare != nil, "PrimaryCare")
	m.set(l.PickUp != nil, "PickUp")
	m.set(l.DropOff != nil, "DropOff")
	m.set(len(l.Forms) > 0, "Forms")
}

// institutionalLine is for loop 2400 of the 837I.
func (m *misplacement) institutionalLine(l *ServiceLine) {
	m.onlyProfessionalLine(l)
	m.set(l.Dental != nil, "Dental")
	m.set(l.PlaceOfService != "", "PlaceOfService")
	m.set(len(l.DiagnosisPointers) > 0, "DiagnosisPointers")
	m.set(l.Contract != nil, "Contract")
	m.set(len(l.PriorAuthorizations) > 0, "PriorAuthorizations")
	m.set(len(l.Referrals) > 0, "Referrals")
	m.set(l.SalesTax.Valid, "SalesTax")
	m.set(len(l.FileInformation) > 0, "FileInformation")
	m.set(l.Facility != nil, "Facility")
	m.set(l.Supervising != nil, "Supervising")
	m.taxonomy(l.Referring, "Referring")
	if i := l.Institutional; i != nil {
		m.taxonomy(i.Operating, "Institutional.Operating")
		m.taxonomy(i.OtherOperating, "Institutional.OtherOperating")
	}
}

// dentalLine is for loop 2400 of the 837D.
func (m *misplacement) dentalLine(l *ServiceLine) {
	m.onlyProfessionalLine(l)
	m.set(l.RevenueCode != "", "RevenueCode")
	m.set(l.Institutional != nil, "Institutional")
	m.set(l.Unit != "", "Unit")
	m.pointers(l)
	m.set(len(l.Attachments) > 0, "Attachments")
	m.set(l.ThirdPartyNote != "", "ThirdPartyNote")
	m.set(l.Drug != nil, "Drug")
	m.set(l.Referring != nil, "Referring")
	m.taxonomy(l.Supervising, "Supervising")
	m.lineFacility(l)
	d := l.Dental
	if d == nil {
		return
	}
	m.list(d.OralCavity, 5, "Dental.OralCavity")
	for i := range d.Teeth {
		if len(d.Teeth[i].Surfaces) > 5 {
			m.add(index("Dental.Teeth", i) + "Surfaces[5]")
		}
	}
}
