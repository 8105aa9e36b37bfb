// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
)

// Encounters whose claims break no rule.
var cleanEncounters = map[string]string{
	"visit":  "",
	"second": "{" + secondary + "}",
	"whole": `{"coverages": [
		{"payer": {"name": "First Health", "id": "FH001"}, "plan": "commercial", "memberID": "W123", "decision": {"date": "2026-01-20", "paid": 50, "adjustments": [{"group": "PR", "reason": "1", "amount": 100}]}},
		{"payer": {"name": "Third", "id": "T3"}, "plan": "hmo", "memberID": "Q1", "decision": {"date": "2026-01-21", "paid": 30, "adjustments": [{"group": "CO", "reason": "45", "amount": 120}]}},
		{"payer": {"name": "Second", "id": "S2"}, "plan": "indemnity", "memberID": "Z9"}]}`,
	"uncovered": `{"clia": "12D3456789", "coverages": [{"payer": {"name": "V", "id": "V1"}, "plan": "indemnity", "memberID": "11", "notCovered": true}, {"payer": {"name": "Second", "id": "S2"}, "plan": "medicaid", "memberID": "Z9"}]}`,
	"child":     `{"coverages": [{"payer": {"name": "F", "id": "F1"}, "plan": "ppo", "memberID": "W1", "relationship": "child", "insured": {"lastName": "Doe", "firstName": "Al"}}]}`,
	"drug": `{"services": [{"code": "J3301", "charge": "36.5", "units": "4", "diagnoses": ["E119"], "salesTax": 1, "postage": 2,
		"drug": {"ndc": "0003-0293-05", "quantity": "1", "unit": "milliliter", "prescription": "RX1"}}]}`,
	"ambulance": `{"placeOfService": "41", "ambulance": {"reason": "nearest-facility", "miles": 12, "conditions": ["stretcher"],
		"pickUp": {"line1": "5 Elm St", "city": "Austin", "state": "TX", "zip": "78701"}, "dropOff": {"line1": "1 North Rd", "city": "Austin", "state": "TX", "zip": "78702"}},
		"services": [{"code": "A0429", "modifiers": ["RH"], "charge": 500, "diagnoses": ["I10"]}]}`,
	"anesthesia": `{"services": [{"code": "00840", "modifiers": ["AA"], "charge": 900, "minutes": 75, "diagnoses": ["E119"]}]}`,
	"stay":       `{"placeOfService": "21", "dates": {"admission": "2026-01-04", "discharge": "2026-01-09"}, "providers": {"facility": "north", "referring": "roe", "primaryCare": "lee"}}`,
	"auto":       `{"accident": {"auto": true, "state": "TX", "date": "2026-01-02"}, "attachments": [{"kind": "M1", "how": "mail", "number": "A1"}, {"kind": "M1", "how": "on-request"}]}`,
	"bought":     `{"services": [{"code": "71046", "charge": 60, "diagnoses": ["I10"], "purchased": {"from": {"organization": "X", "npi": "1777777776"}, "charge": 40}}]}`,
	"replaced":   `{"corrects": {"action": "replace", "claimNumber": "ICN9"}}`,
}

// The claims that the rules of claim837 are tested with are those of encounters.
func TestCleanClaims(t *testing.T) {
	for name, more := range cleanEncounters {
		b, err := json.Marshal(built(t, more))
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := json.Indent(&out, b, "", "  "); err != nil {
			t.Fatal(err)
		}
		out.WriteByte('\n')
		testkit.Golden(t, "../testdata/claims/"+name+".json", out.Bytes())
	}
}
