// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Result is what happened to a claim or a line, in a word.
type Result string

// Results.
const (
	ResultPaid             Result = "paid"             // something is paid, nothing is denied
	ResultPartlyDenied     Result = "partly-denied"    // a part is denied, another is paid or somebody else's
	ResultDenied           Result = "denied"           // nothing is paid, and the rest after write-offs is denied
	ResultPatient          Result = "patient"          // nothing is paid, the patient bears it
	ResultOtherPayer       Result = "other-payer"      // nothing is paid, earlier payers have
	ResultNextPayer        Result = "next-payer"       // nothing is paid, Medicaid or another payer is to be billed and never the patient
	ResultCapitated        Result = "capitated"        // nothing is paid, capitation covers it
	ResultBundled          Result = "bundled"          // nothing is paid, it is paid with something else
	ResultWrittenOff       Result = "written-off"      // nothing is paid, the provider bears it
	ResultOpen             Result = "open"             // nothing is paid yet, nobody has settled it
	ResultNoCharge         Result = "no-charge"        // nothing was charged or paid
	ResultReversed         Result = "reversed"         // status 22: an earlier payment is taken back
	ResultForwarded        Result = "forwarded"        // nothing is paid, the claim was sent on to another payer
	ResultPredetermination Result = "predetermination" // status 25: an estimate
)

// Parts is where the dollars of a charge went that were not paid. What was paid
// and all of them add up to the charge, always: what nothing explains is in Open.
type Parts struct {
	Contractual   decimal.Decimal // written off by contract, or paid with something else
	Deductible    decimal.Decimal // patient
	Coinsurance   decimal.Decimal // patient
	Copay         decimal.Decimal // patient
	NonCovered    decimal.Decimal // patient: denied, and the payer says that the patient bears it
	PatientOther  decimal.Decimal // patient: everything else
	Protected     decimal.Decimal // cost share of a patient who may not be charged: Medicaid or another payer bears it, or nobody
	NextPayer     decimal.Decimal // the patient's, and not yet to be billed: the claim was sent on, and the next payer answers first
	OtherPayer    decimal.Decimal // paid or adjusted by earlier payers
	Sequestration decimal.Decimal // the federal cut of Medicare payments
	Reduction     decimal.Decimal // other cuts by the payer
	Denied        decimal.Decimal // not paid and not the patient's; nothing is settled until it is worked
	Open          decimal.Decimal // not settled: pending, passed on, not known, or not explained
}

// Of returns one of the parts.
func (p *Parts) Of(part Part) decimal.Decimal {
	return [parts]decimal.Decimal{
		{}, p.Open, p.Contractual, p.Deductible, p.Coinsurance, p.Copay, p.NonCovered, p.PatientOther,
		p.Protected, p.NextPayer, p.OtherPayer, p.Sequestration, p.Reduction, p.Denied,
	}[part]
}

// Patient returns what the patient bears: the adjustments of group PR, without
// those that the office has to work first, those of a protected patient and those
// that the next payer of a claim that was sent on is asked for.
func (p *Parts) Patient() decimal.Decimal {
	sum := p.Deductible
	for _, d := range [...]decimal.Decimal{p.Coinsurance, p.Copay, p.NonCovered, p.PatientOther} {
		sum = money.Add(sum, d)
	}
	return sum
}

// Sum returns the sum of all parts.
func (p *Parts) Sum() decimal.Decimal {
	return p.Patient().Add(p.Contractual).Add(p.Protected).Add(p.NextPayer).Add(p.OtherPayer).Add(p.Sequestration).Add(p.Reduction).Add(p.Denied).Add(p.Open)
}

