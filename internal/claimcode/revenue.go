// SPDX-License-Identifier: Apache-2.0

package claimcode

import (
	"sort"

	"github.com/claimwire/claimwire/internal/plain"
)

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

// RevenueName returns what a revenue code is for, in at most 24 characters; ""
// when it is none.
func RevenueName(code string) string {
	if !plain.AllDigits(code, 4) {
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

// IsHIPPS reports whether a revenue code is billed with a HIPPS code: 0022
// nursing facility, 0023 home health, 0024 inpatient rehabilitation.
func IsHIPPS(revenue string) bool {
	return revenue == "0022" || revenue == "0023" || revenue == "0024"
}

// IsRoom reports whether a revenue code is of room and board, 0100 to 0219.
func IsRoom(revenue string) bool {
	return plain.AllDigits(revenue, 4) && revenue >= "0100" && revenue <= "0219"
}
