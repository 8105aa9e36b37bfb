// SPDX-License-Identifier: Apache-2.0

package encounter

import "github.com/claimwire/claimwire/internal/plain"

// words is a list of plain words of an Encounter and the codes that they stand for.
type words = plain.Words

var (
	relationshipWords = words{{"self", "18"}, {"spouse", "01"}, {"child", "19"}, {"employee", "20"}, {"unknown", "21"},
		{"organ-donor", "39"}, {"cadaver-donor", "40"}, {"life-partner", "53"}, {"other", "G8"}}

	sexWords = words{{"female", "F"}, {"male", "M"}, {"unknown", "U"}}

	planWords = words{{"commercial", "CI"}, {"medicare-b", "MB"}, {"medicare-a", "MA"}, {"medicare-advantage", "16"}, {"medicaid", "MC"},
		{"ppo", "12"}, {"hmo", "HM"}, {"blue-cross", "BL"}, {"point-of-service", "13"}, {"epo", "14"}, {"indemnity", "15"},
		{"tricare", "CH"}, {"veterans", "VA"}, {"federal-employees", "FI"}, {"other-federal", "OF"}, {"workers-compensation", "WC"},
		{"auto", "AM"}, {"liability", "LM"}, {"disability", "DS"}, {"maternal-and-child-health", "TV"}, {"dental-maintenance", "17"},
		{"other-non-federal", "11"}, {"agreed", "ZZ"}}

	secondReasonWords = words{{"working-aged", "12"}, {"renal-disease", "13"}, {"no-fault", "14"}, {"workers-compensation", "15"},
		{"public-health-service", "16"}, {"black-lung", "41"}, {"veterans", "42"}, {"disabled", "43"}, {"liability", "47"}}

	yesNoWords      = words{{"yes", "Y"}, {"no", "N"}, {"not-applicable", "W"}}
	assignmentWords = words{{"yes", "A"}, {"no", "C"}, {"laboratory-only", "B"}}
	releaseWords    = words{{"signed", "Y"}, {"informed", "I"}}
	actionWords     = words{{"replace", "7"}, {"void", "8"}}
	purposeWords    = words{{"payment", "CH"}, {"report", "RP"}}
	usageWords      = words{{"test", "T"}, {"production", "P"}}
	numberWords     = words{{"license", "0B"}, {"upin", "1G"}, {"payer", "G2"}, {"location", "LU"}}
	roleWords       = words{{"billing", "85"}, {"rendering", "82"}, {"referring", "DN"}, {"primary-care", "P3"}, {"supervising", "DQ"}, {"facility", "77"},
		{"attending", "71"}, {"operating", "72"}, {"other-operating", "ZZ"}, {"assistant-surgeon", "DD"}}
	groupWords     = words{{"contractual", "CO"}, {"patient", "PR"}, {"other", "OA"}, {"payer", "PI"}, {"correction", "CR"}}
	diagnosisWords = words{{"icd-10", "ABK"}, {"icd-9", "BK"}}
	codeListWords  = words{{"hcpcs", "HC"}, {"state", "ER"}, {"home-infusion", "IV"}, {"alternative-medicine", "WK"}, {"hipps", "HP"}, {"cdt", "AD"}}
	drugUnitWords  = words{{"unit", "UN"}, {"milliliter", "ML"}, {"gram", "GR"}, {"milligram", "ME"}, {"international-unit", "F2"}}
	productWords   = words{{"ndc", "N4"}, {"ean-13", "EN"}, {"ean-8", "EO"}, {"hibc", "HI"}, {"order-number", "ON"}, {"gtin-14", "UK"}, {"upc", "UP"}}
	rentalWords    = words{{"week", "1"}, {"month", "4"}, {"day", "6"}}
	certWords      = words{{"initial", "I"}, {"renewal", "R"}, {"revised", "S"}}
	certSentWords  = words{{"sent-before", "AB"}, {"in-claim", "AD"}, {"in-note", "AF"}, {"not-needed", "AG"}, {"not-specified", "NS"}}
	measureWords   = words{{"height", "HT"}, {"hemoglobin", "R1"}, {"hematocrit", "R2"}, {"epoetin", "R3"}, {"creatinine", "R4"}}
	formWords      = words{{"medicare-equipment", "UT"}, {"payer", "AS"}}
	noteWords      = words{{"additional", "ADD"}, {"certification", "CER"}, {"goals", "DCP"}, {"diagnosis", "DGN"}, {"outside", "TPO"}}
	sendWords      = words{{"on-request", "AA"}, {"mail", "BM"}, {"electronic", "EL"}, {"email", "EM"}, {"file", "FT"}, {"fax", "FX"}}
	contractWords  = words{{"diagnosis-group", "01"}, {"per-diem", "02"}, {"variable-per-diem", "03"}, {"flat", "04"}, {"capitated", "05"},
		{"percent", "06"}, {"other", "09"}}
	spinalWords = words{{"acute", "A"}, {"chronic", "C"}, {"not-acute", "D"}, {"not-life-threatening", "E"}, {"routine", "F"},
		{"symptomatic", "G"}, {"acute-on-chronic", "M"}}
	visionForWords = words{{"spectacle-lenses", "E1"}, {"contact-lenses", "E2"}, {"frames", "E3"}}
	visionWords    = words{{"vision-change", "L1"}, {"lost-or-stolen", "L2"}, {"broken", "L3"}, {"preference", "L4"}, {"medical", "L5"}}
	screenWords    = words{{"refused", "AV"}, {"not-used", "NU"}, {"under-treatment", "S2"}, {"new-services", "ST"}}
	programWords   = words{{"handicapped-children", "02"}, {"special-federal", "03"}, {"disability", "05"}, {"second-opinion", "09"}}
	delayWords     = words{{"eligibility-unknown", "1"}, {"litigation", "2"}, {"authorization", "3"}, {"provider-certification", "4"},
		{"billing-forms", "5"}, {"custom-appliances", "6"}, {"third-party", "7"}, {"eligibility-decision", "8"}, {"rejected-before", "9"},
		{"prior-approval", "10"}, {"other", "11"}, {"disaster", "15"}}
	exceptionWords = words{{"urgent", "1"}, {"retroactive", "2"}, {"emergency", "3"}, {"temporary-medicaid", "4"}, {"county-second-opinion", "5"},
		{"override-pending", "6"}, {"special-handling", "7"}}
	transportWords = words{{"nearest-facility", "A"}, {"preferred-provider", "B"}, {"near-family", "C"}, {"specialist", "D"}, {"rehabilitation", "E"}}
	conditionWords = words{{"admitted", "01"}, {"stretcher", "04"}, {"unconscious", "05"}, {"emergency", "06"}, {"restrained", "07"},
		{"bleeding", "08"}, {"medically-necessary", "09"}, {"bed-confined", "12"}}

	documentWords = words{{"support-data", "OZ"}, {"medical-record", "M1"}, {"operative-note", "OB"}, {"laboratory-results", "LA"},
		{"progress-report", "09"}, {"physician-report", "PY"}, {"physician-order", "B3"}, {"diagnostic-report", "DG"},
		{"discharge-summary", "DS"}, {"discharge-monitoring", "DJ"}, {"explanation-of-benefits", "EB"}, {"radiology-report", "RR"},
		{"radiology-films", "RB"}, {"pathology-report", "P4"}, {"medical-history", "P5"}, {"plan-of-treatment", "08"},
		{"beyond-guidelines", "03"}, {"drugs-administered", "04"}, {"treatment-diagnosis", "05"}, {"initial-assessment", "06"},
		{"functional-goals", "07"}, {"continued-treatment", "10"}, {"chemical-analysis", "11"}, {"certified-test", "13"},
		{"reason-for-admission", "15"}, {"recovery-plan", "21"}, {"allergies", "A3"}, {"autopsy", "A4"},
		{"ambulance-certification", "AM"}, {"admission-summary", "AS"}, {"prescription", "B2"}, {"referral-form", "B4"},
		{"benchmark-tests", "BR"}, {"baseline", "BS"}, {"blanket-tests", "BT"}, {"chiropractic-reason", "CB"}, {"consent", "CK"},
		{"certification", "CT"}, {"drug-profile", "D2"}, {"dental-models", "DA"}, {"equipment-prescription", "DB"},
		{"health-certificate", "HC"}, {"clinic-record", "HR"}, {"immunization-record", "I5"}, {"school-immunization", "IR"},
		{"models", "MT"}, {"nursing-notes", "NN"}, {"oxygen-content", "OC"}, {"orders", "OD"}, {"physical-examination", "OE"},
		{"oxygen-certification", "OX"}, {"feeding-certification", "PE"}, {"physical-therapy-notes", "PN"}, {"prosthetics", "PO"},
		{"paramedical-results", "PQ"}, {"physical-therapy-certification", "PZ"}, {"test-report", "RT"}, {"oxygen-renewal", "RX"},
		{"periodontal-charts", "P6"}, {"symptoms", "SG"}, {"death-notice", "V5"}, {"photographs", "XP"}}
)
