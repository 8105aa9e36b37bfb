// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"strings"

	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// What has not the form of its kind is found here: a payer answers it with a refusal,
// or with nothing that is of use.

// malformed finds a value that has not the form of its kind.
func (s *build) malformed(bad bool, path, text string) {
	if bad {
		i := buildIssue(CodeForm, path, "")
		i.Detail = text
		s.found = append(s.found, i)
	}
}

// forms looks at the request's codes, numbers and amounts.
func (s *build) forms(q *Inquiry) {
	r := s.r
	s.personForms(&r.Subscriber, "subscriber")
	if r.Dependent != nil {
		s.personForms(r.Dependent, "dependent")
	}
	if p := r.Provider; p != nil && p.Organization != "" && p.LastName != "" {
		s.find(CodeTwoValues, "provider.organization", "")
	}
	s.malformed(r.PlaceOfService != "" && !capitals(string(r.PlaceOfService), 2, 2), "placeOfService", "the place of service is not two characters of the CMS list; give it, as in 11 for an office")
	for i := range q.Patient().Diagnoses {
		d := &q.Patient().Diagnoses[i] // without a qualifier when the list is unknown
		s.malformed(d.Value != "" && d.Qualifier != "" && !diagnosisForm(d.Qualifier, d.Value), index("diagnoses", i), "a diagnosis does not have the form of an ICD code; give the code, as in E11.9")
	}
	for i := range q.Questions {
		p := q.Questions[i].Procedure
		if p == nil || p.Code == "" || i >= len(s.asks) || s.asks[i] < 0 {
			continue
		}
		path := index("procedures", int(s.asks[i])) + ".code"
		switch p.Qualifier {
		case "HC", "CJ":
			s.malformed(!procedureForm(p.Code), path, "a procedure code does not have the form of CPT or HCPCS; give five digits, four digits with a letter at the end, or a letter with four digits")
		case "AD":
			s.malformed(!plain.IsCDT(p.Code), path, "a dental procedure is not D and four digits; give the CDT code")
		}
	}
	s.malformed(r.SpendDown.Valid && r.SpendDown.Decimal.IsNegative(), "spendDown", "an amount is negative; give what the patient has to spend")
	s.malformed(r.SpendDownBilled.Valid && r.SpendDownBilled.Decimal.IsNegative(), "spendDownBilled", "an amount is negative; give what was billed")
}

func (s *build) personForms(p *PersonInfo, path string) {
	s.malformed(p.SSN != "" && !plain.AllDigits(plain.Digits(p.SSN), 9), path+".ssn", "a social security number does not have nine digits; give nine digits")
	if now := s.b.o.Now; !now.IsZero() {
		s.malformed(p.BirthDate > x12.DateOf(now), path+".birthDate", "the birth date is to come; check it")
	}
	a := address(&p.Address)
	if !plain.InUS(&a) {
		return
	}
	s.malformed(a.State != "" && !capitals(a.State, 2, 2), path+".address.state", "the state is not two letters; give the letters of the post office, or the country when the address is abroad")
	s.malformed(a.Zip != "" && !plain.AllDigits(a.Zip, 5) && !plain.AllDigits(a.Zip, 9), path+".address.zip", "the ZIP code is not five or nine digits; give the ZIP code of the address, or the country when it is abroad")
}

// capitals reports whether a text is capital letters and digits, from least to most.
func capitals(s string, least, most int) bool {
	return len(s) >= least && len(s) <= most && plain.Alnum(s)
}

// diagnosisForm reports whether a code, without its point, can be of its list: ICD-10
// begins with a letter and a digit, ICD-9 with a digit, E or V.
func diagnosisForm(list x12.Code, v string) bool {
	if !capitals(v, 3, 7) {
		return false
	}
	if strings.HasPrefix(string(list), "AB") {
		return v[0] >= 'A' && v[1]-'0' < 10
	}
	return v[0]-'0' < 10 || v[0] == 'E' || v[0] == 'V'
}

// procedureForm reports whether a code can be one of CPT or HCPCS.
func procedureForm(v string) bool {
	if !capitals(v, 5, 5) {
		return false
	}
	return plain.AllDigits(v[1:4], 3) && (v[0]-'0' < 10 || v[4]-'0' < 10)
}
