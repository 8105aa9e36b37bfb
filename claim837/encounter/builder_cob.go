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

// What the other payers have decided, or that they are still to be asked.

func (s *build) otherPayers() {
	if len(s.others) == 0 {
		return
	}
	s.c.OtherCoverage = make([]claim837.OtherCoverage, len(s.others))
	for k, at := range s.others {
		s.otherPayer(&s.c.OtherCoverage[k], at)
	}
}

func (s *build) otherPayer(o *claim837.OtherCoverage, at int) {
	v := &s.e.Coverages[at]
	person, rel, who := s.holder(at)
	o.Responsibility = responsibility(v, at)
	o.Relationship = rel
	o.GroupNumber = v.GroupNumber
	if v.GroupNumber == "" {
		o.GroupName = v.GroupName
	}
	o.FilingIndicator, o.InsuranceType = s.plan(v, at)
	given := s.consent
	if v.Consents != nil {
		given = s.consents(given, v.Consents, jsonx.At("coverages", at, "consents"))
	}
	o.BenefitsAssigned, o.ReleaseOfInformation = given.benefits, given.release
	if s.c.Kind == claim837.Professional {
		o.PatientSignatureSource = given.source
	}

	o.Subscriber.Name = personName(person)
	if o.Subscriber.Name.Last == "" {
		s.find(CodeMissing, who.path(at)+".lastName", "")
	}
	if v.MemberID == "" {
		s.find(CodeMissing, jsonx.At("coverages", at, "memberID"), "")
	}
	o.Subscriber.Name.IDType, o.Subscriber.Name.ID = claim837.IDTypeMember, memberID(v.MemberID, o.FilingIndicator)
	o.Subscriber.Address = address(&person.Address)
	if who == holderInsured {
		s.word(sexWords, person.Sex, who.path(at)+".sex")
	}
	o.Subscriber.SSN = plainDigits(person.SSN)
	o.Payer.Name = s.payerName(v, at)
	o.Payer.Address = address(&v.Payer.Address)
	o.Payer.SecondaryIDs = payerIDs(&v.Payer)
	o.Payer.PriorAuthorization, o.Payer.Referral, o.Payer.Predetermination = v.Authorization, v.Referral, v.Predetermination
	s.otherNumbers(o, v, at)
	if v.NotCovered {
		o.NonCovered = decimal.NewNullDecimal(s.c.Charge)
	}
	if v.Decision != nil {
		s.decision(o, v.Decision, at)
	}
}

// otherNumbers are the payer's numbers of the claim's providers.
func (s *build) otherNumbers(o *claim837.OtherCoverage, v *Coverage, at int) {
	for i := range v.ProviderNumbers {
		n := &v.ProviderNumbers[i]
		path := jsonx.At("coverages", at, jsonx.At("providerNumbers", i, ""))
		kind := x12.Person
		var to **claim837.Provider
		switch s.needWord(roleWords, n.Role, path+".role") {
		case "85":
			to, kind = &o.Billing, s.c.BillingProvider.Name.EntityType
		case "82":
			to = &o.Rendering
			if s.c.Rendering != nil {
				kind = s.c.Rendering.Name.EntityType
			}
		case "DN":
			to = &o.Referring
		case "P3":
			to = &o.PrimaryCare
		case "DQ":
			to = &o.Supervising
		case "77":
			to, kind = &o.Facility, x12.Organization
		case "71":
			to = &o.Attending
		case "72":
			to = &o.Operating
		case "ZZ":
			to = &o.OtherOperating
		case "DD":
			to = &o.AssistantSurgeon
		default:
			continue
		}
		if *to == nil {
			*to = &claim837.Provider{Name: x12.Name{EntityType: kind}}
		}
		(*to).SecondaryIDs = append((*to).SecondaryIDs, claim837.SecondaryID{Qualifier: s.numberKind(n, path+".kind"), ID: n.Number})
	}
}

// decision is what the payer decided. Its date stands with the lines when it
// decided about lines, else with the payer.
func (s *build) decision(o *claim837.OtherCoverage, d *Decision, at int) {
	at2 := func(field string) string { return jsonx.At("coverages", at, "decision."+field) }
	if !d.Paid.Valid {
		s.find(CodeMissing, at2("paid"), "")
	}
	o.Paid = d.Paid
	o.PatientLiability = d.PatientLiability
	o.Adjustments = s.adjustments(d.Adjustments, at, -1)
	o.Payer.ClaimControlNumber, o.Payer.Adjusted = d.ClaimNumber, d.Corrected
	switch {
	case s.c.Kind == claim837.Institutional && (d.Inpatient != nil || s.traits&claimcode.Stay != 0 && len(d.Remarks) > 0):
		s.inpatientDecision(o, d, at)
	case len(d.Remarks) > 0 || d.RatePercent.Valid || d.Payable.Valid || d.RenalPayment.Valid || d.NotPayable.Valid:
		o.Outpatient = &claim837.OutpatientAdjudication{HCPCSPayable: d.Payable, Remarks: plainCodes(d.Remarks), ESRDPayment: d.RenalPayment, NonPayableProfessional: d.NotPayable}
		if d.RatePercent.Valid {
			o.Outpatient.ReimbursementRate = decimal.NewNullDecimal(d.RatePercent.Decimal.Shift(-2))
		}
	}
	if d.Inpatient != nil && o.Inpatient == nil {
		s.find(claim837.CodeNoPlace, at2("inpatient"), "")
	}
	if len(d.Services) == 0 {
		o.Payer.PaidDate = d.Date
		if d.Date == 0 {
			s.find(CodeMissing, at2("date"), "")
		}
		return
	}
	if d.Date == 0 && !slices.ContainsFunc(d.Services, func(v ServiceDecision) bool { return v.Date != 0 }) {
		s.find(CodeMissing, at2("date"), "")
	}
	for i := range d.Services {
		s.serviceDecision(o, d, at, i)
	}
}