// Outcome is what happened to a claim, derived from its payment alone. Amounts
// are dollars; of a reversal they are negated as the payment is.
type Outcome struct {
	Result  Result
	Charge  decimal.Decimal // CLP03
	Paid    decimal.Decimal // CLP04
	Allowed decimal.Decimal // what the payer holds to be due, by whomever it is paid
	Parts
	Unexplained decimal.Decimal // the part of Open that no adjustment explains; zero when the payment balances
	Work        bool            // something is left to do before it can be posted or billed on
	AtStake     decimal.Decimal // what is denied, open, protected or else to be worked; zero for reversals and estimates
	Next        Next            // the next step for the largest amount that can be worked, else for what the patient bears
	Step        string          // Next in words, for this very claim
	Crossover   bool            // the claim was sent on to another payer: wait for it, do not bill it
	QMB         bool            // the patient is a Qualified Medicare Beneficiary: what was collected is refunded
	Split       bool            // it is a part of a split claim
	Reasons     []ReasonAmount  // every adjustment of the claim and of its lines, explained
	Lines       []LineOutcome   // as ClaimPayment.Lines
}

// LineOutcome is what happened to a line. Adjustments of the claim as a whole are
// in none of them.
type LineOutcome struct {
	Result  Result
	Charge  decimal.Decimal // SVC02
	Paid    decimal.Decimal // SVC03
	Allowed decimal.Decimal // AMT*B6, or what is paid and what is the patient's, an earlier payer's or cut afterwards
	Parts
	Unexplained decimal.Decimal
}

// ReasonAmount is an adjustment with what is known of it.
type ReasonAmount struct {
	Line     int // 1 for the first, 0 for the claim as a whole
	Amount   decimal.Decimal
	Quantity decimal.NullDecimal
	AtStake  bool // it is denied, open, protected or else to be worked
	Reason
}

// Outcome tells what happened to the claim. A nil table is DefaultReasons.
func (p *ClaimPayment) Outcome(rs *Reasons) *Outcome {
	if rs == nil {
		rs = DefaultReasons()
	}
	o := &Outcome{Charge: p.Charge, Paid: p.Paid, Split: isSplit(p)}
	if n := countAdjustments(p); n > 0 {
		o.Reasons = make([]ReasonAmount, 0, n)
	}
	if n := len(p.Lines); n > 0 {
		o.Lines = make([]LineOutcome, 0, n)
	}
	c := p.circumstances(rs)
	claim := c.Remarks
	o.Crossover, o.QMB = c.SentOn, c.Protected
	var whole, own partSums
	for i := range p.Adjustments {
		o.add(rs, &p.Adjustments[i], 0, &c, &own)
	}
	allowed, told := money.Sum{}, len(p.Lines) > 0
	for i := range p.Lines {
		c.Remarks = p.Lines[i].remarks(claim)
		line, sums, said := o.line(rs, p, i, &c)
		o.Lines = append(o.Lines, line)
		whole.addAll(&sums)
		allowed.Add(line.Allowed)
		told = told && said
	}
	whole.addAll(&own)
	o.Unexplained = whole.rest(p.Charge, p.Paid)
	o.Parts = whole.parts()
	o.Allowed = allowedOf(p.Paid, &whole)
	if told {
		// What the payer says of the lines, less what it cuts from the claim.
		for _, part := range [...]Part{PartContractual, PartDenied, PartNonCovered} {
			allowed.SubSum(own.sums[part])
		}
		o.Allowed = allowed.Decimal()
	}
	o.Result = resultOf(p.Status, p.Charge, p.Paid, &whole)
	o.settle()
	return o
}

func countAdjustments(p *ClaimPayment) int {
	n := len(p.Adjustments)
	for i := range p.Lines {
		n += len(p.Lines[i].Adjustments)
	}
	return n
}

// circumstances are what of the claim decides about its adjustments; the remarks
// are those of the claim as a whole.
func (p *ClaimPayment) circumstances(rs *Reasons) Circumstances {
	c := Circumstances{
		Remarks: p.Remarks(), Payer: p.FilingIndicator,
		Reversal: p.Status == StatusReversal, NotOurs: p.Status == StatusNotOurs, Estimate: p.Status == StatusPredetermination,
	}
	look := func(code x12.Code) {
		r := rs.remarks[code]
		c.SentOn = c.SentOn || r.Crossover
		c.Protected = c.Protected || r.Protects
	}
	for _, code := range c.Remarks {
		look(code)
	}
	for i := range p.Lines {
		for k := range p.Lines[i].Remarks {
			if r := &p.Lines[i].Remarks[k]; r.List == RemarkHE {
				look(x12.Code(r.Code))
			}
		}
	}
	eachAdjustment(p, func(a *Adjustment, _, _ int) {
		c.Protected = c.Protected || rs.adjustment(a.Group, a.Reason, false).protected
	})
	c.SentOn = c.SentOn || p.Crossover != nil
	switch p.Status {
	case StatusPrimaryForwarded, StatusSecondaryForwarded, StatusTertiaryForwarded, StatusNotOurs:
		c.SentOn = true
	case StatusReversal:
		c.SentOn = false // a reversal takes back, and goes nowhere
	}
	return c
}

