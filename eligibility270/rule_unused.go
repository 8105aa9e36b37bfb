// SPDX-License-Identifier: Apache-2.0

package eligibility270

import "github.com/claimwire/claimwire/x12/rules"

var (
	unusedRules         = []rules.UnusedID{}
	unusedResponseRules = []rules.UnusedID{}
)
