// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"hash/maphash"

	"github.com/claimwire/claimwire/internal/money"
	"github.com/claimwire/claimwire/x12"
)

// Role is what a claim payment is to another one.
type Role string

// Roles.
const (
	RolePayment    Role = "payment"    // neither of the others
	RoleReversal   Role = "reversal"   // it takes another payment back
	RoleCorrection Role = "correction" // it stands in for a payment that was reversed
	RolePart       Role = "part"       // another part of a claim that was split
	RoleDuplicate  Role = "duplicate"  // it says once more what another one said
)

// Link says which other claim payment a claim payment belongs to.
type Link struct {
	Role Role
	// To is the other one: of a reversal the payment that it reverses, of a
	// correction the reversal, of a part the part before it, of a duplicate what it
	// repeats. It is zero when that one was not found in the window.
	To At
	// Source is the CheckerOptions.Source of what a duplicate repeats.
	Source string
	// Found tells that the other one was found; a reversal without it is unlinked.
	Found bool
	// Ledger tells that the caller's look-up found it: To is then what it said.
	Ledger bool
	// Exact tells that a reversal takes back exactly what was charged and paid.
	Exact bool
	// Duplicate tells that the payment is not to be added up: it is a duplicate, or a
	// reversal that takes one back. Only a Checker finds duplicates.
	Duplicate bool
	// Ordinary tells of a reversal that a payment of the same claim stood before it
	// that it does not reverse: the correction may stand before its reversal.
	Ordinary bool
}

// Within reports whether the other payment was found in the remittance that the
// payment at stands in.
func (l *Link) Within(at At) bool {
	return l.Found && !l.Ledger && l.To.Interchange == at.Interchange && l.To.Group == at.Group && l.To.Set == at.Set
}

// Linker finds out which claim payments belong together. Claims are the same
// when payer, payee and CLP01 are; CLP07 stands in for a CLP01 that is empty or 0.
// It remembers a bounded number of payments, as a 64-bit hash of their identity
// and their amounts, never the payments. It serves one goroutine.
type Linker struct {
	window  int // a power of two
	earlier func(*ClaimPayment) *ClaimPayment
	seed    maphash.Seed

	ring  []seen // payment n stands at n & mask
	n     int    // payments so far
	open  int    // reversals so far that nothing corrected
	heads []int  // by hash: the newest payment with it, + 1; 0 for none
	mask  int    // window - 1

	context    uint64 // hash of payer and payee
	contextOf  At
	contextPtr *Remittance

	references references
	awaited    []NamedBy      // provider adjustments that name no payment so far
	awaits     map[uint64]int // by hash of the numbers that their references begin with: which, + 1
}

// seen is what is remembered of a payment. It is small: one is written for each
// payment, far from the one before that has its hash.
type seen struct {
	hash         uint64
	control      uint64    // hash of CLP07, 0 for none
	charge, paid int64     // cents
	at           [5]uint32 // At
	before       uint32    // how many payments before stands the one with the same head; 0 for none
	marks        uint8
}

// marks of what is remembered.
const (
	markInexact  = 1 << iota // an amount is no number of cents
	markReversal             // status 22
	markSettled              // a payment was reversed, a reversal was corrected
	markSplit                // it says that its claim was split
)

func (s *seen) is(mark uint8) bool { return s.marks&mark != 0 }

func (s *seen) place() At {
	return At{int(s.at[0]), int(s.at[1]), int(s.at[2]), int(s.at[3]), int(s.at[4])}
}

// maxSteps is how many payments with one identity are looked at: a file that
// gives all of its claims one number must not take forever.
const maxSteps = 256

// NewLinker returns a Linker that remembers so many payments, rounded up to a
// power of two of at least 64; 0 for 4,096.
// earlier finds the payment that a reversal takes back when it is not among
// them; it may be nil, and may return nil.
func NewLinker(window int, earlier func(reversal *ClaimPayment) *ClaimPayment) *Linker {
	l := &Linker{earlier: earlier}
	l.init(window)
	return l
}

// init makes what the zero Linker does not have.
func (l *Linker) init(window int) {
	l.seed = maphash.MakeSeed()
	if window <= 0 {
		window = defaultWindow
	}
	size := 64
	for size < window {
		size *= 2
	}
	l.window, l.mask = size, size-1
}

// Link takes the next claim payment and tells which other it belongs to. The
// payment is not kept.
func (l *Linker) Link(p *ClaimPayment) Link {
	if p == nil {
		return Link{}
	}
	var charge, paid money.Sum
	charge.Add(p.Charge)
	paid.Add(p.Paid)
	return l.link(p, charge, paid)
}

