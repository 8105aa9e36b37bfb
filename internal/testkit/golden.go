// SPDX-License-Identifier: Apache-2.0

// Package testkit is what the tests of several packages share: golden files,
// values with every field set, loop functions compared with the guides, streams
// compared with what they were, and sample files. Nothing but tests imports it.
package testkit

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Updating reports whether golden files are written anew.
func Updating() bool { return *update }

// Golden compares a file with what was made, or writes it with -update.
func Golden(t testing.TB, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); d != "" {
		t.Errorf("%s (-want +got; go test -update, and read the difference):\n%s", path, d)
	}
}
