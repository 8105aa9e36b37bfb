// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"iter"
	"strings"

	"github.com/claimwire/claimwire/x12"
)

// references finds remembered payments by the numbers of their claims. It is
// filled when it is first asked, and then by what is new.
type references struct {
	known map[uint64]int // by hash of CLP01 or CLP07: the newest payment, + 1
	n     int            // payments that it has looked at
}

// Named returns the newest remembered claim payment that the reference of a
// provider adjustment (PLB03-2) names: it is the number of the claim (CLP01) or
// that of the payer (CLP07), or begins with it. The remittance is the one that
// the adjustment stands in; payments of other payers and payees are not looked at.
func (l *Linker) Named(r *Remittance, reference string) (At, bool) {
	if l.window == 0 {
		return At{}, false // nothing was linked
	}
	context := l.contextFor(r)
	l.index()
	for key := range l.keys(context, reference) {
		n := l.references.known[key] - 1
		if n < 0 || n < l.n-len(l.ring) {
			continue
		}
		if s := &l.ring[n&l.mask]; s.hash == key || s.control == key {
			return s.place(), true
		}
	}
	return At{}, false
}

// keys are the hashes of the numbers that a reference may be or begin with, the
// longest first, each as that of a claim and as that of a payer.
func (l *Linker) keys(context uint64, reference string) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for at := len(reference); at > 0; at-- {
			prefix := reference[:at]
			if at < len(reference) && !endsNumber(prefix, reference[at]) {
				continue
			}
			if h := l.text(prefix); !yield(context^h) || !yield(context^^h) {
				return
			}
		}
	}
}

// NamedBy is a provider adjustment whose reference names a claim payment of a
// later remittance.
type NamedBy struct {
	At         At // of its remittance
	Adjustment ProviderAdjustment
}

// Await remembers a provider adjustment that [Linker.Named] finds no claim payment
// for, so that NamedBy can tell of one that comes later. As many are remembered as
// payments are.
func (l *Linker) Await(r *Remittance, a *ProviderAdjustment) {
	if r == nil || a == nil {
		return
	}
	if l.window == 0 {
		l.init(0)
	}
	if len(l.awaited) >= l.window {
		clear(l.awaits)
		l.awaited = l.awaited[:0]
	}
	if l.awaits == nil {
		l.awaits = make(map[uint64]int)
	}
	b := *a
	b.ProviderID, b.Reference, b.Reason = strings.Clone(a.ProviderID), strings.Clone(a.Reference), x12.Code(strings.Clone(string(a.Reason)))
	l.awaited = append(l.awaited, NamedBy{r.At, b})
	for key := range l.keys(l.contextFor(r), a.Reference) {
		l.awaits[key] = len(l.awaited)
	}
}

// NamedBy returns the newest awaited provider adjustment of an earlier remittance
// whose reference names the claim payment that was linked last; nil when there is none.
func (l *Linker) NamedBy() *NamedBy {
	if len(l.awaited) == 0 || l.n == 0 {
		return nil
	}
	now := &l.ring[(l.n-1)&l.mask]
	n := l.awaits[now.hash]
	if n == 0 && now.control != 0 {
		n = l.awaits[now.control]
	}
	if n == 0 {
		return nil
	}
	found := l.awaited[n-1]
	return &found
}

// endsNumber reports whether a number may end before the next character: at a
// character that is in no number, or, when it is long enough not to be the
// beginning of another by accident, anywhere.
func endsNumber(prefix string, next byte) bool {
	return len(prefix) >= 8 || !strings.ContainsRune("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", rune(next))
}

// index takes in the payments that came since it was last asked. What has left the
// window is dropped now and then, so that it stays as large as the window.
func (l *Linker) index() {
	x := &l.references
	if x.known == nil || len(x.known) > 4*l.window {
		x.known, x.n = make(map[uint64]int), 0
	}
	for n := max(x.n, l.n-len(l.ring)); n < l.n; n++ {
		s := &l.ring[n&l.mask]
		x.known[s.hash] = n + 1
		if s.control != 0 {
			x.known[s.control] = n + 1
		}
	}
	x.n = l.n
}
