//go:build !darwin && !dragonfly && !freebsd && !linux && !netbsd && !openbsd

package x12

import (
	"errors"
	"io/fs"
	"os"
)

// tryLock takes the lock without waiting: whoever makes the file has it. When a
// process dies with it, a person removes the file; guessing that it is stale
// could let two processes in.
func tryLock(path string) (unlock func(), ok bool, err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
	switch {
	case errors.Is(err, fs.ErrExist), errors.Is(err, fs.ErrPermission) && exists(path):
		return nil, false, nil // the second: Windows, while another process removes it
	case err != nil:
		return nil, false, err
	}
	return func() {
		f.Close()
		os.Remove(path)
	}, true, nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// syncDir does nothing: these systems sync names with their file, or not at all.
func syncDir(string) error { return nil }
