// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"strconv"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// asks is an inquiry about one person.
func asks(trace, originator, id, last, first string, born x12.Date) *Inquiry {
	q := &Inquiry{Subscriber: &Member{Name: x12.Name{Last: last, First: first, ID: id}, BirthDate: born}}
	if trace != "" {
		q.Traces = []Trace{{Type: TraceOwn, Number: trace, OriginatorID: originator}}
	}
	return q
}

// answers is the response that gives a trace back.
func answers(trace, originator, id, last, first string, born x12.Date) *Response {
	q := asks(trace, originator, id, last, first, born)
	for i := range q.Traces {
		q.Traces[i].Type = TraceReferenced
	}
	return &Response{Subscriber: q.Subscriber, Traces: q.Traces}
}

func Test271_01(t *testing.T) {
	m := NewMatcher[int](0)
	m.Add(asks("T1", "9LAKECLIN1", "M1", "DOE", "ANN", 19800101), 1)
	m.Add(asks("T2", "9LAKECLIN1", "M2", "ROE", "BOB", 19810101), 2)
	m.Add(asks("T3", "9LAKECLIN1", "M3", "POE", "CY", 19820101), 3)
	m.Add(asks("T3", "9OTHERCLIN", "M4", "LOE", "DEE", 19830101), 4)
	m.Add(asks("SAME", "9LAKECLIN1", "M5", "MOE", "ED", 20100101), 5)
	m.Add(asks("SAME", "9LAKECLIN1", "M5", "MOE", "FAY", 20100101), 6)
	m.Add(asks("T7", "9LAKECLIN1", "M7", "HUE", "GUS", 19840101), 7)
	m.Add(asks("T8", "9LAKECLIN1", "M8", "HUE", "GUS", 19840101), 8)
	for name, x := range map[string]struct {
		r    *Response
		want int
		by   MatchedBy
	}{
		"in another order":                  {answers("T2", "9LAKECLIN1", "M2", "ROE", "BOB", 19810101), 2, MatchedByTrace},
		"the number goes before the name":   {answers("T1", "9LAKECLIN1", "M2", "ROE", "BOB", 19810101), 1, MatchedByTrace},
		"without its originator":            {answers("T2", "", "", "", "", 0), 2, MatchedByTrace},
		"with another originator":           {answers("T2", "9PAYER0001", "", "", "", 0), 2, MatchedByTrace},
		"the originator tells":              {answers("T3", "9OTHERCLIN", "", "", "", 0), 4, MatchedByTrace},
		"the person tells":                  {answers("T3", "", "M3", "POE", "CY", 19820101), 3, MatchedByTrace},
		"nobody tells":                      {answers("T3", "", "", "", "", 0), 0, MatchAmbiguous},
		"twins with one number":             {answers("SAME", "9LAKECLIN1", "M5", "MOE", "FAY", 20100101), 6, MatchedByTrace},
		"no number":                         {answers("", "", "M2", "roe", " Bob ", 19810101), 2, MatchedByIdentity},
		"no number, another name":           {answers("", "", "M2", "ROE-SMITH", "BOB", 19810101), 2, MatchedByIdentity},
		"no number, another birth date":     {answers("", "", "M2", "ROE", "BOB", 19810110), 2, MatchedByIdentity},
		"no number, another member id":      {answers("", "", "X2", "ROE", "BOB", 19810101), 2, MatchedByIdentity},
		"no number, two that it may be":     {answers("", "", "", "HUE", "GUS", 19840101), 0, MatchAmbiguous},
		"the only one that is left over":    {answers("", "", "M9", "NEW", "HAL", 19990101), 0, MatchNone},
		"a number of somebody else's":       {answers("T99", "9LAKECLIN1", "M9", "NEW", "HAL", 19990101), 0, MatchNone},
		"a name is not enough":              {answers("", "", "", "ROE", "BOB", 0), 0, MatchNone},
		"the payer's own number is no echo": {&Response{Subscriber: &Member{}, Traces: []Trace{{Type: TraceOwn, Number: "T1"}}}, 0, MatchNone},
	} {
		if got, by := m.Match(x.r); got != x.want || by != x.by {
			t.Errorf("%s: %d by %s, want %d by %s", name, got, by, x.want, x.by)
		}
	}
	// A dependent who is answered as a subscriber is the same person.
	q := asks("", "", "M20", "DOE", "SAM", 19700101)
	q.Dependent = &Member{Name: x12.Name{Last: "DOE", First: "TIM"}, BirthDate: 20150101}
	m.Add(q, 20)
	if got, by := m.Match(answers("", "", "M21", "DOE", "TIM", 20150101)); got != 20 || by != MatchedByIdentity {
		t.Error(got, by)
	}
}

// However many inquiries come, a bounded number is kept.
func TestMatcherForgets(t *testing.T) {
	m := NewMatcher[int](100)
	for i := range 1000 {
		n := strconv.Itoa(i)
		m.Add(asks("T"+n, "9LAKECLIN1", "M"+n, "DOE", "ANN", 19800101), i)
	}
	if m.Dropped() != 900 || len(m.entries) != 100 {
		t.Error(m.Dropped(), len(m.entries))
	}
	terms := 0
	for _, list := range m.index {
		if len(list) == 0 {
			t.Fatal("an empty list is kept")
		}
		terms += len(list)
	}
	if terms != 100*6 {
		t.Errorf("%d terms of 100 inquiries", terms)
	}
	if _, by := m.Match(answers("T899", "9LAKECLIN1", "", "", "", 0)); by != MatchNone {
		t.Error("a forgotten inquiry is found")
	}
	if got, by := m.Match(answers("T950", "9LAKECLIN1", "", "", "", 0)); got != 950 || by != MatchedByTrace {
		t.Error(got, by)
	}
}

func TestAskedDate(t *testing.T) {
	q := asks("", "", "", "", "", 0)
	q.Transaction = &Transaction{Date: 20260301}
	if d := q.AskedDate(); d != 20260301 {
		t.Error(d)
	}
	q.Subscriber.Dates = []Period{{Qualifier: DatePlan, From: 20260305, To: 20260306}}
	if d := q.AskedDate(); d != 20260305 {
		t.Error(d)
	}
	q.Questions = []Question{{}, {Date: x12.DateRange{From: 20260309}}}
	if d := q.AskedDate(); d != 20260309 {
		t.Error(d)
	}
}
