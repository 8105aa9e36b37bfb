// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/spill"
)

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
			path := file(t, "in", text)
			a := &app{}
			in, err := a.openSource(path, summed)
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
			in.Close()
		}
	}
	path := file(t, "in", text)
	in, err := new(app).openSource(path, false)
	if err != nil {
		t.Fatal(err)
	}
	io.Copy(io.Discard, in)
	appended(path)
	if err := in.whole(); err == nil {
		t.Error("a file that has grown after its end was read is not told")
	}
	in.Close()
}

// The same bytes have the same hash and come back whole, whatever brings them.
func TestSourceSums(t *testing.T) {
	for _, n := range []int{0, 1, spill.Max - 1, spill.Max, 2*spill.Max + 7} {
		text := bytes.Repeat([]byte{'x'}, n)
		a := &app{stdin: bytes.NewReader(text)}
		var sums [2][]byte
		for i, name := range []string{"-", file(t, "in", string(text))} {
			in, err := a.openSource(name, true)
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(in)
			if err != nil || !bytes.Equal(got, text) || in.whole() != nil {
				t.Errorf("%d bytes of %s: %d read, %v, %v", n, name, len(got), err, in.whole())
			}
			sums[i] = in.sum
			in.Close()
		}
		if !bytes.Equal(sums[0], sums[1]) {
			t.Errorf("%d bytes have the hash %x as a stream, %x as a file", n, sums[0], sums[1])
		}
	}
}
