// SPDX-License-Identifier: Apache-2.0

package card

import (
	"errors"
	"slices"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/x12"
)

// Card is what is said about one patient, or a refusal that names none. Amounts
// are dollars.
type Card struct {
	Source  string // the file or stream that it was read from
	N       int    // which card of it, from 1
	Set     string // ST02
	At      eligibility270.At
	NotRead int // segments before its end, and after the card before, that could not be read as they should be

	Response *eligibility270.Response // nil for a refusal that names no patient
	Payer    *eligibility270.Source   // who answers
	Receiver *eligibility270.Receiver // who has asked

	Inquiry  *eligibility270.Inquiry  // that is answered, from Options.Inquiries; nil when there are none, or none is about the patient
	Matched  eligibility270.MatchedBy // how the inquiry was found; empty without Options.Inquiries
	Date     x12.Date                 // the day that the card is about
	DateFrom DateSource

	Coverage *eligibility270.Coverage // nil without a patient
	Refusals []eligibility270.Refusal
	Changes  []eligibility270.Change // what the payer knows differently
	Services []Service               // what is said about the services asked about
	Others   []OtherServices         // what is said besides

	answers *eligibility270.Answers
}

// DateSource says where the day of a card is from.
type DateSource string

// Where the day of a card is from.
const (
	DateAsked     DateSource = "flag"    // Options.Date
	DateOfInquiry DateSource = "inquiry" // the day asked about
	DateOfReply   DateSource = "reply"   // the day that the reply is about
)

// Service is what is said about a service, in the network or out of it.
type Service struct {
	Query    eligibility270.Query
	Benefits *eligibility270.BenefitAnswer
	Estimate *eligibility270.Estimate // nil without Options.Allowed
}

// OtherServices are service types that the payer tells about unasked and says the
// same of.
type OtherServices struct {
	Types []x12.Code
	Words string // what is said, in the network
}

// New returns the card of a response. Nil options are the defaults. The card
// points into the response. The error is that of an estimate.
func New(r *eligibility270.Response, o *Options) (*Card, error) {
	if r == nil {
		return nil, errors.New("card: the response is nil; give what an eligibility270.Reader gave")
	}
	if o == nil {
		o = new(Options)
	}
	c := &Card{At: r.At, Response: r, Payer: r.Source, Receiver: r.Receiver, N: 1}
	if o.Inquiries != nil {
		c.Inquiry, c.Matched = o.Inquiries.match(r)
	}
	c.Changes = r.Changes(c.Inquiry)
	c.Date, c.DateFrom = o.Date, DateAsked
	if c.Date == 0 && c.Inquiry != nil {
		c.Date, c.DateFrom = c.Inquiry.AskedDate(), DateOfInquiry
	}
	if c.Date == 0 {
		c.Date, c.DateFrom = r.DefaultDate(), DateOfReply
	}
	c.answers = r.Answers(c.Date)
	c.Coverage = c.answers.Coverage()
	c.Refusals = c.Coverage.Refusals
	if c.Coverage.Status == eligibility270.StatusNotVerified {
		return c, nil
	}
	return c, c.answer(o)
}

// refused returns the card of a refusal that names no patient.
func refused(it *eligibility270.Item) *Card {
	return &Card{At: it.At, Payer: it.Source, Receiver: it.Receiver, Refusals: it.Refusals()}
}

// answer finds what is said about the services.
func (c *Card) answer(o *Options) error {
	r := c.Response
	networks := []x12.Code{eligibility270.AnswerYes}
	if slices.ContainsFunc(r.Benefits, func(b eligibility270.Benefit) bool { return b.Network == eligibility270.AnswerNo }) {
		networks = append(networks, eligibility270.AnswerNo)
	}
	for _, q := range c.queries(o) {
		for _, network := range networks {
			q.Network, q.Date = network, c.Date
			s := Service{Query: q, Benefits: c.answers.Benefits(q)}
			if o.Allowed.Valid {
				e, err := c.answers.Estimate(q, o.Allowed.Decimal, nil)
				if err != nil {
					return err
				}
				s.Estimate = e
			}
			c.Services = append(c.Services, s)
		}
	}
	if len(o.Services) == 0 {
		c.Others = c.otherServices()
	}
	return nil
}

// queries are the services to tell about: those of the options, else those that were
// asked about, else the plan as a whole.
func (c *Card) queries(o *Options) []eligibility270.Query {
	var out []eligibility270.Query
	add := func(q eligibility270.Query) {
		if !slices.Contains(out, q) {
			out = append(out, q)
		}
	}
	for _, t := range o.Services {
		add(eligibility270.Query{ServiceType: t})
	}
	if len(out) == 0 && c.Inquiry != nil {
		for i := range c.Inquiry.Questions {
			q := &c.Inquiry.Questions[i]
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

// manyPlans is how many plans make it too long to look through all of them for each
// service type.
const manyPlans = 64

// otherServices finds the service types that the reply names and that no section
// of the card is about.
func (c *Card) otherServices() []OtherServices {
	var out []OtherServices
	seen, same := map[x12.Code]bool{}, map[string]int{}
	for i := range c.Services {
		seen[c.Services[i].Query.ServiceType] = true
	}
	for _, t := range c.answers.ServiceTypes() {
		if seen[t] {
			continue
		}
		stated := c.answers.Stated(eligibility270.Query{ServiceType: t})
		status := stated.Status
		if len(c.Coverage.Plans) < manyPlans {
			status = c.Coverage.Service(t)
		} else if len(stated.Plans) == 0 {
			continue // another payer's, or somebody's to ask
		}
		words := briefly(stated, status, len(c.Coverage.Plans) > 1)
		at, ok := same[words]
		if !ok {
			at = len(out)
			same[words] = at
			out = append(out, OtherServices{Words: words})
		}
		out[at].Types = append(out[at].Types, t)
	}
	return out
}

// Patient returns who a card is about; nil for a refusal without a patient.
func (c *Card) Patient() *eligibility270.Member {
	if c == nil || c.Response == nil {
		return nil
	}
	return c.Response.Patient()
}

// traces are the numbers that the payer gives back, and its own.
func (c *Card) traces() []eligibility270.Trace {
	if c == nil || c.Response == nil {
		return nil
	}
	return c.Response.Traces
}
