// SPDX-License-Identifier: Apache-2.0

package layers

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The Go code in the README is code of the packages' examples, so that it compiles
// and does what it says; the files that the README names are there.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var examples []byte
	var files []string
	for _, depth := range []string{"", "*/", "*/*/"} {
		found, err := filepath.Glob("../../" + depth + "example*_test.go")
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		examples = append(examples, b...)
	}
	blocks := regexp.MustCompile("(?s)```go\n(.*?)```").FindAllStringSubmatch(string(text), -1)
	if len(blocks) < 5 {
		t.Errorf("the README has %d blocks of Go; build, read, remittances, coverage and validate belong there", len(blocks))
	}
	for _, b := range blocks {
		if !strings.Contains(string(examples), b[1]) {
			t.Errorf("this code of the README is in no example:\n%s", b[1])
		}
	}
	named := regexp.MustCompile(`\]\(([^):#]+)\)|(?:^|\s)(testdata/[a-z0-9./-]+)`).FindAllStringSubmatch(string(text), -1)
	if len(named) < 8 {
		t.Errorf("the README names %d files", len(named))
	}
	for _, n := range named {
		if _, err := os.Stat("../../" + n[1] + n[2]); err != nil {
			t.Errorf("the README names %s%s: %v", n[1], n[2], err)
		}
	}
}
