// SPDX-License-Identifier: Apache-2.0

package main

// dmeLayout is what suppliers of durable medical equipment billed.
var dmeLayout = professional(layout{
	name: "dme", mark: "DMERC_LINE_",
	need: []string{"BENE_ID", "CLM_ID", "CLM_FROM_DT", "CARR_NUM", "PRNCPAL_DGNS_CD", "LINE_NUM", "PRVDR_NPI", "TAX_NUM", "LINE_SRVC_CNT",
		"LINE_PLACE_OF_SRVC_CD", "LINE_1ST_EXPNS_DT", "LINE_LAST_EXPNS_DT", "HCPCS_CD", "LINE_SBMTD_CHRG_AMT", "LINE_ICD_DGNS_CD"},
	convert: equipment,
})

// equipment makes an encounter of the rows of an equipment claim: the supplier
// bills, and the physician of the rows ordered.
func equipment(c *converter, g *group) *draft {
	d := c.draft(g)
	d.billing(d.one("PRVDR_NPI", "providers.billing"), d.one("PRVDR_NUM", "providers.billing.numbers"))
	if npi, upin := d.one("RFR_PHYSN_NPI", "providers.ordering"), d.one("RFR_PHYSN_UPIN", "providers.ordering"); npi != "" || upin != "" {
		d.encounter.Providers.Ordering = d.provider(npi, "ordering", upin, "")
	}
	for _, r := range g.rows {
		d.service(r, "DMERC_LINE")
		if v, ok := amount(r.get("LINE_DME_PRCHS_PRICE_AMT")); ok && !v.IsZero() {
			d.note("LINE_DME_PRCHS_PRICE_AMT is not sent: a claim has room for it only with days and price of a rental")
		}
	}
	d.total()
	return d
}
