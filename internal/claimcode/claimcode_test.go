// SPDX-License-Identifier: Apache-2.0

package claimcode

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

func TestRevenueName(t *testing.T) {
	for code, want := range map[string]string{"0450": "EMERGENCY ROOM", "0022": "SKILLED NURSING HIPPS", "3101": "ADULT CARE", "0990": "PATIENT CONVENIENCE", "1500": "", "450": "", "": "", "0001": "TOTAL CHARGE"} {
		if got := RevenueName(code); got != want || len(got) > 24 {
			t.Errorf("%s is %q, want %q", code, got, want)
		}
	}
	for k := range revenueRanges {
		if k > 0 && revenueRanges[k-1].from >= revenueRanges[k].from || len(revenueRanges[k].name) > 24 || strings.ToUpper(revenueRanges[k].name) != revenueRanges[k].name {
			t.Errorf("%v", revenueRanges[k])
		}
	}
}

func TestValidMBI(t *testing.T) {
	for _, v := range []string{"1EG4TE5MK73", "9AA9AA9AA99", "1E04T05MK73"} {
		if !ValidMBI(v) {
			t.Errorf("%q is none", v)
		}
	}
	for _, v := range []string{"", "123456789A", "1SG4TE5MK73", "0EG4TE5MK73", "1EG4TE5MK7", "1EG4-TE5-MK73", "1eg4te5mk73", "1EG4TE5MKAA", "1E44TE5MB73"} {
		if ValidMBI(v) {
			t.Errorf("%q is one", v)
		}
	}
}

func TestRank(t *testing.T) {
	for code, want := range map[x12.Code]int{"P": 1, "S": 2, "T": 3, "A": 4, "H": 11, "U": 0, "": 0, "PS": 0} {
		if got := Rank(code); got != want {
			t.Errorf("%q is %d, want %d", code, got, want)
		}
	}
}

func TestRevenueKinds(t *testing.T) {
	for code, want := range map[string][2]bool{"0100": {true, false}, "0219": {true, false}, "0220": {}, "0099": {}, "100": {}, "0022": {false, true}, "0024": {false, true}, "0025": {}, "": {}} {
		if got := [2]bool{IsRoom(code), IsHIPPS(code)}; got != want {
			t.Errorf("%q is %v, want %v", code, got, want)
		}
	}
}
