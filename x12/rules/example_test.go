// SPDX-License-Identifier: Apache-2.0

package rules_test

import (
	"fmt"

	"github.com/claimwire/claimwire/x12"
	"github.com/claimwire/claimwire/x12/rules"
)

// Rules run on records of any type. For those of claims, see the example of
// claim837.Rule.
func Example() {
	type visit struct{ Room, Doctor string }
	set := new(rules.Set[visit])
	err := set.Add(
		rules.Rule[visit]{ID: "V-1", SNIP: 4, Severity: x12.Error, Title: "the visit has no doctor", Fix: "name who saw the patient",
			Check: func(v *visit, r *rules.Report) {
				if v.Doctor == "" {
					r.Report("doctor", "")
				}
			}},
		rules.Rule[visit]{ID: "V-2", SNIP: 4, Severity: x12.Error, Strict: true, Title: "the visit has no room", Fix: "give its number",
			Check: func(v *visit, r *rules.Report) {
				if v.Room == "" {
					r.Report("room", "")
				}
			}},
	)
	if err != nil {
		fmt.Println(err)
	}
	for _, issue := range set.Check(new(visit)) {
		fmt.Println(issue)
	}
	for _, issue := range set.Received().Check(new(visit)) {
		fmt.Println(issue.Code, issue.Severity)
	}
	fmt.Println(set.Disable("V-3"))
	// Output:
	// doctor [V-1] error: the visit has no doctor; name who saw the patient
	// room [V-2] error: the visit has no room; give its number
	// V-1 error
	// V-2 warning
	// rules: there is no rule "V-3"; RULES.md lists them
}
