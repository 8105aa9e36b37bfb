// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the golden file anew")

func TestValidate(t *testing.T) {
	for _, k := range []struct {
		name string
		errs int
	}{{"good", 0}, {"broken", 8}} {
		t.Run(k.name, func(t *testing.T) {
			f, err := os.Open("testdata/" + k.name + ".837")
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			var b bytes.Buffer
			errs, err := validate(f, &b)
			if err != nil {
				t.Fatal(err)
			}
			if errs != k.errs {
				t.Errorf("%d errors, want %d", errs, k.errs)
			}
			path := "testdata/" + k.name + ".golden"
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
		})
	}
	if _, err := validate(bytes.NewReader([]byte("no claims")), new(bytes.Buffer)); err == nil {
		t.Error("what is no X12 is checked without an error")
	}
}
