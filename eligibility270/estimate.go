// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"errors"
	"slices"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// ErrAllowed is an allowed amount that is negative or finer than cents.
var ErrAllowed = errors.New("eligibility270: the allowed amount must be dollars and cents, and not negative")

// EstimateOptions say what a reply cannot tell; the zero value takes the reply
// as it is.
type EstimateOptions struct {
	DeductibleBeforeCopay bool            // the plan takes the deductible before a copay, too
	DeductibleWaived      bool            // the plan takes no deductible for this service
	UsePlanShares         bool            // copay and coinsurance of the plan as a whole hold for this service
	Units                 decimal.Decimal // how many days or hours a share for each of them is paid for; zero: not known
	CopayEB               int             // the only copay that holds, of several
	CoinsuranceEB         int             // the only coinsurance that holds, of several
}

// StepKind says what a step of an estimate is.
type StepKind string

// Steps, in the order in which they are taken.
const (
	StepProtected      StepKind = "protected"         // the patient must not be billed
	StepNotCovered     StepKind = "not-covered"       // the patient owes all
	StepUnknown        StepKind = "unknown"           // nothing is known
	StepOutOfPocketMet StepKind = "out-of-pocket-met" // the patient owes nothing more
	StepDeductible     StepKind = "deductible"
	StepCoinsurance    StepKind = "coinsurance" // of what the deductible leaves
	StepCopay          StepKind = "copay"
	StepAllowed        StepKind = "allowed"       // the patient never owes more than the allowed amount
	StepOutOfPocket    StepKind = "out-of-pocket" // nor more than is left to the out-of-pocket maximum
	StepLimit          StepKind = "limit"         // a limit is used up: it may not be covered at all
	StepPlan           StepKind = "plan"          // several plans may pay
)

// Step is one step of an estimate. Low and High are its figures in the case that
// is cheapest for the patient and in the dearest; a larger deductible may make the
// coinsurance of the dearest case the smaller one. Of the steps out-of-pocket,
// allowed and limit they are what is owed after the step.
type Step struct {
	Kind      StepKind
	Low, High decimal.Decimal
	Percent   decimal.NullDecimal // of coinsurance, when it is one
	Words     string
	NotStated []Fact
	// Unreadable is set when a figure that the step needs was sent and could not be
	// read: what it would tell is in NotStated.
	Unreadable bool
	EB         []int
}

// Estimate is what the patient will owe for an allowed amount. Amounts are
// dollars; each step is rounded to cents, half a cent up, before the next.
type Estimate struct {
	InsuranceType x12.Code
	Plan          string
	ServiceType   x12.Code
	Network       x12.Code
	Date          x12.Date
	Allowed       decimal.Decimal
	Low, High     decimal.Decimal // what is owed lies between; equal when all that matters is stated
	// Expected is what is owed when all but the state of the out-of-pocket maximum
	// is stated: the figure as long as the maximum is not reached. Not valid when
	// something else is missing.
	Expected  decimal.NullDecimal
	Steps     []Step
	NotStated []Fact
	Notes     []Note
	Plans     []Estimate // of each plan, when several may pay
	// Likely is set when a share of the plan as a whole is taken for the service,
	// because nothing nearer is stated.
	Likely bool
}

// Exact reports whether the estimate is one figure.
func (e *Estimate) Exact() bool { return e.Low.Equal(e.High) }

// Estimate returns what the patient will owe for a service with that allowed
// amount (271-19); who asks for several asks Answers.
func (r *Response) Estimate(q Query, allowed decimal.Decimal, o *EstimateOptions) (*Estimate, error) {
	return r.Answers(q.Date).Estimate(q, allowed, o)
}

// Estimate returns what the patient will owe for a service with that allowed
// amount (271-19). Of several plans that agree on the status, the one that names the
// service type most nearly pays; when that tells nothing, the estimate spans all of
// them. What Medicare leaves of a qualified Medicare beneficiary is not the patient's.
func (a *Answers) Estimate(q Query, allowed decimal.Decimal, o *EstimateOptions) (*Estimate, error) {
	a = a.some(q.Date)
	return a.Benefits(q).estimate(a.coverage, allowed, o)
}

