// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"strings"

	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// The forms of codes, wherever they stand: in the claim, in a line, and in what
// another payer decided. Which codes there are is for loaded tables to say.

func codeRules() []Rule {
	return []Rule{
		{ID: "CS-HCPCS", SNIP: 5, Severity: isError, Sets: allKinds, Check: procedureForm, // EDIT-028, EDIT-093
			Title: "a procedure code does not have the form of CPT or HCPCS", Fix: "give five digits, four digits with F, T, U or M at the end, or a letter with four digits"},
		{ID: "CS-HIPPS", SNIP: 5, Severity: isError, Sets: onlyI, Check: hippsForm,
			Title: "a HIPPS rate code is not five letters and digits", Fix: "take the code from the grouper, as in 1AA11"},
		{ID: "CS-ICD10PCS", SNIP: 5, Severity: isError, Sets: onlyI, Check: inpatientProcedureForm,
			Title: "an inpatient procedure does not have the form of ICD-10-PCS", Fix: "give seven digits and capital letters, none of them I or O, as in 0DTJ4ZZ"},
		{ID: "CS-POS", SNIP: 5, Severity: isError, Sets: inPD, Check: placeIsListed,
			Title: "the place of service is not in the CMS list", Fix: "give one that is, as in 11 for an office"},
		{ID: "CS-NUBC", SNIP: 5, Severity: isError, Sets: inPI, Check: billingCodeForm,
			Title: "a condition, occurrence or value code is not two capital letters and digits", Fix: "take the code from the list of the National Uniform Billing Committee"},
		{ID: "CS-CARC", SNIP: 5, Severity: isError, Sets: allKinds, Check: adjustmentReasonForm,
			Title: "the reason of an adjustment does not have the form of a claim adjustment reason code", Fix: "copy the code from the payer's remittance, as in 45, A1 or P14"},
		{ID: "CS-RARC", SNIP: 5, Severity: isError, Sets: allKinds, Check: remarkForm, // EDIT-057
			Title: "a remark does not have the form of a remittance advice remark code", Fix: "copy the code from the payer's remittance: M, MA or N with its digits"},
	}
}

// alnumOf reports whether s has n capital letters or digits.
func alnumOf(s string, n int) bool { return len(s) == n && plain.Alnum(s) }

// procedureFault is what is wrong with the form of a HCPCS code.
type procedureFault uint8

const (
	procedureSound    procedureFault = iota
	procedureNone                    // no form of a code
	procedureBelow                   // below the first code of CPT, 00100
	procedureBeyond                  // beyond the last code of CPT, 99607
	procedureLocalOld                // a state's own code of the time before HIPAA
)

// checkProcedure checks the form of a code of CPT or HCPCS Level II.
func checkProcedure(code string) procedureFault {
	switch {
	case len(code) != 5:
		return procedureNone
	case digits(code, 5):
		switch {
		case code < "00100":
			return procedureBelow
		case code > "99607":
			return procedureBeyond
		}
		return procedureSound
	case digits(code[:4], 4) && strings.IndexByte("FTUM", code[4]) >= 0:
		return procedureSound
	case digits(code[:4], 4) && code[4] == 'A' && code >= "0001A" && code <= "0174A": // vaccinations against COVID-19, to 2023
		return procedureSound
	case !digits(code[1:], 4) || code[0] < 'A' || code[0] > 'Z':
		return procedureNone
	case code[0] >= 'W':
		return procedureLocalOld
	case strings.IndexByte("FINO", code[0]) >= 0:
		return procedureNone
	}
	return procedureSound
}

// eachProcedure calls check for each coded procedure: of the lines, of what
// another payer paid for where it is another one, and of an anesthesia's surgery.
func eachProcedure(c *Claim, check func(qualifier x12.Code, code string, s site)) {
	for i := range c.AnesthesiaProcedures {
		check(ProcedureHCPCS, c.AnesthesiaProcedures[i].Value, site{list: "anesthesiaProcedures", index: i, path: "value"})
	}
	for i := range c.Lines {
		l := &c.Lines[i]
		check(l.Procedure.Qualifier, l.Procedure.Code, site{list: "lines", index: i, path: "procedure.code"})
		if l.Equipment != nil && l.Equipment.Code != l.Procedure.Code {
			check(ProcedureHCPCS, l.Equipment.Code, site{list: "lines", index: i, path: "equipment.code"})
		}
		for k := range l.Adjudications {
			if p := &l.Adjudications[k].Procedure; p.Code != l.Procedure.Code {
				check(p.Qualifier, p.Code, site{list: "lines", index: i, below: "adjudications", belowIndex: k, path: "procedure.code"})
			}
		}
	}
}

