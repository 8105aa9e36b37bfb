// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/internal/distinct"
	"github.com/claimwire/claimwire/x12"
)

// What the HI segments of an institutional claim say: diagnoses, procedures,
// events and values.

func inpatientRules() []Rule {
	return []Rule{
		{ID: "837I-DX-06", SNIP: 4, Severity: isError, Sets: onlyI, Check: institutionalDiagnosesInOrder,
			Title: "a claim has one principal diagnosis, first, at most 24 others, 12 external causes and 3 reasons for the visit", Fix: "mark the principal diagnosis alone as such, and leave out what is too much"},
		{ID: "837I-DX-07", SNIP: 4, Severity: isError, Sets: onlyI, Check: admittingDiagnosisIsThere,
			Title: "a stay has no diagnosis at admission", Fix: "give the diagnosis that the patient came with"},
		{ID: "837I-DX-08", SNIP: 4, Severity: isWarning, Sets: onlyI, Check: unscheduledVisitHasReason,
			Title: "an unscheduled outpatient visit has no reason for the visit", Fix: "give one to three diagnoses that the patient came for"},
		{ID: "837I-DX-09", SNIP: 4, Severity: isError, Sets: onlyI, Check: presentMarksAreKnown,
			Title: "whether a diagnosis was present on admission is none of Y, N, U, W", Fix: "give one of them, or nothing for a code that is exempt"},
		{ID: "837I-DX-11", SNIP: 4, Severity: isWarning, Sets: onlyI, Check: drgHasDigits,
			Title: "the diagnosis related group is not three or four digits", Fix: "give it with its leading zeros"},
		{ID: "837I-PX-01", SNIP: 4, Severity: isError, Sets: onlyI, Check: proceduresFitBill,
			Title: "an ICD procedure stands on an outpatient bill, or others stand without a principal one", Fix: "give outpatient procedures as HCPCS codes of lines, and the principal one first"},
		{ID: "837I-PX-02", SNIP: 4, Severity: isError, Sets: onlyI, Check: proceduresWithinBill,
			Title: "a procedure is later than the last day of the bill", Fix: "check its day"},
		{ID: "837I-OCC-01", SNIP: 4, Severity: isError, Sets: onlyI, Check: occurrencesArePossible,
			Title: "an occurrence span ends before it begins, or lacks one of its days", Fix: "give the first and the last day"},
		{ID: "837I-VAL-01", SNIP: 4, Severity: isError, Sets: onlyI, Check: valuesArePossible,
			Title: "the amount of a value code is negative, or a number of days is not whole", Fix: "check the amount"},
	}
}

func institutionalDiagnosesInOrder(c *Claim, r *report) {
	i := institutional(c)
	if n := len(c.Diagnoses); n == 0 || n > 25 {
		find(r, "diagnoses", "")
	}
	for k := range c.Diagnoses {
		q := c.Diagnoses[k].Qualifier
		main := q == DiagnosisPrincipal || q == DiagnosisPrincipalICD9
		if main != (k == 0) || !main && q != DiagnosisOther && q != DiagnosisOtherICD9 {
			find(r, in("diagnoses", k, "qualifier"), string(q))
		}
	}
	if len(i.ExternalCauses) > 12 {
		find(r, "institutional.externalCauses|[11]", "")
	}
	if len(i.ReasonsForVisit) > 3 {
		find(r, "institutional.reasonsForVisit|[2]", "")
	}
}

func admittingDiagnosisIsThere(c *Claim, r *report) {
	traits, has := billTraits(c), institutional(c).AdmittingDiagnosis.Value != ""
	at := "institutional.admittingDiagnosis|.value"
	switch {
	case !has && traits&claimcode.AdmittingDiagnosis != 0:
		find(r, at, "")
	case has && traits&claimcode.ByDay != 0:
		warn(r, at, "", "an outpatient bill has a diagnosis at admission")
	}
}

func unscheduledVisitHasReason(c *Claim, r *report) {
	i := institutional(c)
	switch i.FacilityType {
	case "13", "78", "85":
	default:
		return
	}
	switch i.AdmissionType {
	case AdmissionEmergency, AdmissionUrgent, AdmissionTrauma:
	default:
		return
	}
	if len(i.ReasonsForVisit) > 0 {
		return
	}
	for k := range c.Lines {
		if v := c.Lines[k].RevenueCode; digits(v, 4) && (v[:3] == "045" || v == "0516" || v == "0762") {
			find(r, "institutional.reasonsForVisit|[0].value", "")
			return
		}
	}
}

