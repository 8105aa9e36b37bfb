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

// Every list of the table has a constant, and every row is read.
func TestWordTable(t *testing.T) {
	rows := 0
	lists := wordTable.Lists()
	for _, list := range []CodeList{CodesMethod, CodesID, CodesReference, CodesAmount, CodesQuantity} {
		if len(lists[string(list)]) == 0 {
			t.Errorf("there is no row of the list %q", list)
		}
		rows += len(lists[string(list)])
	}
	if want := strings.Count(wordText, "\n") - strings.Count(wordText, "#"); rows != want {
		t.Errorf("%d rows of the table are read in lists that have a constant, it has %d", rows, want)
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
