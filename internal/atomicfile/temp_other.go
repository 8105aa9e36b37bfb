// SPDX-License-Identifier: Apache-2.0

//go:build !darwin && !dragonfly && !freebsd && !linux && !netbsd && !openbsd

package atomicfile

import "os"

const nameless = false

// mark does nothing: the name has the process.
func mark(*os.File) bool { return true }

// removeDead removes a file whose process has ended.
func removeDead(name string, pid int) {
	if ended(pid) {
		os.Remove(name)
	}
}

func descriptor(string) (*os.File, bool) { return nil, false }
