// SPDX-License-Identifier: Apache-2.0

package eligibility270

import "github.com/claimwire/claimwire/x12"

// Status says whether somebody is covered.
type Status string

// Statuses.
const (
	StatusActive      Status = "active"
	StatusInactive    Status = "inactive"
	StatusNotCovered  Status = "not-covered"  // of a service type only: the plan does not have it
	StatusNotVerified Status = "not-verified" // refused: nothing is known, which is not inactive
	StatusUnknown     Status = "unknown"      // the reply does not say
)

// Coverage is whether the patient is covered on a day, by which plans, and who
// pays. EB numbers say which statement told it: Response.Benefits[EB-1]. It
// shares memory with the response, as all answers do: of a Reader with Reuse, ask
// a Clone to keep them.
type Coverage struct {
	Date   x12.Date // the day; zero when none is known, then no date keeps anything out
	Status Status   // active when one of the plans is
	Plans  []PlanCoverage

	// QMB is set when the patient is a qualified Medicare beneficiary on the day:
	// then Medicare's deductible, coinsurance and copay must not be billed to the
	// patient, by nobody.
	QMB *QMB

	// PremiumPaidTo is the day up to which the premium is paid; zero: not stated. A
	// plan may end back to it, see NoteGracePeriod.
	PremiumPaidTo x12.Date

	Payers         []Payer        // who pays, first who is billed first; those whose time is over last
	Administrators []Payer        // who answers or pays for some service types only, or runs them
	Providers      []CareProvider // primary care providers, those that a patient is restricted to, coordinators
	Messages       []Message      // everything that the payer says in its own words
	Notes          []Note         // what to look at
	Refusals       []Refusal
}

// PlanCoverage is the status of one plan: of an insurance type and a plan name.
type PlanCoverage struct {
	Status        Status
	OutsideDates  bool // inactive, because the day is outside of the dates; no statement says inactive
	Conflict      bool // statements, or the dates beside them, say both active and inactive
	InsuranceType x12.Code
	Name          string // EB05, or the name with the plan number
	Number        string // REF*18
	GroupNumber   string // REF*6P, of the statement or of the patient
	GroupName     string // REF*6P, its description
	PolicyNumber  string // REF*1L or IG
	NetworkNumber string // REF*N6
	NetworkName   string // REF*N6, its description
	Dates         x12.DateRange
	Services      []ServiceStatus // each service type that a statement names
	EB            []int

	stated *statedServices
}

// ServiceStatus is the status of a service type.
type ServiceStatus struct {
	Type         x12.Code
	Network      x12.Code // AnswerYes or AnswerNo when the reply tells them apart; empty: in network and out of it
	Status       Status
	OutsideDates bool
	Conflict     bool
	Dates        x12.DateRange // a zero end is open
	EB           []int
}

// Message is something that the payer says in its own words.
type Message struct {
	Text string // as it was sent
	EB   int
}

// Active reports whether a plan is active on the day.
func (c *Coverage) Active() bool { return c.Status == StatusActive }

// Service returns the status of a service type in the network; see ServiceIn.
func (c *Coverage) Service(t x12.Code) Status { return c.ServiceIn(t, AnswerYes) }

// ServiceIn returns the status of a service type over all plans, in the network
// (AnswerYes) or out of it (AnswerNo): active if one of the plans is. The plan as
// a whole, and a type that contains it, count for a type that no statement names.
func (c *Coverage) ServiceIn(t, network x12.Code) Status {
	best, program := StatusUnknown, StatusUnknown
	for i := range c.Plans {
		p := &c.Plans[i]
		if p.program() {
			program = program.or(p.ServiceIn(t, network))
			continue
		}
		best = best.or(p.ServiceIn(t, network))
	}
	if best == StatusUnknown {
		best = program
	}
	if best == StatusUnknown && c.Status == StatusNotVerified {
		return StatusNotVerified
	}
	return best
}

// or returns the status over two plans.
func (s Status) or(o Status) Status {
	switch {
	case s == StatusActive || o == StatusUnknown:
		return s
	case o == StatusActive || s == StatusUnknown || o == StatusNotCovered:
		return o
	}
	return s
}

// DefaultDate is the day that a reply is about as far as it tells itself: the
// date of service in it, else the day it was made. What was asked, the inquiry
// knows: Inquiry.AskedDate.
func (r *Response) DefaultDate() x12.Date {
	for _, m := range [...]*Member{r.Dependent, r.Subscriber} {
		if m == nil {
			continue
		}
		for _, d := range m.Dates {
			if d.Qualifier == DateService && d.From != 0 {
				return d.From
			}
		}
	}
	if r.Transaction != nil {
		return r.Transaction.Date
	}
	return 0
}

// Coverage reports whether and how the patient is covered on a day; a zero day is
// DefaultDate (271-06).
func (r *Response) Coverage(on x12.Date) *Coverage { return r.Answers(on).Coverage() }

func (r *Response) coverage(on x12.Date, plans []planRow) *Coverage {
	if on == 0 {
		on = r.DefaultDate()
	}
	c := &Coverage{Date: on, Status: StatusUnknown, Refusals: r.Refusals()}
	when := r.validity(on)
	for i := range plans {
		c.Plans = append(c.Plans, r.planCoverage(&plans[i], when))
	}
	c.decide()
	for i := range r.Benefits {
		for _, m := range r.Benefits[i].Messages {
			c.Messages = append(c.Messages, Message{Text: m, EB: i + 1})
		}
	}
	c.QMB = r.qmb(when)
	c.PremiumPaidTo = r.premiumPaidTo()
	r.payers(c)
	r.providers(c)
	r.note(c)
	return c
}

// numbers finds group, plan, policy and network: with the status of the plan,
// else with any of its statements, else with the patient and the subscriber.
func (r *Response) numbers(out *PlanCoverage, p *planRow) {
	take := func(refs []Reference) {
		for _, x := range refs {
			switch x.Qualifier {
			case "18":
				if out.Number == "" {
					out.Number = x.ID
					if out.Name == "" {
						out.Name = x.Description
					}
				}
			case "6P":
				if out.GroupNumber == "" {
					out.GroupNumber, out.GroupName = x.ID, x.Description
				}
			case "1L", "IG":
				if out.PolicyNumber == "" {
					out.PolicyNumber = x.ID
				}
			case "N6":
				if out.NetworkNumber == "" {
					out.NetworkNumber, out.NetworkName = x.ID, x.Description
				}
			}
		}
	}
	for _, i := range p.status {
		take(r.Benefits[i].References)
	}
	for _, i := range p.rows {
		if !p.shared[i] {
			take(r.Benefits[i].References)
		}
	}
	for _, m := range [...]*Member{r.Dependent, r.Subscriber} {
		if m != nil {
			take(m.IDs)
		}
	}
}

// ordinals are indexes as EB numbers.
func ordinals(list []int) []int {
	out := make([]int, len(list))
	for i, v := range list {
		out[i] = v + 1
	}
	return out
}
