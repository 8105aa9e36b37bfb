// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Query says which benefits are asked for.
type Query struct {
	ServiceType    x12.Code // empty: ServicePlan
	Network        x12.Code // AnswerYes in network, AnswerNo out of it; empty: in network
	Date           x12.Date // zero: Response.DefaultDate
	InsuranceType  x12.Code // of one plan only; empty: of all
	Plan           string   // of one plan only, without regard to case; empty: of all
	Procedure      string   // statements about this procedure code count, too; others about procedures never do
	PlaceOfService x12.Code // statements about other places do not count; empty: all do
}

// BenefitAnswer is what a reply says about a service, plan by plan. What it does
// not say is listed in NotStated of a plan, never told as a zero.
type BenefitAnswer struct {
	ServiceType x12.Code
	Network     x12.Code
	Date        x12.Date
	Status      Status // active when one of the plans covers it
	Plans       []PlanBenefits
	Refusals    []Refusal
}

// PlanBenefits is what one plan says about the service that was asked for. The
// service type at each figure is the one that the payer names: another than the
// one asked for when the reply has nothing nearer (271-12).
type PlanBenefits struct {
	InsuranceType x12.Code
	Name          string
	Status        Status // of the service in this plan and network
	ServiceType   x12.Code
	Network       x12.Code

	Copays      []Share
	Coinsurance []Share
	// PlanShares are copays and coinsurance of the plan as a whole, when nothing
	// nearer is stated: they do not prove what the service costs.
	PlanShares []Share

	Deductibles []Accumulator
	OutOfPocket []Accumulator // the most that the patient pays in a period

	Limits          []Limit
	Authorization   x12.Code // Y needed, N not needed, U unknown to the payer; empty: not stated
	AuthorizationEB []int
	NonCovered      []Statement // not covered (I) and exclusions (E)
	Others          []Statement // whatever else is said about the service: descriptions, limits in words …

	Messages  []Message // of all statements that count here
	NotStated []Fact
	Notes     []Note
	Unused    []Unused // statements about the service that do not count here, and why

	protected bool // nothing of it is the patient's, see QMB
}

// Share is what the patient pays of each service: a copay or a coinsurance.
type Share struct {
	Kind          x12.Code            // BenefitCopay or BenefitCoinsurance
	ServiceType   x12.Code            // that it is stated for
	Amount        decimal.NullDecimal // dollars
	Percent       decimal.NullDecimal // as a fraction, 0.2 is 20 %
	Period        x12.Code            // EB06: for each visit, day, admission …
	Level         x12.Code
	Network       x12.Code            // as stated; empty or U: not stated
	QuantityType  x12.Code            // with Quantity: it holds for so many only
	Quantity      decimal.NullDecimal // EB10
	Authorization x12.Code
	Places        []x12.Code // of service, when it holds there only
	Dates         x12.DateRange
	Messages      []string // they may restrict it
	PlanNotStated bool     // it may be about another of several plans
	Unreadable    bool     // the amount, the percent or the quantity was sent and could not be read
	EB            int

	unreadFigure, unreadQuantity bool // which of them
}

// Accumulator is an amount that fills up over a time: a deductible or an
// out-of-pocket maximum. Base and remaining amounts that belong together stand
// in one (271-09). What is not valid is not stated.
type Accumulator struct {
	Level         x12.Code // LevelIndividual, LevelFamily …; empty: not stated
	ServiceType   x12.Code // that it is stated for
	Network       x12.Code
	Period        x12.Code            // of the base: calendar year, plan year …
	Lifetime      bool                // it fills once only
	Base          decimal.NullDecimal // the whole
	Remaining     decimal.NullDecimal // what the patient still has to pay; Derived when computed
	Met           decimal.NullDecimal // what the patient has paid: Base - Remaining, else YearToDate
	YearToDate    decimal.NullDecimal // period 24, as stated
	Derived       bool                // Remaining is Base - YearToDate, or nothing of nothing
	Unreadable    bool                // one of the amounts was sent and could not be read
	Places        []x12.Code
	Dates         x12.DateRange
	Messages      []string
	PlanNotStated bool
	EB            []int

	unread [partNone]bool // which of Base, Remaining and YearToDate
}

