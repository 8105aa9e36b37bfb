// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/claimwire/claimwire/internal/filelock"
)

var ctx = context.Background()

// each runs a test on both implementations.
func eachControl(t *testing.T, f func(t *testing.T, c ControlNumbers)) {
	t.Run("memory", func(t *testing.T) { f(t, NewMemoryControlNumbers()) })
	t.Run("file", func(t *testing.T) { f(t, openControl(t, filepath.Join(t.TempDir(), "control.jsonl"))) })
}

func openControl(t *testing.T, path string) *ControlFile {
	t.Helper()
	c, err := OpenControlFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func reserve(t *testing.T, c ControlNumbers, kind ControlKind, key string, n int, want int64) {
	t.Helper()
	if first, err := c.Reserve(ctx, kind, key, n); first != want || err != nil {
		t.Errorf("Reserve(%s, %s, %d) = %d, %v; want %d", kind, key, n, first, err, want)
	}
}

func TestReserve(t *testing.T) {
	eachControl(t, func(t *testing.T, c ControlNumbers) {
		reserve(t, c, ControlInterchange, "run 1", 1, 1)
		reserve(t, c, ControlInterchange, "run 2", 3, 2)
		reserve(t, c, ControlInterchange, "run 3", 1, 5)
		reserve(t, c, ControlGroup, "run 1", 2, 1) // a counter of its own
		reserve(t, c, ControlSet, "run 1", 1, 1)
		reserve(t, c, ControlInterchange, "run 2", 3, 2) // the same again
		if _, err := c.Reserve(ctx, ControlInterchange, "run 2", 2); !errors.Is(err, ErrControlKey) {
			t.Errorf("another n for a known key: %v, want ErrControlKey", err)
		}
		reserve(t, c, ControlInterchange, "run 4", 1, 6)
	})
}

func TestReserveRefuses(t *testing.T) {
	eachControl(t, func(t *testing.T, c ControlNumbers) {
		done, cancel := context.WithCancel(ctx)
		cancel()
		for name, f := range map[string]func() (int64, error){
			"n 0":       func() (int64, error) { return c.Reserve(ctx, ControlSet, "k", 0) },
			"n huge":    func() (int64, error) { return c.Reserve(ctx, ControlSet, "k", maxControl+1) },
			"no key":    func() (int64, error) { return c.Reserve(ctx, ControlSet, "", 1) },
			"no kind":   func() (int64, error) { return c.Reserve(ctx, "", "k", 1) },
			"bad key":   func() (int64, error) { return c.Reserve(ctx, ControlSet, "\xff", 1) },
			"cancelled": func() (int64, error) { return c.Reserve(done, ControlSet, "k", 1) },
		} {
			if first, err := f(); err == nil {
				t.Errorf("%s: got %d, want an error", name, first)
			}
		}
		reserve(t, c, ControlSet, "k", 1, 1)
	})
}

func TestReserveWraps(t *testing.T) {
	eachControl(t, func(t *testing.T, c ControlNumbers) {
		reserve(t, c, ControlInterchange, "all but two", maxControl-2, 1)
		reserve(t, c, ControlInterchange, "row that would wrap", 3, 1)
		reserve(t, c, ControlInterchange, "after it", 1, 4)
		reserve(t, c, ControlGroup, "all", maxControl, 1)
		reserve(t, c, ControlGroup, "first again", 1, 1)
	})
}

func TestControlFileLasts(t *testing.T) {
	path := filepath.Join(t.TempDir(), "control.jsonl")
	reserve(t, openControl(t, path), ControlInterchange, `quo"te é`, 2, 1)
	c := openControl(t, path)
	other := openControl(t, path)
	reserve(t, c, ControlInterchange, `quo"te é`, 2, 1)
	reserve(t, c, ControlInterchange, "b", 1, 3)
	reserve(t, other, ControlInterchange, "c", 1, 4) // sees what the first one wrote
	reserve(t, c, ControlInterchange, "c", 1, 4)
}

func TestControlFileBeginsElsewhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "control.jsonl")
	write(t, path, `{"kind":"interchange","next":4711}`+"\n\n")
	c := openControl(t, path)
	reserve(t, c, ControlInterchange, "a", 1, 4711)
	reserve(t, c, ControlGroup, "a", 1, 1)
	reserve(t, openControl(t, path), ControlInterchange, "b", 1, 4712)
}

