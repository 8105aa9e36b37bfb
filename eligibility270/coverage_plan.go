package eligibility270

import (
	"slices"

	"github.com/claimwire/claimwire/x12"
)

// planKey tells plans of a reply apart: EB04 and EB05, either of which may be
// empty. Names are compared without case and doubled spaces.
type planKey struct {
	insurance x12.Code
	name      string
}

// planRow is a plan with the statements that are about it.
type planRow struct {
	key    planKey
	name   string // as it was sent
	status []int  // statements of kinds 1 to 8, by index
	rows   []int  // everything about the plan, status included
	shared map[int]bool
}

func keyOf(b *Benefit) planKey { return planKey{b.InsuranceType, folded(b.Plan)} }

// fits tells whether two keys may be the same plan: what both say agrees.
func (k planKey) fits(o planKey) bool {
	return (k.insurance == "" || o.insurance == "" || k.insurance == o.insurance) && (k.name == "" || o.name == "" || k.name == o.name)
}

// more tells whether k says all that o says.
func (k planKey) more(o planKey) bool {
	return k != o && (o.insurance == "" || k.insurance == o.insurance) && (o.name == "" || k.name == o.name)
}

func isActive(kind x12.Code) bool { return len(kind) == 1 && kind[0] >= '1' && kind[0] <= '5' }

func isInactive(kind x12.Code) bool { return len(kind) == 1 && kind[0] >= '6' && kind[0] <= '8' }

// elsewhere tells whether a statement is about somebody else than the plan that
// answers: another payer, a provider, whom to ask.
func elsewhere(kind x12.Code) bool {
	switch kind {
	case BenefitOtherPayer, BenefitPrimaryCare, BenefitManagedCare, BenefitContact, BenefitOtherSource, BenefitFacility,
		BenefitCannotProcess, BenefitCardLost:
		return true
	}
	return false
}

// serviceTypes returns the types of a statement. Without one, and without a
// procedure, it is about the plan as a whole.
func (b *Benefit) serviceTypes() []x12.Code {
	if len(b.ServiceTypes) == 0 && b.Procedure == nil {
		return planOnly
	}
	return b.ServiceTypes
}

var planOnly = []x12.Code{ServicePlan}

// plans finds the plans of a reply, and which statements are about which. A
// statement that names no plan is about the only one, or the only one that has
// its service type; else about every one that it fits, which shared notes.
func (r *Response) plans() []planRow {
	var plans []planRow
	for i := range r.Benefits {
		b := &r.Benefits[i]
		if isActive(b.Kind) || isInactive(b.Kind) {
			plans = addPlan(plans, b, i)
		}
	}
	plans = r.mergePlans(plans)
	own := len(plans)
	for i := range r.Benefits {
		b := &r.Benefits[i]
		if isActive(b.Kind) || isInactive(b.Kind) || elsewhere(b.Kind) {
			continue
		}
		if !slices.ContainsFunc(plans, func(p planRow) bool { return p.key.fits(keyOf(b)) }) {
			plans = append(plans, planRow{key: keyOf(b), name: b.Plan})
		}
	}
	for i := range r.Benefits {
		r.attach(plans, own, i)
	}
	for p := range plans {
		plans[p].complete(r)
	}
	return plans
}

func addPlan(plans []planRow, b *Benefit, i int) []planRow {
	for p := range plans {
		if plans[p].key == keyOf(b) {
			plans[p].status = append(plans[p].status, i)
			return plans
		}
	}
	return append(plans, planRow{key: keyOf(b), name: b.Plan, status: []int{i}})
}

// mergePlans joins a plan that is named in part with the only one that it can
// be, unless one is active and the other inactive for the same service type.
func (r *Response) mergePlans(plans []planRow) []planRow {
	for p := 0; p < len(plans); p++ {
		into := -1
		for o := range plans {
			if o == p || !plans[o].key.more(plans[p].key) {
				continue
			}
			if into >= 0 {
				into = -1
				break
			}
			into = o
		}
		if into < 0 || r.contrary(&plans[p], &plans[into]) {
			continue
		}
		plans[into].status = append(plans[into].status, plans[p].status...)
		slices.Sort(plans[into].status)
		plans = slices.Delete(plans, p, p+1)
		p = -1
	}
	return plans
}

func (r *Response) contrary(a, b *planRow) bool {
	for _, i := range a.status {
		for _, k := range b.status {
			x, y := &r.Benefits[i], &r.Benefits[k]
			if isActive(x.Kind) == isActive(y.Kind) {
				continue
			}
			for _, t := range x.serviceTypes() {
				if slices.Contains(y.serviceTypes(), t) {
					return true
				}
			}
		}
	}
	return false
}

