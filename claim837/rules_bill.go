// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/x12"

// An institutional bill as a whole: its type, its dates, how the patient came
// and left.

var onlyI = []Kind{Institutional}

func billRules() []Rule {
	return []Rule{
		{ID: "837I-TOB-01", SNIP: 5, Severity: isError, Kinds: onlyI, Check: billTypeIsKnown,
			Text: "the type of bill is none that is in use", Mend: "give facility, classification and frequency, as in 0131"},
		{ID: "837I-DT-01", SNIP: 4, Severity: isError, Kinds: onlyI, Check: statementIsWhole,
			Text: "the days that the bill covers are missing, or end before they begin", Mend: "give the first and the last day"},
		{ID: "837I-DT-02", SNIP: 4, Severity: isError, Kinds: onlyI, Check: billHasAdmission,
			Text: "a stay, home health or hospice has no day of admission, or one after the last day of the bill", Mend: "give the day of admission, or of the start of care"},
		{ID: "837I-DT-03", SNIP: 4, Severity: isError, Kinds: onlyI, Check: finalBillHasHour,
			Text: "the final bill of a stay has no hour of discharge", Mend: "give it when the patient has left, and only then"},
		{ID: "837I-CL1-01", SNIP: 4, Severity: isError, Kinds: onlyI, Check: statusFitsFrequency,
			Text: "the patient status is missing, not in use, or contradicts the frequency of the bill", Mend: "the patient is still there (30) on first and continuing bills, and not on the last one"},
		{ID: "837I-CL1-02", SNIP: 4, Severity: isError, Kinds: onlyI, Check: admissionIsWhole,
			Text: "type of admission or point of origin is missing or wrong", Mend: "give both; the origins 5 and 6 of a newborn mean born here and born elsewhere"},
		{ID: "837I-CL1-03", SNIP: 4, Severity: isError, Kinds: onlyI, Check: noServiceAfterDeath,
			Text: "a service is later than the patient's death", Mend: "check status and dates"},
		{ID: "837I-FRQ-01", SNIP: 4, Severity: isWarning, Kinds: onlyI, Check: frequencyFitsPayer,
			Text: "the payer hardly takes bills of this frequency", Mend: "send Medicare a replacement (7) instead of late charges; 9 is for home health alone"},
		{ID: "837I-CC-01", SNIP: 4, Severity: isWarning, Kinds: onlyI, Check: changeHasOneReason,
			Text: "a replacement or void does not have exactly one condition code that says why", Mend: "give one of D0 to D9 and E0; D5 and D6 with a void only"},
		{ID: "837I-CLM-08", SNIP: 4, Severity: isWarning, Kinds: onlyI, Check: autoAccidentOnBill,
			Text: "a car accident has no state, or a state no car accident", Mend: "give occurrence code 01 or 02 with its day, and the state"},
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
func billTraits(c *Claim) int { return typeTraits(institutional(c).FacilityType) }

func billTypeIsKnown(c *Claim, r *Report) {
	if t := institutional(c).FacilityType; typeTraits(t) == 0 {
		r.find(place{"2300", "CLM", 5, 1, "institutional.facilityType"}, string(t))
	} else if c.Frequency != "" && !knownFrequency(c.Frequency) { // none at all is 837-CLM-03
		r.find(place{"2300", "CLM", 5, 3, "frequency"}, string(c.Frequency))
	}
}

func statementIsWhole(c *Claim, r *Report) {
	s := institutional(c).Statement
	if s.From == 0 || s.To == 0 || s.To < s.From && s.From != c.Admission { // an admission after the last day is 837I-DT-02
		r.find(place{"2300", "DTP", 3, 0, "institutional.statement"}, "")
	}
}

func billHasAdmission(c *Claim, r *Report) {
	i := institutional(c)
	at := place{"2300", "DTP", 3, 0, "admission"}
	through := i.Statement.Last()
	switch traits := billTraits(c); {
	case c.Admission == 0 && traits&billAdmission != 0:
		r.find(at, "")
	case c.Admission != 0 && through != 0 && c.Admission > through:
		r.find(at, c.Admission.String())
	case traits&billHours != 0 && i.AdmissionHour.IsZero():
		at.path = "institutional.admissionHour"
		r.warn(at, "", "a stay has no hour of admission")
	}
}

func finalBillHasHour(c *Claim, r *Report) {
	i, traits := institutional(c), billTraits(c)
	if traits&billInpatient == 0 {
		return
	}
	at := place{"2300", "DTP", 3, 0, "institutional.dischargeHour"}
	switch c.Frequency {
	case FrequencyOriginal, FrequencyInterimLast, FrequencyReplacement:
		switch {
		case !i.DischargeHour.IsZero() || i.PatientStatus == StillPatient:
		case traits&billHours != 0:
			r.find(at, "")
		default: // of skilled nursing the paper form does not ask it
			r.warn(at, "", r.rule.Text)
		}
	case FrequencyInterimFirst, FrequencyInterimContinuing:
		if !i.DischargeHour.IsZero() {
			r.warn(at, "", "a bill of a stay that goes on has an hour of discharge")
		}
	}
}

func statusFitsFrequency(c *Claim, r *Report) {
	s := institutional(c).PatientStatus
	at := place{"2300", "CL1", 3, 0, "institutional.patientStatus"}
	if !knownStatus(s) {
		r.find(at, string(s))
		return
	}
	if billTraits(c)&billInpatient == 0 {
		return
	}
	switch c.Frequency {
	case FrequencyInterimFirst, FrequencyInterimContinuing:
		if s != StillPatient {
			r.find(at, string(s))
		}
	case FrequencyOriginal, FrequencyInterimLast:
		if s == StillPatient {
			r.find(at, string(s))
		}
	}
}

func admissionIsWhole(c *Claim, r *Report) {
	i := institutional(c)
	at := place{"2300", "CL1", 1, 0, "institutional.admissionType"}
	switch i.AdmissionType {
	case AdmissionEmergency, AdmissionUrgent, AdmissionElective, AdmissionNewborn, AdmissionTrauma, AdmissionUnknown:
	default:
		r.find(at, string(i.AdmissionType))
	}
	at.element, at.path = 2, "institutional.admissionSource"
	newborn := i.AdmissionType == AdmissionNewborn
	switch s := i.AdmissionSource; {
	case s == "":
		if billTraits(c)&billNoOrigin == 0 { // published examples leave it out
			r.strictly(at, "")
		}
	case newborn && s != AdmittedNewbornHere && s != AdmittedNewbornElsewhere:
		r.find(at, string(s))
	case !knownOrigin(s):
		r.warn(at, string(s), "the point of origin is none that is in use")
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
		if o := &institutional(c).Occurrences[k]; o.Code == occurrenceDeath {
			return o.Date
		}
	}
	return 0
}

func noServiceAfterDeath(c *Claim, r *Report) {
	i := institutional(c)
	through, death := i.Statement.Last(), deathDate(c)
	stays := died(i.PatientStatus) && through != 0 && billTraits(c)&billInpatient != 0 // else 837I-LN-01 finds it
	found := false
	for k := range c.Lines {
		if d := c.Lines[k].Date.Last(); death != 0 && d > death || death == 0 && stays && d > through {
			r.find(linePlace(k, "2400", "DTP", 3, 0, "date"), d.String())
			found = true
		}
	}
	if death != 0 && through > death && !found {
		r.warn(place{"2300", "DTP", 3, 0, "institutional.statement"}, through.String(), "the bill goes on after the patient's death")
	}
}

// isMedicare reports whether the claim goes to Medicare itself.
func isMedicare(c *Claim) bool {
	return c.Subscriber != nil && (c.Subscriber.FilingIndicator == FilingMedicareA || c.Subscriber.FilingIndicator == FilingMedicareB)
}

func frequencyFitsPayer(c *Claim, r *Report) {
	t := institutional(c).FacilityType
	if c.Frequency == FrequencyLateCharges && isMedicare(c) ||
		c.Frequency == FrequencyHomeHealthFinal && t != "32" && t != "33" && t != "34" {
		r.find(place{"2300", "CLM", 5, 3, "frequency"}, string(c.Frequency))
	}
}

func changeHasOneReason(c *Claim, r *Report) {
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
		r.find(place{"2300", "HI", 1, 2, "conditionCodes"}, "")
	}
}

func autoAccidentOnBill(c *Claim, r *Report) {
	auto := false
	for k := range institutional(c).Occurrences {
		o := institutional(c).Occurrences[k].Code
		auto = auto || o == "01" || o == "02"
	}
	if auto != (c.AccidentState != "") {
		r.find(place{"2300", "REF", 2, 0, "accidentState"}, c.AccidentState)
	}
}