func procedureForm(c *Claim, r *report) {
	eachProcedure(c, func(q x12.Code, code string, s site) {
		if q != ProcedureHCPCS || code == "" { // none at all is 837P-LN-17 or 837D-01
			return
		}
		at := func() string { return s.at("") }
		switch checkProcedure(code) {
		case procedureNone:
			if c.Kind != Dental { // which has CDT, and 837D-01
				find(r, at(), code)
			}
		case procedureBelow:
			inWords(r, isError, at(), code, "a procedure code is below 00100, the first of CPT", "check it for a typing error")
		case procedureBeyond:
			inWords(r, isWarning, at(), code, "a procedure code is beyond 99607, the last of CPT", "check it for a typing error")
		case procedureLocalOld:
			inWords(r, isError, at(), code, "a procedure code begins with W, X, Y or Z, as the local codes of states did", "give the national code, or name the state's own list")
		}
	})
}

func hippsForm(c *Claim, r *report) {
	eachProcedure(c, func(q x12.Code, code string, s site) {
		if q == ProcedureHIPPS && !alnumOf(code, 5) {
			find(r, s.at(""), code)
		}
	})
}

// pcsForm reports whether v has the form of ICD-10-PCS: a section and six more.
func pcsForm(v string) bool {
	return alnumOf(v, 7) && strings.IndexByte("0123456789BCDFGHX", v[0]) >= 0 && strings.IndexByte(v, 'I') < 0 && strings.IndexByte(v, 'O') < 0
}

func inpatientProcedureForm(c *Claim, r *report) {
	eachICD(c, func(q x12.Code, v string, l *icdList, k int) bool {
		switch {
		case l.diagnosis || q == InpatientPrincipalABC || v == "":
		case claimcode.IsICD9(q):
			// One of ICD-10 is sent as ICD-9 because its diagnoses are, which is found.
			if !digits(v, 3) && !digits(v, 4) && !pcsForm(v) {
				inWords(r, isError, l.at(k, "code"), v, "an inpatient procedure does not have the form of an ICD-9 code, the list of discharges before 2015-10-01",
					"give three or four digits without a point")
			}
		case !pcsForm(v):
			find(r, l.at(k, "code"), v)
		}
		return true
	})
}

// placeSince is the first day of a place of service that came after the others,
// 0 for the others; ok is false when it is not in the CMS list.
func placeSince(p x12.Code) (since x12.Date, ok bool) {
	switch p {
	case "10":
		return 20220101, true
	case "27":
		return 20231001, true
	case "58":
		return 20200101, true
	case "66":
		return 20240101, true
	}
	if !digits(string(p), 2) {
		return 0, false
	}
	n := (p[0]-'0')*10 + p[1] - '0'
	switch {
	case n >= 1 && n <= 26, n >= 31 && n <= 34, n == 41, n == 42, n >= 49 && n <= 57, n >= 60 && n <= 62, n == 65, n == 71, n == 72, n == 81, n == 99:
		return 0, true
	}
	return 0, false
}

func placeIsListed(c *Claim, r *report) {
	check := func(p x12.Code, day x12.Date, at func() string) {
		if !digits(string(p), 2) { // 837-CLM-02 finds it
			return
		}
		since, ok := placeSince(p)
		switch {
		case !ok:
			find(r, at(), string(p))
		case day != 0 && day < since:
			warn(r, at(), string(p), "the place of service came into the CMS list after the day of the service")
		}
	}
	check(c.PlaceOfService, firstService(c), func() string { return "placeOfService" })
	for i := range c.Lines {
		if p := c.Lines[i].PlaceOfService; p != "" && p != c.PlaceOfService {
			check(p, c.Lines[i].Date.From, func() string {
				return in("lines", i, "placeOfService")
			})
		}
	}
}

// isSpanCode reports whether a code is of a period: 70 to 99, M0 to ZZ; others are
// of a day.
func isSpanCode(code string) bool {
	return code[0] >= '7' && code[0] <= '9' || code[0] >= 'M'
}

// maxCodes is how many codes of a list a code is compared with: a claim has room
// for 24.
const maxCodes = 48

