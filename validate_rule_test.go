// SPDX-License-Identifier: Apache-2.0

package claimwire_test

import (
	"os"
	"testing"

	"github.com/claimwire/claimwire"
	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
	"github.com/claimwire/claimwire/x12/rules"
)

// A rule of the caller's own names a field, and Validate finds its segment in the file.
func TestValidatePlacesOwnRules(t *testing.T) {
	for path, at := range map[string]struct {
		element   int
		loop, tag string
	}{
		"subscriber.payer.name.id":    {9, "2010BB", "NM1"},
		"lines[1].procedure.code":     {1, "2400", "SV1"},
		"billingProvider.address.zip": {3, "2010AA", "N4"},
		"placeOfService":              {5, "2300", "CLM"},
	} {
		set := claim837.NewRuleSet().Received()
		err := set.Add(claim837.Rule{ID: "OWN-1", SNIP: 7, Severity: x12.Warning, Title: "to be looked at", Check: func(_ *claim837.Claim, r *rules.Report) {
			r.Report(path, "")
		}})
		if err != nil {
			t.Fatal(err)
		}
		f, err := os.Open("testdata/encounters/01-subscriber.edi")
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for i, err := range claimwire.Validate(f, &claimwire.ValidateOptions{Claims: set}) {
			if err != nil {
				t.Fatal(err)
			}
			if i.Code != "OWN-1" {
				continue
			}
			n++
			if i.Loop != at.loop || i.Tag != at.tag || i.Element != at.element || i.Segment < 2 {
				t.Errorf("%s stands at %s", path, i.Position)
			}
		}
		f.Close()
		if n != 1 {
			t.Errorf("%s: %d issues", path, n)
		}
	}
}
