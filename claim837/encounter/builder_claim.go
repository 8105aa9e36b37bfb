// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"slices"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// header is what opens the claim: its number, place, kind and consents. The
// charge is the sum of the lines, which follow.
func (s *build) header() {
	c, e := s.c, s.e
	c.ID = e.ID
	if c.Kind != claim837.Institutional {
		s.need(string(e.PlaceOfService), "placeOfService")
		c.PlaceOfService = e.PlaceOfService
		c.Frequency = claim837.FrequencyOriginal
	}
	if v := e.Corrects; v != nil {
		c.PayerClaimControlNumber = v.ClaimNumber
		if c.Kind != claim837.Institutional {
			c.Frequency = s.needWord(actionWords, v.Action, "corrects.action")
			if v.Action == "" {
				s.need(v.ClaimNumber, "corrects.claimNumber")
			}
			if v.Reason != "" {
				s.find(claim837.CodeNoPlace, "corrects.reason", "")
			}
		}
	}
	if e.Consents != nil {
		s.foreignConsents(e.Consents, "consents")
	}
	if s.payer.Consents != nil {
		s.foreignConsents(s.payer.Consents, jsonx.At("coverages", s.at, "consents"))
	}
	given := s.consent
	if v := s.payer.Consents; v != nil {
		given = s.consents(given, v, jsonx.At("coverages", s.at, "consents"))
	}
	if c.Kind != claim837.Institutional {
		c.ProviderSignature = given.signed
	}
	c.Assignment, c.BenefitsAssigned, c.ReleaseOfInformation = given.assignment, given.benefits, given.release
	if c.Kind == claim837.Professional {
		c.PatientSignatureSource = given.source
	}
	if a := e.Accident; a != nil {
		s.accident(a)
	}
	c.SpecialProgram = s.word(programWords, e.SpecialProgram, "specialProgram")
	c.DelayReason = s.word(delayWords, e.DelayReason, "delayReason")
	c.PatientPaid = e.PatientPaid
}

// foreignConsents finds signatures that a claim of this kind does not tell of.
func (s *build) foreignConsents(v *Consents, path string) {
	switch {
	case s.c.Kind == claim837.Professional:
	case v.SignedForPatient:
		s.find(claim837.CodeNoPlace, path+".signedForPatient", "")
	case s.c.Kind == claim837.Institutional && v.ProviderSigned != nil:
		s.find(claim837.CodeNoPlace, path+".providerSigned", "")
	}
}

func (s *build) accident(a *Accident) {
	c := s.c
	if c.Kind == claim837.Institutional { // the events of a stay tell of it
		c.AccidentState, c.AccidentCountry = plainCode(a.State), plainCode(a.Country)
		return
	}
	for _, k := range [...]struct {
		is   bool
		code x12.Code
	}{{a.Auto, claim837.CauseAutoAccident}, {a.Employment, claim837.CauseEmployment}, {a.Other, claim837.CauseOtherAccident}} {
		if k.is {
			c.RelatedCauses = append(c.RelatedCauses, k.code)
		}
	}
	switch len(c.RelatedCauses) {
	case 0:
		s.lacks("accident", "nothing says what kind of accident it was; set auto, employment or other to true")
	case 3:
		s.find(CodeTooManyCauses, "accident", "")
	}
	c.Accident = a.Date
	c.AccidentState = plainCode(a.State)
	if country := plainCode(a.Country); country != "US" && country != "USA" {
		c.AccidentCountry = country
	}
}

// dates are the dates of the claim.
func (s *build) dates() {
	c, d := s.c, &s.e.Dates
	c.Onset, c.InitialTreatment, c.LastSeen = d.Onset, d.InitialTreatment, d.LastSeen
	c.AcuteManifestation, c.LastMenstrualPeriod, c.LastXRay = d.AcuteManifestation, d.LastMenstrualPeriod, d.LastXRay
	c.Prescription, c.LastWorked, c.ReturnToWork = d.Prescription, d.LastWorked, d.ReturnToWork
	c.Admission, c.Discharge = d.Admission, d.Discharge
	c.AssumedCare, c.RelinquishedCare, c.FirstContact = d.AssumedCare, d.RelinquishedCare, d.FirstContact
	switch {
	case d.DisabledFrom != 0 && d.DisabledTo != 0:
		c.Disability = x12.DateRange{From: d.DisabledFrom, To: d.DisabledTo}
	case d.DisabledFrom != 0:
		c.DisabilityFrom = x12.DateRange{From: d.DisabledFrom}
	case d.DisabledTo != 0:
		c.DisabilityTo = x12.DateRange{From: d.DisabledTo}
	}
}

