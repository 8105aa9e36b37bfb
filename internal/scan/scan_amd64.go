// SPDX-License-Identifier: Apache-2.0

//go:build !purego

package scan

//go:noescape
func blocks(out *Mask, b *byte, n int, s *Seps, at uint32, ends, inner *uint32) (nEnds, nInner int)
