// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// source is who is asked.
func (s *build) source() *Source {
	v := &s.r.Payer
	s.need(v.Name, "payer.name")
	return &Source{Role: s.word(payerWords, v.Kind, "payer", "payer.kind"), Name: x12.Name{EntityType: x12.Organization, Last: v.Name,
		IDType: s.word(payerIDWords, v.IDKind, "payer", "payer.idKind"), ID: v.ID}}
}

// provider finds who asks: the request's provider, or the practice's.
func (s *build) provider() *ProviderInfo {
	p := s.r.Provider
	if p == nil {
		s.asker = "practice.provider"
		return &s.practice.Provider
	}
	s.asker = "provider"
	if p.Use == "" {
		return p
	}
	if p.NPI != "" || p.LastName != "" || p.Organization != "" {
		s.find(CodeTwoValues, "provider", "")
	}
	found, ok := s.practice.Providers[p.Use]
	if !ok {
		i := buildIssue(CodeUnknownProvider, "provider", p.Use)
		i.Detail = plain.UnknownProvider(s.practice.Providers, p.Use)
		s.found = append(s.found, i)
		return &s.practice.Provider
	}
	s.asker = "practice.providers." + p.Use
	return &found
}

// receiver is who asks.
func (s *build) receiver() *Receiver {
	p := s.provider()
	s.asking = p
	out := &Receiver{Role: s.word(askerWords, p.Kind, "provider", s.asker+".kind")}
	out.Name = x12.Name{EntityType: x12.Organization, Last: p.Organization}
	if p.Organization == "" {
		s.need(p.LastName, s.asker+".lastName")
		out.Name = x12.Name{EntityType: x12.Person, Last: p.LastName, First: p.FirstName, Middle: p.MiddleName, Suffix: p.Suffix}
	}
	switch {
	case p.NPI != "":
		out.Name.IDType, out.Name.ID = "XX", plain.Digits(p.NPI)
	case p.PayerNumber != "":
		out.Name.IDType, out.Name.ID = "SV", p.PayerNumber
	case p.TaxID != "":
		out.Name.IDType, out.Name.ID = "FI", plain.Digits(p.TaxID)
	case p.SSN != "":
		out.Name.IDType, out.Name.ID = "34", plain.Digits(p.SSN)
	}
	if p.Taxonomy != "" {
		out.Provider = &Provider{Role: s.word(roleWords, p.Role, "billing", s.asker+".role"), IDType: "PXC", ID: plain.Code(p.Taxonomy)}
	} else if p.Role != "" {
		s.find(CodeMissing, s.asker+".taxonomy", "")
	}
	out.Address = address(&p.Address)
	for i := range p.Numbers {
		n := &p.Numbers[i]
		path := index(s.asker+".numbers", i)
		s.need(n.Kind, path+".kind")
		s.need(n.Number, path+".number")
		out.IDs = append(out.IDs, Reference{Qualifier: s.word(askerNumberWords, n.Kind, "", path+".kind"), ID: n.Number, Description: plain.Code(n.State)})
	}
	return out
}

// traceOwner says whose the trace numbers are.
func (s *build) traceOwner() string {
	p := &s.practice.Provider
	tax, npi := plain.Digits(p.TaxID), plain.Digits(p.NPI)
	switch {
	case s.practice.TraceOwner != "":
		return s.practice.TraceOwner
	case plain.AllDigits(tax, 9):
		return "1" + tax
	case plain.AllDigits(npi, 10): // but for its check digit
		return "9" + npi[:9]
	}
	return ""
}

// member is what is known of a person.
func (s *build) member(p *PersonInfo, path string) *Member {
	m := &Member{Name: x12.Name{EntityType: x12.Person, Last: p.LastName, First: p.FirstName, Middle: p.MiddleName, Suffix: p.Suffix},
		Address: address(&p.Address), BirthDate: p.BirthDate, Gender: s.word(sexWords, p.Sex, "", path+".sex")}
	if p.Organization != "" {
		if p.LastName != "" {
			s.find(CodeTwoValues, path+".organization", "")
		}
		m.Name = x12.Name{EntityType: x12.Organization, Last: p.Organization}
	}
	var numbers []string
	for _, n := range [...]struct {
		qualifier x12.Code
		id, field string
	}{{"6P", p.GroupNumber, "groupNumber"}, {"SY", plain.Digits(p.SSN), "ssn"}, {"EJ", p.Account, "account"}, {"Y4", p.CasualtyClaim, "casualtyClaim"}} {
		if n.id != "" {
			m.IDs, numbers = append(m.IDs, Reference{Qualifier: n.qualifier, ID: n.id}), append(numbers, n.field)
		}
	}
	for i := range p.Numbers {
		n := &p.Numbers[i]
		at := index(path+".numbers", i)
		s.need(n.Kind, at+".kind")
		s.need(n.Number, at+".number")
		if n.State != "" {
			s.find(CodeNoPlace, at+".state", "")
		}
		m.IDs = append(m.IDs, Reference{Qualifier: s.word(memberNumberWords, n.Kind, "", at+".kind"), ID: n.Number})
		numbers = append(numbers, index("numbers", i))
	}
	if s.numbers == nil {
		s.numbers = map[string][]string{}
	}
	s.numbers[path] = numbers
	return m
}

