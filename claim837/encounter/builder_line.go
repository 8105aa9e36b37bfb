// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"slices"
	"strconv"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// one is the number of units when none is given.
var one = decimal.New(1, 0)

// lines makes the lines of the claim and its charge.
func (s *build) lines() {
	e, c := s.e, s.c
	switch n := len(e.Services); {
	case n == 0:
		s.find(CodeMissing, "services", "")
		return
	case n > 999, n > 50 && c.Kind != claim837.Institutional:
		s.find(CodeTooManyServices, "services", "")
		return
	}
	n := 0
	for i := range e.Services {
		n += max(1, len(e.Services[i].Diagnoses))
	}
	pointers := make([]int, 0, n)
	c.Lines = make([]claim837.ServiceLine, len(e.Services))
	var sum money.Sum
	for i := range e.Services {
		v, l := &e.Services[i], &c.Lines[i]
		l.Number = i + 1
		s.line(l, v, i)
		from := len(pointers)
		pointers = s.pointers(pointers, v, i)
		l.DiagnosisPointers = pointers[from:len(pointers):len(pointers)]
		sum.Add(l.Charge)
	}
	c.Charge = sum.Decimal()
}

func (s *build) line(l *claim837.ServiceLine, v *Service, i int) {
	at := func(field string) string { return jsonx.At("services", i, field) }
	l.ControlNumber = v.ID
	if v.ID == "" {
		l.ControlNumber = strconv.Itoa(i + 1)
	}
	if !v.Charge.Valid {
		s.find(CodeMissing, at("charge"), "")
	}
	l.Charge = v.Charge.Decimal
	switch s.c.Kind {
	case claim837.Institutional:
		s.stayLine(l, v, i)
	case claim837.Dental:
		s.dentalLine(l, v, i)
	default:
		s.professionalLine(l, v, i)
	}
	s.foreign(v, i)
	if v.PlaceOfService != s.e.PlaceOfService {
		l.PlaceOfService = v.PlaceOfService
	}
	l.Emergency, l.EPSDT, l.FamilyPlanning, l.CopayExempt = v.Emergency, v.EPSDT, v.FamilyPlanning, v.CopayExempt
	l.SalesTax, l.Postage, l.ObstetricUnits = v.SalesTax, v.Postage, v.ObstetricUnits
	l.MammographyCertification, l.ImmunizationBatch = v.Mammography, v.ImmunizationBatch
	l.ThirdPartyNote, l.FileInformation = v.OutsideNote, v.FileInformation
	if l.CLIA = plainCode(v.CLIA); l.CLIA == s.c.CLIA {
		l.CLIA = ""
	}
	l.ReferringCLIA = plainCode(v.ReferringCLIA)
	d := &v.Dates
	l.Prescription, l.BeginTherapy, l.LastCertified, l.Recertification = d.Prescription, d.BeginTherapy, d.LastCertified, d.Recertified
	l.LastSeen, l.HemoglobinTest, l.CreatinineTest, l.Shipped = d.LastSeen, d.HemoglobinTest, d.CreatinineTest, d.Shipped
	l.LastXRay, l.InitialTreatment = d.LastXRay, d.InitialTreatment
	if v.HospiceEmployee != nil {
		l.HospiceEmployee = yesNo(*v.HospiceEmployee)
	}
	l.PriorAuthorizations, l.Referrals = payerReferences(v.PriorAuthorizations), payerReferences(v.Referrals)
	s.lineRoles(l, &v.Providers, i)
	s.lineParts(l, v, i)
}

// procedure is the coded service; list is which list the code is from unless the
// service says so.
func (s *build) procedure(l *claim837.ServiceLine, v *Service, i int, list x12.Code) {
	l.Procedure = claim837.Procedure{Qualifier: list, Code: plainCode(v.Code), Modifiers: plainCodes(v.Modifiers), Description: v.Description}
	if v.CodeList != "" {
		l.Procedure.Qualifier = s.word(codeListWords, v.CodeList, jsonx.At("services", i, "codeList"))
	}
	if v.Code == "" {
		s.find(CodeMissing, jsonx.At("services", i, "code"), "")
	}
}

// professionalLine is what a service of a professional claim must have.
func (s *build) professionalLine(l *claim837.ServiceLine, v *Service, i int) {
	s.procedure(l, v, i, claim837.ProcedureHCPCS)
	l.Unit, l.Units = claim837.UnitCount, one
	switch {
	case v.Units.Valid && v.Minutes.Valid:
		s.find(CodeTwoValues, jsonx.At("services", i, "minutes"), "")
	case v.Minutes.Valid:
		l.Unit, l.Units = claim837.UnitMinutes, v.Minutes.Decimal
	case v.Units.Valid:
		l.Units = v.Units.Decimal
	}
	l.Date = x12.DateRange{From: v.Date, To: v.EndDate}
	if l.Date.IsZero() {
		l.Date = x12.DateRange{From: s.e.Date, To: s.e.EndDate}
	}
	if l.Date.To == l.Date.From {
		l.Date.To = 0
	}
	if l.Date.From == 0 {
		s.find(CodeMissing, s.givenFor(jsonx.At("services", i, "date")), "")
	}
}

