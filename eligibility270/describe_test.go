// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"testing"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/testkit"
)

// The loop functions against the tables of the two sets.
func TestDescribe(t *testing.T) {
	described := func(set string, patients ...*codec.LoopShape) testkit.Described {
		head := []*codec.LoopShape{codec.Describe(&transactionLoop), codec.Describe(&sourceLevelLoop), codec.Describe(&receiverLevelLoop)}
		return testkit.Described{Guide: Guide, Set: set, Name: Guide + "-" + set, Outside: []string{"HEADER"}, Loops: append(head, patients...)}
	}
	testkit.Describe(t, []string{"x12.Name.Prefix"},
		described("270", codec.Describe(&subscriberInquiryLoop), codec.Describe(&dependentInquiryLoop)),
		described("271", codec.Describe(&subscriberResponseLoop), codec.Describe(&dependentResponseLoop)))
}
