// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"slices"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// What an institutional claim says of the whole bill.

// Kind returns the kind of claim that the encounter becomes: institutional with a
// stay, dental with a dental visit, else professional.
func (e *Encounter) Kind() claim837.Kind {
	switch {
	case e.Stay != nil:
		return claim837.Institutional
	case e.Dental != nil:
		return claim837.Dental
	}
	return claim837.Professional
}

// stay makes the institutional part of the claim.
func (s *build) stay() {
	e, v, c := s.e, s.e.Stay, s.c
	i := new(claim837.InstitutionalClaim)
	c.Institutional = i
	if e.PlaceOfService != "" {
		s.find(claim837.CodeNoPlace, "placeOfService", "")
	}
	i.FacilityType = s.billFacility()
	s.traits = claimcode.BillTraits(i.FacilityType)
	i.Statement = s.statement()
	s.admission(&v.Admission)
	c.Frequency = s.billFrequency()
	s.discharge(&v.Discharge)
	i.EstimatedDue = v.EstimatedDue
	i.PeerReviewApproval = v.PeerReview
	c.DeviceExemptions = slices.Concat(c.DeviceExemptions, v.DeviceExemptions)
	for k := range v.Notes {
		c.Notes = append(c.Notes, s.note(&v.Notes[k], stayNoteWords, jsonx.At("stay.notes", k, "")))
	}
}

// givenBillType is the type of bill as on paper, when that is given.
func (s *build) givenBillType() claim837.BillType {
	v := s.e.Stay
	if v.BillType == "" {
		return claim837.BillType{}
	}
	t, err := claim837.ParseBillType(plainCode(v.BillType))
	if err != nil {
		s.find(CodeBillTypeForm, "stay.billType", v.BillType)
	}
	return t
}

// billFacility is the facility of the type of bill, given in one way or the
// other.
func (s *build) billFacility() x12.Code {
	v := s.e.Stay
	s.billType = s.givenBillType()
	paper := s.billType.Facility + s.billType.Classification
	said := s.word(facilityWords, v.Facility, "stay.facility")
	switch {
	case v.BillType == "":
		s.need(v.Facility, "stay.facility")
		return said
	case said != "" && said != paper:
		s.find(CodeTwoValues, "stay.billType", v.BillType)
		return said
	}
	return paper
}

// statement is the period of the bill. What is not given is taken from the
// encounter, the admission and the discharge, and of outpatients from the
// services.
func (s *build) statement() x12.DateRange {
	e, v := s.e, s.e.Stay
	r := x12.DateRange{From: v.From, To: v.Through}
	first, last := s.servicePeriod()
	r.From = givenDate(r.From, e.Date, v.Admission.Date)
	r.To = givenDate(r.To, v.Discharge.Date, e.EndDate)
	if s.traits&claimcode.Stay == 0 {
		r.From = givenDate(r.From, first)
		r.To = givenDate(r.To, last, r.From)
	}
	switch {
	case r.From != 0:
	case s.traits&claimcode.Admission != 0 && v.Admission.Date == 0: // the bill begins with it, unless it says otherwise
		s.find(CodeMissing, "stay.admission.date", "")
	case r.To == 0 && s.traits&claimcode.Stay == 0:
		s.lacks("stay.from", "the bill has no days; give stay.from and stay.through, or date when it was one day")
		return r
	default:
		s.lacks("stay.from", "the bill has no first day; give stay.from, or date when it was one day")
	}
	if r.To == 0 {
		s.lacks("stay.through", "the bill has no last day; give stay.through, or the date of the discharge")
	}
	return r
}

// givenDate is the first date that is given.
func givenDate(dates ...x12.Date) x12.Date {
	for _, d := range dates {
		if d != 0 {
			return d
		}
	}
	return 0
}

// servicePeriod is the first and the last day of the services.
func (s *build) servicePeriod() (first, last x12.Date) {
	for i := range s.e.Services {
		v := &s.e.Services[i]
		if d := v.Date; d != 0 && (first == 0 || d < first) {
			first = d
		}
		last = max(last, v.Date, v.EndDate)
	}
	return first, last
}

