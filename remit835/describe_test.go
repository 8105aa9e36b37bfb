// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"testing"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/testkit"
)

// The loop functions against the guide's table. Payers send the patient status and
// the condition response of the claim, and describe what is paid for, although the
// guide has it otherwise.
func TestDescribe(t *testing.T) {
	testkit.Describe(t, []string{"x12.Name.Prefix", "remit835.ClaimPayment.PatientStatus", "remit835.ClaimPayment.ConditionResponse"},
		testkit.Described{Guide: Guide, Set: "835", Outside: []string{"HEADER", "SUMMARY"}, Loops: []*codec.LoopShape{
			codec.Describe(&remittanceLoop), codec.Describe(&headerLoop), codec.Describe(&paymentLoop), codec.Describe(&summaryLoop),
		}})
}
