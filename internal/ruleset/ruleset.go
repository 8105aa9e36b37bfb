// SPDX-License-Identifier: Apache-2.0

// Package ruleset switches the rules of a catalogue on and off and sets their
// severity. It knows ids, no rules.
package ruleset

import (
	"errors"
	"fmt"
	"slices"

	"github.com/claimwire/claimwire/x12"
)

// Set says which rules of a catalogue hold, and how severely. Rules are known by
// their index in the catalogue.
type Set struct {
	name  string
	rules []entry
}

type entry struct {
	id     string
	snip   int
	off    bool
	forced int8 // severity + 1, 0 = as the rule says
}

// New returns a set with all of n rules on. name is that of the package that
// errors speak for.
func New(name string, n int, rule func(int) (id string, snip int)) *Set {
	s := &Set{name: name, rules: make([]entry, n)}
	for i := range s.rules {
		s.rules[i].id, s.rules[i].snip = rule(i)
	}
	return s
}

func (s *Set) each(ids []string, do func(*entry)) error {
	if s == nil {
		return errors.New("claimwire: the RuleSet is nil; make one with NewRuleSet")
	}
	for _, id := range ids {
		i := slices.IndexFunc(s.rules, func(e entry) bool { return e.id == id })
		if i < 0 {
			return fmt.Errorf("%s: there is no rule %q", s.name, id)
		}
		do(&s.rules[i])
	}
	return nil
}

// Off switches rules off. An id that no rule has is an error.
func (s *Set) Off(ids ...string) error { return s.each(ids, func(e *entry) { e.off = true }) }

// On switches rules on. An id that no rule has is an error.
func (s *Set) On(ids ...string) error { return s.each(ids, func(e *entry) { e.off = false }) }

// Force gives all findings of a rule one severity. An id that no rule has is an
// error.
func (s *Set) Force(id string, severity x12.Severity) error {
	return s.each([]string{id}, func(e *entry) { e.forced = int8(severity) + 1 })
}

// Limit switches off the rules of SNIP types above n.
func (s *Set) Limit(n int) {
	if s == nil {
		return
	}
	for i := range s.rules {
		if s.rules[i].snip > n {
			s.rules[i].off = true
		}
	}
}

// Active reports whether a rule is on.
func (s *Set) Active(i int) bool { return !s.rules[i].off }

// Severity returns the severity of a finding of a rule that would be said with
// severity said.
func (s *Set) Severity(i int, said x12.Severity) x12.Severity {
	if f := s.rules[i].forced; f > 0 {
		return x12.Severity(f - 1)
	}
	return said
}
