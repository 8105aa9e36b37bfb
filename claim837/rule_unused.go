// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/x12/rules"

// unusedRules are ids of published lists of billing rules, which number them as
// this package does, that no rule here has, and who looks after the matter.
var unusedRules = []rules.UnusedID{
	{ID: "837-HL-01", Why: "x12.Validate counts the levels"},
	{ID: "837-HL-02", Why: "x12.Validate checks the parents of levels"},
	{ID: "837-HL-03", Why: "x12.Validate checks the kinds of levels"},
	{ID: "837-HL-04", Why: "x12.Validate finds a level without claims"},
	{ID: "837-HL-05", Why: "a Writer orders the levels, and a Reader takes any order"},
	{ID: "837-CNT-01", Why: "x12.Validate checks how often loops repeat"},
	{ID: "837-CNT-02", Why: "a Writer begins another set at WriterOptions.MaxClaims"},
	{ID: "837-CNT-03", Why: "a Writer numbers the lines, and x12.Validate counts them"},
	{ID: "837-CNT-04", Why: "x12.Validate checks how often segments repeat"},
	{ID: "837-CNT-05", Why: "x12.Validate checks the lengths of the guide"},
	{ID: "837-SUB-03", Why: "a Writer writes the levels of a subscriber with claims and dependents apart"},
	{ID: "837-SUB-04", Why: "a claim does not say which members have a number of their own"},
	{ID: "837-PRV-05", Why: "which payers ask for a taxonomy code is for a rule of your own"},
	{ID: "837P-PRV-10", Why: "a provider who is named again is redundant and harms nobody"},
	{ID: "837P-PRV-11", Why: "a provider who is named again is redundant and harms nobody"},
	{ID: "837P-PRV-16", Why: "it is 837-PRV-16, for dentists, too"},
	{ID: "837P-BAL-06", Why: "it says which amounts are in no sum"},
	{ID: "837P-CLM-07", Why: "a cause that is given twice changes nothing"},
	{ID: "837-CLM-10", Why: "x12.Validate checks notes, and lists of unlisted procedures are their publisher's"},
	{ID: "837-CLM-11", Why: "a payer's time limit is for a rule of your own"},
	{ID: "837-CLM-13", Why: "x12.Validate checks the codes of BHT"},
	{ID: "837-CLM-14", Why: "a claim does not say who sends it"},
	{ID: "837-CLM-15", Why: "it is about two claims"},
	{ID: "837P-DT-06", Why: "what a payer wants of shared surgical care is for a rule of your own"},
	{ID: "837P-DT-08", Why: "a payer's time limit is for a rule of your own"},
	{ID: "837P-LN-06", Why: "x12.Validate checks the codes of SV1"},
	{ID: "837P-LN-13", Why: "x12.Validate checks the pairs of CR1"},
	{ID: "837P-LN-14", Why: "what a payer wants of medical equipment is for a rule of your own"},
	{ID: "837P-LN-15", Why: "what a payer wants of a specialty is for a rule of your own"},
	{ID: "837I-DX-10", Why: "it says how HI is put together, which x12.Validate checks"},
	{ID: "COB-SIT-01", Why: "x12.Validate finds what an other payer's loop lacks"},
	{ID: "COB-SIT-04", Why: "a claim does not say who has not decided yet but by having no decision"},
}
