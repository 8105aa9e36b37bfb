// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"strings"

	"github.com/claimwire/claimwire/internal/distinct"
	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Special cases: reversals and corrections, capitation, split and bundled
// services, later payers, predeterminations. All that balances still must.

func caseRules() []rule {
	return []rule{
		{ID: "835-REV-01", SNIP: 4, Severity: isError, needs: signReversal, payment: reversalNegates,
			Title: "an amount of a reversal is not negated", Fix: "repeat the earlier payment with every amount negated"},
		{ID: "835-REV-02", SNIP: 4, Severity: isWarning, end: correctionFollows,
			Title: "a correction stands before its reversal", Fix: "put the reversal first"},
		{ID: "835-REV-03", SNIP: 4, Severity: isWarning, needs: signReversal, payment: reversalKnown,
			Title: "a reversal takes back a payment that is not known", Fix: "hold it for a person"},
		{ID: "835-CAP-01", SNIP: 4, Severity: isWarning, needs: signCapitation | signUncharged, payment: capitation,
			Title: "capitation is paid with a claim", Fix: "pay it as the provider adjustment CT; adjust capitated services with reason 24 and pay zero"},
		{ID: "835-SPL-01", SNIP: 4, Severity: isWarning, end: partsMakeClaim,
			Title: "the charges of the parts of a claim do not add up to what was submitted", Fix: "look for another part, or for the line that is missing"},
		{ID: "835-SPL-02", SNIP: 4, Severity: isWarning, needs: signSplit, payment: partsMakeLine,
			Title: "the parts of a split line are not the line that was submitted", Fix: "look for another part"},
		{ID: "835-BND-01", SNIP: 4, Severity: isWarning, needs: signSubmitted | signRaised, payment: bundling,
			Title: "a line is paid more than its charge without an adjustment that says so", Fix: "raise it with a negative adjustment of reason 94"},
		{ID: "835-SEC-01", SNIP: 4, Severity: isWarning, needs: signSecondary | signOtherPayer, payment: laterPayer,
			Title: "a later payer does not report what earlier payers paid and adjusted", Fix: "give it as OA with reason 23"},
		{ID: "835-PRE-01", SNIP: 4, Severity: isError, needs: signEstimate, payment: predetermination,
			Title: "a predetermination is paid", Fix: "give the expected payment as OA with reason 101 and pay zero"},
		{ID: "835-STA-01", SNIP: 4, Severity: isInfo, needs: signDenied, payment: statusDenied,
			Title: "the status says denied, and no reason says that the patient is not known", Fix: "go by the reasons of the adjustments"},
	}
}

// reversal is what is remembered of a reversal until its remittance ends.
type reversal struct {
	at          At
	id, control string    // CLP01, CLP07
	paid        money.Sum // CLP04
	net         money.Sum // with what the corrections are paid
	ordinary    bool      // a payment of the claim that it does not reverse stood before it
	corrected   bool
}

// part is what is remembered of a claim that is known as it was submitted.
type part struct {
	at        At
	charge    money.Sum
	submitted decimal.Decimal
}

// follow keeps what rules at the end of the remittance must know of a payment.
func (j *Checker) follow(p *ClaimPayment, t *tally) {
	switch j.link.Role {
	case RoleReversal:
		if !j.link.Found {
			j.unlinked++
		}
		if !j.link.Within(p.At) {
			j.sums.patient.SubSum(t.patient)
		}
		if len(j.reversed) >= j.o.Window {
			j.checkReversed()
			j.reversed = j.reversed[:0]
		}
		j.reversed = append(j.reversed, reversal{
			at: p.At, id: strings.Clone(p.ID), control: strings.Clone(p.PayerControlNumber),
			paid: t.paid, net: t.paid, ordinary: j.link.Ordinary && (!j.link.Found || j.link.Ledger),
		})
	case RoleCorrection:
		for i := len(j.reversed) - 1; i >= 0 && i > len(j.reversed)-maxSteps; i-- {
			if r := &j.reversed[i]; !r.corrected && r.id == p.ID {
				r.corrected = true
				r.net.AddSum(t.paid)
				break
			}
		}
	}
	if j.o.Submitted != nil && p.Status != StatusReversal && t.unread&unreadCharge == 0 {
		j.remember(p, t)
	}
}

