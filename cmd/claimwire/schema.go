package main

import (
	"io"

	"github.com/claimwire/claimwire/claim837"
)

var schemaCommand = &command{
	name: "schema", usage: "[flags] encounter|practice", summary: "Print the JSON Schema of what build reads",
	run: schema,
}

func schema(a *app, args []string) int {
	f := a.flags()
	f.writing()
	names, status, ok := f.files(args, 1, 1)
	if !ok {
		return status
	}
	text, err := claim837.Schema(names[0])
	if err != nil {
		return f.wrong("there is a schema of encounter and of practice")
	}
	if err := f.write(func(w io.Writer) error { _, err := w.Write(append(text, '\n')); return err }); err != nil {
		return a.fail("", err)
	}
	return exitOK
}