// Limit is how much of a service is covered: a number of visits or days, or an
// amount. What is not valid is not stated.
type Limit struct {
	Kind          x12.Code // BenefitLimitations, BenefitUnlimited or BenefitReserve
	ServiceType   x12.Code
	Level         x12.Code
	Network       x12.Code
	Unit          x12.Code            // EB09 or HSD01: QuantityVisits …; empty: dollars
	Base          decimal.NullDecimal // the whole
	Remaining     decimal.NullDecimal // what is left
	Used          decimal.NullDecimal // as stated, or Base - Remaining
	Period        x12.Code            // of the base
	Lifetime      bool
	Deliveries    []Delivery // HSD: how often
	Unreadable    bool       // one of the figures was sent and could not be read
	Words         string     // "30 visits each calendar year, 12 left"
	Places        []x12.Code
	Dates         x12.DateRange
	Messages      []string
	PlanNotStated bool
	EB            []int

	unread [partNone]bool // which of Base, Remaining and Used
}

// Statement is something that is said of a service besides what the patient pays
// and the limits.
type Statement struct {
	Kind        x12.Code
	ServiceType x12.Code
	Network     x12.Code
	Words       string              // what the kind means
	Amount      decimal.NullDecimal // dollars
	Period      x12.Code            // of the amount
	Unreadable  bool                // the amount was sent and could not be read
	Messages    []string
	EB          int
}

// Unused is a statement about the service that does not count for what was
// asked.
type Unused struct {
	EB  int
	Why UnusedReason
}

// UnusedReason says why a statement does not count.
type UnusedReason string

// Reasons.
const (
	UnusedNetwork     UnusedReason = "network"     // it is about the other network
	UnusedUnspecified UnusedReason = "unspecified" // it does not say which network, and others do
	UnusedDate        UnusedReason = "date"
	UnusedProcedure   UnusedReason = "procedure"
	UnusedPlace       UnusedReason = "place"
	UnusedWider       UnusedReason = "wider" // another service type is nearer
)

// Fact names something that a reply may leave out.
type Fact string

// Facts.
const (
	FactCoverage             Fact = "coverage"
	FactPlan                 Fact = "plan" // which of several plans it is
	FactCopay                Fact = "copay"
	FactCopayChoice          Fact = "copay-choice" // which of several copays it is
	FactCoinsurance          Fact = "coinsurance"
	FactCoinsuranceChoice    Fact = "coinsurance-choice"
	FactDeductible           Fact = "deductible"
	FactDeductibleRemaining  Fact = "deductible-remaining"
	FactFamilyDeductible     Fact = "family-deductible"
	FactFamilyDedRemaining   Fact = "family-deductible-remaining"
	FactOutOfPocket          Fact = "out-of-pocket"
	FactOutOfPocketRemaining Fact = "out-of-pocket-remaining"
	FactFamilyOutOfPocket    Fact = "family-out-of-pocket"
	FactFamilyOOPRemaining   Fact = "family-out-of-pocket-remaining"
	FactAuthorization        Fact = "authorization"
	FactUnits                Fact = "units" // for how many days or hours
)

// family reports whether an accumulator is of several persons together.
func (a *Accumulator) family() bool {
	switch a.Level {
	case LevelFamily, LevelEmployeeChildren, LevelEmployeeSpouse, LevelSpouseChildren, LevelDependents, LevelChildren:
		return true
	}
	return false
}

// Individual returns the first accumulator of one person, nil when none is
// stated.
func Individual(list []Accumulator) *Accumulator { return firstLevel(list, false) }

// Family returns the first accumulator of the family, nil when none is stated.
func Family(list []Accumulator) *Accumulator { return firstLevel(list, true) }

func firstLevel(list []Accumulator, family bool) *Accumulator {
	for i := range list {
		if list[i].family() == family {
			return &list[i]
		}
	}
	return nil
}

// Is reports whether the item is not stated.
func (p *PlanBenefits) Is(notStated Fact) bool { return hasFact(p.NotStated, notStated) }

func hasFact(list []Fact, item Fact) bool {
	for _, i := range list {
		if i == item {
			return true
		}
	}
	return false
}

// BenefitsFor returns what the reply says about a service; who asks for several
// asks Answers. The statements themselves, one by one, are Response.Benefits.
func (r *Response) BenefitsFor(q Query) *BenefitAnswer { return r.Answers(q.Date).Benefits(q) }
