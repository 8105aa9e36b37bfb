// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
	"github.com/claimwire/claimwire/x12/rules"
	"github.com/shopspring/decimal"
)

// Rule is one billing rule: something that must hold for a claim although each
// of its segments is right. Its Sets are 837P, 837I and 837D.
type Rule = rules.Rule[Claim]

// RuleSet says which billing rules hold, and how severely. In every option and
// function that takes one, nil means that of NewRuleSet.
type RuleSet = rules.Set[Claim]

// NoRules is a RuleSet without rules: it switches them off.
var NoRules = rules.None[Claim]()

// NewRuleSet returns a set with all rules of this package on, as the sender of
// claims needs it. For claims that were received, take its Received.
func NewRuleSet() *RuleSet { return recommended().Clone() }

// Check runs the rules on a claim and returns each violation; nil rules are those
// of NewRuleSet. An issue names the field of the claim (Path) and its place in the
// guide; the caller, who has the file, fills in the rest of the Position.
func Check(c *Claim, rs *RuleSet) []x12.Issue {
	if rs == nil {
		rs = recommended()
	}
	return rs.Check(c)
}

// catalog has every rule, in the order in which they are run.
var catalog = sync.OnceValue(func() *rules.Catalog[Claim] {
	return &rules.Catalog[Claim]{
		Package: "claim837", Sets: allKinds, SetOf: func(c *Claim) string { return c.Kind.String() }, Unused: unusedRules,
		Place: func(c *Claim, path string) x12.Position { return c.position(path) },
		Rules: slices.Concat(balanceRules(), otherPayerRules(), furtherPayerRules(), subscriberRules(), providerRules(),
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
			addressRules(), codeRules(), numberRules(), decisionRules(), specialtyRules(), personRules()),
	}
})

// recommended is the set of NewRuleSet, which nobody may change.
var recommended = sync.OnceValue(func() *RuleSet { return catalog().MustNew() })

// twins returns rules of professional claims for another kind that has the same
// thing; the id begins with that kind.
func twins(k Kind, rules []Rule, ids ...string) (out []Rule) {
	for _, r := range rules {
		if slices.Contains(ids, r.ID) {
			r.ID, r.Sets = k.String()+strings.TrimPrefix(r.ID, "837P"), []string{k.String()}
			out = append(out, r)
		}
	}
	return out
}

// The kinds of claims that rules are about.
var (
	onlyP    = []string{"837P"}
	onlyI    = []string{"837I"}
	onlyD    = []string{"837D"}
	inPI     = []string{"837P", "837I"}
	inPD     = []string{"837P", "837D"}
	allKinds = []string{"837P", "837I", "837D"}
)

// report takes what one rule finds about one claim. The functions below report to
// it what is wrong at the path of a field.
type report = rules.Report

// position is where the field at a path stands in the guide; of the claim as a
// whole, where it begins.
func (c *Claim) position(path string) x12.Position {
	at := c.Kind.places().Position(cmp.Or(path, "id"))
	if path == "" {
		at.Element = 0
	}
	return at
}

// find reports that the rule fails, in its own words.
func find(r *report, path, value string) { say(r, r.Severity(), path, value, "") }

// strictly reports that the rule fails where files of others often do: an error
// for the sender, a warning for the receiver.
func strictly(r *report, path, value string) { mild(r, path, value, "") }

// mild is strictly in words of its own.
func mild(r *report, path, value, text string) {
	s := r.Severity()
	if r.Received() {
		s = min(s, x12.Warning)
	}
	say(r, s, path, value, text)
}

// off reports that an amount is not what the others make it, with both: without
// them nobody sees where the difference comes from.
func off(r *report, path string, expected, got decimal.Decimal) {
	r.Figures(path, expected, got)
}

// over reports that an amount is more than it may be.
func over(r *report, path string, most, got decimal.Decimal) {
	offAs(r, path, r.Title(), "at most", most, got)
}

// offAs is off in words of its own.
func offAs(r *report, path, text, word string, expected, got decimal.Decimal) {
	r.Issue(x12.Issue{Severity: r.Severity(), Path: path, Value: got.String(), Detail: r.Words(text+figures(word, expected, got), ""),
		Figures: &x12.Figures{Expected: expected, Actual: got}})
}

// figures are what an amount should be and what it is. The dollars of a balance
// are the only values in messages.
func figures(word string, expected, got decimal.Decimal) string {
	return " (" + word + " " + x12.Dollars(expected) + ", got " + x12.Dollars(got) + ")"
}

// warn reports a lesser failure in words of its own.
func warn(r *report, path, value, text string) { say(r, x12.Warning, path, value, text) }

// fail reports a failure of the rule's severity in words of its own.
func fail(r *report, path, value, text string) { say(r, r.Severity(), path, value, text) }

// say reports a failure of a severity, with the rule's own fix.
func say(r *report, s x12.Severity, path, value, text string) { r.Say(s, path, value, text, "") }

// inWords reports a failure in words of its own, and with its own fix.
func inWords(r *report, s x12.Severity, path, value, text, fix string) {
	r.Say(s, path, value, text, fix)
}

// in returns path[index].field.
func in(path string, index int, field string) string { return jsonx.At(path, index, field) }

const (
	isError   = x12.Error
	isWarning = x12.Warning
)
