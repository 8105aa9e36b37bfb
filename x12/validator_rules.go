// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"math/bits"
	"slices"
)

// useRule is a SegmentUse, or the inside of a composite, made ready for validating.
type useRule struct {
	use      *SegmentUse // nil for a composite
	elems    []elemRule
	told     []elemRule // elems, for a segment whose qualifier is known to be right
	required uint64     // elements that must be there, bit 0 = the first
	lists    uint64     // elements that are in one list with the next
	trios    bool       // it is a CAS
	notes    []noteRule
}

type elemKind uint8

const (
	kindUnused elemKind = iota
	kindText
	kindCode
	kindFormat // DE 1250, which says how the next DE 1251 is written
	kindPeriod // DE 1251
	kindWhole
	kindNumber
	kindDate
	kindTime
	kindComposite
)

type elemRule struct {
	kind     elemKind
	easy     easyKind
	decimals int8   // most digits after the point; -1 = no limit
	wholes   uint8  // most digits before the point; 0 = as many as max
	zeros    bool   // zeros in front are usual
	positive bool   // it counts from 1
	repeat   uint16 // 0 = no limit
	min, max uint16
	one      uint64 // the packed code, when there is but one
	codes    *codeSet
	comps    *useRule
}

// easyKind says how most values can be passed without validating them in full.
type easyKind uint8

const (
	easyNone easyKind = iota
	easyText          // by length, with no blank at an end
	easyOne           // by the one code
	easyList          // by the list of codes
	easyTold          // whatever it is: it told the use
)

// noteRule is a syntax note as bits.
type noteRule struct {
	kind  byte
	all   uint64
	first uint64
}

// listsOf has a bit for each element or component that is in one list with the
// next: modifiers, pointers, the composites of HI. Lists are filled from the left.
func listsOf(uses []ElementUse) (bits uint64) {
	number := func(u *ElementUse) string {
		switch {
		case u.Usage == NotUsed:
		case u.Composite != nil && u.Composite.Number == "C022":
			return u.Composite.Number
		case u.Element != nil:
			switch n := u.Element.Number; n {
			case "1328", "1339", "1361", "1362", "1369":
				return n
			}
		}
		return ""
	}
	for i := 0; i+1 < min(len(uses), 64); i++ {
		if n := number(&uses[i]); n != "" && n == number(&uses[i+1]) {
			bits |= 1 << i
		}
	}
	return bits
}

// triosOfCAS has a bit for the reason of each adjustment of a CAS but the first
// and the last.
const triosOfCAS = 1<<4 | 1<<7 | 1<<10 | 1<<13

// gap returns the first entry of a list that is empty while the next is not; 0
// when there is none.
func (r *useRule) gap(present uint64) int {
	if gap := r.lists & (present >> 1) &^ present &^ r.required; gap != 0 {
		return lowest(gap)
	}
	if r.trios {
		trio := present | present>>1 | present>>2
		if gap := triosOfCAS & (trio >> 3) &^ trio; gap != 0 {
			return lowest(gap)
		}
	}
	return 0
}

// isControl reports whether an element is a control number, which is compared as
// text, or a count of an envelope.
func isControl(number string) bool {
	switch number {
	case "28", "I12", "96", "97", "I16":
		return true
	}
	return false
}

// Money is DE 782: guides hold it to ten digits, cents included, written or not.
const (
	moneyElement  = "782"
	moneyDigits   = 10
	moneyDecimals = 2
)

func compileUse(u *SegmentUse) *useRule {
	r := &useRule{use: u}
	var used uint64
	size := len(u.Elements)
	if u.Def != nil {
		size = max(size, len(u.Def.Elements))
	}
	for i := range min(size, 64) {
		var e ElementUse
		if i < len(u.Elements) {
			e = u.Elements[i]
		}
		r.add(&e, i, &used)
	}
	if u.Def != nil {
		r.notes = compileNotes(u.Def.Notes, r.required, used)
	}
	r.lists, r.trios = listsOf(u.Elements), u.Tag == "CAS"
	if (u.Tag == "SV3" || u.Tag == "SVD") && len(r.elems) > 5 {
		r.elems[5].positive = true // how often it was done; the line that it was bundled into
	}
	r.told = r.elems
	if q := u.QualElement; q > 0 && q <= len(r.elems) && u.QualComponent == 0 {
		r.told = slices.Clone(r.elems)
		r.told[q-1].easy = easyTold
	}
	return r
}

