// SPDX-License-Identifier: Apache-2.0

package atomicfile

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func check(t *testing.T, path, want string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil || string(b) != want {
		t.Errorf("the file holds %q, %v; want %q", b, err, want)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".tmp") {
			t.Errorf("%s is left", e.Name())
		}
	}
}

func TestWriteFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.edi")
	long := strings.Repeat("ISA*00~", 50_000)
	for _, s := range []string{"one", long, ""} {
		if err := WriteFile(path, text(s)); err != nil {
			t.Fatal(err)
		}
		check(t, path, s)
	}
}

func TestWriteFileError(t *testing.T) {
	bad := errors.New("bad")
	fail := func(w io.Writer) error {
		io.WriteString(w, strings.Repeat("x", 100_000))
		return bad
	}
	path := filepath.Join(t.TempDir(), "out.edi")
	if err := WriteFile(path, fail); err != bad {
		t.Errorf("got %v, want the error of write", err)
	}
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("a file was made: %v", err)
	}
	if err := WriteFile(path, text("before")); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(path, fail); err != bad {
		t.Errorf("got %v, want the error of write", err)
	}
	check(t, path, "before")
}

func TestWriteFilePanic(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.edi")
	if err := WriteFile(path, text("before")); err != nil {
		t.Fatal(err)
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic did not come through")
			}
		}()
		WriteFile(path, func(w io.Writer) error {
			io.WriteString(w, "half")
			panic("on purpose")
		})
	}()
	check(t, path, "before")
}

func TestWriteFileIsPrivateAndKeepsLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("permissions and links are others there")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "out.edi")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link.edi")
	if err := os.Symlink("out.edi", link); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(link, text("new")); err != nil {
		t.Fatal(err)
	}
	check(t, path, "new")
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("permissions are %v, %v; want -rw-------", info.Mode(), err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
}

func TestWriteFileWhereItCannot(t *testing.T) {
	dir := t.TempDir()
	if err := WriteFile(dir, text("x")); err == nil {
		t.Error("a folder was overwritten")
	}
	if err := WriteFile(filepath.Join(dir, "none", "out.edi"), text("x")); !os.IsNotExist(err) {
		t.Errorf("a file in no folder: %v", err)
	}
	if runtime.GOOS != "windows" {
		if err := WriteFile(os.DevNull, text("x")); err != nil {
			t.Errorf("the null device: %v", err)
		}
		if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
			t.Errorf("the null device was replaced: %v", err)
		}
	}
}
