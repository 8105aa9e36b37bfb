// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"github.com/claimwire/claimwire/internal/money"
	"github.com/shopspring/decimal"
)

// sign is what a claim payment shows on the way, so that most rules need not be
// asked about most payments.
type sign uint32

const (
	signLine       sign = 1 << iota // a line does not balance
	signClaim                       // the claim does not balance
	signLines                       // the lines do not add up to the charge
	signPatient                     // CLP05 is not the patient's adjustments, or stands where it should not
	signZero                        // an adjustment is zero
	signFraction                    // an amount has parts of a cent
	signGroup                       // an adjustment has a group that is none
	signQuantity                    // a claim adjustment has a quantity
	signUnits                       // units may not add up
	signAllowed                     // the allowed amount is not what it should be
	signReversal                    // status 22
	signSecondary                   // status 2, 3, 20 or 21
	signRemark                      // a reason demands a remark
	signCapitation                  // reason 24
	signOtherPayer                  // reason 23
	signNamed                       // reason 22, 97 or 101
	signRaised                      // a line is paid more than was charged
	signSubmitted                   // a line has SVC06
	signSplit                       // a line has the remark N123
	signUndated                     // a line has no date
	signDated                       // a line has a date
	signDates                       // dates are missing, or may contradict each other
	signControl                     // a line has REF*6R
	signNoControl                   // a line has no REF*6R
	signHeader                      // no header number
	signIncomplete                  // something that every payment has is missing
	signNames                       // names besides that of the patient are there, or should be
	signEstimate                    // status 25
	signDenied                      // status 4
	signDays                        // MIA01 is not zero
	signUncharged                   // something is paid, no line is there and nothing was charged
	signDuplicate                   // it was read before
)

// tally is the figures of one claim payment. It is filled in one pass.
type tally struct {
	signs    sign
	charge   money.Sum   // CLP03
	paid     money.Sum   // CLP04
	adjusted money.Sum   // CAS of the claim
	patient  money.Sum   // group PR, claim and lines
	within   money.Sum   // CAS of the lines
	charged  money.Sum   // SVC02
	lines    []lineTally // as Lines; of the checker, reused

	unread  figures // those of the claim that cannot be known
	unreadL figures // those of its lines
	amounts int     // that could not be read
}

// lineTally is the figures of one line.
type lineTally struct {
	adjusted money.Sum // CAS
	share    money.Sum // deductible, coinsurance and copay
	quantity bool      // an adjustment has a quantity
	unread   figures   // those that cannot be known
}

// add adds an amount to a sum and notes what is no whole number of cents.
func (t *tally) add(s *money.Sum, d decimal.Decimal) (c int64, ok bool) {
	if c, ok = money.Cents(d); ok {
		s.AddCents(c)
	} else {
		s.Add(d)
		if !d.Equal(d.Round(2)) {
			t.signs |= signFraction
		}
	}
	return c, ok
}

// of takes the figures of a claim payment.
func (t *tally) of(p *ClaimPayment, table *traitTable) {
	*t = tally{lines: t.lines[:0]}
	t.add(&t.charge, p.Charge)
	t.add(&t.paid, p.Paid)
	for i := range p.Adjustments {
		a := &p.Adjustments[i]
		t.adjustment(a, &t.adjusted, nil, table.of(a.Reason))
		if a.Quantity.Valid {
			t.signs |= signQuantity
		}
	}
	for i := range p.Lines {
		l, before := &p.Lines[i], t.signs
		t.line(l, table)
		if len(l.Rest) > 0 {
			t.leaveOutLine(l, before)
		}
	}
	rest := t.charge
	rest.SubSum(t.adjusted)
	rest.SubSum(t.within)
	if !rest.EqualSum(t.paid) {
		t.signs |= signClaim
	}
	if len(p.Lines) > 0 && !t.charged.EqualSum(t.charge) {
		t.signs |= signLines
	}
	t.status(p)
	t.whole(p)
	if len(p.Rest) > 0 || t.unreadL != 0 {
		t.leaveOut(p)
	}
}

