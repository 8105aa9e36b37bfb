// SPDX-License-Identifier: Apache-2.0

package card

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/internal/textpage"
	"github.com/claimwire/claimwire/x12"
)

// textCards prints a card a patient.
type textCards struct{ *textpage.Page }

func newTextCards(w *bufio.Writer) *textCards { return &textCards{textpage.New(w)} }

// labelWidth is how wide the names of what is told are.
const labelWidth = 17

// tell prints something by name, unless it is empty.
func (t *textCards) tell(label, text string) {
	if text != "" {
		t.Wrapped(0, textpage.Left(label, labelWidth), text)
	}
}

// each prints a list of things under one name.
func (t *textCards) each(label string, list []string) {
	for _, text := range list {
		t.tell(label, text)
		if text != "" {
			label = ""
		}
	}
}

func (t *textCards) card(c *Card) error {
	t.Gap()
	t.Rule("=")
	t.head(c)
	t.Rule("-")
	if c.Coverage == nil {
		t.Line(0, "NO ANSWER about any patient")
	} else {
		t.status(c)
	}
	t.refusals(c.Refusals)
	t.source(c)
	if c.Coverage != nil {
		t.coverage(c.Coverage)
	}
	t.changes(c)
	t.services(c)
	if c.NotRead > 0 {
		t.Line(0, "! ", textpage.Counted(c.NotRead, "segment was", "segments were"), " not understood; claimwire validate names what is wrong")
	}
	return t.Err()
}

// head says who it is.
func (t *textCards) head(c *Card) {
	where := textpage.Join(", ", c.Source, "answer "+strconv.Itoa(c.N), textpage.Prefix("set ", c.Set))
	p := c.Patient()
	if p == nil {
		t.Line(0, where)
		return
	}
	r := c.Response
	name := p.Name.String()
	if name == "" {
		name = "(no name)"
	}
	born := textpage.Prefix("born ", p.BirthDate.String())
	t.Wrapped(0, "", textpage.Join(", ", name, born, eligibility270.Meaning(eligibility270.CodesSex, p.Gender)))
	if s := r.Subscriber; r.Dependent != nil && s != nil {
		relation := ""
		if p.Insured != nil {
			relation = meaning(eligibility270.CodesRelationship, p.Insured.Relationship)
		}
		t.Wrapped(0, "", textpage.Join(" ", textpage.Or(relation, "dependent"), "of", textpage.Join(", ", s.Name.String(), textpage.Prefix("member ", s.Name.ID))))
	} else {
		t.Wrapped(0, "", textpage.Prefix("member ", p.Name.ID))
	}
	places := []string{where}
	for _, tr := range c.traces() {
		if tr.Type == eligibility270.TraceReferenced {
			places = append(places, "your number "+tr.Number)
		}
	}
	t.Wrapped(0, "", textpage.Join(", ", places...))
}

var dateFromWords = map[DateSource]string{
	DateAsked: "", DateOfInquiry: "the day asked about", DateOfReply: "the day that the reply is about",
}

// status says whether the patient is covered.
func (t *textCards) status(c *Card) {
	text := strings.ToUpper(c.Coverage.Status.Words())
	if c.Coverage.Status == eligibility270.StatusUnknown {
		text = "COVERAGE NOT STATED"
	}
	if day := c.Coverage.Date.String(); day != "" {
		text += " on " + day
	}
	if from := dateFromWords[c.DateFrom]; from != "" {
		text += " (" + from + ")"
	} else if r := c.Response; r != nil { // the figures are of the reply's day
		if day := r.DefaultDate(); day != 0 && day != c.Date {
			text += " (the reply is about " + day.String() + ")"
		}
	}
	t.Line(0, text)
	if q := c.Coverage.QMB; q != nil {
		t.Wrapped(0, "", textpage.Join(", ", strings.ToUpper(q.Words[:len("do not bill the patient")])+q.Words[len("do not bill the patient"):], window(q.Dates)))
	}
}

// refusals are in words: why, and what to do.
func (t *textCards) refusals(list []eligibility270.Refusal) {
	for i := range list {
		f := &list[i]
		text := f.Words
		if f.EB > 0 {
			text += fmt.Sprintf(" (statement %d)", f.EB)
		}
		t.tell("Refused", text+" [AAA "+string(f.Reason)+", "+f.Loop+"]")
		t.tell("  what to do", textpage.Join(", ", f.Advice, textpage.Prefix("look at ", placeWords(f.Field))))
	}
}

