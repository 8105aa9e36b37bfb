// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"regexp"
	"strings"
	"sync"

	"github.com/claimwire/claimwire/internal/plain"
	"github.com/claimwire/claimwire/x12"
)

// Addresses: states, provinces and postal codes, of everybody in the claim.

func addressRules() []Rule {
	return []Rule{
		{ID: "CS-STATE", SNIP: 5, Severity: isError, Sets: allKinds, Check: statesAreListed, // EDIT-047, EDIT-102
			Title: "the state is none of the US", Fix: "give the two letters of the state, or the country when the address is abroad"},
		{ID: "CS-COUNTRY", SNIP: 5, Severity: isError, Sets: allKinds, Check: countriesAreListed,
			Title: "the country is none of ISO 3166", Fix: "give its two letters, or nothing for the US"},
		{ID: "CS-ZIP", SNIP: 5, Severity: isError, Sets: allKinds, Check: zipsArePossible, // EDIT-042, EDIT-043
			Title: "the ZIP code is not five or nine digits", Fix: "give the ZIP code of the address"},
		{ID: "837-PRV-22", SNIP: 4, Severity: isWarning, Sets: allKinds, Check: facilityHasStreet,
			Title: "the address of the service facility is a post office box", Fix: "give the street where the services were given"},
	}
}

// eachAddress calls check for each address of the claim that says anything.
func eachAddress(c *Claim, check func(a *x12.Address, s site)) {
	some := func(a *x12.Address, s site) {
		if a.Zip != "" || !a.IsZero() {
			check(a, s)
		}
	}
	if b := c.BillingProvider; b != nil {
		some(&b.Address, site{path: "billingProvider.address"})
		if b.PayTo != nil {
			some(&b.PayTo.Address, site{path: "billingProvider.payTo.address"})
		}
		if b.PayToPlan != nil {
			some(&b.PayToPlan.Address, site{path: "billingProvider.payToPlan.address"})
		}
	}
	if s := c.Subscriber; s != nil {
		some(&s.Address, site{path: "subscriber.address"})
		some(&s.Payer.Address, site{path: "subscriber.payer.address"})
	}
	if c.Patient != nil {
		some(&c.Patient.Address, site{path: "patient.address"})
	}
	if c.Facility != nil {
		some(&c.Facility.Address, site{path: "facility.address"})
	}
	if c.PickUp != nil {
		some(&c.PickUp.Address, site{path: "pickUp.address"})
	}
	if c.DropOff != nil {
		some(&c.DropOff.Address, site{path: "dropOff.address"})
	}
	for k := range c.OtherCoverage {
		o := &c.OtherCoverage[k]
		some(&o.Subscriber.Address, site{list: "otherCoverage", index: k, path: "subscriber.address"})
		some(&o.Payer.Address, site{list: "otherCoverage", index: k, path: "payer.address"})
	}
	for i := range c.Lines {
		l := &c.Lines[i]
		if l.Facility != nil {
			some(&l.Facility.Address, site{list: "lines", index: i, path: "facility.address"})
		}
		if l.Ordering != nil {
			some(&l.Ordering.Address, site{list: "lines", index: i, path: "ordering.address"})
		}
		if l.PickUp != nil {
			some(&l.PickUp.Address, site{list: "lines", index: i, path: "pickUp.address"})
		}
		if l.DropOff != nil {
			some(&l.DropOff.Address, site{list: "lines", index: i, path: "dropOff.address"})
		}
	}
}

// zips are the first three digits of the ZIP codes of a state: ranges, both ends
// within, one after the other. Some ranges hold numbers that no place has.
type stateZips struct{ state, zips string }

// usStates are the states, territories and military mail of the US, in order.
var usStates = []stateZips{
	{"AA", "340340"}, {"AE", "090098"}, {"AK", "995999"}, {"AL", "350369"}, {"AP", "962966"}, {"AR", "716729755755"}, {"AS", "967967"},
	{"AZ", "850865"}, {"CA", "900961"}, {"CO", "800816"}, {"CT", "060069"}, {"DC", "200205569569"}, {"DE", "197199"}, {"FL", "320349"},
	{"FM", "969969"}, {"GA", "300319398399"}, {"GU", "969969"}, {"HI", "967968"}, {"IA", "500528"}, {"ID", "832838"}, {"IL", "600629"},
	{"IN", "460479"}, {"KS", "660679"}, {"KY", "400427"}, {"LA", "700714"}, {"MA", "010027055055"}, {"MD", "206219"}, {"ME", "039049"},
	{"MH", "969969"}, {"MI", "480499"}, {"MN", "550567"}, {"MO", "630658"}, {"MP", "969969"}, {"MS", "386397"}, {"MT", "590599"},
	{"NC", "270289"}, {"ND", "580588"}, {"NE", "680693"}, {"NH", "030038"}, {"NJ", "070089"}, {"NM", "870884"}, {"NV", "889898"},
	{"NY", "005005063063100149"}, {"OH", "430459"}, {"OK", "730749"}, {"OR", "970979"}, {"PA", "150196"}, {"PR", "006009"}, {"PW", "969969"},
	{"RI", "028029"}, {"SC", "290299"}, {"SD", "570577"}, {"TN", "370385"}, {"TX", "733733750799885885"}, {"UT", "840847"}, {"VA", "201201220246"},
	{"VI", "008008"}, {"VT", "050059"}, {"WA", "980994"}, {"WI", "530549"}, {"WV", "247268"}, {"WY", "820834"},
}

