// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"strings"
	"testing"
)

// A balance that is off tells what was expected and what was got.
func TestBalanceTellsFigures(t *testing.T) {
	c := cleanClaim(t, "visit")
	c.Charge = c.Charge.Neg()
	found := Check(c, nil)
	if len(found) == 0 || !strings.Contains(found[0].Detail, "(expected $150.00, got -$150.00)") {
		t.Error(found)
	}
}
