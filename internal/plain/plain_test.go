// SPDX-License-Identifier: Apache-2.0

package plain

import (
	"strings"
	"testing"

	"github.com/claimwire/claimwire/x12"
)

func TestWords(t *testing.T) {
	l := Words{{"life-partner", "53"}, {"self", "18"}, {"other", "G8"}}
	for in, want := range map[string]x12.Code{"self": "18", "Self": "18", "life partner": "53", "LIFE_PARTNER": "53", "g8": "G8", "18": "18", "": "", "brother": ""} {
		if got, ok := l.Code(in); got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v", in, got, ok)
		}
	}
}

func TestTexts(t *testing.T) {
	for in, want := range map[string]string{"g0008": "G0008", "A1": "A1", " 0b ": "0B", "45.": "45.", "4a 02": "4A 02"} {
		if got := Code(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
	for in, want := range map[string]string{"z79.4": "Z794", "E812.0": "E8120", "88.56": "8856", " j06.9 ": "J069", "I10": "I10", "I10.": "I10",
		"J.069": "J.069", "J06.9.1": "J06.9.1", "J06 9": "J06 9", "J0690.1": "J0690.1", "J069.1": "J069.1", "e812.0": "E8120", ".": ".", "": ""} {
		if got := ICD(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
	for in, want := range map[string]string{"(217) 555-0142": "2175550142", "12": "12", "36-4417120": "364417120", "A-1": "A1"} {
		if got := Digits(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
	if !AllDigits("0123", 4) || AllDigits("0123", 5) || AllDigits("01a3", 4) || AllDigits("٠١", 4) {
		t.Error("AllDigits")
	}
}

func TestAddress(t *testing.T) {
	for _, c := range [][2]x12.Address{
		{{State: "il", Zip: "62704-2315", Country: "us"}, {State: "IL", Zip: "627042315"}},
		{{State: "on", Zip: "K1A 0B1", Country: "CAN"}, {State: "ON", Zip: "K1A 0B1", Country: "CA"}},
		{{Line1: "1 RUE X", State: "idf", Zip: "75001", Country: "FR"}, {Line1: "1 RUE X", Zip: "75001", Country: "FR", Subdivision: "IDF"}},
	} {
		if got := Address(c[0]); got != c[1] {
			t.Errorf("%+v, want %+v", got, c[1])
		}
	}
}

func TestValidNPI(t *testing.T) {
	for in, want := range map[string]bool{"1234567893": true, "1234567894": false, "3234567893": false, "123456789": false, "": false} {
		if ValidNPI(in) != want {
			t.Errorf("%q: %v", in, !want)
		}
	}
}

func TestUnknown(t *testing.T) {
	text := Words{{"female", "F"}, {"male", "M"}}.Unknown("femal")
	if !strings.Contains(text, "female, male") || !strings.HasSuffix(text, "the nearest is female") {
		t.Error(text)
	}
}

func TestUnknownProvider(t *testing.T) {
	for want, providers := range map[string]map[string]int{
		"the practice has no provider of this key; take one of brandt, okafor; the nearest is okafor; or add it to practice.providers, or give the provider itself": {"okafor": 1, "brandt": 2},
		"the practice has no provider of this key; add it to practice.providers, or give the provider itself":                                                       nil,
	} {
		if got := UnknownProvider(providers, "okafro"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
