// SPDX-License-Identifier: Apache-2.0

//go:build !darwin && !dragonfly && !freebsd && !linux && !netbsd && !openbsd && !windows

package filelock

import (
	"errors"
	"io/fs"
	"os"
)

// tryBeside makes the file: whoever makes it has the lock. When a process dies
// with it, a person removes the file; guessing that it is stale could let two
// processes in.
func tryBeside(path string) (unlock func(), ok bool, err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	return func() {
		f.Close()
		os.Remove(path)
	}, true, nil
}

// Links returns how many names the file has, as far as is known.
func (f *File) Links() int { return 1 }
