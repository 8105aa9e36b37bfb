package claim837

import "github.com/claimwire/claimwire/x12"

// Dates against each other.

func dateRules() []Rule {
	return []Rule{
		{ID: "837P-DT-01", SNIP: 4, Severity: isError, Kinds: onlyP, Check: linesHaveDates,
			Text: "a line has no date of service, or one that ends before it begins", Mend: "give the first and the last day"},
		{ID: "837P-DT-02", SNIP: 4, Severity: isError, Kinds: onlyP, Strict: true, Check: inpatientHasAdmission,
			Text: "a service to an inpatient has no admission date, or one after it", Mend: "give the day of admission"},
		{ID: "837P-DT-03", SNIP: 4, Severity: isWarning, Kinds: onlyP, Check: dischargeAfterAdmission,
			Text: "the discharge is before the admission, or has none", Mend: "check both days"},
		{ID: "837P-DT-04", SNIP: 4, Severity: isError, Kinds: onlyP, Check: oneDisability,
			Text: "disability dates are given twice, or a period lacks one of its ends", Mend: "give first and last day as a period, or the one that is known alone"},
		{ID: "837P-DT-07", SNIP: 4, Severity: isError, Kinds: onlyP, Check: datesArePossible,
			Text: "a service is later than the file, or a date is before the patient's birth", Mend: "check the dates"},
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

func linesHaveDates(c *Claim, r *Report) {
	for i := range c.Lines {
		d := c.Lines[i].Date
		if d.From == 0 || d.To != 0 && d.To < d.From {
			r.find(linePlace(i, "2400", "DTP", 3, 0, "date"), "")
		}
	}
}

func inpatient(place x12.Code) bool { return place == "21" || place == "51" || place == "61" }

func inpatientHasAdmission(c *Claim, r *Report) {
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
			r.find(place{"2300", "DTP", 3, 0, "admission"}, "")
			return
		}
	}
}

func dischargeAfterAdmission(c *Claim, r *Report) {
	if c.Discharge != 0 && (c.Admission == 0 || c.Discharge < c.Admission) {
		r.find(place{"2300", "DTP", 3, 0, "discharge"}, c.Discharge.String())
	}
}

func oneDisability(c *Claim, r *Report) {
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
		r.find(place{"2300", "DTP", 3, 0, "disability"}, "")
	}
}

func datesArePossible(c *Claim, r *Report) {
	var made x12.Date
	if c.Submission != nil {
		made = c.Submission.Date
	}
	if d := institutional(c).Statement.Last(); made != 0 && d > made {
		r.find(place{"2300", "DTP", 3, 0, "institutional.statement"}, d.String())
	}
	if d := dental(c).Service.Last(); made != 0 && d > made {
		r.find(place{"2300", "DTP", 3, 0, "dental.service"}, d.String())
	}
	birth, death, _, _ := demographics(c)
	for i := range c.Lines {
		from, last := c.Lines[i].Date.From, c.Lines[i].Date.Last()
		if made != 0 && last > made {
			r.find(linePlace(i, "2400", "DTP", 3, 0, "date"), last.String())
		}
		if death != 0 && from > death {
			r.warn(linePlace(i, "2400", "DTP", 3, 0, "date"), from.String(), "a service is later than the patient's death")
		}
	}
	if birth == 0 {
		return
	}
	if c.Dental != nil && c.Dental.AppliancePlacement != 0 && c.Dental.AppliancePlacement < birth {
		r.find(place{"2300", "DTP", 3, 0, "dental.appliancePlacement"}, c.Dental.AppliancePlacement.String())
	}
	for _, d := range [...]struct {
		date x12.Date
		path string
	}{
		{c.Onset, "onset"}, {c.InitialTreatment, "initialTreatment"}, {c.LastSeen, "lastSeen"}, {c.AcuteManifestation, "acuteManifestation"},
		{c.Accident, "accident"}, {c.LastMenstrualPeriod, "lastMenstrualPeriod"}, {c.LastXRay, "lastXRay"}, {c.Prescription, "prescription"},
		{c.LastWorked, "lastWorked"}, {c.ReturnToWork, "returnToWork"}, {c.Admission, "admission"}, {c.Discharge, "discharge"},
		{c.AssumedCare, "assumedCare"}, {c.RelinquishedCare, "relinquishedCare"}, {c.FirstContact, "firstContact"},
	} {
		if d.date != 0 && d.date < birth {
			r.find(place{"2300", "DTP", 3, 0, d.path}, d.date.String())
		}
	}
}
