// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"slices"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// stayCodes are the code lists of an institutional claim beside its diagnoses.
func (s *build) stayCodes() {
	v, i := s.e.Stay, s.c.Institutional
	icd9 := len(s.c.Diagnoses) > 0 && s.c.Diagnoses[0].Qualifier == claim837.DiagnosisPrincipalICD9
	list := func(icd10, old x12.Code) x12.Code {
		if icd9 {
			return old
		}
		return icd10
	}
	if v.AdmittingDiagnosis != "" {
		i.AdmittingDiagnosis = x12.CodedValue{Qualifier: list(claim837.DiagnosisAdmitting, claim837.DiagnosisAdmittingICD9), Value: plainICD(v.AdmittingDiagnosis)}
	}
	for k, code := range v.ReasonsForVisit {
		s.need(code, jsonx.At("stay.reasonsForVisit", k, ""))
		i.ReasonsForVisit = append(i.ReasonsForVisit, x12.CodedValue{Qualifier: list(claim837.DiagnosisReasonForVisit, claim837.DiagnosisReasonICD9), Value: plainICD(code)})
	}
	for k := range v.ExternalCauses {
		d := &v.ExternalCauses[k]
		i.ExternalCauses = append(i.ExternalCauses, claim837.Diagnosis{Qualifier: list(claim837.DiagnosisExternalCause, claim837.DiagnosisExternalCauseICD9),
			Value: plainICD(d.Code), PresentOnAdmission: s.present(d, "stay.externalCauses", k)})
	}
	i.DRG = plainCode(v.DRG)
	for k := range v.Procedures {
		p := claim837.InpatientProcedure{Qualifier: list(claim837.InpatientOther, claim837.InpatientOtherICD9), Code: plainICD(v.Procedures[k].Code), Date: v.Procedures[k].Date}
		s.need(p.Code, jsonx.At("stay.procedures", k, "code"))
		if p.Date == 0 {
			s.find(CodeMissing, jsonx.At("stay.procedures", k, "date"), "")
		}
		if k == 0 {
			p.Qualifier = list(claim837.InpatientPrincipal, claim837.InpatientPrincipalICD9)
			i.PrincipalProcedure = &p
			continue
		}
		i.OtherProcedures = append(i.OtherProcedures, p)
	}
	for k, code := range v.TreatmentCodes {
		s.need(code, jsonx.At("stay.treatmentCodes", k, ""))
		i.TreatmentCodes = append(i.TreatmentCodes, x12.Code(plainCode(code)))
	}
	s.occurrences()
	s.values()
	s.changeReason()
}

// present says whether a diagnosis was there on admission.
func (s *build) present(v *Diagnosis, list string, i int) x12.Code {
	if v.Code == "" {
		s.find(CodeMissing, jsonx.At(list, i, "code"), "")
	}
	if v.PresentOnAdmission == "" {
		return ""
	}
	return s.word(presentWords, v.PresentOnAdmission, jsonx.At(list, i, "presentOnAdmission"))
}

// occurrences are the events of the stay. An accident and a death that the
// encounter tells of are events, too.
func (s *build) occurrences() {
	e, v, i := s.e, s.e.Stay, s.c.Institutional
	for k := range v.Occurrences {
		o := claim837.Occurrence{Code: x12.Code(plainCode(v.Occurrences[k].Code)), Date: v.Occurrences[k].Date}
		s.need(string(o.Code), jsonx.At("stay.occurrences", k, "code"))
		if o.Date == 0 {
			s.find(CodeMissing, jsonx.At("stay.occurrences", k, "date"), "")
		}
		i.Occurrences = append(i.Occurrences, o)
	}
	has := func(from, to x12.Code) bool {
		return slices.ContainsFunc(i.Occurrences, func(o claim837.Occurrence) bool { return o.Code >= from && o.Code <= to })
	}
	if a := e.Accident; a != nil && !has("01", "06") {
		code := occurrenceAccident
		switch {
		case a.Auto:
			code = occurrenceAuto
		case a.Employment:
			code = occurrenceEmployment
		}
		if a.Date == 0 {
			s.find(CodeMissing, "accident.date", "")
		}
		i.Occurrences = append(i.Occurrences, claim837.Occurrence{Code: code, Date: a.Date})
	}
	if d := e.Patient.DeathDate; d != 0 && !has(claimcode.OccurrenceDeath, claimcode.OccurrenceDeath) {
		i.Occurrences = append(i.Occurrences, claim837.Occurrence{Code: claimcode.OccurrenceDeath, Date: d})
	}
	for k := range v.OccurrenceSpans {
		o := &v.OccurrenceSpans[k]
		s.need(o.Code, jsonx.At("stay.occurrenceSpans", k, "code"))
		if o.From == 0 {
			s.find(CodeMissing, jsonx.At("stay.occurrenceSpans", k, "from"), "")
		}
		if o.Through == 0 {
			s.find(CodeMissing, jsonx.At("stay.occurrenceSpans", k, "through"), "")
		}
		i.OccurrenceSpans = append(i.OccurrenceSpans, claim837.OccurrenceSpan{Code: x12.Code(plainCode(o.Code)), Period: x12.DateRange{From: o.From, To: o.Through}})
	}
}

