// SPDX-License-Identifier: Apache-2.0

//go:build !darwin && !dragonfly && !freebsd && !linux && !netbsd && !openbsd && !windows

package atomicfile

// ended reports whether there surely is no such process: it cannot be told.
func ended(int) bool { return false }
