// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/x12"

// Dates against each other.

func dateRules() []Rule {
	return []Rule{
		{ID: "837P-DT-01", SNIP: 4, Severity: isError, Sets: onlyP, Check: linesHaveDates,
			Title: "a line has no date of service, or one that ends before it begins", Fix: "give the first and the last day"},
		{ID: "837P-DT-02", SNIP: 4, Severity: isError, Sets: onlyP, Strict: true, Check: inpatientHasAdmission,
			Title: "a service to an inpatient has no admission date, or one after it", Fix: "give the day of admission"},
		{ID: "837P-DT-03", SNIP: 4, Severity: isWarning, Sets: onlyP, Check: dischargeAfterAdmission,
			Title: "the discharge is before the admission, or has none", Fix: "check both days"},
		{ID: "837P-DT-04", SNIP: 4, Severity: isError, Sets: onlyP, Check: oneDisability,
			Title: "disability dates are given twice, or a period lacks one of its ends", Fix: "give first and last day as a period, or the one that is known alone"},
		{ID: "837P-DT-09", SNIP: 4, Severity: isError, Sets: onlyP, Check: datesAreNotInFuture,
			Title: "a day of the illness or the stay is later than the file", Fix: "check the date"},
		{ID: "837P-DT-10", SNIP: 4, Severity: isWarning, Sets: onlyP, Check: onsetIsBeforeService, // EDIT-019
			Title: "the onset of the symptoms is a day of service", Fix: "give the day on which they began, or leave it out"},
		{ID: "837P-DT-07", SNIP: 4, Severity: isError, Sets: onlyP, Check: datesArePossible,
			Title: "a service is later than the file or the patient's death, or a date is before the patient's birth", Fix: "check the dates"},
	}
}

// firstService is the first day of service of the claim, 0 when none is known.
func firstService(c *Claim) x12.Date {
	first := institutional(c).Statement.From
	if d := dental(c).Service.From; d != 0 {
		first = d
	}
	for i := range c.Lines {
		if d := c.Lines[i].Date.From; d != 0 && (first == 0 || d < first) {
			first = d
		}
	}
	return first
}

func onsetIsBeforeService(c *Claim, r *report) {
	for i := range c.Lines {
		if d := c.Lines[i].Date; c.Onset != 0 && c.Onset >= d.From && c.Onset <= d.Last() {
			find(r, "onset", c.Onset.String())
			return
		}
	}
}

func linesHaveDates(c *Claim, r *report) {
	for i := range c.Lines {
		d := c.Lines[i].Date
		if d.From == 0 || d.To != 0 && d.To < d.From {
			find(r, in("lines", i, "date"), "")
		}
	}
}

func inpatient(place x12.Code) bool { return place == "21" || place == "51" || place == "61" }

func inpatientHasAdmission(c *Claim, r *report) {
	for i := range c.Lines {
		l := &c.Lines[i]
		where := l.PlaceOfService
		if where == "" {
			where = c.PlaceOfService
		}
		if !inpatient(where) {
			continue
		}
		if c.Admission == 0 || l.Date.From != 0 && c.Admission > l.Date.From {
			find(r, "admission", "")
			return
		}
	}
}

func dischargeAfterAdmission(c *Claim, r *report) {
	if c.Discharge != 0 && (c.Admission == 0 || c.Discharge < c.Admission) {
		find(r, "discharge", c.Discharge.String())
	}
}

func oneDisability(c *Claim, r *report) {
	n := 0
	for _, d := range [...]*x12.DateRange{&c.Disability, &c.DisabilityFrom, &c.DisabilityTo} {
		if !d.IsZero() {
			n++
		}
	}
	if n == 0 {
		return
	}
	d := c.Disability
	period := d.IsZero() || d.From != 0 && d.To != 0 && d.From <= d.To
	if n > 1 || !period || c.DisabilityFrom.To != 0 || c.DisabilityTo.To != 0 {
		find(r, "disability", "")
	}
}

func datesArePossible(c *Claim, r *report) {
	var made x12.Date
	if c.Submission != nil {
		made = c.Submission.Date
	}
	if d := institutional(c).Statement.Last(); made != 0 && d > made {
		fail(r, "institutional.statement", d.String(), "the last day of the bill is later than the day on which the claim is sent")
	}
	if d := dental(c).Service.Last(); made != 0 && d > made {
		fail(r, "dental.service", d.String(), "a service is later than the day on which the claim is sent")
	}
	birth, death, _, _ := demographics(c)
	for i := range c.Lines {
		last := c.Lines[i].Date.Last()
		if made != 0 && last > made {
			fail(r, in("lines", i, "date"), last.String(), "a service is later than the day on which the claim is sent")
		}
		if death != 0 && last > death {
			fail(r, in("lines", i, "date"), last.String(), "a service is later than the patient's death")
		}
	}
	if birth == 0 {
		return
	}
	if c.Dental != nil && c.Dental.AppliancePlacement != 0 && c.Dental.AppliancePlacement < birth {
		find(r, "dental.appliancePlacement", c.Dental.AppliancePlacement.String())
	}
	eachClaimDate(c, func(d x12.Date, path string) {
		if d < birth {
			fail(r, path, d.String(), "a date is before the patient's birth")
		}
	})
}

// eachClaimDate calls check for each day of the claim that is given and has come
// when the claim is made.
func eachClaimDate(c *Claim, check func(d x12.Date, path string)) {
	for _, d := range [...]struct {
		date x12.Date
		path string
	}{
		{c.Onset, "onset"}, {c.InitialTreatment, "initialTreatment"}, {c.LastSeen, "lastSeen"}, {c.AcuteManifestation, "acuteManifestation"},
		{c.Accident, "accident"}, {c.LastMenstrualPeriod, "lastMenstrualPeriod"}, {c.LastXRay, "lastXRay"}, {c.Prescription, "prescription"},
		{c.LastWorked, "lastWorked"}, {c.Admission, "admission"}, {c.Discharge, "discharge"},
		{c.AssumedCare, "assumedCare"}, {c.RelinquishedCare, "relinquishedCare"}, {c.FirstContact, "firstContact"},
	} {
		if d.date != 0 {
			check(d.date, d.path)
		}
	}
}

func datesAreNotInFuture(c *Claim, r *report) {
	if c.Submission == nil || c.Submission.Date == 0 {
		return
	}
	made := c.Submission.Date
	first := firstService(c)
	if first > made { // 837P-DT-07 finds it, and the others come with it
		return
	}
	eachClaimDate(c, func(d x12.Date, path string) {
		if d > made && !(path == "accident" && first != 0) { // 837P-CLM-06 checks it against the service
			find(r, path, d.String())
		}
	})
	_, death, _, who := demographics(c)
	if death > made {
		inWords(r, isError, who+".deathDate", death.String(), "the patient's death is later than the file", "check the date")
	}
	for i := range c.Lines {
		l := &c.Lines[i]
		for _, d := range [...]struct {
			date x12.Date
			path string
		}{
			{l.Prescription, "prescription"}, {l.LastCertified, "lastCertified"}, {l.LastSeen, "lastSeen"}, {l.HemoglobinTest, "hemoglobinTest"},
			{l.CreatinineTest, "creatinineTest"}, {l.Shipped, "shipped"}, {l.LastXRay, "lastXRay"}, {l.InitialTreatment, "initialTreatment"},
		} {
			if d.date > made {
				find(r, in("lines", i, d.path), d.date.String())
			}
		}
	}
}
