// SPDX-License-Identifier: Apache-2.0

package main

import (
	"errors"
	"reflect"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// arrive takes an encounter as it comes: it is billed at once when it is of the
// kind of the first, else later.
func (b *building) arrive(raw []byte, at place) error {
	e := new(claim837.Encounter)
	if !b.decode(raw, e, &e.ID, &at) {
		return nil
	}
	if e.Practice != nil {
		env, found := e.Practice.Envelope(b.now)
		if issue, ok := addressed(&b.fileFor, env, found); !ok {
			return b.refuse(at, issue)
		}
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
	e := new(claim837.Encounter)
	if !b.decode(raw, e, &e.ID, &at) {
		return nil
	}
	err := b.claim(e, at)
	b.tick()
	return err
}

// claim builds the claim of an encounter and writes it, unless it is refused. An
// error ends the run.
func (b *building) claim(e *claim837.Encounter, at place) error {
	b.at = func(i x12.Issue) { b.tell(at, i) }
	b.folding = b.folding[:0]
	claim, found, err := b.write(e)
	for _, i := range found {
		b.tell(at, i)
	}
	for _, i := range b.folding {
		b.note(i)
	}
	refused := (*claim837.RefusedError)(nil)
	switch {
	case errors.As(err, &refused):
		for _, i := range refused.Issues {
			b.note(i)
		}
		b.refused++
		return nil
	case err != nil:
		return err
	case claim == nil:
		b.refused++
		return nil
	}
	b.written++
	if b.manifest == nil {
		return nil
	}
	id, _ := x12.FoldText(claim.ID, b.charset)
	in := b.out.Placement()
	return b.row(struct {
		Encounter, Claim, Interchange, Group, Set string
		Charge                                    decimal.Decimal
	}{e.ID, id, in.Interchange, in.Group, in.Set, claim.Charge})
}

// write builds the claim of an encounter and writes it; the file begins with the
// first that is good.
func (b *building) write(e *claim837.Encounter) (*claim837.Claim, []x12.Issue, error) {
	if b.out != nil {
		return b.builder.Write(b.out, e)
	}
	claim, found := b.builder.Claim(e)
	if claim == nil {
		return nil, found, nil
	}
	err := b.open()
	if err == nil {
		err = b.out.Write(claim)
	}
	return claim, found, err
}

// addressed sees to it that an object's own practice sends to where the file
// goes: env is its envelope, and fileFor that of the file, made by the first.
func addressed[E any](fileFor **E, env E, found []x12.Issue) (x12.Issue, bool) {
	for _, i := range found {
		if i.Severity == x12.Error {
			return i, false
		}
	}
	if *fileFor == nil {
		*fileFor = &env
		return x12.Issue{}, true
	}
	if !reflect.DeepEqual(&env, *fileFor) {
		return own(codeOtherEnvelope, "practice",
			"the practice sends to another interchange, receiver or submitter than the file; build a file of its own"), false
	}
	return x12.Issue{}, true
}