// usStateIndex finds the entries of usStates by their two letters: their index + 1.
var usStateIndex = func() (index [26 * 26]uint8) {
	for k := range usStates {
		index[stateNumber(usStates[k].state)] = uint8(k + 1)
	}
	return index
}()

// stateNumber numbers the pairs of capital letters; anything else is -1.
func stateNumber(s string) int {
	if len(s) != 2 || s[0]-'A' > 25 || s[1]-'A' > 25 {
		return -1
	}
	return int(s[0]-'A')*26 + int(s[1]-'A')
}

// zipsOf are the ZIP codes of a state; ok is false when the US have none of that
// name.
func zipsOf(state string) (zips string, ok bool) {
	n := stateNumber(state)
	if n < 0 || usStateIndex[n] == 0 {
		return "", false
	}
	return usStates[usStateIndex[n]-1].zips, true
}

// zipIn reports whether a ZIP code, of at least three digits, is of such ranges.
func zipIn(zip, ranges string) bool {
	first := func(s string) int { return int(s[0])<<16 | int(s[1])<<8 | int(s[2]) }
	z := first(zip)
	for ; len(ranges) >= 6; ranges = ranges[6:] {
		if z >= first(ranges) && z <= first(ranges[3:]) {
			return true
		}
	}
	return false
}

// isProvince reports whether a code is of a province or territory of Canada, by
// its name of today or an older one.
func isProvince(state string) bool {
	switch state {
	case "AB", "BC", "MB", "NB", "NF", "NL", "NS", "NT", "NU", "ON", "PE", "PQ", "QC", "SK", "YT":
		return true
	}
	return false
}

// isProvinceWithoutCountry reports whether the address has a province of Canada and
// does not say that it is there.
func isProvinceWithoutCountry(a *x12.Address) bool { return plain.InUS(a) && isProvince(a.State) }

// countries are the codes of ISO 3166, with a few that were codes earlier.
const countries = "AD AE AF AG AI AL AM AN AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG " +
	"CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM " +
	"GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC " +
	"LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ " +
	"OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC " +
	"TD TF TG TH TJ TK TL TM TN TO TP TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT YU ZA ZM ZW "

// isCountry reports whether a code is of a country.
func isCountry(v string) bool {
	return len(v) == 2 && alnumOf(v, 2) && strings.Contains(countries, v+" ")
}

func countriesAreListed(c *Claim, r *report) {
	eachAddress(c, func(a *x12.Address, s site) {
		if a.Country != "" && !isCountry(a.Country) {
			strictly(r, s.at("country"), a.Country)
		}
	})
	if v := c.AccidentCountry; v != "" && !isCountry(v) {
		strictly(r, "accidentCountry", v)
	}
}

func statesAreListed(c *Claim, r *report) {
	eachAddress(c, func(a *x12.Address, s site) {
		at := func() string { return s.at("state") }
		switch {
		case !plain.InUS(a) && a.Country != "CA": // abroad there is none
		case a.State == "":
			if hasAddress(a) {
				mild(r, at(), "", "an address in the US or Canada has no state")
			}
		case a.Country == "CA":
			if !isProvince(a.State) {
				inWords(r, isError, at(), a.State, "the province is none of Canada", "give the two letters of the province or territory, as in ON")
			}
		case isProvince(a.State):
			inWords(r, isError, at(), a.State, "the state is a province of Canada, and the address does not say so", "give the country CA")
		default:
			if _, ok := zipsOf(a.State); !ok {
				find(r, at(), a.State)
			}
		}
	})
	if v := c.AccidentState; v != "" && c.AccidentCountry != "MX" { // Mexico has lists of its own
		if _, ok := zipsOf(v); !ok && !isProvince(v) {
			inWords(r, isError, "accidentState", v, "the state of the accident is none of the US and no province of Canada", "give its two letters, or the country when it was abroad")
		}
	}
}

// canadianForm reports whether v is a postal code of Canada, with or without its
// blank: A1A 1A1.
func canadianForm(v string) bool {
	if len(v) == 7 && v[3] == ' ' {
		v = v[:3] + v[4:]
	}
	if len(v) != 6 {
		return false
	}
	for i := 0; i < 6; i++ {
		if i%2 == 0 && (v[i] < 'A' || v[i] > 'Z') || i%2 == 1 && v[i]-'0' > 9 {
			return false
		}
	}
	return true
}

