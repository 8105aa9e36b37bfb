// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/claimwire/claimwire/claim837/encounter"
)

// The codes of an institutional claim.

// codeList takes the code list that a version names: all codes of a claim are of
// one.
func (d *draft) codeList(version string) {
	e := &d.encounter
	switch list := map[string]string{"0": "icd-10", "9": "icd-9", "": e.DiagnosisCodes}[version]; {
	case list == "" && version != "":
		d.find(codeUnreadable, "diagnosisCodes", version)
	case e.DiagnosisCodes != "" && list != e.DiagnosisCodes:
		d.find(codeDisagree, "diagnosisCodes", version)
	default:
		e.DiagnosisCodes = list
	}
}

// stayDiagnoses are the principal one first, the others, why the patient came,
// and what caused an injury.
func (d *draft) stayDiagnoses() {
	e, v := &d.encounter, d.encounter.Stay
	add := func(list *[]encounter.Diagnosis, path, column, version, present string) {
		code := d.one(column, path)
		if code == "" {
			return
		}
		d.codeList(d.one(version, "diagnosisCodes"))
		n := encounter.Diagnosis{Code: code}
		at := fmt.Sprintf("%s[%d]", path, len(*list))
		i := slices.IndexFunc(*list, func(o encounter.Diagnosis) bool { return o.Code == n.Code })
		if i >= 0 {
			at = fmt.Sprintf("%s[%d]", path, i)
		} else {
			d.g.from[at] = column
		}
		if present != "" {
			d.g.from[at+".presentOnAdmission"] = present
			n.PresentOnAdmission = d.present(d.one(present, path), at+".presentOnAdmission")
		}
		switch {
		case i < 0:
			*list = append(*list, n)
		case (*list)[i].PresentOnAdmission == "":
			(*list)[i] = n
		case n.PresentOnAdmission != "" && n != (*list)[i]:
			d.find(codeDisagree, at+".presentOnAdmission", present)
		}
	}
	add(&e.Diagnoses, "diagnoses", "PRNCPAL_DGNS_CD", "PRNCPAL_DGNS_VRSN_CD", "")
	for i := range 25 {
		n := strconv.Itoa(i + 1)
		add(&e.Diagnoses, "diagnoses", "ICD_DGNS_CD"+n, "ICD_DGNS_VRSN_CD"+n, "CLM_POA_IND_SW"+n)
	}
	add(&v.ExternalCauses, "stay.externalCauses", "FST_DGNS_E_CD", "FST_DGNS_E_VRSN_CD", "")
	for i := range 12 {
		n := strconv.Itoa(i + 1)
		add(&v.ExternalCauses, "stay.externalCauses", "ICD_DGNS_E_CD"+n, "ICD_DGNS_E_VRSN_CD"+n, "CLM_E_POA_IND_SW"+n)
	}
	if v.AdmittingDiagnosis = d.one("ADMTG_DGNS_CD", "stay.admittingDiagnosis"); v.AdmittingDiagnosis != "" {
		d.codeList(d.one("ADMTG_DGNS_VRSN_CD", "diagnosisCodes"))
	} else if d.g.kind.hours && d.supply.StandIns.MainDiagnosis && len(e.Diagnoses) > 0 {
		d.supply.standIn("stay.admittingDiagnosis", &v.AdmittingDiagnosis, e.Diagnoses[0].Code)
	}
	for i := range 3 {
		n := strconv.Itoa(i + 1)
		if code := d.one("RSN_VISIT_CD"+n, "stay.reasonsForVisit"); code != "" {
			d.codeList(d.one("RSN_VISIT_VRSN_CD"+n, "diagnosisCodes"))
			v.ReasonsForVisit = append(v.ReasonsForVisit, code)
		}
	}
	v.DRG = d.one("CLM_DRG_CD", "stay.drg")
}

// present says whether a diagnosis was there on admission. CMS's own marks are
// of codes that need none (1) and of the end of the list (X, Z).
func (d *draft) present(mark, path string) string {
	switch mark {
	case "", "Y", "N", "U", "W":
		return mark
	case "1", "0", "X", "Z":
		return ""
	}
	d.find(codeUnreadable, path, mark)
	return ""
}

// procedures are what was done to an inpatient, the principal one first.
func (d *draft) procedures() {
	const at = "stay.procedures"
	v := d.encounter.Stay
	for i := range 25 {
		n := strconv.Itoa(i + 1)
		if code := d.one("ICD_PRCDR_CD"+n, at); code != "" {
			d.codeList(d.one("ICD_PRCDR_VRSN_CD"+n, "diagnosisCodes"))
			path := fmt.Sprintf("%s[%d]", at, len(v.Procedures))
			d.g.from[path], d.g.from[path+".date"] = "ICD_PRCDR_CD"+n, "PRCDR_DT"+n
			v.Procedures = append(v.Procedures, encounter.Procedure{Code: code, Date: d.date(d.one("PRCDR_DT"+n, at), path+".date")})
		}
	}
}
