// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

// carried is a remittance with one claim and provider adjustments, for what goes
// from one remittance to another.
func carried(set int, paid string, adjustments ...ProviderAdjustment) *remit {
	r := goodRemittance()
	r.Remittance.At = At{1, 1, set, 0, 0}
	p := r.payment("A9")
	p.At = At{1, 1, set, 1, 1}
	p.Header.Provider = nil
	p.Charge, p.Paid, p.Adjustments = dec(paid), dec(paid), nil
	p.StatementTo = x12.Date(20260105 + set) // else it would be the same once more
	if p.Paid.IsNegative() {
		p.Status = StatusReversal
	}
	r.payments = []*ClaimPayment{p}
	r.summary.Adjustments = adjustments
	total := p.Paid
	for _, a := range adjustments {
		total = total.Sub(a.Amount)
	}
	r.Amount = total
	if total.IsZero() {
		r.Handling, r.Method, r.Format = HandlingNotice, MethodNone, ""
		r.SenderAccount, r.ReceiverAccount = BankAccount{}, BankAccount{}
	}
	return r
}

func checkAll(remits ...*remit) string {
	var found []x12.Issue
	j := NewChecker(&CheckerOptions{Rules: NewRuleSet(), Earlier: func(p *ClaimPayment) *ClaimPayment {
		return &ClaimPayment{Charge: p.Charge.Neg(), Paid: p.Paid.Neg()}
	}}, func(f x12.Issue) {
		if f.Code != "835-REV-02" { // the reversals here are not the matter
			found = append(found, f)
		}
	})
	for _, r := range remits {
		j.Begin(r.Remittance)
		for _, p := range r.payments {
			j.Payment(p)
		}
		j.End(r.summary)
	}
	j.Close()
	return show(found)
}

func TestBalancesFromRemittanceToRemittance(t *testing.T) {
	for _, test := range []struct {
		name   string
		remits []*remit
		want   string
	}{
		{"balance forwarded", []*remit{carried(1, "-40", plb("FB", "EFT77", "-40")), carried(2, "500", plb("FB", "EFT77", "40"))}, ""},
		{"balance forwarded, not taken yet", []*remit{carried(1, "-40", plb("FB", "EFT77", "-40"))},
			"835-FB-01 info summary.adjustments"},
		{"balance forwarded twice", []*remit{carried(1, "-40", plb("FB", "A", "-30"), plb("FB", "B", "-10")), carried(2, "500", plb("FB", "A", "30"), plb("FB", "B", "10"))},
			"835-FB-01 warning summary.adjustments[0].amount"},
		{"other amount taken", []*remit{carried(1, "-40", plb("FB", "EFT77", "-40")), carried(2, "500", plb("FB", "EFT77", "41"))},
			"835-FB-01 warning summary.adjustments[0].amount want 40 got 41"},
		{"other reference", []*remit{carried(1, "-40", plb("FB", "EFT77", "-40")), carried(2, "500", plb("FB", "EFT78", "40"))},
			"835-PLB-02 warning summary.adjustments[0].reference\n835-FB-01 info summary.adjustments"},
		{"old balance moved on", []*remit{carried(1, "-40", plb("FB", "A", "-40")), carried(2, "-5", plb("FB", "A", "40"), plb("FB", "B", "-45")), carried(3, "100", plb("FB", "B", "45"))}, ""},
		{"recovery later", []*remit{carried(1, "-80", plb("WO", "A9 ICNA9", "-80")), carried(2, "100", plb("WO", "A9 ICNA9", "50")), carried(3, "100", plb("WO", "A9 ICNA9", "30"))}, ""},
		{"recovery of too much", []*remit{carried(1, "-80", plb("WO", "A9 ICNA9", "-80")), carried(2, "100", plb("WO", "A9 ICNA9", "90"))},
			"835-OVP-01 warning summary.adjustments[0].amount want 80 got 90"},
		{"refund by check", []*remit{carried(1, "-80", plb("72", "CHK1", "-80"))}, ""},
		{"refund of what was given back for now", []*remit{
			carried(1, "-80", plb("WO", "A9", "-80")), carried(2, "100", plb("72", "CHK1", "-80"), plb("WO", "A9", "80"))}, ""},
		{"advance", []*remit{carried(1, "0", plb("PI", "ADV1", "-100")), carried(2, "300", plb("PI", "ADV1", "60")), carried(3, "300", plb("PI", "ADV1", "40"))}, ""},
		{"advance, not settled", []*remit{carried(1, "0", plb("AP", "ADV1", "-100"))}, "835-ADV-01 info summary.adjustments"},
		{"advance, never settled", []*remit{carried(1, "0", plb("PI", "ADV1", "-100")), carried(2, "300")},
			"835-ADV-01 warning summary.adjustments"},
		{"advance, settled with more", []*remit{carried(1, "0", plb("PI", "ADV1", "-100")), carried(2, "300", plb("PI", "ADV1", "101"))},
			"835-ADV-01 warning summary.adjustments[0].amount want 100 got 101"},
	} {
		if got := checkAll(test.remits...); got != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.name, got, test.want)
		}
	}
}