// leaveOutLine takes back what the last line shows when its figures cannot be
// known; before is what there was without it.
func (t *tally) leaveOutLine(l *ServicePayment, before sign) {
	u, n := unreadIn(l.Rest)
	t.lines[len(t.lines)-1].unread = u
	t.unreadL |= u
	t.amounts += n
	var not sign
	if u&(unreadCharge|unreadPaid|unreadAdjusted) != 0 {
		not = signLine | signRaised
	}
	if u&(unreadPaid|unreadAdjusted|unreadAmount) != 0 {
		not |= signAllowed
	}
	t.signs &^= not &^ before
}

// leaveOut takes back what the figures show that cannot be known.
func (t *tally) leaveOut(p *ClaimPayment) {
	u, n := unreadIn(p.Rest)
	t.unread = u
	t.amounts += n
	all := u | t.unreadL
	if u&(unreadCharge|unreadPaid) != 0 || all&unreadAdjusted != 0 {
		t.signs &^= signClaim
	}
	if u&unreadCharge != 0 || t.unreadL&unreadCharge != 0 {
		t.signs &^= signLines
	}
	if u&unreadOwed != 0 || all&unreadAdjusted != 0 {
		t.signs &^= signPatient
	}
	if u&unreadCharge != 0 {
		t.signs &^= signUncharged
	}
}

// whole takes what is no figure of the claim.
func (t *tally) whole(p *ClaimPayment) {
	if p.Header == nil {
		t.signs |= signHeader
	}
	if p.ID == "" || p.Status == "" || p.FilingIndicator == "" || p.PayerControlNumber == "" || p.Patient.Last == "" && p.Patient.IsZero() {
		t.signs |= signIncomplete
	}
	if p.Corrected != nil || p.CorrectedPayer != nil || p.Crossover != nil && p.Status == StatusReversal {
		t.signs |= signNames
	}
	if p.Inpatient != nil && !p.Inpatient.CoveredDays.IsZero() {
		t.signs |= signDays
	}
	if p.StatementFrom != 0 && t.signs&signDated != 0 ||
		p.StatementFrom == 0 && (t.signs&signUndated != 0 || len(p.Lines) == 0) {
		t.signs |= signDates
	}
	if len(p.Lines) == 0 && t.charge.Sign() == 0 && t.paid.Sign() != 0 {
		t.signs |= signUncharged
	}
}

// status takes what depends on CLP02 and CLP05.
func (t *tally) status(p *ClaimPayment) {
	switch p.Status {
	case StatusReversal:
		t.signs |= signReversal
		if p.PatientResponsibility.Valid {
			t.signs |= signPatient
		}
		return
	case StatusSecondary, StatusTertiary:
		t.signs |= signSecondary
	case StatusSecondaryForwarded, StatusTertiaryForwarded:
		t.signs |= signSecondary | signNames
	case StatusPrimaryForwarded, StatusNotOurs:
		t.signs |= signNames
	case StatusPredetermination:
		t.signs |= signEstimate
	case StatusDenied:
		t.signs |= signDenied
	}
	if owes := t.patient.Sign() > 0; owes != p.PatientResponsibility.Valid ||
		owes && !t.patient.Equal(p.PatientResponsibility.Decimal) {
		t.signs |= signPatient
	}
}

// adjustment takes one adjustment; share is where a deductible, coinsurance or
// copay of the patient is added, too.
func (t *tally) adjustment(a *Adjustment, into, share *money.Sum, mark traits) {
	c, ok := t.add(into, a.Amount)
	if ok && c == 0 || !ok && a.Amount.IsZero() {
		t.signs |= signZero
	}
	switch a.Group {
	case GroupPatient:
		if ok {
			t.patient.AddCents(c)
		} else {
			t.patient.Add(a.Amount)
		}
		if share != nil && mark&isShare != 0 {
			if ok {
				share.AddCents(c)
			} else {
				share.Add(a.Amount)
			}
		}
	case GroupContractual, GroupOther, GroupPayer:
	default:
		t.signs |= signGroup
	}
	if mark&(needsRemark|isOtherPayer|isCapitation|isNamed) != 0 {
		t.mark(mark)
	}
}

func (t *tally) mark(mark traits) {
	if mark&needsRemark != 0 {
		t.signs |= signRemark
	}
	if mark&isOtherPayer != 0 {
		t.signs |= signOtherPayer
	}
	if mark&isCapitation != 0 {
		t.signs |= signCapitation
	}
	if mark&isNamed != 0 {
		t.signs |= signNamed
	}
}

