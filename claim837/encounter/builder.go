// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"errors"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/claimgate"
	"github.com/claimwire/claimwire/internal/distinct"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Builder makes claims of the encounters of one practice. What the practice
// gives to all of them is worked out once. A Builder serves any number of
// goroutines.
type Builder struct {
	given      *Practice
	practice   *Practice // given, without blanks at the ends of texts
	rules      *claim837.RuleSet
	submission *claim837.Submission
	billing    biller
	consents   consents
	providers  map[string]*actor
	charset    x12.Charset
	found      []x12.Issue // about the practice
}

// gate is what claim837 does for a Builder alone.
var gate = claimgate.Claims.(*claimgate.Gate[claim837.Claim, claim837.Provider, claim837.Submission, claim837.Kind, claim837.RuleSet, claim837.Writer])

// BuilderOptions say how to build; the zero value is the default.
type BuilderOptions struct {
	Rules *claim837.RuleSet // that a claim must meet; nil means those of NewRuleSet
	Today x12.Date          // day of the file: no service may be later; zero = not checked
	// Charset is that of the file, which a character must be in, or fold into.
	Charset x12.Charset
}

// NewBuilder returns a Builder for a practice. What is wrong with the practice
// is found with each claim; nil options are the defaults.
func NewBuilder(p *Practice, o *BuilderOptions) *Builder {
	b := &Builder{given: p, practice: p}
	if o == nil {
		o = &BuilderOptions{}
	}
	b.rules, b.charset = o.Rules, o.Charset
	if p == nil {
		b.found = []x12.Issue{issue(CodeNoPractice, "practice", "")}
		return b
	}
	s := &build{b: b}
	p = jsonx.Trimmed(p, func(path string) { s.find(CodeTrimmed, "practice."+path, "") })
	b.practice = p
	b.submission = s.submission(p)
	b.submission.Date = o.Today
	b.consents = s.consents(allGiven, p.Consents, "practice.consents")
	b.billing = s.biller(&p.BillingProvider, "practice.billingProvider", false)
	b.billing.provider.Currency = plainCode(p.Currency)
	if p.PayTo != nil {
		b.billing.provider.PayTo = &claim837.PayToAddress{Name: x12.Name{EntityType: b.billing.provider.Name.EntityType}, Address: address(p.PayTo)}
	}
	b.providers = make(map[string]*actor, len(p.Providers))
	for key := range p.Providers {
		v := p.Providers[key]
		a := s.actor(&v, "practice.providers."+key)
		a.prepare()
		b.providers[key] = a
	}
	s.e, s.c = new(Encounter), &claim837.Claim{Kind: claim837.Professional, BillingProvider: b.billing.provider, Submission: b.submission}
	s.practiceIssues(gate.CheckHead(b.submission, b.charset))
	b.found = s.found
	return b
}

// Claim makes the claim of the encounter. With a finding of severity error there
// is no claim: the findings say what is missing or wrong, and Path says where in
// the encounter. The claim shares texts and amounts with the encounter, and the
// billing provider with the other claims of the practice.
func (e *Encounter) Claim(p *Practice) (*claim837.Claim, []x12.Issue) {
	return NewBuilder(p, nil).Claim(e)
}

// Claim makes the claim of the encounter, as Encounter.Claim does. An encounter
// with a practice of its own is built for that practice.
func (b *Builder) Claim(e *Encounter) (*claim837.Claim, []x12.Issue) {
	b = b.of(e)
	return b.build(e, func(c *claim837.Claim) bool { return gate.Clean(c, b.charset) })
}

// Write makes the claim of the encounter, as Claim does, and writes it to w. It
// finds what Claim followed by [claim837.Writer.Write] finds, but where both have the same
// rules and the same character set, the claim is checked once: nobody can change
// it in between. The claim is nil unless it was written. The error is that of the
// Writer: a *claim837.RefusedError when what Claim accepts cannot stand in this file.
func (b *Builder) Write(w *claim837.Writer, e *Encounter) (*claim837.Claim, []x12.Issue, error) {
	if w == nil {
		return nil, nil, errors.New("encounter: the Writer is nil; give Write one that claim837.NewWriter made")
	}
	if e == nil {
		e = new(Encounter)
	}
	b = b.of(e)
	if !gate.Agrees(w, e.Kind(), b.rules, b.charset) {
		c, found := b.Claim(e)
		if c == nil {
			return nil, found, nil
		}
		if err := w.Write(c); err != nil {
			return nil, found, err
		}
		return c, found, nil
	}
	written, err := false, error(nil)
	c, found := b.build(e, func(c *claim837.Claim) bool {
		written, err = gate.WriteBuilt(w, c, true)
		return written
	})
	if c != nil && !written && err == nil {
		written, err = gate.WriteBuilt(w, c, false)
	}
	if !written {
		c = nil
	}
	return c, found, err
}

// of returns the Builder for the practice of an encounter.
func (b *Builder) of(e *Encounter) *Builder {
	if e == nil || e.Practice == nil || e.Practice == b.given {
		return b
	}
	o := &BuilderOptions{Rules: b.rules, Charset: b.charset}
	if b.submission != nil {
		o.Today = b.submission.Date
	}
	return NewBuilder(e.Practice, o)
}