// remarks returns the remark codes of the line, then those of its claim.
func (l *ServicePayment) remarks(claim []x12.Code) []x12.Code {
	if len(l.Remarks) == 0 {
		return claim
	}
	out := make([]x12.Code, 0, len(l.Remarks)+len(claim))
	for i := range l.Remarks {
		if l.Remarks[i].List == RemarkHE {
			out = append(out, x12.Code(l.Remarks[i].Code))
		}
	}
	return append(out, claim...)
}

// line tells what happened to a line, and whether the payer says what is allowed.
func (o *Outcome) line(rs *Reasons, p *ClaimPayment, i int, c *Circumstances) (LineOutcome, partSums, bool) {
	l := &p.Lines[i]
	var sums partSums
	for k := range l.Adjustments {
		o.add(rs, &l.Adjustments[k], i+1, c, &sums)
	}
	explained := sums
	out := LineOutcome{Charge: l.Charge, Paid: l.Paid, Unexplained: sums.rest(l.Charge, l.Paid)}
	out.Parts = sums.parts()
	out.Allowed = allowedOf(l.Paid, &sums)
	allowed := l.Amount(AmountAllowed)
	if allowed.Valid {
		out.Allowed = allowed.Decimal
		if p.Status == StatusReversal && allowed.Decimal.IsPositive() {
			out.Allowed = allowed.Decimal.Neg() // it was not negated
		}
	}
	out.Result = resultOf(p.Status, l.Charge, l.Paid, &sums)
	return out, explained, allowed.Valid
}

// add explains an adjustment and adds it to its part.
func (o *Outcome) add(rs *Reasons, a *Adjustment, line int, c *Circumstances, sums *partSums) {
	r := rs.Explain(a.Group, a.Reason, c)
	o.Reasons = append(o.Reasons, ReasonAmount{Line: line, Amount: a.Amount, Quantity: a.Quantity, Reason: r})
	sums.sums[r.Part].Add(a.Amount)
	switch r.Class {
	case ClassBundled:
		sums.bundled.Add(a.Amount)
	case ClassForwarded:
		sums.forwarded.Add(a.Amount)
	case ClassContractual:
		if a.Reason == "24" {
			sums.capitated.Add(a.Amount)
		}
	}
}

// partSums adds up parts.
type partSums struct {
	sums               [parts]money.Sum
	bundled, capitated money.Sum // inside PartContractual
	forwarded          money.Sum // inside PartOpen
}

func (s *partSums) addAll(o *partSums) {
	for i := range s.sums {
		s.sums[i].AddSum(o.sums[i])
	}
	s.bundled.AddSum(o.bundled)
	s.capitated.AddSum(o.capitated)
	s.forwarded.AddSum(o.forwarded)
}

// rest puts what no adjustment explains into Open, and returns it.
func (s *partSums) rest(charge, paid decimal.Decimal) decimal.Decimal {
	var rest money.Sum
	rest.Add(charge)
	rest.Sub(paid)
	for i := range s.sums {
		rest.SubSum(s.sums[i])
	}
	s.sums[PartOpen].AddSum(rest)
	return rest.Decimal()
}

func (s *partSums) parts() Parts {
	d := func(p Part) decimal.Decimal { return s.sums[p].Decimal() }
	return Parts{
		Contractual: d(PartContractual), Deductible: d(PartDeductible), Coinsurance: d(PartCoinsurance), Copay: d(PartCopay),
		NonCovered: d(PartNonCovered), PatientOther: d(PartPatientOther), Protected: d(PartProtected), NextPayer: d(PartNextPayer), OtherPayer: d(PartOtherPayer),
		Sequestration: d(PartSequestration), Reduction: d(PartReduction), Denied: d(PartDenied), Open: d(PartOpen),
	}
}