// values are the amounts and numbers of the stay: those given as such, the days,
// and what was paid before Medicare.
func (s *build) values() {
	v, i := s.e.Stay, s.c.Institutional
	for k := range v.Values {
		n := claim837.ValueCode{Code: x12.Code(plainCode(v.Values[k].Code)), Amount: s.amount(v.Values[k].Amount, jsonx.At("stay.values", k, "amount"))}
		s.need(string(n.Code), jsonx.At("stay.values", k, "code"))
		i.ValueCodes = append(i.ValueCodes, n)
	}
	for _, d := range s.stayDays() {
		if d.amount.Valid {
			s.value(d.code, d.amount.Decimal, d.path)
		}
	}
	if s.payer.SecondReason != "" {
		if code, ok := secondReasonWords.Code(s.payer.SecondReason); ok {
			s.value(code, s.paidBefore(), jsonx.At("coverages", s.at, "secondReason"))
		} else {
			s.unknown(secondReasonWords, s.payer.SecondReason, jsonx.At("coverages", s.at, "secondReason"))
		}
	}
}

// dayCount is a number of days of a stay, which is sent as a value.
type dayCount struct {
	code   x12.Code
	amount NullAmount
	path   string
}

func (s *build) stayDays() [4]dayCount {
	v := s.e.Stay
	return [...]dayCount{{valueCoveredDays, v.CoveredDays, "stay.coveredDays"}, {valueNonCoveredDays, v.NonCoveredDays, "stay.nonCoveredDays"},
		{valueCoinsuranceDays, v.CoinsuranceDays, "stay.coinsuranceDays"}, {valueReserveDays, v.LifetimeReserveDays, "stay.lifetimeReserveDays"}}
}

// value adds a value that is given in words; the same one may not be given by
// code, too.
func (s *build) value(code x12.Code, amount decimal.Decimal, path string) {
	i := s.c.Institutional
	if k := slices.IndexFunc(i.ValueCodes, func(n claim837.ValueCode) bool { return n.Code == code }); k >= 0 {
		if !i.ValueCodes[k].Amount.Equal(amount) {
			s.find(CodeTwoValues, path, "")
		}
		return
	}
	i.ValueCodes = append(i.ValueCodes, claim837.ValueCode{Code: code, Amount: amount})
}

// paidBefore is what the payers before this one have paid.
func (s *build) paidBefore() decimal.Decimal {
	var sum decimal.Decimal
	for k := range s.e.Coverages[:s.at] {
		if d := s.e.Coverages[k].Decision; d != nil && d.Paid.Valid {
			sum = sum.Add(d.Paid.Decimal)
		}
	}
	return sum
}

// changeReason is why an earlier bill is replaced or voided, a condition code.
func (s *build) changeReason() {
	v := s.e.Corrects
	if v == nil || v.Reason == "" {
		return
	}
	code := s.word(changeWords, v.Reason, "corrects.reason")
	for _, c := range s.c.ConditionCodes {
		if c.Value == string(code) {
			return
		}
	}
	s.c.ConditionCodes = append(s.c.ConditionCodes, x12.CodedValue{Qualifier: claim837.ConditionCode, Value: string(code)})
}