// numbers are the references of the claim.
func (s *build) numbers() {
	c, e, v := s.c, s.e, s.payer
	c.PriorAuthorization = s.either(e.PriorAuthorization, v.Authorization, "priorAuthorization")
	c.Referral = s.either(e.Referral, v.Referral, "referral")
	c.CLIA = plainCode(e.CLIA)
	c.MammographyCertification = e.Mammography
	c.MedicalRecord = e.MedicalRecord
	if e.DeviceExemption != "" {
		c.DeviceExemptions = []string{e.DeviceExemption}
	}
	c.DemonstrationProject = e.DemonstrationProject
	c.CarePlanOversight = e.CarePlanOversight
	c.ServiceAuthorizationException = string(s.word(exceptionWords, e.AuthorizationException, "authorizationException"))
	if e.MandatoryCrossover != nil {
		c.MedicareCrossover = string(yesNo(*e.MandatoryCrossover))
	}
	c.FileInformation = e.FileInformation
}

// either takes the value that is given; two different ones are a finding.
func (s *build) either(a, b, path string) string {
	if a != "" && b != "" && a != b {
		s.find(CodeTwoValues, path, a)
	}
	if a != "" {
		return a
	}
	return b
}

// diagnoses puts the codes into the claim, without points and in order; there is
// room for so many.
func (s *build) diagnoses(room int) {
	e, c := s.e, s.c
	if len(e.Diagnoses) == 0 {
		switch {
		case c.Kind != claim837.Dental:
			s.find(CodeMissing, "diagnoses", "")
		case slices.ContainsFunc(e.Services, func(v Service) bool { return len(v.Diagnoses) > 0 }):
			s.lacks("diagnoses", "services name diagnoses, and the encounter has none; give them in order, the main one first")
		}
		return
	}
	if len(e.Diagnoses) > room {
		s.find(CodeTooManyDiagnoses, "diagnoses", "")
	}
	main, other := claim837.DiagnosisPrincipal, claim837.DiagnosisOther
	list := claim837.DiagnosisPrincipal
	if e.DiagnosisCodes != "" {
		list = s.word(diagnosisWords, e.DiagnosisCodes, "diagnosisCodes")
	} else if day := s.codingDate(); day != 0 && day < claimcode.ICD10From {
		list = claim837.DiagnosisPrincipalICD9
	}
	if list == claim837.DiagnosisPrincipalICD9 {
		main, other = claim837.DiagnosisPrincipalICD9, claim837.DiagnosisOtherICD9
	}
	c.Diagnoses = make([]claim837.Diagnosis, len(e.Diagnoses))
	for i := range e.Diagnoses {
		v := &e.Diagnoses[i]
		c.Diagnoses[i] = claim837.Diagnosis{Qualifier: other, Value: plainICD(v.Code), PresentOnAdmission: s.present(v, "diagnoses", i)}
	}
	c.Diagnoses[0].Qualifier = main
}

// otherCodes are the surgery that an anesthesia was for, and condition codes.
func (s *build) otherCodes() {
	e, c := s.e, s.c
	if len(e.AnesthesiaFor) > 0 {
		c.AnesthesiaProcedures = make([]x12.CodedValue, len(e.AnesthesiaFor))
		for i, v := range e.AnesthesiaFor {
			c.AnesthesiaProcedures[i] = x12.CodedValue{Qualifier: claim837.AnesthesiaOther, Value: plainCode(v)}
		}
		c.AnesthesiaProcedures[0].Qualifier = claim837.AnesthesiaPrincipal
		if len(e.AnesthesiaFor) > 2 {
			s.find(claim837.CodeNoPlace, "anesthesiaFor[2]", "")
		}
	}
	for _, v := range e.ConditionCodes {
		c.ConditionCodes = append(c.ConditionCodes, x12.CodedValue{Qualifier: "BG", Value: plainCode(string(v))})
	}
}

// codingDate is the date that decides by which list diagnoses are coded: of
// inpatients the last day of the bill, else the first date of service.
func (s *build) codingDate() x12.Date {
	i := s.c.Institutional
	if i != nil && s.traits&claimcode.Stay != 0 {
		return i.Statement.To
	}
	first := s.firstDate()
	if first == 0 && i != nil {
		first = i.Statement.From
	}
	return first
}

// firstDate is the first date of service.
func (s *build) firstDate() x12.Date {
	var first x12.Date
	for i := range s.e.Services {
		d := s.e.Services[i].Date
		if d == 0 {
			d = s.e.Date
		}
		if d != 0 && (first == 0 || d < first) {
			first = d
		}
	}
	return first
}

