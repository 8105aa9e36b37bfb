// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"slices"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
)

// inpatientDecision is what a payer reported of an inpatient stay.
func (s *build) inpatientDecision(o *claim837.OtherCoverage, d *Decision, at int) {
	v := d.Inpatient
	if v == nil {
		v = new(InpatientDecision)
	}
	days := v.CoveredDays
	if !days.Valid {
		days = s.coveredDays()
	}
	o.Inpatient = &claim837.InpatientAdjudication{
		CoveredDays: s.amount(days, jsonx.At("coverages", at, "decision.inpatient.coveredDays")), PsychiatricDays: v.PsychiatricDays, DRGAmount: v.DRGAmount,
		Remarks: plainCodes(d.Remarks), DisproportionateShare: v.DisproportionateShare, SecondaryPassThrough: v.PassThrough, Capital: v.Capital,
		CapitalFederalDRG: v.CapitalFederal, CapitalHospitalDRG: v.CapitalHospital, CapitalDisproportionate: v.CapitalDisproportionate,
		OldCapital: v.OldCapital, CapitalTeaching: v.CapitalTeaching, OperatingHospitalDRG: v.OperatingHospital, CostReportDays: v.CostReportDays,
		OperatingFederalDRG: v.OperatingFederal, CapitalOutlier: v.CapitalOutlier, Teaching: v.Teaching,
		NonPayableProfessional: d.NotPayable, CapitalException: v.CapitalException,
	}
	for _, f := range [...]struct {
		given bool
		field string
	}{{d.RatePercent.Valid, "ratePercent"}, {d.Payable.Valid, "payable"}, {d.RenalPayment.Valid, "renalPayment"}} {
		if f.given {
			s.find(claim837.CodeNoPlace, jsonx.At("coverages", at, "decision."+f.field), "")
		}
	}
}

// coveredDays are the covered days of the stay, in words or as a value.
func (s *build) coveredDays() NullAmount {
	values := s.c.Institutional.ValueCodes
	if k := slices.IndexFunc(values, func(n claim837.ValueCode) bool { return n.Code == valueCoveredDays }); k >= 0 {
		return NullAmount{Decimal: values[k].Amount, Valid: true}
	}
	return NullAmount{}
}
