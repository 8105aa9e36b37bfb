// SPDX-License-Identifier: Apache-2.0

package main

import (
	"io"

	"github.com/claimwire/claimwire"
)

var encodeCommand = &command{
	name: "encode", usage: "[flags] FILE", summary: "Write the file that parse made records of",
	detail: `
The records stand in the order in which parse writes them; those of several files
become one file after the other. The result is what recode makes of the file.
Amounts, counts and the like may be changed in between; the first record of each
interchange, group and set must stay, since it has what stands around the claims.
`,
	run: encode,
}

func encode(a *app, args []string) int {
	f := a.flags()
	f.writing()
	f.telling()
	f.capping()
	files, status, ok := f.files(args, 1, 1)
	if !ok {
		return status
	}
	src, err := a.open(files[0])
	if err != nil {
		return a.fail(files[0], err)
	}
	defer src.Close()
	c := corrections{f.told(files[0])}
	defer c.close()
	err = f.write(func(w io.Writer) error { return claimwire.FromJSON(w, src, c.take) })
	if err != nil {
		return a.fail(files[0], err)
	}
	return c.status
}
