// SPDX-License-Identifier: Apache-2.0

package main

import (
	"io"

	"github.com/claimwire/claimwire/claim837/encounter"
	"github.com/claimwire/claimwire/eligibility270"
)

var schemaCommand = &command{
	name: "schema", usage: "[flags] encounter|practice|patient", summary: "Print the JSON Schema of what build and inquire read",
	run: schema,
}

func schema(a *app, args []string) int {
	f := a.flags()
	f.writing()
	f.words = true
	names, status, ok := f.files(args, 1, 1)
	if !ok {
		return status
	}
	of := encounter.Schema
	if names[0] == "patient" {
		of = eligibility270.Schema
	}
	text, err := of(names[0])
	if err != nil {
		return f.wrong("there is a schema of encounter, of practice and of patient")
	}
	if err := f.write(func(w io.Writer) error { _, err := w.Write(append(text, '\n')); return err }); err != nil {
		return a.fail("", err)
	}
	return exitOK
}
