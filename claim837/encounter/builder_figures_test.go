// SPDX-License-Identifier: Apache-2.0

package encounter

import (
	"slices"
	"strings"
	"testing"

	"github.com/claimwire/claimwire/claim837"
	"github.com/claimwire/claimwire/x12"
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
}

// A day is found where it was given, and once.
func TestGivenFor(t *testing.T) {
	day := x12.Date(20260105)
	for _, tt := range []struct {
		e        Encounter
		in, want string
	}{
		{Encounter{Date: day, Services: make([]Service, 2)}, "services[1].date", "date"},
		{Encounter{Date: day, Services: []Service{{}, {Date: day}}}, "services[1].date", "services[1].date"},
		{Encounter{Services: make([]Service, 2)}, "services[0].date", "date"},
		{Encounter{Services: []Service{{}, {Date: day}}}, "services[0].date", "services[0].date"},
		{Encounter{Services: make([]Service, 1), Stay: &Stay{Discharge: Discharge{Date: day}}}, "stay.through", "stay.discharge.date"},
		{Encounter{Services: make([]Service, 1), Stay: &Stay{Through: day, Discharge: Discharge{Date: day}}}, "stay.through", "stay.through"},
		{Encounter{Services: make([]Service, 1), Stay: &Stay{}}, "services[0].date", "services[0].date"},
	} {
		s := build{e: &tt.e, c: &claim837.Claim{Kind: tt.e.Kind()}}
		if got := s.givenFor(tt.in); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.in, got, tt.want)
		}
	}
}

// A zero that was put before a revenue code is told; one of letters gets none.
func TestRevenueCodeWithoutZero(t *testing.T) {
	for in, want := range map[string]string{"250": "0250", "0250": "0250", "25X": "25X", "25": "25", "": ""} {
		s, l := build{e: &Encounter{}, c: &claim837.Claim{Kind: claim837.Institutional, Institutional: &claim837.InstitutionalClaim{}}}, claim837.ServiceLine{}
		s.stayLine(&l, &Service{RevenueCode: in, Charge: NullAmount{Valid: true}}, 0)
		told := slices.ContainsFunc(s.found, func(i x12.Issue) bool { return i.Code == CodeZeroAdded && i.Severity == x12.Warning })
		if l.RevenueCode != want || told != (in != want) {
			t.Errorf("%q: %q, told %v", in, l.RevenueCode, told)
		}
	}
}

// Who says that a payer corrected its decision is warned, and it is sent.
func TestCorrectedDecision(t *testing.T) {
	e := testEncounter(t, strings.Replace("{"+secondary+"}", `"decision": {`, `"decision": {"corrected": true, `, 1))
	c, found := e.Claim(testPractice(t))
	if c == nil || len(found) != 1 || found[0].Code != "COB-SIT-07" || found[0].Path != "coverages[0].decision.corrected" {
		t.Fatalf("%v", found)
	}
	if !slices.Contains(segments(t, c), "REF*T4*Y") {
		t.Error("REF*T4*Y is missing")
	}
}
