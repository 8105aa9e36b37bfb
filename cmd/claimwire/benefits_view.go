// SPDX-License-Identifier: Apache-2.0

package main

import (
	"slices"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/x12"
)

// Where the day of a card is from.
const (
	dateOfFlag    = "flag"
	dateOfInquiry = "inquiry"
	dateOfReply   = "reply"
)

// benefitCard is what is printed of one patient, or of a refusal without one.
type benefitCard struct {
	File   string
	N      int // in its file
	Set    string
	Unread int // segments that could not be read

	item     *eligibility270.Item
	match    eligibility270.MatchedBy // empty without -inquiry
	inquiry  *eligibility270.Inquiry
	date     x12.Date
	dateFrom string
	answers  *eligibility270.Answers
	coverage *eligibility270.Coverage // nil without a patient
	refusals []eligibility270.Refusal
	changes  []eligibility270.Change
	services []serviceAnswer
	others   []otherServices
}

// serviceAnswer is what is said about a service, in the network or out of it.
type serviceAnswer struct {
	Query    eligibility270.Query
	Benefits *eligibility270.BenefitAnswer
	Estimate *eligibility270.Estimate
}

// answer finds what is said about the services.
func (c *benefitCard) answer(ask benefitsOptions) error {
	r := c.item.Response
	networks := []x12.Code{eligibility270.AnswerYes}
	if slices.ContainsFunc(r.Benefits, func(b eligibility270.Benefit) bool { return b.Network == eligibility270.AnswerNo }) {
		networks = append(networks, eligibility270.AnswerNo)
	}
	for _, q := range c.queries(ask) {
		for _, network := range networks {
			q.Network, q.Date = network, c.date
			s := serviceAnswer{Query: q, Benefits: c.answers.Benefits(q)}
			if ask.allowed.Valid {
				e, err := c.answers.Estimate(q, ask.allowed.Decimal, nil)
				if err != nil {
					return err
				}
				s.Estimate = e
			}
			c.services = append(c.services, s)
		}
	}
	if len(ask.services) == 0 {
		c.others = c.otherServices()
	}
	return nil
}

// queries are the services to tell about: those of the flag, else those that were
// asked about, else the plan as a whole.
func (c *benefitCard) queries(ask benefitsOptions) []eligibility270.Query {
	var out []eligibility270.Query
	add := func(q eligibility270.Query) {
		if !slices.Contains(out, q) {
			out = append(out, q)
		}
	}
	for _, t := range ask.services {
		add(eligibility270.Query{ServiceType: t})
	}
	if len(out) == 0 && c.inquiry != nil {
		for i := range c.inquiry.Questions {
			q := &c.inquiry.Questions[i]
			for _, t := range q.ServiceTypes {
				add(eligibility270.Query{ServiceType: t, PlaceOfService: q.PlaceOfService})
			}
			if q.Procedure != nil {
				add(eligibility270.Query{ServiceType: eligibility270.ServicePlan, Procedure: q.Procedure.Code, PlaceOfService: q.PlaceOfService})
			}
		}
	}
	if len(out) == 0 {
		add(eligibility270.Query{ServiceType: eligibility270.ServicePlan})
	}
	return out
}

// otherServices are service types that the payer tells about unasked and says the
// same of.
type otherServices struct {
	Types []x12.Code
	Words string // what is said, in the network
}

// manyPlans is how many plans make it too long to look through all of them for each
// service type.
const manyPlans = 64

// otherServices finds the service types that the reply names and that no section
// of the card is about.
func (c *benefitCard) otherServices() []otherServices {
	var out []otherServices
	seen, same := map[x12.Code]bool{}, map[string]int{}
	for i := range c.services {
		seen[c.services[i].Query.ServiceType] = true
	}
	for _, t := range c.answers.ServiceTypes() {
		if seen[t] {
			continue
		}
		stated := c.answers.Stated(eligibility270.Query{ServiceType: t})
		status := stated.Status
		if len(c.coverage.Plans) < manyPlans {
			status = c.coverage.Service(t)
		} else if len(stated.Plans) == 0 {
			continue // another payer's, or somebody's to ask
		}
		words := briefly(stated, status, len(c.coverage.Plans) > 1)
		at, ok := same[words]
		if !ok {
			at = len(out)
			same[words] = at
			out = append(out, otherServices{Words: words})
		}
		out[at].Types = append(out[at].Types, t)
	}
	return out
}

// patient returns who a card is about; nil for a refusal without a patient.
func (c *benefitCard) patient() *eligibility270.Member {
	if c.item.Response == nil {
		return nil
	}
	return c.item.Response.Patient()
}

// traces are the numbers that the payer gives back, and its own.
func (c *benefitCard) traces() []eligibility270.Trace {
	if c.item.Response == nil {
		return nil
	}
	return c.item.Response.Traces
}
