// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// textReport prints remittances as text.
type textReport struct{ textPage }

func (t *textReport) begin(h *remitHead) error {
	t.gap()
	t.line(0, strings.Repeat("=", textWidth))
	t.line(0, fmt.Sprintf("REMITTANCE %d of %s, set %s", h.N, h.File, h.Control))
	t.line(0, strings.Repeat("=", textWidth))
	t.line(0, "Paid     ", h.Amount, " ", h.Method)
	t.line(9, joined(", ", joined(" ", h.Trace.Name, h.Trace.Value), prefixed("dated ", h.Date)))
	t.facts(9, h.Facts)
	t.party("From     ", &h.Payer)
	t.party("To       ", &h.Payee)
	return t.err()
}

func (t *textReport) party(label string, p *party) {
	t.line(0, label, joined(", ", p.Name, p.Address))
	t.facts(9, p.Facts)
}

func (t *textReport) claim(v *claimView) error {
	t.line(0)
	t.line(0, left(joined("  ", "Claim "+v.ID, v.Patient), textWidth-16), right(strings.ToUpper(v.Result), 16))
	t.wrapped(2, "", joined(", ", prefixed("payer's number ", v.PayerNumber), v.Status, v.Link, v.Days))
	t.facts(2, v.Facts)
	if len(v.Lines) > 0 {
		t.columns("line", "date", "service", "units", "charge", "allowed", "paid", "patient")
	}
	for i := range v.Lines {
		l := &v.Lines[i]
		t.columns(fmt.Sprint(l.N), l.Days, l.Service, l.Units, l.Charge, l.Allowed, l.Paid, l.Patient)
		t.facts(8, l.Facts)
		t.reasons(8, l.Adjustments, l.Remarks)
	}
	if len(v.Adjustments)+len(v.Remarks) > 0 {
		t.line(2, "of the claim as a whole:")
		t.reasons(8, v.Adjustments, v.Remarks)
	}
	t.columns("", "claim", "", "", v.Charge, v.Allowed, v.Paid, v.Owes)
	where := "charge " + v.Charge + " = paid " + v.Paid
	for _, a := range v.Where {
		where += " + " + a.Name + " " + a.Amount
	}
	if v.Unread == 0 {
		t.wrapped(2, "", where)
	}
	if v.Unexplained != "" {
		t.line(2, "not explained by any adjustment: ", v.Unexplained)
	}
	if v.Next != "" {
		t.wrapped(2, "next: ", v.Next)
	}
	t.findings(v.Findings)
	return t.err()
}

func (t *textReport) columns(n, date, service, units, charge, allowed, paid, patient string) {
	if utf8.RuneCountInString(date) > 12 || utf8.RuneCountInString(service) > 26 {
		t.line(2, left(joined("  ", n, date, service), textWidth))
		n, date, service = "", "", ""
	}
	t.line(2, left(n, 5), left(date, 12), left(service, 26), right(units, 7), right(charge, 12), right(allowed, 12), right(paid, 12), right(patient, 12))
}

func (t *textReport) reasons(indent int, list []adjustmentView, remarks []remarkView) {
	for _, a := range list {
		part := a.Part
		if part == a.Words {
			part = ""
		}
		words := joined("; ", a.Words, prefixed("units ", a.Quantity), a.Next)
		t.wrapped(indent, left(a.Code, 8)+right(a.Amount, 12)+"  "+left(part, 14)+" ", words)
	}
	for _, r := range remarks {
		t.wrapped(indent, left(r.Code, 8), r.Words)
	}
}

func (t *textReport) findings(list []findingView) {
	for _, f := range list {
		t.wrapped(2, "! ", fmt.Sprintf("[%s] %s: %s", f.ID, f.Severity, joined(": ", f.Where, joined(" - ", f.Text, f.Figures))))
	}
}

func (t *textReport) end(e *remitEnd) error {
	t.line(0)
	t.line(0, strings.Repeat("-", textWidth))
	if len(e.Adjustments) > 0 {
		t.line(0, "Provider adjustments, as they change the payment")
		for _, a := range e.Adjustments {
			words := joined(", ", a.Words, prefixed("reference ", a.Reference), a.Claim, prefixed("provider ", a.Provider), prefixed("period to ", a.Period))
			t.wrapped(2, left(a.Code, 4)+right(a.Amount, 14)+"  ", words)
		}
	}
	t.line(0, "Proof")
	for _, r := range e.Proof() {
		t.line(2, left(r.Sign, 2), left(r.Name, 50), right(r.Amount, 16))
	}
	b := e.Balance
	if e.Balanced {
		t.line(2, "It balances.")
	} else if b.Unread > 0 {
		t.line(2, "IT CANNOT BE PROVED: ", counted(b.Unread, "amount is", "amounts are"), " unreadable.")
	} else {
		t.line(2, "IT DOES NOT BALANCE: ", joined(", ", unlessZero(b.Difference, "the payment is off by "),
			unlessNone(b.UnbalancedClaims, "claim does not add up", "claims do not add up")), ".")
	}
	t.line(0, "What became of it")
	t.line(2, joined(", ", counted(e.Claims, "claim", "claims"), unlessNone(e.Denied, "denied", "denied"), unlessNone(e.Partly, "partly denied", "partly denied"),
		unlessNone(e.Reversed, "reversal", "reversals")))
	where := "charged " + dollars(e.once.Charge) + " = paid " + dollars(e.once.Paid)
	for _, a := range e.Where() {
		where += " + " + a.Name + " " + a.Amount
	}
	t.wrapped(2, "", where)
	t.line(2, joined("; ", "patients owe "+dollars(e.owes), prefixed("withdrawn from patients ", some(e.withdrawn)), prefixed("at stake ", some(e.AtStake))))
	if missing := e.Missing(); missing != "" {
		t.wrapped(2, "! ", missing)
	}
	if again := e.Again(); again != "" {
		t.wrapped(2, "! ", again)
	}
	t.findings(e.Findings)
	if e.NotRead > 0 {
		t.line(2, "! ", counted(e.NotRead, "segment was", "segments were"), " not understood; claimwire validate names what is wrong")
	}
	if e.Cut {
		t.line(2, "! the end of the remittance (SE) is missing: claims may be, too")
	}
	return t.err()
}

func (t *textReport) close() error { return nil }
