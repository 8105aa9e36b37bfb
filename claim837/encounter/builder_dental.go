// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"strings"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// What a dental claim has of its own.

// dental makes the dental part of the claim.
func (s *build) dental() {
	e, v, c := s.e, s.e.Dental, s.c
	d := &claim837.DentalClaim{Predetermination: v.Predetermination, PredeterminationID: v.PredeterminationNumber}
	c.Dental = d
	if !v.Predetermination {
		d.Service = x12.DateRange{From: e.Date, To: e.EndDate}
		if d.Service.To == d.Service.From {
			d.Service.To = 0
		}
	} else if e.Date != 0 {
		s.find(claim837.CodeNoPlace, "date", "")
	}
	if o := v.Orthodontics; o != nil {
		d.AppliancePlacement = o.Placed
		d.Orthodontics = &claim837.Orthodontics{Months: o.Months, MonthsRemaining: o.MonthsRemaining, Treatment: !o.Months.Valid && !o.MonthsRemaining.Valid}
	}
	for k, tooth := range v.MissingTeeth {
		s.need(tooth, jsonx.At("dental.missingTeeth", k, ""))
		d.Teeth = append(d.Teeth, claim837.ToothStatus{Tooth: plainCode(tooth), Status: claim837.ToothMissing})
	}
	for k, tooth := range v.TeethToExtract {
		s.need(tooth, jsonx.At("dental.teethToExtract", k, ""))
		d.Teeth = append(d.Teeth, claim837.ToothStatus{Tooth: plainCode(tooth), Status: claim837.ToothToExtract})
	}
	for k, text := range v.Notes {
		s.need(text, jsonx.At("dental.notes", k, ""))
		c.Notes = append(c.Notes, claim837.Note{Type: "ADD", Text: text})
	}
}

// dentalLine is a service of a dental claim.
func (s *build) dentalLine(l *claim837.ServiceLine, v *Service, i int) {
	at := func(field string) string { return jsonx.At("services", i, field) }
	s.procedure(l, v, i, claim837.ProcedureCDT)
	if v.Units.Valid {
		l.Units = v.Units.Decimal
	}
	if v.Minutes.Valid {
		s.find(claim837.CodeNoPlace, at("minutes"), "")
	}
	l.Date = x12.DateRange{From: v.Date, To: v.EndDate}
	if l.Date.To == l.Date.From {
		l.Date.To = 0
	}
	switch planned := s.e.Dental.Predetermination; {
	case planned && v.Date != 0:
		s.find(claim837.CodeNoPlace, at("date"), "")
	case planned:
	case l.Date == s.c.Dental.Service:
		l.Date = x12.DateRange{}
		fallthrough
	default:
		if l.Date.From == 0 && s.c.Dental.Service.From == 0 {
			s.find(CodeMissing, s.givenFor(at("date")), "")
		}
	}
	if l.Date.To != 0 { // periods are for the whole visit
		s.find(claim837.CodeNoPlace, at("endDate"), "")
	}
	d := claim837.DentalLine{AppliancePlacement: v.Dates.AppliancePlaced, Replacement: v.Dates.ApplianceReplaced,
		TreatmentStart: v.Dates.TreatmentStarted, TreatmentCompletion: v.Dates.TreatmentCompleted, Predeterminations: payerReferences(v.Predeterminations)}
	for k, part := range v.OralCavity {
		d.OralCavity = append(d.OralCavity, s.needWord(mouthWords, part, at(jsonx.At("oralCavity", k, ""))))
	}
	if p := v.Prosthesis; p != nil {
		d.Prosthesis = s.needWord(prosthesisWords, p.Kind, at("prosthesis.kind"))
		if p.PriorDateEstimate {
			d.PriorPlacementEstimated = p.PriorDate
		} else {
			d.PriorPlacement = p.PriorDate
		}
	}
	for k := range v.Teeth {
		d.Teeth = append(d.Teeth, s.tooth(&v.Teeth[k], at(jsonx.At("teeth", k, ""))))
	}
	if d.AppliancePlacement|d.Replacement|d.TreatmentStart|d.TreatmentCompletion|d.PriorPlacement|d.PriorPlacementEstimated != 0 ||
		d.Predeterminations != nil || d.OralCavity != nil || d.Prosthesis != "" || d.Teeth != nil {
		l.Dental = &d
	}
}

// tooth is a tooth and its surfaces, a letter each.
func (s *build) tooth(v *Tooth, path string) claim837.Tooth {
	s.need(v.Number, path+".number")
	t := claim837.Tooth{Code: plainCode(v.Number)}
	surfaces := plainCode(v.Surfaces)
	if strings.Trim(surfaces, "BDFILMO") != "" {
		i := issue(CodeUnknownWord, path+".surfaces", v.Surfaces)
		i.Detail = "a surface is none of a tooth; give a letter for each: B, D, F, I, L, M, O, as in MOD"
		s.found = append(s.found, i)
		return t
	}
	for i := range min(len(surfaces), 5) { // a sixth is found

		t.Surfaces = append(t.Surfaces, x12.Code(surfaces[i:i+1]))
	}
	return t
}
