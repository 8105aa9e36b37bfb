// SPDX-License-Identifier: Apache-2.0

package x12

// Validator checks a whole stream, SNIP types 1 and 2: the envelope, and each set
// that has a guide. It takes the segments of a Reader one at a time, so that a
// caller can check while it reads. Its memory is bounded. It serves one
// goroutine and one Reader.
type Validator struct {
	out    func(Issue)
	rules  *envelopeRules
	el     elementValidator
	seg    *Segment
	checks map[*Guide]*SetValidator
	prev   uint32 // key of the segment before

	ic struct {
		open, fragment, acks bool
		control              string
		groups               int
		at                   Position
	}
	group struct {
		open, implied        bool
		control, id, version string
		sets                 int
		at                   Position
	}
	set struct {
		open      bool
		control   string
		validator *SetValidator // nil without a guide
		at        Position
	}
	outside bool // in a run of segments outside of a set

	setsSeen, groupsSeen, icsSeen seenSet
	unknown                       map[string]bool
}

// NewValidator returns a Validator that tells report of each finding.
func NewValidator(report func(Issue)) *Validator {
	j := &Validator{out: report}
	j.init()
	return j
}

// init makes what the zero Validator, which tells nobody, does not have.
func (j *Validator) init() {
	if j.out == nil {
		j.out = func(Issue) {}
	}
	j.rules, j.checks, j.unknown = envelopeUses(), map[*Guide]*SetValidator{}, map[string]bool{}
	j.el.found = j.found
}

// Segment checks the next segment of the stream.
func (j *Validator) Segment(s *Segment) {
	if s == nil || s.r == nil {
		return
	}
	if j.rules == nil {
		j.init()
	}
	j.seg = s
	switch s.key {
	case keyISA:
		j.beginInterchange(s)
	case keyIEA:
		j.endInterchange(s)
	case keyGS:
		j.beginGroup(s)
	case keyGE:
		j.endGroup(s)
	case keyST:
		j.beginSet(s)
	case keySE:
		j.endSet(s)
	default:
		if j.set.open {
			if j.set.validator != nil {
				j.set.validator.Segment(s)
			}
			break
		}
		j.inFrame(s)
		if s.key == keyTA1 && !j.group.open {
			j.ic.acks = true
			j.elements(j.rules.ta1, s)
			break
		}
		if !j.outside {
			j.outside = true
			j.report(CodeOutsideSet, s.Position(), "")
		}
	}
	j.prev = s.key
}

// End checks what the end of the stream leaves open. Of at the offset is enough.
func (j *Validator) End(at Position) {
	if j.rules == nil {
		j.init()
	}
	j.closeInterchange(at)
}

// Flush reports a finding that waits for the next segment, when reading stopped
// before the end.
func (j *Validator) Flush() {
	if s := j.set.validator; j.set.open && s != nil && s.holding {
		s.resolve(nil)
	}
}

// Place tells where the last segment stands in its guide; see SetValidator.Place.
// ok is false outside of a set with a guide.
func (j *Validator) Place() (loop string, depth int, ok bool) {
	if !j.set.open || j.set.validator == nil {
		return "", 0, false
	}
	return j.set.validator.Place()
}

// inFrame notes that the stream is in an interchange: one without ISA is a fragment.
func (j *Validator) inFrame(s *Segment) {
	if !j.ic.open {
		j.ic.open, j.ic.fragment, j.ic.acks, j.ic.groups = true, true, false, 0
		j.groupsSeen.reset()
		j.ic.at = s.Position()
	}
}

func (j *Validator) beginInterchange(s *Segment) {
	at := s.Position()
	again := j.prev == keyISA
	j.closeInterchange(at)
	ic := s.r.ic
	if ic == nil {
		return
	}
	j.ic.open, j.ic.fragment, j.ic.acks, j.ic.groups = true, false, false, 0
	j.ic.control, j.ic.at = ic.Control, at
	j.groupsSeen.reset()
	j.header(ic, at)
	if v, ok := wholeNumber([]byte(ic.Control)); ok && v == 0 {
		j.report(CodeControlZero, at.At(13, 0), ic.Control)
	}
	if !again && j.unique(&j.icsSeen, ic.SenderQualifier, ic.SenderID, ic.ReceiverQualifier, ic.ReceiverID, ic.Control) {
		j.report(CodeInterchangeTwice, at.At(13, 0), ic.Control)
	}
}

// header checks the values of an ISA; the reader has checked its widths and
// delimiters.
func (j *Validator) header(ic *Interchange, at Position) {
	for i, p := range ic.Elements() {
		if i >= len(j.rules.isa.elems) || i == 10 || i == 15 {
			continue
		}
		e := j.rules.isa.elems[i]
		v := []byte(*p)
		for len(v) > 0 && v[len(v)-1] == ' ' {
			v = v[:len(v)-1]
		}
		code := IssueCode("")
		switch {
		case len(v) == 0 && (i == 1 || i == 3):
		case len(v) == 0:
			code = CodeBlankElement
		default:
			e.min, e.max = 1, 65535 // the width is the reader's finding
			if code = j.el.characters(v); code == "" || code == CodeComponents || code == CodeElementRepeats {
				code = e.value(v, nil)
			}
			if code == CodeLeadingBlanks || code == CodeTrailingBlanks {
				code = ""
			}
		}
		if code != "" {
			j.report(code, at.At(i+1, 0), *p)
		}
	}
}

