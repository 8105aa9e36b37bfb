// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"testing"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/testkit"
)

// The loop functions against the guides' tables. Hospitals send the rate of a room
// (SV206), and names have prefixes, although the guides have neither.
func TestDescribe(t *testing.T) {
	described := func(k Kind) testkit.Described {
		return testkit.Described{Guide: k.Guide(), Set: "837", Outside: []string{"HEADER"}, Loops: []*codec.LoopShape{
			codec.Describe(&submissionLoop), codec.Describe(&billingLevelLoop), codec.Describe(&subscriberLevelLoop),
			codec.Describe(&patientLevelLoop), codec.Describe(k.claimLoop()),
		}}
	}
	testkit.Describe(t, []string{"x12.Name.Prefix", "claim837.InstitutionalLine.Rate"}, described(Professional), described(Institutional), described(Dental))
}