func billingCodeForm(c *Claim, r *report) {
	check := func(list, field, code string, k int) bool {
		if alnumOf(code, 2) {
			return true
		}
		find(r, in(list, k, field), code)
		return false
	}
	for k := range c.ConditionCodes {
		v := c.ConditionCodes[k].Value
		if !check("conditionCodes", "value", v, k) {
			continue
		}
		for j := range min(k, maxCodes) {
			if c.ConditionCodes[j].Value == v { // EDIT-012
				inWords(r, isWarning, in("conditionCodes", k, "value"), v, "a condition code is given twice", "give it once")
				break
			}
		}
	}
	i := institutional(c)
	for k := range i.Occurrences {
		if v := string(i.Occurrences[k].Code); check("institutional.occurrences", "code", v, k) && isSpanCode(v) {
			inWords(r, isWarning, in("institutional.occurrences", k, "code"), v, "the code of a period (70 to 99, M0 to Z9) is given for a day", "give it as an occurrence span, with its first and last day")
		}
	}
	for k := range i.OccurrenceSpans {
		if v := string(i.OccurrenceSpans[k].Code); check("institutional.occurrenceSpans", "code", v, k) && !isSpanCode(v) {
			inWords(r, isWarning, in("institutional.occurrenceSpans", k, "code"), v, "the code of a day (01 to 69, A0 to L9) is given for a period", "give it as an occurrence, with its day")
		}
	}
	for k := range i.ValueCodes {
		v := string(i.ValueCodes[k].Code)
		if !check("institutional.valueCodes", "code", v, k) {
			continue
		}
		for j := range min(k, maxCodes) {
			if string(i.ValueCodes[j].Code) == v {
				inWords(r, isWarning, in("institutional.valueCodes", k, "code"), v, "a value code is given twice", "give it once, with the whole amount")
				break
			}
		}
	}
}

// carcForm reports whether v has the form of a claim adjustment reason code: one to
// three digits without leading zeros, or a letter and one or two digits.
func carcForm(v string) bool {
	if v == "" || len(v) > 3 {
		return false
	}
	d := v
	if v[0] >= 'A' && v[0] <= 'Z' {
		if d = v[1:]; d == "0" { // A0
			return true
		}
	}
	return d != "" && d[0] != '0' && digits(d, len(d))
}

// rarcForm reports whether v has the form of a remittance advice remark code.
func rarcForm(v string) bool {
	d := strings.TrimPrefix(v, "N")
	if d == v {
		if d = strings.TrimPrefix(v, "MA"); d == v {
			d = strings.TrimPrefix(v, "M")
		}
	}
	return d != v && len(d) >= 1 && len(d) <= 4 && digits(d, len(d))
}

// eachAdjustments calls check for the adjustments of each decision of another
// payer.
func eachAdjustments(c *Claim, check func(groups []x12.AdjustmentGroup, s site)) {
	for k := range c.OtherCoverage {
		check(c.OtherCoverage[k].Adjustments, site{list: "otherCoverage", index: k, path: "adjustments"})
	}
	for i := range c.Lines {
		for k := range c.Lines[i].Adjudications {
			check(c.Lines[i].Adjudications[k].Adjustments, site{list: "lines", index: i, below: "adjudications", belowIndex: k, path: "adjustments"})
		}
	}
}

func adjustmentReasonForm(c *Claim, r *report) {
	eachAdjustments(c, func(groups []x12.AdjustmentGroup, s site) {
		for g := range groups {
			for k := range groups[g].Adjustments {
				if v := string(groups[g].Adjustments[k].Reason); v != "" && !carcForm(v) {
					find(r, in(s.at(""), g, in("adjustments", k, "reason")), v)
				}
			}
		}
	})
}

func remarkForm(c *Claim, r *report) {
	for k := range c.OtherCoverage {
		o := &c.OtherCoverage[k]
		if o.Outpatient != nil {
			for n, v := range o.Outpatient.Remarks {
				if v != "" && !rarcForm(string(v)) {
					find(r, in("otherCoverage", k, in("outpatient.remarks", n, "")), string(v))
				}
			}
		}
		if o.Inpatient != nil {
			for n, v := range o.Inpatient.Remarks {
				if v != "" && !rarcForm(string(v)) {
					find(r, in("otherCoverage", k, in("inpatient.remarks", n, "")), string(v))
				}
			}
		}
	}
}
