// SPDX-License-Identifier: Apache-2.0

// Package layers holds the tests of how the packages stand to each other:
//
//	cmd, examples  ->  billing/…  ->  claimwire (root)  ->  claim837 …  ->  internal/codec  ->  x12  ->  std, decimal, x/text
//
// Never sideways, never up, and nothing internal in what users see.
package layers
