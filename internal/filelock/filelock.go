// SPDX-License-Identifier: Apache-2.0

// Package filelock locks files against other processes. A lock ends with the
// process that holds it.
package filelock

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// A File is open and locked.
type File struct {
	*os.File
	unlock func()
}

// Close closes the file and lets go of the lock.
func (f *File) Close() error {
	err := f.File.Close()
	if errors.Is(err, fs.ErrClosed) { // by CloseForRename
		err = nil
	}
	if f.unlock != nil {
		f.unlock()
	}
	return err
}

// Resolve returns where a path leads: symbolic links are followed, also to a
// file that is not there yet.
func Resolve(path string) (string, error) {
	for range 40 {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			return real, nil
		}
		dir := filepath.Dir(path)
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			dir = real
		}
		path = filepath.Join(dir, filepath.Base(path))
		link, err := os.Readlink(path)
		if err != nil {
			return path, nil // not there, as whoever opens it will say
		}
		if !filepath.IsAbs(link) {
			link = filepath.Join(dir, link)
		}
		path = link
	}
	return "", &fs.PathError{Op: "open", Path: path, Err: errors.New("too many symbolic links")}
}

// Names reports whether the path still leads to the open file.
func Names(path string, f *os.File) bool {
	at, err := os.Stat(path)
	if err != nil {
		return false
	}
	info, err := f.Stat()
	return err == nil && os.SameFile(at, info)
}
