package main

import (
	"bufio"

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

func (j *jsonReport) begin(h *remitHead) error {
	j.file, j.at = h.File, h.item.At
	return j.line(struct {
		Type, File string
		At         remit835.At
		Remittance *remit835.Remittance
	}{"remittance", j.file, j.at, h.item.Remittance})
}

// jsonFinding is a rule that is broken.
type jsonFinding struct {
	Code                         x12.IssueCode
	Severity, Path, Message      string
	Expected, Actual, Difference decimal.NullDecimal
}

func jsonFindings(list []remit835.Finding) []jsonFinding {
	var out []jsonFinding
	for _, f := range list {
		out = append(out, jsonFinding{f.Code, f.Severity.String(), f.Path, f.Detail, f.Expected, f.Actual, f.Difference})
	}
	return out
}

func (j *jsonReport) claim(v *claimView) error {
	p := v.payment
	return j.line(struct {
		Type, File           string
		At                   remit835.At
		Claim                string
		PayerControlNumber   string
		Patient              x12.Name
		Status               x12.Code
		StatusWords, Summary string
		Link                 remit835.Link
		Outcome              *remit835.Outcome
		Remarks              []remarkView
		Findings             []jsonFinding
	}{
		"claim", j.file, p.At, p.ID, p.PayerControlNumber, p.Patient, p.Status, v.Status, v.Result, v.link, v.outcome, v.Remarks, jsonFindings(v.findings),
	})
}

func (j *jsonReport) end(e *remitEnd) error {
	return j.line(struct {
		Type, File  string
		At          remit835.At
		Adjustments []providerView
		Totals      remitTotals
		Balance     remitBalance
		Findings    []findingView
		NotRead     int
		Cut         bool
	}{"balance", j.file, j.at, e.Adjustments, totalsOf(e.Balance), balanceOf(e.Balance), e.Findings, e.NotRead, e.Cut})
}

func (j *jsonReport) close() error { return nil }
