// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// stayLine is a service of an institutional claim: a revenue code, with a
// procedure or a rate code where it needs one.
func (s *build) stayLine(l *claim837.ServiceLine, v *Service, i int) {
	l.RevenueCode = revenueCode(v.RevenueCode)
	s.need(v.RevenueCode, jsonx.At("services", i, "revenueCode"))
	if len(l.RevenueCode) > len(v.RevenueCode) && v.RevenueCode != "" {
		s.find(CodeZeroAdded, jsonx.At("services", i, "revenueCode"), v.RevenueCode)
	}
	if v.Code != "" {
		list := claim837.ProcedureHCPCS
		if claimcode.IsHIPPS(l.RevenueCode) {
			list = claim837.ProcedureHIPPS
		}
		s.procedure(l, v, i, list)
	} else if v.CodeList != "" || len(v.Modifiers) > 0 || v.Description != "" {
		s.find(CodeMissing, jsonx.At("services", i, "code"), "")
	}
	l.Unit, l.Units = claim837.UnitCount, one
	if claimcode.IsRoom(l.RevenueCode) {
		l.Unit = claim837.UnitDays
		if !v.Units.Valid {
			s.find(CodeMissing, jsonx.At("services", i, "units"), "")
		}
	}
	if v.Units.Valid {
		l.Units = v.Units.Decimal
	}
	if v.Minutes.Valid {
		s.find(claim837.CodeNoPlace, jsonx.At("services", i, "minutes"), "")
	}
	if len(v.Diagnoses) > 0 {
		s.find(claim837.CodeNoPlace, jsonx.At("services", i, "diagnoses"), "")
	}
	if v.NonCovered.Valid || v.ServiceTax.Valid || v.FacilityTax.Valid {
		l.Institutional = &claim837.InstitutionalLine{NonCovered: v.NonCovered, ServiceTax: v.ServiceTax, FacilityTax: v.FacilityTax}
	}
	s.stayLineDate(l, v)
}

// stayLineDate is the date of a service. Inpatients' services need none; those
// of outpatients have the encounter's, or the only day of the bill.
func (s *build) stayLineDate(l *claim837.ServiceLine, v *Service) {
	period := s.c.Institutional.Statement
	switch l.Date = (x12.DateRange{From: v.Date, To: v.EndDate}); {
	case !l.Date.IsZero() || s.traits&claimcode.Stay != 0:
	case s.e.Date != 0:
		l.Date = x12.DateRange{From: s.e.Date, To: s.e.EndDate}
	case period.From == period.To:
		l.Date.From = period.From
	}
	if l.Date.To == l.Date.From {
		l.Date.To = 0
	}
}

// revenueCode is a revenue code with its leading zero, which many leave out.
func revenueCode(s string) string {
	if s = plainCode(s); plain.AllDigits(s, 3) {
		return "0" + s
	}
	return s
}

// foreign finds what is given of a service although no claim of this kind has a
// place for it. Where only professional claims have one, misplaced says so.
func (s *build) foreign(v *Service, i int) {
	stay, dental := s.c.Kind == claim837.Institutional, s.c.Kind == claim837.Dental
	d := &v.Dates
	for _, f := range [...]struct {
		given bool
		field string
	}{
		{!stay && v.RevenueCode != "", "revenueCode"}, {!stay && v.NonCovered.Valid, "nonCovered"},
		{!stay && v.ServiceTax.Valid, "serviceTax"}, {!stay && v.FacilityTax.Valid, "facilityTax"},
		{!stay && v.Providers.Operating != nil, "providers.operating"}, {!stay && v.Providers.OtherOperating != nil, "providers.otherOperating"},
		{v.Providers.Attending != nil, "providers.attending"},
		{!dental && len(v.Teeth) > 0, "teeth"}, {!dental && len(v.OralCavity) > 0, "oralCavity"}, {!dental && v.Prosthesis != nil, "prosthesis"},
		{!dental && len(v.Predeterminations) > 0, "predeterminations"}, {!dental && v.Providers.AssistantSurgeon != nil, "providers.assistantSurgeon"},
		{!dental && d.AppliancePlaced != 0, "dates.appliancePlaced"}, {!dental && d.ApplianceReplaced != 0, "dates.applianceReplaced"},
		{!dental && d.TreatmentStarted != 0, "dates.treatmentStarted"}, {!dental && d.TreatmentCompleted != 0, "dates.treatmentCompleted"},
	} {
		if f.given {
			s.find(claim837.CodeNoPlace, jsonx.At("services", i, f.field), "")
		}
	}
}
