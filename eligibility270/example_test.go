// SPDX-License-Identifier: Apache-2.0

package eligibility270_test

import (
	"fmt"
	"io"
	"log"
	"os"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/shopspring/decimal"
)

// coverage stands in the README, too.
func coverage(src io.Reader) error {
	visit := eligibility270.Query{ServiceType: "98"} // a visit to an office
	for reply, err := range eligibility270.NewReader(src, nil).Responses() {
		if err != nil {
			return err
		}
		fmt.Println(reply.Coverage(0).Status) // on the day that was asked about
		for _, plan := range reply.BenefitsFor(visit).Plans {
			for _, copay := range plan.Copays {
				fmt.Println(plan.Name, "copay", copay.Amount.Decimal)
			}
			fmt.Println("not stated:", plan.NotStated)
		}
		owes, err := reply.Estimate(visit, decimal.NewFromInt(120), nil) // 120 allowed
		if err != nil {
			return err
		}
		fmt.Println("the patient owes", owes.Low, "to", owes.High, "of 120 dollars")
	}
	return nil
}

func Example() {
	f, err := os.Open("testdata/replies/01-ppo.edi")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	if err := coverage(f); err != nil {
		log.Fatal(err)
	}
	// Output:
	// active
	// NORTH CHOICE PPO copay 30
	// not stated: [family-out-of-pocket authorization]
	// the patient owes 30 to 30 of 120 dollars
}
