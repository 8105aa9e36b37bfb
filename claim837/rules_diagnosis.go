// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// Diagnoses: one list, its form and its time.

func diagnosisRules() []Rule {
	return []Rule{
		{ID: "837-DX-01", SNIP: 4, Severity: isError, Sets: allKinds, Check: oneRevision,
			Title: "diagnoses are from ICD-9 and ICD-10", Fix: "give them all from one list"},
		{ID: "837-DX-02", SNIP: 4, Severity: isError, Sets: allKinds, Check: revisionFitsDate,
			Title: "ICD-10 holds for services from 2015-10-01 on, ICD-9 before", Fix: "give codes of the list that held on the date of service"},
		{ID: "837-DX-03", SNIP: 4, Severity: isError, Sets: allKinds, Check: diagnosisForm,
			Title: "a diagnosis does not have the form of an ICD code", Fix: "give 3 to 7 capital letters and digits without a point; codes of ICD-10 begin with a letter and have a digit after it"},
		{ID: "837P-DX-04", SNIP: 4, Severity: isError, Sets: onlyP, Check: diagnosesInOrder,
			Title: "a claim has 1 to 12 diagnoses, the first marked as the main one and the others not", Fix: "give the main diagnosis first; with more than 12, bill the services of the others on a claim of their own"},
	}
}

// inNoRevision reports whether a code is from a list that is neither ICD-9 nor
// ICD-10.
func inNoRevision(q x12.Code) bool { return q == DiagnosisSNODENT || q == InpatientPrincipalABC }

// icdList is one of the lists of ICD codes of a claim.
type icdList struct {
	path      string
	single    bool // no list: one code
	diagnosis bool
}

var (
	listDiagnoses = &icdList{"diagnoses", false, true}
	listAdmitting = &icdList{"institutional.admittingDiagnosis", true, true}
	listReasons   = &icdList{"institutional.reasonsForVisit", false, true}
	listCauses    = &icdList{"institutional.externalCauses", false, true}
	listPrincipal = &icdList{"institutional.principalProcedure", true, false}
	listOthers    = &icdList{"institutional.otherProcedures", false, false}
)

// at is the path of a part of code k.
func (l *icdList) at(k int, field string) string {
	if l.single {
		return l.path + "." + field
	}
	return in(l.path, k, field)
}

// eachICD calls do for each ICD code of the claim until it returns false.
func eachICD(c *Claim, do func(q x12.Code, value string, l *icdList, k int) bool) {
	for k := range c.Diagnoses {
		if d := &c.Diagnoses[k]; !do(d.Qualifier, d.Value, listDiagnoses, k) {
			return
		}
	}
	i := institutional(c)
	if d := &i.AdmittingDiagnosis; d.Value != "" && !do(d.Qualifier, d.Value, listAdmitting, 0) {
		return
	}
	for k := range i.ReasonsForVisit {
		if d := &i.ReasonsForVisit[k]; !do(d.Qualifier, d.Value, listReasons, k) {
			return
		}
	}
	for k := range i.ExternalCauses {
		if d := &i.ExternalCauses[k]; !do(d.Qualifier, d.Value, listCauses, k) {
			return
		}
	}
	if q := i.PrincipalProcedure; q != nil && !do(q.Qualifier, q.Code, listPrincipal, 0) {
		return
	}
	for k := range i.OtherProcedures {
		if q := &i.OtherProcedures[k]; !do(q.Qualifier, q.Code, listOthers, k) {
			return
		}
	}
}

// isMixed reports whether codes of ICD-9 stand beside codes of ICD-10.
func isMixed(c *Claim) bool {
	old, new := false, false
	eachICD(c, func(q x12.Code, _ string, _ *icdList, _ int) bool {
		old = old || claimcode.IsICD9(q)
		new = new || !claimcode.IsICD9(q) && !inNoRevision(q)
		return true
	})
	return old && new
}

