// SPDX-License-Identifier: Apache-2.0

package batch

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// ClaimRow is a line of the manifest of claims.
type ClaimRow struct {
	Encounter   string // id of the encounter
	Claim       string // id of the claim, as it stands in the file (CLM01)
	Interchange string // control number (ISA13)
	Group       string // control number (GS06)
	Set         string // control number (ST02)
	Charge      decimal.Decimal
}

// Claims reads encounters from src and writes the claims (837P, 837I, 837D) that
// they make, in one interchange. The practice is that of all encounters but those
// that have their own; nil when all do. Nil options are the defaults.
func Claims(ctx context.Context, src io.Reader, out Output, p *encounter.Practice, o *Options) (Result, error) {
	r := begin(ctx, noun{"encounter", "encounters"}, claim837.DefaultMaxClaims, o)
	c := &claims{run: r, builder: encounter.NewBuilder(p, &encounter.BuilderOptions{
		Rules: r.o.ClaimRules, Today: x12.DateOf(r.o.Now), Charset: r.o.Charset,
	})}
	r.result.Kinds = map[claim837.Kind]int{}
	err := c.practice(p)
	if err == nil {
		err = r.source(src, &out, "claims", p)
	}
	if err == nil {
		err = out.write(r.o.AllOrNothing, c.fill)
	}
	r.close()
	return r.result, err
}

// claims is a run that makes claims.
type claims struct {
	run     *run
	builder *encounter.Builder
	fileFor *claim837.Envelope // as the practice gives it
	out     *claim837.Writer
	kind    claim837.Kind // of the first encounter; 0 before it
	later   waiting       // encounters of other kinds
	folding []x12.Issue   // texts of the claim at hand
}

// practice makes the envelope of the file.
func (c *claims) practice(p *encounter.Practice) error {
	if p == nil {
		return nil
	}
	env, found := p.Envelope(c.run.o.Now)
	c.fileFor = &env
	return c.run.practiceFound(found)
}

// fill makes the file and the manifest.
func (c *claims) fill(dst, manifest io.Writer) error {
	c.run.dst, c.run.manifest = dst, manifest
	defer c.later.close()
	if err := c.run.each(c.arrive); err != nil {
		return err
	}
	if err := c.later.each(c.bill); err != nil {
		return err
	}
	if err := c.run.worthIt(); err != nil {
		return err
	}
	return c.out.Close()
}

// arrive takes an encounter as it comes: it is billed at once when it is of the
// kind of the first, else later.
func (c *claims) arrive(raw []byte, rec Record) error {
	e := new(encounter.Encounter)
	if !c.run.decode(raw, e, &e.ID, &rec) {
		return nil
	}
	if e.Practice != nil {
		env, found := e.Practice.Envelope(c.run.o.Now)
		if issue, ok := addressed(&c.fileFor, env, found); !ok {
			c.run.refuse(rec, issue)
			return nil
		}
	}
	if c.run.twice(rec, "an encounter before this one has the same id; give each claim its own") {
		return nil
	}
	if c.kind == 0 {
		c.kind = e.Kind()
	}
	if e.Kind() != c.kind {
		return c.later.add(e.Kind(), rec, raw)
	}
	return c.claim(e, rec)
}

// bill takes an encounter that has waited.
func (c *claims) bill(raw []byte, rec Record) error {
	if err := c.run.ctx.Err(); err != nil {
		return err
	}
	e := new(encounter.Encounter)
	if !c.run.decode(raw, e, &e.ID, &rec) {
		return nil
	}
	err := c.claim(e, rec)
	c.run.progress()
	return err
}

// claim builds the claim of an encounter and writes it, unless it is refused. An
// error ends the run.
func (c *claims) claim(e *encounter.Encounter, rec Record) error {
	c.folding = c.folding[:0]
	claim, found, err := c.write(e)
	for _, i := range found {
		c.run.report(rec, i)
	}
	for _, i := range c.folding {
		c.run.report(rec, i)
	}
	refused := (*claim837.RefusedError)(nil)
	switch {
	case errors.As(err, &refused):
		c.run.refuse(rec, refused.Issues...)
		return nil
	case err != nil:
		return err
	case claim == nil:
		c.run.refuse(rec)
		return nil
	}
	n := &c.run.result
	n.Written++
	n.Kinds[claim.Kind]++
	n.Charge = n.Charge.Add(claim.Charge)
	id, _ := x12.FoldText(claim.ID, c.run.o.Charset)
	in := c.out.Placement()
	return c.run.row(ClaimRow{e.ID, id, in.Interchange, in.Group, in.Set, claim.Charge})
}

// write builds the claim of an encounter and writes it; the file begins with the
// first that is good.
func (c *claims) write(e *encounter.Encounter) (*claim837.Claim, []x12.Issue, error) {
	if c.out != nil {
		return c.builder.Write(c.out, e)
	}
	claim, found := c.builder.Claim(e)
	if claim == nil {
		return nil, found, nil
	}
	err := c.open()
	if err == nil {
		err = c.out.Write(claim)
	}
	return claim, found, err
}

// open begins the file, when the first claim is there.
func (c *claims) open() error {
	interchange, group, err := c.run.next()
	if err != nil {
		return err
	}
	env := *c.fileFor
	env.Interchange.Control = fmt.Sprintf("%09d", interchange)
	env.Group.Control = group
	env.Submission.Reference = fmt.Sprint(interchange)
	c.out = claim837.NewWriter(c.run.dst, &env, &claim837.WriterOptions{
		X12:       x12.WriterOptions{Charset: c.run.o.Charset, Fold: true},
		MaxClaims: c.run.o.MaxPerSet, NextGroup: c.run.nextGroup, Rules: c.run.o.ClaimRules, OnIssue: c.folds,
	})
	return nil
}

// folds keeps what is said of texts that were folded; all else the builder reports.
func (c *claims) folds(i x12.Issue) {
	if i.Code == x12.CodeFolded {
		c.folding = append(c.folding, i)
	}
}
