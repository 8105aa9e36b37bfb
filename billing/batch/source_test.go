// SPDX-License-Identifier: Apache-2.0

package batch

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/spill"
)

// file makes a file of the text.
func file(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "in")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func open(t *testing.T, path string) *os.File {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// A file may change between the two readings, and after them.
func TestSourceChanges(t *testing.T) {
	text := strings.Repeat("0123456789\n", 100_000)
	appended := func(path string) {
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
		if err != nil {
			t.Fatal(err)
		}
		f.WriteString("more\n")
		f.Close()
	}
	changes := map[string]struct {
		change         func(path string)
		summed, simple bool // whether it is told
	}{
		"nothing": {func(string) {}, false, false},
		"grows":   {appended, true, false},
		"another byte": {func(path string) {
			os.WriteFile(path, []byte("x"+text[1:]), 0o600)
		}, true, false},
		"shrinks": {func(path string) { os.Truncate(path, 50) }, true, false},
		"replaced by another file": {func(path string) {
			os.WriteFile(path+".new", []byte("other\n"), 0o600)
			os.Rename(path+".new", path)
		}, false, false},
	}
	for name, tt := range changes {
		for _, summed := range []bool{true, false} {
			path := file(t, text)
			in, err := newSource(open(t, path), summed)
			if err != nil {
				t.Fatal(err)
			}
			tt.change(path)
			got, err := io.ReadAll(in)
			if err != nil {
				t.Fatal(err)
			}
			err = in.whole()
			if want := summed && tt.summed; (err != nil) != want {
				t.Errorf("%s, summed %t: %v", name, summed, err)
			}
			if name == "replaced by another file" && string(got) != text {
				t.Errorf("%s, summed %t: %d bytes were read", name, summed, len(got))
			}
			in.close()
		}
	}
	path := file(t, text)
	in, err := newSource(open(t, path), false)
	if err != nil {
		t.Fatal(err)
	}
	io.Copy(io.Discard, in)
	appended(path)
	if err := in.whole(); err == nil {
		t.Error("a file that has grown after its end was read is not told")
	}
	in.close()
}

// The same bytes have the same hash and come back whole, whatever brings them.
func TestSourceSums(t *testing.T) {
	for _, n := range []int{0, 1, spill.Max - 1, spill.Max, 2*spill.Max + 7} {
		text := bytes.Repeat([]byte{'x'}, n)
		var sums [2][]byte
		for i, r := range []io.Reader{bytes.NewReader(text), open(t, file(t, string(text)))} {
			in, err := newSource(r, true)
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(in)
			if err != nil || !bytes.Equal(got, text) || in.whole() != nil {
				t.Errorf("%d bytes, %d: %d read, %v, %v", n, i, len(got), err, in.whole())
			}
			sums[i] = in.sum
			in.close()
		}
		if !bytes.Equal(sums[0], sums[1]) {
			t.Errorf("%d bytes have the hash %x as a stream, %x as a file", n, sums[0], sums[1])
		}
	}
}
