// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"errors"
	"time"

	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// Builder makes inquiries of the requests of one practice. A Builder serves any
// number of goroutines.
type Builder struct {
	practice *Practice // without blanks at the ends of texts
	o        BuilderOptions
	found    []x12.Issue // about the practice
}

// BuilderOptions say how to build; the zero value is the default.
type BuilderOptions struct {
	Rules *RuleSet // that an inquiry must meet; nil means those of NewRuleSet
	// Now is when the file is made. Requests for later days are told; requests with
	// a spend-down amount have a set of their own, which is dated by it.
	Now time.Time
	// Charset is that of the file, which a character must be in, or fold into.
	Charset x12.Charset
}

// NewBuilder returns a Builder for a practice; nil options are the defaults.
func NewBuilder(p *Practice, o *BuilderOptions) *Builder {
	b := &Builder{}
	if o != nil {
		b.o = *o
	}
	b.practice = jsonx.Trimmed(p, func(path string) {
		b.found = append(b.found, buildIssue(CodeTrimmed, "practice."+path, ""))
	})
	return b
}

// Inquiry makes the inquiry of the request. With a finding of severity error
// there is no inquiry: the findings say what is missing or wrong, and Path says
// where in the request.
func (r *Request) Inquiry(p *Practice) (*Inquiry, []x12.Issue) {
	return NewBuilder(p, nil).Inquiry(r)
}

// Inquiry makes the inquiry of the request, as Request.Inquiry does. A request
// with a practice of its own is built for that practice.
func (b *Builder) Inquiry(r *Request) (*Inquiry, []x12.Issue) {
	return b.build(r, func(q *Inquiry) bool { return checker.Clean(dated(q), b.o.Charset) })
}

// Write makes the inquiry of the request, as Inquiry does, and writes it to w. It
// finds what Inquiry followed by [InquiryWriter.Write] finds, but where both have
// the same rules and the same character set, the inquiry is checked once: nobody can
// change it in between. The inquiry is nil unless it was written. The error is that
// of the writer: a *RefusedError when what Inquiry accepts cannot stand in this file.
func (b *Builder) Write(w *InquiryWriter, r *Request) (*Inquiry, []x12.Issue, error) {
	if w == nil {
		return nil, nil, errors.New("eligibility270: the InquiryWriter is nil; give Write one that NewInquiryWriter made")
	}
	if !w.w.agrees(b) {
		q, found := b.Inquiry(r)
		if q == nil {
			return nil, found, nil
		}
		if err := w.Write(q); err != nil {
			return nil, found, err
		}
		return q, found, nil
	}
	written, err := false, error(nil)
	q, found := b.build(r, func(q *Inquiry) bool {
		written, err = w.w.writeBuilt(q, true)
		return written
	})
	if q != nil && !written && err == nil {
		written, err = w.w.writeBuilt(q, false)
	}
	if !written {
		q = nil
	}
	return q, found, err
}

// build makes the inquiry of a request. Clean is as in check.
func (b *Builder) build(r *Request, clean func(*Inquiry) bool) (*Inquiry, []x12.Issue) {
	if r == nil {
		r = new(Request)
	}
	s := &build{b: b, practice: b.practice}
	s.r = jsonx.Trimmed(r, func(path string) { s.find(CodeTrimmed, path, "") })
	if s.r.Practice != nil {
		s.practice = s.r.Practice
	} else {
		s.found = append(s.found, b.found...)
	}
	if s.practice == nil {
		return nil, []x12.Issue{buildIssue(CodeNoPractice, "practice", "")}
	}
	q := s.inquiry()
	for _, path := range q.places().Misplaced(q) {
		s.find(CodeNoPlace, s.path(path), "")
	}
	s.check(q, clean)
	for i := range s.found {
		if s.found[i].Severity == x12.Error {
			return nil, s.found
		}
	}
	return q, s.found
}

// build is the work on one request.
type build struct {
	b        *Builder
	r        *Request
	practice *Practice
	asking   *ProviderInfo       // who asks
	asker    string              // its path
	numbers  map[string][]string // paths of the further identifiers, by whose they are
	numbered map[string]int      // the request's diagnoses, from 1; nil until it is needed
	types    []int               // places of the service types that are asked about
	asks     []ask               // what each question was made of
	found    []x12.Issue
}

// ask is the place of a question in the request: a procedure, or the service
// types for -1.
type ask int