func (r *useRule) add(e *ElementUse, i int, used *uint64) {
	rule := compileElement(e)
	r.elems = append(r.elems, rule)
	if e.Usage == Required {
		r.required |= 1 << i
	}
	if e.Usage != NotUsed {
		*used |= 1 << i
	}
}

func compileElement(e *ElementUse) elemRule {
	out := elemRule{decimals: -1, repeat: uint16(e.Repeat)}
	if e.Usage == NotUsed {
		return out
	}
	if e.Element == nil {
		out.kind = kindComposite
		inner := &useRule{}
		var used uint64
		for i := range min(len(e.Components), 64) {
			inner.add(&e.Components[i], i, &used)
		}
		if e.Composite != nil {
			inner.notes = compileNotes(e.Composite.Notes, inner.required, used)
		}
		inner.lists = listsOf(e.Components)
		out.comps = inner
		return out
	}
	out.min, out.max = uint16(e.Element.Min), uint16(e.Element.Max)
	if e.Element.Number == moneyElement {
		out.max, out.decimals, out.wholes = min(out.max, moneyDigits), moneyDecimals, moneyDigits-moneyDecimals
	}
	out.zeros = isControl(e.Element.Number)
	out.positive = e.Element.Number == "1328" || e.Element.Number == "1470"
	if e.MaxLen > 0 {
		out.max = uint16(e.MaxLen)
	}
	if e.Decimals > 0 {
		out.decimals = int8(e.Decimals)
	}
	out.codes = newCodeSet(e.Codes)
	out.kind = kindText
	switch t := e.Element.Type; {
	case e.Element.Number == "1250":
		out.kind = kindFormat
	case e.Element.Number == "1251":
		out.kind = kindPeriod
	case e.Codes != nil:
		out.kind = kindCode
	case t == TypeR:
		out.kind = kindNumber
	case t == TypeDT:
		out.kind = kindDate
	case t == TypeTM:
		out.kind = kindTime
	case t >= TypeN0:
		out.kind = kindWhole
	}
	if out.kind <= kindFormat {
		out.easy = easyText
		if out.codes != nil {
			out.easy = easyList
		}
		if len(e.Codes) == 1 && packCode([]byte(e.Codes[0])) != 0 {
			out.easy, out.one = easyOne, packCode([]byte(e.Codes[0]))
		}
	}
	return out
}

// compileNotes keeps the notes that a segment can break without breaking the
// guide's usage of an element, which is a finding of its own.
func compileNotes(notes []SyntaxNote, required, used uint64) []noteRule {
	var out []noteRule
	for _, n := range notes {
		r := noteRule{kind: n.Kind}
		for i, e := range n.Elements {
			if e < 1 || e > 64 {
				continue
			}
			b := uint64(1) << (e - 1)
			if i == 0 {
				r.first = b
			}
			r.all |= b
		}
		rest := r.all &^ r.first
		idle := false
		switch n.Kind {
		case 'P':
			idle = r.all&used == 0 || r.all&required == r.all
		case 'R':
			idle = r.all&required != 0
		case 'E':
			idle = bits.OnesCount64(r.all&used) < 2
		case 'C':
			idle = r.first&used == 0 || rest&required == rest
		case 'L':
			idle = r.first&used == 0 || rest&required != 0
		default:
			idle = true
		}
		if !idle {
			out = append(out, r)
		}
	}
	return out
}

// broken tells which element a note is broken at, given those that are there.
// What is missing and required is a finding already.
func (n noteRule) broken(present, required uint64) (element int, code IssueCode) {
	switch n.kind {
	case 'P':
		if in := present & n.all; in != 0 && in != n.all {
			return lowest(n.all &^ present &^ required), CodeElementCondition
		}
	case 'R':
		if present&n.all == 0 {
			return lowest(n.all), CodeElementCondition
		}
	case 'E':
		if in := present & n.all; in&(in-1) != 0 {
			return lowest(in & (in - 1)), CodeElementExcluded
		}
	case 'C':
		if rest := n.all &^ n.first; present&n.first != 0 && rest&^present != 0 {
			return lowest(rest &^ present &^ required), CodeElementCondition
		}
	case 'L':
		if rest := n.all &^ n.first; present&n.first != 0 && rest&present == 0 {
			return lowest(rest), CodeElementCondition
		}
	}
	return 0, ""
}

// lowest is the number of the lowest bit, from 1; 0 when there is none.
func lowest(m uint64) int {
	if m == 0 {
		return 0
	}
	return bits.TrailingZeros64(m) + 1
}
