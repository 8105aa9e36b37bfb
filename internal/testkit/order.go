// SPDX-License-Identifier: Apache-2.0

package testkit

import (
	"bytes"
	"slices"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// InGuideOrder reports whether a file is free of errors by the guide tables, and
// its segments stand in the very order of the tables: where the guide leaves the
// order of neighbours free, a writer still has one.
func InGuideOrder(t testing.TB, set string, in []byte, o x12.ReaderOptions) bool {
	t.Helper()
	type open struct {
		loop *x12.Loop
		at   int // child that came last
	}
	var stack []open
	ordered, clean := true, true
	version := ""
	hook := func(s *x12.Segment, j *x12.Validator) error {
		id, depth, ok := j.Place()
		if !ok || s.Position().Segment == 0 {
			stack = stack[:min(len(stack), 1)]
			if s.Tag() == "GS" {
				version = string(s.Bytes(8))
			}
			return nil
		}
		if s.Tag() == "ST" {
			if v := string(s.Bytes(3)); v != "" {
				version = v
			}
			g, found := x12.LookupGuide(version, set)
			if !found {
				t.Fatalf("no guide %s for %s", version, set)
			}
			stack = []open{{g.Root, 0}}
			return nil
		}
		if len(stack) == 0 || depth > len(stack) {
			ordered = false
			return nil
		}
		if depth < len(stack) && stack[depth].loop.ID == id { // perhaps a segment of the loop that is open
			top := &stack[depth]
			if i := childOf(top.loop, s, 1); i > 0 || depth == 0 {
				ordered = ordered && i >= top.at
				top.at = i
				stack = stack[:depth+1]
				return nil
			}
		}
		if depth == 0 {
			ordered = false
			return nil
		}
		up := &stack[depth-1]
		i := slices.IndexFunc(up.loop.Children, func(n *x12.Node) bool {
			return n.Loop != nil && n.Loop.ID == id && isUse(n.Loop.Opener(), s)
		})
		ordered = ordered && i >= up.at
		if i < 0 {
			return nil
		}
		up.at = i
		stack = append(stack[:depth], open{up.loop.Children[i].Loop, 0})
		return nil
	}
	for i, err := range x12.Validate(bytes.NewReader(in), &x12.ValidateOptions{Reader: o, Segment: hook}) {
		if err != nil {
			return false
		}
		clean = clean && i.Severity != x12.Error
	}
	return clean && ordered
}

// childOf returns which segment of the loop, from a place on, s is; -1 for none.
func childOf(l *x12.Loop, s *x12.Segment, from int) int {
	for i := from; i < len(l.Children); i++ {
		if u := l.Children[i].Use; u != nil && isUse(u, s) {
			return i
		}
	}
	return -1
}

func isUse(u *x12.SegmentUse, s *x12.Segment) bool {
	if u.Tag != s.Tag() {
		return false
	}
	if u.QualElement == 0 {
		return true
	}
	q := string(s.Bytes(u.QualElement))
	if u.QualComponent > 0 {
		q = string(s.Component(u.QualElement, u.QualComponent))
	}
	return slices.Contains(u.Qualifiers, q)
}
