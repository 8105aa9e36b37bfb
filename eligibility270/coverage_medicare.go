// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"

	"github.com/claimwire/claimwire/x12"
)

// partAServices are service types that Part A of Medicare pays, and no doctor's bill is
// among them; partBServices are those that Part B pays. What stands in neither may be of
// both: emergencies, home health care, hospital care that is not told apart.
var (
	partAServices = []x12.Code{ServiceHospitalInpatient, "45", "AG", "A5", "A7", "AB", "CE", "CG"}
	partBServices = []x12.Code{ServiceMedical, ServiceHospitalOutpatient, "53", ServiceProfessional, ServiceOfficeVisit, "DM", "75", "DS",
		ServiceChiropractic, "93", ServicePhysicalTherapy, "AD", "AE", "AF", "AC", "A4", ServicePsychotherapy, "A8", "BB", "CF", "CH", "71", "72", "BF", "BG", ServiceUrgentCare}
)

// medicarePart returns the part of Medicare that pays a service type; empty for both,
// or neither.
func medicarePart(t x12.Code) x12.Code {
	for _, in := range withinService(t) {
		switch {
		case in == ServiceMedical && in == t:
			return "" // medical care as a whole
		case slices.Contains(partAServices, in):
			return InsuranceMedicareA
		case slices.Contains(partBServices, in):
			return InsuranceMedicareB
		}
	}
	return ""
}

// concerns reports whether a service type can be of the plan: Part A of Medicare has
// nothing to do with an office visit, unless the payer says so of that very type.
func (p *PlanCoverage) concerns(t x12.Code) bool {
	if p.InsuranceType != InsuranceMedicareA && p.InsuranceType != InsuranceMedicareB {
		return true
	}
	if part := medicarePart(t); part == "" || part == p.InsuranceType {
		return true
	}
	for _, in := range withinService(t) {
		if !general(in) && (p.service(in, AnswerYes) != nil || p.service(in, AnswerNo) != nil || p.stated != nil && p.stated.pays[in] != 0) {
			return true
		}
	}
	return false
}

// originalMedicare reports whether an insurance type is Medicare as the government
// runs it. It knows no networks, no families and no most that a patient pays.
func originalMedicare(t x12.Code) bool {
	return t == InsuranceMedicareA || t == InsuranceMedicareB || t == InsuranceMedicarePrimary
}
