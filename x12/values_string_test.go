// SPDX-License-Identifier: Apache-2.0

package x12

import (
	"fmt"
	"testing"
)

func TestValuesPrintThemselves(t *testing.T) {
	jan5, jan9 := Date(20260105), Date(20260109)
	for _, c := range []struct {
		v    fmt.Stringer
		want string
	}{
		{Name{}, ""},
		{Name{Last: "ACME HEALTH", EntityType: Organization, IDType: "PI", ID: "12345"}, "ACME HEALTH"},
		{Name{Last: "DOE", First: "JANE", Middle: "Q", Prefix: "DR", Suffix: "JR"}, "JANE Q DOE JR"},
		{Name{First: "JANE"}, "JANE"},
		{Address{}, ""},
		{Address{Line1: "12 MAIN ST", Line2: "FLOOR 2", City: "SPRINGFIELD", State: "IL", Zip: "627011234"}, "12 MAIN ST, FLOOR 2, SPRINGFIELD IL 62701-1234"},
		{Address{City: "SPRINGFIELD", State: "IL", Zip: "62701"}, "SPRINGFIELD IL 62701"},
		{Address{Line1: "1 ROAD", City: "LONDON", Zip: "SW1A 1AAB", Country: "GB", Subdivision: "LND"}, "1 ROAD, LONDON LND SW1A 1AAB, GB"},
		{Contact{}, ""},
		{Contact{Name: "BILLING", Numbers: []ContactNumber{{"TE", "5550100199"}, {"EX", "12"}, {"FX", "555010"}, {"EM", "a@b.example"}, {"UR", "b.example"}, {"ZZ", "9"}}},
			"BILLING, phone 555-010-0199, ext. 12, fax 555010, e-mail a@b.example, web b.example, ZZ 9"},
		{ContactNumber{"FX", "5550100199"}, "fax 555-010-0199"},
		{ContactNumber{"TE", "555010019X"}, "phone 555010019X"},
		{ContactNumber{"EX", "5550100199"}, "ext. 5550100199"},
		{DateRange{}, ""},
		{DateRange{From: jan5}, "2026-01-05"},
		{DateRange{jan5, jan5}, "2026-01-05"},
		{DateRange{jan5, jan9}, "2026-01-05 to 2026-01-09"},
		{DateRange{To: jan9}, "to 2026-01-09"},
	} {
		if got := c.v.String(); got != c.want {
			t.Errorf("%#v: %q, want %q", c.v, got, c.want)
		}
	}
	for want, n := range map[string]Name{
		"": {}, "DOE, JANE Q JR": {Last: "DOE", First: "JANE", Middle: "Q", Suffix: "JR"}, "DOE": {Last: "DOE"}, "JANE": {First: "JANE"},
	} {
		if got := n.LastFirst(); got != want {
			t.Errorf("LastFirst %q, want %q", got, want)
		}
	}
}
