// SPDX-License-Identifier: Apache-2.0

package remit835_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
)

const checked = "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260304*1200*^*00501*000000001*0*T*:~" +
	"GS*HP*PAYER*CLINIC*20260304*1200*1*X*005010X221A1~ST*835*0001~BPR*I*95*C*CHK************20260305~TRN*1*CHK1*1999999999~" +
	"N1*PR*NORTH PLAN~N3*1 PLAN WAY~N4*DENVER*CO*80202~PER*BL*EDI DESK*TE*3035550102~" +
	"N1*PE*SOUTH CLINIC*XX*1234567893~REF*TJ*123456789~LX*1~" +
	"CLP*A1*1*250*100*20*12*ICN1*11~NM1*QC*1*ROE*ANN~" +
	"SVC*HC:99213*150*100~DTM*472*20260105~CAS*CO*45*30~CAS*PR*2*20~" +
	"SVC*HC:97110*100*0~DTM*472*20260105~CAS*CO*197*100~" +
	"PLB*1234567893*20261231*WO:A0*4.5~SE*21*0001~GE*1*1~IEA*1*000000001~"

// A Checker takes the steps of a reader: it reports what does not add up, and gives
// the proof of each remittance.
func ExampleChecker() {
	received := &remit835.CheckerOptions{Rules: remit835.NewRuleSet().Received()}
	checker := remit835.NewChecker(received, func(i x12.Issue) {
		fmt.Println(i, i.Figures.Expected, i.Figures.Actual)
	})
	for item, err := range remit835.NewReader(strings.NewReader(checked), nil).Items() {
		if err != nil {
			log.Fatal(err)
		}
		if b := checker.Item(item); b != nil {
			fmt.Printf("claims %s less provider adjustments %s: %s, paid %s\n", b.Paid, b.Provider, b.Expected, b.Amount)
		}
	}
	checker.Close()
	// Output:
	// remittance.amount [835-BAL-04] error: the payment is not the sum of the claim payments less the provider adjustments; ask the payer; do not post it as it is 95.5 95
	// claims 100 less provider adjustments 4.5: 95.5, paid 95
}

// The outcome of a claim says where its charge went, and why.
func ExampleClaimPayment_Outcome() {
	for payment, err := range remit835.NewReader(strings.NewReader(checked), nil).Payments() {
		if err != nil {
			log.Fatal(err)
		}
		o := payment.Outcome(nil)
		fmt.Printf("%s: charge %s, paid %s, written off %s, coinsurance %s, denied %s; next: %s\n",
			o.Result, o.Charge, o.Paid, o.Contractual, o.Coinsurance, o.Denied, o.Next)
		for _, r := range o.Reasons {
			fmt.Printf("line %d: %s %s %s: %s\n", r.Line, r.Amount, r.Group, r.Code, r)
		}
	}
	// Output:
	// partly-denied: charge 250, paid 100, written off 30, coinsurance 20, denied 100; next: appeal
	// line 1: 30 CO 45: above the fee schedule or contracted amount
	// line 1: 20 PR 2: coinsurance
	// line 2: 100 CO 197: no precertification, authorization or notice
}

// A table of reasons can be extended: here, what a contract makes of a code.
func ExampleReasons_With() {
	ours, err := remit835.DefaultReasons().With(strings.NewReader(
		"carc\t45\tCO\tcontractual\tappeal\t\tbelow our contract of 2026\n"))
	if err != nil {
		log.Fatal(err)
	}
	r := ours.Adjustment("CO", "45")
	fmt.Println(r, r.Part, r.Next)
	// Output: below our contract of 2026 contractual appeal
}
