package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/internal/jsonx"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// Codes of what a run finds besides what a claim lacks.
const (
	codeBadJSON       = "bad-json"
	codeDuplicate     = "duplicate-id"
	codeOtherEnvelope = "other-interchange"
)

// place is where an encounter stands in the input.
type place struct {
	n    int // of the encounters, from 1
	line int
	id   string
}

// arrive takes an encounter as it comes: it is billed at once when it is of the
// kind of the first, else later.
func (b *building) arrive(raw []byte, at place) error {
	e := b.decode(raw, &at)
	if e == nil {
		return nil
	}
	if issue, ok := b.addressed(e); !ok {
		return b.refuse(at, issue)
	}
	if b.duplicate(e.ID) {
		return b.refuse(at, own(codeDuplicate, "id", "an encounter before this one has the same id; give each claim its own"))
	}
	if b.kind == 0 {
		b.kind = e.Kind()
	}
	if e.Kind() != b.kind {
		return b.later.add(e.Kind(), at, raw)
	}
	return b.claim(e, at)
}

// bill takes an encounter that has waited.
func (b *building) bill(raw []byte, at place) error {
	e := b.decode(raw, &at)
	if e == nil {
		return nil
	}
	err := b.claim(e, at)
	b.progress.tell(b.done, b.written, b.refused, b.read.n)
	return err
}

// decode reads an encounter; it is nil when it was refused.
func (b *building) decode(raw []byte, at *place) *claim837.Encounter {
	e := new(claim837.Encounter)
	err := jsonx.Unmarshal(raw, e)
	at.id = e.ID
	if err == nil {
		return e
	}
	bad := (*jsonx.Error)(nil)
	path, reason := "", err.Error()
	if errors.As(err, &bad) {
		path, reason = bad.Path, bad.Reason
	}
	b.refuse(*at, own(codeBadJSON, path, reason+"; see claimwire schema encounter"))
	return nil
}

// refuse leaves an encounter out.
func (b *building) refuse(at place, i x12.Issue) error {
	b.tell(at, i)
	b.refused++
	return nil
}

// claim builds the claim of an encounter and writes it, unless it is refused. An
// error ends the run.
func (b *building) claim(e *claim837.Encounter, at place) error {
	claim, found := b.builder.Claim(e)
	for _, i := range found {
		b.tell(at, i)
	}
	if claim == nil {
		b.refused++
		return nil
	}
	if b.out == nil {
		if err := b.open(); err != nil {
			return err
		}
	}
	b.at = func(i x12.Issue) { b.tell(at, i) }
	err := b.out.Write(claim)
	refused := (*claim837.RefusedError)(nil)
	if errors.As(err, &refused) {
		for _, i := range refused.Issues {
			b.note(i)
		}
		b.refused++
		return nil
	}
	if err != nil {
		return err
	}
	b.written++
	return b.row(e, claim)
}

// own is a finding of the run itself.
func own(code x12.IssueCode, path, detail string) x12.Issue {
	return x12.Issue{Code: code, Severity: x12.Error, Path: path, Detail: detail}
}

// addressed sees to it that the encounter's own practice, if it has one, sends
// to where the file goes.
func (b *building) addressed(e *claim837.Encounter) (x12.Issue, bool) {
	if e.Practice == nil {
		return x12.Issue{}, true
	}
	env, found := e.Practice.Envelope(b.now)
	for _, i := range found {
		if i.Severity == x12.Error {
			return i, false
		}
	}
	if b.fileFor == nil {
		b.fileFor = &env
		return x12.Issue{}, true
	}
	if !reflect.DeepEqual(&env, b.fileFor) {
		return own(codeOtherEnvelope, "practice",
			"the practice sends to another interchange, receiver or submitter than the file; build a file of its own"), false
	}
	return x12.Issue{}, true
}

// duplicate tells whether the claim id came before, as it stands in the file.
func (b *building) duplicate(id string) bool {
	folded, _ := x12.FoldText(id, b.charset)
	sum := sha256.Sum256([]byte(strings.TrimSpace(folded)))
	key := [16]byte(sum[:16])
	_, twice := b.seen[key]
	b.seen[key] = struct{}{}
	return twice && id != ""
}

// note tells of a finding about the claim that is being written.
func (b *building) note(i x12.Issue) {
	if i.Code == x12.CodeFolded {
		b.folded++
		if !b.f.folds {
			return
		}
	}
	b.at(i)
}

// tell prints a finding about an encounter.
func (b *building) tell(at place, i x12.Issue) {
	b.progress.clear()
	where := fmt.Sprintf("encounter %d (line %d", at.n, at.line)
	if at.id != "" {
		where += ", id " + printable(at.id)
	}
	fmt.Fprintf(b.f.a.stderr, "%s): %s\n", where, b.text(i))
}

// text is a finding: its place in the encounter, or in the file, and what is
// wrong; and its value, when values are asked for.
func (b *building) text(i x12.Issue) string {
	text := fmt.Sprintf("[%s] %s: %s", i.Code, i.Severity, i.Detail)
	switch {
	case i.Path != "":
		text = i.Path + ": " + text
	case i.Position != (x12.Position{}):
		text = i.Position.String() + ": " + text
	}
	if b.f.values && i.Value != "" {
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

// row writes the line of a claim in the manifest.
func (b *building) row(e *claim837.Encounter, claim *claim837.Claim) error {
	if b.manifest == nil {
		return nil
	}
	id, _ := x12.FoldText(claim.ID, b.charset)
	at := b.out.Placement()
	line, err := jsonx.Marshal(struct {
		Encounter, Claim, Interchange, Group, Set string
		Charge                                    decimal.Decimal
	}{e.ID, id, at.Interchange, at.Group, at.Set, claim.Charge})
	if err == nil {
		_, err = b.manifest.Write(append(line, '\n'))
	}
	return err
}
