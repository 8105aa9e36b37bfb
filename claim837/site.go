package claim837

import (
	"sync"

	"github.com/claimwire/claimwire/x12"
)

// site is who bills for which kind of care: the first two digits of the
// type of bill, CLM05-1 of an 837I.
type site struct {
	code x12.Code
	word string
	is   siteIs
}

// siteIs says what holds for the bills of a facility.
type siteIs uint8

const (
	siteInpatient  siteIs = 1 << iota // bills inpatient stays
	siteAdmits                        // has a day of admission, or a start of care
	siteAdmitsHour                    // has an hour of admission, too
	siteContinues                     // bills long stays in parts: first, continuing, last
)

// sites are the kinds of facility that a bill may come from.
var sites = [...]site{
	{"11", "hospital-inpatient", siteInpatient | siteAdmits | siteAdmitsHour | siteContinues},
	{"12", "hospital-inpatient-part-b", siteInpatient},
	{"13", "hospital-outpatient", 0},
	{"14", "hospital-laboratory", 0},
	{"18", "swing-bed", siteInpatient | siteAdmits | siteAdmitsHour | siteContinues},
	{"21", "nursing-facility", siteInpatient | siteAdmits | siteAdmitsHour | siteContinues},
	{"22", "nursing-facility-part-b", 0},
	{"23", "nursing-facility-outpatient", 0},
	{"28", "nursing-facility-swing-bed", siteContinues},
	{"32", "home-health", siteAdmits},
	{"33", "home-health-outpatient", siteAdmits},
	{"34", "home-health-without-plan", 0},
	{"41", "religious-inpatient", siteInpatient | siteAdmits | siteContinues},
	{"43", "religious-outpatient", 0},
	{"65", "intermediate-care-1", siteContinues},
	{"66", "intermediate-care-2", siteContinues},
	{"71", "rural-health-clinic", 0},
	{"72", "dialysis-center", 0},
	{"73", "clinic", 0},
	{"74", "rehabilitation-clinic", 0},
	{"75", "comprehensive-rehabilitation", 0},
	{"76", "mental-health-center", 0},
	{"77", "federally-qualified-health-center", 0},
	{"78", "emergency-facility", 0},
	{"79", "other-clinic", 0},
	{"81", "hospice", siteAdmits | siteContinues},
	{"82", "hospital-hospice", siteAdmits | siteContinues},
	{"83", "surgery-center", 0},
	{"84", "birthing-center", 0},
	{"85", "critical-access-hospital", 0},
	{"86", "residential-facility", siteContinues},
	{"87", "opioid-treatment", 0},
	{"89", "other", 0},
}

// siteOf returns what is known of a facility; ok is false for a code that
// is not among them.
func siteOf(code x12.Code) (site, bool) {
	for _, f := range sites {
		if f.code == code {
			return f, true
		}
	}
	return site{}, false
}

// facilityWords are the words of the facilities.
var facilityWords = sync.OnceValue(func() words {
	l := make(words, len(sites))
	for i, f := range sites {
		l[i] = word{f.word, f.code}
	}
	return l
})

// accommodation tells whether a revenue code (010x to 021x) is for days of a
// room or a bed.
func accommodation(revenueCode string) bool {
	return len(revenueCode) == 4 && revenueCode >= "0100" && revenueCode <= "0219"
}

// hippsRevenue tells whether a revenue code is billed with a HIPPS code: 0022
// nursing facility, 0023 home health, 0024 siteInpatient rehabilitation.
func hippsRevenue(revenueCode string) bool {
	return revenueCode == "0022" || revenueCode == "0023" || revenueCode == "0024"
}
