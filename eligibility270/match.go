package eligibility270

import (
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
	if max <= 0 {
		max = DefaultMaxInquiries
	}
	return &Matcher[K]{max: max, index: make(map[string][]int)}
}

// Add keeps an inquiry. The key is what Match returns: a pointer to a Clone of
// the inquiry, or the caller's number of it.
func (m *Matcher[K]) Add(q *Inquiry, key K) {
	e := matchEntry[K]{key: key}
	for _, t := range q.Traces {
		if t.Number != "" {
			e.terms = append(e.terms, traceTerm(t.Number, ""), traceTerm(t.Number, t.OriginatorID))
		}
	}
	e.terms = append(e.terms, identityTerms(q.Subscriber, q.Dependent)...)
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
		for i := range list {
			if list[i] == at {
				list = append(list[:i], list[i+1:]...)
				break
			}
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
	traced := m.traced(r)
	if len(traced) == 1 {
		return m.entries[traced[0]].key, MatchedByTrace
	}
	for _, t := range identityTerms(r.Subscriber, r.Dependent) {
		found := m.index[t]
		if len(traced) > 0 {
			found = inBoth(found, traced)
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

// traced returns the inquiries whose numbers the response gives back. A number
// with its originator goes before the number alone: payers leave it out, or put
// their own there.
func (m *Matcher[K]) traced(r *Response) []int {
	var exact, loose []int
	for _, t := range r.Traces {
		if t.Type != TraceReferenced || t.Number == "" {
			continue
		}
		if t.OriginatorID != "" {
			for _, at := range m.index[traceTerm(t.Number, t.OriginatorID)] {
				exact = appendNew(exact, at)
			}
		}
		for _, at := range m.index[traceTerm(t.Number, "")] {
			loose = appendNew(loose, at)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return loose
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

// plain is a text without what does not tell people apart: case, spaces at the
// ends and doubled.
func folded(s string) string { return strings.ToUpper(strings.Join(strings.Fields(s), " ")) }

func appendNew(list []int, v int) []int {
	for _, x := range list {
		if x == v {
			return list
		}
	}
	return append(list, v)
}

// inBoth is what stands in both lists.
func inBoth(a, b []int) []int {
	var out []int
	for _, x := range a {
		for _, y := range b {
			if x == y {
				out = append(out, x)
			}
		}
	}
	return out
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