func zipsArePossible(c *Claim, r *report) {
	eachAddress(c, func(a *x12.Address, s site) {
		at := func() string { return s.at("zip") }
		v := a.Zip
		nine := func() bool { return s.path == "billingProvider.address" || s.path == "facility.address" } // 837-PRV-03 asks them for nine digits
		switch {
		case a.Country == "CA":
			switch {
			case v == "":
				if hasAddress(a) {
					mild(r, at(), "", "an address in Canada has no postal code")
				}
			case !canadianForm(v):
				inWords(r, isError, at(), v, "the postal code does not have the form of Canada", "give letters and digits in turn, as in K1A 0B1")
			}
		case !plain.InUS(a) || isProvinceWithoutCountry(a): // the state is found
		case strings.HasPrefix(v, "00000"):
			fail(r, at(), v, "the ZIP code is 00000, which no place has")
		case v == "":
			if hasAddress(a) && !nine() {
				mild(r, at(), "", "an address in the US has no ZIP code")
			}
		case !digits(v, 5) && !digits(v, 9):
			if !nine() {
				find(r, at(), v)
			}
		default:
			if zips, ok := zipsOf(a.State); ok && !zipIn(v, zips) {
				inWords(r, isWarning, at(), v, "the ZIP code is not of the state", "check both")
			} else if len(v) == 9 && v[5:] == "0000" {
				inWords(r, isWarning, at(), v, "the last four digits of the ZIP code are 0000", "give those of the address, or leave them out where five digits are enough")
			}
		}
	})
}

func facilityHasStreet(c *Claim, r *report) {
	check := func(f *Facility, s site) {
		if f != nil {
			if line := boxLine(&f.Address); line != 0 {
				find(r, s.at(lineFields[line]), "")
			}
		}
	}
	check(c.Facility, site{path: "facility.address"})
	for i := range c.Lines {
		check(c.Lines[i].Facility, site{list: "lines", index: i, path: "facility.address"})
	}
}

// lineFields are the fields of the lines of an address, by their element.
var lineFields = [...]string{1: "line1", 2: "line2"}

// boxLine is the line of an address, 1 or 2, that names a post office box; 0 when
// none does. A box on a rural route or of the military (RR 2 Box 12, PSC 3 Box 41)
// is where people live.
func boxLine(a *x12.Address) int {
	switch {
	case isBox(a.Line1):
		return 1
	case isBox(a.Line2) && !routeForm().MatchString(a.Line1):
		return 2
	}
	return 0
}

var (
	boxForm = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b(?:` +
			`P(?:OST)?[\s.,/-]*[O0](?:FFICE|FC|FF)?[\s.,/-]*(?:BOX|BX|B|BIN|DRAWER|DRWR)(?:[^a-z]|$)` + // PO Box, P.O.B. 12, POBOX12, Post Office Drawer
			`|(?:LOCK|CALLER)[\s.-]*(?:BOX|BX|BIN|SERVICE)(?:[^a-z]|$)` +
			`|FIRM[\s.-]*CALLER` +
			`|(?:POST|POSTAL|MAIL|CALL)[\s.-]*BOX[\s.#-]*(?:NO[\s.]*)?\d` +
			`|(?:PMB|APARTADO(?:\s+POSTAL)?|APDO)[\s.#-]*\d` +
			`)|^\s*(?:BOX|BX|DRAWER)[\s.#-]*(?:NO[\s.]*)?\d` +
			`|^\s*P[\s.]*O[\s.#]*(?:NO[\s.]*)?\d+\s*$` + // the word left out: PO 12
			`|^\s*GENERAL DELIVERY`)
	})
	routeForm = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^\s*(?:R\.?\s*R\.?|RT|RFD|HC|HCR|RURAL ROUTE|STAR ROUTE|PSC|UNIT|CMR|OMC)\b`)
	})
)

// isBox reports whether an address line names a post office box, or another box for
// mail alone, in whatever spelling.
func isBox(s string) bool { return mayBeBox(s) && boxForm().MatchString(s) }

// mayBeBox reports whether a word of a line begins as the name of a box does: most
// streets are told apart without a closer look.
func mayBeBox(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return true // some letters outside ASCII are small ones of ASCII
		}
		if !isLetter(s[i]) || i > 0 && isWord(s[i-1]) {
			continue
		}
		switch s[i] | 0x20 {
		case 'p':
			if i+1 < len(s) && (!isWord(s[i+1]) || strings.IndexByte("oO0mM", s[i+1]) >= 0) {
				return true
			}
		case 'a', 'b', 'c', 'd', 'f', 'g', 'l', 'm':
			for _, word := range [...]string{"ap", "box", "bx", "call", "drawer", "firm", "general d", "lock", "mail"} {
				if len(s) >= i+len(word) && strings.EqualFold(s[i:i+len(word)], word) {
					return true
				}
			}
		}
	}
	return false
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// isWord reports whether a byte is what regular expressions call one of a word.
func isWord(b byte) bool { return isLetter(b) || b >= '0' && b <= '9' || b == '_' }
