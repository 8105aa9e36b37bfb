// SPDX-License-Identifier: Apache-2.0

package main

import (
	"io"

	"github.com/claimwire/claimwire/x12"
)

var fmtCommand = &command{
	name: "fmt", usage: "[flags] FILE", summary: "Write a file with one segment a line",
	detail: `
The bytes of each segment stay as they are; only what stands between segments
changes. With -join all segments come on one line again.
`,
	run: format,
}

func format(a *app, args []string) int {
	f := a.flags()
	f.reading()
	f.writing()
	indent := f.Bool("indent", false, "indent each segment by the depth of its loop")
	join := f.Bool("join", false, "write no line breaks")
	files, status, ok := f.files(args, 1, 1)
	if !ok {
		return status
	}
	if *indent && *join {
		return f.wrong("-indent and -join exclude each other")
	}
	o, err := f.reader()
	if err != nil {
		return f.wrong(err.Error())
	}
	src, err := a.open(files[0])
	if err != nil {
		return a.fail(files[0], err)
	}
	defer src.Close()
	err = f.write(func(w io.Writer) error {
		switch {
		case *join:
			return x12.Compact(w, src, &o)
		case *indent:
			return x12.Indent(w, src, "  ", &o)
		}
		return x12.Indent(w, src, "", &o)
	})
	if err != nil {
		return a.fail(files[0], err)
	}
	return exitOK
}
