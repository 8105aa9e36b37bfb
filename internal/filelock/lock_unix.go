// SPDX-License-Identifier: Apache-2.0

//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package filelock

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// TryOpen opens a file to read and write, made when it is not there, and locks
// it; ok is false when another process has the lock. The lock is on the file
// itself, so that it holds under every name of the file.
func TryOpen(path string, mode fs.FileMode) (f *File, ok bool, err error) {
	for range 10 {
		file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, mode)
		if err != nil {
			return nil, false, err
		}
		if ok, err := TryLock(file); !ok {
			file.Close()
			return nil, false, err
		}
		if !Names(path, file) { // replaced before it was locked
			file.Close()
			continue
		}
		old, ok, err := tryOlder(path)
		if !ok {
			file.Close()
			return nil, false, err
		}
		return &File{file, old}, true, nil
	}
	return nil, false, nil
}

// tryOlder takes the lock of versions that locked a file beside this one, where
// they have left one.
func tryOlder(path string) (unlock func(), ok bool, err error) {
	f, err := os.OpenFile(path+".lock", os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, true, nil
	}
	if err != nil {
		return nil, false, err
	}
	if ok, err := TryLock(f); !ok {
		f.Close()
		return nil, false, err
	}
	return func() { f.Close() }, true, nil
}

// TryLock locks an open file, until it is closed; ok is false when another has
// the lock.
func TryLock(f *os.File) (ok bool, err error) {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case err == nil:
			return true, nil
		case errors.Is(err, syscall.EWOULDBLOCK):
			return false, nil
		case !errors.Is(err, syscall.EINTR):
			return false, &fs.PathError{Op: "lock", Path: f.Name(), Err: err}
		}
	}
}

// CloseForRename closes the file, keeping the lock, where a file that is open
// cannot be replaced.
func (f *File) CloseForRename() error { return nil }

// Links returns how many names the file has.
func (f *File) Links() int {
	info, err := f.Stat()
	if err != nil {
		return 0
	}
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return int(st.Nlink)
	}
	return 1
}
