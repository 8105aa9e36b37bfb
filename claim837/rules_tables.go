// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"sort"

	"github.com/claimwire/claimwire/x12"
)

// The small public lists that rules and forms need.

// Traits of a type of bill.
const (
	billInpatient    = 1 << iota // a stay
	billOutpatient               // services by the day: procedures are HCPCS, lines have dates
	billAdmission                // has a day of admission, or of the start of care
	billHours                    // has the hours of admission and discharge
	billAdmitting                // has the diagnosis at admission
	billPresentMarks             // tells which diagnoses were present on admission
	billNoOrigin                 // has no point of origin
	billMixed                    // neither a stay nor services by the day alone
	billParts                    // a long stay is billed in parts: first, continuing, last
)

// typeTraits tells what a facility type (CLM05-1) says of a bill; 0 when it is
// none in use.
func typeTraits(facility x12.Code) int {
	switch facility {
	case "11":
		return billInpatient | billAdmission | billHours | billAdmitting | billPresentMarks | billParts
	case "18", "41":
		return billInpatient | billAdmission | billHours | billAdmitting | billParts
	case "21":
		return billInpatient | billAdmission | billAdmitting | billParts
	case "12":
		return billAdmitting
	case "14":
		return billOutpatient | billNoOrigin
	case "13", "23", "34", "43", "71", "72", "73", "74", "75", "76", "77", "78", "79", "83", "84", "85", "87":
		return billOutpatient
	case "32", "33":
		return billAdmission | billMixed
	case "81", "82":
		return billAdmission | billMixed | billParts
	case "28", "65", "66", "86":
		return billMixed | billParts
	case "22", "89":
		return billMixed
	}
	return 0
}

// knownStatus reports whether a patient status (CL103) is in use.
func knownStatus(c x12.Code) bool {
	switch c {
	case "01", "02", "03", "04", "05", "06", "07", "09", "20", "21", "30", "40", "41", "42", "43", "50", "51",
		"61", "62", "63", "64", "65", "66", "69", "70", "81", "82", "83", "84", "85", "86", "87", "88", "89",
		"90", "91", "92", "93", "94", "95":
		return true
	}
	return false
}

// knownOrigin reports whether a point of origin (CL102) is in use.
func knownOrigin(c x12.Code) bool {
	switch c {
	case "1", "2", "4", "5", "6", "8", "9", "D", "E", "F", "G":
		return true
	}
	return false
}

// knownFrequency reports whether a bill's place in its series (CLM05-3) is in use.
func knownFrequency(c x12.Code) bool {
	return len(c) == 1 && (c[0] >= '0' && c[0] <= '9' || c[0] >= 'A' && c[0] <= 'Q' && c != "L" && c != "N" && c != "O")
}

// revenueRange is ten revenue codes, by their first three digits, with a name
// that fits form locator 43.
type revenueRange struct{ from, name string }

