// SPDX-License-Identifier: Apache-2.0

// Package nearest finds which word somebody meant who misspelled it.
package nearest

import "strings"

// Of returns the entry of a list that a misspelled one most probably means;
// empty when none is near.
func Of(list []string, s string) string {
	best, least := "", max(len(s)/2, 1)+1
	low := strings.ToLower(s)
	if len(s) > 64 {
		return ""
	}
	for _, w := range list {
		d := distance(strings.ToLower(w), low)
		if strings.HasPrefix(strings.ToLower(w), low) && len(s) > 2 {
			d = 1
		}
		if d < least {
			best, least = w, d
		}
	}
	return best
}

// distance is how many letters must be put in, taken out or changed; two that
// changed places count once.
func distance(a, b string) int {
	var before []int
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