// plainCodes is plainCode for a list, which is shared when it is plain already.
func plainCodes(list []x12.Code) []x12.Code {
	for i, v := range list {
		if p := x12.Code(plainCode(string(v))); p != v {
			out := slices.Clone(list)
			for k := i; k < len(out); k++ {
				out[k] = x12.Code(plainCode(string(out[k])))
			}
			return out
		}
	}
	return list
}

func payerReferences(list []PayerNumber) []claim837.PayerReference {
	if len(list) == 0 {
		return nil
	}
	out := make([]claim837.PayerReference, len(list))
	for i, n := range list {
		out[i] = claim837.PayerReference{ID: n.Number, PayerID: n.PayerID}
	}
	return out
}

// pointers turns the diagnoses of a service into places among the claim's.
func (s *build) pointers(out []int, v *Service, i int) []int {
	all := s.c.Diagnoses
	if s.c.Kind == claim837.Institutional { // a stay has them as a whole
		return out
	}
	if len(v.Diagnoses) == 0 {
		switch {
		case len(all) == 0: // found already
		case s.c.Kind == claim837.Dental: // a service needs none
		case len(all) == 1:
			out = append(out, 1)
		default:
			s.find(CodeDiagnosisNeeded, jsonx.At("services", i, "diagnoses"), "")
		}
		return out
	}
	if len(v.Diagnoses) > 4 {
		s.find(CodeTooManyPointers, jsonx.At("services", i, "diagnoses"), "")
		return out
	}
	for k, code := range v.Diagnoses {
		var buf [32]byte
		bare := plain.AppendICD(buf[:0], code)
		found := 0
		for j := range all {
			if all[j].Value == string(bare) {
				found = j + 1
				break
			}
		}
		if found == 0 && len(all) > 0 {
			n := issue(CodeDiagnosisUnlisted, jsonx.At("services", i, jsonx.At("diagnoses", k, "")), code)
			if len(bare) < 3 { // A, or 1: as on paper
				n.Detail = "a service names a diagnosis by its letter or its place; give its code, as the diagnoses of the encounter have it"
			}
			s.found = append(s.found, n)
		}
		out = append(out, found)
	}
	return out
}

// lineParts is what few services have.
func (s *build) lineParts(l *claim837.ServiceLine, v *Service, i int) {
	if v.Drug != nil {
		l.Drug = s.drug(v.Drug, jsonx.At("services", i, "drug"))
	}
	if v.Equipment != nil {
		s.equipment(l, v.Equipment, jsonx.At("services", i, "equipment"))
	}
	if t := v.Ambulance; t != nil {
		l.Ambulance, l.AmbulanceCertifications, l.PickUp, l.DropOff = s.transport(t, jsonx.At("services", i, "ambulance"))
		l.AmbulancePatients = t.Patients
	}
	if p := v.Purchased; p != nil {
		s.purchase(l, p, jsonx.At("services", i, "purchased"))
	}
	for k := range v.TestResults {
		t, path := &v.TestResults[k], jsonx.At("services", i, jsonx.At("testResults", k, ""))
		r := claim837.TestResult{Kind: "TR", Measure: s.needWord(measureWords, t.Measure, path+".measure"), Value: s.amount(t.Value, path+".value")}
		if t.StartingDose {
			r.Kind = "OG"
		}
		l.TestResults = append(l.TestResults, r)
	}
	if v.Note != nil {
		note := s.note(v.Note, noteWords, jsonx.At("services", i, "note"))
		if l.Note = &note; l.Note.Type != "ADD" && l.Note.Type != "DCP" && l.Note.Type != "" {
			s.find(claim837.CodeNoPlace, jsonx.At("services", i, "note.about"), v.Note.About)
		}
	}
	for k := range v.Attachments {
		l.Attachments = append(l.Attachments, s.document(&v.Attachments[k], jsonx.At("services", i, jsonx.At("attachments", k, ""))))
	}
	if v.Contract != nil {
		l.Contract = s.contract(v.Contract, jsonx.At("services", i, "contract"))
	}
	for k := range v.Forms {
		l.Forms = append(l.Forms, s.form(&v.Forms[k], jsonx.At("services", i, jsonx.At("forms", k, ""))))
	}
}

