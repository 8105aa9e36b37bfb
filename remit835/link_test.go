// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"strconv"
	"testing"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// linkStep is a payment of a stream and what it must be linked to: the number of
// another step, -1 for none.
type linkStep struct {
	id, status, charge, paid string
	split                    bool
	role                     Role
	to                       int
	ordinary                 bool
}

func TestLinks(t *testing.T) {
	for name, steps := range map[string][]linkStep{
		"reversal and correction": {
			{"R1", "22", "-200", "-120", false, RoleReversal, -1, false},
			{"R1", "1", "200", "150", false, RoleCorrection, 0, false},
			{"R1", "1", "200", "150", false, RolePayment, -1, false},
		},
		"all in one stream": {
			{"R1", "1", "200", "120", false, RolePayment, -1, false},
			{"R2", "1", "200", "120", false, RolePayment, -1, false},
			{"R1", "22", "-200", "-120", false, RoleReversal, 0, false},
			{"R1", "1", "200", "150", false, RoleCorrection, 2, false},
			{"R1", "22", "-200", "-150", false, RoleReversal, 3, false},
			{"R1", "22", "-200", "-150", false, RoleReversal, -1, false},
		},
		"correction first": {
			{"R1", "1", "200", "150", false, RolePayment, -1, false},
			{"R1", "22", "-200", "-120", false, RoleReversal, -1, true},
		},
		"other claims between": {
			{"R1", "22", "-50", "-20", false, RoleReversal, -1, false},
			{"R2", "22", "-60", "-30", false, RoleReversal, -1, false},
			{"R2", "1", "60", "10", false, RoleCorrection, 1, false},
			{"R1", "2", "50", "10", false, RoleCorrection, 0, false},
		},
		"parts": {
			{"S1", "1", "250", "100", true, RolePayment, -1, false},
			{"S1", "1", "150", "100", true, RolePart, 0, false},
			{"S1", "1", "250", "100", false, RolePayment, -1, false},
		},
		"numbers of the payer": {
			{"", "22", "-50", "-20", false, RoleReversal, -1, false},
			{"0", "1", "50", "10", false, RoleCorrection, 0, false},
		},
		"parts of a cent": {
			{"R1", "1", "0.005", "0.005", false, RolePayment, -1, false},
			{"R1", "22", "-0.005", "-0.005", false, RoleReversal, -1, true},
		},
	} {
		l := NewLinker(0, nil)
		r := new(Remittance)
		for i, s := range steps {
			p := &ClaimPayment{
				At: At{1, 1, 1, 1, i + 1}, Remittance: r, ID: s.id, PayerControlNumber: "SAME", Status: x12.Code(s.status),
				Charge: dec(s.charge), Paid: dec(s.paid),
			}
			if s.split {
				p.Outpatient = &OutpatientAdjudication{Remarks: []x12.Code{"MA01", splitClaim}}
			}
			want := Link{Role: s.role, Found: s.to >= 0, Exact: s.role == RoleReversal && s.to >= 0, Ordinary: s.ordinary}
			if s.to >= 0 {
				want.To = At{1, 1, 1, 1, s.to + 1}
			}
			if got := l.Link(p); got != want {
				t.Errorf("%s, step %d: %+v, want %+v", name, i, got, want)
			}
		}
	}
}

func TestLinksOfALedger(t *testing.T) {
	asked := 0
	l := NewLinker(0, func(p *ClaimPayment) *ClaimPayment {
		asked++
		if p.ID == "R2" {
			return nil
		}
		return &ClaimPayment{At: At{Set: 7, Payment: 3}, Charge: dec("200"), Paid: dec("100")}
	})
	back := func(id, paid string) Link {
		return l.Link(&ClaimPayment{ID: id, Status: StatusReversal, Charge: dec("-200"), Paid: dec(paid)})
	}
	if got := back("R1", "-100"); got != (Link{Role: RoleReversal, To: At{Set: 7, Payment: 3}, Found: true, Ledger: true, Exact: true}) {
		t.Errorf("%+v", got)
	}
	if got := back("R1", "-90"); !got.Found || got.Exact {
		t.Errorf("%+v", got)
	}
	if got := back("R2", "-100"); got.Found || asked != 3 {
		t.Errorf("%+v %d", got, asked)
	}
	l.Link(&ClaimPayment{ID: "R3", Status: StatusPrimary, Charge: dec("200"), Paid: dec("100")})
	if got := back("R3", "-100"); !got.Found || got.Ledger || asked != 3 {
		t.Errorf("%+v %d", got, asked)
	}
}

// Claims of different payees are not the same although their numbers are.
func TestLinksKeepPayeesApart(t *testing.T) {
	l := NewLinker(0, nil)
	a, b := &Remittance{Payee: Payee{ID: "1"}}, &Remittance{Payee: Payee{ID: "2"}}
	one := &ClaimPayment{At: At{Set: 1, Payment: 1}, Remittance: a, ID: "R1", Status: StatusPrimary, Charge: dec("5"), Paid: dec("5")}
	back := &ClaimPayment{At: At{Set: 2, Payment: 1}, Remittance: b, ID: "R1", Status: StatusReversal, Charge: dec("-5"), Paid: dec("-5")}
	l.Link(one)
	if got := l.Link(back); got.Found {
		t.Errorf("%+v", got)
	}
	back.Remittance, back.At = a, At{Set: 3, Payment: 1}
	if got := l.Link(back); !got.Found || got.To != one.At {
		t.Errorf("%+v", got)
	}
}

