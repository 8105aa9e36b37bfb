// SPDX-License-Identifier: Apache-2.0

package x12

// Guide is what one implementation guide says about the shape of a transaction
// set: which loops and segments may stand where, how often, and which elements
// and codes they take. Guides are shared and must not be changed; see LookupGuide.
type Guide struct {
	ID       string   // the version as the table names it, e.g. "005010X222A1"
	Name     string   // what it is for, e.g. "837 professional claim"
	Versions []string // the GS08 and ST03 values that choose this guide, ID among them
	Set      string   // ST01, e.g. "837"; empty for the envelope
	Group    string   // GS01, e.g. "HC"; empty for the envelope
	Root     *Loop    // the whole set from ST to SE; its ID is empty
}

// Loop is a group of segments that repeats as one. Its first child is always a
// segment use, the opener: that segment begins the loop, and the same segment
// again begins the next repeat.
//
// A loop that a guide uses at two places (2300 below the subscriber and below
// the patient) is two Loop values that share their Children.
type Loop struct {
	ID       string  // bare id, e.g. "2010AA"; empty for the root
	Name     string  // short name in this project's words
	Usage    Usage   // inside the parent; Required means: once the parent is there
	Max      int     // largest number of repeats; 0 = no limit
	Pos      int     // X12 position within the parent, e.g. 150 for "0150"
	Children []*Node // in guide order; siblings with equal Pos may come in any order
}

// Opener is the segment use that begins the loop.
func (l *Loop) Opener() *SegmentUse {
	if len(l.Children) == 0 {
		return nil
	}
	return l.Children[0].Use
}

// Node is one child of a loop: a segment use or a loop, exactly one of them.
type Node struct {
	Pos  int // X12 position; never falls from one sibling to the next
	Use  *SegmentUse
	Loop *Loop
}

// SegmentUse is one segment at one place of a guide. The same tag may have
// several uses in one loop; QualElement says what tells them apart.
type SegmentUse struct {
	Tag      string
	Key      uint32 // Tag packed as Segment.Key packs it
	Name     string // short name in this project's words
	Pos      int    // X12 position
	Usage    Usage
	Max      int          // largest number of repeats in its loop; 0 = no limit
	Elements []ElementUse // element n is Elements[n-1]; as many as Def has
	Def      *SegmentDef

	// A segment is this use when its tag is Tag and, unless QualElement is 0,
	// its element QualElement (component QualComponent of the first repeat,
	// when that is not 0) has one of Qualifiers. Where the tag alone decides,
	// QualElement and QualComponent are 0 and Qualifiers is nil.
	QualElement, QualComponent int
	Qualifiers                 []string
}

// ElementUse is what a guide says about one element of a segment use, or about
// one component of a composite element.
type ElementUse struct {
	Usage      Usage        // NotUsed is the zero value
	Codes      []string     // the allowed values, in table order; nil = any, or an external list
	Element    *Element     // nil for a composite
	Composite  *Composite   // nil for a simple element
	Components []ElementUse // of a composite in use: component n is Components[n-1]; as many as Composite has
	MaxLen     int          // where the guide allows less than Element.Max; 0 = no limit of its own
	Decimals   int          // with MaxLen on type R: the most digits after the point; 0 = no limit of its own
	Repeat     int          // how many repeats the element may have, mostly 1; 0 = no limit
}

// Element is a data element of the X12 005010 dictionary.
type Element struct {
	Number   string // "67", "I05"
	Name     string // short name in this project's words
	Type     ElementType
	Min, Max int // length in characters; of a number without sign and decimal point
}

// Composite is a composite data element: several elements in one position,
// told apart by the component separator.
type Composite struct {
	Number     string // "C003"
	Name       string
	Components []*Element   // nil where no guide here uses the composite
	Notes      []SyntaxNote // among the components
}

// SegmentDef is a segment of the X12 005010 dictionary, whatever guide uses it.
// Position n is Elements[n-1], or Composites[n-1] where that element is nil.
type SegmentDef struct {
	Tag        string
	Elements   []*Element
	Composites []*Composite // as long as Elements
	Notes      []SyntaxNote
}

// SyntaxNote is a condition among the elements of a segment, or among the
// components of a composite. Kind is one of
//
//	'P' if one is there, all must be (paired)
//	'R' at least one must be there (required)
//	'E' at most one may be there (exclusive)
//	'C' if the first is there, all others must be (conditional)
//	'L' if the first is there, at least one other must be (list conditional)
type SyntaxNote struct {
	Kind     byte
	Elements []int // positions from 1
}

// String is the note as X12 writes it, e.g. "P0304".
func (n SyntaxNote) String() string {
	b := []byte{n.Kind}
	for _, e := range n.Elements {
		b = append(b, '0'+byte(e/10%10), '0'+byte(e%10))
	}
	return string(b)
}

// Usage says whether something must, may or must not be there.
type Usage uint8

// The usages of a guide. What a table does not mention is not used.
const (
	NotUsed     Usage = iota // N: must be absent
	Situational              // S: may be there
	Required                 // R: must be there once its parent is
)

// String is the letter that guides use: R, S or N.
func (u Usage) String() string {
	switch u {
	case Required:
		return "R"
	case Situational:
		return "S"
	}
	return "N"
}

// ElementType is the data type of an element.
type ElementType uint8

// The data types of X12. TypeN0 to TypeN9 are integers with that many implied
// decimals and follow each other.
const (
	TypeAN ElementType = iota // text
	TypeID                    // a coded value
	TypeR                     // a number with its own decimal point
	TypeDT                    // YYMMDD or CCYYMMDD
	TypeTM                    // HHMM, HHMMSS, HHMMSSD or HHMMSSDD
	TypeN0                    // a whole number
	TypeN1
	TypeN2
	TypeN3
	TypeN4
	TypeN5
	TypeN6
	TypeN7
	TypeN8
	TypeN9
)

var typeNames = [...]string{"AN", "ID", "R", "DT", "TM", "N0", "N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9"}

// String is the name that X12 gives the type, e.g. "N0".
func (t ElementType) String() string {
	if int(t) < len(typeNames) {
		return typeNames[t]
	}
	return "?"
}

// Decimals is the number of implied decimals of a type Nn; ok is false for
// every other type.
func (t ElementType) Decimals() (n int, ok bool) {
	if t < TypeN0 || t > TypeN9 {
		return 0, false
	}
	return int(t - TypeN0), true
}
