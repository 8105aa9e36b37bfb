// SPDX-License-Identifier: Apache-2.0

// Package claimgate is how package encounter reaches what package claim837 does not
// show to its users: a claim that was built is checked as it would be written, and
// need not be checked again when it is.
package claimgate

import "github.com/claimwire/claimwire/x12"

// Gate is what claim837 lets encounter do. Its types are those of claim837, in the
// order claim, provider, submission, kind, rules, writer.
type Gate[C, P, S, K, R, W any] struct {
	// Misplaced returns the paths of the fields for which a claim has no place.
	Misplaced func(*C) []string
	// Clean reports whether the guide has nothing against a claim.
	Clean func(*C, x12.Charset) bool
	// Report tells what the guide has against a claim.
	Report func(*C, x12.Charset, func(x12.Issue))
	// CheckHead returns what the guide has against the head of sets.
	CheckHead func(*S, x12.Charset) []x12.Issue
	// Agrees reports whether a writer checks claims of a kind by these rules and this
	// character set.
	Agrees func(*W, K, *R, x12.Charset) bool
	// WriteBuilt writes a claim that was checked as the writer would; one that must be
	// clean only if there is nothing to say of it.
	WriteBuilt func(w *W, c *C, clean bool) (bool, error)
	// SellerHas reports whether an id is a number of the seller of a service.
	SellerHas func(*P, string) bool
	// Explained reports whether the amounts of another payer, by its place, miss the
	// total charge by just as much as its lines miss theirs.
	Explained func(c *C, other int) bool
	// IsWhole reports whether the amounts of another payer, by its place, are the total
	// charge.
	IsWhole func(c *C, other int) bool
}

// Claims is the Gate of claim837, which sets it when it is initialized.
var Claims any
