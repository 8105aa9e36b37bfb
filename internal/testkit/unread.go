// SPDX-License-Identifier: Apache-2.0

package testkit

import "strings"

// ClaimAmounts are the elements with amounts and counts, by tag; a component after a
// point: the amounts of value codes.
var ClaimAmounts = map[string][]int{
	"CLM": {2}, "SV1": {2, 4}, "SV2": {3, 5, 7}, "SV3": {2, 6}, "SVD": {2, 5}, "AMT": {2}, "QTY": {2}, "PS1": {2}, "CTP": {4},
	"CAS": {3, 4, 6, 7, 9, 10}, "HI": {1, 2, 3, 4, 5, 6},
}

// UnreadableAt returns the segment with an amount made unreadable, and whether it has
// one there.
func UnreadableAt(segment string, e int) (string, bool) {
	parts := strings.Split(segment, "*")
	if e >= len(parts) || parts[e] == "" {
		return "", false
	}
	if strings.TrimSpace(parts[0]) == "HI" {
		comps := strings.Split(parts[e], ":")
		if comps[0] != "BE" || len(comps) < 5 {
			return "", false
		}
		comps[4] = "$" + comps[4]
		parts[e] = strings.Join(comps, ":")
	} else {
		parts[e] = "$" + parts[e]
	}
	return strings.Join(parts, "*"), true
}
