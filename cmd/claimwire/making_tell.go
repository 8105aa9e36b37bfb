// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"

	"github.com/claimwire/claimwire/x12"
)

// Codes of what a run finds besides what an object lacks.
const (
	codeBadJSON       = "bad-json"
	codeDuplicate     = "duplicate-id"
	codeOtherEnvelope = "other-interchange"
)

// place is where an object stands in the input.
type place struct {
	n    int // of the objects, from 1
	line int
	id   string
}

// own is a finding of the run itself.
func own(code x12.IssueCode, path, detail string) x12.Issue {
	return x12.Issue{Code: code, Severity: x12.Error, Path: path, Detail: detail}
}

// note tells of a finding about what is being written.
func (m *making) note(i x12.Issue) {
	if i.Code == x12.CodeFolded {
		m.folded++
		if !m.f.folds {
			return
		}
	}
	m.at(i)
}

// tell prints a finding about an object.
func (m *making) tell(at place, i x12.Issue) {
	m.progress.clear()
	where := fmt.Sprintf("%s %d (line %d", m.words.in, at.n, at.line)
	if at.id != "" {
		where += ", id " + printable(at.id)
	}
	fmt.Fprintf(m.f.a.stderr, "%s): %s\n", where, m.text(i))
}

// text is a finding: its place in the object, or in the file, and what is wrong;
// and its value, when values are asked for.
func (m *making) text(i x12.Issue) string {
	text := fmt.Sprintf("[%s] %s: %s", i.Code, i.Severity, i.Detail)
	switch {
	case i.Path != "":
		text = i.Path + ": " + text
	case i.Position != (x12.Position{}):
		text = i.Position.String() + ": " + text
	}
	if m.f.values && i.Value != "" {
		text += fmt.Sprintf(" (%q)", i.Value)
	}
	return text
}

// printable is an id that does not break a line.
func printable(id string) string {
	if len(id) > 60 {
		id = id[:60]
	}
	for i := range len(id) {
		if id[i] <= ' ' || id[i] >= 0x7f {
			return fmt.Sprintf("%q", id)
		}
	}
	return id
}
