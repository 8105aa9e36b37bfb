// SPDX-License-Identifier: Apache-2.0

package form

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Form is a claim as a paper form shows it: what stands in which box, not
// how it is drawn. CMS1500 and UB04 make it.
type Form struct {
	Name  string // "CMS-1500 (02/12)" or "UB-04 (CMS-1450)"
	Claim string // Claim.ID
	Pages []Page
}

// Page is one sheet. All sheets of a claim are alike but for their lines
// and the total, which stands on the last.
type Page struct {
	Number int   // from 1
	Boxes  []Box // those that are filled, in the order of the form
}

// Box is one entry of a sheet.
type Box struct {
	Number string // as printed on the form: "24D", "67A"; "carrier" for the address at the top of a CMS-1500
	Row    int    // the line of a table, from 1; 0 when the box is in none
	Name   string // which part of the box
	Text   string // what is printed: dates and amounts in the form's columns, no longer than the box
}

// Box returns what stands in all parts of a box on a page, one part a line;
// row 0 takes the rows of a table together.
func (p *Page) Box(number string, row int) string {
	var parts []string
	for i := range p.Boxes {
		if b := &p.Boxes[i]; b.Number == number && (row == 0 || b.Row == row) {
			parts = append(parts, b.Text)
		}
	}
	return strings.Join(parts, "\n")
}

// MarshalJSON writes the fields that are set, with keys in camelCase.
func (f Form) MarshalJSON() ([]byte, error) { return jsonx.Marshal(f) }

// UnmarshalJSON reads the form of MarshalJSON.
func (f *Form) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, f) }

// Codes of what making a paper form of a claim finds.
const (
	CodeTooLong x12.IssueCode = "form-too-long"
	CodeTooMany x12.IssueCode = "form-too-many"
	CodeNoBox   x12.IssueCode = "form-no-box"
	CodeNone    x12.IssueCode = "form-none"
	// CodeUnread is an amount or a count that the file has and that could not be read.
	CodeUnread x12.IssueCode = "form-unreadable"
)

var issues = []x12.IssueInfo{
	{Code: CodeTooLong, Severity: x12.Warning, Text: "the text is longer than the box and is cut", Fix: "shorten it, or send the claim electronically"},
	{Code: CodeTooMany, Severity: x12.Warning, Text: "there are more values than boxes; those that are left over are not shown", Fix: "send the claim electronically"},
	{Code: CodeNoBox, Severity: x12.Warning, Text: "the form has no box for this", Fix: "attach it, or send the claim electronically"},
	{Code: CodeUnread, Severity: x12.Error, Text: "the amount or count could not be read", Fix: "correct it in the file; claimwire validate says what is wrong with it"},
	{Code: CodeNone, Severity: x12.Error, Text: "there is no such paper form of a claim of this kind", Fix: "a professional claim has the CMS-1500, an institutional one the UB-04"},
}

// Issues returns what making a paper form can find.
func Issues() []x12.IssueInfo { return slices.Clone(issues) }

// Of returns the claim as the paper form of its kind, and what does not fit.
// A dental claim has none: the form is nil, and the finding says so.
func Of(c *claim837.Claim) (*Form, []x12.Issue) {
	if c != nil && c.Kind == claim837.Institutional {
		return UB04(c)
	}
	return CMS1500(c)
}

// paper fills a form.
type paper struct {
	boxes  []Box // since take
	row    int   // of the boxes that follow
	issues []x12.Issue
}

// put fills a box of the given width in characters; empty text fills none.
func (p *paper) put(number, name string, width int, text, path string) {
	if text = strings.ToUpper(strings.TrimSpace(text)); text == "" {
		return
	}
	if utf8.RuneCountInString(text) > width {
		p.find(CodeTooLong, number, path, text)
		text = strings.TrimSpace(string([]rune(text)[:width]))
	}
	p.boxes = append(p.boxes, Box{Number: number, Row: p.row, Name: name, Text: text})
}

// unreadable stands in a box, or a part of it, whose figure could not be read.
const unreadable = "UNREADABLE"

// amount fills a box with an amount, or says that it could not be read.
func (p *paper) amount(number, name string, width int, d decimal.Decimal, unread bool, path string) {
	p.figure(number, name, width, columns(d), unread, path)
}

// figure fills a box with an amount or a count as text, or says that it could not be
// read: the zero of the model must not be taken for one.
func (p *paper) figure(number, name string, width int, text string, unread bool, path string) {
	if !unread {
		p.put(number, name, width, text, path)
		return
	}
	p.find(CodeUnread, number, path, "")
	p.unreadable(number, name)
}

// unreadable says of a box that a figure it is made of could not be read.
func (p *paper) unreadable(number, name string) {
	p.boxes = append(p.boxes, Box{Number: number, Row: p.row, Name: name, Text: unreadable})
}

// quantity is how much of a drug was given, with its unit.
func (p *paper) quantity(d *claim837.Drug, number, path string) string {
	if x12.Unread(d.Rest, "CTP", "", 4) {
		p.find(CodeUnread, number, path, "")
		return " " + unreadable
	}
	return string(d.Unit) + d.Quantity.String()
}

// tick marks a box.
func (p *paper) tick(number, name string, on bool) {
	if on {
		p.put(number, name, 1, "X", "")
	}
}

