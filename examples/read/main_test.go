// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the golden file anew")

func TestRead(t *testing.T) {
	f, err := os.Open("testdata/claims.837")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b bytes.Buffer
	if err := read(f, &b); err != nil {
		t.Fatal(err)
	}
	const path = "testdata/claims.golden"
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
		t.Errorf("printed\n%s", b.Bytes())
	}
	if err := read(bytes.NewReader([]byte("no claims")), &b); err == nil {
		t.Error("what is no X12 is read without an error")
	}
}
