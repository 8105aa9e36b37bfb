// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// Findings of the rules name places in the Claim; whoever built it from an
// Encounter looks for them there.

// claimPaths maps the begin of a path in the claim to one in the encounter.
var claimPaths = [...][2]string{
	{"billingProvider.name.entityType", "practice.billingProvider.organization"}, {"billingProvider.name.id", "practice.billingProvider.npi"}, {"billingProvider.ein", "practice.billingProvider.taxID"},
	{"billingProvider.name", "practice.billingProvider.organization"}, {"billingProvider.contacts", "practice.billingProvider.phone"},
	{"billingProvider.payTo.address", "practice.payTo"}, {"billingProvider.currency", "practice.currency"},
	{"billingProvider", "practice.billingProvider"}, {"submission.submitter.contacts", "practice.submitter.phone"},
	{"submission.submitter", "practice.submitter"}, {"submission.receiver", "practice.receiver"}, {"submission.claimType", "practice.purpose"},
	{"patient.birthDate", "patient.birthDate"}, {"patient.gender", "patient.sex"}, {"patient.address", "patient.address"},
	{"patient.ssn", "patient.ssn"}, {"patient.name", "patient.lastName"},
	{"payerClaimControlNumber", "corrects.claimNumber"}, {"frequency", "corrects.action"},
	{"providerSignature", "consents.providerSigned"}, {"assignment", "consents.acceptAssignment"},
	{"benefitsAssigned", "consents.assignBenefits"}, {"releaseOfInformation", "consents.release"},
	{"accidentState", "accident.state"}, {"accidentCountry", "accident.country"}, {"relatedCauses", "accident"},
	{"patientSignatureSource", "consents.signedForPatient"}, {"medicareCrossover", "mandatoryCrossover"},
	{"mammographyCertification", "mammographyCertificate"}, {"spinalManipulation", "chiropractic"}, {"visionCertifications", "vision"},
	{"anesthesiaProcedures", "anesthesiaFor"}, {"deviceExemptions", "deviceExemption"}, {"ambulanceCertifications", "ambulance.conditions"},
	{"patient.weight", "patient.weightPounds"}, {"disabilityFrom.from", "dates.disabledFrom"}, {"disabilityTo.from", "dates.disabledTo"},
	{"disability.from", "dates.disabledFrom"}, {"disability.to", "dates.disabledTo"},
	{"pickUp", "ambulance.pickUp"}, {"dropOff", "ambulance.dropOff"}, {"disability", "dates.disabledFrom"},
	{"onset", "dates.onset"}, {"initialTreatment", "dates.initialTreatment"}, {"lastSeen", "dates.lastSeen"},
	{"acuteManifestation", "dates.acuteManifestation"}, {"lastMenstrualPeriod", "dates.lastMenstrualPeriod"},
	{"lastXRay", "dates.lastXRay"}, {"prescription", "dates.prescription"}, {"lastWorked", "dates.lastWorked"},
	{"returnToWork", "dates.returnToWork"}, {"admission", "dates.admission"}, {"discharge", "dates.discharge"},
	{"assumedCare", "dates.assumedCare"}, {"relinquishedCare", "dates.relinquishedCare"}, {"firstContact", "dates.firstContact"},
	{"rendering", "providers.rendering"}, {"referring", "providers.referring"}, {"primaryCare", "providers.primaryCare"},
	{"supervising", "providers.supervising"}, {"ordering", "providers.ordering"}, {"facility", "providers.facility"},
}

