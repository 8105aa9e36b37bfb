// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/internal/testkit"
	"github.com/claimwire/claimwire/x12"
)

// Every code that the guides have at these places has words.
func TestMeaningOfGuideCodes(t *testing.T) {
	for place, list := range map[string]CodeList{
		"2000B SBR 01": CodesResponsibility, "2000B SBR 09": CodesFiling, "2000C PAT 01": CodesRelationship, "2320 SBR 02": CodesRelationship,
		"2320 CAS 01": CodesGroup, "2010BA DMG 03": CodesSex,
	} {
		for _, guide := range []string{"005010X222A1", "005010X223A2", "005010X224A2"} {
			codes := testkit.GuideCodes(t, guide, "837", place)
			n := 0
			for code, at := range codes {
				if !at {
					continue
				}
				n++
				if Meaning(list, x12.Code(code)) == "" {
					t.Errorf("%s %s: no words for %s", guide, place, code)
				}
			}
			if n < 2 {
				t.Errorf("%s %s: %d codes", guide, place, n)
			}
		}
	}
}

func TestMeaning(t *testing.T) {
	for _, c := range []struct {
		list CodeList
		code x12.Code
		want string
	}{
		{CodesPlace, PlaceOffice, "office"}, {CodesPlace, PlaceESRDTreatment, "dialysis facility"}, {CodesFiling, FilingMedicareB, "Medicare Part B"},
		{CodesRelationship, RelationshipLifePartner, "life partner"}, {CodesFrequency, FrequencyVoid, "void"}, {CodesFrequency, FrequencyElection, "notice of admission or election"},
		{CodesGroup, "CO", "contractual"}, {CodesSex, "U", "unknown"}, {CodesResponsibility, ResponsibilityTenth, "tenth"},
		{CodesPlace, "00", ""}, {"shoes", "11", ""},
	} {
		if got := Meaning(c.list, c.code); got != c.want {
			t.Errorf("Meaning(%s, %s) = %q, want %q", c.list, c.code, got, c.want)
		}
	}
	rows := 0
	for _, list := range []CodeList{CodesPlace, CodesFiling, CodesRelationship, CodesFrequency, CodesGroup, CodesSex, CodesResponsibility} {
		rows += len(wordTable.Lists()[string(list)])
	}
	if want := strings.Count(wordText, "\n") - strings.Count(wordText, "#"); rows != want {
		t.Errorf("%d rows are read in lists that have a constant, the table has %d", rows, want)
	}
}
