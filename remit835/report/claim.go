// SPDX-License-Identifier: Apache-2.0

package report

import (
	"fmt"
	"slices"

	"github.com/claimwire/claimwire/internal/textpage"
	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// claimView is a claim payment as it is shown.
type claimView struct {
	N                           int // in its remittance
	ID, PayerNumber, Patient    string
	Status, Result, Days, Next  string
	Charge, Allowed, Paid, Owes string
	Unexplained                 string
	Link                        string
	Denied, Work                bool // denied in part at least; something is left to do
	Back                        bool // it takes a payment back, or pays nothing by its nature
	AtStake                     string
	Why                         string // the reason of most that is at stake
	Where                       []amountView
	Facts                       []textpage.Fact
	Adjustments                 []adjustmentView
	Remarks                     []remarkView
	Lines                       []lineView
	Findings                    []issueView

	Unread int // amounts that could not be read; then it counts in no total

	again    bool     // it counts in no total
	unread   []string // paths of what could not be read
	payment  *remit835.ClaimPayment
	outcome  *remit835.Outcome
	link     remit835.Link
	findings []x12.Issue
	namedBy  *remit835.NamedBy
}

func claimOf(p *remit835.ClaimPayment, rs *remit835.Reasons, link remit835.Link, findings []x12.Issue, file string) *claimView {
	o := p.Outcome(rs)
	v := &claimView{
		N: p.At.Payment, ID: p.ID, PayerNumber: p.PayerControlNumber, Patient: p.Patient.LastFirst(),
		Status: rs.Status(p.Status), Result: o.Result.Words(), Days: x12.DateRange{From: p.StatementFrom, To: p.StatementTo}.String(), Next: o.Step,
		Charge: x12.Dollars(p.Charge), Allowed: x12.Dollars(o.Allowed), Paid: x12.Dollars(p.Paid), Owes: x12.Dollars(o.Patient()), Unexplained: some(o.Unexplained),
		Link: linkWords(link, file), Facts: claimFacts(p, o),
		payment: p, outcome: o, link: link, findings: findings,
	}
	if v.Status == "" {
		v.Status = "status " + string(p.Status)
	}
	for _, part := range shownParts {
		if d := o.Of(part); !d.IsZero() {
			v.Where = append(v.Where, amountView{part.Words(), x12.Dollars(d)})
		}
	}
	if len(o.Lines) > 0 {
		v.Lines = make([]lineView, len(o.Lines))
	}
	for i := range o.Lines {
		v.Lines[i] = lineOf(p, rs, o, i)
	}
	whole := "" // a step that holds for the claim or the line and not for one adjustment is told once
	for i := range o.Reasons {
		r := &o.Reasons[i]
		a := adjustmentOf(r)
		if r.NewClaim {
			if r.Step == o.Step || r.Step == whole {
				a.Next = ""
			}
			whole = r.Step
		}
		if r.Line == 0 {
			v.Adjustments = append(v.Adjustments, a)
		} else {
			l := &v.Lines[r.Line-1]
			l.Adjustments = append(l.Adjustments, a)
		}
	}
	for _, code := range p.Remarks() {
		v.Remarks = append(v.Remarks, remarkOf(rs, code))
	}
	broken := false
	for _, f := range findings {
		v.Findings = append(v.Findings, issueOf(f, true))
		broken = broken || f.Severity == x12.Error
	}
	v.Denied = o.Result == remit835.ResultDenied || o.Result == remit835.ResultPartlyDenied
	v.Back = o.Result == remit835.ResultReversed || o.Result == remit835.ResultPredetermination || o.Result == remit835.ResultForwarded
	v.Work = broken || o.Work
	v.AtStake = some(o.AtStake)
	v.why(o)
	v.unreadOf(p)
	if v.again = link.Duplicate; v.again { // nothing is left to do but what its finding says
		v.Denied, v.Work, v.Back, v.Next, v.AtStake = false, broken, true, "", ""
		if link.Role == remit835.RoleDuplicate {
			v.Result = "duplicate"
		}
	}
	return v
}

// named adds the provider adjustment of an earlier remittance that names the claim.
func (v *claimView) named(by *remit835.NamedBy, rs *remit835.Reasons) {
	a := &by.Adjustment
	v.namedBy = by
	v.Facts = append(v.Facts, fact("Named by a provider adjustment", fmt.Sprintf("%s of set %d, reference %s, %s: %s",
		a.Reason, by.At.Set, a.Reference, x12.Dollars(a.Amount.Neg()), rs.ProviderAdjustment(a).Words)))
}

// why finds the reason of most of what is at stake.
func (v *claimView) why(o *remit835.Outcome) {
	most := decimal.Decimal{}
	for i := range o.Reasons {
		if r := &o.Reasons[i]; r.AtStake && r.Amount.GreaterThan(most) {
			most, v.Why = r.Amount, codeOf(r.Group, r.Code)+" "+r.String()
		}
	}
}

// linkWords says which other claim payment this one belongs to.
func linkWords(l remit835.Link, file string) string {
	if l.Role == remit835.RoleDuplicate {
		o := remit835.Origin{Source: l.Source, At: l.To}
		if o.Source == file {
			o.Source = "this file"
		}
		return "is a duplicate of " + o.String() + " and is not added up"
	}
	what := map[remit835.Role]string{
		remit835.RoleReversal: "takes back", remit835.RoleCorrection: "takes the place of what was reversed by", remit835.RolePart: "is another part of the claim of",
	}[l.Role]
	switch {
	case what == "":
		return ""
	case !l.Found:
		return "takes back a payment that is not in this file"
	}
	return fmt.Sprintf("%s claim payment %d", what, l.To.Payment)
}

// codeOf is an adjustment's code as billers write it: CO-45.
func codeOf(group, reason x12.Code) string { return string(group) + "-" + string(reason) }

func adjustmentOf(r *remit835.ReasonAmount) adjustmentView {
	v := adjustmentView{
		Code: codeOf(r.Group, r.Code), Amount: x12.Dollars(r.Amount), Quantity: quantity(r.Quantity), Words: r.String(),
		Denied: r.Part == remit835.PartDenied,
	}
	if r.Part != 0 {
		v.Part = r.Part.Words()
	}
	if r.AtStake || r.Workable {
		v.Next = r.Step
	}
	return v
}

func remarkOf(rs *remit835.Reasons, code x12.Code) remarkView {
	info, ok := rs.Remark(code)
	if !ok {
		info.Words = "remark " + string(code) + ", not in this table: look it up"
	}
	return remarkView{string(code), info.Words}
}

func lineOf(p *remit835.ClaimPayment, rs *remit835.Reasons, o *remit835.Outcome, i int) lineView {
	l, out := &p.Lines[i], &o.Lines[i]
	v := lineView{
		N: i + 1, Days: l.Date.String(), Service: serviceOf(&l.Procedure, l.RevenueCode), Units: quantity(l.Units),
		Charge: x12.Dollars(l.Charge), Allowed: x12.Dollars(out.Allowed), Paid: x12.Dollars(l.Paid), Patient: some(out.Patient()), Result: out.Result.Words(),
		Denied: out.Result == remit835.ResultDenied || out.Result == remit835.ResultPartlyDenied,
	}
	if v.Days == "" {
		v.Days = x12.DateRange{From: l.From, To: l.To}.String()
	}
	if l.Submitted != nil {
		v.Facts = append(v.Facts, textpage.Facts(fact("billed as", serviceOf(l.Submitted, "")))...)
	}
	v.Facts = append(v.Facts, textpage.Facts(fact("billed units", quantity(l.SubmittedUnits)), fact("line number", l.ControlNumber))...)
	for _, policy := range l.Policies {
		v.Facts = append(v.Facts, textpage.Facts(fact("policy", policy))...)
	}
	for _, r := range l.Remarks {
		if r.List == remit835.RemarkHE {
			v.Remarks = append(v.Remarks, remarkOf(rs, x12.Code(r.Code)))
		} else {
			v.Remarks = append(v.Remarks, remarkView{r.Code, "pharmacy reject code"})
		}
	}
	return v
}

// serviceOf is a procedure with its modifiers: 99213-25.
func serviceOf(p *remit835.Procedure, revenue string) string {
	code := p.Code
	for _, m := range p.Modifiers {
		code = textpage.Join("-", code, string(m))
	}
	if p.Qualifier == remit835.ProcedureRevenue {
		code = "rev. " + code
	}
	return textpage.Join(" ", textpage.Join(" / ", textpage.Prefix("rev. ", revenue), code), p.Description)
}

// claimFacts are what else a payment says.
func claimFacts(p *remit835.ClaimPayment, o *remit835.Outcome) []textpage.Fact {
	out := textpage.Facts(fact("Member id", p.Patient.ID))
	person := func(name string, n *x12.Name) {
		if n != nil {
			out = append(out, textpage.Facts(fact(name, textpage.Join(" ", n.LastFirst(), n.ID)))...)
		}
	}
	person("Insured", p.Insured)
	person("Payer's record of the patient", p.Corrected)
	person("Rendering provider", p.Rendering)
	person("Sent on to", p.Crossover)
	person("Payer that comes first", p.CorrectedPayer)
	person("Insured there", p.OtherSubscriber)
	if p.DRG != "" {
		out = append(out, fact("DRG", textpage.Join(", ", p.DRG, textpage.Prefix("weight ", quantity(p.DRGWeight)))))
	}
	if m := p.Inpatient; m != nil && !m.CoveredDays.IsZero() {
		out = append(out, fact("Covered days or visits", m.CoveredDays.String()))
	}
	for _, f := range referencesOf(p.References) {
		f.Name = textpage.Capital(f.Name)
		out = append(out, f)
	}
	out = append(out, textpage.Facts(fact("Coverage ended", p.CoverageExpired.String()), fact("Received", p.Received.String()))...)
	for _, c := range p.Contacts {
		out = append(out, textpage.Facts(fact("Questions", c.String()))...)
	}
	unread := x12.UnreadEntries(p.Rest, "AMT", 2)
	for i, a := range p.Amounts {
		_, is := slices.BinarySearch(unread, i)
		out = append(out, fact(textpage.Capital(meaning(remit835.CodesAmount, a.Qualifier)), amountOr(is, a.Amount)))
	}
	for _, q := range p.Quantities {
		out = append(out, fact(textpage.Capital(meaning(remit835.CodesQuantity, q.Qualifier)), q.Quantity.String()))
	}
	if o.QMB {
		out = append(out, fact("Protected", "Qualified Medicare Beneficiary: Medicare cost share may not be charged"))
	}
	if o.Split {
		out = append(out, fact("Split", "this is a part of the claim as it was billed"))
	}
	if x12.Unread(p.Rest, "CLP", "", 5) {
		out = append(out, fact("Patient's share by the payer (CLP05)", unreadable))
	}
	if p.PatientResponsibility.Valid && !p.PatientResponsibility.Decimal.Equal(o.Patient()) {
		out = append(out, fact("Patient responsibility by the payer (CLP05)", x12.Dollars(p.PatientResponsibility.Decimal)))
	}
	return out
}