// allowedOf is what is due by the adjustments: paid, or borne for what is covered
// by the patient or a later payer in his place, or by earlier payers, or cut from the payment afterwards.
func allowedOf(paid decimal.Decimal, s *partSums) decimal.Decimal {
	var sum money.Sum
	sum.Add(paid)
	for _, p := range [...]Part{PartDeductible, PartCoinsurance, PartCopay, PartPatientOther, PartProtected, PartNextPayer, PartOtherPayer, PartSequestration} {
		sum.AddSum(s.sums[p])
	}
	return sum.Decimal()
}

// resultOf finds the word. Signs do not matter, so that a line of a reversal is
// told as the line that it takes back.
func resultOf(status x12.Code, charge, paid decimal.Decimal, s *partSums) Result {
	has := func(p Part) bool { return s.sums[p].Sign() != 0 }
	patient := has(PartDeductible) || has(PartCoinsurance) || has(PartCopay) || has(PartNonCovered) || has(PartPatientOther)
	switch {
	case status == StatusReversal:
		return ResultReversed
	case status == StatusPredetermination:
		return ResultPredetermination
	case status == StatusNotOurs && paid.IsZero():
		return ResultForwarded
	case has(PartDenied) && (!paid.IsZero() || patient || has(PartOtherPayer) || has(PartProtected) || has(PartNextPayer)):
		return ResultPartlyDenied
	case has(PartDenied):
		return ResultDenied
	case !paid.IsZero():
		return ResultPaid
	case s.forwarded.Sign() != 0 || has(PartNextPayer):
		return ResultForwarded
	case has(PartOpen):
		return ResultOpen
	case has(PartProtected):
		return ResultNextPayer
	case patient:
		return ResultPatient
	case has(PartOtherPayer):
		return ResultOtherPayer
	case s.capitated.Sign() != 0:
		return ResultCapitated
	case s.bundled.Sign() != 0:
		return ResultBundled
	case !charge.IsZero():
		return ResultWrittenOff
	}
	return ResultNoCharge
}

// settle finds what is at stake and the next step: the one for the largest amount
// that can be worked; without one, for what the patient or another payer owes.
func (o *Outcome) settle() {
	switch o.Result {
	case ResultReversed:
		o.Next, o.Step = NextUndoPosting, NextUndoPosting.Words()
		return
	case ResultPredetermination:
		o.Next = NextNone
		return
	}
	var stake money.Sum
	var best [3]*ReasonAmount // work, then bills and waiting, then what is written off
	better := func(i int, r *ReasonAmount) {
		if r.Amount.IsPositive() && (best[i] == nil || r.Amount.GreaterThan(best[i].Amount)) {
			best[i] = r
		}
	}
	for i := range o.Reasons {
		r := &o.Reasons[i]
		unsettled := r.Part == PartDenied || r.Part == PartOpen || r.Part == PartProtected
		if r.AtStake = unsettled || r.Next.workable() && !r.Part.Patient(); r.AtStake {
			stake.Add(r.Amount)
		}
		protected := r.Class == ClassProtected && r.Workable // a refund may be due
		o.Work = o.Work || r.AtStake || r.Next.workable() || protected
		switch {
		case r.Next.workable() || unsettled && r.Workable || protected:
			better(0, r)
		case r.Next == NextBillNextPayer || r.Next == NextBillPatient || r.Next == NextWait:
			better(1, r)
		case unsettled && r.Next == NextWriteOff:
			better(2, r)
		}
	}
	off := o.Unexplained.Abs()
	stake.Add(off)
	o.AtStake, o.Next = stake.Decimal(), NextNone
	o.Work = o.Work || off.IsPositive()
	if off.IsPositive() && (best[0] == nil || off.GreaterThan(best[0].Amount)) {
		o.Next, o.Step = NextReview, stepUnexplained
		return
	}
	for _, r := range best {
		if r != nil {
			o.Next, o.Step = r.Next, r.Step
			return
		}
	}
}