// rest is what few claims have.
func (s *build) rest() {
	c, e := s.c, s.e
	if e.Note != nil {
		kinds := noteWords
		if c.Kind == claim837.Institutional {
			kinds = stayNoteWords
		}
		c.Notes = []claim837.Note{s.note(e.Note, kinds, "note")}
	}
	for i := range e.Attachments {
		c.Attachments = append(c.Attachments, s.document(&e.Attachments[i], jsonx.At("attachments", i, "")))
	}
	if e.Contract != nil {
		c.Contract = s.contract(e.Contract, "contract")
	}
	if t := e.Ambulance; t != nil {
		c.Ambulance, c.AmbulanceCertifications, c.PickUp, c.DropOff = s.transport(t, "ambulance")
		if t.Patients.Valid {
			s.find(claim837.CodeNoPlace, "ambulance.patients", "")
		}
	}
	if v := e.Chiropractic; v != nil {
		c.SpinalManipulation = &claim837.SpinalManipulation{Condition: s.needWord(spinalWords, v.Condition, "chiropractic.condition"), Descriptions: v.Descriptions}
	}
	for i := range e.Vision {
		v := &e.Vision[i]
		cert := claim837.VisionCertification{Category: s.needWord(visionForWords, v.For, jsonx.At("vision", i, "for")), Applies: yesNo(!v.Not),
			Conditions: s.wordList(visionWords, v.Reasons, jsonx.At("vision", i, "reasons"))}
		c.VisionCertifications = append(c.VisionCertifications, cert)
	}
	c.Homebound = e.Homebound
	if v := e.EPSDTReferral; v != nil {
		c.EPSDTReferral = &claim837.Certification{Applies: yesNo(v.Given), Conditions: s.wordList(screenWords, v.Outcomes, "epsdtReferral.outcomes")}
	}
}

// wordList is a list of words, at least one.
func (s *build) wordList(l words, list []string, path string) []x12.Code {
	if len(list) == 0 {
		s.find(CodeMissing, path, "")
	}
	var out []x12.Code
	for i, w := range list {
		out = append(out, s.needWord(l, w, jsonx.At(path, i, "")))
	}
	return out
}

// note is a text of one of the kinds, and when it does not say which, additional
// information.
func (s *build) note(v *Note, kinds words, path string) claim837.Note {
	s.need(v.Text, path+".text")
	kind := x12.Code("ADD")
	if v.About != "" {
		kind = s.word(kinds, v.About, path+".about")
	}
	return claim837.Note{Type: kind, Text: v.Text}
}

func (s *build) document(v *Document, path string) claim837.Attachment {
	return claim837.Attachment{Type: s.needWord(documentWords, v.Kind, path+".kind"), Transmission: s.needWord(sendWords, v.How, path+".how"), ControlNumber: v.Number}
}

func (s *build) contract(v *Contract, path string) *claim837.Contract {
	return &claim837.Contract{Type: s.needWord(contractWords, v.Kind, path+".kind"), Amount: v.Amount, Percentage: v.Percentage,
		Code: v.Code, DiscountPercent: v.DiscountPercent, Version: v.Version}
}

// transport is an ambulance transport with its certifications and stops.
func (s *build) transport(t *Transport, path string) (*claim837.AmbulanceTransport, []claim837.Certification, *claim837.AmbulanceLocation, *claim837.AmbulanceLocation) {
	a := &claim837.AmbulanceTransport{Weight: t.WeightPounds, Reason: s.needWord(transportWords, t.Reason, path+".reason"),
		Distance: s.amount(t.Miles, path+".miles"), RoundTripPurpose: t.RoundTripPurpose, StretcherPurpose: t.StretcherPurpose}
	var certs []claim837.Certification
	if len(t.Conditions) > 0 {
		certs = append(certs, claim837.Certification{Applies: claim837.Yes, Conditions: s.wordList(conditionWords, t.Conditions, path+".conditions")})
	}
	if len(t.NotConditions) > 0 {
		certs = append(certs, claim837.Certification{Applies: claim837.No, Conditions: s.wordList(conditionWords, t.NotConditions, path+".notConditions")})
	}
	var from, to *claim837.AmbulanceLocation
	if t.PickUp != (PostalAddress{}) {
		from = &claim837.AmbulanceLocation{Name: x12.Name{EntityType: x12.Organization}, Address: address(&t.PickUp)}
	}
	s.stop(&t.PickUp, path+".pickUp")
	s.stop(&t.DropOff, path+".dropOff")
	if t.DropOff != (PostalAddress{}) || t.DropOffName != "" {
		to = &claim837.AmbulanceLocation{Name: x12.Name{EntityType: x12.Organization, Last: t.DropOffName}, Address: address(&t.DropOff)}
	}
	return a, certs, from, to
}

// stop finds what the address of a stop lacks.
func (s *build) stop(a *PostalAddress, path string) {
	if *a != (PostalAddress{}) {
		s.need(a.Line1, path+".line1")
		s.need(a.City, path+".city")
	}
}
