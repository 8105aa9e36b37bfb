// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"strings"

	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// service makes a service of a row. prefix is that of the columns which count
// miles, time or units.
func (d *draft) service(r row, prefix string) {
	i := len(d.encounter.Services)
	at := func(field string) string { return fmt.Sprintf("services[%d].%s", i, field) }
	v := encounter.Service{
		ID: r.get("LINE_NUM"), Code: r.get("HCPCS_CD"),
		Date: d.date(r.get("LINE_1ST_EXPNS_DT"), at("date")), EndDate: d.date(r.get("LINE_LAST_EXPNS_DT"), at("endDate")),
		Charge: d.amount(r.get("LINE_SBMTD_CHRG_AMT"), at("charge")), PlaceOfService: placeOf(r.get("LINE_PLACE_OF_SRVC_CD")),
	}
	if v.EndDate == v.Date {
		v.EndDate = 0
	}
	d.supply.standIn("services.code", &v.Code, d.supply.StandIns.Codes[string(v.PlaceOfService)])
	for _, c := range []string{"HCPCS_1ST_MDFR_CD", "HCPCS_2ND_MDFR_CD", "HCPCS_3RD_MDFR_CD", "HCPCS_4TH_MDFR_CD"} {
		if m := r.get(c); m != "" {
			v.Modifiers = append(v.Modifiers, x12.Code(m))
		}
	}
	d.forDiagnosis(&v, r.get("LINE_ICD_DGNS_CD"))
	d.units(&v, r, prefix, at)
	d.drug(&v, r)
	d.blood(&v, r, at)
	d.encounter.Services = append(d.encounter.Services, v)
}

// amount reads a number of the row; no text is none.
func (d *draft) amount(s, path string) decimal.NullDecimal {
	if s == "" {
		return decimal.NullDecimal{}
	}
	v, ok := amount(s)
	if !ok {
		d.find(codeUnreadable, path, s)
	}
	return decimal.NullDecimal{Decimal: v, Valid: ok}
}

// forDiagnosis says what the service was for. A row without a diagnosis says
// nothing, unless the claim has only one.
func (d *draft) forDiagnosis(v *encounter.Service, code string) {
	if code == "" && d.supply.StandIns.MainDiagnosis && len(d.encounter.Diagnoses) > 1 {
		d.supply.standIn("services.diagnoses", &code, d.encounter.Diagnoses[0].Code)
	}
	if code != "" {
		v.Diagnoses = []string{code}
	}
}

// units is how many: minutes for anesthesia, miles for ambulances, else the
// count of services.
func (d *draft) units(v *encounter.Service, r row, prefix string, at func(string) string) {
	count := d.amount(r.get(prefix+"_MTUS_CNT"), at("units"))
	switch r.get(prefix + "_MTUS_CD") {
	case "2":
		if count.Valid {
			v.Minutes = d.minutes(r.get(prefix+"_MTUS_CNT"), count.Decimal)
			return
		}
	case "1":
		if count.Valid && strings.HasPrefix(v.Code, "A0") {
			if d.encounter.Ambulance == nil {
				d.encounter.Ambulance = &encounter.Transport{}
			}
			miles := &d.encounter.Ambulance.Miles
			*miles = decimal.NewNullDecimal(miles.Decimal.Add(count.Decimal))
		}
	}
	v.Units = d.amount(r.get("LINE_SRVC_CNT"), at("units"))
}

// minutes turns time units into whole minutes. CMS writes time units with one
// decimal and without the point.
func (d *draft) minutes(text string, units decimal.Decimal) decimal.NullDecimal {
	if !d.supply.UnitsHaveDecimals && !strings.Contains(text, ".") {
		units = units.Shift(-1)
	}
	m := units.Mul(decimal.NewFromInt(int64(d.supply.MinutesPerUnit)))
	if whole := m.Round(0); !whole.Equal(m) {
		d.note("time units give no whole minutes: they are rounded")
		m = whole
	}
	return decimal.NewNullDecimal(m)
}

// drug is the drug that the row names. How much of it a unit of the service is,
// only the caller knows.
func (d *draft) drug(v *encounter.Service, r row) {
	ndc := r.get("LINE_NDC_CD")
	if ndc == "" {
		return
	}
	v.Drug = &encounter.Drug{NDC: ndc, Prescription: r.get("CARR_LINE_RX_NUM")}
	if k, ok := d.supply.Drugs[ndc]; ok && v.Units.Valid {
		v.Drug.Quantity, v.Drug.Unit = decimal.NewNullDecimal(k.PerUnit.Mul(v.Units.Decimal)), k.Unit
		d.supply.used["services.drug.quantity"]++
	}
}

// blood is a hemoglobin or hematocrit result; 0.0 is none.
func (d *draft) blood(v *encounter.Service, r row, at func(string) string) {
	result := d.amount(r.get("LINE_HCT_HGB_RSLT_NUM"), at("testResults[0].value"))
	if !result.Valid || result.Decimal.IsZero() {
		return
	}
	measure := map[string]string{"R1": "hemoglobin", "R2": "hematocrit"}[r.get("LINE_HCT_HGB_TYPE_CD")]
	v.TestResults = []encounter.Test{{Measure: measure, Value: result}}
}
