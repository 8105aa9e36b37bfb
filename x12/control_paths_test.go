// SPDX-License-Identifier: Apache-2.0

//go:build unix

package x12

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
)

// One file has one row of numbers, whatever names it has, also while it is written
// anew.
func TestControlFileOfSeveralNames(t *testing.T) {
	for _, hard := range []bool{false, true} {
		dir, other := t.TempDir(), t.TempDir()
		target := filepath.Join(dir, "control")
		paths := []string{target, filepath.Join(other, "link"), filepath.Join(dir, "link to link")}
		if hard {
			write(t, target, "")
			paths = append(paths, filepath.Join(dir, "hard"), filepath.Join(other, "hard"))
			for _, p := range paths[3:] {
				if err := os.Link(target, p); err != nil {
					t.Skip(err)
				}
			}
		}
		if err := os.Symlink(target, paths[1]); err != nil { // to nothing yet, unless hard
			t.Fatal(err)
		}
		if err := os.Symlink(paths[1], paths[2]); err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		var mu sync.Mutex
		seen := map[int64]string{}
		for _, path := range paths {
			c := openControl(t, path)
			c.keep = 7
			wg.Go(func() {
				for i := range 30 {
					n, err := c.Reserve(ctx, ControlInterchange, fmt.Sprint(path, i), 1)
					if err != nil {
						t.Error(err)
						return
					}
					mu.Lock()
					if before, ok := seen[n]; ok {
						t.Errorf("hard %t: %d was given out by %s and %s", hard, n, before, path)
					}
					seen[n] = path
					mu.Unlock()
				}
			})
		}
		wg.Wait()
		for _, path := range paths[1:3] {
			if info, err := os.Lstat(path); err != nil || info.Mode()&os.ModeSymlink == 0 {
				t.Errorf("%s is a link no more: %v", path, err)
			}
		}
		reserve(t, openControl(t, target), ControlInterchange, "last", 1, int64(30*len(paths)+1))
	}
}

func TestControlFileIsPrivate(t *testing.T) {
	old := syscall.Umask(0)
	defer syscall.Umask(old)
	path := filepath.Join(t.TempDir(), "control")
	for _, mode := range []os.FileMode{0, 0o644, 0o666} {
		if mode != 0 {
			if err := os.Chmod(path, mode); err != nil {
				t.Fatal(err)
			}
		}
		c := openControl(t, path)
		c.keep = 2
		for i := range 9 {
			if _, err := c.Reserve(ctx, ControlSet, fmt.Sprint(mode, i), 1); err != nil {
				t.Fatal(err)
			}
			if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
				t.Fatalf("%v, %v", info.Mode(), err)
			}
		}
	}
}

// A file that is put in place of another has what this process was given, or no
// number is given.
func TestControlFileReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "control")
	c := openControl(t, path)
	reserve(t, c, ControlSet, "a", 1, 1)
	first := read(t, path)
	reserve(t, c, ControlSet, "b", 1, 2)
	both := read(t, path)
	replace := func(text string) {
		write(t, path+".new", text)
		if err := os.Rename(path+".new", path); err != nil {
			t.Fatal(err)
		}
	}
	replace(both)
	reserve(t, c, ControlSet, "c", 1, 3)
	replace(first)
	if n, err := c.Reserve(ctx, ControlSet, "d", 1); err == nil {
		t.Errorf("an older copy gives %d", n)
	}
	os.Remove(path)
	if n, err := c.Reserve(ctx, ControlSet, "d", 1); err == nil {
		t.Errorf("no file gives %d", n)
	}
}

func TestControlFileMustBeRegular(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	for _, path := range []string{os.DevNull, pipe} {
		if _, err := OpenControlFile(path); err == nil {
			t.Errorf("%s was opened: its numbers would be given out again", path)
		}
	}
}

// Versions that lock a file beside the control file are waited for.
func TestControlFileHonorsTheOlderLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "control")
	f, err := os.Create(path + ".lock")
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		t.Skip(err)
	}
	c := openControl(t, path)
	waited := make(chan bool, 1)
	c.OnWait = func() { waited <- true; f.Close() }
	reserve(t, c, ControlSet, "a", 1, 1)
	if len(waited) != 1 {
		t.Error("it did not wait")
	}
}
