// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"

	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// revenue makes a service of a row, or takes it for the total.
func (d *draft) revenue(i int, r row) {
	revenue, procedure := r.get("REV_CNTR"), r.get("HCPCS_CD")
	if isTotal(revenue) {
		instead := d.supply.StandIns.RevenueCodes[d.g.kind.name]
		if procedure == "" || instead == "" {
			d.totalRow(r, procedure)
			return
		}
		revenue = instead
		d.supply.stood["services.revenueCode"]++
	}
	at := func(field string) string { return fmt.Sprintf("services[%d].%s", len(d.encounter.Services), field) }
	v := encounter.Service{
		ID: r.get("CLM_LINE_NUM"), RevenueCode: revenue, Code: procedure, Date: d.date(r.get("REV_CNTR_DT"), at("date")),
		Charge: d.amount(r.get("REV_CNTR_TOT_CHRG_AMT"), at("charge")), Units: d.amount(r.get("REV_CNTR_UNIT_CNT"), at("units")),
		NonCovered: d.amount(r.get("REV_CNTR_NCVRD_CHRG_AMT"), at("nonCovered")),
	}
	if v.NonCovered.Decimal.IsZero() {
		v.NonCovered.Valid = false
	} else if d.supply.StandIns.CoveredCharges && v.Charge.Valid {
		d.supply.stood["services.charge"]++
		d.stoodIn = d.stoodIn.Add(v.NonCovered.Decimal)
		v.Charge.Decimal = v.Charge.Decimal.Add(v.NonCovered.Decimal)
	}
	if hipps(revenue) {
		if rate := r.get("REV_CNTR_APC_HIPPS_CD"); v.Code == "" && rate != "00000" {
			v.Code = rate
		} else if isHCPCS(v.Code) && revenue != "0024" { // rehabilitation's rates look alike
			d.find(codeNoRate, at("code"), v.Code)
		}
	}
	for _, c := range []string{"HCPCS_1ST_MDFR_CD", "HCPCS_2ND_MDFR_CD", "HCPCS_3RD_MDFR_CD", "HCPCS_4TH_MDFR_CD"} {
		if m := r.get(c); m != "" {
			v.Modifiers = append(v.Modifiers, x12.Code(m))
		}
	}
	d.product(&v, r, at)
	npi, upin := r.get("RNDRNG_PHYSN_NPI"), r.get("RNDRNG_PHYSN_UPIN")
	if a := d.encounter.Providers.Attending; npi != "" && (a == nil || a.NPI != npi) || npi == "" && upin != "" {
		v.Providers.Rendering = d.provider(npi, "rendering", upin, "")
	}
	d.g.services = append(d.g.services, i)
	d.encounter.Services = append(d.encounter.Services, v)
}

// totalRow takes a row of the total, which is no service.
func (d *draft) totalRow(r row, procedure string) {
	charge := d.amount(r.get("REV_CNTR_TOT_CHRG_AMT"), "services")
	d.totals++
	d.totalCharge = d.totalCharge.Add(charge.Decimal)
	if procedure != "" {
		d.g.from["services"] = "REV_CNTR"
		d.find(codeTotalRow, "services", procedure)
	}
}

// product is the drug or the device that the row names.
func (d *draft) product(v *encounter.Service, r row, at func(string) string) {
	id := r.get("REV_CNTR_IDE_NDC_UPC_NUM")
	quantity := d.amount(r.get("REV_CNTR_NDC_QTY"), at("drug.quantity"))
	switch {
	case v.RevenueCode == "0624" && id != "":
		d.encounter.DeviceExemption = id
	case digits(id) && len(id) == 11:
		v.Drug = &encounter.Drug{NDC: id, Quantity: quantity, Unit: r.get("REV_CNTR_NDC_QTY_QLFR_CD")}
		if k, ok := d.supply.Drugs[id]; ok && !quantity.Valid && v.Units.Valid {
			v.Drug.Quantity, v.Drug.Unit = decimal.NewNullDecimal(k.PerUnit.Mul(v.Units.Decimal)), k.Unit
			d.supply.used["services.drug.quantity"]++
		}
	case id != "":
		d.note("REV_CNTR_IDE_NDC_UPC_NUM is not sent: it is neither a drug code nor a device under revenue code 0624")
	case quantity.Valid && !quantity.Decimal.IsZero():
		d.note("REV_CNTR_NDC_QTY is not sent: the row does not say of which drug")
	}
}
