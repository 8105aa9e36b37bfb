// SPDX-License-Identifier: Apache-2.0

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
	types  map[x12.Code]int   // of status: see typesOf
	byType map[x12.Code][]int // rows by service type; those about a procedure of no type at procedureOnly
}

// procedureOnly is where planRow.byType has statements about a procedure without a
// service type.
const procedureOnly x12.Code = "procedure"

func keyOf(b *Benefit) planKey { return planKey{b.InsuranceType, folded(b.Plan)} }

// program reports whether the key is of a program that pays what a plan leaves,
// and is no plan itself: nothing is said of it that does not name it.
func (k planKey) program() bool { return k.insurance == InsuranceQMB }

func isActive(kind x12.Code) bool { return len(kind) == 1 && kind[0] >= '1' && kind[0] <= '5' }

func isInactive(kind x12.Code) bool { return len(kind) == 1 && kind[0] >= '6' && kind[0] <= '8' }

// elsewhere reports whether a statement is about somebody else than the plan that
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
	keys := make([]planKey, len(r.Benefits))
	var plans []planRow
	found := map[planKey]int{}
	for i := range r.Benefits {
		b := &r.Benefits[i]
		keys[i] = keyOf(b)
		if !isActive(b.Kind) && !isInactive(b.Kind) {
			continue
		}
		p, ok := found[keys[i]]
		if !ok {
			p, found[keys[i]] = len(plans), len(plans)
			plans = append(plans, planRow{key: keys[i], name: b.Plan})
		}
		plans[p].status = append(plans[p].status, i)
	}
	plans = r.mergePlans(plans)
	own := len(plans)
	index := newPlanIndex(plans)
	for i := range r.Benefits {
		b := &r.Benefits[i]
		if isActive(b.Kind) || isInactive(b.Kind) || elsewhere(b.Kind) {
			continue
		}
		if len(index.fit(keys[i])) == 0 {
			plans = append(plans, planRow{key: keys[i], name: b.Plan})
			index.add(len(plans)-1, keys[i])
		}
	}
	for p := range plans {
		plans[p].types = r.typesOf(plans[p].status)
		plans[p].rows = slices.Clone(plans[p].status)
	}
	loose, fits := -1, map[planKey][]int{}
	for i := range r.Benefits {
		if k := r.Benefits[i].Kind; isActive(k) || isInactive(k) || elsewhere(k) {
			continue
		}
		fit, ok := fits[keys[i]]
		if !ok {
			fit = index.fit(keys[i])
			fits[keys[i]] = fit
		}
		if len(fit) > maxFits {
			// Too many plans to say it of each: it is said of none that is named.
			if loose < 0 {
				loose = len(plans)
				plans = append(plans, planRow{shared: make(map[int]bool)})
			}
			plans[loose].rows = append(plans[loose].rows, i)
			plans[loose].shared[i] = true
			continue
		}
		r.attach(plans, own, i, keys[i], fit)
	}
	for p := range plans {
		slices.Sort(plans[p].rows)
		plans[p].complete(r)
	}
	return plans
}

// maxFits is how many plans a statement that names none of them may be about.
const maxFits = 64

// planIndex finds the plans that a key may be about.
type planIndex struct {
	keys      []planKey // by plan
	exact     map[planKey]int
	insurance map[x12.Code][]int
	name      map[string][]int
}

func newPlanIndex(plans []planRow) *planIndex {
	x := &planIndex{exact: map[planKey]int{}, insurance: map[x12.Code][]int{}, name: map[string][]int{}}
	for p := range plans {
		x.add(p, plans[p].key)
	}
	return x
}

func (x *planIndex) add(p int, key planKey) {
	x.keys = append(x.keys, key)
	x.exact[key] = p
	x.insurance[key.insurance] = append(x.insurance[key.insurance], p)
	x.name[key.name] = append(x.name[key.name], p)
}

// fit returns the plans that may be the one of the key, because what both say
// agrees: the first maxFits and one more.
func (x *planIndex) fit(key planKey) []int {
	var out []int
	take := func(list []int) {
		for _, p := range list {
			if len(out) > maxFits {
				return
			}
			if x.keys[p].program() == key.program() {
				out = append(out, p)
			}
		}
	}
	switch {
	case key.insurance == "" && key.name == "":
		for p := range x.keys {
			if len(out) > maxFits {
				break
			}
			take([]int{p})
		}
	case key.name == "":
		take(x.insurance[key.insurance])
		take(x.insurance[""])
	case key.insurance == "":
		take(x.name[key.name])
		take(x.name[""])
	default:
		for _, k := range [...]planKey{key, {key.insurance, ""}, {"", key.name}, {}} {
			if p, ok := x.exact[k]; ok {
				take([]int{p})
			}
		}
	}
	slices.Sort(out)
	return out
}

