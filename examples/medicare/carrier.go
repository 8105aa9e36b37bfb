// SPDX-License-Identifier: Apache-2.0

package main

// carrierLayout is what doctors, laboratories and ambulances billed.
var carrierLayout = professional(layout{
	name: "carrier", mark: "CARR_LINE_",
	need: []string{"BENE_ID", "CLM_ID", "CLM_FROM_DT", "CARR_NUM", "PRNCPAL_DGNS_CD", "LINE_NUM", "PRF_PHYSN_NPI", "TAX_NUM", "LINE_SRVC_CNT",
		"LINE_PLACE_OF_SRVC_CD", "LINE_1ST_EXPNS_DT", "LINE_LAST_EXPNS_DT", "HCPCS_CD", "LINE_SBMTD_CHRG_AMT", "LINE_ICD_DGNS_CD"},
	convert: carrier,
})

// carrier makes an encounter of the rows of a carrier claim. The group practice
// bills when a row names one, else who gave the service.
func carrier(c *converter, g *group) *draft {
	d := c.draft(g)
	biller := func(r row) string {
		return first(r.get("CARR_CLM_BLG_NPI_NUM"), r.get("ORG_NPI_NUM"), r.get("PRF_PHYSN_NPI"))
	}
	r := g.rows[0]
	for _, other := range g.rows[1:] {
		if biller(other) != biller(r) {
			d.find(codeDisagree, "providers.billing", "")
			break
		}
	}
	d.billing(biller(r), r.get("CARR_PRFRNG_PIN_NUM"))
	if npi, upin := d.one("RFR_PHYSN_NPI", "providers.referring"), d.one("RFR_PHYSN_UPIN", "providers.referring"); npi != "" || upin != "" {
		d.encounter.Providers.Referring = d.provider(npi, "referring", upin, "")
	}
	d.laboratory()
	for i, r := range g.rows {
		d.service(r, "CARR_LINE")
		v := &d.encounter.Services[i]
		if v.CLIA = r.get("CARR_LINE_CLIA_LAB_NUM"); v.CLIA == d.encounter.CLIA {
			v.CLIA = ""
		}
		if npi, upin := r.get("PRF_PHYSN_NPI"), r.get("PRF_PHYSN_UPIN"); npi != "" || upin != "" {
			p := d.provider(npi, "rendering", upin, r.get("CARR_PRFRNG_PIN_NUM"))
			d.supply.fill("providers.rendering.taxonomy", &p.Taxonomy, d.supply.Taxonomies[r.get("PRVDR_SPCLTY")])
			v.Providers.Rendering = p
		}
	}
	d.total()
	return d
}

// laboratory takes the certificate of the claim when all rows that name one name
// the same.
func (d *draft) laboratory() {
	only := ""
	for _, r := range d.g.rows {
		switch v := r.get("CARR_LINE_CLIA_LAB_NUM"); {
		case v == "" || v == only:
		case only == "":
			only = v
		default:
			return
		}
	}
	d.encounter.CLIA = only
}
