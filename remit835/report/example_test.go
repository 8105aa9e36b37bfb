// SPDX-License-Identifier: Apache-2.0

package report_test

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/remit835/report"
	"github.com/claimwire/claimwire/x12"
)

const payment = "GS*HP*PAYER*CLINIC*20260304*1200*1*X*005010X221A1~ST*835*0001~BPR*I*80*C*CHK************20260305~TRN*1*CHK1*1999999999~" +
	"DTM*405*20260304~N1*PR*PLAN~N3*1 MAIN~N4*TOWN*IL*60601~PER*BL*DESK*TE*5550100199~N1*PE*CLINIC*XX*1457309214~REF*TJ*123456789~LX*1~" +
	"CLP*A1*1*100*80*20*12*P1*11*1~NM1*QC*1*DOE*JANE****MI*M1~SVC*HC:99213*100*80**1~DTM*472*20260301~CAS*PR*3*20~SE*17*0001~GE*1*1~"

func ExampleText() {
	o := &report.Options{Reader: remit835.ReaderOptions{X12: x12.ReaderOptions{Fragment: true}}}
	sum, err := report.Text(os.Stdout, strings.NewReader(payment), o)
	fmt.Println(sum.Claims, "claim, all right:", sum.OK(), err)
	// Output:
	// ====================================================================================================
	// REMITTANCE 1, set 0001
	// ====================================================================================================
	// Paid     $80.00 by check
	//          Check number CHK1, dated 2026-03-05
	//          Payer's tax number: 99-9999999; Claims decided until: 2026-03-04
	// From     PLAN, 1 MAIN, TOWN IL 60601
	//          Technical: DESK, phone 555-010-0199
	// To       CLINIC
	//          NPI: 1457309214; tax id: 123456789
	//
	// Claim A1  DOE, JANE                                                                             PAID
	//   payer's number P1, processed as primary
	//   Member id: M1
	//   line date        service                     units      charge     allowed        paid     patient
	//   1    2026-03-01  99213                           1     $100.00     $100.00      $80.00      $20.00
	//         PR-3          $20.00                 copay
	//        claim                                             $100.00     $100.00      $80.00      $20.00
	//   charge $100.00 = paid $80.00 + copay $20.00
	//   next: bill the next payer, or the patient when there is none
	//
	// ----------------------------------------------------------------------------------------------------
	// Proof
	//     Charges of 1 claim payment                                 $100.00
	//   - Adjustments of lines                                        $20.00
	//   - Adjustments of claims as a whole                             $0.00
	//   = Claim payments (sum of CLP04)                               $80.00
	//   - Provider adjustments (sum of PLB)                            $0.00
	//   = Expected payment                                            $80.00
	//     Payment as told (BPR02)                                     $80.00
	//   It balances.
	// What became of it
	//   1 claim
	//   charged $100.00 = paid $80.00 + copay $20.00
	//   patients owe $20.00
	// 1 claim, all right: true <nil>
}

// All files make one page: totals first, then what needs work.
func ExampleNewHTMLWriter() {
	var page strings.Builder
	w := report.NewHTMLWriter(&page, &report.Options{Reader: remit835.ReaderOptions{X12: x12.ReaderOptions{Fragment: true}}})
	for _, name := range []string{"monday.835", "tuesday.835"} { // the same payment twice: it counts once
		if _, err := w.Add(name, strings.NewReader(payment)); err != nil {
			fmt.Println(name, err)
		}
	}
	if err := w.Close(); err != nil {
		fmt.Println(err)
	}
	fmt.Println(strings.Contains(page.String(), "<span>Paid</span><b>$80.00</b>"), strings.Contains(page.String(), "835-DUP-01"))
	// Output: true true
}

// A program that reads remittances for another purpose, too, hands each item on.
func ExampleWriter_Source() {
	w := report.NewJSONWriter(io.Discard, nil)
	s := w.Source("monday.835")
	r := remit835.NewReader(strings.NewReader(payment), &remit835.ReaderOptions{X12: x12.ReaderOptions{Fragment: true}, OnIssue: s.Issue})
	for item, err := range r.Items() {
		if err == nil {
			err = s.Item(item)
		}
		if err != nil {
			fmt.Println(err)
			return
		}
		if p := item.Payment; p != nil {
			fmt.Println("post", p.ID, x12.Dollars(p.Paid))
		}
	}
	sum, err := s.End()
	fmt.Println(sum.Remittances, "remittance,", sum.Errors, "errors", err, w.Close())
	// Output:
	// post A1 $80.00
	// 1 remittance, 0 errors <nil> <nil>
}