// attach gives statement i to its plan. The first own of plans have a status.
func (r *Response) attach(plans []planRow, own, i int) {
	b := &r.Benefits[i]
	if elsewhere(b.Kind) {
		return
	}
	var fit []int
	for p := range plans {
		if slices.Contains(plans[p].status, i) {
			plans[p].rows = append(plans[p].rows, i)
			return
		}
		if plans[p].key.fits(keyOf(b)) {
			fit = append(fit, p)
		}
	}
	if isActive(b.Kind) || isInactive(b.Kind) {
		return
	}
	if len(fit) > 1 {
		same := func(p int) bool { return plans[p].key == keyOf(b) }
		if k := slices.IndexFunc(fit, same); k >= 0 {
			fit = fit[k : k+1]
		}
	}
	if len(fit) > 1 {
		var holds []int
		for _, p := range fit {
			if p < own && r.holds(&plans[p], b.serviceTypes()) {
				holds = append(holds, p)
			}
		}
		if len(holds) > 0 {
			fit = holds
		}
	}
	for _, p := range fit {
		plans[p].rows = append(plans[p].rows, i)
		if len(fit) > 1 {
			if plans[p].shared == nil {
				plans[p].shared = make(map[int]bool)
			}
			plans[p].shared[i] = true
		}
	}
}

// holds tells whether the status of a plan is about one of the service types.
func (r *Response) holds(p *planRow, types []x12.Code) bool {
	for _, t := range types {
		for _, in := range withinService(t) {
			for _, i := range p.status {
				if slices.Contains(r.Benefits[i].serviceTypes(), in) {
					return true
				}
			}
		}
	}
	return false
}

// complete takes the insurance type and the name of the plan from statements
// that are about it alone, when they agree.
func (p *planRow) complete(r *Response) {
	insurance, name := map[x12.Code]bool{}, map[string]string{}
	for _, i := range p.rows {
		b := &r.Benefits[i]
		if p.shared[i] {
			continue
		}
		if b.InsuranceType != "" {
			insurance[b.InsuranceType] = true
		}
		if b.Plan != "" {
			name[folded(b.Plan)] = b.Plan
		}
	}
	if p.key.insurance == "" && len(insurance) == 1 {
		for c := range insurance {
			p.key.insurance = c
		}
	}
	if p.key.name == "" && len(name) == 1 {
		for k, s := range name {
			p.key.name, p.name = k, s
		}
	}
}

// window returns the dates for which a statement holds: its own, or else those
// of the patient, or else of the subscriber (271-07). A zero end is open.
func (r *Response) window(b *Benefit, on x12.Date) x12.DateRange {
	if w, ok := windowOf(b.Dates, on); ok {
		return w
	}
	for _, m := range [...]*Member{r.Dependent, r.Subscriber} {
		if m == nil {
			continue
		}
		if w, ok := windowOf(m.Dates, on); ok {
			return w
		}
	}
	return x12.DateRange{}
}

// windowOf is the time that all of the dates agree on. Of several periods of one
// kind, the one with the day on counts, else the last.
func windowOf(dates []Period, on x12.Date) (w x12.DateRange, ok bool) {
	narrow := func(from, to x12.Date) {
		ok = true
		w.From = max(w.From, from)
		if to != 0 && (w.To == 0 || to < w.To) {
			w.To = to
		}
	}
	periods := map[x12.Code]x12.DateRange{}
	for _, d := range dates {
		if d.From == 0 {
			continue
		}
		switch d.Qualifier {
		case DatePlanBegin, DateBenefitBegin, DateEligibilityBegin, DatePeriodStart, DateCOBRABegin, DatePolicyEffective:
			narrow(d.From, d.To)
		case DatePlanEnd, DateBenefitEnd, DateEligibilityEnd, DatePeriodEnd, DateCOBRAEnd, DatePolicyExpiration:
			if d.To != 0 {
				narrow(d.From, d.To)
			} else {
				narrow(0, d.From)
			}
		case DatePlan, DateBenefit, DateEligibility:
			had, seen := periods[d.Qualifier]
			if !seen || !includes(had, on) {
				periods[d.Qualifier] = d.Range()
			}
		}
	}
	for _, p := range periods {
		narrow(p.From, p.To)
	}
	return w, ok
}

// includes tells whether a day lies in a time with open ends. Without a day,
// nothing is outside.
func includes(w x12.DateRange, on x12.Date) bool {
	return on == 0 || w.From <= on && (w.To == 0 || on <= w.To)
}
