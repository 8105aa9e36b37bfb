// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"strings"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/x12"
)

// cardReport prints a card a patient.
type cardReport struct{ textPage }

// labelWidth is how wide the names of what is told are.
const labelWidth = 17

// tell prints something by name, unless it is empty.
func (t *cardReport) tell(label, text string) {
	if text != "" {
		t.wrapped(0, left(label, labelWidth), text)
	}
}

// each prints a list of things under one name.
func (t *cardReport) each(label string, list []string) {
	for _, text := range list {
		t.tell(label, text)
		if text != "" {
			label = ""
		}
	}
}

func (t *cardReport) card(c *benefitCard) error {
	t.gap()
	t.line(0, strings.Repeat("=", textWidth))
	t.head(c)
	t.line(0, strings.Repeat("-", textWidth))
	if c.coverage == nil {
		t.line(0, "NO ANSWER about any patient")
	} else {
		t.status(c)
	}
	t.refusals(c.refusals)
	t.source(c)
	if c.coverage != nil {
		t.coverage(c.coverage)
	}
	t.changes(c)
	t.services(c)
	if c.Unread > 0 {
		t.line(0, "! ", counted(c.Unread, "segment was", "segments were"), " not understood; claimwire validate names what is wrong")
	}
	return t.err()
}

// head says who it is.
func (t *cardReport) head(c *benefitCard) {
	where := fmt.Sprintf("%s, answer %d, set %s", c.File, c.N, c.Set)
	p := c.patient()
	if p == nil {
		t.line(0, where)
		return
	}
	r := c.item.Response
	name := personName(p.Name)
	if name == "" {
		name = "(no name)"
	}
	born := prefixed("born ", p.BirthDate.String())
	t.wrapped(0, "", joined(", ", name, born, sexWords[p.Gender]))
	if s := r.Subscriber; r.Dependent != nil && s != nil {
		relation := ""
		if p.Insured != nil {
			relation = lookup(relationWords, p.Insured.Relationship)
		}
		t.wrapped(0, "", joined(" ", orElse(relation, "dependent"), "of", joined(", ", personName(s.Name), prefixed("member ", s.Name.ID))))
	} else {
		t.wrapped(0, "", prefixed("member ", p.Name.ID))
	}
	places := []string{where}
	for _, tr := range c.traces() {
		if tr.Type == eligibility270.TraceReferenced {
			places = append(places, "your number "+tr.Number)
		}
	}
	t.wrapped(0, "", joined(", ", places...))
}

var sexWords = map[x12.Code]string{"F": "female", "M": "male"}

func orElse(s, other string) string {
	if s != "" {
		return s
	}
	return other
}

// personName is a name as people write it.
func personName(n x12.Name) string { return joined(" ", n.First, n.Middle, n.Last, n.Suffix) }

var dateFromWords = map[string]string{
	dateOfFlag: "", dateOfInquiry: "the day asked about", dateOfReply: "the day that the reply is about",
}

// status says whether the patient is covered.
func (t *cardReport) status(c *benefitCard) {
	text := strings.ToUpper(lookup(statusWords, c.coverage.Status))
	if c.coverage.Status == eligibility270.StatusUnknown {
		text = "COVERAGE NOT STATED"
	}
	if day := c.coverage.Date.String(); day != "" {
		text += " on " + day
	}
	if from := dateFromWords[c.dateFrom]; from != "" {
		text += " (" + from + ")"
	} else if r := c.item.Response; r != nil { // the figures are of the reply's day
		if day := r.DefaultDate(); day != 0 && day != c.date {
			text += " (the reply is about " + day.String() + ")"
		}
	}
	t.line(0, text)
	if q := c.coverage.QMB; q != nil {
		t.wrapped(0, "", joined(", ", strings.ToUpper(q.Words[:len("do not bill the patient")])+q.Words[len("do not bill the patient"):], window(q.Dates)))
	}
}