func (answer *BenefitAnswer) estimate(c *Coverage, allowed decimal.Decimal, o *EstimateOptions) (*Estimate, error) {
	var list []*PlanBenefits
	best := -1
	for i := range answer.Plans {
		p := &answer.Plans[i]
		if p.Status != answer.Status || p.InsuranceType == InsuranceQMB && len(answer.Plans) > 1 {
			continue
		}
		n := 0
		if p.Status == StatusActive {
			n = p.near()
		}
		switch {
		case best < 0 || n < best:
			list, best = []*PlanBenefits{p}, n
		case n == best:
			list = append(list, p)
		}
	}
	if len(list) == 0 || c.protected(answer.ServiceType, answer.Status) {
		list = []*PlanBenefits{{Status: answer.Status, ServiceType: answer.ServiceType, Network: answer.Network,
			protected: c.protected(answer.ServiceType, answer.Status)}}
	}
	var each []Estimate
	for _, p := range list {
		e, err := p.Estimate(allowed, o)
		if err != nil {
			return nil, err
		}
		e.Date = answer.Date
		each = append(each, *e)
	}
	out := &each[0]
	if len(each) > 1 {
		out = spanOf(each, answer)
	}
	for _, n := range c.Notes {
		if n.Code == NoteReplaced || n.Code == NoteOtherPayerFirst || n.Code == NoteOrderNotStated || n.Code == NoteQMB || n.Code == NoteQMBMentioned {
			out.Notes = append(out.Notes, n)
		}
	}
	return out, nil
}

// near tells how near to what was asked for the plan says anything; less is nearer.
func (p *PlanBenefits) near() int {
	rank := func(t x12.Code) int {
		i := slices.Index(costChain(p.ServiceType), t)
		if i < 0 {
			i = 1 << 10
		}
		return i
	}
	best := 1 << 11
	for _, s := range [...][]Share{p.Copays, p.Coinsurance, p.PlanShares} {
		for i := range s {
			best = min(best, rank(s[i].ServiceType))
		}
	}
	for _, a := range [...][]Accumulator{p.Deductibles, p.OutOfPocket} {
		for i := range a {
			best = min(best, rank(a[i].ServiceType))
		}
	}
	for i := range p.Limits {
		best = min(best, rank(p.Limits[i].ServiceType))
	}
	for i := range p.Others {
		best = min(best, rank(p.Others[i].ServiceType))
	}
	return best
}

// spanOf is the estimate of several plans that may pay.
func spanOf(each []Estimate, answer *BenefitAnswer) *Estimate {
	out := &Estimate{ServiceType: answer.ServiceType, Network: answer.Network, Date: answer.Date, Allowed: each[0].Allowed,
		Low: each[0].Low, High: each[0].High, Expected: each[0].Expected, Plans: each}
	for i := range each {
		e := &each[i]
		out.Low, out.High = decimal.Min(out.Low, e.Low), decimal.Max(out.High, e.High)
		if !e.Expected.Valid || !out.Expected.Valid || !e.Expected.Decimal.Equal(out.Expected.Decimal) {
			out.Expected = decimal.NullDecimal{}
		}
		for _, f := range e.NotStated {
			out.NotStated = addFact(out.NotStated, f)
		}
	}
	var facts []Fact
	if !out.Exact() {
		facts = []Fact{FactPlan}
		out.NotStated = addFact(out.NotStated, FactPlan)
	}
	out.Steps = []Step{{Kind: StepPlan, Low: out.Low, High: out.High, NotStated: facts, Words: "several plans may pay for it"}}
	return out
}

func addFact(list []Fact, f Fact) []Fact {
	if hasFact(list, f) {
		return list
	}
	return append(list, f)
}

// Estimate returns what the patient will owe under this plan.
func (p *PlanBenefits) Estimate(allowed decimal.Decimal, o *EstimateOptions) (*Estimate, error) {
	if allowed.IsNegative() || !allowed.Equal(allowed.Round(2)) {
		return nil, ErrAllowed
	}
	if o == nil {
		o = new(EstimateOptions)
	}
	e := &estimator{p: p, o: o, Estimate: Estimate{InsuranceType: p.InsuranceType, Plan: p.Name, ServiceType: p.ServiceType,
		Network: p.Network, Allowed: allowed, Notes: p.Notes}}
	e.run()
	e.Allowed, e.Low, e.High = scaled(e.Allowed), scaled(e.Low), scaled(e.High)
	if e.Expected.Valid {
		e.Expected.Decimal = scaled(e.Expected.Decimal)
	}
	return &e.Estimate, nil
}

