// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Response is what a payer answers about one patient: loop 2000C, or 2000D below
// it, with all of loop 2110. The pointers lead to what it stands in, which
// responses share: whoever changes one, changes it for all of them; Clone
// detaches. A refusal stands where the payer put it: Source.LevelRejections,
// Source.Rejections, Receiver.Rejections, Subscriber.Rejections,
// Dependent.Rejections or Benefits[].Rejections.
type Response struct {
	At          At
	Transaction *Transaction
	Source      *Source
	Receiver    *Receiver
	Subscriber  *Member
	Dependent   *Member // the patient, when not the subscriber

	Traces   []Trace   // TRN: TraceReferenced echoes the inquiry's, TraceOwn is the payer's own
	Benefits []Benefit // loop 2110C or 2110D, in the order of the file
}

// Patient returns the dependent, or the subscriber when there is none.
func (r *Response) Patient() *Member {
	if r.Dependent != nil {
		return r.Dependent
	}
	return r.Subscriber
}

// Benefit is one statement of the payer, loop 2110C or 2110D: segment EB with
// what belongs to it.
type Benefit struct {
	Kind          x12.Code            // EB01: BenefitActive, BenefitCopay …
	Level         x12.Code            // EB02: LevelIndividual, LevelFamily …
	ServiceTypes  []x12.Code          // EB03, repeated up to 99 times: the statement holds for each
	InsuranceType x12.Code            // EB04: MA Medicare A, HM HMO …
	Plan          string              // EB05: name of the plan
	Period        x12.Code            // EB06: PeriodCalendarYear, PeriodRemaining …
	Amount        decimal.NullDecimal // EB07, dollars
	Percent       decimal.NullDecimal // EB08: the patient's share as a fraction, 0.2 is 20 %
	QuantityType  x12.Code            // EB09: QuantityVisits …
	Quantity      decimal.NullDecimal // EB10
	Authorization x12.Code            // EB11: Y needed, N not needed, U unknown
	Network       x12.Code            // EB12: Y in network, N out of network, W both, U unknown
	Procedure     *Procedure          // EB13
	Diagnoses     []int               // EB14: which of the patient's diagnoses, from 1, up to four

	Deliveries []Delivery      // HSD: how often and how long, up to nine
	References []Reference     // REF*18, 1L, 6P, 9F, G1 …, up to nine
	Dates      []Period        // DTP, up to twenty: in place of the patient's
	Rejections []Rejection     // AAA: this question could not be answered, up to nine
	Messages   []string        // MSG, up to ten, as they were sent: they may restrict the benefit
	Further    []FurtherInfo   // loop 2115
	Entities   []RelatedEntity // loop 2120: other payers, primary care providers …, up to 23

	// LoopBegin and LoopEnd are LS01 and LE01, which stand around the entities, as
	// read: 2120. A canonical Writer makes both when there are entities.
	LoopBegin string
	LoopEnd   string
	Rest      []x12.Raw
}

// Delivery is how a service may be had over time, segment HSD.
type Delivery struct {
	QuantityType x12.Code            // HSD01: VS visits, DY days …
	Quantity     decimal.NullDecimal // HSD02
	Every        x12.Code            // HSD03: DA days, WK weeks, MO months, YR years, VS visits
	EveryCount   decimal.NullDecimal // HSD04: how many of them
	Period       x12.Code            // HSD05: PeriodCalendarYear …
	Periods      decimal.NullDecimal // HSD06: how many of them
	Pattern      x12.Code            // HSD07: on which days
	TimeOfDay    x12.Code            // HSD08
}

// FurtherInfo is more about a benefit, loop 2115: segment III.
type FurtherInfo struct {
	Qualifier x12.Code // III01: ZZ place of service, NI nature of injury, GR national injury code
	Code      string   // III02
	Category  x12.Code // III03: 44, Text is about the nature of an injury
	Text      string   // III04
	Rest      []x12.Raw
}

// RelatedEntity is somebody that a benefit is about, loop 2120: another payer,
// a primary care provider, who administers the benefit.
type RelatedEntity struct {
	Role         x12.Code      // NM101: RolePayer, RolePrimaryPayer, RolePrimaryCare …
	Name         x12.Name      // NM1
	Relationship x12.Code      // NM110: to the patient
	Address      x12.Address   // N3, N4
	LocationType x12.Code      // N405: RJ region
	Location     string        // N406
	Contacts     []x12.Contact // PER*IC, up to three
	Provider     *Provider     // PRV
	Rest         []x12.Raw
}
