// SPDX-License-Identifier: Apache-2.0

package main

import (
	"strings"
	"time"

	"github.com/claimwire/claimwire/x12"
)

// first returns the first text that is not empty.
func first(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

// dateOf reads 30-May-2015, 20150530 or 2015-05-30; no text is no date.
func dateOf(s string) (x12.Date, bool) {
	if s == "" {
		return 0, true
	}
	if d, ok := x12.ParseDate(s); ok {
		return d, true
	}
	for _, form := range []string{"02-Jan-2006", "2006-01-02"} {
		if t, err := time.Parse(form, s); err == nil {
			return x12.DateOf(t), true
		}
	}
	return 0, false
}

func letters(s string) bool {
	return strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// stateOf returns the two letters of a state code of the Social Security
// Administration; text that is none stays as it is.
func stateOf(s string) string {
	if len(s) == 1 {
		s = "0" + s
	}
	if v, ok := ssaStates[s]; ok {
		return v
	}
	return s
}

// ssaStates are the state codes that Medicare's files use.
var ssaStates = map[string]string{
	"01": "AL", "02": "AK", "03": "AZ", "04": "AR", "05": "CA", "06": "CO", "07": "CT", "08": "DE", "09": "DC", "10": "FL",
	"11": "GA", "12": "HI", "13": "ID", "14": "IL", "15": "IN", "16": "IA", "17": "KS", "18": "KY", "19": "LA", "20": "ME",
	"21": "MD", "22": "MA", "23": "MI", "24": "MN", "25": "MS", "26": "MO", "27": "MT", "28": "NE", "29": "NV", "30": "NH",
	"31": "NJ", "32": "NM", "33": "NY", "34": "NC", "35": "ND", "36": "OH", "37": "OK", "38": "OR", "39": "PA", "40": "PR",
	"41": "RI", "42": "SC", "43": "SD", "44": "TN", "45": "TX", "46": "UT", "47": "VT", "48": "VI", "49": "VA", "50": "WA",
	"51": "WV", "52": "WI", "53": "WY", "64": "AS", "65": "GU", "97": "MP",
	// second codes of states that have run out of provider numbers
	"55": "CA", "67": "TX", "68": "FL", "69": "FL", "70": "KS", "71": "LA", "72": "OH", "73": "PA", "74": "TX", "80": "MD",
}

// zipOf gives a ZIP code back the zeros in front that it lost as a number, where
// the state has codes that begin with zero.
func zipOf(s, state string) string {
	if !digits(s) || !strings.Contains("CT MA ME NH NJ RI VT PR VI", state) || state == "" {
		return s
	}
	switch n := len(s); {
	case n >= 3 && n < 5:
		return "00"[:5-n] + s
	case n >= 7 && n < 9:
		return "00"[:9-n] + s
	}
	return s
}

// placeOf returns a place of service with its two digits.
func placeOf(s string) x12.Code {
	if len(s) == 1 && digits(s) {
		s = "0" + s
	}
	return x12.Code(s)
}

// primaryReasons is why another payer pays before Medicare, by the primary payer
// code of a row.
var primaryReasons = map[string]string{
	"A": "working-aged", "B": "renal-disease", "D": "no-fault", "E": "workers-compensation", "F": "public-health-service",
	"G": "disabled", "H": "black-lung", "I": "veterans", "L": "liability",
}
