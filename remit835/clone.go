// SPDX-License-Identifier: Apache-2.0

package remit835

import "github.com/claimwire/claimwire/internal/clone"

// Clone returns a copy of the payment, its remittance and its header number that
// shares no memory with them: not with what a reader may use again, nor with the
// blocks of text that strings were cut from. Amounts are shared, they never
// change.
func (p *ClaimPayment) Clone() *ClaimPayment { return clone.Of(p) }

// Clone returns a copy that shares no memory, as that of ClaimPayment does.
func (r *Remittance) Clone() *Remittance { return clone.Of(r) }

// Clone returns a copy that shares no memory, as that of ClaimPayment does.
func (h *HeaderNumber) Clone() *HeaderNumber { return clone.Of(h) }

// Clone returns a copy that shares no memory, as that of ClaimPayment does.
func (s *Summary) Clone() *Summary { return clone.Of(s) }
