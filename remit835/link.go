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
)

// Link says which other claim payment a claim payment belongs to.
type Link struct {
	Role Role
	// To is the other one: of a reversal the payment that it reverses, of a
	// correction the reversal, of a part the part before it. It is zero when that
	// one was not found in the window.
	To At
	// Found tells that the other one was found; a reversal without it is unlinked.
	Found bool
	// Ledger tells that the caller's look-up found it: To is then what it said.
	Ledger bool
	// Exact tells that a reversal takes back exactly what was charged and paid.
	Exact bool
	// Ordinary tells of a reversal that a payment of the same claim stood before it
	// that it does not reverse: the correction may stand before its reversal.
	Ordinary bool
}

// Linker finds out which claim payments belong together. Claims are the same
// when payer, payee and CLP01 are; CLP07 stands in for a CLP01 that is empty or 0.
// It remembers a bounded number of payments, as a 64-bit hash of their identity
// and their amounts, never the payments. It serves one goroutine.
type Linker struct {
	window  int
	earlier func(*ClaimPayment) *ClaimPayment
	seed    maphash.Seed

	ring  []seen // payment n stands at n % window
	n     int    // payments so far
	heads []int  // by hash: the newest payment with it, + 1; 0 for none
	mask  uint64

	context    uint64 // hash of payer and payee
	contextOf  At
	contextPtr *Remittance
}

// seen is what is remembered of a payment.
type seen struct {
	hash         uint64
	before       int // the payment with the same head before it, + 1
	at           At
	charge, paid int64 // cents
	exact        bool  // they are
	reversal     bool
	settled      bool // a payment was reversed, a reversal was corrected
	split        bool // it says that its claim was split
}

// maxSteps is how many payments with one identity are looked at: a file that
// gives all of its claims one number must not take forever.
const maxSteps = 256

// NewLinker returns a Linker that remembers so many payments; 0 for 4,096.
// earlier finds the payment that a reversal takes back when it is not among
// them; it may be nil, and may return nil.
func NewLinker(window int, earlier func(reversal *ClaimPayment) *ClaimPayment) *Linker {
	if window <= 0 {
		window = defaultWindow
	}
	l := &Linker{window: window, earlier: earlier, seed: maphash.MakeSeed()}
	size := 64
	for size < window {
		size *= 2
	}
	l.mask = uint64(size - 1)
	return l
}

// Link takes the next claim payment and tells which other it belongs to. The
// payment is not kept.
func (l *Linker) Link(p *ClaimPayment) Link {
	if l.heads == nil {
		l.heads = make([]int, l.mask+1)
	}
	now := seen{hash: l.hash(p), at: p.At, reversal: p.Status == StatusReversal, split: isSplit(p)}
	c, ok := money.Cents(p.Charge)
	d, ok2 := money.Cents(p.Paid)
	now.charge, now.paid, now.exact = c, d, ok && ok2
	var link Link
	if now.reversal {
		link = l.reversal(p, &now)
	} else {
		link = l.other(&now)
	}
	l.put(now)
	return link
}

// each calls do for the remembered payments of the same claim, the newest first,
// until it returns false.
func (l *Linker) each(hash uint64, do func(*seen) bool) {
	steps := 0
	for n := l.heads[hash&l.mask]; n > 0 && n > l.n-l.window && steps < maxSteps; steps++ {
		s := &l.ring[(n-1)%l.window]
		if s.hash == hash && !do(s) {
			return
		}
		n = s.before
	}
}

func (l *Linker) put(s seen) {
	head := &l.heads[s.hash&l.mask]
	s.before = *head
	if l.n < l.window {
		l.ring = append(l.ring, s)
	} else {
		l.ring[l.n%l.window] = s
	}
	l.n++
	*head = l.n
}

func (l *Linker) reversal(p *ClaimPayment, now *seen) Link {
	link := Link{Role: RoleReversal}
	l.each(now.hash, func(s *seen) bool {
		if s.reversal {
			return true
		}
		if !s.settled && s.exact && now.exact && s.charge == -now.charge && s.paid == -now.paid {
			s.settled = true
			link.To, link.Found, link.Exact = s.at, true, true
			return false
		}
		link.Ordinary = link.Ordinary || !s.settled
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
	l.each(now.hash, func(s *seen) bool {
		switch {
		case s.reversal && !s.settled:
			s.settled = true
			link = Link{Role: RoleCorrection, To: s.at, Found: true}
			return false
		case link.Role == RolePayment && !s.reversal && s.split && now.split:
			link = Link{Role: RolePart, To: s.at, Found: true}
		}
		return true
	})
	return link
}

// hash identifies the claim of a payment.
func (l *Linker) hash(p *ClaimPayment) uint64 {
	if r := p.Remittance; r != l.contextPtr || p.At.Interchange != l.contextOf.Interchange ||
		p.At.Group != l.contextOf.Group || p.At.Set != l.contextOf.Set {
		l.contextPtr, l.contextOf, l.context = r, p.At, 0
		if r != nil {
			l.context = l.text(r.Trace.PayerID)<<1 ^ l.text(r.Payee.ID)
		}
	}
	id := p.ID
	if id == "" || id == "0" {
		return l.context ^ ^l.text(p.PayerControlNumber)
	}
	return l.context ^ l.text(id)
}

func (l *Linker) text(s string) uint64 { return maphash.String(l.seed, s) }

// isSplit tells whether a payment says that its claim was split (MA15).
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