// take returns what was filled since it was last called.
func (p *paper) take() []Box {
	b := p.boxes
	p.boxes = nil
	return b
}

func (p *paper) find(code x12.IssueCode, box, path, value string) {
	i := x12.Issue{Code: code, Path: path, Value: value}
	for k := range issues {
		if row := &issues[k]; row.Code == code {
			i.Severity, i.Detail = row.Severity, row.Text+"; "+row.Fix
		}
	}
	if box != "" {
		i.Detail = "box " + box + ": " + i.Detail
	}
	p.issues = append(p.issues, i)
}

// noBox reports what the form cannot show.
func (p *paper) noBox(there bool, path string) {
	if there {
		p.find(CodeNoBox, "", path, "")
	}
}

// decisions reports, once, that the form does not show why other payers paid
// less than was charged.
func (p *paper) decisions(c *claim837.Claim) {
	for i := range c.OtherCoverage {
		if len(c.OtherCoverage[i].Adjustments) > 0 {
			p.noBox(true, jsonx.At("otherCoverage", i, "adjustments"))
			return
		}
	}
	for i := range c.Lines {
		if len(c.Lines[i].Adjudications) > 0 {
			p.noBox(true, jsonx.At("lines", i, "adjudications"))
			return
		}
	}
	for i := range c.OtherCoverage {
		o := &c.OtherCoverage[i]
		for _, f := range [...]struct {
			there bool
			field string
		}{
			{o.NonCovered.Valid, "nonCovered"}, {o.PatientLiability.Valid, "patientLiability"}, {o.Inpatient != nil, "inpatient"},
			{o.Outpatient != nil, "outpatient"}, {o.Payer.PaidDate != 0, "payer.paidDate"}, {o.Payer.Adjusted, "payer.adjusted"},
		} {
			if f.there {
				p.noBox(true, jsonx.At("otherCoverage", i, f.field))
				return
			}
		}
	}
}

// noForm is the answer for a claim of another kind.
func noForm(c *claim837.Claim) (*Form, []x12.Issue) {
	var p paper
	p.find(CodeNone, "", "kind", c.Kind.String())
	return nil, p.issues
}

// fill adds n values to boxes that fill names, and reports the first left over.
func (p *paper) fill(n, boxes int, box, path string, fill func(int)) {
	for i := range min(n, boxes) {
		fill(i)
	}
	if n > boxes {
		p.find(CodeTooMany, box, jsonx.At(path, boxes, ""), "")
	}
}

// mmddyyyy is a date in the columns of a form, "01 05 2026"; "" for none.
func mmddyyyy(d x12.Date) string {
	if d == 0 {
		return ""
	}
	s := d.String() // 2026-01-05
	return s[5:7] + " " + s[8:10] + " " + s[:4]
}

// mmddyy is "01 05 26".
func mmddyy(d x12.Date) string {
	s := mmddyyyy(d)
	if s == "" {
		return ""
	}
	return s[:6] + s[8:]
}

// columns is an amount in the columns of dollars and cents, "150 00".
func columns(d decimal.Decimal) string {
	return strings.Replace(d.StringFixed(2), ".", " ", 1)
}

func columnsOf(d decimal.NullDecimal) string {
	if !d.Valid {
		return ""
	}
	return columns(d.Decimal)
}

// lastFirst is a name as "DOE JR, JANE, A".
func lastFirst(n *x12.Name) string {
	last := n.Last
	if n.Suffix != "" {
		last += " " + n.Suffix
	}
	return joined(", ", last, n.First, n.Middle)
}

// firstLast is a name as "JANE A DOE JR".
func firstLast(n *x12.Name) string { return joined(" ", n.First, n.Middle, n.Last, n.Suffix) }

// joined joins what is not empty.
func joined(sep string, parts ...string) string {
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.Join(parts, sep)
}

// spaced joins n texts with a blank between them.
func spaced(n int, text func(int) string) string {
	parts := make([]string, n)
	for i := range parts {
		parts[i] = text(i)
	}
	return joined(" ", parts...)
}

// streets is both lines of an address in one.
func streets(a *x12.Address) string { return joined(" ", a.Line1, a.Line2) }

// zipText is a ZIP with its hyphen; other postal codes as they are.
func zipText(a *x12.Address) string {
	if plain.InUS(a) && plain.AllDigits(a.Zip, 9) {
		return a.Zip[:5] + "-" + a.Zip[5:]
	}
	return a.Zip
}

// cityLine is city, state, ZIP and a foreign country.
func cityLine(a *x12.Address) string {
	state := a.State
	if state == "" {
		state = a.Subdivision
	}
	country := a.Country
	if country == "US" {
		country = ""
	}
	return joined(" ", a.City, state, zipText(a), country)
}

// telephone is the first telephone number of the contacts.
func telephone(contacts ...*x12.Contact) string {
	for _, c := range contacts {
		if c == nil {
			continue
		}
		for _, n := range c.Numbers {
			if n.Type == "TE" {
				return n.Number
			}
		}
	}
	return ""
}

// phoneColumns is a telephone number as "512 5550100".
func phoneColumns(s string) string {
	if !plain.AllDigits(s, 10) {
		return s
	}
	return s[:3] + " " + s[3:]
}
