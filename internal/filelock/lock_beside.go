// SPDX-License-Identifier: Apache-2.0

//go:build !darwin && !dragonfly && !freebsd && !linux && !netbsd && !openbsd

package filelock

import (
	"io/fs"
	"os"
)

// TryOpen opens a file to read and write, made when it is not there, and locks
// it; ok is false when another process has the lock. The lock is a file beside
// the one that the path leads to, with its name and ".lock".
func TryOpen(path string, mode fs.FileMode) (f *File, ok bool, err error) {
	real, err := Resolve(path)
	if err != nil {
		return nil, false, err
	}
	unlock, ok, err := tryBeside(real + ".lock")
	if !ok {
		return nil, false, err
	}
	file, err := os.OpenFile(real, os.O_RDWR|os.O_CREATE, mode)
	if err != nil {
		unlock()
		return nil, false, err
	}
	return &File{file, unlock}, true, nil
}

// CloseForRename closes the file, keeping the lock, where a file that is open
// cannot be replaced.
func (f *File) CloseForRename() error { return f.File.Close() }