// A balance moved out with the wrong sign, and one that nothing can be taken from.
func TestForwardBalance(t *testing.T) {
	r := carried(1, "-40", plb("FB", "EFT77", "40"))
	if got := checkAll(r); !strings.Contains(got, "835-FB-01 warning summary.adjustments[0].amount") || !strings.Contains(got, "835-BAL-05") {
		t.Error(got)
	}
	r = carried(1, "-40", plb("FB", "EFT77", "-50"))
	if got := checkAll(r); !strings.Contains(got, "835-FB-01 error summary.adjustments[0].amount want -40 got -50") {
		t.Error(got)
	}
}

// What is remembered of balances is bounded.
func TestLedgerIsBounded(t *testing.T) {
	j := NewChecker(&CheckerOptions{Window: 100}, nil)
	for set := range 1000 {
		r := carried(set+1, "0", plb("PI", "ADV"+decimal.New(int64(set), 0).String(), "-1"))
		j.Begin(r.Remittance)
		j.End(r.summary)
		if n := len(j.ledger.open); n > 100 {
			t.Fatalf("%d balances after %d remittances", n, set)
		}
	}
	if n := len(j.ledger.open); n < 80 {
		t.Errorf("%d balances", n)
	}
}

// Payers do not settle each other's balances.
func TestLedgerKeepsPayersApart(t *testing.T) {
	a, b := carried(1, "-40", plb("FB", "X", "-40")), carried(2, "500", plb("FB", "X", "41"))
	b.Trace.PayerID, b.OriginatorID = "1000000000", "1000000000"
	if got := checkAll(a, b); got != "835-FB-01 info summary.adjustments" {
		t.Error(got)
	}
}

// What one sample remittance moves out or gives back for now, the next one
// settles: one checker over both tells nothing, one over each tells what is open.
func TestBalancesFromFileToFile(t *testing.T) {
	for _, pair := range [][2]string{
		{"07-recovery-announced", "08-recovery-taken"},
		{"09-balance-moved", "10-balance-applied"},
	} {
		both := ""
		j := NewChecker(received(), func(f x12.Issue) {
			if f.Code != "835-REV-03" {
				both += show([]x12.Issue{f})
			}
		})
		for _, name := range pair {
			data, err := os.ReadFile("../testdata/remittances/" + name + ".edi")
			if err != nil {
				t.Fatal(err)
			}
			for item, err := range NewReader(bytes.NewReader(data), nil).Items() {
				if err != nil {
					t.Fatal(err)
				}
				j.Item(item)
			}
		}
		if len(j.ledger.open) != 0 {
			t.Errorf("%s: %d balances are open", pair, len(j.ledger.open))
		}
		j.Close()
		if both != "" {
			t.Errorf("%s: %s", pair, both)
		}
		data, err := os.ReadFile("../testdata/remittances/" + pair[0] + ".edi")
		if err != nil {
			t.Fatal(err)
		}
		found, _ := checkFile(t, string(data), received(), true)
		if n := len(found); n == 0 || found[n-1].Severity != x12.Info || found[n-1].Path != "summary.adjustments" {
			t.Errorf("%s: %s", pair[0], show(found))
		}
	}
}