// billFrequency is which part of the stay the bill is for. A correction, the
// bill type on paper and the word must agree; when there is none of them, the
// dates and the status tell.
func (s *build) billFrequency() x12.Code {
	e, v := s.e, s.e.Stay
	said := s.word(partWords, v.Frequency, "stay.frequency")
	if e.Corrects != nil {
		action := s.needWord(actionWords, e.Corrects.Action, "corrects.action")
		if said != "" && action != "" {
			s.find(CodeTwoValues, "stay.frequency", v.Frequency)
		}
		if paper := s.billType.Frequency; paper != "" && action != "" && paper != action {
			s.find(CodeTwoValues, "stay.billType", v.BillType)
		}
		return action
	}
	if paper := s.billType.Frequency; paper != "" {
		if said != "" && said != paper {
			s.find(CodeTwoValues, "stay.frequency", v.Frequency)
		}
		return paper
	}
	if said != "" {
		return said
	}
	return s.partOfStay()
}

// partOfStay works out of dates and status which part of the stay a bill is for.
func (s *build) partOfStay() x12.Code {
	i := s.c.Institutional
	if s.traits&claimcode.InParts == 0 {
		return claim837.FrequencyOriginal
	}
	status, _ := statusWords.Code(s.e.Stay.Discharge.Status)
	started := s.c.Admission != 0 && s.c.Admission < i.Statement.From
	switch stays := status == claim837.StillPatient; {
	case started && stays:
		return claim837.FrequencyInterimContinuing
	case started:
		return claim837.FrequencyInterimLast
	case stays:
		return claim837.FrequencyInterimFirst
	}
	return claim837.FrequencyOriginal
}

// admission is how the patient came.
func (s *build) admission(v *Admission) {
	c, i := s.c, s.c.Institutional
	if s.e.Dates.Admission != 0 {
		s.find(claim837.CodeNoPlace, "dates.admission", "")
	}
	c.Admission = v.Date
	i.AdmissionHour = v.Hour
	if v.Date == 0 && !v.Hour.IsZero() && c.Institutional.Statement.From != 0 { // else it is told already
		s.find(CodeMissing, "stay.admission.date", "")
	}
	i.AdmissionType = s.needWord(priorityWords, v.Priority, "stay.admission.priority")
	origins := originWords
	switch {
	case i.AdmissionType == claim837.AdmissionNewborn:
		origins = newbornOriginWords
	case i.AdmissionType == "": // which list it is depends on the priority
		origins = slices.Concat(originWords, newbornOriginWords)
	}
	_, other := originWords.Code(v.Origin)
	if _, born := newbornOriginWords.Code(v.Origin); other && !born && v.Origin != "" && i.AdmissionType == claim837.AdmissionNewborn {
		n := issue(CodeUnknownWord, "stay.admission.origin", v.Origin)
		n.Detail = "the origin of a newborn is where it was born; give born-here for a birth in this hospital, born-elsewhere for one at home, on the way or in another hospital"
		s.found = append(s.found, n)
		return
	}
	i.AdmissionSource = s.word(origins, v.Origin, "stay.admission.origin")
}

// discharge is how the patient left: on the last day of the bill, unless it is
// for a stay that goes on.
func (s *build) discharge(v *Discharge) {
	c, i := s.c, s.c.Institutional
	if s.e.Dates.Discharge != 0 {
		s.find(claim837.CodeNoPlace, "dates.discharge", "")
	}
	c.Discharge = 0
	if v.Date != 0 && v.Date != i.Statement.To {
		s.find(CodeTwoValues, "stay.discharge.date", "")
	}
	i.DischargeHour = v.Hour
	i.PatientStatus = s.word(statusWords, v.Status, "stay.discharge.status")
	if v.Status != "" {
		return
	}
	if c.Frequency == claim837.FrequencyInterimFirst || c.Frequency == claim837.FrequencyInterimContinuing {
		i.PatientStatus = claim837.StillPatient
		return
	}
	s.find(CodeMissing, "stay.discharge.status", "")
}