// remember adds a payment to the parts of its claim.
func (j *Checker) remember(p *ClaimPayment, t *tally) {
	if known, ok := j.parts[p.ID]; ok {
		known.charge.AddSum(t.charge)
		return
	}
	s := j.o.Submitted(p.ID)
	if s == nil || len(j.parts) >= j.o.Window || t.charge.Equal(s.Charge) {
		return
	}
	if j.parts == nil {
		j.parts = make(map[string]*part)
	}
	j.parts[strings.Clone(p.ID)] = &part{at: p.At, charge: t.charge, submitted: s.Charge}
}

func reversalNegates(j *Checker) {
	p := j.payment
	wrong := func(d decimal.Decimal, path string) {
		if d.IsPositive() {
			j.find(path, d.String())
		}
	}
	wrong(p.Charge, "charge")
	wrong(p.Paid, "paid")
	for i := range p.Lines {
		wrong(p.Lines[i].Charge, in("lines", i, "charge"))
		wrong(p.Lines[i].Paid, in("lines", i, "paid"))
	}
	// A negative adjustment of the earlier payment is positive here; which reasons
	// were negative only that payment tells.
	var raised, lowered int
	eachAdjustment(p, func(a *Adjustment, _, _ int) {
		if a.Amount.IsPositive() {
			raised++
		} else if a.Amount.IsNegative() {
			lowered++
		}
	})
	if raised > 0 && lowered == 0 && p.Charge.IsNegative() && !j.tally.paid.Equal(p.Charge) && j.tally.unread&unreadPaid == 0 {
		eachAdjustment(p, func(a *Adjustment, line, k int) {
			if a.Amount.IsPositive() && j.traits.of(a.Reason)&isRaise == 0 {
				j.find(casPath(line, k, "amount"), a.Amount.String())
			}
		})
	}
	for i := range p.Amounts {
		if a := &p.Amounts[i]; a.Amount.IsPositive() && (a.Qualifier == AmountInterest || a.Qualifier == AmountCoverage) {
			j.say(isWarning, in("amounts", i, "amount"), j.rule.Title, a.Amount.String())
		}
	}
}

func reversalKnown(j *Checker) {
	l := j.link
	switch {
	case l.Found && !l.Exact && j.tally.unread&(unreadCharge|unreadPaid) != 0:
	case l.Found && !l.Exact:
		j.say(isWarning, "paid", "a reversal does not take back what was charged and paid", j.payment.Paid.String())
	case !l.Found && j.o.Earlier != nil:
		j.find("id", j.payment.ID)
	case !l.Found && j.unlinked == 1:
		j.say(isInfo, "id", "no earlier payments are known: reversals are not held against what they reverse", "")
	}
}

func correctionFollows(j *Checker) { j.checkReversed() }

// checkReversed tells of reversals whose corrections do not follow.
func (j *Checker) checkReversed() {
	if !j.as("835-REV-02") {
		return
	}
	for i := range j.reversed {
		r := &j.reversed[i]
		switch {
		case r.corrected:
		case r.ordinary:
			j.report(isWarning, r.at, "status", j.rule.Title, r.id, nil)
		default:
			j.report(isInfo, r.at, "status", "a reversal has no correction in this remittance", r.id, nil)
		}
	}
}

func capitation(j *Checker) {
	p := j.payment
	if j.tally.signs&signUncharged != 0 && p.Status != StatusReversal {
		j.find("paid", p.Paid.String())
	}
	if j.tally.signs&signCapitation == 0 {
		return
	}
	eachAdjustment(p, func(a *Adjustment, line, k int) {
		if j.traits.of(a.Reason)&isCapitation == 0 {
			return
		}
		if paid := p.Paid; line >= 0 && !p.Lines[line].Paid.IsZero() || line < 0 && !paid.IsZero() {
			j.say(isWarning, casPath(line, k, "reason"), "a capitated service is paid", "")
		}
	})
}

func partsMakeClaim(j *Checker) {
	for id, p := range j.parts {
		if !p.charge.Equal(p.submitted) {
			got := p.charge.Decimal()
			j.report(isWarning, p.at, "charge", j.rule.Title, id, &x12.Figures{Expected: p.submitted, Actual: got})
		}
	}
}

