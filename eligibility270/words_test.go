// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"testing"

	"github.com/claimwire/claimwire/x12"
)

func TestMeaningOfPeople(t *testing.T) {
	for _, c := range []struct {
		list CodeList
		code x12.Code
		want string
	}{
		{CodesRelationship, RelationshipSpouse, "spouse"}, {CodesRelationship, RelationshipCadaver, "cadaver donor"},
		{CodesRelationship, RelationshipOtherAdult, "other adult"}, {CodesSex, "F", "female"}, {CodesSex, "U", ""},
		{CodesNetwork, AnswerNo, "out of the network"}, {CodesNetwork, NetworkBoth, "in and out of the network"}, {"?", "F", ""},
	} {
		if got := Meaning(c.list, c.code); got != c.want {
			t.Errorf("Meaning(%s, %s) = %q, want %q", c.list, c.code, got, c.want)
		}
	}
}

func TestStatusesFactsAndChangesInWords(t *testing.T) {
	for s, want := range map[Status]string{
		StatusActive: "active", StatusInactive: "not active", StatusNotCovered: "not covered", StatusNotVerified: "not verified", StatusUnknown: "not stated",
	} {
		if got := s.Words(); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
	for f, want := range map[Fact]string{
		FactCoverage: "whether it is covered", FactPlan: "which plan pays", FactCopay: "copay", FactCopayChoice: "which copay holds",
		FactCoinsurance: "coinsurance", FactCoinsuranceChoice: "which coinsurance holds",
		FactDeductible: "individual deductible", FactDeductibleRemaining: "what is left of the individual deductible",
		FactFamilyDeductible: "family deductible", FactFamilyDedRemaining: "what is left of the family's deductible",
		FactOutOfPocket: "individual out-of-pocket maximum", FactOutOfPocketRemaining: "what is left to the individual out-of-pocket maximum",
		FactFamilyOutOfPocket: "family out-of-pocket maximum", FactFamilyOOPRemaining: "what is left to the family's out-of-pocket maximum",
		FactAuthorization: "whether an authorization is needed", FactUnits: "how many days or hours it is for",
	} {
		if got := f.Words(); got != want {
			t.Errorf("%s: %q, want %q", f, got, want)
		}
	}
	for f, want := range map[ChangeField]string{
		ChangeMemberID: "member id", ChangeLastName: "last name", ChangeBirthDate: "birth date", ChangeSex: "sex", ChangeUntold: "identifying data",
	} {
		if got := f.Words(); got != want {
			t.Errorf("%s: %q, want %q", f, got, want)
		}
	}
}