// refusals are in words: why, and what to do.
func (t *cardReport) refusals(list []eligibility270.Refusal) {
	for i := range list {
		f := &list[i]
		text := f.Words
		if f.EB > 0 {
			text += fmt.Sprintf(" (statement %d)", f.EB)
		}
		t.tell("Refused", text+" [AAA "+string(f.Reason)+", "+f.Loop+"]")
		t.tell("  what to do", joined(", ", f.Advice, prefixed("look at ", placeWords(f.Field))))
	}
}

// source is who answers, and who asked.
func (t *cardReport) source(c *benefitCard) {
	if s := c.item.Source; s != nil {
		t.tell("Answered by", joined(", ", personName(s.Name), prefixed("id ", s.Name.ID)))
		for _, contact := range s.Contacts {
			t.tell("  contact", contactOf(contact))
		}
	}
	if c.coverage == nil && c.item.Receiver != nil {
		n := c.item.Receiver.Name
		t.tell("Asked by", joined(", ", personName(n), prefixed("id ", n.ID)))
	}
}

// coverage is the plans, and who is billed.
func (t *cardReport) coverage(c *eligibility270.Coverage) {
	for i := range c.Plans {
		p := &c.Plans[i]
		status := ""
		if len(c.Plans) > 1 || p.Status != c.Status {
			status = lookup(statusWords, p.Status)
		}
		t.tell("Plan", joined(", ", orElse(planName(p.InsuranceType, p.Name), "name not stated"), status, window(p.Dates)))
		t.tell("", joined(", ", prefixed("plan number ", p.Number), prefixed("group ", joined(" ", p.GroupNumber, p.GroupName)),
			prefixed("policy ", p.PolicyNumber), prefixed("network ", joined(" ", p.NetworkNumber, p.NetworkName))))
		if p.Status == eligibility270.StatusActive {
			t.tell("  not active", serviceNames(servicesWith(p, eligibility270.StatusInactive), ""))
			t.tell("  not covered", serviceNames(servicesWith(p, eligibility270.StatusNotCovered), ""))
		}
	}
	if c.PremiumPaidTo != 0 {
		t.tell("Premium", "paid to "+c.PremiumPaidTo.String())
	}
	if c.Status == eligibility270.StatusActive || len(c.Payers) > 1 {
		for i := range c.Payers {
			label := "Bill"
			if i > 0 {
				label = "  also known"
			}
			t.payer(label, &c.Payers[i])
		}
	}
	for i := range c.Administrators {
		t.payer("Administrator", &c.Administrators[i])
	}
	for i := range c.Providers {
		p := &c.Providers[i]
		text := joined(", ", p.Name, prefixed("id ", p.ID), window(p.Dates), serviceNames(p.Services, "for "))
		if !p.Applies {
			text += ", not on this day"
		}
		t.tell(lookup(careWords, p.Kind), text)
		for _, contact := range p.Contacts {
			t.tell("  contact", contactOf(contact))
		}
	}
	for _, n := range c.Notes {
		if n.Code != eligibility270.NoteQMB { // it stands at the head
			t.tell("Note", n.Words)
		}
	}
	seen := map[string]bool{}
	for _, m := range c.Messages {
		if !seen[m.Text] {
			t.tell("Payer says", quoted(m.Text))
			seen[m.Text] = true
		}
	}
}

var careWords = map[x12.Code]string{
	eligibility270.BenefitPrimaryCare: "Primary care", eligibility270.BenefitRestricted: "Restricted to", eligibility270.BenefitManagedCare: "Coordinator",
}

var orderWords = [...]string{"order not stated", "primary", "secondary", "tertiary"}

