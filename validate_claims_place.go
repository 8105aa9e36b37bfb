// SPDX-License-Identifier: Apache-2.0

package claimwire

import (
	"strconv"
	"strings"
)

// fieldQualifiers tells which segment a field of a claim stands in, where its
// loop has several of one tag: by the first element, or the first component of
// it. Lists of an HI stand by twelve in a segment.
var fieldQualifiers = map[string]string{
	"onset": "431", "initialTreatment": "454", "lastSeen": "304", "acuteManifestation": "453", "accident": "439",
	"lastMenstrualPeriod": "484", "lastXRay": "455", "prescription": "471", "disability": "314 360 361", "lastWorked": "297",
	"returnToWork": "296", "admission": "435", "discharge": "096", "assumedCare": "090", "relinquishedCare": "091", "firstContact": "444",
	"patientPaid": "F5", "payerClaimControlNumber": "F8", "priorAuthorization": "G1", "referral": "9F", "accidentState": "LU",
	"subscriber.ssn": "SY", "subscriber.casualtyClaim": "Y4", "patient.ssn": "SY", "patient.casualtyClaim": "Y4",
	"billingProvider.ein": "EI", "billingProvider.ssn": "SY", "billingProvider.payToPlan.ein": "EI", "conditionCodes": "BG",
	"clia": "X4", "mammographyCertification": "EW", "anesthesiaProcedures": "BP BO",
	"subscriber.payer.secondaryIDs": "2U EI FY NF", "otherCoverage.payer.secondaryIDs": "2U EI FY NF",

	"institutional.statement": "434", "institutional.admissionHour": "435", "institutional.dischargeHour": "096",
	"institutional.estimatedDue": "F3", "institutional.admittingDiagnosis": "ABJ BJ", "institutional.reasonsForVisit": "APR PR",
	"institutional.externalCauses": "ABN BN", "institutional.drg": "DR", "institutional.principalProcedure": "BBR BR CAH",
	"institutional.otherProcedures": "BBQ BQ", "institutional.occurrences": "BH", "institutional.occurrenceSpans": "BI",
	"institutional.valueCodes": "BE", "dental.appliancePlacement": "452", "dental.service": "472",

	"lines.date": "472", "lines.controlNumber": "6R", "lines.clia": "X4", "lines.referringCLIA": "F4",
	"lines.prescription": "471", "lines.lastCertified": "461", "lines.lastSeen": "304", "lines.hemoglobinTest": "738",
	"lines.creatinineTest": "739", "lines.shipped": "011", "lines.lastXRay": "455", "lines.initialTreatment": "454", "lines.salesTax": "T", "lines.institutional.serviceTax": "GT N8",
	"lines.dental.priorPlacement": "441 139", "lines.adjudications.paidDate": "573", "lines.adjudications.patientLiability": "EAF",
	"otherCoverage.paid": "D", "otherCoverage.nonCovered": "A8", "otherCoverage.patientLiability": "EAF",
	"otherCoverage.payer.paidDate": "573", "otherCoverage.subscriber.ssn": "SY", "otherCoverage.payer.adjusted": "T4",
}

// claimField returns the qualifiers of the segment that a field stands in, and
// which of several such segments it is, from 0; "" when its tag says enough.
func claimField(path string) (qualifiers string, nth int) {
	var plain strings.Builder
	last := -1
	for rest := path; rest != ""; {
		name, after, more := strings.Cut(rest, "[")
		plain.WriteString(name)
		if !more {
			break
		}
		number, below, _ := strings.Cut(after, "]")
		last, _ = strconv.Atoi(number)
		rest = below
	}
	p := plain.String()
	if p == "diagnoses" || strings.HasPrefix(p, "diagnoses.") { // of an 837I the principal one stands alone
		return "ABK BK ABF BF TQ", (max(last, 0) + 11) / 12
	}
	many := strings.HasPrefix(p, "institutional.") || strings.HasPrefix(p, "conditionCodes")
	for p != "" {
		if q, ok := fieldQualifiers[p]; ok {
			if many {
				nth = max(last, 0) / 12
			}
			return q, nth
		}
		k := strings.LastIndexByte(p, '.')
		p = p[:max(k, 0)]
	}
	return "", 0
}
