// SPDX-License-Identifier: Apache-2.0

package atomicfile

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/claimwire/claimwire/internal/filelock"
)

// A Use is what a run does with a file.
type Use struct {
	Name  string   // what the user calls it, like -o
	Path  string   // of a file that may not be there yet
	File  *os.File // or what is open already
	Write bool
}

// Conflict returns an error when one file has two uses that harm each other,
// under whatever names: one of them writes it, or both read what has its bytes
// only once. The null device may have any.
func Conflict(uses []Use) error {
	null, _ := os.Stat(os.DevNull)
	ids := make([]identity, len(uses))
	for i, u := range uses {
		ids[i] = u.identity()
	}
	for i, u := range uses {
		for k, v := range uses[:i] {
			a, b := ids[i], ids[k]
			if !a.same(b) {
				continue
			}
			if a.info != nil {
				mode := a.info.Mode()
				switch {
				case null != nil && os.SameFile(a.info, null):
					continue
				case u.Write != v.Write && mode&(os.ModeCharDevice|os.ModeSocket) != 0: // a terminal, a connection
					continue
				case !u.Write && !v.Write && mode.IsRegular() && (u.File == nil || v.File == nil):
					continue
				}
			}
			why := "give each a file of its own"
			if !u.Write && !v.Write {
				why = "it can be read only once"
			}
			return fmt.Errorf("%s and %s are the same file; %s", v.Name, u.Name, why)
		}
	}
	return nil
}

// identity is what tells a file from others.
type identity struct {
	info os.FileInfo // nil when it is not there
	path string      // when it is not there
}

func (u *Use) identity() (id identity) {
	if u.File != nil {
		id.info, _ = u.File.Stat()
		return id
	}
	if info, err := os.Stat(u.Path); err == nil {
		id.info = info
		return id
	}
	id.path = u.Path
	if real, err := filelock.Resolve(u.Path); err == nil {
		id.path = real
	}
	if abs, err := filepath.Abs(id.path); err == nil {
		id.path = abs
	}
	return id
}

func (a identity) same(b identity) bool {
	if a.info != nil && b.info != nil {
		return os.SameFile(a.info, b.info)
	}
	if a.info != nil || b.info != nil || a.path == "" {
		return false
	}
	if runtime.GOOS == "darwin" || runtime.GOOS == "windows" { // whose names mostly have no case
		return strings.EqualFold(a.path, b.path)
	}
	return a.path == b.path
}