// linePaths is claimPaths below a line.
var linePaths = [...][2]string{
	{"procedure.modifiers", "modifiers"}, {"procedure.qualifier", "codeList"}, {"procedure.code", "code"}, {"procedure.description", "description"}, {"unit", "minutes"},
	{"diagnosisPointers", "diagnoses"}, {"equipment.code", "code"}, {"drug.code", "drug.ndc"}, {"drug.prescriptionNumber", "drug.prescription"},
	{"controlNumber", "id"}, {"purchasedService.providerID", "purchased.number"}, {"purchased.name.id", "purchased.from.npi"},
	{"rendering", "providers.rendering"}, {"referring", "providers.referring"}, {"primaryCare", "providers.primaryCare"},
	{"supervising", "providers.supervising"}, {"ordering", "providers.ordering"}, {"facility", "providers.facility"},
	{"pickUp", "ambulance.pickUp"}, {"dropOff", "ambulance.dropOff"}, {"ambulanceCertifications", "ambulance.conditions"},
	{"ambulancePatients", "ambulance.patients"}, {"equipmentCertification.months", "equipment.months"}, {"equipmentCertification", "equipment.certificate"}, {"certificateTransmission", "equipment.sentBy"},
	{"equipmentConditions", "equipment"}, {"mammographyCertification", "mammographyCertificate"}, {"thirdPartyNote", "outsideNote"},
	{"purchasedService", "purchased"}, {"recertification", "dates.recertified"}, {"prescription", "dates.prescription"},
	{"beginTherapy", "dates.beginTherapy"}, {"lastCertified", "dates.lastCertified"}, {"lastSeen", "dates.lastSeen"},
	{"hemoglobinTest", "dates.hemoglobinTest"}, {"creatinineTest", "dates.creatinineTest"}, {"shipped", "dates.shipped"},
	{"lastXRay", "dates.lastXRay"}, {"initialTreatment", "dates.initialTreatment"},
}

// coveragePaths is claimPaths below another coverage.
var coveragePaths = [...][2]string{
	{"outpatient.hcpcsPayable", "decision.payable"}, {"outpatient.reimbursementRate", "decision.ratePercent"}, {"outpatient.esrdPayment", "decision.renalPayment"},
	{"outpatient.nonPayableProfessional", "decision.notPayable"}, {"inpatient.nonPayableProfessional", "decision.notPayable"}, {"inpatient.remarks", "decision.remarks"},
	{"inpatient.secondaryPassThrough", "decision.inpatient.passThrough"}, {"inpatient.capitalFederalDRG", "decision.inpatient.capitalFederal"},
	{"inpatient.capitalHospitalDRG", "decision.inpatient.capitalHospital"}, {"inpatient.operatingHospitalDRG", "decision.inpatient.operatingHospital"},
	{"inpatient.operatingFederalDRG", "decision.inpatient.operatingFederal"},
	{"payer.claimControlNumber", "decision.claimNumber"}, {"payer.priorAuthorization", "authorization"}, {"payer.referral", "referral"}, {"payer.name.last", "payer.name"},
	{"paid", "decision.paid"}, {"inpatient", "decision.inpatient"}, {"outpatient", "decision"}, {"patientLiability", "decision.patientLiability"},
	{"payer.predetermination", "predetermination"}, {"payer.adjusted", "decision.corrected"}, {"adjustments", "decision.adjustments"}, {"nonCovered", "notCovered"},
	{"payer.name.id", "payer.id"}, {"payer.paidDate", "decision.date"}, {"filingIndicator", "plan"},
	{"insuranceType", "secondReason"}, {"subscriber.ssn", "insured.ssn"}, {"responsibility", ""},
}

// subscriberPaths is claimPaths below the subscriber, in the coverage.
var subscriberPaths = [...][2]string{
	{"name.id", "memberID"}, {"payer.name.id", "payer.id"}, {"payer.name.last", "payer.name"}, {"filingIndicator", "plan"}, {"insuranceType", "secondReason"}, {"groupNumber", "groupNumber"},
	{"relationship", "relationship"}, {"responsibility", ""},
}

// mapPath replaces the begin of a path, and the words that providers have for a
// name and a number.
func mapPath(path string, table [][2]string) string {
	for _, m := range table {
		rest, ok := strings.CutPrefix(path, m[0])
		if !ok || rest != "" && rest[0] != '.' && rest[0] != '[' {
			continue
		}
		path = m[1] + rest
		break
	}
	path = strings.Replace(path, ".name.id", ".npi", 1)
	if rest, ok := strings.CutSuffix(path, ".name"); ok {
		path = rest + ".lastName"
	}
	return strings.TrimSuffix(path, ".value")
}

