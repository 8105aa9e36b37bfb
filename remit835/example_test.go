// SPDX-License-Identifier: Apache-2.0

package remit835_test

import (
	"fmt"
	"io"
	"log"
	"os"

	"github.com/claimwire/claimwire/remit835"
	"github.com/claimwire/claimwire/x12"
)

// remittances stands in the README, too.
func remittances(src io.Reader) error {
	received := &remit835.CheckerOptions{Rules: remit835.NewRuleSet().Received()}
	checker := remit835.NewChecker(received, func(issue x12.Issue) { fmt.Println(issue) }) // does the money add up?
	for item, err := range remit835.NewReader(src, nil).Items() {
		if err != nil {
			return err
		}
		if p := item.Payment; p != nil {
			o := p.Outcome(nil)
			fmt.Println(p.ID, o.Result, "paid", o.Paid, "of", o.Charge, "patient", o.Patient(), "next:", o.Next)
		}
		if proof := checker.Item(item); proof != nil {
			fmt.Println("paid", proof.Amount, "expected", proof.Expected)
		}
	}
	checker.Close()
	return nil
}

func Example() {
	f, err := os.Open("../testdata/remittances/03-partly-paid.edi")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	if err := remittances(f); err != nil {
		log.Fatal(err)
	}
	// Output:
	// WCM-1003 partly-denied paid 92.4 of 415 patient 23.1 next: appeal
	// paid 92.4 expected 92.4
}
