// SPDX-License-Identifier: Apache-2.0

//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package atomicfile

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"syscall"

	"github.com/claimwire/claimwire/internal/filelock"
)

// nameless says that a file stays usable when its name is removed, so that nothing
// is left of it, however the process ends.
const nameless = true

// mark locks the file. Where files cannot be locked it stays unmarked, and is
// never swept.
func mark(f *os.File) bool {
	ok, err := filelock.TryLock(f)
	return err != nil || ok && filelock.Names(f.Name(), f)
}

// removeDead removes a file that nobody has locked.
func removeDead(name string, _ int) {
	f, err := os.OpenFile(name, os.O_RDWR|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, 0)
	if err != nil {
		return
	}
	defer f.Close()
	if ok, _ := filelock.TryLock(f); ok && filelock.Names(name, f) {
		os.Remove(name)
	}
}

var descriptors = regexp.MustCompile(`^/(?:dev|proc/(?:self|[0-9]+))/fd/([0-9]+)$`)

// descriptor returns what the process has open, when the path is a name of that,
// like /dev/stdout: opened anew, a file would be written from its begin, though
// the shell has it open to append.
func descriptor(path string) (*os.File, bool) {
	for range 10 {
		dir, base := filepath.Split(filepath.Clean(path))
		if dir == "" {
			return nil, false
		}
		if path == "/dev/stdout" || path == "/dev/stderr" {
			path = map[string]string{"stdout": "/dev/fd/1", "stderr": "/dev/fd/2"}[base]
		}
		if m := descriptors.FindStringSubmatch(path); m != nil {
			n, err := strconv.Atoi(m[1])
			if err != nil {
				return nil, false
			}
			if n, err = syscall.Dup(n); err != nil {
				return nil, false
			}
			syscall.CloseOnExec(n)
			return os.NewFile(uintptr(n), path), true
		}
		link, err := os.Readlink(path)
		if err != nil {
			return nil, false
		}
		if !filepath.IsAbs(link) {
			link = filepath.Join(dir, link)
		}
		path = link
	}
	return nil, false
}
