// SPDX-License-Identifier: Apache-2.0

package form

import (
	"slices"
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// linesPerUB04 is how many services a sheet has room for; the line below them
// has page and totals.
const linesPerUB04 = 22

// UB04 returns an institutional claim as the UB-04 shows it, 22 services a page,
// and what does not fit. The boxes are form locators. The totals stand in line 23
// of the last page. A claim of another kind has no such form: it is nil, and the
// finding says so.
func UB04(c *claim837.Claim) (*Form, []x12.Issue) {
	if c == nil {
		c = new(claim837.Claim)
	}
	if c.Kind != claim837.Institutional {
		return noForm(c)
	}
	i := c.Institutional
	if i == nil {
		i = new(claim837.InstitutionalClaim)
	}
	p := &paper{}
	p.institution(c)
	p.stay(c, i)
	more := p.events(c, i)
	top := p.take()
	p.payers(c, i)
	p.diagnosesUB04(c, i)
	p.procedures(i)
	p.physicians(c, i)
	p.remarks(c)
	p.codeCodes(c, more)
	bottom := p.take()

	f := &Form{Name: "UB-04 (CMS-1450)", Claim: c.ID}
	pages := max(1, (len(c.Lines)+linesPerUB04-1)/linesPerUB04)
	for n := range pages {
		from := n * linesPerUB04
		to := min(from+linesPerUB04, len(c.Lines))
		for k := from; k < to; k++ {
			p.row = k - from + 1
			p.lineUB04(c, k)
		}
		p.row = linesPerUB04 + 1
		p.totals(c, n+1, pages)
		f.Pages = append(f.Pages, Page{n + 1, slices.Concat(top, p.take(), bottom)})
	}
	p.row = 0
	p.leftOverUB04(c, i)
	return f, p.issues
}

// slashless is a date as MMDDYY, and longDate as MMDDCCYY.
func slashless(d x12.Date) string { return strings.ReplaceAll(mmddyy(d), " ", "") }
func longDate(d x12.Date) string  { return strings.ReplaceAll(mmddyyyy(d), " ", "") }

func hour(t x12.Time) string {
	if t.IsZero() {
		return ""
	}
	return strconv.Itoa(t.Hour()/10) + strconv.Itoa(t.Hour()%10)
}

// institution are the form locators 1 to 6: who bills, and which bill it is.
func (p *paper) institution(c *claim837.Claim) {
	b := c.BillingProvider
	if b != nil {
		p.place("1", 25, &b.Name, &b.Address, "billingProvider")
		p.put("1", "telephone", 25, billingPhone(c), "billingProvider.contacts")
		if b.PayTo != nil {
			p.place("2", 25, &b.Name, &b.PayTo.Address, "billingProvider.payTo")
		}
	}
	p.put("3a", "patient control no.", 24, c.ID, "id")
	p.put("3b", "medical record no.", 24, c.MedicalRecord, "medicalRecord")
	p.put("4", "type of bill", 4, c.BillType().String(), "institutional.facilityType")
	tax := taxID(b)
	if plain.AllDigits(tax, 9) {
		tax = tax[:2] + "-" + tax[2:]
	}
	p.put("5", "federal tax no.", 10, tax, "billingProvider.ein")
}

// stay are the form locators 6 to 29: patient, admission, discharge, conditions.
func (p *paper) stay(c *claim837.Claim, i *claim837.InstitutionalClaim) {
	p.put("6", "statement covers: from", 6, slashless(i.Statement.From), "institutional.statement")
	p.put("6", "statement covers: through", 6, slashless(i.Statement.Last()), "institutional.statement")
	w := patientPerson(c)
	if c.Patient != nil {
		p.put("8a", "patient's id", 19, c.Patient.MemberID, "patient.memberID")
	}
	p.put("8b", "patient's name", 29, lastFirst(w.name), w.path+".name")
	a := w.address
	p.put("9a", "street", 40, streets(a), w.path+".address.line1")
	p.put("9b", "city", 30, a.City, w.path+".address.city")
	p.put("9c", "state", 2, joined("", a.State, a.Subdivision), w.path+".address.state")
	p.put("9d", "ZIP", 9, a.Zip, w.path+".address.zip")
	p.put("9e", "country", 3, a.Country, w.path+".address.country")
	p.put("10", "birth date", 8, longDate(w.birth), w.path+".birthDate")
	p.put("11", "sex", 1, string(w.gender), w.path+".gender")
	p.put("12", "admission date", 6, slashless(c.Admission), "admission")
	p.put("13", "admission hour", 2, hour(i.AdmissionHour), "institutional.admissionHour")
	p.put("14", "type of admission", 1, string(i.AdmissionType), "institutional.admissionType")
	p.put("15", "point of origin", 1, string(i.AdmissionSource), "institutional.admissionSource")
	p.put("16", "discharge hour", 2, hour(i.DischargeHour), "institutional.dischargeHour")
	p.put("17", "patient status", 2, string(i.PatientStatus), "institutional.patientStatus")
	p.put("29", "accident state", 2, c.AccidentState, "accidentState")
}

// spare is a code that found no box of its own and goes to form locator 81.
type spare struct{ qualifier, code, value, path string }

// events are the form locators 18 to 41: conditions, occurrences, spans and
// values. What is left over goes to 81 with the qualifier of its list.
func (p *paper) events(c *claim837.Claim, i *claim837.InstitutionalClaim) (more []spare) {
	for k := range c.ConditionCodes {
		path := jsonx.At("conditionCodes", k, "")
		if k < 11 {
			p.put(strconv.Itoa(18+k), "condition code", 2, c.ConditionCodes[k].Value, path)
		} else {
			more = append(more, spare{"A1", c.ConditionCodes[k].Value, "", path})
		}
	}
	for k := range i.Occurrences {
		o, path := &i.Occurrences[k], jsonx.At("institutional.occurrences", k, "")
		if k < 8 {
			number := strconv.Itoa(31+k%4) + "ab"[k/4:k/4+1]
			p.put(number, "occurrence code", 2, string(o.Code), path)
			p.put(number, "occurrence date", 6, slashless(o.Date), path)
		} else {
			more = append(more, spare{"A2", string(o.Code), slashless(o.Date), path})
		}
	}
	for k := range i.OccurrenceSpans {
		o, path := &i.OccurrenceSpans[k], jsonx.At("institutional.occurrenceSpans", k, "")
		from, through := slashless(o.Period.From), slashless(o.Period.Last())
		if k < 4 {
			number := strconv.Itoa(35+k%2) + "ab"[k/2:k/2+1]
			p.put(number, "occurrence span code", 2, string(o.Code), path)
			p.put(number, "from", 6, from, path)
			p.put(number, "through", 6, through, path)
		} else {
			more = append(more, spare{"A3", string(o.Code), from + through, path})
		}
	}
	unread := c.UnreadValueCodes()
	for k := range i.ValueCodes {
		v, path := &i.ValueCodes[k], jsonx.At("institutional.valueCodes", k, "")
		if k < 12 {
			number := strconv.Itoa(39+k%3) + "abcd"[k/3:k/3+1]
			p.put(number, "value code", 2, string(v.Code), path)
			p.figure(number, "amount", 10, valueText(v), slices.Contains(unread, k), path)
		} else {
			text := valueText(v)
			if slices.Contains(unread, k) {
				p.find(CodeUnread, "81", path, "")
				text = unreadable
			}
			more = append(more, spare{"A4", string(v.Code), text, path})
		}
	}
	return more
}

// valueText is the amount of a value code: dollars and cents, or a number alone
// when the code counts something.
func valueText(v *claim837.ValueCode) string {
	switch v.Code {
	case "37", "38", "39", "46", "50", "51", "52", "53", "54", "56", "57", "58", "59", "60", "61", "67", "68", "80", "81", "82", "83", "85", "A8", "A9":
		if v.Amount.IsInteger() {
			return v.Amount.StringFixed(0)
		}
	}
	return columns(v.Amount)
}

// lineUB04 is one row of the form locators 42 to 48.
func (p *paper) lineUB04(c *claim837.Claim, k int) {
	l := &c.Lines[k]
	at := func(field string) string { return jsonx.At("lines", k, field) }
	p.put("42", "revenue code", 4, l.RevenueCode, at("revenueCode"))
	text := claimcode.RevenueName(l.RevenueCode)
	if d := l.Drug; d != nil {
		text = string(d.Qualifier) + d.Code + p.quantity(d, "43", at("drug.quantity"))
	}
	p.put("43", "description", 24, text, at("drug"))
	code := l.Procedure.Code
	for _, m := range l.Procedure.Modifiers {
		code += string(m)
	}
	if code == "" && l.Institutional != nil && l.Institutional.Rate.Valid {
		code = l.Institutional.Rate.Decimal.StringFixed(2)
	}
	p.figure("44", "HCPCS, rate or HIPPS code", 14, code, code == "" && x12.Unread(l.Rest, "SV2", "", 6), at("procedure.code"))
	p.put("45", "service date", 6, slashless(l.Date.From), at("date"))
	p.figure("46", "service units", 7, l.Units.String(), x12.Unread(l.Rest, "SV2", "", 5), at("units"))
	p.amount("47", "total charges", 10, l.Charge, x12.Unread(l.Rest, "SV2", "", 3), at("charge"))
	switch {
	case x12.Unread(l.Rest, "SV2", "", 7):
		p.find(CodeUnread, "48", at("institutional.nonCovered"), "")
		p.unreadable("48", "non-covered charges")
	case l.Institutional != nil:
		p.put("48", "non-covered charges", 10, columnsOf(l.Institutional.NonCovered), at("institutional.nonCovered"))
	}
	p.noBox(l.Date.To != 0 && l.Date.To != l.Date.From, at("date"))
}

// totals is line 23.
func (p *paper) totals(c *claim837.Claim, page, pages int) {
	p.put("42", "revenue code", 4, "0001", "")
	p.put("43", "page", 24, pageOf(page, pages), "")
	if c.Submission != nil {
		p.put("45", "creation date", 6, slashless(c.Submission.Date), "submission.date")
	}
	if page < pages {
		return
	}
	p.amount("47", "total charges", 10, c.Charge, x12.Unread(c.Rest, "CLM", "", 2), "charge")
	var sum money.Sum
	any, unread := false, false
	for k := range c.Lines {
		unread = unread || x12.Unread(c.Lines[k].Rest, "SV2", "", 7)
		if l := c.Lines[k].Institutional; l != nil && l.NonCovered.Valid {
			sum.Add(l.NonCovered.Decimal)
			any = true
		}
	}
	switch {
	case unread: // its line says so
		p.unreadable("48", "non-covered charges")
	case any:
		p.put("48", "non-covered charges", 10, columns(sum.Decimal()), "")
	}
}

// payerRow is a payer of the form locators 50 to 64, row A, B or C.
type payerRow struct {
	rank                            int
	path, insured                   string // in the claim: of the payer, of the insured
	name, subscriber                *x12.Name
	release, assignment             x12.Code
	paid, due                       decimal.NullDecimal
	unreadPaid, unreadDue           bool
	otherID, authorization, control string
	relationship                    x12.Code
	groupName, groupNumber          string
	number                          string // path of the payer's number of the claim
}

// payerRows lists the payers in the order in which they pay.
func payerRows(c *claim837.Claim, i *claim837.InstitutionalClaim) []payerRow {
	var rows []payerRow
	if s := c.Subscriber; s != nil {
		r := payerRow{
			rank: claimcode.Rank(s.Responsibility), path: "subscriber", insured: "subscriber", name: &s.Payer.Name, subscriber: &s.Name,
			release: c.ReleaseOfInformation, assignment: c.BenefitsAssigned, due: i.EstimatedDue, unreadDue: x12.Unread(c.Rest, "AMT", "F3", 2),
			relationship: relationshipOf(c), groupName: s.GroupName, groupNumber: s.GroupNumber,
			authorization: joined(" ", c.PriorAuthorization, c.Referral), control: c.PayerClaimControlNumber, number: "payerClaimControlNumber",
		}
		r.otherID = spaced(len(s.Payer.BillingProviderIDs), func(k int) string { return s.Payer.BillingProviderIDs[k].ID })
		rows = append(rows, r)
	}
	for k := range c.OtherCoverage {
		o := &c.OtherCoverage[k]
		r := payerRow{
			rank: claimcode.Rank(o.Responsibility), path: jsonx.At("otherCoverage", k, ""), insured: jsonx.At("otherCoverage", k, "subscriber"), name: &o.Payer.Name, subscriber: &o.Subscriber.Name,
			release: o.ReleaseOfInformation, assignment: o.BenefitsAssigned, paid: o.Paid, unreadPaid: x12.Unread(o.Rest, "AMT", "D", 2),
			relationship: o.Relationship, groupName: o.GroupName, groupNumber: o.GroupNumber,
			authorization: joined(" ", o.Payer.PriorAuthorization, o.Payer.Referral), control: o.Payer.ClaimControlNumber,
			number: jsonx.At("otherCoverage", k, "payer.claimControlNumber"),
		}
		if o.Billing != nil {
			r.otherID = spaced(len(o.Billing.SecondaryIDs), func(j int) string { return o.Billing.SecondaryIDs[j].ID })
		}
		rows = append(rows, r)
	}
	slices.SortStableFunc(rows, func(a, b payerRow) int { return unknownLast(a.rank) - unknownLast(b.rank) })
	return rows
}

func unknownLast(rank int) int {
	if rank == 0 {
		return 99
	}
	return rank
}

// payers are the form locators 50 to 64.
func (p *paper) payers(c *claim837.Claim, i *claim837.InstitutionalClaim) {
	rows := payerRows(c, i)
	if len(rows) > 3 {
		p.find(CodeTooMany, "50", rows[3].path, "")
		rows = rows[:3]
	}
	column := func(number, name string, width int, text func(*payerRow) (string, string)) {
		for k := range rows {
			s, path := text(&rows[k])
			p.put(number+"ABC"[k:k+1], name, width, s, path)
		}
	}
	column("50", "payer name", 23, func(r *payerRow) (string, string) { return r.name.Last, r.path + ".payer.name.last" })
	column("51", "health plan id", 15, func(r *payerRow) (string, string) { return r.name.ID, r.path + ".payer.name.id" })
	column("52", "release of information", 1, func(r *payerRow) (string, string) { return string(r.release), "" })
	column("53", "assignment of benefits", 1, func(r *payerRow) (string, string) { return string(r.assignment), "" })
	for k := range rows {
		r := &rows[k]
		p.figure("54"+"ABC"[k:k+1], "prior payments", 11, columnsOf(r.paid), r.unreadPaid, r.path+".paid")
	}
	for k := range rows {
		p.figure("55"+"ABC"[k:k+1], "estimated amount due", 11, columnsOf(rows[k].due), rows[k].unreadDue, "institutional.estimatedDue")
	}
	if b := c.BillingProvider; b != nil && b.Name.IDType == claim837.IDTypeNPI {
		p.put("56", "NPI", 15, b.Name.ID, "billingProvider.name.id")
	}
	column("57", "other provider id", 15, func(r *payerRow) (string, string) { return r.otherID, r.path + ".payer.billingProviderIDs" })
	column("58", "insured's name", 25, func(r *payerRow) (string, string) { return lastFirst(r.subscriber), r.insured + ".name" })
	column("59", "patient's relationship", 2, func(r *payerRow) (string, string) { return string(r.relationship), "" })
	column("60", "insured's id", 20, func(r *payerRow) (string, string) { return r.subscriber.ID, r.insured + ".name.id" })
	column("61", "group name", 14, func(r *payerRow) (string, string) { return r.groupName, r.path + ".groupName" })
	column("62", "group no.", 17, func(r *payerRow) (string, string) { return r.groupNumber, r.path + ".groupNumber" })
	column("63", "treatment authorization", 30, func(r *payerRow) (string, string) { return r.authorization, "priorAuthorization" })
	column("64", "document control number", 26, func(r *payerRow) (string, string) { return r.control, r.number })
}
