// SPDX-License-Identifier: Apache-2.0

package atomicfile

import (
	"errors"
	"os"
	"syscall"
)

// ended reports whether there surely is no such process.
func ended(pid int) bool {
	p, err := os.FindProcess(pid)
	if err == nil {
		p.Release()
		return false
	}
	const invalidParameter syscall.Errno = 87
	return errors.Is(err, invalidParameter)
}
