// SPDX-License-Identifier: Apache-2.0

package remit835

import "github.com/claimwire/claimwire/x12/rules"

// unusedRules are ids that no rule has and none may take. There are none yet: a
// rule that goes leaves its id here.
var unusedRules []rules.UnusedID