var revenueRanges = []revenueRange{
	{"010", "ALL-INCLUSIVE RATE"}, {"011", "ROOM AND BOARD, PRIVATE"}, {"012", "ROOM AND BOARD, 2 BEDS"}, {"013", "ROOM AND BOARD, 3-4 BEDS"},
	{"014", "DELUXE PRIVATE ROOM"}, {"015", "WARD"}, {"016", "OTHER ROOM AND BOARD"}, {"017", "NURSERY"}, {"018", "LEAVE OF ABSENCE"},
	{"019", "SUBACUTE CARE"}, {"020", "INTENSIVE CARE"}, {"021", "CORONARY CARE"}, {"022", "SPECIAL CHARGES"}, {"023", "INCREMENTAL NURSING"},
	{"024", "ALL-INCLUSIVE ANCILLARY"}, {"025", "PHARMACY"}, {"026", "IV THERAPY"}, {"027", "SUPPLIES AND DEVICES"}, {"028", "ONCOLOGY"},
	{"029", "DURABLE EQUIPMENT"}, {"030", "LABORATORY"}, {"031", "PATHOLOGY"}, {"032", "DIAGNOSTIC RADIOLOGY"}, {"033", "THERAPEUTIC RADIOLOGY"},
	{"034", "NUCLEAR MEDICINE"}, {"035", "CT SCAN"}, {"036", "OPERATING ROOM"}, {"037", "ANESTHESIA"}, {"038", "BLOOD"}, {"039", "BLOOD PROCESSING"},
	{"040", "OTHER IMAGING"}, {"041", "RESPIRATORY SERVICES"}, {"042", "PHYSICAL THERAPY"}, {"043", "OCCUPATIONAL THERAPY"}, {"044", "SPEECH THERAPY"},
	{"045", "EMERGENCY ROOM"}, {"046", "PULMONARY FUNCTION"}, {"047", "AUDIOLOGY"}, {"048", "CARDIOLOGY"}, {"049", "AMBULATORY SURGERY"},
	{"050", "OUTPATIENT SERVICES"}, {"051", "CLINIC"}, {"052", "FREESTANDING CLINIC"}, {"053", "OSTEOPATHIC SERVICES"}, {"054", "AMBULANCE"},
	{"055", "SKILLED NURSING, HOME"}, {"056", "SOCIAL SERVICES, HOME"}, {"057", "HOME HEALTH AIDE"}, {"058", "OTHER HOME VISITS"},
	{"059", "HOME HEALTH UNITS"}, {"060", "HOME OXYGEN"}, {"061", "MRI"}, {"062", "SUPPLIES, EXTENSION"}, {"063", "DRUGS, EXTENSION"},
	{"064", "HOME IV THERAPY"}, {"065", "HOSPICE"}, {"066", "RESPITE CARE"}, {"067", "OUTPATIENT RESIDENCE"}, {"068", "TRAUMA RESPONSE"},
	{"069", "PALLIATIVE CARE"}, {"070", "CAST ROOM"}, {"071", "RECOVERY ROOM"}, {"072", "LABOR AND DELIVERY"}, {"073", "EKG"}, {"074", "EEG"},
	{"075", "GASTRO-INTESTINAL"}, {"076", "TREATMENT, OBSERVATION"}, {"077", "PREVENTIVE CARE"}, {"078", "TELEMEDICINE"}, {"079", "LITHOTRIPSY"},
	{"080", "INPATIENT DIALYSIS"}, {"081", "ORGAN ACQUISITION"}, {"082", "HEMODIALYSIS"}, {"083", "PERITONEAL DIALYSIS"}, {"084", "CAPD"},
	{"085", "CCPD"}, {"086", "MAGNETOENCEPHALOGRAPHY"}, {"087", "CELL AND GENE THERAPY"}, {"088", "OTHER DIALYSIS"}, {"089", "CELL THERAPY PHARMACY"},
	{"090", "BEHAVIORAL TREATMENTS"}, {"091", "BEHAVIORAL, EXTENSION"}, {"092", "OTHER DIAGNOSTIC"}, {"093", "MEDICAL REHAB DAY CARE"},
	{"094", "OTHER THERAPEUTIC"}, {"095", "THERAPEUTIC, EXTENSION"}, {"096", "PROFESSIONAL FEES"}, {"097", "PROFESSIONAL FEES"},
	{"098", "PROFESSIONAL FEES"}, {"099", "PATIENT CONVENIENCE"}, {"100", "BEHAVIORAL ROOM"}, {"210", "ALTERNATIVE THERAPY"}, {"310", "ADULT CARE"},
}

// revenueName is what a revenue code is for; "" when it is none.
func revenueName(code string) string {
	if !digits(code, 4) {
		return ""
	}
	switch code {
	case "0001":
		return "TOTAL CHARGE"
	case "0022":
		return "SKILLED NURSING HIPPS"
	case "0023":
		return "HOME HEALTH HIPPS"
	case "0024":
		return "REHABILITATION HIPPS"
	}
	k := sort.Search(len(revenueRanges), func(k int) bool { return revenueRanges[k].from >= code[:3] })
	if k < len(revenueRanges) && revenueRanges[k].from == code[:3] {
		return revenueRanges[k].name
	}
	return ""
}
