// SPDX-License-Identifier: Apache-2.0

package atomicfile

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
)

// live are the temporary files of this process. Who holds mu makes, renames or
// removes one.
var (
	mu   sync.Mutex
	live = map[string]struct{}{}
)

// Abort removes the temporary files of this process before it ends, as on a
// signal: a Commit that has begun is waited for, and none begins after it.
// The process must exit then; writing would wait for ever.
func Abort() {
	mu.Lock()
	for name := range live {
		os.Remove(name)
	}
}

// tempPattern is the name of a temporary file; the number is its process.
var tempPattern = regexp.MustCompile(`^\.claimwire-([0-9]{1,10})-[0-9a-f]{16}\.tmp$`)

func tempName(dir string) string {
	var b [8]byte
	rand.Read(b[:])
	return filepath.Join(dir, fmt.Sprintf(".claimwire-%d-%s.tmp", os.Getpid(), hex.EncodeToString(b[:])))
}

// createTemp makes a file of a new name, and marks it as one of a process that
// lives.
func createTemp(dir string) (*os.File, error) {
	mu.Lock()
	defer mu.Unlock()
	for try := 0; ; try++ {
		name := tempName(dir)
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, perm)
		if errors.Is(err, fs.ErrExist) && try < 100 {
			continue
		}
		if err != nil {
			return nil, err
		}
		if !mark(f) && try < 100 { // swept before it was marked
			f.Close()
			os.Remove(name)
			continue
		}
		live[name] = struct{}{}
		return f, nil
	}
}

func removeTemp(f *os.File) {
	f.Close()
	mu.Lock()
	defer mu.Unlock()
	os.Remove(f.Name())
	delete(live, f.Name())
}

// Sweep removes the temporary files in a folder whose process has died. What it
// cannot remove, or not be sure of, stays.
func Sweep(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		m := tempPattern.FindStringSubmatch(e.Name())
		if m == nil || !e.Type().IsRegular() {
			continue
		}
		pid, err := strconv.Atoi(m[1])
		name := filepath.Join(dir, e.Name())
		mu.Lock()
		if _, own := live[name]; !own && err == nil {
			removeDead(name, pid)
		}
		mu.Unlock()
	}
}

// A Scratch is a temporary file in the system's folder for them, gone with the
// process.
type Scratch struct {
	*os.File
}

// NewScratch makes an empty one.
func NewScratch() (*Scratch, error) {
	f, err := createTemp(os.TempDir())
	if err != nil {
		return nil, err
	}
	if nameless {
		mu.Lock()
		defer mu.Unlock()
		if err := os.Remove(f.Name()); err != nil {
			f.Close()
			return nil, err
		}
		delete(live, f.Name())
	}
	return &Scratch{f}, nil
}

// Close closes and removes the file.
func (s *Scratch) Close() error {
	if nameless {
		return s.File.Close()
	}
	removeTemp(s.File)
	return nil
}
