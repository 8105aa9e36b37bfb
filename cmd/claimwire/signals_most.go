// SPDX-License-Identifier: Apache-2.0

//go:build unix || windows

package main

import (
	"os"
	"syscall"
)

// endingSignals ask the process to end.
var endingSignals = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}

// brokenPipe comes to who writes what nobody reads any more.
var brokenPipe os.Signal = syscall.SIGPIPE
