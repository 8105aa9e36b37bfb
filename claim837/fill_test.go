// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/internal/testkit"

func filledClaim() *Claim { return filledClaimOf(Professional) }

// filledClaimOf is a claim with all fields set, also those that its kind has no
// place for.
func filledClaimOf(k Kind) *Claim {
	var c Claim
	var f testkit.Filler
	f.Fill(&c)
	c.Kind = k
	return &c
}

var allKindsOfClaims = []Kind{Professional, Institutional, Dental}