// The window is exact: the last payments are found, those before are not, and
// memory stays what it is.
func TestWindow(t *testing.T) {
	const window = 64
	for _, distance := range []int{1, 10, window - 1, window, window + 1, 3 * window} {
		l := NewLinker(window, nil)
		for n := range 5 * window {
			l.Link(&ClaimPayment{At: At{Payment: n + 1}, ID: "C" + strconv.Itoa(n), Status: StatusPrimary, Charge: decimal.New(int64(n), 0)})
		}
		n := 5*window - distance
		got := l.Link(&ClaimPayment{ID: "C" + strconv.Itoa(n), Status: StatusReversal, Charge: decimal.New(-int64(n), 0)})
		if got.Found != (distance < window) || got.Found && got.To.Payment != n+1 {
			t.Errorf("%d back: %+v", distance, got)
		}
		if len(l.ring) != window || len(l.heads) != window {
			t.Errorf("%d payments and %d heads are kept", len(l.ring), len(l.heads))
		}
	}
}

// A file that gives all of its claims one number is read at the usual speed.
func TestOneNumberForAll(t *testing.T) {
	l := NewLinker(0, nil)
	l.Link(&ClaimPayment{ID: "X", Status: StatusReversal, Charge: dec("-1")})
	l.Link(&ClaimPayment{ID: "X", Status: StatusReversal, Charge: dec("-1")})
	for range 20000 {
		l.Link(&ClaimPayment{ID: "X", Status: StatusPrimary, Charge: dec("1")})
	}
	steps := 0
	l.each(func(*seen) bool { steps++; return true })
	if steps != maxSteps {
		t.Errorf("%d steps", steps)
	}
}

// The reference of a provider adjustment names a payment by either number, also
// when it only begins with it, and never one of another payer.
func TestNamedPayments(t *testing.T) {
	r := &Remittance{Trace: Trace{PayerID: "1123456789"}, Payee: Payee{ID: "1234567893"}}
	l := NewLinker(64, nil)
	pay := func(n int, id, control string) {
		l.Link(&ClaimPayment{At: At{Set: 1, Payment: n}, Remittance: r, ID: id, PayerControlNumber: control, Status: StatusPrimary})
	}
	pay(1, "A1", "ICN1")
	pay(2, "A12", "2026001122334")
	pay(3, "0", "ICN3")
	for reference, want := range map[string]int{
		"A1": 1, "ICN1": 1, "A1 ICN1": 1, "A12": 2, "A12-B": 2, "2026001122334": 2, "2026001122334MEMBER": 2, "ICN3": 3,
		"A123": 0, "ICN12": 0, "ICN": 0, "": 0, "X": 0, "0": 0,
	} {
		at, ok := l.Named(r, reference)
		if ok != (want > 0) || at.Payment != want {
			t.Errorf("%q names %d, want %d", reference, at.Payment, want)
		}
	}
	if at, ok := l.Named(&Remittance{Trace: Trace{PayerID: "1999999999"}, Payee: r.Payee}, "A1"); ok {
		t.Errorf("another payer's reference names %v", at)
	}
	for n := range 1000 {
		pay(4+n, "B", "")
		if n%100 == 0 {
			l.Named(r, "B")
		}
	}
	if _, ok := l.Named(r, "A1"); ok {
		t.Error("a payment out of the window is named")
	}
	if at, _ := l.Named(r, "B"); at.Payment != 1003 {
		t.Errorf("the newest is %d", at.Payment)
	}
	if len(l.references.known) > 4*64+2 {
		t.Errorf("%d are known", len(l.references.known))
	}
}

// The reference of a provider adjustment may name a payment of a later remittance.
func TestNamedByAnEarlierRemittance(t *testing.T) {
	first := &Remittance{At: At{Set: 1}, Trace: Trace{PayerID: "1123456789"}, Payee: Payee{ID: "1234567893"}}
	later, other := *first, *first
	later.At, other.At, other.Trace.PayerID = At{Set: 2}, At{Set: 3}, "1999999999"
	l := NewLinker(64, nil)
	for _, reference := range []string{"A1", "ICN7 MEMBER", "2026001122334M1", "A1-B"} {
		if _, ok := l.Named(first, reference); ok {
			t.Errorf("%q names a payment", reference)
		}
		l.Await(first, &ProviderAdjustment{Reason: AdjustOverpaymentRecovery, Reference: reference, Amount: dec("30")})
	}
	for _, test := range []struct {
		r           *Remittance
		id, control string
		want        string
	}{
		{&later, "A1", "X", "A1-B"}, {&later, "B", "ICN7", "ICN7 MEMBER"}, {&later, "C", "2026001122334", "2026001122334M1"},
		{&later, "0", "ICN7", "ICN7 MEMBER"}, {&later, "A", "ICN", ""}, {&later, "A12", "", ""}, {&other, "A1", "ICN7", ""},
	} {
		l.Link(&ClaimPayment{At: test.r.At, Remittance: test.r, ID: test.id, PayerControlNumber: test.control, Status: StatusPrimary})
		by := l.NamedBy()
		if got := by != nil; got != (test.want != "") || got && (by.Adjustment.Reference != test.want || by.At.Set != 1) {
			t.Errorf("%s %s is named by %+v, want %q", test.id, test.control, by, test.want)
		}
	}
	for i := range 1000 {
		l.Await(first, &ProviderAdjustment{Reference: "Z" + strconv.Itoa(i)})
	}
	if len(l.awaited) > 64 || len(l.awaits) > 64*2*len("Z999") {
		t.Errorf("%d are awaited by %d numbers", len(l.awaited), len(l.awaits))
	}
}
