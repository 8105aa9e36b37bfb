// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"strconv"
	"strings"
)

// Each of these tables has the columns that a place in an encounter is made of,
// so that a finding can be followed back to the row. The first that begins the
// place wins; of several for the same place, the one that the file has.

// personColumns are those of the beneficiary files.
var personColumns = [][2]string{
	{"patient.lastName", "BENE_SRNM_NAME"}, {"patient.firstName", "BENE_GVN_NAME"}, {"patient.birthDate", "BENE_BIRTH_DT"},
	{"patient.sex", "BENE_SEX_IDENT_CD"}, {"patient.deathDate", "DEATH_DT"}, {"patient.address.zip", "BENE_ZIP_CD"},
	{"patient.address.state", "STATE_CODE"}, {"patient.address.city", "CITY_NAME"}, {"patient.address", "DRVD_LINE_1_ADR"}, {"patient", "BENE_ID"},
	{"id", "CLM_ID"},
}

// claimColumns are those of professional claims.
var claimColumns = append([][2]string{
	{"practice.billingProvider.taxID", "TAX_NUM"}, {"providers.billing.taxID", "TAX_NUM"},
	{"providers.referring", "RFR_PHYSN_NPI"}, {"providers.ordering", "RFR_PHYSN_NPI"}, {"providers.rendering", "PRF_PHYSN_NPI"},
	{"diagnosisCodes", "ICD_DGNS_VRSN_CD1"}, {"diagnoses", "PRNCPAL_DGNS_CD"}, {"placeOfService", "LINE_PLACE_OF_SRVC_CD"},
	{"corrects.action", "CARR_CLM_ENTRY_CD"}, {"corrects.claimNumber", "CARR_CLM_CNTL_NUM"},
	{"date", "CLM_FROM_DT"}, {"endDate", "CLM_THRU_DT"},
}, personColumns...)

// stayColumns are those of institutional claims.
var stayColumns = append([][2]string{
	{"providers.billing", "ORG_NPI_NUM"}, {"providers.attending", "AT_PHYSN_NPI"}, {"providers.operating", "OP_PHYSN_NPI"}, {"providers.otherOperating", "OT_PHYSN_NPI"},
	{"stay.billType", "CLM_FAC_TYPE_CD"}, {"stay.from", "CLM_FROM_DT"}, {"stay.through", "CLM_THRU_DT"},
	{"stay.admission.date", "CLM_ADMSN_DT"}, {"stay.admission.date", "CLM_HOSPC_START_DT_ID"},
	{"stay.admission.priority", "CLM_IP_ADMSN_TYPE_CD"}, {"stay.admission.origin", "CLM_SRC_IP_ADMSN_CD"}, {"stay.admission.origin", "CLM_HHA_RFRL_CD"},
	{"stay.discharge.status", "PTNT_DSCHRG_STUS_CD"}, {"stay.discharge.date", "NCH_BENE_DSCHRG_DT"},
	{"stay.coveredDays", "CLM_UTLZTN_DAY_CNT"}, {"stay.nonCoveredDays", "CLM_NON_UTLZTN_DAYS_CNT"}, {"stay.coinsuranceDays", "BENE_TOT_COINSRNC_DAYS_CNT"},
	{"stay.lifetimeReserveDays", "BENE_LRD_USED_CNT"}, {"stay.values", "NCH_BLOOD_PNTS_FRNSHD_QTY"}, {"stay.drg", "CLM_DRG_CD"},
	{"stay.admittingDiagnosis", "ADMTG_DGNS_CD"}, {"stay.reasonsForVisit", "RSN_VISIT_CD1"}, {"stay.externalCauses", "ICD_DGNS_E_CD1"}, {"stay.procedures", "ICD_PRCDR_CD1"},
	{"stay.occurrences", "NCH_BENE_MDCR_BNFTS_EXHTD_DT_I"}, {"stay.occurrenceSpans", "NCH_QLFYD_STAY_FROM_DT"},
	{"diagnosisCodes", "PRNCPAL_DGNS_VRSN_CD"}, {"diagnoses", "PRNCPAL_DGNS_CD"}, {"services", "CLM_TOT_CHRG_AMT"},
	{"corrects.action", "CLM_FREQ_CD"}, {"corrects.claimNumber", "FI_ORIG_CLM_CNTL_NUM"},
}, personColumns...)