// source is who answers, and who asked.
func (t *textCards) source(c *Card) {
	if s := c.Payer; s != nil {
		t.tell("Answered by", textpage.Join(", ", s.Name.String(), textpage.Prefix("id ", s.Name.ID)))
		for _, contact := range s.Contacts {
			t.tell("  contact", contact.String())
		}
	}
	if c.Coverage == nil && c.Receiver != nil {
		n := c.Receiver.Name
		t.tell("Asked by", textpage.Join(", ", n.String(), textpage.Prefix("id ", n.ID)))
	}
}

// coverage is the plans, and who is billed.
func (t *textCards) coverage(c *eligibility270.Coverage) {
	for i := range c.Plans {
		p := &c.Plans[i]
		status := ""
		if len(c.Plans) > 1 || p.Status != c.Status {
			status = p.Status.Words()
		}
		t.tell("Plan", textpage.Join(", ", textpage.Or(planName(p.InsuranceType, p.Name), "name not stated"), status, window(p.Dates)))
		t.tell("", textpage.Join(", ", textpage.Prefix("plan number ", p.Number), textpage.Prefix("group ", textpage.Join(" ", p.GroupNumber, p.GroupName)),
			textpage.Prefix("policy ", p.PolicyNumber), textpage.Prefix("network ", textpage.Join(" ", p.NetworkNumber, p.NetworkName))))
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
		text := textpage.Join(", ", p.Name, textpage.Prefix("id ", p.ID), window(p.Dates), serviceNames(p.Services, "for "))
		if !p.Applies {
			text += ", not on this day"
		}
		t.tell(lookup(careWords, p.Kind), text)
		for _, contact := range p.Contacts {
			t.tell("  contact", contact.String())
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
func (t *textCards) payer(label string, p *eligibility270.Payer) {
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
	name := textpage.Or(p.Name, textpage.Or(planName(p.InsuranceType, p.Plan), "not named"))
	plan := ""
	if p.Role != eligibility270.PayerReply && p.Name != "" {
		plan = planName(p.InsuranceType, p.Plan)
	}
	t.tell(label, textpage.Join(", ", name, order, textpage.Prefix("id ", p.ID), plan, textpage.Prefix("plan number ", p.PlanNumber), textpage.Prefix("member ", p.MemberID), textpage.Prefix("policy ", p.PolicyNumber),
		textpage.Prefix("group ", p.GroupNumber), textpage.Prefix("insured ", p.Insured), serviceNames(p.Services, "for "), window(p.Dates)))
	if p.Role != eligibility270.PayerReply {
		for _, contact := range p.Contacts {
			t.tell("  contact", contact.String())
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
	return textpage.Prefix(label, strings.Join(out, ", "))
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
func (t *textCards) changes(c *Card) {
	switch c.Matched {
	case eligibility270.MatchAmbiguous:
		t.tell("Inquiry", "several may be meant: what the payer changed is not known")
	case eligibility270.MatchNone:
		t.tell("Inquiry", "none is about this patient: what the payer changed is not known")
	case eligibility270.MatchedByIdentity:
		t.tell("Inquiry", "found by name and birth date or member id, the number is not given back")
	}
	for i := range c.Changes {
		v := &c.Changes[i]
		label, text := "Changed", v.Of+"'s "+v.Field.Words()
		switch {
		case v.Field == eligibility270.ChangeUntold:
			text = v.Of + ": the payer says that it changed identifying data; compare what it sent"
		case v.Added:
			label, text = "Added", text+": "+changed(v.Field, v.Answered)
		default:
			text += ": " + textpage.Or(changed(v.Field, v.Asked), "(none)") + " is now " + textpage.Or(changed(v.Field, v.Answered), "(none)")
		}
		t.tell(label, text)
	}
}

// changed is a value that the payer knows differently.
func changed(field eligibility270.ChangeField, v string) string {
	switch field {
	case eligibility270.ChangeRelationship:
		return meaning(eligibility270.CodesRelationship, x12.Code(v))
	case eligibility270.ChangeSex:
		return meaning(eligibility270.CodesSex, x12.Code(v))
	}
	return v
}

// unanswered are the inquiries that got no answer.
func (t *textCards) unanswered(list []*Pending) error {
	t.Gap()
	t.Rule("=")
	t.Line(0, "NO ANSWER to ", textpage.Counted(len(list), "inquiry", "inquiries"))
	for _, q := range list {
		who := ""
		if p := q.Inquiry.Patient(); p != nil {
			who = textpage.Join(", ", p.Name.String(), textpage.Prefix("born ", p.BirthDate.String()))
		}
		t.Wrapped(2, textpage.Left(fmt.Sprint(q.N), 6), textpage.Join(", ", textpage.Prefix("number ", q.number()), who))
	}
	return t.Err()
}
