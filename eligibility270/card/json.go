// SPDX-License-Identifier: Apache-2.0

package card

import (
	"bufio"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
)

// jsonCards writes a JSON object a patient.
type jsonCards struct{ w *bufio.Writer }

func (j *jsonCards) line(v any) error {
	text, err := jsonx.Marshal(v)
	if err == nil {
		_, err = j.w.Write(append(text, '\n'))
	}
	return err
}

func (j *jsonCards) card(c *Card) error {
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
		DateFrom     DateSource
		Coverage     *eligibility270.Coverage
		Services     []Service
		Others       []OtherServices
		Changes      []eligibility270.Change
		Refusals     []eligibility270.Refusal
		NotRead      int
	}{
		Type: "patient", File: c.Source, At: c.At, Set: c.Set, Traces: c.traces(), Matched: c.Matched, Date: c.Date, DateFrom: c.DateFrom,
		Coverage: c.Coverage, Services: c.Services, Others: c.Others, Changes: c.Changes, NotRead: c.NotRead,
	}
	if s := c.Payer; s != nil {
		out.Payer = s.Name
	}
	if r := c.Receiver; r != nil {
		out.Provider = r.Name
	}
	if p := c.Patient(); p != nil {
		out.Patient, out.BirthDate = p.Name, p.BirthDate
		if s := c.Response.Subscriber; s != nil {
			out.Subscriber = s.Name
		}
		if p.Insured != nil {
			out.Relationship = p.Insured.Relationship
		}
	} else {
		out.Type, out.Refusals = "refusal", c.Refusals
	}
	return j.line(out)
}

func (j *jsonCards) unanswered(list []*Pending) error {
	for _, q := range list {
		out := struct {
			Type    string
			Inquiry int
			Trace   string
			Patient x12.Name
		}{Type: "unanswered", Inquiry: q.N, Trace: q.number()}
		if p := q.Inquiry.Patient(); p != nil {
			out.Patient = p.Name
		}
		if err := j.line(out); err != nil {
			return err
		}
	}
	return nil
}
