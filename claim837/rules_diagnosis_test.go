// SPDX-License-Identifier: Apache-2.0

package claim837

import "testing"

func TestFormOfICD10(t *testing.T) {
	for code, want := range map[string]bool{
		"E119": true, "I10": true, "S52501A": true, "U071": true, "C7A00": true, "O9A12": true, "Z3A40": true, "QA00109": true,
		"25000": false, "HELLO": false, "ABA": false, "EL1": false, "8A05": false,
	} {
		if got := icd10Form(code); got != want {
			t.Errorf("%s: %t", code, got)
		}
	}
}
