// SPDX-License-Identifier: Apache-2.0

//go:build growth

package main

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"io"
	"os"

	"github.com/claimwire/claimwire/internal/benchkit"
)

// growthAsk is a run to be counted: its arguments and its standard input.
type growthAsk struct {
	Args []string
	In   []byte
	Out  bool // whether its standard output is wanted
}

// growthAnswer is what the run took.
type growthAnswer struct {
	Work benchkit.Work
	Out  []byte
}

// Built with the tag growth and with the counters of coverage, the command is a
// server that TestGrowth asks how much work runs take: counters can't be read
// in a test. Without arguments it answers the runs on its standard input.
func init() {
	if len(os.Args) > 1 {
		return
	}
	in, out := gob.NewDecoder(os.Stdin), gob.NewEncoder(os.Stdout)
	for {
		var ask growthAsk
		if err := in.Decode(&ask); err == io.EOF {
			os.Exit(0)
		} else if err != nil {
			growthFail(err)
		}
		var answer growthAnswer
		var b bytes.Buffer
		var err error
		answer.Work, err = benchkit.Count(func() {
			w := io.Discard
			if ask.Out {
				w = &b
			}
			run(ask.Args, bytes.NewReader(ask.In), w, io.Discard)
		})
		answer.Out = b.Bytes()
		if err == nil {
			err = out.Encode(answer)
		}
		if err != nil {
			growthFail(err)
		}
	}
}

func growthFail(err error) {
	fmt.Fprintln(os.Stderr, "growth:", err)
	os.Exit(exitFailed)
}
