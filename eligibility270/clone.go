// SPDX-License-Identifier: Apache-2.0

package eligibility270

import "github.com/claimwire/claimwire/internal/clone"

// Clone returns a copy of the inquiry and of what it stands in that shares no
// memory with them: not with what a reader may use again, nor with the blocks of
// text that strings were cut from. Amounts are shared, they never change.
func (q *Inquiry) Clone() *Inquiry { return clone.Of(q) }

// Clone returns a copy that shares no memory, as that of Inquiry does.
func (r *Response) Clone() *Response { return clone.Of(r) }

// Clone returns a copy that shares no memory, as that of Inquiry does.
func (t *Transaction) Clone() *Transaction { return clone.Of(t) }

// Clone returns a copy that shares no memory, as that of Inquiry does.
func (s *Source) Clone() *Source { return clone.Of(s) }

// Clone returns a copy that shares no memory, as that of Inquiry does.
func (r *Receiver) Clone() *Receiver { return clone.Of(r) }

// Clone returns a copy that shares no memory, as that of Inquiry does.
func (m *Member) Clone() *Member { return clone.Of(m) }
