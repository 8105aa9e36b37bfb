// SPDX-License-Identifier: Apache-2.0

package main

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/shopspring/decimal"
)

// maxStayRows is how many rows of an institutional claim are kept: it has room
// for 999 lines, one row may be the total, and one more is enough to refuse it.
const maxStayRows = 1001

// institution makes the layout of a file of institutional claims. types are the
// values of NCH_CLM_TYPE_CD that such a file holds.
func institution(name, mark string, types ...string) layout {
	return layout{
		name: name, mark: mark, types: types,
		need: []string{"BENE_ID", "CLM_ID", "CLM_FROM_DT", "CLM_THRU_DT", "CLM_FAC_TYPE_CD", "CLM_SRVC_CLSFCTN_TYPE_CD", "CLM_FREQ_CD",
			"ORG_NPI_NUM", "AT_PHYSN_NPI", "PTNT_DSCHRG_STUS_CD", "CLM_TOT_CHRG_AMT", "PRNCPAL_DGNS_CD", "CLM_LINE_NUM", "REV_CNTR", "HCPCS_CD",
			"REV_CNTR_UNIT_CNT", "REV_CNTR_TOT_CHRG_AMT", "REV_CNTR_NCVRD_CHRG_AMT"},
		charge: "REV_CNTR_TOT_CHRG_AMT", maxRows: maxStayRows, kind: claim837.Institutional, hours: name == "inpatient" || name == "snf",
		columns: stayColumns, services: revenueColumns, coverages: stayCoverageColumns, primary: stayPrimaryColumns,
		convert: stay,
	}
}

// The files of institutions differ in few columns; the mark is one that only
// files of the kind have.
var (
	inpatientLayout  = institution("inpatient", "BENE_LRD_USED_CNT", "60", "61")
	outpatientLayout = institution("outpatient", "RSN_VISIT_", "40")
	snfLayout        = institution("snf", "NCH_QLFYD_STAY_", "20", "30")
	hhaLayout        = institution("hha", "CLM_HHA_", "10")
	hospiceLayout    = institution("hospice", "CLM_HOSPC_", "50")
)

// stay makes an encounter with a stay of the rows of an institutional claim.
func stay(c *converter, g *group) *draft {
	d := &draft{converter: c, g: g}
	g.from = make(map[string]string)
	d.encounter.Stay = new(encounter.Stay)
	d.state()
	d.bill()
	d.insured(d.one("BENE_ID", "patient"), d.encounter.Stay.From.Year())
	if v, death := d.encounter.Stay, &d.encounter.Patient.DeathDate; *death < v.From || *death > v.Through {
		*death = 0 // a later year tells of it, this bill does not
	}
	more := d.supply.stay(g.id)
	d.admission(&more)
	d.discharge(&more)
	d.days()
	d.events()
	d.stayDiagnoses()
	d.procedures()
	d.whoTreated()
	for i, r := range g.rows {
		d.revenue(i, r)
	}
	d.stayTotal()
	return d
}

// bill is the type of bill, the days that it covers, and what becomes of an
// earlier one.
func (d *draft) bill() {
	e := &d.encounter
	v := e.Stay
	v.From = d.date(d.one("CLM_FROM_DT", "stay.from"), "stay.from")
	v.Through = d.date(d.one("CLM_THRU_DT", "stay.through"), "stay.through")
	const at = "stay.billType"
	facility, class, frequency := d.one("CLM_FAC_TYPE_CD", at), d.one("CLM_SRVC_CLSFCTN_TYPE_CD", at), d.one("CLM_FREQ_CD", at)
	if len(facility) != 1 || len(class) != 1 || len(frequency) != 1 {
		d.find(codeUnreadable, at, facility+class+frequency)
	} else {
		v.BillType = "0" + facility + class + frequency
	}
	switch frequency {
	case "7":
		e.Corrects = &encounter.Correction{Action: "replace", ClaimNumber: d.one("FI_ORIG_CLM_CNTL_NUM", "corrects.claimNumber")}
	case "8":
		e.Corrects = &encounter.Correction{Action: "void", ClaimNumber: d.one("FI_ORIG_CLM_CNTL_NUM", "corrects.claimNumber")}
	}
	if kind := d.one("NCH_CLM_TYPE_CD", "id"); kind != "" && !slices.Contains(d.g.kind.types, kind) {
		d.find(codeOtherKind, "id", kind)
	}
	switch d.one("FI_CLM_ACTN_CD", "id") {
	case "2", "4", "6": // cancels another
		d.find(codeNoBill, "id", "")
	}
	if d.one("CLAIM_QUERY_CODE", "id") == "0" { // a credit
		d.find(codeNoBill, "id", "")
	}
	if v := d.one("CLM_MCO_PD_SW", "id"); v == "1" || v == "Y" {
		d.note("CLM_MCO_PD_SW says that a managed care plan has paid: Medicare is billed")
	}
}

