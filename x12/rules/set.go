// SPDX-License-Identifier: Apache-2.0

package rules

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// Set says which rules hold, and how severely. Change it before it is used; then
// it serves any number of goroutines. Wherever a Set can be given, nil means the
// set that the package recommends: all of its rules. The zero Set has no rules.
type Set[T any] struct {
	catalog  *Catalog[T]
	entries  []entry[T]
	received bool
	fixed    bool // may not be changed
	plans    []plan[T]
}

type entry[T any] struct {
	rule  Rule[T]
	about about
	off   bool
}

// plan is what to run for a set such as 837P.
type plan[T any] struct {
	set string
	run []step[T]
}

// step is what running a rule needs, side by side with the next rule's.
type step[T any] struct {
	check func(*T, *Report)
	about *about
}

// New returns a set with all rules of the catalog on, as the sender of files
// needs it. A catalog that has an id twice, or a rule that says too little, is an
// error.
func (c *Catalog[T]) New() (*Set[T], error) {
	if c == nil {
		return new(Set[T]), nil
	}
	s := &Set[T]{catalog: c}
	if err := s.Add(c.Rules...); err != nil {
		return nil, err
	}
	return s, nil
}

// MustNew is New for a catalog that stands in the program: it panics on an error.
func (c *Catalog[T]) MustNew() *Set[T] {
	s, err := c.New()
	if err != nil {
		panic(err)
	}
	return s
}

// None returns a set without rules that stays so: it switches them off.
func None[T any]() *Set[T] { return &Set[T]{fixed: true} }

func (s *Set[T]) name() string {
	if s.catalog == nil || s.catalog.Package == "" {
		return "rules"
	}
	return s.catalog.Package
}

// Add adds rules of your own, which are run after the others. An id that is taken
// already is an error, and then none is added.
func (s *Set[T]) Add(rules ...Rule[T]) error {
	if err := s.changeable(); err != nil {
		return err
	}
	taken := map[string]bool{}
	for i := range s.entries {
		for _, id := range s.entries[i].ids() {
			taken[id] = true
		}
	}
	entries := slices.Clone(s.entries)
	for i := range rules {
		e := entry[T]{rule: rules[i]}
		if err := e.rule.whole(); err != nil {
			return fmt.Errorf("%s: %w", s.name(), err)
		}
		for _, set := range e.rule.Sets {
			if s.catalog != nil && len(s.catalog.Sets) > 0 && !slices.Contains(s.catalog.Sets, set) {
				return fmt.Errorf("%s: the rule %s is about %q, which is none of %s", s.name(), e.rule.ID, set, strings.Join(s.catalog.Sets, ", "))
			}
		}
		for _, id := range e.ids() {
			if taken[id] {
				return fmt.Errorf("%s: there is a rule %q already; give yours another id", s.name(), id)
			}
			if u := s.unused(id); u != nil {
				return fmt.Errorf("%s: the id %q is not given to rules (%s); give yours another id", s.name(), id, u.Why)
			}
			taken[id] = true
		}
		e.rule.Retired, e.rule.Sets = slices.Clone(e.rule.Retired), slices.Clone(e.rule.Sets)
		e.about = about{id: e.rule.ID, title: e.rule.Title, fix: e.rule.Fix, snip: e.rule.SNIP, severity: e.rule.Severity, strict: e.rule.Strict}
		entries = append(entries, e)
	}
	s.entries = entries
	s.plan()
	return nil
}

// Enable switches rules on. An id that no rule has is an error.
func (s *Set[T]) Enable(ids ...string) error {
	return s.each(ids, func(e *entry[T]) { e.off = false })
}

// Disable switches rules off. An id that no rule has is an error.
func (s *Set[T]) Disable(ids ...string) error {
	return s.each(ids, func(e *entry[T]) { e.off = true })
}

// SetSeverity gives all issues of a rule one severity. An id that no rule has is
// an error.
func (s *Set[T]) SetSeverity(id string, severity x12.Severity) error {
	if severity > x12.Error {
		return errors.New("rules: unknown severity; use info, warning or error")
	}
	return s.each([]string{id}, func(e *entry[T]) { e.about.forced = int8(severity) + 1 })
}

// Limit switches off the rules of SNIP types above n.
func (s *Set[T]) Limit(n int) error {
	if err := s.changeable(); err != nil {
		return err
	}
	for i := range s.entries {
		if s.entries[i].rule.SNIP > n {
			s.entries[i].off = true
		}
	}
	s.plan()
	return nil
}

// Received returns a copy of the set for files that were received: what binds
// the sender only is a warning there.
func (s *Set[T]) Received() *Set[T] {
	out := s.Clone()
	if out != nil {
		out.received = true
	}
	return out
}