func presentMarksAreKnown(c *Claim, r *report) {
	missing := billTraits(c)&claimcode.PresentMarks != 0
	check := func(d *Diagnosis, l *icdList, k int) {
		switch d.PresentOnAdmission {
		case PresentYes, PresentNo, PresentUnknown, PresentUndetermined:
		case "":
			if missing && !claimcode.IsICD9(d.Qualifier) && !mayBeExempt(d.Value) {
				warn(r, l.at(k, "presentOnAdmission"), "", "a stay does not say whether a diagnosis was present on admission")
			}
		default:
			find(r, l.at(k, "presentOnAdmission"), string(d.PresentOnAdmission))
		}
	}
	for k := range c.Diagnoses {
		check(&c.Diagnoses[k], listDiagnoses, k)
	}
	i := institutional(c)
	for k := range i.ExternalCauses {
		check(&i.ExternalCauses[k], listCauses, k)
	}
}

// mayBeExempt reports whether an ICD-10-CM code can be one of those that need no
// mark: states and histories, external causes, malformations, births, and later
// encounters for an injury. It errs on the side of exempt.
func mayBeExempt(code string) bool {
	if code == "" {
		return true
	}
	switch code[0] {
	case 'O', 'P', 'Q', 'V', 'W', 'X', 'Y', 'Z':
		return true
	}
	if len(code) == 7 && code[6] != 'A' && code[6] != 'B' && code[6] != 'C' {
		return true
	}
	switch code[:min(3, len(code))] {
	case "B90", "B91", "B92", "B93", "B94", "E64", "I25", "R29", "M80", "M84":
		return true
	}
	return false
}

// drgHasDigits checks a DRG of Medicare (001 to 999), or one of another list with
// the severity, 1 to 4, behind it.
func drgHasDigits(c *Claim, r *report) {
	d := institutional(c).DRG
	ok := digits(d, 3) && d != "000"
	if s := c.Subscriber; s == nil || s.FilingIndicator != FilingMedicareA {
		ok = ok || digits(d, 4) && d[:3] != "000" && d[3] >= '0' && d[3] <= '4'
	}
	if d != "" && !ok {
		find(r, "institutional.drg", d)
	}
}

func proceduresFitBill(c *Claim, r *report) {
	i := institutional(c)
	if i.PrincipalProcedure == nil && len(i.OtherProcedures) == 0 {
		return
	}
	if billTraits(c)&claimcode.ByDay != 0 || i.PrincipalProcedure == nil {
		find(r, "institutional.principalProcedure|.qualifier", "")
	}
}

func proceduresWithinBill(c *Claim, r *report) {
	i := institutional(c)
	through := i.Statement.Last()
	earliest := x12.Date(0)
	if c.Admission.Valid() && c.Admission <= through {
		earliest = c.Admission.AddDays(-3)
	}
	check := func(q *InpatientProcedure, l *icdList, k int) {
		switch {
		case q.Date == 0:
		case through != 0 && q.Date > through:
			find(r, l.at(k, "date"), q.Date.String())
		case q.Date < earliest:
			warn(r, l.at(k, "date"), q.Date.String(), "a procedure is more than three days before the admission")
		}
	}
	if i.PrincipalProcedure != nil {
		check(i.PrincipalProcedure, listPrincipal, 0)
	}
	for k := range i.OtherProcedures {
		check(&i.OtherProcedures[k], listOthers, k)
	}
}

func occurrencesArePossible(c *Claim, r *report) {
	i := institutional(c)
	for k := range i.OccurrenceSpans {
		if d := i.OccurrenceSpans[k].Period; d.From == 0 || d.To == 0 || d.To < d.From {
			find(r, in("institutional.occurrenceSpans", k, "period"), "")
		}
	}
	var made x12.Date
	if c.Submission != nil {
		made = c.Submission.Date
	}
	var before distinct.Set[Occurrence]
	for k := range i.Occurrences {
		o := &i.Occurrences[k]
		at := func(field string) string { return in("institutional.occurrences", k, field) }
		if made != 0 && o.Date > made {
			warn(r, at("date"), o.Date.String(), "an occurrence is later than the file")
		}
		if !before.Add(*o) {
			warn(r, at("code"), string(o.Code), "an occurrence is given twice")
		}
	}
}

func valuesArePossible(c *Claim, r *report) {
	values := institutional(c).ValueCodes
	for k := range values {
		v := &values[k]
		days := v.Code == "80" || v.Code == "81" || v.Code == "82" || v.Code == "83"
		if v.Amount.IsNegative() || days && !v.Amount.IsInteger() {
			find(r, in("institutional.valueCodes", k, "amount"), v.Amount.String())
		}
	}
}