// find takes a finding about a place in the request.
func (s *build) find(code x12.IssueCode, path, value string) {
	s.found = append(s.found, buildIssue(code, path, value))
}

// need finds a text that is missing.
func (s *build) need(v, path string) {
	if v == "" {
		s.find(CodeMissing, path, "")
	}
}

// word is the code of a plain word, or of the usual one when it is empty.
func (s *build) word(l plain.Words, w, usual, path string) x12.Code {
	if w == "" {
		if w = usual; w == "" {
			return ""
		}
	}
	code, ok := l.Code(w)
	if !ok {
		i := buildIssue(CodeUnknownWord, path, w)
		i.Detail = l.Unknown(w)
		s.found = append(s.found, i)
	}
	return code
}

func (s *build) inquiry() *Inquiry {
	r := s.r
	q := &Inquiry{Source: s.source(), Receiver: s.receiver()}
	q.Subscriber = s.member(&r.Subscriber, "subscriber")
	if r.MemberID != "" {
		q.Subscriber.Name.IDType, q.Subscriber.Name.ID = "MI", r.MemberID
	}
	if q.Subscriber.Name.EntityType == x12.Person && r.Subscriber.LastName == "" && r.Subscriber.FirstName != "" {
		s.find(CodeMissing, "subscriber.lastName", "")
	}
	who := q.Subscriber
	switch {
	case r.Dependent != nil:
		who = s.member(r.Dependent, "dependent")
		q.Dependent = who
		if rel := s.word(relationWords, r.Relationship, "", "relationship"); rel != "" || r.Dependent.BirthOrder != 0 {
			who.Insured = &Insured{Subscriber: AnswerNo, Relationship: rel, BirthOrder: r.Dependent.BirthOrder}
		}
		if r.Dependent.Organization != "" {
			s.find(CodeNoPlace, "dependent.organization", "")
		}
	case r.Relationship != "":
		s.find(CodeMissing, "dependent", "")
	}
	if n := r.Subscriber.BirthOrder; n != 0 {
		q.Subscriber.Insured = &Insured{Subscriber: AnswerYes, Relationship: RelationshipSelf, BirthOrder: n}
	}
	s.patient(who)
	if r.ID != "" {
		q.Traces = []Trace{{Type: TraceOwn, Number: r.ID, OriginatorID: s.traceOwner(), OriginatorSubcode: r.Department}}
	} else if r.Department != "" {
		s.find(CodeMissing, "id", "")
	}
	s.questions(q)
	s.spendDown(q)
	s.forms(q)
	return q
}

// spendDown gives a request with amounts a set of its own.
func (s *build) spendDown(q *Inquiry) {
	r := s.r
	if !r.SpendDown.Valid && !r.SpendDownBilled.Valid {
		if r.Cancel {
			s.find(CodeMissing, "spendDown", "")
		}
		return
	}
	q.Transaction = &Transaction{Purpose: PurposeRequest, Reference: r.ID, Type: TypeSpendDown}
	if now := s.b.o.Now; !now.IsZero() {
		q.Transaction.Date, q.Transaction.Time = x12.DateOf(now), x12.TimeOf(now, false)
	}
	if r.Cancel {
		q.Transaction.Purpose = PurposeCancellation
	}
	s.need(r.ID, "id")
}

// Envelope returns what stands around the inquiries of the practice in a file that
// is made now. Control numbers and the reference of the transaction are 1 until
// the caller sets those that it has reserved. The findings say what is missing in
// the practice; with an error among them the file is not to be sent.
func (p *Practice) Envelope(now time.Time) (Envelope, []x12.Issue) {
	s := &build{}
	if p == nil {
		p = new(Practice)
	}
	p = jsonx.Trimmed(p, func(string) {}) // the Builder tells it
	v := &p.Interchange
	s.need(v.SenderID, "practice.interchange.senderID")
	s.need(v.ReceiverID, "practice.interchange.receiverID")
	around := plain.Interchange(*v)
	around.Usage = string(s.word(usageWords, v.Usage, "test", "practice.interchange.usage"))
	env := Envelope{
		Set:         x12.Set{ID: "270", Control: "0001", Convention: Guide},
		Transaction: Transaction{Purpose: PurposeRequest, Reference: "1", Date: x12.DateOf(now), Time: x12.TimeOf(now, false)},
	}
	env.Interchange, env.Group = around.Envelope(now, "HS", Guide)
	if len(s.found) == 0 {
		s.found = around.Check(env.Interchange, env.Group, "practice.interchange")
	}
	return env, s.found
}
