// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/claimwire/claimwire/internal/atomicfile"
)

// endOnSignals has the signals that ask for it end the process, without leaving
// temporary files. Those that were ignored when it began stay so, as under nohup.
func endOnSignals() {
	c := make(chan os.Signal, 1)
	for _, s := range endingSignals {
		if !signal.Ignored(s) {
			signal.Notify(c, s)
		}
	}
	if brokenPipe != nil {
		signal.Ignore(brokenPipe) // writing to one gives an error
	}
	go func() {
		s := <-c
		signal.Reset() // the next one ends it at once
		atomicfile.Abort()
		fmt.Fprintf(os.Stderr, "claimwire: ended by a signal (%v); nothing is left half-written\n", s)
		status := 128
		if n, ok := s.(syscall.Signal); ok {
			status += int(n)
		}
		os.Exit(status)
	}()
}
