// SPDX-License-Identifier: Apache-2.0

package layers

import (
	"os/exec"
	"strings"
	"testing"
)

// What a loop function calls for a segment must cost one compare when the
// segment is another: the compare is inlined, the work behind it is not.
var inlined = []struct {
	pkg, says string
	calls     []string
}{
	{"./internal/codec", "can inline (*Codec).", []string{
		"REF", "REFList", "DTP", "AMT", "QTY", "K3", "NM1", "HICodes", "Begin", "BeginAt",
	}},
	{"./claim837", "inlining call to codec.", []string{
		"(*Codec).REF", "(*Codec).DTP", "(*Codec).AMT", "(*Codec).NM1", "(*Codec).Begin",
	}},
}

func TestInlining(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles two packages")
	}
	watch(t)
	for _, c := range inlined {
		cmd := exec.Command("go", "build", "-gcflags=-m", c.pkg)
		cmd.Dir = "../.."
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("go build %s: %v\n%s", c.pkg, err, out)
		}
		said := map[string]bool{}
		for line := range strings.Lines(string(out)) {
			if _, call, ok := strings.Cut(strings.TrimSpace(line), c.says); ok {
				said[call] = true
			}
		}
		for _, call := range c.calls {
			if !said[call] {
				t.Errorf("%s: the compiler does not say %q", c.pkg, c.says+call)
			}
		}
	}
}
