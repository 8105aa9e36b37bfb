// SPDX-License-Identifier: Apache-2.0

package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/x12"
)

// biller writes the claims that can be billed.
type biller struct {
	*converter
	report  *report
	builder *encounter.Builder
	writer  *claim837.Writer
	came    *seen
	id      string // of the claim that is being written
}

// bill makes claims of a file, one at a time.
func (b *biller) bill(s source) error {
	f, err := s.open()
	if err != nil {
		return err
	}
	defer f.Close()
	t, err := openTable(s.name, f)
	if err != nil {
		return err
	}
	kind := layoutOf(t)
	if err := t.need(kind.need...); err != nil {
		return err
	}
	b.report.begin(kind)
	for g, err := range groups(t, kind, b.came, b.report.row) {
		if err != nil {
			return err
		}
		if err := b.one(kind, g); err != nil {
			return err
		}
	}
	return nil
}

// one writes the claim of a group of rows, or says why not.
func (b *biller) one(kind *layout, g *group) error {
	p := b.report
	p.at.in.claims++
	d := kind.convert(b.converter, g)
	for _, text := range d.notes {
		p.note(g.id, text)
	}
	claim, found := b.builder.Claim(&d.encounter)
	issues := d.issues
	for _, i := range found {
		if !slices.ContainsFunc(issues, func(o x12.Issue) bool { return o.Path == i.Path }) {
			issues = append(issues, i)
		}
	}
	if claim == nil || len(d.issues) > 0 {
		p.refuse(g, len(d.encounter.Coverages), issues)
		return nil
	}
	b.id = g.id
	err := b.writer.Write(claim)
	var refused *claim837.RefusedError
	switch {
	case errors.As(err, &refused):
		p.refuse(g, len(d.encounter.Coverages), refused.Issues)
		return nil
	case err != nil:
		return err
	}
	p.wrote(claim, d)
	return nil
}

// told takes a finding that does not stop a claim.
func (b *biller) told(i x12.Issue) {
	b.report.note(b.id, first(kindOfPlace(i.Path), strings.TrimSpace(i.Loop+" "+i.Tag))+" ["+string(i.Code)+"] "+i.Severity.String()+": "+i.Detail)
}
