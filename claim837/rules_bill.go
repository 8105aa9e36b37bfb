// SPDX-License-Identifier: Apache-2.0

package claim837

import (
	"github.com/claimwire/claimwire/internal/claimcode"
	"github.com/claimwire/claimwire/x12"
)

// An institutional bill as a whole: its type, its dates, how the patient came
// and left.

func billRules() []Rule {
	return []Rule{
		{ID: "837I-TOB-01", SNIP: 5, Severity: isError, Sets: onlyI, Check: billTypeIsKnown,
			Title: "the type of bill is none that is in use", Fix: "give facility, classification and frequency, as in 0131"},
		{ID: "837I-DT-01", SNIP: 4, Severity: isError, Sets: onlyI, Check: statementIsWhole,
			Title: "the days that the bill covers are missing, or end before they begin", Fix: "give the first and the last day"},
		{ID: "837I-DT-02", SNIP: 4, Severity: isError, Sets: onlyI, Check: billHasAdmission,
			Title: "a stay, home health or hospice has no day of admission, or one after the last day of the bill", Fix: "give the day of admission, or of the start of care"},
		{ID: "837I-DT-03", SNIP: 4, Severity: isError, Sets: onlyI, Check: finalBillHasHour,
			Title: "the final bill of a stay has no hour of discharge", Fix: "give it when the patient has left, and only then"},
		{ID: "837I-CL1-01", SNIP: 4, Severity: isError, Sets: onlyI, Check: statusFitsFrequency,
			Title: "the patient status is missing, not in use, or contradicts the frequency of the bill", Fix: "the patient is still there (30) on first and continuing bills, and not on the last one"},
		{ID: "837I-CL1-02", SNIP: 4, Severity: isError, Sets: onlyI, Check: admissionIsWhole,
			Title: "type of admission or point of origin is missing or wrong", Fix: "give both; the origins 5 and 6 of a newborn mean born here and born elsewhere"},
		{ID: "837I-CL1-03", SNIP: 4, Severity: isError, Sets: onlyI, Check: noServiceAfterDeath,
			Title: "a service is later than the patient's death", Fix: "check status and dates"},
		{ID: "837I-FRQ-01", SNIP: 4, Severity: isWarning, Sets: onlyI, Check: frequencyFitsPayer,
			Title: "the payer hardly takes bills of this frequency", Fix: "send Medicare a replacement (7) instead of late charges; 9 is for home health alone"},
		{ID: "837I-CC-01", SNIP: 4, Severity: isWarning, Sets: onlyI, Check: changeHasOneReason,
			Title: "a replacement or void does not have exactly one condition code that says why", Fix: "give one of D0 to D9 and E0; D5 and D6 with a void only"},
		{ID: "837I-CLM-08", SNIP: 4, Severity: isWarning, Sets: onlyI, Check: autoAccidentOnBill,
			Title: "a car accident has no state, or a state no car accident", Fix: "give occurrence code 01 or 02 with its day, and the state"},
	}
}

// institutional is the institutional part of a claim; an empty one when there is
// none.
func institutional(c *Claim) *InstitutionalClaim {
	if c.Institutional == nil {
		return &noInstitutional
	}
	return c.Institutional
}

var noInstitutional InstitutionalClaim

// billTraits tells what its type says of a bill.
func billTraits(c *Claim) int { return claimcode.BillTraits(institutional(c).FacilityType) }

func billTypeIsKnown(c *Claim, r *report) {
	if t := institutional(c).FacilityType; claimcode.BillTraits(t) == 0 {
		find(r, "institutional.facilityType", string(t))
	} else if c.Frequency != "" && !knownFrequency(c.Frequency) { // none at all is 837-CLM-03
		find(r, "frequency", string(c.Frequency))
	}
}

func statementIsWhole(c *Claim, r *report) {
	s := institutional(c).Statement
	if s.From == 0 || s.To == 0 || s.To < s.From && s.From != c.Admission { // an admission after the last day is 837I-DT-02
		find(r, "institutional.statement", "")
	}
}

func billHasAdmission(c *Claim, r *report) {
	i := institutional(c)
	at := "admission"
	through := i.Statement.Last()
	switch traits := billTraits(c); {
	case c.Admission == 0 && traits&claimcode.Admission != 0:
		find(r, at, "")
	case c.Admission != 0 && through != 0 && c.Admission > through:
		find(r, at, c.Admission.String())
	case traits&claimcode.Hours != 0 && i.AdmissionHour.IsZero():
		warn(r, "institutional.admissionHour", "", "a stay has no hour of admission")
	}
}

