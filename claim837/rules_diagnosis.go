package claim837

import "github.com/claimwire/claimwire/x12"

// Diagnoses: one list, its form and its time.

func diagnosisRules() []Rule {
	return []Rule{
		{ID: "837-DX-01", SNIP: 4, Severity: isError, Kinds: allKinds, Check: oneRevision,
			Text: "diagnoses are from ICD-9 and ICD-10", Mend: "give them all from one list"},
		{ID: "837-DX-02", SNIP: 4, Severity: isError, Kinds: allKinds, Check: revisionFitsDate,
			Text: "ICD-10 holds for services from 2015-10-01 on, ICD-9 before", Mend: "give codes of the list that held on the date of service"},
		{ID: "837-DX-03", SNIP: 4, Severity: isError, Kinds: allKinds, Check: diagnosisForm,
			Text: "a diagnosis is not 3 to 7 capital letters and digits", Mend: "give the code without its point"},
		{ID: "837P-DX-04", SNIP: 4, Severity: isError, Kinds: onlyP, Check: diagnosesInOrder,
			Text: "a claim has 1 to 12 diagnoses, the first marked as the main one and the others not", Mend: "give the main diagnosis first; with more than 12, bill the services of the others on a claim of their own"},
	}
}

func isICD9(q x12.Code) bool { return q == DiagnosisPrincipalICD9 || q == DiagnosisOtherICD9 }

// icd10From is the first day of ICD-10.
const icd10From x12.Date = 20151001

func oneRevision(c *Claim, r *Report) {
	for i := 1; i < len(c.Diagnoses); i++ {
		if isICD9(c.Diagnoses[i].Qualifier) != isICD9(c.Diagnoses[0].Qualifier) {
			r.find(place{"2300", "HI", i + 1, 1, in("diagnoses", i, "qualifier")}, string(c.Diagnoses[i].Qualifier))
			return
		}
	}
}

func revisionFitsDate(c *Claim, r *Report) {
	first := firstService(c)
	if first == 0 || len(c.Diagnoses) == 0 {
		return
	}
	if isICD9(c.Diagnoses[0].Qualifier) != (first < icd10From) {
		r.find(place{"2300", "HI", 1, 1, "diagnoses[0].qualifier"}, string(c.Diagnoses[0].Qualifier))
	}
}

func diagnosisForm(c *Claim, r *Report) {
	for i := range c.Diagnoses {
		if v := c.Diagnoses[i].Value; len(v) < 3 || len(v) > 7 || !alnum(v) {
			r.find(place{"2300", "HI", i + 1, 2, in("diagnoses", i, "value")}, v)
		}
	}
}

func diagnosesInOrder(c *Claim, r *Report) {
	if n := len(c.Diagnoses); n == 0 || n > 12 {
		r.find(place{"2300", "HI", 1, 0, "diagnoses"}, "")
		return
	}
	for i := range c.Diagnoses {
		d := &c.Diagnoses[i]
		switch main := d.Qualifier == DiagnosisPrincipal || d.Qualifier == DiagnosisPrincipalICD9; {
		case main != (i == 0), !main && d.Qualifier != DiagnosisOther && d.Qualifier != DiagnosisOtherICD9:
			r.find(place{"2300", "HI", i + 1, 1, in("diagnoses", i, "qualifier")}, string(d.Qualifier))
		}
		for k := range i {
			if c.Diagnoses[k].Value == d.Value {
				r.warn(place{"2300", "HI", i + 1, 2, in("diagnoses", i, "value")}, d.Value, "a diagnosis is given twice")
			}
		}
	}
}
