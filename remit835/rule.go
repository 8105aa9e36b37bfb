// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/internal/ruleset"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Rule is one rule that a remittance must follow although each of its segments
// is right. Its ID is stable and is the Code of its findings.
type Rule struct {
	ID       string
	SNIP     int          // WEDI SNIP type: 3 balancing, 4 situations
	Severity x12.Severity // of its main finding; a rule may have lesser ones
	Strict   bool         // an error for who builds a remittance, a warning for who receives it
	Text     string       // what is wrong when it fails
	Mend     string       // what to do

	needs   sign // what a claim payment must show before payment is asked
	payment func(*Judge)
	begin   func(*Judge)
	header  func(*Judge) // at the end of a header number
	end     func(*Judge)
}

// allRules is the catalogue, in the order in which they are judged.
var allRules = sync.OnceValue(func() []Rule {
	return slices.Concat(balanceRules(), totalRules(), caseRules(), providerRules(), situationRules(), duplicateRules())
})

// Rules returns every rule, in the order in which they are judged.
func Rules() []Rule { return slices.Clone(allRules()) }

// RuleSet says which rules hold, and how severely. Change it before it is used;
// then it serves any number of goroutines.
type RuleSet struct {
	set      *ruleset.Set
	received bool
}

// NewRuleSet returns a set with all rules on, as who builds remittances needs it.
func NewRuleSet() *RuleSet {
	rules := allRules()
	return &RuleSet{set: ruleset.New("remit835", len(rules), func(i int) (string, int) { return rules[i].ID, rules[i].SNIP })}
}

// NewReceivedRuleSet returns a set with all rules on, as who receives
// remittances needs it: what only a builder must heed is a warning.
func NewReceivedRuleSet() *RuleSet {
	rs := NewRuleSet()
	rs.received = true
	return rs
}

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

// Finding is a rule that fails, at a place of a remittance, with the figures.
type Finding struct {
	// Issue says what is wrong: Code is the id of the rule, Path the place as in the
	// JSON of the record: of a claim payment when At.Payment is set, else
	// "remittance.amount", "header.provider.claims" or "summary.adjustments[0].amount".
	// Value may be health data.
	x12.Issue
	At At // which record

	Expected   decimal.NullDecimal // what it should be, by the other figures
	Actual     decimal.NullDecimal // what it is
	Difference decimal.NullDecimal // Actual - Expected

	Before *Origin // of a duplicate: where it was read before
}

// place is where a finding belongs: in the guide, and in the record.
type place struct {
	loop, tag string
	element   int
	component int
	path      string
}

// in returns path[index].field.
func in(path string, index int, field string) string {
	path += "[" + strconv.Itoa(index) + "]"
	if field == "" {
		return path
	}
	return path + "." + field
}

// linePlace is an element of a line.
func linePlace(i int, tag string, element int, field string) place {
	return place{"2110", tag, element, 0, in("lines", i, field)}
}

// report tells the findings of the rule that is being asked.
func (j *Judge) report(s x12.Severity, at At, p place, text, value string, figures *[2]decimal.Decimal) {
	r := j.rule
	if j.received && r.Strict && s == x12.Error {
		s = x12.Warning
	}
	if r.Mend != "" && (text == r.Text || s != x12.Info && !strings.Contains(text, ";")) {
		text += "; " + r.Mend // what informs beside the rule needs no fix, and some texts have their own
	}
	f := Finding{At: at, Before: j.told, Issue: x12.Issue{
		Position: x12.Position{
			Interchange: at.Interchange, Group: at.Group, Set: at.Set,
			Loop: p.loop, Tag: p.tag, Element: p.element, Component: p.component,
		},
		Code: x12.IssueCode(r.ID), Severity: j.rules.Severity(j.index, s), SNIP: r.SNIP, Path: p.path, Value: value, Detail: text,
	}}
	if figures != nil {
		f.Expected, f.Actual = decimal.NewNullDecimal(figures[0]), decimal.NewNullDecimal(figures[1])
		f.Difference = decimal.NewNullDecimal(figures[1].Sub(figures[0]))
	}
	switch f.Severity {
	case x12.Error:
		j.balance.Errors++
	case x12.Warning:
		j.balance.Warnings++
	}
	j.to(f)
}

// strictly is the severity of what files of others often do: an error for who
// builds a remittance, a warning for who receives it.
func (j *Judge) strictly() x12.Severity {
	if j.received {
		return x12.Warning
	}
	return x12.Error
}

// find reports that the rule fails for the claim payment at hand.
func (j *Judge) find(p place, value string) {
	j.report(j.rule.Severity, j.payment.At, p, j.rule.Text, value, nil)
}

// say is find with a severity and words of its own.
func (j *Judge) say(s x12.Severity, p place, text, value string) {
	j.report(s, j.payment.At, p, text, value, nil)
}

// figures is find with what an amount should be and what it is.
func (j *Judge) figures(p place, expected, actual decimal.Decimal) {
	j.report(j.rule.Severity, j.payment.At, p, j.rule.Text, actual.String(), &[2]decimal.Decimal{expected, actual})
}

// findSet reports that the rule fails for the remittance at hand.
func (j *Judge) findSet(p place, value string) {
	j.report(j.rule.Severity, j.remittance.At, p, j.rule.Text, value, nil)
}

// saySet is findSet with a severity and words of its own.
func (j *Judge) saySet(s x12.Severity, p place, text, value string) {
	j.report(s, j.remittance.At, p, text, value, nil)
}

// figuresSet is findSet with what an amount should be and what it is.
func (j *Judge) figuresSet(p place, expected, actual decimal.Decimal) {
	j.report(j.rule.Severity, j.remittance.At, p, j.rule.Text, actual.String(), &[2]decimal.Decimal{expected, actual})
}
