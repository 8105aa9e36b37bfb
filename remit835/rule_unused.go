// SPDX-License-Identifier: Apache-2.0

package remit835

import "github.com/claimwire/claimwire/x12/rules"

var unusedRules = []rules.UnusedID{}