// byType sorts statements by the service types that they name.
func (r *Response) byType(rows []int) map[x12.Code][]int {
	out := make(map[x12.Code][]int)
	for _, i := range rows {
		b := &r.Benefits[i]
		if len(b.ServiceTypes) == 0 && b.Procedure != nil {
			out[procedureOnly] = append(out[procedureOnly], i)
		}
		for _, t := range b.serviceTypes() {
			if list := out[t]; len(list) == 0 || list[len(list)-1] != i {
				out[t] = append(list, i)
			}
		}
	}
	return out
}

// mergePlans joins a plan that is named in part with the only one that it can
// be, unless one is active and the other inactive for the same service type.
// Those with half a name come before those without any.
func (r *Response) mergePlans(plans []planRow) []planRow {
	insurance, name := map[x12.Code][]int{}, map[string][]int{}
	for p := range plans {
		if k := plans[p].key; k.blanks() == 0 {
			insurance[k.insurance] = append(insurance[k.insurance], p)
			if !k.program() {
				name[k.name] = append(name[k.name], p)
			}
		}
	}
	gone := make([]bool, len(plans))
	join := func(p int, into []int) {
		if len(into) != 1 || r.contrary(&plans[p], &plans[into[0]]) {
			return
		}
		to := &plans[into[0]]
		to.status = append(to.status, plans[p].status...)
		slices.Sort(to.status)
		gone[p] = true
	}
	for p := range plans {
		if k := plans[p].key; k.blanks() == 1 && k.insurance != "" {
			join(p, insurance[k.insurance])
		} else if k.blanks() == 1 {
			join(p, name[k.name])
		}
	}
	if blank := slices.IndexFunc(plans, func(p planRow) bool { return p.key.blanks() == 2 }); blank >= 0 {
		var others []int
		for p := range plans {
			if p != blank && !gone[p] && !plans[p].key.program() {
				others = append(others, p)
			}
		}
		join(blank, others)
	}
	out := plans[:0]
	for p := range plans {
		if !gone[p] {
			out = append(out, plans[p])
		}
	}
	return out
}

func (k planKey) blanks() (n int) {
	if k.insurance == "" {
		n++
	}
	if k.name == "" {
		n++
	}
	return n
}

// typesOf says of each service type whether statements call it active (1),
// inactive (2), or both (3).
func (r *Response) typesOf(list []int) map[x12.Code]int {
	out := make(map[x12.Code]int)
	for _, i := range list {
		b, what := &r.Benefits[i], 2
		if isActive(b.Kind) {
			what = 1
		}
		for _, t := range b.serviceTypes() {
			out[t] |= what
		}
	}
	return out
}

func (r *Response) contrary(a, b *planRow) bool {
	other := r.typesOf(b.status)
	for t, what := range r.typesOf(a.status) {
		if what|other[t] == 3 && other[t] != 0 {
			return true
		}
	}
	return false
}

// attach gives a statement to its plan, of those that it fits. The first own of
// plans have a status.
func (r *Response) attach(plans []planRow, own, i int, key planKey, fit []int) {
	if len(fit) > 1 {
		if k := slices.IndexFunc(fit, func(p int) bool { return plans[p].key == key }); k >= 0 {
			fit = fit[k : k+1]
		}
	}
	if len(fit) > 1 {
		var holds []int
		for _, p := range fit {
			if p < own && plans[p].holds(r.Benefits[i].serviceTypes()) {
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

// holds reports whether the status of a plan is about one of the service types.
func (p *planRow) holds(types []x12.Code) bool {
	for _, t := range types {
		for _, in := range withinService(t) {
			if p.types[in] != 0 {
				return true
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

// validity finds the dates for which statements hold, asked for a day. The dates
// of people are read once, and not for each statement.
type validity struct {
	on     x12.Date
	others x12.DateRange // of statements without dates
}

func (r *Response) validity(on x12.Date) validity {
	v := validity{on: on}
	for _, m := range [...]*Member{r.Dependent, r.Subscriber} {
		if m == nil {
			continue
		}
		if w, ok := windowOf(m.Dates, on); ok {
			v.others = w
			break
		}
	}
	return v
}

// window returns the dates for which a statement holds: its own, or else those
// of the patient, or else of the subscriber (271-07). A zero end is open.
func (v validity) window(b *Benefit) x12.DateRange {
	if w, ok := windowOf(b.Dates, v.on); ok {
		return w
	}
	return v.others
}

// holds reports whether a statement holds on the day.
func (v validity) holds(b *Benefit) bool { return includes(v.window(b), v.on) }

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

// includes reports whether a day lies in a time with open ends. Without a day,
// nothing is outside.
func includes(w x12.DateRange, on x12.Date) bool {
	return on == 0 || w.From <= on && (w.To == 0 || on <= w.To)
}
