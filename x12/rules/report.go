// SPDX-License-Identifier: Apache-2.0

package rules

import (
	"sync"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// about is what a Report knows of its rule.
type about struct {
	id, title, fix string
	snip           int
	severity       x12.Severity
	strict         bool
	forced         int8 // severity + 1; 0 = as the rule says
}

// Report takes the violations of one rule by one T.
//
// A path names a field of the T in JSON spelling, as in "lines[1].charge"; where the
// field stands in the guide is looked up. A path may end with a bar and a path below
// the field: "lines[1]|.charge" names the line and stands at its charge. A value is
// what stands in the field: it may be health data, so that no text prints it.
type Report struct {
	about    *about
	received bool
	issues   []x12.Issue
	shared   []any // what the rules that check one T share
}

var reports = sync.Pool{New: func() any { return new(Report) }}

func (r *Report) reset() {
	clear(r.shared)
	*r = Report{shared: r.shared[:0]}
}

// Report reports that the rule is broken at a field, in the rule's own words.
func (r *Report) Report(path, value string) {
	r.Say(r.Severity(), path, value, "", "")
}

// Say reports a violation with a severity and words of its own; an empty title or
// fix is the rule's.
func (r *Report) Say(severity x12.Severity, path, value, title, fix string) {
	r.Issue(x12.Issue{Severity: severity, Path: path, Value: value, Detail: r.Words(title, fix)})
}

// Figures reports that an amount is not what the others make it. The issue has
// both: without them nobody sees where the difference comes from.
func (r *Report) Figures(path string, expected, got decimal.Decimal) {
	title := r.Title() + " (expected " + x12.Dollars(expected) + ", got " + x12.Dollars(got) + ")"
	r.Issue(x12.Issue{
		Severity: r.Severity(), Path: path, Value: got.String(), Detail: r.Words(title, ""),
		Figures: &x12.Figures{Expected: expected, Actual: got},
	})
}

// Issue reports a violation that the rule has put together itself: Severity and
// Detail, and Path or Position. The Report adds the rule's id and SNIP type, and
// changes the severity as the Set asks.
func (r *Report) Issue(i x12.Issue) {
	if r != nil && r.about != nil {
		r.issues = append(r.issues, r.Complete(i))
	}
}

// Complete returns the issue as Issue reports it, and does not report it.
func (r *Report) Complete(i x12.Issue) x12.Issue {
	if r == nil || r.about == nil {
		return i
	}
	if r.received && r.about.strict && i.Severity == x12.Error {
		i.Severity = x12.Warning
	}
	if r.about.forced > 0 {
		i.Severity = x12.Severity(r.about.forced - 1)
	}
	i.Code, i.SNIP = x12.IssueCode(r.about.id), r.about.snip
	return i
}

// Issues returns what was reported.
func (r *Report) Issues() []x12.Issue {
	if r == nil {
		return nil
	}
	return r.issues
}

// ID returns the id of the rule.
func (r *Report) ID() string { return r.of().id }

// Severity returns the severity of the rule's main issue.
func (r *Report) Severity() x12.Severity { return r.of().severity }

// Title returns what is wrong when the rule fails.
func (r *Report) Title() string { return r.of().title }

// Fix returns what to do when the rule fails.
func (r *Report) Fix() string { return r.of().fix }

// Received reports whether the set is for files that were received.
func (r *Report) Received() bool { return r != nil && r.received }

// Words returns "title; fix", the form of an issue's Detail; an empty title or
// fix is the rule's.
func (r *Report) Words(title, fix string) string {
	if title == "" {
		title = r.Title()
	}
	if fix == "" {
		fix = r.Fix()
	}
	if fix == "" {
		return title
	}
	return title + "; " + fix
}

func (r *Report) of() *about {
	if r == nil || r.about == nil {
		return &about{}
	}
	return r.about
}

// Shared returns a V that all rules share which check the same T, for what
// several of them need and is dear to work out. It is zero when first is true:
// the rule that gets it so fills it.
func Shared[V any](r *Report) (v *V, first bool) {
	if r == nil {
		return new(V), true
	}
	for _, s := range r.shared {
		if v, ok := s.(*V); ok {
			return v, false
		}
	}
	v = new(V)
	r.shared = append(r.shared, v)
	return v, true
}
