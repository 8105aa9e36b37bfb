// SPDX-License-Identifier: Apache-2.0

package report

import (
	"bufio"
	"bytes"

	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// jsonReport prints a JSON object a remittance, a claim and a balance.
type jsonReport struct {
	w    *bufio.Writer
	file string
	at   remit835.At
}

func (j *jsonReport) line(v any) error {
	text, err := jsonx.Marshal(v)
	if err == nil {
		_, err = j.w.Write(append(text, '\n'))
	}
	return err
}

func (j *jsonReport) begin(h *headView) error {
	j.file, j.at = h.File, h.item.At
	v := struct {
		Type, File string
		At         remit835.At
		Remittance *remit835.Remittance
		Unreadable []string // the paths of amounts that could not be read
	}{"remittance", j.file, j.at, h.item.Remittance, nil}
	if !v.Remittance.AmountUnread() {
		return j.line(v)
	}
	// The model has a zero there, which must not be shown for an amount.
	v.Unreadable = []string{"remittance.amount"}
	text, err := jsonx.Marshal(v)
	if err == nil {
		_, err = j.w.Write(append(bytes.Replace(text, []byte(`"amount":"0"`), []byte(`"amount":"unreadable"`), 1), '\n'))
	}
	return err
}

// jsonIssue is a rule that is broken.
type jsonIssue struct {
	Code                         x12.IssueCode
	Payment                      int // claim payment in its remittance; 0 for the remittance itself
	Severity, Path, Message      string
	Expected, Actual, Difference decimal.NullDecimal
}

func jsonIssues(list []x12.Issue) []jsonIssue {
	var out []jsonIssue
	for _, f := range list {
		v := jsonIssue{Code: f.Code, Payment: f.Record, Severity: f.Severity.String(), Path: f.Path, Message: f.Detail}
		if g := f.Figures; g != nil {
			v.Expected, v.Actual = decimal.NewNullDecimal(g.Expected), decimal.NewNullDecimal(g.Actual)
			v.Difference = decimal.NewNullDecimal(g.Difference())
		}
		out = append(out, v)
	}
	return out
}

func (j *jsonReport) claim(v *claimView) error {
	p, outcome := v.payment, v.outcome
	if v.Unread > 0 {
		outcome = nil
	}
	return j.line(struct {
		Type, File         string
		At                 remit835.At
		Claim              string
		PayerControlNumber string
		Patient            x12.Name
		Status             x12.Code
		StatusWords        string
		ResultWords        string
		Link               remit835.Link
		NamedBy            *remit835.NamedBy // the provider adjustment of an earlier remittance that names the claim
		Outcome            *remit835.Outcome // not there when an amount could not be read
		Unreadable         []string          // the paths of such amounts
		Remarks            []remarkView
		Findings           []jsonIssue
	}{
		"claim", j.file, p.At, p.ID, p.PayerControlNumber, p.Patient, p.Status, v.Status, v.Result, v.link, v.namedBy, outcome, v.unread, v.Remarks, jsonIssues(v.findings),
	})
}

// jsonAdjustment is a provider adjustment with its reason in words.
type jsonAdjustment struct {
	ProviderID   string
	FiscalPeriod x12.Date
	Reason       x12.Code
	Words        string
	Reference    string
	Claim        *remit835.At        // the claim payment that the reference names
	Amount       decimal.NullDecimal // positive lowers the payment; not there when it could not be read
	Unreadable   bool                // the amount
}

func (j *jsonReport) end(e *endView) error {
	var adjustments []jsonAdjustment
	for _, v := range e.Adjustments {
		a := &v.raw
		adjustments = append(adjustments, jsonAdjustment{a.ProviderID, a.FiscalPeriod, a.Reason, v.Words, a.Reference, v.claim, decimal.NullDecimal{Decimal: a.Amount, Valid: !v.unread}, v.unread})
	}
	return j.line(struct {
		Type, File  string
		At          remit835.At
		Adjustments []jsonAdjustment
		Totals      remit835.Sums
		PatientsOwe decimal.Decimal
		Withdrawn   decimal.Decimal // from patients, by reversals of earlier remittances
		AtStake     decimal.Decimal
		Parts       map[string]decimal.Decimal
		Balance     remit835.Proof
		Duplicate   *remit835.Origin // where the payment was read before
		Duplicates  *remit835.Totals // what was read before, in no total
		Findings    []jsonIssue
		NotRead     int
		Cut         bool
	}{"balance", j.file, j.at, adjustments, e.once.Sums(e.Balance.Provider), e.owes, e.withdrawn, e.AtStake, e.byPart(), e.Balance.Proof(),
		e.Balance.Duplicate, e.Balance.Duplicates, jsonIssues(e.findings), e.NotRead, e.Cut})
}

func (j *jsonReport) close() error { return nil }
