// SPDX-License-Identifier: Apache-2.0

package x12

import "sync"

// envelopeRules are the uses of the envelope table, made ready.
type envelopeRules struct{ isa, ta1, gs, st, se, ge, iea *useRule }

var envelopeUses = sync.OnceValue(func() *envelopeRules {
	none := &useRule{}
	r := &envelopeRules{none, none, none, none, none, none, none}
	g := EnvelopeGuide()
	if g == nil {
		return r
	}
	places := map[string]**useRule{"ISA": &r.isa, "TA1": &r.ta1, "GS": &r.gs, "ST": &r.st, "SE": &r.se, "GE": &r.ge, "IEA": &r.iea}
	var walk func(l *Loop)
	walk = func(l *Loop) {
		for _, c := range l.Children {
			if c.Loop != nil {
				walk(c.Loop)
			} else if p := places[c.Use.Tag]; p != nil {
				*p = compileUse(c.Use)
			}
		}
	}
	walk(g.Root)
	return r
})

// groupOf is the functional id (GS01) that a set belongs in.
func groupOf(set string) string {
	switch set {
	case "837":
		return "HC"
	case "835":
		return "HP"
	case "270":
		return "HS"
	case "271":
		return "HB"
	case "276":
		return "HR"
	case "277":
		return "HN"
	case "278":
		return "HI"
	case "834":
		return "BE"
	case "820":
		return "RA"
	case "997", "999":
		return "FA"
	}
	return ""
}

// maxUnknown is how many versions without a guide are named.
const maxUnknown = 64

func (j *Validator) beginSet(s *Segment) {
	at := s.Position()
	again := j.prev == keyST
	j.closeSet(at)
	j.inFrame(s)
	j.outside = false
	if !j.group.open {
		if !j.ic.fragment {
			j.report(CodeMissingGS, retag(at, "GS"), "")
		}
		j.group.open, j.group.implied, j.group.sets = true, true, 0
		j.group.control, j.group.id, j.group.version, j.group.at = "", "", "", at
		j.setsSeen.reset()
		j.ic.groups++
	}
	set := s.r.set
	if set == nil {
		return
	}
	j.set.open, j.set.control, j.set.at = true, set.Control, at
	if !again {
		j.group.sets++
		if set.Control != "" && j.unique(&j.setsSeen, set.Control) {
			j.report(CodeSetTwice, at.At(2, 0), set.Control)
		}
	}
	if want := groupOf(set.ID); want != "" && j.group.id != "" && want != j.group.id {
		j.report(CodeSetNotInGroup, at.At(1, 0), set.ID)
	}
	j.set.validator = j.guideFor(set, at)
	if j.set.validator == nil {
		j.elements(j.rules.st, s)
		return
	}
	j.set.validator.Begin()
	j.set.validator.Segment(s)
}

// guideFor finds the validator of a set by its version, and checks the version.
func (j *Validator) guideFor(set *Set, at Position) *SetValidator {
	gs := j.group.version
	if st := set.Convention; st != "" && gs != "" && st != gs {
		code := CodeVersionMismatch
		if family(st) == family(gs) {
			code = CodeVersionDiffers
		}
		j.report(code, at.At(3, 0), st)
	}
	version := set.version(gs)
	g, ok := LookupGuide(version, set.ID)
	if !ok {
		if guideKnown(version, "") {
			j.report(CodeSetVersion, at.At(1, 0), set.ID)
			return nil
		}
		if !j.unknown[version] && len(j.unknown) < maxUnknown {
			j.unknown[string([]byte(version))] = true
			j.report(CodeNoGuide, at, version)
		}
		return nil
	}
	if s := j.checks[g]; s != nil {
		return s
	}
	s, err := NewSetValidator(g, j.out)
	if err != nil {
		return nil
	}
	j.checks[g] = s
	return s
}

// family is a version without its erratum: 005010X222 of 005010X222A1.
func family(version string) string {
	for i := 7; i < len(version); i++ {
		if version[i] == 'A' || version[i] == 'E' {
			return version[:i]
		}
	}
	return version
}

func (j *Validator) endSet(s *Segment) {
	at := s.Position()
	j.inFrame(s)
	if !j.set.open {
		if !j.outside {
			j.report(CodeMissingST, retag(at, "ST"), "")
		} else {
			j.group.sets++ // the run was a set without ST
		}
		j.outside = false
		j.elements(j.rules.se, s)
		return
	}
	if j.set.validator != nil {
		j.set.validator.Segment(s)
		j.set.validator.End(at)
	} else {
		j.elements(j.rules.se, s)
	}
	j.counted(CodeSegmentCount, j.rules.se, s, at.Segment)
	if string(s.Bytes(2)) != j.set.control {
		j.report(CodeSetControl, at.At(2, 0), string(s.Bytes(2)))
	}
	j.set.open, j.set.validator = false, nil
}

// seenSet knows which control numbers came, as hashes. It stops taking new ones
// at its limit, so that junk can't fill the memory.
type seenSet struct {
	seen map[uint64]struct{}
	full bool
}

const maxSeen = 1 << 16

func (s *seenSet) reset() {
	clear(s.seen)
	s.full = false
}

// unique takes the parts of a control number and reports whether they came before.
func (j *Validator) unique(s *seenSet, parts ...string) (twice bool) {
	h := uint64(14695981039346656037)
	for _, p := range parts {
		for i := range len(p) {
			h = (h ^ uint64(p[i])) * 1099511628211
		}
		h = (h ^ 0xff) * 1099511628211
	}
	if _, twice = s.seen[h]; twice {
		return true
	}
	if len(s.seen) >= maxSeen {
		if !s.full {
			s.full = true
			j.report(CodeUniqueLimit, j.seg.Position(), "")
		}
		return false
	}
	if s.seen == nil {
		s.seen = map[uint64]struct{}{}
	}
	s.seen[h] = struct{}{}
	return false
}