// scaled is an amount in cents with two digits after the point, so that it prints
// as one.
func scaled(d decimal.Decimal) decimal.Decimal { return d.Add(decimal.New(0, -2)) }

// estimator makes one estimate.
type estimator struct {
	Estimate
	p *PlanBenefits
	o *EstimateOptions
}

func (e *estimator) step(s Step) {
	s.Low, s.High = scaled(s.Low), scaled(s.High)
	for _, f := range s.NotStated {
		e.NotStated = addFact(e.NotStated, f)
	}
	e.Steps = append(e.Steps, s)
}

// owe is the end of an estimate that has one figure or knows none.
func (e *estimator) owe(kind StepKind, low, high decimal.Decimal, words string, eb []int, facts ...Fact) {
	e.step(Step{Kind: kind, Low: low, High: high, Words: words, EB: eb, NotStated: facts})
	e.Low, e.High = low, high
	if low.Equal(high) {
		e.Expected = decimal.NewNullDecimal(low)
	}
}

func (e *estimator) run() {
	a := e.Allowed
	if e.p.protected {
		e.owe(StepProtected, decimal.Zero, decimal.Zero, "a qualified Medicare beneficiary (QMB) owes nothing of what Medicare covers", nil)
		return
	}
	where := ""
	if e.p.Network == AnswerNo {
		where = " out of the network"
	}
	switch e.p.Status {
	case StatusActive:
	case StatusNotCovered:
		var eb []int
		for i := range e.p.NonCovered {
			eb = append(eb, e.p.NonCovered[i].EB)
		}
		e.owe(StepNotCovered, a, a, "the plan does not cover the service"+where, eb)
		return
	case StatusInactive:
		e.owe(StepNotCovered, a, a, "the coverage is not active"+where, nil)
		return
	default:
		e.owe(StepUnknown, decimal.Zero, a, "the reply does not say whether there is coverage", nil, FactCoverage)
		return
	}
	var left span
	if len(e.p.OutOfPocket) > 0 || !originalMedicare(e.p.InsuranceType) {
		left = e.left(e.p.OutOfPocket, FactOutOfPocket, FactOutOfPocketRemaining, FactFamilyOOPRemaining)
	} else {
		left.low = a // Medicare itself knows no maximum
	}
	if left.high.Valid && left.high.Decimal.IsZero() {
		e.owe(StepOutOfPocketMet, decimal.Zero, decimal.Zero, "the out-of-pocket maximum is reached", left.eb)
		return
	}
	low, high := e.shares()
	before := [2]decimal.Decimal{low, high}
	if low.Cmp(a) > 0 || high.Cmp(a) > 0 {
		low, high = decimal.Min(low, a), decimal.Min(high, a)
		e.step(Step{Kind: StepAllowed, Low: low, High: high, Words: "not more than the allowed amount"})
		before = [2]decimal.Decimal{low, high}
	}
	low = decimal.Min(low, left.low)
	if left.high.Valid {
		high = decimal.Min(high, left.high.Decimal)
	}
	if !low.Equal(before[0]) || !high.Equal(before[1]) || len(left.facts) > 0 {
		words := "not more than what is left to the out-of-pocket maximum"
		if len(left.facts) > 0 {
			words = "what is left to the out-of-pocket maximum is not stated"
			if left.unread {
				words = "what is left to the out-of-pocket maximum could not be read"
			}
		}
		e.step(Step{Kind: StepOutOfPocket, Low: low, High: high, Words: words, NotStated: left.facts, Unreadable: left.unread && len(left.facts) > 0, EB: left.eb})
	}
	e.Low, e.High = low, high
	if before[0].Equal(before[1]) || low.Equal(high) {
		e.Expected = decimal.NewNullDecimal(high)
	}
	e.limit()
}

