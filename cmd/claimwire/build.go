// SPDX-License-Identifier: Apache-2.0

package main

import (
	"errors"

	"github.com/claimwire/claimwire/billing/batch"
	"github.com/claimwire/claimwire/claim837"
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
	m.options.MaxPerSet = *maxClaims
	return m.run(batch.Claims)
}
