// SPDX-License-Identifier: Apache-2.0

package claimcode

import "github.com/claimwire/claimwire/x12"

// Traits of a type of bill, as BillTraits returns them.
const (
	Stay               = 1 << iota // a stay
	ByDay                          // services by the day: procedures are HCPCS, lines have dates
	Admission                      // has a day of admission, or of the start of care
	Hours                          // has the hours of admission and discharge
	AdmittingDiagnosis             // has the diagnosis at admission
	PresentMarks                   // tells which diagnoses were present on admission
	NoOrigin                       // has no point of origin
	Mixed                          // neither a stay nor services by the day alone
	InParts                        // a long stay is billed in parts: first, continuing, last
)

// BillTraits returns what a facility type (CLM05-1) says of a bill; 0 when it is
// none in use.
func BillTraits(facility x12.Code) int {
	switch facility {
	case "11":
		return Stay | Admission | Hours | AdmittingDiagnosis | PresentMarks | InParts
	case "18", "41":
		return Stay | Admission | Hours | AdmittingDiagnosis | InParts
	case "21":
		return Stay | Admission | AdmittingDiagnosis | InParts
	case "12":
		return AdmittingDiagnosis
	case "14":
		return ByDay | NoOrigin
	case "13", "23", "34", "43", "71", "72", "73", "74", "75", "76", "77", "78", "79", "83", "84", "85", "87":
		return ByDay
	case "32", "33":
		return Admission | Mixed
	case "81", "82":
		return Admission | Mixed | InParts
	case "28", "65", "66", "86":
		return Mixed | InParts
	case "22", "89":
		return Mixed
	}
	return 0
}
