// SPDX-License-Identifier: Apache-2.0

package card_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/claimwire/claimwire/eligibility270"
	"github.com/claimwire/claimwire/eligibility270/card"
	"github.com/claimwire/claimwire/x12"
	"github.com/shopspring/decimal"
)

const reply = "GS*HB*PAYER*CLINIC*20260304*1200*1*X*005010X279A1~ST*271*0001*005010X279A1~BHT*0022*11*Q1*20260304*1200~HL*1**20*1~NM1*PR*2*PLAN*****PI*P1~" +
	"HL*2*1*21*1~NM1*1P*2*CLINIC*****XX*1457309214~HL*3*2*22*0~TRN*2*Q-17*9123456789~NM1*IL*1*DOE*JANE****MI*M1~DMG*D8*19800102*F~" +
	"DTP*291*D8*20260304~EB*1**30**GOLD~EB*B*IND*98***27*30*****Y~SE*14*0001~GE*1*1~"

var fragment = eligibility270.ReaderOptions{X12: x12.ReaderOptions{Fragment: true}}

func ExampleText() {
	o := &card.Options{Reader: fragment, Services: []x12.Code{eligibility270.ServiceOfficeVisit}}
	sum, err := card.Text(os.Stdout, strings.NewReader(reply), o)
	fmt.Println(sum.Cards, "card, all right:", sum.OK(), err)
	// Output:
	// ====================================================================================================
	// JANE DOE, born 1980-01-02, female
	// member M1
	// answer 1, set 0001, your number Q-17
	// ----------------------------------------------------------------------------------------------------
	// ACTIVE on 2026-03-04 (the day that the reply is about)
	// Answered by      PLAN, id P1
	// Plan             GOLD, from 2026-03-04
	// Bill             PLAN, primary, id P1, member M1
	//
	// Office visit (98), in the network: ACTIVE
	//   Copay          $30.00 each visit
	//   Not stated     coinsurance, individual deductible, family deductible, individual out-of-pocket
	//                  maximum, family out-of-pocket maximum, whether an authorization is needed
	// 1 card, all right: true <nil>
}

func ExampleNew() {
	for response, err := range eligibility270.NewReader(strings.NewReader(reply), &fragment).Responses() {
		if err != nil {
			fmt.Println(err)
			return
		}
		c, err := card.New(response, &card.Options{
			Services: []x12.Code{eligibility270.ServiceOfficeVisit},
			Allowed:  decimal.NewNullDecimal(decimal.RequireFromString("150.00")),
		})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(c.Patient().Name, "is", c.Coverage.Status.Words(), "on", c.Date)
		for _, s := range c.Services {
			fmt.Println(eligibility270.Meaning(eligibility270.CodesNetwork, s.Benefits.Network), "owes", s.Estimate)
		}
	}
	// Output:
	// JANE DOE is active on 2026-03-04
	// in the network owes $0.00 to $30.00
}