// A crash may cut the file anywhere in the last line, or leave a block of NUL
// bytes; the numbers of that line were never given out.
func TestControlFileAfterCrash(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "whole")
	c := openControl(t, path)
	reserve(t, c, ControlInterchange, "a", 1, 1)
	reserve(t, c, ControlInterchange, "b", 5, 2)
	whole := read(t, path)
	one := strings.Index(whole, "\n") + 1
	tails := []string{"\x00\x00\x00\x00", "\x00\x00\x00\"n\":5}\n"}
	for cut := one; cut < len(whole); cut++ {
		tails = append(tails, whole[one:cut])
	}
	for i, tail := range tails {
		path := filepath.Join(dir, strconv.Itoa(i))
		write(t, path, whole[:one]+tail)
		reserve(t, openControl(t, path), ControlInterchange, "x", 1, 2)
		c := openControl(t, path)
		reserve(t, c, ControlInterchange, "a", 1, 1)
		reserve(t, c, ControlInterchange, "x", 1, 2)
		reserve(t, c, ControlInterchange, "y", 1, 3)
	}
}

func TestControlFileDamaged(t *testing.T) {
	for _, text := range []string{
		"{\n" + `{"kind":"set","key":"a","first":1,"n":1}` + "\n",
		`{"kind":"set","key":"a","first":1,"n":1` + "\n",
		`{"kind":"set","key":"a","first":0,"n":1}` + "\n",
		`{"kind":"set","key":"a","first":999999999,"n":2}` + "\n",
		`{"kind":"","key":"a","first":1,"n":2}` + "\n",
		`{"kind":"set","next":0}` + "\n",
	} {
		path := filepath.Join(t.TempDir(), "control.jsonl")
		write(t, path, text)
		if _, err := OpenControlFile(path); err == nil {
			t.Errorf("%q was opened", text)
		}
		// and when it is damaged while open
		write(t, path, "")
		c := openControl(t, path)
		write(t, path, text)
		for range 2 {
			if n, err := c.Reserve(ctx, ControlSet, "b", 1); err == nil {
				t.Errorf("%q: got %d, want an error", text, n)
			}
		}
		if got := read(t, path); got != text {
			t.Errorf("a damaged file was changed to %q", got)
		}
	}
}

func TestOpenControlFileErrors(t *testing.T) {
	if _, err := OpenControlFile(filepath.Join(t.TempDir(), "no folder", "control.jsonl")); err == nil {
		t.Error("a file in no folder was opened")
	}
	if c, err := OpenControlFile(t.TempDir()); err == nil {
		t.Errorf("a folder was opened: %v", c)
	}
}

func TestControlFileStaysSmall(t *testing.T) {
	path := filepath.Join(t.TempDir(), "control.jsonl")
	c, other := openControl(t, path), openControl(t, path)
	c.keep = 10
	for i := range 25 {
		reserve(t, c, ControlInterchange, fmt.Sprint("i", i), 2, int64(1+2*i))
		reserve(t, other, ControlGroup, fmt.Sprint("g", i), 1, int64(1+i))
	}
	if n := strings.Count(read(t, path), "\n"); n > 22 {
		t.Errorf("the file has %d lines, want no more than 22", n)
	}
	reserve(t, c, ControlInterchange, "i24", 2, 49) // a recent key is remembered
	reserve(t, openControl(t, path), ControlInterchange, "i24", 2, 49)
	reserve(t, openControl(t, path), ControlInterchange, "new", 1, 51)
	reserve(t, c, ControlGroup, "new", 1, 26)
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*.tmp"))
	if len(left) > 0 {
		t.Errorf("temporary files are left: %v", left)
	}
}

func TestControlFileWaitsForTheLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "control.jsonl")
	c := openControl(t, path)
	held, ok, err := filelock.TryOpen(path, 0o600)
	if !ok || err != nil {
		t.Fatal(ok, err)
	}
	told := 0
	c.OnWait = func() { told++ }
	short, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	if n, err := c.Reserve(short, ControlSet, "a", 1); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("while another holds the lock: %d, %v; want the context's error", n, err)
	}
	if told != 1 {
		t.Errorf("that it waits was told %d times", told)
	}
	time.AfterFunc(20*time.Millisecond, func() { held.Close() })
	reserve(t, c, ControlSet, "a", 1, 1)
}

func TestControlFileGoroutines(t *testing.T) {
	c := openControl(t, filepath.Join(t.TempDir(), "control.jsonl"))
	var wg sync.WaitGroup
	var mu sync.Mutex
	seen := map[int64]bool{}
	for g := range 4 {
		wg.Go(func() {
			for i := range 10 {
				n, err := c.Reserve(ctx, ControlSet, fmt.Sprint(g, " ", i), 1)
				mu.Lock()
				if err != nil || seen[n] {
					t.Errorf("number %d given out twice, or %v", n, err)
				}
				seen[n] = true
				mu.Unlock()
			}
		})
	}
	wg.Wait()
}

// TestControlFileProcesses runs two more processes of this test on one file.
func TestControlFileProcesses(t *testing.T) {
	const each, env = 40, "CLAIMWIRE_TEST_CONTROL"
	if path := os.Getenv(env); path != "" {
		c := openControl(t, path)
		c.keep = 25 // so that the file is also written anew
		for i := range each {
			n, err := c.Reserve(ctx, ControlInterchange, fmt.Sprint(os.Getpid(), " ", i), 2)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Println("number", n)
		}
		return
	}
	exe, err := os.Executable()
	if err != nil {
		t.Skip(err)
	}
	path := filepath.Join(t.TempDir(), "control.jsonl")
	var procs [2]*exec.Cmd
	var outs [2]strings.Builder
	for i := range procs {
		procs[i] = exec.Command(exe, "-test.run=^TestControlFileProcesses$", "-test.v")
		procs[i].Env = append(os.Environ(), env+"="+path)
		procs[i].Stdout, procs[i].Stderr = &outs[i], &outs[i]
		if err := procs[i].Start(); errors.Is(err, syscall.ENOEXEC) {
			t.Skip("this test runs in an emulator")
		} else if err != nil {
			t.Fatal(err)
		}
	}
	seen := map[int]bool{}
	for i, p := range procs {
		if err := p.Wait(); err != nil {
			t.Fatalf("%v\n%s", err, outs[i].String())
		}
		for s := bufio.NewScanner(strings.NewReader(outs[i].String())); s.Scan(); {
			var n int
			if k, _ := fmt.Sscanf(s.Text(), "number %d", &n); k == 1 {
				if seen[n] || n%2 != 1 {
					t.Errorf("number %d was given out twice", n)
				}
				seen[n] = true
			}
		}
	}
	if len(seen) != 2*each {
		t.Errorf("%d numbers were given out, want %d", len(seen), 2*each)
	}
	reserve(t, openControl(t, path), ControlInterchange, "last", 1, 4*each+1)
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// A file that was written anew may have the inode of the one that was read before.
func TestControlFileOfTheSameInode(t *testing.T) {
	path := filepath.Join(t.TempDir(), "control")
	a, b := openControl(t, path), openControl(t, path)
	a.keep, b.keep = 2, 2
	for i := range 20 {
		reserve(t, a, ControlInterchange, fmt.Sprint("a", i), 1, int64(4*i+1))
		for k := range 3 {
			reserve(t, b, ControlInterchange, fmt.Sprint(strings.Repeat("longer", 5*i), i, k), 1, int64(4*i+k+2))
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		a.seen = info
	}
}
