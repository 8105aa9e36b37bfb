// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"testing"
	"unsafe"
)

// Claims and lines are made by the million. What is rare belongs behind a
// pointer or into a slice, so that the common ones stay small.
func TestSizes(t *testing.T) {
	for _, c := range []struct {
		name        string
		size, limit uintptr
	}{
		{"Claim", unsafe.Sizeof(Claim{}), 1200},
		{"ServiceLine", unsafe.Sizeof(ServiceLine{}), 900},
		{"OtherCoverage", unsafe.Sizeof(OtherCoverage{}), 1200},
		{"Provider", unsafe.Sizeof(Provider{}), 256},
	} {
		t.Logf("%s: %d bytes", c.name, c.size)
		if c.size > c.limit {
			t.Errorf("%s takes %d bytes, the limit is %d: move what is rare behind a pointer", c.name, c.size, c.limit)
		}
	}
}