// decidedService returns the line that a decision is about, -1 for none.
func (s *build) decidedService(v *ServiceDecision) int {
	switch {
	case v.ServiceID != "" && v.Service != 0:
		return -1
	case v.ServiceID != "":
		for k := range s.e.Services {
			if s.e.Services[k].ID == v.ServiceID {
				return k
			}
		}
	case v.Service >= 1 && v.Service <= len(s.c.Lines):
		return v.Service - 1
	}
	return -1
}

// decidedAt is the decision that an adjudication of a line was made of.
type decidedAt struct{ line, coverage, service int }

func (s *build) serviceDecision(o *claim837.OtherCoverage, d *Decision, at, i int) {
	v := &d.Services[i]
	where := func(field string) string { return jsonx.At("coverages", at, jsonx.At("decision.services", i, field)) }
	k := s.decidedService(v)
	if k < 0 || k >= len(s.c.Lines) {
		s.find(CodeUnknownService, where("service"), "")
		return
	}
	l := &s.c.Lines[k]
	a := claim837.Adjudication{PayerID: o.Payer.Name.ID, Paid: s.amountAt(v.Paid, where), Procedure: l.Procedure, RevenueCode: l.RevenueCode, PaidUnits: l.Units,
		PaidDate: v.Date, PatientLiability: v.PatientLiability, Adjustments: s.adjustments(v.Adjustments, at, i)}
	a.Procedure.Description = ""
	if v.Code != "" {
		a.Procedure.Code, a.Procedure.Modifiers = plainCode(v.Code), plainCodes(v.Modifiers)
		if a.Procedure.Qualifier == "" {
			a.Procedure.Qualifier = claim837.ProcedureHCPCS
		}
	} else if v.Modifiers != nil {
		a.Procedure.Modifiers = plainCodes(v.Modifiers)
	}
	if v.RevenueCode != "" {
		if a.RevenueCode = revenueCode(v.RevenueCode); s.c.Kind != claim837.Institutional {
			s.find(claim837.CodeNoPlace, where("revenueCode"), "")
		}
	}
	switch {
	case v.Units.Valid:
		a.PaidUnits = v.Units.Decimal
	case s.c.Kind == claim837.Dental && l.Units.IsZero():
		a.PaidUnits = one
	}
	if a.PaidDate == 0 {
		a.PaidDate = d.Date
	}
	if a.PaidDate == 0 && slices.ContainsFunc(d.Services, func(v ServiceDecision) bool { return v.Date != 0 }) {
		s.find(CodeMissing, where("date"), "")
	}
	if v.PaidWith != 0 {
		if v.PaidWith < 1 || v.PaidWith > len(s.c.Lines) || v.PaidWith == k+1 {
			s.find(CodeUnknownService, where("paidWith"), "")
		}
		a.BundledInto = v.PaidWith
	}
	l.Adjudications = append(l.Adjudications, a)
	s.decided = append(s.decided, decidedAt{k, at, i})
}

func (s *build) amountAt(v NullAmount, where func(string) string) decimal.Decimal {
	if !v.Valid {
		s.find(CodeMissing, where("paid"), "")
	}
	return v.Decimal
}

// adjustments gathers adjustments by who bears them, six to a group. service is
// the place of the service's decision, -1 for the claim's.
func (s *build) adjustments(list []Adjustment, at, service int) []x12.AdjustmentGroup {
	if len(list) == 0 {
		return nil
	}
	var out []x12.AdjustmentGroup
	last := map[x12.Code]int{} // the last of each group, from 1
	for i := range list {
		v := &list[i]
		path := func(field string) string {
			p := jsonx.At("adjustments", i, field)
			if service >= 0 {
				p = jsonx.At("services", service, p)
			}
			return jsonx.At("coverages", at, "decision."+p)
		}
		group, ok := groupWords.Code(v.Group)
		if !ok {
			if v.Group == "" {
				s.find(CodeMissing, path("group"), "")
			} else {
				s.unknown(groupWords, v.Group, path("group"))
			}
		}
		if v.Reason == "" {
			s.find(CodeMissing, path("reason"), "")
		}
		if !v.Amount.Valid {
			s.find(CodeMissing, path("amount"), "")
		}
		k := last[group] - 1
		if k < 0 || len(out[k].Adjustments) == 6 {
			out = append(out, x12.AdjustmentGroup{Group: group})
			k = len(out) - 1
			last[group] = len(out)
		}
		out[k].Adjustments = append(out[k].Adjustments, x12.Adjustment{Reason: x12.Code(plainCode(string(v.Reason))), Amount: v.Amount.Decimal, Quantity: v.Quantity})
	}
	return out
}
