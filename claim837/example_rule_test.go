// SPDX-License-Identifier: Apache-2.0

package claim837_test

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
	"github.com/claimwire/claimwire/x12/rules"
)

// A rule of your own is run with the others wherever a RuleSet is taken: by Check,
// by a Writer, and by a Builder of package encounter, whose issues name the field of
// the encounter.
func ExampleRule() {
	set := claim837.NewRuleSet()
	err := set.Add(claim837.Rule{
		ID: "ACME-01", SNIP: 7, Severity: x12.Error,
		Title: "a claim for this plan has no group number", Fix: "give the number on the member's card",
		Check: func(c *claim837.Claim, r *rules.Report) {
			if s := c.Subscriber; s != nil && s.Payer.Name.ID == "PMH01" && s.GroupNumber == "" {
				r.Report("subscriber.groupNumber", "")
			}
		},
	})
	if err != nil {
		fmt.Println(err)
	}

	file, err := os.Open("../testdata/encounters/01-subscriber.edi")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer file.Close()
	for item, err := range claim837.NewReader(file, nil).Items() {
		if err != nil {
			fmt.Println(err)
			return
		}
		if item.Kind != x12.RecordStep {
			continue
		}
		item.Claim.Subscriber.GroupNumber = ""
		for _, issue := range claim837.Check(item.Claim, set) {
			fmt.Println(issue)
			fmt.Println(issue.Loop, issue.Tag, issue.Element)
		}
		w := claim837.NewWriter(io.Discard, &claim837.Envelope{}, &claim837.WriterOptions{Rules: set})
		var refused *claim837.RefusedError
		if errors.As(w.Write(item.Claim), &refused) {
			fmt.Println("refused:", refused.Issues[0].Code)
		}
	}
	// Output:
	// subscriber.groupNumber [ACME-01] error: a claim for this plan has no group number; give the number on the member's card
	// 2000B SBR 3
	// refused: ACME-01
}