// admission is how the patient came. The files know no hour, and those of
// outpatients, home health and hospice neither priority nor origin.
func (d *draft) admission(more *staySupply) {
	a := &d.encounter.Stay.Admission
	a.Date = d.date(first(d.one("CLM_ADMSN_DT", "stay.admission.date"), d.one("CLM_HOSPC_START_DT_ID", "stay.admission.date")), "stay.admission.date")
	a.Priority = d.one("CLM_IP_ADMSN_TYPE_CD", "stay.admission.priority")
	a.Origin = first(d.one("CLM_SRC_IP_ADMSN_CD", "stay.admission.origin"), d.one("CLM_HHA_RFRL_CD", "stay.admission.origin"))
	d.supply.fill("stay.admission.priority", &a.Priority, more.Priority)
	d.supply.fill("stay.admission.origin", &a.Origin, more.Origin)
	if a.Date != 0 && d.g.kind.hours {
		d.supply.fillHour("stay.admission.hour", &a.Hour, more.AdmissionHour)
	}
}

// discharge is how the patient left: on the last day of the bill.
func (d *draft) discharge(more *staySupply) {
	v := d.encounter.Stay
	if v.Discharge.Status = d.one("PTNT_DSCHRG_STUS_CD", "stay.discharge.status"); len(v.Discharge.Status) == 1 {
		v.Discharge.Status = "0" + v.Discharge.Status
	}
	if v.Discharge.Status == "30" {
		return // the patient is still there
	}
	if c := &d.encounter.Corrects; *c != nil {
		d.supply.fill("corrects.reason", &(*c).Reason, more.ChangeReason)
	}
	v.Discharge.Date = d.date(d.one("NCH_BENE_DSCHRG_DT", "stay.discharge.date"), "stay.discharge.date")
	if v.Discharge.Date != 0 && v.Discharge.Date != v.Through && d.supply.StandIns.LastDay {
		v.Discharge.Date = 0
		d.supply.stood["stay.discharge.date"]++
	}
	if d.g.kind.hours {
		d.supply.fillHour("stay.discharge.hour", &v.Discharge.Hour, more.DischargeHour)
	}
}

// days are the numbers of days, and the pints of blood.
func (d *draft) days() {
	v := d.encounter.Stay
	if d.g.kind.hours {
		v.CoveredDays = d.amount(d.one("CLM_UTLZTN_DAY_CNT", "stay.coveredDays"), "stay.coveredDays")
	}
	some := func(column, path string) decimal.NullDecimal {
		n := d.amount(d.one(column, path), path)
		n.Valid = n.Valid && !n.Decimal.IsZero()
		return n
	}
	v.NonCoveredDays = some("CLM_NON_UTLZTN_DAYS_CNT", "stay.nonCoveredDays")
	v.CoinsuranceDays = some("BENE_TOT_COINSRNC_DAYS_CNT", "stay.coinsuranceDays")
	v.LifetimeReserveDays = some("BENE_LRD_USED_CNT", "stay.lifetimeReserveDays")
	if pints := some("NCH_BLOOD_PNTS_FRNSHD_QTY", "stay.values"); pints.Valid {
		v.Values = append(v.Values, encounter.Value{Code: "37", Amount: pints})
	}
	for _, c := range []string{"NCH_PROFNL_CMPNT_CHRG_AMT", "REV_CNTR_RATE_AMT", "NCH_VRFD_NCVRD_STAY_FROM_DT"} {
		for _, r := range d.g.rows {
			if s := r.get(c); s != "" {
				if n, ok := amount(s); !ok || !n.IsZero() {
					d.note(notSent[c])
				}
				break
			}
		}
	}
}

