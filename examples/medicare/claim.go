// SPDX-License-Identifier: Apache-2.0

package main

import (
	"slices"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Findings of this program, besides those of claim837.
const (
	codeUnreadable x12.IssueCode = "row-value"
	codeRow        x12.IssueCode = "row-fields"
	codeApart      x12.IssueCode = "rows-apart"
	codeDisagree   x12.IssueCode = "rows-disagree"
	codeNoPerson   x12.IssueCode = "no-beneficiary"
	codeNoBill     x12.IssueCode = "no-bill"
	codeOtherKind  x12.IssueCode = "other-kind"
	codeTotal      x12.IssueCode = "total-differs"
	codeTotalRow   x12.IssueCode = "total-row"
	codeOnlyTotal  x12.IssueCode = "no-line"
	codeNoRate     x12.IssueCode = "no-rate-code"
)

var texts = map[x12.IssueCode]string{
	codeUnreadable: "the value of the row cannot be read; correct it at its source",
	codeRow:        "the row does not have as many fields as the header; correct it at its source",
	codeApart:      "rows of this claim came before, with others between; put all rows of a claim together",
	codeDisagree:   "the rows of the claim disagree where a claim has one value; bill them as claims of their own",
	codeNoPerson:   "no beneficiary file has this BENE_ID; give the file that does",
	codeNoBill:     "the row withdraws the claim, or is no final action; bill the one that holds",
	codeOtherKind:  "NCH_CLM_TYPE_CD is of claims that stand in a file of another kind; sort the rows",
	codeTotal:      "the charges of the rows do not add up to the claim's own total; correct them at their source",
	codeTotalRow:   "a row of the total (revenue code 0001) names a procedure; give the revenue code of the service",
	codeOnlyTotal:  "the claim has no row but its total (revenue code 0001); give the rows of its services",
	codeNoRate:     "a revenue code of rates stands with a procedure; give the HIPPS code, or the revenue code of the procedure",
}

// converter makes encounters of the rows of claims.
type converter struct {
	supply *supply
	people *people
}

// draft is an encounter in the making.
type draft struct {
	*converter
	g         *group
	encounter encounter.Encounter
	issues    []x12.Issue
	notes     []string

	totals      int             // rows of the total (revenue code 0001), which are no service
	totalCharge decimal.Decimal // of these
	stoodIn     decimal.Decimal // dollars that stand-ins added to the charges
}

func (d *draft) find(code x12.IssueCode, path, value string) {
	d.issues = append(d.issues, x12.Issue{Code: code, Severity: x12.Error, Path: path, Value: value, Detail: texts[code]})
}

// note says something that does not stop the claim.
func (d *draft) note(text string) {
	if !slices.Contains(d.notes, text) {
		d.notes = append(d.notes, text)
	}
}

// draft makes what all layouts have in common: the claim, the person, Medicare.
func (c *converter) draft(g *group) *draft {
	d := &draft{converter: c, g: g}
	r := g.rows[0]
	d.state()
	d.corrects()
	e := &d.encounter
	e.Date = d.date(d.one("CLM_FROM_DT", "date"), "date")
	if end := d.date(d.one("CLM_THRU_DT", "endDate"), "endDate"); end != e.Date {
		e.EndDate = end
	}
	e.PlaceOfService = placeOf(r.get("LINE_PLACE_OF_SRVC_CD"))
	switch d.one("CARR_CLM_PRVDR_ASGNMT_IND_SW", "consents.acceptAssignment") {
	case "A":
		e.Consents = &encounter.Consents{AcceptAssignment: "yes"}
	case "N":
		e.Consents = &encounter.Consents{AcceptAssignment: "no"}
	}
	d.insured(d.one("BENE_ID", "patient"), e.Date.Year())
	d.diagnoses()
	return d
}

// state finds rows that are no bill, or not this claim's.
func (d *draft) state() {
	d.encounter.ID = d.g.id
	if d.g.again {
		d.find(codeApart, "id", d.g.id)
	}
	for _, r := range d.g.rows {
		if !r.whole() {
			d.find(codeRow, "id", "")
			break
		}
	}
	if d.one("DML_IND", "id") == "DELETE" || d.one("FINAL_ACTION", "id") == "N" {
		d.find(codeNoBill, "id", "")
	}
}

// corrects says what becomes of an earlier claim.
func (d *draft) corrects() {
	e := &d.encounter
	entry, disposition := d.one("CARR_CLM_ENTRY_CD", "corrects.action"), d.one("CLM_DISP_CD", "corrects.action")
	earlier := d.one("CARR_CLM_CNTL_NUM", "corrects.claimNumber")
	switch {
	case entry == "3" || disposition == "3" || disposition == "03":
		e.Corrects = &encounter.Correction{Action: "void", ClaimNumber: earlier}
	case entry == "5":
		e.Corrects = &encounter.Correction{Action: "replace", ClaimNumber: earlier}
	case entry == "" || entry == "1":
	case entry == "9":
		d.find(codeNoBill, "corrects.action", entry)
	default:
		d.find(codeUnreadable, "corrects.action", entry)
	}
}

// one returns the value that a column has in all rows of the claim.
func (d *draft) one(column, path string) string {
	v := d.g.rows[0].get(column)
	for _, r := range d.g.rows[1:] {
		if r.get(column) != v {
			d.find(codeDisagree, path, column)
			break
		}
	}
	return v
}

// insured is the beneficiary, and Medicare.
func (d *draft) insured(id string, year int) {
	p, ok := d.people.of(id, year)
	if !ok {
		d.find(codeNoPerson, "patient", id)
		p = &person{}
	}
	d.patient(p)
	more := d.supply.person(id)
	d.supply.address("patient.address", &d.encounter.Patient.Address, more.Address)
	member := more.MemberID
	if member != "" {
		d.supply.used["coverages.memberID"]++
	}
	plan, column := "medicare-b", "CARR_NUM"
	if d.g.kind.kind == claim837.Institutional { // whoever takes such claims, wants them as Part A's
		plan, column = "medicare-a", "FI_NUM"
	}
	contractor := d.one(column, "coverages[0].payer.id")
	payer, ok := d.supply.Payers[contractor]
	if !ok {
		payer = d.supply.Payers["*"]
	}
	if contractor == "" && payer.ID != "" {
		d.supply.used["coverages.payer.id"]++
	}
	payer.ID = first(payer.ID, contractor)
	medicare := encounter.Coverage{Payer: payer, Plan: plan, MemberID: first(member, p.memberID)}
	d.encounter.Coverages = d.before(medicare)
}

// before puts the payer that pays before Medicare first, when the rows know of
// one. They do not hold who that is and why it paid what it paid, so that such a
// claim is refused for what is missing of it.
func (d *draft) before(medicare encounter.Coverage) []encounter.Coverage {
	code := ""
	for _, r := range d.g.rows {
		code = first(code, r.get("LINE_BENE_PRMRY_PYR_CD"), r.get("NCH_PRMRY_PYR_CD"))
	}
	paid, ok := amount(first(d.one("CARR_CLM_PRMRY_PYR_PD_AMT", "coverages[0].decision.paid"),
		d.one("NCH_PRMRY_PYR_CLM_PD_AMT", "coverages[0].decision.paid"), "0"))
	if !ok {
		d.find(codeUnreadable, "coverages[0].decision.paid", "")
	}
	if (code == "" || code == "Z") && paid.IsZero() {
		for _, r := range d.g.rows {
			if v, ok := amount(r.get("LINE_BENE_PRMRY_PYR_PD_AMT")); ok && !v.IsZero() {
				d.note("a row has an amount of a primary payer, and claim and row name none: Medicare is billed first")
			}
		}
		return []encounter.Coverage{medicare}
	}
	medicare.SecondReason = primaryReasons[code]
	earlier := encounter.Coverage{Decision: &encounter.Decision{Paid: decimal.NewNullDecimal(paid)}}
	return []encounter.Coverage{earlier, medicare}
}

// diagnoses are those of the claim, the main one first, then those that only a
// row has.
func (d *draft) diagnoses() {
	e, r := &d.encounter, d.g.rows[0]
	add := func(code, version string) {
		if code == "" {
			return
		}
		if d := (encounter.Diagnosis{Code: code}); !slices.Contains(e.Diagnoses, d) {
			e.Diagnoses = append(e.Diagnoses, d)
		}
		d.codeList(version)
	}
	add(r.get("PRNCPAL_DGNS_CD"), r.get("PRNCPAL_DGNS_VRSN_CD"))
	for _, c := range diagnosisColumns {
		add(r.get(c[0]), r.get(c[1]))
	}
	for _, r := range d.g.rows {
		add(r.get("LINE_ICD_DGNS_CD"), r.get("LINE_ICD_DGNS_VRSN_CD"))
	}
}

var diagnosisColumns = [12][2]string{
	{"ICD_DGNS_CD1", "ICD_DGNS_VRSN_CD1"}, {"ICD_DGNS_CD2", "ICD_DGNS_VRSN_CD2"}, {"ICD_DGNS_CD3", "ICD_DGNS_VRSN_CD3"},
	{"ICD_DGNS_CD4", "ICD_DGNS_VRSN_CD4"}, {"ICD_DGNS_CD5", "ICD_DGNS_VRSN_CD5"}, {"ICD_DGNS_CD6", "ICD_DGNS_VRSN_CD6"},
	{"ICD_DGNS_CD7", "ICD_DGNS_VRSN_CD7"}, {"ICD_DGNS_CD8", "ICD_DGNS_VRSN_CD8"}, {"ICD_DGNS_CD9", "ICD_DGNS_VRSN_CD9"},
	{"ICD_DGNS_CD10", "ICD_DGNS_VRSN_CD10"}, {"ICD_DGNS_CD11", "ICD_DGNS_VRSN_CD11"}, {"ICD_DGNS_CD12", "ICD_DGNS_VRSN_CD12"},
}

// billing names who bills. The tax number is the rows'; the ZIP code and state
// too, where the caller's address has none.
func (d *draft) billing(npi, number string) {
	tax := d.one("TAX_NUM", "providers.billing.taxID")
	if npi == "" && number == "" {
		return // the practice bills
	}
	p := d.provider(npi, "billing", "", number)
	if p.SSN != "" && tax != "" {
		p.SSN = tax
	} else if tax != "" {
		p.TaxID = tax
	}
	r := d.g.rows[0]
	state := stateOf(r.get("PRVDR_STATE_CD"))
	zip := zipOf(r.get("PRVDR_ZIP"), state)
	if p.Address.State == "" {
		p.Address.State = state
	}
	if p.Address.Zip == "" {
		p.Address.Zip = zip
	} else if n := min(5, len(zip), len(p.Address.Zip)); zip[:n] != p.Address.Zip[:n] {
		d.note("PRVDR_ZIP is not the ZIP code of the billing provider's address: the address is billed")
	}
	d.encounter.Providers.Billing = p
}

// provider is who has an NPI; older numbers serve who has none.
func (d *draft) provider(npi, role, upin, number string) *encounter.Party {
	if _, ok := d.supply.Providers[npi]; !ok && d.supply.Roles[role].NPI != npi && known(d.supply.Roles[role]) {
		d.supply.used["providers."+role]++
	}
	p := d.supply.party(npi, role)
	if p.NPI == "" && upin != "" {
		p.Numbers = append(slices.Clip(p.Numbers), encounter.PartyNumber{Kind: "upin", Number: upin})
	}
	if p.NPI == "" && number != "" {
		p.Numbers = append(slices.Clip(p.Numbers), encounter.PartyNumber{Kind: "payer", Number: number})
	}
	return p
}

// known reports whether anything is known of a provider.
func known(p encounter.Party) bool { return p.LastName != "" || p.Organization != "" }

// total notes a claim whose own total is not the sum of its rows.
func (d *draft) total() {
	s := d.one("NCH_CARR_CLM_SBMTD_CHRG_AMT", "services")
	if s != "" && len(d.issues) == 0 {
		if v, ok := amount(s); !ok || !v.Equal(d.g.charge) {
			d.note("NCH_CARR_CLM_SBMTD_CHRG_AMT is not the sum of the rows: the sum is billed")
		}
	}
}
