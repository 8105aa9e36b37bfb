// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/x12"

// The small public lists that rules need.

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
