// SPDX-License-Identifier: Apache-2.0

package main

import (
	"strings"
	"testing"
)

// A count of a trailer that is no count is an error, and recode tells what it
// writes instead.
func TestCountsOfTrailers(t *testing.T) {
	for _, count := range []struct{ tag, right string }{{"SE", ""}, {"GE", ""}, {"IEA", ""}} {
		at := strings.Index(good, count.tag+"*") + len(count.tag) + 1
		right, _, _ := strings.Cut(good[at:], "*")
		for _, wrong := range []string{"-" + right, "-0", "-999", right + ":7", right + ":", right + "^" + right, right + ".0", "+" + right, "9" + right, ""} {
			text := good[:at] + wrong + good[at+len(right):]
			out, errs, status := runOn([]byte(text), "validate", "-")
			if status != exitFindings || !strings.Contains(string(out), count.tag+"01") {
				t.Errorf("validate %s*%s: %d %s%s", count.tag, wrong, status, out, errs)
			}
			out, errs, status = runOn([]byte(text), "recode", "-")
			if string(out) != good || status != exitFindings || !strings.Contains(string(errs), "("+count.tag+"01) [count-corrected]") {
				t.Errorf("recode %s*%s: %d %s", count.tag, wrong, status, errs)
			}
		}
		// Leading zeros are read, and kept.
		text := good[:at] + "00" + good[at:]
		if out, errs, status := runOn([]byte(text), "recode", "-"); string(out) != text || status != exitOK {
			t.Errorf("recode %s*00%s: %d %s", count.tag, right, status, errs)
		}
	}
}
