// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// decide takes the status over all plans. A program that pays what Medicare
// leaves counts when nothing is said of a plan.
func (c *Coverage) decide() {
	for _, program := range [...]bool{false, true} {
		for i := range c.Plans {
			if p := &c.Plans[i]; c.Status == StatusUnknown && p.Status == StatusInactive || p.Status == StatusActive {
				if p.program() == program {
					c.Status = p.Status
				}
			}
		}
		if c.Status != StatusUnknown {
			break
		}
	}
	if c.Status == StatusUnknown && len(c.Refusals) > 0 {
		c.Status = StatusNotVerified
	}
}

func (p *PlanCoverage) program() bool { return p.InsuranceType == InsuranceQMB }

// statedServices is what ServiceIn needs to know of a plan besides Services.
type statedServices struct {
	at      map[serviceKey]int // in Services
	pays    map[x12.Code]networks
	paysAny networks
	r       *Response
}

type serviceKey struct{ service, network x12.Code }

// networks says for which networks something is stated.
type networks uint8

const (
	inNetwork networks = 1 << iota
	outOfNetwork
)

// networksOf returns the networks that a statement is about. One that names none
// is about the network (271-10).
func networksOf(b *Benefit) networks {
	switch b.Network {
	case AnswerNo:
		return outOfNetwork
	case NetworkBoth:
		return inNetwork | outOfNetwork
	}
	return inNetwork
}

func (n networks) has(network x12.Code) bool {
	switch network {
	case AnswerYes:
		return n&inNetwork != 0
	case AnswerNo:
		return n&outOfNetwork != 0
	}
	return n != 0
}

// ServiceIn returns the status of a service type in the plan, in the network
// (AnswerYes) or out of it (AnswerNo).
func (p *PlanCoverage) ServiceIn(t, network x12.Code) Status {
	s, _ := p.decided(t, network)
	return s
}

// Service returns the status of a service type in the network of the plan.
func (p *PlanCoverage) Service(t x12.Code) Status { return p.ServiceIn(t, AnswerYes) }

// service returns what is stated of a service type itself; nil for nothing.
func (p *PlanCoverage) service(t, network x12.Code) *ServiceStatus {
	for _, n := range [...]x12.Code{"", network} {
		if p.stated != nil {
			if i, ok := p.stated.at[serviceKey{t, n}]; ok {
				return &p.Services[i]
			}
			continue
		}
		for i := range p.Services {
			if s := &p.Services[i]; s.Type == t && s.Network == n {
				return s
			}
		}
	}
	return nil
}

// decided is ServiceIn with the statements that decide it.
func (p *PlanCoverage) decided(t, network x12.Code) (Status, *ServiceStatus) {
	if !p.concerns(t) {
		return StatusUnknown, nil
	}
	stated := p.stated
	if stated == nil {
		stated = new(statedServices)
	}
	nearer, elsewhere := false, false
	for _, in := range withinService(t) {
		s := p.service(in, network)
		switch {
		case s == nil || s.Status == StatusUnknown:
			elsewhere = elsewhere || p.service(in, AnswerYes) != nil || p.service(in, AnswerNo) != nil
		case s.Status == StatusNotCovered && in != t && nearer:
			return StatusActive, nil // what the service costs is stated: it is the exception
		case s.Status == StatusNotCovered && in != t && network == AnswerNo && emergency(t) && stated.exceptEmergency(s):
			return StatusUnknown, nil
		default:
			return s.Status, s
		}
		nearer = nearer || stated.pays[in].has(network)
	}
	switch {
	case elsewhere && p.Status == StatusActive && (nearer || t == ServicePlan && stated.paysAny.has(network)):
		return StatusActive, nil
	case t == ServicePlan && !elsewhere:
		return p.Status, nil
	}
	return StatusUnknown, nil
}

// emergency reports whether a service type is emergency care.
func emergency(t x12.Code) bool { return slices.Contains(withinService(t), ServiceEmergency) }

// exceptEmergency reports whether the words beside the statements speak of
// emergencies.
func (x *statedServices) exceptEmergency(s *ServiceStatus) bool {
	for _, eb := range s.EB {
		if x.r != nil && slices.ContainsFunc(x.r.Benefits[eb-1].Messages, func(m string) bool { return strings.Contains(folded(m), "EMERG") }) {
			return true
		}
	}
	return false
}

