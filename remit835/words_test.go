// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

func TestMeaning(t *testing.T) {
	for _, c := range []struct {
		list CodeList
		code x12.Code
		want string
	}{
		{CodesMethod, MethodACH, "by electronic transfer (ACH)"}, {CodesMethod, "?", ""}, {"?", MethodACH, ""},
		{CodesID, PayeeNPI, "NPI"}, {CodesReference, "G1", "prior authorization"}, {CodesReference, "EA", "medical record"},
		{CodesAmount, AmountPatientPaid, "patient has paid"}, {CodesQuantity, QuantityVisits, "visits"},
	} {
		if got := Meaning(c.list, c.code); got != c.want {
			t.Errorf("Meaning(%s, %s) = %q, want %q", c.list, c.code, got, c.want)
		}
	}
}

// Every row of the table has a list that a constant names, a code and words.
func TestWordTable(t *testing.T) {
	lists := map[CodeList]int{CodesMethod: 0, CodesID: 0, CodesReference: 0, CodesAmount: 0, CodesQuantity: 0}
	for key, words := range wordRows() {
		if _, ok := lists[key.list]; !ok || key.code == "" || strings.TrimSpace(words) != words || words == "" {
			t.Errorf("list %q, code %q, words %q", key.list, key.code, words)
		}
		lists[key.list]++
	}
	for list, n := range lists {
		if n == 0 {
			t.Errorf("there is no row of the list %q", list)
		}
	}
	if rows := strings.Count(wordTable, "\n") - 2; rows != len(wordRows()) {
		t.Errorf("%d rows of the table are read, it has %d", len(wordRows()), rows)
	}
}

func TestResultsAndPartsInWords(t *testing.T) {
	for r, want := range map[Result]string{
		ResultPaid: "paid", ResultPartlyDenied: "partly denied", ResultDenied: "denied", ResultPatient: "patient pays",
		ResultOtherPayer: "other payer paid", ResultNextPayer: "next payer", ResultCapitated: "capitated", ResultBundled: "bundled",
		ResultWrittenOff: "written off", ResultOpen: "open", ResultNoCharge: "no charge", ResultReversed: "reversed",
		ResultForwarded: "sent on", ResultPredetermination: "estimate only", "": "",
	} {
		if got := r.Words(); got != want {
			t.Errorf("%s: %q, want %q", r, got, want)
		}
	}
	for p, want := range map[Part]string{
		PartContractual: "contractual", PartNonCovered: "not covered", PartPatientOther: "patient other", PartNextPayer: "next payer",
		PartOtherPayer: "other payer", PartReduction: "payer reduction", PartOpen: "open",
	} {
		if got := p.Words(); got != want {
			t.Errorf("%s: %q, want %q", p, got, want)
		}
	}
}