// notSent is why a column is not.
var notSent = map[string]string{
	"NCH_PROFNL_CMPNT_CHRG_AMT":   "NCH_PROFNL_CMPNT_CHRG_AMT is not sent: the row does not say which of two value codes it was",
	"NCH_VRFD_NCVRD_STAY_FROM_DT": "NCH_VRFD_NCVRD_STAY_FROM_DT is not sent: the row does not say which of three occurrence spans it was",
	"REV_CNTR_RATE_AMT":           "REV_CNTR_RATE_AMT is not sent: a revenue line of the 837I has no place for a rate",
}

// events are the occurrences that CMS took out of the claim, put back by code.
func (d *draft) events() {
	v := d.encounter.Stay
	for _, o := range []struct{ column, code string }{{"NCH_ACTV_OR_CVRD_LVL_CARE_THRU", "22"}, {"NCH_BENE_MDCR_BNFTS_EXHTD_DT_I", "A3"}} {
		if day := d.date(d.one(o.column, "stay.occurrences"), "stay.occurrences"); day != 0 {
			v.Occurrences = append(v.Occurrences, encounter.Occurrence{Code: o.code, Date: day})
		}
	}
	const at = "stay.occurrenceSpans"
	from, through := d.date(d.one("NCH_QLFYD_STAY_FROM_DT", at), at), d.date(d.one("NCH_QLFYD_STAY_THRU_DT", at), at)
	if from != 0 || through != 0 { // the hospital stay before skilled nursing
		v.OccurrenceSpans = append(v.OccurrenceSpans, encounter.Span{Code: "70", From: from, Through: through})
	}
}

// whoTreated are the institution that bills, and its physicians.
func (d *draft) whoTreated() {
	p := &d.encounter.Providers
	if npi := d.one("ORG_NPI_NUM", "providers.billing"); npi != "" {
		p.Billing = d.provider(npi, "billing", "", "")
	}
	who := func(role, npi, upin string) *encounter.Party {
		at := "providers." + role
		n, u := d.one(npi, at), d.one(upin, at)
		if n == "" && u == "" {
			return nil
		}
		return d.provider(n, role, u, "")
	}
	p.Attending = who("attending", "AT_PHYSN_NPI", "AT_PHYSN_UPIN")
	p.Operating = who("operating", "OP_PHYSN_NPI", "OP_PHYSN_UPIN")
	p.OtherOperating = who("otherOperating", "OT_PHYSN_NPI", "OT_PHYSN_UPIN")
}

// stayTotal checks the claim's own total against its lines.
func (d *draft) stayTotal() {
	if len(d.encounter.Services) == 0 {
		d.g.from["services"] = "REV_CNTR"
		d.find(codeOnlyTotal, "services", "")
		return
	}
	if d.totals > 1 {
		d.find(codeDisagree, "services", "REV_CNTR")
	}
	var sum decimal.Decimal
	for i := range d.encounter.Services {
		sum = sum.Add(d.encounter.Services[i].Charge.Decimal)
	}
	differs := d.totals == 1 && !d.totalCharge.Equal(sum)
	if s := d.one("CLM_TOT_CHRG_AMT", "services"); s != "" {
		v, ok := amount(s)
		differs = differs || !ok || !v.Equal(sum)
	}
	switch {
	case !differs:
	case d.supply.StandIns.SumOfRows:
		d.supply.stood["total charge (CLM_TOT_CHRG_AMT)"]++
	default:
		d.find(codeTotal, "services", "")
	}
}

// isTotal reports whether a revenue code is that of the total, which only paper
// has as a line.
func isTotal(code string) bool { return code != "" && strings.TrimLeft(code, "0") == "1" }

// hipps reports whether a revenue code is billed with a rate code.
func hipps(code string) bool {
	switch strings.TrimLeft(code, "0") {
	case "22", "23", "24":
		return true
	}
	return false
}

// isHCPCS reports whether a code is one of HCPCS level II, as no rate code of
// nursing facilities and home health looks.
func isHCPCS(code string) bool { return len(code) == 5 && letters(code[:1]) && digits(code[1:]) }
