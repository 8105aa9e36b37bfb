// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"strconv"
	"sync"

	"github.com/claimwire/claimwire/x12"
	"github.com/claimwire/claimwire/x12/rules"
)

// Rule is one rule that an inquiry must follow although each of its segments is
// right.
type Rule = rules.Rule[Inquiry]

// RuleSet says which rules of inquiries hold, and how severely. In every option
// and function that takes one, nil means that of NewRuleSet.
type RuleSet = rules.Set[Inquiry]

// ResponseRule is one rule that a response must follow.
type ResponseRule = rules.Rule[Response]

// ResponseRuleSet says which rules of responses hold, and how severely. In every
// option and function that takes one, nil means that of NewResponseRuleSet.
type ResponseRuleSet = rules.Set[Response]

// NoRules and NoResponseRules are sets without rules: they switch them off.
var (
	NoRules         = rules.None[Inquiry]()
	NoResponseRules = rules.None[Response]()
)

// NewRuleSet returns a set with all rules of inquiries on, as the sender of
// inquiries needs it. For inquiries that were received, take its Received.
func NewRuleSet() *RuleSet { return recommended().Clone() }

// NewResponseRuleSet returns a set with all rules of responses on, as the sender
// of responses needs it. For responses that were received, take its Received.
func NewResponseRuleSet() *ResponseRuleSet { return recommendedResponse().Clone() }

// Check runs the rules on an inquiry and returns each violation; nil rules are
// those of NewRuleSet. An issue names the field of the inquiry (Path) and its place
// in the guide; the caller, who has the file, fills in the rest of the Position.
func Check(q *Inquiry, rs *RuleSet) []x12.Issue { return or(rs, recommended).Check(q) }

// CheckResponse runs the rules on a response, as Check does on an inquiry; nil
// rules are those of NewResponseRuleSet.
func CheckResponse(r *Response, rs *ResponseRuleSet) []x12.Issue {
	return or(rs, recommendedResponse).Check(r)
}

// catalog and responseCatalog have every rule, in the order in which they are run.
var (
	catalog = sync.OnceValue(func() *rules.Catalog[Inquiry] {
		return &rules.Catalog[Inquiry]{Package: "eligibility270", Sets: []string{"270"}, Rules: about("270", inquiryRules()), Unused: unusedRules,
			Place: func(q *Inquiry, path string) x12.Position { return q.places().Position(path) }}
	})
	responseCatalog = sync.OnceValue(func() *rules.Catalog[Response] {
		return &rules.Catalog[Response]{Package: "eligibility270", Sets: []string{"271"}, Rules: about("271", responseRules()), Unused: unusedResponseRules,
			Place: func(r *Response, path string) x12.Position { return r.places().Position(path) }}
	})
)

// recommended and recommendedResponse are the sets of NewRuleSet and
// NewResponseRuleSet, which nobody may change.
var (
	recommended         = sync.OnceValue(func() *RuleSet { return catalog().MustNew() })
	recommendedResponse = sync.OnceValue(func() *ResponseRuleSet { return responseCatalog().MustNew() })
)

// about returns the rules with the set that they are about.
func about[T any](set string, list []rules.Rule[T]) []rules.Rule[T] {
	for i := range list {
		list[i].Sets = []string{set}
	}
	return list
}

// or returns the set, or the recommended one for nil.
func or[T any](rs *rules.Set[T], recommended func() *rules.Set[T]) *rules.Set[T] {
	if rs == nil {
		return recommended()
	}
	return rs
}

// broken returns the issue of a rule about more than one inquiry, in its own words
// when text is empty; nothing when the rule is off. At is where it is found, and path
// the field of an inquiry that it is about, if any.
func broken(rs *RuleSet, id string, at x12.Position, path, text string) []x12.Issue {
	r := or(rs, recommended).Reporter(id)
	r.Issue(x12.Issue{Position: at, Severity: r.Severity(), Path: path, Detail: r.Words(text, "")})
	return r.Issues()
}

// report takes what one rule finds about one inquiry or response. The functions
// below report to it what is wrong at the path of a field.
type report = rules.Report

// find reports that the rule fails, in its own words.
func find(r *report, path, value string) { r.Report(path, value) }

// say is find with a severity and words of its own.
func say(r *report, s x12.Severity, path, value, text string) { r.Say(s, path, value, text, "") }

// index returns list[i].
func index(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

// join returns a path below another; either may be empty.
func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "." + b
}
