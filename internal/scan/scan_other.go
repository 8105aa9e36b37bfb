// SPDX-License-Identifier: Apache-2.0

//go:build !amd64 || purego

package scan

import "unsafe"

func blocks(out *Mask, b *byte, n int, s *Seps, at uint32, ends, inner *uint32) (nEnds, nInner int) {
	e, i := unsafe.Slice(ends, n*Block)[:0], unsafe.Slice(inner, n*Block)[:0]
	e, i = portable(unsafe.Slice(out, n), e, i, unsafe.Slice(b, n*Block), at, s)
	return len(e), len(i)
}
