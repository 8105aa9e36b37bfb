// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"

	"github.com/claimwire/claimwire/x12"
)

// Answers are what a response says about one day, worked out once for any number of
// questions. They share memory with the response, and serve one goroutine.
type Answers struct {
	r        *Response
	plans    []planRow
	coverage *Coverage
	when     validity
	naming   map[x12.Code][]int // plans by the service types that they name; nil until asked for
}

// Answers reads a response for a day; a zero day is DefaultDate.
func (r *Response) Answers(on x12.Date) *Answers {
	a := &Answers{r: r, plans: r.plans()}
	for p := range a.plans {
		a.plans[p].byType = r.byType(a.plans[p].rows)
	}
	a.coverage = r.coverage(on, a.plans)
	a.when = r.validity(a.coverage.Date)
	return a
}

// Coverage returns whether and how the patient is covered (271-06).
func (a *Answers) Coverage() *Coverage { return a.coverage }

// ServiceTypes returns the service types that the response names, in its order.
func (a *Answers) ServiceTypes() []x12.Code {
	if a.r == nil {
		return nil
	}
	var out []x12.Code
	seen := map[x12.Code]bool{}
	for i := range a.r.Benefits {
		for _, t := range a.r.Benefits[i].ServiceTypes {
			if !seen[t] {
				seen[t] = true
				out = append(out, t)
			}
		}
	}
	return out
}

// Benefits returns what the response says about a service; the date of the query does
// not count.
func (a *Answers) Benefits(q Query) *BenefitAnswer { return a.benefits(q, false) }

// Stated is Benefits without what is said of the plan as a whole only: of each plan
// that says anything of the service itself, what it says of that.
func (a *Answers) Stated(q Query) *BenefitAnswer { return a.benefits(q, true) }

// some returns a, or for the zero Answers those of an empty response.
func (a *Answers) some(on x12.Date) *Answers {
	if a.r == nil {
		return new(Response).Answers(on)
	}
	return a
}

func (a *Answers) benefits(q Query, near bool) *BenefitAnswer {
	if q.ServiceType == "" {
		q.ServiceType = ServicePlan
	}
	if q.Network != AnswerNo {
		q.Network = AnswerYes
	}
	a = a.some(q.Date)
	c := a.coverage
	q.Date = c.Date
	out := &BenefitAnswer{ServiceType: q.ServiceType, Network: q.Network, Date: q.Date, Refusals: c.Refusals}
	some := !near && slices.ContainsFunc(c.Plans, func(p PlanCoverage) bool { return !p.program() && p.concerns(q.ServiceType) })
	var list []int
	if near {
		list = a.named(q.ServiceType)
	} else {
		list = a.all()
	}
	for _, i := range list {
		p := &a.plans[i]
		switch {
		case q.InsuranceType != "" || q.Plan != "":
			if q.InsuranceType != "" && p.key.insurance != q.InsuranceType || q.Plan != "" && p.key.name != folded(q.Plan) {
				continue
			}
		case some && (c.Plans[i].program() || !c.Plans[i].concerns(q.ServiceType)):
			continue // a program is no plan, and the other part of Medicare has nothing to do with it
		}
		s := selection{r: a.r, p: p, q: q, when: a.when, near: near, used: make(map[int]bool), why: make(map[int]UnusedReason)}
		out.Plans = append(out.Plans, s.benefits(c, &c.Plans[i]))
	}
	out.Status = StatusUnknown
	for i := range out.Plans {
		out.Status = out.Status.or(out.Plans[i].Status)
	}
	if out.Status == StatusUnknown && c.Status == StatusNotVerified {
		out.Status = StatusNotVerified
	}
	return out
}

func (a *Answers) all() []int {
	out := make([]int, len(a.plans))
	for i := range out {
		out[i] = i
	}
	return out
}

// named returns the plans that name the service type, or one that it is a part of,
// short of the plan as a whole.
func (a *Answers) named(t x12.Code) []int {
	if a.naming == nil {
		a.naming = make(map[x12.Code][]int)
		for i := range a.plans {
			for t := range a.plans[i].byType {
				a.naming[t] = append(a.naming[t], i)
			}
		}
	}
	var out []int
	for _, in := range nearChain(t) {
		out = append(out, a.naming[in]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// protected reports whether nothing of a service is the patient's, as far as Medicare
// covers it.
func (c *Coverage) protected(t x12.Code, status Status) bool {
	return c.QMB != nil && medicareMayCover(t) && status != StatusNotCovered && status != StatusInactive
}
