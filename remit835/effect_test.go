// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"testing"

	"github.com/shopspring/decimal"
)

// What patients owe by a file is never lowered by what was never added to it,
// and everything adds up to the charges.
func TestEffects(t *testing.T) {
	coinsurance := func() []Adjustment { return []Adjustment{cas("CO", "45", "20"), cas("PR", "2", "20")} }
	back := clp(nil, nil, "R1", "22", "-100", "-60", "", svc("99213", "-100", "-60", "", cas("CO", "45", "-20"), cas("PR", "2", "-20")))
	paid := clp(nil, nil, "R1", "1", "100", "60", "20", svc("99213", "100", "60", "", coinsurance()...))
	onward := sentOn(clp(nil, nil, "R1", "19", "100", "60", "20", svc("99213", "100", "60", "", coinsurance()...)))
	protected := remarked(clp(nil, nil, "R1", "1", "100", "60", "20", svc("99213", "100", "60", "", coinsurance()...)), "N782")
	more := clp(nil, nil, "R1", "22", "-100", "-60", "", svc("99213", "-100", "-60", "", cas("PR", "2", "-40")))
	tests := []struct {
		name            string
		payments        []*ClaimPayment
		apart           bool // each in a remittance of its own
		owe, withdrawn  string
		earlier         bool
		nextPayer, held string
	}{
		{"alone", []*ClaimPayment{back}, false, "0", "20", false, "0", "0"},
		{"paid and taken back", []*ClaimPayment{paid, back}, false, "0", "0", false, "0", "0"},
		{"in a later remittance", []*ClaimPayment{paid, back}, true, "20", "20", true, "0", "0"},
		{"sent on and taken back", []*ClaimPayment{onward, back}, false, "0", "0", false, "0", "0"},
		{"sent on, taken back later", []*ClaimPayment{onward, back}, true, "0", "0", true, "0", "0"},
		{"protected, and the reversal does not say so", []*ClaimPayment{protected, back}, false, "0", "0", false, "0", "0"},
		{"protected, taken back later", []*ClaimPayment{protected, back}, true, "0", "0", true, "0", "0"},
		{"more is taken back than was owed", []*ClaimPayment{paid, more}, false, "0", "0", false, "0", "0"},
		{"an estimate", []*ClaimPayment{clp(nil, nil, "R1", "25", "100", "0", "20", svc("99213", "100", "0", "", cas("OA", "101", "80"), cas("PR", "2", "20")))}, false, "0", "0", false, "0", "0"},
		{"taken back twice", []*ClaimPayment{paid, back, back}, false, "0", "20", false, "0", "0"},
		{"taken back and sent on", []*ClaimPayment{paid, back, onward}, false, "0", "0", false, "20", "0"},
		{"protected", []*ClaimPayment{protected, paid}, false, "20", "0", false, "0", "20"},
	}
	for _, test := range tests {
		l, effects := NewLinker(0, nil), Effects{}
		var sum Parts
		var withdrawn, charge, total decimal.Decimal
		earlier := false
		for i, p := range test.payments {
			one := *p
			one.At = At{Interchange: 1, Group: 1, Set: 1, Header: 1, Payment: i + 1}
			if test.apart {
				one.At.Set = i + 1
			}
			e := effects.Of(&one, one.Outcome(nil), l.Link(&one))
			for part := Part(1); part < Part(parts); part++ {
				d := e.Of(part)
				total = total.Add(d)
				if part.Patient() {
					sum.PatientOther = sum.PatientOther.Add(d)
				}
			}
			sum.NextPayer, sum.Protected = sum.NextPayer.Add(e.NextPayer), sum.Protected.Add(e.Protected)
			charge, total = charge.Add(one.Charge), total.Add(one.Paid).Sub(e.Withdrawn)
			withdrawn = withdrawn.Add(e.Withdrawn)
			earlier = earlier || e.Earlier
		}
		if !sum.PatientOther.Equal(dec(test.owe)) || !withdrawn.Equal(dec(test.withdrawn)) || earlier != test.earlier ||
			!sum.NextPayer.Equal(dec(test.nextPayer)) || !sum.Protected.Equal(dec(test.held)) {
			t.Errorf("%s: owe %s, withdrawn %s, earlier %v, next payer %s, protected %s", test.name, sum.PatientOther, withdrawn, earlier, sum.NextPayer, sum.Protected)
		}
		if !total.Equal(charge) {
			t.Errorf("%s: %s of %s is explained", test.name, total, charge)
		}
	}
}

// It remembers no more payments than the window.
func TestEffectsAreBounded(t *testing.T) {
	effects := Effects{}
	p := clp(nil, nil, "R1", "1", "100", "60", "40", svc("99213", "100", "60", "", cas("PR", "2", "40")))
	o := p.Outcome(nil)
	for i := range 3 * defaultWindow {
		p.At = At{Payment: i + 1}
		effects.Of(p, o, Link{Role: RolePayment})
	}
	if len(effects.known) != defaultWindow || len(effects.order) != defaultWindow {
		t.Errorf("%d and %d are remembered", len(effects.known), len(effects.order))
	}
	back := clp(nil, nil, "R1", "22", "-100", "-60", "")
	back.At = At{Payment: 3*defaultWindow + 1}
	for to, want := range map[int]bool{3 * defaultWindow: true, 2*defaultWindow + 1: true, 2 * defaultWindow: false} {
		e := effects.Of(back, back.Outcome(nil), Link{Role: RoleReversal, Found: true, Exact: true, To: At{Payment: to}})
		if known := e.Coinsurance.Equal(dec("-40")); known != want {
			t.Errorf("payment %d is known: %v", to, known)
		}
	}
}
