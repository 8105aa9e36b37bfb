// SPDX-License-Identifier: Apache-2.0

package form

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// The boxes of a CMS-1500 about the condition and the claim as a whole.

// formDate is a date with its qualifier.
type formDate struct {
	date      x12.Date
	qualifier string
	path      string
}

// firstDate fills a box with the first of the dates that is there, and reports
// the others.
func (p *paper) firstDate(number, name string, dates []formDate) {
	shown := false
	for _, d := range dates {
		switch {
		case d.date == 0:
		case shown:
			p.find(CodeTooMany, number, d.path, "")
		default:
			p.put(number, name, 8, mmddyy(d.date), d.path)
			p.put(number, "qualifier", 3, d.qualifier, "")
			shown = true
		}
	}
}

// circumstances are the boxes 14 to 23.
func (p *paper) circumstances(c *claim837.Claim) {
	p.firstDate("14", "date of illness, injury or pregnancy", []formDate{
		{c.Onset, "431", "onset"}, {c.LastMenstrualPeriod, "484", "lastMenstrualPeriod"},
	})
	p.firstDate("15", "other date", []formDate{
		{c.Accident, "439", "accident"}, {c.InitialTreatment, "454", "initialTreatment"}, {c.LastSeen, "304", "lastSeen"},
		{c.AcuteManifestation, "453", "acuteManifestation"}, {c.LastXRay, "455", "lastXRay"}, {c.Prescription, "471", "prescription"},
		{c.AssumedCare, "090", "assumedCare"}, {c.RelinquishedCare, "091", "relinquishedCare"}, {c.FirstContact, "444", "firstContact"},
	})
	from, to := c.Disability.From, c.Disability.To
	if c.Disability.IsZero() {
		from, to = c.DisabilityFrom.From, c.DisabilityTo.From
	}
	p.put("16", "unable to work: from", 8, mmddyy(from), "disability")
	p.put("16", "unable to work: to", 8, mmddyy(to), "disability")
	p.sender(c)
	p.put("18", "hospitalization: from", 8, mmddyy(c.Admission), "admission")
	p.put("18", "hospitalization: to", 8, mmddyy(c.Discharge), "discharge")
	p.information(c)
	p.outsideLab(c)
	p.diagnoses1500(c)
	if c.Frequency != "" && c.Frequency != claim837.FrequencyOriginal {
		p.put("22", "resubmission code", 11, string(c.Frequency), "frequency")
	}
	p.put("22", "original reference no.", 18, c.PayerClaimControlNumber, "payerClaimControlNumber")
	shown := false
	for _, n := range [...]struct{ id, path string }{
		{c.PriorAuthorization, "priorAuthorization"}, {c.Referral, "referral"}, {c.CLIA, "clia"},
		{c.MammographyCertification, "mammographyCertification"}, {c.CarePlanOversight, "carePlanOversight"}, {joined(" ", c.DeviceExemptions...), "deviceExemptions"},
	} {
		switch {
		case n.id == "":
		case shown:
			p.find(CodeTooMany, "23", n.path, "")
		default:
			p.put("23", "prior authorization number", 29, n.id, n.path)
			shown = true
		}
	}
}

// sender is box 17: who referred, ordered or supervised, in this order.
func (p *paper) sender(c *claim837.Claim) {
	type role struct {
		qualifier string
		name      *x12.Name
		ids       []claim837.SecondaryID
		path      string
	}
	var roles []role
	add := func(qualifier string, q *claim837.Provider, path string) {
		if q != nil {
			roles = append(roles, role{qualifier, &q.Name, q.SecondaryIDs, path})
		}
	}
	add("DN", c.Referring, "referring")
	ordering := map[x12.Name]bool{}
	for i := range c.Lines {
		if o := c.Lines[i].Ordering; o != nil && !ordering[o.Name] {
			ordering[o.Name] = true
			roles = append(roles, role{"DK", &o.Name, o.SecondaryIDs, jsonx.At("lines", i, "ordering")})
		}
	}
	add("DQ", c.Supervising, "supervising")
	for i, r := range roles {
		if i > 0 {
			p.find(CodeTooMany, "17", r.path, "")
			continue
		}
		p.put("17", "qualifier", 2, r.qualifier, "")
		p.put("17", "referring, ordering or supervising provider", 24, firstLast(r.name), r.path+".name")
		p.fill(len(r.ids), 1, "17a", r.path+".secondaryIDs", func(k int) {
			p.put("17a", "qualifier", 2, string(r.ids[k].Qualifier), "")
			p.put("17a", "other id", 17, r.ids[k].ID, jsonx.At(r.path+".secondaryIDs", k, "id"))
		})
		if r.name.IDType == claim837.IDTypeNPI {
			p.put("17b", "NPI", 10, r.name.ID, r.path+".name.id")
		}
	}
}

// information is box 19: the note, then each attachment as PWK, its kind, how it
// travels and its number, three blanks apart.
func (p *paper) information(c *claim837.Claim) {
	var texts []string
	path := "notes"
	add := func(s, at string) {
		if len(texts) == 0 {
			path = at
		}
		if s != "" {
			texts = append(texts, s)
		}
	}
	for i := range c.Notes {
		add(c.Notes[i].Text, "notes")
	}
	for i := range c.Attachments {
		a := &c.Attachments[i]
		add("PWK"+string(a.Type)+string(a.Transmission)+a.ControlNumber, "attachments")
	}
	for _, s := range c.FileInformation {
		add(s, "fileInformation")
	}
	p.put("19", "additional claim information", 71, strings.Join(texts, "   "), path)
}

func (p *paper) outsideLab(c *claim837.Claim) {
	bought := slices.DeleteFunc(indexes(len(c.Lines)), func(i int) bool { return c.Lines[i].PurchasedService == nil })
	p.tick("20", "outside lab: YES", len(bought) > 0)
	p.tick("20", "outside lab: NO", len(bought) == 0)
	for k, i := range bought {
		path := jsonx.At("lines", i, "purchasedService.charge")
		if k > 0 {
			p.find(CodeTooMany, "20", path, "")
			continue
		}
		p.amount("20", "charges", 11, c.Lines[i].PurchasedService.Charge, x12.Unread(c.Lines[i].Rest, "PS1", "", 2), path)
	}
}

func indexes(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// letters are the names of the diagnoses on the CMS-1500.
const letters = "ABCDEFGHIJKL"

func (p *paper) diagnoses1500(c *claim837.Claim) {
	if len(c.Diagnoses) > 0 {
		version := "0"
		if claimcode.IsICD9(c.Diagnoses[0].Qualifier) {
			version = "9"
		}
		p.put("21", "ICD ind.", 1, version, "")
	}
	p.fill(len(c.Diagnoses), len(letters), "21", "diagnoses", func(i int) {
		p.put("21", letters[i:i+1], 8, c.Diagnoses[i].Value, jsonx.At("diagnoses", i, "value"))
	})
}