// Clone returns a copy that can be changed.
func (s *Set[T]) Clone() *Set[T] {
	if s == nil {
		return nil
	}
	out := &Set[T]{catalog: s.catalog, entries: slices.Clone(s.entries), received: s.received}
	out.plan()
	return out
}

// Rules returns the rules that are on, in the order in which they are run.
func (s *Set[T]) Rules() []Rule[T] {
	if s == nil {
		return nil
	}
	var out []Rule[T]
	for i := range s.entries {
		if e := &s.entries[i]; !e.off {
			out = append(out, e.rule)
		}
	}
	return out
}

// Check runs the rules on a T and returns each violation. Path is the field in
// JSON spelling; where the catalog knows the field's place in the guide, the
// issue has loop, segment and element. The caller, who has the file, fills in the
// rest of the position. A nil Set has no rules here: the packages that have
// catalogs take it for the recommended one.
func (s *Set[T]) Check(v *T) []x12.Issue {
	if s == nil || v == nil || len(s.plans) == 0 {
		return nil
	}
	run := s.plans[len(s.plans)-1].run
	if len(s.plans) > 1 {
		set := s.catalog.SetOf(v)
		for i := range s.plans {
			if s.plans[i].set == set {
				run = s.plans[i].run
				break
			}
		}
	}
	r := reports.Get().(*Report)
	r.received = s.received
	for i := range run {
		r.about = run[i].about
		n := len(r.issues)
		run[i].check(v, r)
		if len(r.issues) > n {
			s.place(v, r.issues[n:])
		}
	}
	found := r.issues
	r.reset()
	reports.Put(r)
	return found
}

// place fills in where the fields are that issues are about.
func (s *Set[T]) place(v *T, issues []x12.Issue) {
	for i := range issues {
		path, below, _ := strings.Cut(issues[i].Path, "|")
		issues[i].Path = path
		if p := &issues[i].Position; p.Tag == "" && s.catalog != nil && s.catalog.Place != nil {
			at := s.catalog.Place(v, path+below)
			p.Loop, p.Tag, p.Element, p.Component = at.Loop, at.Tag, at.Element, at.Component
		}
	}
}

// Reporter returns what a package reports with that runs a rule itself; nil when
// the rule is off or not in the set.
func (s *Set[T]) Reporter(id string) *Report {
	if s == nil {
		return nil
	}
	if e := s.find(id); e != nil && !e.off {
		return &Report{about: &e.about, received: s.received}
	}
	return nil
}

func (s *Set[T]) changeable() error {
	switch {
	case s == nil:
		return errors.New("rules: the Set is nil; make one with NewRuleSet of a package or New of a Catalog")
	case s.fixed:
		return errors.New("rules: the set without rules cannot be changed; make one with NewRuleSet of a package")
	}
	return nil
}

func (s *Set[T]) find(id string) *entry[T] {
	for i := range s.entries {
		if slices.Contains(s.entries[i].ids(), id) {
			return &s.entries[i]
		}
	}
	return nil
}

func (s *Set[T]) unused(id string) *UnusedID {
	if s.catalog != nil {
		for i := range s.catalog.Unused {
			if s.catalog.Unused[i].ID == id {
				return &s.catalog.Unused[i]
			}
		}
	}
	return nil
}

func (s *Set[T]) each(ids []string, do func(*entry[T])) error {
	if err := s.changeable(); err != nil {
		return err
	}
	for _, id := range ids { // all or nothing
		if s.find(id) != nil {
			continue
		}
		if u := s.unused(id); u != nil {
			return fmt.Errorf("%s: there is no rule %q (%s)", s.name(), id, u.Why)
		}
		return fmt.Errorf("%s: there is no rule %q; RULES.md lists them", s.name(), id)
	}
	for _, id := range ids {
		do(s.find(id))
	}
	s.plan()
	return nil
}

// plan works out what to run for a T of each of the catalog's sets, and last for
// one of another set: rules about everything. Without SetOf, each T gets all.
func (s *Set[T]) plan() {
	s.plans = nil
	one := s.catalog == nil || s.catalog.SetOf == nil
	if !one {
		for _, set := range s.catalog.Sets {
			s.plans = append(s.plans, plan[T]{set: set})
		}
	}
	s.plans = append(s.plans, plan[T]{})
	for k := range s.plans {
		p := &s.plans[k]
		for i := range s.entries {
			e := &s.entries[i]
			if !e.off && e.rule.Check != nil && (one || len(e.rule.Sets) == 0 || slices.Contains(e.rule.Sets, p.set)) {
				p.run = append(p.run, step[T]{e.rule.Check, &e.about})
			}
		}
	}
}

// ids returns the id of a rule and those that it had before.
func (e *entry[T]) ids() []string {
	if len(e.rule.Retired) == 0 {
		return []string{e.rule.ID}
	}
	return append([]string{e.rule.ID}, e.rule.Retired...)
}
