// SPDX-License-Identifier: Apache-2.0

package claim837_test

import (
	"fmt"
	"io"
	"time"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
	"github.com/claimwire/claimwire/x12/rules"
)

// A rule of your own is run with the others wherever a RuleSet is taken: by Check,
// by a Builder, whose issues name the field of the encounter, and by a Writer.
func ExampleRule() {
	set := claim837.NewRuleSet()
	err := set.Add(claim837.Rule{
		ID: "ACME-01", SNIP: 7, Severity: x12.Error,
		Title: "a claim for this plan has no group number", Fix: "give the number on the member's card",
		Check: func(c *claim837.Claim, r *rules.Report) {
			if s := c.Subscriber; s != nil && s.Payer.Name.ID == "SHP01" && s.GroupNumber == "" {
				r.Report("subscriber.groupNumber", "")
			}
		},
	})
	if err != nil {
		fmt.Println(err)
	}

	claim, _ := exampleEncounter().Claim(examplePractice()) // by the recommended rules
	for _, issue := range claim837.Check(claim, set) {
		fmt.Println(issue)
		fmt.Println(issue.Loop, issue.Tag, issue.Element)
	}
	envelope, _ := examplePractice().Envelope(time.Now())
	w := claim837.NewWriter(io.Discard, &envelope, &claim837.WriterOptions{Rules: set})
	fmt.Println(w.Write(claim))
	_, issues := claim837.NewBuilder(examplePractice(), &claim837.BuilderOptions{Rules: set}).Claim(exampleEncounter())
	fmt.Println(issues[0].Code, issues[0].Path)
	// Output:
	// subscriber.groupNumber [ACME-01] error: a claim for this plan has no group number; give the number on the member's card
	// 2000B SBR 3
	// claim837: claim refused: subscriber.groupNumber [ACME-01] error: a claim for this plan has no group number; give the number on the member's card
	// ACME-01 coverages[0].groupNumber
}
