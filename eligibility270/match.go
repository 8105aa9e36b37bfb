// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// MatchedBy says how a response found its inquiry.
type MatchedBy string

// Ways to find an inquiry. The order of inquiries and responses is none of them.
const (
	MatchedByTrace    MatchedBy = "trace"     // TRN*2 gives a number of the inquiry back
	MatchedByIdentity MatchedBy = "identity"  // no number does, but one inquiry only is about that person
	MatchAmbiguous    MatchedBy = "ambiguous" // several inquiries may be meant
	MatchNone         MatchedBy = "none"
)

// DefaultMaxInquiries is how many inquiries a Matcher keeps unless told.
const DefaultMaxInquiries = 1 << 16

// Matcher finds the inquiry that a response answers: by the trace number that
// the payer gives back, else by who the patient is. It keeps a bounded number of
// inquiries, of each what it needs only, and the key by which the caller knows
// it. A Matcher serves one goroutine.
type Matcher[K any] struct {
	max, next int
	dropped   int
	entries   []matchEntry[K] // a ring once it is full
	index     map[string][]int
}

type matchEntry[K any] struct {
	key   K
	terms []string
}

// NewMatcher returns a Matcher that keeps up to max inquiries, then forgets the
// oldest; 0 means DefaultMaxInquiries.
func NewMatcher[K any](max int) *Matcher[K] {
	m := new(Matcher[K])
	m.init(max)
	return m
}

// init makes what the zero Matcher does not have.
func (m *Matcher[K]) init(max int) {
	if max <= 0 {
		max = DefaultMaxInquiries
	}
	m.max, m.index = max, make(map[string][]int)
}

// Add keeps an inquiry. The key is what Match returns: a pointer to a Clone of
// the inquiry, or the caller's number of it.
func (m *Matcher[K]) Add(q *Inquiry, key K) {
	if q == nil {
		return
	}
	if m.index == nil {
		m.init(0)
	}
	e := matchEntry[K]{key: key}
	for _, t := range q.Traces {
		if t.Number != "" {
			e.terms = append(e.terms, traceTerm(t.Number, ""), traceTerm(t.Number, t.OriginatorID))
		}
	}
	e.terms = append(e.terms, identityTerms(q.Subscriber, q.Dependent)...)
	slices.Sort(e.terms)
	e.terms = slices.Compact(e.terms)
	at := len(m.entries)
	if at < m.max {
		m.entries = append(m.entries, e)
	} else {
		at = m.next
		m.next = (m.next + 1) % m.max
		m.forget(at)
		m.dropped++
		m.entries[at] = e
	}
	for _, t := range e.terms {
		m.index[t] = appendNew(m.index[t], at)
	}
}

// Dropped returns how many inquiries were forgotten to make room.
func (m *Matcher[K]) Dropped() int { return m.dropped }

func (m *Matcher[K]) forget(at int) {
	for _, t := range m.entries[at].terms {
		list := m.index[t]
		if i := slices.Index(list, at); i == 0 { // most often: the oldest goes first
			list = list[1:]
		} else if i > 0 {
			list = slices.Delete(list, i, i+1)
		}
		if len(list) == 0 {
			delete(m.index, t)
		} else {
			m.index[t] = list
		}
	}
}

// Match finds the inquiry of a response. The key is the zero value unless the
// response was matched. Several patients may share a number: who it is decides
// among them. One inquiry may be matched by several responses.
func (m *Matcher[K]) Match(r *Response) (K, MatchedBy) {
	var none K
	if r == nil {
		return none, MatchNone
	}
	traced := m.traced(r)
	if at, ok := m.only(traced); ok {
		return m.entries[at].key, MatchedByTrace
	}
	for _, t := range identityTerms(r.Subscriber, r.Dependent) {
		found := m.index[t]
		if len(traced) > 0 {
			if len(found) > maxMatchSteps {
				return none, MatchAmbiguous
			}
			found = m.having(found, traced)
		}
		switch {
		case len(found) == 1 && len(traced) > 0:
			return m.entries[found[0]].key, MatchedByTrace
		case len(found) == 1:
			return m.entries[found[0]].key, MatchedByIdentity
		case len(found) > 1:
			return none, MatchAmbiguous
		}
	}
	if len(traced) > 0 {
		return none, MatchAmbiguous
	}
	return none, MatchNone
}

