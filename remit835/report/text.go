// SPDX-License-Identifier: Apache-2.0

package report

import (
	"bufio"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/claimwire/claimwire/internal/textpage"
	"github.com/claimwire/claimwire/x12"
)

// textReport prints remittances as text.
type textReport struct{ *textpage.Page }

func newTextReport(w *bufio.Writer) *textReport { return &textReport{textpage.New(w)} }

func (t *textReport) begin(h *headView) error {
	t.Gap()
	t.Rule("=")
	t.Line(0, fmt.Sprintf("REMITTANCE %d", h.N), textpage.Prefix(" of ", h.File), ", set ", h.Control)
	t.Rule("=")
	t.Line(0, "Paid     ", h.Amount, " ", h.Method)
	t.Line(9, textpage.Join(", ", textpage.Join(" ", h.Trace.Name, h.Trace.Value), textpage.Prefix("dated ", h.Date)))
	t.Facts(9, h.Facts)
	t.party("From     ", &h.Payer)
	t.party("To       ", &h.Payee)
	return t.Err()
}

func (t *textReport) party(label string, p *party) {
	t.Line(0, label, textpage.Join(", ", p.Name, p.Address))
	t.Facts(9, p.Facts)
}

func (t *textReport) claim(v *claimView) error {
	t.Line(0)
	t.Line(0, textpage.Left(textpage.Join("  ", "Claim "+v.ID, v.Patient), textpage.Width-16), textpage.Right(strings.ToUpper(v.Result), 16))
	t.Wrapped(2, "", textpage.Join(", ", textpage.Prefix("payer's number ", v.PayerNumber), v.Status, v.Link, v.Days))
	t.Facts(2, v.Facts)
	if len(v.Lines) > 0 {
		t.columns("line", "date", "service", "units", "charge", "allowed", "paid", "patient")
	}
	for i := range v.Lines {
		l := &v.Lines[i]
		t.columns(fmt.Sprint(l.N), l.Days, l.Service, l.Units, l.Charge, l.Allowed, l.Paid, l.Patient)
		t.Facts(8, l.Facts)
		t.reasons(8, l.Adjustments, l.Remarks)
	}
	if len(v.Adjustments)+len(v.Remarks) > 0 {
		t.Line(2, "of the claim as a whole:")
		t.reasons(8, v.Adjustments, v.Remarks)
	}
	t.columns("", "claim", "", "", v.Charge, v.Allowed, v.Paid, v.Owes)
	where := "charge " + v.Charge + " = paid " + v.Paid
	for _, a := range v.Where {
		where += " + " + a.Name + " " + a.Amount
	}
	if v.Unread == 0 {
		t.Wrapped(2, "", where)
	}
	if v.Unexplained != "" {
		t.Line(2, "not explained by any adjustment: ", v.Unexplained)
	}
	if v.Next != "" {
		t.Wrapped(2, "next: ", v.Next)
	}
	t.findings(v.Findings)
	return t.Err()
}

func (t *textReport) columns(n, date, service, units, charge, allowed, paid, patient string) {
	if utf8.RuneCountInString(date) > 12 || utf8.RuneCountInString(service) > 26 {
		t.Line(2, textpage.Left(textpage.Join("  ", n, date, service), textpage.Width))
		n, date, service = "", "", ""
	}
	t.Line(2, textpage.Left(n, 5), textpage.Left(date, 12), textpage.Left(service, 26), textpage.Right(units, 7), textpage.Right(charge, 12), textpage.Right(allowed, 12), textpage.Right(paid, 12), textpage.Right(patient, 12))
}

func (t *textReport) reasons(indent int, list []adjustmentView, remarks []remarkView) {
	for _, a := range list {
		part := a.Part
		if part == a.Words {
			part = ""
		}
		words := textpage.Join("; ", a.Words, textpage.Prefix("units ", a.Quantity), a.Next)
		t.Wrapped(indent, textpage.Left(a.Code, 8)+textpage.Right(a.Amount, 12)+"  "+textpage.Left(part, 14)+" ", words)
	}
	for _, r := range remarks {
		t.Wrapped(indent, textpage.Left(r.Code, 8), r.Words)
	}
}

func (t *textReport) findings(list []issueView) {
	for _, f := range list {
		t.Wrapped(2, "! ", fmt.Sprintf("[%s] %s: %s", f.ID, f.Severity, textpage.Join(": ", f.Where, textpage.Join(" - ", f.Text, f.Figures))))
	}
}

func (t *textReport) end(e *endView) error {
	t.Line(0)
	t.Rule("-")
	if len(e.Adjustments) > 0 {
		t.Line(0, "Provider adjustments, as they change the payment")
		for _, a := range e.Adjustments {
			words := textpage.Join(", ", a.Words, textpage.Prefix("reference ", a.Reference), a.Claim, textpage.Prefix("provider ", a.Provider), textpage.Prefix("period to ", a.Period))
			t.Wrapped(2, textpage.Left(a.Code, 4)+textpage.Right(a.Amount, 14)+"  ", words)
		}
	}
	t.Line(0, "Proof")
	for _, r := range e.Proof() {
		t.Line(2, textpage.Left(r.Sign, 2), textpage.Left(r.Name, 50), textpage.Right(r.Amount, 16))
	}
	b := e.Balance
	if e.Balanced {
		t.Line(2, "It balances.")
	} else if b.Unread > 0 {
		t.Line(2, "IT CANNOT BE PROVED: ", textpage.Counted(b.Unread, "amount is", "amounts are"), " unreadable.")
	} else {
		t.Line(2, "IT DOES NOT BALANCE: ", textpage.Join(", ", unlessZero(b.Difference, "the payment is off by "),
			unlessNone(b.UnbalancedClaims, "claim does not add up", "claims do not add up")), ".")
	}
	t.Line(0, "What became of it")
	t.Line(2, textpage.Join(", ", textpage.Counted(e.Claims, "claim", "claims"), unlessNone(e.Denied, "denied", "denied"), unlessNone(e.Partly, "partly denied", "partly denied"),
		unlessNone(e.Reversed, "reversal", "reversals")))
	where := "charged " + x12.Dollars(e.once.Charge) + " = paid " + x12.Dollars(e.once.Paid)
	for _, a := range e.Where() {
		where += " + " + a.Name + " " + a.Amount
	}
	t.Wrapped(2, "", where)
	t.Line(2, textpage.Join("; ", "patients owe "+x12.Dollars(e.owes), textpage.Prefix("withdrawn from patients ", some(e.withdrawn)), textpage.Prefix("at stake ", some(e.AtStake))))
	if missing := e.Missing(); missing != "" {
		t.Wrapped(2, "! ", missing)
	}
	if again := e.Again(); again != "" {
		t.Wrapped(2, "! ", again)
	}
	t.findings(e.Findings)
	if e.NotRead > 0 {
		t.Line(2, "! ", textpage.Counted(e.NotRead, "segment was", "segments were"), " not understood; claimwire validate names what is wrong")
	}
	if e.Cut {
		t.Line(2, "! the end of the remittance (SE) is missing: claims may be, too")
	}
	return t.Err()
}

func (t *textReport) close() error { return nil }
