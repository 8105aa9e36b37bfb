// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"errors"
	"io"
	"testing"

	"github.com/claimwire/claimwire/x12"
	"github.com/claimwire/claimwire/x12/rules"
)

// A rule of the caller's own is run for each claim payment, by a Checker, by Check
// and by a Writer, and its issue says which payment, and where its field stands.
func TestOwnRule(t *testing.T) {
	set := NewRuleSet()
	if err := set.Add(Rule{ID: "OWN-1", SNIP: 7, Severity: x12.Error, Title: "denied without a call", Fix: "call the payer", Check: func(p *ClaimPayment, r *rules.Report) {
		if p.Paid.IsZero() && p.Status == "4" {
			r.Report("lines[0].paid", "0")
		}
	}}); err != nil {
		t.Fatal(err)
	}
	r := goodRemittance()
	r.options.Rules = set
	found, b := r.check()
	at := x12.Position{Interchange: 1, Group: 1, Set: 1, Loop: "2110", Tag: "SVC", Element: 3}
	if len(found) != 1 || b.Errors != 1 {
		t.Fatalf("%v", found)
	}
	for _, i := range found {
		p := r.payments[i.Record-1]
		if i.Code != "OWN-1" || i.Position != at || p.Status != "4" {
			t.Errorf("%+v", i)
		}
		if alone := Check(p, set); len(alone) != 1 || alone[0].Code != "OWN-1" || alone[0].Record != i.Record {
			t.Errorf("by itself: %v", alone)
		}
		var refused *RefusedError
		if err := NewWriter(io.Discard, envelope(), &WriterOptions{Rules: set}).Write(p); !errors.As(err, &refused) || len(refused.Issues) != 1 || refused.Issues[0].Code != "OWN-1" {
			t.Errorf("written: %v", err)
		}
	}
	if err := set.Disable("OWN-1"); err != nil {
		t.Fatal(err)
	}
	if found, _ := r.check(); len(found) != 0 {
		t.Errorf("switched off: %v", found)
	}
}