func (l *Linker) link(p *ClaimPayment, charge, paid money.Sum) Link {
	if l.window == 0 {
		l.init(0)
	}
	now := l.put(l.hash(p))
	if p.PayerControlNumber != "" {
		now.control = l.context ^ ^l.text(p.PayerControlNumber)
	}
	at := &p.At
	now.at = [5]uint32{uint32(at.Interchange), uint32(at.Group), uint32(at.Set), uint32(at.Header), uint32(at.Payment)}
	var ok, ok2 bool
	now.charge, ok = charge.Cents()
	now.paid, ok2 = paid.Cents()
	if !ok || !ok2 {
		now.marks |= markInexact
	}
	if isSplit(p) {
		now.marks |= markSplit
	}
	if p.Status == StatusReversal {
		now.marks |= markReversal
		l.open++
		return l.reversal(p, now)
	}
	if l.open == 0 && !now.is(markSplit) {
		return Link{Role: RolePayment} // nothing that it could belong to
	}
	return l.other(now)
}

// put makes room for a payment.
func (l *Linker) put(hash uint64) *seen {
	if l.heads == nil {
		l.heads = make([]int, l.mask+1)
	}
	head := &l.heads[int(hash)&l.mask]
	before := 0
	if *head > 0 {
		before = l.n + 1 - *head
	}
	if l.n < l.window {
		l.ring = append(l.ring, seen{})
	}
	s := &l.ring[l.n&l.mask]
	s.hash, s.control, s.before, s.marks = hash, 0, 0, 0
	if before < l.window {
		s.before = uint32(before)
	}
	l.n++
	*head = l.n
	return s
}

// each calls do for the remembered payments of the same claim before the last,
// the newest first, until it returns false.
func (l *Linker) each(do func(*seen) bool) {
	n := l.n - 1
	now := &l.ring[n&l.mask]
	s := now
	for range maxSteps {
		if s.before == 0 || n-int(s.before) < l.n-l.window {
			return
		}
		n -= int(s.before)
		s = &l.ring[n&l.mask]
		if s.hash == now.hash && !do(s) {
			return
		}
	}
}

func (l *Linker) reversal(p *ClaimPayment, now *seen) Link {
	link := Link{Role: RoleReversal}
	l.each(func(s *seen) bool {
		if s.is(markReversal) {
			return true
		}
		if !(s.is(markSettled|markInexact) || now.is(markInexact)) && s.charge == -now.charge && s.paid == -now.paid {
			s.marks |= markSettled
			link.To, link.Found, link.Exact = s.place(), true, true
			return false
		}
		link.Ordinary = link.Ordinary || !s.is(markSettled)
		return true
	})
	if link.Found || l.earlier == nil {
		return link
	}
	if e := l.earlier(p); e != nil {
		link.To, link.Found, link.Ledger = e.At, true, true
		link.Exact = e.Charge.Neg().Equal(p.Charge) && e.Paid.Neg().Equal(p.Paid)
	}
	return link
}

func (l *Linker) other(now *seen) Link {
	link := Link{Role: RolePayment}
	l.each(func(s *seen) bool {
		switch {
		case s.is(markReversal) && !s.is(markSettled):
			s.marks |= markSettled
			l.open--
			link = Link{Role: RoleCorrection, To: s.place(), Found: true}
			return false
		case link.Role == RolePayment && !s.is(markReversal) && s.is(markSplit) && now.is(markSplit):
			link = Link{Role: RolePart, To: s.place(), Found: true}
		}
		return true
	})
	return link
}

// hash identifies the claim of a payment.
func (l *Linker) hash(p *ClaimPayment) uint64 {
	if r := p.Remittance; r != l.contextPtr || p.At.Interchange != l.contextOf.Interchange ||
		p.At.Group != l.contextOf.Group || p.At.Set != l.contextOf.Set {
		l.contextPtr, l.contextOf, l.context = r, p.At, l.contextFor(r)
	}
	id := p.ID
	if id == "" || id == "0" {
		return l.context ^ ^l.text(p.PayerControlNumber)
	}
	return l.context ^ l.text(id)
}

// contextFor identifies payer and payee.
func (l *Linker) contextFor(r *Remittance) uint64 {
	if r == nil {
		return 0
	}
	return l.text(r.Trace.PayerID)<<1 ^ l.text(r.Payee.ID)
}

func (l *Linker) text(s string) uint64 { return maphash.String(l.seed, s) }

// isSplit reports whether a payment says that its claim was split (MA15).
func isSplit(p *ClaimPayment) bool {
	if m := p.Outpatient; m != nil && hasCode(m.Remarks, splitClaim) {
		return true
	}
	m := p.Inpatient
	return m != nil && (m.Remark == splitClaim || hasCode(m.MoreRemarks, splitClaim))
}

const splitClaim x12.Code = "MA15"

func hasCode(codes []x12.Code, code x12.Code) bool {
	for _, c := range codes {
		if c == code {
			return true
		}
	}
	return false
}
