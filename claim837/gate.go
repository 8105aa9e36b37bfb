// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/internal/claimgate"
	"github.com/claimwire/claimwire/x12"
)

func init() {
	claimgate.Claims = &claimgate.Gate[Claim, Provider, Submission, Kind, RuleSet, Writer]{
		Misplaced:  (*Claim).misplaced,
		Clean:      func(c *Claim, set x12.Charset) bool { return checkers[c.Kind].Clean(c, set) },
		Report:     func(c *Claim, set x12.Charset, tell func(x12.Issue)) { checkers[c.Kind].Report(c, set, tell) },
		CheckHead:  checkHead,
		Agrees:     (*Writer).agrees,
		WriteBuilt: (*Writer).writeBuilt,
		SellerHas:  sellerHas,
		Explained:  explained,
		IsWhole:    totalIsCharge,
	}
}