// payer is who pays, and by which numbers it knows the patient.
func (t *cardReport) payer(label string, p *eligibility270.Payer) {
	order := ""
	if p.Role != eligibility270.PayerAdministrator && p.Order < len(orderWords) && (p.Applies || p.Order > 0) {
		order = orderWords[p.Order]
	}
	if p.Role == eligibility270.PayerReplacement {
		order = "in place of the payer that answers"
	}
	if !p.Applies {
		order = "not on this day"
		if p.Role == eligibility270.PayerReply {
			order = "do not bill"
		}
	}
	name := orElse(p.Name, orElse(planName(p.InsuranceType, p.Plan), "not named"))
	plan := ""
	if p.Role != eligibility270.PayerReply && p.Name != "" {
		plan = planName(p.InsuranceType, p.Plan)
	}
	t.tell(label, joined(", ", name, order, prefixed("id ", p.ID), plan, prefixed("plan number ", p.PlanNumber), prefixed("member ", p.MemberID), prefixed("policy ", p.PolicyNumber),
		prefixed("group ", p.GroupNumber), prefixed("insured ", p.Insured), serviceNames(p.Services, "for "), window(p.Dates)))
	if p.Role != eligibility270.PayerReply {
		for _, contact := range p.Contacts {
			t.tell("  contact", contactOf(contact))
		}
	}
}

// serviceNames are service types in words after a label; nothing when they are the
// plan as a whole.
func serviceNames(list []x12.Code, label string) string {
	var out []string
	for _, s := range list {
		if s != eligibility270.ServicePlan {
			out = append(out, serviceName(s))
		}
	}
	return prefixed(label, strings.Join(out, ", "))
}

// servicesWith are the service types that have a status in the network of a plan,
// or wherever they are had.
func servicesWith(p *eligibility270.PlanCoverage, status eligibility270.Status) (out []x12.Code) {
	for i := range p.Services {
		if s := &p.Services[i]; s.Status == status && s.Network != eligibility270.AnswerNo {
			out = append(out, s.Type)
		}
	}
	return out
}

// changes are what the payer knows differently.
func (t *cardReport) changes(c *benefitCard) {
	switch c.match {
	case eligibility270.MatchAmbiguous:
		t.tell("Inquiry", "several may be meant: what the payer changed is not known")
	case eligibility270.MatchNone:
		t.tell("Inquiry", "none is about this patient: what the payer changed is not known")
	case eligibility270.MatchedByIdentity:
		t.tell("Inquiry", "found by name and birth date or member id, the number is not given back")
	}
	for i := range c.changes {
		v := &c.changes[i]
		label, text := "Changed", v.Of+"'s "+lookup(changeWords, v.Field)
		switch {
		case v.Field == eligibility270.ChangeUntold:
			text = v.Of + ": the payer says that it changed identifying data; compare what it sent"
		case v.Added:
			label, text = "Added", text+": "+changed(v.Field, v.Answered)
		default:
			text += ": " + orElse(changed(v.Field, v.Asked), "(none)") + " is now " + orElse(changed(v.Field, v.Answered), "(none)")
		}
		t.tell(label, text)
	}
}

// changed is a value that the payer knows differently.
func changed(field eligibility270.ChangeField, v string) string {
	switch field {
	case eligibility270.ChangeRelationship:
		return lookup(relationWords, x12.Code(v))
	case eligibility270.ChangeSex:
		return lookup(sexWords, x12.Code(v))
	}
	return v
}

// unanswered are the inquiries that got no answer.
func (t *cardReport) unanswered(list []*pendingInquiry) error {
	t.gap()
	t.line(0, strings.Repeat("=", textWidth))
	t.line(0, "NO ANSWER to ", counted(len(list), "inquiry", "inquiries"))
	for _, q := range list {
		who := ""
		if p := q.Patient(); p != nil {
			who = joined(", ", personName(p.Name), prefixed("born ", p.BirthDate.String()))
		}
		t.wrapped(2, left(fmt.Sprint(q.n), 6), joined(", ", prefixed("number ", q.number()), who))
	}
	return t.err()
}
