// SPDX-License-Identifier: Apache-2.0

package eligibility270

import (
	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// The words of requests and what they stand for.
var (
	sexWords      = plain.Words{{"female", "F"}, {"male", "M"}}
	relationWords = plain.Words{{"spouse", "01"}, {"child", "19"}, {"other-adult", "34"}, {"other", "34"}}
	usageWords    = plain.Words{{"test", "T"}, {"production", "P"}}
	listWords     = plain.Words{{"icd-10", "ABK"}, {"icd-9", "BK"}}
	payerWords    = plain.Words{{"payer", "PR"}, {"administrator", "2B"}, {"employer", "36"}, {"gateway", "GP"}, {"sponsor", "P5"}}
	payerIDWords  = plain.Words{{"payer", "PI"}, {"national-plan", "XV"}, {"naic", "NI"}, {"tax", "FI"}, {"npi", "XX"}, {"receiver", "46"}, {"employer", "24"}}
	askerWords    = plain.Words{{"provider", "1P"}, {"facility", "FA"}, {"hospital", "80"}, {"employer", "36"}, {"gateway", "GP"},
		{"administrator", "2B"}, {"sponsor", "P5"}, {"payer", "PR"}}
	roleWords = plain.Words{{"billing", "BI"}, {"referring", "RF"}, {"performing", "PE"}, {"primary-care", "PC"}, {"attending", "AT"},
		{"admitting", "AD"}, {"consulting", "CO"}, {"covering", "CV"}, {"hospital", "H"}, {"home-health", "HH"}, {"laboratory", "LA"},
		{"other", "OT"}, {"pharmacist", "P1"}, {"pharmacy", "P2"}, {"rural-clinic", "R"}, {"submitting", "SB"}, {"skilled-nursing", "SK"}, {"supervising", "SU"}}
	askerNumberWords = plain.Words{{"license", "0B"}, {"medicare", "1C"}, {"medicaid", "1D"}, {"facility", "1J"}, {"pin", "4A"}, {"contract", "CT"},
		{"device-pin", "EL"}, {"submitter", "EO"}, {"npi", "HPI"}, {"user", "JD"}, {"plan-network", "N5"}, {"facility-network", "N7"},
		{"prior", "Q4"}, {"ssn", "SY"}, {"tax", "TJ"}}
	memberNumberWords = plain.Words{{"plan", "18"}, {"group-or-policy", "1L"}, {"member", "1W"}, {"case", "3H"}, {"group", "6P"}, {"contract", "CT"},
		{"medical-record", "EA"}, {"account", "EJ"}, {"medicare", "F6"}, {"card-serial", "GH"}, {"card", "HJ"}, {"issue", "IF"}, {"policy", "IG"},
		{"category", "MRC"}, {"plan-network", "N6"}, {"medicaid", "NQ"}, {"ssn", "SY"}, {"casualty-claim", "Y4"}}
	codeListWords = plain.Words{{"hcpcs", "HC"}, {"cdt", "AD"}, {"ndc", "N4"}, {"icd-9", "ID"}, {"home-infusion", "IV"}, {"cpt-jcode", "CJ"}, {"agreed", "ZZ"}}

	serviceWords = plain.Words{{"plan", "30"}, {"medical-care", "1"}, {"surgery", "2"}, {"consultation", "3"}, {"x-ray", "4"}, {"laboratory", "5"},
		{"radiation-therapy", "6"}, {"anesthesia", "7"}, {"surgical-assistance", "8"}, {"ambulatory-surgery", "13"}, {"equipment-purchase", "12"}, {"equipment-rental", "18"},
		{"second-opinion", "20"}, {"diagnostic-dental", "23"}, {"periodontics", "24"}, {"restorative-dental", "25"}, {"endodontics", "26"},
		{"chiropractic", "33"}, {"chiropractic-office", "34"}, {"dental", "35"}, {"orthodontics", "38"}, {"prosthodontics", "39"}, {"oral-surgery", "40"}, {"preventive-dental", "41"},
		{"home-health", "42"}, {"hospice", "45"}, {"hospital", "47"}, {"hospital-inpatient", "48"}, {"hospital-outpatient", "50"},
		{"ambulance", "59"}, {"imaging", "62"}, {"acupuncture", "64"}, {"newborn-care", "65"}, {"well-baby", "68"}, {"maternity", "69"}, {"dialysis", "76"},
		{"chemotherapy", "78"}, {"allergy-testing", "79"}, {"immunizations", "80"}, {"routine-physical", "81"}, {"family-planning", "82"}, {"infertility", "83"},
		{"emergency", "86"}, {"pharmacy", "88"}, {"podiatry", "93"}, {"professional", "96"}, {"office-visit", "98"}, {"outpatient-visit", "A0"}, {"home-visit", "A3"},
		{"psychotherapy", "A6"}, {"rehabilitation", "A9"}, {"occupational-therapy", "AD"}, {"physical-medicine", "AE"}, {"speech-therapy", "AF"}, {"skilled-nursing", "AG"},
		{"substance-abuse", "AI"}, {"vision", "AL"}, {"eye-exam", "AN"}, {"sick-visit", "BY"}, {"well-visit", "BZ"}, {"equipment", "DM"},
		{"mental-health", "MH"}, {"physical-therapy", "PT"}, {"urgent-care", "UC"}}
)

// ServiceType returns the code of a service type: of a word of Words, or of one or
// two characters that are a code themselves. ok is false for anything else.
func ServiceType(w string) (code x12.Code, ok bool) {
	if code, ok = serviceWords.Code(w); ok {
		return code, true
	}
	bare := plain.Code(w) // one of the codes without a word
	return x12.Code(bare), len(bare) == 1 || len(bare) == 2
}

// Words returns the words that a field of requests takes, without their codes:
// "relationship", "serviceTypes", "payer.kind" …; nil for a field that takes
// none.
func Words(field string) []string {
	lists := map[string]plain.Words{
		"relationship": relationWords, "serviceTypes": serviceWords, "diagnosisCodes": listWords, "payer.kind": payerWords,
		"payer.idKind": payerIDWords, "provider.kind": askerWords, "provider.role": roleWords, "treating.role": roleWords,
		"provider.numbers.kind": askerNumberWords, "subscriber.numbers.kind": memberNumberWords, "dependent.numbers.kind": memberNumberWords,
		"subscriber.sex": sexWords, "dependent.sex": sexWords, "procedures.codeList": codeListWords, "practice.interchange.usage": usageWords,
	}
	var out []string
	for _, w := range lists[field] {
		out = append(out, w[0])
	}
	return out
}
