package remit835

import "strings"

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
	context := l.contextFor(r)
	l.index()
	for at := len(reference); at > 0; at-- {
		prefix := reference[:at]
		if at < len(reference) && !endsNumber(prefix, reference[at]) {
			continue
		}
		h := l.text(prefix)
		for _, key := range [...]uint64{context ^ h, context ^ ^h} {
			n := l.references.known[key] - 1
			if n < 0 || n < l.n-len(l.ring) {
				continue
			}
			if s := &l.ring[n&l.mask]; s.hash == key || s.control == key {
				return s.place(), true
			}
		}
	}
	return At{}, false
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
