// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/internal/clone"

// Clone returns a copy of the claim and of its context that shares no memory
// with it: not with the claim, which a reader may use again, nor with the
// blocks of text that its strings were cut from. Amounts are shared, they
// never change. All strings of the copy are parts of one allocation.
func (c *Claim) Clone() *Claim { return clone.Of(c) }