// patient adds what stands at the patient only.
func (s *build) patient(m *Member) {
	r := s.r
	first := s.word(listWords, r.DiagnosisCodes, "icd-10", "diagnosisCodes")
	if len(r.Diagnoses) > 8 {
		s.find(CodeTooManyDiagnoses, "diagnoses", "")
	}
	for i, code := range r.Diagnoses {
		s.need(code, index("diagnoses", i))
		d := x12.CodedValue{Qualifier: first, Value: plain.ICD(code)}
		if i > 0 {
			d.Qualifier = x12.Code(strings.Replace(string(first), "BK", "BF", 1))
		}
		m.Diagnoses = append(m.Diagnoses, d)
	}
	if r.CardIssued != 0 {
		m.Dates = append(m.Dates, Period{Qualifier: DateIssue, From: r.CardIssued})
	}
	switch {
	case r.Date != 0:
		m.Dates = append(m.Dates, Period{Qualifier: DatePlan, From: r.Date, To: r.EndDate})
		if now := s.b.o.Now; !now.IsZero() && r.Date > x12.DateOf(now) {
			s.found = append(s.found, broken(s.b.o.Rules, "270-06", x12.Position{}, "date", "the date that is asked about is to come, which some payers refuse")...)
		}
	case r.EndDate != 0:
		s.find(CodeMissing, "date", "")
	}
	if t := r.Treating; t != nil {
		v := &Provider{Role: s.word(roleWords, t.Role, "", "treating.role"), IDType: "HPI", ID: plain.Digits(t.NPI)}
		s.need(t.Role, "treating.role")
		if t.Taxonomy != "" {
			if t.NPI != "" {
				s.find(CodeTwoValues, "treating.taxonomy", "")
			}
			v.IDType, v.ID = "PXC", plain.Code(t.Taxonomy)
		}
		s.need(v.ID, "treating.npi")
		m.Provider = v
	}
}

// questions are one about all service types, and one for each procedure.
func (s *build) questions(q *Inquiry) {
	r := s.r
	var all []Question
	if types := s.serviceTypes(); len(types) > 0 {
		all, s.asks = append(all, Question{ServiceTypes: types}), append(s.asks, -1)
	}
	for i := range r.Procedures {
		all, s.asks = append(all, Question{Procedure: s.procedure(i), Diagnoses: s.pointers(i)}), append(s.asks, ask(i))
	}
	ref := s.reference()
	for i := range all {
		v := &all[i]
		v.PlaceOfService, v.Reference = r.PlaceOfService, ref
		if r.Family {
			v.Level = LevelFamily
		}
	}
	if len(all) > 0 {
		all[0].SpendDown, all[0].SpendDownBilled = r.SpendDown, r.SpendDownBilled
	}
	q.Questions = all
}

// serviceTypes are the codes of the service types; where nothing is asked about,
// the plan as a whole is.
func (s *build) serviceTypes() []x12.Code {
	var out []x12.Code
	for i, w := range s.r.ServiceTypes {
		code, ok := ServiceType(w)
		switch {
		case !ok:
			issue := buildIssue(CodeUnknownWord, index("serviceTypes", i), w)
			issue.Detail = serviceWords.Unknown(w) + "; a code of the standard list serves too"
			s.found = append(s.found, issue)
		case slices.Contains(out, code):
			s.find(CodeTwoValues, index("serviceTypes", i), w)
		default:
			out, s.types = append(out, code), append(s.types, i)
		}
	}
	if len(s.r.ServiceTypes) == 0 && len(s.r.Procedures) == 0 {
		out = append(out, ServicePlan)
	}
	return out
}

func (s *build) procedure(i int) *Procedure {
	p := &s.r.Procedures[i]
	s.need(p.Code, index("procedures", i)+".code")
	return &Procedure{Qualifier: s.word(codeListWords, p.CodeList, "hcpcs", index("procedures", i)+".codeList"),
		Code: plain.Code(p.Code), Modifiers: p.Modifiers}
}

// pointers are which of the request's diagnoses a procedure is for.
func (s *build) pointers(i int) []int {
	var out []int
	if s.numbered == nil && len(s.r.Procedures[i].Diagnoses) > 0 {
		s.numbered = map[string]int{}
		for k, d := range slices.Backward(s.r.Diagnoses) {
			s.numbered[plain.ICD(d)] = k + 1
		}
	}
	for k, code := range s.r.Procedures[i].Diagnoses {
		n := s.numbered[plain.ICD(code)]
		if n == 0 {
			s.find(CodeDiagnosisUnlisted, index(index("procedures", i)+".diagnoses", k), code)
		}
		out = append(out, n)
	}
	if len(out) > 4 {
		s.find(CodeTooManyDiagnoses, index("procedures", i)+".diagnoses", "")
	}
	return out
}

// reference is the number of an authorization or of a referral.
func (s *build) reference() *Reference {
	switch r := s.r; {
	case r.Authorization != "" && r.Referral != "":
		s.find(CodeTwoValues, "referral", "")
	case r.Authorization != "":
		return &Reference{Qualifier: "G1", ID: r.Authorization}
	case r.Referral != "":
		return &Reference{Qualifier: "9F", ID: r.Referral}
	}
	return nil
}

func address(a *PostalAddress) x12.Address {
	return plain.Address(x12.Address{Line1: a.Line1, Line2: a.Line2, City: a.City, State: a.State, Zip: a.Zip, Country: a.Country})
}