// build makes the claim of an encounter. Clean is as in fromGuide.
func (b *Builder) build(e *Encounter, clean func(*claim837.Claim) bool) (*claim837.Claim, []x12.Issue) {
	if e == nil {
		e = new(Encounter)
	}
	s := builds.Get().(*build)
	defer func() {
		*s = build{others: s.others[:0], trimmed: s.trimmed}
		builds.Put(s)
	}()
	s.b = b
	s.found = append(s.found, b.found...)
	s.e = jsonx.Trimmed(e, s.trimmed)
	c := s.claim()
	if c != nil {
		for _, path := range gate.Misplaced(c) {
			s.misplaced(s.encounterPath(path))
		}
		if broken := claim837.Check(c, b.rules); len(broken) > 0 {
			s.addBroken(broken)
		}
		s.fromGuide(clean)
		s.onlyCauses()
		s.onlyFaults()
	}
	found := s.found
	for i := range found {
		if found[i].Severity == x12.Error {
			return nil, found
		}
	}
	return c, found
}

// whatFailed returns the places at which building has found an error, and the
// lists that such a place stands in: a rule that fails there says nothing new.
func whatFailed(found []x12.Issue) (places distinct.Set[string]) {
	for i := range found {
		if found[i].Severity != x12.Error {
			continue
		}
		p := found[i].Path
		places.Add(p)
		for k := range len(p) {
			if p[k] == '[' {
				places.Add(p[:k])
			}
		}
	}
	return places
}

var builds = sync.Pool{New: func() any {
	s := new(build)
	s.trimmed = s.wasTrimmed
	return s
}}

// issueKey is what two issues have in common that say the same.
type issueKey struct {
	code   x12.IssueCode
	path   string
	detail string
}

func keyOf(i *x12.Issue) issueKey { return issueKey{i.Code, i.Path, i.Detail} }

// build is the work on one encounter.
type build struct {
	b        *Builder
	e        *Encounter
	c        *claim837.Claim
	consent  consents  // for all payers
	payer    *Coverage // that the claim goes to
	at       int       // its place in the coverages
	others   []int     // places of the other coverages, as in Claim.OtherCoverage
	self     bool      // the patient is the insured
	casualty bool      // the claim is one of property and casualty
	roles    claimRoles
	traits   int               // of a stay's type of bill
	billType claim837.BillType // of a stay, as given on paper
	found    []x12.Issue
	decided  []decidedAt         // of each adjudication, line by line in their order
	byLine   map[int][]decidedAt // decided, when it is first asked for
	trimmed  func(path string)   // wasTrimmed
}

// addBroken adds what rules have found, but for what building has.
func (s *build) addBroken(broken []x12.Issue) {
	built := s.found[len(s.b.found):]
	own := whatFailed(built)
	var same distinct.Set[issueKey] // what the encounter gives once may stand in the claim many times
	for k := range built {
		same.Add(keyOf(&built[k]))
	}
	for _, i := range broken {
		if s.ofRule(&i); !own.Has(i.Path) && same.Add(keyOf(&i)) {
			s.found = append(s.found, i)
		}
	}
}

// find takes a finding about a place in the encounter.
func (s *build) find(code x12.IssueCode, path, value string) {
	s.found = append(s.found, issue(code, path, value))
}

// wasTrimmed tells of a text that had blanks at its ends. What an encounter gives
// of its practice, the Builder of that practice tells.
func (s *build) wasTrimmed(path string) {
	if strings.HasPrefix(path, "practice.") {
		return
	}
	if rest, ok := strings.CutSuffix(path, "].code"); ok && strings.HasPrefix(rest, "diagnoses[") {
		path = rest + "]" // most are texts
	}
	s.find(CodeTrimmed, path, "")
}

// need finds a text that is missing.
func (s *build) need(v, path string) {
	if v == "" {
		s.find(CodeMissing, path, "")
	}
}

// word is the code of a plain word; empty for an empty one.
func (s *build) word(l words, w, path string) x12.Code {
	if w == "" {
		return ""
	}
	code, ok := l.Code(w)
	if !ok {
		s.unknown(l, w, path)
	}
	return code
}

// unknown finds a word that a list does not have.
func (s *build) unknown(l words, w, path string) {
	i := issue(CodeUnknownWord, path, w)
	i.Detail = l.Unknown(w)
	s.found = append(s.found, i)
}

// needWord is word for a field that must be given.
func (s *build) needWord(l words, w, path string) x12.Code {
	s.need(w, path)
	return s.word(l, w, path)
}

// amount is an amount that must be given.
func (s *build) amount(v NullAmount, path string) decimal.Decimal {
	if !v.Valid {
		s.find(CodeMissing, path, "")
	}
	return v.Decimal
}

// claim makes the claim; it is nil when there is nobody to bill.
func (s *build) claim() *claim837.Claim {
	e := s.e
	if !s.kindIsClear() || !s.choosePayer() || len(s.b.found) > 0 && s.b.submission == nil {
		return nil
	}
	s.empties()
	made := &struct {
		claim      claim837.Claim
		subscriber claim837.Subscriber
	}{}
	c := &made.claim
	s.c = c
	c.Kind = e.Kind()
	c.Submission = s.b.submission
	c.Subscriber = &made.subscriber
	c.BillingProvider = s.billingOf()
	s.consent = s.b.consents
	if e.Consents != nil {
		s.consent = s.consents(s.consent, e.Consents, "consents")
	}
	s.insured()
	s.header()
	s.dates()
	s.numbers()
	s.rest()
	s.otherCodes()
	switch c.Kind {
	case claim837.Institutional:
		s.stay()
		s.diagnoses(25)
		s.stayCodes()
	case claim837.Dental:
		s.dental()
		s.diagnoses(4)
	default:
		s.diagnoses(12)
	}
	s.roles = s.claimRoles()
	s.lines()
	s.otherPayers()
	s.payerNumbers()
	s.rooms()
	return c
}
