// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"strings"
	"testing"
)

// A balance that is off tells what was expected and what was got.
func TestBalancesTellFigures(t *testing.T) {
	const paid = `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "W1", "decision": {"date": "2026-01-20", "paid": 1450.5, "adjustments": [{"group": "patient", "reason": "2", "amount": 49}]}},
		{"payer": {"name": "G", "id": "G1"}, "plan": "ppo", "memberID": "W2"}],
		"services": [{"code": "99213", "charge": 1500, "diagnoses": ["I10"]}]}`
	const byLine = `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "W1", "decision": {"paid": 80, "services": [{"service": 1, "date": "2026-01-20", "paid": 70, "adjustments": [{"group": "patient", "reason": "2", "amount": 20}]}]}},
		{"payer": {"name": "G", "id": "G1"}, "plan": "ppo", "memberID": "W2"}],
		"services": [{"code": "99213", "charge": 100, "diagnoses": ["I10"]}]}`
	for _, tt := range []struct{ more, code, path, figures string }{
		{`{"patientPaid": 2000}`, "837P-BAL-03", "patientPaid", "(at most $150.00, got $2,000.00)"},
		{paid, "COB-BAL-03", "coverages[0].decision.paid", "(expected $1,500.00, got $1,499.50)"},
		{byLine, "COB-BAL-01", "coverages[0].decision.services[0]", "(expected $100.00, got $90.00)"},
		{strings.Replace(byLine, `"amount": 20`, `"amount": 30`, 1), "COB-BAL-02", "coverages[0].decision.paid", "(expected $70.00, got $80.00)"},
	} {
		_, found := testEncounter(t, tt.more).Claim(testPractice(t))
		ok := false
		for _, i := range found {
			ok = ok || string(i.Code) == tt.code && i.Path == tt.path && strings.Contains(i.Detail, tt.figures+"; ")
		}
		if !ok {
			t.Errorf("%s at %s with %s is not among %v", tt.code, tt.path, tt.figures, found)
		}
	}
	c := built(t, "")
	c.Charge = c.Charge.Neg()
	found := Check(c, nil)
	if len(found) == 0 || !strings.Contains(found[0].Detail, "(expected $150.00, got -$150.00)") {
		t.Error(found)
	}
}