var stayCoverageColumns = [][2]string{
	{"memberID", "MBI_NUM"}, {"payer.id", "FI_NUM"}, {"secondReason", "NCH_PRMRY_PYR_CD"},
}

var stayPrimaryColumns = [][2]string{{"decision.paid", "NCH_PRMRY_PYR_CLM_PD_AMT"}}

// revenueColumns are those of the rows of institutional claims.
var revenueColumns = [][2]string{
	{"id", "CLM_LINE_NUM"}, {"revenueCode", "REV_CNTR"}, {"code", "HCPCS_CD"}, {"modifiers", "HCPCS_1ST_MDFR_CD"}, {"date", "REV_CNTR_DT"},
	{"charge", "REV_CNTR_TOT_CHRG_AMT"}, {"nonCovered", "REV_CNTR_NCVRD_CHRG_AMT"}, {"units", "REV_CNTR_UNIT_CNT"},
	{"drug.ndc", "REV_CNTR_IDE_NDC_UPC_NUM"}, {"drug", "REV_CNTR_NDC_QTY"}, {"providers.rendering", "RNDRNG_PHYSN_NPI"},
}

var coverageColumns = [][2]string{
	{"memberID", "MBI_NUM"}, {"payer.id", "CARR_NUM"}, {"secondReason", "LINE_BENE_PRMRY_PYR_CD"},
}

// primaryColumns are those of the payer before Medicare.
var primaryColumns = [][2]string{{"decision.paid", "CARR_CLM_PRMRY_PYR_PD_AMT"}}

var serviceColumns = [][2]string{
	{"id", "LINE_NUM"}, {"code", "HCPCS_CD"}, {"modifiers", "HCPCS_1ST_MDFR_CD"}, {"date", "LINE_1ST_EXPNS_DT"}, {"endDate", "LINE_LAST_EXPNS_DT"},
	{"charge", "LINE_SBMTD_CHRG_AMT"}, {"units", "LINE_SRVC_CNT"}, {"minutes", "LINE_SRVC_CNT"}, {"placeOfService", "LINE_PLACE_OF_SRVC_CD"},
	{"diagnoses", "LINE_ICD_DGNS_CD"}, {"drug.ndc", "LINE_NDC_CD"}, {"clia", "CARR_LINE_CLIA_LAB_NUM"}, {"testResults", "LINE_HCT_HGB_RSLT_NUM"},
	{"providers.rendering", "PRF_PHYSN_NPI"}, {"providers.ordering", "RFR_PHYSN_NPI"},
}

// source returns the column and the line of the file that a place in the
// encounter of the group comes from, in brackets; nothing for what no column has.
// Medicare is the last of the payers.
func (g *group) source(path string, payers int) string {
	for at := path; at != ""; at = at[:max(strings.LastIndexByte(at, '.'), 0)] {
		if column := g.from[at]; column != "" {
			return fmt.Sprintf(" (%s, line %d)", column, g.line)
		}
	}
	line, table, rest := g.line, g.kind.columns, path
	for _, l := range []struct {
		list  string
		table [][2]string
	}{{"services", g.kind.services}, {"coverages", g.kind.coverages}} {
		below, ok := strings.CutPrefix(path, l.list+"[")
		if !ok {
			continue
		}
		number, field, _ := strings.Cut(below, "]")
		table, rest = l.table, strings.TrimPrefix(field, ".")
		i, err := strconv.Atoi(number)
		switch {
		case err == nil && l.list == "services" && i < len(g.services):
			line = g.rows[g.services[i]].line
		case err == nil && l.list == "services" && g.services == nil && i < len(g.rows):
			line = g.rows[i].line
		case err == nil && l.list == "coverages" && i < payers-1:
			table = g.kind.primary
		}
	}
	lacking, same := "", ""
	for _, c := range table {
		if same != "" && c[0] != same {
			continue
		}
		if below, ok := strings.CutPrefix(rest, c[0]); ok && (below == "" || below[0] == '.' || below[0] == '[') {
			if _, has := g.table.cols[c[1]]; has {
				return fmt.Sprintf(" (%s, line %d)", c[1], line)
			}
			lacking, same = first(lacking, fmt.Sprintf(" (%s)", c[1])), c[0]
		}
	}
	return lacking
}

// kindOfPlace is a place without its numbers, for counting: services[].code.
func kindOfPlace(path string) string {
	var b strings.Builder
	for _, c := range path {
		if c < '0' || c > '9' {
			b.WriteRune(c)
		}
	}
	return b.String()
}