// line takes one line. Amounts of the usual size are added up as cents; a line
// that has others goes the long way.
func (t *tally) line(l *ServicePayment, table *traitTable) {
	t.lines = append(t.lines, lineTally{})
	lt := &t.lines[len(t.lines)-1]
	charge, ok1 := money.Cents(l.Charge)
	paid, ok2 := money.Cents(l.Paid)
	usual := ok1 && ok2
	var adjusted, patient, share int64
	var marks traits
	for i := range l.Adjustments {
		a := &l.Adjustments[i]
		c, ok := money.Cents(a.Amount)
		adjusted += c
		usual = usual && ok && c != 0 && adjusted < most && adjusted > -most
		mark := table.of(a.Reason)
		marks |= mark
		switch a.Group {
		case GroupPatient:
			patient += c
			if mark&isShare != 0 {
				share += c
			}
		case GroupContractual, GroupOther, GroupPayer:
		default:
			t.signs |= signGroup
		}
		lt.quantity = lt.quantity || a.Quantity.Valid
	}
	if !usual {
		t.longLine(l, lt, table)
		t.facts(l, lt)
		return
	}
	if marks&(needsRemark|isOtherPayer|isCapitation|isNamed) != 0 {
		t.mark(marks)
	}
	lt.adjusted.AddCents(adjusted)
	lt.share.AddCents(share)
	t.within.AddCents(adjusted)
	t.patient.AddCents(patient)
	t.charged.AddCents(charge)
	if paid+adjusted != charge {
		t.signs |= signLine
	}
	if adjusted < 0 {
		t.signs |= signRaised
	}
	for i := range l.Amounts {
		if l.Amounts[i].Qualifier == AmountAllowed {
			if c, ok := money.Cents(l.Amounts[i].Amount); !ok || c != paid+share {
				t.signs |= signAllowed
			}
			break
		}
	}
	t.facts(l, lt)
}

// most is how far cents are added up without care.
const most = 1 << 60

// longLine is line for amounts that are zero, very large or have parts of cents.
func (t *tally) longLine(l *ServicePayment, lt *lineTally, table *traitTable) {
	for i := range l.Adjustments {
		a := &l.Adjustments[i]
		t.adjustment(a, &lt.adjusted, &lt.share, table.of(a.Reason))
	}
	var charge, paid money.Sum
	t.add(&charge, l.Charge)
	t.add(&paid, l.Paid)
	t.charged.AddSum(charge)
	t.within.AddSum(lt.adjusted)
	full := paid
	full.AddSum(lt.adjusted)
	if !full.EqualSum(charge) {
		t.signs |= signLine
	}
	if lt.adjusted.Sign() < 0 {
		t.signs |= signRaised
	}
	for i := range l.Amounts {
		if l.Amounts[i].Qualifier == AmountAllowed {
			paid.AddSum(lt.share)
			if !paid.Equal(l.Amounts[i].Amount) {
				t.signs |= signAllowed
			}
			break
		}
	}
}

// facts takes what is no figure.
func (t *tally) facts(l *ServicePayment, lt *lineTally) {
	if lt.quantity || l.SubmittedUnits.Valid {
		t.signs |= signUnits
	}
	if l.Submitted != nil {
		t.signs |= signSubmitted
	}
	if l.Date == 0 && (l.From == 0 || l.To == 0) {
		t.signs |= signUndated
	}
	if l.Date != 0 || l.From != 0 || l.To != 0 {
		t.signs |= signDated
	}
	if l.ControlNumber != "" {
		t.signs |= signControl
	} else {
		t.signs |= signNoControl
	}
	for i := range l.Remarks {
		if l.Remarks[i].Code == splitRemark {
			t.signs |= signSplit
		}
	}
}

// splitRemark stands with each part of a line that the payer split.
const splitRemark = "N123"

// expected is what should be paid for a line.
func (t *tally) expected(p *ClaimPayment, i int) decimal.Decimal {
	return p.Lines[i].Charge.Sub(t.lines[i].adjusted.Decimal())
}
