// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
)

// TestRulesPage prints the catalog as the page RULES.md.
func TestRulesPage(t *testing.T) {
	testkit.RulesPage(t, "remit835", `A Checker runs all of them; Check and a Writer run those that one claim payment shows by itself.`, testkit.Rules(t, catalog()))
}