// indexed splits "lines[3].charge" into 3 and "charge".
func indexed(path, list string) (int, string, bool) {
	rest, ok := strings.CutPrefix(path, list+"[")
	if !ok {
		return 0, "", false
	}
	digits, rest, _ := strings.Cut(rest, "]")
	n, e := strconv.Atoi(digits)
	return n, strings.TrimPrefix(rest, "."), e == nil
}

func join(a, b string) string {
	if b == "" {
		return a
	}
	return a + "." + b
}

// encounterPath is the field of the encounter, or of the practice, that a place in
// the claim comes from.
func (s *build) encounterPath(path string) string { return s.field(path, s.placeOf(path)) }

// placeOf is the place in the encounter that a place in the claim comes from; the
// end of it may have the names of the claim.
func (s *build) placeOf(path string) string {
	if i, rest, ok := indexed(path, "lines"); ok {
		if k, below, ok := indexed(rest, "adjudications"); ok && i < len(s.c.Lines) && k < len(s.c.Lines[i].Adjudications) {
			return s.adjudicationPath(i, k, below)
		}
		if below, ok := kindLinePath(rest); ok {
			return join(jsonx.At("services", i, ""), below)
		}
		if rest == "units" && i < len(s.e.Services) && s.e.Services[i].Minutes.Valid {
			rest = "minutes"
		}
		return join(jsonx.At("services", i, ""), mapPath(rest, linePaths[:]))
	}
	if i, rest, ok := indexed(path, "otherCoverage"); ok && i >= 0 && i < len(s.others) {
		if who, ok := strings.CutPrefix(rest, "subscriber."); ok {
			if who == "name.id" {
				return jsonx.At("coverages", s.others[i], "memberID")
			}
			return s.holderPath(s.others[i]) + "." + who
		}
		return join(jsonx.At("coverages", s.others[i], ""), mapPath(rest, coveragePaths[:]))
	}
	if i, rest, ok := indexed(path, "diagnoses"); ok && rest != "" {
		if rest == "presentOnAdmission" {
			return jsonx.At("diagnoses", i, rest)
		}
		return jsonx.At("diagnoses", i, "")
	}
	if p, ok := s.kindPath(path); ok {
		return p
	}
	if i, rest, ok := indexed(path, "attachments"); ok && rest == "controlNumber" {
		return jsonx.At("attachments", i, "number")
	}
	if rest, ok := strings.CutPrefix(path, "subscriber."); ok {
		switch {
		case s.self && rest == "gender":
			return "patient.sex"
		case s.self && (strings.HasPrefix(rest, "address") || rest == "birthDate" || rest == "ssn"):
			return "patient." + rest
		case s.self && rest == "name":
			return "patient.lastName"
		case s.self && rest == "casualtyClaim":
			return "patient.casualtyClaim"
		case s.self && rest == "weight":
			return "patient.weightPounds"
		case s.self && (rest == "deathDate" || rest == "pregnant"):
			return "patient." + rest
		case s.self && strings.HasPrefix(rest, "name.") && rest != "name.id" && rest != "name.idType":
			return "patient." + rest
		case strings.HasPrefix(rest, "name.") && rest != "name.id" && rest != "name.idType":
			return s.holderPath(s.at) + "." + rest
		case rest == "ssn" || rest == "casualtyClaim":
			return jsonx.At("coverages", s.at, "insured."+rest)
		case rest == "name":
			return jsonx.At("coverages", s.at, "insured.lastName")
		}
		return join(jsonx.At("coverages", s.at, ""), mapPath(rest, subscriberPaths[:]))
	}
	switch path {
	case "charge":
		return "services"
	case "patient.memberID":
		return jsonx.At("coverages", s.at, "patientID")
	case "patient.relationship":
		return jsonx.At("coverages", s.at, "relationship")
	case "priorAuthorization":
		if s.e.PriorAuthorization == "" {
			return jsonx.At("coverages", s.at, "authorization")
		}
	case "referral":
		if s.e.Referral == "" {
			return jsonx.At("coverages", s.at, "referral")
		}
	}
	if path == "accident" {
		return "accident.date"
	}
	if !strings.HasPrefix(path, "billingProvider") || s.e.Providers.Billing == nil {
		return mapPath(path, claimPaths[:])
	}
	who := "providers.billing"
	if key := s.e.Providers.Billing.Use; key != "" {
		who = "practice.providers." + key
	}
	return who + strings.TrimPrefix(mapPath(path, claimPaths[:]), "practice.billingProvider")
}

