// SPDX-License-Identifier: Apache-2.0

package atomicfile

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// begin makes a batch of two files, written but not committed.
func begin(t *testing.T, first, second, text string) *Batch {
	t.Helper()
	b := new(Batch)
	for _, path := range []string{first, second} {
		f, err := b.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, text)
	}
	return b
}

// names are those in a folder.
func names(t *testing.T, dir string) (out []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestBatch(t *testing.T) {
	dir := t.TempDir()
	first, second := filepath.Join(dir, "first"), filepath.Join(dir, "second")
	for _, text := range []string{"one", "two"} {
		b := begin(t, first, second, text+" thrown away")
		b.Discard()
		b = begin(t, first, second, text)
		if err := b.Commit(); err != nil {
			t.Fatal(err)
		}
		b.Discard() // does nothing
		check(t, first, text)
		check(t, second, text)
		if left := names(t, dir); len(left) != 2 {
			t.Errorf("the folder holds %v", left)
		}
	}
}

// When one of the files cannot be placed, all are as they were.
func TestBatchPutsBack(t *testing.T) {
	for _, before := range []bool{true, false} {
		for bad := range 2 {
			dir := t.TempDir()
			paths := [2]string{filepath.Join(dir, "first"), filepath.Join(dir, "second")}
			if before {
				if err := begin(t, paths[0], paths[1], "before").Commit(); err != nil {
					t.Fatal(err)
				}
			}
			b := begin(t, paths[0], paths[1], "after")
			os.Remove(paths[bad])
			if err := os.MkdirAll(filepath.Join(paths[bad], "in the way"), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := b.Commit(); err == nil {
				t.Error("a folder was replaced")
			}
			if info, err := os.Stat(filepath.Join(paths[bad], "in the way")); err != nil || !info.IsDir() {
				t.Errorf("the folder that was in the way: %v", err)
			}
			want := 1
			if before {
				want = 2
				check(t, paths[1-bad], "before")
			}
			if left := names(t, dir); len(left) != want {
				t.Errorf("before %t, %d cannot be placed: the folder holds %v", before, bad, left)
			}
		}
	}
}

func TestLinkToNothingYet(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(dir, "link")
	if err := os.Symlink("target", link); err != nil {
		t.Skip(err)
	}
	if err := WriteFile(link, text("x")); err != nil {
		t.Fatal(err)
	}
	check(t, filepath.Join(dir, "target"), "x")
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
}

func TestSweep(t *testing.T) {
	dir := t.TempDir()
	dead := filepath.Join(dir, ".claimwire-999999999-0123456789abcdef.tmp")
	mine := filepath.Join(dir, "claimwire-notes.tmp")
	b := begin(t, filepath.Join(dir, "first"), filepath.Join(dir, "second"), "text")
	for _, path := range []string{dead, mine} {
		if err := os.WriteFile(path, []byte("encounters"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	Sweep(dir)
	if _, err := os.Stat(dead); err == nil && (runtime.GOOS == "linux" || runtime.GOOS == "darwin" || runtime.GOOS == "windows") {
		t.Error("a dead process's file is left")
	}
	if _, err := os.Stat(mine); err != nil {
		t.Error("another file was removed")
	}
	if err := b.Commit(); err != nil {
		t.Errorf("a living process's file was removed: %v", err)
	}
}

func TestScratchLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Setenv("TMP", dir)
	s, err := NewScratch()
	if err != nil {
		t.Fatal(err)
	}
	if nameless && len(names(t, dir)) > 0 {
		t.Error("the file has a name")
	}
	io.WriteString(s, "encounter")
	s.Seek(0, io.SeekStart)
	if got, err := io.ReadAll(s); err != nil || string(got) != "encounter" {
		t.Errorf("%q, %v", got, err)
	}
	s.Close()
	if left := names(t, dir); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}

func TestConflict(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	os.WriteFile(in("file"), nil, 0o600)
	os.WriteFile(in("other"), nil, 0o600)
	if os.Link(in("file"), in("hard")) != nil || os.Symlink("file", in("soft")) != nil || os.Symlink("new", in("to new")) != nil || os.Symlink(".", in("dir")) != nil {
		t.Skip("no links here")
	}
	t.Chdir(dir)
	for _, tt := range []struct {
		a, b string
		same bool
	}{
		{in("file"), in("file"), true}, {in("file"), "file", true}, {in("file"), "./dir/./file", true}, {in("file"), in("hard"), true},
		{in("file"), in("soft"), true}, {in("hard"), "soft", true}, {"dir/file", "file", true}, {in("file"), in("other"), false},
		{in("new"), "new", true}, {"new", "to new", true}, {"dir/new", "new", true}, {"new", "dir/to new", true}, {"new", "newer", false}, {"file", "new", false},
		{"none/new", "none/new", true}, {os.DevNull, os.DevNull, false},
	} {
		for _, writes := range [][2]bool{{true, true}, {true, false}, {false, true}} {
			err := Conflict([]Use{{Name: "a", Path: tt.a, Write: writes[0]}, {Name: "b", Path: tt.b, Write: writes[1]}})
			if (err != nil) != tt.same {
				t.Errorf("%s and %s, written %v: %v", tt.a, tt.b, writes, err)
			}
		}
	}
	if err := Conflict([]Use{{Name: "a", Path: "file"}, {Name: "b", Path: "soft"}}); err != nil {
		t.Errorf("a file that is read twice: %v", err)
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	if err := Conflict([]Use{{Name: "a", File: r}, {Name: "b", File: r}}); err == nil {
		t.Error("a pipe that is read twice is no conflict")
	}
}