// planCoverage decides the status of a plan: of the plan as a whole, else of
// medical care, else active when anything is.
func (r *Response) planCoverage(p *planRow, when validity) PlanCoverage {
	out := PlanCoverage{Status: StatusUnknown, InsuranceType: p.key.insurance, Name: p.name, EB: ordinals(p.status)}
	out.stated = &statedServices{at: map[serviceKey]int{}, pays: map[x12.Code]networks{}, r: r}
	var types []x12.Code
	rows := map[x12.Code][]int{}
	for _, i := range p.rows {
		b := &r.Benefits[i]
		if b.pays() && !p.shared[i] && when.holds(b) {
			for _, t := range b.serviceTypes() {
				out.stated.pays[t] |= networksOf(b)
				out.stated.paysAny |= networksOf(b)
			}
		}
		if !isActive(b.Kind) && !isInactive(b.Kind) && !b.leavesOut() {
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
		for _, s := range r.serviceStatuses(slices.Compact(rows[t]), t, out.stated.pays[t], when) {
			out.stated.at[serviceKey{t, s.Network}] = len(out.Services)
			out.Services = append(out.Services, s)
		}
	}
	out.decide()
	r.numbers(&out, p)
	return out
}

// pays reports whether a statement says what the plan pays of a service.
func (b *Benefit) pays() bool {
	switch b.Kind {
	case BenefitCoinsurance:
		return !b.Percent.Valid || b.Percent.Decimal.Cmp(one) < 0
	case BenefitCopay, BenefitUnlimited:
		return true
	case BenefitDeductible:
		return b.hasAmount()
	}
	return false
}

// leavesOut reports whether a statement says that service types are not covered,
// all of them and not for one procedure, place or number.
func (b *Benefit) leavesOut() bool {
	return b.Kind == BenefitNonCovered && b.Procedure == nil && len(b.Further) == 0 && !b.hasQuantity() && !b.hasAmount()
}

// partly reports whether the payer's words beside a statement that leaves out a
// service type restrict it to a part of that type. They do where the type is wide,
// and where what the plan pays of the type is stated, too. Out of the network a
// plan that pays nothing says so of the plan as a whole.
func (b *Benefit) partly(t x12.Code, pays networks) bool {
	if len(b.Messages) == 0 {
		return false
	}
	return pays.has(b.Network) || general(t) && b.Network != AnswerNo
}

// serviceStatuses decides the status of a service type by the statements that name
// it: once, or for each network when they tell networks apart. A statement that
// names no network gives way to those that do.
func (r *Response) serviceStatuses(rows []int, t x12.Code, pays networks, when validity) []ServiceStatus {
	var in, out, open []int
	for _, i := range rows {
		b := &r.Benefits[i]
		if b.leavesOut() && b.partly(t, pays) {
			continue
		}
		switch b.Network {
		case AnswerYes:
			in = append(in, i)
		case AnswerNo:
			out = append(out, i)
		case NetworkBoth:
			in, out = append(in, i), append(out, i)
		default:
			open = append(open, i)
		}
	}
	var list []ServiceStatus
	add := func(network x12.Code, rows, spare []int) {
		if len(rows) == 0 {
			rows, spare = spare, nil
		}
		if len(rows) == 0 {
			return
		}
		s := r.serviceStatus(rows, t, when)
		s.Network = network
		if s.Status == StatusActive && !s.Conflict {
			s.Conflict = r.against(slices.DeleteFunc(slices.Clone(spare), func(i int) bool { return !isInactive(r.Benefits[i].Kind) }), when.on)
		}
		if s.Status != StatusUnknown {
			list = append(list, s)
		}
	}
	if slices.Equal(in, out) {
		add("", in, open)
		return list
	}
	add(AnswerYes, in, open)
	add(AnswerNo, out, open)
	return list
}

// serviceStatus decides the status of a service type by statements of one network.
func (r *Response) serviceStatus(rows []int, t x12.Code, when validity) ServiceStatus {
	s := ServiceStatus{Type: t, Status: StatusUnknown}
	var active, outside, inactive, gap, never []int
	for _, i := range rows {
		b := &r.Benefits[i]
		own, dated := windowOf(b.Dates, when.on)
		switch {
		case isActive(b.Kind) && when.holds(b):
			active = append(active, i)
		case isActive(b.Kind):
			outside = append(outside, i)
		case isInactive(b.Kind) && dated && own.From != 0 && own.To != 0 && includes(own, when.on):
			gap = append(gap, i)
		case isInactive(b.Kind):
			inactive = append(inactive, i)
		case b.leavesOut() && when.holds(b):
			never = append(never, i)
		}
	}
	if len(active) > 0 {
		// The words beside one that leaves the type out restrict it to a part.
		never = slices.DeleteFunc(never, func(i int) bool { return len(r.Benefits[i].Messages) > 0 })
	}
	told := func(status Status, by []int) {
		s.Status, s.EB = status, ordinals(by)
		s.Dates = when.window(&r.Benefits[by[0]])
	}
	switch {
	case len(never) > 0:
		told(StatusNotCovered, never)
		s.Conflict = len(active) > 0
	case len(gap) > 0:
		told(StatusInactive, gap)
	case len(active) > 0:
		told(StatusActive, active)
		s.Conflict = r.against(inactive, when.on)
	case len(inactive) > 0:
		told(StatusInactive, inactive)
		s.Conflict = s.Dates.To != 0 && when.on != 0 && includes(s.Dates, when.on)
	case len(outside) > 0:
		told(StatusInactive, outside)
		s.OutsideDates = true
	}
	return s
}

// against reports whether one of the statements of inactivity speaks of the day, or
// of every day: without dates of its own, with an end before the day, or with a
// begin that is not after it. A period with both is over, or to come.
func (r *Response) against(list []int, on x12.Date) bool {
	return slices.ContainsFunc(list, func(i int) bool {
		own, dated := windowOf(r.Benefits[i].Dates, on)
		return !dated || own.From == 0 && own.To < on || own.To == 0 && own.From <= on
	})
}

// decide takes the status of a plan from that of the plan as a whole, else of
// medical care, else of any service type: active when one is. What is said of the
// world out of the network decides only that the plan is active.
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
	active := func(s *ServiceStatus) bool { return s.Status == StatusActive }
	inactive := func(s *ServiceStatus) bool { return s.Status == StatusInactive && s.Network != AnswerNo }
	for _, t := range [...]x12.Code{ServicePlan, ServiceMedical} {
		for _, is := range [...]func(*ServiceStatus) bool{active, inactive} {
			if pick(func(s *ServiceStatus) bool { return s.Type == t && is(s) }) {
				return
			}
		}
		// Active, and not covered: the plan is there, whatever it pays.
		if pick(func(s *ServiceStatus) bool { return s.Type == t && s.Status == StatusNotCovered && s.Conflict }) {
			p.Status = StatusActive
			return
		}
	}
	if !pick(active) {
		pick(inactive)
	}
}
