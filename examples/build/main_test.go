// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"flag"
	"os"
	"testing"
	"time"

	"github.com/claimwire/claimwire/x12"
)

var update = flag.Bool("update", false, "write the golden file anew")

func TestFile(t *testing.T) {
	var b bytes.Buffer
	if err := build(&b, time.Date(2026, time.February, 2, 9, 30, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	const path = "testdata/claims.837"
	if *update {
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Errorf("the file differs from %s\n%s", path, b.Bytes())
	}
	for i, err := range x12.Validate(&b, nil) {
		if err != nil {
			t.Fatal(err)
		}
		if i.Severity > x12.Info {
			t.Error(i)
		}
	}
}
