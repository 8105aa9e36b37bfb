package eligibility270

import (
	"slices"

	"github.com/claimwire/claimwire/x12"
)

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
}

// ServiceStatus is the status of a service type.
type ServiceStatus struct {
	Type         x12.Code
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

// Active tells whether a plan is active on the day.
func (c *Coverage) Active() bool { return c.Status == StatusActive }

// Service returns the status of a service type over all plans: active if one of
// them is. The plan as a whole, and a type that contains it, count for a type
// that no statement names.
func (c *Coverage) Service(t x12.Code) Status {
	best := StatusUnknown
	for i := range c.Plans {
		switch s := c.Plans[i].Service(t); {
		case s == StatusActive:
			return s
		case s == StatusNotCovered, s == StatusInactive && best == StatusUnknown:
			best = s
		}
	}
	if best == StatusUnknown && c.Status == StatusNotVerified {
		return StatusNotVerified
	}
	return best
}

// Service returns the status of a service type in the plan.
func (p *PlanCoverage) Service(t x12.Code) Status {
	for _, in := range withinService(t) {
		for i := range p.Services {
			if s := &p.Services[i]; s.Type == in && s.Status != StatusUnknown {
				return s.Status
			}
		}
	}
	if t == ServicePlan {
		return p.Status
	}
	return StatusUnknown
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

// Coverage tells whether and how the patient is covered on a day; a zero day is
// DefaultDate (271-06).
func (r *Response) Coverage(on x12.Date) *Coverage {
	if on == 0 {
		on = r.DefaultDate()
	}
	c := &Coverage{Date: on, Status: StatusUnknown, Refusals: r.Refusals()}
	plans := r.plans()
	for i := range plans {
		c.Plans = append(c.Plans, r.planCoverage(&plans[i], on))
	}
	for i := range c.Plans {
		switch s := c.Plans[i].Status; {
		case s == StatusActive:
			c.Status = s
		case s == StatusInactive && c.Status == StatusUnknown:
			c.Status = s
		}
	}
	if c.Status == StatusUnknown && len(c.Refusals) > 0 {
		c.Status = StatusNotVerified
	}
	for i := range r.Benefits {
		for _, m := range r.Benefits[i].Messages {
			c.Messages = append(c.Messages, Message{Text: m, EB: i + 1})
		}
	}
	r.payers(c)
	r.providers(c)
	r.note(c)
	return c
}

// planCoverage decides the status of a plan: of the plan as a whole, else of
// medical care, else active when anything is.
func (r *Response) planCoverage(p *planRow, on x12.Date) PlanCoverage {
	out := PlanCoverage{Status: StatusUnknown, InsuranceType: p.key.insurance, Name: p.name, EB: ordinals(p.status)}
	var types []x12.Code
	rows := map[x12.Code][]int{}
	for _, i := range p.rows {
		b := &r.Benefits[i]
		if !isActive(b.Kind) && !isInactive(b.Kind) && !plainlyNotCovered(b) {
			continue
		}
		for _, t := range b.serviceTypes() {
			if _, ok := rows[t]; !ok {
				types = append(types, t)
			}
			rows[t] = append(rows[t], i)
		}
	}
	for _, t := range types {
		out.Services = append(out.Services, r.serviceStatus(rows[t], t, on))
	}
	out.decide()
	r.numbers(&out, p)
	return out
}

// plainlyNotCovered tells whether a statement says that a service type is not
// covered, without a condition.
func plainlyNotCovered(b *Benefit) bool {
	return b.Kind == BenefitNonCovered && b.Network != AnswerNo && b.Procedure == nil && len(b.Messages) == 0 && len(b.Further) == 0 &&
		!b.Quantity.Valid && !b.Amount.Valid
}

// serviceStatus decides the status of a service type by the statements that name
// it.
func (r *Response) serviceStatus(rows []int, t x12.Code, on x12.Date) ServiceStatus {
	s := ServiceStatus{Type: t, Status: StatusUnknown}
	var active, outside, inactive, gap, never []int
	for _, i := range slices.Compact(rows) {
		b := &r.Benefits[i]
		own, dated := windowOf(b.Dates, on)
		switch {
		case isActive(b.Kind) && includes(r.window(b, on), on):
			active = append(active, i)
		case isActive(b.Kind):
			outside = append(outside, i)
		case isInactive(b.Kind) && dated && own.From != 0 && own.To != 0 && includes(own, on):
			gap = append(gap, i)
		case isInactive(b.Kind):
			inactive = append(inactive, i)
		case plainlyNotCovered(b) && includes(r.window(b, on), on):
			never = append(never, i)
		}
	}
	told := func(status Status, by []int) {
		s.Status, s.EB = status, ordinals(by)
		s.Dates = r.window(&r.Benefits[by[0]], on)
	}
	switch {
	case len(never) > 0:
		told(StatusNotCovered, never)
	case len(gap) > 0:
		told(StatusInactive, gap)
	case len(active) > 0:
		told(StatusActive, active)
		s.Conflict = r.against(inactive, on)
	case len(inactive) > 0:
		told(StatusInactive, inactive)
		s.Conflict = s.Dates.To != 0 && on != 0 && includes(s.Dates, on)
	case len(outside) > 0:
		told(StatusInactive, outside)
		s.OutsideDates = true
	}
	return s
}

// against tells whether one of the statements of inactivity speaks of the day, or
// of every day: without dates of its own, with an end before the day, or with a
// begin that is not after it. A period with both is over, or to come.
func (r *Response) against(list []int, on x12.Date) bool {
	return slices.ContainsFunc(list, func(i int) bool {
		own, dated := windowOf(r.Benefits[i].Dates, on)
		return !dated || own.From == 0 && own.To < on || own.To == 0 && own.From <= on
	})
}

func (p *PlanCoverage) decide() {
	pick := func(ok func(*ServiceStatus) bool) bool {
		for i := range p.Services {
			if s := &p.Services[i]; ok(s) {
				p.Status, p.OutsideDates, p.Conflict, p.Dates = s.Status, s.OutsideDates, s.Conflict, s.Dates
				return true
			}
		}
		return false
	}
	for _, t := range [...]x12.Code{ServicePlan, ServiceMedical} {
		if pick(func(s *ServiceStatus) bool {
			return s.Type == t && (s.Status == StatusActive || s.Status == StatusInactive)
		}) {
			return
		}
	}
	if !pick(func(s *ServiceStatus) bool { return s.Status == StatusActive }) {
		pick(func(s *ServiceStatus) bool { return s.Status == StatusInactive })
	}
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
