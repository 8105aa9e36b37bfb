// SPDX-License-Identifier: Apache-2.0

package nearest

import (
	"testing"
)

func TestOf(t *testing.T) {
	list := []string{"self", "spouse", "child", "life-partner", "medicare-b"}
	for in, want := range map[string]string{"spuose": "spouse", "SPOUS": "spouse", "chld": "child", "medicare": "medicare-b", "xyz": "", "": "", "partner": "", "lifepartner": "life-partner"} {
		if got := Of(list, in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
