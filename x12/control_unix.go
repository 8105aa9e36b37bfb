//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package x12

import (
	"errors"
	"os"
	"syscall"
)

// tryLock takes the lock without waiting. The system lets go of it when the
// process ends; the lock's file stays.
func tryLock(path string) (unlock func(), ok bool, err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, false, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if err != nil {
		f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) || errors.Is(err, syscall.EINTR) {
			err = nil
		}
		return nil, false, err
	}
	return func() { f.Close() }, true, nil
}

// syncDir has the names of a folder on the disk.
func syncDir(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
