// SPDX-License-Identifier: Apache-2.0

// Package rules runs rules on records: claims, inquiries, responses, claim
// payments. It knows none of them; packages claim837, eligibility270 and remit835
// have the rules, listed in the RULES.md of each, and take sets to which you have
// added your own.
//
// A [Rule] has an id, a SNIP type, a severity, a title that says what is wrong, a
// fix, and a Check function that looks at a record and reports violations to a
// [Report] by the field's path in JSON spelling:
//
//	set := claim837.NewRuleSet()
//	err := set.Add(claim837.Rule{
//		ID: "ACME-01", SNIP: 7, Severity: x12.Error,
//		Title: "a claim for Acme has no group number", Fix: "give it",
//		Check: func(c *claim837.Claim, r *rules.Report) {
//			if s := c.Subscriber; s != nil && s.Payer.Name.ID == "ACME" && s.GroupNumber == "" {
//				r.Report("subscriber.groupNumber", "")
//			}
//		},
//	})
//
// A [Set] says which rules hold: [Set.Enable], [Set.Disable], [Set.SetSeverity],
// [Set.Limit] and [Set.Add] change it, and [Set.Received] returns one that is
// lenient where only the sender is bound. In every option and function that takes
// a Set, nil means the recommended one, and NoRules of the package, or [None],
// switches rules off.
//
// A [Catalog] is what a package of rules of your own makes sets of.
package rules