// partsMakeLine: parts of a split line carry the remark and the same control
// number. Against the line as it was submitted, charges and units add up; without
// it, a part alone is no split.
func partsMakeLine(j *Checker) {
	p := j.payment
	var submitted *SubmittedClaim
	if j.o.Submitted != nil {
		submitted = j.o.Submitted(p.ID)
	}
	parts := partsOfLines(p)
	for k := range parts {
		part := &parts[k]
		i, control := part.line, p.Lines[part.line].ControlNumber
		if !hasRemark(&p.Lines[i], splitRemark) {
			continue
		}
		line := submitted.line(control)
		switch {
		case line == nil && part.n == 1:
			j.say(isWarning, in("lines", i, "controlNumber"), "a split line has one part only", control)
		case line == nil, j.tally.unreadL&(unreadCharge|unreadUnits) != 0:
		case !part.charge.Equal(line.Charge):
			j.figures(in("lines", i, "charge"), line.Charge, part.charge.Decimal())
		case line.Units.Valid && !part.units.Equal(line.Units.Decimal):
			j.figures(in("lines", i, "submittedUnits"), line.Units.Decimal, part.units.Decimal())
		}
	}
}

// lineParts are the lines of a payment with one control number.
type lineParts struct {
	line          int // the first of them
	n             int
	charge, units money.Sum
}

// partsOfLines adds up the lines of each control number.
func partsOfLines(p *ClaimPayment) []lineParts {
	var numbers distinct.Set[string]
	var parts []lineParts
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.ControlNumber == "" {
			continue
		}
		if numbers.Add(l.ControlNumber) {
			parts = append(parts, lineParts{line: i})
		}
		part := &parts[numbers.Index(l.ControlNumber)]
		part.n++
		part.charge.Add(l.Charge)
		part.units.Add(submittedUnits(l))
	}
	return parts
}

// submittedUnits returns SVC07, which is SVC05 when absent, which is 1 when absent.
func submittedUnits(l *ServicePayment) decimal.Decimal {
	switch {
	case l.SubmittedUnits.Valid:
		return l.SubmittedUnits.Decimal
	case l.Units.Valid:
		return l.Units.Decimal
	}
	return decimal.New(1, 0)
}

func (s *SubmittedClaim) line(control string) *SubmittedLine {
	if s == nil {
		return nil
	}
	for i := range s.Lines {
		if s.Lines[i].ControlNumber == control {
			return &s.Lines[i]
		}
	}
	return nil
}

func hasRemark(l *ServicePayment, code string) bool {
	for i := range l.Remarks {
		if l.Remarks[i].Code == code {
			return true
		}
	}
	return false
}

func bundling(j *Checker) {
	p := j.payment
	for i := range p.Lines {
		l := &p.Lines[i]
		if s := l.Submitted; s != nil && s.Qualifier == l.Procedure.Qualifier && s.Code == l.Procedure.Code && sameCodes(s.Modifiers, l.Procedure.Modifiers) {
			j.say(isWarning, in("lines", i, "submitted"), "the submitted procedure is repeated although it is the paid one", s.Code)
		}
		if p.Status == StatusReversal || l.Paid.Cmp(l.Charge) <= 0 || j.tally.lines[i].unread&(unreadCharge|unreadPaid) != 0 {
			continue
		}
		raised := false
		for k := range l.Adjustments {
			raised = raised || j.traits.of(l.Adjustments[k].Reason)&isRaise != 0
		}
		if !raised {
			j.find(in("lines", i, "paid"), l.Paid.String())
		}
	}
}

func sameCodes(a, b []x12.Code) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func laterPayer(j *Checker) {
	// Who pays nothing may have refused the claim without a look at other payers.
	if t := &j.tally; t.signs&signSecondary != 0 && t.signs&signOtherPayer == 0 && t.paid.Sign() != 0 {
		j.find("status", string(j.payment.Status))
	}
	eachAdjustment(j.payment, func(a *Adjustment, line, k int) {
		if j.traits.of(a.Reason)&isOtherPayer != 0 && a.Group != GroupOther {
			j.say(isWarning, casPath(line, k, "group"), "what earlier payers paid and adjusted stands in another group than OA", string(a.Group))
		}
	})
}

func predetermination(j *Checker) {
	p := j.payment
	if !p.Paid.IsZero() {
		j.find("paid", p.Paid.String())
	}
	found := false
	eachAdjustment(p, func(a *Adjustment, _, _ int) {
		found = found || a.Reason == "101"
	})
	if !found {
		j.say(isWarning, "status", "a predetermination does not say what would be paid", "")
	}
}

func statusDenied(j *Checker) {
	known := true
	eachAdjustment(j.payment, func(a *Adjustment, _, _ int) {
		if j.reasons.Adjustment(a.Group, a.Reason).Class == ClassEligibility {
			known = false
		}
	})
	if known {
		j.find("status", "")
	}
}