func (s *build) drug(v *Drug, path string) *claim837.Drug {
	d := &claim837.Drug{Qualifier: claim837.DrugNDC, Quantity: s.amount(v.Quantity, path+".quantity"), Unit: s.needWord(drugUnitWords, v.Unit, path+".unit"),
		PrescriptionNumber: v.Prescription, CompoundLink: v.Compound}
	switch {
	case v.NDC != "" && v.Product != "":
		s.find(CodeTwoValues, path+".product", "")
	case v.NDC != "":
		code, bad := ndc(v.NDC)
		if bad != "" {
			s.find(bad, path+".ndc", v.NDC)
		}
		d.Code = code
	case v.Product != "":
		d.Qualifier, d.Code = s.needWord(productWords, v.ProductList, path+".productList"), v.Product
	default:
		s.find(CodeMissing, path+".ndc", "")
	}
	return d
}

// equipment is the rental or purchase, and the certificate of need.
func (s *build) equipment(l *claim837.ServiceLine, v *Equipment, path string) {
	if v.Days.Valid || v.RentalPrice.Valid || v.PurchasePrice.Valid || v.RentalPeriod != "" {
		l.Equipment = &claim837.Equipment{Code: l.Procedure.Code, Days: s.amount(v.Days, path+".days"), RentalPrice: s.amount(v.RentalPrice, path+".rentalPrice"),
			PurchasePrice: s.amount(v.PurchasePrice, path+".purchasePrice"), Frequency: s.needWord(rentalWords, v.RentalPeriod, path+".rentalPeriod")}
	}
	if v.Certificate != "" || v.Months.Valid {
		l.EquipmentCertification = &claim837.EquipmentCertification{Type: s.needWord(certWords, v.Certificate, path+".certificate"), Months: s.amount(v.Months, path+".months")}
	}
	l.CertificateTransmission = s.word(certSentWords, v.SentBy, path+".sentBy")
	var yes, no []x12.Code
	for _, k := range [...]struct {
		is   *bool
		code x12.Code
	}{{v.OnFile, "38"}, {v.Replacement, "ZV"}} {
		switch {
		case k.is == nil:
		case *k.is:
			yes = append(yes, k.code)
		default:
			no = append(no, k.code)
		}
	}
	switch { // a claim has room for those that hold, or for those that do not
	case len(yes) > 0:
		l.EquipmentConditions = &claim837.Certification{Applies: claim837.Yes, Conditions: yes}
	case len(no) > 0:
		l.EquipmentConditions = &claim837.Certification{Applies: claim837.No, Conditions: no}
	}
}

// purchase is a service bought from another provider, who is named by numbers
// alone.
func (s *build) purchase(l *claim837.ServiceLine, v *Purchase, path string) {
	from := v.From.Use
	a := s.resolve(&v.From, path+".from")
	if a == nil {
		return
	}
	if from == "" && v.From.NPI == "" && v.Number == "" && len(v.From.Numbers) == 0 {
		s.find(CodeMissing, path+".from.npi", "")
	}
	seller := &claim837.Provider{Name: x12.Name{EntityType: a.name.EntityType, IDType: a.name.IDType, ID: a.name.ID}, SecondaryIDs: a.numbers}
	id := v.Number
	if id == "" {
		id = a.name.ID
	}
	if id == "" && len(a.numbers) > 0 {
		id = a.numbers[0].ID
	}
	if !gate.SellerHas(seller, id) && id != "" {
		seller.SecondaryIDs = append(slices.Clip(seller.SecondaryIDs), claim837.SecondaryID{Qualifier: claim837.ReferenceCommercial, ID: id})
	}
	l.Purchased = seller
	l.PurchasedService = &claim837.PurchasedService{ProviderID: id, Charge: s.amount(v.Charge, path+".charge")}
}

func (s *build) form(v *FilledForm, path string) claim837.Form {
	f := claim837.Form{Qualifier: "UT", ID: v.ID}
	if v.List != "" {
		f.Qualifier = s.word(formWords, v.List, path+".list")
	}
	s.need(v.ID, path+".id")
	if len(v.Answers) == 0 {
		s.find(CodeMissing, path+".answers", "")
	}
	for i := range v.Answers {
		a := &v.Answers[i]
		if a.Answer == "" && a.Text == "" && a.Date == 0 && !a.Percent.Valid {
			s.lacks(path+"."+jsonx.At("answers", i, "answer"), "the question has no answer; give answer, text, date or percent")
		}
		f.Answers = append(f.Answers, claim837.FormAnswer{Question: a.Question, YesNo: s.word(yesNoWords, a.Answer, path+"."+jsonx.At("answers", i, "answer")),
			Text: a.Text, Date: a.Date, Percent: a.Percent})
	}
	return f
}
