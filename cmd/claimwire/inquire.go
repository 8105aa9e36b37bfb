// SPDX-License-Identifier: Apache-2.0

package main

import (
	"errors"

	"github.com/claimwire/claimwire/billing/batch"
	"github.com/claimwire/claimwire/eligibility270"
)

var inquireCommand = &command{
	name: "inquire", usage: "[flags] PATIENTS", summary: "Build a file of eligibility inquiries (270) of patients",
	detail: `
PATIENTS is a JSON array, or objects one a line: who is insured with whom, who the
patient is, and what the visit is for; claimwire schema patient says what they
hold. The practice is the one of build: its billing provider asks. A bad patient
is named on the standard error and skipped; the rest is written, and the exit
status is 1. Without any good one there is no file. The id of a patient comes back
with the answer: claimwire benefits --inquiry finds it. With -realtime each
patient has an interchange of their own. Control numbers are those of build: with
-control they go on from run to run, and the same input, control numbers and -now
make the same bytes.
`,
	run: inquire,
}

var inquireWords = makingWords{"patient", "patients", "inquiry", "inquiries", "patient"}

func inquire(a *app, args []string) int {
	f := a.making(inquireWords)
	maxPatients := f.Int("max-patients", eligibility270.DefaultMaxPatients, "patients in one transaction set, at most `N`")
	realtime := f.Bool("realtime", false, "an interchange of one set for each patient")
	files, status, ok := f.files(args, 1, 1)
	if !ok {
		return status
	}
	m, err := newMaking(f, inquireWords, files[0])
	if err == nil && *maxPatients < 1 {
		err = errors.New("-max-patients must be above zero")
	}
	if err != nil {
		return f.wrong(err.Error())
	}
	m.options.MaxPerSet, m.options.RealTime = *maxPatients, *realtime
	return m.run(batch.Inquiries)
}
