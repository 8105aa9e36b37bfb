// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed guides/*.tsv
var guideFiles embed.FS

// LookupGuide finds the guide of a set (ST01) in a version as GS08 or ST03 name
// it: the version alone is not enough, because an inquiry (270) and its reply
// (271) share theirs. A guide answers to its whole family: 005010X222 and
// 005010X222A2 find 005010X222A1, because files often carry another erratum than
// the one they follow.
// A table is parsed when it is first asked for. Safe for concurrent use.
func LookupGuide(version, set string) (*Guide, bool) {
	load, ok := guideIndex().load[GuideName{version, set}]
	if !ok {
		return nil, false
	}
	g, err := load()
	return g, err == nil
}

// GuideName is what a guide is found by: a version as GS08 or ST03 name it, and
// the set (ST01).
type GuideName struct{ Version, Set string }

// Guides lists what LookupGuide finds, sorted.
func Guides() []GuideName {
	return slices.Clone(guideIndex().names)
}

// guideKnown reports whether there is a guide for a version and set; without a set,
// for the version in any set.
func guideKnown(version, set string) bool {
	t := guideIndex()
	if set != "" {
		return t.load[GuideName{version, set}] != nil
	}
	return slices.ContainsFunc(t.names, func(n GuideName) bool { return n.Version == version })
}

// EnvelopeGuide is the frame around every set: ISA, TA1, GS, ST, SE, GE, IEA.
// Its root is the interchange, with the loops "GS" and "ST" in it.
func EnvelopeGuide() *Guide {
	g, err := envelopeGuide()
	if err != nil {
		return nil // the embedded table is tested; it can't be broken in a build that passed
	}
	return g
}

const envelopeFile = "envelope.tsv"

var envelopeGuide = sync.OnceValues(func() (*Guide, error) { return loadGuide(envelopeFile) })

// guideTable is what the index knows of a table without parsing it.
type guideTable struct {
	load  map[GuideName]func() (*Guide, error)
	names []GuideName
}

// guideIndex reads only the guide line of each embedded table.
var guideIndex = sync.OnceValue(func() guideTable {
	t := guideTable{load: map[GuideName]func() (*Guide, error){}}
	entries, err := guideFiles.ReadDir("guides")
	if err != nil {
		return t
	}
	for _, e := range entries {
		name := e.Name()
		if name == envelopeFile {
			continue
		}
		data, err := guideFiles.ReadFile("guides/" + name)
		if err != nil {
			continue
		}
		for row := range tableRows(string(data)) {
			if row.fields[0] != "guide" {
				continue
			}
			load := sync.OnceValues(func() (*Guide, error) { return loadGuide(name) })
			for v := range strings.FieldsSeq(row.field(5)) {
				name := GuideName{v, row.field(3)}
				t.load[name] = load
				t.names = append(t.names, name)
			}
			break
		}
	}
	slices.SortFunc(t.names, func(a, b GuideName) int {
		return cmp.Or(cmp.Compare(a.Version, b.Version), cmp.Compare(a.Set, b.Set))
	})
	return t
})

// loadGuide parses one embedded table.
func loadGuide(file string) (*Guide, error) {
	dict, err := dictionary()
	if err != nil {
		return nil, err
	}
	p := newGuideParser(dict)
	g, err := p.parse(file, func(name string) (string, error) {
		data, err := guideFiles.ReadFile("guides/" + name)
		return string(data), err
	})
	if err != nil {
		return nil, fmt.Errorf("guide table %s: %w", file, err)
	}
	return g, nil
}

// tableRow is one line of a table; fields are separated by tabs.
type tableRow struct {
	line   int
	fields []string
}

// field is field i, empty where the row is shorter.
func (r tableRow) field(i int) string {
	if i < len(r.fields) {
		return r.fields[i]
	}
	return ""
}

// errorf puts the line number before an error.
func (r tableRow) errorf(format string, args ...any) error {
	return fmt.Errorf("line %d: %w", r.line, fmt.Errorf(format, args...))
}

// tableRows yields the rows of a table without comments and blank lines.
func tableRows(text string) func(yield func(tableRow) bool) {
	return func(yield func(tableRow) bool) {
		n := 0
		for line := range strings.SplitSeq(text, "\n") {
			n++
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(tableRow{n, strings.Split(line, "\t")}) {
				return
			}
		}
	}
}

// smallNumber parses a number of up to four digits, as tables use it.
func smallNumber(s string) (int, error) {
	if s == "" || len(s) > 4 {
		return 0, errors.New("not a number: " + s)
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, errors.New("not a number: " + s)
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, nil
}
