// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/internal/ruleset"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Rule is one billing rule: something that must hold for a claim although each
// of its segments is right. Its ID is stable and is the Code of its findings.
type Rule struct {
	ID       string
	SNIP     int          // WEDI SNIP type: 3 balancing, 4 situations, 5 code lists, 6 specialties
	Severity x12.Severity // of its main finding; a rule may have lesser ones
	Kinds    []Kind       // claims that it holds for
	Strict   bool         // an error for who builds a claim, a warning for who receives it
	Text     string       // what is wrong when it fails
	Mend     string       // what to do
	Check    func(*Claim, *Report)
}

// Report takes the findings of one rule about one claim.
type Report struct {
	rule    *Rule
	rules   *ruleset.Set
	index   int // of rule
	lenient bool
	to      func(x12.Issue)

	claim    *Claim // at hand
	gathered bool   // whether decided is of the claim at hand
	decided  decisions
}

// place is where a finding belongs: its place in the guide, and in the Claim.
type place struct {
	loop, tag string
	element   int
	component int
	path      string // "lines[1].charge", as in the JSON of the claim
}

// find reports that the rule fails, in its own words.
func (r *Report) find(p place, value string) { r.say(r.rule.Severity, p, value, r.rule.Text) }

// strictly reports that the rule fails where files of others often do: an error
// for who builds a claim, a warning for who receives it.
func (r *Report) strictly(p place, value string) { r.mild(p, value, r.rule.Text) }

// mild is strictly in words of its own.
func (r *Report) mild(p place, value, text string) {
	s := r.rule.Severity
	if r.lenient {
		s = min(s, x12.Warning)
	}
	r.say(s, p, value, text)
}

// off reports that an amount is not what the others make it, with both: without
// them nobody sees where the difference comes from.
func (r *Report) off(p place, expected, got decimal.Decimal) {
	r.offAs(p, r.rule.Text, "expected", expected, got)
}

// over reports that an amount is more than it may be.
func (r *Report) over(p place, most, got decimal.Decimal) {
	r.offAs(p, r.rule.Text, "at most", most, got)
}

// offAs is off in words of its own.
func (r *Report) offAs(p place, text, word string, expected, got decimal.Decimal) {
	r.fail(p, got.String(), text+figures(word, expected, got))
}

// figures are what an amount should be and what it is. The dollars of a balance
// are the only values in messages.
func figures(word string, expected, got decimal.Decimal) string {
	return " (" + word + " " + x12.Dollars(expected) + ", got " + x12.Dollars(got) + ")"
}

// warn reports a lesser failure in words of its own.
func (r *Report) warn(p place, value, text string) { r.say(x12.Warning, p, value, text) }

// fail reports a failure of the rule's severity in words of its own.
func (r *Report) fail(p place, value, text string) { r.say(r.rule.Severity, p, value, text) }

// say reports a failure of a severity, with the rule's own fix.
func (r *Report) say(s x12.Severity, p place, value, text string) {
	r.report(s, p, value, text, r.rule.Mend)
}

// report reports a failure in words of its own, and with its own fix.
func (r *Report) report(s x12.Severity, p place, value, text, fix string) {
	if r.lenient && r.rule.Strict && s == x12.Error {
		s = x12.Warning
	}
	s = r.rules.Severity(r.index, s)
	if fix != "" {
		text += "; " + fix
	}
	r.to(x12.Issue{
		Position: x12.Position{Loop: p.loop, Tag: p.tag, Element: p.element, Component: p.component},
		Code:     x12.IssueCode(r.rule.ID), Severity: s, SNIP: r.rule.SNIP, Path: p.path, Value: value, Detail: text,
	})
}

// allRules is the catalogue, in the order in which claims are judged.
var allRules = sync.OnceValue(func() []Rule {
	return slices.Concat(balanceRules(), otherPayerRules(), furtherPayerRules(), subscriberRules(), providerRules(),
		claimRules(), dateRules(), lineRules(), diagnosisRules(), furtherRules(),
		billRules(), institutionRules(), revenueRules(), inpatientRules(),
		twins(Institutional, dateRules(), "837P-DT-07", "837P-DT-09"),
		twins(Institutional, lineRules(), "837P-LN-05", "837P-LN-08", "837P-LN-09", "837P-LN-16"),
		dentalRules(),
		twins(Dental, balanceRules(), "837P-BAL-01", "837P-BAL-03"),
		twins(Dental, providerRules(), "837P-PRV-12", "837P-PRV-14"),
		twins(Dental, claimRules(), "837P-CLM-05", "837P-CLM-06"),
		twins(Dental, dateRules(), "837P-DT-07", "837P-DT-09"),
		twins(Dental, lineRules(), "837P-LN-02", "837P-LN-03", "837P-LN-04", "837P-LN-05", "837P-LN-16"),
		addressRules(), codeRules(), numberRules(), decisionRules(), specialtyRules(), personRules())
})

// twins returns rules of professional claims for another kind that has the same
// thing; the id begins with that kind.
func twins(k Kind, rules []Rule, ids ...string) (out []Rule) {
	for _, r := range rules {
		if slices.Contains(ids, r.ID) {
			r.ID, r.Kinds = k.String()+strings.TrimPrefix(r.ID, "837P"), []Kind{k}
			out = append(out, r)
		}
	}
	return out
}

// Rules returns every rule, in the order in which claims are judged.
func Rules() []Rule { return slices.Clone(allRules()) }

// RuleSet says which rules hold, and how severely. Change it before it is used;
// then it serves any number of goroutines.
type RuleSet struct {
	set      *ruleset.Set
	received bool
}

// NewRuleSet returns a set with all rules on, as who builds claims needs it.
func NewRuleSet() *RuleSet {
	rules := allRules()
	return &RuleSet{set: ruleset.New("claim837", len(rules), func(i int) (string, int) { return rules[i].ID, rules[i].SNIP })}
}

// NewReceivedRuleSet returns a set with all rules on, as who receives claims
// needs it: what only a builder must heed is a warning.
func NewReceivedRuleSet() *RuleSet {
	rs := NewRuleSet()
	rs.received = true
	return rs
}

var builtRules = sync.OnceValue(NewRuleSet)

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

// Judge holds a claim against the rules and reports what it finds; a nil set is
// that of NewRuleSet. Findings name the place in the claim (Path) and in the
// guide; whoever knows the file adds the segment.
func Judge(c *Claim, rs *RuleSet, report func(x12.Issue)) {
	if c == nil || report == nil {
		return
	}
	set := builtRules().set
	if rs != nil && rs.set != nil {
		set = rs.set
	}
	r := Report{rules: set, lenient: rs != nil && rs.received, to: report, claim: c}
	rules := allRules()
	for i := range rules {
		if !set.Active(i) || !slices.Contains(rules[i].Kinds, c.Kind) {
			continue
		}
		r.rule, r.index = &rules[i], i
		r.rule.Check(c, &r)
	}
}

var (
	onlyP    = []Kind{Professional}
	allKinds = []Kind{Professional, Institutional, Dental}
)

// in returns path[index].field.
func in(path string, index int, field string) string {
	if field == "" {
		return path + "[" + strconv.Itoa(index) + "]"
	}
	return path + "[" + strconv.Itoa(index) + "]." + field
}

// linePlace is an element of a line.
func linePlace(i int, loop, tag string, element, component int, field string) place {
	return place{loop, tag, element, component, in("lines", i, field)}
}

const (
	isError   = x12.Error
	isWarning = x12.Warning
)
