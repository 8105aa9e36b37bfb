// SPDX-License-Identifier: Apache-2.0

package encounter

import "github.com/claimwire/claimwire/x12"

// The words of hospitals and dentists.
var (
	// The first two digits of a type of bill: who bills for which kind of care.
	facilityWords = words{{"hospital-inpatient", "11"}, {"hospital-inpatient-part-b", "12"}, {"hospital-outpatient", "13"}, {"hospital-laboratory", "14"},
		{"swing-bed", "18"}, {"nursing-facility", "21"}, {"nursing-facility-part-b", "22"}, {"nursing-facility-outpatient", "23"},
		{"nursing-facility-swing-bed", "28"}, {"home-health", "32"}, {"home-health-outpatient", "33"}, {"home-health-without-plan", "34"},
		{"religious-inpatient", "41"}, {"religious-outpatient", "43"}, {"intermediate-care-1", "65"}, {"intermediate-care-2", "66"},
		{"rural-health-clinic", "71"}, {"dialysis-center", "72"}, {"clinic", "73"}, {"rehabilitation-clinic", "74"},
		{"comprehensive-rehabilitation", "75"}, {"mental-health-center", "76"}, {"federally-qualified-health-center", "77"},
		{"emergency-facility", "78"}, {"other-clinic", "79"}, {"hospice", "81"}, {"hospital-hospice", "82"}, {"surgery-center", "83"},
		{"birthing-center", "84"}, {"critical-access-hospital", "85"}, {"residential-facility", "86"}, {"opioid-treatment", "87"},
		{"other", "89"}}

	partWords = words{{"whole", "1"}, {"first", "2"}, {"continuing", "3"}, {"last", "4"}, {"late-charges", "5"}, {"nothing-to-pay", "0"},
		{"home-health-final", "9"}, {"admission-notice", "A"}, {"end-notice", "B"}, {"provider-change", "C"}, {"notice-void", "D"}, {"owner-change", "E"},
		{"patient-adjustment", "F"}, {"common-file-adjustment", "G"}, {"agency-adjustment", "H"}, {"contractor-adjustment", "I"}, {"other-adjustment", "J"},
		{"inspector-adjustment", "K"}, {"secondary-payer-adjustment", "M"}, {"quality-review-adjustment", "P"}, {"reopening", "Q"}}

	priorityWords = words{{"emergency", "1"}, {"urgent", "2"}, {"elective", "3"}, {"newborn", "4"}, {"trauma", "5"}, {"unknown", "9"}}

	originWords = words{{"home", "1"}, {"clinic", "2"}, {"hospital", "4"}, {"nursing-facility", "5"}, {"other-facility", "6"}, {"court", "8"}, {"unknown", "9"},
		{"same-hospital", "D"}, {"surgery-center", "E"}, {"hospice", "F"}, {"disaster-site", "G"}}

	newbornOriginWords = words{{"born-here", "5"}, {"born-elsewhere", "6"}}

	statusWords = words{{"home", "01"}, {"hospital", "02"}, {"nursing-facility", "03"}, {"custodial-care", "04"}, {"cancer-or-children-hospital", "05"},
		{"home-health", "06"}, {"against-advice", "07"}, {"admitted-here", "09"}, {"died", "20"}, {"court", "21"}, {"still-patient", "30"},
		{"died-at-home", "40"}, {"died-in-facility", "41"}, {"died-elsewhere", "42"}, {"federal-facility", "43"}, {"hospice-home", "50"},
		{"hospice-facility", "51"}, {"swing-bed", "61"}, {"rehabilitation", "62"}, {"long-term-hospital", "63"}, {"medicaid-nursing-facility", "64"},
		{"psychiatric-hospital", "65"}, {"critical-access-hospital", "66"}, {"disaster-site", "69"}, {"other", "70"},
		{"home-to-return", "81"}, {"hospital-to-return", "82"}, {"nursing-facility-to-return", "83"}, {"custodial-care-to-return", "84"},
		{"cancer-or-children-hospital-to-return", "85"}, {"home-health-to-return", "86"}, {"court-to-return", "87"}, {"federal-facility-to-return", "88"},
		{"swing-bed-to-return", "89"}, {"rehabilitation-to-return", "90"}, {"long-term-hospital-to-return", "91"}, {"medicaid-nursing-facility-to-return", "92"},
		{"psychiatric-hospital-to-return", "93"}, {"critical-access-hospital-to-return", "94"}, {"other-to-return", "95"}}

	presentWords = words{{"yes", "Y"}, {"no", "N"}, {"unknown", "U"}, {"undetermined", "W"}, {"exempt", ""}}

	changeWords = words{{"dates", "D0"}, {"charges", "D1"}, {"codes", "D2"}, {"interim", "D3"}, {"diagnoses", "D4"}, {"identifiers", "D5"},
		{"duplicate", "D6"}, {"medicare-secondary", "D7"}, {"medicare-primary", "D8"}, {"other", "D9"}, {"patient-status", "E0"}}

	stayNoteWords = words{{"allergies", "ALG"}, {"goals", "DCP"}, {"diagnosis", "DGN"}, {"equipment", "DME"}, {"medications", "MED"}, {"nutrition", "NTR"},
		{"orders", "ODT"}, {"limits", "RHB"}, {"reason-to-leave-home", "RLH"}, {"times-away", "RNH"}, {"home-setting", "SET"}, {"safety", "SFM"},
		{"further-plan", "SPT"}, {"update", "UPI"}}

	prosthesisWords = words{{"initial", "I"}, {"replacement", "R"}}

	mouthWords = words{{"whole", "00"}, {"upper", "01"}, {"lower", "02"}, {"upper-right-sextant", "03"}, {"upper-front-sextant", "04"},
		{"upper-left-sextant", "05"}, {"lower-left-sextant", "06"}, {"lower-front-sextant", "07"}, {"lower-right-sextant", "08"}, {"other", "09"},
		{"upper-right", "10"}, {"upper-left", "20"}, {"lower-left", "30"}, {"lower-right", "40"}, {"left", "L"}, {"right", "R"}}
)

// Events that an accident or a death is told by in a stay: occurrence codes.
const (
	occurrenceAuto       x12.Code = "01"
	occurrenceEmployment x12.Code = "04"
	occurrenceAccident   x12.Code = "05"
)

// Numbers of days in a stay: value codes.
const (
	valueCoveredDays     x12.Code = "80"
	valueNonCoveredDays  x12.Code = "81"
	valueCoinsuranceDays x12.Code = "82"
	valueReserveDays     x12.Code = "83"
)
