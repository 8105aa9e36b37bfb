package main

import (
	"fmt"
	"strconv"
	"strings"
)

// columns are the columns that a place in an encounter is made of, so that a
// finding can be followed back to the row. The first that begins the place wins.
var columns = [][2]string{
	{"patient.lastName", "BENE_SRNM_NAME"}, {"patient.firstName", "BENE_GVN_NAME"}, {"patient.birthDate", "BENE_BIRTH_DT"},
	{"patient.sex", "BENE_SEX_IDENT_CD"}, {"patient.deathDate", "DEATH_DT"}, {"patient.address.zip", "BENE_ZIP_CD"},
	{"patient.address.state", "STATE_CODE"}, {"patient.address.city", "CITY_NAME"}, {"patient.address", "DRVD_LINE_1_ADR"}, {"patient", "BENE_ID"},
	{"practice.billingProvider.taxID", "TAX_NUM"}, {"providers.billing.taxID", "TAX_NUM"},
	{"providers.referring", "RFR_PHYSN_NPI"}, {"providers.ordering", "RFR_PHYSN_NPI"}, {"providers.rendering", "PRF_PHYSN_NPI"},
	{"diagnosisCodes", "ICD_DGNS_VRSN_CD1"}, {"diagnoses", "PRNCPAL_DGNS_CD"}, {"placeOfService", "LINE_PLACE_OF_SRVC_CD"},
	{"corrects.action", "CARR_CLM_ENTRY_CD"}, {"corrects.claimNumber", "CARR_CLM_CNTL_NUM"}, {"id", "CLM_ID"},
	{"date", "CLM_FROM_DT"}, {"endDate", "CLM_THRU_DT"},
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
	line, table, rest := g.line, columns, path
	for _, l := range []struct {
		list  string
		table [][2]string
	}{{"services", serviceColumns}, {"coverages", coverageColumns}} {
		below, ok := strings.CutPrefix(path, l.list+"[")
		if !ok {
			continue
		}
		number, field, _ := strings.Cut(below, "]")
		table, rest = l.table, strings.TrimPrefix(field, ".")
		i, err := strconv.Atoi(number)
		switch {
		case err == nil && l.list == "services" && i < len(g.rows):
			line = g.rows[i].line
		case err == nil && l.list == "coverages" && i < payers-1:
			table = primaryColumns
		}
	}
	for _, c := range table {
		if below, ok := strings.CutPrefix(rest, c[0]); ok && (below == "" || below[0] == '.' || below[0] == '[') {
			if _, has := g.table.cols[c[1]]; has {
				return fmt.Sprintf(" (%s, line %d)", c[1], line)
			}
			return fmt.Sprintf(" (%s)", c[1])
		}
	}
	return ""
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