// holderPath is where the insured of a coverage stands.
func (s *build) holderPath(at int) string {
	v := &s.e.Coverages[at]
	rel, _ := relationshipWords.Code(v.Relationship)
	switch {
	case v.Insured != nil && rel != claim837.RelationshipSelf:
		return holderInsured.path(at)
	case v.Relationship == "" || rel == claim837.RelationshipSelf:
		return holderPatient.path(at)
	case s.e.Guarantor != nil:
		return holderGuarantor.path(at)
	}
	return holderInsured.path(at)
}

// adjudicationPath finds the decision that an adjudication of a line was made of.
func (s *build) adjudicationPath(line, k int, below string) string {
	if s.byLine == nil {
		s.byLine = map[int][]decidedAt{}
		for _, d := range s.decided {
			s.byLine[d.line] = append(s.byLine[d.line], d)
		}
	}
	if k >= len(s.byLine[line]) {
		return jsonx.At("services", line, "")
	}
	d := s.byLine[line][k]
	return s.decidedPath(&s.e.Coverages[d.coverage].Decision.Services[d.service], d.coverage, d.service, line, below)
}

// decidedPath is a field of a payer's decision about a service, or the field of
// the service, or of the payer, that it takes a value from.
func (s *build) decidedPath(d *ServiceDecision, at, i, line int, below string) string {
	here, service := jsonx.At("coverages", at, jsonx.At("decision.services", i, "")), jsonx.At("services", line, "")
	part, rest := below, ""
	if k := strings.IndexByte(below, '['); k > 0 {
		part, rest = below[:k], below[k:]
	}
	switch part {
	case "payerID":
		return jsonx.At("coverages", at, "payer.id")
	case "procedure.code", "procedure.qualifier":
		if d.Code == "" {
			return service + ".code"
		}
		return here + ".code"
	case "procedure.modifiers":
		if d.Code == "" && d.Modifiers == nil {
			return service + ".modifiers" + rest
		}
		return here + ".modifiers" + rest
	case "revenueCode":
		if d.RevenueCode == "" {
			return service + ".revenueCode"
		}
	case "paidUnits":
		if !d.Units.Valid {
			return service + ".units"
		}
		return here + ".units"
	case "paidDate":
		if d.Date == 0 {
			return jsonx.At("coverages", at, "decision.date")
		}
		return here + ".date"
	case "bundledInto":
		return here + ".paidWith"
	}
	return join(here, below)
}

// ofRule brings an issue of a rule to the field that it is about: of days that end
// before they begin, the last day, when that is what was given.
func (s *build) ofRule(i *x12.Issue) {
	i.Path = s.encounterPath(i.Path)
	k, field, ok := indexed(i.Path, "services")
	switch {
	case strings.HasSuffix(string(i.Code), "-DT-01") && (ok && field == "date" && s.e.Services[k].EndDate != 0 || i.Path == "date" && s.e.EndDate != 0):
		i.Path = strings.TrimSuffix(i.Path, "date") + "endDate"
	case i.Code == "CS-HCPCS" && field == "code" && len(i.Value) > 6:
		if c := i.Value[5]; c == '-' || c == ' ' || c == ':' { // 99213-25
			i.Detail += "; give the modifier in modifiers"
		}
	}
}
