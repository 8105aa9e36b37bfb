// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
)

// TestRulesPage prints the catalogs as the page RULES.md.
func TestRulesPage(t *testing.T) {
	testkit.RulesPage(t, "eligibility270", "Rules of inquiries (270) are those of `NewRuleSet`, rules of responses (271) those of `NewResponseRuleSet`.",
		testkit.Rules(t, catalog()), testkit.Rules(t, responseCatalog()))
}
