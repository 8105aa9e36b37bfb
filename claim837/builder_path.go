package claim837

import (
	"strconv"
	"strings"
)

// Findings of the rules name places in the Claim; whoever built it from an
// Encounter looks for them there.

// claimPaths maps the begin of a path in the claim to one in the encounter.
var claimPaths = [...][2]string{
	{"billingProvider.name.entityType", "practice.billingProvider.organization"}, {"billingProvider.name.id", "practice.billingProvider.npi"}, {"billingProvider.ein", "practice.billingProvider.taxID"},
	{"billingProvider.name", "practice.billingProvider.organization"}, {"billingProvider.contacts", "practice.billingProvider.phone"},
	{"billingProvider", "practice.billingProvider"}, {"submission.submitter.contacts", "practice.submitter.phone"},
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
	{"diagnosisPointers", "diagnoses"}, {"drug.code", "drug.ndc"}, {"drug.prescriptionNumber", "drug.prescription"},
	{"controlNumber", "id"}, {"purchasedService.providerID", "purchased.number"}, {"purchased.name.id", "purchased.from.npi"},
	{"rendering", "providers.rendering"}, {"referring", "providers.referring"}, {"primaryCare", "providers.primaryCare"},
	{"supervising", "providers.supervising"}, {"ordering", "providers.ordering"}, {"facility", "providers.facility"},
	{"pickUp", "ambulance.pickUp"}, {"dropOff", "ambulance.dropOff"}, {"ambulanceCertifications", "ambulance.conditions"},
	{"ambulancePatients", "ambulance.patients"}, {"equipmentCertification", "equipment.certificate"}, {"certificateTransmission", "equipment.sentBy"},
	{"equipmentConditions", "equipment"}, {"mammographyCertification", "mammographyCertificate"}, {"thirdPartyNote", "outsideNote"},
	{"purchasedService", "purchased"}, {"recertification", "dates.recertified"}, {"prescription", "dates.prescription"},
	{"beginTherapy", "dates.beginTherapy"}, {"lastCertified", "dates.lastCertified"}, {"lastSeen", "dates.lastSeen"},
	{"hemoglobinTest", "dates.hemoglobinTest"}, {"creatinineTest", "dates.creatinineTest"}, {"shipped", "dates.shipped"},
	{"lastXRay", "dates.lastXRay"}, {"initialTreatment", "dates.initialTreatment"},
}

// coveragePaths is claimPaths below another coverage.
var coveragePaths = [...][2]string{
	{"paid", "decision.paid"}, {"inpatient", "decision.inpatient"}, {"outpatient", "decision"}, {"patientLiability", "decision.patientLiability"},
	{"payer.predetermination", "predetermination"}, {"payer.adjusted", "decision.corrected"}, {"adjustments", "decision.adjustments"}, {"nonCovered", "notCovered"},
	{"payer.name.id", "payer.id"}, {"payer.paidDate", "decision.date"}, {"filingIndicator", "plan"},
	{"insuranceType", "secondReason"}, {"subscriber.ssn", "insured.ssn"}, {"responsibility", ""},
}

// subscriberPaths is claimPaths below the subscriber, in the coverage.
var subscriberPaths = [...][2]string{
	{"name.id", "memberID"}, {"filingIndicator", "plan"}, {"insuranceType", "secondReason"}, {"groupNumber", "groupNumber"},
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

// encounterPath is the place in the encounter that a place in the claim comes
// from.
func (s *build) encounterPath(path string) string {
	if i, rest, ok := indexed(path, "lines"); ok {
		if k, below, ok := indexed(rest, "adjudications"); ok && i < len(s.c.Lines) && k < len(s.c.Lines[i].Adjudications) {
			return s.adjudicationPath(i, k, below)
		}
		if below, ok := kindLinePath(rest); ok {
			return join(in("services", i, ""), below)
		}
		return join(in("services", i, ""), mapPath(rest, linePaths[:]))
	}
	if i, rest, ok := indexed(path, "otherCoverage"); ok && i >= 0 && i < len(s.others) {
		return join(in("coverages", s.others[i], ""), mapPath(rest, coveragePaths[:]))
	}
	if i, rest, ok := indexed(path, "diagnoses"); ok && rest != "" {
		if rest == "presentOnAdmission" {
			return in("diagnoses", i, rest)
		}
		return in("diagnoses", i, "")
	}
	if p, ok := s.kindPath(path); ok {
		return p
	}
	if i, rest, ok := indexed(path, "attachments"); ok && rest == "controlNumber" {
		return in("attachments", i, "number")
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
		case rest == "ssn" || rest == "casualtyClaim":
			return in("coverages", s.at, "insured."+rest)
		case rest == "name":
			return in("coverages", s.at, "insured.lastName")
		}
		return join(in("coverages", s.at, ""), mapPath(rest, subscriberPaths[:]))
	}
	switch path {
	case "patient.relationship":
		return in("coverages", s.at, "relationship")
	case "priorAuthorization":
		return in("coverages", s.at, "authorization")
	case "referral":
		return in("coverages", s.at, "referral")
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

// adjudicationPath finds the decision that an adjudication of a line was made
// of: they follow each other in the same order.
func (s *build) adjudicationPath(line, k int, below string) string {
	n := 0
	for _, at := range s.others {
		d := s.e.Coverages[at].Decision
		if d == nil {
			continue
		}
		for i := range d.Services {
			if s.decidedService(&d.Services[i]) != line {
				continue
			}
			if n == k {
				below = strings.Replace(strings.Replace(below, "paidDate", "date", 1), "bundledInto", "paidWith", 1)
				return in("coverages", at, join(in("decision.services", i, ""), below))
			}
			n++
		}
	}
	return in("services", line, "")
}
