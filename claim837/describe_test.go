// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"testing"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/testkit"
)

// The loop functions against the guides' tables.
func TestDescribe(t *testing.T) {
	for _, c := range []struct {
		guide string
		loops []*codec.LoopShape
	}{
		{GuideProfessional, []*codec.LoopShape{
			codec.Describe(&submissionLoop),
			codec.Describe(&billingLevelLoop),
			codec.Describe(&subscriberLevelLoop),
			codec.Describe(&patientLevelLoop),
			codec.Describe(&professionalClaimLoop),
		}},
		{GuideInstitutional, []*codec.LoopShape{
			codec.Describe(&submissionLoop),
			codec.Describe(&billingLevelLoop),
			codec.Describe(&subscriberLevelLoop),
			codec.Describe(&patientLevelLoop),
			codec.Describe(&institutionalClaimLoop),
		}},
		{GuideDental, []*codec.LoopShape{
			codec.Describe(&submissionLoop),
			codec.Describe(&billingLevelLoop),
			codec.Describe(&subscriberLevelLoop),
			codec.Describe(&patientLevelLoop),
			codec.Describe(&dentalClaimLoop),
		}},
	} {
		t.Run(c.guide, func(t *testing.T) { testkit.Describe(t, c.guide, "837", []string{"HEADER"}, c.loops...) })
	}
}
