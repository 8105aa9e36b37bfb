// SPDX-License-Identifier: Apache-2.0

package eligibility270

import "github.com/claimwire/claimwire/x12/rules"

// unusedRules and unusedResponseRules are ids of published lists, which number
// rules as this package does, that no rule here has, and who looks after the matter.
var (
	unusedRules         []rules.UnusedID
	unusedResponseRules = []rules.UnusedID{
		{ID: "271-01", Why: "a Matcher finds the inquiry"},
		{ID: "271-02", Why: "Response.Refusals says what was not answered"},
		{ID: "271-03", Why: "Response.Coverage keeps not answered and inactive apart"},
		{ID: "271-07", Why: "Response.Coverage goes by the dates"},
		{ID: "271-08", Why: "Response.BenefitsFor goes by the periods"},
		{ID: "271-10", Why: "Response.BenefitsFor goes by the networks"},
		{ID: "271-11", Why: "Response.Estimate keeps person and family apart"},
		{ID: "271-12", Why: "Response.BenefitsFor falls back to wider service types"},
		{ID: "271-13", Why: "Response.BenefitsFor takes each service type by itself"},
		{ID: "271-14", Why: "Response.BenefitsFor counts visits"},
		{ID: "271-17", Why: "messages are kept as they are"},
		{ID: "271-18", Why: "Response.Coverage knows the parts of Medicare"},
		{ID: "271-19", Why: "Response.Estimate works it out"},
	}
)
