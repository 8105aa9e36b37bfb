// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"slices"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
	"github.com/claimwire/claimwire/x12/rules"
	"github.com/shopspring/decimal"
)

// Rule is one rule that a claim payment must follow although each of its segments
// is right. Most rules of this package have no Check of their own: a [Checker] asks
// them, since they need sums, or what stands elsewhere in the remittance.
type Rule = rules.Rule[ClaimPayment]

// RuleSet says which rules hold, and how severely. In every option and function
// that takes one, nil means that of NewRuleSet.
type RuleSet = rules.Set[ClaimPayment]

// NoRules is a RuleSet without rules: it switches them off.
var NoRules = rules.None[ClaimPayment]()

// NewRuleSet returns a set with all rules of this package on, as the sender of
// remittances needs it. For remittances that were received, take its Received.
func NewRuleSet() *RuleSet { return recommended().Clone() }

// Check runs the rules on a claim payment by itself and returns each violation;
// nil rules are those of NewRuleSet. What only shows in a whole remittance is for a
// [Checker].
func Check(p *ClaimPayment, rs *RuleSet) []x12.Issue {
	var found []x12.Issue
	newChecker(&CheckerOptions{Rules: rs}, func(i x12.Issue) { found = append(found, i) }).check(p)
	return found
}

// rule is a rule of this package, and when a Checker asks it.
type rule struct {
	ID         string
	SNIP       int
	Severity   x12.Severity
	Strict     bool
	Title, Fix string

	needs   sign // what a claim payment must show before payment is asked
	payment func(*Checker)
	begin   func(*Checker)
	header  func(*Checker) // at the end of a header number
	end     func(*Checker)
}

// allRules has every rule, in the order in which they are asked.
var allRules = sync.OnceValue(func() []rule {
	return slices.Concat(balanceRules(), totalRules(), caseRules(), providerRules(), situationRules(), duplicateRules())
})

var catalog = sync.OnceValue(func() *rules.Catalog[ClaimPayment] {
	c := &rules.Catalog[ClaimPayment]{
		Package: "remit835", Sets: []string{"835"}, Unused: unusedRules,
		Place: func(_ *ClaimPayment, path string) x12.Position { return paymentPlaces.Position(path) },
	}
	for _, r := range allRules() {
		c.Rules = append(c.Rules, Rule{ID: r.ID, Sets: c.Sets, SNIP: r.SNIP, Severity: r.Severity, Strict: r.Strict, Title: r.Title, Fix: r.Fix})
	}
	return c
})

// recommended is the set of NewRuleSet, which nobody may change.
var recommended = sync.OnceValue(func() *RuleSet { return catalog().MustNew() })

// in returns path[index].field.
func in(path string, index int, field string) string { return jsonx.At(path, index, field) }

// report reports a violation of the rule that is being asked. Its path names a field
// of the claim payment, or "remittance.amount", "header.provider.claims",
// "summary.adjustments[0].amount"; where the field stands is looked up. It may end with
// a bar and a path below the field, as in a [rules.Report].
func (j *Checker) report(s x12.Severity, at At, path, text, value string, figures *x12.Figures) {
	path, below, _ := strings.Cut(path, "|")
	j.reportAt(s, at, position(path+below), path, text, value, figures)
}

// reportAt is report for what stands in no field.
func (j *Checker) reportAt(s x12.Severity, at At, pos x12.Position, path, text, value string, figures *x12.Figures) {
	fix := ""
	if r := j.rule; r.Fix != "" && (text == r.Title || s != x12.Info && !strings.Contains(text, ";")) {
		fix = "; " + r.Fix // what informs beside the rule needs no fix, and some texts have their own
	}
	j.found(j.reporter.Complete(x12.Issue{
		Position: pos, Severity: s, Path: path, Value: value, Detail: text + fix, Figures: figures,
	}), at)
}

// found counts and reports an issue about the record with the ordinals.
func (j *Checker) found(i x12.Issue, at At) {
	i.Interchange, i.Group, i.Set, i.Record = at.Interchange, at.Group, at.Set, at.Payment
	switch i.Severity {
	case x12.Error:
		j.balance.Errors++
	case x12.Warning:
		j.balance.Warnings++
	}
	j.to(i)
}

// strictly is the severity of what files of others often do: an error for who
// builds a remittance, a warning for who receives it.
func (j *Checker) strictly() x12.Severity {
	if j.received {
		return x12.Warning
	}
	return x12.Error
}

// find reports that the rule fails for the claim payment at hand.
func (j *Checker) find(path string, value string) {
	j.report(j.rule.Severity, j.payment.At, path, j.rule.Title, value, nil)
}

// say is find with a severity and words of its own.
func (j *Checker) say(s x12.Severity, path string, text, value string) {
	j.report(s, j.payment.At, path, text, value, nil)
}

// figures is find with what an amount should be and what it is.
func (j *Checker) figures(path string, expected, actual decimal.Decimal) {
	j.report(j.rule.Severity, j.payment.At, path, j.rule.Title, actual.String(), &x12.Figures{Expected: expected, Actual: actual})
}

// findSet reports that the rule fails for the remittance at hand.
func (j *Checker) findSet(path string, value string) {
	j.report(j.rule.Severity, j.remittance.At, path, j.rule.Title, value, nil)
}

// saySet is findSet with a severity and words of its own.
func (j *Checker) saySet(s x12.Severity, path string, text, value string) {
	j.report(s, j.remittance.At, path, text, value, nil)
}

// figuresSet is findSet with what an amount should be and what it is.
func (j *Checker) figuresSet(path string, expected, actual decimal.Decimal) {
	j.report(j.rule.Severity, j.remittance.At, path, j.rule.Title, actual.String(), &x12.Figures{Expected: expected, Actual: actual})
}
