// SPDX-License-Identifier: Apache-2.0

package main

import (
	"errors"
	"fmt"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
)

var buildCommand = &command{
	name: "build", usage: "[flags] ENCOUNTERS", summary: "Build a file of claims (837P, 837I, 837D) of coded encounters",
	detail: `
ENCOUNTERS is a JSON array, or objects one a line; claimwire schema encounter
says what they hold. A bad encounter is named on the standard error and skipped;
the rest is written, and the exit status is 1. Without any good one there is no
file. Each kind of claim, professional, institutional or dental, has a functional
group of its own, in the order in which their first encounters come. With -control
the numbers of interchange and group come from that file and go on from run to
run; without it they are 1. The same input, control numbers and -now make the same
bytes, and a run repeated with the same -now over the same input gets the same
numbers again; the input is read to its end before the first number is taken. The
files of -o and -manifest appear together or not at all. Names, addresses and notes are written in
capitals and without accents; identifiers as they are. -charset extended keeps
all letters as they are, -charset basic is for partners that take neither small
letters nor # @ _ %.
`,
	run: build,
}

var buildWords = makingWords{"encounter", "encounters", "claim", "claims", "encounter"}

func build(a *app, args []string) int {
	f := a.making(buildWords)
	maxClaims := f.Int("max-claims", claim837.DefaultMaxClaims, "claims in one transaction set, at most `N`")
	files, status, ok := f.files(args, 1, 1)
	if !ok {
		return status
	}
	m, err := newMaking(f, buildWords, files[0])
	if err == nil && *maxClaims < 1 {
		err = errors.New("-max-claims must be above zero")
	}
	if err != nil {
		return f.wrong(err.Error())
	}
	b := &building{making: m, maxClaims: *maxClaims}
	b.builder = claim837.NewBuilder(nil, b.options())
	if f.practice != "" {
		p, err := b.readPractice()
		if err != nil {
			return a.fail(f.practice, err)
		}
		env, found := p.Envelope(b.now)
		if !b.practiceFound(found) {
			return exitFailed
		}
		b.fileFor = &env
		b.builder = claim837.NewBuilder(p, b.options())
	}
	return b.run(b)
}

// building is one run of build.
type building struct {
	*making
	maxClaims int
	fileFor   *claim837.Envelope // as the practice gives it
	builder   *claim837.Builder
	out       *claim837.Writer
	kind      claim837.Kind // of the first encounter; 0 before it
	later     spools        // those of other kinds
	folding   []x12.Issue   // texts of the claim at hand
}

func (b *building) options() *claim837.BuilderOptions {
	return &claim837.BuilderOptions{Today: x12.DateOf(b.now), Charset: b.charset}
}

// finish bills the encounters that have waited.
func (b *building) finish() error {
	defer b.later.close()
	return b.later.each(b.bill)
}

// folds keeps what is to be told of texts that were folded; of all else the
// builder tells.
func (b *building) folds(i x12.Issue) {
	if i.Code == x12.CodeFolded {
		b.folding = append(b.folding, i)
	}
}

func (b *building) close() error { return b.out.Close() }

// open begins the file, when the first claim is there.
func (b *building) open() error {
	numbers, err := b.making.numbers()
	if err != nil {
		return err
	}
	ic, err := numbers.next(x12.ControlInterchange)
	if err != nil {
		return err
	}
	nextGroup := func() (string, error) {
		n, err := numbers.next(x12.ControlGroup)
		return fmt.Sprint(n), err
	}
	group, err := nextGroup()
	if err != nil {
		return err
	}
	env := *b.fileFor
	env.Interchange.Control = fmt.Sprintf("%09d", ic)
	env.Group.Control = group
	env.Submission.Reference = fmt.Sprint(ic)
	b.out = claim837.NewWriter(b.dst, &env, &claim837.WriterOptions{
		X12:       x12.WriterOptions{Charset: b.charset, Fold: true},
		MaxClaims: b.maxClaims, NextGroup: nextGroup, OnIssue: b.folds,
	})
	return nil
}
