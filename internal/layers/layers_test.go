// SPDX-License-Identifier: Apache-2.0

package layers

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/claimwire/claimwire"

// layers are the packages, the lowest first: a package imports only what
// stands lower. Those of one layer don't know each other.
var layers = [][]string{
	{"internal/filelock", "internal/misuse", "internal/visible"},
	{"internal/nearest"},
	{"internal/atomicfile", "internal/benchkit", "internal/distinct", "internal/jsonx", "internal/money", "internal/scan", "internal/layers"},
	{"x12"},
	{"internal/clone", "internal/codec", "internal/faulty", "internal/plain", "internal/schema", "internal/spill", "internal/textpage", "internal/wordlist", "x12/rules"},
	{"internal/claimcode", "internal/claimgate", "internal/stream", "internal/testkit", "internal/misuse"},
	{"claim837", "remit835", "eligibility270"},
	{"claim837/encounter", "claim837/form", "remit835/report", "eligibility270/card"},
	{root},
	{"billing/batch"},
	{"cmd", "examples"},
}

// root is the package beside go.mod.
const root = "."

// apart are the packages that know nothing of each other, nor do their parts.
var apart = []string{"claim837", "remit835", "eligibility270"}

// outside are the modules that the library may use, and those for tests.
var (
	outside     = []string{"github.com/shopspring/decimal", "golang.org/x/text"}
	outsideTest = []string{"github.com/google/go-cmp"}
)

// testsOnly are imported by nothing but tests.
var testsOnly = []string{module + "/internal/benchkit", module + "/internal/misuse", module + "/internal/testkit"}

// level returns the layer of a package of ours, that of its nearest folder that
// has one, and -1 when it has none.
func level(path string) int {
	rel := strings.TrimPrefix(path, module+"/")
	if path == module {
		rel = root
	}
	for {
		for i, names := range layers {
			if slices.Contains(names, rel) {
				return i
			}
		}
		if rel = filepath.Dir(rel); rel == root {
			return -1
		}
	}
}

// family returns which of the packages that stand apart a package is, or is a part
// of; "" for none.
func family(path string) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(path, module+"/"), "/")
	if slices.Contains(apart, first) {
		return first
	}
	return ""
}

func within(path string, roots []string) bool {
	for _, r := range roots {
		if path == r || strings.HasPrefix(path, r+"/") {
			return true
		}
	}
	return false
}

type pkg struct {
	ImportPath                         string
	Export                             string
	Standard                           bool
	Imports, TestImports, XTestImports []string
}

// watch reads the module's folders, so that go test runs these tests again when
// a file has changed: it does not see what other processes read.
func watch(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && strings.HasPrefix(d.Name(), ".") && d.Name() != ".." {
			return fs.SkipDir
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// list runs go list over the whole module.
func list(t *testing.T, args ...string) []pkg {
	t.Helper()
	watch(t)
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Export,Standard,Imports,TestImports,XTestImports"}, args...)...)
	cmd.Dir = "../.."
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	var pkgs []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return pkgs
		} else if err != nil {
			t.Fatal(err)
		}
		pkgs = append(pkgs, p)
	}
}

// mayImport reports whether a package may import another, by layer alone.
func mayImport(from, to string) bool {
	switch {
	case !within(to, []string{module}):
		return true
	case within(from, []string{module + "/cmd"}) && within(to, []string{from}):
		return true // a command's own parts
	case within(from, []string{module + "/examples"}) && strings.Contains(to, "/internal/"):
		return false // an example does what a user can do
	case family(from) != "" && family(to) != "" && family(from) != family(to):
		return false
	}
	return level(to) < level(from)
}

func TestImportsGoDown(t *testing.T) {
	seen := 0
	for _, p := range list(t, "./...") {
		if level(p.ImportPath) < 0 {
			t.Errorf("%s has no layer: give it one in this test", p.ImportPath)
			continue
		}
		seen++
		for _, to := range p.Imports {
			if !mayImport(p.ImportPath, to) || within(to, testsOnly) {
				t.Errorf("%s imports %s, which does not stand below it or is for tests", p.ImportPath, to)
			}
		}
		for _, to := range append(p.TestImports, p.XTestImports...) {
			if to != p.ImportPath && !mayImport(p.ImportPath, to) {
				t.Errorf("a test of %s imports %s, which does not stand below it", p.ImportPath, to)
			}
		}
	}
	if seen < 5 {
		t.Fatalf("go list shows %d packages", seen)
	}
	for _, c := range []struct{ from, to string }{{"/x12", "/claim837"}, {"/claim837", "/cmd/claimwire"}, {"/claim837", "/remit835"}, {"/examples/a", "/internal/codec"},
		{"", "/cmd/claimwire"}, {"/claim837", ""}, {"/remit835/report", ""}, {"/remit835", "/remit835/report"}, {"/claim837", "/claim837/form"}, {"/claim837", "/claim837/encounter"}, {"/claim837/form", "/claim837/encounter"}, {"/claim837/form", "/remit835"}, {"/remit835/report", "/eligibility270"}, {"/remit835/report", "/eligibility270/card"}, {"/claim837/new", "/remit835"},
		{"/billing/batch", "/cmd/claimwire"}, {"", "/billing/batch"}, {"/claim837", "/billing/batch"}, {"/billing/new", "/billing/batch"}} {
		if mayImport(module+c.from, module+c.to) {
			t.Errorf("this test does not see that %s may not import %s", c.from, c.to)
		}
	}
}

func TestDependencies(t *testing.T) {
	var library []string
	for _, p := range list(t, "./...") {
		if !within(p.ImportPath, testsOnly) {
			library = append(library, p.ImportPath)
		}
	}
	for _, p := range list(t, append([]string{"-deps"}, library...)...) {
		if !p.Standard && !within(p.ImportPath, []string{module}) && !within(p.ImportPath, outside) {
			t.Errorf("%s is in the build; the library uses %v alone", p.ImportPath, outside)
		}
	}
	standard := map[string]bool{}
	for _, p := range list(t, "-deps", "-test", "./...") {
		standard[p.ImportPath] = p.Standard
	}
	for _, p := range list(t, "./...") {
		for _, to := range append(p.TestImports, p.XTestImports...) {
			if !standard[to] && !within(to, []string{module}) && !within(to, outside) && !within(to, outsideTest) {
				t.Errorf("a test of %s imports %s; tests use %v besides", p.ImportPath, to, outsideTest)
			}
		}
	}
}
