package claim837_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// The Go code in the README is code of example_test.go, so that it compiles and
// does what it says; the files that the README names are there.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	examples, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```go\n(.*?)```").FindAllStringSubmatch(string(text), -1)
	if len(blocks) < 3 {
		t.Errorf("the README has %d blocks of Go; build, read and validate belong there", len(blocks))
	}
	for _, b := range blocks {
		if !strings.Contains(string(examples), b[1]) {
			t.Errorf("this code of the README is not in example_test.go:\n%s", b[1])
		}
	}
	named := regexp.MustCompile(`\]\(([^):#]+)\)|(?:^|\s)(testdata/[a-z./]+)`).FindAllStringSubmatch(string(text), -1)
	if len(named) < 8 {
		t.Errorf("the README names %d files", len(named))
	}
	for _, n := range named {
		if _, err := os.Stat("../" + n[1] + n[2]); err != nil {
			t.Errorf("the README names %s%s: %v", n[1], n[2], err)
		}
	}
}