// maxMatchSteps is how many inquiries of one person are compared with a number
// that several inquiries have: files that give all patients one number and one
// name must not take forever.
const maxMatchSteps = 256

// traced returns the terms of the numbers that the response gives back, those
// that inquiries have. A number with its originator goes before the number alone:
// payers leave it out, or put their own there.
func (m *Matcher[K]) traced(r *Response) map[string]bool {
	var exact, loose map[string]bool
	add := func(to *map[string]bool, t string) {
		if len(m.index[t]) == 0 {
			return
		}
		if *to == nil {
			*to = map[string]bool{}
		}
		(*to)[t] = true
	}
	for _, t := range r.Traces {
		if t.Type != TraceReferenced || t.Number == "" {
			continue
		}
		if t.OriginatorID != "" {
			add(&exact, traceTerm(t.Number, t.OriginatorID))
		}
		add(&loose, traceTerm(t.Number, ""))
	}
	if len(exact) > 0 {
		return exact
	}
	return loose
}

// only returns the inquiry that alone has one of the terms.
func (m *Matcher[K]) only(terms map[string]bool) (at int, ok bool) {
	for t := range terms {
		list := m.index[t]
		if len(list) > 1 || ok && list[0] != at {
			return 0, false
		}
		at, ok = list[0], true
	}
	return at, ok
}

// having returns the inquiries that have one of the terms.
func (m *Matcher[K]) having(list []int, terms map[string]bool) []int {
	var out []int
	for _, at := range list {
		if slices.ContainsFunc(m.entries[at].terms, func(t string) bool { return terms[t] }) {
			out = append(out, at)
		}
	}
	return out
}

func traceTerm(number, originator string) string {
	if originator == "" {
		return "n|" + strings.TrimSpace(number)
	}
	return "t|" + strings.TrimSpace(number) + "|" + strings.TrimSpace(originator)
}

// identityTerms are what a person is known by, the surest first. A dependent may
// be answered as a subscriber and the reverse, so that the person counts, not
// the role.
func identityTerms(subscriber, dependent *Member) []string {
	p := subscriber
	if dependent != nil {
		p = dependent
	}
	if p == nil {
		return nil
	}
	last, first := folded(p.Name.Last), folded(p.Name.First)
	born := p.BirthDate
	id := ""
	if subscriber != nil {
		id = folded(subscriber.Name.ID)
	}
	if p.Name.ID != "" {
		id = folded(p.Name.ID)
	}
	var terms []string
	add := func(kind string, known bool, parts ...string) {
		if known {
			terms = append(terms, kind+"|"+strings.Join(parts, "|"))
		}
	}
	add("a", id != "" && born != 0 && first != "" && last != "", id, born.String(), last, first)
	add("b", id != "" && born != 0 && first != "", id, born.String(), first)
	add("c", id != "" && first != "" && last != "", id, last, first)
	add("d", born != 0 && first != "" && last != "", born.String(), last, first)
	return terms
}

// folded is a text without what does not tell people apart: case, spaces at the
// ends and doubled.
func folded(s string) string {
	for i := range len(s) { // most texts are so already
		if blank := s[i] == ' '; s[i] < ' ' || s[i] >= 'a' || blank && (i == 0 || i+1 == len(s) || s[i-1] == ' ') {
			return strings.ToUpper(strings.Join(strings.Fields(s), " "))
		}
	}
	return s
}

// appendNew adds the newest inquiry to a list, once.
func appendNew(list []int, v int) []int {
	if n := len(list); n > 0 && list[n-1] == v {
		return list
	}
	return append(list, v)
}

// AskedDate returns the date that an inquiry asks about: of its first question
// that has one, else of the patient, else the day of the inquiry (270-06).
func (q *Inquiry) AskedDate() x12.Date {
	for i := range q.Questions {
		if d := q.Questions[i].Date.From; d != 0 {
			return d
		}
	}
	for _, m := range []*Member{q.Dependent, q.Subscriber} {
		if m == nil {
			continue
		}
		for _, d := range m.Dates {
			if d.Qualifier == DatePlan && d.From != 0 {
				return d.From
			}
		}
	}
	if q.Transaction != nil {
		return q.Transaction.Date
	}
	return 0
}