func finalBillHasHour(c *Claim, r *report) {
	i, traits := institutional(c), billTraits(c)
	if traits&claimcode.Stay == 0 {
		return
	}
	at := "institutional.dischargeHour"
	switch c.Frequency {
	case FrequencyOriginal, FrequencyInterimLast, FrequencyReplacement:
		switch {
		case !i.DischargeHour.IsZero() || i.PatientStatus == StillPatient:
		case traits&claimcode.Hours != 0:
			find(r, at, "")
		default: // of skilled nursing the paper form does not ask it
			warn(r, at, "", r.Title())
		}
	case FrequencyInterimFirst, FrequencyInterimContinuing:
		if !i.DischargeHour.IsZero() {
			warn(r, at, "", "a bill of a stay that goes on has an hour of discharge")
		}
	}
}

func statusFitsFrequency(c *Claim, r *report) {
	s := institutional(c).PatientStatus
	at := "institutional.patientStatus"
	if !knownStatus(s) {
		find(r, at, string(s))
		return
	}
	if billTraits(c)&claimcode.Stay == 0 {
		return
	}
	switch c.Frequency {
	case FrequencyInterimFirst, FrequencyInterimContinuing:
		if s != StillPatient {
			find(r, at, string(s))
		}
	case FrequencyOriginal, FrequencyInterimLast:
		if s == StillPatient {
			find(r, at, string(s))
		}
	}
}

func admissionIsWhole(c *Claim, r *report) {
	i := institutional(c)
	at := "institutional.admissionType"
	switch i.AdmissionType {
	case AdmissionEmergency, AdmissionUrgent, AdmissionElective, AdmissionNewborn, AdmissionTrauma, AdmissionUnknown:
	default:
		find(r, at, string(i.AdmissionType))
	}
	at = "institutional.admissionSource"
	newborn := i.AdmissionType == AdmissionNewborn
	switch s := i.AdmissionSource; {
	case s == "":
		if billTraits(c)&claimcode.NoOrigin == 0 { // published examples leave it out
			strictly(r, at, "")
		}
	case newborn && s != AdmittedNewbornHere && s != AdmittedNewbornElsewhere:
		find(r, at, string(s))
	case !knownOrigin(s):
		warn(r, at, string(s), "the point of origin is none that is in use")
	}
}

func died(s x12.Code) bool {
	switch s {
	case Died, DiedAtHome, DiedInFacility, "42":
		return true
	}
	return false
}

// deathDate is the day of the patient's death among the events of the bill, 0 when
// it has none.
func deathDate(c *Claim) x12.Date {
	for k := range institutional(c).Occurrences {
		if o := &institutional(c).Occurrences[k]; o.Code == claimcode.OccurrenceDeath {
			return o.Date
		}
	}
	return 0
}

func noServiceAfterDeath(c *Claim, r *report) {
	i := institutional(c)
	through, death := i.Statement.Last(), deathDate(c)
	stays := died(i.PatientStatus) && through != 0 && billTraits(c)&claimcode.Stay != 0 // else 837I-LN-01 finds it
	found := false
	for k := range c.Lines {
		if d := c.Lines[k].Date.Last(); death != 0 && d > death || death == 0 && stays && d > through {
			find(r, in("lines", k, "date"), d.String())
			found = true
		}
	}
	if death != 0 && through > death && !found {
		warn(r, "institutional.statement", through.String(), "the bill goes on after the patient's death")
	}
}

// isMedicare reports whether the claim goes to Medicare itself.
func isMedicare(c *Claim) bool {
	return c.Subscriber != nil && (c.Subscriber.FilingIndicator == FilingMedicareA || c.Subscriber.FilingIndicator == FilingMedicareB)
}

func frequencyFitsPayer(c *Claim, r *report) {
	t := institutional(c).FacilityType
	if c.Frequency == FrequencyLateCharges && isMedicare(c) ||
		c.Frequency == FrequencyHomeHealthFinal && t != "32" && t != "33" && t != "34" {
		find(r, "frequency", string(c.Frequency))
	}
}

func changeHasOneReason(c *Claim, r *report) {
	if c.Frequency != FrequencyReplacement && c.Frequency != FrequencyVoid {
		return
	}
	n, onlyVoid := 0, false
	for k := range c.ConditionCodes {
		v := c.ConditionCodes[k].Value
		if len(v) == 2 && (v[0] == 'D' && v[1]-'0' <= 9 || v == "E0") {
			n++
			onlyVoid = onlyVoid || v == "D5" || v == "D6"
		}
	}
	if n != 1 || onlyVoid && c.Frequency != FrequencyVoid {
		find(r, "conditionCodes|[0].value", "")
	}
}

func autoAccidentOnBill(c *Claim, r *report) {
	auto := false
	for k := range institutional(c).Occurrences {
		o := institutional(c).Occurrences[k].Code
		auto = auto || o == "01" || o == "02"
	}
	if auto != (c.AccidentState != "") {
		find(r, "accidentState", c.AccidentState)
	}
}
