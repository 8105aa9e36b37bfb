// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// benefitsJSON prints a JSON object a patient.
type benefitsJSON struct{ w *bufio.Writer }

func (j *benefitsJSON) line(v any) error {
	text, err := jsonx.Marshal(v)
	if err == nil {
		_, err = j.w.Write(append(text, '\n'))
	}
	return err
}

func (j *benefitsJSON) card(c *benefitCard) error {
	out := struct {
		Type, File   string
		At           eligibility270.At
		Set          string
		Traces       []eligibility270.Trace
		Payer        x12.Name
		Provider     x12.Name
		Patient      x12.Name
		BirthDate    x12.Date
		Subscriber   x12.Name
		Relationship x12.Code
		Matched      eligibility270.MatchedBy
		Date         x12.Date
		DateFrom     string
		Coverage     *eligibility270.Coverage
		Services     []serviceAnswer
		Others       []otherServices
		Changes      []eligibility270.Change
		Refusals     []eligibility270.Refusal
		NotRead      int
	}{
		Type: "patient", File: c.File, At: c.item.At, Set: c.Set, Traces: c.traces(), Matched: c.match, Date: c.date, DateFrom: c.dateFrom,
		Coverage: c.coverage, Services: c.services, Others: c.others, Changes: c.changes, NotRead: c.Unread,
	}
	if s := c.item.Source; s != nil {
		out.Payer = s.Name
	}
	if r := c.item.Receiver; r != nil {
		out.Provider = r.Name
	}
	if p := c.patient(); p != nil {
		out.Patient, out.BirthDate = p.Name, p.BirthDate
		if s := c.item.Response.Subscriber; s != nil {
			out.Subscriber = s.Name
		}
		if p.Insured != nil {
			out.Relationship = p.Insured.Relationship
		}
	} else {
		out.Type, out.Refusals = "refusal", c.refusals
	}
	return j.line(out)
}

func (j *benefitsJSON) unanswered(list []*pendingInquiry) error {
	for _, q := range list {
		out := struct {
			Type    string
			Inquiry int
			Trace   string
			Patient x12.Name
		}{Type: "unanswered", Inquiry: q.n, Trace: q.number()}
		if p := q.Patient(); p != nil {
			out.Patient = p.Name
		}
		if err := j.line(out); err != nil {
			return err
		}
	}
	return nil
}
