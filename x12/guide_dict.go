// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"fmt"
	"strings"
	"sync"
)

// dataDictionary is elements.tsv and segments.tsv.
type dataDictionary struct {
	elements   map[string]*Element
	composites map[string]*Composite
	segments   map[string]*SegmentDef
}

// dictionary is shared by all guides and parsed once.
var dictionary = sync.OnceValues(func() (*dataDictionary, error) {
	elements, err := guideFiles.ReadFile("guides/elements.tsv")
	if err != nil {
		return nil, err
	}
	segments, err := guideFiles.ReadFile("guides/segments.tsv")
	if err != nil {
		return nil, err
	}
	return parseDictionary(string(elements), string(segments))
})

func parseDictionary(elements, segments string) (*dataDictionary, error) {
	d := &dataDictionary{
		elements:   map[string]*Element{},
		composites: map[string]*Composite{},
		segments:   map[string]*SegmentDef{},
	}
	// Composites stand after the elements that they are made of.
	for row := range tableRows(elements) {
		if err := d.addElement(row); err != nil {
			return nil, fmt.Errorf("elements.tsv: %w", err)
		}
	}
	for row := range tableRows(segments) {
		if err := d.addSegment(row); err != nil {
			return nil, fmt.Errorf("segments.tsv: %w", err)
		}
	}
	return d, nil
}

func (d *dataDictionary) addElement(row tableRow) error {
	number, name := row.field(0), row.field(1)
	if number == "" || name == "" {
		return row.errorf("an element needs a number and a name")
	}
	if d.elements[number] != nil || d.composites[number] != nil {
		return row.errorf("element %s stands twice", number)
	}
	if row.field(2) == "composite" {
		c := &Composite{Number: number, Name: name}
		for n := range strings.FieldsSeq(row.field(3)) {
			e := d.elements[n]
			if e == nil {
				return row.errorf("element %s is not in the table", n)
			}
			c.Components = append(c.Components, e)
		}
		var err error
		if c.Notes, err = parseNotes(row.field(4), len(c.Components)); err != nil {
			return row.errorf("%w", err)
		}
		d.composites[number] = c
		return nil
	}
	e := &Element{Number: number, Name: name}
	var ok bool
	if e.Type, ok = parseElementType(row.field(2)); !ok {
		return row.errorf("unknown type %q", row.field(2))
	}
	var err error
	if e.Min, err = smallNumber(row.field(3)); err != nil {
		return row.errorf("%w", err)
	}
	if e.Max, err = smallNumber(row.field(4)); err != nil {
		return row.errorf("%w", err)
	}
	if e.Min < 1 || e.Max < e.Min {
		return row.errorf("lengths %d and %d", e.Min, e.Max)
	}
	d.elements[number] = e
	return nil
}

func (d *dataDictionary) addSegment(row tableRow) error {
	tag := row.field(0)
	if KeyOf(tag) == 0 {
		return row.errorf("impossible tag %q", tag)
	}
	if d.segments[tag] != nil {
		return row.errorf("segment %s stands twice", tag)
	}
	s := &SegmentDef{Tag: tag}
	for n := range strings.FieldsSeq(row.field(1)) {
		e, c := d.elements[n], d.composites[n]
		if e == nil && c == nil {
			return row.errorf("element %s is not in elements.tsv", n)
		}
		s.Elements = append(s.Elements, e)
		s.Composites = append(s.Composites, c)
	}
	if len(s.Elements) == 0 {
		return row.errorf("segment %s has no elements", tag)
	}
	var err error
	if s.Notes, err = parseNotes(row.field(2), len(s.Elements)); err != nil {
		return row.errorf("%w", err)
	}
	d.segments[tag] = s
	return nil
}

// parseNotes parses syntax notes like "P0304 E0809" for a segment or composite
// of n positions.
func parseNotes(text string, n int) ([]SyntaxNote, error) {
	var notes []SyntaxNote
	for s := range strings.FieldsSeq(text) {
		if len(s) < 5 || len(s)%2 == 0 || strings.IndexByte("PRECL", s[0]) < 0 {
			return nil, fmt.Errorf("syntax note %q", s)
		}
		note := SyntaxNote{Kind: s[0]}
		for i := 1; i < len(s); i += 2 {
			e, err := smallNumber(s[i : i+2])
			if err != nil || e < 1 || e > n {
				return nil, fmt.Errorf("syntax note %q names a position that is not there", s)
			}
			note.Elements = append(note.Elements, e)
		}
		notes = append(notes, note)
	}
	return notes, nil
}

func parseElementType(s string) (ElementType, bool) {
	for i, name := range typeNames {
		if s == name {
			return ElementType(i), true
		}
	}
	return 0, false
}
