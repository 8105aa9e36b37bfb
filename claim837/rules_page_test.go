// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
)

// TestRulesPage prints the catalog as the page RULES.md.
func TestRulesPage(t *testing.T) {
	testkit.RulesPage(t, "claim837", `An id begins with the kinds of claims: 837P professional, 837I institutional, 837D dental, 837 several. Rules of one number are about
the same matter in each kind, but for LN-01 and PRV-18, which published lists number so.`, testkit.Rules(t, catalog()))
}

// TestNumbersMeanTheSame: rules whose ids differ by the kind of claims only are about
// the same matter. A new rule takes a number that no kind has.
func TestNumbersMeanTheSame(t *testing.T) {
	// Of each number with several functions, what they have in common; nothing where
	// published lists give one number to two matters.
	same := map[string]string{
		"BAL-01": "the total charge", "BAL-03": "what the patient pays", "BAL-05": "taxes of a line", "DT-01": "the days of the service", "DT-02": "the admission", "DT-03": "the discharge",
		"DX-04": "which diagnoses, and how many", "LN-02": "units", "LN-01": "", "PRV-18": "",
	}
	checks := map[string][]string{}
	for _, r := range catalog().Rules {
		kind, number, _ := strings.Cut(r.ID, "-")
		if !slices.Contains([]string{"837", "837P", "837I", "837D"}, kind) || !strings.Contains(number, "-") {
			continue
		}
		name := runtime.FuncForPC(reflect.ValueOf(r.Check).Pointer()).Name()
		if !slices.Contains(checks[number], name) {
			checks[number] = append(checks[number], name)
		}
	}
	for number, names := range checks {
		if _, ok := same[number]; len(names) > 1 && !ok {
			t.Errorf("%s is the number of %d rules: %v; give the new one a number that no kind has", number, len(names), names)
		}
	}
	for number := range same {
		if len(checks[number]) < 2 {
			t.Errorf("%s is the number of one rule", number)
		}
	}
}
