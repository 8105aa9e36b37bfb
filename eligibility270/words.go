// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	_ "embed" // the words of codes
	"strings"

	"github.com/claimwire/claimwire/internal/wordlist"
	"github.com/claimwire/claimwire/x12"
)

// CodeList names a list of codes that Meaning knows.
type CodeList string

// Lists of codes.
const (
	CodesBenefit      CodeList = "benefit"      // Benefit.Kind
	CodesLevel        CodeList = "level"        // Benefit.Level, Question.Level
	CodesService      CodeList = "service"      // service types
	CodesInsurance    CodeList = "insurance"    // Benefit.InsuranceType
	CodesPeriod       CodeList = "period"       // Benefit.Period, Delivery.Period
	CodesQuantity     CodeList = "quantity"     // Benefit.QuantityType, Delivery.QuantityType
	CodesEvery        CodeList = "every"        // Delivery.Every
	CodesRole         CodeList = "role"         // RelatedEntity.Role and the roles of sources and receivers
	CodesDate         CodeList = "date"         // Period.Qualifier
	CodesNetwork      CodeList = "network"      // Benefit.Network
	CodesRelationship CodeList = "relationship" // Insured.Relationship
	CodesSex          CodeList = "sex"          // Member.Gender
)

//go:embed words.tsv
var wordText string

var wordTable = wordlist.New(wordText)

// Meaning returns what a code means in a few words of ours, in lower case but for
// names; empty when the list does not have the code.
func Meaning(list CodeList, code x12.Code) string {
	return wordTable.Words(string(list), code)
}

// Words returns the status in words: "not active", "not stated".
func (s Status) Words() string {
	switch s {
	case StatusInactive:
		return "not active"
	case StatusUnknown:
		return "not stated"
	}
	return strings.ReplaceAll(string(s), "-", " ")
}

// Words returns the fact in words: "individual deductible", "which plan pays".
func (f Fact) Words() string {
	switch f {
	case FactCoverage:
		return "whether it is covered"
	case FactPlan:
		return "which plan pays"
	case FactCopayChoice:
		return "which copay holds"
	case FactCoinsuranceChoice:
		return "which coinsurance holds"
	case FactDeductible:
		return "individual deductible"
	case FactDeductibleRemaining:
		return "what is left of the individual deductible"
	case FactFamilyDedRemaining:
		return "what is left of the family's deductible"
	case FactOutOfPocket:
		return "individual out-of-pocket maximum"
	case FactOutOfPocketRemaining:
		return "what is left to the individual out-of-pocket maximum"
	case FactFamilyOutOfPocket:
		return "family out-of-pocket maximum"
	case FactFamilyOOPRemaining:
		return "what is left to the family's out-of-pocket maximum"
	case FactAuthorization:
		return "whether an authorization is needed"
	case FactUnits:
		return "how many days or hours it is for"
	}
	return strings.ReplaceAll(string(f), "-", " ")
}

// Words returns the field in words: "member id", "identifying data".
func (f ChangeField) Words() string {
	if f == ChangeUntold {
		return "identifying data"
	}
	return strings.ReplaceAll(string(f), "-", " ")
}

// withinService returns the service types that hold for a type: itself, what it
// is a part of, and at last the plan as a whole.
func withinService(code x12.Code) []x12.Code {
	chain := []x12.Code{code}
	for at := code; ; {
		at = wordTable.Within(string(CodesService), at)
		if at == "" || len(chain) > 8 {
			break
		}
		chain = append(chain, at)
	}
	if code != ServicePlan {
		chain = append(chain, ServicePlan)
	}
	return chain
}

// costChain is withinService for what a service costs: visits of professionals
// are tried as each other, too (271-12).
func costChain(code x12.Code) []x12.Code {
	chain := withinService(code)
	if code != ServiceProfessional && wordTable.Within(string(CodesService), code) != ServiceProfessional {
		return chain
	}
	out := []x12.Code{code}
	for _, c := range [...]x12.Code{ServiceOfficeVisit, ServiceProfessional, "A0"} {
		if c != code {
			out = append(out, c)
		}
	}
	for _, c := range chain[1:] {
		if c != ServiceProfessional {
			out = append(out, c)
		}
	}
	return out
}

// nearChain is costChain without the types that are so wide that they say nothing
// of a type in them.
func nearChain(code x12.Code) []x12.Code {
	var out []x12.Code
	for _, t := range costChain(code) {
		if t == code || !general(t) {
			out = append(out, t)
		}
	}
	return out
}

// general reports whether a service type is so wide that what a copay or a
// coinsurance says of it proves nothing for a type in it.
func general(code x12.Code) bool {
	switch code {
	case ServicePlan, ServiceMedical, "55", "60":
		return true
	}
	return false
}
