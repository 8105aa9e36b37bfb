// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"testing"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/testkit"
)

func TestDescribe(t *testing.T) {
	head := []*codec.LoopShape{codec.Describe(&transactionLoop), codec.Describe(&sourceLevelLoop), codec.Describe(&receiverLevelLoop)}
	testkit.DescribeSet(t, Guide+"-270", Guide, "270", []string{"HEADER"},
		append(head[:3:3], codec.Describe(&subscriberInquiryLoop), codec.Describe(&dependentInquiryLoop))...)
	testkit.DescribeSet(t, Guide+"-271", Guide, "271", []string{"HEADER"},
		append(head[:3:3], codec.Describe(&subscriberResponseLoop), codec.Describe(&dependentResponseLoop))...)
}