func (j *Validator) endInterchange(s *Segment) {
	at := s.Position()
	j.closeGroup(at)
	j.inFrame(s)
	j.outside = false
	j.elements(j.rules.iea, s)
	if !j.ic.fragment {
		j.counted(CodeGroupCount, j.rules.iea, s, j.ic.groups)
		if !sameNumber(s.Bytes(2), j.ic.control) {
			j.report(CodeInterchangeControl, at.At(2, 0), string(s.Bytes(2)))
		}
		if j.ic.groups == 0 && !j.ic.acks {
			j.report(CodeEmptyInterchange, at, "")
		}
	}
	j.ic.open = false
}

func (j *Validator) beginGroup(s *Segment) {
	at := s.Position()
	again := j.prev == keyGS
	j.closeGroup(at)
	j.inFrame(s)
	j.outside = false
	g := s.r.group
	if g == nil {
		return
	}
	j.group.open, j.group.implied, j.group.sets = true, false, 0
	j.group.control, j.group.id, j.group.version, j.group.at = g.Control, g.FunctionalID, g.Version, at
	j.setsSeen.reset()
	j.elements(j.rules.gs, s)
	if v, ok := wholeNumber([]byte(g.Control)); ok && v == 0 {
		j.report(CodeControlZero, at.At(6, 0), g.Control)
	}
	if again {
		return
	}
	j.ic.groups++
	if j.unique(&j.groupsSeen, trimZeros(g.Control)) {
		j.report(CodeGroupTwice, at.At(6, 0), g.Control)
	}
}

func (j *Validator) endGroup(s *Segment) {
	at := s.Position()
	j.closeSet(at)
	j.inFrame(s)
	outside := j.outside
	j.outside = false
	j.elements(j.rules.ge, s)
	switch {
	case !j.group.open:
		if !outside {
			j.report(CodeMissingGS, retag(at, "GS"), "")
		}
	case !j.group.implied:
		j.counted(CodeSetCount, j.rules.ge, s, j.group.sets)
		if string(s.Bytes(2)) != j.group.control {
			j.report(CodeGroupControl, at.At(2, 0), string(s.Bytes(2)))
		}
		if j.group.sets == 0 {
			j.report(CodeEmptyGroup, at, "")
		}
	}
	j.group.open = false
}

// counted compares the count in the first element of trailer u. What is no count
// by its form is an issue already.
func (j *Validator) counted(code IssueCode, u *useRule, s *Segment, n int) {
	b := s.Bytes(1)
	if v, ok := wholeNumber(b); ok && v != int64(n) && u.elems[0].fits(b) {
		j.report(code, s.Position().At(1, 0), string(b))
	}
}

// closeInterchange checks an interchange that ends without IEA.
func (j *Validator) closeInterchange(at Position) {
	j.closeGroup(at)
	if j.ic.open && !j.ic.fragment {
		at.Interchange, at.Group, at.Set, at.Segment = j.ic.at.Interchange, 0, 0, 0
		j.report(CodeMissingIEA, retag(at, "IEA"), "")
	}
	j.ic.open, j.outside = false, false
}

// closeGroup checks a group that ends without GE.
func (j *Validator) closeGroup(at Position) {
	j.closeSet(at)
	if j.group.open && !j.group.implied {
		at.Interchange, at.Group, at.Set, at.Segment = j.group.at.Interchange, j.group.at.Group, 0, 0
		j.report(CodeMissingGE, retag(at, "GE"), "")
	}
	j.group.open = false
}

// closeSet checks a set that ends without SE.
func (j *Validator) closeSet(at Position) {
	if !j.set.open {
		return
	}
	at.Interchange, at.Group, at.Set, at.Segment = j.set.at.Interchange, j.set.at.Group, j.set.at.Set, 0
	if j.set.validator != nil && j.prev != keyST {
		j.set.validator.End(at)
	}
	j.report(CodeMissingSE, retag(at, "SE"), "")
	j.set.open, j.set.validator = false, nil
}

func retag(at Position, tag string) Position {
	at.Tag = tag
	return at
}

// elements checks an envelope segment against its use.
func (j *Validator) elements(u *useRule, s *Segment) {
	j.el.delimiters(s.r.delims)
	j.el.check(u, u.elems, s)
}

func (j *Validator) found(code IssueCode, element, component, repeat int, value []byte) {
	at := j.seg.Position()
	at.Element, at.Component, at.Repeat = element, component, repeat
	j.report(code, at, string(value))
}

func (j *Validator) report(code IssueCode, at Position, value string) {
	j.out(NewIssue(code, at, value))
}

func sameNumber(b []byte, s string) bool {
	v, ok := wholeNumber(b)
	w, ok2 := wholeNumber([]byte(s))
	if ok && ok2 {
		return v == w
	}
	return string(b) == s
}

func trimZeros(s string) string {
	for len(s) > 1 && s[0] == '0' {
		s = s[1:]
	}
	return s
}
