// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

// Of a claim with an amount that could not be read, no sum is off and nothing is zero.
func TestUnreadAmountsAreNotCompared(t *testing.T) {
	const good = "HL*1**20*1~NM1*85*2*CLINIC~HL*2*1*22*0~SBR*P*18~NM1*IL*1*DOE~CLM*A1*30***11:B:1~LX*1~SV1*HC:99213*10*UN*1~LX*2~SV1*HC:99214*10*UN*1~"
	count := func(body string) (n int) {
		Judge(claimsOf(t, setOf(body), nil)[0], nil, func(i x12.Issue) {
			if strings.Contains(string(i.Code), "-BAL-") || strings.Contains(i.Detail, "zero") {
				n++
			}
		})
		return n
	}
	if count(good) == 0 {
		t.Fatal("the sum that is off is not found")
	}
	for was, is := range map[string]string{"99213*10*": "99213*1,0*", "A1*30*": "A1*$30*", "UN*1~LX": "UN*one~LX", "SV1*HC:99214*10": "SV1*HC:99214*"} {
		if n := count(strings.Replace(good, was, is, 1)); n > 0 {
			t.Errorf("%s: %d issues about amounts", is, n)
		}
	}
}
