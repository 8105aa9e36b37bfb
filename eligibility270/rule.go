// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"slices"
	"strconv"
	"sync"

	"github.com/claimwire/claimwire/internal/ruleset"
	"github.com/claimwire/claimwire/x12"
)

// Rule is one rule that an inquiry or a response must follow although each of its
// segments is right. Its ID is stable and is the Code of its findings.
type Rule struct {
	ID       string
	SNIP     int          // WEDI SNIP type
	Severity x12.Severity // of its main finding; a rule may have others
	Text     string       // what is wrong when it fails
	Mend     string       // what to do
	// Check holds an inquiry against the rule; nil for a rule about a whole set,
	// which the writer checks.
	Check func(*Inquiry, *Report)
	// Answer holds a response against the rule; nil for a rule about inquiries.
	Answer func(*Response, *Report)
}

// Report takes the findings of one rule about one inquiry.
type Report struct {
	rules *ruleset.Set
	rule  *Rule
	index int
	to    func(x12.Issue)
}

// place is where a finding belongs: its place in the guide, and in the Inquiry.
type place struct {
	loop, tag string
	element   int
	path      string // "questions[1].serviceTypes", as in the JSON of the inquiry
}

// find reports that the rule fails, in its own words.
func (r *Report) find(p place, value string) { r.say(r.rule.Severity, p, value, r.rule.Text) }

// say is find with a severity and words of its own.
func (r *Report) say(s x12.Severity, p place, value, text string) {
	if r.rule.Mend != "" {
		text += "; " + r.rule.Mend
	}
	r.to(x12.Issue{
		Position: x12.Position{Loop: p.loop, Tag: p.tag, Element: p.element},
		Code:     x12.IssueCode(r.rule.ID), Severity: r.rules.Severity(r.index, s), SNIP: r.rule.SNIP, Path: p.path, Value: value, Detail: text,
	})
}

// allRules is the catalogue, in the order in which inquiries, or responses, are
// judged.
var allRules = sync.OnceValue(func() []Rule { return slices.Concat(inquiryRules(), responseRules()) })

// Rules returns every rule, in the order in which inquiries, or responses, are
// judged.
func Rules() []Rule { return slices.Clone(allRules()) }

// RuleSet says which rules hold, and how severely. Change it before it is used;
// then it serves any number of goroutines.
type RuleSet struct{ set *ruleset.Set }

// NewRuleSet returns a set with all rules on.
func NewRuleSet() *RuleSet {
	rules := allRules()
	return &RuleSet{ruleset.New("eligibility270", len(rules), func(i int) (string, int) { return rules[i].ID, rules[i].SNIP })}
}

var defaultRules = sync.OnceValue(NewRuleSet)

// own returns the rules of the set; the zero RuleSet is that of NewRuleSet.
func (rs *RuleSet) own() *ruleset.Set {
	if rs == nil {
		return nil
	}
	if rs.set == nil {
		rs.set = NewRuleSet().set
	}
	return rs.set
}

// Off switches rules off. An id that no rule has is an error.
func (rs *RuleSet) Off(ids ...string) error { return rs.own().Off(ids...) }

// On switches rules on. An id that no rule has is an error.
func (rs *RuleSet) On(ids ...string) error { return rs.own().On(ids...) }

// Set gives all findings of a rule one severity. An id that no rule has is an
// error.
func (rs *RuleSet) Set(id string, s x12.Severity) error { return rs.own().Force(id, s) }

// Limit switches off the rules of SNIP types above n.
func (rs *RuleSet) Limit(n int) { rs.own().Limit(n) }

// Judge holds an inquiry against the rules and reports what it finds; a nil set
// is that of NewRuleSet. Findings name the place in the inquiry (Path) and in the
// guide; whoever knows the file adds the segment.
func Judge(q *Inquiry, rs *RuleSet, report func(x12.Issue)) {
	if q == nil || report == nil {
		return
	}
	judge(rs, report, func(r *Report) {
		if r.rule.Check != nil {
			r.rule.Check(q, r)
		}
	})
}

func judge(rs *RuleSet, report func(x12.Issue), each func(*Report)) {
	if rs == nil || rs.set == nil {
		rs = defaultRules()
	}
	rules := allRules()
	r := Report{rules: rs.set, to: report}
	for i := range rules {
		if rs.set.Active(i) {
			r.rule, r.index = &rules[i], i
			each(&r)
		}
	}
}

// judgeSet reports that a rule about a whole set fails, in its own words when
// text is empty.
func judgeSet(rs *RuleSet, id string, p place, text string, report func(x12.Issue)) {
	judge(rs, report, func(r *Report) {
		switch {
		case r.rule.ID != id:
		case text == "":
			r.find(p, "")
		default:
			r.say(r.rule.Severity, p, "", text)
		}
	})
}

// index returns list[i].
func index(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

// join returns a path below another; either may be empty.
func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "." + b
}
