// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// An element that cannot be read leaves the others of its segment in the model,
// and the model says which one it is.
func TestUnreadAmounts(t *testing.T) {
	text := sampleHead + "ST*835*0001~" + strings.Join([]string{"BPR*I*8,0*C*NON************20260131", "TRN*1*1*1", "N1*PR*A", "N1*PE*B*XX*1", "LX*1",
		"CLP*C1*1*150*x*2x*MC*P1", "CAS*CO*45*50**119**2*96*ten*1*97*7", "CAS*PR*1*5", "NM1*QC*1*A", "AMT*I*5", "AMT*D8*x",
		"SVC*HC:99213*150*8O**1", "CAS*CO***1*45*50", "CAS*PR*3*20",
		"PLB*1*20261231*WO:A*5*CS:B*x*72:C*7", "SE*1*0001", sampleTail}, "~")
	var payments []*ClaimPayment
	var summary *Summary
	var head *Remittance
	for it, err := range NewReader(strings.NewReader(text), nil).Items() {
		if err != nil {
			t.Fatal(err)
		}
		switch it.Kind {
		case x12.RecordStep:
			payments, head = append(payments, it.Payment), it.Remittance
		case x12.SummaryStep:
			summary = it.Summary
		}
	}
	p, l := payments[0], &payments[0].Lines[0]
	if !x12.Unread(head.Rest, "BPR", "", 2) || x12.Unread(head.Rest, "BPR", "", 16) || head.Method != "NON" {
		t.Errorf("BPR02: %+v", head.Rest)
	}
	for e, want := range map[int]bool{3: false, 4: true, 5: true, 6: false} {
		if x12.Unread(p.Rest, "CLP", "", e) != want {
			t.Errorf("CLP%02d is unread: %v", e, !want)
		}
	}
	if p.Charge.String() != "150" || p.FilingIndicator != "MC" {
		t.Errorf("the good elements of CLP: %s, %s", p.Charge, p.FilingIndicator)
	}
	reasons, unread := "", ""
	list := func(list []Adjustment, without []int) {
		for i, a := range list {
			reasons += string(a.Group) + string(a.Reason) + "=" + a.Amount.String() + " "
			if slices.Contains(without, i) {
				unread += string(a.Reason) + " "
			}
		}
	}
	list(p.Adjustments, p.UnreadAdjustments())
	list(l.Adjustments, l.UnreadAdjustments())
	if want := "CO45=50 CO119=0 CO96=0 CO97=7 PR1=5 CO=0 CO45=50 PR3=20 "; reasons != want {
		t.Errorf("adjustments %q, want %q", reasons, want)
	}
	if want := "119 96  "; unread != want {
		t.Errorf("unread %q, want %q", unread, want)
	}
	if len(p.Amounts) != 2 || p.Amounts[1].Qualifier != "D8" || !slices.Equal(x12.UnreadEntries(p.Rest, "AMT", 2), []int{1}) {
		t.Errorf("amounts %v, %+v", p.Amounts, p.Rest)
	}
	if !x12.Unread(l.Rest, "SVC", "", 3) || l.Charge.String() != "150" || l.Units.Decimal.String() != "1" {
		t.Errorf("the line is %+v", l)
	}
	if summary == nil || len(summary.Adjustments) != 3 || summary.Adjustments[2].Amount.String() != "7" ||
		!slices.Equal(summary.UnreadAdjustments(), []int{1}) {
		t.Errorf("summary %+v", summary)
	}
}
