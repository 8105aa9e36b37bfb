// SPDX-License-Identifier: Apache-2.0

package report

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/claimwire/claimwire/internal/textpage"
	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
)

// party is a payer or a payee.
type party struct {
	Name, Address string
	Facts         []textpage.Fact
}

// headView is what is known of a remittance when it begins.
type headView struct {
	File         string
	N            int    // in its file
	Control      string // ST02
	Payer, Payee party
	Amount       string
	Method       string
	Trace        textpage.Fact
	Date         string
	Facts        []textpage.Fact

	item *remit835.Item
}

func headOf(it *remit835.Item, file string, n int) *headView {
	r := it.Remittance
	h := &headView{File: file, N: n, Amount: amountOr(r.AmountUnread(), r.Amount), Method: meaning(remit835.CodesMethod, r.Method), Date: r.EffectiveDate.String(), item: it}
	if it.Set != nil {
		h.Control = it.Set.Control
	}
	h.Trace = fact("Trace number", r.Trace.Number)
	if w, ok := traceWords[r.Method]; ok {
		h.Trace.Name = w
	}
	if r.CreditDebit == remit835.Debit {
		h.Facts = append(h.Facts, fact("Direction", "debit: the payer takes this amount"))
	}
	h.Facts = append(h.Facts, textpage.Facts(
		fact("Payer's tax number", trimOne(r.Trace.PayerID)), fact("Claims decided until", r.ProductionDate.String()),
		fact("Currency", currency(r.Currency)), fact("Sent to", r.ReceiverID))...)
	if r.Handling == remit835.HandlingNotice {
		h.Facts = append(h.Facts, fact("Kind", "for information, nothing is paid"))
	}
	h.Payer = party{Name: r.Payer.Name, Address: r.Payer.Address.String()}
	h.Payer.Facts = append(textpage.Facts(fact("Plan id", r.Payer.ID)), referencesOf(r.Payer.SecondaryIDs)...)
	if c := r.Payer.Contact; c != nil {
		h.Payer.Facts = append(h.Payer.Facts, fact("Claims", c.String()))
	}
	for _, c := range r.Payer.TechnicalContacts {
		h.Payer.Facts = append(h.Payer.Facts, textpage.Facts(fact("Technical", c.String()))...)
	}
	h.Payer.Facts = append(h.Payer.Facts, textpage.Facts(fact("Policies", r.Payer.WebSite))...)
	h.Payee = party{Name: r.Payee.Name, Address: r.Payee.Address.String()}
	h.Payee.Facts = append(textpage.Facts(fact(meaning(remit835.CodesID, r.Payee.IDType), r.Payee.ID)), referencesOf(r.Payee.SecondaryIDs)...)
	return h
}

// currency is what amounts are in, when it is not the dollar of the sign before
// them.
func currency(code string) string {
	if code == "" || code == "USD" {
		return code
	}
	return code + ", whatever sign stands before the amounts"
}

// trimOne takes the 1 off that stands before a tax number.
func trimOne(id string) string {
	if len(id) == 10 && id[0] == '1' {
		return id[1:3] + "-" + id[3:]
	}
	return id
}

func referencesOf(refs []x12.Reference) []textpage.Fact {
	var out []textpage.Fact
	for _, r := range refs {
		out = append(out, textpage.Facts(fact(meaning(remit835.CodesReference, r.Qualifier), r.ID))...)
	}
	return out
}

// amountView is an amount that is not zero.
type amountView struct{ Name, Amount string }

// adjustmentView is why a part of a charge was not paid.
type adjustmentView struct {
	Code     string // CO-45
	Amount   string
	Quantity string
	Part     string // where it went
	Words    string
	Next     string
	Denied   bool
}

// remarkView is a remark in words.
type remarkView struct{ Code, Words string }

// lineView is a line of a claim.
type lineView struct {
	N                              int
	Days, Service, Units           string
	Charge, Allowed, Paid, Patient string
	Result                         string
	Denied                         bool
	Facts                          []textpage.Fact
	Adjustments                    []adjustmentView
	Remarks                        []remarkView
}

// issueView is a rule that is broken.
type issueView struct {
	ID, Severity, Where, Text, Figures string
	Path                               string
}

// issueOf is a finding as it is shown with its claim, or with its remittance.
func issueOf(f x12.Issue, own bool) issueView {
	v := issueView{ID: string(f.Code), Severity: f.Severity.String(), Text: f.Detail, Path: f.Path}
	if f.Tag != "" && f.Element > 0 {
		v.Where = fmt.Sprintf("%s%02d", f.Tag, f.Element)
	} else {
		v.Where = f.Tag
	}
	if rest, ok := strings.CutPrefix(f.Path, "lines["); ok {
		number, _, _ := strings.Cut(rest, "]")
		line, _ := strconv.Atoi(number)
		v.Where += fmt.Sprintf(" of line %d", 1+line)
	}
	if f.Record > 0 && !own {
		v.Where += fmt.Sprintf(" of claim payment %d", f.Record)
	}
	if expected, actual, difference, ok := remit835.FiguresText(f); ok {
		v.Figures = fmt.Sprintf("is %s, expected %s, difference %s", actual, expected, difference)
	}
	return v
}

// plbView is a provider adjustment.
type plbView struct {
	Code, Words, Reference, Provider, Period string
	Claim                                    string // the claim payment that the reference names
	Amount                                   string // as it changes the payment
	Raises                                   bool

	claim  *remit835.At
	unread bool // the amount
	raw    remit835.ProviderAdjustment
}

// providerOf is a provider adjustment of the remittance at hand, whose amount may be unread, with the claim
// payment that its reference names.
func providerOf(a *remit835.ProviderAdjustment, rs *remit835.Reasons, unread bool, j *remit835.Checker) plbView {
	known := rs.ProviderAdjustment(a)
	v := plbView{
		Code: string(a.Reason), Words: known.Words, Reference: a.Reference, Provider: a.ProviderID, Period: a.FiscalPeriod.String(),
		Amount: amountOr(unread, a.Amount.Neg()), unread: unread, Raises: a.Amount.IsNegative(), raw: *a,
	}
	if at, ok := j.Named(a.Reference); ok {
		v.claim, v.Claim = &at, fmt.Sprintf("for claim payment %d of set %d", at.Payment, at.Set)
	} else if a.Reference != "" {
		j.Await(a)
	}
	return v
}