// limit looks for limits that are used up: then the plan may pay nothing.
func (e *estimator) limit() {
	for i := range e.p.Limits {
		l := &e.p.Limits[i]
		words, unread := "a limit is used up: the plan may pay nothing", false
		switch {
		case e.High.Equal(e.Allowed):
			continue
		case l.unread[partRemaining], l.unread[partUsed] && !l.Remaining.Valid, l.unread[partBase] && l.Used.Valid && !l.Remaining.Valid:
			words, unread = "what is left of a limit could not be read: the plan may pay nothing", true
		case !l.Remaining.Valid || !l.Remaining.Decimal.IsZero():
			continue
		}
		e.High, e.Expected = e.Allowed, decimal.NullDecimal{}
		e.step(Step{Kind: StepLimit, Low: e.Low, High: e.High, Words: words, Unreadable: unread, EB: l.EB})
	}
}

// span is an amount that lies between two; high is not valid when nothing bounds
// it.
type span struct {
	low   decimal.Decimal
	high  decimal.NullDecimal
	eb    []int
	facts []Fact

	unread bool // an amount that it would follow from could not be read
}

// left is what the patient may still have to pay toward a deductible or a
// maximum: until the individual or the family amount is reached, whichever is
// first (271-11). An amount of which the whole is stated and the rest is not lies
// anywhere up to the whole.
func (e *estimator) left(list []Accumulator, none, individualLeft, familyLeft Fact) span {
	one, has := leftOf(list, false)
	fam, hasFam := leftOf(list, true)
	zero := func(s span) bool { return s.high.Valid && s.high.Decimal.IsZero() }
	switch {
	case !has && !hasFam:
		return span{facts: []Fact{none}}
	case has && zero(one), hasFam && !has && zero(fam):
		if !has {
			one = fam
		}
		one.facts = nil
		return one
	case !has:
		// What one person still owes is not stated: no more than the family does.
		fam.low = decimal.Zero
		fam.facts = []Fact{none}
		return fam
	case !hasFam:
		if !one.exact() {
			one.facts = []Fact{individualLeft}
		}
		return one
	case zero(fam):
		return fam
	}
	out := span{low: decimal.Min(one.low, fam.low), high: one.high, eb: append(slices.Clone(one.eb), fam.eb...), unread: one.unread || fam.unread}
	if fam.high.Valid && (!out.high.Valid || fam.high.Decimal.Cmp(out.high.Decimal) < 0) {
		out.high = fam.high
	}
	if out.exact() {
		return out
	}
	if !one.exact() {
		out.facts = append(out.facts, individualLeft)
	}
	if !fam.exact() {
		out.facts = append(out.facts, familyLeft)
	}
	return out
}

func (s *span) exact() bool { return s.high.Valid && s.high.Decimal.Equal(s.low) }

// leftOf is what is left of the accumulators of one person or of the family: of
// several that differ, from the least to the most.
func leftOf(list []Accumulator, family bool) (s span, ok bool) {
	yearly := slices.ContainsFunc(list, func(a Accumulator) bool { return !a.Lifetime && a.family() == family })
	for i := range list {
		a := &list[i]
		if a.family() != family || a.Lifetime && yearly {
			continue
		}
		low, high := decimal.Zero, decimal.NullDecimal{}
		switch {
		case a.PlanNotStated:
		case a.Remaining.Valid:
			low = cents(a.Remaining.Decimal)
			high = decimal.NewNullDecimal(low)
		case a.Base.Valid:
			high = decimal.NewNullDecimal(cents(a.Base.Decimal))
		}
		if !ok {
			s.low, s.high = low, high
		} else {
			s.low = decimal.Min(s.low, low)
			if s.high.Valid = s.high.Valid && high.Valid; s.high.Valid {
				s.high.Decimal = decimal.Max(s.high.Decimal, high.Decimal)
			}
		}
		ok = true
		s.unread = s.unread || a.Unreadable && !a.Remaining.Valid
		s.eb = append(s.eb, a.EB...)
	}
	return s, ok
}

// cents rounds to cents, half a cent up; what is negative counts as nothing.
func cents(d decimal.Decimal) decimal.Decimal { return decimal.Max(decimal.Zero, d).Round(2) }