func oneRevision(c *Claim, r *report) {
	first := x12.Code("")
	eachICD(c, func(q x12.Code, _ string, l *icdList, k int) bool {
		switch {
		case inNoRevision(q):
		case first == "":
			first = q
		case claimcode.IsICD9(q) != claimcode.IsICD9(first):
			find(r, l.at(k, "qualifier"), string(q))
			return false
		}
		return true
	})
}

// revisionDate is the day that decides the list: of an institutional claim the
// last one, else the first service.
func revisionDate(c *Claim) x12.Date {
	if d := institutional(c).Statement.Last(); d != 0 {
		return d
	}
	return firstService(c)
}

// isOfOtherTime reports whether the list of the first diagnosis is not the one that
// held on the day of the claim.
func isOfOtherTime(c *Claim) bool {
	day := revisionDate(c)
	if day == 0 || len(c.Diagnoses) == 0 || inNoRevision(c.Diagnoses[0].Qualifier) {
		return false
	}
	return claimcode.IsICD9(c.Diagnoses[0].Qualifier) != (day < claimcode.ICD10From)
}

func revisionFitsDate(c *Claim, r *report) {
	if isOfOtherTime(c) && !isMixed(c) { // a mix is found by itself
		find(r, "diagnoses[0].qualifier", string(c.Diagnoses[0].Qualifier))
	}
}

func diagnosisForm(c *Claim, r *report) {
	told := false
	eachICD(c, func(q x12.Code, v string, l *icdList, k int) bool {
		at := func() string { return l.at(k, "value") }
		switch {
		case !l.diagnosis || inNoRevision(q) || v == "": // a code that is missing is the guide's to find
		case !claimcode.IsICD9(q):
			if !icd10Form(v) {
				find(r, at(), v)
			}
		case icd9Form(v):
		case icd10Form(v):
			if !told && !isMixed(c) && !isOfOtherTime(c) { // these are found by themselves
				inWords(r, isError, at(), v, "a diagnosis with the form of ICD-10 is sent as ICD-9, the list of services before 2015-10-01",
					"check the date of service, or say which list the codes are from")
			}
			told = true // all of them are of one list: once is enough
		default:
			inWords(r, isError, at(), v, "a diagnosis does not have the form of an ICD-9 code, the list of services before 2015-10-01",
				"give three to five digits, or V or E with digits, without a point")
		}
		return true
	})
}

// icd9Form reports whether v looks like a diagnosis of ICD-9: 25000, V5869, E8490.
func icd9Form(v string) bool {
	if v == "" {
		return false
	}
	switch d := v[1:]; v[0] {
	case 'V':
		return len(d) >= 2 && len(d) <= 4 && digits(d, len(d))
	case 'E':
		return len(d) >= 3 && len(d) <= 4 && digits(d, len(d))
	}
	return len(v) >= 3 && len(v) <= 5 && digits(v, len(v))
}

// icd10Form reports whether v looks like a
// diagnosis of ICD-10: E119, and where digits ran out, C7A00 and QA00109.
func icd10Form(v string) bool {
	if len(v) < 3 || len(v) > 7 || !plain.Alnum(v) {
		return false
	}
	place := func(b byte) bool { return b <= '9' || b == 'A' || b == 'B' }
	return v[0] >= 'A' && place(v[1]) && place(v[2]) && (v[1] <= '9' || v[2] <= '9')
}

func diagnosesInOrder(c *Claim, r *report) {
	if n := len(c.Diagnoses); n == 0 || n > 12 {
		find(r, "diagnoses", "")
		return
	}
	for i := range c.Diagnoses {
		d := &c.Diagnoses[i]
		switch main := d.Qualifier == DiagnosisPrincipal || d.Qualifier == DiagnosisPrincipalICD9; {
		case main != (i == 0), !main && d.Qualifier != DiagnosisOther && d.Qualifier != DiagnosisOtherICD9:
			find(r, in("diagnoses", i, "qualifier"), string(d.Qualifier))
		}
		for k := range i {
			if c.Diagnoses[k].Value == d.Value {
				warn(r, in("diagnoses", i, "value"), d.Value, "a diagnosis is given twice")
			}
		}
	}
}
